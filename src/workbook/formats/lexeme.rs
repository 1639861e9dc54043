//! The number a cell holds, from the characters written in the file.
//!
//! Excel keeps 15 significant digits and writes up to 17 (4.35 is stored as
//! `4.3499999999999996`). A lexeme of at most 15 digits is the number; a longer
//! one goes through the double that Excel had in memory.

use crate::vocabulary::f64_to_decimal;
use crate::workbook::sheet::Value;
use rust_decimal::Decimal;

/// Excel's own precision.
const EXCEL_DIGITS: u32 = 15;

/// Where the number comes from: it decides what digits beyond the 15th mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Origin {
    Literal,
    /// Digits beyond the 15th are the residue of binary arithmetic.
    Computed,
}

/// The parts of a number lexeme: `mantissa * 10^exponent`, spare zeros removed.
struct Parts {
    negative: bool,
    /// The first 28 significant digits.
    mantissa: u128,
    /// Significant digits, leading and trailing zeros not counted; 0 for a zero.
    digits: u32,
    exponent: i64,
    /// Digits only: no point, no exponent.
    is_plain_integer: bool,
}

/// Reads what stands in a number cell; `None` if it is no number at all.
pub(crate) fn number(text: &str, origin: Origin) -> Option<Value<'_>> {
    let text = text.trim_ascii();
    if let Some(value) = whole(text.as_bytes()) {
        return Some(value);
    }
    let Some(parts) = split(text.as_bytes()) else {
        let bare = text.trim_start_matches(['+', '-']);
        let words = ["inf", "infinity", "nan", "-1.#ind", "1.#inf", "1.#qnan"];
        return words.iter().any(|word| bare.eq_ignore_ascii_case(word)).then_some(Value::Overflow(text));
    };
    let overflow = || Some(Value::Overflow(text));
    if parts.digits <= EXCEL_DIGITS {
        let Some(value) = parts.decimal() else { return overflow() };
        return Some(Value::Number { value, digits: digits_u8(parts.digits) });
    }
    let Ok(double) = text.parse::<f64>() else { return overflow() };
    let exact_integer = origin == Origin::Literal && parts.is_plain_integer && parts.digits <= 28;
    if exact_integer && let Some(value) = parts.decimal() {
        // A NIK typed as a number: the digits as they stand, and the count that tells it.
        return Some(Value::Number { value, digits: digits_u8(parts.digits) });
    }
    Some(from_double(double, origin, Some(digits_u8(parts.digits)), text))
}

/// A number of few digits and nothing else, as most are.
fn whole<'a>(text: &[u8]) -> Option<Value<'a>> {
    if text.is_empty() || text.len() > EXCEL_DIGITS as usize {
        return None;
    }
    let add = |number: u64, digit: &u8| digit.is_ascii_digit().then(|| number * 10 + u64::from(digit - b'0'));
    let number = text.iter().try_fold(0, add)?;
    let noughts = text.iter().rev().take_while(|digit| **digit == b'0').count();
    let leading = text.iter().take_while(|digit| **digit == b'0').count();
    let digits = text.len().saturating_sub(noughts + leading).max(1) as u8;
    Some(Value::Number { value: Decimal::from(number), digits })
}

/// The number a binary double stands for; `written` is the count of digits the
/// file shows where it shows them, `text` what an overflow is told by.
fn from_double(double: f64, origin: Origin, written: Option<u8>, text: &str) -> Value<'_> {
    let overflow = || Value::Overflow(text);
    if !double.is_finite() {
        return overflow();
    }
    if let Some((value, digits)) = f64_to_decimal(double)
        && digits <= EXCEL_DIGITS
    {
        return Value::Number { value, digits: digits_u8(digits) };
    }
    let rounded = format!("{double:.14e}");
    let Some(parts) = split(rounded.as_bytes()) else { return overflow() };
    let Some(value) = parts.decimal() else { return overflow() };
    let digits = match origin {
        Origin::Computed => digits_u8(parts.digits),
        Origin::Literal => written.unwrap_or_else(|| shortest_digits(double)),
    };
    Value::Number { value, digits }
}

/// The number of a double that a binary format (.xls, .xlsb) stores; `text` is
/// where one that is too large is written out.
pub(crate) fn from_binary(double: f64, origin: Origin, text: &mut String) -> Value<'_> {
    let integer_like = double.fract() == 0.0 && double.abs() < 9_007_199_254_740_992.0;
    if origin == Origin::Literal && integer_like {
        // Below 2^53 an integer stands exactly in its double.
        let value = Decimal::from_i128_with_scale(double as i128, 0);
        return Value::Number { value, digits: shortest_digits(double) };
    }
    *text = format!("{double:e}");
    from_double(double, origin, None, text)
}

fn shortest_digits(double: f64) -> u8 {
    let text = format!("{double:e}");
    let digits = split(text.as_bytes()).map_or(1, |parts| parts.digits);
    digits_u8(digits)
}

fn digits_u8(digits: u32) -> u8 {
    u8::try_from(digits.max(1)).unwrap_or(u8::MAX)
}

impl Parts {
    /// The exact decimal, or, below 10^-28, rounded there (a residue such as
    /// 5.55e-17 of a subtraction). `None` where a `Decimal` cannot hold it.
    fn decimal(&self) -> Option<Decimal> {
        if self.digits == 0 {
            return Some(Decimal::ZERO);
        }
        if self.digits > 28 {
            return None;
        }
        let (mut mantissa, mut scale) = (self.mantissa, 0u32);
        if self.exponent >= 0 {
            let power = u32::try_from(self.exponent).ok().filter(|power| *power <= 28)?;
            mantissa = mantissa.checked_mul(10u128.checked_pow(power)?)?;
        } else {
            let places = self.exponent.unsigned_abs();
            let excess = u32::try_from(places.saturating_sub(28)).ok()?;
            if excess > 0 {
                let divisor = 10u128.checked_pow(excess)?;
                mantissa = (mantissa + divisor / 2) / divisor;
            }
            scale = places.min(28) as u32;
        }
        if mantissa == 0 || mantissa >> 96 != 0 {
            return None;
        }
        let signed = i128::try_from(mantissa).ok()?;
        Some(Decimal::from_i128_with_scale(if self.negative { -signed } else { signed }, scale).normalize())
    }
}

/// `[+-]digits[.digits][E[+-]digits]`; `None` for anything else.
fn split(text: &[u8]) -> Option<Parts> {
    let (negative, mut rest) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let mut parts = Parts { negative, mantissa: 0, digits: 0, exponent: 0, is_plain_integer: true };
    let (mut any, mut pending_zeros, mut after_point) = (false, 0u32, false);
    while let [byte, after @ ..] = rest {
        match byte {
            b'0'..=b'9' => {
                any = true;
                parts.exponent -= i64::from(after_point);
                if *byte == b'0' {
                    pending_zeros = pending_zeros.saturating_add(u32::from(parts.digits > 0));
                } else {
                    parts.push(pending_zeros, byte - b'0');
                    pending_zeros = 0;
                }
            }
            b'.' if !after_point => {
                after_point = true;
                parts.is_plain_integer = false;
            }
            _ => break,
        }
        rest = after;
    }
    parts.exponent += i64::from(pending_zeros);
    if let [b'e' | b'E', exponent @ ..] = rest {
        parts.is_plain_integer = false;
        let digits = exponent.strip_prefix(b"-").or_else(|| exponent.strip_prefix(b"+")).unwrap_or(exponent);
        if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        // Longer exponents are out of any range: saturate.
        let shift = std::str::from_utf8(exponent).ok()?.parse::<i64>().unwrap_or(if exponent[0] == b'-' { -9999 } else { 9999 });
        parts.exponent = parts.exponent.saturating_add(shift);
        rest = &[];
    }
    (any && rest.is_empty()).then_some(parts)
}

impl Parts {
    /// Adds a digit that is not zero, after zeros that are now known to lie between digits.
    fn push(&mut self, zeros: u32, digit: u8) {
        self.digits = self.digits.saturating_add(zeros).saturating_add(1);
        if self.digits <= 28 {
            self.mantissa = self.mantissa * 10u128.pow(zeros + 1) + u128::from(digit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str, origin: Origin) -> String {
        match number(text, origin) {
            Some(Value::Number { value, digits }) => format!("{value} {digits}"),
            Some(Value::Overflow(text)) => format!("overflow {text}"),
            None => "none".to_owned(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn up_to_15_digits_the_lexeme_is_the_number() {
        for (text, wanted) in [
            ("0", "0 1"),
            ("-0", "0 1"),
            ("0.00", "0 1"),
            ("00012.50", "12.5 3"),
            ("589448674478", "589448674478 12"),
            ("1E+3", "1000 1"),
            ("1.5e-3", "0.0015 2"),
            ("+7", "7 1"),
            (".5", "0.5 1"),
            ("5.", "5 1"),
            (" 5 ", "5 1"),
            ("123456789012.345", "123456789012.345 15"),
            ("1e28", "10000000000000000000000000000 1"),
            ("-12.34", "-12.34 4"),
            ("1000000000000000000", "1000000000000000000 1"),
            ("1e-28", "0.0000000000000000000000000001 1"),
            ("0e999", "0 1"),
        ] {
            assert_eq!(read(text, Origin::Literal), wanted, "{text}");
            assert_eq!(read(text, Origin::Computed), wanted, "{text}");
        }
    }

    #[test]
    fn longer_lexemes_go_through_the_double() {
        assert_eq!(read("4.3499999999999996", Origin::Literal), "4.35 3");
        assert_eq!(read("0.30000000000000004", Origin::Computed), "0.3 1");
        assert_eq!(read("0.30000000000000004", Origin::Literal), "0.3 17");
        assert_eq!(read("434.99999999999994", Origin::Computed), "435 3");
        assert_eq!(read("3575010101010013", Origin::Literal), "3575010101010013 16");
        assert_eq!(read("3575010101010013", Origin::Computed), "3575010101010010 15");
        assert_eq!(read("12345678901234567890.12", Origin::Literal), "12345678901234600000 22");
        assert_eq!(read("5.5511151231257827E-17", Origin::Computed), "0.0000000000000000555111512313 15");
    }

    #[test]
    fn what_no_decimal_holds_is_told_and_not_rounded_to_zero() {
        for text in ["inf", "-INF", "nan", "1e999", "1e29", "8e28", "1e-30", "1e99999999999999999999", "1e-400"] {
            assert_eq!(read(text, Origin::Literal), format!("overflow {text}"));
        }
        for text in ["", "abc", "1,5", "1_000", "--5", "1e", "1e+", "0x10", "1.2.3", "5 6", "e5", ".", "-"] {
            assert_eq!(read(text, Origin::Literal), "none", "{text}");
        }
    }

    #[test]
    fn binary_doubles() {
        assert_eq!(from_binary(0.1 + 0.2, Origin::Computed, &mut String::new()), number("0.3", Origin::Literal).unwrap());
        assert_eq!(
            from_binary(3_575_010_101_010_013.0, Origin::Literal, &mut String::new()),
            number("3575010101010013", Origin::Literal).unwrap()
        );
        assert_eq!(from_binary(-12.34, Origin::Literal, &mut String::new()), number("-12.34", Origin::Literal).unwrap());
        assert!(matches!(from_binary(f64::NAN, Origin::Computed, &mut String::new()), Value::Overflow(_)));
    }

    proptest! {
        /// A typed number of up to 15 digits comes back whether the file holds
        /// it as typed or as the 17 digits Excel writes.
        #[test]
        fn typed_numbers_survive_excels_seventeen_digits(mantissa in 1i64..1_000_000_000_000_000, scale in 0u32..8) {
            let typed = Decimal::new(mantissa, scale).normalize();
            let double: f64 = typed.to_string().parse().unwrap();
            for text in [typed.to_string(), format!("{double:.16e}"), format!("{double}")] {
                for origin in [Origin::Literal, Origin::Computed] {
                    match number(&text, origin) {
                        Some(Value::Number { value, .. }) => prop_assert_eq!(value, typed, "{}", text),
                        other => prop_assert!(false, "{text}: {other:?}"),
                    }
                }
            }
        }

        #[test]
        fn a_few_digits_are_read_as_any_number(text in "0{0,3}[0-9]{0,15}") {
            if let Some(quick) = whole(text.as_bytes()) {
                let parts = split(text.as_bytes()).unwrap();
                prop_assert_eq!(quick, Value::Number { value: parts.decimal().unwrap(), digits: digits_u8(parts.digits) });
            }
        }

        #[test]
        fn any_text_is_read_without_panic(text in "[-+0-9.eE ]{0,40}") {
            let _ = number(&text, Origin::Literal);
            let _ = number(&text, Origin::Computed);
        }
    }
}
