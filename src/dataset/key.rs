//! Keys: how the same entity is told from year to year.

use super::digest::digest;
use crate::text::date::{DateText, read_date};
use crate::vocabulary::Tanggal;
use std::collections::BTreeMap;

/// A key's text as keys compare: case-folded, punctuation dropped, spaces collapsed;
/// between two runs of digits a blank stays, so that `1/12/BH` is not `11/2/BH`.
pub(crate) fn normal(text: &str) -> String {
    whole_number(if text.is_ascii() { plain_normal(text) } else { any_normal(text) })
}

/// The same of ASCII alone, as most texts are.
fn plain_normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    let (mut dropped, mut blank, mut last) = (false, false, b' ');
    for byte in text.bytes() {
        if !byte.is_ascii_alphanumeric() {
            dropped = true;
            // White space as `char::is_whitespace` has it.
            blank |= matches!(byte, b' ' | b'\t'..=b'\r');
            continue;
        }
        let between_digits = dropped && byte.is_ascii_digit() && last.is_ascii_digit();
        if (blank || between_digits) && !normal.is_empty() {
            normal.push(' ');
        }
        (dropped, blank, last) = (false, false, byte);
        normal.push(char::from(byte.to_ascii_lowercase()));
    }
    normal
}

fn any_normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    // What was dropped since the last letter or digit: nothing, punctuation, or a blank too.
    let (mut dropped, mut blank) = (false, false);
    let mut put = |c: char| {
        if c.is_alphanumeric() {
            let between_digits = dropped && c.is_ascii_digit() && normal.ends_with(|c: char| c.is_ascii_digit());
            if (blank || between_digits) && !normal.is_empty() {
                normal.push(' ');
            }
            (dropped, blank) = (false, false);
            normal.push(c);
        } else {
            dropped = true;
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

/// Whether anything of a text is left as keys compare.
pub(crate) fn says_something(text: &str) -> bool {
    text.chars().flat_map(char::to_lowercase).any(char::is_alphanumeric)
}

/// Digits alone that are grouped for the eye (`3575.0123.4567.0001`): as long a
/// number is one, however it is typed.
fn whole_number(normal: String) -> String {
    let digits = normal.bytes().filter(u8::is_ascii_digit).count();
    let is_number = digits >= LONG && normal.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ');
    if is_number { normal.replace(' ', "") } else { normal }
}

/// So many digits alone are one number: NIB have 13, NIK 16.
const LONG: usize = 12;

/// A number without the word that says that it is one: `No. 518/BH` is `518/BH`.
pub(crate) fn without_number_word(normal: &str) -> &str {
    let rest = ["nomor", "no", "nmr"].iter().find_map(|word| normal.strip_prefix(word));
    let number = rest.map(|rest| rest.trim_start_matches(' '));
    number.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(normal)
}

/// What is compared of a text where values are told apart as keys are.
pub(crate) fn told_apart_by(text: &str) -> String {
    let normal = normal(text);
    without_number_word(&normal).to_owned()
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

/// The numbers of a source's entities, given in order of appearance from 1: keys one behind
/// another, and a table of their places that is looked into by their digests.
#[derive(Default)]
pub(crate) struct Entities {
    /// The keys' letters without a break between them.
    letters: String,
    /// Of each key, where its letters end and whose it is.
    keys: Vec<(usize, u32)>,
    /// The place of a key, counted from 1, where its digest says or behind; at least half are free.
    places: Vec<u32>,
}

impl Entities {
    /// The number of the entity with this normal key.
    pub(crate) fn number(&mut self, normal: &str) -> u32 {
        self.grow(1);
        let slot = self.slot(normal);
        if let Some(number) = slot.and_then(|slot| self.number_at(slot)) {
            return number;
        }
        let number = u32::try_from(self.keys.len()).unwrap_or(u32::MAX).saturating_add(1);
        self.put(normal, slot, number);
        number
    }

    /// Makes room for the keys of so many rows, where there are none yet: most of a first year's are new.
    pub(crate) fn expect(&mut self, rows: usize) {
        if self.is_empty() {
            self.grow(rows);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The number of the entity with this very key, if there is one.
    pub(crate) fn known(&self, normal: &str) -> Option<u32> {
        self.number_at(self.slot(normal)?)
    }

    fn number_at(&self, slot: usize) -> Option<u32> {
        Some(self.keys.get((*self.places.get(slot)? as usize).checked_sub(1)?)?.1)
    }

    /// The entities by their keys without blanks, for keys that differ in those
    /// alone (`11 / BH / 1990` where `11/BH/1990` was); none where two share one.
    pub(crate) fn but_for_blanks(&self) -> BTreeMap<String, Option<u32>> {
        let mut numbers: BTreeMap<String, Option<u32>> = BTreeMap::new();
        for (place, (_, number)) in self.keys.iter().enumerate() {
            let same = numbers.entry(squeezed(self.key(place).unwrap_or_default())).or_insert(Some(*number));
            *same = same.filter(|own| own == number);
        }
        numbers
    }

    /// The entities by their keys without the date behind the number, each with that date; none where two share a number.
    pub(crate) fn by_number(&self) -> BTreeMap<String, Option<(u32, Option<Tanggal>)>> {
        let mut numbers: BTreeMap<String, Option<(u32, Option<Tanggal>)>> = BTreeMap::new();
        for (place, (_, number)) in self.keys.iter().enumerate() {
            let Some((bare, date)) = self.key(place).and_then(dated) else { continue };
            let same = numbers.entry(bare).or_insert(Some((*number, date)));
            *same = same.filter(|(own, other)| own == number && (date.is_none() || *other == date));
        }
        numbers
    }

    /// From now on this key is that entity's too.
    pub(crate) fn also(&mut self, normal: &str, number: u32) {
        self.grow(1);
        let slot = self.slot(normal);
        match slot.and_then(|slot| (self.places[slot] as usize).checked_sub(1)) {
            Some(place) => self.keys[place].1 = number,
            None => self.put(normal, slot, number),
        }
    }

    /// The key at a place, from 0.
    fn key(&self, place: usize) -> Option<&str> {
        let start = place.checked_sub(1).and_then(|before| self.keys.get(before)).map_or(0, |(end, _)| *end);
        self.letters.get(start..self.keys.get(place)?.0)
    }

    /// The slot of a key, or the free one where it would stand; none where there are no slots.
    fn slot(&self, normal: &str) -> Option<usize> {
        let last = self.places.len().checked_sub(1)?;
        let mut slot = digest(&normal) as usize & last;
        while let Some(key) = (self.places[slot] as usize).checked_sub(1).and_then(|place| self.key(place)) {
            if key == normal {
                break;
            }
            slot = (slot + 1) & last;
        }
        Some(slot)
    }

    /// Makes room for so many more keys.
    fn grow(&mut self, more: usize) {
        let places = (self.keys.len() + more) * 2;
        if places <= self.places.len() {
            return;
        }
        self.places = vec![0; places.next_power_of_two().max(64)];
        for place in 0..self.keys.len() {
            let slot = self.key(place).and_then(|key| self.slot(key));
            slot.into_iter().for_each(|slot| self.places[slot] = place as u32 + 1);
        }
    }

    /// Adds a key at the free slot where it stands.
    fn put(&mut self, normal: &str, slot: Option<usize>, number: u32) {
        self.letters.push_str(normal);
        self.keys.push((self.letters.len(), number));
        slot.into_iter().for_each(|slot| self.places[slot] = self.keys.len() as u32);
    }
}

/// A key without its blanks, but those between digits.
pub(crate) fn squeezed(normal: &str) -> String {
    let mut squeezed = String::with_capacity(normal.len());
    let mut chars = normal.chars().peekable();
    while let Some(c) = chars.next() {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if c != ' ' || is_digit(squeezed.chars().next_back()) && is_digit(chars.peek().copied()) {
            squeezed.push(c);
        }
    }
    squeezed
}

/// A number as keys compare it, without the blanks between its parts, and the date that stands behind it where one does:
/// `518 11bh1998 12 03 1999`, `518 11bh1998 tgl 12 maret 1999`. None for a key of several columns, and for what is no
/// number with letters and digits.
pub(crate) fn dated(normal: &str) -> Option<(String, Option<Tanggal>)> {
    let key = normal.strip_suffix('\u{1f}').unwrap_or(normal);
    let words: Vec<&str> = key.split(' ').collect();
    let date = |from: usize| match read_date(&words[from..].join("-")) {
        DateText::Date(date) => Some(date),
        _ => None,
    };
    let behind = words.len().checked_sub(3).filter(|from| *from > 0);
    let (mut end, date) = match behind.and_then(|from| Some((from, date(from)?))) {
        Some((from, date)) => (from, Some(date)),
        None => (words.len(), None),
    };
    let is_lead = |word: &str| matches!(word, "tgl" | "tanggal" | "tertanggal");
    end -= usize::from(date.is_some() && end > 1 && is_lead(words[end - 1]));
    let number = squeezed(&words[..end].join(" "));
    let has = |is: fn(&char) -> bool| number.chars().any(|c| is(&c));
    let is_number = number.len() >= 5 && has(char::is_ascii_digit) && has(char::is_ascii_alphabetic);
    (is_number && !key.contains('\u{1f}')).then_some((number, date))
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
    fn entities_are_numbered_as_they_come_and_known_again() {
        let mut entities = Entities::default();
        assert!(entities.is_empty() && entities.known("x").is_none());
        entities.expect(700);
        assert!(entities.is_empty() && entities.known("x").is_none());
        for round in 0..2 {
            for index in 0..5_000u32 {
                assert_eq!(entities.number(&format!("bh {}", index * 7)), index + 1, "{round}");
            }
        }
        entities.also("bh7", 2);
        entities.also("bh 14", 2);
        assert_eq!([entities.known("bh7"), entities.known("bh 14"), entities.known("bh 8")], [Some(2), Some(2), None]);
        assert_eq!(entities.number("baru"), 5_002);
    }

    #[test]
    fn keys_compare_without_case_blanks_and_punctuation() {
        assert_eq!(normal(" KUD.  Tirtha\u{a0}Luhur "), "kud tirtha luhur");
        assert_eq!(normal("3575.0123-4567 1234"), "3575012345671234");
        assert_eq!(normal("91/BH/PAD/KWK 22/III/1996"), normal("91.bh.pad.kwk  22.iii.1996"));
        assert_eq!(normal(" - "), "");
        assert_ne!(normal("1/12/BH"), normal("11/2/BH"));
        assert_ne!(squeezed(&normal("1 / 12 / BH")), squeezed(&normal("11/2/BH")));
        assert_eq!(squeezed(&normal("11 / BH / 1990")), squeezed(&normal("11/BH/1990")));
        assert_ne!(normal("Maju Jaya"), normal("Maju Jaya 2"));
    }

    proptest::proptest! {
        #[test]
        fn plain_keys_compare_as_any_do(text in "[ -~\t\n\u{b}\u{1f}]{0,30}") {
            proptest::prop_assert_eq!(plain_normal(&text), any_normal(&text));
        }
    }

    #[test]
    fn the_word_for_a_number_is_no_part_of_it() {
        for written in ["No. 518/BH/1990", "no 518/BH/1990", "Nomor: 518/BH/1990", "518/BH/1990"] {
            assert_eq!(without_number_word(&normal(written)), normal("518/BH/1990"), "{written}");
        }
        assert_eq!(without_number_word("nova jaya"), "nova jaya");
    }

    #[test]
    fn a_number_and_the_date_behind_it() {
        let told = |text: &str| dated(&normal(text)).map(|(number, date)| (number, date.map(|date| date.to_string())));
        let bare = told("518/11/BH/1998").unwrap().0;
        for written in ["518/11/BH/1998 / 12-03-1999", "518/11/BH/1998\nTgl. 12 Maret 1999", "518/11/BH/1998, tanggal 12/3/1999"]
        {
            let (number, date) = told(written).unwrap();
            assert_eq!((number, date), (bare.clone(), told("518/11/BH/1998 12-3-1999").unwrap().1), "{written}");
        }
        for written in ["518/11/BH/1998", "518/BH/XI/12/1999", "91/BH/PAD/KWK.22/III/1996"] {
            assert_eq!(told(written).unwrap().1, None, "{written}");
        }
        assert_eq!([told("518/12/03/1999"), told("1999"), told("KUD A")], [None, None, None]);
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
