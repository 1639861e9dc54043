//! What one word of a period is, and the years and numbers that are such words.

use crate::vocabulary::Year;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    Year(i32),
    Month(u8),
    /// A quarter or a semester: its months and its number.
    Share(u8, u8),
    /// `9 bulan`: so many months from January.
    Span(u8),
    /// The words behind `triwulan`: `ke`, `III`.
    Ordinal,
    Until,
    Day(u8),
    /// `tahun`, `tahun buku`, `TA`: a whole year.
    WholeYear,
    /// `per`, `posisi`, `keadaan`, `akhir`: a day, not a span.
    AtDay,
    Glue,
    Other,
}

pub(super) fn is_near(year: &Year) -> bool {
    (1990..=2099).contains(&year.0)
}

/// `20` for 2020: 2010 to 2049.
pub(super) fn is_short_year(word: &str) -> bool {
    word.len() == 2 && digits(word).is_some_and(|year| (10..=49).contains(&year))
}

/// A number of one or two digits.
pub(super) fn digits(word: &str) -> Option<u8> {
    let is_number = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| word.parse().ok()).flatten()
}
