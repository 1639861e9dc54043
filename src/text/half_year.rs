//! Halves of a year as English forms have them: `H1 2021`, `1H20`, `HALF YEAR`, `Midyear`.

use crate::vocabulary::Year;

/// Which half the first words are, and how many of them say it; `is_dated`: a year stands right before them.
pub(super) fn half_year(words: &[String], is_dated: bool) -> Option<(u8, usize)> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let number = |word: &str| match word {
        "1" | "i" | "first" => Some(1),
        "2" | "ii" | "second" => Some(2),
        _ => None,
    };
    // A letter and a digit are a half only beside a year: `1443 H` is one, `H. 1` a name or a street.
    let is_beside = |behind: usize| is_dated || is_year(word(behind));
    match (word(0), word(1)) {
        ("h", next) => number(next).filter(|_| is_beside(2)).map(|half| (half, 2)),
        (first @ ("1" | "2"), "h") => number(first).filter(|_| is_beside(2)).map(|half| (half, 2)),
        (first @ ("first" | "second"), "half") => number(first).map(|half| (half, 2)),
        ("half" | "mid" | "semi", "year" | "annual") => Some((1, 2)),
        ("midyear" | "halfyear" | "semiannual", _) => Some((1, 1)),
        _ => None,
    }
}

/// `2021`, or `21` run together with what stands before it.
fn is_year(word: &str) -> bool {
    let is_digits = word.bytes().all(|byte| byte.is_ascii_digit());
    let near = |year: i32| (1990..=2099).contains(&year);
    is_digits && (word.len() == 4 && Year::parse(word).is_some_and(|year| near(year.0)) || word.len() == 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::label::words;

    #[test]
    fn halves_and_what_is_none() {
        for (text, half) in
            [("H1 2021", 1), ("1H20", 1), ("2H 2021", 2), ("half year 2021", 1), ("Mid-year", 1), ("second half", 2)]
        {
            assert_eq!(half_year(&words(text), false).map(|(half, _)| half), Some(half), "{text}");
        }
        for text in ["H. 1", "H. Sugeng", "1 H", "half", "year", "H 3 2021", "1 hari"] {
            assert_eq!(half_year(&words(text), false), None, "{text}");
        }
        assert!(half_year(&words("H1"), true).is_some());
    }
}
