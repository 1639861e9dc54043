//! Reading in a process of its own: the child, what ends it with its parent on Windows, and sheets as bytes
//! between the two.

pub(crate) mod child;
#[cfg(windows)]
mod job;
pub(crate) mod wire;
