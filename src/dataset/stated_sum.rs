//! A sum that a line over or below the rows states in words, `TOTAL: Rp 17.000.000.000`, held against their columns.

use super::cell::raw_text;
use super::counted::CountedRow;
use super::row_arti::arti_of;
use super::sections::Judged;
use super::source::Source;
use super::sum_line::{is_one_of, sum_in, sums_of};
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::table::{LayoutRow, RowKind};
use crate::vocabulary::CellAddress;
use crate::workbook::Value;
use rust_decimal::Decimal;

/// So many rows above the headings are titles.
const TITLES: u32 = 15;

/// The lines over and below a table that state a sum which is that of no column.
pub(crate) fn stated_sums(source: &Source, of: &Judged, rows: &[CountedRow]) -> Vec<Temuan> {
    let Judged { sheet, layout, .. } = of;
    let (first, last) = (layout.header.0, rows.last().map_or(0, |row| row.row));
    let is_foot = |row: &LayoutRow| match row.kind {
        RowKind::Footer => true,
        RowKind::GroupLabel(_) => row.row > last,
        _ => false,
    };
    let feet = layout.rows.iter().filter(is_foot).map(|row| row.row);
    let cells = (first.saturating_sub(TITLES)..first).chain(feet).flat_map(|row| sheet.row(row));
    let stated: Vec<(CellAddress, String, Decimal)> = cells
        .filter_map(|cell| match &cell.value {
            Value::Text(text) => Some((cell.at, raw_text(&cell.value), sum_in(text)?)),
            _ => None,
        })
        .collect();
    if stated.is_empty() || rows.is_empty() {
        return Vec::new();
    }
    let sums = sums_of(sheet, layout, rows);
    let differing = stated.into_iter().filter(|(_, text, sum)| !is_one_of(&sums, *sum) && arti_of(source, text).is_none());
    differing.map(|(at, text, _)| Temuan::new(sheet.at_cell(at), KeteranganMembatasi::of(text, 0))).collect()
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::Kode;

    #[test]
    fn a_sum_of_no_column_is_told() {
        let told = |line: &str| {
            let text = format!("{line}\n\nNo;Nama Koperasi;Aset;Volume Usaha\n1;KSP A;700000;300111\n2;KUD B;800000;200222");
            let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
            read.has(Kode::KeteranganMembatasi).len()
        };
        assert_eq!(told("Total volume usaha Rp 600.000"), 1);
        assert_eq!(told("Total volume usaha Rp 500.333"), 0);
        assert_eq!(told("Total aset Rp 1.500.000"), 0);
    }
}
