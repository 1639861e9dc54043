//! How wide the columns of a data sheet must be, in digits, by what stands in them.

use crate::dataset::Isi;

/// How many digits wide a text is, about: capitals are wider, points and blanks narrower.
pub fn digits_wide(text: &str) -> usize {
    let tenths = |c: char| match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'I' | ' ' | '.' | ',' | ':' | ';' | '\'' | '/' => 5,
        'm' | 'w' | 'M' | 'W' => 15,
        _ if c.is_uppercase() => 13,
        _ => 10,
    };
    text.chars().map(tenths).sum::<usize>().div_ceil(10)
}

/// No column is wider, in digits.
const LONGEST: usize = 64;

/// The width that nineteen of twenty texts need, by their widths in digits: a longer one is wrapped.
pub fn usual(lengths: impl Iterator<Item = usize>) -> f32 {
    let mut counted = [0usize; LONGEST + 1];
    lengths.for_each(|length| counted[length.min(LONGEST)] += 1);
    let all: usize = counted.iter().sum();
    let mut seen = 0;
    let usual = counted.iter().position(|count| {
        seen += count;
        seen * 20 >= all * 19
    });
    // The room at both sides.
    usual.unwrap_or(0) as f32 + 4.5
}

/// How many digits wide a text cell is, about; of a long text only so much is looked at as a column can be wide.
pub fn letters(isi: &Isi) -> usize {
    match isi {
        // No letter is narrower than half a digit.
        Isi::Teks(text) => digits_wide(&text[..text.char_indices().nth(2 * LONGEST).map_or(text.len(), |(at, _)| at)]),
        Isi::Kosong => 0,
        // A code that was stored as a number.
        _ => 16,
    }
}

/// The most decimals of the numbers.
pub fn most_places(values: impl Iterator<Item = Isi>) -> u32 {
    let places = |isi: &Isi| match isi {
        Isi::Angka(value) if value.scale() > 0 => value.normalize().scale(),
        _ => 0,
    };
    values.map(|isi| places(&isi)).max().unwrap_or(0)
}

/// The width of the longest number with its separators.
pub fn longest_number(values: impl Iterator<Item = Isi>) -> f32 {
    let length = |isi: &Isi| match isi {
        Isi::Angka(value) => {
            let whole = value.trunc().mantissa().unsigned_abs().checked_ilog10().unwrap_or(0) + 1;
            let decimals = value.normalize().scale();
            (whole + whole / 3 + if decimals > 0 { decimals + 1 } else { 0 } + u32::from(value.is_sign_negative())) as usize
        }
        Isi::Teks(text) => text.chars().count().min(20),
        _ => 0,
    };
    values.map(|isi| length(&isi)).max().unwrap_or(0) as f32 + 2.0
}
