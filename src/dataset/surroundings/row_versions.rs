//! Columns by which some rows are of another day, another part of the year or another version than the others, though
//! each name stands once: `Posisi` 31/12/2021 and 30/06/2021.

use crate::dataset::body::row_arti::arti_of;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::part_period::{cell_period, is_of_event};
use crate::dataset::counted::On;
use crate::dataset::key::normal;
use crate::dataset::surroundings::remark_columns::is_remarks;
use crate::diagnostic::{KeteranganMembatasi, PeriodeBerbeda, Temuan};
use crate::table::LayoutColumn;
use crate::text::label::spelt_words;
use crate::text::lexicon::ONE_OF_TWO;
use crate::vocabulary::{At, CellAddress, Sel, Year, mask_person};
use crate::workbook::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Words of headings over the time or the version of a row's figures.
const OF_TIME: &[&str] = &[
    "posisi",
    "keadaan",
    "waktu",
    "tahap",
    "tahapan",
    "periode",
    "masa",
    "termin",
    "versi",
    "update",
    "pemutakhiran",
    "cutoff",
    "cut",
];
/// What may stand beside them, and names nothing else.
const BESIDE: &[&str] =
    &["data", "per", "laporan", "pelaporan", "tanggal", "tgl", "tahun", "off", "akhir", "ke", "angka", "terakhir", "kondisi"];
/// More different values than this tell the rows apart, not their figures.
const MOST: usize = 6;
/// So many different versions there are at most.
const VERSIONS: usize = 4;

/// What such columns say, each told once, but for those that are told already.
pub(crate) fn row_versions(on: &On, own: Option<Year>, row_years: &[Option<Year>], told: &[At]) -> Vec<Temuan> {
    let On { source, sheet, layout, .. } = *on;
    let is_free = |column: &&LayoutColumn| column.isian.is_none() && !is_of_event(column);
    // Rows of several years have a time each.
    let are_of_one = row_years.iter().all(|year| Some(year) == row_years.first());
    let of_column = |column: &LayoutColumn| {
        let is_timed = is_of_time(column);
        if !(is_timed || are_of_one && is_remarks(column)) {
            return None;
        }
        let values = values(on, column.column);
        let at = sheet.at().with(Sel::Column(column.column));
        // It may say something of one year's rows alone.
        let years = years_said(on, column.column, row_years);
        let is_of_one = are_of_one || years.len() == 1;
        let rows = row_years.iter().filter(|year| are_of_one || years.contains(year)).count();
        let filled: usize = values.iter().map(|(_, rows)| rows).sum();
        let (first, last) = (values.first()?, values.last()?);
        // All of them of one day, of an earlier year than theirs.
        let own = own.or(years.first().copied().flatten());
        if let (Some(own), true, [(only, said)]) = (own, is_timed && is_of_one, &values[..])
            && only.year.is_some_and(|year| year < own)
            && said * 2 > rows
            && !told.contains(&at)
        {
            let heading = column.path.last().map_or("", String::as_str);
            let periode = format!("{heading} {}", only.text);
            return Some(Temuan::new(at, PeriodeBerbeda { periode, periode_lain: format!("tahun {own}") }));
        }
        // `Semula` and `Menjadi` say so beside a few rows too.
        let are_two =
            is_timed && values.len() > 1 && values.iter().all(|(value, _)| ONE_OF_TWO.contains(&normal(&value.text).as_str()));
        if !(2..=MOST).contains(&values.len())
            || filled * 2 <= rows && !are_two
            || told.contains(&at)
            || arti_of(source, &last.0.text).is_some()
        {
            return None;
        }
        let periods = values.iter().filter(|(value, _)| value.is_period).map(|(_, rows)| rows).sum::<usize>();
        if periods * 5 >= filled * 4 && is_timed && is_of_one {
            let heading = column.path.last().map_or("", String::as_str);
            let (periode, periode_lain) = (format!("{heading} {}", last.0.text), format!("{heading} {}", first.0.text));
            return Some(Temuan::new(at, PeriodeBerbeda { periode, periode_lain }));
        }
        // A version stands beside several rows.
        let are_versions = are_two || is_timed && values.len() <= VERSIONS && values.iter().all(|(_, rows)| *rows >= 2);
        (are_versions && (is_of_one || periods == 0) || periods * 5 >= filled * 4 && is_of_one).then(|| {
            let lain = values.iter().rev().skip(1).map(|(value, _)| mask_person(&value.text)).collect();
            Temuan::new(at, KeteranganMembatasi { lain, ..KeteranganMembatasi::of(mask_person(&last.0.text), last.1) })
        })
    };
    layout.columns.iter().filter(is_free).filter_map(of_column).collect()
}

/// `Posisi`, `Keadaan Per`, `Tgl Data`: a word of time or version, and nothing beside it that is another thing.
fn is_of_time(column: &LayoutColumn) -> bool {
    let words = column.path.last().map(|label| spelt_words(label)).unwrap_or_default();
    let is = |list: &[&str], word: &String| list.contains(&word.as_str());
    let is_of_data = || {
        matches!(
            words.iter().map(String::as_str).collect::<Vec<_>>()[..],
            ["status" | "versi", "data"] | ["jenis", "nilai"] | ["skenario"] | ["tutup", "buku"]
        )
    };
    let dated =
        || words.iter().any(|word| is(&["tanggal", "tgl"], word)) && words.iter().any(|word| is(&["data", "laporan"], word));
    is_of_data()
        || (words.iter().any(|word| is(OF_TIME, word)) || dated())
            && words.iter().all(|word| is(OF_TIME, word) || is(BESIDE, word))
}

/// The years of the rows beside which a column says something.
fn years_said(on: &On, column: u32, row_years: &[Option<Year>]) -> BTreeSet<Option<Year>> {
    let says = |row: u32| {
        let cell = on.merged.cell(on.sheet, CellAddress::new(row, column));
        cell.is_some_and(|cell| raw_text(&cell.value).chars().any(char::is_alphanumeric))
    };
    on.rows.iter().zip(row_years).filter(|(row, _)| says(row.row)).map(|(_, year)| *year).collect()
}

/// One of a column's values.
struct Said {
    text: String,
    is_period: bool,
    /// The year that it names.
    year: Option<Year>,
}

/// A column's different values, the most frequent first; none where there are too many.
fn values(on: &On, column: u32) -> Vec<(Said, usize)> {
    let mut counts: BTreeMap<String, (Said, usize)> = BTreeMap::new();
    for row in on.rows {
        let Some(cell) = on.merged.cell(on.sheet, CellAddress::new(row.row, column)) else { continue };
        let period = cell_period(&cell);
        // A day within a month is when something was done.
        let is_day = matches!(cell.value, Value::Date { .. })
            && period.as_ref().and_then(|period| period.day).is_some_and(|day| (2..28).contains(&day));
        let raw = raw_text(&cell.value);
        if !raw.chars().any(char::is_alphanumeric) {
            continue;
        }
        let text = period.as_ref().map_or_else(|| raw.trim().to_owned(), |period| period.text.clone());
        let own = counts.entry(text.to_lowercase()).or_insert_with(|| {
            let year = period.as_ref().filter(|_| !is_day).and_then(|period| period.year);
            (Said { text, is_period: period.is_some() && !is_day, year }, 0)
        });
        own.1 += 1;
        if counts.len() > MOST {
            return Vec::new();
        }
    }
    let mut values: Vec<(Said, usize)> = counts.into_values().collect();
    values.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
    values
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::Kode;

    /// Whether six koperasi with this column beside their figures are refused, and told.
    fn told(heading: &str, first: &str, second: &str) -> (bool, bool) {
        let row = |at: usize| format!("{at};KSP {at}A;{at}/BH/1990;{};{at}00123", if at < 4 { first } else { second });
        let rows: Vec<String> = (1..7).map(row).collect();
        let text = format!("No;Nama Koperasi;Nomor Badan Hukum;{heading};Volume Usaha\n{}", rows.join("\n"));
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        (!read.galat().is_empty(), !read.has(Kode::KeteranganMembatasi).is_empty())
    }

    #[test]
    fn half_of_the_rows_of_another_day_or_version() {
        for (heading, first, second) in [
            ("Posisi", "31/12/2021", "30/06/2021"),
            ("Posisi", "31 Des", "30 Juni"),
            ("Keadaan Per", "31 Desember 2021", "31 Desember 2020"),
            ("Tgl Data", "31/12/2021", "31/03/2021"),
            ("Tahap", "TW IV", "TW II"),
        ] {
            assert!(told(heading, first, second).0, "{heading} {first} {second}");
        }
        for (heading, first, second) in
            [("Tahap", "Final", "Tengah"), ("Versi", "2", "1"), ("Versi", "Semula", "Menjadi"), ("Keterangan", "2021", "2018")]
        {
            assert_eq!(told(heading, first, second), (false, true), "{heading} {first} {second}");
        }
        for (heading, first, second) in [
            ("Keterangan", "Simpan pinjam", "Konsumen"),
            ("Tanggal RAT", "31/03/2021", "30/06/2021"),
            ("Posisi", "31/12/2021", "31/12/2021"),
            ("Masa Jabatan Ketua", "2019", "2021"),
            ("Kondisi Gedung", "Baik", "Rusak"),
        ] {
            assert_eq!(told(heading, first, second), (false, false), "{heading} {first} {second}");
        }
    }
}
