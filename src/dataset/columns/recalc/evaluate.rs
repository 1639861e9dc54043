//! A formula's tree to its value.

use super::area::Rect;
use super::book::Book;
use super::doubt::Doubt;
use super::syntax::{Expr, Op};
use super::tally::typed;
use super::value::{Amount, Halt, Val};
use crate::vocabulary::CellAddress;
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
            Expr::Value(Val::Error(name)) => Err(Halt::Error(name.clone())),
            Expr::Value(value) => Ok(value.clone()),
            Expr::Grid(grid) => match grid.at(0, 0) {
                Val::Error(name) => Err(Halt::Error(name)),
                value => Ok(value),
            },
            Expr::Area(_) => {
                let rect = self.rect(tree)?;
                self.single(rect)
            }
            Expr::Outside(name) => Err(self.doubted(Doubt::OtherFile(name.clone()))),
            Expr::Negative(inner) => Ok(Val::Number(self.amount(inner)?.negated())),
            Expr::Percent(inner) => worked(self.amount(inner)?.over(Amount::count(100))),
            Expr::Both(op, left, right) => {
                let left = self.value(left)?;
                let right = self.value(right)?;
                self.both_of(*op, &left, &right)
            }
            Expr::Call(name, arguments) => self.call(name, arguments),
        }
    }

    /// The value of the one cell that a reference names, or of that which stands in a range beside or above the formula.
    pub(super) fn single(&mut self, rect: Rect) -> Result<Val, Halt> {
        let own = self.place.at;
        let row = if rect.rows() == 1 { rect.first.row } else { own.row };
        let column = if rect.columns() == 1 { rect.first.column } else { own.column };
        let is_line = rect.rows() == 1 || rect.columns() == 1;
        let at = CellAddress::new(row, column);
        let is_within =
            (rect.first.row..=rect.last.row).contains(&row) && (rect.first.column..=rect.last.column).contains(&column);
        if !is_line || !is_within || self.is_array && !rect.is_cell() {
            return Err(Halt::Unknown);
        }
        self.value_at(rect.sheet, at)
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
        let value = self.value(tree)?;
        self.heard(text_of(&value)?)
    }

    /// A part that says yes or no.
    pub(super) fn holds(&mut self, tree: &Expr) -> Result<bool, Halt> {
        let value = self.value(tree)?;
        holds_of(&value)
    }

    pub(super) fn both_of(&mut self, op: Op, left: &Val, right: &Val) -> Result<Val, Halt> {
        match op {
            Op::Join => Ok(Val::text(&self.heard(text_of(left)? + &text_of(right)?)?)),
            Op::Plus | Op::Minus | Op::Times | Op::Over | Op::Power => {
                if let Some(moved) = moved_date(op, left, right) {
                    return moved;
                }
                let (left, right) = (self.amount_of(left)?, self.amount_of(right)?);
                match op {
                    Op::Plus => worked(left.plus(right)),
                    Op::Minus => worked(left.minus(right)),
                    Op::Times => worked(left.times(right)),
                    Op::Power => worked(raised(left, right)),
                    _ if right.value.is_zero() && right.off.is_zero() => Err(Halt::Error("#DIV/0!".into())),
                    _ => worked(left.over(right)),
                }
            }
            Op::Same | Op::Other | Op::Less | Op::Greater | Op::AtMost | Op::AtLeast => compared(op, left, right).map(Val::Bool),
        }
    }
}

pub(super) fn text_of(value: &Val) -> Result<String, Halt> {
    match value {
        Val::Text(text) => Ok(text.to_string()),
        Val::Blank => Ok(String::new()),
        Val::Number(Amount { value, off }) if off.is_zero() && value.abs() < Decimal::from(10_000_000_000_i64) => {
            if value.fract().is_zero() { Ok(value.normalize().to_string()) } else { Err(Halt::Unknown) }
        }
        Val::Error(name) => Err(Halt::Error(name.clone())),
        Val::Number(_) | Val::Date(_) | Val::Bool(_) => Err(Halt::Unknown),
    }
}

pub(super) fn holds_of(value: &Val) -> Result<bool, Halt> {
    match value {
        Val::Bool(value) => Ok(*value),
        Val::Blank => Ok(false),
        Val::Number(amount) => {
            let order = amount.compared(Amount::typed(Decimal::ZERO)).ok_or(Halt::Unknown)?;
            Ok(order != Ordering::Equal)
        }
        Val::Error(name) => Err(Halt::Error(name.clone())),
        Val::Text(_) | Val::Date(_) => Err(Halt::Unknown),
    }
}

pub(super) fn worked(amount: Option<Amount>) -> Result<Val, Halt> {
    amount.map(Val::Number).ok_or(Halt::Unknown)
}

/// Days between two dates, and a date some days on: the same whatever the first day.
fn moved_date(op: Op, left: &Val, right: &Val) -> Option<Result<Val, Halt>> {
    let days = match (op, left, right) {
        (Op::Minus, Val::Date(one), Val::Date(two)) => return Some(Ok(Val::number(one.checked_sub(*two)?))),
        (Op::Plus, Val::Date(day), Val::Number(amount)) | (Op::Plus, Val::Number(amount), Val::Date(day)) => {
            day.checked_add(amount.value)
        }
        (Op::Minus, Val::Date(day), Val::Number(amount)) => day.checked_sub(amount.value),
        _ => return None,
    };
    Some(days.map(Val::Date).ok_or(Halt::Unknown))
}

/// A small whole power.
fn raised(base: Amount, power: Amount) -> Option<Amount> {
    let count = u32::try_from(power.value).ok().filter(|count| *count <= 64 && power.value.fract().is_zero())?;
    (0..count).try_fold(Amount::count(1), |product, _| product.times(base)).filter(|_| count > 0 || !base.value.is_zero())
}

/// Whether a comparison holds.
fn compared(op: Op, left: &Val, right: &Val) -> Result<bool, Halt> {
    let order = match (left, right) {
        (Val::Error(name), _) | (_, Val::Error(name)) => return Err(Halt::Error(name.clone())),
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
        (Val::Text(_), Val::Number(_) | Val::Date(_)) => Ordering::Greater,
        (Val::Number(_) | Val::Date(_), Val::Text(_)) => Ordering::Less,
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
