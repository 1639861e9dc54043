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
    let is_named = |word: &str| {
        let own = |text: &str| spelt_words(text).iter().any(|own| own == word);
        own(&source.sumber.id)
            || own(&source.sumber.nama)
            || source.needs.values().flat_map(|need| &need.untuk).any(|name| own(name))
    };
    let is_own = |word: &str| is_named(word) || word == "simpan" && counts_savings_alone(source, chosen);
    let titles = sheet.between(first.saturating_sub(TITLES), first).map(|cell| (cell.at, raw_text(&cell.value)));
    let told = titles.filter_map(|(at, text)| {
        let class = class_of(&text, source.sumber.bentuk).filter(|class| !is_own(class) && arti_of(source, &text).is_none());
        class.map(|_| Temuan::new(sheet.at_cell(at), KeteranganMembatasi::of(text.trim(), 0)))
    });
    told.collect()
}

/// Whether the source, all figures of it or the column of names is called by the letters of koperasi simpan pinjam, and none of
/// them by another kind besides, or by all but those.
fn counts_savings_alone(source: &Source, chosen: &Chosen) -> bool {
    let heads = chosen.layout.columns.iter().filter(|column| column.isian == chosen.name && column.isian.is_some());
    let headings = heads.flat_map(|column| column.path.last()).map(AsRef::as_ref);
    let texts: Vec<&str> = [&*source.sumber.id, &*source.sumber.nama].into_iter().chain(headings).collect();
    let figures: Vec<&str> = source.needs.values().flat_map(|need| &need.untuk).map(AsRef::as_ref).collect();
    let is_savings = |text: &&str| savings(text) == Some(true);
    let is_other = |text: &&str| savings(text) == Some(false);
    let of_all = !figures.is_empty() && figures.iter().all(is_savings);
    (of_all || texts.iter().any(is_savings)) && !texts.iter().chain(&figures).any(is_other)
}

/// Whether a name is of koperasi simpan pinjam by their letters (`Data KSP`, `Nama KSP/USP`), or of others besides or instead
/// (`Data KSP dan KSU`, `Data koperasi non KSP`); `None` where it speaks of no kind at all.
fn savings(text: &str) -> Option<bool> {
    const SAVINGS: &[&str] = &["ksp", "usp", "kspps", "uspps", "kospin"];
    const OTHERS: &[&str] = &[
        "ksu",
        "kud",
        "kpri",
        "kpn",
        "kopkar",
        "kopwan",
        "koppontren",
        "koppas",
        "kopti",
        "konsumen",
        "produsen",
        "pemasaran",
        "jasa",
        "wanita",
        "nonksp",
        "nonusp",
        "non",
        "selain",
        "seluruh",
        "seluruhnya",
        "semua",
        "segala",
        "total",
        "termasuk",
        "kecuali",
        "luar",
        "diluar",
        "bukan",
        "tanpa",
        "tidak",
        "belum",
        "beserta",
        "gabungan",
        "lain",
        "lainnya",
        "dll",
        "dsb",
    ];
    const JOINED: &[&str] = &["dan", "atau", "serta", "dengan"];
    let joined = text.replace(['/', ',', ';', '&', '+', '|'], " dan ");
    let words = spelt_words(&joined);
    let is_savings = |word: Option<&String>| word.is_some_and(one_of(SAVINGS));
    let has_other = || words.iter().any(one_of(OTHERS));
    let is_alike = |at: usize| is_savings(at.checked_sub(1).and_then(|at| words.get(at))) && is_savings(words.get(at + 1));
    let is_joined_with_other = || (0..words.len()).any(|at| one_of(JOINED)(&words[at]) && !is_alike(at));
    if words.iter().any(one_of(SAVINGS)) {
        return Some(!has_other() && !is_joined_with_other());
    }
    has_other().then_some(false)
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
        for nama in [
            "Data Koperasi non KSP",
            "Data seluruh koperasi termasuk KSP",
            "Data koperasi (KSP, KSU, KUD, KPRI)",
            "Data koperasi selain USP",
            "Data KSP dan KSU",
            "Data Koperasi dan KSP",
        ] {
            assert_eq!(told(nama, "Nama Koperasi"), 1, "{nama}");
            assert_eq!(told(nama, "Nama KSP"), 1, "{nama}");
        }
        assert_eq!(told("Data Koperasi", "Nama KSP / KSU / KUD"), 1);
        assert_eq!(told("Data Koperasi", "Nama Koperasi (KSP/Non KSP)"), 1);
    }

    #[test]
    fn names_by_letters() {
        for text in ["Data KSP", "Nama KSP/USP", "Penilaian kesehatan KSP/USP", "ksp", "Data Koperasi (KSP & USP)", "jumlah_ksp"]
        {
            assert_eq!(savings(text), Some(true), "{text}");
        }
        for text in ["Data KSP, KSU", "koperasi_non_ksp", "KSP dan koperasi lainnya", "Data KSU"] {
            assert_eq!(savings(text), Some(false), "{text}");
        }
        assert_eq!(savings("Data Koperasi Kabupaten Buleleng"), None);
    }
}
