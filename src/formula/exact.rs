//! Exact fractions: no figure is rounded before it is shown.

use num_bigint::{BigInt, BigUint, Sign};
use num_rational::BigRational;
use rust_decimal::Decimal;
use std::fmt;

/// Significant digits of a figure that does not end.
const DIGITS: u32 = 28;
/// Some 2 400 digits over and below the fraction bar together.
const MOST_BITS: u64 = 8192;

/// A rational number of any size.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(BigRational);

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl From<Decimal> for Exact {
    fn from(value: Decimal) -> Self {
        // 10^28 fits an i128; a Decimal's scale never passes 28.
        let denominator = BigInt::from(10u8).pow(value.scale());
        Self(BigRational::new(BigInt::from(value.mantissa()), denominator))
    }
}

impl From<usize> for Exact {
    fn from(value: usize) -> Self {
        Self(BigRational::from_integer(BigInt::from(value)))
    }
}

impl Exact {
    pub fn zero() -> Self {
        Self::from(0usize)
    }

    /// The sum of integers, each divided by 10^(its index).
    pub(super) fn from_scaled_sums(sums: &[BigInt]) -> Self {
        let top = sums.len().saturating_sub(1) as u32;
        let mut whole = BigInt::from(0u8);
        for (scale, sum) in sums.iter().enumerate() {
            whole += sum * BigInt::from(10u8).pow(top - scale as u32);
        }
        Self(BigRational::new(whole, BigInt::from(10u8).pow(top)))
    }

    pub fn is_zero(&self) -> bool {
        self.0.numer().sign() == Sign::NoSign
    }

    pub fn is_negative(&self) -> bool {
        self.0.numer().sign() == Sign::Minus
    }

    pub fn add(&self, other: &Self) -> Self {
        Self(&self.0 + &other.0)
    }

    pub fn subtract(&self, other: &Self) -> Self {
        Self(&self.0 - &other.0)
    }

    pub fn multiply(&self, other: &Self) -> Self {
        Self(&self.0 * &other.0)
    }

    /// `None` where `other` is zero.
    pub fn divide(&self, other: &Self) -> Option<Self> {
        (!other.is_zero()).then(|| Self(&self.0 / &other.0))
    }

    /// Whether its digits are more than any office's figure has: the sum of a hundred quotients of amounts has fewer. Measures
    /// that divide each other double them at every step, without an end.
    pub(super) fn is_endless(&self) -> bool {
        self.is_longer_than(MOST_BITS)
    }

    /// Whether it takes more bits than so many, over and below the fraction bar together.
    pub(super) fn is_longer_than(&self, bits: u64) -> bool {
        self.0.numer().bits() + self.0.denom().bits() > bits
    }

    pub fn negate(&self) -> Self {
        Self(-&self.0)
    }

    pub fn abs(&self) -> Self {
        if self.is_negative() { self.negate() } else { self.clone() }
    }

    /// Rounds half away from zero to `places` decimals; below zero to tens, hundreds ….
    pub fn round(&self, places: i32) -> Self {
        let unit = BigInt::from(10u8).pow(places.unsigned_abs());
        let unit = BigRational::from_integer(unit);
        let scaled = if places >= 0 { &self.0 * &unit } else { &self.0 / &unit };
        // BigRational::round goes half away from zero.
        let rounded = scaled.round();
        Self(if places >= 0 { rounded / unit } else { rounded * unit })
    }

    /// The value as a `Decimal`: exact where it can be, else rounded half away
    /// from zero to 28 significant digits (and at most 28 decimals). `None`
    /// where it is too large.
    pub fn to_decimal(&self) -> Option<Decimal> {
        if let Some(exact) = self.exact_decimal() {
            return Some(exact);
        }
        let (digits, exponent) = self.rounded_digits();
        // value = digits * 10^exponent
        if exponent > 0 {
            let whole = digits * BigUint::from(10u8).pow(exponent.unsigned_abs());
            return decimal(&BigInt::from_biguint(self.sign(), whole), 0);
        }
        let scale = exponent.unsigned_abs();
        if scale <= 28 {
            return decimal(&BigInt::from_biguint(self.sign(), digits), scale);
        }
        // Below what 28 decimals show in full: round at the last decimal there is.
        let last = self.round(28);
        decimal(&(last.0 * BigInt::from(10u8).pow(28)).to_integer(), 28)
    }

    /// The value with a point, without exponent: exact where its decimals end
    /// within 28 significant digits (or a `Decimal` holds them all), else
    /// rounded half away from zero to 28 significant digits, however small it is.
    pub fn text(&self) -> String {
        if let Some(exact) = self.exact_decimal() {
            return crate::vocabulary::exact_text(exact);
        }
        let (digits, exponent) = self.rounded_digits();
        let mut text = digits.to_string();
        if exponent >= 0 {
            text.push_str(&"0".repeat(exponent as usize));
        } else {
            let places = exponent.unsigned_abs() as usize;
            if text.len() <= places {
                text.insert_str(0, &"0".repeat(places + 1 - text.len()));
            }
            text.insert(text.len() - places, '.');
            text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
        }
        if self.is_negative() {
            text.insert(0, '-');
        }
        text
    }

    /// The value as pages show it, rounded once, from the fraction itself.
    pub fn tampil(&self, places: u32) -> Option<String> {
        let rounded = self.round(i32::try_from(places).unwrap_or(i32::MAX).min(28)).to_decimal()?;
        Some(crate::vocabulary::tampil(rounded, places))
    }

    fn sign(&self) -> Sign {
        self.0.numer().sign()
    }

    /// The value as a `Decimal`, if one holds it exactly.
    fn exact_decimal(&self) -> Option<Decimal> {
        let scale = ending_places(self.0.denom())?;
        if scale > 28 {
            return None;
        }
        decimal(&(&self.0 * BigInt::from(10u8).pow(scale)).to_integer(), scale)
    }

    /// The first 28 significant digits, rounded half away from zero, and the
    /// power of ten of the last of them. The value is not zero.
    fn rounded_digits(&self) -> (BigUint, i32) {
        let numerator = self.0.numer().magnitude();
        let denominator = self.0.denom().magnitude();
        // The number of digits before the point, or one more or less.
        let guess = decimal_length(numerator) as i32 - decimal_length(denominator) as i32;
        let mut exponent = guess - DIGITS as i32;
        let limit = BigUint::from(10u8).pow(DIGITS);
        loop {
            let shift = BigUint::from(10u8).pow(exponent.unsigned_abs());
            let (top, bottom) =
                if exponent < 0 { (numerator * shift, denominator.clone()) } else { (numerator.clone(), denominator * shift) };
            // floor(top / bottom + 1/2)
            let digits = (top * 2u8 + &bottom) / (bottom * 2u8);
            if digits < limit {
                return (digits, exponent);
            }
            exponent += 1;
        }
    }
}

/// The decimals after which a fraction with this denominator ends, if it does.
fn ending_places(denominator: &BigInt) -> Option<u32> {
    let mut rest = denominator.magnitude().clone();
    // A Decimal has 28 decimals: a denominator with more factors is not exact.
    let mut count = |prime: u8| {
        let mut times = 0;
        while times <= 28 {
            let quotient = &rest / prime;
            if &quotient * prime != rest {
                break;
            }
            rest = quotient;
            times += 1;
        }
        times
    };
    let places = count(2).max(count(5));
    (rest == BigUint::from(1u8)).then_some(places)
}

fn decimal_length(value: &BigUint) -> usize {
    value.to_string().len()
}

/// `value / 10^scale`, if a `Decimal` holds it.
fn decimal(value: &BigInt, scale: u32) -> Option<Decimal> {
    let mantissa = i128::try_from(value).ok()?;
    Decimal::try_from_i128_with_scale(mantissa, scale).ok().map(|value| value.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(top: i128, bottom: i128) -> Exact {
        Exact(BigRational::new(BigInt::from(top), BigInt::from(bottom)))
    }

    #[test]
    fn figures_that_end_stay_as_they_are() {
        assert_eq!(of(1, 8).text(), "0.125");
        assert_eq!(of(-10, 4).text(), "-2.5");
        assert_eq!(of(0, 7).text(), "0");
        // 29 digits that a Decimal holds; one more it does not.
        assert_eq!(of(79_228_162_514_264_337_593_543_950_335, 1).text(), "79228162514264337593543950335");
        assert_eq!(of(79_228_162_514_264_337_593_543_950_336, 1).to_decimal(), None);
        assert_eq!(of(-79_228_162_514_264_337_593_543_950_335, 10).text(), "-7922816251426433759354395033.5");
    }

    #[test]
    fn figures_that_do_not_end_have_28_digits() {
        assert_eq!(of(2200, 101).text(), "21.78217821782178217821782178");
        assert_eq!(of(2, 3).text(), "0.6666666666666666666666666667");
        assert_eq!(of(200, 3).to_decimal().unwrap().to_string(), "66.66666666666666666666666667");
        // Half away from zero at the last digit: 28 digits and a 5.
        assert_eq!(of(99_999_999_999_999_999_999_999_999_995, 10i128.pow(28)).text(), "10");
        assert_eq!(of(-99_999_999_999_999_999_999_999_999_985, 10i128.pow(28)).text(), "-9.999999999999999999999999999");
        // The text keeps 28 digits where a Decimal has only 28 decimals.
        assert_eq!(of(1, 3000).text(), "0.0003333333333333333333333333333");
        assert_eq!(of(1, 3000).to_decimal().unwrap().to_string(), "0.0003333333333333333333333333");
        assert_eq!(of(1, 3).divide(&of(10i128.pow(30), 1)).unwrap().to_decimal(), Some(Decimal::ZERO));
        assert_eq!(of(10i128.pow(30), 3).to_decimal(), None);
        assert_eq!(of(10i128.pow(30), 3).text(), "333333333333333333333333333300");
    }

    #[test]
    fn what_doubles_its_digits_at_every_step_is_found_out() {
        let (mut last, mut now) = (of(1, 7), of(1, 11));
        let steps = (2..100).take_while(|step| {
            let next = now.divide(&last.add(&of(1, step + 3))).unwrap().add(&now.divide(&of(2 * step + 1, 1)).unwrap());
            last = std::mem::replace(&mut now, next);
            !now.is_endless()
        });
        assert!((3..30).contains(&steps.count()));
        // A hundred quotients of amounts, each over another amount.
        let sum = (0..100).fold(Exact::zero(), |sum, at| sum.add(&of(1, 589_448_674_478 + 2 * at)));
        assert!(!sum.is_endless());
    }

    #[test]
    fn rounding_goes_half_away_from_zero() {
        assert_eq!(of(25, 10).round(0).text(), "3");
        assert_eq!(of(-25, 10).round(0).text(), "-3");
        assert_eq!(of(1005, 1000).round(2).text(), "1.01");
        assert_eq!(of(-1249, 1).round(-2).text(), "-1200");
        assert_eq!(of(50, 1).round(-2).text(), "100");
    }

    #[test]
    fn a_shown_figure_is_rounded_once() {
        // 0.125 less a hair that 28 digits do not hold: half a hundredth from below.
        let hair = of(1, 10i128.pow(30));
        let below = of(125, 1000).subtract(&hair);
        assert_eq!(below.text(), "0.125");
        assert_eq!(below.tampil(2).unwrap(), "0,12");
        assert_eq!(below.add(&hair).tampil(2).unwrap(), "0,13");
        assert_eq!(below.negate().tampil(2).unwrap(), "-0,12");
        assert_eq!(of(-1, 1000).tampil(2).unwrap(), "0,00");
        assert_eq!(of(7_922_816_251_426_433_759_354_395_033, 1).tampil(2).unwrap(), "7.922.816.251.426.433.759.354.395.033,00");
        assert_eq!(of(10i128.pow(30), 1).tampil(0), None);
    }

    proptest! {
        #[test]
        fn decimals_come_back(digits in -79_228_162_514_264_337_593_543_950_335i128..79_228_162_514_264_337_593_543_950_335, scale in 0u32..=28) {
            let value = Decimal::from_i128_with_scale(digits, scale);
            prop_assert_eq!(Exact::from(value).to_decimal(), Some(value));
            prop_assert_eq!(Exact::from(value).text(), crate::vocabulary::exact_text(value));
        }
    }
}
