//! A column's figures as whole numbers, so that sums of them are exact and cheap.

use rust_decimal::Decimal;
use std::sync::Arc;

/// One column's figures as whole multiples of their greatest common divisor.
#[derive(Clone)]
pub(crate) struct Figures {
    /// `sums[i]` is the sum of the first `i` values.
    pub(crate) sums: Arc<Vec<i128>>,
    /// A figure that the report prints rests on it: here the sums must hold.
    pub(crate) rests: bool,
}

impl Figures {
    pub(crate) fn new(values: &[Decimal], rests: bool) -> Option<Self> {
        Self::of(|| values.iter().copied(), rests)
    }

    /// The same of values that are made as they are asked for.
    pub(crate) fn of<I: ExactSizeIterator<Item = Decimal>>(values: impl Fn() -> I, rests: bool) -> Option<Self> {
        let scale = values().map(|value| value.normalize().scale()).max()?;
        let whole = |value: Decimal| {
            let value = value.normalize();
            10_i128.checked_pow(scale - value.scale()).and_then(|factor| value.mantissa().checked_mul(factor))
        };
        let mut sums: Vec<i128> = Vec::with_capacity(values().len() + 1);
        for value in values() {
            sums.push(whole(value)?);
        }
        let divisor = sums.iter().fold(0, |divisor, value| if divisor == 1 { 1 } else { gcd(divisor, value.unsigned_abs()) });
        let divisor = i128::try_from(divisor).ok().filter(|divisor| *divisor > 0)?;
        let mut sum = 0_i128;
        for place in &mut sums {
            sum = sum.checked_add(if divisor == 1 { *place } else { *place / divisor })?;
            *place = sum;
        }
        sums.insert(0, 0);
        Some(Self { sums: Arc::new(sums), rests })
    }

    pub(crate) fn value(&self, row: usize) -> i128 {
        self.between(row, row + 1)
    }

    pub(crate) fn total(&self) -> i128 {
        self.sums.last().copied().unwrap_or(0)
    }

    pub(crate) fn between(&self, from: usize, to: usize) -> i128 {
        self.sums[to] - self.sums[from]
    }
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}
