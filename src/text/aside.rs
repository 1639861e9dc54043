//! What stands behind a name and speaks of its row: `KSU B (2020)`, `KSU B (revisi)`, `KSU B rev. 2`.

use super::label::{spelt_words, stated_year, words};
use super::lexicon::{BESIDE_VERSIONS, VERSIONS};
use super::period::{is_whole_year, whole_period};
use crate::vocabulary::Year;

/// More words than this say something of the bearer.
const MOST: usize = 4;

/// A name and what stands behind it in parentheses.
pub(crate) fn parted(name: &str) -> Option<(&str, &str)> {
    let trimmed = name.trim();
    let inner = trimmed.strip_suffix([')', ']'])?;
    let open = inner.find(['(', '['])?;
    let (base, aside) = (inner[..open].trim(), inner[open + 1..].trim());
    (!base.is_empty()).then_some((base, aside))
}

/// What stands before the mark, the number or the words by which a name is another's copy: `KSU C (2)`,
/// `KSU C*`, `KSU C-2020`, `KSU C - Copy`; `by_any_mark`: a stray point makes one too.
pub(crate) fn copied_name(name: &str, by_any_mark: bool) -> Option<&str> {
    if let Some((base, _)) = parted(name) {
        return Some(base);
    }
    let trimmed = name.trim();
    let is_mark =
        |c: char| matches!(c, '*' | '#' | '^' | '+' | '\'' | '"' | '`') || by_any_mark && matches!(c, '.' | ',' | '_' | '-');
    let bare = trimmed.trim_end_matches(is_mark);
    if bare.len() < trimmed.len() {
        return Some(bare.trim_end()).filter(|bare| !bare.is_empty());
    }
    let digits = trimmed.bytes().rev().take_while(u8::is_ascii_digit).count();
    let before = &trimmed[..trimmed.len() - digits];
    let numbered = before.trim_end_matches(['-', '_', '#', '/']);
    if (1..=4).contains(&digits) && numbered.len() < before.len() {
        return Some(numbered.trim_end()).filter(|base| !base.is_empty());
    }
    let (base, last) = trimmed.rsplit_once([' ', '-', '_'])?;
    let is_copy =
        matches!(last.to_ascii_lowercase().as_str(), "copy" | "salinan" | "rev" | "revisi" | "ok" | "final" | "fix" | "edit");
    is_copy.then(|| base.trim_end_matches(['-', '_', ' '])).filter(|base| !base.is_empty())
}

/// Whether a sheet's name is that of a copy: `Data (2)`, `2021 (ok)`, `Sheet1 - Copy`.
pub(crate) fn is_copied_sheet(name: &str) -> bool {
    let Some((_, aside)) = parted(name) else {
        return name.trim().to_ascii_lowercase().ends_with("copy");
    };
    let is_number = aside.parse::<u8>().is_ok_and(|number| number > 1);
    is_number
        || matches!(aside.to_ascii_lowercase().as_str(), "ok" | "oke" | "copy" | "fix" | "final")
        || says_version(aside, None)
}

/// Whether what stands behind a name is another year than `own`, a version, an order or a doubt.
pub(crate) fn says_version(aside: &str, own: Option<Year>) -> bool {
    let bare = aside.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '-' | '\u{2013}' | ','));
    if !bare.is_empty() && bare.chars().all(|c| matches!(c, '?' | '!' | 'x' | 'X')) {
        return true;
    }
    let words = spelt_words(bare);
    if words.is_empty() || words.len() > MOST {
        return false;
    }
    let has = |list: &[&str], word: &String| list.contains(&word.as_str());
    let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_version = words.iter().any(|word| has(VERSIONS, word))
        && words.iter().all(|word| has(VERSIONS, word) || has(BESIDE_VERSIONS, word) || is_number(word));
    is_version || is_other_time(bare, &words, own)
}

/// `2020`, `2020/2021`, `31/12/2020`: nothing but a time that is not the year's own.
fn is_other_time(bare: &str, words: &[String], own: Option<Year>) -> bool {
    let Some(own) = own else { return false };
    let year = |word: &String| stated_year(word);
    let years: Vec<Year> = words.iter().filter_map(year).collect();
    let are_years = words.iter().all(|word| year(word).is_some() || is_whole_year(word));
    are_years && years.iter().any(|year| *year != own)
        || whole_period(bare).and_then(|period| period.year).is_some_and(|year| year != own)
}

/// Whether a name ends in `rev. 1`, `ver 2`, `revisi`: no name does.
pub(crate) fn ends_in_version(name: &str) -> bool {
    let words = words(name);
    let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let bare = words.split_last().filter(|(last, _)| is_number(last)).map_or(&words[..], |(_, rest)| rest);
    bare.len() > 1 && bare.last().is_some_and(|last| matches!(last.as_str(), "rev" | "revisi" | "ver" | "versi"))
}

/// `DATA (2)`: a copy of another sheet, where one is left.
pub(crate) fn ends_in_number(name: &str) -> bool {
    let aside = name.trim_end().strip_suffix(')').and_then(|name| name.rsplit_once('('));
    aside.is_some_and(|(_, number)| number.trim().parse::<u8>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asides_of_the_row_and_of_its_bearer() {
        for aside in [
            "(2020)",
            "(revisi)",
            "(perbaikan)",
            "(data lama)",
            "2020/2021",
            "(31/12/2020)",
            "(th 2020)",
            "- 2020",
            "(?)",
            "(cek lagi)",
            "(USD)",
            "rev. 2",
            "(x)",
        ] {
            assert!(says_version(aside, Some(Year(2021))), "{aside}");
        }
        for aside in ["(2021)", "(Primer Kota)", "(eks KUD Maju)", "(Pak Budi)", "(2)", "(kantor baru di pasar)", "(USP)", "*"] {
            assert!(!says_version(aside, Some(Year(2021))), "{aside}");
        }
        for (name, base) in [
            ("KSU C (2)", Some("KSU C")),
            ("KSU C*", Some("KSU C")),
            ("KSU C-2020", Some("KSU C")),
            ("KSU C #2", Some("KSU C")),
            ("KSU C - Copy", Some("KSU C")),
            ("KSU C 2", None),
            ("KSU Baru", None),
            ("KSU C", None),
        ] {
            assert_eq!(copied_name(name, true), base, "{name}");
        }
        assert!(is_copied_sheet("Data (2)") && is_copied_sheet("2021 (ok)") && is_copied_sheet("Sheet1 - Copy"));
        assert!(!is_copied_sheet("Data") && !is_copied_sheet("Kec. Gadingrejo (Kota)") && !is_copied_sheet("Sheet1 (1)"));
        assert!(ends_in_version("KSU Mekar rev. 1") && !ends_in_version("Toko 2021") && !ends_in_version("Revisi"));
    }
}
