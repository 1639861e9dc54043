//! A text without the year that stands in it: what `SUSULAN` says, `SUSULAN TAHUN 2021` says of that year.

use super::date::month_named;
use super::label::stated_year;
use super::period::is_whole_year;
use crate::vocabulary::Year;

/// The text without its years and the words before them (`TAHUN`, `TH.`, `T.A.`); none where it has none, or is nothing besides.
pub(crate) fn dateless(text: &str) -> Option<String> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_year = |word: &str| stated_year(&bare(word)).is_some() || ends_in_a_year(&bare(word));
    // `TAHUN`, `Th.`, `TAHUN ANGGARAN` before a year; `tgl` before a day.
    let leads = |word: &str| {
        let word = bare(&word.replace('.', ""));
        is_whole_year(&word) || matches!(word.as_str(), "tgl" | "tanggal")
    };
    let mut kept: Vec<String> = Vec::new();
    let mut opened = "";
    for word in &words {
        if !is_year(word) {
            kept.push(format!("{opened}{word}"));
            opened = "";
            continue;
        }
        // The day and the month of it.
        if kept.last().is_some_and(|word| month_named(&bare(word)).is_some()) {
            kept.pop();
            let is_day = |word: &mut String| bare(word).parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
            kept.pop_if(is_day);
        }
        while kept.last().is_some_and(|word| leads(word)) {
            kept.pop();
        }
        // A bracket stays where the year was not alone in it: `(Rp juta 2021)`.
        match (word.starts_with('('), word.contains(')')) {
            (true, false) => opened = "(",
            (false, true) if kept.iter().any(|word| word.contains('(')) => {
                kept.iter_mut().last().into_iter().for_each(|word| word.push(')'))
            }
            _ => {}
        }
    }
    let is_said = kept.iter().any(|word| word.chars().any(char::is_alphabetic));
    (is_said && kept.len() < words.len()).then(|| kept.join(" ").trim_end_matches([',', ';', ':', ' ']).to_owned())
}

/// The text without its years, where each of them is this one: what it says of that year it says.
pub(crate) fn beside_year(text: &str, own: Option<Year>) -> Option<String> {
    // A book's year is a time, and its closing no end.
    if text.to_ascii_lowercase().contains("buku") {
        return None;
    }
    let own = own?.0;
    let digits = [(own / 1000) as u8, (own / 100 % 10) as u8, (own / 10 % 10) as u8, (own % 10) as u8].map(|digit| digit + b'0');
    let runs = || text.as_bytes().split(|byte| !byte.is_ascii_digit()).filter(|run| run.len() == 4);
    let is_said =
        runs().any(|run| run == digits) && runs().all(|run| run == digits || !matches!(run, [b'1', b'9', ..] | [b'2', b'0', ..]));
    if is_said { dateless(text) } else { None }
}

/// `5-3-2021`, `31/12/2021`.
fn ends_in_a_year(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let [day, month, year] = parts[..] else { return false };
    let is_small = |part: &str| part.parse::<u8>().is_ok_and(|part| (1..=31).contains(&part));
    is_small(day) && is_small(month) && stated_year(year).is_some()
}

#[cfg(test)]
mod tests {
    use super::{beside_year, dateless};
    use crate::vocabulary::Year;

    #[test]
    fn a_year_is_taken_out_with_what_leads_it() {
        for (text, bare) in [
            ("SUSULAN 2021", Some("SUSULAN")),
            ("PER TRIWULAN TAHUN 2021", Some("PER TRIWULAN")),
            ("Contoh (2021)", Some("Contoh")),
            ("PRA KOPERASI TH. 2021", Some("PRA KOPERASI")),
            ("DATA TAHUN ANGGARAN 2021", Some("DATA")),
            ("ribu rupiah, 31 Desember 2021", Some("ribu rupiah")),
            ("KSU Melati (Rp juta 2021)", Some("KSU Melati (Rp juta)")),
            ("KSU Melati (2021 Rp juta)", Some("KSU Melati (Rp juta)")),
            ("target tgl 5-3-2021", Some("target")),
            ("tutup th 2021", Some("tutup")),
            ("2021", None),
            ("TAHUN 2021", None),
            ("SUSULAN", None),
            ("Gadingrejo 12", None),
        ] {
            assert_eq!(dateless(text).as_deref(), bare, "{text}");
        }
    }

    #[test]
    fn only_the_own_year_is_taken_out() {
        let of = |text: &str| beside_year(text, Some(Year(2021)));
        assert_eq!(of("salah 2021").as_deref(), Some("salah"));
        assert_eq!(of("tutup 2019"), None);
        assert_eq!(of("tutup buku 2021"), None);
        assert_eq!(of("tutup 2019, aktif 2021"), None);
        assert_eq!(beside_year("salah 2021", None), None);
    }
}
