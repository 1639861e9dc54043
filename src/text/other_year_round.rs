//! Twelve months that are no calendar year: `TRIWULAN IV 2020 S/D TRIWULAN III 2021`, `JULI 2020 - JUNI 2021`.

use super::date::month_named;
use super::label::stated_year;
use super::ordinal::{is_half_year, is_quarter};

/// So many words before its year stand those of a part of it.
const BEFORE: usize = 3;

/// The words from a part of one year through a part of the next.
pub(super) fn other_year_round(words: &[String]) -> Option<String> {
    let part_before = |at: usize| {
        let from = at.saturating_sub(BEFORE);
        (from..at).find(|word| is_quarter(&words[*word]) || is_half_year(&words[*word]) || month_named(&words[*word]).is_some())
    };
    let years: Vec<usize> = (0..words.len()).filter(|at| stated_year(&words[*at]).is_some()).collect();
    let [first, second] = years[..] else { return None };
    let are_next = stated_year(&words[first]).zip(stated_year(&words[second])).is_some_and(|(one, other)| one.0 + 1 == other.0);
    // A day of printing or of a letter stands far behind, and the second year's part right behind the first year.
    let (from, behind) = (part_before(first)?, part_before(second)?);
    let is_joint = |word: &String| matches!(word.as_str(), "s" | "d" | "sd" | "sampai" | "dengan" | "hingga" | "ke");
    let is_day = |word: &String| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_run = behind > first && words[first + 1..behind].iter().all(|word| is_joint(word) || is_day(word));
    let begins_the_year = month_named(&words[from]) == Some(1);
    (are_next && is_run && !begins_the_year).then(|| words[from..=second].join(" "))
}

#[cfg(test)]
mod tests {
    use crate::text::limiting;

    #[test]
    fn a_year_from_the_middle_of_one_to_the_middle_of_the_next() {
        for title in [
            "LAPORAN TRIWULAN IV 2020 S/D TRIWULAN III 2021",
            "DATA KOPERASI JULI 2020 S/D JUNI 2021",
            "SEMESTER II 2020 - SEMESTER I 2021",
        ] {
            assert!(limiting(title).is_some(), "{title}");
        }
        for title in [
            "KEADAAN 31 DESEMBER 2020 DAN 31 DESEMBER 2021",
            "DATA KOPERASI 31 DESEMBER 2020 DAN 2021",
            "KERAGAAN PER DESEMBER 2020, DICETAK 5 JANUARI 2021",
            "TAHUN 2020 - 2021",
            "TRIWULAN IV 2021",
        ] {
            assert_eq!(limiting(title), None, "{title}");
        }
    }
}
