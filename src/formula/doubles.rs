//! How arithmetic comes out in doubles, as Excel and LibreOffice reckon: whether
//! they would tell two values apart as the exact fractions do.

use super::{ArithmeticOp, Expr, Node};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// Values closer than this part of them are the same to both programs.
const SAME: f64 = 4e-16;
/// Values farther apart than this part of them are different to both.
const APART: f64 = 1e-14;

/// Whether two doubles stand to each other as the exact values do.
pub(super) fn agree(order: Ordering, first: f64, second: f64) -> bool {
    let apart = (first - second).abs();
    let size = first.abs().max(second.abs());
    match order {
        Ordering::Equal => apart <= size * SAME,
        order => apart > size * APART && first.partial_cmp(&second) == Some(order),
    }
}

/// Whether a number has no more digits than both programs compare.
pub(super) fn is_short(value: Decimal) -> bool {
    value.mantissa().unsigned_abs() < 10u128.pow(15)
}

/// What arithmetic rests on.
pub(super) trait Doubles {
    fn leaf(&self, node: &Node) -> Option<f64>;
    fn truth(&self, node: &Node) -> bool;
}

/// A node's value in doubles; `None` where it has none.
pub(super) fn double(node: &Node, leaves: &dyn Doubles) -> Option<f64> {
    Some(match &node.expr {
        Expr::Number(value) => nearest(*value),
        Expr::Negate(inner) => -double(inner, leaves)?,
        Expr::Abs(inner) => double(inner, leaves)?.abs(),
        Expr::Arithmetic { op, left, right } => {
            let (left, right) = (double(left, leaves)?, double(right, leaves)?);
            match op {
                ArithmeticOp::Add => left + right,
                ArithmeticOp::Subtract => left - right,
                ArithmeticOp::Multiply => left * right,
                ArithmeticOp::Divide => left / right,
            }
        }
        Expr::If { condition, then, otherwise } => double(if leaves.truth(condition) { then } else { otherwise }, leaves)?,
        Expr::Round { value, digits } => {
            let unit = 10f64.powi(*digits);
            (double(value, leaves)? * unit).round() / unit
        }
        _ => return leaves.leaf(node),
    })
}

/// The double nearest to a decimal.
pub(super) fn nearest(value: Decimal) -> f64 {
    let (mantissa, scale) = (value.mantissa(), value.scale());
    // Both parts are exact up to here, and their quotient is rounded once.
    if mantissa.unsigned_abs() < 1 << 53 && scale <= 22 {
        return mantissa as f64 / 10f64.powi(scale as i32);
    }
    // A decimal's text is always a number.
    value.to_string().parse().unwrap_or_default()
}
