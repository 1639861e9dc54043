//! Titles and sheet names that name another kabupaten or kota than the office's own, or a part of it or more than it where
//! nothing else is read.

use crate::dataset::body::row_arti::arti_of;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::On;
use crate::dataset::matching::fit::Chosen;
use crate::dataset::source::Source;
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::text::is_nil_or_missing;
use crate::text::label::{likeness, spelt_words, words};
use crate::text::region::{Region, is_kota, other_level, regions, spanned};
use crate::vocabulary::{At, CellAddress, Sel};
use crate::workbook::{Cell, Sheet, Value};
use std::collections::BTreeMap;

/// So many rows above the headings are titles.
const TITLES: u32 = 15;

/// Words of a heading over kabupaten and kota, and over provinces; and what may stand beside them, or over them.
const OF_REGIONS: &[&str] = &["kabupaten", "kab", "kota", "kotamadya", "kabkota"];
const OF_PROVINCES: &[&str] = &["provinsi", "propinsi", "prov"];
const BESIDE: &[&str] = &["nama", "alamat", "lokasi", "tempat", "kedudukan", "wilayah", "domisili", "usaha", "koperasi"];
/// So alike are two writings of one name.
const ALIKE: u32 = 750;
/// Where no profile says which is the office's own, one row in so many at most may be elsewhere by mistake.
const ONE_IN: usize = 6;
/// Other texts that are told beside the first.
const OTHERS: usize = 12;

/// The titles over a table, and its sheet's name, that name another kabupaten or kota.
pub(crate) fn foreign_places(source: &Source, chosen: &Chosen) -> Vec<Temuan> {
    let (sheet, first) = (chosen.sheet, chosen.layout.header.0);
    let Some(own) = &source.region else { return Vec::new() };
    // `Kota Kudus` names a kecamatan's sheet too.
    let name = sheet.name.iter().filter(|_| !chosen.sheet_is_named).map(|name| (sheet.at(), name.to_string()));
    let named = name.filter(|(_, name)| !regions(name).iter().any(|region| region.shares_its_name(own)));
    let titles = sheet.between(first.saturating_sub(TITLES), first).map(|cell| (sheet.at_cell(cell.at), raw_text(&cell.value)));
    // `SE-JAWA TIMUR` over the list of one kota.
    let is_wider = |text: &str| {
        spanned(text).is_some_and(|name| !name.iter().any(|word| own.name.contains(word) || source.own_words.contains(word)))
    };
    // Of many files or sheets each may be of a kecamatan; where a column says which, the rows are of many.
    let layout = &chosen.layout;
    let says_place = ["kecamatan", "kelurahan"].iter().any(|isian| {
        layout.columns.iter().any(|column| {
            column.isian.as_deref() == Some(isian)
                || column.path.last().is_some_and(|leaf| spelt_words(leaf).iter().any(|word| word == isian))
        })
    });
    let berkas = &source.sumber.berkas;
    let is_whole = chosen.is_alone && berkas.len() == 1 && !berkas[0].text.contains('*') && !says_place;
    let is_of_other_level = |text: &str| {
        let name = other_level(text).filter(|_| is_whole);
        name.is_some_and(|name| !name.iter().any(|word| own.name.contains(word) || source.own_words.contains(word)))
    };
    let is_foreign = |(_, text): &(At, String)| {
        let is_another = || regions(text).iter().any(|region| region.is_another(own));
        (is_another() || is_wider(text) || is_of_other_level(text)) && arti_of(source, text).is_none()
    };
    // `Kecamatan | Gadingrejo`, as an export's head has it.
    let pairs = (first.saturating_sub(TITLES)..first).filter_map(|row| place_pair(sheet, row));
    let of_pairs = pairs.filter(|(_, text)| is_of_other_level(&format!("koperasi {text}")) && arti_of(source, text).is_none());
    let told = named.chain(titles).filter(is_foreign).chain(of_pairs);
    told.map(|(at, text)| Temuan::new(at, KeteranganMembatasi::of(text, 0))).collect()
}

/// A row of two texts, the first a kind of place: `Kecamatan` and `Gadingrejo`.
pub(crate) fn place_pair(sheet: &Sheet, row: u32) -> Option<(At, String)> {
    let is_filled = |cell: &Cell| !matches!(&cell.value, Value::Text(text) if matches!(text.trim(), "" | ":"));
    let cells: Vec<Cell> = sheet.row(row).into_iter().filter(is_filled).collect();
    let [Cell { value: Value::Text(label), at, .. }, Cell { value: Value::Text(place), .. }] = &cells[..] else { return None };
    let (label, place) = (label.trim().trim_end_matches(':').trim(), place.trim().trim_start_matches(':').trim());
    let is_kind = matches!(&*label.to_lowercase(), "kecamatan" | "kec." | "kec" | "kelurahan" | "desa");
    let is_place = words(place).first().is_some_and(|word| !matches!(word.as_str(), "all" | "semua" | "seluruh"));
    (is_kind && is_place).then(|| (sheet.at_cell(*at), format!("{label} {place}")))
}

/// A kabupaten, a kota or a province as a cell names it.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Place {
    is_kota: Option<bool>,
    name: String,
}

impl Place {
    /// None where a cell names none: blank, a code, a kind alone.
    fn read(text: &str) -> Option<Self> {
        if is_nil_or_missing(text) || !text.chars().any(char::is_alphabetic) {
            return None;
        }
        let words = words(text);
        let is_beside =
            |word: &String| OF_PROVINCES.contains(&word.as_str()) || matches!(word.as_str(), "adm" | "administrasi" | "daerah");
        let name: String = words.iter().filter(|word| is_kota(word).is_none() && !is_beside(word)).cloned().collect();
        let mut kinds = words.iter().filter_map(|word| is_kota(word));
        // `Kab/Kota Pasuruan` may be either.
        let is_kota = kinds.next().filter(|_| kinds.next().is_none());
        (name.chars().count() > 2).then_some(Self { is_kota, name })
    }

    fn of(region: &Region) -> Self {
        Self { is_kota: Some(region.is_kota), name: region.name.concat() }
    }

    fn is(&self, other: &Self) -> bool {
        let (one, two) = (self.name.as_str(), other.name.as_str());
        let is_like = one.contains(two) || two.contains(one) || likeness(one, two) >= ALIKE;
        is_like && (self.is_kota.is_none() || other.is_kota.is_none() || self.is_kota == other.is_kota)
    }
}

/// Whether a heading stands over kabupaten and kota (false), or over provinces (true).
fn heads_regions(path: &[String]) -> Option<bool> {
    let (leaf, parents) = path.split_last()?;
    let leaf = words(leaf);
    let is_of = |list: &[&str]| leaf.iter().any(|word| list.contains(&word.as_str()));
    let (regions, provinces) = (is_of(OF_REGIONS), is_of(OF_PROVINCES));
    let is_known = |word: &String| [OF_REGIONS, OF_PROVINCES, BESIDE].iter().any(|list| list.contains(&word.as_str()));
    let is_plain = leaf.iter().all(is_known) && parents.iter().flat_map(|label| words(label)).all(|word| is_known(&word));
    (is_plain && regions != provinces).then_some(provinces)
}

/// Counted rows whose own column names another kabupaten, kota or province than the office's, or than nearly all others:
/// a finding for each column. None where the rows are places, or formulas ask the column.
pub(crate) fn foreign_rows(on: &On, used: &[Used]) -> Vec<Temuan> {
    let On { source, sheet, layout, rows, .. } = *on;
    let is_asked = |column: u32| used.iter().any(|own| !own.rests.is_empty() && layout.columns[own.index].column == column);
    // An office of a province has many.
    let is_of_province = OF_PROVINCES.iter().any(|word| source.own_words.contains(*word));
    let mut told = Vec::new();
    for heading in layout.columns.iter().filter(|heading| !source.recap && !is_asked(heading.column)) {
        let Some(of_provinces) = heads_regions(&heading.path) else { continue };
        if is_of_province && !of_provinces {
            continue;
        }
        // Most rows have the text of the row above.
        let mut runs: Vec<(String, usize)> = Vec::new();
        for row in rows {
            let cell = on.merged.cell(sheet, CellAddress::new(row.row, heading.column));
            let Some(Value::Text(text)) = cell.map(|cell| cell.value) else { continue };
            match runs.last_mut() {
                Some((last, count)) if last == text.trim() => *count += 1,
                _ => runs.push((text.trim().to_owned(), 1)),
            }
        }
        let mut texts: BTreeMap<String, usize> = BTreeMap::new();
        runs.into_iter().for_each(|(text, count)| *texts.entry(text).or_default() += count);
        let mut places: Vec<(Place, String, usize)> =
            texts.into_iter().filter_map(|(text, count)| Some((Place::read(&text)?, text, count))).collect();
        places.sort_by_key(|(_, _, count)| std::cmp::Reverse(*count));
        let all: usize = places.iter().map(|(_, _, count)| count).sum();
        let own = source.region.as_ref().filter(|_| !of_provinces).map(Place::of);
        let own = own.or_else(|| {
            let first = &places.first()?.0;
            let elsewhere: usize = places.iter().filter(|(place, ..)| !place.is(first)).map(|(_, _, count)| count).sum();
            (elsewhere * ONE_IN <= all).then(|| first.clone())
        });
        let Some(own) = own else { continue };
        let mut others = places.iter().filter(|(place, text, _)| !place.is(&own) && arti_of(source, text).is_none());
        let Some((_, text, count)) = others.next() else { continue };
        let mut fakta = KeteranganMembatasi::of(text.clone(), *count);
        for (_, text, count) in others {
            fakta.jumlah += count;
            if fakta.lain.len() < OTHERS {
                fakta.lain.push(text.clone());
            }
        }
        told.push(Temuan::new(sheet.at().with(Sel::Column(heading.column)), fakta));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::{Fakta, Kode};

    #[test]
    fn names_of_one_place() {
        let is = |one: &str, two: &str| Place::read(one).unwrap().is(&Place::read(two).unwrap());
        for (one, two) in [
            ("Kota Pasuruan", "PASURUAN"),
            ("Kota Pasuruan", "Kota Pasruan"),
            ("Kab/Kota Pasuruan", "Kota Pasuruan"),
            ("Jawa Timur", "Provinsi Jawa Timur"),
            ("Kab. Malang", "Kabupaten Malang"),
        ] {
            assert!(is(one, two), "{one} {two}");
        }
        for (one, two) in [("Kota Pasuruan", "Kab. Pasuruan"), ("Pasuruan", "Malang"), ("Jawa Timur", "Jawa Tengah")] {
            assert!(!is(one, two), "{one} {two}");
        }
        assert!(["-", "3575", "Kota", ""].into_iter().all(|text| Place::read(text).is_none()));
    }

    /// How many rows are told of, of koperasi with these places under a heading.
    fn told(heading: &str, places: &[&str]) -> usize {
        let row =
            |(at, place): (usize, &&str)| format!("{at};KSP Nomor {at};518/{at}/BH/1998;{place};{}\n", 8_000_000 + at * 7919);
        let rows: String = places.iter().enumerate().map(row).collect();
        let text = format!("No;Nama Koperasi;No Badan Hukum;{heading};Volume Usaha\n{rows}");
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        assert_eq!(read.galat(), Vec::<String>::new());
        let count = |temuan: &&Temuan| match &temuan.fakta {
            Fakta::KeteranganMembatasi(fakta) => fakta.jumlah,
            _ => 0,
        };
        read.has(Kode::KeteranganMembatasi).iter().map(count).sum()
    }

    #[test]
    fn rows_of_another_place() {
        let mut rows = ["Kota Pasuruan"; 8];
        assert_eq!(told("Kabupaten/Kota", &rows), 0);
        rows[3] = "Pasuruan";
        rows[4] = "";
        assert_eq!(told("Kabupaten/Kota", &rows), 0);
        rows[5] = "Kab. Pasuruan";
        assert_eq!(told("Kabupaten/Kota", &rows), 1);
        assert_eq!(told("Kota", &rows), 1);
        rows[6] = "Kota Malang";
        // Of eight two are no slip, where nobody says which place is the office's own.
        assert_eq!(told("Kabupaten/Kota", &rows), 0);
        assert_eq!(told("Kota Lahir", &rows), 0);
        let mut provinces = ["Jawa Timur"; 8];
        provinces[2] = "Jawa Tengah";
        assert_eq!(told("Provinsi", &provinces), 1);
    }
}
