//! Years written in words: `TAHUN DUA RIBU DUA PULUH SATU`.

const UNITS: [&str; 9] = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];

/// The text with a year in words written in digits; none where none stands in it.
pub(crate) fn in_digits(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    if !lower.contains("ribu") || text.len() > 200 {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_in_words() {
        assert_eq!(in_digits("TAHUN DUA RIBU DUA PULUH").as_deref(), Some("tahun 2020"));
        assert_eq!(in_digits("Tahun Dua Ribu Dua Puluh Satu").as_deref(), Some("tahun 2021"));
        assert_eq!(in_digits("Tahun dua ribu sembilan belas, Kota").as_deref(), Some("tahun 2019 kota"));
        assert_eq!(in_digits("Dua ribu dua puluh juta rupiah"), None);
        assert_eq!(in_digits("(Rp ribu)"), None);
    }
}
