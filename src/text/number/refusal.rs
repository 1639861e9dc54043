//! Why a text is no number, as a person would say it.

use crate::diagnostic::BukanAngkaSebab;
use crate::text::clean::is_blank;
use crate::text::date::{DateText, read_date};

/// Bytes of the longest text that is looked at as a number, words beside it
/// included: whoever writes more writes a sentence.
pub(crate) const LONGEST_NUMBER: usize = 256;

/// The reason for a text that was already refused; `text` is cleaned.
pub(crate) fn why_not(text: &str) -> BukanAngkaSebab {
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    if text.len() > LONGEST_NUMBER {
        let is_words = text.chars().any(char::is_alphabetic);
        return if has_digit && !is_words { BukanAngkaSebab::TerlaluPanjang } else { BukanAngkaSebab::Kata };
    }
    if has_sign_of_doubt(text) && (has_digit || !text.contains('<')) {
        return BukanAngkaSebab::KiraKira;
    }
    if has_digit {
        let lower = text.to_lowercase();
        if WORDS_OF_DOUBT.iter().any(|word| lower.contains(word)) {
            return BukanAngkaSebab::KiraKira;
        }
        let squeezed: Vec<char> = lower.chars().filter(|c| !is_blank(*c)).collect();
        if matches!(read_date(text), DateText::Date(_)) {
            return BukanAngkaSebab::GarisMiring;
        }
        if let Some(reason) = two_numbers(&squeezed, &lower) {
            return reason;
        }
        if let Some(letter) = digit_like_letter(text) {
            return BukanAngkaSebab::HurufMiripDigit(letter);
        }
        if squeezed.iter().filter(|c| c.is_ascii_digit()).count() > 28 && !squeezed.iter().any(|c| c.is_alphabetic()) {
            return BukanAngkaSebab::TerlaluPanjang;
        }
    }
    let is_number_sign = |c: char| c.is_ascii_digit() || is_blank(c) || matches!(c, '.' | ',' | '\'');
    if has_digit && text.chars().all(is_number_sign) {
        return BukanAngkaSebab::Pemisah;
    }
    if let Some(odd) = text.chars().find(|c| !c.is_alphanumeric() && !is_number_sign(*c) && !matches!(c, '-' | '(' | ')' | '%')) {
        return BukanAngkaSebab::Karakter(odd);
    }
    if text.chars().any(char::is_alphabetic) {
        return BukanAngkaSebab::Kata;
    }
    text.chars().find(|c| !is_number_sign(*c)).map_or(BukanAngkaSebab::Pemisah, BukanAngkaSebab::Karakter)
}

const WORDS_OF_DOUBT: [&str; 9] = ["kurang", "lebih", "sekitar", "kira", "hampir", "kisaran", "diatas", "dibawah", "minimal"];

fn has_sign_of_doubt(text: &str) -> bool {
    text.contains(['±', '~', '≈', '<', '>', '≤', '≥']) || ["+/-", "+-", "-/+"].iter().any(|sign| text.contains(sign))
}

/// `100-200`, `10/12`, `50rb/hari`, `5 juta per bulan`.
fn two_numbers(squeezed: &[char], lower: &str) -> Option<BukanAngkaSebab> {
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    if squeezed.windows(3).any(|w| w[1] == '-' && w[0].is_alphanumeric() && w[2].is_ascii_digit())
        || words.contains(&"sampai")
        || words.contains(&"sd")
        || lower.contains("s/d")
        || lower.contains("s.d")
    {
        return Some(BukanAngkaSebab::Rentang);
    }
    if let Some(slash) = squeezed.iter().position(|c| *c == '/') {
        let after_letter = squeezed.get(slash + 1).is_some_and(|c| c.is_alphabetic());
        return Some(if after_letter { BukanAngkaSebab::PerSatuan } else { BukanAngkaSebab::GarisMiring });
    }
    words.iter().any(|word| word.starts_with("per") && *word != "persen").then_some(BukanAngkaSebab::PerSatuan)
}

/// The first letter that looks like a digit, where every letter does.
fn digit_like_letter(text: &str) -> Option<char> {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    let first = letters.next()?;
    let is_like = |c: &char| matches!(c, 'O' | 'o' | 'l' | 'I' | 'i' | 'S' | 's' | 'B' | 'Z' | 'z');
    (is_like(&first) && letters.all(|c| is_like(&c))).then_some(first)
}
