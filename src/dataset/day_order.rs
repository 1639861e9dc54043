//! Days and months that an English Excel turned: `05/03/2021`, typed for 5 March, became the date 3 May, while
//! `25/03/2021` stayed a text. A column of which every date stands in the first twelve days, and no text does, says so.

use crate::text::{DateText, read_date};
use crate::vocabulary::{CellAddress, Tanggal};
use crate::workbook::{Cell, Value};
use rust_decimal::Decimal;

/// So many dates and so many texts, and so many of both, are no chance.
const FEW: usize = 2;
const FEWEST: usize = 5;

/// What the cells of a column of dates are, date cells and texts apart.
#[derive(Default)]
pub(crate) struct DayOrder {
    /// Dates, and texts of digits, on a day that may be a month's number; and on a later one.
    early: [usize; 2],
    late: [usize; 2],
    /// The first text of a later day.
    text: Option<(CellAddress, String)>,
}

impl DayOrder {
    pub(crate) fn see(&mut self, cell: &Cell) {
        let (kind, day) = match &cell.value {
            Value::Date { serial } => (0, day_of(*serial).map(|date| date.day)),
            Value::Text(text) => (1, day_typed(text)),
            _ => return,
        };
        let Some(day) = day else { return };
        let tally = if day > 12 { &mut self.late } else { &mut self.early };
        tally[kind] += 1;
        if let (1, 13.., Value::Text(text)) = (kind, day, &cell.value) {
            self.text.get_or_insert_with(|| (cell.at, text.trim().to_owned()));
        }
    }

    /// The text that shows that the column's date cells have their day and month turned.
    pub(crate) fn turned(&self) -> Option<&(CellAddress, String)> {
        let ([dates, early_texts], [late_dates, texts]) = (self.early, self.late);
        let is_split = late_dates == 0 && early_texts == 0 && dates.min(texts) >= FEW && dates + texts >= FEWEST;
        self.text.as_ref().filter(|_| is_split)
    }
}

/// The day of a text that is a date in digits, day first.
fn day_typed(text: &str) -> Option<u8> {
    let is_digits = text.trim().bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'/' | b'-' | b'.'));
    match read_date(text) {
        DateText::Date(date) if is_digits && !text.trim().starts_with(&date.year.to_string()) => Some(date.day),
        _ => None,
    }
}

/// The day that a serial number of Excel's counts to.
pub(super) fn day_of(serial: Decimal) -> Option<Tanggal> {
    let day: i64 = serial.trunc().try_into().ok()?;
    Tanggal::from_serial(day, false)
}
