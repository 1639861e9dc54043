//! The one table from trouble to words and status.

use super::status::Status;
use super::terminal::{shown_name, tell};
use super::{revision_words_id as revision_words, words_id as words};
use crate::office::Trouble;
use crate::profile::ProfileError;
use std::path::Path;

/// Tells what is wrong with the profile of `folder`, whose text `source` is.
pub fn tell_profile(folder: &Path, errors: &[ProfileError], source: &str) -> Status {
    tell_trouble(&shown_name(folder), Trouble::of_profile(folder, errors, source))
}

/// Tells why the office `name` has nothing to show.
pub fn tell_trouble(name: &str, trouble: Trouble) -> Status {
    match trouble {
        Trouble::Profile { shown } => {
            for error in &shown {
                tell(&format!("{error}\n"));
            }
            tell(&words::profile_wrong(name, shown.len()));
            Status::Usage
        }
        Trouble::NoProfile(words) => {
            tell(&words);
            Status::Usage
        }
        Trouble::Template(reason) => {
            tell(&words::template_wrong(&reason));
            Status::Usage
        }
        Trouble::Write(reason) => {
            tell(&words::cannot_write(words::REPORT, &reason));
            Status::Usage
        }
        Trouble::Unread(reason) => {
            tell(&words::cannot_read_report(name, &reason));
            Status::Usage
        }
        Trouble::Changing(berkas) => {
            tell(&revision_words::input_changing(name, &berkas));
            Status::Usage
        }
        Trouble::Signed(files) => {
            tell(&revision_words::signed_needs_reason(name, &files));
            Status::Usage
        }
        Trouble::OtherSigned(files) => {
            tell(&revision_words::other_signed(name, &files));
            Status::Usage
        }
        Trouble::OtherOffice(other) => {
            tell(&revision_words::other_office(name, &other));
            Status::Usage
        }
        Trouble::Busy(path) => {
            tell(&revision_words::busy(name, &path));
            Status::Usage
        }
        Trouble::NoRevision(reason) => {
            tell(&format!("{name}: {reason}"));
            Status::Usage
        }
        Trouble::Page(reason) | Trouble::NoThread(reason) => {
            tell(&words::page_impossible(&reason));
            Status::Usage
        }
    }
}
