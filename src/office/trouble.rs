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
}

impl From<deliver::DeliverError> for Trouble {
    fn from(error: deliver::DeliverError) -> Self {
        Trouble::Write(error.to_string())
    }
}

impl From<document::PageFileError> for Trouble {
    fn from(error: document::PageFileError) -> Self {
        Trouble::Page(error.to_string())
    }
}
