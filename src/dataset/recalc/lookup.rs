//! VLOOKUP and its kin, of the exact kind.

use super::area::Rect;
use super::book::Book;
use super::listed::Sought;
use super::syntax::Expr;
use super::value::{Amount, Halt, Val};

impl Book<'_> {
    /// The first place of what is sought in a column or a row, counted from 0.
    fn first_of(&mut self, rect: Rect, sought: &Expr) -> Result<usize, Halt> {
        let sought = Sought::of(&self.value(sought)?)?;
        if rect.columns() > 1 && rect.rows() > 1 {
            return Err(Halt::Unknown);
        }
        let found = self.listed(rect, &sought)?;
        let (row, column) = *found.first().ok_or_else(|| Halt::Error("#N/A".into()))?;
        Ok((row + column) as usize)
    }

    /// FALSE or 0 stands here: only what is the same is found.
    fn is_exact(&mut self, argument: Option<&Expr>) -> Result<(), Halt> {
        match argument {
            Some(Expr::Nothing) => Ok(()),
            Some(argument) => match self.value(argument)? {
                Val::Bool(false) => Ok(()),
                Val::Number(Amount { value, .. }) if value.is_zero() => Ok(()),
                _ => Err(Halt::Unknown),
            },
            None => Err(Halt::Unknown),
        }
    }

    fn in_rect(&mut self, rect: Rect, row: usize, column: usize) -> Result<Val, Halt> {
        let at = u32::try_from(row).ok().zip(u32::try_from(column).ok()).and_then(|(row, column)| rect.at(row, column));
        let at = at.ok_or(Halt::Unknown)?;
        // A blank that is looked up is a zero where it stands alone.
        self.value_at(rect.sheet, at)
    }

    pub(super) fn look_up(&mut self, name: &str, arguments: &[Expr]) -> Result<Val, Halt> {
        match (name, arguments) {
            ("VLOOKUP", [sought, table, column, exact]) => {
                self.is_exact(Some(exact))?;
                let table = self.rect(table)?;
                let column = self.whole(column)?.checked_sub(1).ok_or(Halt::Unknown)?;
                let row = self.first_of(table.column(0).ok_or(Halt::Unknown)?, sought)?;
                self.in_rect(table, row, column)
            }
            ("HLOOKUP", [sought, table, row, exact]) => {
                self.is_exact(Some(exact))?;
                let table = self.rect(table)?;
                let row = self.whole(row)?.checked_sub(1).ok_or(Halt::Unknown)?;
                let heads = Rect { last: crate::vocabulary::CellAddress::new(table.first.row, table.last.column), ..table };
                let column = self.first_of(heads, sought)?;
                self.in_rect(table, row, column)
            }
            ("MATCH", [sought, list, exact]) => {
                self.is_exact(Some(exact))?;
                let list = self.rect(list)?;
                Ok(Val::Number(Amount::count(self.first_of(list, sought)? + 1)))
            }
            ("INDEX", [table, row, rest @ ..]) if rest.len() <= 1 => {
                let table = self.rect(table)?;
                let row = self.whole(row)?.checked_sub(1).ok_or(Halt::Unknown)?;
                match rest.first() {
                    Some(column) => {
                        let column = self.whole(column)?.checked_sub(1).ok_or(Halt::Unknown)?;
                        self.in_rect(table, row, column)
                    }
                    // Of a single row the number is a column's.
                    None if table.rows() == 1 => self.in_rect(table, 0, row),
                    None if table.columns() == 1 => self.in_rect(table, row, 0),
                    None => Err(Halt::Unknown),
                }
            }
            ("XLOOKUP", [sought, list, given, rest @ ..]) => {
                let (list, given) = (self.rect(list)?, self.rect(given)?);
                if (list.rows(), list.columns()) != (given.rows(), given.columns()) || rest.len() > 2 {
                    return Err(Halt::Unknown);
                }
                if let Some(kind) = rest.get(1) {
                    self.is_exact(Some(kind))?;
                }
                match self.first_of(list, sought) {
                    Ok(at) if list.columns() == 1 => self.in_rect(given, at, 0),
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
}
