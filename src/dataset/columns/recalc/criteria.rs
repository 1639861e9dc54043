//! SUMIF and its kin: the cells whose neighbours are what is asked for.

use super::area::Rect;
use super::book::Book;
use super::listed::{Sought, may_be_pattern};
use super::syntax::{Expr, Names, Op};
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
    /// `"<>Tidak Aktif"`, `"<>5"`: blanks are that too.
    Other(Sought),
    /// `"<>"`
    Filled,
    /// `"Toko*"`, in small letters.
    Pattern(Vec<char>),
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
        let (mut sum, mut count, mut extreme): (Amount, usize, Option<Amount>) = (Amount::count(0), 0, None);
        for (row, column) in chosen {
            let at = CellAddress::new(added.first.row + row, added.first.column + column);
            match self.value_at(added.sheet, at)? {
                Val::Number(amount) => {
                    sum = sum.plus(amount).ok_or(Halt::Unknown)?;
                    let is_further =
                        |found: &Amount| if name == "MAXIFS" { found.value < amount.value } else { found.value > amount.value };
                    if extreme.is_none_or(|found| is_further(&found)) {
                        extreme = Some(amount);
                    }
                    count += 1;
                }
                Val::Text(_) | Val::Blank | Val::Bool(_) => {}
                Val::Date(_) | Val::Error(_) => return Err(Halt::Unknown),
            }
        }
        if name.starts_with("SUM") {
            return Ok(Val::Number(sum));
        }
        if name.starts_with("M") {
            return Ok(Val::Number(extreme.unwrap_or(Amount::count(0))));
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
        if bare.is_empty() && op == Op::Other {
            return Ok(Criterion::Filled);
        }
        if may_be_pattern(bare) && op == Op::Same && !bare.contains('~') && !self.is_open_document() {
            return Ok(Criterion::Pattern(bare.to_lowercase().chars().collect()));
        }
        if bare.trim().is_empty() || may_be_pattern(bare) {
            return Err(Halt::Unknown);
        }
        let digits = bare.strip_prefix('-').unwrap_or(bare);
        if digits.bytes().all(|byte| byte.is_ascii_digit()) && digits.len() <= 15 && !digits.is_empty() {
            let value = Decimal::from_str_exact(bare).map_err(|_| Halt::Unknown)?;
            return Ok(match op {
                Op::Same => Criterion::Same(Sought::Number(value)),
                Op::Other => Criterion::Other(Sought::Number(value)),
                _ => Criterion::Compared(op, Amount::typed(value)),
            });
        }
        match op {
            _ if is_number_text(bare) => Err(Halt::Unknown),
            Op::Same => Ok(Criterion::Same(Sought::Text(bare.to_lowercase()))),
            Op::Other => Ok(Criterion::Other(Sought::Text(bare.to_lowercase()))),
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
            Err(Halt::Error(_)) => return Ok(matches!(criterion, Criterion::Other(_) | Criterion::Filled)),
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
            (Criterion::Other(other), value) => Ok(!other.is(value)?),
            // A text without a letter is filled to one program and not to another.
            (Criterion::Filled, Val::Text(text)) if text.is_empty() => Err(Halt::Unknown),
            (Criterion::Filled, value) => Ok(*value != Val::Blank),
            (Criterion::Pattern(pattern), Val::Text(text)) => {
                let text: Vec<char> = text.to_lowercase().chars().collect();
                if text.len() * pattern.len() > 10_000 { Err(Halt::Unknown) } else { Ok(matches(pattern, &text)) }
            }
            (Criterion::Pattern(_), _) => Ok(false),
        }
    }
}

/// Whether a text is as a pattern says, in which `*` stands for any letters and `?` for one.
fn matches(pattern: &[char], text: &[char]) -> bool {
    let (mut in_pattern, mut in_text) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while in_text < text.len() {
        match pattern.get(in_pattern) {
            Some('*') => {
                star = Some((in_pattern, in_text));
                in_pattern += 1;
            }
            Some(sign) if *sign == '?' || *sign == text[in_text] => {
                in_pattern += 1;
                in_text += 1;
            }
            _ => {
                let Some((back, taken)) = star else { return false };
                star = Some((back, taken + 1));
                (in_pattern, in_text) = (back + 1, taken + 1);
            }
        }
    }
    pattern[in_pattern..].iter().all(|sign| *sign == '*')
}
