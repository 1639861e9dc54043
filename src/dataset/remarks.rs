//! Words over or beside a table that make its figures something else than the
//! realisasi of the year: `RENCANA`, `RAPB`, `per bulan`.

use super::Jenis;
use super::cell::raw_text;
use super::choose::Chosen;
use super::column::Used;
use super::part_period::is_of_event;
use super::rows::CountedRow;
use super::source::Source;
use crate::diagnostic::{JudulMembatasi, KeteranganMembatasi, Temuan};
use crate::table::TableLayout;
use crate::text::{limiting, period_alone};
use crate::vocabulary::{CellAddress, Sel};
use crate::workbook::{Sheet, Value};

/// The titles, and the sheet's name, that limit what the figures are.
pub(crate) fn limits(chosen: &Chosen) -> Vec<Temuan> {
    let sheet = chosen.sheet;
    let titles = chosen.layout.limits.iter().map(|limit| {
        let fakta = JudulMembatasi { judul: limit.text.clone(), kata: limit.word.clone() };
        Temuan::new(sheet.at_cell(limit.at), fakta)
    });
    let name = sheet.name.as_deref().filter(|_| !chosen.sheet_is_named);
    let of_name = name.and_then(|name| {
        let fakta = JudulMembatasi { judul: name.to_owned(), kata: limiting(name)? };
        Some(Temuan::new(sheet.at(), fakta))
    });
    titles.chain(of_name).collect()
}

/// The unused columns whose cells beside counted amounts say that these are a
/// month's, a quarter's, a day's.
pub(crate) fn remarks(source: &Source, sheet: &Sheet, layout: &TableLayout, rows: &[CountedRow], used: &[Used]) -> Vec<Temuan> {
    let counts = |used: &&Used| !used.rests.is_empty() && source.fields[used.field].jenis == Jenis::Uang;
    if used.iter().find(counts).is_none() {
        return Vec::new();
    }
    let is_used = |column: u32| used.iter().any(|used| !used.rests.is_empty() && layout.columns[used.index].column == column);
    let mut found = Vec::new();
    for column in layout.columns.iter().filter(|column| !is_used(column.column)) {
        let said = rows.iter().filter_map(|row| {
            let cell = sheet.cell(CellAddress::new(row.row, column.column))?;
            let Value::Text(text) = &cell.value else { return None };
            says_a_part(text, is_of_event(column)).then(|| raw_text(&cell.value))
        });
        let said: Vec<String> = said.collect();
        if let Some(first) = said.first() {
            let fakta = KeteranganMembatasi { teks: first.clone(), jumlah: said.len() };
            found.push(Temuan::new(sheet.at().with(Sel::Column(column.column)), fakta));
        }
    }
    found
}

/// `per bulan`, `Omset/hari`, `s/d TW III`.
fn says_a_part(text: &str, is_event: bool) -> bool {
    let is_long = text.len() > 80;
    if is_long || !text.chars().any(char::is_alphabetic) {
        return false;
    }
    let is_part = |period: crate::text::Period| period.day.is_none() && period.is_part() && !is_event;
    crate::text::limiting_span(text).is_some() || period_alone(text).is_some_and(is_part)
}
