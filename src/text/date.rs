//! Date texts as offices type them, day before month.

use super::clean::clean;
use crate::vocabulary::Tanggal;

/// What a text in a date column says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateText {
    Date(Tanggal),
    /// Blank, `-`, `00/01/1900` (Excel's day 0), `0000-00-00`: no date.
    Missing,
    NotADate,
}

/// Reads `24/01/2022`, `1-2-2022`, `2022-01-24`, `24 Januari 2022`, `24-Jan-2022`,
/// with a weekday before or a time behind. A year has four digits (1900 to 2100);
/// a day that does not exist is no date.
pub fn read_date(text: &str) -> DateText {
    let cleaned = clean(text);
    let cleaned = cleaned.strip_prefix('\'').unwrap_or(&cleaned).to_lowercase();
    let squeezed: String = cleaned.chars().filter(|c| !c.is_whitespace()).collect();
    if matches!(squeezed.as_str(), "" | "-" | "--" | "nihil" | "nol" | "0" | "…" | "..." | "n/a" | "t.a.d" | "x" | "belumlapor")
    {
        return DateText::Missing;
    }
    // A weekday, a date, a time: no more stands in a date's cell.
    if cleaned.len() > 128 {
        return DateText::NotADate;
    }
    let date = without_time(without_lead(&cleaned));
    let Some(parts) = split(date) else { return DateText::NotADate };
    let [first, second, third] = parts;
    let number = |text: &str, longest: usize| -> Option<i32> {
        let valid = !text.is_empty() && text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit());
        if valid { text.parse().ok() } else { None }
    };
    let (year, month, day) = if first.len() == 4 && second.len() <= 2 {
        (number(first, 4), number(second, 2), number(third, 2))
    } else if third.len() == 4 {
        let month = number(second, 2).or_else(|| month_named(second).or_else(|| roman(second)).map(i32::from));
        (number(third, 4), month, number(first, 2))
    } else {
        (None, None, None)
    };
    let (Some(year), Some(month), Some(day)) = (year, month, day) else { return DateText::NotADate };
    if day == 0 && (year, month) == (1900, 1) || (year, month, day) == (0, 0, 0) {
        return DateText::Missing;
    }
    let date = Tanggal::new(year, month as u8, day as u8).filter(|date| (1900..=2100).contains(&date.year));
    date.map_or(DateText::NotADate, DateText::Date)
}

/// A month's number in Roman numerals.
pub(super) fn roman(word: &str) -> Option<u8> {
    ROMAN.iter().position(|known| *known == word).map(|at| at as u8 + 1)
}

/// Months, quarters and semesters in Roman numerals, lower case.
pub(super) const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// The month (1 to 12) of an Indonesian or English name or its usual short form.
pub(crate) fn month_named(text: &str) -> Option<u8> {
    Some(match text.trim_end_matches('.').to_lowercase().as_str() {
        "januari" | "jan" | "january" => 1,
        "februari" | "pebruari" | "feb" | "peb" | "february" => 2,
        "maret" | "mar" | "mrt" | "march" => 3,
        "april" | "apr" => 4,
        "mei" | "may" => 5,
        "juni" | "jun" | "june" => 6,
        "juli" | "jul" | "july" => 7,
        "agustus" | "agu" | "agt" | "ags" | "agst" | "agts" | "agust" | "aug" | "august" => 8,
        "september" | "sep" | "sept" => 9,
        "oktober" | "okt" | "oct" | "october" => 10,
        "november" | "nopember" | "nov" | "nop" => 11,
        "desember" | "des" | "dec" | "december" => 12,
        _ => return None,
    })
}

/// Without `Senin,` or `Tgl.` before the date.
fn without_lead(text: &str) -> &str {
    let Some((lead, rest)) = text.split_once([' ', ',', '.', '\n']) else { return text };
    let known = ["senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad", "tgl", "tanggal"];
    if known.contains(&lead) { rest.trim_start_matches([' ', ',', '.', ':', '\n']) } else { text }
}

/// Without `00:00`, `T10:30:00`, `10:30:00.000Z` behind the date.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let Some(start) = text[..colon].rfind([' ', 't']) else { return text };
    let time = &text[start + 1..];
    let is_time = time.len() >= 4 && time.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | 'z' | '+'));
    if is_time { text[..start].trim_end() } else { text }
}

/// Three parts between one kind of separator, blanks around it allowed.
fn split(text: &str) -> Option<[&str; 3]> {
    for separator in ['/', '-', '.', ' '] {
        let parts: Vec<&str> =
            if separator == ' ' { text.split_whitespace().collect() } else { text.split(separator).map(str::trim).collect() };
        if let [first, second, third] = parts[..] {
            let clean = parts.iter().all(|part| part.chars().all(char::is_alphanumeric) || separator == ' ');
            if clean {
                return Some([first, second, third]);
            }
        }
    }
    None
}
