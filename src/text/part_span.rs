//! Several parts of a year that are less than it: `TW I-III`, `bulan 1-9`, `SEM. GANJIL`.

use super::date::ROMAN;
use super::label::words;

/// How many of them a year has.
fn in_a_year(word: &str) -> Option<u32> {
    match word {
        "tw" | "triwulan" | "triw" | "twl" | "tribulan" | "kuartal" | "kwartal" | "kw" | "q" => Some(4),
        "bulan" | "bln" => Some(12),
        "semester" | "smt" | "sem" | "smtr" => Some(2),
        _ => None,
    }
}

fn number(word: &str) -> Option<u32> {
    let roman = ROMAN.iter().position(|roman| *roman == word).map(|at| at as u32 + 1);
    roman.or_else(|| word.parse().ok().filter(|number| (1..=12).contains(number)))
}

/// The words by which a title says that its figures are of some quarters, months or half a year alone.
pub(crate) fn part_span(title: &str) -> Option<String> {
    let words = words(title);
    let joins = |word: &&String| matches!(word.as_str(), "s" | "d" | "sd" | "sampai" | "dengan" | "hingga" | "ke" | "dan");
    let of = |at: usize| {
        let parts = in_a_year(&words[at])?;
        let next = words.get(at + 1)?;
        if parts == 2 && matches!(next.as_str(), "ganjil" | "genap") {
            return Some(format!("{} {next}", words[at]));
        }
        let first = number(next)?;
        let joined = words[at + 2..].iter().take_while(joins).count();
        let from = at + 2 + joined;
        // `triwulan I s/d triwulan III`.
        let last = words.get(from + usize::from(words.get(from).and_then(|word| in_a_year(word)) == Some(parts)))?;
        let last = number(last)?;
        let is_part = first < last && last <= parts && (first > 1 || last < parts);
        // `bulan 12 2021`: the year's digits are no month.
        is_part.then(|| words[at..=from].join(" "))
    };
    (0..words.len()).find_map(of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_of_less_than_a_year() {
        for title in
            ["TW I-III 2021", "TW. I s.d. III 2021", "bulan 1-9 2021", "SEM. GANJIL 2021", "DATA TRIWULAN I s/d TRIWULAN III"]
        {
            assert!(part_span(title).is_some(), "{title}");
        }
        for title in [
            "TW I-IV 2021",
            "bulan 1-12 2021",
            "Semester I dan II",
            "TAHUN 2021",
            "Bulan 12 Tahun 2021",
            "TW IV 2021",
            "sem 5",
            "kw",
        ] {
            assert_eq!(part_span(title), None, "{title}");
        }
    }
}
