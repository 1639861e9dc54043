//! Codes and their meanings on one line: `Ket: 1. Aktif; 2. Tidak aktif; 3. Bubar`, `3 : bubar`, `A = aktif, B = beku`.

use super::doubt::row_doubted;
use super::label::spelt_words;
use super::remark::{remark_limits, says_ended};
use super::whole_remark::is_whole_remark;
use crate::vocabulary::Year;

/// More letters are a paragraph.
const LONGEST: usize = 160;
/// A meaning has no more words.
const MOST: usize = 6;

/// The codes of a line, in lower case, by whose meaning a row is not what the others are; each with that meaning.
pub(crate) fn codes_that_limit(line: &str, own: Option<Year>) -> Vec<(String, String)> {
    if line.len() > LONGEST || !line.contains(['=', ':', '.', ')']) {
        return Vec::new();
    }
    let limits = |meaning: &str| {
        let words = spelt_words(meaning).len();
        (1..=MOST).contains(&words)
            && (says_ended(meaning) || remark_limits(meaning, own) || row_doubted(meaning, own) || is_whole_remark(meaning, own))
    };
    parted(line).into_iter().filter(|(_, meaning)| limits(meaning)).collect()
}

/// The codes with their meanings, up to the next code.
fn parted(line: &str) -> Vec<(String, String)> {
    let starts: Vec<(usize, usize, &str)> = line
        .char_indices()
        .filter_map(|(at, c)| {
            let begins =
                c.is_ascii_alphanumeric() && line[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
            let rest = begins.then(|| &line[at..])?;
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric())?;
            let code = &rest[..end];
            let is_code = code.len() <= 2
                && (code.bytes().all(|byte| byte.is_ascii_digit()) || code.chars().all(|c| c.is_ascii_uppercase()));
            let behind = rest[end..].trim_start();
            let mark = behind.starts_with(['=', ':', ')']) || behind.starts_with('.') && behind[1..].starts_with([' ', '\u{a0}']);
            (is_code && mark).then(|| (at, at + end + (rest[end..].len() - behind.len()) + 1, code))
        })
        .collect();
    let ends = starts.iter().skip(1).map(|(at, ..)| *at).chain([line.len()]);
    let trim =
        |text: &str| text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | '(' | '-' | '|')).to_owned();
    starts.iter().zip(ends).map(|((_, from, code), end)| (code.to_lowercase(), trim(&line[*from..end]))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_what_they_mean() {
        let codes =
            |line: &str| -> Vec<String> { codes_that_limit(line, Some(Year(2021))).into_iter().map(|(code, _)| code).collect() };
        assert_eq!(codes("Ket: 1. Aktif; 2. Tidak aktif; 3. Bubar"), ["2", "3"]);
        assert_eq!(codes("3 : bubar"), ["3"]);
        assert_eq!(codes("A = aktif, B = beku, C = bubar"), ["B", "C"].map(str::to_lowercase));
        assert_eq!(codes("Kode 3 = data tahun 2020"), ["3"]);
        for line in [
            "1. Konsumen, 2. Produsen",
            "NIP. 19640505 199303 1 012",
            "Telp. (0343) 424019",
            "BH = Badan Hukum",
            "12.500",
            "Jam 08:00",
        ] {
            assert!(codes(line).is_empty(), "{line}");
        }
    }
}
