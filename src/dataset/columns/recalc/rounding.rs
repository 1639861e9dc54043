//! Numbers cut to fewer digits, to multiples, to remainders.

use super::book::Book;
use super::syntax::Expr;
use super::value::{Amount, Halt, Val};
use rust_decimal::{Decimal, RoundingStrategy};

/// How a number is cut to fewer digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    Half,
    Up,
    Down,
    Floor,
}

impl Cut {
    /// A number without its fraction. Where a binary digit decides the side, nobody can say.
    fn whole(self, Amount { value, off }: Amount) -> Result<Decimal, Halt> {
        let edge = if self == Cut::Half { value.abs().fract() - Decimal::new(5, 1) } else { value - value.round() };
        if !off.is_zero() && edge.abs() <= off {
            return Err(Halt::Unknown);
        }
        Ok(match self {
            Cut::Half => value.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero),
            Cut::Up => value.round_dp_with_strategy(0, RoundingStrategy::AwayFromZero),
            Cut::Down => value.trunc(),
            Cut::Floor => value.floor(),
        })
    }
}

impl Book<'_> {
    pub(super) fn cut(&mut self, number: &Expr, digits: Option<&Expr>, cut: Cut) -> Result<Val, Halt> {
        let Amount { value, off } = self.amount(number)?;
        let digits = digits.map_or(Ok(Amount::count(0)), |digits| self.amount(digits))?;
        let digits = i32::try_from(digits.value).ok().filter(|digits| (-12..=12).contains(digits)).ok_or(Halt::Unknown)?;
        let power = Decimal::from(10_i64.pow(digits.unsigned_abs()));
        let scaled = |value: Decimal| if digits < 0 { value.checked_div(power) } else { value.checked_mul(power) };
        let (at, off) = (scaled(value).ok_or(Halt::Unknown)?, scaled(off).ok_or(Halt::Unknown)?);
        let whole = cut.whole(Amount { value: at, off })?;
        let value = if digits < 0 { whole.checked_mul(power) } else { whole.checked_div(power) };
        value.map(Val::number).ok_or(Halt::Unknown)
    }

    /// `MROUND(B5,1000)`, of numbers that are not below zero.
    pub(super) fn multiple_of(&mut self, number: &Expr, step: &Expr, cut: Cut) -> Result<Val, Halt> {
        let (number, step) = (self.amount(number)?, self.amount(step)?);
        if number.value < Decimal::ZERO || step.value <= Decimal::ZERO {
            return Err(Halt::Unknown);
        }
        let whole = cut.whole(number.over(step).ok_or(Halt::Unknown)?);
        // An exact multiple is itself.
        let whole = match whole {
            Err(_) if number.off.is_zero() && step.off.is_zero() => {
                cut.whole(Amount::typed(number.value / step.value).exact())?
            }
            whole => whole?,
        };
        Amount::typed(whole).times(step).map(Val::Number).ok_or(Halt::Unknown)
    }

    /// `MOD(B5,12)`: with the divisor's sign.
    pub(super) fn remainder(&mut self, number: &Expr, divisor: &Expr) -> Result<Val, Halt> {
        let (number, divisor) = (self.amount(number)?, self.amount(divisor)?);
        if !number.off.is_zero() || !divisor.off.is_zero() {
            return Err(Halt::Unknown);
        }
        if divisor.value.is_zero() {
            return Err(Halt::Error("#DIV/0!".into()));
        }
        let rest = number.value.checked_rem(divisor.value).ok_or(Halt::Unknown)?;
        let is_other = !rest.is_zero() && rest.is_sign_negative() != divisor.value.is_sign_negative();
        Ok(Val::number(if is_other { rest + divisor.value } else { rest }))
    }
}
