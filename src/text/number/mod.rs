//! Number texts as offices type them: one alone is read, found to be read two
//! ways, or refused with its reason; a column's votes settle the rest.

pub(crate) mod column;
pub(crate) mod core;
pub(crate) mod read;
pub(crate) mod refusal;
pub(crate) mod trim;

#[cfg(test)]
mod tests;

pub use column::{ColumnVotes, Settled};
pub use read::{NumberRead, NumberText, is_nil_or_missing, is_number_text, read_number};
pub use trim::NumberStatus;
