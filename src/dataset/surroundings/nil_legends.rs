//! A legend by which a mark is no nil, on a sheet whose figures were read with that mark as nil.

use crate::dataset::body::row_arti::arti_of;
use crate::dataset::body::sections::Judged;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::CountedRow;
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis};
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::table::RowKind;
use crate::text::{NilMark, unreported_mark};
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Value};
use rust_decimal::Decimal;

/// The lines over and below the table by which a mark that was read as nil says that no figure was given.
pub(crate) fn nil_legends(source: &Source, of: &Judged, rows: &[CountedRow], used: &[Used]) -> Vec<Temuan> {
    let Judged { sheet, layout, .. } = *of;
    let is_figure =
        |used: &&Used| !used.rests.is_empty() && matches!(source.fields[used.field].jenis, Jenis::Uang | Jenis::Angka);
    let is_nil = |used: &Used, mark: NilMark| {
        let column = layout.columns[used.index].column;
        let stands = |row: &CountedRow| {
            let cell = sheet.cell(CellAddress::new(row.row, column));
            match (mark, cell.map(|cell| cell.value)) {
                (NilMark::Zero, Some(Value::Number { value, .. })) => value.is_zero(),
                (NilMark::Zero, Some(Value::Text(text))) => text.trim() == "0",
                (NilMark::Dash, Some(Value::Text(text))) => text.trim().trim_matches(['-', '\u{2013}', '\u{2014}']).is_empty(),
                _ => false,
            }
        };
        (0..used.data.len()).any(|index| used.data.get(index) == Isi::Angka(Decimal::ZERO) && stands(&rows[index]))
    };
    let limits = |cell: &Cell| {
        let Value::Text(text) = &cell.value else { return false };
        let mark = unreported_mark(text).filter(|_| arti_of(source, text).is_none());
        mark.is_some_and(|mark| used.iter().filter(is_figure).any(|used| is_nil(used, mark)))
    };
    let above = sheet.cells.rows_from(0).take_while(|row| row.row() < layout.header.0);
    let above = above.flat_map(|row| row.cells().collect::<Vec<_>>());
    let is_text = |kind: &RowKind| matches!(kind, RowKind::Footer | RowKind::GroupLabel(_) | RowKind::Nameless);
    let below = layout.rows.iter().filter(|row| is_text(row.kind)).flat_map(|row| sheet.row(row.row));
    let told = above.chain(below).filter(limits);
    told.map(|cell| Temuan::new(sheet.at_cell(cell.at), KeteranganMembatasi::of(raw_text(&cell.value), 0))).collect()
}
