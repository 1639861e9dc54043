//! A sum that a line over or below the rows states in words, `TOTAL: Rp 17.000.000.000`, held against their columns.

use crate::dataset::body::row_arti::arti_of;
use crate::dataset::body::sum_line::{is_one_of, sum_in, sums_of};
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::On;
use crate::dataset::surroundings::named_totals::{differing, stated_in};
use crate::dataset::surroundings::totals_around::sums as own_sums;
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::table::{LayoutRow, RowKind};
use crate::workbook::{Cell, Value};
use rust_decimal::Decimal;

/// So many rows above the headings are titles.
const TITLES: u32 = 15;

/// The lines over and below a table that state a sum which is that of no column.
pub(crate) fn stated_sums(on: &On, used: &[Used]) -> Vec<Temuan> {
    let On { source, sheet, layout, rows, .. } = *on;
    let (first, last) = (layout.header.0, rows.last().map_or(0, |row| row.row));
    let is_foot = |row: &LayoutRow| match row.kind {
        RowKind::Footer => true,
        RowKind::GroupLabel(_) => row.row > last,
        _ => false,
    };
    let feet = layout.rows.iter().filter(is_foot).map(|row| row.row);
    let cells = (first.saturating_sub(TITLES)..first).chain(feet).flat_map(|row| sheet.row(row));
    let stated: Vec<(Cell, String, Decimal)> = cells
        .filter_map(|cell| match &cell.value {
            Value::Text(text) => sum_in(text).map(|sum| (sum, raw_text(&cell.value))).map(|(sum, text)| (cell, text, sum)),
            _ => None,
        })
        .collect();
    if stated.is_empty() || rows.is_empty() {
        return Vec::new();
    }
    let sums = sums_of(sheet, layout, rows);
    // One that names a column is told as its total.
    let own = own_sums(on, used);
    let is_named = |cell: &Cell| {
        stated_in(std::slice::from_ref(cell)).iter().any(|own_figure| differing(source, &own, &own_figure.figure).is_some())
    };
    let other = stated
        .into_iter()
        .filter(|(cell, text, sum)| !is_one_of(&sums, *sum) && arti_of(source, text).is_none() && !is_named(cell));
    other.map(|(cell, text, _)| Temuan::new(sheet.at_cell(cell.at), KeteranganMembatasi::of(text, 0))).collect()
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
            (read.has(Kode::KeteranganMembatasi).len(), read.galat())
        };
        assert_eq!(told("Total volume usaha Rp 500.333"), (0, vec![]));
        assert_eq!(told("Total aset Rp 1.500.000"), (0, vec![]));
        assert_eq!(told("Total usaha Rp 600.000"), (1, vec![]));
        assert_eq!(told("Total volume usaha Rp 600.000"), (0, vec!["jumlah-tidak-sama@A1".to_owned()]));
    }
}
