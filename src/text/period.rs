//! Periods in titles and headings: `Tahun 2021`, `Jan-Mar 2026`, `s/d Juni 2021`,
//! `TRIW. III`, `31-12-20`.

use super::date::{ROMAN, month_named, roman};
use super::glance::{Glance, kind};
use super::half_year::half_year;
use super::label::words;
use crate::vocabulary::Year;
use std::cell::OnceCell;
use std::collections::BTreeSet;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
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

/// A span of months, as titles and headings state it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Period {
    pub year: Option<Year>,
    /// How many months it covers, where that is stated (`Jan-Mar 2026` is 3,
    /// `Tahun 2025` is 12); `None` for a bare year or a single date.
    pub months: Option<u8>,
    /// The last month it reaches (1 to 12), where a month, a quarter or a date is named.
    pub until: Option<u8>,
    /// The day of the month, where one is named.
    pub day: Option<u8>,
    /// As written.
    pub text: String,
}

impl Period {
    /// A whole year.
    pub fn of_year(year: Year, text: String) -> Self {
        Self { year: Some(year), months: Some(12), until: None, day: None, text }
    }

    /// How many months the figures cover: a bare year is a whole one, and a date is
    /// what was reached by its month (`31 Desember` 12, `30 Juni` 6).
    pub fn covers(&self) -> u8 {
        self.months.or(self.until).unwrap_or(12)
    }

    /// Whether less than a year is named.
    pub fn is_part(&self) -> bool {
        self.covers() < 12
    }
}

/// The period that these words (lower case, of the label `text`) name, with the
/// range of the words that name it; `None` where none, or years that differ, stand there.
pub(crate) fn period_in(words: &[String], text: &str) -> Option<(Period, usize, usize)> {
    let parts = parts(words, text);
    let is_core = |part: &Part| matches!(part, Part::Year(_) | Part::Month(_) | Part::Share(..) | Part::Span(_));
    let first = parts.iter().position(is_core)?;
    let last = parts.iter().rposition(is_core)?;
    if parts[first..=last].contains(&Part::Other) {
        return None;
    }
    let mut from = first;
    while from > 0 && !matches!(parts[from - 1], Part::Other | Part::Ordinal) && !is_core(&parts[from - 1]) {
        from -= 1;
    }
    let mut to = last + 1;
    let last_ordinal = parts.iter().rposition(|part| *part == Part::Ordinal).unwrap_or(0);
    while to < parts.len() && matches!(parts[to], Part::Ordinal | Part::Glue) && last_ordinal >= to {
        to += 1;
    }
    while to < parts.len() && matches!(parts[to], Part::Ordinal | Part::Day(_)) {
        to += 1;
    }
    // `Nomor 25 Tahun 1992` names a law.
    let before = &words[from.saturating_sub(2)..from];
    if before.iter().any(|word| matches!(word.as_str(), "nomor" | "no" | "nmr")) {
        return None;
    }
    let run = &parts[from..to];
    let mut years = run.iter().filter_map(|part| if let Part::Year(year) = part { Some(*year) } else { None });
    let year = years.next();
    if years.any(|other| Some(other) != year) {
        return None;
    }
    let day = run.iter().rev().find_map(|part| if let Part::Day(day) = part { Some(*day) } else { None });
    let period = Period { year: year.map(Year), months: months(run), until: until(run), day, text: text.trim().to_owned() };
    Some((period, from, to))
}

/// The period that a name or label states, with the words that state it.
pub fn period_named(text: &str) -> Option<(Period, String)> {
    let words = words(text);
    let (period, from, to) = period_in(&words, text)?;
    Some((period, words[from..to].join(" ")))
}

/// The period that a cell is and says nothing besides: `TW III`, `31-12-20`,
/// `2020`, `202012`.
pub(crate) fn period_alone(text: &str) -> Option<Period> {
    let trimmed = text.trim();
    if let (Some(year), Some(month)) = (trimmed.get(..4), trimmed.get(4..))
        && trimmed.len() == 6
        && let (Some(year), Some(month @ 1..=12)) = (Year::parse(year).filter(is_near), digits(month))
    {
        return Some(Period { year: Some(year), months: None, until: Some(month), day: None, text: trimmed.to_owned() });
    }
    if !trimmed.is_empty() && trimmed.bytes().all(|byte| byte.is_ascii_digit()) {
        return lone_digits(trimmed);
    }
    let holds_another_word = || Glance::of(trimmed).is_some_and(|own| own.holds(kind::NO_PERIOD));
    if holds_another_word() || begins_otherwise(trimmed) {
        return None;
    }
    whole_period(trimmed)
}

/// [`whole_period`] of digits alone, which are a year or nothing.
fn lone_digits(digits: &str) -> Option<Period> {
    let year = Year::parse(digits).filter(|year| year.0 <= 2100)?;
    Some(Period { year: Some(year), months: None, until: None, day: None, text: digits.to_owned() })
}

/// The period that all words of a text name together.
pub(super) fn whole_period(trimmed: &str) -> Option<Period> {
    let words = words(trimmed);
    let (period, from, to) = period_in(&words, trimmed)?;
    (from == 0 && to == words.len()).then_some(period)
}

/// A quick look before the slow one: whether a plain text begins with a word that no period begins with.
pub(super) fn begins_otherwise(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    // A letter by itself may be one of several set apart.
    if letters < 2 || !text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return false;
    }
    let word = text[..letters].to_ascii_lowercase();
    let others = [
        "sd",
        "sampai",
        "hingga",
        "bulan",
        "bln",
        "periode",
        "dengan",
        "pada",
        "tanggal",
        "tgl",
        "caturwulan",
        "cawu",
        "catur",
        "tiga",
        "enam",
        "sembilan",
        "tengah",
        "setengah",
        "pertengahan",
        "half",
        "mid",
        "midyear",
        "halfyear",
        "semi",
        "semiannual",
        "first",
        "second",
    ];
    let is_lead = is_whole_year(&word)
        || says_a_day(&word)
        || is_quarter(&word)
        || is_half_year(&word)
        || month_named(&word).is_some()
        || ["triwulan", "triw", "tw", "smt"].iter().any(|lead| word.starts_with(lead))
        || others.contains(&word.as_str());
    !is_lead
}

fn month_of(part: &Part) -> Option<u8> {
    if let Part::Month(month) = part { Some(*month) } else { None }
}

fn share_of(run: &[Part]) -> Option<(u8, u8)> {
    run.iter().find_map(|part| if let Part::Share(months, number) = part { Some((*months, *number)) } else { None })
}

fn span_of(run: &[Part]) -> Option<u8> {
    run.iter().find_map(|part| if let Part::Span(months) = part { Some(*months) } else { None })
}

fn months(run: &[Part]) -> Option<u8> {
    let until = run.contains(&Part::Until);
    let months: Vec<u8> = run.iter().filter_map(month_of).collect();
    if let Some((length, number)) = share_of(run) {
        return Some(if until { length * number } else { length });
    }
    let is_day = run.iter().any(|part| matches!(part, Part::Day(_) | Part::AtDay));
    match months[..] {
        [] => span_of(run).or(run.contains(&Part::WholeYear).then_some(12)),
        [month] if until => Some(month),
        [_] if is_day => None,
        [_] => Some(1),
        [first, last] if last >= first => Some(last - first + 1),
        _ => None,
    }
}

fn until(run: &[Part]) -> Option<u8> {
    if let Some((length, number)) = share_of(run) {
        return Some(length * number);
    }
    run.iter().rev().find_map(month_of).or(span_of(run))
}

fn parts(words: &[String], text: &str) -> Vec<Part> {
    let mut parts = vec![Part::Other; words.len()];
    // Years of two digits count only where no whole one stands.
    let has_year = words.iter().any(|word| Year::parse(word).is_some_and(|year| year.0 <= 2100));
    let written = written_dates(text);
    let written_months = OnceCell::new();
    let mut index = 0;
    while index < words.len() {
        let before = index.checked_sub(1).map(|before| parts[before]);
        let date = numeric_date(&words[index..], &written).or_else(|| roman_date(&words[index..], before, text));
        if let Some(date) = date {
            parts[index..index + date.len()].copy_from_slice(&date);
            index += date.len();
            continue;
        }
        // `Omset '20`.
        if !has_year && is_short_year(&words[index]) && is_behind_a_quote(text, &words[index]) {
            parts[index] = digits(&words[index]).map_or(Part::Other, |year| Part::Year(2000 + i32::from(year)));
            index += 1;
            continue;
        }
        let is_dated = matches!(before, Some(Part::Year(_)));
        if let Some((half, length)) = half_year(&words[index..], is_dated) {
            parts[index] = Part::Share(6, half);
            parts[index + 1..index + length].fill(Part::Ordinal);
            index += length;
            // `1H20`.
            if let Some(year) = words.get(index).filter(|word| !has_year && is_short_year(word)).and_then(|word| digits(word)) {
                parts[index] = Part::Year(2000 + i32::from(year));
                index += 1;
            }
            continue;
        }
        let is_written = |month: &str| written_months.get_or_init(|| months_in_digits(text)).contains(month);
        if let Some(run) = numeric_months(&words[index..], is_written) {
            parts[index..index + run.len()].copy_from_slice(&run);
            index += run.len();
            continue;
        }
        if let Some(month) = numeric_month(&words[index..], before, is_written) {
            parts[index..index + month.len()].copy_from_slice(&month);
            index += month.len();
            continue;
        }
        let (part, ordinal) = part(words, index, before, has_year);
        parts[index] = part;
        parts[index + 1..=index + ordinal].fill(Part::Ordinal);
        index += 1 + ordinal;
    }
    // `tanggal rat` and `omset per bulan` are no periods: glue counts only where a period follows it.
    parts
}

/// What one word is, and how many words behind it belong to it.
fn part(words: &[String], index: usize, before: Option<Part>, has_year: bool) -> (Part, usize) {
    let word = words[index].as_str();
    let next = words.get(index + 1).map_or("", String::as_str);
    let behind = &words[index + 1..];
    let part = match word {
        _ if is_whole_year(word) => Part::WholeYear,
        _ if says_a_day(word) => Part::AtDay,
        "sd" | "sampai" | "hingga" => Part::Until,
        "to" if matches!(before, Some(Part::Year(_) | Part::Month(_) | Part::Day(_))) => Part::Until,
        "s" if next == "d" => Part::Until,
        "d" if index > 0 && words[index - 1] == "s" => Part::Glue,
        "t" if matches!(next, "a" | "b") => Part::Glue,
        "a" | "b" if index > 0 && words[index - 1] == "t" => Part::WholeYear,
        // `s/d bulan ke-9` is September.
        "bulan" | "bln" if matches!(next, "laporan" | "pelaporan" | "data") && ordinal(&behind[1..], 12).is_some() => {
            let (month, length) = ordinal(&behind[1..], 12).unwrap_or_default();
            return (Part::Month(month), length + 1);
        }
        "bulan" | "bln" => match ordinal(behind, 12) {
            Some((month, length)) => return (Part::Month(month), length),
            // `Omset/bulan 2020` is a month's figure of that year: its `bulan` names no period.
            None if month_named(next).is_none() => Part::Other,
            None => Part::Glue,
        },
        // The middle of the year: half of it has passed.
        "tengah" | "pertengahan" | "setengah" if matches!(next, "tahun" | "th" | "thn") => return (Part::Span(6), 1),
        "periode" | "dengan" | "pada" | "tanggal" | "tgl" => Part::Glue,
        "caturwulan" | "cawu" | "catur" => {
            let skipped = usize::from(next == "wulan");
            return share(4, 3, &behind[skipped..], skipped);
        }
        _ if is_quarter(word) => return share(3, 4, behind, 0),
        _ if is_half_year(word) => return share(6, 2, behind, 0),
        _ => match (month_named(word), Year::parse(word)) {
            (Some(month), _) => Part::Month(month),
            (None, Some(year)) if year.0 <= 2100 => Part::Year(year.0),
            _ => return number(word, behind, before, has_year),
        },
    };
    (part, 0)
}

/// A number of one or two digits: a day before its month, months before `bulan`,
/// a year behind `Th.` or a month; or a quarter run together, `TWIII`.
fn number(word: &str, behind: &[String], before: Option<Part>, has_year: bool) -> (Part, usize) {
    let next = behind.first().map_or("", String::as_str);
    let counted = digits(word).or(match word {
        "tiga" => Some(3),
        "enam" => Some(6),
        "sembilan" => Some(9),
        _ => None,
    });
    match counted {
        Some(day @ 1..=31) if month_named(next).is_some() => (Part::Day(day), 0),
        Some(months @ 1..=12) if matches!(next, "bulan" | "bln" | "bl") => {
            let is_first = behind.get(1).is_some_and(|word| word == "pertama");
            (Part::Span(months), 1 + usize::from(is_first))
        }
        Some(year) if !has_year && matches!(before, Some(Part::WholeYear | Part::Month(_))) && is_short_year(word) => {
            (Part::Year(2000 + i32::from(year)), 0)
        }
        _ => {
            let run_together = ["triwulan", "triw", "tw", "smt"].iter().find_map(|lead| Some((lead, word.strip_prefix(lead)?)));
            let share = run_together.and_then(|(lead, rest)| {
                let (months, most) = if *lead == "smt" { (6, 2) } else { (3, 4) };
                ordinal(&[rest.to_owned()], most).map(|(number, _)| Part::Share(months, number))
            });
            (share.unwrap_or(Part::Other), 0)
        }
    }
}

/// The dates that stand in a text as digits, each with its separator: `30-06-2021`,
/// `31.12.20`, `2021/06/30`, no more digits beside them. Blanks do not count.
fn written_dates(text: &str) -> BTreeSet<String> {
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
fn numeric_months(words: &[String], is_written: impl Fn(&str) -> bool) -> Option<Vec<Part>> {
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
fn numeric_date(words: &[String], written: &BTreeSet<String>) -> Option<[Part; 3]> {
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
fn roman_date(words: &[String], before: Option<Part>, text: &str) -> Option<[Part; 3]> {
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
fn months_in_digits(text: &str) -> BTreeSet<String> {
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
fn numeric_month(words: &[String], before: Option<Part>, is_written: impl Fn(&str) -> bool) -> Option<[Part; 2]> {
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

fn is_near(year: &Year) -> bool {
    (1990..=2099).contains(&year.0)
}

/// Whether digits stand right behind a quotation mark that follows a word: in front of a text it only makes it one.
fn is_behind_a_quote(text: &str, digits: &str) -> bool {
    text.trim()
        .char_indices()
        .skip(1)
        .any(|(at, c)| matches!(c, '\'' | '\u{2019}') && text.trim()[at + c.len_utf8()..].starts_with(digits))
}

/// `20` for 2020: 2010 to 2049.
fn is_short_year(word: &str) -> bool {
    word.len() == 2 && digits(word).is_some_and(|year| (10..=49).contains(&year))
}

/// A number of one or two digits.
fn digits(word: &str) -> Option<u8> {
    let is_number = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| word.parse().ok()).flatten()
}

/// `tahun` and what stands for it.
pub(crate) fn is_whole_year(word: &str) -> bool {
    matches!(word, "tahun" | "th" | "thn" | "ta" | "tb" | "fy" | "buku" | "anggaran")
}

/// Words before the day that figures are of.
pub(crate) fn says_a_day(word: &str) -> bool {
    matches!(word, "per" | "posisi" | "keadaan" | "kondisi" | "situasi" | "akhir" | "ultimo" | "pertanggal")
}

fn is_quarter(word: &str) -> bool {
    matches!(
        word,
        "triwulan"
            | "tribulan"
            | "triwul"
            | "triw"
            | "trw"
            | "trwl"
            | "twl"
            | "tw"
            | "kuartal"
            | "kwartal"
            | "kw"
            | "quarter"
            | "q"
    )
}

fn is_half_year(word: &str) -> bool {
    matches!(word, "semester" | "paruh" | "paro" | "smt" | "sem" | "smst" | "smtr" | "smstr" | "semt")
}

/// A part of the year by its ordinal; `skipped` words stand between.
fn share(months: u8, most: u8, behind: &[String], skipped: usize) -> (Part, usize) {
    match ordinal(behind, most) {
        Some((number, length)) => (Part::Share(months, number), length + skipped),
        None => (Part::Other, 0),
    }
}

/// `III`, `3`, `ke-3`, `ketiga`: the number, at most `most`, and how many words say it.
fn ordinal(behind: &[String], most: u8) -> Option<(u8, usize)> {
    const WORDS: [&str; 6] = ["kesatu", "kedua", "ketiga", "keempat", "kelima", "keenam"];
    const PLAIN: [&str; 6] = ["satu", "dua", "tiga", "empat", "lima", "enam"];
    let skipped = usize::from(behind.first().is_some_and(|word| word == "ke"));
    let word = behind.get(skipped)?.as_str();
    let place = |list: &[&str]| list.iter().position(|known| *known == word).map(|at| at as u8 + 1);
    let first = (word == "pertama").then_some(1);
    let number = digits(word).or(place(&ROMAN)).or(place(&WORDS)).or(place(&PLAIN)).or(first)?;
    // `Bulan 2020` has no two digits; `bulan 30 Juni` is a day.
    let is_day = behind.get(skipped + 1).is_some_and(|next| month_named(next).is_some());
    ((1..=most).contains(&number) && !is_day).then_some((number, skipped + 1))
}
