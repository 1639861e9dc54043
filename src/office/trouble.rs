//! Why an office has nothing to show, apart from findings in its data.

use crate::indicator::PROFILE_FILE;
use crate::profile::ProfileError;
use crate::render::xlsx::RenderError;
use crate::{deliver, document};
use std::path::Path;

/// Why there is nothing to show, apart from findings in the data.
pub enum Trouble {
    /// Each error of `iku.toml` as it is shown.
    Profile {
        shown: Vec<String>,
    },
    /// There is no profile to be wrong: no such folder, a file in its place, no `iku.toml` in it.
    NoProfile(String),
    Template(String),
    Page(String),
    /// The system gives no more threads to write with: no fault of what is written.
    NoThread(String),
    /// A file or folder that could not be written.
    Write(String),
    /// What stands there of a report could not be read.
    Unread(String),
    /// An input that is no longer what was read.
    Changing(String),
    /// A signed report is replaced only with a reason; its files.
    Signed(Vec<String>),
    /// Another paper that somebody signed stands in the place of these files of the report.
    OtherSigned(Vec<String>),
    /// The folder holds another office's report; whose.
    OtherOffice(String),
    /// Another run has worked in the folder for a minute.
    Busy(String),
    /// A revision that is not there, or without its snapshot.
    NoRevision(String),
}

impl Trouble {
    /// What is wrong with the profile of `folder`, whose text `source` is.
    pub fn of_profile(folder: &Path, errors: &[ProfileError], source: &str) -> Self {
        match errors {
            [one] if one.kind.is_no_profile() => Trouble::NoProfile(one.show(&folder.display().to_string(), "")),
            errors => Trouble::Profile { shown: errors.iter().map(|error| error.show(PROFILE_FILE, source)).collect() },
        }
    }
}

impl From<deliver::DeliverError> for Trouble {
    fn from(error: deliver::DeliverError) -> Self {
        match error.source.kind() {
            std::io::ErrorKind::WouldBlock => Trouble::Busy(error.path.display().to_string()),
            _ if error.act == deliver::Act::Read => Trouble::Unread(error.to_string()),
            _ => Trouble::Write(error.to_string()),
        }
    }
}

impl From<RenderError> for Trouble {
    fn from(error: RenderError) -> Self {
        match error {
            RenderError::NoThread => Trouble::NoThread(error.to_string()),
            other => Trouble::Page(other.to_string()),
        }
    }
}

impl From<document::PageFileError> for Trouble {
    fn from(error: document::PageFileError) -> Self {
        Trouble::Page(error.to_string())
    }
}
