//! What a line over a table says of the table's own year. Many a line there
//! names a year of something else: a law, the letter, the day of printing, a plan.

use crate::text::Period;
use crate::text::label::words;
use crate::text::lexicon::OF_ELSE;
use crate::text::period::{is_whole_year, period_in, says_a_day};
use crate::text::year_words::in_digits;
use crate::vocabulary::{CellAddress, Tanggal, Year};
use crate::workbook::{Cell, Value};
use rust_decimal::Decimal;

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
pub(crate) fn stated_periods(captions: &[Cell]) -> Vec<(CellAddress, Stated)> {
    let mut found = Vec::new();
    for row in captions.chunk_by(|one, other| one.at.row == other.at.row) {
        let stated = |(index, cell): (usize, &Cell)| {
            let stated = match &cell.value {
                Value::Text(text) if is_letters_number(text) && is_of_letter(&row[..index]) => None,
                Value::Text(text) => {
                    let day = || undated(&row[..index], text.trim().parse().ok()?);
                    stated_in(text).or_else(day)
                }
                Value::Number { value, .. } => labelled_year(&row[..index], *value, row.len() == 1)
                    .or_else(|| undated(&row[..index], *value))
                    .or_else(|| labelled_year(&[], *value, true).filter(|_| stands_apart(&row[..=index]))),
                Value::Date { serial } => {
                    dated(&row[..index], *serial).or_else(|| dated(&[], *serial).filter(|_| stands_apart(&row[..=index])))
                }
                _ => None,
            };
            Some((cell.at, stated?))
        };
        let before = found.len();
        found.extend(row.iter().enumerate().filter_map(stated));
        // `Triwulan`, `III`; `Keadaan`, `s/d`, `Juni`, 2021: the words stand in cells of their own.
        let joined = row.iter().filter_map(|cell| plain(&cell.value)).collect::<Vec<String>>().join(" ");
        let is_line = (2..=4).contains(&row.len()) && joined.len() <= SHORT;
        let Some(joined) = caption_period(&joined).filter(|_| is_line) else { continue };
        let says_part = found[before..].iter().any(|(_, stated)| stated.period.is_part());
        if found.len() == before || joined.period.is_part() && !says_part {
            found.truncate(before);
            found.push((row[0].at, joined));
        }
    }
    found
}

/// Whether the last of a row's cells stands far right of a title that names what the table is of, and of nothing that labels it.
fn stands_apart(row: &[Cell]) -> bool {
    let [.., title, own] = row else { return false };
    let Value::Text(text) = &title.value else { return false };
    let words = words(text);
    let is_title =
        words.len() >= 3 && !text.trim_end().ends_with(':') && words.iter().any(|word| OF_THE_TABLE.contains(&word.as_str()));
    is_title && own.at.column >= title.at.column + FAR
}

/// So many columns right of a title nothing belongs to it.
const FAR: u32 = 3;

/// `: 518/123/2022`: digits and strokes, with letters between them, and no word beside.
fn is_letters_number(text: &str) -> bool {
    let number = text.trim().trim_start_matches(':').trim();
    number.starts_with(|c: char| c.is_ascii_digit()) && number.contains('/') && !number.contains(char::is_whitespace)
}

/// Whether the last cell of words is the label of what a letter over the table bears in the next one: `Nomor`, `: 518/12/2022`.
fn is_of_letter(before: &[Cell]) -> bool {
    let label = before.iter().rev().filter_map(|cell| plain(&cell.value)).map(|text| words(&text));
    let label = label.into_iter().find(|words| !words.is_empty()).unwrap_or_default();
    let first = label.first().map_or("", String::as_str);
    let is_letters = matches!(first, "nomor" | "no" | "surat" | "lampiran" | "lamp" | "tembusan");
    is_letters && label.len() <= 2 && label.iter().skip(1).all(|word| matches!(word.as_str(), "surat" | "nomor" | "agenda"))
}

/// The letters of a line that cells of their own may make.
const SHORT: usize = 60;

/// A text, or a whole number, as written.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.to_string()),
        Value::Number { value, .. } if value.fract().is_zero() => Some(value.normalize().to_string()),
        _ => None,
    }
}

/// The texts of cells, as one line.
fn line(cells: &[Cell]) -> String {
    cells.iter().filter_map(|cell| plain(&cell.value)).collect::<Vec<String>>().join(" ")
}

/// `Update`, `Tanggal cetak` and a date, in cells of their own, as one line.
pub(crate) fn dated_line(row: &[Cell]) -> Option<(CellAddress, String)> {
    let (at, serial) = row.iter().enumerate().find_map(|(at, cell)| match cell.value {
        Value::Date { serial } => Some((at, serial)),
        _ => None,
    })?;
    let day = Tanggal::from_serial(i64::try_from(serial.trunc()).ok()?, false)?;
    let first = row[..at].iter().find(|cell| matches!(cell.value, Value::Text(_)))?;
    Some((first.at, format!("{} {:02}/{:02}/{}", line(&row[..at]), day.day, day.month, day.year)))
}

/// `Posisi per` and a date, in cells of their own.
fn dated(before: &[Cell], serial: Decimal) -> Option<Stated> {
    let day = Tanggal::from_serial(i64::try_from(serial.trunc()).ok()?, false)?;
    let label = words(&line(before));
    // `Masa` and the first of September: Excel makes it of `Sep 2021`.
    let is_month =
        day.day == 1 && label.iter().any(|word| matches!(word.as_str(), "masa" | "bulan" | "bln" | "periode" | "cut" | "cutoff"));
    if is_month && label.len() <= 3 {
        let text = format!("{} {:02}/{}", line(before), day.month, day.year);
        let period = Period { year: Some(Year(day.year)), months: None, until: Some(day.month), day: None, text };
        return Some(Stated { period, may_follow: false });
    }
    caption_period(format!("{} {}/{}/{}", line(before), day.day, day.month, day.year).trim())
}

/// `Posisi per` and a date whose format was lost on the way, as in a CSV: its serial day.
fn undated(before: &[Cell], value: Decimal) -> Option<Stated> {
    let is_day = value.fract().is_zero() && (Decimal::from(36_526)..=Decimal::from(54_788)).contains(&value);
    let label = words(&line(before));
    let says = |word: &String| says_a_day(word) || matches!(word.as_str(), "periode" | "tanggal" | "tgl");
    if is_day && label.last().is_some_and(says) { dated(before, value) } else { None }
}

/// `Tahun`, `:` and 2020 in cells of their own, or 2020 alone in its row.
fn labelled_year(before: &[Cell], value: Decimal, is_alone: bool) -> Option<Stated> {
    let year = i32::try_from(value).ok().filter(|year| value.fract().is_zero() && (1990..=2099).contains(year))?;
    let mut label: Vec<String> = Vec::new();
    for cell in before {
        let Value::Text(text) = &cell.value else { return None };
        label.extend(words(text));
    }
    let is_label = |word: &String| is_whole_year(word) || matches!(word.as_str(), "periode" | "data" | "laporan");
    let may_follow = label.iter().any(|word| matches!(word.as_str(), "anggaran" | "ta"));
    let text = format!("Tahun {year}");
    let fits = (is_alone || !label.is_empty()) && label.iter().all(is_label);
    fits.then_some(Stated { period: Period::of_year(Year(year), text), may_follow })
}

/// The period that a line of its own states for the table under it.
pub(crate) fn stated_in(text: &str) -> Option<Stated> {
    caption_period(&in_digits(text).unwrap_or_else(|| text.to_owned()))
}

/// The period that a line over a table states for it; `None` where it names none, or that of something else.
fn caption_period(text: &str) -> Option<Stated> {
    let words = words(text);
    if let Some(year) = year_of_book(&words) {
        return Some(Stated { period: Period::of_year(year, text.trim().to_owned()), may_follow: false });
    }
    let (period, from, to) = period_in(&words, text)?;
    if period.year.is_none() {
        return Some(Stated { period: reached(period, &words), may_follow: false });
    }
    let run = &words[from..to];
    let before = &words[..from];
    let has_tahun = run.iter().any(|word| is_whole_year(word));
    let of_table = before.iter().rposition(|word| OF_THE_TABLE.contains(&word.as_str())).filter(|_| has_tahun);
    let of_else = words[..to].iter().rposition(|word| OF_ELSE.iter().any(|list| list.contains(&word.as_str())));
    if of_else.is_some_and(|at| of_table.is_none_or(|own| own < at)) {
        return None;
    }
    let date = period.day.zip(period.until);
    let is_count = words.iter().any(|word| says_a_day(word) || matches!(word.as_str(), "periode" | "sd" | "sampai" | "hingga"))
        || text.to_lowercase().contains("s/d");
    if date.is_some_and(|(day, _)| day < LAST_DAYS) && !is_count {
        return None;
    }
    let has = |one: &str| words.iter().any(|word| word == one);
    // `AWAL TAHUN 2021`, `SALDO AWAL 2021`: what stood on its first day.
    let lead = words[..to].iter().rev().find(|word| !is_whole_year(word) && Year::parse(word).is_none());
    if lead.is_some_and(|word| word == "awal") && period.until.is_none() {
        return Some(Stated { period: Period { months: None, until: Some(1), day: Some(1), ..period }, may_follow: true });
    }
    let may_follow = has("rat") && !has("buku") || has("anggaran") || has("ta") || date == Some((1, 1));
    Some(Stated { period: reached(period, &words), may_follow })
}

/// The year of the figures in a line that names another beside it, where words say which is which.
pub(crate) fn governed_year(text: &str) -> Option<Year> {
    year_of_book(&words(text))
}

/// What a line's figures are of, before a year: `TAHUN BUKU 2020`, `per 31 Desember 2020`.
const OF_BOOK: &[&str] = &["buku", "tb"];
const OF_FIGURES: &[&str] = &["data", "keragaan", "keadaan", "kondisi", "posisi", "neraca", "per"];
/// What is done with them, in a year of its own: a meeting, a report of them, a later state of the list.
const OF_DOCUMENT: &[&str] = &[
    "rat",
    "dilaksanakan",
    "pelaksanaan",
    "dilaporkan",
    "pelaporan",
    "lapor",
    "dipublikasikan",
    "publikasi",
    "diterbitkan",
    "terbit",
    "disampaikan",
    "dicetak",
    "cetak",
    "update",
    "updating",
    "pemutakhiran",
    "dimutakhirkan",
    "lkpj",
    "lkjip",
    "lakip",
    "lppd",
];

/// The year of the figures in a line that names another beside it, each by what governs it: `Tahun Buku 2020 (RAT Tahun
/// 2021)`, `KERAGAAN 2020 (UPDATE 2021)`, `LKPJ TAHUN 2021 DATA TAHUN 2020`.
fn year_of_book(words: &[String]) -> Option<Year> {
    let year = |word: &String| Year::parse(word).filter(|year| (1990..=2099).contains(&year.0));
    let years: Vec<(usize, Year)> = words.iter().enumerate().filter_map(|(at, word)| Some((at, year(word)?))).collect();
    let [one, other] = years[..] else { return None };
    // What stands before a year is its own: behind the other one, too, where nothing else does.
    let said = [&words[..one.0], &words[one.0 + 1..other.0]];
    let holds = |words: &[String], list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let is_book = said.map(|words| holds(words, OF_BOOK));
    let is_document = [0, 1].map(|at| !is_book[at] && holds(said[at], OF_DOCUMENT));
    let is_of_figures = [0, 1].map(|at| is_book[at] || !is_document[at] && holds(said[at], OF_FIGURES));
    let years = [one.1, other.1];
    let own = [0, 1].into_iter().find(|at| is_of_figures[*at] && is_document[1 - at])?;
    (years[0] != years[1]).then(|| years[own])
}

/// The first and the last of several years that a line states for its table: `TAHUN 2019-2020`.
pub(crate) fn stated_span(text: &str) -> Option<(Year, Year)> {
    if text.len() > SHORT * 2 || text.bytes().filter(u8::is_ascii_digit).count() < 8 {
        return None;
    }
    let words = words(text);
    let year = |word: &String| Year::parse(word).filter(|year| (1990..=2099).contains(&year.0));
    let joins = |word: &String| {
        is_whole_year(word) || matches!(word.as_str(), "s" | "d" | "sd" | "sampai" | "dengan" | "hingga" | "dan" | "ke" | "vs")
    };
    let from = words.iter().position(|word| year(word).is_some())?;
    let run = || words[from..].iter().take_while(|word| year(word).is_some() || joins(word));
    let years: Vec<Year> = run().filter_map(year).collect();
    let leads = |word: &String| is_whole_year(word) || word == "periode" || OF_THE_TABLE.contains(&word.as_str());
    let is_else = |word: &String| OF_ELSE.iter().any(|list| list.contains(&word.as_str())) || word == "jabatan";
    let (first, last) = (*years.iter().min()?, *years.iter().max()?);
    // `RAT TAHUN 2022 (TAHUN BUKU 2021)`: the year of the books, and the one in which they were reported.
    let books: Vec<usize> = (from..words.len()).filter(|at| words[*at] == "buku").collect();
    let is_joined =
        |at: usize| matches!(words[at - 2].as_str(), "s" | "d" | "sd" | "sampai" | "dengan" | "hingga" | "dan" | "ke");
    if !words[..from].iter().any(|word| word == "buku") && matches!(books[..], [at] if at >= 2 && !is_joined(at)) {
        return None;
    }
    let is_of_table = words[..from].iter().any(leads) && !words[..from].iter().any(is_else);
    (first != last && is_of_table).then_some((first, last))
}

/// Words of amounts that flow: a month's are a month's.
const FLOWS: &[&str] =
    &["omset", "omzet", "volume", "penjualan", "pendapatan", "produksi", "bulanan", "transaksi", "laba", "shu"];

/// `KEADAAN DESEMBER 2021`, `BULAN DESEMBER 2021`: the year's end is reached, unless
/// the line speaks of what flows in that month.
fn reached(period: Period, words: &[String]) -> Period {
    let is_december = period.months == Some(1) && period.until == Some(12);
    let flows = words.iter().any(|word| FLOWS.contains(&word.as_str()));
    if is_december && !flows { Period { months: None, ..period } } else { period }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_years_of_the_table() {
        for (text, expected) in [
            ("TAHUN 2019-2020", Some((2019, 2020))),
            ("RAT TAHUN 2022 (TAHUN BUKU 2021)", None),
            ("TAHUN PELAPORAN 2022 (TAHUN BUKU 2021)", None),
            ("TAHUN BUKU 2020 DAN TAHUN BUKU 2021", Some((2020, 2021))),
            ("Data Koperasi Tahun 2019 s/d 2021", Some((2019, 2021))),
            ("DATA UMKM 2018, 2019 dan 2020", Some((2018, 2020))),
            ("RENSTRA TAHUN 2016-2021", None),
            ("Masa Jabatan Tahun 2019-2024", None),
            ("Perda Nomor 5 Tahun 2016-2020", None),
            ("TAHUN 2020", None),
            ("Telp 2019 2020", None),
        ] {
            let expected = expected.map(|(first, last)| (Year(first), Year(last)));
            assert_eq!(stated_span(text), expected, "{text}");
        }
    }

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
            ("Tahun Buku 2020 (RAT Tahun 2021)", Some((2020, false))),
            ("TB 2020/RAT 2021", Some((2020, false))),
            ("RAT 2021 Tahun Buku 2020", Some((2020, false))),
            ("HASIL RAT TAHUN BUKU 2020 DILAKSANAKAN TAHUN 2021", Some((2020, false))),
            ("REKAP RAT TAHUN 2021 ATAS TAHUN BUKU 2020", Some((2020, false))),
            ("TAHUN BUKU : 2020  TAHUN LAPOR : 2021", Some((2020, false))),
            ("KERAGAAN 2020 (UPDATE 2021)", Some((2020, false))),
            ("LKPJ TAHUN 2021 DATA TAHUN 2020", Some((2020, false))),
            ("Data 31-12-2020 dilaporkan Januari 2021", Some((2020, false))),
            ("Neraca per 31 Desember 2020 RAT Maret 2021", Some((2020, false))),
            ("RAT TAHUN 2022", Some((2022, true))),
            ("TAHUN ANGGARAN 2022", Some((2022, true))),
            ("KEADAAN PER 1 JANUARI 2022", Some((2022, true))),
            ("KEADAAN AWAL TAHUN 2022", Some((2022, true))),
            ("Jumlah Koperasi Menurut Kecamatan Tahun 2020", Some((2020, false))),
            ("Data Berdasarkan Jenis Usaha, 2020", Some((2020, false))),
            ("Posisi per tanggal 30-06-2020", Some((2020, false))),
            ("TA 20", Some((2020, true))),
            ("Pasuruan, 12-01-22", None),
            ("Nomor : 518/123/2022", None),
            ("Lampiran Surat Nomor 518/123/423.112/2022 tanggal 15 Januari 2022", None),
            ("Pasuruan, 12 Januari 2022", None),
            ("Dicetak tanggal 12/01/2022", None),
            ("Diperbarui: Februari 2022", None),
            ("Pemutakhiran data per 10 Februari 2022", None),
            ("Target 2024", None),
            ("Data diolah per 5 Januari 2022", None),
            ("Bahan penyusunan Rencana Kerja 2022", None),
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
