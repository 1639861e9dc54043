//! `[instansi]` and `[penandatangan]`: who the office is and who signs.

use super::error::ProfileErrorKind;
use super::keys;
use super::reading::{Item, Reading, Section, UNFILLED};
use super::{Cara, Instansi, Penandatangan};
use crate::vocabulary::{Nip, Tanggal};

/// Stands for a date that an error was reported for; no profile is made then.
const NO_DATE: Tanggal = Tanggal { year: 1900, month: 1, day: 1 };

impl<'a> Reading<'a> {
    pub(super) fn instansi(&mut self, root: &Section<'a>) -> Instansi {
        let section = self.required(root, "instansi").and_then(|item| self.section(&keys::INSTANSI, &item));
        let Some(section) = section else {
            let nama = String::new();
            let daerah = String::new();
            return Instansi { nama, daerah, visi: None, misi: Vec::new(), tujuan: None, tugas: None, fungsi: Vec::new() };
        };
        Instansi {
            nama: self.printed_text(&section, "nama"),
            daerah: self.printed_text(&section, "daerah"),
            visi: self.optional_text(&section, "visi"),
            misi: self.optional_texts(&section, "misi"),
            tujuan: self.optional_text(&section, "tujuan"),
            tugas: self.optional_text(&section, "tugas"),
            fungsi: self.optional_texts(&section, "fungsi"),
        }
    }

    /// One table, or several, left to right.
    pub(super) fn penandatangan(&mut self, root: &Section<'a>) -> Vec<Penandatangan> {
        let Some(item) = self.required(root, "penandatangan") else { return Vec::new() };
        let items = if item.value.is_table() { vec![item] } else { self.tables_not_empty(&item) };
        let sections: Vec<Section<'a>> = items.iter().filter_map(|item| self.section(&keys::PENANDATANGAN, item)).collect();
        // A superior who has seen it stands at the left, as is the custom, without place and date of his own.
        let has_seen = |section: &Section<'a>| {
            let sebagai = section.get("sebagai").and_then(|item| item.value.as_str().map(str::to_owned));
            let neither = section.get("tempat").is_none() && section.get("tanggal").is_none();
            neither && sebagai.is_some_and(|sebagai| sebagai.trim_end().ends_with([',', ':']))
        };
        let dated = sections.iter().position(|section| !has_seen(section)).unwrap_or(0);
        sections.iter().enumerate().map(|(index, section)| self.signer(section, index == dated)).collect()
    }

    /// The tables of `[[name]]`, at least one.
    pub(super) fn tables_not_empty(&mut self, item: &Item<'a>) -> Vec<Item<'a>> {
        if item.value.as_array().is_some_and(|array| array.iter().next().is_none()) {
            self.blank(item);
        }
        self.tables(item)
    }

    /// Place and date are required of the one who is `dated` alone: one who has seen it ("Mengetahui") may give none.
    fn signer(&mut self, section: &Section<'a>, dated: bool) -> Penandatangan {
        let tanggal = if dated { self.required(section, "tanggal") } else { section.get("tanggal") };
        let tanggal = tanggal.map(|item| self.date(&item).unwrap_or(NO_DATE));
        Penandatangan {
            tempat: match dated || section.get("tempat").is_some() {
                true => self.printed_text(section, "tempat"),
                false => String::new(),
            },
            tanggal,
            sebagai: self.optional_text(section, "sebagai").unwrap_or_default(),
            jabatan: match self.required(section, "jabatan") {
                Some(item) => {
                    let lines: Vec<String> = self.texts(&item).into_iter().map(|written| written.text).collect();
                    if lines.iter().any(|line| line.contains(UNFILLED)) {
                        self.unfilled(&item);
                    }
                    lines
                }
                None => Vec::new(),
            },
            nama: self.printed_text(section, "nama"),
            pangkat: self.optional_text(section, "pangkat"),
            nip: self.nip(section),
            cara: match section.get("cara") {
                Some(item) => self.choice(&item, &[("basah", Cara::Basah), ("tte", Cara::Tte)]).unwrap_or(Cara::Basah),
                None => Cara::Basah,
            },
            penanda: self.penanda(section),
            bidang: self.bidang(section),
        }
    }

    fn bidang(&mut self, section: &Section<'a>) -> (f32, f32) {
        let usual = Penandatangan::BIDANG;
        let inner = section.get("bidang").and_then(|item| self.section(&keys::BIDANG, &item));
        let Some(inner) = inner else { return usual };
        let mut size = |kunci: &'static str, usual: f32| match inner.get(kunci) {
            Some(item) => self.millimetres(&item, 10, 150).unwrap_or(usual),
            None => usual,
        };
        (size("lebar", usual.0), size("tinggi", usual.1))
    }

    fn nip(&mut self, section: &Section<'a>) -> Option<Nip> {
        let item = section.get("nip")?;
        let text = self.optional_text(section, "nip")?;
        if text.contains(UNFILLED) {
            self.unfilled(&item);
            return None;
        }
        Nip::parse(&text).map_err(|error| self.error(item.span.clone(), ProfileErrorKind::Nip(error))).ok()
    }

    fn penanda(&mut self, section: &Section<'a>) -> Option<char> {
        let item = section.get("penanda")?;
        let text = self.optional_text(section, "penanda")?;
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some(only), None) if !only.is_alphanumeric() => Some(only),
            _ => {
                self.error(item.span, ProfileErrorKind::NotOneCharacter { kunci: item.kunci });
                None
            }
        }
    }
}
