//! One number text alone: what it says, how it may be read, or why it is no number.

use super::core::{Core, CoreError, read_core};
use super::refusal::{LONGEST_NUMBER, why_not};
use super::trim::{NumberStatus, Tail, Trimmed, trim_number};
use crate::diagnostic::BukanAngkaSebab;
use crate::profile::Angka;
use crate::text::clean::{clean, is_blank};
use rust_decimal::Decimal;

/// A number as a text states it.
#[derive(Clone, PartialEq, Debug)]
pub struct NumberRead {
    /// With its sign, and already multiplied by `scale`. A percentage is *not*
    /// divided: `12,5 %` is 12.5 with `percent` set.
    pub value: Decimal,
    /// The convention this text proves by itself: its vote on the column.
    pub convention: Option<Angka>,
    pub percent: bool,
    /// The scale word's factor: `5 jt` has 1 000 000.
    pub scale: Option<u64>,
    /// The scale is a single letter (`1,5 M`: miliar), worth a note.
    pub scale_is_letter: bool,
    /// A counting word behind the figure: `orang`.
    pub unit: Option<String>,
    pub status: Option<NumberStatus>,
    /// Nothing but digits: no note needed.
    pub plain: bool,
    /// Digits typed behind the decimal separator, less those that `scale` takes.
    pub decimals: u32,
    pub tail: NumberTail,
}

/// What stands behind the last digit.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum NumberTail {
    #[default]
    None,
    /// `,-`: no fraction follows.
    NoFraction,
    /// `-`: below zero, or a `,-` that lost its comma.
    Minus,
}

/// What a text in a number column says.
#[derive(Clone, PartialEq, Debug)]
pub enum NumberText {
    Value(NumberRead),
    /// `-`, `--`, `nihil`, `nol`: zero.
    Nil,
    /// Blank, `…`, `n/a`, `t.a.d`, `x`, `belum lapor`: no figure.
    Missing,
    /// One separator before three digits: `id` and `en` are both possible.
    TwoWays {
        id: NumberRead,
        en: NumberRead,
        /// `1234.567`: no grouping puts a separator there, yet a decimal reading of
        /// three digits is likelier a forgotten separator. Only a vote of the
        /// decimal reading's own convention settles it.
        loose: bool,
    },
    NotANumber(BukanAngkaSebab),
    /// `1,23E+09`: the digits behind the third are gone.
    DigitsLost,
}

/// Reads one text alone, under both conventions at once; the column decides
/// where they differ (see [`super::ColumnVotes`]).
pub fn read_number(text: &str) -> NumberText {
    read_unless_refused(text)
        .unwrap_or_else(|known| NumberText::NotANumber(known.unwrap_or_else(|| why_not(unquoted(&clean(text))))))
}

/// Whether a text is anything that [`read_number`] does not refuse.
pub fn is_number_text(text: &str) -> bool {
    read_unless_refused(text).is_ok()
}

/// Whether a text is nil or missing, as number texts state it.
pub fn is_nil_or_missing(text: &str) -> bool {
    may_say_nothing(text) && matches!(read_unless_refused(text), Ok(NumberText::Nil | NumberText::Missing))
}

/// A quick look before the slow one: few texts begin as the words for nothing do
/// (`Rp -`, `IDR -` and `t.a.d` among them), and most have more letters and digits than any of these words.
fn may_say_nothing(text: &str) -> bool {
    let first = text.bytes().find(|byte| !byte.is_ascii_whitespace() && *byte != b'\'');
    let begins = first.is_none_or(|first| {
        matches!(first.to_ascii_lowercase(), b'-' | b'.' | b'n' | b'x' | b'b' | b't' | b'r' | b'i') || !first.is_ascii()
    });
    let is_long = || text.bytes().filter(u8::is_ascii_alphanumeric).count() > LONGEST_WORD;
    begins && !(text.is_ascii() && is_long())
}

/// [`read_number`] without the search for the reason of a refusal, which takes
/// longer than all the rest; the error is a reason that is known already.
pub(crate) fn read_unless_refused(text: &str) -> Result<NumberText, Option<BukanAngkaSebab>> {
    if !text.is_empty() && text.len() <= 28 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return read_digits(text).map_err(Some);
    }
    let cleaned = clean(text);
    let unquoted = unquoted(&cleaned);
    if unquoted.len() > LONGEST_NUMBER {
        return Err(None);
    }
    let has_digit = unquoted.bytes().any(|byte| byte.is_ascii_digit());
    let is_long = unquoted.is_ascii() && unquoted.bytes().filter(u8::is_ascii_alphanumeric).count() > LONGEST_WORD;
    if has_digit || !is_long {
        let squeezed: String = unquoted.chars().filter(|c| !is_blank(*c)).flat_map(char::to_lowercase).collect();
        if let Some(word) = read_word(&squeezed) {
            return own_nil(text, word.map_err(Some)?);
        }
        if is_scientific(&squeezed) {
            return Ok(NumberText::DigitsLost);
        }
    }
    // Names and places, the most of what a sheet holds, need no closer look (a lone dash does: `Rp -`).
    if !has_digit && !unquoted.contains('-') {
        return Err(None);
    }
    let trimmed = trim_number(unquoted).ok_or(None)?;
    // Excel's accounting format writes a zero as `Rp -`.
    if trimmed.core == "-" && trimmed.is_bare_currency {
        return own_nil(text, NumberText::Nil);
    }
    match read_core(trimmed.core, trimmed.tail, trimmed.currency) {
        Ok(core) => finish(core, &trimmed).ok_or(Some(BukanAngkaSebab::TerlaluPanjang)),
        Err(CoreError::LeadingZero) => Err(Some(BukanAngkaSebab::NolDiDepan)),
        Err(CoreError::TooLong) => Err(Some(BukanAngkaSebab::TerlaluPanjang)),
        Err(CoreError::Separators) => Err(None),
    }
}

/// Nil is a hyphen or a short dash; of a long one nobody said that it is.
fn own_nil(text: &str, read: NumberText) -> Result<NumberText, Option<BukanAngkaSebab>> {
    match text.chars().find(|c| matches!(c, '\u{2014}' | '\u{2015}')) {
        Some(dash) if read == NumberText::Nil => Err(Some(BukanAngkaSebab::Karakter(dash))),
        _ => Ok(read),
    }
}

/// Without the mark that Excel puts before a number typed as a text.
fn unquoted(cleaned: &str) -> &str {
    cleaned.strip_prefix('\'').unwrap_or(cleaned)
}

fn read_digits(text: &str) -> Result<NumberText, BukanAngkaSebab> {
    if text.len() > 1 && text.starts_with('0') {
        return Err(BukanAngkaSebab::NolDiDepan);
    }
    let value = Decimal::from_str_exact(text).map_err(|_| BukanAngkaSebab::TerlaluPanjang)?;
    Ok(NumberText::Value(NumberRead {
        value,
        convention: None,
        percent: false,
        scale: None,
        scale_is_letter: false,
        unit: None,
        status: None,
        plain: true,
        decimals: 0,
        tail: NumberTail::None,
    }))
}

/// The letters of the longest of these words.
const LONGEST_WORD: usize = "belumlapor".len();

/// The contract's words for nil and missing, and nothing else; `squeezed` has
/// no blanks and no capitals, and every dash is `-`.
fn read_word(squeezed: &str) -> Option<Result<NumberText, BukanAngkaSebab>> {
    match squeezed {
        "-" | "--" | "nihil" | "nol" => Some(Ok(NumberText::Nil)),
        "" | "…" | "..." | "n/a" | "t.a.d" | "x" | "belumlapor" => Some(Ok(NumberText::Missing)),
        "true" | "false" | "benar" | "salah" => Some(Err(BukanAngkaSebab::Boolean)),
        _ => None,
    }
}

fn is_scientific(squeezed: &str) -> bool {
    let Some((mantissa, exponent)) = squeezed.split_once('e') else { return false };
    let mantissa = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa);
    let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(exponent)
        && mantissa.starts_with(|c: char| c.is_ascii_digit())
        && mantissa.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',')
}

/// The number; none where it is too long.
fn finish(core: Core, trimmed: &Trimmed) -> Option<NumberText> {
    let read = |value: Decimal, convention: Option<Angka>| -> Option<NumberRead> {
        let taken = trimmed.scale.map_or(0, |scale| scale.ilog10());
        let decimals = value.scale().saturating_sub(taken);
        let mut value = match trimmed.scale {
            Some(scale) => scaled(value, scale)?,
            None => value,
        };
        value.set_sign_negative(trimmed.negative && !value.is_zero());
        Some(NumberRead {
            value,
            convention,
            percent: trimmed.percent,
            scale: trimmed.scale,
            scale_is_letter: trimmed.scale_is_letter,
            unit: trimmed.unit.clone(),
            status: trimmed.status,
            plain: false,
            decimals,
            tail: match trimmed.tail {
                _ if trimmed.minus_behind => NumberTail::Minus,
                Tail::NoFraction => NumberTail::NoFraction,
                Tail::None => NumberTail::None,
            },
        })
    };
    match core {
        Core::One { value, convention } => read(value, convention).map(NumberText::Value),
        Core::Two { id, en, loose } => Some(NumberText::TwoWays { id: read(id, None)?, en: read(en, None)?, loose }),
    }
}

/// The exact product with a power of ten, or none: `checked_mul` alone would
/// round where the product has more digits than a `Decimal` holds.
pub(crate) fn scaled(value: Decimal, factor: u64) -> Option<Decimal> {
    let mut value = value.normalize();
    let mut factor = factor;
    while factor >= 10 && factor.is_multiple_of(10) && value.scale() > 0 {
        value.set_scale(value.scale() - 1).ok()?;
        factor /= 10;
    }
    if value.scale() > 0 && factor > 1 {
        return None;
    }
    value.checked_mul(Decimal::from(factor))
}
