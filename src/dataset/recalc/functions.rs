//! The functions of a formula that need no condition and look nothing up.

use super::area::Rect;
use super::book::Book;
use super::syntax::Expr;
use super::tally::Tally;
use super::value::{Amount, Halt, Val};
use crate::workbook::Hidden;
use rust_decimal::{Decimal, RoundingStrategy};

/// How a number is cut to fewer digits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    Half,
    Up,
    Down,
    Floor,
}

impl Book<'_> {
    pub(super) fn call(&mut self, name: &str, arguments: &[Expr]) -> Result<Val, Halt> {
        match (name, arguments) {
            ("SUM" | "AVERAGE" | "MIN" | "MAX" | "COUNT" | "COUNTA", _) => self.of_numbers(name, arguments),
            ("SUBTOTAL", [function, ranges @ ..]) => self.subtotal(function, ranges),
            ("SUMPRODUCT", _) => self.sum_of_products(arguments),
            ("ROUND", [number, digits]) => self.cut(number, Some(digits), Cut::Half),
            ("ROUNDUP", [number, digits]) => self.cut(number, Some(digits), Cut::Up),
            ("ROUNDDOWN" | "TRUNC", [number, digits]) => self.cut(number, Some(digits), Cut::Down),
            ("TRUNC", [number]) => self.cut(number, None, Cut::Down),
            ("INT", [number]) => self.cut(number, None, Cut::Floor),
            ("ABS", [number]) => {
                let amount = self.amount(number)?;
                Ok(Val::Number(Amount { value: amount.value.abs(), ..amount }))
            }
            ("N", [inner]) => match self.value(inner)? {
                Val::Text(_) if !self.reads_texts => Ok(Val::number(Decimal::ZERO)),
                value => self.amount_of(&value).map(Val::Number),
            },
            ("VALUE", [inner]) => self.number_of_text(inner),
            ("IF", [condition, yes, rest @ ..]) if rest.len() <= 1 => {
                if self.holds(condition)? {
                    self.value(yes)
                } else {
                    rest.first().map_or(Ok(Val::Bool(false)), |no| self.value(no))
                }
            }
            ("IFS", _) => self.first_that_holds(arguments),
            ("IFERROR" | "IFNA", [tried, instead]) => match self.value(tried) {
                Err(Halt::Error(error)) if name == "IFERROR" || &*error == "#N/A" => self.value(instead),
                value => value,
            },
            ("AND" | "OR", [_, ..]) => {
                let mut all = Vec::with_capacity(arguments.len());
                for argument in arguments {
                    all.push(self.holds(argument)?);
                }
                Ok(Val::Bool(if name == "AND" { all.into_iter().all(|holds| holds) } else { all.into_iter().any(|holds| holds) }))
            }
            ("NOT", [inner]) => Ok(Val::Bool(!self.holds(inner)?)),
            ("TRUE" | "FALSE", []) => Ok(Val::Bool(name == "TRUE")),
            ("NA", []) => Err(Halt::Error("#N/A".into())),
            ("ISBLANK", [inner]) => Ok(Val::Bool(self.value(inner)? == Val::Blank)),
            ("ISNUMBER" | "ISTEXT" | "ISERROR" | "ISNA", [inner]) => match self.value(inner) {
                Err(Halt::Unknown) => Err(Halt::Unknown),
                Err(Halt::Error(error)) => Ok(Val::Bool(name == "ISERROR" || name == "ISNA" && &*error == "#N/A")),
                Ok(Val::Number(_) | Val::Date(_)) => Ok(Val::Bool(name == "ISNUMBER")),
                Ok(Val::Text(_)) => Ok(Val::Bool(name == "ISTEXT")),
                Ok(_) => Ok(Val::Bool(false)),
            },
            ("SUMIF" | "COUNTIF" | "AVERAGEIF", _) => self.of_chosen(name, arguments),
            ("SUMIFS" | "COUNTIFS" | "AVERAGEIFS", _) => self.of_chosen_all(name, arguments),
            ("VLOOKUP" | "HLOOKUP" | "INDEX" | "MATCH" | "XLOOKUP", _) => self.look_up(name, arguments),
            _ => self.of_texts(name, arguments),
        }
    }

    /// Functions of texts.
    fn of_texts(&mut self, name: &str, arguments: &[Expr]) -> Result<Val, Halt> {
        match (name, arguments) {
            ("CONCATENATE" | "CONCAT", _) => {
                let mut whole = String::new();
                for argument in arguments {
                    whole += &self.text(argument)?;
                }
                Ok(Val::text(&whole))
            }
            ("UPPER", [inner]) => Ok(Val::text(&self.text(inner)?.to_uppercase())),
            ("LOWER", [inner]) => Ok(Val::text(&self.text(inner)?.to_lowercase())),
            ("TRIM", [inner]) => {
                let text = self.text(inner)?;
                let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
                Ok(Val::text(&words.join(" ")))
            }
            ("LEN", [inner]) => Ok(Val::Number(Amount::count(self.text(inner)?.chars().count()))),
            ("LEFT" | "RIGHT", [inner, rest @ ..]) if rest.len() <= 1 => {
                let text: Vec<char> = self.text(inner)?.chars().collect();
                let count = rest.first().map_or(Ok(1), |count| self.whole(count))?.min(text.len());
                let part = if name == "LEFT" { &text[..count] } else { &text[text.len() - count..] };
                Ok(Val::text(&part.iter().collect::<String>()))
            }
            ("MID", [inner, start, count]) => {
                let text = self.text(inner)?;
                let start = self.whole(start)?.checked_sub(1).ok_or(Halt::Unknown)?;
                let count = self.whole(count)?;
                Ok(Val::text(&text.chars().skip(start).take(count).collect::<String>()))
            }
            _ => Err(Halt::Unknown),
        }
    }

    /// A part that must be a whole number, zero or more.
    pub(super) fn whole(&mut self, tree: &Expr) -> Result<usize, Halt> {
        let amount = self.amount(tree)?;
        let is_whole = amount.off.is_zero() && amount.value.fract().is_zero();
        usize::try_from(amount.value).ok().filter(|_| is_whole).ok_or(Halt::Unknown)
    }

    /// The range that an argument names, on a single sheet.
    pub(super) fn rect(&self, argument: &Expr) -> Result<Rect, Halt> {
        let Expr::Area(area) = argument else { return Err(Halt::Unknown) };
        area.rect(self.shift).ok_or(Halt::Unknown)
    }

    fn of_numbers(&mut self, name: &str, arguments: &[Expr]) -> Result<Val, Halt> {
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

    /// `SUBTOTAL(9,F5:F19)`, where no row is hidden and no other subtotal stands among them.
    fn subtotal(&mut self, function: &Expr, ranges: &[Expr]) -> Result<Val, Halt> {
        let name = match self.whole(function)? {
            1 | 101 => "AVERAGE",
            2 | 102 => "COUNT",
            3 | 103 => "COUNTA",
            4 | 104 => "MAX",
            5 | 105 => "MIN",
            9 | 109 => "SUM",
            _ => return Err(Halt::Unknown),
        };
        for range in ranges {
            let rect = self.rect(range)?;
            let Some(Hidden::Known(hidden)) = self.workbook.sheets.get(rect.sheet).map(|sheet| &sheet.hidden_rows) else {
                return Err(Halt::Unknown);
            };
            let is_hidden = hidden.iter().any(|(first, last)| *first <= rect.last.row && *last >= rect.first.row);
            if is_hidden || self.has_formula(rect, "SUBTOTAL")? || self.has_formula(rect, "AGGREGATE")? {
                return Err(Halt::Unknown);
            }
        }
        self.of_numbers(name, ranges)
    }

    /// `SUMPRODUCT(C5:C9,D5:D9)`: texts and blanks are zero.
    fn sum_of_products(&mut self, arguments: &[Expr]) -> Result<Val, Halt> {
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
                let own = match self.value_at(rect.sheet, own)? {
                    Val::Number(amount) => amount,
                    Val::Text(_) | Val::Blank => Amount::count(0),
                    _ => return Err(Halt::Unknown),
                };
                product = product.times(own).ok_or(Halt::Unknown)?;
            }
            sum = sum.plus(product).ok_or(Halt::Unknown)?;
        }
        Ok(Val::Number(sum))
    }

    /// The first value whose condition holds.
    fn first_that_holds(&mut self, arguments: &[Expr]) -> Result<Val, Halt> {
        for pair in arguments.chunks(2) {
            let [condition, value] = pair else { return Err(Halt::Unknown) };
            if self.holds(condition)? {
                return self.value(value);
            }
        }
        Err(Halt::Error("#N/A".into()))
    }

    /// `VALUE("1500")`: digits alone are the same in every language.
    fn number_of_text(&mut self, inner: &Expr) -> Result<Val, Halt> {
        match self.value(inner)? {
            Val::Number(amount) => Ok(Val::Number(amount)),
            Val::Text(text) => {
                let digits = text.trim();
                let is_plain = !digits.is_empty() && digits.len() <= 15 && digits.bytes().all(|byte| byte.is_ascii_digit());
                let value = Decimal::from_str_exact(digits).ok().filter(|_| is_plain);
                value.map(Val::number).ok_or(Halt::Unknown)
            }
            _ => Err(Halt::Unknown),
        }
    }

    fn cut(&mut self, number: &Expr, digits: Option<&Expr>, cut: Cut) -> Result<Val, Halt> {
        let Amount { value, off } = self.amount(number)?;
        let digits = digits.map_or(Ok(Amount::count(0)), |digits| self.amount(digits))?;
        let digits = i32::try_from(digits.value).ok().filter(|digits| (-12..=12).contains(digits)).ok_or(Halt::Unknown)?;
        let power = Decimal::from(10_i64.pow(digits.unsigned_abs()));
        let scaled = |value: Decimal| if digits < 0 { value.checked_div(power) } else { value.checked_mul(power) };
        let (at, off) = (scaled(value).ok_or(Halt::Unknown)?, scaled(off).ok_or(Halt::Unknown)?);
        // Where a binary digit decides the side, nobody can say.
        let edge = if cut == Cut::Half { at.abs().fract() - Decimal::new(5, 1) } else { at - at.round() };
        if !off.is_zero() && edge.abs() <= off {
            return Err(Halt::Unknown);
        }
        let whole = match cut {
            Cut::Half => at.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero),
            Cut::Up => at.round_dp_with_strategy(0, RoundingStrategy::AwayFromZero),
            Cut::Down => at.trunc(),
            Cut::Floor => at.floor(),
        };
        let value = if digits < 0 { whole.checked_mul(power) } else { whole.checked_div(power) };
        value.map(Val::number).ok_or(Halt::Unknown)
    }
}
