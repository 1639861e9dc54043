//! VLOOKUP and its kin.

use super::area::Rect;
use super::array::Grid;
use super::book::Book;
use super::listed::Sought;
use super::syntax::Expr;
use super::value::{Amount, Halt, Val};
use crate::vocabulary::CellAddress;
use std::cmp::Ordering;

/// How what is sought is found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// Only what is the same.
    Exact,
    /// The last that is not larger, in what stands sorted.
    Below,
}

impl Book<'_> {
    pub(super) fn look_up(&mut self, name: &str, arguments: &[Expr]) -> Result<Val, Halt> {
        match (name, arguments) {
            ("VLOOKUP" | "HLOOKUP", [sought, table, number, rest @ ..]) if rest.len() <= 1 => {
                let how = self.how(rest.first())?;
                let table = self.rect(table)?;
                let number = self.whole(number)?.checked_sub(1).ok_or(Halt::Unknown)?;
                if name == "VLOOKUP" {
                    let row = self.place_of(sought, table.column(0).ok_or(Halt::Unknown)?, how)?;
                    return self.in_rect(table, row, number);
                }
                let heads = Rect { last: CellAddress::new(table.first.row, table.last.column), ..table };
                let column = self.place_of(sought, heads, how)?;
                self.in_rect(table, number, column)
            }
            ("MATCH", [sought, list, rest @ ..]) if rest.len() <= 1 => {
                let how = self.how(rest.first())?;
                let at = self.place_in(sought, list, how)?;
                Ok(Val::Number(Amount::count(at + 1)))
            }
            ("LOOKUP", [sought, list, rest @ ..]) if rest.len() <= 1 => {
                let at = self.place_in(sought, list, How::Below)?;
                let given = self.rect(rest.first().unwrap_or(list))?;
                if given.columns() > 1 && given.rows() > 1 {
                    return Err(Halt::Unknown);
                }
                if given.columns() == 1 { self.in_rect(given, at, 0) } else { self.in_rect(given, 0, at) }
            }
            ("INDEX", [table, row, rest @ ..]) if rest.len() <= 1 => {
                if !matches!(table, Expr::Area(_) | Expr::Call(..)) {
                    return Err(Halt::Unknown);
                }
                let rect = self.index(table, row, rest.first())?;
                self.single(rect)
            }
            ("XLOOKUP", [sought, list, given, rest @ ..]) if rest.len() <= 2 => {
                let given = self.rect(given)?;
                let list_rect = self.rect(list)?;
                if (list_rect.rows(), list_rect.columns()) != (given.rows(), given.columns()) {
                    return Err(Halt::Unknown);
                }
                if let Some(kind) = rest.get(1)
                    && self.how(Some(kind))? != How::Exact
                {
                    return Err(Halt::Unknown);
                }
                match self.place_of(sought, list_rect, How::Exact) {
                    Ok(at) if given.columns() == 1 => self.in_rect(given, at, 0),
                    Ok(at) => self.in_rect(given, 0, at),
                    Err(Halt::Error(error)) if &*error == "#N/A" => match rest.first() {
                        Some(Expr::Nothing) | None => Err(Halt::Error(error)),
                        Some(instead) => self.value(instead),
                    },
                    Err(halt) => Err(halt),
                }
            }
            _ => Err(Halt::Unknown),
        }
    }

    /// FALSE or 0: only what is the same; TRUE, 1 or nothing at all: what is not larger.
    fn how(&mut self, argument: Option<&Expr>) -> Result<How, Halt> {
        match argument {
            None => Ok(How::Below),
            Some(Expr::Nothing) => Ok(How::Exact),
            Some(argument) => match self.value(argument)? {
                Val::Bool(false) => Ok(How::Exact),
                Val::Bool(true) => Ok(How::Below),
                Val::Number(Amount { value, .. }) if value.is_zero() => Ok(How::Exact),
                Val::Number(Amount { value, .. }) if value == rust_decimal::Decimal::ONE => Ok(How::Below),
                _ => Err(Halt::Unknown),
            },
        }
    }

    fn in_rect(&mut self, rect: Rect, row: usize, column: usize) -> Result<Val, Halt> {
        let at = u32::try_from(row).ok().zip(u32::try_from(column).ok()).and_then(|(row, column)| rect.at(row, column));
        let at = at.ok_or(Halt::Unknown)?;
        // A blank that is looked up is a zero where it stands alone.
        self.value_at(rect.sheet, at)
    }

    /// The place of what is sought in a list that may be worked out, counted from 0.
    fn place_in(&mut self, sought: &Expr, list: &Expr, how: How) -> Result<usize, Halt> {
        let is_range = match list {
            Expr::Area(_) => true,
            Expr::Call(name, _) => matches!(name.as_str(), "OFFSET" | "INDIRECT" | "ANCHORARRAY"),
            _ => false,
        };
        if is_range {
            let rect = self.rect(list)?;
            return self.place_of(sought, rect, how);
        }
        let grid = self.grid(list)?;
        let sought = self.value(sought)?;
        in_grid(&grid, &sought, how)
    }

    /// The place of what is sought in a column or a row, counted from 0.
    fn place_of(&mut self, sought: &Expr, rect: Rect, how: How) -> Result<usize, Halt> {
        if rect.columns() > 1 && rect.rows() > 1 {
            return Err(Halt::Unknown);
        }
        let sought = self.value(sought)?;
        if how == How::Exact {
            let found = self.listed(rect, &Sought::of(&sought)?)?;
            let (row, column) = *found.first().ok_or_else(|| Halt::Error("#N/A".into()))?;
            return Ok((row + column) as usize);
        }
        self.last_below(rect, &sought)
    }

    /// The last number that is not larger than what is sought, where all are numbers in their order.
    fn last_below(&mut self, rect: Rect, sought: &Val) -> Result<usize, Halt> {
        let Val::Number(sought) = sought else { return Err(Halt::Unknown) };
        let (mut found, mut before): (Option<usize>, Option<Amount>) = (None, None);
        for at in self.filled(rect) {
            let place = (at.row - rect.first.row + at.column - rect.first.column) as usize;
            let Val::Number(amount) = self.value_at(rect.sheet, at)? else { return Err(Halt::Unknown) };
            // What stands twice is found by some programs first and by others last.
            if before.is_some_and(|before| before.compared(amount) != Some(Ordering::Less)) {
                return Err(Halt::Unknown);
            }
            before = Some(amount);
            if amount.compared(*sought).ok_or(Halt::Unknown)? != Ordering::Greater {
                found = Some(place);
            }
        }
        found.ok_or_else(|| Halt::Error("#N/A".into()))
    }
}

/// The place of a number among those that were worked out.
fn in_grid(grid: &Grid, sought: &Val, how: How) -> Result<usize, Halt> {
    let Val::Number(sought) = sought else { return Err(Halt::Unknown) };
    if grid.rows > 1 && grid.columns > 1 {
        return Err(Halt::Unknown);
    }
    let mut last = None;
    for (place, value) in grid.cells.iter().enumerate() {
        let Val::Number(amount) = value else {
            if how == How::Below && !matches!(value, Val::Error(_)) {
                return Err(Halt::Unknown);
            }
            continue;
        };
        let order = amount.compared(*sought).ok_or(Halt::Unknown)?;
        match (how, order) {
            (How::Exact, Ordering::Equal) => return Ok(place),
            (How::Exact, _) => {}
            // `LOOKUP(2,1/(…))` finds the last: all are smaller.
            (How::Below, Ordering::Less) => last = Some(place),
            (How::Below, _) => return Err(Halt::Unknown),
        }
    }
    last.ok_or_else(|| Halt::Error("#N/A".into()))
}
