//! Why an office has nothing to show, apart from findings in its data.

use crate::{deliver, document};

/// Why there is nothing to show, apart from findings in the data.
pub enum Trouble {
    /// Each error of `iku.toml` as it is shown.
    Profile {
        shown: Vec<String>,
    },
    Template(String),
    Page(String),
    /// A file or folder that could not be written.
    Write(String),
    /// An input that is no longer what was read.
    Changing(String),
    /// A signed report is replaced only with a reason; its files.
    Signed(Vec<String>),
    /// Another run has worked in the folder for a minute.
    Busy(String),
    /// A revision that is not there, or without its snapshot.
    NoRevision(String),
}

impl From<deliver::DeliverError> for Trouble {
    fn from(error: deliver::DeliverError) -> Self {
        match error.source.kind() {
            std::io::ErrorKind::WouldBlock => Trouble::Busy(error.path.display().to_string()),
            _ => Trouble::Write(error.to_string()),
        }
    }
}

impl From<document::PageFileError> for Trouble {
    fn from(error: document::PageFileError) -> Self {
        Trouble::Page(error.to_string())
    }
}
