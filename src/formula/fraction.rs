//! Fractions of sums of products: what a formula is once its spelling is taken away.

use super::{ArithmeticOp, Exact};
use std::collections::BTreeMap;

/// The most terms of a sum, and factors of a product, that are still told apart.
const TERMS: usize = 64;
/// The most bits of a number among them: measures over measures double its digits at every step, without an end.
const MOST_BITS: u64 = 1024;

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

impl Sum {
    pub fn one(product: Product, times: Exact) -> Self {
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
        (made.0.len() <= TERMS && !made.is_long()).then_some(made)
    }

    /// Whether one of its numbers is longer than any that a growth is told by.
    fn is_long(&self) -> bool {
        self.0.values().any(|times| times.is_longer_than(MOST_BITS))
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
    pub fn number(times: Exact) -> Self {
        Self { times, over: Vec::new(), under: Vec::new() }
    }

    pub fn of_sum(sum: Sum) -> Self {
        match sum.as_number() {
            Some(value) => Self::number(value),
            None => Self { times: Exact::from(1usize), over: vec![sum], under: Vec::new() },
        }
    }

    pub fn negated(mut self) -> Self {
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

/// None where there is too much of it, or nil divides.
pub(super) fn joined(op: ArithmeticOp, first: Fraction, second: Fraction) -> Option<Fraction> {
    let made = match op {
        ArithmeticOp::Add => first.plus(second),
        ArithmeticOp::Subtract => first.plus(second.negated()),
        ArithmeticOp::Multiply => first.by(second),
        ArithmeticOp::Divide => first.by(second.inverted()?),
    };
    made.filter(|made| !made.times.is_longer_than(MOST_BITS) && !made.over.iter().chain(&made.under).any(Sum::is_long))
}
