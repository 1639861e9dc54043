//! Rows that the office's own word (`arti`) leaves out: a text in the row, its name or a
//! remark beside its figures, that `iku.toml` says to pass over.

use crate::dataset::body::row_said::{Peran, settled};
use crate::dataset::body::rows::Rows;
use crate::dataset::body::sections::Judged;
use crate::dataset::source::Source;
use crate::profile::Arti;
use crate::table::Ground;
use crate::workbook::{Cell, Value};
use std::collections::BTreeSet;

/// What the office says of a text in a row.
pub(crate) fn arti_of(source: &Source, text: &str) -> Option<Arti> {
    Arti::of(&source.sumber.arti, text)
}

/// Leaves out the counted rows that hold a text to be passed over, in a column of names or one that no figure rests on.
pub(crate) fn leave_out_told(source: &Source, of: &Judged, rows: &mut Rows) {
    if !source.sumber.arti.values().any(|arti| *arti == Arti::Lewati) {
        return;
    }
    let is_spoken = |isian: &str| source.names.iter().any(|name| &**name == isian) || matches!(isian, "status" | "keterangan");
    // Places, kinds and figures are values; what stands beside them speaks.
    let values: BTreeSet<u32> = of
        .layout
        .columns
        .iter()
        .filter(|column| column.isian.as_deref().is_some_and(|isian| !is_spoken(isian)))
        .map(|column| column.column)
        .collect();
    let is_told = |cell: &Cell| match &cell.value {
        Value::Text(text) => !values.contains(&cell.at.column) && arti_of(source, text) == Some(Arti::Lewati),
        _ => false,
    };
    let is_left_out = |row: u32| of.sheet.row(row).iter().any(is_told);
    let told: BTreeSet<u32> = rows.counted.iter().map(|counted| counted.row).filter(|row| is_left_out(*row)).collect();
    let key = || Ground::Key(format!("sumber.{}.arti", source.sumber.id));
    rows.said.extend(told.iter().map(|row| (*row, settled(None, Peran::Diabaikan, key()))));
    rows.counted.retain(|counted| !told.contains(&counted.row));
}
