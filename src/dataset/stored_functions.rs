//! Functions over ranges of a sheet, worked out again as spreadsheets do: MAX, MIN,
//! AVERAGE, COUNT, SUMIF, COUNTIF, VLOOKUP of the exact kind, INDEX with MATCH.
//! Whatever is not surely the same in Excel and LibreOffice gives nothing.

use super::stored_zero::Reading;
use crate::text::is_number_text;
use crate::vocabulary::CellAddress;
use crate::workbook::Value;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Cells from the first to the last, both included.
type Range = (CellAddress, CellAddress);

/// What a cell is compared with.
enum Sought {
    Number(Decimal),
    /// Without blanks, in small letters.
    Text(String),
    /// `">100"`: the sign and the number.
    Compared(String, Decimal),
}

/// A text as it is compared, and as the formula's own texts are left.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '$' | '[' | ']')).collect::<String>().to_lowercase()
}

impl Reading<'_> {
    /// One of the functions of this file; none where another thing stands here.
    pub(super) fn function(&mut self, name: &str) -> Option<Option<Decimal>> {
        if self.text.get(self.at + name.len()) != Some(&'(') {
            return None;
        }
        let name = name.to_ascii_uppercase();
        let known = ["MAX", "MIN", "AVERAGE", "COUNT", "SUMIF", "COUNTIF", "VLOOKUP", "INDEX", "MATCH"];
        if !known.contains(&name.as_str()) {
            return None;
        }
        self.at += name.len() + 1;
        self.sums += 1;
        if self.sums > 8 {
            return Some(None);
        }
        let value = match name.as_str() {
            "SUMIF" | "COUNTIF" => self.chosen_cells(name == "SUMIF"),
            "VLOOKUP" => self.looked_up(),
            "INDEX" => self.indexed(),
            "MATCH" => self.matched(),
            _ => self.of_numbers(&name),
        };
        Some(value.filter(|_| self.take(')')))
    }

    /// A range, or a cell as one.
    fn range(&mut self) -> Option<Range> {
        let first = self.reference()?;
        let last = if self.take(':') { self.reference()? } else { first };
        let is_end = matches!(self.peek(), Some(',' | ';' | ')'));
        let rows = u64::from(last.row.checked_sub(first.row)?) + 1;
        let columns = u64::from(last.column.checked_sub(first.column)?) + 1;
        self.cells = self.cells.checked_sub(rows.checked_mul(columns)?)?;
        is_end.then_some((first, last))
    }

    fn of_numbers(&mut self, name: &str) -> Option<Decimal> {
        let mut numbers: Vec<Decimal> = Vec::new();
        loop {
            let start = self.at;
            match self.range() {
                Some((first, last)) => {
                    for row in first.row..=last.row {
                        for column in first.column..=last.column {
                            numbers.extend(self.counted(CellAddress::new(row, column))?);
                        }
                    }
                }
                None => {
                    self.at = start;
                    numbers.push(self.sum()?);
                }
            }
            if !self.take_comma() {
                break;
            }
        }
        let count = Decimal::from(numbers.len());
        match name {
            "MAX" => numbers.into_iter().max(),
            "MIN" => numbers.into_iter().min(),
            "COUNT" => Some(count),
            _ => numbers.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))?.checked_div(count),
        }
    }

    /// A cell's number, if it holds one: texts and blanks count for nothing. What
    /// else it may hold is unknown here.
    fn counted(&self, at: CellAddress) -> Option<Option<Decimal>> {
        match self.sheet.cell(at).map(|cell| cell.value) {
            Some(Value::Number { value, .. }) => Some(Some(value)),
            Some(Value::Text(_)) | None => Some(None),
            Some(_) => None,
        }
    }

    /// `"a"`, `">100"`, 5, `B4`.
    fn sought(&mut self) -> Option<Sought> {
        if self.take('"') {
            let text: String = self.text[self.at..].iter().take_while(|c| **c != '"').collect();
            self.at += text.chars().count();
            if !self.take('"') || text.contains(['*', '?', '~']) {
                return None;
            }
            let number = text.trim_start_matches(['<', '>', '=']);
            let signs = &text[..text.len() - number.len()];
            let value = Decimal::from_str_exact(number);
            return match (signs, value) {
                ("" | "=", Ok(value)) => Some(Sought::Number(value)),
                (_, Ok(value)) => Some(Sought::Compared(signs.to_owned(), value)),
                ("", Err(_)) if !text.is_empty() => Some(Sought::Text(squeezed(&text))),
                _ => None,
            };
        }
        if self.peek()?.is_ascii_digit() {
            return self.number().map(Sought::Number);
        }
        let at = self.reference()?;
        match self.sheet.cell(at)?.value {
            Value::Number { value, .. } => Some(Sought::Number(value)),
            Value::Text(text) if !text.contains(['*', '?', '~', '<', '>', '=']) && !is_number_text(text) => {
                Some(Sought::Text(squeezed(text)))
            }
            _ => None,
        }
    }

    /// Whether a cell is what is sought; `texts` keeps what texts were taken for it,
    /// which blanks alone may tell apart.
    fn is_sought(&self, at: CellAddress, sought: &Sought, texts: &mut BTreeSet<String>) -> Option<bool> {
        let Some(cell) = self.sheet.cell(at) else { return Some(false) };
        match (&cell.value, sought) {
            (Value::Number { value, .. }, Sought::Number(other)) => Some(value == other),
            (Value::Number { value, .. }, Sought::Compared(signs, other)) => match signs.as_str() {
                ">" => Some(value > other),
                "<" => Some(value < other),
                ">=" => Some(value >= other),
                "<=" => Some(value <= other),
                _ => None,
            },
            (Value::Text(text), Sought::Text(other)) => {
                let is_same = squeezed(text) == *other;
                if is_same {
                    texts.insert(text.to_lowercase());
                }
                (texts.len() < 2).then_some(is_same)
            }
            // A number typed as a text is a number to some functions and none to others.
            (Value::Text(text), _) => (!is_number_text(text)).then_some(false),
            (Value::Number { .. }, Sought::Text(_)) => Some(false),
            _ => None,
        }
    }

    /// The cells of SUMIF and COUNTIF behind the parenthesis.
    fn chosen_cells(&mut self, is_sum: bool) -> Option<Decimal> {
        let (first, last) = self.range()?;
        if !self.take_comma() {
            return None;
        }
        let sought = self.sought()?;
        let (added, _) = if is_sum && self.take_comma() { self.range()? } else { (first, last) };
        let mut texts = BTreeSet::new();
        let mut value = Decimal::ZERO;
        for row in first.row..=last.row {
            for column in first.column..=last.column {
                if !self.is_sought(CellAddress::new(row, column), &sought, &mut texts)? {
                    continue;
                }
                let own = CellAddress::new(added.row + (row - first.row), added.column + (column - first.column));
                let own = if is_sum { self.counted(own)?.unwrap_or_default() } else { Decimal::ONE };
                value = value.checked_add(own)?;
            }
        }
        Some(value)
    }

    /// The first row of a column that is what is sought, counted from 0.
    fn found(&self, (first, last): Range, sought: &Sought) -> Option<u32> {
        let mut texts = BTreeSet::new();
        let mut found = None;
        for row in first.row..=last.row {
            let is_it = self.is_sought(CellAddress::new(row, first.column), sought, &mut texts)?;
            found = found.or(is_it.then_some(row - first.row));
        }
        found
    }

    /// Whether FALSE or 0 stands here: only what is the same is found.
    fn take_exact(&mut self) -> bool {
        let word: String = self.text[self.at..].iter().take_while(|c| c.is_ascii_alphanumeric()).collect();
        let is_exact = word == "0" || word.eq_ignore_ascii_case("FALSE");
        self.at += if is_exact { word.len() } else { 0 };
        if is_exact && self.take('(') {
            return self.take(')');
        }
        is_exact
    }

    fn looked_up(&mut self) -> Option<Decimal> {
        let sought = self.sought().filter(|sought| !matches!(sought, Sought::Compared(..)))?;
        let range = self.take_comma().then(|| self.range())??;
        let column = self.take_comma().then(|| self.sum())??;
        if !self.take_comma() || !self.take_exact() {
            return None;
        }
        let row = range.0.row + self.found(range, &sought)?;
        let column = range.0.column.checked_add(u32::try_from(column).ok()?.checked_sub(1)?)?;
        self.counted(CellAddress::new(row, column)).filter(|_| column <= range.1.column)?
    }

    fn matched(&mut self) -> Option<Decimal> {
        let sought = self.sought().filter(|sought| !matches!(sought, Sought::Compared(..)))?;
        let range = self.take_comma().then(|| self.range())??;
        if !self.take_comma() || !self.take_exact() || range.0.column != range.1.column {
            return None;
        }
        self.found(range, &sought).map(|at| Decimal::from(at + 1))
    }

    fn indexed(&mut self) -> Option<Decimal> {
        let (first, last) = self.range()?;
        let row = self.take_comma().then(|| self.sum())??;
        let column = if self.take_comma() { self.sum()? } else { Decimal::ONE };
        let step = |value: Decimal| u32::try_from(value).ok()?.checked_sub(1);
        let at = CellAddress::new(first.row.checked_add(step(row)?)?, first.column.checked_add(step(column)?)?);
        // Of a single row the number may be a column's.
        let is_inside = at.row <= last.row && at.column <= last.column && (last.row > first.row || last.column == first.column);
        self.counted(at).filter(|_| is_inside)?
    }
}
