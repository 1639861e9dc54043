//! What stands in a file's name where `berkas` leaves it open (`*`, `{kecamatan}`): a file of a plan, an example or a
//! draft is among those that the pattern takes, and is no realisasi of the year.

use crate::dataset::body::row_arti::arti_of;
use crate::dataset::matching::captured::{captured_fields, taken};
use crate::dataset::source::Source;
use crate::diagnostic::{Fakta, JudulMembatasi, KeteranganMembatasi, Letak, Temuan};
use crate::text::aside::{ends_in_version, is_copied_sheet};
use crate::text::bare_figure::bare_figure;
use crate::text::dateless::dateless;
use crate::text::doubt::unsettles;
use crate::text::label::words;
use crate::text::lexicon::{CORRECTED, VERSIONS};
use crate::text::loose::loosely;
use crate::text::partial::set_aside;
use crate::text::region::regions;
use crate::text::reserve::reservation;
use crate::text::section::{sheet_status, version_named};
use crate::text::spoken_name::spoken;
use crate::text::{another_figure, limiting, name_unit, of_another_list, provisional};
use crate::vocabulary::{At, Year};
use crate::workbook::FoundFile;
use std::collections::BTreeSet;

/// A file of these beside others sums them, or some of them.
const OF_ALL: &[&str] =
    &["rekap", "rekapitulasi", "total", "gabungan", "kompilasi", "semua", "seluruh", "jumlah", "kumpulan", "keseluruhan"];
/// A file of one's own, or of some of the rows.
const OF_NONE: &[&str] = &["tes", "test", "saja", "template", "templat", "kosong", "baru"];
/// A file of another government's koperasi.
const OF_ABOVE: &[&str] = &["prov", "provinsi", "propinsi", "nasional"];
/// What the whole is called, by itself beside files of its parts.
const WHOLE: &[&str] = &["kota", "kabupaten", "kab"];
/// Beside others of the same year: a part of one, or another form of it.
const OF_ANOTHER: &[&str] = &["final", "tahap", "fix"];

/// The files whose names say, where the pattern leaves them open, that they hold something else than the year's own.
pub(crate) fn file_names(source: &Source, found: &[FoundFile]) -> Vec<Temuan> {
    let told = |file: &FoundFile| {
        let text = taken(source, &file.berkas)?;
        if arti_of(source, &text).is_some() {
            return None;
        }
        let beside = || found.iter().filter(|other| other.berkas != file.berkas && other.tahun == file.tahun);
        let has_others = beside().next().is_some();
        let others = || beside().filter_map(|other| taken(source, &other.berkas)).map(|text| words(&text).concat()).collect();
        let apart = spoken(&text);
        // `KopTarget`, `PER TRIWULAN 2021`.
        let undated = dateless(apart.as_deref().unwrap_or(&text));
        let said: Vec<&String> = [Some(&text), apart.as_ref(), undated.as_ref()].into_iter().flatten().collect();
        let kata = said.iter().find_map(|text| limiting(text).or_else(|| another_figure(text)));
        let fakta: Fakta = match kata {
            Some(kata) => JudulMembatasi { judul: text, kata }.into(),
            None if said.iter().any(|text| is_open(source, text, (has_others, &others())))
                || is_of_another_year(&text, file.tahun) =>
            {
                KeteranganMembatasi::of_name(text, Letak::NamaBerkas).into()
            }
            None => return None,
        };
        Some(Temuan::new(At::file(file.berkas.as_str()), fakta))
    };
    found.iter().filter_map(told).collect()
}

/// `Rejoso 2020` where `{tahun}` is 2021: two years stand in the name.
fn is_of_another_year(text: &str, own: Option<Year>) -> bool {
    let years = || text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4).filter_map(Year::parse);
    let is_near = |year: Year| (1990..=2099).contains(&year.0);
    own.is_some_and(|own| years().any(|year| is_near(year) && year != own) && years().all(|year| year != own))
}

/// `sd 30-06`, `s.d. 30 9` at its end: until a day before the year's last month.
fn is_until_a_day(words: &[String]) -> bool {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let ([.., "sd" | "per" | "posisi" | "hingga" | "sampai", day, month] | [.., "s", "d", day, month]) = words.as_slice() else {
        return false;
    };
    let number = |word: &str| word.parse::<u8>().ok();
    number(day).zip(number(month)).is_some_and(|(day, month)| (1..=31).contains(&day) && (1..12).contains(&month))
}

fn is_open(source: &Source, text: &str, (has_others, others): (bool, &BTreeSet<String>)) -> bool {
    // `2021 (2)`, `2020-2021`.
    if !text.chars().any(char::is_alphabetic) {
        return is_copied_sheet(text) || unsettles(text).is_some();
    }
    let own = words(text);
    // A kecamatan's own name: `Malinau Kota`, `Maros Baru` where `{kecamatan}` is left open and no `Maros` (`Maros 1`) stands beside it.
    let is_name = |word: &String| {
        !VERSIONS.contains(&word.as_str())
            && !CORRECTED.contains(&word.as_str())
            && !matches!(word.as_str(), "data" | "update" | "updated" | "koperasi" | "se")
    };
    let may_be_place = own.len() == 2 && is_name(&own[0]) && !captured_fields(source).is_empty();
    let is_bare = |other: &String| other.trim_end_matches(|c: char| c.is_ascii_digit()).ends_with(own[0].as_str());
    let is_place = may_be_place && matches!(own[1].as_str(), "kota" | "baru") && !others.iter().any(is_bare);
    if own == ["kota", "lama"] || is_place {
        return false;
    }
    let is = |list: &[&str]| own.iter().any(|word| list.contains(&word.as_str()));
    let is_whole = || {
        let region = source.region.as_ref();
        is(OF_ALL) || region.is_some_and(|own| regions(text).iter().any(|named| named.is_kota == own.is_kota))
    };
    let is_foreign = || {
        let region = source.region.as_ref();
        region.is_some_and(|own| regions(text).iter().any(|named| !named.is_kota && named.name.first() != own.name.first()))
    };
    // A unit in a name is heard as such.
    let open = || unsettles(text).filter(|_| name_unit(text).is_none());
    let said = || {
        provisional(text)
            .or_else(|| set_aside(text))
            .or_else(|| loosely(text))
            .or_else(|| bare_figure(text))
            .or_else(open)
            .or_else(|| reservation(text))
            .or_else(|| of_another_list(text))
    };
    // `Keragaan 2021 Kota` beside `Keragaan 2021 Gadingrejo`.
    let is_named_whole = || own.last().is_some_and(|last| WHOLE.contains(&last.as_str()));
    is(OF_NONE)
        || is(OF_ABOVE)
        || is_until_a_day(&own)
        || has_others && is_named_whole()
        || has_others && (is_whole() || is(OF_ANOTHER))
        || is_foreign()
        || is_copied_sheet(text)
        || ends_in_version(text)
        || sheet_status(text).is_some_and(|(_, is_sure)| is_sure)
        || version_named(text).is_some()
        || said().is_some()
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::Kode;

    const ROWS: &str = "No;Nama Koperasi;Nomor BH;Volume Usaha\n1;KSP A;1/BH;100\n2;KUD B;2/BH;200";

    fn told(pattern: &str, name: &str) -> (bool, bool) {
        let office = Office::new(crate::profile::Dictionary::Keragaan, &[pattern], &["nomor_bh"]).file(name, ROWS);
        let read = office.needs(2021, &["volume_usaha"]).read();
        (!read.has(Kode::JudulMembatasi).is_empty(), !read.has(Kode::KeteranganMembatasi).is_empty())
    }

    #[test]
    fn what_a_pattern_leaves_open_is_judged_as_a_title_is() {
        for name in [
            "RAPB 2021.csv",
            "Target Keragaan 2021.csv",
            "Keragaan 2021 (rencana).csv",
            "Rerata Keragaan 2021.csv",
            "Prognosa 2021.csv",
            "Keragaan 2021 KopTarget.csv",
            "Keragaan 2021 PER TRIWULAN 2021.csv",
        ] {
            assert!(told("data/*{tahun}*.csv", name).0, "{name}");
        }
        for name in [
            "Keragaan 2021 draft.csv",
            "Keragaan 2021 sd 30-06.csv",
            "Contoh Keragaan 2021.csv",
            "Salinan dari Keragaan 2021.csv",
            "Keragaan 2021 (belum masuk semua).csv",
            "Koreksi data 2021.csv",
            "Kop 2021 dibubarkan.csv",
            "Keragaan 2021 Semula.csv",
            "Keragaan Perubahan 2021.csv",
            "Keragaan 2021 KopDraft.csv",
        ] {
            assert_eq!(told("data/*{tahun}*.csv", name), (false, true), "{name}");
        }
        assert!(told("data/Kop {tahun} {kecamatan}.csv", "Kop 2021 target.csv").0);
        assert_eq!(told("data/Kop {tahun} {kecamatan}.csv", "Kop 2021 Rejoso 2020.csv"), (false, true));
        assert_eq!(told("data/Kop {tahun} {kecamatan}.csv", "Kop 2021 Prov.csv"), (false, true));
        for name in ["Keragaan 2021.csv", "Laporan Keragaan Koperasi 2021 Bidang.csv", "Rekap Koperasi 2021.csv"] {
            assert_eq!(told("data/*{tahun}*.csv", name), (false, false), "{name}");
        }
        for name in ["Kop 2021 Malinau Kota.csv", "Kop 2021 Maros Baru.csv"] {
            assert_eq!(told("data/Kop {tahun} {kecamatan}.csv", name), (false, false), "{name}");
        }
        // Beside the file of the same kecamatan it is another state of it; so it is where no kecamatan is left open.
        for (one, other) in
            [("Rejoso", "Rejoso Baru"), ("Rejoso 1", "Rejoso Baru"), ("Rejoso", "Rejoso Kota"), ("Rejoso", "Se Kota")]
        {
            let office = Office::new(crate::profile::Dictionary::Keragaan, &["data/Kop {tahun} {kecamatan}.csv"], &["nomor_bh"]);
            let office = office.file(&format!("Kop 2021 {one}.csv"), ROWS);
            let office = office.file(&format!("Kop 2021 {other}.csv"), &ROWS.replace("BH;", "BHX;"));
            assert_eq!(office.needs(2021, &["volume_usaha"]).read().has(Kode::KeteranganMembatasi).len(), 1, "{one} {other}");
        }
        assert_eq!(told("data/*{tahun}*.csv", "Keragaan 2021 baru.csv"), (false, true));
        // What the office wrote into the pattern itself is settled.
        assert_eq!(told("data/Target {tahun}.csv", "Target 2021.csv"), (false, false));
    }
}
