//! Functions of the numbers of ranges, and of single numbers.

use super::area::Rect;
use super::array::Grid;
use super::book::Book;
use super::grid::has_constants;
use super::rounding::Cut;
use super::syntax::Expr;
use super::tally::Tally;
use super::value::{Amount, Halt, Val};
use crate::workbook::Hidden;
use std::cmp::Ordering;

impl Book<'_> {
    /// None of a function that is no such one.
    pub(super) fn of_numbers(&mut self, name: &str, arguments: &[Expr]) -> Result<Option<Val>, Halt> {
        let value = match (name, arguments) {
            ("SUM" | "AVERAGE" | "MIN" | "MAX" | "COUNT" | "COUNTA", _) => self.of_ranges(name, arguments),
            ("PRODUCT", [_, ..]) => self.product(arguments),
            ("SUBTOTAL", [function, ranges @ ..]) => self.subtotal(function, ranges),
            ("AGGREGATE", [function, options, ranges @ ..]) => self.aggregate(function, options, ranges),
            ("SUMPRODUCT", _) => self.sum_of_products(arguments),
            ("COUNTBLANK", [range]) => self.count_blank(range),
            ("LARGE" | "SMALL", [range, number]) => self.nth(range, number, name == "LARGE"),
            ("MEDIAN", [range]) => self.median(range),
            ("RANK" | "RANK.EQ", [number, range, rest @ ..]) if rest.len() <= 1 => self.rank(number, range, rest.first()),
            ("ROUND", [number, digits]) => self.cut(number, Some(digits), Cut::Half),
            ("ROUNDUP", [number, digits]) => self.cut(number, Some(digits), Cut::Up),
            ("ROUNDDOWN" | "TRUNC", [number, digits]) => self.cut(number, Some(digits), Cut::Down),
            ("TRUNC", [number]) => self.cut(number, None, Cut::Down),
            ("INT", [number]) => self.cut(number, None, Cut::Floor),
            ("MROUND", [number, step]) => self.multiple_of(number, step, Cut::Half),
            ("CEILING", [number, step]) => self.multiple_of(number, step, Cut::Up),
            ("FLOOR", [number, step]) => self.multiple_of(number, step, Cut::Down),
            ("MOD", [number, divisor]) => self.remainder(number, divisor),
            ("POWER", [base, power]) => {
                let (base, power) = (self.value(base)?, self.value(power)?);
                self.both_of(super::syntax::Op::Power, &base, &power)
            }
            ("ABS", [number]) => {
                let amount = self.amount(number)?;
                Ok(Val::Number(Amount { value: amount.value.abs(), ..amount }))
            }
            ("SIGN", [number]) => {
                let order = self.amount(number)?.compared(Amount::count(0)).ok_or(Halt::Unknown)?;
                let one = Amount::count(usize::from(order != Ordering::Equal));
                Ok(Val::Number(if order == Ordering::Less { one.negated() } else { one }))
            }
            ("N", [inner]) => self.number_or_nothing(inner),
            ("VALUE", [inner]) => self.number_of_text(inner),
            _ => return Ok(None),
        };
        value.map(Some)
    }

    pub(super) fn of_ranges(&mut self, name: &str, arguments: &[Expr]) -> Result<Val, Halt> {
        let mut tallies: Vec<Tally> = Vec::new();
        let mut single = Vec::new();
        for argument in arguments {
            match argument {
                Expr::Area(area) => {
                    for rect in area.rects(self.shift).ok_or(Halt::Unknown)? {
                        tallies.push(self.tally(rect)?);
                    }
                }
                Expr::Nothing => return Err(Halt::Unknown),
                Expr::Call(name, _) if matches!(name.as_str(), "OFFSET" | "INDIRECT" | "INDEX" | "ANCHORARRAY") => {
                    let rect = self.rect(argument)?;
                    tallies.push(self.tally(rect)?);
                }
                other if self.is_array || has_constants(other) => {
                    let grid = self.grid(other)?;
                    tallies.push(tally_of(&grid)?);
                }
                other => match self.value(other)? {
                    Val::Number(amount) => single.push(amount),
                    _ => return Err(Halt::Unknown),
                },
            }
        }
        self.summed(name, &tallies, &single)
    }

    fn summed(&mut self, name: &str, tallies: &[Tally], single: &[Amount]) -> Result<Val, Halt> {
        let count = tallies.iter().map(|tally| tally.numbers).sum::<usize>() + single.len();
        let value = match name {
            "COUNT" => Some(Amount::count(count)),
            "COUNTA" => Some(Amount::count(tallies.iter().map(|tally| tally.filled).sum::<usize>() + single.len())),
            "MIN" => {
                let all = tallies.iter().filter_map(|tally| tally.least).chain(single.iter().copied());
                all.min_by(|one, two| one.value.cmp(&two.value)).or(Some(Amount::count(0)))
            }
            "MAX" => {
                let all = tallies.iter().filter_map(|tally| tally.most).chain(single.iter().copied());
                all.max_by(|one, two| one.value.cmp(&two.value)).or(Some(Amount::count(0)))
            }
            _ => {
                let zero = Some(Amount::count(0));
                let sums = tallies.iter().map(|tally| tally.sum).chain(single.iter().copied());
                let mut sum = sums.fold(zero, |sum, amount| sum?.plus(amount));
                if name == "SUM" && tallies.iter().any(|tally| tally.has_typed) {
                    self.passes_texts = true;
                    if self.reads_texts {
                        sum = tallies.iter().fold(sum, |sum, tally| sum?.plus(tally.typed?));
                    }
                }
                match name {
                    "SUM" => sum,
                    _ if count == 0 => return Err(Halt::Error("#DIV/0!".into())),
                    _ => sum.and_then(|sum| sum.over(Amount::count(count))),
                }
            }
        };
        value.map(Val::Number).ok_or(Halt::Unknown)
    }

    /// `SUBTOTAL(9,F5:F19)`, other subtotals among them left out. Hidden rows count for 9 unless a
    /// filter hides them, which is not known, and never for 109.
    fn subtotal(&mut self, function: &Expr, ranges: &[Expr]) -> Result<Val, Halt> {
        let number = self.whole(function)?;
        let name = function_of(number % 100).filter(|_| number != 100).ok_or(Halt::Unknown)?;
        self.partial(name, ranges, number > 100, false)
    }

    /// `AGGREGATE(9,6,F5:F19)`
    fn aggregate(&mut self, function: &Expr, options: &Expr, ranges: &[Expr]) -> Result<Val, Halt> {
        let (number, options) = (self.whole(function)?, self.whole(options)?);
        let name = function_of(number).ok_or(Halt::Unknown)?;
        if options > 3 {
            // 4 to 7 take subtotals among them too.
            for range in ranges {
                let rect = self.rect(range)?;
                if !self.with_formula(rect, &["SUBTOTAL", "AGGREGATE"])?.is_empty() {
                    return Err(Halt::Unknown);
                }
            }
        }
        self.partial(name, ranges, matches!(options, 1 | 3 | 5 | 7), matches!(options, 2 | 3 | 6 | 7))
    }

    fn partial(&mut self, name: &str, ranges: &[Expr], leaves_hidden: bool, leaves_errors: bool) -> Result<Val, Halt> {
        let mut all = Tally::default();
        for range in ranges {
            let rect = self.rect(range)?;
            let sheet = self.workbook.sheets.get(rect.sheet).ok_or(Halt::Unknown)?;
            let Hidden::Known(hidden) = &sheet.hidden_rows else { return Err(Halt::Unknown) };
            if !leaves_hidden && hidden.iter().any(|(first, last)| *first <= rect.last.row && *last >= rect.first.row) {
                return Err(Halt::Unknown);
            }
            let inner = self.with_formula(rect, &["SUBTOTAL", "AGGREGATE"])?;
            let mut left_out = inner.into_iter().collect::<std::collections::BTreeSet<_>>();
            for at in self.filled(rect) {
                if left_out.remove(&at) || leaves_hidden && sheet.hidden_rows.contains(at.row) == Some(true) {
                    continue;
                }
                match self.value_at(rect.sheet, at) {
                    Err(Halt::Error(_)) if leaves_errors => {}
                    value => all.add(&value?)?,
                }
            }
        }
        self.summed(name, &[all], &[])
    }

    /// `SUMPRODUCT(C5:C9,D5:D9)`, `SUMPRODUCT((B5:B9="x")*C5:C9)`: texts and blanks are zero.
    fn sum_of_products(&mut self, arguments: &[Expr]) -> Result<Val, Halt> {
        if arguments.iter().any(|argument| !matches!(argument, Expr::Area(_))) {
            let grids = arguments.iter().map(|argument| self.grid(argument)).collect::<Result<Vec<Grid>, Halt>>()?;
            return sum_of_grids(&grids);
        }
        let rects = arguments.iter().map(|argument| self.rect(argument)).collect::<Result<Vec<Rect>, Halt>>()?;
        let first = *rects.first().ok_or(Halt::Unknown)?;
        if rects.iter().any(|rect| (rect.rows(), rect.columns()) != (first.rows(), first.columns())) {
            return Err(Halt::Unknown);
        }
        let mut sum = Amount::count(0);
        for at in self.filled(first) {
            let mut product = Amount::count(1);
            for rect in &rects {
                let own = rect.at(at.row - first.first.row, at.column - first.first.column).ok_or(Halt::Unknown)?;
                let own = self.value_at(rect.sheet, own)?;
                product = product.times(factor(&own)?).ok_or(Halt::Unknown)?;
            }
            sum = sum.plus(product).ok_or(Halt::Unknown)?;
        }
        Ok(Val::Number(sum))
    }

    fn product(&mut self, arguments: &[Expr]) -> Result<Val, Halt> {
        let (mut product, mut count) = (Amount::count(1), 0);
        for argument in arguments {
            for amount in self.sorted(argument)? {
                product = product.times(amount).ok_or(Halt::Unknown)?;
                count += 1;
            }
        }
        // Of nothing some programs make 0 and others 1.
        if count == 0 { Err(Halt::Unknown) } else { Ok(Val::Number(product)) }
    }

    fn count_blank(&mut self, range: &Expr) -> Result<Val, Halt> {
        let rect = self.rect(range)?;
        let mut filled = 0;
        for at in self.filled(rect) {
            let value = self.value_at(rect.sheet, at);
            filled += usize::from(!matches!(&value, Ok(Val::Blank)) && value != Ok(Val::text("")));
        }
        let all = u64::from(rect.rows()) * u64::from(rect.columns());
        let all = usize::try_from(all).map_err(|_| Halt::Unknown)?;
        Ok(Val::Number(Amount::count(all.saturating_sub(filled))))
    }

    /// The numbers of a range, the least first; where two cannot be told apart, nobody can say.
    fn sorted(&mut self, range: &Expr) -> Result<Vec<Amount>, Halt> {
        let values = self.grid(range)?;
        let mut numbers = Vec::new();
        for value in values.values() {
            match value? {
                Val::Number(amount) => numbers.push(amount),
                Val::Date(_) => return Err(Halt::Unknown),
                _ => {}
            }
        }
        numbers.sort_by_key(|amount| amount.value);
        Ok(numbers)
    }

    fn nth(&mut self, range: &Expr, number: &Expr, from_largest: bool) -> Result<Val, Halt> {
        let (numbers, nth) = (self.sorted(range)?, self.whole(number)?);
        let at = if from_largest { numbers.len().checked_sub(nth) } else { nth.checked_sub(1) };
        let found = at.and_then(|at| numbers.get(at)).filter(|_| nth > 0);
        found.map(|amount| Val::Number(*amount)).ok_or_else(|| Halt::Error("#NUM!".into()))
    }

    fn median(&mut self, range: &Expr) -> Result<Val, Halt> {
        let numbers = self.sorted(range)?;
        let middle = numbers.len() / 2;
        let Some(upper) = numbers.get(middle) else { return Err(Halt::Error("#NUM!".into())) };
        if numbers.len() % 2 == 1 {
            return Ok(Val::Number(*upper));
        }
        let half = numbers[middle - 1].plus(*upper).and_then(|sum| sum.over(Amount::count(2)));
        half.map(Val::Number).ok_or(Halt::Unknown)
    }

    fn rank(&mut self, number: &Expr, range: &Expr, order: Option<&Expr>) -> Result<Val, Halt> {
        let own = self.amount(number)?;
        let is_ascending = order.map_or(Ok(0), |order| self.integer(order))? != 0;
        let ahead = if is_ascending { Ordering::Less } else { Ordering::Greater };
        let (mut rank, mut is_there) = (1, false);
        for other in self.sorted(range)? {
            let order = other.compared(own).ok_or(Halt::Unknown)?;
            rank += usize::from(order == ahead);
            is_there |= order == Ordering::Equal;
        }
        if is_there { Ok(Val::Number(Amount::count(rank))) } else { Err(Halt::Error("#N/A".into())) }
    }
}

/// The function that SUBTOTAL and AGGREGATE call by a number.
fn function_of(number: usize) -> Option<&'static str> {
    Some(match number {
        1 => "AVERAGE",
        2 => "COUNT",
        3 => "COUNTA",
        4 => "MAX",
        5 => "MIN",
        9 => "SUM",
        _ => return None,
    })
}

fn tally_of(grid: &Grid) -> Result<Tally, Halt> {
    let mut tally = Tally::default();
    for value in grid.values() {
        tally.add(&value?)?;
    }
    // A text that was worked out is no cell that somebody typed.
    tally.has_typed = false;
    Ok(tally)
}

/// What a value is to a product.
fn factor(value: &Val) -> Result<Amount, Halt> {
    match value {
        Val::Number(amount) => Ok(*amount),
        Val::Text(_) | Val::Blank | Val::Bool(_) => Ok(Amount::count(0)),
        Val::Error(name) => Err(Halt::Error(name.clone())),
        Val::Date(_) => Err(Halt::Unknown),
    }
}

fn sum_of_grids(grids: &[Grid]) -> Result<Val, Halt> {
    let first = grids.first().ok_or(Halt::Unknown)?;
    if grids.iter().any(|grid| (grid.rows, grid.columns) != (first.rows, first.columns)) {
        return Err(Halt::Unknown);
    }
    let mut sum = Amount::count(0);
    for index in 0..first.cells.len() {
        let mut product = Amount::count(1);
        for grid in grids {
            product = grid
                .cells
                .get(index)
                .map_or(Err(Halt::Unknown), factor)
                .and_then(|own| product.times(own).ok_or(Halt::Unknown))?;
        }
        sum = sum.plus(product).ok_or(Halt::Unknown)?;
    }
    Ok(Val::Number(sum))
}
