//! Names of sheets and files as they are spoken: `KopTarget` is `Kop Target`, `Kop_Tw32021` is `Kop Tw3 2021`.

use super::date::month_named;
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
    let is_of_others = is_of_paper || spans_the_year(&words(apart));
    let others = [Some(apart.to_owned()), dateless(apart)].into_iter().flatten().filter(move |_| !is_of_others);
    let others: Vec<_> = others.filter_map(|name| period_named(&name)).filter(is_short).collect();
    // As the whole name is written.
    let others = others.into_iter().map(|(period, words)| (Period { text: name.trim().to_owned(), ..period }, words));
    period_named(name).into_iter().chain(others)
}

/// `Jan Des`, `Januari sd Desember`, `Tw1-4`, `Sem1-2`: from the first part of the year through the last.
fn spans_the_year(words: &[String]) -> bool {
    let is_joint = |word: &&String| !matches!(word.as_str(), "s" | "d" | "sd" | "sampai" | "dengan" | "hingga" | "ke" | "dan");
    let words: Vec<&str> = words.iter().filter(is_joint).map(String::as_str).collect();
    let is_last = |word: &str, first: &str| match first {
        "q" | "kw" | "tw" | "triw" | "triwulan" | "kuartal" => matches!(word, "4" | "iv"),
        "sem" | "smt" | "semester" => matches!(word, "2" | "ii"),
        _ => false,
    };
    let number = |word: &str| word.trim_start_matches("tw").trim_start_matches("triwulan").trim_start_matches("sem").to_owned();
    let of_parts = |three: [&str; 3]| matches!(three[1], "1" | "i") && is_last(three[2], three[0]);
    let run_together = |two: [&str; 2]| {
        let first = number(two[0]);
        matches!(first.as_str(), "1" | "i")
            && first.len() < two[0].len()
            && is_last(two[1], &two[0][..two[0].len() - first.len()])
    };
    words
        .windows(2)
        .any(|two| month_named(two[0]) == Some(1) && month_named(two[1]) == Some(12) || run_together([two[0], two[1]]))
        || words.windows(3).any(|three| of_parts([three[0], three[1], three[2]]))
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

    #[test]
    fn names_of_the_whole_year_are_of_no_part() {
        for name in ["Jan Des 2023", "Januari sd Desember", "Tw1 4", "TWI IV", "Sem1 2", "Semester I II", "TW 1 4 2023"] {
            assert!(spans_the_year(&words(name)), "{name}");
        }
        for name in ["Jan Juni 2023", "TW1 3", "Tw2 4", "Desember Januari", "Sem1 2023"] {
            assert!(!spans_the_year(&words(name)), "{name}");
        }
    }
}
