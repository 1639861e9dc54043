//! Arrays: a formula worked out for each cell of its ranges, as Excel's `{=…}` and SUMPRODUCT do.

use super::area::Rect;
use super::array::Grid;
use super::book::Book;
use super::syntax::Expr;
use super::value::{Amount, Halt, Val};
use crate::vocabulary::CellAddress;

/// So many values an array may have.
const MOST: u64 = 200_000;

/// An error value is one of an array's values.
fn kept(value: Result<Val, Halt>) -> Result<Val, Halt> {
    match value {
        Err(Halt::Error(name)) => Ok(Val::Error(name)),
        value => value,
    }
}

impl Book<'_> {
    /// What a part of a formula comes to as an array.
    pub(super) fn grid(&mut self, tree: &Expr) -> Result<Grid, Halt> {
        let outer = std::mem::replace(&mut self.is_array, true);
        let grid = self.grid_of(tree);
        self.is_array = outer;
        grid
    }

    fn grid_of(&mut self, tree: &Expr) -> Result<Grid, Halt> {
        match tree {
            Expr::Area(_) => {
                let rect = self.rect(tree)?;
                self.cells_of(rect)
            }
            Expr::Grid(grid) => Ok((**grid).clone()),
            Expr::Negative(inner) | Expr::Percent(inner) => {
                let inner = self.grid(inner)?;
                self.each(&[inner], |book, values| match tree {
                    Expr::Negative(_) => Ok(Val::Number(book.amount_of(&values[0])?.negated())),
                    _ => book.amount_of(&values[0])?.over(Amount::count(100)).map(Val::Number).ok_or(Halt::Unknown),
                })
            }
            Expr::Both(op, left, right) => {
                let both = [self.grid(left)?, self.grid(right)?];
                self.each(&both, |book, values| book.both_of(*op, &values[0], &values[1]))
            }
            Expr::Call(name, arguments) => self.grid_of_call(name, arguments),
            single => kept(self.value(single)).map(Grid::single),
        }
    }

    fn cells_of(&mut self, rect: Rect) -> Result<Grid, Halt> {
        if u64::from(rect.rows()) * u64::from(rect.columns()) > MOST {
            return Err(Halt::Unknown);
        }
        let mut cells = Vec::new();
        for row in rect.first.row..=rect.last.row {
            for column in rect.first.column..=rect.last.column {
                cells.push(kept(self.value_at(rect.sheet, CellAddress::new(row, column)))?);
            }
        }
        Ok(Grid { rows: rect.rows(), columns: rect.columns(), cells })
    }

    /// Something done to each value of these arrays, laid over each other.
    fn each(&mut self, grids: &[Grid], work: impl Fn(&mut Self, &[Val]) -> Result<Val, Halt>) -> Result<Grid, Halt> {
        let rows = grids.iter().map(|grid| grid.rows).max().unwrap_or(1);
        let columns = grids.iter().map(|grid| grid.columns).max().unwrap_or(1);
        if u64::from(rows) * u64::from(columns) > MOST {
            return Err(Halt::Unknown);
        }
        let mut cells = Vec::new();
        for row in 0..rows {
            for column in 0..columns {
                self.step()?;
                let values: Vec<Val> = grids.iter().map(|grid| grid.at(row, column)).collect();
                cells.push(kept(work(self, &values))?);
            }
        }
        Ok(Grid { rows, columns, cells })
    }

    fn grid_of_call(&mut self, name: &str, arguments: &[Expr]) -> Result<Grid, Halt> {
        match (name, arguments) {
            ("ROW" | "COLUMN", [Expr::Area(area)]) => {
                let rect = area.rect(self.shift).ok_or(Halt::Unknown)?;
                let (from, count) =
                    if name == "ROW" { (rect.first.row, rect.rows()) } else { (rect.first.column, rect.columns()) };
                let cells =
                    (from..from.saturating_add(count).min(from + 100_000)).map(|at| Val::Number(Amount::count(at as usize + 1)));
                let cells: Vec<Val> = cells.collect();
                let (rows, columns) = if name == "ROW" { (count, 1) } else { (1, count) };
                return Ok(Grid { rows, columns, cells });
            }
            ("TRANSPOSE", [inner]) => {
                let inner = self.grid(inner)?;
                let places = (0..inner.columns).flat_map(|column| (0..inner.rows).map(move |row| (row, column)));
                let cells = places.map(|(row, column)| inner.at(row, column)).collect();
                return Ok(Grid { rows: inner.columns, columns: inner.rows, cells });
            }
            ("OFFSET" | "INDIRECT" | "ANCHORARRAY", _) => {
                let rect = self.rect(&Expr::Call(name.to_owned(), arguments.to_vec()))?;
                return self.cells_of(rect);
            }
            _ => {}
        }
        let mut grids: Vec<Grid> = Vec::new();
        let mut of_argument: Vec<Option<usize>> = Vec::new();
        for (number, argument) in arguments.iter().enumerate() {
            let grid = (!takes_range(name, number) && may_be_wide(argument)).then(|| self.grid(argument)).transpose()?;
            of_argument.push(grid.filter(|grid| !grid.is_single()).map(|grid| {
                grids.push(grid);
                grids.len() - 1
            }));
        }
        if grids.is_empty() {
            return kept(self.call(name, arguments)).map(Grid::single);
        }
        self.each(&grids, |book, values| {
            let given = of_argument.iter().zip(arguments);
            let given = given.map(|(own, argument)| own.map_or_else(|| argument.clone(), |own| Expr::Value(values[own].clone())));
            let given: Vec<Expr> = given.collect();
            book.call(name, &given)
        })
    }
}

/// Whether a part may come to more than one value.
pub(super) fn may_be_wide(tree: &Expr) -> bool {
    match tree {
        Expr::Area(area) => area.first != area.last,
        Expr::Grid(_) => true,
        Expr::Negative(inner) | Expr::Percent(inner) => may_be_wide(inner),
        Expr::Both(_, left, right) => may_be_wide(left) || may_be_wide(right),
        Expr::Call(name, _) if matches!(name.as_str(), "OFFSET" | "INDIRECT" | "ANCHORARRAY") => true,
        Expr::Call(name, arguments) => arguments.iter().enumerate().any(|(number, argument)| {
            (!takes_range(name, number) || matches!(name.as_str(), "ROW" | "COLUMN" | "TRANSPOSE")) && may_be_wide(argument)
        }),
        _ => false,
    }
}

/// Whether an array is written in a part itself: functions take those one by one in every formula.
pub(super) fn has_constants(tree: &Expr) -> bool {
    match tree {
        Expr::Grid(_) => true,
        Expr::Negative(inner) | Expr::Percent(inner) => has_constants(inner),
        Expr::Both(_, left, right) => has_constants(left) || has_constants(right),
        Expr::Call(name, arguments) => {
            let mut numbered = arguments.iter().enumerate();
            numbered.any(|(number, argument)| !takes_range(name, number) && has_constants(argument))
        }
        _ => false,
    }
}

/// Whether a function takes a range as a whole there, instead of a value.
fn takes_range(name: &str, number: usize) -> bool {
    match name {
        "SUM" | "AVERAGE" | "MIN" | "MAX" | "COUNT" | "COUNTA" | "SUMPRODUCT" | "AND" | "OR" | "MEDIAN" | "PRODUCT" | "ROWS"
        | "COLUMNS" | "ROW" | "COLUMN" | "COUNTBLANK" | "SUBTOTAL" | "AGGREGATE" | "CONCAT" | "TEXTJOIN" | "TRANSPOSE"
        | "OFFSET" | "SINGLE" => true,
        "LARGE" | "SMALL" | "INDEX" | "COUNTIF" => number == 0,
        "SUMIF" | "AVERAGEIF" => number != 1,
        "MATCH" | "VLOOKUP" | "HLOOKUP" | "RANK" | "RANK.EQ" => number == 1,
        "XLOOKUP" | "LOOKUP" => number == 1 || number == 2,
        "COUNTIFS" => number.is_multiple_of(2),
        "SUMIFS" | "AVERAGEIFS" | "MAXIFS" | "MINIFS" => number == 0 || !number.is_multiple_of(2),
        _ => false,
    }
}
