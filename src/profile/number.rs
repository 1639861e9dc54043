//! Numbers of the profile: TOML numbers, exactly as typed, and Indonesian texts.

use rust_decimal::Decimal;
use toml::de::DeValue;

/// Why a value is no number of the profile.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NumberTrouble {
    /// Not a number at all, or with words and signs beside it.
    NotANumber,
    /// `"1.25"`, `"1,234.5"`: a point where Indonesian texts put a comma.
    PointForComma,
    /// TOML `1.250`: 1,25 to TOML, seribu dua ratus lima puluh to its writer.
    TwoMeanings,
    /// More digits than a `Decimal` holds, `inf` or `nan`.
    TooLong,
}

/// An Indonesian number text: points every three digits, one comma before the
/// decimals, nothing else (`5,25`, `7.812.345,67`, `-1250`).
pub fn parse_indonesian(text: &str) -> Result<Decimal, NumberTrouble> {
    let text = text.trim();
    let (negative, body) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = match body.split_once(',') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (body, None),
    };
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let groups: Vec<&str> = whole.split('.').collect();
    let grouped = match groups.as_slice() {
        [single] => all_digits(single) && (single.len() == 1 || !single.starts_with('0')),
        [first, rest @ ..] => {
            all_digits(first)
                && first.len() <= 3
                && !first.starts_with('0')
                && rest.iter().all(|group| group.len() == 3 && all_digits(group))
        }
        [] => false,
    };
    if !grouped || fraction.is_some_and(|fraction| !all_digits(fraction)) {
        let digits_and_signs = all_digits(&body.replace(['.', ','], "")) && body.contains('.');
        return Err(if digits_and_signs { NumberTrouble::PointForComma } else { NumberTrouble::NotANumber });
    }
    let plain = format!("{}.{}", groups.concat(), fraction.unwrap_or("0"));
    let value = exact(&plain)?;
    Ok(if negative && !value.is_zero() { -value } else { value })
}

/// The exact number of a TOML integer, float or Indonesian text; `None` where
/// the value is of another kind.
pub(super) fn parse_value(value: &DeValue<'_>) -> Option<Result<Decimal, NumberTrouble>> {
    match value {
        DeValue::Integer(integer) if integer.radix() == 10 => Some(exact(integer.as_str())),
        DeValue::Float(float) => Some(parse_float(float.as_str())),
        DeValue::String(text) => Some(parse_indonesian(text)),
        _ => None,
    }
}

fn parse_float(text: &str) -> Result<Decimal, NumberTrouble> {
    let unsigned = text.trim_start_matches(['+', '-']);
    if unsigned.contains(['i', 'n']) {
        return Err(NumberTrouble::TooLong);
    }
    if looks_like_thousands(unsigned) {
        return Err(NumberTrouble::TwoMeanings);
    }
    if !unsigned.contains(['e', 'E']) {
        return exact(text);
    }
    let digits = unsigned.split(['e', 'E']).next().unwrap_or("").bytes().filter(u8::is_ascii_digit);
    let significant = digits.clone().count();
    let is_zero = digits.clone().all(|digit| digit == b'0');
    let value = Decimal::from_scientific(text.trim_start_matches('+')).map_err(|_| NumberTrouble::TooLong)?;
    if significant > 28 || value.is_zero() != is_zero { Err(NumberTrouble::TooLong) } else { Ok(value.normalize()) }
}

/// Whether an office's writer may mean thousands by this TOML float: a whole group
/// of three behind the point (`1.250`, `1.234`).
fn looks_like_thousands(unsigned: &str) -> bool {
    unsigned.split_once('.').is_some_and(|(whole, fraction)| {
        fraction.len() == 3
            && fraction.bytes().all(|byte| byte.is_ascii_digit())
            && (1..=3).contains(&whole.len())
            && !whole.starts_with('0')
    })
}

/// The decimal of a plain text, refused where a digit would be rounded away.
fn exact(text: &str) -> Result<Decimal, NumberTrouble> {
    let value = Decimal::from_str_exact(text.trim_start_matches('+')).map_err(|_| NumberTrouble::TooLong)?;
    Ok(if value.is_zero() { Decimal::ZERO } else { value.normalize() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toml_number(text: &str) -> Result<Decimal, NumberTrouble> {
        parse_value(DeValue::parse(text).unwrap().get_ref()).unwrap()
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn indonesian_texts() {
        for (text, value) in [
            ("5,25", "5.25"),
            ("7.812.345,67", "7812345.67"),
            ("1.250", "1250"),
            (" 1250 ", "1250"),
            ("-1.250,5", "-1250.5"),
            ("\u{2212}3", "-3"),
            ("0,125", "0.125"),
            ("0", "0"),
            ("-0,0", "0"),
        ] {
            assert_eq!(parse_indonesian(text), Ok(decimal(value)), "{text}");
        }
    }

    #[test]
    fn other_texts_are_refused_with_their_reason() {
        for text in ["1.25", "1,234.5", "1.23.456", "0.125", "01.234", "1.234.5", "1234.567", "1,2,3.4", "1.234.567.89"] {
            assert_eq!(parse_indonesian(text), Err(NumberTrouble::PointForComma), "{text}");
        }
        for text in ["", "-", "Rp 5", "5 %", "5,", ",5", "lima", "+5", "1e3", "01", "--5", "1,2,3", "५", "1_000"] {
            assert_eq!(parse_indonesian(text), Err(NumberTrouble::NotANumber), "{text}");
        }
        assert_eq!(parse_indonesian(&"9".repeat(40)), Err(NumberTrouble::TooLong));
        assert_eq!(parse_indonesian(&format!("1,{}1", "0".repeat(40))), Err(NumberTrouble::TooLong));
    }

    #[test]
    fn toml_numbers_are_exactly_what_is_typed() {
        for (text, value) in [
            ("5", "5"),
            ("-5", "-5"),
            ("+5", "5"),
            ("1_250", "1250"),
            ("5.25", "5.25"),
            ("0.1", "0.1"),
            ("0.250", "0.25"),
            ("1.2555", "1.2555"),
            ("1250.500", "1250.5"),
            ("9007199254740993.01", "9007199254740993.01"),
            ("1.5e3", "1500"),
            ("1e-2", "0.01"),
            ("-0.0", "0"),
            ("99999999999999999999999999", "99999999999999999999999999"),
        ] {
            assert_eq!(toml_number(text), Ok(decimal(value)), "{text}");
        }
    }

    #[test]
    fn toml_numbers_that_mean_two_things_or_do_not_fit() {
        for text in ["1.250", "-12.500", "125.000", "1.234", "12.345"] {
            assert_eq!(toml_number(text), Err(NumberTrouble::TwoMeanings), "{text}");
        }
        for text in ["inf", "-nan", "1e400", "1e-400", "0.12345678901234567890123456789012"] {
            assert_eq!(toml_number(text), Err(NumberTrouble::TooLong), "{text}");
        }
    }
}
