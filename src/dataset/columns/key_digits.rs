//! Whether a key still is what was typed: Excel keeps 15 digits, drops zeros in
//! front, and makes dates and fractions of what looks like them.

use crate::dataset::cell::raw_text;
use crate::dataset::columns::placeholder::{digits_of, is_made_up, is_nearly_number, is_one_number};
use crate::dataset::counted::CountedRow;
use crate::dataset::key::is_scientific;
use crate::dataset::{FieldInfo, Jenis};
use crate::diagnostic::HilangSebab;
use crate::workbook::{Cell, Sheet, Value};
use rust_decimal::Decimal;

/// What a column of keys says of its digits as a whole.
pub(crate) struct KeyDigits {
    /// The first of 16-digit texts that all end in 0.
    zeroed: Option<(u32, String)>,
    /// So many digits each number has, texts too where that is known of the field.
    panjang: Option<(u8, bool)>,
    /// So many digits each number has that formulas count.
    persis: Option<u8>,
}

impl KeyDigits {
    /// Of a column of keys, or of numbers that formulas count; a column of another kind than texts holds none.
    pub(crate) fn of((field, counts): (&FieldInfo, bool), sheet: &Sheet, column: u32, rows: &[CountedRow]) -> Option<Self> {
        if field.jenis != Jenis::Teks {
            return None;
        }
        let panjang = fixed_length(&field.isian).map(|length| (length, true));
        let panjang = panjang.or_else(|| padded_length(sheet, column, rows).map(|length| (length, false)));
        // Another number in a NIB's place is told as such.
        let persis = digits_of(&field.isian).filter(|_| counts && &*field.isian != "nib");
        Some(Self { zeroed: zeroed_digits(sheet, column, rows), panjang, persis })
    }

    /// What stands in a cell whose digits are not those that were typed.
    pub(crate) fn lost(&self, row: u32, cell: Option<&Cell>) -> Option<(String, HilangSebab)> {
        let cell = cell?;
        let raw = || raw_text(&cell.value);
        let short = |digits: usize| {
            let (panjang, _) = self.panjang?;
            (digits < usize::from(panjang) && digits + 3 >= usize::from(panjang)).then_some(HilangSebab::NolDepan { panjang })
        };
        let sebab = match &cell.value {
            Value::Number { value, digits } if *digits > 15 || value.abs() >= Decimal::from(1_000_000_000_000_000_u64) => {
                HilangSebab::Angka
            }
            Value::Overflow(_) => HilangSebab::Angka,
            Value::Number { value, .. } if !value.fract().is_zero() => HilangSebab::Pecahan,
            Value::Number { value, .. } => {
                let digits = value.trunc().abs().to_string();
                short(digits.len()).or_else(|| self.odd(&digits))?
            }
            Value::Date { .. } => HilangSebab::Tanggal,
            Value::Text(text) if is_scientific(text) => HilangSebab::Ringkas,
            Value::Text(text) => match &self.zeroed {
                Some((first, text)) if *first == row => return Some((text.clone(), HilangSebab::AkhirNol)),
                _ => {
                    let text = text.trim();
                    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
                    let is_fixed = self.panjang.is_some_and(|(_, of_texts)| of_texts);
                    short(text.len()).filter(|_| is_digits && is_fixed).or_else(|| self.odd(text))?
                }
            },
            _ => return None,
        };
        Some((raw(), sebab))
    }

    /// A number of other digits than it has, a letter among them, two in one cell; what stands in a number's place is none.
    fn odd(&self, text: &str) -> Option<HilangSebab> {
        let panjang = self.persis?;
        let is_number = is_nearly_number(text) && !is_made_up(text) && !is_one_number(text, panjang);
        is_number.then_some(HilangSebab::Panjang { panjang })
    }
}

/// The digits of numbers that one office gives out for all of Indonesia and that may begin with 0.
fn fixed_length(isian: &str) -> Option<u8> {
    (isian == "nib").then_some(13)
}

/// The digits of a column's texts that begin with 0, where all of them have as many.
fn padded_length(sheet: &Sheet, column: u32, rows: &[CountedRow]) -> Option<u8> {
    let mut view = sheet.cells.column(column);
    let texts = rows.iter().filter_map(|row| match view.cell(row.row)?.value {
        Value::Text(text) => Some(text.trim()),
        _ => None,
    });
    let mut padded = texts.filter(|text| text.len() >= 5 && text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit()));
    let length = padded.next()?.len();
    let is_one = padded.all(|text| text.len() == length);
    u8::try_from(length).ok().filter(|_| is_one)
}

/// The first of a column's 16-digit texts, where there are at least ten and all
/// end in 0: an export of numbers, each of which lost its last digit before.
fn zeroed_digits(sheet: &Sheet, column: u32, rows: &[CountedRow]) -> Option<(u32, String)> {
    let mut first = None;
    let mut count = 0;
    let mut view = sheet.cells.column(column);
    for row in rows {
        let Some(cell) = view.cell(row.row) else { continue };
        let Value::Text(text) = &cell.value else { continue };
        let text = text.trim();
        if text.len() != 16 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        if !text.ends_with('0') {
            return None;
        }
        count += 1;
        first.get_or_insert_with(|| (row.row, text.to_owned()));
    }
    first.filter(|_| count >= 10)
}
