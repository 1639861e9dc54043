//! The values of a table's column, each in four bytes as long as all are whole numbers that
//! need no more, or all are texts; else each in eight: what it is, and either the value itself (a
//! date, a mark, a number of up to fifteen digits) or its place among the column's texts and
//! long numbers. Texts that come again near each other are held once.

use super::Isi;
use crate::vocabulary::Tanggal;
use rust_decimal::Decimal;
use std::sync::Arc;

/// A column's values, one for each row of the table, as they were put in.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Cells {
    words: Words,
    texts: Vec<Arc<str>>,
    /// Numbers that no word holds.
    numbers: Vec<Decimal>,
}

/// One for each value. In the short ones 0 is a missing value, all else stands one higher.
#[derive(Clone, PartialEq, Debug)]
enum Words {
    /// Whole numbers from zero on.
    Counts(Vec<u32>),
    /// Places among the column's texts.
    Places(Vec<u32>),
    Any(Vec<u64>),
}

impl Default for Words {
    fn default() -> Self {
        Words::Counts(Vec::new())
    }
}

impl Words {
    fn len(&self) -> usize {
        match self {
            Words::Counts(words) | Words::Places(words) => words.len(),
            Words::Any(words) => words.len(),
        }
    }

    fn get(&self, slot: usize) -> Option<u64> {
        let long = |kind: u64, word: u32| match word.checked_sub(1) {
            None => EMPTY,
            Some(value) if kind == NUMBER => number_word(u64::from(value)),
            Some(value) => kind | u64::from(value) << VALUE,
        };
        match self {
            Words::Counts(words) => words.get(slot).map(|word| long(NUMBER, *word)),
            Words::Places(words) => words.get(slot).map(|word| long(TEXT, *word)),
            Words::Any(words) => words.get(slot).copied(),
        }
    }

    /// The short form of a word, if these may hold it.
    fn short(&self, word: u64) -> Option<u32> {
        if word == EMPTY {
            return Some(0);
        }
        let value = match self {
            Words::Counts(_) if word & (MARKS | SCALES) == NUMBER => word >> (VALUE + SCALE),
            Words::Places(_) if word & MARKS == TEXT => word >> VALUE,
            _ => return None,
        };
        u32::try_from(value).ok()?.checked_add(1)
    }

    fn push(&mut self, word: u64) {
        self.fit(word);
        let short = self.short(word);
        match self {
            Words::Counts(words) | Words::Places(words) => words.extend(short),
            Words::Any(words) => words.push(word),
        }
    }

    fn set(&mut self, slot: usize, word: u64) {
        self.fit(word);
        let short = self.short(word);
        match self {
            Words::Counts(words) | Words::Places(words) => {
                words.get_mut(slot).into_iter().zip(short).for_each(|(own, short)| *own = short);
            }
            Words::Any(words) => words.get_mut(slot).into_iter().for_each(|own| *own = word),
        }
    }

    /// Makes room for a word of its kind.
    fn fit(&mut self, word: u64) {
        if self.short(word).is_some() {
            return;
        }
        match self {
            // Nothing but missing values so far.
            Words::Counts(words) if word & MARKS == TEXT && words.iter().all(|word| *word == 0) => {
                *self = Words::Places(std::mem::take(words));
                self.fit(word);
            }
            Words::Counts(words) | Words::Places(words) => {
                let (len, room) = (words.len(), words.capacity());
                let mut long = Vec::with_capacity(room);
                long.extend((0..len).filter_map(|slot| self.get(slot)));
                *self = Words::Any(long);
            }
            Words::Any(_) => {}
        }
    }
}

// From the lowest bit: what a word is, whether `[[terima]]` put it there, and 60 bits that say the value.
const KINDS: u64 = 0b111;
const EMPTY: u64 = 0;
const NUMBER: u64 = 1;
const LONG_NUMBER: u64 = 2;
const TEXT: u64 = 3;
const DATE: u64 = 4;
const MARK: u64 = 5;
const CORRECTED: u64 = 1 << 3;
const VALUE: u32 = 4;
/// What a word is, acceptance too.
const MARKS: u64 = KINDS | CORRECTED;
/// A number's decimals take five bits, its digits the other 55.
const SCALE: u32 = 5;
const DIGITS: i128 = 1 << 54;
/// A number's decimals in its word.
const SCALES: u64 = ((1 << SCALE) - 1) << VALUE;

impl Cells {
    pub fn with_capacity(rows: usize) -> Self {
        Self { words: Words::Counts(Vec::with_capacity(rows)), ..Self::default() }
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value in a row's slot; a slot that is not there is missing.
    pub fn get(&self, slot: usize) -> Isi {
        let word = self.words.get(slot).unwrap_or(EMPTY);
        let value = word >> VALUE;
        match word & KINDS {
            // The sign comes down with the shift.
            NUMBER => Isi::Angka(Decimal::new((word as i64) >> (VALUE + SCALE), value as u32 & ((1 << SCALE) - 1))),
            LONG_NUMBER => self.numbers.get(value as usize).map_or(Isi::Kosong, |number| Isi::Angka(*number)),
            TEXT => self.texts.get(value as usize).map_or(Isi::Kosong, |text| Isi::Teks(text.clone())),
            DATE => {
                let (day, month, year) = (value as u32 & 31, value as u32 >> 5 & 15, (value >> 9) as u32 as i32);
                Isi::Tanggal(Tanggal { year, month: month as u8, day: day as u8 })
            }
            MARK => Isi::Tanda(value == 1),
            _ => Isi::Kosong,
        }
    }

    /// The text in a row's slot by its place among the column's texts, if it is one.
    pub fn text_place(&self, slot: usize) -> Option<usize> {
        self.words.get(slot).filter(|word| word & KINDS == TEXT).map(|word| (word >> VALUE) as usize)
    }

    /// The column's texts by their places; the same letters may stand at several.
    pub fn texts(&self) -> &[Arc<str>] {
        &self.texts
    }

    /// The values, in the order of their slots.
    pub fn iter(&self) -> impl Iterator<Item = Isi> + Clone {
        (0..self.len()).map(|slot| self.get(slot))
    }

    /// Whether the office's acceptance put the value there.
    pub fn is_corrected(&self, slot: usize) -> bool {
        self.words.get(slot).is_some_and(|word| word & CORRECTED != 0)
    }

    /// Puts a value into a slot that is there.
    pub fn set(&mut self, slot: usize, isi: Isi, corrected: bool) {
        let word = self.word(isi, None, corrected);
        self.words.set(slot, word);
    }

    /// Adds a value behind the others.
    pub fn push(&mut self, isi: Isi, corrected: bool, recent: &mut Recent) {
        let word = self.word(isi, Some(recent), corrected);
        self.words.push(word);
    }

    /// Adds missing values behind the others.
    pub fn push_missing(&mut self, rows: usize) {
        (0..rows).for_each(|_| self.words.push(EMPTY));
    }

    /// Adds another column's values behind the own.
    pub fn append(&mut self, other: Cells) {
        if self.is_empty() {
            *self = other;
            return;
        }
        let (texts, numbers) = (self.texts.len() as u64, self.numbers.len() as u64);
        for word in (0..other.len()).filter_map(|slot| other.words.get(slot)) {
            self.words.push(match word & KINDS {
                TEXT => word + (texts << VALUE),
                LONG_NUMBER => word + (numbers << VALUE),
                _ => word,
            });
        }
        self.texts.extend(other.texts);
        self.numbers.extend(other.numbers);
    }

    fn word(&mut self, isi: Isi, recent: Option<&mut Recent>, corrected: bool) -> u64 {
        let (kind, value) = match isi {
            Isi::Kosong => (EMPTY, 0),
            Isi::Angka(number) => match short(number) {
                Some(value) => (NUMBER, value),
                None => {
                    self.numbers.push(number);
                    (LONG_NUMBER, self.numbers.len() as u64 - 1)
                }
            },
            Isi::Teks(text) => (TEXT, self.text(text, recent)),
            Isi::Tanggal(date) => {
                (DATE, u64::from(date.day & 31) | u64::from(date.month & 15) << 5 | u64::from(date.year as u32) << 9)
            }
            Isi::Tanda(mark) => (MARK, u64::from(mark)),
        };
        kind | if corrected { CORRECTED } else { 0 } | value << VALUE
    }

    /// The place of a text among the column's.
    fn text(&mut self, text: Arc<str>, recent: Option<&mut Recent>) -> u64 {
        let next = self.texts.len() as u64;
        if let Some(recent) = recent {
            let slot = Recent::slot(&text);
            let known = recent.0.get(slot).map_or(u32::MAX, |at| *at);
            if self.texts.get(known as usize).is_some_and(|known| *known == text) {
                return u64::from(known);
            }
            if let Some(own) = recent.0.get_mut(slot) {
                *own = next as u32;
            }
        }
        self.texts.push(text);
        next
    }
}

/// Where texts that were put into a column lately stand in it: most columns say a few words again and again.
pub struct Recent(Vec<u32>);

impl Recent {
    const MOST: usize = 1_024;

    /// Where a text is looked for: by its length, its first letters and its last.
    fn slot(text: &str) -> usize {
        let bytes = text.as_bytes();
        let word = |bytes: &[u8]| bytes.iter().fold(0_u64, |word, byte| word << 8 | u64::from(*byte));
        let ends = word(&bytes[..bytes.len().min(8)]) ^ word(&bytes[bytes.len().saturating_sub(8)..]).rotate_left(29);
        ((ends ^ bytes.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 54) as usize % Self::MOST
    }
}

impl Default for Recent {
    fn default() -> Self {
        Self(vec![u32::MAX; Self::MOST])
    }
}

/// The word of a whole number, not below zero and within the digits of a word.
fn number_word(value: u64) -> u64 {
    NUMBER | value << (VALUE + SCALE)
}

/// A number's digits and decimals, where they fit; what is lost of a nought's sign is not there.
fn short(number: Decimal) -> Option<u64> {
    let digits = number.mantissa();
    let fits = digits.abs() < DIGITS && !(digits == 0 && number.is_sign_negative());
    fits.then(|| ((digits as i64) << SCALE) as u64 & (u64::MAX >> VALUE) | u64::from(number.scale()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_isi() -> impl Strategy<Value = Isi> {
        let number = (any::<i128>(), 0u32..=28).prop_map(|(digits, scale)| {
            let digits = digits % 79_228_162_514_264_337_593_543_950_335;
            Isi::Angka(Decimal::from_i128_with_scale(digits, scale))
        });
        let small =
            (any::<i64>(), 0u32..=28, 0u32..60).prop_map(|(digits, scale, less)| Isi::Angka(Decimal::new(digits >> less, scale)));
        prop_oneof![
            Just(Isi::Kosong),
            number,
            small,
            Just(Isi::Angka(-Decimal::ZERO)),
            "[a-c]{0,2}".prop_map(|text| Isi::Teks(text.into())),
            (-9_999i32..=9_999, 1u8..=12, 1u8..=31).prop_map(|(year, month, day)| Isi::Tanggal(Tanggal { year, month, day })),
            any::<bool>().prop_map(Isi::Tanda),
        ]
    }

    /// Values that most columns hold, all of which are held in the short form, and now and then another.
    fn alike() -> impl Strategy<Value = Vec<(Isi, bool)>> {
        let count = || (0i64..=i64::from(u32::MAX)).prop_map(|value| Isi::Angka(Decimal::from(value)));
        let text = || "[a-c]{1,2}".prop_map(|text| Isi::Teks(text.into()));
        let counts = prop_oneof![1 => Just(Isi::Kosong), 9 => count()];
        let texts = prop_oneof![1 => Just(Isi::Kosong), 9 => text()];
        let values = prop_oneof![proptest::collection::vec(counts, 0..20), proptest::collection::vec(texts, 0..20)];
        (values, proptest::option::of((any_isi(), any::<bool>())))
            .prop_map(|(values, other)| values.into_iter().map(|isi| (isi, false)).chain(other).collect())
    }

    proptest! {
        #[test]
        fn values_come_out_as_they_were_put_in_where_most_are_alike(
            first in alike(), second in alike(), set in any_isi(), at in any::<proptest::sample::Index>(),
        ) {
            let column = |values: &[(Isi, bool)]| {
                let (mut cells, mut recent) = (Cells::with_capacity(values.len()), Recent::default());
                values.iter().for_each(|(isi, corrected)| cells.push(isi.clone(), *corrected, &mut recent));
                cells
            };
            let mut cells = column(&first);
            cells.push_missing(1);
            cells.append(column(&second));
            let mut all: Vec<(Isi, bool)> = first.into_iter().chain([(Isi::Kosong, false)]).chain(second).collect();
            let same = |cells: &Cells, all: &[(Isi, bool)]| {
                let own = (0..cells.len()).map(|slot| (cells.get(slot), cells.is_corrected(slot)));
                cells.len() == all.len() && own.eq(all.iter().cloned())
            };
            prop_assert!(same(&cells, &all));
            let at = at.index(all.len());
            cells.set(at, set.clone(), true);
            all[at] = (set, true);
            prop_assert!(same(&cells, &all));
        }

        #[test]
        fn values_come_out_as_they_were_put_in(
            first in proptest::collection::vec((any_isi(), any::<bool>()), 0..40),
            second in proptest::collection::vec((any_isi(), any::<bool>()), 0..40),
            missing in 0usize..3,
        ) {
            let column = |values: &[(Isi, bool)]| {
                let (mut cells, mut recent) = (Cells::default(), Recent::default());
                values.iter().for_each(|(isi, corrected)| cells.push(isi.clone(), *corrected, &mut recent));
                cells
            };
            let mut cells = column(&first);
            cells.push_missing(missing);
            cells.append(column(&second));
            let empty = std::iter::repeat_n((Isi::Kosong, false), missing);
            let all: Vec<(Isi, bool)> = first.into_iter().chain(empty).chain(second).collect();
            prop_assert_eq!(cells.len(), all.len());
            for (slot, (isi, corrected)) in all.iter().enumerate() {
                let found = cells.get(slot);
                prop_assert_eq!(&found, isi);
                if let (Isi::Angka(found), Isi::Angka(own)) = (found, isi) {
                    prop_assert_eq!((found.scale(), found.is_sign_negative()), (own.scale(), own.is_sign_negative()));
                }
                prop_assert_eq!(cells.is_corrected(slot), *corrected);
            }
            for (slot, (isi, corrected)) in all.iter().rev().enumerate() {
                cells.set(slot, isi.clone(), *corrected);
            }
            for (slot, (isi, _)) in all.iter().rev().enumerate() {
                prop_assert_eq!(&cells.get(slot), isi);
            }
        }
    }

    #[test]
    fn a_text_that_comes_again_is_held_once() {
        let (mut cells, mut recent) = (Cells::default(), Recent::default());
        (0..500).for_each(|row| cells.push(Isi::Teks(["mikro", "kecil"][row % 2].into()), false, &mut recent));
        assert_eq!((cells.len(), cells.texts.len()), (500, 2));
        assert_eq!(cells.get(500), Isi::Kosong);
    }
}
