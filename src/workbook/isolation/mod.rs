//! Reading in a process of its own: the child, and sheets as bytes between the two.

pub(crate) mod child;
pub(crate) mod wire;
