//! Exact amounts: rounding once, and the two ways a figure is written.

use rust_decimal::{Decimal, RoundingStrategy};
use std::fmt::Write as _;

/// Rounds half away from zero, as Excel's ROUND does.
pub fn round_half_away(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places.min(28), RoundingStrategy::MidpointAwayFromZero)
}

/// A figure as Indonesian pages show it: `1.234.567,89`, with exactly `places`
/// decimals, rounded half away from zero; a zero has no sign.
///
/// ```
/// use iku::vocabulary::tampil;
/// assert_eq!(tampil("1234567.885".parse().unwrap(), 2), "1.234.567,89");
/// assert_eq!(tampil("-0.004".parse().unwrap(), 2), "0,00");
/// ```
pub fn tampil(value: Decimal, places: u32) -> String {
    let rounded = round_half_away(value, places);
    // Not by a precision: rust_decimal panics where that makes more than 32 characters.
    let text = rounded.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let places = places.min(28) as usize;
    let mut shown = String::with_capacity(text.len() + whole.len() / 3 + 1);
    if rounded.is_sign_negative() && !rounded.is_zero() {
        shown.push('-');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            shown.push('.');
        }
        shown.push(digit);
    }
    if places > 0 {
        shown.push(',');
        shown.push_str(fraction);
        shown.push_str(&"0".repeat(places.saturating_sub(fraction.len())));
    }
    shown
}

/// A shown figure with its unit as one writes it: `Rp 400.000`, `8,18 %`; without a unit as it is.
pub fn with_unit(shown: &str, satuan: &str) -> String {
    match satuan.trim() {
        "" => shown.to_owned(),
        rupiah @ ("Rp" | "Rp.") => format!("{rupiah} {shown}"),
        satuan => format!("{shown} {satuan}"),
    }
}

/// The exact decimal with a point, without trailing zeros after it; a zero has no sign.
pub fn exact_text(value: Decimal) -> String {
    let mut text = String::new();
    put_exact(&mut text, value);
    text
}

/// Puts an [`exact_text`] behind what a text holds.
pub fn put_exact(text: &mut String, value: Decimal) {
    // Writing to a String cannot fail. A whole number's own digits are quicker than a decimal's, and those of 64 bits than longer ones.
    let _ = match (value.scale(), i64::try_from(value.mantissa())) {
        (0, Ok(whole)) => write!(text, "{whole}"),
        (0, Err(_)) => write!(text, "{}", value.mantissa()),
        _ if value.is_zero() => write!(text, "0"),
        _ => write!(text, "{}", value.normalize()),
    };
}

/// The decimal a binary double stands for, by its shortest round-trip text
/// (never `Decimal::from_f64`, which is wrong even for twelve digits), and how
/// many significant digits that text has. `None` for NaN, infinities and
/// magnitudes a `Decimal` cannot hold.
pub fn f64_to_decimal(value: f64) -> Option<(Decimal, u32)> {
    if !value.is_finite() {
        return None;
    }
    let text = format!("{value:e}");
    let mantissa = text.split('e').next()?;
    let digits = mantissa.chars().filter(char::is_ascii_digit).count() as u32;
    let decimal = Decimal::from_scientific(&text).ok()?;
    (decimal.is_zero() == (value == 0.0)).then_some((decimal.normalize(), digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn shown_figures() {
        assert_eq!(tampil(decimal("589448674478"), 0), "589.448.674.478");
        assert_eq!(tampil(decimal("21.78217821782178"), 2), "21,78");
        assert_eq!(tampil(decimal("-1234.5"), 0), "-1.235");
        assert_eq!(tampil(decimal("0.5"), 0), "1");
        assert_eq!(tampil(decimal("5"), 2), "5,00");
        assert_eq!(tampil(decimal("-0.0"), 1), "0,0");
        assert_eq!(tampil(decimal("999"), 0), "999");
        assert_eq!(tampil(decimal("1000"), 0), "1.000");
        assert_eq!(tampil(decimal("1.00"), 1), "1,0");
        assert_eq!(tampil(decimal("-79228162514264337593543950335"), 12), "-79.228.162.514.264.337.593.543.950.335,000000000000");
    }

    #[test]
    fn exact_texts_have_no_spare_zeros_and_no_signed_zero() {
        assert_eq!(exact_text(decimal("5.00")), "5");
        assert_eq!(exact_text(decimal("-0.00")), "0");
        assert_eq!(exact_text(decimal("1200")), "1200");
    }

    #[test]
    fn doubles_become_what_was_typed() {
        assert_eq!(f64_to_decimal(530_092_001.53), Some((decimal("530092001.53"), 11)));
        assert_eq!(f64_to_decimal(0.1 + 0.2).map(|(_, digits)| digits), Some(17));
        assert_eq!(f64_to_decimal(f64::NAN), None);
        assert_eq!(f64_to_decimal(8e28), None);
        assert_eq!(f64_to_decimal(1e-40), None);
        assert_eq!(f64_to_decimal(0.0), Some((Decimal::ZERO, 1)));
    }
}
