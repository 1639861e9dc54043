//! Years written in words (`TAHUN DUA RIBU DUA PULUH SATU`), and digits that are no year (`TAHUN 2201`).

use super::date::month_named;
use super::period::is_whole_year;
use crate::vocabulary::Year;

const UNITS: [&str; 9] = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];

/// The text with a year in words written in digits; none where none stands in it.
pub(crate) fn in_digits(text: &str) -> Option<String> {
    if text.len() > 200 {
        return None;
    }
    let lower = text.to_lowercase();
    if lower.contains("mm") {
        return of_numerals(&lower);
    }
    if !lower.contains("ribu") {
        return None;
    }
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let at = words.windows(2).position(|pair| pair == ["dua", "ribu"])?;
    let (value, taken) = below_hundred(&words[at + 2..])?;
    let behind = words.get(at + 2 + taken).copied().unwrap_or_default();
    // `Dua ribu dua puluh juta rupiah` is an amount.
    if matches!(behind, "ratus" | "ribu" | "juta" | "miliar" | "milyar" | "rupiah" | "orang" | "unit" | "koperasi") {
        return None;
    }
    let head = words[..at].iter().copied();
    let year = (2000 + value).to_string();
    let tail = words[at + 2 + taken..].iter().copied();
    Some(head.chain([year.as_str()]).chain(tail).collect::<Vec<_>>().join(" "))
}

/// `TAHUN MMXX`: a year in Roman numerals behind a word of years; `Drs. Sugeng, MM` is none.
fn of_numerals(lower: &str) -> Option<String> {
    let mut words: Vec<String> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let is_lead = |word: &str| is_whole_year(word) || month_named(word).is_some();
    let at = (1..words.len()).find(|at| words[*at].len() > 2 && is_lead(&words[at - 1]) && year_of(&words[*at]).is_some())?;
    words[at] = year_of(&words[at])?.to_string();
    Some(words.join(" "))
}

/// 2001 to 2089 in Roman numerals.
fn year_of(numerals: &str) -> Option<i32> {
    const TENS: [&str; 9] = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx"];
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let rest = numerals.strip_prefix("mm")?;
    let all =
        TENS.iter().zip(0..).flat_map(|(tens, ten)| ONES.iter().zip(0..).map(move |(ones, one)| (tens, ones, ten * 10 + one)));
    all.into_iter().find(|(tens, ones, _)| rest == format!("{tens}{ones}")).map(|(.., year)| 2000 + year)
}

/// The number that the first words are, from ten to ninety-nine, and how many they are.
fn below_hundred(words: &[&str]) -> Option<(usize, usize)> {
    let unit = |word: &str| UNITS.iter().position(|unit| *unit == word).map(|at| at + 1);
    match words {
        ["sepuluh", ..] => Some((10, 1)),
        ["sebelas", ..] => Some((11, 1)),
        [first, "belas", ..] => Some((10 + unit(first)?, 2)),
        [first, "puluh", second, ..] if unit(second).is_some() => Some((unit(first)? * 10 + unit(second)?, 3)),
        [first, "puluh", ..] => Some((unit(first)? * 10, 2)),
        _ => None,
    }
}

/// `TAHUN 2201`, `TAHUN 202`, `TH. 2O21`: digits behind `tahun` that are no year of these times, and no other year beside them.
pub(super) fn odd_year(text: &str) -> Option<String> {
    let mut words = text.split(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | ',' | ';' | '(' | ')'));
    let mut words = words.by_ref().filter(|word| !word.is_empty());
    let is_near = |word: &str| Year::parse(word).is_some_and(|year| (1900..=2100).contains(&year.0));
    let is_lead = |word: &str| matches!(word, "tahun" | "th" | "thn");
    words.find(|word| is_lead(&word.to_lowercase()))?;
    let own = words.find(|word| !matches!(word.to_lowercase().as_str(), "buku" | "anggaran"))?;
    let is_digits = own.chars().all(|c| c.is_ascii_digit() || matches!(c, 'o' | 'O' | 'l' | 'I'));
    let is_long = (3..=5).contains(&own.len()) && own.starts_with(['1', '2']);
    let is_odd = is_digits && is_long && own.bytes().filter(u8::is_ascii_digit).count() >= 2 && !is_near(own);
    let is_islamic = words.next().is_some_and(|word| matches!(word.to_lowercase().as_str(), "h" | "hijriah" | "hijriyah"));
    let has_year = text.split(|c: char| !c.is_ascii_digit()).any(is_near);
    (is_odd && !is_islamic && !has_year).then(|| text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_in_numerals() {
        assert_eq!(in_digits("TAHUN MMXX").as_deref(), Some("tahun 2020"));
        assert_eq!(in_digits("Per 31 Desember MMXIX").as_deref(), Some("per 31 desember 2019"));
        for text in ["Drs. SUGENG, MM", "TAHUN MM", "Tahun Mmas", "Komm XX"] {
            assert_eq!(in_digits(text), None, "{text}");
        }
    }

    #[test]
    fn years_in_words() {
        assert_eq!(in_digits("TAHUN DUA RIBU DUA PULUH").as_deref(), Some("tahun 2020"));
        assert_eq!(in_digits("Tahun Dua Ribu Dua Puluh Satu").as_deref(), Some("tahun 2021"));
        assert_eq!(in_digits("Tahun dua ribu sembilan belas, Kota").as_deref(), Some("tahun 2019 kota"));
        assert_eq!(in_digits("Dua ribu dua puluh juta rupiah"), None);
        assert_eq!(in_digits("(Rp ribu)"), None);
    }
}
