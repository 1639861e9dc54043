//! Periods in titles and headings: `Tahun 2021`, `Jan-Mar 2026`, `s/d Juni 2021`,
//! `TRIW. III`, `31-12-20`.

use super::date::month_named;
use super::glance::{Glance, kind};
use super::half_year::half_year;
use super::label::words;
use super::middle_place::is_in_a_places_name;
use super::ordinal::{is_half_year, is_quarter, ordinal, share};
use super::period_digits::{months_in_digits, numeric_date, numeric_month, numeric_months, roman_date, written_dates};
use super::period_part::{Part, digits, is_near, is_short_year};
use crate::vocabulary::Year;
use std::cell::OnceCell;

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
        "tengah" if is_in_a_places_name(&words[..index]) => Part::Other,
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
        // `June 30, 2021`.
        Some(day @ 1..=31) if matches!(before, Some(Part::Month(_))) && Year::parse(next).is_some_and(|year| year.0 <= 2100) => {
            (Part::Day(day), 0)
        }
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

/// Whether digits stand right behind a quotation mark that follows a word: in front of a text it only makes it one.
fn is_behind_a_quote(text: &str, digits: &str) -> bool {
    text.trim()
        .char_indices()
        .skip(1)
        .any(|(at, c)| matches!(c, '\'' | '\u{2019}') && text.trim()[at + c.len_utf8()..].starts_with(digits))
}

/// `tahun` and what stands for it.
pub(crate) fn is_whole_year(word: &str) -> bool {
    matches!(word, "tahun" | "th" | "thn" | "ta" | "tb" | "fy" | "buku" | "anggaran")
}

/// Words before the day that figures are of.
pub(crate) fn says_a_day(word: &str) -> bool {
    matches!(word, "per" | "posisi" | "keadaan" | "kondisi" | "situasi" | "akhir" | "ultimo" | "pertanggal")
}
