//! A title that stands below its table, as under a printed one: `Tabel 9.1 Koperasi Menurut Kecamatan, 2020`.

use crate::table::caption::stated_in;
use crate::text::label::{is_number, words};
use crate::text::lexicon::{DATA_OF, KINDS, PLACES};
use crate::text::period::period_in;
use crate::text::year_words::in_digits;
use crate::vocabulary::{CellAddress, Year};
use crate::workbook::Sheet;

/// More letters are a paragraph.
const LONGEST: usize = 120;
/// Cells of a row of another table.
const OF_A_TABLE: usize = 3;
/// Words before a year that say of what time the figures above are, beside those that titles begin with.
const LEADS: &[&str] = &[
    "banyaknya",
    "edisi",
    "verifikasi",
    "validasi",
    "update",
    "pemutakhiran",
    "posisi",
    "keadaan",
    "kondisi",
    "periode",
    "data",
];

/// What may stand between in such a title; what is called otherwise (`Daftar hadir RAT 2020`, `Data BPS 2020`) is another paper's.
const BESIDE: &[&str] =
    &["menurut", "berdasarkan", "per", "dan", "di", "pada", "se", "tahun", "buku", "hasil", "nama", "volume", "omset"];

/// Whether a line below the rows names, as a title does, a year before `own`, and no other table follows that it is the title of.
pub(crate) fn names_an_earlier_year(sheet: &Sheet, (at, text): (CellAddress, &str), own: Year) -> bool {
    if text.len() > LONGEST || text.contains([':', '=', ';']) || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let digits = in_digits(text);
    let words = words(digits.as_deref().unwrap_or(text));
    let is_lead = |word: &String| [LEADS, DATA_OF, KINDS].iter().any(|list| list.contains(&word.as_str()));
    if words.len() < 2 || !words.first().is_some_and(is_lead) {
        return false;
    }
    let Some((_, from, to)) = period_in(&words, text) else { return false };
    let is_plain = |at: usize| {
        let word = &words[at];
        let is_named = at > 0 && (at.saturating_sub(3)..at).any(|before| PLACES.contains(&words[before].as_str()));
        let is_listed = [LEADS, DATA_OF, KINDS, PLACES, BESIDE].iter().any(|list| list.contains(&word.as_str()));
        is_listed || is_number(word) || is_named
    };
    let ends = to == words.len() && (0..from).all(is_plain);
    let year = stated_in(text).and_then(|stated| stated.period.year);
    let follows = || sheet.cells.rows_from(at.row + 1).any(|row| row.cells().len() >= OF_A_TABLE);
    ends && year.is_some_and(|year| year < own) && sheet.row(at.row).len() == 1 && !follows()
}
