//! Growth: `(a - b) / b` in its many spellings. Over a base below zero the
//! percentage has no meaning (contract.md 2), so the base must be found.

use super::{ArithmeticOp, Expr, Node};
use rust_decimal::Decimal;

/// The part that a growth is taken over, if this node is a growth: `(a - b) / b`
/// with any constant factors, in any order, or `a / b - 1` (`a / b * 100 - 100`).
pub(super) fn base(node: &Node) -> Option<&Node> {
    match &node.expr {
        Expr::Arithmetic { op: ArithmeticOp::Multiply | ArithmeticOp::Divide, .. } => {
            let factors = factors(node);
            let (over, under): (Vec<&Factor>, Vec<&Factor>) = factors.iter().partition(|factor| !factor.inverted);
            under.iter().map(|factor| factor.node).find(|base| over.iter().any(|factor| is_change(factor.node, base)))
        }
        Expr::Arithmetic { op: ArithmeticOp::Subtract, left, right } => {
            let taken = constant(right)?;
            let (mut product, mut over, mut under) = (Decimal::ONE, 0, Vec::new());
            for factor in factors(left) {
                match constant(factor.node) {
                    Some(value) if factor.inverted => product = product.checked_div(value)?,
                    Some(value) => product = product.checked_mul(value)?,
                    None if factor.inverted => under.push(factor.node),
                    None => over += 1,
                }
            }
            let [base] = under[..] else { return None };
            (over == 1 && product == taken && !taken.is_zero()).then_some(base)
        }
        _ => None,
    }
}

/// `a - base`; or `base - a` where both are the same measure in two years (a decrease).
fn is_change(node: &Node, base: &Node) -> bool {
    match &node.expr {
        Expr::Arithmetic { op: ArithmeticOp::Subtract, left, right } => {
            **right == *base || **left == *base && same_name(left, right)
        }
        Expr::Negate(inner) => is_change(inner, base),
        _ => false,
    }
}

fn same_name(left: &Node, right: &Node) -> bool {
    match (&left.expr, &right.expr) {
        (Expr::Name { name: a, .. }, Expr::Name { name: b, .. }) => a == b,
        _ => false,
    }
}

/// A part of a product.
pub(super) struct Factor<'a> {
    pub node: &'a Node,
    /// Divided by, rather than multiplied with.
    pub inverted: bool,
}

/// The factors of a chain of `*` and `/`, in the order they are written.
pub(super) fn factors(node: &Node) -> Vec<Factor<'_>> {
    let mut found = Vec::new();
    collect(node, false, &mut found);
    found
}

fn collect<'a>(node: &'a Node, inverted: bool, found: &mut Vec<Factor<'a>>) {
    match &node.expr {
        Expr::Arithmetic { op: ArithmeticOp::Multiply, left, right } => {
            collect(left, inverted, found);
            collect(right, inverted, found);
        }
        Expr::Arithmetic { op: ArithmeticOp::Divide, left, right } => {
            collect(left, inverted, found);
            collect(right, !inverted, found);
        }
        _ => found.push(Factor { node, inverted }),
    }
}

fn constant(node: &Node) -> Option<Decimal> {
    match &node.expr {
        Expr::Number(value) => Some(*value),
        _ => None,
    }
}
