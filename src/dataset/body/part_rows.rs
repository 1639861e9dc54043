//! Rows that are a part of the row above them (`di antaranya USP`): held against its figures.

use crate::dataset::counted::{CountedRow, figure_of};
use crate::table::{PartProof, RowKind, TableLayout};
use crate::vocabulary::CellAddress;
use crate::workbook::Sheet;
use rust_decimal::Decimal;

/// Whether the row (and what proves it) is a part of the row above: all its parts
/// together are no more than it in every column of `sums`, and just as much where
/// the label alone proves nothing.
pub(crate) fn is_part_of_above(
    sheet: &Sheet,
    layout: &TableLayout,
    (row, proof): (u32, PartProof),
    sums: &[u32],
    parent: Option<&CountedRow>,
) -> bool {
    let Some(parent) = parent.map(|parent| parent.row) else { return false };
    let parts: Vec<u32> = layout
        .rows
        .from(parent + 1)
        .map_while(|listed| matches!(listed.kind, RowKind::Part { .. }).then_some(listed.row))
        .collect();
    // Between the row and its parts stands nothing else.
    if !parts.contains(&row) || proof == PartProof::SumOrData && parts.len() < 2 {
        return false;
    }
    let figure = |row: u32, column: u32| figure_of(sheet.cell(CellAddress::new(row, column)).as_ref());
    let mut agrees = 0;
    for column in sums {
        let Some(whole) = figure(parent, *column) else { return false };
        let sum =
            parts.iter().try_fold(Decimal::ZERO, |sum, part| figure(*part, *column).and_then(|value| sum.checked_add(value)));
        let Some(sum) = sum else { return false };
        if sum.is_zero() {
            continue;
        }
        if sum > whole || proof != PartProof::Label && sum != whole {
            return false;
        }
        agrees += 1;
    }
    agrees > 0
}
