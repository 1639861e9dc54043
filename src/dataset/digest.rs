//! Texts by a number each, where many are held against one another: a million
//! texts in a tree take a hundred times the room. The same in every run.

use rust_decimal::Decimal;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher as _};

/// A number of 64 bits that two different texts share once in many thousand
/// million: what rests on it alone must not hang on one pair.
pub(crate) fn digest(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// The same of a row's numbers, one after another: equal numbers count as one however they are written.
#[derive(Default)]
pub(crate) struct Amounts(u64);

impl Amounts {
    /// Adds a number that stands at this place.
    pub(crate) fn add(&mut self, place: usize, number: Decimal) {
        // A whole number has no noughts behind a point that could be left out.
        let number = if number.scale() == 0 { number } else { number.normalize() };
        let (digits, place) = (number.mantissa(), (place as u64 + 1).wrapping_mul(0xA076_1D64_78BD_642F));
        // Most numbers are whole, above zero and short.
        if let (0, Ok(digits)) = (number.scale(), u64::try_from(digits)) {
            self.mix(place ^ digits);
            return;
        }
        self.mix(place ^ u64::from(number.scale() + 1) << 32);
        self.mix(digits as u64);
        self.mix((digits >> 64) as u64);
    }

    fn mix(&mut self, word: u64) {
        let product = u128::from(self.0 ^ word ^ 0x9E37_79B9_7F4A_7C15) * 0xD6E8_FEB8_6659_FD93;
        self.0 = (product as u64 ^ (product >> 64) as u64).rotate_left(23).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    }

    pub(crate) fn digest(self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

/// How many different numbers there are.
pub(crate) fn count_different(mut digests: Vec<u64>) -> usize {
    digests.sort_unstable();
    digests.dedup();
    digests.len()
}

/// Whether each of these stands more than once, by its number alone.
pub(crate) fn comes_again(own: Vec<u64>) -> impl Fn(usize) -> bool {
    let mut sorted = own.clone();
    sorted.sort_unstable();
    // Few do, where any does.
    let again: Vec<u64> = sorted.chunk_by(|one, next| one == next).filter(|same| same.len() > 1).map(|same| same[0]).collect();
    move |index| !again.is_empty() && again.binary_search(&own[index]).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_twice_is_told() {
        let digests: Vec<u64> = ["a", "b", "a", "c", "b", ""].iter().map(digest).collect();
        let again = comes_again(digests.clone());
        assert_eq!((0..6).map(again).collect::<Vec<_>>(), [true, true, true, false, true, false]);
        assert_eq!(count_different(digests), 4);
        assert_ne!(digest(&(1u16, "a")), digest(&(2u16, "a")));
    }
}
