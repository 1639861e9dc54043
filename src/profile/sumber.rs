//! `[sumber.NAMA]`: where the data are and what their columns mean.

use super::error::{Expected, ProfileErrorKind};
use super::keys;
use super::path::PathKind;
use super::reading::{Item, Reading, Section};
use super::{Angka, Arti, Dictionary, FieldSpec, HeaderRows, JenisIsian, SatuanUang, Sumber, SumberTahun, Tanda, Written};
use crate::vocabulary::CellAddress;
use std::collections::{BTreeMap, BTreeSet};
use toml::de::DeValue;

const BENTUK: [(&str, Dictionary); 4] = [
    ("keragaan", Dictionary::Keragaan),
    ("umkm", Dictionary::Umkm),
    ("tanpa", Dictionary::None),
    // The word of the contract's comment, for whoever takes it literally.
    ("none", Dictionary::None),
];
const SATUAN: [(&str, SatuanUang); 4] =
    [("rupiah", SatuanUang::Rupiah), ("ribu", SatuanUang::Ribu), ("juta", SatuanUang::Juta), ("miliar", SatuanUang::Miliar)];
const JENIS: [(&str, JenisIsian); 5] = [
    ("uang", JenisIsian::Uang),
    ("angka", JenisIsian::Angka),
    ("teks", JenisIsian::Teks),
    ("tanggal", JenisIsian::Tanggal),
    ("tanda", JenisIsian::Tanda),
];
const ARTI: [(&str, Arti); 2] = [("biasa", Arti::Biasa), ("lewati", Arti::Lewati)];

/// Keys of `[sumber.NAMA]` that are no field's name. Written below
/// `[sumber.NAMA.kolom]` by mistake, `satuan_uang` say would be a field that
/// nobody asks for, and the figures a thousand times too small.
const NOT_FIELDS: [&str; 10] =
    ["bentuk", "berkas", "kunci", "butir", "lembar", "baris_judul", "satuan_uang", "angka", "tanda", "kolom"];

impl<'a> Reading<'a> {
    /// The sources, each with the place of its name.
    pub(super) fn sumber(&mut self, root: &Section<'a>) -> Vec<(Item<'a>, Sumber)> {
        let Some(item) = root.get("sumber") else { return Vec::new() };
        let entries = self.entries(&item, Expected::Table);
        let mut sources = Vec::new();
        for entry in entries {
            self.check_name("sumber", &entry.kunci, entry.key_span.clone());
            if let Some(section) = self.section(&keys::SUMBER, &entry) {
                let source = self.source(&entry, &section);
                sources.push((entry, source));
            }
        }
        sources
    }

    fn source(&mut self, entry: &Item<'a>, section: &Section<'a>) -> Sumber {
        let id = entry.kunci.clone();
        Sumber {
            nama: self.optional_text(section, "nama").unwrap_or_else(|| id.clone()),
            bentuk: match section.get("bentuk").filter(|item| item.value.as_str() != Some("")) {
                Some(item) => self.choice(&item, &BENTUK).unwrap_or(Dictionary::None),
                None => Dictionary::None,
            },
            berkas: self.berkas(section),
            kunci: self.kunci(section),
            butir: self.optional_text(section, "butir").map(|text| text.trim().to_owned()),
            lembar: self.lembar(section),
            baris_judul: section.get("baris_judul").and_then(|item| self.header_rows(&item)),
            tahun: section.get("tahun").and_then(|item| self.sumber_tahun(&item)),
            satuan_uang: section.get("satuan_uang").and_then(|item| self.choice(&item, &SATUAN)),
            angka: section.get("angka").and_then(|item| self.choice(&item, &[("id", Angka::Id), ("en", Angka::En)])),
            tanda: self.tanda(section),
            kolom: self.kolom(section),
            arti: self.arti(section),
            line: self.line(&section.span),
            id,
        }
    }

    /// `arti = { "Hasil Audit" = "biasa" }`, by the text folded.
    fn arti(&mut self, section: &Section<'a>) -> BTreeMap<String, Arti> {
        let Some(item) = section.get("arti") else { return BTreeMap::new() };
        let entries = self.entries(&item, Expected::Table);
        let mut meant = BTreeMap::new();
        for entry in entries {
            if let Some(arti) = self.choice(&entry, &ARTI) {
                meant.insert(Arti::folded(&entry.kunci), arti);
            }
        }
        meant
    }

    fn berkas(&mut self, section: &Section<'a>) -> Vec<Written> {
        let Some(item) = self.required(section, "berkas") else { return Vec::new() };
        let mut patterns: Vec<Written> = Vec::new();
        for (place, written) in self.texts_with_items(&item) {
            let Some(text) = self.path(&place, &written.text, PathKind::Pattern) else { continue };
            if patterns.iter().any(|other| other.text == text) {
                self.error(place.span, ProfileErrorKind::DuplicateItem { kunci: place.kunci, item: text });
            } else {
                patterns.push(Written { text, ..written });
            }
        }
        patterns
    }

    fn kunci(&mut self, section: &Section<'a>) -> Vec<Written> {
        let Some(item) = section.get("kunci") else { return Vec::new() };
        let mut fields: Vec<Written> = Vec::new();
        for (place, written) in self.texts_with_items(&item) {
            let text = written.text.trim().to_owned();
            if !self.check_name("kunci", &text, place.span.clone()) {
                continue;
            }
            if fields.iter().any(|other| other.text == text) {
                self.error(place.span, ProfileErrorKind::DuplicateItem { kunci: place.kunci, item: text });
            } else {
                fields.push(Written { text, ..written });
            }
        }
        fields
    }

    /// Like `texts`, each with its own place for later errors.
    fn texts_with_items(&mut self, item: &Item<'a>) -> Vec<(Item<'a>, Written)> {
        let items = match item.value {
            DeValue::String(_) => vec![item.clone()],
            _ => self.list(item, Expected::TextOrList).unwrap_or_default(),
        };
        if items.is_empty() && item.value.is_array() {
            self.blank(item);
        }
        items.into_iter().filter_map(|item| self.written(&item).map(|written| (item, written))).collect()
    }

    fn lembar(&mut self, section: &Section<'a>) -> Option<Written> {
        let item = section.get("lembar")?;
        let written = self.written(&item)?;
        if written.text.replace("{tahun}", "").contains(['{', '}']) {
            let trouble = super::error::PathTrouble::Braces;
            self.error(item.span, ProfileErrorKind::Path { kunci: item.kunci, found: written.text, trouble });
            return None;
        }
        let all = written.text.trim().eq_ignore_ascii_case("semua");
        Some(if all { Written { text: "semua".to_owned(), ..written } } else { written })
    }

    /// `"5-6"`, `"5"` or 5: rows as the user sees them, from 1.
    fn header_rows(&mut self, item: &Item<'a>) -> Option<HeaderRows> {
        let text = match item.value {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().to_owned(),
            _ => {
                self.wrong_type(item, Expected::RowNumbers);
                return None;
            }
        };
        let rows = parse_rows(&text);
        if rows.is_none() {
            self.error(item.span.clone(), ProfileErrorKind::RowNumbers { found: text });
        }
        rows
    }

    fn sumber_tahun(&mut self, item: &Item<'a>) -> Option<SumberTahun> {
        match item.value {
            DeValue::String(text) if text.trim().eq_ignore_ascii_case("kolom") => Some(SumberTahun::Kolom),
            DeValue::String(text) if !text.trim().starts_with(|c: char| c.is_ascii_digit()) => {
                self.wrong_type(item, Expected::YearOrKolom);
                None
            }
            _ => self.year(item).map(SumberTahun::Tetap),
        }
    }

    /// A word that is said to mean both is told.
    fn tanda(&mut self, section: &Section<'a>) -> Tanda {
        let Some(item) = section.get("tanda") else { return Tanda::default() };
        let Some(inner) = self.section(&keys::TANDA, &item) else { return Tanda::default() };
        let tanda = Tanda { ya: self.optional_texts(&inner, "ya"), tidak: self.optional_texts(&inner, "tidak") };
        let folded = |word: &String| word.trim().to_lowercase();
        let tidak: BTreeSet<String> = tanda.tidak.iter().map(folded).collect();
        if let Some(both) = tanda.ya.iter().find(|word| tidak.contains(&folded(word))) {
            self.error(item.span, ProfileErrorKind::DuplicateItem { kunci: item.kunci, item: both.clone() });
        }
        tanda
    }

    fn kolom(&mut self, section: &Section<'a>) -> BTreeMap<String, FieldSpec> {
        let Some(item) = section.get("kolom") else { return BTreeMap::new() };
        let mut fields = BTreeMap::new();
        for mut entry in self.entries(&item, Expected::Table) {
            entry.contoh = format!("{} = \"Judul Kolom\"", entry.kunci);
            if NOT_FIELDS.contains(&entry.kunci.as_str()) {
                let (kunci, tabel) = (entry.kunci, keys::KOLOM.table.to_owned());
                let milik = Some(keys::SUMBER.table.to_owned());
                self.error(entry.key_span, ProfileErrorKind::UnknownKey { kunci, tabel, mirip: None, milik });
                continue;
            }
            let good = self.check_name("kolom", &entry.kunci, entry.key_span.clone());
            if let Some(spec) = self.field(&entry).filter(|_| good) {
                fields.insert(entry.kunci, spec);
            }
        }
        fields
    }

    fn field(&mut self, entry: &Item<'a>) -> Option<FieldSpec> {
        match entry.value {
            DeValue::String(_) => self.written(entry).map(|judul| FieldSpec { judul, jenis: None }),
            DeValue::Table(_) => {
                let section = self.section(&keys::KOLOM, entry)?;
                let judul = self.required(&section, "judul").and_then(|item| self.written(&item));
                let jenis = section.get("jenis").and_then(|item| self.choice(&item, &JENIS));
                judul.map(|judul| FieldSpec { judul, jenis })
            }
            _ => {
                self.wrong_type(entry, Expected::ColumnSpec);
                None
            }
        }
    }
}

fn parse_rows(text: &str) -> Option<HeaderRows> {
    let text = text.trim();
    let (first, last) = text.split_once(['-', '–']).unwrap_or((text, text));
    let row = |part: &str| {
        let part = part.trim();
        let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let number: u32 = if digits { part.parse().ok()? } else { return None };
        (1..=CellAddress::MAX_ROWS).contains(&number).then(|| number - 1)
    };
    let rows = HeaderRows { first: row(first)?, last: row(last)? };
    (rows.first <= rows.last).then_some(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heading_rows_as_the_user_sees_them() {
        assert_eq!(parse_rows("5-6"), Some(HeaderRows { first: 4, last: 5 }));
        assert_eq!(parse_rows(" 5 – 6 "), Some(HeaderRows { first: 4, last: 5 }));
        assert_eq!(parse_rows("5"), Some(HeaderRows { first: 4, last: 4 }));
        for bad in ["", "0", "6-5", "5-", "-5", "a", "5-6-7", "1048577", "5,6", "99999999999"] {
            assert_eq!(parse_rows(bad), None, "{bad}");
        }
    }
}
