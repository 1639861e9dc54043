//! The functions of a formula, by their names, and those that decide.

use super::book::Book;
use super::doubt::Doubt;
use super::evaluate::holds_of;
use super::grid::{has_constants, may_be_wide};
use super::syntax::Expr;
use super::value::{Amount, Halt, Val};
use rust_decimal::Decimal;

impl Book<'_> {
    pub(super) fn call(&mut self, name: &str, arguments: &[Expr]) -> Result<Val, Halt> {
        // `{…}` and what is written in braces: of an array of results the first stands in the cell.
        if self.is_array || arguments.iter().any(has_constants) {
            let tree = Expr::Call(name.to_owned(), arguments.to_vec());
            if is_elementwise(name) && may_be_wide(&tree) {
                let value = self.grid(&tree)?.at(0, 0);
                return if let Val::Error(error) = value { Err(Halt::Error(error)) } else { Ok(value) };
            }
        }
        match (name, arguments) {
            ("IF", [condition, yes, rest @ ..]) if rest.len() <= 1 => {
                if self.holds(condition)? {
                    self.value(yes)
                } else {
                    rest.first().map_or(Ok(Val::Bool(false)), |no| self.value(no))
                }
            }
            ("IFS", _) => self.first_that_holds(arguments),
            ("SWITCH", [sought, pairs @ ..]) => self.switched(sought, pairs),
            ("CHOOSE", [number, choices @ ..]) => {
                let number = self.whole(number)?.checked_sub(1).ok_or(Halt::Unknown)?;
                choices.get(number).map_or(Err(Halt::Error("#VALUE!".into())), |choice| self.value(choice))
            }
            ("IFERROR" | "IFNA", [tried, instead]) => match self.value(tried) {
                Err(Halt::Error(error)) if name == "IFERROR" || &*error == "#N/A" => self.value(instead),
                value => value,
            },
            ("AND" | "OR", [_, ..]) => self.all_or_any(name == "AND", arguments),
            ("NOT", [inner]) => Ok(Val::Bool(!self.holds(inner)?)),
            ("TRUE" | "FALSE", []) => Ok(Val::Bool(name == "TRUE")),
            ("NA", []) => Err(Halt::Error("#N/A".into())),
            ("ISBLANK", [inner]) => Ok(Val::Bool(self.value(inner)? == Val::Blank)),
            ("ISNUMBER" | "ISTEXT" | "ISNONTEXT" | "ISERROR" | "ISERR" | "ISNA" | "ISLOGICAL", [inner]) => self.kind(name, inner),
            ("SINGLE", [inner]) => self.value(inner),
            ("HYPERLINK", [target, rest @ ..]) if rest.len() <= 1 => self.value(rest.first().unwrap_or(target)),
            ("DUMMYFUNCTION", [Expr::Text(text), ..]) => Err(self.doubted(Doubt::of_export(text))),
            ("SUMIF" | "COUNTIF" | "AVERAGEIF", _) => self.of_chosen(name, arguments),
            ("SUMIFS" | "COUNTIFS" | "AVERAGEIFS" | "MAXIFS" | "MINIFS", _) => self.of_chosen_all(name, arguments),
            ("VLOOKUP" | "HLOOKUP" | "INDEX" | "MATCH" | "XLOOKUP" | "LOOKUP", _) => self.look_up(name, arguments),
            ("OFFSET" | "INDIRECT" | "ANCHORARRAY", _) => {
                let rect = self.rect(&Expr::Call(name.to_owned(), arguments.to_vec()))?;
                self.single(rect)
            }
            ("ROW" | "COLUMN" | "ROWS" | "COLUMNS", _) => self.position(name, arguments),
            ("DATE" | "YEAR" | "MONTH" | "DAY" | "EDATE" | "EOMONTH", _) => self.of_dates(name, arguments),
            _ => match self.of_numbers(name, arguments)? {
                Some(value) => Ok(value),
                None => match self.of_texts(name, arguments)? {
                    Some(value) => Ok(value),
                    None => Err(self.doubted(Doubt::of_function(name))),
                },
            },
        }
    }

    fn all_or_any(&mut self, all: bool, arguments: &[Expr]) -> Result<Val, Halt> {
        let mut held = Vec::with_capacity(arguments.len());
        for argument in arguments {
            if may_be_wide(argument) {
                // Texts and blanks of a range say nothing.
                let values = self.grid(argument)?;
                for value in values.values() {
                    match value? {
                        Val::Text(_) | Val::Blank => {}
                        value => held.push(holds_of(&value)?),
                    }
                }
            } else {
                held.push(self.holds(argument)?);
            }
        }
        Ok(Val::Bool(if all { held.into_iter().all(|holds| holds) } else { held.into_iter().any(|holds| holds) }))
    }

    fn kind(&mut self, name: &str, inner: &Expr) -> Result<Val, Halt> {
        let is = match self.value(inner) {
            Err(Halt::Unknown) => return Err(Halt::Unknown),
            Err(Halt::Error(error)) => match name {
                "ISERROR" => true,
                "ISNA" => &*error == "#N/A",
                "ISERR" => &*error != "#N/A",
                _ => name == "ISNONTEXT",
            },
            Ok(Val::Number(_) | Val::Date(_)) => matches!(name, "ISNUMBER" | "ISNONTEXT"),
            Ok(Val::Text(_)) => name == "ISTEXT",
            Ok(Val::Bool(_)) => matches!(name, "ISLOGICAL" | "ISNONTEXT"),
            Ok(_) => name == "ISNONTEXT",
        };
        Ok(Val::Bool(is))
    }

    /// A part that must be a whole number, zero or more.
    pub(super) fn whole(&mut self, tree: &Expr) -> Result<usize, Halt> {
        usize::try_from(self.integer(tree)?).map_err(|_| Halt::Unknown)
    }

    /// A part that must be a whole number.
    pub(super) fn integer(&mut self, tree: &Expr) -> Result<i64, Halt> {
        let amount = self.amount(tree)?;
        let is_whole = amount.off.is_zero() && amount.value.fract().is_zero();
        i64::try_from(amount.value).ok().filter(|_| is_whole).ok_or(Halt::Unknown)
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

    /// `SWITCH(B5,"A",1,"B",2,0)`
    fn switched(&mut self, sought: &Expr, pairs: &[Expr]) -> Result<Val, Halt> {
        let sought = self.value(sought)?;
        for pair in pairs.chunks(2) {
            match pair {
                [tried, value] => {
                    let tried = self.value(tried)?;
                    if self.both_of(super::syntax::Op::Same, &sought, &tried)? == Val::Bool(true) {
                        return self.value(value);
                    }
                }
                [otherwise] => return self.value(otherwise),
                _ => {}
            }
        }
        Err(Halt::Error("#N/A".into()))
    }

    /// `N("x")` is 0.
    pub(super) fn number_or_nothing(&mut self, inner: &Expr) -> Result<Val, Halt> {
        match self.value(inner)? {
            Val::Text(_) if !self.reads_texts => Ok(Val::number(Decimal::ZERO)),
            Val::Date(day) => Ok(Val::Date(day)),
            value => self.amount_of(&value).map(Val::Number),
        }
    }

    /// `VALUE("1500")`: digits alone are the same in every language.
    pub(super) fn number_of_text(&mut self, inner: &Expr) -> Result<Val, Halt> {
        match self.value(inner)? {
            Val::Number(amount) => Ok(Val::Number(amount)),
            Val::Text(text) => {
                let text = text.trim();
                let digits = text.strip_prefix('-').unwrap_or(text);
                let is_plain = !digits.is_empty() && digits.len() <= 15 && digits.bytes().all(|byte| byte.is_ascii_digit());
                let value = Decimal::from_str_exact(text).ok().filter(|_| is_plain);
                value.map(Val::number).ok_or(Halt::Unknown)
            }
            _ => Err(Halt::Unknown),
        }
    }

    /// How many, and which, rows or columns a range has; without one, where the formula stands.
    fn position(&mut self, name: &str, arguments: &[Expr]) -> Result<Val, Halt> {
        let number = match (name, arguments) {
            ("ROW", []) => self.place.at.row + 1,
            ("COLUMN", []) => self.place.at.column + 1,
            ("ROW", [range]) => self.rect(range)?.first.row + 1,
            ("COLUMN", [range]) => self.rect(range)?.first.column + 1,
            ("ROWS", [range]) => self.rect(range)?.rows(),
            ("COLUMNS", [range]) => self.rect(range)?.columns(),
            _ => return Err(Halt::Unknown),
        };
        Ok(Val::Number(Amount::count(number as usize)))
    }
}

/// Whether a function gives an array where its operands are arrays.
fn is_elementwise(name: &str) -> bool {
    !matches!(name, "ROWS" | "COLUMNS" | "SUMPRODUCT" | "OFFSET" | "INDIRECT" | "ANCHORARRAY" | "SINGLE")
}
