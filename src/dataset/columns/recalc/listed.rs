//! What is looked for in a column or a row, and what stands there, sorted once.

use super::doubt::Doubt;
use super::value::{Halt, Val};
use crate::text::is_number_text;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What is looked for.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Sought {
    Number(Decimal),
    /// In small letters.
    Text(String),
}

/// The cells of a column or a row by what they hold, each by its rows and columns from the first.
#[derive(Default, Debug)]
pub(super) struct Listed {
    pub numbers: BTreeMap<Decimal, Vec<(u32, u32)>>,
    pub texts: BTreeMap<String, Vec<(u32, u32)>>,
    pub has_number_texts: bool,
    pub has_dates: bool,
    /// Why not all of it was worked out; none where it was.
    pub doubt: Option<Doubt>,
}

impl Sought {
    pub(super) fn of(value: &Val) -> Result<Self, Halt> {
        match value {
            Val::Number(amount) => Ok(Sought::Number(amount.value.normalize())),
            Val::Text(text) if !text.is_empty() && !may_be_pattern(text) => Ok(Sought::Text(text.to_lowercase())),
            Val::Error(name) => Err(Halt::Error(name.clone())),
            _ => Err(Halt::Unknown),
        }
    }

    /// Whether a cell's value is it.
    pub(super) fn is(&self, value: &Val) -> Result<bool, Halt> {
        match (self, value) {
            (Sought::Number(sought), Val::Number(amount)) => Ok(amount.value == *sought),
            // A number typed as a text is a number to some functions and none to others.
            (Sought::Number(_), Val::Text(text)) if is_number_text(text) => Err(Halt::Unknown),
            (Sought::Number(_), Val::Date(_)) => Err(Halt::Unknown),
            (Sought::Text(sought), Val::Text(text)) => Ok(text.to_lowercase() == *sought),
            _ => Ok(false),
        }
    }
}

/// `Toko*`: to a spreadsheet that stands for many texts.
pub(super) fn may_be_pattern(text: &str) -> bool {
    text.contains(['*', '?', '~'])
}
