//! Arithmetic on exact fractions, the same for whole figures and within a row.

use super::{ArithmeticOp, CompareOp, Exact, Expr, Formula, Node, Reason, growth};

/// What the arithmetic rests on.
pub(super) trait Leaves {
    /// The value of a name, an aggregate, or anything else that is no arithmetic.
    fn leaf(&mut self, node: &Node) -> Result<Exact, Reason>;
    /// Whether a condition holds.
    fn truth(&mut self, node: &Node) -> Result<bool, Reason>;
    /// The formula behind a measure's name: see [`growth::base`].
    fn look_through(&self, _name: &str) -> Option<&Formula> {
        None
    }
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
            if let Some(growth) = growth::growth(node, &|name| leaves.look_through(name)) {
                let base = number(&growth.base, leaves)?;
                if base.is_negative() {
                    let change = number(&growth.change, leaves)?;
                    return Err(match (base.to_decimal(), change.to_decimal()) {
                        (Some(dasar), Some(perubahan)) => Reason::NegativeBase { dasar, perubahan },
                        _ => Reason::Overflow,
                    });
                }
            }
            Ok(value)
        }
        _ => leaves.leaf(node),
    }
}

/// Compares two figures; both are looked at.
pub(super) fn compare(op: CompareOp, left: &Node, right: &Node, leaves: &mut dyn Leaves) -> Result<bool, Reason> {
    let (left, right) = (number(left, leaves), number(right, leaves));
    Ok(op.holds(left?.cmp(&right?)))
}
