//! Keys: how the same entity is told from year to year.

use std::collections::BTreeMap;

/// A key's text as keys compare: case-folded, punctuation dropped, spaces collapsed.
pub(crate) fn normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    let mut blank = false;
    let mut put = |c: char| {
        if c.is_alphanumeric() {
            if blank && !normal.is_empty() {
                normal.push(' ');
            }
            blank = false;
            normal.push(c);
        } else {
            blank |= c.is_whitespace();
        }
    };
    for c in text.chars() {
        if c.is_ascii() {
            put(c.to_ascii_lowercase());
        } else {
            c.to_lowercase().for_each(&mut put);
        }
    }
    normal
}

/// A key in scientific notation (`3,57501E+15`): its digits are lost.
pub(crate) fn is_scientific(text: &str) -> bool {
    let text = text.trim();
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let digits = exponent.strip_prefix('+').unwrap_or("");
    let mantissa_fits = mantissa.starts_with(|c: char| c.is_ascii_digit())
        && mantissa.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.')
        && mantissa.chars().filter(|c| matches!(c, ',' | '.')).count() <= 1;
    mantissa_fits && (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The numbers of a source's entities, given in order of appearance from 1.
#[derive(Default)]
pub(crate) struct Entities {
    numbers: BTreeMap<Box<str>, u32>,
}

impl Entities {
    /// The number of the entity with this normal key.
    pub(crate) fn number(&mut self, normal: &str) -> u32 {
        if let Some(number) = self.numbers.get(normal) {
            return *number;
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX).saturating_add(1);
        self.numbers.insert(normal.into(), number);
        number
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// The number of the entity with this very key, if there is one.
    pub(crate) fn known(&self, normal: &str) -> Option<u32> {
        self.numbers.get(normal).copied()
    }

    /// The entities by their keys without blanks, for keys that differ in those
    /// alone (`11 / BH / 1990` where `11/BH/1990` was); none where two share one.
    pub(crate) fn but_for_blanks(&self) -> BTreeMap<String, Option<u32>> {
        let mut numbers: BTreeMap<String, Option<u32>> = BTreeMap::new();
        for (normal, number) in &self.numbers {
            let same = numbers.entry(squeezed(normal)).or_insert(Some(*number));
            *same = same.filter(|own| own == number);
        }
        numbers
    }

    /// From now on this key is that entity's too.
    pub(crate) fn also(&mut self, normal: &str, number: u32) {
        self.numbers.insert(normal.into(), number);
    }
}

/// A key without its blanks.
pub(crate) fn squeezed(normal: &str) -> String {
    normal.chars().filter(|c| *c != ' ').collect()
}

/// Pairs of keys, one of `gone` and one of `new`, that differ by one letter
/// (left out, put in, changed, or two swapped): at most `limit`, by their indices.
pub(crate) fn near_misses<T: AsRef<str>>(gone: &[T], new: &[T], limit: usize) -> Vec<(usize, usize)> {
    // Deleting one letter from each side makes every such pair meet.
    let mut shortened: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, key) in gone.iter().enumerate() {
        for form in forms(key.as_ref()) {
            shortened.entry(form).or_default().push(index);
        }
    }
    let mut pairs = Vec::new();
    let mut taken = vec![false; gone.len()];
    for (new_index, key) in new.iter().enumerate() {
        if pairs.len() >= limit {
            break;
        }
        let meeting = forms(key.as_ref()).into_iter().filter_map(|form| shortened.get(&form)).flatten().copied();
        if let Some(gone_index) = meeting.filter(|index| !taken[*index]).min() {
            taken[gone_index] = true;
            pairs.push((gone_index, new_index));
        }
    }
    pairs
}

/// The key and every form of it with one letter left out; short keys are too alike to compare so.
fn forms(key: &str) -> Vec<String> {
    let letters: Vec<char> = key.chars().collect();
    if !(4..=64).contains(&letters.len()) {
        return Vec::new();
    }
    let mut forms = vec![key.to_owned()];
    for left_out in 0..letters.len() {
        forms.push(letters.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, c)| *c).collect());
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_compare_without_case_blanks_and_punctuation() {
        assert_eq!(normal(" KUD.  Tirtha\u{a0}Luhur "), "kud tirtha luhur");
        assert_eq!(normal("3575.0123-4567 1234"), "357501234567 1234");
        assert_eq!(normal("91/BH/PAD/KWK 22/III/1996"), normal("91.bh.pad.kwk  22.iii.1996"));
        assert_eq!(normal(" - "), "");
        assert_ne!(normal("Maju Jaya"), normal("Maju Jaya 2"));
    }

    #[test]
    fn keys_with_lost_digits_are_told_from_plain_ones() {
        for lost in ["3,57501E+15", "3.57501e+15", " 3E+15 "] {
            assert!(is_scientific(lost), "{lost}");
        }
        for plain in ["3575012345671234", "12E", "E+15", "KSP E+5", "1,2,3E+5", "91/BH"] {
            assert!(!is_scientific(plain), "{plain}");
        }
    }

    #[test]
    fn slips_of_one_letter_meet_and_strangers_do_not() {
        let gone = ["3575010101", "maju jaya", "ab"];
        let new = ["3575010111", "mjau jaya", "ac", "lain sama sekali"];
        assert_eq!(near_misses(&gone, &new, 10), [(0, 0), (1, 1)]);
        assert_eq!(near_misses(&gone, &new, 1).len(), 1);
    }
}
