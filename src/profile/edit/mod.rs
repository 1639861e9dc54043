//! A profile's text changed in place: an indicator of the catalogue put in, a
//! finding's answer written. Comments, order and line ends stay as they are.

mod add;
mod answer;
mod catalog;
mod fresh;
mod rename;
mod text;

pub use add::{AddError, Added, Goals, add, goals};
pub use answer::{AnswerError, answer};
pub use catalog::{Entry, entries, entry};
pub use fresh::{Fresh, fresh};
