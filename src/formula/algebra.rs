//! Formulas as fractions of sums: what divides what, however it is written. It
//! tells growth (`growth.rs`) and gives no figure itself.

use super::growth::constant;
use super::{ArithmeticOp, Exact, Expr, Formula, Node, Span, YearRef};
use crate::vocabulary::Year;
use std::collections::BTreeMap;

/// The formula that a measure's name stands for, where one may look through it:
/// none for a measure with fixed values, whose figure need not come from its formula.
pub(super) type LookThrough<'l, 'f> = &'l dyn Fn(&str) -> Option<&'f Formula>;

/// The most terms of a sum, and factors of a product, that are still told apart.
const TERMS: usize = 64;

/// Quantities multiplied with each other, by their number in [`Algebra`]; none for a plain number.
pub(super) type Product = Vec<usize>;

/// A sum of products, each so many times; never zero times.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Sum(pub BTreeMap<Product, Exact>);

/// `times` x all of `over` / all of `under`. Rounding is left out: what is rounded is the same quantity.
#[derive(Clone, Debug)]
pub(super) struct Fraction {
    times: Exact,
    pub over: Vec<Sum>,
    pub under: Vec<Sum>,
}

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
    /// How many nodes may still be looked at.
    pub steps: usize,
    quantities: Vec<Quantity>,
    /// How many nodes the one that is looked at stands within.
    nested: usize,
}

impl Sum {
    fn one(product: Product, times: Exact) -> Self {
        Self(BTreeMap::from([(product, times)]))
    }

    fn number(value: Exact) -> Self {
        Self::one(Vec::new(), value)
    }

    pub fn scaled(&self, times: &Exact) -> Self {
        Self(self.0.iter().map(|(product, own)| (product.clone(), own.multiply(times))).collect())
    }

    fn plus(mut self, other: &Self) -> Self {
        for (product, times) in &other.0 {
            let sum = self.0.get(product).map_or_else(|| times.clone(), |own| own.add(times));
            if sum.is_zero() {
                self.0.remove(product);
            } else {
                self.0.insert(product.clone(), sum);
            }
        }
        self
    }

    /// None where it would be too long.
    pub fn by(&self, other: &Self) -> Option<Self> {
        let mut made = Self(BTreeMap::new());
        for (product, times) in &self.0 {
            let part = other.0.iter().map(|(more, own)| {
                let mut joined = [product.as_slice(), more].concat();
                joined.sort_unstable();
                (joined, own.multiply(times))
            });
            made = made.plus(&Self(part.collect()));
        }
        (made.0.len() <= TERMS).then_some(made)
    }

    /// How many times `other` this is, throughout; None where it is no multiple of it.
    fn as_multiple_of(&self, other: &Self) -> Option<Exact> {
        (self.0.len() == other.0.len()).then(|| self.times_of(other)).flatten()
    }

    /// How many times the whole of `other` is in this sum: none where it is not at all, or its parts are in different measure.
    pub fn times_of(&self, other: &Self) -> Option<Exact> {
        let mut times = other.0.iter().map(|(product, own)| self.0.get(product)?.divide(own));
        let first = times.next()??;
        times.all(|more| more.as_ref() == Some(&first)).then_some(first)
    }

    fn as_number(&self) -> Option<Exact> {
        match self.0.len() {
            0 => Some(Exact::zero()),
            1 => self.0.get(&Product::new()).cloned(),
            _ => None,
        }
    }

    /// What all products have in common, taken out of them.
    fn parted(mut self) -> (Product, Self) {
        let mut common: Product = self.0.keys().next().cloned().unwrap_or_default();
        for product in self.0.keys() {
            let mut left = product.clone();
            common.retain(|quantity| match left.iter().position(|own| own == quantity) {
                Some(at) => {
                    left.remove(at);
                    true
                }
                None => false,
            });
        }
        if !common.is_empty() {
            let without = |mut product: Product| {
                for quantity in &common {
                    if let Some(at) = product.iter().position(|own| own == quantity) {
                        product.remove(at);
                    }
                }
                product
            };
            self = Self(self.0.into_iter().map(|(product, times)| (without(product), times)).collect());
        }
        (common, self)
    }
}

impl Fraction {
    fn number(times: Exact) -> Self {
        Self { times, over: Vec::new(), under: Vec::new() }
    }

    fn of_sum(sum: Sum) -> Self {
        match sum.as_number() {
            Some(value) => Self::number(value),
            None => Self { times: Exact::from(1usize), over: vec![sum], under: Vec::new() },
        }
    }

    fn negated(mut self) -> Self {
        self.times = self.times.negate();
        self
    }

    /// None where there is too much of it.
    fn by(self, other: Self) -> Option<Self> {
        let times = self.times.multiply(&other.times);
        if times.is_zero() {
            return Some(Self::number(times));
        }
        let of = |first: Vec<Sum>, second: Vec<Sum>| first.into_iter().chain(second).collect::<Vec<Sum>>();
        let made = Self { times, over: of(self.over, other.over), under: of(self.under, other.under) };
        (made.over.len() + made.under.len() <= TERMS).then(|| made.cancelled())
    }

    /// One over this. The number before it goes with what divides, so that the divisor stays what was written.
    fn inverted(mut self) -> Option<Self> {
        let times = match self.over.first_mut() {
            Some(first) => {
                *first = first.scaled(&self.times);
                Exact::from(1usize)
            }
            None => Exact::from(1usize).divide(&self.times)?,
        };
        Some(Self { times, over: self.under, under: self.over })
    }

    fn cancelled(mut self) -> Self {
        let mut at = 0;
        while let Some(over) = self.over.get(at) {
            let found = self.under.iter().enumerate().find_map(|(same, under)| Some((same, over.as_multiple_of(under)?)));
            match found {
                Some((same, times)) => {
                    self.times = self.times.multiply(&times);
                    self.over.remove(at);
                    self.under.remove(same);
                }
                None => at += 1,
            }
        }
        self
    }

    fn plus(self, mut other: Self) -> Option<Self> {
        let mut under = self.under.clone();
        let mut mine_left: Vec<usize> = (0..under.len()).collect();
        let mut more = Vec::new();
        for own in &other.under {
            let same = mine_left.iter().position(|at| own.as_multiple_of(&under[*at]).is_some());
            match same {
                Some(same) => {
                    let times = own.as_multiple_of(&under[mine_left.remove(same)])?;
                    other.times = other.times.divide(&times)?;
                }
                None => more.push(own.clone()),
            }
        }
        let only_mine: Vec<Sum> = mine_left.iter().map(|at| under[*at].clone()).collect();
        let expand = |times: Exact, over: &[Sum], by: &[Sum]| {
            over.iter().chain(by).try_fold(Sum::number(times), |made, factor| made.by(factor))
        };
        let sum = match (self.times.is_zero(), other.times.is_zero()) {
            (true, _) => return Some(other),
            (_, true) => return Some(self),
            _ => expand(self.times, &self.over, &more)?.plus(&expand(other.times, &other.over, &only_mine)?),
        };
        under.extend(more);
        let (common, rest) = sum.parted();
        let mut made = Self::of_sum(rest);
        if made.times.is_zero() {
            return Some(made);
        }
        made.over.extend(common.into_iter().map(|quantity| Sum::one(vec![quantity], Exact::from(1usize))));
        made.under = under;
        Some(made.cancelled())
    }
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
    fn look_through(&self, node: &Node) -> Option<Node> {
        let Expr::Name { sumber: None, name, year } = &node.expr else { return None };
        let mut inner = (self.through)(name)?.root.clone();
        let is_own = year.is_own() || self.tahun.is_some_and(|tahun| year.at(tahun) == tahun);
        if inner.takes_rows() && !(self.rows && is_own) {
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

/// None where there is too much of it, or nil divides.
fn joined(op: ArithmeticOp, first: Fraction, second: Fraction) -> Option<Fraction> {
    match op {
        ArithmeticOp::Add => first.plus(second),
        ArithmeticOp::Subtract => first.plus(second.negated()),
        ArithmeticOp::Multiply => first.by(second),
        ArithmeticOp::Divide => first.by(second.inverted()?),
    }
}

impl Node {
    fn takes_rows(&self) -> bool {
        matches!(self.expr, Expr::Aggregate(_)) || self.children().into_iter().any(Node::takes_rows)
    }

    /// Names every year by its number, n being `tahun`.
    fn make_out_years(&mut self, tahun: Year) {
        self.each_year(&mut |year| *year = YearRef::Fixed(year.at(tahun)));
    }

    /// Moves every year from one counted at `year` to one counted where `year` is; places all at `span`.
    fn move_years(&mut self, year: YearRef, span: &Span) {
        self.place_at(span);
        self.each_year(&mut |own| {
            *own = match (year, *own) {
                (_, YearRef::Fixed(fixed)) => YearRef::Fixed(fixed),
                (YearRef::Fixed(fixed), own) => YearRef::Fixed(own.at(fixed)),
                (YearRef::Back(back), YearRef::Back(more)) => YearRef::Back(back.saturating_add(more)),
            };
        });
    }

    fn place_at(&mut self, span: &Span) {
        self.span = span.clone();
        self.children_mut().into_iter().for_each(|part| part.place_at(span));
    }

    fn each_year(&mut self, change: &mut dyn FnMut(&mut YearRef)) {
        match &mut self.expr {
            Expr::Name { year, .. } => change(year),
            Expr::Aggregate(of) => of.isian.iter_mut().for_each(|(_, year)| change(year)),
            _ => {}
        }
        self.children_mut().into_iter().for_each(|part| part.each_year(change));
    }

    fn children_mut(&mut self) -> Vec<&mut Node> {
        match &mut self.expr {
            Expr::Number(_) | Expr::Text(_) | Expr::Date(_) | Expr::Name { .. } => Vec::new(),
            Expr::Negate(inner) | Expr::Not(inner) | Expr::Abs(inner) => vec![inner],
            Expr::Round { value, .. } | Expr::IsEmpty { value, .. } => vec![value],
            Expr::Arithmetic { left, right, .. } | Expr::Compare { left, right, .. } => vec![left, right],
            Expr::In { value, list, .. } => std::iter::once(&mut **value).chain(list).collect(),
            Expr::And(parts) | Expr::Or(parts) => parts.iter_mut().collect(),
            Expr::If { condition, then, otherwise } => vec![condition, then, otherwise],
            Expr::Aggregate(aggregate) => aggregate.condition.iter_mut().map(|condition| &mut **condition).collect(),
        }
    }
}

/// Whether a node could be a growth at all: it divides, or names what may.
pub(super) fn may_divide(node: &Node, through: LookThrough) -> bool {
    match &node.expr {
        Expr::Arithmetic { op: ArithmeticOp::Divide, right, .. } if constant(right).is_none() => true,
        Expr::Name { sumber: None, name, .. } => through(name).is_some(),
        Expr::Aggregate(_) => false,
        _ => node.children().into_iter().any(|part| may_divide(part, through)),
    }
}
