//! The first row of a form that shows how the others are filled in, and does not say so in the place of its number.

use crate::dataset::cell::raw_text;
use crate::table::headings::words::is_running_number;
use crate::table::{LayoutColumn, TableLayout};
use crate::text::label::{spelt_words, words};
use crate::text::lexicon::{EXAMPLE, NO_NAMES};
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Sheet, Value};
use rust_decimal::Decimal;

/// Fewer digits are no number by which somebody is known; so many noughts at its end are nobody's.
const DIGITS: usize = 12;
const NOUGHTS: usize = 9;

/// What makes the first row of a table look like an example, where two signs of three say so: no running number (or
/// nought) before rows that have one, a name that is none (`Nama Pemilik`, `Contoh Toko ABC`), a NIK of noughts.
pub(crate) fn example_sign(sheet: &Sheet, layout: &TableLayout, row: u32) -> Option<String> {
    let cells = sheet.row(row);
    let name = cells.iter().find_map(|cell| no_name(cell, layout));
    let number = cells.iter().find_map(number_of_noughts);
    let signs = [name.is_some(), number.is_some(), has_no_number(sheet, layout, row)];
    let is_example = signs.iter().filter(|sign| **sign).count() >= 2;
    name.or(number).filter(|_| is_example)
}

fn has_no_number(sheet: &Sheet, layout: &TableLayout, row: u32) -> bool {
    let is_number = |heading: &&LayoutColumn| {
        heading.isian.is_none() && heading.path.last().is_some_and(|label| is_running_number(&words(label)))
    };
    let Some(heading) = layout.columns.iter().find(is_number) else { return false };
    let number = |row: u32| match sheet.cell(CellAddress::new(row, heading.column)).map(|cell| cell.value) {
        Some(Value::Number { value, .. }) => Some(value),
        Some(Value::Text(text)) => text.trim().trim_end_matches('.').parse::<Decimal>().ok(),
        _ => None,
    };
    number(row).is_none_or(|own| own.is_zero()) && number(row + 1) == Some(Decimal::ONE)
}

/// `CONTOH USAHA`, `Nama Pemilik`, the heading's own words.
fn no_name(cell: &Cell, layout: &TableLayout) -> Option<String> {
    let Value::Text(text) = &cell.value else { return None };
    let words = spelt_words(text);
    let leaf = || layout.columns.iter().find(|heading| heading.column == cell.at.column)?.path.last().cloned();
    let is_heading = || leaf().is_some_and(|leaf| spelt_words(&leaf) == words);
    let is_none = words.first().is_some_and(|first| EXAMPLE.contains(&first.as_str()))
        || NO_NAMES.contains(&words.concat().as_str())
        || !words.is_empty() && is_heading();
    is_none.then(|| raw_text(&cell.value))
}

/// `3575000000000000`.
fn number_of_noughts(cell: &Cell) -> Option<String> {
    let text = raw_text(&cell.value);
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '\'' | '.' | '-')).collect();
    let is_number = digits.len() >= DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
    let noughts = digits.bytes().rev().take_while(|byte| *byte == b'0').count();
    // Amounts are no one's number.
    (is_number && noughts >= NOUGHTS && matches!(cell.value, Value::Text(_))).then_some(text)
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::Kode;
    use crate::profile::Dictionary;

    fn told(first: &str) -> usize {
        let rows = "1;3575011001600001;Siti;Warung Bu Siti;12590196\n2;3575021102610002;Sumarni;Keripik Sari;17292302\n3;3575031203620003;Hartono;Batik Kembang;16391326\n";
        let text = format!("No;NIK;Nama Pemilik;Nama Usaha;Omset\n{first}{rows}");
        let office = Office::new(Dictionary::Umkm, &["data/{tahun}.csv"], &["nik"]).file("2021.csv", &text);
        office.needs(2021, &["omset"]).read().has(Kode::DataAtauContoh).len()
    }

    #[test]
    fn the_example_of_a_form_is_asked_about() {
        for first in [
            "0;3575000000000000;Fulan;Nama Usaha;100000000\n",
            ";3575000000000000;Budi;Toko Budi;100000000\n",
            "0;3575061001600009;Nama Pemilik;Contoh Toko ABC;100000000\n",
            ";3575061001600009;Fulan;CONTOH USAHA;100000000\n",
        ] {
            assert_eq!(told(first), 1, "{first}");
        }
        for first in ["", "0;3575061001600009;Budi;Toko Budi;100000000\n", ";3575061001600009;Budi;Toko Budi;100000000\n"] {
            assert_eq!(told(first), 0, "{first}");
        }
    }
}
