//! Titles that name some of those that a list's rows are, where nothing else is read: `DATA USAHA KECIL`,
//! `DATA UMKM PESERTA PELATIHAN`, `DATA KOPERASI SYARIAH`.

use crate::dataset::body::row_arti::arti_of;
use crate::dataset::cell::raw_text;
use crate::dataset::matching::fit::Chosen;
use crate::dataset::source::Source;
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::profile::Dictionary;
use crate::text::label::{one_of, spelt_words};
use crate::text::lexicon::DATA_OF;

/// So many rows above the headings are titles.
const TITLES: u32 = 15;
/// More words tell of something else.
const MOST: usize = 10;
/// Kinds of koperasi, of which a list may hold one.
const KINDS: &[&str] = &["syariah", "wanita", "konsumen", "produsen", "pemasaran", "kspps"];
/// What somebody took part in.
const TAKEN_PART_IN: &[&str] =
    &["pelatihan", "bimtek", "bimbingan", "pameran", "bazar", "bazaar", "sosialisasi", "magang", "pendampingan", "fasilitasi"];
/// Words of an office, by which a line is its letterhead.
const OFFICES: &[&str] = &["dinas", "bidang", "seksi", "kementerian", "badan", "deputi", "upt", "kecamatan"];

pub(crate) fn title_classes(source: &Source, chosen: &Chosen) -> Vec<Temuan> {
    let (sheet, first) = (chosen.sheet, chosen.layout.header.0);
    let berkas = &source.sumber.berkas;
    if !chosen.is_alone || berkas.len() > 1 || berkas.iter().any(|berkas| berkas.text.contains('*')) {
        return Vec::new();
    }
    // What the source itself, or every figure of it, is called it counts and nothing else.
    // KSP is what the letters say; a column of names may be headed so too.
    let is_of_savings = |word: &str| matches!(word, "ksp" | "usp" | "kspps" | "uspps" | "kospin");
    let heads = || chosen.layout.columns.iter().filter(|column| column.isian == chosen.name && column.isian.is_some());
    let is_own = |word: &str| {
        let own = |text: &str| spelt_words(text).iter().any(|own| own == word || word == "simpan" && is_of_savings(own));
        own(&source.sumber.id)
            || own(&source.sumber.nama)
            || source.needs.values().flat_map(|need| &need.untuk).any(|name| own(name))
            || heads().flat_map(|column| column.path.last()).any(|label| own(label))
    };
    let titles = sheet.between(first.saturating_sub(TITLES), first).map(|cell| (cell.at, raw_text(&cell.value)));
    let told = titles.filter_map(|(at, text)| {
        let class = class_of(&text, source.sumber.bentuk).filter(|class| !is_own(class) && arti_of(source, &text).is_none());
        class.map(|_| Temuan::new(sheet.at_cell(at), KeteranganMembatasi::of(text.trim(), 0)))
    });
    told.collect()
}

/// The word by which a title of data is of some of the dictionary's rows.
fn class_of(title: &str, bentuk: Dictionary) -> Option<String> {
    let words = spelt_words(title);
    let is_title = words.len() <= MOST && words.first().is_some_and(one_of(DATA_OF)) && !words.iter().any(one_of(OFFICES));
    if !is_title || title.contains(':') {
        return None;
    }
    let behind = |of: &[&str], list: &[&str]| {
        words.windows(2).find(|two| one_of(of)(&two[0]) && one_of(list)(&two[1])).map(|two| two[1].clone())
    };
    let took_part = || {
        let two = words.windows(2).find(|two| two[0] == "peserta" && one_of(TAKEN_PART_IN)(&two[1]))?;
        Some(two[1].clone())
    };
    let has = |list: &[&str]| words.iter().any(one_of(list));
    match bentuk {
        Dictionary::Umkm => {
            let of_size = || behind(&["usaha", "skala"], &["kecil", "menengah"]).filter(|_| !has(&["mikro", "dan", "ikm"]));
            took_part().or_else(of_size)
        }
        Dictionary::Keragaan => {
            let of_kind = || behind(&["koperasi"], KINDS).filter(|_| !has(&["dan", "menurut", "per"]));
            let of_savings = || {
                let three =
                    words.windows(3).find(|three| three[0] == "koperasi" && three[1] == "simpan" && three[2] == "pinjam")?;
                Some(three[1].clone()).filter(|_| !has(&["dan", "unit"]))
            };
            took_part().or_else(of_kind).or_else(of_savings)
        }
        Dictionary::None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    #[test]
    fn titles_of_some_of_the_rows() {
        for title in ["DATA USAHA KECIL", "DATA USAHA MENENGAH TAHUN 2021", "DATA UMKM PESERTA PELATIHAN"] {
            assert!(class_of(title, Dictionary::Umkm).is_some(), "{title}");
        }
        for title in ["DATA KOPERASI SYARIAH", "DAFTAR KOPERASI WANITA TAHUN 2021", "DATA KOPERASI SIMPAN PINJAM"] {
            assert!(class_of(title, Dictionary::Keragaan).is_some(), "{title}");
        }
        for title in [
            "DATA USAHA MIKRO",
            "DATA USAHA MIKRO, KECIL DAN MENENGAH",
            "DATA USAHA KECIL DAN MENENGAH",
            "DINAS KOPERASI DAN USAHA KECIL",
            "DATA UMKM TAHUN 2021",
            "Usaha Kecil",
        ] {
            assert_eq!(class_of(title, Dictionary::Umkm), None, "{title}");
        }
        for title in ["DATA KOPERASI SIMPAN PINJAM DAN KONSUMEN", "DATA KOPERASI TAHUN 2021", "REKAP KOPERASI PER JENIS"] {
            assert_eq!(class_of(title, Dictionary::Keragaan), None, "{title}");
        }
        assert_eq!(class_of("DATA USAHA KECIL", Dictionary::None), None);
    }

    #[test]
    fn a_list_of_ksp_by_its_own_name() {
        let told = |nama: &str, heading: &str| {
            let rows: String = (1..=5).map(|n| format!("KSP Nama {n};{n}/BH/1998;{}\n", 1_000_123 * n)).collect();
            let text = format!("DATA KOPERASI SIMPAN PINJAM\nTAHUN 2021\n\n{heading};Nomor BH;Volume Usaha\n{rows}");
            let office = Office::keragaan().file("2021.csv", &text).source(|sumber| sumber.nama = nama.to_owned());
            let office = office.kolom("nama_koperasi", heading, None);
            office.needs(2021, &["volume_usaha"]).read().has(Kode::KeteranganMembatasi).len()
        };
        assert_eq!(told("Data KSP", "Nama Koperasi"), 0);
        assert_eq!(told("Penilaian kesehatan KSP/USP", "Nama Koperasi"), 0);
        assert_eq!(told("Data Koperasi", "Nama KSP/USP"), 0);
        assert_eq!(told("Data Koperasi", "Nama Koperasi"), 1);
        assert_eq!(told("Data KSU", "Nama Koperasi"), 1);
    }
}
