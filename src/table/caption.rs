//! What a line over a table says of the table's own year. Many a line there
//! names a year of something else: a law, the letter, the day of printing, a plan.

use crate::text::Period;
use crate::text::date::month_named;
use crate::text::label::words;
use crate::text::period::{is_whole_year, period_in, says_a_day};
use crate::vocabulary::{CellAddress, Year};
use crate::workbook::{Cell, Value};
use rust_decimal::Decimal;

/// Words before a year that make it the year of something else than the table.
const OF_ELSE: &[&str] = &[
    // Rules and letters.
    "nomor",
    "no",
    "nmr",
    "sk",
    "surat",
    "keputusan",
    "kepwal",
    "kepbup",
    "kepmen",
    "kepmenkop",
    "peraturan",
    "perda",
    "perwali",
    "perwal",
    "perbup",
    "pergub",
    "permen",
    "permenkop",
    "permendagri",
    "permenpan",
    "perpres",
    "inpres",
    "pp",
    "uu",
    "undang",
    "berdasarkan",
    "sesuai",
    "menurut",
    "dasar",
    "tanggal",
    "tgl",
    // The file's own history.
    "cetak",
    "dicetak",
    "tercetak",
    "print",
    "printed",
    "update",
    "updated",
    "diperbarui",
    "diperbaharui",
    "pembaruan",
    "pemutakhiran",
    "dimutakhirkan",
    "unduh",
    "diunduh",
    "diambil",
    "ditarik",
    "ekspor",
    "export",
    "dibuat",
    "disusun",
    "revisi",
    "rev",
    "versi",
    "version",
    "ver",
    "modul",
    "aplikasi",
    "form",
    "formulir",
    "format",
    "templat",
    "template",
    "kode",
    // Plans and bases.
    "target",
    "proyeksi",
    "renstra",
    "rpjmd",
    "rpjpd",
    "sensus",
    "podes",
    "susenas",
    "sumber",
    // Beginnings.
    "sejak",
    "berdiri",
    "didirikan",
    "dibentuk",
    "terbentuk",
    "disahkan",
    "pengesahan",
    // Addresses.
    "jalan",
    "jl",
    "jln",
    "telp",
    "telepon",
    "tel",
    "fax",
    "faks",
    "hp",
    "wa",
    "pos",
];
/// What such tables are of: `Lampiran Surat Nomor 5: Data Koperasi Tahun 2020` does state its year.
const OF_THE_TABLE: &[&str] = &["koperasi", "umkm", "usaha", "keragaan", "data"];
/// A date from this day on ends a month; an earlier one is that of a letter.
const LAST_DAYS: u8 = 28;

/// The period a caption states for its table.
pub(crate) struct Stated {
    pub(crate) period: Period,
    /// The year stated may be the one after the table's: a general meeting held,
    /// a budget's, a count on the first of January.
    pub(crate) may_follow: bool,
}

/// The periods that the cells over a table state for it, each with its cell.
pub(crate) fn stated_periods(captions: &[&Cell]) -> Vec<(CellAddress, Stated)> {
    let stated = |(index, cell): (usize, &&Cell)| {
        let stated = match &cell.value {
            Value::Text(text) => caption_period(text),
            Value::Number { value, .. } => labelled_year(&captions[..index], cell.at, *value),
            _ => None,
        };
        Some((cell.at, stated?))
    };
    captions.iter().enumerate().filter_map(stated).collect()
}

/// `Tahun`, `:` and 2020 in cells of their own.
fn labelled_year(before: &[&Cell], at: CellAddress, value: Decimal) -> Option<Stated> {
    let year = i32::try_from(value).ok().filter(|year| value.fract().is_zero() && (1990..=2099).contains(year))?;
    let mut label: Vec<String> = Vec::new();
    for cell in before.iter().filter(|cell| cell.at.row == at.row) {
        let Value::Text(text) = &cell.value else { return None };
        label.extend(words(text));
    }
    let is_label = |word: &String| is_whole_year(word) || matches!(word.as_str(), "periode" | "data" | "laporan");
    let may_follow = label.iter().any(|word| matches!(word.as_str(), "anggaran" | "ta"));
    let text = format!("Tahun {year}");
    let fits = !label.is_empty() && label.iter().all(is_label);
    fits.then_some(Stated { period: Period { year: Some(Year(year)), months: Some(12), text }, may_follow })
}

/// The period that a line over a table states for it; `None` where it names none, or that of something else.
fn caption_period(text: &str) -> Option<Stated> {
    let words = words(text);
    let (period, from, to) = period_in(&words, text)?;
    let Some(year) = period.year else { return Some(Stated { period, may_follow: false }) };
    let run = &words[from..to];
    let before = &words[..from];
    let has_tahun = run.iter().any(|word| is_whole_year(word));
    let of_table = before.iter().rposition(|word| OF_THE_TABLE.contains(&word.as_str())).filter(|_| has_tahun);
    let of_else = words[..to].iter().rposition(|word| OF_ELSE.contains(&word.as_str()));
    if of_else.is_some_and(|at| of_table.is_none_or(|own| own < at)) {
        return None;
    }
    let date = date_in(&words, &year.to_string());
    let is_count = words.iter().any(|word| says_a_day(word) || matches!(word.as_str(), "periode" | "sd" | "sampai" | "hingga"))
        || text.to_lowercase().contains("s/d");
    if date.is_some_and(|(day, _)| day < LAST_DAYS) && !is_count {
        return None;
    }
    let has = |one: &str| words.iter().any(|word| word == one);
    let may_follow = has("rat") && !has("buku") || has("anggaran") || has("ta") || date == Some((1, 1));
    Some(Stated { period, may_follow })
}

/// The day and month written before a year, in words or in numbers.
fn date_in(words: &[String], year: &str) -> Option<(u8, u8)> {
    let at = words.iter().position(|word| word == year)?;
    let part = |back: usize| words.get(at.checked_sub(back)?).map(String::as_str);
    let number = |text: &str, most: u8| text.parse::<u8>().ok().filter(|number| (1..=most).contains(number));
    let month = part(1).and_then(|text| month_named(text).or_else(|| number(text, 12)))?;
    Some((number(part(2)?, 31)?, month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_the_table_and_years_of_something_else() {
        for (text, expected) in [
            ("LAPORAN KERAGAAN KOPERASI TAHUN 2020", Some((2020, false))),
            ("DATA KOPERASI 2020", Some((2020, false))),
            ("PERIODE 31 DESEMBER 2020", Some((2020, false))),
            ("per 31/12/2020", Some((2020, false))),
            ("31 Desember 2020", Some((2020, false))),
            ("Keadaan s/d 15 November 2020", Some((2020, false))),
            ("TAHUN BUKU 2020", Some((2020, false))),
            ("KOTA PASURUAN TAHUN 2020", Some((2020, false))),
            ("Lampiran Surat Nomor 518/123: Data Koperasi Tahun 2020", Some((2020, false))),
            ("RAT TAHUN 2022", Some((2022, true))),
            ("TAHUN ANGGARAN 2022", Some((2022, true))),
            ("KEADAAN PER 1 JANUARI 2022", Some((2022, true))),
            ("Nomor : 518/123/2022", None),
            ("Lampiran Surat Nomor 518/123/423.112/2022 tanggal 15 Januari 2022", None),
            ("Pasuruan, 12 Januari 2022", None),
            ("Dicetak tanggal 12/01/2022", None),
            ("Diperbarui: Februari 2022", None),
            ("Pemutakhiran data per 10 Februari 2022", None),
            ("Target 2024", None),
            ("(Perwali 60/2019)", None),
            ("Permenkop UKM 9/2018", None),
            ("Dinas Koperasi (terbentuk tahun 2017)", None),
            ("Sumber: Laporan RAT 2022", None),
            ("Kode Pos 67126 Telp (0343) 2021", None),
            ("REKAPITULASI DATA KOPERASI", None),
        ] {
            let stated = caption_period(text).and_then(|stated| Some((stated.period.year?.0, stated.may_follow)));
            assert_eq!(stated, expected, "{text}");
        }
    }
}
