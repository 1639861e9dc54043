//! A text without the year that stands in it: what `SUSULAN` says, `SUSULAN TAHUN 2021` says of that year.

use super::date::month_named;
use super::label::stated_year;
use super::period::is_whole_year;

/// The text without its years and the words before them (`TAHUN`, `TH.`, `T.A.`); none where it has none, or is nothing besides.
pub(crate) fn dateless(text: &str) -> Option<String> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_year = |at: usize| words.get(at).is_some_and(|word| stated_year(&bare(word)).is_some());
    // `TAHUN`, `Th.`, `TAHUN ANGGARAN` before a year.
    let leads = |word: &str| is_whole_year(&bare(&word.replace('.', "")));
    let mut kept: Vec<&str> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if is_year(at) {
            // The day and the month of it.
            if kept.last().is_some_and(|word| month_named(&bare(word)).is_some()) {
                kept.pop();
                let is_day = |word: &&str| bare(word).parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
                kept.pop_if(|word| is_day(&&**word));
            }
            while kept.last().is_some_and(|word| leads(word)) {
                kept.pop();
            }
        } else {
            kept.push(word);
        }
    }
    let is_said = kept.iter().any(|word| word.chars().any(char::is_alphabetic));
    (is_said && kept.len() < words.len()).then(|| kept.join(" ").trim_end_matches([',', ';', ':', ' ']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::dateless;

    #[test]
    fn a_year_is_taken_out_with_what_leads_it() {
        for (text, bare) in [
            ("SUSULAN 2021", Some("SUSULAN")),
            ("PER TRIWULAN TAHUN 2021", Some("PER TRIWULAN")),
            ("Contoh (2021)", Some("Contoh")),
            ("PRA KOPERASI TH. 2021", Some("PRA KOPERASI")),
            ("DATA TAHUN ANGGARAN 2021", Some("DATA")),
            ("ribu rupiah, 31 Desember 2021", Some("ribu rupiah")),
            ("2021", None),
            ("TAHUN 2021", None),
            ("SUSULAN", None),
            ("Gadingrejo 12", None),
        ] {
            assert_eq!(dateless(text).as_deref(), bare, "{text}");
        }
    }
}
