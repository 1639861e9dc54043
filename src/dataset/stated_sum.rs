//! A sum that a line over or below the rows states in words, `TOTAL: Rp 17.000.000.000`, held against their columns.

use super::cell::raw_text;
use super::counted::{CountedRow, figure_of};
use super::row_arti::arti_of;
use super::sections::Judged;
use super::source::Source;
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::table::{LayoutRow, RowKind, TableLayout};
use crate::text::label::spelt_words;
use crate::text::lexicon::{AMOUNTS, TOTALS, WHOLE};
use crate::text::{NumberText, read_number};
use crate::vocabulary::CellAddress;
use crate::workbook::{Sheet, Value};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// So many rows above the headings are titles.
const TITLES: u32 = 15;
/// Smaller sums are counts, or of something else.
const LEAST: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);
/// What may stand beside a sum's words and the amount's.
const BESIDE: &[&str] =
    &["usaha", "koperasi", "umkm", "rp", "rupiah", "nilai", "adalah", "sebesar", "modal", "simpanan", "di", "atas"];

/// The lines over and below a table that state a sum which is that of no column.
pub(crate) fn stated_sums(source: &Source, of: &Judged, rows: &[CountedRow]) -> Vec<Temuan> {
    let Judged { sheet, layout, .. } = of;
    let (first, last) = (layout.header.0, rows.last().map_or(0, |row| row.row));
    let is_foot = |row: &&LayoutRow| match row.kind {
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

/// Whether the sum that a line states is that of a column of these rows; none where it states none.
pub(super) fn is_sum_said(sheet: &Sheet, layout: &TableLayout, rows: &[CountedRow], text: &str) -> Option<bool> {
    sum_in(text).map(|sum| is_one_of(&sums_of(sheet, layout, rows), sum))
}

/// The sum of each column, as its figures stand.
fn sums_of(sheet: &Sheet, layout: &TableLayout, rows: &[CountedRow]) -> BTreeSet<Decimal> {
    let sum = |column: u32| {
        let figures =
            rows.iter().map(|row| figure_of(sheet.cell(CellAddress::new(row.row, column)).as_ref()).unwrap_or_default());
        figures.fold(Decimal::ZERO, |sum, figure| sum.checked_add(figure).unwrap_or_default())
    };
    layout.columns.iter().map(|column| sum(column.column)).collect()
}

/// In thousands or millions a line may give the whole amount.
fn is_one_of(sums: &BTreeSet<Decimal>, stated: Decimal) -> bool {
    let scales = [1, 1_000, 1_000_000].map(Decimal::from);
    scales.iter().any(|scale| sums.iter().any(|sum| sum.checked_mul(*scale) == Some(stated)))
}

/// The sum that a short line states and says nothing besides.
fn sum_in(text: &str) -> Option<Decimal> {
    if text.len() > 80 || text.bytes().filter(u8::is_ascii_digit).count() < 6 {
        return None;
    }
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let from = text.find(|c: char| c.is_ascii_digit())?;
    let number: String = text[from..].chars().take_while(|c| is_of_number(*c)).collect();
    let rest = text.replacen(&number, " ", 1);
    if rest.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let words = spelt_words(&rest);
    let is = |list: &[&str], word: &String| list.contains(&word.as_str());
    let is_plain = |word: &String| [TOTALS, WHOLE, AMOUNTS, BESIDE].iter().any(|list| is(list, word));
    let value = match read_number(number.trim_end_matches([',', '.'])) {
        NumberText::Value(read) => read.value,
        NumberText::TwoWays { id, .. } => id.value,
        _ => return None,
    };
    (words.iter().any(|word| is(TOTALS, word)) && words.iter().all(is_plain) && value >= LEAST).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::Kode;

    #[test]
    fn sums_in_lines() {
        for (text, sum) in [
            ("TOTAL: 17.000.000.000", Some(17_000_000_000_i64)),
            ("Total volume usaha Rp 18.000.000.000", Some(18_000_000_000)),
            ("Jumlah Rp. 1.250.500,-", Some(1_250_500)),
            ("Total bantuan hibah Rp 18.000.000", None),
            ("Jumlah koperasi: 24", None),
            ("Pagu Rp 2.500.000.000", None),
            ("NIP. 19690411 199503 1 004", None),
        ] {
            assert_eq!(sum_in(text), sum.map(Decimal::from), "{text}");
        }
    }

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
