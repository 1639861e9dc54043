//! One number text alone: what it says, how it may be read, or why it is no number.

use super::clean_text::{clean, is_blank};
use super::number_core::{Core, CoreError, read_core};
use super::number_refusal::why_not;
use super::number_trim::{Trimmed, trim_number};
use crate::diagnostic::BukanAngkaSebab;
use crate::profile::Angka;
use rust_decimal::Decimal;

/// The mark a statistic carries behind its figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NumberStatus {
    /// `*`, `*)`
    Sementara,
    /// `**`, `**)`
    SangatSementara,
    /// `r`
    Diperbaiki,
}

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
    if !text.is_empty() && text.len() <= 28 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return read_digits(text);
    }
    let cleaned = clean(text);
    let unquoted = cleaned.strip_prefix('\'').unwrap_or(&cleaned);
    let squeezed: String = unquoted.chars().filter(|c| !is_blank(*c)).flat_map(char::to_lowercase).collect();
    if let Some(word) = read_word(&squeezed) {
        return word;
    }
    if is_scientific(&squeezed) {
        return NumberText::DigitsLost;
    }
    // Names and places, the most of what a sheet holds, need no closer look (a lone dash does: `Rp -`).
    if !unquoted.contains(|c: char| c.is_ascii_digit() || c == '-') {
        return NumberText::NotANumber(why_not(unquoted));
    }
    let Some(trimmed) = trim_number(unquoted) else {
        return NumberText::NotANumber(why_not(unquoted));
    };
    // Excel's accounting format writes a zero as `Rp -`.
    if trimmed.core == "-" && trimmed.is_bare_currency {
        return NumberText::Nil;
    }
    match read_core(trimmed.core, trimmed.tail, trimmed.currency) {
        Ok(core) => finish(core, &trimmed),
        Err(CoreError::LeadingZero) => NumberText::NotANumber(BukanAngkaSebab::NolDiDepan),
        Err(CoreError::TooLong) => NumberText::NotANumber(BukanAngkaSebab::TerlaluPanjang),
        Err(CoreError::Separators) => NumberText::NotANumber(why_not(unquoted)),
    }
}

fn read_digits(text: &str) -> NumberText {
    if text.len() > 1 && text.starts_with('0') {
        return NumberText::NotANumber(BukanAngkaSebab::NolDiDepan);
    }
    match Decimal::from_str_exact(text) {
        Ok(value) => NumberText::Value(NumberRead {
            value,
            convention: None,
            percent: false,
            scale: None,
            scale_is_letter: false,
            unit: None,
            status: None,
            plain: true,
        }),
        Err(_) => NumberText::NotANumber(BukanAngkaSebab::TerlaluPanjang),
    }
}

/// The contract's words for nil and missing, and nothing else; `squeezed` has
/// no blanks and no capitals, and every dash is `-`.
fn read_word(squeezed: &str) -> Option<NumberText> {
    match squeezed {
        "-" | "--" | "nihil" | "nol" => Some(NumberText::Nil),
        "" | "…" | "..." | "n/a" | "t.a.d" | "x" | "belumlapor" => Some(NumberText::Missing),
        "true" | "false" | "benar" | "salah" => Some(NumberText::NotANumber(BukanAngkaSebab::Boolean)),
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

fn finish(core: Core, trimmed: &Trimmed) -> NumberText {
    let read = |value: Decimal, convention: Option<Angka>| -> Option<NumberRead> {
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
        })
    };
    let too_long = NumberText::NotANumber(BukanAngkaSebab::TerlaluPanjang);
    match core {
        Core::One { value, convention } => read(value, convention).map_or(too_long, NumberText::Value),
        Core::Two { id, en, loose } => match (read(id, None), read(en, None)) {
            (Some(id), Some(en)) => NumberText::TwoWays { id, en, loose },
            _ => too_long,
        },
    }
}

/// The exact product with a power of ten, or none: `checked_mul` alone would
/// round where the product has more digits than a `Decimal` holds.
pub(super) fn scaled(value: Decimal, factor: u64) -> Option<Decimal> {
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
