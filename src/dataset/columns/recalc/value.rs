//! What a formula's part comes to.

use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::rc::Rc;

/// A number, and how far a spreadsheet's binary one may be from it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Amount {
    pub value: Decimal,
    pub off: Decimal,
}

#[derive(Clone, PartialEq, Debug)]
pub(super) enum Val {
    Number(Amount),
    /// A serial day.
    Date(Decimal),
    Text(Rc<str>),
    Bool(bool),
    Blank,
    Error(Rc<str>),
}

/// Why a formula has no value.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Halt {
    /// Nobody can say what it gives, or it would cost too much to find out.
    Unknown,
    /// An error value is what it gives.
    Error(Rc<str>),
}

impl Amount {
    /// Up to here a binary number holds every whole one.
    const WHOLE: Decimal = Decimal::from_parts(0, 0x20_0000, 0, false, 0);
    /// More than the last binary digit of one.
    const STEP: Decimal = Decimal::from_parts(3, 0, 0, false, 16);

    /// A number as it stands in a cell or in a formula.
    pub fn typed(value: Decimal) -> Self {
        let off = if is_binary(value) { Decimal::ZERO } else { value.abs().checked_mul(Self::STEP).unwrap_or_default() };
        Self { value, off }
    }

    pub fn count(count: usize) -> Self {
        Self::typed(Decimal::from(count))
    }

    /// A number that nothing was lost of.
    pub fn exact(self) -> Self {
        Self { off: Decimal::ZERO, ..self }
    }

    /// A result, with what its operands brought; whole numbers of whole ones are exact.
    fn worked(value: Decimal, brought: Decimal) -> Option<Self> {
        if brought.is_zero() && is_binary(value) && value.abs() <= Self::WHOLE {
            return Some(Self { value, off: Decimal::ZERO });
        }
        let own = value.abs().checked_mul(Self::STEP)?;
        Some(Self { value, off: brought.checked_add(own)? })
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        Self::worked(self.value.checked_add(other.value)?, self.off.checked_add(other.off)?)
    }

    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negated())
    }

    pub fn negated(self) -> Self {
        Self { value: -self.value, off: self.off }
    }

    pub fn times(self, other: Self) -> Option<Self> {
        let brought = self.value.abs().checked_mul(other.off)?.checked_add(other.value.abs().checked_mul(self.off)?)?;
        Self::worked(self.value.checked_mul(other.value)?, brought)
    }

    /// None for a divisor that may be zero.
    pub fn over(self, other: Self) -> Option<Self> {
        let least = other.value.abs().checked_sub(other.off)?;
        if least <= Decimal::ZERO {
            return None;
        }
        let value = self.value.checked_div(other.value)?;
        let brought = self.off.checked_div(least)?.checked_add(value.abs().checked_mul(other.off)?.checked_div(least)?)?;
        Self::worked(value, brought)
    }

    /// The order of two numbers, where no binary digit decides it.
    pub fn compared(self, other: Self) -> Option<Ordering> {
        let off = self.off.checked_add(other.off)?;
        let apart = self.value.checked_sub(other.value)?.abs();
        let is_sure = off.is_zero() || apart > off || apart.is_zero() && self == other;
        is_sure.then(|| self.value.cmp(&other.value))
    }

    /// Whether a stored result may be this one.
    pub fn may_be(self, stored: Decimal) -> bool {
        let Some(apart) = self.value.checked_sub(stored) else { return true };
        // Some writers keep fifteen digits.
        let kept = if self.off.is_zero() && self.value.abs() < Decimal::from(1_000_000_000_000_000_i64) {
            Decimal::ZERO
        } else {
            self.value.abs() * Decimal::new(1, 14)
        };
        apart.abs() <= self.off.saturating_mul(Decimal::from(4)).saturating_add(kept)
    }
}

/// Whether a binary number holds it exactly: whole ones, halves, quarters.
fn is_binary(value: Decimal) -> bool {
    const PARTS: i64 = 64;
    value.fract().is_zero()
        || value.scale() <= 6
            && value
                .checked_mul(Decimal::from(PARTS))
                .is_some_and(|parts| parts.fract().is_zero() && parts.abs() <= Amount::WHOLE)
}

impl Val {
    pub fn number(value: Decimal) -> Self {
        Val::Number(Amount::typed(value))
    }

    pub fn text(text: &str) -> Self {
        Val::Text(text.into())
    }

    pub fn error(name: &str) -> Self {
        Val::Error(name.into())
    }

    /// Whether a stored result and this one are the same to a reader.
    pub fn may_be(&self, stored: &Val) -> bool {
        let zero = Amount::typed(Decimal::ZERO);
        match (self, stored) {
            (Val::Number(own), Val::Number(stored)) => own.may_be(stored.value),
            (Val::Date(own), Val::Date(stored)) => (*own - *stored).abs() < Decimal::new(1, 6),
            // The 1904 system counts from another day.
            (Val::Date(one), Val::Number(Amount { value: two, .. }))
            | (Val::Number(Amount { value: one, .. }), Val::Date(two)) => {
                let apart = (*one - *two).abs();
                apart < Decimal::new(1, 6) || apart == Decimal::from(1462)
            }
            (Val::Blank, Val::Number(stored)) => zero.may_be(stored.value),
            (Val::Blank, Val::Date(stored)) => stored.is_zero(),
            (Val::Blank, Val::Text(text)) => text.trim().is_empty(),
            (Val::Text(own), Val::Text(stored)) => folded(own) == folded(stored),
            (Val::Bool(own), Val::Bool(stored)) => own == stored,
            (Val::Bool(own), Val::Number(stored)) => stored.value == Decimal::from(u8::from(*own)),
            (Val::Error(_), Val::Error(_)) => true,
            _ => false,
        }
    }
}

/// A text as two are compared that a reader takes for one.
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
