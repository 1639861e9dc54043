//! Headings of a sheet that no dictionary knows: the row of texts over rows of
//! figures, and what each column seems to hold.

use crate::dataset::Jenis;
use crate::profile::tidy_name;
use crate::text::{MarkText, NumberText, read_date, read_mark, read_number};
use crate::vocabulary::Year;
use crate::workbook::{Cell, Sheet, Value};
use std::collections::BTreeSet;

/// Rows looked at for headings, and below them for what columns hold.
const SEARCHED: usize = 60;
const SAMPLED: usize = 200;
/// How far below them, and how many columns: as many as the search for tables looks at.
const DEPTH: u32 = 2_000;
const COLUMNS: usize = 1024;

/// A column under a guessed heading.
pub(crate) struct Guessed {
    pub isian: String,
    pub judul: String,
    pub jenis: Jenis,
}

/// The rows of the headings (from 0, both included) and their columns; none where no row looks like one.
pub(crate) fn guess(sheet: &Sheet) -> Option<((u32, u32), Vec<Guessed>)> {
    let rows: Vec<u32> = sheet.cells.rows_from(0).take(SEARCHED).map(|view| view.row()).collect();
    let label = |cell: &Cell| matches!(&cell.value, Value::Text(text) if is_label(text));
    let of_year = |cell: &Cell| year_of_heading(cell).is_some();
    // Years side by side are headings too, where a label stands beside them.
    let labels = |row: u32| {
        let labels = sheet.row(row).iter().filter(|cell| label(cell)).count();
        let years = sheet.row(row).iter().filter(|cell| !label(cell) && of_year(cell)).count();
        if labels > 0 && years >= 2 { labels + years } else { labels }
    };
    // The first row of most labels; a row of data holds figures and fewer of them.
    let best = rows.into_iter().fold(None, |best: Option<(usize, u32)>, row| {
        let count = labels(row);
        let is_better = count >= 2 && count * 2 > sheet.row(row).len() && best.is_none_or(|(most, _)| count > most);
        if is_better { Some((count, row)) } else { best }
    });
    let (_, row) = best?;
    // `Tahun` over 2019, 2020, 2021: the years stand below it, over figures.
    let below = sheet.row(row + 1);
    let are_years = below.len() >= 2 && below.iter().all(of_year);
    let last = if are_years { row + 1 } else { row };
    let over_years = |cell: &Cell| are_years && below.iter().any(|year| year.at.column == cell.at.column);
    let mut taken = BTreeSet::new();
    let mut columns = Vec::new();
    for cell in sheet.row(row).into_iter().filter(|cell| label(cell) && !over_years(cell)).take(COLUMNS) {
        let Value::Text(text) = &cell.value else { continue };
        let judul = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some(isian) = tidy_name(&judul).filter(|isian| taken.insert(isian.clone())) else { continue };
        let near = sheet.between(last + 1, last.saturating_add(DEPTH + 1));
        let below = near.filter(|below| below.at.column == cell.at.column);
        columns.push(Guessed { isian, judul, jenis: kind(below.take(SAMPLED), text) });
    }
    let years: Vec<Cell> = sheet.row(last).into_iter().filter(of_year).collect();
    if years.len() >= 2 && taken.insert("nilai".to_owned()) {
        columns.retain(|column| year_of_heading_text(&column.judul).is_none());
        let below = sheet
            .between(last + 1, u32::MAX)
            .filter(|below| below.at.row > last && years.iter().any(|year| year.at.column == below.at.column));
        columns.push(Guessed { isian: "nilai".to_owned(), judul: "{tahun}".to_owned(), jenis: kind(below.take(SAMPLED), "") });
    }
    (columns.len() >= 2).then_some(((row, last), columns))
}

/// The year that a heading is and says nothing besides.
fn year_of_heading(cell: &Cell) -> Option<Year> {
    match &cell.value {
        Value::Number { value, .. } => year_of_heading_text(&value.normalize().to_string()),
        Value::Text(text) => year_of_heading_text(text),
        _ => None,
    }
}

fn year_of_heading_text(text: &str) -> Option<Year> {
    Year::parse(text.trim()).filter(|year| (1990..=2099).contains(&year.0))
}

fn is_label(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && text.chars().count() <= 80 && !matches!(read_number(text), NumberText::Value(_))
}

/// Words of headings whose cells are kinds of what is counted.
const CATEGORIES: &[&str] = &["kategori", "jenis", "golongan", "klasifikasi", "kelompok", "uraian", "variabel", "indikator"];

/// What most of a column's cells are; money where the heading says so.
pub(crate) fn kind<'c>(cells: impl Iterator<Item = Cell<'c>>, judul: &str) -> Jenis {
    let (mut numbers, mut dates, mut marks, mut texts) = (0_usize, 0_usize, 0_usize, 0_usize);
    for cell in cells {
        match &cell.value {
            Value::Number { .. } | Value::Overflow(_) => numbers += 1,
            Value::Date { .. } => dates += 1,
            Value::Bool(_) => marks += 1,
            Value::Text(text) if text.trim().is_empty() => {}
            Value::Text(text) => match read_number(text) {
                // 16 digits in a text are a number that names, not one that counts.
                NumberText::Value(_) | NumberText::TwoWays { .. }
                    if text.bytes().filter(u8::is_ascii_digit).count() < 15
                        && (!text.trim().starts_with('0') || matches!(text.trim(), "0" | "00"))
                        || text.trim().starts_with("0,")
                        || text.trim().starts_with("0.") =>
                {
                    numbers += 1;
                }
                NumberText::Missing | NumberText::Nil => {}
                _ if matches!(read_date(text), crate::text::DateText::Date(_)) => dates += 1,
                _ if matches!(read_mark(text), MarkText::Yes | MarkText::No | MarkText::Cross) => marks += 1,
                _ => texts += 1,
            },
            Value::Error(_) | Value::NoResult => {}
        }
    }
    let most = numbers.max(dates).max(marks).max(texts);
    let words = judul.to_lowercase();
    let money = ["rp", "rupiah", "omset", "omzet", "modal", "aset", "volume", "shu", "nilai", "pendapatan", "hutang", "simpanan"];
    match most {
        0 => Jenis::Teks,
        _ if most == texts => Jenis::Teks,
        _ if most == numbers && words.split(|c: char| !c.is_alphanumeric()).any(|word| money.contains(&word)) => Jenis::Uang,
        _ if most == numbers => Jenis::Angka,
        _ if most == dates => Jenis::Tanggal,
        // `AKTIF`, `TIDAK AKTIF` under `kategori`: what the row counts, and no yes or no of it.
        _ if words.split(|c: char| !c.is_alphanumeric()).any(|word| CATEGORIES.contains(&word)) => Jenis::Teks,
        _ => Jenis::Tanda,
    }
}

#[cfg(test)]
mod tests {
    use super::kind;
    use crate::dataset::Jenis;
    use crate::vocabulary::CellAddress;
    use crate::workbook::{Cell, Formula, NumberStyle, Value};

    #[test]
    fn a_category_of_marks_is_a_text() {
        let cells = || {
            ["AKTIF", "TIDAK AKTIF", "AKTIF"].into_iter().zip(0..).map(|(text, row)| Cell {
                at: CellAddress::new(row, 0),
                value: Value::Text(text),
                formula: Formula::None,
                style: NumberStyle::General,
            })
        };
        assert!(matches!(kind(cells(), "kategori"), Jenis::Teks));
        assert!(matches!(kind(cells(), "RAT"), Jenis::Tanda));
    }
}
