//! A formula whose stored result is 0 though its operands are not: simple sums
//! and products over the sheet's own cells are worked out again.

use crate::text::{NumberText, read_number};
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Formula, Sheet, Value};
use rust_decimal::Decimal;

/// The formula of a cell that holds 0 where its operands give another number.
pub(crate) fn stale_zero(sheet: &Sheet, cell: &Cell) -> Option<String> {
    if !matches!(&cell.value, Value::Number { value, .. } if value.is_zero()) {
        return None;
    }
    let (text, down) = formula_of(sheet, cell)?;
    let text = text.trim().trim_start_matches("of:").trim_start_matches('=');
    // A longer one is no simple sum; the bound holds the parentheses' depth too.
    if text.len() > 200 {
        return None;
    }
    let squeezed: Vec<char> = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '$' | '[' | ']')).collect();
    let mut reading = Reading { sheet, text: &squeezed, at: 0, down, sums: 0 };
    let value = reading.sum()?;
    (reading.at == squeezed.len() && !value.is_zero()).then(|| text.to_owned())
}

/// The cell's formula, or the one above it that it shares, and how many rows lower it stands.
fn formula_of<'s>(sheet: &'s Sheet, cell: &Cell<'s>) -> Option<(&'s str, i64)> {
    match cell.formula {
        Formula::Some(Some(text)) => Some((text, 0)),
        Formula::Some(None) => {
            let above = (0..cell.at.row).rev().take(SHARED).find_map(|row| {
                match sheet.cell(CellAddress::new(row, cell.at.column))?.formula {
                    Formula::Some(Some(text)) => Some((row, text)),
                    _ => None,
                }
            })?;
            // A fixed row does not move with the cell.
            (!above.1.contains('$')).then_some((above.1, i64::from(cell.at.row) - i64::from(above.0)))
        }
        Formula::None | Formula::Unknown => None,
    }
}

/// So far up the first cell of a shared formula is sought.
const SHARED: usize = 5_000;

struct Reading<'s> {
    sheet: &'s Sheet,
    text: &'s [char],
    at: usize,
    /// Rows that every reference moves down.
    down: i64,
    sums: usize,
}

impl Reading<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn take(&mut self, wanted: char) -> bool {
        let is_there = self.peek() == Some(wanted);
        self.at += usize::from(is_there);
        is_there
    }

    fn sum(&mut self) -> Option<Decimal> {
        let mut value = self.product()?;
        loop {
            if self.take('+') {
                value = value.checked_add(self.product()?)?;
            } else if self.take('-') {
                value = value.checked_sub(self.product()?)?;
            } else {
                return Some(value);
            }
        }
    }

    fn product(&mut self) -> Option<Decimal> {
        let mut value = self.part()?;
        while self.take('*') {
            value = value.checked_mul(self.part()?)?;
        }
        Some(value)
    }

    fn part(&mut self) -> Option<Decimal> {
        if self.take('-') {
            return Some(-self.part()?);
        }
        if self.take('+') {
            return self.part();
        }
        if self.take('(') {
            let value = self.sum()?;
            return self.take(')').then_some(value);
        }
        if self.peek()?.is_ascii_digit() {
            return self.number();
        }
        let start = self.at;
        let name: String = self.text[start..].iter().take_while(|c| c.is_ascii_alphabetic()).collect();
        if name.eq_ignore_ascii_case("SUM") && self.text.get(start + 3) == Some(&'(') {
            self.at = start + 4;
            return self.arguments();
        }
        let at = self.reference()?;
        self.value(at)
    }

    fn number(&mut self) -> Option<Decimal> {
        let digits: String = self.text[self.at..].iter().take_while(|c| c.is_ascii_digit() || **c == '.').collect();
        self.at += digits.len();
        Decimal::from_str_exact(&digits).ok()
    }

    /// What stands between SUM's parentheses, which may not stand in another SUM.
    fn arguments(&mut self) -> Option<Decimal> {
        self.sums += 1;
        if self.sums > 8 {
            return None;
        }
        let mut value = Decimal::ZERO;
        loop {
            let start = self.at;
            let range = self.reference().filter(|_| self.take(':')).and_then(|first| Some((first, self.reference()?)));
            match range {
                Some((first, last)) => {
                    let cells =
                        u64::from(last.row.checked_sub(first.row)? + 1) * u64::from(last.column.checked_sub(first.column)? + 1);
                    if cells > 10_000 {
                        return None;
                    }
                    for row in first.row..=last.row {
                        for column in first.column..=last.column {
                            value = value.checked_add(self.value(CellAddress::new(row, column))?)?;
                        }
                    }
                }
                None => {
                    self.at = start;
                    value = value.checked_add(self.sum()?)?;
                }
            }
            if self.take(')') {
                return Some(value);
            }
            if !(self.take(',') || self.take(';')) {
                return None;
            }
        }
    }

    fn reference(&mut self) -> Option<CellAddress> {
        // LibreOffice writes `.E4` for a cell of the same sheet.
        self.take('.');
        let rest = &self.text[self.at..];
        let letters = rest.iter().take_while(|c| c.is_ascii_alphabetic()).count();
        let digits = rest.iter().skip(letters).take_while(|c| c.is_ascii_digit()).count();
        let text: String = rest.iter().take(letters + digits).collect();
        let at = CellAddress::parse(&text)?;
        self.at += letters + digits;
        let row = u32::try_from(i64::from(at.row) + self.down).ok()?;
        Some(CellAddress::new(row, at.column))
    }

    /// What a cell adds; a number typed as a text too, which Excel's SUM passes over.
    fn value(&self, at: CellAddress) -> Option<Decimal> {
        let Some(cell) = self.sheet.cell(at) else { return Some(Decimal::ZERO) };
        match &cell.value {
            Value::Number { value, .. } => Some(*value),
            Value::Text(text) => match read_number(text) {
                NumberText::Value(read) => Some(read.value),
                NumberText::TwoWays { id, .. } => Some(id.value),
                NumberText::Nil | NumberText::Missing => Some(Decimal::ZERO),
                NumberText::NotANumber(_) | NumberText::DigitsLost => None,
            },
            _ => None,
        }
    }
}
