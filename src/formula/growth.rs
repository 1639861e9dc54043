//! Growth: `(a - b) / b` however it is written, through measures and the branches of
//! IF too. Over a base below zero the percentage has no meaning, so the base must be
//! found. What counts is the quotient, not its spelling (`algebra.rs`): a sum over a
//! divisor that it holds, taken away, is a growth over that divisor.

use super::algebra::{Algebra, LookThrough, may_grow};
use super::fraction::{Fraction, Sum};
use super::{ArithmeticOp, Exact, Expr, Node};
use crate::vocabulary::Year;

/// How many measures may stand within each other before one looks no further.
const DEEP: usize = 8;
/// How many conditions of IF are told apart.
const CONDITIONS: usize = 4;
/// How many nodes one look takes in all.
const STEPS: usize = 4_000;

/// A growth's parts, their years those of the node.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Growth {
    /// What it is taken over.
    pub base: Node,
    /// What it is a part of the base.
    pub change: Node,
}

/// What a node is, by the conditions of the IFs in it.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Found {
    None,
    Growth(Growth),
    Either { condition: Node, then: Box<Found>, otherwise: Box<Found> },
}

impl Found {
    /// Every growth, whatever the conditions.
    pub fn all(self) -> Vec<Growth> {
        match self {
            Found::None => Vec::new(),
            Found::Growth(growth) => vec![growth],
            Found::Either { then, otherwise, .. } => then.all().into_iter().chain(otherwise.all()).collect(),
        }
    }
}

/// What growth a node is where n is `tahun`, if any: `(a - b) / b` with any constant
/// factors, in any order, or `a / b - 1` (`a / b * 100 - 100`), or `1 - a / b` where
/// both are the same in two years (a decrease). The base may be a sum or a product
/// itself, written out or by a measure's name: all of it must be in the change.
pub(super) fn growth(node: &Node, through: LookThrough, tahun: Option<Year>) -> Found {
    // Looked at first because it costs nothing: this is asked for every row.
    if !matches!(node.expr, Expr::Arithmetic { .. }) || !may_grow(node, through) {
        return Found::None;
    }
    let mut steps = STEPS;
    search(node, through, tahun, &mut Vec::new(), &mut steps)
}

fn search(node: &Node, through: LookThrough, tahun: Option<Year>, decided: &mut Vec<(Node, bool)>, steps: &mut usize) -> Found {
    let mut is_over_rows = false;
    for rows in [false, true] {
        // A second look is worth it only where there is more to be seen.
        if rows && !is_over_rows {
            break;
        }
        for deep in 0..=DEEP {
            let mut algebra = Algebra::new(through, tahun, *steps);
            (algebra.rows, algebra.parts_ifs) = (rows, decided.len() < CONDITIONS);
            algebra.decided.clone_from(decided);
            let fraction = algebra.fraction(node, deep);
            *steps = algebra.steps;
            if let Some(condition) = algebra.asked {
                let mut branch = |holds: bool| {
                    decided.push((condition.clone(), holds));
                    let found = search(node, through, tahun, decided, steps);
                    decided.pop();
                    found
                };
                let (then, otherwise) = (branch(true), branch(false));
                if then == otherwise {
                    return then;
                }
                return Found::Either { condition, then: Box::new(then), otherwise: Box::new(otherwise) };
            }
            let Some(fraction) = fraction else { return Found::None };
            if let Some(growth) = in_fraction(&fraction, &algebra, node) {
                return Found::Growth(growth);
            }
            is_over_rows |= algebra.is_over_rows;
            if !algebra.is_cut {
                break;
            }
        }
    }
    Found::None
}

fn in_fraction(fraction: &Fraction, algebra: &Algebra, node: &Node) -> Option<Growth> {
    let mut bases: Vec<Sum> = fraction.under.clone();
    if let [first, rest @ ..] = &fraction.under[..]
        && !rest.is_empty()
    {
        bases.extend(rest.iter().try_fold(first.clone(), |made, factor| made.by(factor)));
    }
    let changes = fraction.over.iter().flat_map(|over| std::iter::once(over).chain(algebra.within(over)));
    let changes: Vec<&Sum> = changes.collect();
    bases.iter().find_map(|base| changes.iter().find_map(|change| told(change, base, algebra, node)))
}

/// The growth that `change` over `base` is, if it is one.
fn told(change: &Sum, base: &Sum, algebra: &Algebra, node: &Node) -> Option<Growth> {
    let times = change.times_of(base)?;
    let opposite = times.negate();
    let others: Vec<_> = change.0.iter().filter(|(product, _)| !base.0.contains_key(*product)).collect();
    let is_as_often = others.iter().any(|(product, own)| !product.is_empty() && **own == opposite);
    let is_growth = if times.is_negative() {
        let fits = |own: &Exact| base.0.values().any(|of_base| *own == of_base.multiply(&opposite));
        is_as_often || others.iter().any(|(product, own)| !product.is_empty() && fits(own))
    } else {
        // `b - a`, where both are the same in two years; else it is the rest of a share.
        let is_of = |product: &Vec<usize>, own: &Exact| {
            others.iter().any(|(other, times)| **times == own.multiply(&opposite) && algebra.same_things(other, product))
        };
        others.len() == base.0.len() && base.0.iter().all(|(product, own)| is_of(product, own))
    };
    if !is_growth {
        return None;
    }
    // Said of the base itself, not of a hundredth of it.
    let size = base.0.values().next()?.abs();
    let is_even = !is_as_often && base.0.values().all(|own| own.abs() == size);
    let one = Exact::from(1usize);
    let unit = if is_even { one.divide(&size)? } else { one };
    let apart = Exact::from(1usize).divide(&opposite)?.multiply(&unit);
    Some(Growth { base: algebra.node(&base.scaled(&unit), &node.span), change: algebra.node(&change.scaled(&apart), &node.span) })
}

/// The same measure, or the same figure over rows, in whatever years.
pub(super) fn same_thing(left: &Node, right: &Node) -> bool {
    match (&left.expr, &right.expr) {
        (Expr::Name { name: a, .. }, Expr::Name { name: b, .. }) => a == b,
        (Expr::Aggregate(a), Expr::Aggregate(b)) => {
            let field = |of: &super::Aggregate| of.isian.as_ref().map(|(isian, _)| isian.clone());
            a.function == b.function && a.sumber == b.sumber && a.condition == b.condition && field(a) == field(b)
        }
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

/// The value of a part that is nothing but numbers.
pub(super) fn constant(node: &Node) -> Option<Exact> {
    match &node.expr {
        Expr::Number(value) => Some(Exact::from(*value)),
        Expr::Negate(inner) => Some(constant(inner)?.negate()),
        Expr::Arithmetic { op, left, right } => {
            let (left, right) = (constant(left)?, constant(right)?);
            match op {
                ArithmeticOp::Add => Some(left.add(&right)),
                ArithmeticOp::Subtract => Some(left.subtract(&right)),
                ArithmeticOp::Multiply => Some(left.multiply(&right)),
                ArithmeticOp::Divide => left.divide(&right),
            }
        }
        _ => None,
    }
}
