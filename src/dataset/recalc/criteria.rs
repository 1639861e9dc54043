//! SUMIF and its kin: the cells whose neighbours are what is asked for.

use super::area::Rect;
use super::book::Book;
use super::listed::{Sought, may_be_pattern};
use super::syntax::{Expr, Op};
use super::value::{Amount, Halt, Val};
use crate::text::is_number_text;
use crate::vocabulary::CellAddress;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// What a cell is asked for.
enum Criterion {
    Same(Sought),
    /// `">100"`
    Compared(Op, Amount),
    /// `"<>Tidak Aktif"`, in small letters: blanks are that too.
    Other(String),
}

/// Ranges that may be looked through cell by cell, blanks too.
const SMALL: u64 = 20_000;

impl Book<'_> {
    /// `SUMIF(range, criterion, [added])`
    pub(super) fn of_chosen(&mut self, name: &str, arguments: &[Expr]) -> Result<Val, Halt> {
        let [range, criterion, rest @ ..] = arguments else { return Err(Halt::Unknown) };
        let range = self.rect(range)?;
        let criterion = self.criterion(criterion)?;
        let added = match rest {
            [] => range,
            [added] if name != "COUNTIF" => self.rect(added)?,
            _ => return Err(Halt::Unknown),
        };
        let chosen = self.chosen(&[(range, criterion)])?;
        self.of_cells(name, added, &chosen)
    }

    /// `SUMIFS(added, range, criterion, …)`, `COUNTIFS(range, criterion, …)`
    pub(super) fn of_chosen_all(&mut self, name: &str, arguments: &[Expr]) -> Result<Val, Halt> {
        let (added, pairs) = if name == "COUNTIFS" {
            (None, arguments)
        } else {
            let (added, pairs) = arguments.split_first().ok_or(Halt::Unknown)?;
            (Some(self.rect(added)?), pairs)
        };
        let mut asked = Vec::new();
        for pair in pairs.chunks(2) {
            let [range, criterion] = pair else { return Err(Halt::Unknown) };
            asked.push((self.rect(range)?, self.criterion(criterion)?));
        }
        let first = asked.first().map(|(range, _)| *range).ok_or(Halt::Unknown)?;
        let shape = |rect: &Rect| (rect.rows(), rect.columns());
        if asked.iter().map(|(range, _)| range).chain(&added).any(|rect| shape(rect) != shape(&first)) {
            return Err(Halt::Unknown);
        }
        let chosen = self.chosen(&asked)?;
        self.of_cells(name, added.unwrap_or(first), &chosen)
    }

    /// What the chosen cells come to, each so many rows and columns from the range's first.
    fn of_cells(&mut self, name: &str, added: Rect, chosen: &[(u32, u32)]) -> Result<Val, Halt> {
        if name.starts_with("COUNT") {
            return Ok(Val::Number(Amount::count(chosen.len())));
        }
        let (mut sum, mut count) = (Amount::count(0), 0);
        for (row, column) in chosen {
            let at = CellAddress::new(added.first.row + row, added.first.column + column);
            match self.value_at(added.sheet, at)? {
                Val::Number(amount) => {
                    sum = sum.plus(amount).ok_or(Halt::Unknown)?;
                    count += 1;
                }
                Val::Text(_) | Val::Blank | Val::Bool(_) => {}
                Val::Date(_) | Val::Error(_) => return Err(Halt::Unknown),
            }
        }
        if name.starts_with("SUM") {
            return Ok(Val::Number(sum));
        }
        if count == 0 {
            return Err(Halt::Error("#DIV/0!".into()));
        }
        sum.over(Amount::count(count)).map(Val::Number).ok_or(Halt::Unknown)
    }

    fn criterion(&mut self, argument: &Expr) -> Result<Criterion, Halt> {
        let text = match self.value(argument)? {
            Val::Number(amount) => return Ok(Criterion::Same(Sought::Number(amount.value.normalize()))),
            Val::Text(text) => text,
            _ => return Err(Halt::Unknown),
        };
        let bare = text.trim_start_matches(['<', '>', '=']);
        let op = match &text[..text.len() - bare.len()] {
            "" | "=" => Op::Same,
            "<>" => Op::Other,
            "<" => Op::Less,
            ">" => Op::Greater,
            "<=" => Op::AtMost,
            ">=" => Op::AtLeast,
            _ => return Err(Halt::Unknown),
        };
        if bare.trim().is_empty() || may_be_pattern(bare) {
            return Err(Halt::Unknown);
        }
        if bare.bytes().all(|byte| byte.is_ascii_digit()) && bare.len() <= 15 {
            let value = Decimal::from_str_exact(bare).map_err(|_| Halt::Unknown)?;
            return match op {
                Op::Same => Ok(Criterion::Same(Sought::Number(value))),
                Op::Other => Err(Halt::Unknown),
                _ => Ok(Criterion::Compared(op, Amount::typed(value))),
            };
        }
        match op {
            _ if is_number_text(bare) => Err(Halt::Unknown),
            Op::Same => Ok(Criterion::Same(Sought::Text(bare.to_lowercase()))),
            Op::Other => Ok(Criterion::Other(bare.to_lowercase())),
            _ => Err(Halt::Unknown),
        }
    }

    /// Where all that is asked holds, from the first corner of the ranges.
    fn chosen(&mut self, asked: &[(Rect, Criterion)]) -> Result<Vec<(u32, u32)>, Halt> {
        let Some(((range, criterion), rest)) = asked.split_first() else { return Err(Halt::Unknown) };
        let found = match criterion {
            Criterion::Same(sought) if range.columns() == 1 || range.rows() == 1 => self.listed(*range, sought)?,
            Criterion::Other(_) => {
                let (rows, columns) = (range.rows(), range.columns());
                if u64::from(rows) * u64::from(columns) > SMALL {
                    return Err(Halt::Unknown);
                }
                (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))).collect()
            }
            _ => {
                let offset = |at: CellAddress| (at.row - range.first.row, at.column - range.first.column);
                self.filled(*range).map(offset).collect()
            }
        };
        let is_met = matches!(criterion, Criterion::Same(_)) && (range.columns() == 1 || range.rows() == 1);
        let left = if is_met { rest } else { asked };
        let mut chosen = Vec::new();
        for (row, column) in found {
            let mut holds = true;
            for (range, criterion) in left {
                let at = CellAddress::new(range.first.row + row, range.first.column + column);
                holds = holds && self.meets(range.sheet, at, criterion)?;
            }
            if holds {
                chosen.push((row, column));
            }
        }
        Ok(chosen)
    }

    fn meets(&mut self, sheet: usize, at: CellAddress, criterion: &Criterion) -> Result<bool, Halt> {
        let value = match self.value_at(sheet, at) {
            Err(Halt::Error(_)) => return Ok(matches!(criterion, Criterion::Other(_))),
            value => value?,
        };
        match (criterion, &value) {
            (Criterion::Same(sought), _) => sought.is(&value),
            (Criterion::Compared(op, other), Val::Number(amount)) => {
                let order = amount.compared(*other).ok_or(Halt::Unknown)?;
                Ok(match op {
                    Op::Less => order == Ordering::Less,
                    Op::Greater => order == Ordering::Greater,
                    Op::AtMost => order != Ordering::Greater,
                    _ => order != Ordering::Less,
                })
            }
            (Criterion::Compared(..), Val::Date(_)) => Err(Halt::Unknown),
            // A number typed as a text is a number to some functions and none to others.
            (Criterion::Compared(..), Val::Text(text)) => {
                if is_number_text(text) {
                    Err(Halt::Unknown)
                } else {
                    Ok(false)
                }
            }
            (Criterion::Compared(..), _) => Ok(false),
            (Criterion::Other(other), Val::Text(text)) => Ok(text.to_lowercase() != *other),
            (Criterion::Other(_), _) => Ok(true),
        }
    }
}
