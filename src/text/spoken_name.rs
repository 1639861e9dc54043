//! Names of sheets and files as they are spoken: `KopTarget` is `Kop Target`, `Kop_Tw32021` is `Kop Tw3 2021`.

use super::dateless::dateless;
use super::label::{stated_year, words};
use super::lexicon::{FORMS, HISTORY};
use super::period::{Period, period_named};

/// The name with its words apart, where case, digits or strokes alone part them; none where nothing is to be parted.
pub(crate) fn spoken(name: &str) -> Option<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut told = String::with_capacity(name.len() + 4);
    let mut at = 0;
    while at < letters.len() {
        let c = letters[at];
        let before = at.checked_sub(1).map_or(' ', |at| letters[at]);
        let next = letters.get(at + 1).copied().unwrap_or(' ');
        if c.is_ascii_digit() {
            let digits: String = letters[at..].iter().take_while(|c| c.is_ascii_digit()).collect();
            let year = digits.len().checked_sub(4).filter(|from| stated_year(&digits[*from..]).is_some());
            match year {
                Some(0) if before.is_alphabetic() => told.push(' '),
                Some(from) if from > 0 => {
                    told.push_str(&digits[..from]);
                    told.push(' ');
                }
                _ => {}
            }
            told.push_str(&digits[year.unwrap_or(0)..]);
            at += digits.len();
            if year.is_some() && letters.get(at).is_some_and(|c| c.is_alphabetic()) {
                told.push(' ');
            }
            continue;
        }
        let is_stroke = c == '-' && (before.is_alphabetic() || next.is_alphabetic()) && !next.is_whitespace();
        if c == '_' || is_stroke {
            told.push(' ');
        } else {
            if c.is_uppercase() && before.is_lowercase() {
                told.push(' ');
            }
            told.push(c);
        }
        at += 1;
    }
    (told != name).then_some(told)
}

/// The periods that a name states: of all its words, then of its words apart, wherever its year stands among them.
/// `Keragaan 2021 data TW III`, `2021 Kop_TW3`. A month beside the day of a letter or an update is none of the figures.
pub(crate) fn named_periods(name: &str) -> impl Iterator<Item = (Period, String)> {
    let apart = spoken(name);
    let apart = apart.as_deref().unwrap_or(name);
    let is_of_paper =
        words(apart).iter().any(|word| [HISTORY, FORMS, BESIDE_DAYS].iter().any(|list| list.contains(&word.as_str())));
    // What reaches December is the year's.
    let is_short = |(period, _): &(Period, String)| period.is_part() && period.until.is_some_and(|until| until < 12);
    let others = [Some(apart.to_owned()), dateless(apart)].into_iter().flatten().filter(move |_| !is_of_paper);
    let others: Vec<_> = others.filter_map(|name| period_named(&name)).filter(is_short).collect();
    // As the whole name is written.
    let others = others.into_iter().map(|(period, words)| (Period { text: name.trim().to_owned(), ..period }, words));
    period_named(name).into_iter().chain(others)
}

/// Further words beside the day of a letter, a meeting or of sending it.
const BESIDE_DAYS: &[&str] =
    &["kirim", "dikirim", "terima", "rapat", "rakor", "surat", "edit", "upload", "tgl", "tanggal", "final"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_names_are_parted() {
        for (name, apart) in [
            ("KopTarget", Some("Kop Target")),
            ("TidakAktif2021", Some("Tidak Aktif 2021")),
            ("SdJuni2021", Some("Sd Juni 2021")),
            ("Kop_TW3", Some("Kop TW3")),
            ("Tw32021", Some("Tw3 2021")),
            ("20212020", Some("2021 2020")),
            ("2021-TW3", Some("2021 TW3")),
            ("Kop Target", None),
            ("31-12-2021", None),
            ("UMKM 2021", None),
            ("2021 - Juni", None),
        ] {
            assert_eq!(spoken(name).as_deref().map(|name| name.replace("  ", " ")).as_deref(), apart, "{name}");
        }
    }

    #[test]
    fn parts_of_a_year_anywhere_in_a_name() {
        for name in [
            "Keragaan 2021 data TW III",
            "Keragaan 2021 Kop_TW3",
            "Keragaan 2021 (1) TW3",
            "Keragaan 2021 data juni",
            "Keragaan 2021 lap. smt1 kop",
            "Keragaan 2021 kop juni 21",
            "Keragaan 2021 data s.d. sept",
            "Keragaan 2021 lap. 9 bulan kop",
            "SdJuni2021",
            "KopTw32021",
        ] {
            let found = named_periods(name).find(|(period, _)| period.is_part());
            assert!(found.is_some_and(|(period, _)| period.until.is_some_and(|until| until < 12)), "{name}");
        }
        for name in [
            "Keragaan 2021",
            "Keragaan 2021 update Maret 2022",
            "Keragaan 2021 rev 3 Okt",
            "Keragaan 2021 dikirim Januari",
            "Data Koperasi 2021 Kec. Gadingrejo",
            "Keragaan 2021 data Desember",
            "2021 Pak Agus",
            "Keragaan Koperasi 2021 per 31 Desember",
        ] {
            assert!(named_periods(name).find(|(period, _)| period.is_part()).is_none(), "{name}");
        }
    }
}
