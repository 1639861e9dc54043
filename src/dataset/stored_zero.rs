//! A formula whose stored result its operands do not give, 0 or another number:
//! simple sums and products over the sheet's own cells are worked out again.

use crate::text::{NumberText, read_number};
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Formula, Sheet, Value};
use rust_decimal::Decimal;

/// A formula whose stored result its own operands do not give.
pub(crate) struct Stale {
    pub rumus: String,
    /// What is stored and what the operands give; none where 0 is stored.
    pub lain: Option<(Decimal, Decimal)>,
}

/// Of a column's formulas, the last that was seen with its text: cells below may share it.
pub(crate) type LastFormula = Option<(u32, String)>;

/// Works out a cell's formula again, where it is simple.
pub(crate) fn stale(sheet: &Sheet, cell: &Cell, last: &mut LastFormula) -> Option<Stale> {
    let Value::Number { value: stored, .. } = &cell.value else { return None };
    let (text, down) = match cell.formula {
        Formula::Some(Some(text)) => {
            *last = Some((cell.at.row, text.to_owned()));
            (text.to_owned(), 0)
        }
        Formula::Some(None) => {
            let near = last.clone().filter(|_| !stored.is_zero());
            let (row, text) = near.or_else(|| if stored.is_zero() { first_above(sheet, cell) } else { None })?;
            // A fixed row does not move with the cell.
            (!text.contains('$')).then_some((text, i64::from(cell.at.row) - i64::from(row)))?
        }
        Formula::None | Formula::Unknown => return None,
    };
    let text = text.trim().trim_start_matches("of:").trim_start_matches('=');
    // A longer one is no simple sum; the bound holds the parentheses' depth too.
    if text.len() > 200 {
        return None;
    }
    let squeezed: Vec<char> = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '$' | '[' | ']')).collect();
    let cells = if stored.is_zero() { MOST_CELLS } else { FEW_CELLS };
    let mut reading = Reading { sheet, text: &squeezed, at: 0, down, sums: 0, cells, as_excel: !stored.is_zero() };
    let value = reading.sum()?;
    if reading.at != squeezed.len() {
        return None;
    }
    let rumus = text.to_owned();
    if stored.is_zero() {
        return (!value.is_zero()).then_some(Stale { rumus, lain: None });
    }
    // Spreadsheets reckon in binary, with fifteen digits.
    let allowed = value.abs().checked_mul(Decimal::new(1, 9))?.max(Decimal::new(1, 2));
    (value.checked_sub(*stored)?.abs() > allowed).then_some(Stale { rumus, lain: Some((*stored, value)) })
}

/// The formula above a cell that it shares, and its row.
fn first_above(sheet: &Sheet, cell: &Cell) -> Option<(u32, String)> {
    (0..cell.at.row).rev().take(SHARED).find_map(|row| match sheet.cell(CellAddress::new(row, cell.at.column))?.formula {
        Formula::Some(Some(text)) => Some((row, text.to_owned())),
        _ => None,
    })
}

/// So many cells at most are looked at for one formula that holds 0, or another number.
const MOST_CELLS: u64 = 80_000;
const FEW_CELLS: u64 = 200;

/// So far up the first cell of a shared formula is sought.
const SHARED: usize = 5_000;

pub(super) struct Reading<'s> {
    pub(super) sheet: &'s Sheet,
    pub(super) text: &'s [char],
    pub(super) at: usize,
    /// Rows that every reference moves down.
    down: i64,
    pub(super) sums: usize,
    /// Cells that may still be looked at.
    pub(super) cells: u64,
    /// Texts are nothing to a SUM, as in Excel, and beside `+` nobody can say what.
    as_excel: bool,
}

impl Reading<'_> {
    pub(super) fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    pub(super) fn take(&mut self, wanted: char) -> bool {
        let is_there = self.peek() == Some(wanted);
        self.at += usize::from(is_there);
        is_there
    }

    pub(super) fn sum(&mut self) -> Option<Decimal> {
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
        if let Some(value) = self.wrapped() {
            return value;
        }
        let start = self.at;
        let name: String = self.text[start..].iter().take_while(|c| c.is_ascii_alphabetic()).collect();
        if name.eq_ignore_ascii_case("SUM") && self.text.get(start + 3) == Some(&'(') {
            self.at = start + 4;
            return self.arguments();
        }
        if let Some(value) = self.function(&name) {
            return value;
        }
        let at = self.reference()?;
        self.value(at)
    }

    /// A function that hands its first argument on, rounded or guarded, or that chooses by
    /// a comparison; none where another thing stands here, and nothing is taken.
    fn wrapped(&mut self) -> Option<Option<Decimal>> {
        let start = self.at;
        let name: String = self.text[start..].iter().take_while(|c| c.is_ascii_alphabetic()).collect();
        if self.text.get(start + name.len()) != Some(&'(') {
            return None;
        }
        let name = name.to_ascii_uppercase();
        let is_rounding = matches!(name.as_str(), "ROUND" | "ROUNDUP" | "ROUNDDOWN" | "INT" | "TRUNC");
        if !is_rounding && !matches!(name.as_str(), "ABS" | "N" | "IFERROR" | "IF") {
            return None;
        }
        self.at = start + name.len() + 1;
        self.sums += 1;
        if self.sums > 8 {
            return Some(None);
        }
        if name == "IF" {
            return Some(self.chosen());
        }
        let value = self.sum();
        // Of less than one nothing may be left.
        let value = value.filter(|value| !is_rounding || value.is_zero() || value.abs() >= Decimal::ONE);
        Some(value.filter(|_| self.skip_to_close()))
    }

    /// `IF(D4>0,D4+E4,0)` behind its parenthesis: the side that its comparison chooses.
    fn chosen(&mut self) -> Option<Decimal> {
        let left = self.sum()?;
        let signs: String = self.text[self.at..].iter().take_while(|c| matches!(c, '<' | '>' | '=')).collect();
        self.at += signs.len();
        let right = if self.take('"') { self.take('"').then_some(None)? } else { Some(self.sum()?) };
        let holds = match (signs.as_str(), right) {
            // A cell with a figure is not empty; of an empty one nothing is known here.
            ("=", None) if !left.is_zero() => false,
            ("<>", None) if !left.is_zero() => true,
            (_, None) => return None,
            ("=", Some(right)) => left == right,
            ("<>", Some(right)) => left != right,
            (">", Some(right)) => left > right,
            ("<", Some(right)) => left < right,
            (">=", Some(right)) => left >= right,
            ("<=", Some(right)) => left <= right,
            _ => return None,
        };
        if !self.take_comma() {
            return None;
        }
        if holds {
            let value = self.sum()?;
            return self.skip_to_close().then_some(value);
        }
        self.skip_argument();
        if !self.take_comma() {
            return None;
        }
        let value = self.sum()?;
        self.take(')').then_some(value)
    }

    pub(super) fn take_comma(&mut self) -> bool {
        self.take(',') || self.take(';')
    }

    /// Passes over what is left of an argument.
    pub(super) fn skip_argument(&mut self) {
        let mut depth = 0usize;
        while let Some(c) = self.peek() {
            match c {
                '(' => depth += 1,
                ')' | ',' | ';' if depth == 0 => return,
                ')' => depth -= 1,
                _ => {}
            }
            self.at += 1;
        }
    }

    /// Passes over further arguments and the parenthesis that ends them.
    fn skip_to_close(&mut self) -> bool {
        loop {
            self.skip_argument();
            if self.take(')') {
                return true;
            }
            if !self.take_comma() {
                return false;
            }
        }
    }

    pub(super) fn number(&mut self) -> Option<Decimal> {
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
                    self.cells = self.cells.checked_sub(cells)?;
                    for row in first.row..=last.row {
                        for column in first.column..=last.column {
                            let at = CellAddress::new(row, column);
                            let is_text = matches!(self.sheet.cell(at).map(|cell| cell.value), Some(Value::Text(_)));
                            if !(self.as_excel && is_text) {
                                value = value.checked_add(self.value(at)?)?;
                            }
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

    pub(super) fn reference(&mut self) -> Option<CellAddress> {
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
    pub(super) fn value(&self, at: CellAddress) -> Option<Decimal> {
        let Some(cell) = self.sheet.cell(at) else { return Some(Decimal::ZERO) };
        match &cell.value {
            Value::Number { value, .. } => Some(*value),
            Value::Text(_) if self.as_excel => None,
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
