//! Dates and months that a text writes in digits: `30-06-2021`, `06/2021`, `30-VI-2021`, and runs of two of them.

use super::date::roman;
use super::period_part::{Part, digits, is_near, is_short_year};
use crate::vocabulary::Year;
use std::collections::BTreeSet;

/// The dates that stand in a text as digits, each with its separator: `30-06-2021`,
/// `31.12.20`, `2021/06/30`, no more digits beside them. Blanks do not count.
pub(super) fn written_dates(text: &str) -> BTreeSet<String> {
    let squeezed = parted(text);
    let run = |from: usize| from + squeezed[from..].iter().take(10).take_while(|c| c.is_ascii_digit()).count();
    let mut dates = BTreeSet::new();
    for first in 0..squeezed.len() {
        let separator = squeezed.get(run(first)).copied().filter(|c| run(first) > first && matches!(c, '-' | '/' | '.'));
        let Some(separator) = separator else { continue };
        let second = run(first) + 1;
        let third = run(second) + 1;
        if run(second) == second || squeezed.get(third - 1) != Some(&separator) || third >= squeezed.len() || run(third) == third
        {
            continue;
        }
        let beside = |c: Option<&char>| c.is_some_and(|c| *c == separator || *c == '/' || c.is_ascii_digit());
        if !beside(first.checked_sub(1).and_then(|at| squeezed.get(at))) && !beside(squeezed.get(run(third))) {
            dates.insert(squeezed[first..run(third)].iter().collect());
        }
    }
    dates
}

/// A text's letters without its blanks, and `~` for what joins two whole dates: `01-01-2021 - 30-06-2021`,
/// `2021-01-01-2021-06-30`, `01.01.2021 s.d. 30.06.2021`.
fn parted(text: &str) -> Vec<char> {
    let mut squeezed: Vec<char> = text.replace("s.d.", "~").chars().filter(|c| !c.is_whitespace()).collect();
    let is_separator = |c: Option<&char>| c.is_some_and(|c| matches!(c, '-' | '/' | '.'));
    let numbers = |from: usize, count: usize| -> Option<usize> {
        let mut at = from;
        for number in 0..count {
            if number > 0 {
                at += usize::from(is_separator(squeezed.get(at)));
            }
            let digits = squeezed[at.min(squeezed.len())..].iter().take(5).take_while(|c| c.is_ascii_digit()).count();
            if !matches!(digits, 1 | 2 | 4) {
                return None;
            }
            at += digits;
        }
        Some(at)
    };
    let starts = |at: usize| squeezed[at].is_ascii_digit() && !at.checked_sub(1).is_some_and(|at| squeezed[at].is_ascii_digit());
    let joint = |at: &usize| {
        let end = numbers(*at, 3).filter(|end| is_separator(squeezed.get(*end)))?;
        numbers(end + 1, 3).filter(|last| !is_separator(squeezed.get(*last)))?;
        Some(end)
    };
    let first = (0..squeezed.len()).filter(|at| starts(*at)).find_map(|at| {
        // Six numbers, no seventh before them.
        let is_led = at.checked_sub(1).is_some_and(|at| is_separator(squeezed.get(at)));
        joint(&at).filter(|_| !is_led)
    });
    if let Some(at) = first {
        squeezed[at] = '~';
    }
    squeezed
}

/// The first and the last month of a run that its text writes in digits: `01/2021 - 06/2021`, `202101 - 202106`.
pub(super) fn numeric_months(words: &[String], is_written: impl Fn(&str) -> bool) -> Option<Vec<Part>> {
    let year = |word: &str| Year::parse(word).filter(|year| is_near(year) && word.len() == 4).map(|year| year.0);
    let month = |word: &str| digits(word).filter(|month| (1..=12).contains(month));
    let packed = |word: &str| {
        let (own, rest) = (word.get(..4)?, word.get(4..).filter(|rest| rest.len() == 2)?);
        Some((year(own)?, month(rest)?))
    };
    if let [first, second, ..] = words
        && let (Some((own, first)), Some((other, last))) = (packed(first), packed(second))
        && own == other
        && first <= last
    {
        return Some(vec![Part::Month(first), Part::Month(last)]);
    }
    let [first, own, last, other] = words.first_chunk()?;
    let is_one = |a: &str, b: &str| ['-', '/', '.'].into_iter().any(|separator| is_written(&format!("{a}{separator}{b}")));
    let of = |a: &str, b: &str| match (year(a), month(b), month(a), year(b)) {
        (Some(year), Some(month), ..) | (.., Some(month), Some(year)) if is_one(a, b) => Some((year, month)),
        _ => None,
    };
    let ((own_year, from), (other_year, to)) = (of(first, own)?, of(last, other)?);
    let place = |word: &str, year: i32, month: u8| if word.len() == 4 { Part::Year(year) } else { Part::Month(month) };
    let parts =
        vec![place(first, own_year, from), place(own, own_year, from), place(last, other_year, to), place(other, other_year, to)];
    (own_year == other_year && from <= to).then_some(parts)
}

/// The date that the next three words are, where the text writes it as one.
pub(super) fn numeric_date(words: &[String], written: &BTreeSet<String>) -> Option<[Part; 3]> {
    let [first, second, third] = words.first_chunk()?;
    let is_written = |separator| written.contains(&format!("{first}{separator}{second}{separator}{third}"));
    if written.is_empty() || !['-', '/', '.'].into_iter().any(is_written) {
        return None;
    }
    let year = |word: &str| {
        let whole = Year::parse(word).filter(is_near).map(|year| year.0);
        whole.or_else(|| is_short_year(word).then(|| digits(word).map(|year| 2000 + i32::from(year))).flatten())
    };
    let day = |word: &str| digits(word).filter(|day| (1..=31).contains(day));
    let month = |word: &str| digits(word).filter(|month| (1..=12).contains(month));
    if first.len() == 4 {
        return Some([Part::Year(year(first)?), Part::Month(month(second)?), Part::Day(day(third)?)]);
    }
    Some([Part::Day(day(first)?), Part::Month(month(second)?), Part::Year(year(third)?)])
}

/// The date that the next three words are, its month in Roman numerals: `30-VI-2021`, `30 VI 2021`. Between strokes such
/// numerals number letters (`518/12/VI/2021`), unless a word leads to a day.
pub(super) fn roman_date(words: &[String], before: Option<Part>, text: &str) -> Option<[Part; 3]> {
    let [first, second, third] = words.first_chunk()?;
    let day = digits(first).filter(|day| (1..=31).contains(day))?;
    let month = roman(second)?;
    let year = Year::parse(third).filter(is_near).filter(|_| third.len() == 4)?;
    let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let is_led = matches!(before, Some(Part::Glue | Part::AtDay | Part::Until));
    let is_written = |separator: &str| {
        let date = format!("{first}{separator}{second}{separator}{third}");
        let at = squeezed.find(&date);
        at.is_some_and(|at| !squeezed[..at].ends_with(|c: char| c.is_ascii_digit() || matches!(c, '/' | '-' | '.') && !is_led))
    };
    let is_one = ["-", ".", ""].into_iter().any(is_written) || is_led && is_written("/");
    is_one.then_some([Part::Day(day), Part::Month(month), Part::Year(year.0)])
}

/// The months and years that stand in a text as digits: `06/2021`, `2021-06`, each with
/// its separator and as many of the digits beside it as a year has. Blanks do not count.
pub(super) fn months_in_digits(text: &str) -> BTreeSet<String> {
    const LONGEST: usize = 4;
    let squeezed: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let separators = (0..squeezed.len()).filter(|at| matches!(squeezed[*at], '-' | '/' | '.'));
    let mut months = BTreeSet::new();
    for at in separators {
        let digits = |c: &&char| c.is_ascii_digit();
        let before = squeezed[..at].iter().rev().take(LONGEST).take_while(digits).count();
        let behind = squeezed[at + 1..].iter().take(LONGEST).take_while(digits).count();
        for from in 1..=before {
            months.extend((1..=behind).map(|to| squeezed[at - from..=at + to].iter().collect::<String>()));
        }
    }
    months
}

/// The month that the next two words are behind a word that leads to one, or by
/// themselves, where the text writes it as one: `PERIODE 06/2021`, `2021-06`. Anywhere
/// else such digits may number a letter or a law.
pub(super) fn numeric_month(words: &[String], before: Option<Part>, is_written: impl Fn(&str) -> bool) -> Option<[Part; 2]> {
    let [first, second] = words.first_chunk()?;
    let is_led = matches!(before, Some(Part::Glue | Part::AtDay | Part::Until));
    // `DATA KOPERASI 2021-06` ends with its month, written with as many digits as a month has.
    let is_dashed = first.len() == 4 || is_written(&format!("{first}-{second}"));
    let is_last = words.len() == 2 && first.len() + second.len() == 6 && is_dashed;
    if !is_led && !is_last && (before.is_some() || words.len() > 2) {
        return None;
    }
    let year = |word: &str| Year::parse(word).filter(is_near).map(|year| Part::Year(year.0));
    let month = |word: &str| digits(word).filter(|month| (1..=12).contains(month)).map(Part::Month);
    let told = if first.len() == 4 { [year(first)?, month(second)?] } else { [month(first)?, year(second)?] };
    let behind = words.get(2).is_none_or(|next| next.bytes().any(|byte| !byte.is_ascii_digit()));
    let is_one = ['-', '/', '.'].into_iter().any(|separator| is_written(&format!("{first}{separator}{second}")));
    (behind && is_one).then_some(told)
}
