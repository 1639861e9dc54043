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
    /// Ctrl-C came before all was done.
    Stopped,
}

impl Status {
    /// 0 to 3, as contract.md numbers them; 130, as shells know it, where Ctrl-C came first.
    pub fn code(self) -> u8 {
        if self == Self::Stopped { 130 } else { self as u8 }
    }
}
