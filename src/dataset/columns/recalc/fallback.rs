//! Results that stand in for an error: what `IFERROR(VLOOKUP(…);0)` gives where nothing was found.

use super::book::{Book, stored};
use super::syntax::{Expr, Op};
use super::value::{Halt, Val};
use crate::workbook::{Cell, Formula, Sheet};

impl Book<'_> {
    /// Whether a formula's stored result is what it writes in the place of an error: nothing was found, or what was
    /// found could not be reckoned with. A division by nought says that there is nothing.
    pub(crate) fn stands_in(&mut self, sheet: &Sheet, cell: &Cell) -> bool {
        let Formula::Some(_) = cell.formula else { return false };
        let Ok(stored) = stored(&cell.value) else { return false };
        let Some(place) = self.place_of_cell(sheet, cell.at) else { return false };
        let trees = self.trees(place);
        let [(tree, written)] = &trees[..] else { return false };
        if written.is_array || !may_stand_in(tree) {
            return false;
        }
        self.settle_operands(tree, written.shift);
        (self.shift, self.place, self.is_array) = (written.shift, place, false);
        self.wanted.clear();
        let stands_in = self.fell(tree, &stored);
        self.wanted.clear();
        self.doubt = None;
        stands_in
    }

    fn fell(&mut self, tree: &Expr, stored: &Val) -> bool {
        match tree {
            Expr::Negative(inner) | Expr::Percent(inner) => self.fell(inner, stored),
            Expr::Both(Op::Plus | Op::Minus, left, right) => self.fell(left, stored) && self.fell(right, stored),
            Expr::Both(Op::Times | Op::Over, left, right) => self.fell(left, stored) || self.fell(right, stored),
            Expr::Call(name, arguments) => match (name.as_str(), &arguments[..]) {
                ("IFERROR", [tried, instead]) => self.fell_to(tried, |_| true, instead, stored),
                ("IFNA", [tried, instead]) => self.fell_to(tried, |error| error == "#N/A", instead, stored),
                ("XLOOKUP", [sought, list, given, instead, ..]) if is_written(instead) => {
                    let bare = Expr::Call("XLOOKUP".to_owned(), vec![sought.clone(), list.clone(), given.clone()]);
                    self.fell_to(&bare, |error| error == "#N/A", instead, stored)
                }
                ("IF", [Expr::Call(asked, inner), yes, no]) => {
                    let [inner] = &inner[..] else { return false };
                    match asked.as_str() {
                        "ISERROR" | "ISNA" | "ISERR" => self.fell_to(inner, |_| true, yes, stored) || self.fell(no, stored),
                        "ISNUMBER" => self.fell_to(inner, |_| true, no, stored) || self.fell(yes, stored),
                        _ => false,
                    }
                }
                ("SUM", [_, ..]) => arguments.iter().all(|argument| self.fell(argument, stored)),
                ("ROUND" | "ROUNDUP" | "ROUNDDOWN" | "INT" | "TRUNC" | "ABS" | "N" | "VALUE", [inner, ..]) => {
                    self.fell(inner, stored)
                }
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether what is tried gives an error, in whose place something written stands.
    fn fell_to(&mut self, tried: &Expr, is_meant: impl Fn(&str) -> bool, instead: &Expr, stored: &Val) -> bool {
        match self.value(tried) {
            Err(Halt::Error(error)) if &*error == "#DIV/0!" => false,
            Err(Halt::Error(error)) if is_meant(&error) => is_written(instead) || self.fell(instead, stored),
            Err(Halt::Error(_)) => false,
            Ok(_) => self.fell(tried, stored),
            // Nobody can say: what stands there is what would be written.
            Err(Halt::Unknown) => {
                is_written(instead) && looks_up(tried) && self.value(instead).is_ok_and(|value| value.may_be(stored))
            }
        }
    }
}

/// A number or a text that stands in the formula itself.
fn is_written(tree: &Expr) -> bool {
    match tree {
        Expr::Number(_) | Expr::Text(_) => true,
        Expr::Negative(inner) => is_written(inner),
        _ => false,
    }
}

fn holds(tree: &Expr, is_sought: &dyn Fn(&str) -> bool) -> bool {
    match tree {
        Expr::Negative(inner) | Expr::Percent(inner) => holds(inner, is_sought),
        Expr::Both(_, left, right) => holds(left, is_sought) || holds(right, is_sought),
        Expr::Call(name, arguments) => is_sought(name) || arguments.iter().any(|argument| holds(argument, is_sought)),
        _ => false,
    }
}

fn may_stand_in(tree: &Expr) -> bool {
    holds(tree, &|name| matches!(name, "IFERROR" | "IFNA" | "ISERROR" | "ISNA" | "ISERR" | "ISNUMBER" | "XLOOKUP"))
}

fn looks_up(tree: &Expr) -> bool {
    holds(tree, &|name| matches!(name, "VLOOKUP" | "HLOOKUP" | "XLOOKUP" | "LOOKUP" | "INDEX" | "MATCH" | "INDIRECT"))
}
