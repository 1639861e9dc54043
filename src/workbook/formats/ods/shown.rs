//! What a number cell shows against what it holds: the document keeps both, and
//! a format that shows thousands or millions shows itself by the difference.

use crate::text::number::read::{NumberRead, NumberText, read_number};
use crate::text::{is_unit, money_unit};
use crate::workbook::formats::cell_format::{is_altered, is_foreign};
use crate::workbook::sheet::{NumberStyle, OddShow};
use rust_decimal::Decimal;

/// Powers of ten that a format may show a number by.
const POWERS: [i8; 4] = [3, 6, 9, 12];

/// The style of a number that is shown as this text.
pub(crate) fn shown_style(value: Decimal, text: &str) -> NumberStyle {
    if value.is_zero() {
        return NumberStyle::General;
    }
    if text.trim().is_empty() {
        return NumberStyle::Odd(OddShow::Unseen);
    }
    if is_foreign(text) {
        return NumberStyle::Odd(OddShow::Foreign);
    }
    if text.contains(['±', '≈', '~', '≤', '≥']) {
        return NumberStyle::Odd(OddShow::Altered);
    }
    let counts =
        |read: &NumberRead| read.percent || read.unit.as_deref().is_some_and(|unit| is_unit(unit) && money_unit(unit).is_none());
    let (shown, other, has_word, is_counted) = match read_number(text) {
        NumberText::Value(read) => (read.value, read.value, read.scale.is_some(), counts(&read)),
        NumberText::TwoWays { id, en, .. } => (id.value, en.value, id.scale.is_some(), counts(&id)),
        _ => return behind_digits(value, text),
    };
    // Millions of 1.512.345 are shown as 2.
    let is_rounded = |shown: Decimal, power: i8, whole: Decimal| {
        power < 0 && whole.abs() >= Decimal::ONE && shown.checked_sub(whole).is_some_and(|far| far.abs() <= Decimal::new(5, 1))
    };
    let is = |shown: Decimal, power: i8| {
        times(value, power).is_some_and(|whole| is_near(shown, whole) || is_rounded(shown, power, whole))
    };
    let either = |power: i8| is(shown, power) || is(other, power);
    if either(0) {
        if is_counted {
            return NumberStyle::Odd(OddShow::Altered);
        }
        return if has_word { NumberStyle::Scaled { power: 0 } } else { NumberStyle::General };
    }
    if value.is_sign_positive() && times(value, 0).is_some_and(|whole| is_near(-shown, whole)) {
        return NumberStyle::Odd(OddShow::Negative);
    }
    if has_word {
        // Another multiple than any known is as doubtful as one.
        let power = POWERS.into_iter().find(|power| either(*power)).unwrap_or(i8::MIN);
        return NumberStyle::Scaled { power };
    }
    // Division alone shows a smaller number, digits behind it a larger one, and no word says so.
    let of_number = POWERS.into_iter().map(|power| -power).chain([1, 2, 3]).find(|power| either(*power));
    of_number.map_or(NumberStyle::General, |power| NumberStyle::Scaled { power })
}

/// `1,512,3450` of 1512345: a text that is no number, and holds the number's digits and more noughts.
fn behind_digits(value: Decimal, text: &str) -> NumberStyle {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let own = value.trunc().normalize().abs().to_string();
    let behind =
        digits.strip_prefix(&own).filter(|rest| own.len() >= 4 && !rest.is_empty() && rest.bytes().all(|byte| byte == b'0'));
    let power = behind.and_then(|rest| i8::try_from(rest.len()).ok());
    match power.filter(|_| !text.chars().any(char::is_alphabetic)) {
        Some(power) => NumberStyle::Scaled { power },
        // `x`: words alone; `###` is a column too narrow.
        None if digits.is_empty() && !text.contains('#') => NumberStyle::Odd(OddShow::Unseen),
        // `86.397.250/bln`.
        None if own != "0" && digits.starts_with(&own) && is_altered(&beside_digits(text)) => NumberStyle::Odd(OddShow::Altered),
        None => NumberStyle::General,
    }
}

/// What stands around a number's digits.
fn beside_digits(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_digit() { ' ' } else { c }).collect()
}

fn times(value: Decimal, power: i8) -> Option<Decimal> {
    let factor = Decimal::from(10i64.checked_pow(u32::from(power.unsigned_abs()))?);
    if power < 0 { value.checked_div(factor) } else { value.checked_mul(factor) }
}

/// As near as rounding to a digit or two leaves it.
fn is_near(shown: Decimal, whole: Decimal) -> bool {
    let twentieth = Decimal::new(5, 2);
    let far = shown.checked_sub(whole).map(|far| far.abs());
    let slack = whole.abs().checked_mul(twentieth);
    matches!((far, slack), (Some(far), Some(slack)) if far <= slack)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiples_show_themselves() {
        let scaled = |power| NumberStyle::Scaled { power };
        for (value, text, wanted) in [
            ("5", "5 juta", scaled(6)),
            ("5000000", "5 juta", scaled(0)),
            ("1234567890", "1.235 juta", scaled(0)),
            ("5000", "5 juta", scaled(3)),
            ("5", "5 ribu", scaled(3)),
            ("7", "5 juta", scaled(i8::MIN)),
            ("1234567", "1.235", scaled(-3)),
            ("1234567", "1,235", scaled(-3)),
            ("1634567", "2", scaled(-6)),
            ("1234567", "1,234,5670", scaled(1)),
            ("1234567", "12.345.670", scaled(1)),
            ("1234567", "", NumberStyle::Odd(OddShow::Unseen)),
            ("1234567", "1.234.567 orang", NumberStyle::Odd(OddShow::Altered)),
            ("1234567", "±1.234.567", NumberStyle::Odd(OddShow::Altered)),
            ("1234567", "$1,234,567.00", NumberStyle::Odd(OddShow::Foreign)),
            ("1234567", "USD 1.234.567", NumberStyle::Odd(OddShow::Foreign)),
            ("12", "12%", NumberStyle::Odd(OddShow::Altered)),
            ("1234567", "1.234.567", NumberStyle::General),
            ("1234567", "1,234,567.00", NumberStyle::General),
            ("1234.5678", "1.235", NumberStyle::General),
            ("0.125", "0,13", NumberStyle::General),
            ("-2500", "(2.500)", NumberStyle::General),
            ("2500", "Rp 2.500,-", NumberStyle::General),
            ("0", "0 juta", NumberStyle::General),
            ("44585", "24/01/2022", NumberStyle::General),
            ("5", "###", NumberStyle::General),
            ("86397250", "86,397,250/bln", NumberStyle::Odd(OddShow::Altered)),
            ("86397250", "86.397.250 per bulan", NumberStyle::Odd(OddShow::Altered)),
            ("86397250", "x", NumberStyle::Odd(OddShow::Unseen)),
            ("86397250", "Rp 86.397.250", NumberStyle::General),
        ] {
            assert_eq!(shown_style(value.parse().unwrap(), text), wanted, "{value} shown as {text}");
        }
    }
}
