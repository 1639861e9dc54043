//! What both kinds of copy say of a finding, and where it stands.

use super::words_id as words;
use crate::diagnostic::Temuan;
use crate::vocabulary::{CellAddress, Sel};
use crate::workbook::{Sheet, Workbook};

/// Excel opens a sheet of more notes slowly; colours are on every cell.
pub const MOST_NOTES: usize = 2_000;

/// Whether a finding stands on this sheet (the only one, where it names none but a cell).
pub fn is_on(temuan: &Temuan, sheet: &Sheet, workbook: &Workbook) -> bool {
    match &temuan.at.lembar {
        Some(lembar) => sheet.name.as_ref() == Some(lembar),
        None => sheet.name.is_none() || workbook.sheets.len() == 1 && temuan.at.sel.is_some(),
    }
}

/// The cell to colour: the cell itself, the topmost of a column, the first of a row.
pub fn target(temuan: &Temuan, sheet: &Sheet) -> Option<CellAddress> {
    match temuan.at.sel? {
        Sel::Cell(at) => {
            // A merged region shows its first cell alone.
            let merge = sheet.merges.iter().flatten().find(|merge| merge.contains(at));
            Some(merge.map_or(at, |merge| merge.first))
        }
        Sel::Column(column) => sheet.cells.iter().find(|cell| cell.at.column == column).map(|cell| cell.at),
        Sel::Row(row) => Some(sheet.row(row).first().map_or(CellAddress::new(row, 0), |cell| cell.at)),
    }
}

/// A finding as its note says it.
pub fn said(temuan: &Temuan) -> String {
    let accepted = temuan.diterima.as_ref().zip(temuan.akibat());
    let accepted = accepted.map(|(own, akibat)| format!("\n{}", words::accepted(&akibat, &own.alasan)));
    format!(
        "{} [{}]\n{}\n{}{}",
        temuan.tingkat().text(),
        temuan.kode().text(),
        temuan.pesan(),
        temuan.saran(),
        accepted.unwrap_or_default()
    )
}
