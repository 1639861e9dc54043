//! The sum that a line states in words, `TOTAL: Rp 17.000.000.000`, and the sums of a table's columns.

use crate::dataset::counted::{CountedRow, figure_of};
use crate::table::TableLayout;
use crate::text::label::spelt_words;
use crate::text::lexicon::{AMOUNTS, TOTALS, WHOLE};
use crate::text::{NumberText, read_number};
use crate::vocabulary::CellAddress;
use crate::workbook::Sheet;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Smaller sums are counts, or of something else.
const LEAST: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);
/// What may stand beside a sum's words and the amount's.
const BESIDE: &[&str] =
    &["usaha", "koperasi", "umkm", "rp", "rupiah", "nilai", "adalah", "sebesar", "modal", "simpanan", "di", "atas"];

/// Whether the sum that a line states is that of a column of these rows; none where it states none.
pub(crate) fn is_sum_said(sheet: &Sheet, layout: &TableLayout, rows: &[CountedRow], text: &str) -> Option<bool> {
    sum_in(text).map(|sum| is_one_of(&sums_of(sheet, layout, rows), sum))
}

/// The sum of each column, as its figures stand.
pub(crate) fn sums_of(sheet: &Sheet, layout: &TableLayout, rows: &[CountedRow]) -> BTreeSet<Decimal> {
    let sum = |column: u32| {
        let figures =
            rows.iter().map(|row| figure_of(sheet.cell(CellAddress::new(row.row, column)).as_ref()).unwrap_or_default());
        figures.fold(Decimal::ZERO, |sum, figure| sum.checked_add(figure).unwrap_or_default())
    };
    layout.columns.iter().map(|column| sum(column.column)).collect()
}

/// In thousands or millions a line may give the whole amount.
pub(crate) fn is_one_of(sums: &BTreeSet<Decimal>, stated: Decimal) -> bool {
    let scales = [1, 1_000, 1_000_000].map(Decimal::from);
    scales.iter().any(|scale| sums.iter().any(|sum| sum.checked_mul(*scale) == Some(stated)))
}

/// The sum that a short line states and says nothing besides.
pub(crate) fn sum_in(text: &str) -> Option<Decimal> {
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
}
