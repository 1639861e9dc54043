//! A file or folder that could not be written.

use super::words_id as words;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A file or folder that could not be written, and why.
#[derive(Debug)]
pub struct DeliverError {
    pub path: PathBuf,
    pub source: io::Error,
}

impl fmt::Display for DeliverError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), words::reason(&self.source))
    }
}

impl std::error::Error for DeliverError {}

pub(super) fn failed(path: &Path) -> impl FnOnce(io::Error) -> DeliverError + '_ {
    move |source| DeliverError { path: path.to_owned(), source }
}
