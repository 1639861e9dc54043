//! Which part of the year an ordinal says: `TRIWULAN III`, `semester kedua`, `TW I S/D IV`.

use super::date::{ROMAN, month_named};
use super::period_part::{Part, digits};

/// A part of the year by its ordinal; `skipped` words stand between.
pub(super) fn share(months: u8, most: u8, behind: &[String], skipped: usize) -> (Part, usize) {
    match ordinal(behind, most) {
        // `TRIWULAN I S/D IV`: all of the year.
        Some((1, length)) if through_last(&behind[length..], most).is_some() => {
            (Part::Other, length + skipped + through_last(&behind[length..], most).unwrap_or_default())
        }
        Some((number, length)) => (Part::Share(months, number), length + skipped),
        None => (Part::Other, 0),
    }
}

/// How many words say that parts of a year go on through its last one: `s/d IV`, `sampai dengan triwulan IV`.
fn through_last(behind: &[String], most: u8) -> Option<usize> {
    let is_joint = |word: &&String| matches!(word.as_str(), "s" | "d" | "sd" | "sampai" | "dengan" | "hingga" | "ke");
    let joints = behind.iter().take_while(is_joint).count();
    let again = usize::from(behind.get(joints).is_some_and(|word| is_quarter(word) || is_half_year(word)));
    let (last, length) = ordinal(&behind[joints + again..], most)?;
    (joints > 0 && last == most).then_some(joints + again + length)
}

/// `III`, `3`, `ke-3`, `ketiga`: the number, at most `most`, and how many words say it.
pub(super) fn ordinal(behind: &[String], most: u8) -> Option<(u8, usize)> {
    const WORDS: [&str; 6] = ["kesatu", "kedua", "ketiga", "keempat", "kelima", "keenam"];
    const PLAIN: [&str; 6] = ["satu", "dua", "tiga", "empat", "lima", "enam"];
    let skipped = usize::from(behind.first().is_some_and(|word| word == "ke"));
    let word = behind.get(skipped)?.as_str();
    let place = |list: &[&str]| list.iter().position(|known| *known == word).map(|at| at as u8 + 1);
    let first = (word == "pertama").then_some(1);
    let number = digits(word).or(place(&ROMAN)).or(place(&WORDS)).or(place(&PLAIN)).or(first)?;
    // `Bulan 2020` has no two digits; `bulan 30 Juni` is a day.
    let is_day = behind.get(skipped + 1).is_some_and(|next| month_named(next).is_some());
    ((1..=most).contains(&number) && !is_day).then_some((number, skipped + 1))
}

/// A word for a quarter of a year.
pub(super) fn is_quarter(word: &str) -> bool {
    matches!(
        word,
        "triwulan"
            | "tribulan"
            | "triwul"
            | "triw"
            | "trw"
            | "trwl"
            | "twl"
            | "tw"
            | "kuartal"
            | "kwartal"
            | "kw"
            | "quarter"
            | "q"
    )
}

/// A word for half of one.
pub(super) fn is_half_year(word: &str) -> bool {
    matches!(word, "semester" | "paruh" | "paro" | "smt" | "sem" | "smst" | "smtr" | "smstr" | "semt")
}
