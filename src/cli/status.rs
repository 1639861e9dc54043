//! How a command ended, as its exit status tells it.

/// The higher one counts where several folders are worked on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Status {
    /// The work was done; warnings are allowed.
    Done,
    /// The data have findings of level galat.
    Galat,
    /// Wrong usage or profile.
    Usage,
    /// The program's own fault.
    Fault,
}

impl Status {
    /// 0 to 3, as contract.md numbers them.
    pub fn code(self) -> u8 {
        self as u8
    }
}
