//! Rows without a number of their own whose figures are what the rows above come to, and whose label is no sum's: a business
//! that fills its other columns, or whose few workers are by chance as many as all before it have, is a row as much.

use crate::dataset::cell::raw_text;
use crate::dataset::counted::{CountedRow, RowColumns, figure_of};
use crate::table::{LayoutRow, RowKind, TableLayout};
use crate::text::label::spelt_words;
use crate::text::lexicon::{KINDS, PLACES};
use crate::text::phrase::total_phrase;
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Sheet, Value};
use rust_decimal::Decimal;

/// So many texts beside its name a sum does not have.
const TEXTS: usize = 2;
/// Smaller sums come about by chance.
const TELLING: Decimal = Decimal::ONE_THOUSAND;

/// Whether a row is a row as much as a sum, whatever its figures come to.
pub(crate) fn is_as_much_a_row(
    (sheet, layout): (&Sheet, &TableLayout),
    columns: &RowColumns,
    (row, label): (u32, &str),
    counted: &[CountedRow],
) -> bool {
    let is_sum =
        |text: &str| total_phrase(text).is_some() || spelt_words(text).iter().any(|word| PLACES.contains(&word.as_str()));
    let cells = sheet.row(row);
    let texts = || cells.iter().filter(|cell| matches!(&cell.value, Value::Text(text) if text.chars().any(char::is_alphabetic)));
    if is_sum(label) || texts().any(|cell| matches!(&cell.value, Value::Text(text) if total_phrase(text).is_some())) {
        return false;
    }
    let is_headed = |cell: &&Cell| layout.columns.iter().any(|column| column.column == cell.at.column);
    let is_beside =
        |cell: &&Cell| is_headed(cell) && !columns.names.contains(&cell.at.column) && !columns.numbers.contains(&cell.at.column);
    if texts().filter(is_beside).count() >= TEXTS {
        return true;
    }
    let greatest = columns.sums.iter().filter_map(|column| figure_of(sheet.cell(CellAddress::new(row, *column)).as_ref())).max();
    greatest.is_some_and(|value| value < TELLING) && !is_of_rows((sheet, layout), label, counted)
}

/// Whether a label names what some of the rows are: a group over them, a place or a kind in one of their columns.
fn is_of_rows((sheet, layout): (&Sheet, &TableLayout), label: &str, counted: &[CountedRow]) -> bool {
    let own: Vec<String> = spelt_words(label).into_iter().filter(|word| !KINDS.contains(&word.as_str())).collect();
    let says = |text: &str| {
        let words = spelt_words(text);
        own.iter().all(|word| words.contains(word))
    };
    let is_group = |listed: LayoutRow| matches!(listed.kind, RowKind::GroupLabel(text) if says(text));
    let of_row = |row: &CountedRow| {
        sheet.row(row.row).iter().any(|cell| says(&raw_text(&cell.value)) && *raw_text(&cell.value) != *row.nama)
    };
    layout.rows.iter().any(is_group) || counted.iter().any(of_row)
}

/// What a sum's label is called besides what it sums.
const TOTAL_WORDS: [&str; 5] = ["jumlah", "total", "sub", "subtotal", "subjumlah"];

/// Whether a row repeats the figures of the one above it as its group's sum: `Jumlah
/// Gadingrejo` under the only koperasi of Gadingrejo.
pub(crate) fn is_sum_of_one(
    (sheet, layout): (&Sheet, &TableLayout),
    columns: &RowColumns,
    (row, label): (u32, &str),
    counted: &[CountedRow],
) -> bool {
    let Some(above) = counted.last().map(|above| above.row).filter(|above| above + 1 == row) else { return false };
    let figure = |row: u32, column: u32| figure_of(sheet.cell(CellAddress::new(row, column)).as_ref());
    let same = columns.sums.iter().all(|column| figure(row, *column).is_some_and(|own| Some(own) == figure(above, *column)));
    let is_own = |word: &String| !TOTAL_WORDS.contains(&word.as_str()) && !PLACES.contains(&word.as_str());
    let group: Vec<String> = spelt_words(label).into_iter().filter(is_own).collect();
    let says = |text: &str| {
        let words = spelt_words(text);
        group.iter().all(|word| words.contains(word))
    };
    let beside = |cell: &Cell| matches!(&cell.value, Value::Text(text) if says(text));
    let over = layout.rows.iter().rev().skip_while(|listed| listed.row >= above).find_map(|listed| match listed.kind {
        RowKind::GroupLabel(text) => Some(says(text)),
        RowKind::Data => Some(false),
        _ => None,
    });
    same && !columns.sums.is_empty() && !group.is_empty() && (over == Some(true) || sheet.row(above).iter().any(beside))
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::Dictionary;

    /// How many rows are asked about, of businesses with so many workers and a line below them.
    fn asked(workers: &[usize], line: &str) -> usize {
        let row = |(at, count): (usize, &usize)| {
            let at = at + 1;
            format!("{at};Warung {at};Ibu {at};Makanan;{};{count}\n", ["Utara", "Timur"][at % 2])
        };
        let rows: String = workers.iter().enumerate().map(row).collect();
        let text = format!("No;Nama Usaha;Nama Pemilik;Jenis Usaha;Kecamatan;Tenaga Kerja\n{rows}{line}\n");
        let office = Office::new(Dictionary::Umkm, &["data/{tahun}.csv"], &[]).file("2021.csv", &text);
        office.needs(2021, &["tenaga_kerja"]).read().has(Kode::DataAtauJumlah).len()
    }

    #[test]
    fn a_business_with_as_many_workers_as_all_others() {
        let few = [1, 2, 4];
        for line in [";Mebel Jati;;;;7", ";Mebel Jati;Dwi S;Mebel;Timur;7", ";Mebel Jati;Dwi S;;Timur;7"] {
            assert_eq!(asked(&few, line), 1, "{line}");
        }
        for line in [";JUMLAH;;;;7", ";Total Usaha;;;;7", ";Makanan;;;;7", ";Kecamatan Kota;;;;7", "JUMLAH;;;;;7"] {
            assert_eq!(asked(&few, line), 0, "{line}");
        }
        // So many are no chance.
        assert_eq!(asked(&[401, 502, 604], ";Seksi Dagang;;;;1507"), 0);
        assert_eq!(asked(&[401, 502, 604], ";Mebel Jati;Dwi S;Mebel;Timur;1507"), 1);
    }
}
