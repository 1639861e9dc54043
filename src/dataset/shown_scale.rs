//! Number formats that show a multiple of what is stored: `#,##0" juta"` makes 5
//! five million to whoever looks at it. Where that is not what the column says,
//! nobody can tell which was meant.

use super::Jenis;
use super::cell::{ColumnReader, raw_text};
use super::column::Used;
use super::rows::CountedRow;
use super::source::Source;
use crate::diagnostic::{FormatBerskala, NilaiTakTampak, Tampil, Temuan};
use crate::table::TableLayout;
use crate::vocabulary::{CellAddress, Sel, exact_text};
use crate::workbook::{Cell, Merge, NumberStyle, OddShow, Sheet, Value};
use rust_decimal::Decimal;

/// Whether a cell shows another multiple than its column is read in.
pub(crate) fn shown_otherwise(cell: &Cell, reader: &ColumnReader) -> Option<FormatBerskala> {
    // The profile's own word settles it.
    let is_settled = reader.jenis == Jenis::Uang && reader.scale_is_said;
    let Value::Number { value, .. } = &cell.value else { return None };
    let tampil = match cell.style {
        NumberStyle::Scaled { power } if !is_settled && !value.is_zero() && shown_factor(power) != Some(reader.skala) => {
            Tampil::Kelipatan(shown_factor(power).map_or_else(|| format!("10^{power}"), exact_text))
        }
        NumberStyle::Odd(OddShow::Negative) if *value > Decimal::ZERO => Tampil::Minus,
        NumberStyle::Odd(OddShow::Foreign) if *value > Decimal::ZERO && reader.jenis == Jenis::Uang => Tampil::MataUangLain,
        _ => return None,
    };
    Some(FormatBerskala { ditemukan: raw_text(&cell.value), tampil, skala_kolom: reader.skala_text.clone() })
}

/// Columns with counted values that nobody sees.
pub(crate) fn unseen(source: &Source, sheet: &Sheet, layout: &TableLayout, rows: &[CountedRow], used: &[Used]) -> Vec<Temuan> {
    let is_figure = |used: &&Used| matches!(source.fields[used.field].jenis, Jenis::Uang | Jenis::Angka);
    let resting = used.iter().filter(|used| !used.rests.is_empty()).filter(is_figure);
    let of_column = resting.filter_map(|used| {
        let column = layout.columns[used.index].column;
        let cells = rows.iter().filter_map(|row| sheet.cell(CellAddress::new(row.row, column)));
        // A merged region shows its first cell alone: what another still holds counts unseen.
        let own = |merge: &&Merge| (merge.first.column..=merge.last.column).contains(&column) && merge.first != merge.last;
        let merges: Vec<&Merge> = sheet.merges.iter().flatten().filter(own).collect();
        let is_covered = |at: CellAddress| {
            merges.iter().any(|merge| (merge.first.row..=merge.last.row).contains(&at.row) && merge.first != at)
        };
        let is_filled = |cell: &Cell| !matches!(&cell.value, Value::Text(text) if text.trim().is_empty());
        let is_unseen = |cell: &Cell| cell.style == NumberStyle::Odd(OddShow::Unseen) || is_covered(cell.at) && is_filled(cell);
        let hidden: Vec<Cell> = cells.filter(is_unseen).collect();
        let contoh = raw_text(&hidden.first()?.value);
        Some(Temuan::new(sheet.at().with(Sel::Column(column)), NilaiTakTampak { jumlah: hidden.len(), contoh }))
    });
    of_column.collect()
}

/// 10^power; none below one.
fn shown_factor(power: i8) -> Option<Decimal> {
    let power = u32::try_from(power).ok()?;
    10i64.checked_pow(power).map(Decimal::from)
}
