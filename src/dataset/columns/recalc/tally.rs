//! What the cells of a range come to together.

use super::doubt::Doubt;
use super::value::{Amount, Halt, Val};
use crate::text::{NumberText, read_number};
use rust_decimal::Decimal;

/// The numbers of a range; texts, marks and blanks count for nothing there.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    pub sum: Amount,
    pub numbers: usize,
    /// Cells that hold anything.
    pub filled: usize,
    pub least: Option<Amount>,
    pub most: Option<Amount>,
    /// What the numbers typed as texts come to, which a sum passes over; none where a text is none.
    pub typed: Option<Amount>,
    /// There are such texts, and they are not all nothing.
    pub has_typed: bool,
    /// Why not all of it was worked out; none where it was.
    pub doubt: Option<Doubt>,
}

impl Default for Tally {
    fn default() -> Self {
        let zero = Amount::typed(Decimal::ZERO);
        Self { sum: zero, numbers: 0, filled: 0, least: None, most: None, typed: Some(zero), has_typed: false, doubt: None }
    }
}

impl Tally {
    pub fn add(&mut self, value: &Val) -> Result<(), Halt> {
        self.filled += usize::from(*value != Val::Blank);
        match value {
            Val::Number(amount) => {
                self.numbers += 1;
                self.sum = self.sum.plus(*amount).ok_or(Halt::Unknown)?;
                self.least = Some(self.least.filter(|least| least.value <= amount.value).unwrap_or(*amount));
                self.most = Some(self.most.filter(|most| most.value >= amount.value).unwrap_or(*amount));
            }
            Val::Text(text) => {
                let amount = typed(text);
                self.has_typed |= amount.is_some_and(|amount| !amount.value.is_zero());
                self.typed = self.typed.zip(amount).and_then(|(sum, amount)| sum.plus(amount));
            }
            Val::Blank | Val::Bool(_) => {}
            Val::Date(_) => return Err(Halt::Unknown),
            Val::Error(name) => return Err(Halt::Error(name.clone())),
        }
        Ok(())
    }
}

/// The number that a text is to a reader; nil is zero, and a code or a year is none.
pub(super) fn typed(text: &str) -> Option<Amount> {
    let value = match read_number(text) {
        NumberText::Value(read) => read.value,
        NumberText::TwoWays { id, .. } => id.value,
        NumberText::Nil | NumberText::Missing => return Some(Amount::typed(Decimal::ZERO)),
        NumberText::NotANumber(_) | NumberText::DigitsLost => return None,
    };
    let bare = text.trim();
    let is_code = bare.len() > 1 && bare.starts_with('0') && bare.bytes().all(|byte| byte.is_ascii_digit());
    let is_year = bare.len() == 4 && (bare.starts_with("19") || bare.starts_with("20"));
    (!is_code && !is_year).then(|| Amount::typed(value))
}
