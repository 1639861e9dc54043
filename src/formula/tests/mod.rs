//! Tests of the room as a whole.

mod checking;
mod entities;
mod evaluating;
mod live;
mod manual;
mod parsing;
mod printing;
pub(super) mod random;
mod typed_over;
