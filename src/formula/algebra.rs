//! Formulas as fractions of sums (`fraction.rs`): what divides what, however it is
//! written. It tells growth (`growth.rs`) and gives no figure itself.

use super::fraction::{Fraction, Product, Sum, joined};
use super::{ArithmeticOp, Exact, Expr, Formula, Node, Span};
use crate::vocabulary::Year;

/// The formula that a measure's name stands for, where one may look through it:
/// none for a measure with fixed values, whose figure need not come from its formula.
pub(super) type LookThrough<'l, 'f> = &'l dyn Fn(&str) -> Option<&'f Formula>;

/// What is not taken apart: a measure at a year, a figure over rows, an absolute value.
struct Quantity {
    /// The node with its years made out, by which it is known again.
    known_by: Node,
    node: Node,
    /// Of an absolute value: what stands within, above its bar.
    within: Vec<Sum>,
}

/// How many nodes may stand within each other, through measures too: what is deeper is not taken apart.
const NESTED: usize = 80;

/// One way to look at a formula.
pub(super) struct Algebra<'l, 'f> {
    pub through: LookThrough<'l, 'f>,
    /// The year n; without it `[n-1]` and `[2020]` are different years.
    pub tahun: Option<Year>,
    /// Whether measures over rows are looked through as well, where they are taken at n.
    pub rows: bool,
    /// Conditions that are taken to hold, or not to.
    pub decided: Vec<(Node, bool)>,
    /// Whether an IF whose condition is not decided ends the look; else it is a quantity of its own.
    pub parts_ifs: bool,
    /// The condition that the look ended at.
    pub asked: Option<Node>,
    /// Whether there was a measure that was too deep to be looked through.
    pub is_cut: bool,
    /// Whether there was a measure over rows that was not looked through, and might be.
    pub is_over_rows: bool,
    /// How many nodes may still be looked at.
    pub steps: usize,
    quantities: Vec<Quantity>,
    /// How many nodes the one that is looked at stands within.
    nested: usize,
}

impl<'l, 'f> Algebra<'l, 'f> {
    pub fn new(through: LookThrough<'l, 'f>, tahun: Option<Year>, steps: usize) -> Self {
        Self {
            through,
            tahun,
            rows: false,
            decided: Vec::new(),
            parts_ifs: true,
            asked: None,
            is_cut: false,
            is_over_rows: false,
            steps,
            quantities: Vec::new(),
            nested: 0,
        }
    }

    /// A node as a fraction, measures looked through `deep` times; None where the
    /// look ended at a condition or has no steps left.
    pub fn fraction(&mut self, node: &Node, deep: usize) -> Option<Fraction> {
        self.steps = self.steps.checked_sub(1)?;
        if self.nested >= NESTED {
            return Some(self.quantity(node, Vec::new()));
        }
        self.nested += 1;
        let made = self.taken_apart(node, deep);
        self.nested -= 1;
        made
    }

    fn taken_apart(&mut self, node: &Node, deep: usize) -> Option<Fraction> {
        match &node.expr {
            Expr::Number(value) => Some(Fraction::number(Exact::from(*value))),
            Expr::Negate(inner) => Some(self.fraction(inner, deep)?.negated()),
            Expr::Round { value, .. } => self.fraction(value, deep),
            Expr::Abs(inner) => {
                let within = self.fraction(inner, deep)?.over;
                Some(self.quantity(node, within))
            }
            Expr::Arithmetic { op, left, right } => {
                let (first, second) = (self.fraction(left, deep)?, self.fraction(right, deep)?);
                Some(joined(*op, first, second).unwrap_or_else(|| self.quantity(node, Vec::new())))
            }
            Expr::If { condition, then, otherwise } => {
                let is_known = self.decided.iter().find(|(known, _)| known == &**condition).map(|(_, holds)| *holds);
                match is_known {
                    Some(holds) => self.fraction(if holds { then } else { otherwise }, deep),
                    None if self.parts_ifs => {
                        self.asked = Some((**condition).clone());
                        None
                    }
                    None => Some(self.quantity(node, Vec::new())),
                }
            }
            Expr::Name { .. } => match self.look_through(node) {
                Some(inner) if deep > 0 => self.fraction(&inner, deep - 1),
                seen => {
                    self.is_cut |= seen.is_some();
                    Some(self.quantity(node, Vec::new()))
                }
            },
            _ => Some(self.quantity(node, Vec::new())),
        }
    }

    fn quantity(&mut self, node: &Node, within: Vec<Sum>) -> Fraction {
        let mut known_by = node.clone();
        if let Some(tahun) = self.tahun {
            known_by.make_out_years(tahun);
        }
        let at = self.quantities.iter().position(|known| known.known_by == known_by).unwrap_or_else(|| {
            self.quantities.push(Quantity { known_by, node: node.clone(), within });
            self.quantities.len() - 1
        });
        Fraction::of_sum(Sum::one(vec![at], Exact::from(1usize)))
    }

    /// What a measure's name stands for, its years counted from the name's own. What rests on rows
    /// is always of the year it is taken at: only at n is it the same there as here.
    fn look_through(&mut self, node: &Node) -> Option<Node> {
        let Expr::Name { sumber: None, name, year } = &node.expr else { return None };
        let mut inner = (self.through)(name)?.root.clone();
        let is_own = year.is_own() || self.tahun.is_some_and(|tahun| year.at(tahun) == tahun);
        if inner.takes_rows() && !(self.rows && is_own) {
            self.is_over_rows |= is_own;
            return None;
        }
        if !year.is_own() {
            inner.move_years(*year, &node.span);
        }
        Some(inner)
    }

    /// Of a sum that is an absolute value alone, what stands within.
    pub fn within(&self, sum: &Sum) -> &[Sum] {
        let alone = sum.0.keys().next().filter(|product| sum.0.len() == 1 && product.len() == 1);
        alone.and_then(|product| self.quantities.get(product[0])).map_or(&[], |quantity| &quantity.within)
    }

    /// Whether two products are the same things in whatever years.
    pub fn same_things(&self, first: &Product, second: &Product) -> bool {
        let mut left = second.clone();
        let same = |a: usize, b: usize| super::growth::same_thing(&self.quantities[a].node, &self.quantities[b].node);
        first.len() == second.len()
            && first.iter().all(|own| {
                let at = left.iter().position(|other| same(*own, *other));
                at.map(|at| left.remove(at)).is_some()
            })
    }

    /// A sum as a formula again, what is added before what is taken away.
    pub fn node(&self, sum: &Sum, span: &Span) -> Node {
        let at = |expr: Expr| Node { expr, span: span.clone() };
        let join =
            |op: ArithmeticOp, left: Node, right: Node| at(Expr::Arithmetic { op, left: Box::new(left), right: Box::new(right) });
        let (taken, added): (Vec<_>, Vec<_>) = sum.0.iter().partition(|(_, times)| times.is_negative());
        let term = |(product, times): (&Product, &Exact)| {
            let times = times.abs();
            let number = at(Expr::Number(times.to_decimal().unwrap_or_default()));
            let mut parts = product.iter().map(|quantity| self.quantities[*quantity].node.clone());
            match (times == Exact::from(1usize), parts.next()) {
                (_, None) => number,
                (true, Some(first)) => parts.fold(first, |made, part| join(ArithmeticOp::Multiply, made, part)),
                (false, Some(first)) => {
                    std::iter::once(first).chain(parts).fold(number, |made, part| join(ArithmeticOp::Multiply, made, part))
                }
            }
        };
        let mut terms = added.into_iter().map(term).map(|node| (ArithmeticOp::Add, node)).collect::<Vec<_>>();
        terms.extend(taken.into_iter().map(term).map(|node| (ArithmeticOp::Subtract, node)));
        let made = terms.into_iter().reduce(|(first, made), (op, node)| {
            let made = if first == ArithmeticOp::Subtract { at(Expr::Negate(Box::new(made))) } else { made };
            (ArithmeticOp::Add, join(op, made, node))
        });
        match made {
            None => at(Expr::Number(rust_decimal::Decimal::ZERO)),
            Some((ArithmeticOp::Subtract, only)) => at(Expr::Negate(Box::new(only))),
            Some((_, made)) => made,
        }
    }
}

/// Whether a node could be a growth at all: it divides and adds up, or names what may.
pub(super) fn may_grow(node: &Node, through: LookThrough) -> bool {
    let mut seen = [false; 2];
    is_named(node, through, &mut seen) || seen == [true; 2]
}

/// Whether a measure that may be looked through is named; what divides and what adds up is noted.
fn is_named(node: &Node, through: LookThrough, seen: &mut [bool; 2]) -> bool {
    match &node.expr {
        Expr::Arithmetic { op: ArithmeticOp::Divide, .. } => seen[0] = true,
        Expr::Arithmetic { op: ArithmeticOp::Add | ArithmeticOp::Subtract, .. } => seen[1] = true,
        Expr::Name { sumber: None, name, .. } => return through(name).is_some(),
        Expr::Aggregate(_) => return false,
        _ => {}
    }
    node.children().into_iter().any(|part| is_named(part, through, seen))
}
