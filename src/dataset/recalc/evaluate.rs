//! A formula's tree to its value.

use super::area::Area;
use super::book::Book;
use super::syntax::{Expr, Op};
use super::tally::typed;
use super::value::{Amount, Halt, Val};
use rust_decimal::Decimal;
use std::cmp::Ordering;

impl Book<'_> {
    pub(super) fn value(&mut self, tree: &Expr) -> Result<Val, Halt> {
        self.step()?;
        match tree {
            Expr::Number(value) => Ok(Val::number(*value)),
            Expr::Text(text) => Ok(Val::text(text)),
            Expr::Bool(value) => Ok(Val::Bool(*value)),
            Expr::Nothing => Ok(Val::Blank),
            Expr::Area(area) => self.single(area),
            Expr::Negative(inner) => Ok(Val::Number(self.amount(inner)?.negated())),
            Expr::Percent(inner) => worked(self.amount(inner)?.over(Amount::count(100))),
            Expr::Both(op, left, right) => self.both(*op, left, right),
            Expr::Call(name, arguments) => self.call(name, arguments),
        }
    }

    /// The value of the one cell that a reference names.
    fn single(&mut self, area: &Area) -> Result<Val, Halt> {
        let rect = area.rect(self.shift).filter(|rect| rect.is_cell()).ok_or(Halt::Unknown)?;
        self.value_at(rect.sheet, rect.first)
    }

    /// A part that must be a number.
    pub(super) fn amount(&mut self, tree: &Expr) -> Result<Amount, Halt> {
        let value = self.value(tree)?;
        self.amount_of(&value)
    }

    pub(super) fn amount_of(&self, value: &Val) -> Result<Amount, Halt> {
        match value {
            Val::Number(amount) => Ok(*amount),
            Val::Blank => Ok(Amount::typed(Decimal::ZERO)),
            Val::Bool(value) => Ok(Amount::count(usize::from(*value))),
            Val::Text(text) if self.reads_texts => typed(text).ok_or(Halt::Unknown),
            // What a text is to `+` hangs on the machine's language, a date on the workbook's first day.
            Val::Text(_) | Val::Date(_) => Err(Halt::Unknown),
            Val::Error(name) => Err(Halt::Error(name.clone())),
        }
    }

    /// A part that must be a text; a whole number is written as it is.
    pub(super) fn text(&mut self, tree: &Expr) -> Result<String, Halt> {
        match self.value(tree)? {
            Val::Text(text) => Ok(text.to_string()),
            Val::Blank => Ok(String::new()),
            Val::Number(Amount { value, off }) if off.is_zero() && value.abs() < Decimal::from(10_000_000_000_i64) => {
                Ok(value.normalize().to_string())
            }
            Val::Error(name) => Err(Halt::Error(name)),
            Val::Number(_) | Val::Date(_) | Val::Bool(_) => Err(Halt::Unknown),
        }
    }

    /// A part that says yes or no.
    pub(super) fn holds(&mut self, tree: &Expr) -> Result<bool, Halt> {
        match self.value(tree)? {
            Val::Bool(value) => Ok(value),
            Val::Blank => Ok(false),
            Val::Number(amount) => {
                let order = amount.compared(Amount::typed(Decimal::ZERO)).ok_or(Halt::Unknown)?;
                Ok(order != Ordering::Equal)
            }
            Val::Error(name) => Err(Halt::Error(name)),
            Val::Text(_) | Val::Date(_) => Err(Halt::Unknown),
        }
    }

    fn both(&mut self, op: Op, left: &Expr, right: &Expr) -> Result<Val, Halt> {
        match op {
            Op::Join => {
                let text = self.text(left)? + &self.text(right)?;
                Ok(Val::text(&text))
            }
            Op::Plus | Op::Minus | Op::Times | Op::Over => {
                let (left, right) = (self.amount(left)?, self.amount(right)?);
                match op {
                    Op::Plus => worked(left.plus(right)),
                    Op::Minus => worked(left.minus(right)),
                    Op::Times => worked(left.times(right)),
                    _ if right.value.is_zero() && right.off.is_zero() => Err(Halt::Error("#DIV/0!".into())),
                    _ => worked(left.over(right)),
                }
            }
            Op::Same | Op::Other | Op::Less | Op::Greater | Op::AtMost | Op::AtLeast => {
                let (left, right) = (self.value(left)?, self.value(right)?);
                compared(op, &left, &right).map(Val::Bool)
            }
        }
    }
}

fn worked(amount: Option<Amount>) -> Result<Val, Halt> {
    amount.map(Val::Number).ok_or(Halt::Unknown)
}

/// Whether a comparison holds.
fn compared(op: Op, left: &Val, right: &Val) -> Result<bool, Halt> {
    let order = match (left, right) {
        (Val::Number(one), Val::Number(two)) => one.compared(*two).ok_or(Halt::Unknown)?,
        (Val::Blank, Val::Number(_)) => return compared(op, &Val::number(Decimal::ZERO), right),
        (Val::Number(_), Val::Blank) => return compared(op, left, &Val::number(Decimal::ZERO)),
        (Val::Blank, Val::Text(_)) => return compared(op, &Val::text(""), right),
        (Val::Text(_), Val::Blank) => return compared(op, left, &Val::text("")),
        (Val::Blank, Val::Blank) => Ordering::Equal,
        (Val::Date(one), Val::Date(two)) => one.cmp(two),
        (Val::Date(one), Val::Number(two)) if two.value.is_zero() => one.cmp(&two.value),
        (Val::Date(one), Val::Blank) => one.cmp(&Decimal::ZERO),
        (Val::Bool(one), Val::Bool(two)) => one.cmp(two),
        // Every text stands behind every number.
        (Val::Text(_), Val::Number(_)) => Ordering::Greater,
        (Val::Number(_), Val::Text(_)) => Ordering::Less,
        (Val::Text(one), Val::Text(two)) if one == two => Ordering::Equal,
        (Val::Text(one), Val::Text(two)) if matches!(op, Op::Same | Op::Other) => {
            // To one program letters of either size are the same, to another not.
            if one.to_lowercase() == two.to_lowercase() {
                return Err(Halt::Unknown);
            }
            Ordering::Less
        }
        _ => return Err(Halt::Unknown),
    };
    Ok(match op {
        Op::Same => order == Ordering::Equal,
        Op::Other => order != Ordering::Equal,
        Op::Less => order == Ordering::Less,
        Op::Greater => order == Ordering::Greater,
        Op::AtMost => order != Ordering::Greater,
        Op::AtLeast => order != Ordering::Less,
        _ => return Err(Halt::Unknown),
    })
}
