//! A year's column beside its quarters: `TW I` to `TW IV` and `Jumlah`. Where the
//! quarters of a row do not make up what its year states, one of them is wrong; where
//! a quarter holds nothing in any row, the year is not over.

use super::FieldInfo;
use super::accept::Findings;
use super::cell::raw_text;
use super::column::Used;
use super::counted::{CountedRow, figure_of};
use crate::diagnostic::{JumlahTidakSama, PeriodeBerbeda, Temuan};
use crate::table::TableLayout;
use crate::vocabulary::{CellAddress, Sel};
use crate::workbook::Sheet;
use rust_decimal::Decimal;

/// Holds each counted row's year against its parts, where figures rest on the year.
pub(crate) fn check_made_up(
    used: &[Used],
    fields: &[FieldInfo],
    (sheet, layout): (&Sheet, &TableLayout),
    rows: &[CountedRow],
    findings: &mut Findings,
) {
    for column in used.iter().filter(|column| !column.rests.is_empty()) {
        let own = layout.columns[column.index].column;
        let Some((_, parts)) = layout.made_up.iter().find(|(whole, parts)| *whole == own && !parts.is_empty()) else { continue };
        if let Some(bare) = bare_part(sheet, parts, rows) {
            let named = layout.columns.iter().find(|column| column.column == bare).map(|column| column.path.join(" / "));
            let periode = format!("{} (kosong)", named.unwrap_or_default());
            let of_whole = layout.columns[column.index].path.join(" / ");
            let at = sheet.at().with(Sel::Column(bare));
            findings.raise(Temuan::new(at, PeriodeBerbeda { periode, periode_lain: of_whole }), None);
        }
        for row in rows {
            let at = CellAddress::new(row.row, own);
            let Some(cell) = sheet.cell(at) else { continue };
            let part = |column: &u32| sheet.cell(CellAddress::new(row.row, *column));
            // A year without any of its quarters is reported as a whole.
            if parts.iter().all(|column| part(column).is_none()) {
                continue;
            }
            let sum = parts.iter().try_fold(Decimal::ZERO, |sum, column| sum.checked_add(figure_of(part(column).as_ref())?));
            if let (Some(tertulis), Some(terhitung)) = (figure_of(Some(&cell)), sum)
                && tertulis != terhitung
            {
                let ditemukan = raw_text(&cell.value);
                let isian = fields[column.field].isian.to_string();
                let fakta =
                    JumlahTidakSama { isian, ditemukan: ditemukan.clone(), tertulis, terhitung, baris: 1, kolom: parts.len() };
                findings.raise(Temuan::new(sheet.at_cell(at), fakta).named(&*row.nama), Some(&ditemukan));
            }
        }
    }
}

/// Fewer rows show nothing.
const FEWEST: usize = 3;

/// The first of the parts that holds no figure in any row, or nought in all, though half of the rows or more have figures
/// in each part before it.
fn bare_part(sheet: &Sheet, parts: &[u32], rows: &[CountedRow]) -> Option<u32> {
    let figures = |column: u32| {
        let figure = |row: &&CountedRow| figure_of(sheet.cell(CellAddress::new(row.row, column)).as_ref());
        rows.iter().filter(|row| figure(row).is_some_and(|value| !value.is_zero())).count()
    };
    let counts: Vec<usize> = parts.iter().map(|column| figures(*column)).collect();
    let full = counts.iter().take_while(|count| **count > 0).count();
    let is_begun = full > 0 && counts[..full].iter().all(|count| count * 2 >= rows.len());
    let is_open = rows.len() >= FEWEST && is_begun && counts[full..].iter().all(|count| *count == 0);
    parts.get(full).copied().filter(|_| is_open)
}
