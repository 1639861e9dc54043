//! What a row's cells say of it by themselves, before it is sorted.

use crate::dataset::body::continued::is_blank;
use crate::dataset::body::place_rows::is_whole_place;
use crate::dataset::counted::RowColumns;
use crate::text::label::spelt_words;
use crate::text::lexicon::EXAMPLE;
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Sheet, Value};

/// Whether a name says itself that it is no one's: `KUD Tirta Contoh`, `Sampel`.
pub(crate) fn is_example_name(nama: &str) -> bool {
    spelt_words(nama).iter().any(|word| EXAMPLE.contains(&word.as_str()))
}

/// Whether a name is a number of up to four digits and nothing else: `2` of a row that numbers the columns.
pub(crate) fn is_bare_number(nama: &str) -> bool {
    let digits = nama.bytes().filter(u8::is_ascii_digit).count();
    (1..=4).contains(&digits) && nama.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '(' | ')' | ' '))
}

/// Whether a row holds figures alone, or the name of a kabupaten or kota besides.
pub(crate) fn is_wordless(sheet: &Sheet, row: u32) -> bool {
    let is_word = |text: &str| text.chars().any(char::is_alphabetic) && !is_whole_place(text);
    let has_words = |cell: &Cell| matches!(&cell.value, Value::Text(text) if is_word(text));
    !sheet.row(row).iter().any(has_words)
}

/// The name's cell of a row that is struck out (the first cell where it has no name).
pub(crate) fn struck_name(sheet: &Sheet, row: u32, columns: &RowColumns) -> Option<CellAddress> {
    if sheet.struck.is_empty() {
        return None;
    }
    let is_struck = |at: &CellAddress| sheet.struck.binary_search(at).is_ok();
    let cells = || sheet.row(row).into_iter().map(|cell| cell.at);
    let name = columns.names.iter().chain(columns.keys).map(|column| CellAddress::new(row, *column));
    let name = name.into_iter().find(|at| sheet.cell(*at).is_some());
    name.filter(is_struck).or_else(|| cells().next().filter(|_| cells().all(|at| is_struck(&at))))
}

/// The row's first figure, or its first cell that holds anything.
pub(crate) fn first_number<'s>(sheet: &'s Sheet, row: u32, columns: &RowColumns) -> Option<Cell<'s>> {
    let cells = sheet.row(row);
    let holds = |cell: &&Cell| columns.numbers.contains(&cell.at.column) && !is_blank(cell);
    cells.iter().find(holds).or_else(|| cells.iter().find(|cell| !is_blank(cell))).copied()
}
