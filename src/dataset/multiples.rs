//! A column's figures as whole numbers, so that sums of them are exact and cheap.

use rust_decimal::Decimal;

/// One column's figures as whole multiples of their greatest common divisor.
pub(super) struct Figures {
    pub(super) values: Vec<i128>,
    /// `sums[i]` is the sum of the first `i` values.
    pub(super) sums: Vec<i128>,
    /// A figure that the report prints rests on it: here the sums must hold.
    pub(super) rests: bool,
}

impl Figures {
    pub(super) fn new(values: &[Decimal], rests: bool) -> Option<Self> {
        let scale = values.iter().map(|value| value.normalize().scale()).max()?;
        let whole = |value: &Decimal| {
            let value = value.normalize();
            10_i128.checked_pow(scale - value.scale()).and_then(|factor| value.mantissa().checked_mul(factor))
        };
        let whole: Vec<i128> = values.iter().map(whole).collect::<Option<_>>()?;
        let divisor = whole.iter().fold(0, |divisor, value| gcd(divisor, value.unsigned_abs()));
        let divisor = i128::try_from(divisor).ok().filter(|divisor| *divisor > 0)?;
        let values: Vec<i128> = whole.into_iter().map(|value| value / divisor).collect();
        let mut sums = Vec::with_capacity(values.len() + 1);
        let mut sum = 0_i128;
        sums.push(sum);
        for value in &values {
            sum = sum.checked_add(*value)?;
            sums.push(sum);
        }
        Some(Self { values, sums, rests })
    }

    pub(super) fn total(&self) -> i128 {
        self.sums.last().copied().unwrap_or(0)
    }

    pub(super) fn between(&self, from: usize, to: usize) -> i128 {
        self.sums[to] - self.sums[from]
    }
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}
