//! A file or folder that could not be read or written.

use super::words_id as words;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// What was being done to a file or folder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    Read,
    Write,
}

/// A file or folder that could not be read or written, and why.
#[derive(Debug)]
pub struct DeliverError {
    pub path: PathBuf,
    pub act: Act,
    pub source: io::Error,
}

impl DeliverError {
    /// What could not be written.
    pub fn unwritten(path: &Path, source: io::Error) -> Self {
        Self { path: path.to_owned(), act: Act::Write, source }
    }
}

impl fmt::Display for DeliverError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match self.act {
            Act::Read => words::why_unread(&self.source),
            Act::Write => words::reason(&self.source),
        };
        write!(f, "{}: {reason}", self.path.display())
    }
}

impl std::error::Error for DeliverError {}

pub(super) fn failed(path: &Path) -> impl FnOnce(io::Error) -> DeliverError + '_ {
    move |source| DeliverError::unwritten(path, source)
}

/// What stands there could not be looked at.
pub(super) fn unread(path: &Path) -> impl FnOnce(io::Error) -> DeliverError + '_ {
    move |source| DeliverError { path: path.to_owned(), act: Act::Read, source }
}
