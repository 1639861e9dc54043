//! A year's column beside its quarters: `TW I` to `TW IV` and `Jumlah`. Where the
//! quarters of a row do not make up what its year states, one of them is wrong.

use super::FieldInfo;
use super::accept::Findings;
use super::cell::raw_text;
use super::column::Used;
use super::counted::{CountedRow, figure_of};
use crate::diagnostic::{JumlahTidakSama, Temuan};
use crate::table::TableLayout;
use crate::vocabulary::CellAddress;
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
