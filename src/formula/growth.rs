//! Growth: `(a - b) / b` in its many spellings, through measures too. Over a base
//! below zero the percentage has no meaning, so the base must be found.

use super::{ArithmeticOp, Exact, Expr, Formula, Node, YearRef};

/// The formula that a measure's name stands for, where one may look through it:
/// none for a measure with fixed values, whose figure need not come from its formula.
pub(super) type LookThrough<'l, 'f> = &'l dyn Fn(&str) -> Option<&'f Formula>;

/// How many measures may stand within each other before one looks no further.
const DEEP: usize = 8;

/// A growth's parts, their years those of the node.
pub(super) struct Growth {
    /// What it is taken over.
    pub base: Node,
    /// What it is a part of the base.
    pub change: Node,
}

/// The parts of a growth, if this node is one: `(a - b) / b`
/// with any constant factors, in any order, or `a / b - 1` (`a / b * 100 - 100`,
/// `1 - a / b` for a decrease).
pub(super) fn growth(node: &Node, through: LookThrough) -> Option<Growth> {
    match &node.expr {
        Expr::Arithmetic { op: ArithmeticOp::Multiply | ArithmeticOp::Divide, .. } => {
            let factors = factors(node);
            let (over, under): (Vec<&Factor>, Vec<&Factor>) = factors.iter().partition(|factor| !factor.inverted);
            if under.is_empty() {
                return None;
            }
            let changes: Vec<Vec<Term>> = over.iter().map(|factor| terms(factor.node, through)).collect();
            under.iter().find_map(|base| {
                let at = changes.iter().position(|change| is_change(change, base.node, through))?;
                Some(Growth { base: base.node.clone(), change: over[at].node.clone() })
            })
        }
        // Looked at first because it costs nothing: this is asked for every row.
        Expr::Arithmetic { op: ArithmeticOp::Add | ArithmeticOp::Subtract, left, right }
            if is_constant(left) || is_constant(right) =>
        {
            let terms = terms(node, through);
            let [first, second] = &terms[..] else { return None };
            let (constant, ratio) = match (&first.core, &second.core) {
                (None, Some(ratio)) => (&first.times, (&second.times, ratio)),
                (Some(ratio), None) => (&second.times, (&first.times, ratio)),
                _ => return None,
            };
            over_base(constant, ratio.0, ratio.1, through)
        }
        _ => None,
    }
}

/// The parts of `times * a / b + constant`, if that is a growth over b.
fn over_base(constant: &Exact, times: &Exact, ratio: &Node, through: LookThrough) -> Option<Growth> {
    let mut parts = Vec::new();
    opened(ratio, false, through, DEEP, &mut parts);
    let (mut product, mut over, mut under) = (times.clone(), Vec::new(), Vec::new());
    for (node, inverted) in &parts {
        match (self::constant(node), inverted) {
            (Some(value), true) => product = product.divide(&value)?,
            (Some(value), false) => product = product.multiply(&value),
            (None, true) => under.push(node),
            (None, false) => over.push(node),
        }
    }
    let ([over], [base]) = (&over[..], &under[..]) else { return None };
    let opposite = product.add(constant).is_zero() && !product.is_zero();
    // `1 - a / b` is a decrease where both are the same in two years, else the rest of a share.
    let is_other_year = || {
        let over = terms(over, through);
        is_in_another_year(&over.iter().collect::<Vec<_>>(), &terms(base, through), &Exact::from(1usize))
    };
    let growth = opposite && (!product.is_negative() || is_other_year());
    let [over, base] = [*over, *base].map(Node::clone);
    let change = Expr::Arithmetic { op: ArithmeticOp::Subtract, left: over.into(), right: base.clone().into() };
    growth.then(|| Growth { change: Node { expr: change, span: ratio.span.clone() }, base })
}

/// A part of a sum: a constant, or a node times a constant.
struct Term {
    times: Exact,
    core: Option<Node>,
}

/// `a - base`, in any order and with the same constant before both; or `base - a`
/// where both are the same in two years (a decrease). The base may be a sum itself,
/// written out or by a measure's name: all of it must be in the change.
fn is_change(change: &[Term], base: &Node, through: LookThrough) -> bool {
    let base = terms(base, through);
    let Some(times) = times_of(change, &base) else { return false };
    let others: Vec<&Term> = change.iter().filter(|term| !base.iter().any(|own| own.core == term.core)).collect();
    let opposite = times.negate();
    if !times.is_negative() {
        return is_in_another_year(&others, &base, &opposite);
    }
    others.iter().any(|term| {
        term.core.is_some() && (term.times == opposite || base.iter().any(|own| term.times == own.times.multiply(&opposite)))
    })
}

/// How many times the whole base is in a sum: none where it is not at all, or its parts are in different measure.
fn times_of(sum: &[Term], base: &[Term]) -> Option<Exact> {
    let of = |terms: &[Term], core: &Option<Node>| {
        terms.iter().filter(|term| term.core == *core).fold(Exact::zero(), |sum, term| sum.add(&term.times))
    };
    let mut times = base.iter().map(|own| of(sum, &own.core).divide(&of(base, &own.core)));
    let first = times.next()?.filter(|first| !first.is_zero())?;
    times.all(|other| other.as_ref() == Some(&first)).then_some(first)
}

/// Whether these terms are those of `base` in other years, each `times` as often.
fn is_in_another_year(terms: &[&Term], base: &[Term], times: &Exact) -> bool {
    let is_of = |term: &Term, own: &Term| {
        let (Some(core), Some(own_core)) = (&term.core, &own.core) else { return false };
        same_thing(core, own_core) && term.times == own.times.multiply(times)
    };
    terms.len() == base.len() && base.iter().all(|own| terms.iter().any(|term| is_of(term, own)))
}

/// The parts of a sum, looking through measures that are sums themselves.
fn terms(node: &Node, through: LookThrough) -> Vec<Term> {
    let mut found = Vec::new();
    add_terms(node, &Exact::from(1usize), through, DEEP, &mut found);
    found
}

fn add_terms(node: &Node, times: &Exact, through: LookThrough, deep: usize, found: &mut Vec<Term>) {
    if let Some(value) = constant(node) {
        return found.push(Term { times: times.multiply(&value), core: None });
    }
    match &node.expr {
        Expr::Negate(inner) => return add_terms(inner, &times.negate(), through, deep, found),
        Expr::Arithmetic { op, left, right } => match (op, constant(left), constant(right)) {
            (ArithmeticOp::Add, ..) => {
                add_terms(left, times, through, deep, found);
                return add_terms(right, times, through, deep, found);
            }
            (ArithmeticOp::Subtract, ..) => {
                add_terms(left, times, through, deep, found);
                return add_terms(right, &times.negate(), through, deep, found);
            }
            (ArithmeticOp::Multiply, Some(value), _) => {
                return add_terms(right, &times.multiply(&value), through, deep, found);
            }
            (ArithmeticOp::Multiply, _, Some(value)) => {
                return add_terms(left, &times.multiply(&value), through, deep, found);
            }
            (ArithmeticOp::Divide, _, Some(value)) => {
                if let Some(times) = times.divide(&value) {
                    return add_terms(left, &times, through, deep, found);
                }
            }
            _ => {}
        },
        Expr::Name { .. } if deep > 0 => {
            if let Some(inner) = look_through(node, through)
                && is_sum(&inner)
            {
                return add_terms(&inner, times, through, deep - 1, found);
            }
        }
        _ => {}
    }
    found.push(Term { times: times.clone(), core: Some(node.clone()) });
}

fn is_sum(node: &Node) -> bool {
    match &node.expr {
        Expr::Arithmetic { op: ArithmeticOp::Add | ArithmeticOp::Subtract, .. } => true,
        Expr::Arithmetic { left, right, .. } => {
            is_sum(left) && constant(right).is_some() || is_sum(right) && constant(left).is_some()
        }
        Expr::Negate(inner) => is_sum(inner),
        _ => false,
    }
}

/// The factors of a node, and of the measures among them that are products or
/// quotients themselves; each with whether it is divided by.
fn opened(node: &Node, inverted: bool, through: LookThrough, deep: usize, parts: &mut Vec<(Node, bool)>) {
    for factor in factors(node) {
        let inverted = inverted != factor.inverted;
        let inner = look_through(factor.node, through).filter(|inner| deep > 0 && is_product(inner));
        match inner {
            Some(inner) => opened(&inner, inverted, through, deep - 1, parts),
            None => parts.push((factor.node.clone(), inverted)),
        }
    }
}

fn is_product(node: &Node) -> bool {
    matches!(&node.expr, Expr::Arithmetic { op: ArithmeticOp::Multiply | ArithmeticOp::Divide, .. } | Expr::Name { .. })
}

/// What a measure's name stands for, its years counted from the name's own; none
/// where it rests on rows, which are always those of the year it is taken at.
fn look_through(node: &Node, through: LookThrough) -> Option<Node> {
    let Expr::Name { sumber: None, name, year } = &node.expr else { return None };
    let mut inner = through(name)?.root.clone();
    if inner.takes_rows() {
        return None;
    }
    inner.move_years(*year, &node.span);
    Some(inner)
}

impl Node {
    fn takes_rows(&self) -> bool {
        matches!(self.expr, Expr::Aggregate(_)) || self.children().into_iter().any(Node::takes_rows)
    }

    /// Moves every year from one counted at `year` to one counted where `year` is; places all at `span`.
    fn move_years(&mut self, year: YearRef, span: &super::Span) {
        self.span = span.clone();
        match &mut self.expr {
            Expr::Name { year: own, .. } => {
                *own = match (year, *own) {
                    (_, YearRef::Fixed(fixed)) => YearRef::Fixed(fixed),
                    (YearRef::Fixed(fixed), own) => YearRef::Fixed(own.at(fixed)),
                    (YearRef::Back(back), YearRef::Back(more)) => YearRef::Back(back.saturating_add(more)),
                };
            }
            Expr::Number(_) | Expr::Text(_) | Expr::Date(_) | Expr::Aggregate(_) => {}
            Expr::Negate(inner) | Expr::Not(inner) | Expr::Abs(inner) => inner.move_years(year, span),
            Expr::Round { value, .. } | Expr::IsEmpty { value, .. } => value.move_years(year, span),
            Expr::Arithmetic { left, right, .. } | Expr::Compare { left, right, .. } => {
                left.move_years(year, span);
                right.move_years(year, span);
            }
            Expr::In { value, list, .. } => {
                value.move_years(year, span);
                list.iter_mut().for_each(|item| item.move_years(year, span));
            }
            Expr::And(parts) | Expr::Or(parts) => parts.iter_mut().for_each(|part| part.move_years(year, span)),
            Expr::If { condition, then, otherwise } => {
                [condition, then, otherwise].into_iter().for_each(|part| part.move_years(year, span));
            }
        }
    }
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

fn is_constant(node: &Node) -> bool {
    match &node.expr {
        Expr::Number(_) => true,
        Expr::Negate(inner) => is_constant(inner),
        Expr::Arithmetic { left, right, .. } => is_constant(left) && is_constant(right),
        _ => false,
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
