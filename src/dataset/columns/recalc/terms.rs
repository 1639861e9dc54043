//! What a formula's text says of its result: the cells that go into it, the numbers that they are
//! multiplied by, and how it is written as seen from its own cell.

use super::area::{Area, Rect, Shift};
use super::book::Book;
use super::syntax::{Expr, Op, Place};
use super::value::Val;
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Formula, Sheet, Value};
use rust_decimal::Decimal;
use std::fmt::Write as _;

/// A formula taken apart.
#[derive(Debug)]
pub(crate) struct Said {
    /// As it is told, without its `=`.
    pub text: String,
    /// The same for all cells that have it moved along: Excel's R1C1.
    pub form: String,
    /// What it adds up.
    pub terms: Vec<Term>,
}

/// One summand: numbers and cells multiplied by each other.
#[derive(Clone, Default, Debug)]
pub(crate) struct Term {
    pub is_negative: bool,
    pub factors: Vec<Factor>,
    pub reads: Vec<Read>,
    /// Something else goes into it: what was looked up, chosen by a condition, another file's.
    pub is_opaque: bool,
    /// Divided by cells: a share, a mean.
    pub is_ratio: bool,
    /// The mean of its cells.
    pub is_mean: bool,
}

/// A number in a formula, or in the one cell that all formulas name (`$H$1`).
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Factor {
    pub value: Decimal,
    pub divides: bool,
}

/// A cell or a range that goes into the result.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Read {
    pub is_own_sheet: bool,
    pub first: CellAddress,
    pub last: CellAddress,
}

impl Said {
    /// Nothing but typed numbers.
    pub fn is_typed(&self) -> bool {
        self.terms.iter().all(Term::is_number)
    }
}

impl Term {
    /// It holds numbers alone.
    pub fn is_number(&self) -> bool {
        self.reads.is_empty() && !self.is_opaque && !self.is_ratio
    }

    /// Of numbers alone: what they come to.
    fn value(&self) -> Option<Decimal> {
        let sign = if self.is_negative { -Decimal::ONE } else { Decimal::ONE };
        self.factors.iter().try_fold(sign, |value, factor| match factor.divides {
            true => value.checked_div(factor.value),
            false => value.checked_mul(factor.value),
        })
    }

    fn negated(mut self) -> Self {
        self.is_negative = !self.is_negative;
        self
    }

    fn times(&self, other: &Term) -> Self {
        let mut both = self.clone();
        both.is_negative ^= other.is_negative;
        both.factors.extend(&other.factors);
        both.reads.extend(&other.reads);
        both.is_opaque |= other.is_opaque;
        both.is_ratio |= other.is_ratio;
        both.is_mean |= other.is_mean;
        both
    }

    fn opaque() -> Self {
        Term { is_opaque: true, ..Term::default() }
    }
}

/// So many summands of a formula are told apart.
const MOST: usize = 64;

impl Book<'_> {
    /// What a cell's own formula says; none where it has none, or one that cannot be read.
    pub(crate) fn said(&mut self, sheet: &Sheet, cell: &Cell) -> Option<Said> {
        if cell.formula == Formula::None {
            return None;
        }
        let place = self.place_of_cell(sheet, cell.at)?;
        let trees = self.trees(place);
        let [(tree, written)] = &trees[..] else { return None };
        if written.is_array {
            return None;
        }
        let mut form = String::new();
        write_form(tree, Place { at: written.at, ..place }, &mut form);
        let text = written.text.trim_start_matches("of:").trim_start_matches('=').to_owned();
        let terms = self.terms(tree, (place.sheet, written.shift));
        Some(Said { text, form, terms })
    }

    /// What the formula of one cell would give in another, moved there; none where nobody can say.
    pub(crate) fn as_in(&mut self, sheet: &Sheet, model: CellAddress, at: CellAddress) -> Option<Decimal> {
        let place = self.place_of_cell(sheet, model)?;
        let trees = self.trees(place);
        let [(tree, written)] = &trees[..] else { return None };
        let down = i64::from(at.row) - i64::from(model.row);
        let right = i64::from(at.column) - i64::from(model.column);
        let shift = (written.shift.0 + down, written.shift.1 + right);
        self.settle_operands(tree, shift);
        (self.shift, self.place, self.is_array) = (shift, Place { at, ..place }, false);
        (self.doubt, self.passes_texts) = (None, false);
        self.wanted.clear();
        let value = self.value(tree);
        let is_sure = self.doubt.take().is_none() && self.wanted.is_empty();
        self.wanted.clear();
        match value {
            Ok(Val::Number(amount)) if is_sure => Some(amount.value),
            _ => None,
        }
    }

    /// A cell's sheet by its number, and the cell.
    pub(super) fn place_of_cell(&self, sheet: &Sheet, at: CellAddress) -> Option<Place> {
        let index = self.by_name.get(&sheet.name.as_deref()?.to_lowercase()).copied()?;
        Some(Place { sheet: index, at })
    }

    fn terms(&self, tree: &Expr, from: (usize, Shift)) -> Vec<Term> {
        match tree {
            Expr::Number(value) => vec![number(*value)],
            Expr::Area(area) => vec![self.term_of(area, from)],
            Expr::Negative(inner) => self.terms(inner, from).into_iter().map(Term::negated).collect(),
            Expr::Percent(inner) => {
                let hundredth = Term { factors: vec![Factor { value: Decimal::ONE_HUNDRED, divides: true }], ..Term::default() };
                self.terms(inner, from).iter().map(|term| term.times(&hundredth)).collect()
            }
            Expr::Both(Op::Plus, left, right) => joined(self.terms(left, from), self.terms(right, from)),
            Expr::Both(Op::Minus, left, right) => {
                joined(self.terms(left, from), self.terms(right, from).into_iter().map(Term::negated).collect())
            }
            Expr::Both(Op::Times, left, right) => product(self.terms(left, from), self.terms(right, from)),
            Expr::Both(Op::Over, left, right) => quotient(self.terms(left, from), self.terms(right, from)),
            Expr::Call(name, arguments) => self.terms_of_call(name, arguments, from),
            // `""`, a blank argument.
            Expr::Text(_) | Expr::Nothing => Vec::new(),
            _ => vec![Term::opaque()],
        }
    }

    fn terms_of_call(&self, name: &str, arguments: &[Expr], from: (usize, Shift)) -> Vec<Term> {
        let of = |tree: &Expr| self.terms(tree, from);
        let all = |trees: &[Expr]| trees.iter().fold(Vec::new(), |all, tree| joined(all, of(tree)));
        match (name, arguments) {
            (
                "ROUND" | "ROUNDUP" | "ROUNDDOWN" | "INT" | "TRUNC" | "MROUND" | "CEILING" | "FLOOR" | "CEILING.MATH"
                | "FLOOR.MATH" | "ABS" | "N" | "VALUE" | "SINGLE",
                [inner, ..],
            ) => of(inner),
            ("SUM" | "MAX" | "MIN", _) => all(arguments),
            ("SUBTOTAL", [_, ranges @ ..]) => all(ranges),
            ("PRODUCT", [first, rest @ ..]) => rest.iter().fold(of(first), |left, right| product(left, of(right))),
            ("IFERROR" | "IFNA", [tried, instead]) => {
                let instead = of(instead).into_iter().filter(|term| !term.is_number()).collect();
                joined(of(tried), instead)
            }
            ("IF", [_, rest @ ..]) => {
                let chosen: Vec<Term> = all(rest).into_iter().filter(|term| !term.is_number()).collect();
                if chosen.is_empty() { vec![Term::opaque()] } else { chosen }
            }
            ("AVERAGE", _) => all(arguments).into_iter().map(|term| Term { is_mean: true, ..term }).collect(),
            _ => vec![Term::opaque()],
        }
    }

    fn term_of(&self, area: &Area, (own, shift): (usize, Shift)) -> Term {
        let Some(Rect { sheet, first, last }) = area.rect(shift) else { return Term::opaque() };
        let is_fixed = [area.first, area.last].iter().all(|corner| corner.row_is_fixed && corner.column_is_fixed);
        if is_fixed && first == last {
            let cell = self.workbook().sheets.get(sheet).and_then(|sheet| sheet.cell(first));
            return match cell {
                Some(Cell { value: Value::Number { value, .. }, formula: Formula::None, .. }) => number(value),
                _ => Term::opaque(),
            };
        }
        Term { reads: vec![Read { is_own_sheet: sheet == own, first, last }], ..Term::default() }
    }
}

fn number(value: Decimal) -> Term {
    Term { factors: vec![Factor { value, divides: false }], ..Term::default() }
}

fn joined(mut left: Vec<Term>, right: Vec<Term>) -> Vec<Term> {
    left.extend(right);
    if left.len() > MOST { vec![Term::opaque()] } else { left }
}

/// A sum of numbers alone as one number: `(1+5%)`.
fn as_number(terms: &[Term]) -> Option<Term> {
    let is_sum = terms.len() > 1 && terms.iter().all(Term::is_number);
    let values = terms.iter().map(Term::value);
    let sum = values.into_iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(value?));
    sum.filter(|_| is_sum).map(number)
}

fn product(left: Vec<Term>, right: Vec<Term>) -> Vec<Term> {
    let [left, right] = [left, right].map(|terms| as_number(&terms).map_or(terms, |number| vec![number]));
    if left.len().saturating_mul(right.len()) > MOST {
        return vec![Term::opaque()];
    }
    left.iter().flat_map(|one| right.iter().map(move |other| one.times(other))).collect()
}

fn quotient(left: Vec<Term>, right: Vec<Term>) -> Vec<Term> {
    let [left, right] = [left, right].map(|terms| as_number(&terms).map_or(terms, |number| vec![number]));
    let below = match &right[..] {
        [below] if below.is_number() => {
            let turned = below.factors.iter().map(|factor| Factor { divides: !factor.divides, ..*factor });
            Term { is_negative: below.is_negative, factors: turned.collect(), ..Term::default() }
        }
        _ => Term { is_ratio: true, ..Term::default() },
    };
    left.iter().map(|term| term.times(&below)).collect()
}

/// Writes a formula as seen from the cell where it is written.
fn write_form(tree: &Expr, place: Place, form: &mut String) {
    let all = |name: &str, inner: &[&Expr], form: &mut String| {
        form.push_str(name);
        form.push('(');
        for tree in inner {
            write_form(tree, place, form);
            form.push(';');
        }
        form.push(')');
    };
    match tree {
        Expr::Area(area) => {
            if area.sheets != (place.sheet, place.sheet) {
                let _ = write!(form, "{:?}!", area.sheets);
            }
            for corner in [area.first, area.last] {
                let (row, column) = (i64::from(corner.row), i64::from(corner.column));
                let _ = match corner.row_is_fixed {
                    true => write!(form, "R{row}"),
                    false => write!(form, "R[{}]", row - i64::from(place.at.row)),
                };
                let _ = match corner.column_is_fixed {
                    true => write!(form, "C{column}"),
                    false => write!(form, "C[{}]", column - i64::from(place.at.column)),
                };
            }
        }
        Expr::Number(value) => {
            let _ = write!(form, "{}", value.normalize());
        }
        Expr::Negative(inner) => all("-", &[inner], form),
        Expr::Percent(inner) => all("%", &[inner], form),
        Expr::Both(op, left, right) => all(&format!("{op:?}"), &[left, right], form),
        Expr::Call(name, arguments) => all(name, &arguments.iter().collect::<Vec<_>>(), form),
        other => {
            let _ = write!(form, "{other:?}");
        }
    }
}
