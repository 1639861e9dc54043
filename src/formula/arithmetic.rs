//! Arithmetic on exact fractions, the same for whole figures and within a row.

use super::growth::{self, Found};
use super::{ArithmeticOp, CompareOp, Exact, Expr, Formula, Node, Reason};
use crate::vocabulary::Year;

/// What the arithmetic rests on.
pub(super) trait Leaves {
    /// The value of a name, an aggregate, or anything else that is no arithmetic.
    fn leaf(&mut self, node: &Node) -> Result<Exact, Reason>;
    /// Whether a condition holds.
    fn truth(&mut self, node: &Node) -> Result<bool, Reason>;
    /// The year n.
    fn tahun(&self) -> Year;
    /// The formula behind a measure's name, where one may look through it.
    fn look_through(&self, _name: &str) -> Option<&Formula> {
        None
    }
    /// Until it is told otherwise, what is looked at is no operand of the figure: a base, found through a measure.
    fn look_apart(&mut self, _apart: bool) {}
}

/// The value of a node. Both sides of an operator are looked at even where the
/// first has no figure, so that the trace holds all operands.
pub(super) fn number(node: &Node, leaves: &mut dyn Leaves) -> Result<Exact, Reason> {
    match &node.expr {
        Expr::Number(value) => Ok(Exact::from(*value)),
        Expr::Negate(inner) => Ok(number(inner, leaves)?.negate()),
        Expr::Abs(inner) => Ok(number(inner, leaves)?.abs()),
        Expr::Round { value, digits } => Ok(number(value, leaves)?.round(*digits)),
        Expr::If { condition, then, otherwise } => {
            let chosen = if leaves.truth(condition)? { then } else { otherwise };
            number(chosen, leaves)
        }
        Expr::Arithmetic { op, left, right } => {
            let (left, right) = (number(left, leaves), number(right, leaves));
            let (left, right) = (left?, right?);
            let value = match op {
                ArithmeticOp::Add => left.add(&right),
                ArithmeticOp::Subtract => left.subtract(&right),
                ArithmeticOp::Multiply => left.multiply(&right),
                ArithmeticOp::Divide => left.divide(&right).ok_or(Reason::DivisionByZero)?,
            };
            if value.is_endless() {
                return Err(Reason::Overflow);
            }
            let found = growth::growth(node, &|name| leaves.look_through(name), Some(leaves.tahun()));
            if !matches!(found, Found::None) {
                leaves.look_apart(true);
                let meaningless = over_negative(&found, leaves);
                leaves.look_apart(false);
                meaningless.map_or(Ok(()), Err)?;
            }
            Ok(value)
        }
        _ => leaves.leaf(node),
    }
}

/// Why a growth has no meaning, if its base is below zero. What cannot be had here cannot be had in the figure
/// either, which then says so itself.
fn over_negative(found: &Found, leaves: &mut dyn Leaves) -> Option<Reason> {
    match found {
        Found::None => None,
        Found::Either { condition, then, otherwise } => {
            let branch = if leaves.truth(condition).ok()? { then } else { otherwise };
            over_negative(branch, leaves)
        }
        Found::Growth(growth) => {
            let base = number(&growth.base, leaves).ok().filter(Exact::is_negative)?;
            let change = number(&growth.change, leaves).ok()?;
            Some(match (base.to_decimal(), change.to_decimal()) {
                (Some(dasar), Some(perubahan)) => Reason::NegativeBase { dasar, perubahan },
                _ => Reason::Overflow,
            })
        }
    }
}

/// Compares two figures; both are looked at.
pub(super) fn compare(op: CompareOp, left: &Node, right: &Node, leaves: &mut dyn Leaves) -> Result<bool, Reason> {
    let (left, right) = (number(left, leaves), number(right, leaves));
    Ok(op.holds(left?.cmp(&right?)))
}
