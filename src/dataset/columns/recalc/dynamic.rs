//! Ranges, also those that only show while a formula is worked out: OFFSET, INDIRECT, INDEX.

use super::area::Rect;
use super::book::Book;
use super::doubt::Doubt;
use super::reading::parse;
use super::syntax::{Expr, Names, Place};
use super::value::Halt;
use crate::vocabulary::CellAddress;

impl Book<'_> {
    /// The range that an argument names, on a single sheet.
    pub(super) fn rect(&mut self, argument: &Expr) -> Result<Rect, Halt> {
        let rect = match argument {
            Expr::Area(area) => return area.rect(self.shift).ok_or(Halt::Unknown),
            Expr::Outside(name) => return Err(self.doubted(Doubt::OtherFile(name.clone()))),
            Expr::Call(name, arguments) => match (name.as_str(), arguments.as_slice()) {
                ("OFFSET", [from, down, right, rest @ ..]) if rest.len() <= 2 => self.offset(from, down, right, rest)?,
                ("INDIRECT", [text]) => self.indirect(text)?,
                ("INDIRECT", [text, Expr::Bool(true) | Expr::Nothing]) => self.indirect(text)?,
                ("ANCHORARRAY", [anchor]) => self.whole_array(anchor)?,
                ("INDEX", [table, row, rest @ ..]) if rest.len() <= 1 => self.index(table, row, rest.first())?,
                ("IF", [condition, yes, no]) => {
                    let chosen = if self.holds(condition)? { yes } else { no };
                    self.rect(chosen)?
                }
                ("CHOOSE", [number, choices @ ..]) => {
                    let number = self.whole(number)?.checked_sub(1).ok_or(Halt::Unknown)?;
                    let chosen = choices.get(number).ok_or(Halt::Unknown)?;
                    self.rect(chosen)?
                }
                _ => return Err(Halt::Unknown),
            },
            _ => return Err(Halt::Unknown),
        };
        self.found(rect)
    }

    fn offset(&mut self, from: &Expr, down: &Expr, right: &Expr, size: &[Expr]) -> Result<Rect, Halt> {
        let from = self.rect(from)?;
        let (down, right) = (self.offset_by(Some(down))?.unwrap_or(0), self.offset_by(Some(right))?.unwrap_or(0));
        let rows = self.offset_by(size.first())?.unwrap_or(i64::from(from.rows()));
        let columns = self.offset_by(size.get(1))?.unwrap_or(i64::from(from.columns()));
        let reference = || Halt::Error("#REF!".into());
        if rows < 1 || columns < 1 {
            return Err(Halt::Unknown);
        }
        let corner = |row: i64, column: i64| {
            let (row, column) = (u32::try_from(row).ok()?, u32::try_from(column).ok()?);
            (row < CellAddress::MAX_ROWS && column < CellAddress::MAX_COLUMNS).then(|| CellAddress::new(row, column))
        };
        let (row, column) = (i64::from(from.first.row) + down, i64::from(from.first.column) + right);
        let first = corner(row, column).ok_or_else(reference)?;
        let last = corner(row.saturating_add(rows - 1), column.saturating_add(columns - 1)).ok_or_else(reference)?;
        Ok(Rect { first, last, ..from })
    }

    /// None of what is left out.
    fn offset_by(&mut self, argument: Option<&Expr>) -> Result<Option<i64>, Halt> {
        match argument {
            None | Some(Expr::Nothing) => Ok(None),
            Some(argument) => self.integer(argument).map(Some),
        }
    }

    /// `INDIRECT("Jan!A1")`: the text may be worked out; it is read as if it stood in the formula.
    fn indirect(&mut self, text: &Expr) -> Result<Rect, Halt> {
        let text = self.text(text)?;
        let mut tree = parse(&text, self.place, &*self);
        if tree.is_none() && self.is_open_document() {
            // `Jan.A1`
            tree = parse(&format!("[{text}]"), self.place, &*self);
        }
        match tree {
            Some(Expr::Area(area)) => area.rect((0, 0)).ok_or(Halt::Unknown),
            Some(Expr::Outside(name)) => Err(self.doubted(Doubt::OtherFile(name))),
            _ => Err(self.doubted(Doubt::of_function("INDIRECT"))),
        }
    }

    /// `A1#`: all cells of the array formula that stands there.
    fn whole_array(&mut self, anchor: &Expr) -> Result<Rect, Halt> {
        let rect = self.rect(anchor)?;
        let place = Place { sheet: rect.sheet, at: rect.first };
        let number = self.array_of(place).ok_or(Halt::Unknown)?;
        let array =
            self.workbook.sheets.get(rect.sheet).and_then(|sheet| sheet.array_formulas.get(number)).ok_or(Halt::Unknown)?;
        Ok(Rect { first: array.region.first, last: array.region.last, ..rect })
    }

    /// A cell of a table, or with 0 a whole row or column of it.
    pub(super) fn index(&mut self, table: &Expr, row: &Expr, column: Option<&Expr>) -> Result<Rect, Halt> {
        let table = self.rect(table)?;
        let row = self.offset_by(Some(row))?.unwrap_or(0);
        // Of a single row the number is a column's.
        let (row, column) = match column {
            Some(column) => (row, self.offset_by(Some(column))?.unwrap_or(0)),
            None if table.rows() == 1 => (1, row),
            None if table.columns() == 1 => (row, 1),
            None => return Err(Halt::Unknown),
        };
        let (row, column) = (u32::try_from(row).ok(), u32::try_from(column).ok());
        let (Some(row), Some(column)) = (row, column) else { return Err(Halt::Unknown) };
        if row > table.rows() || column > table.columns() {
            return Err(Halt::Error("#REF!".into()));
        }
        let rows =
            if row == 0 { (table.first.row, table.last.row) } else { (table.first.row + row - 1, table.first.row + row - 1) };
        let columns = if column == 0 {
            (table.first.column, table.last.column)
        } else {
            (table.first.column + column - 1, table.first.column + column - 1)
        };
        Ok(Rect { first: CellAddress::new(rows.0, columns.0), last: CellAddress::new(rows.1, columns.1), ..table })
    }
}
