//! The one table from trouble to words and status.

use super::status::Status;
use super::terminal::tell;
use super::words_id as words;
use crate::office::Trouble;

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
        Trouble::Template(reason) => {
            tell(&words::template_wrong(&reason));
            Status::Usage
        }
        Trouble::Write(reason) => {
            tell(&words::cannot_write(&reason));
            Status::Usage
        }
        Trouble::Page(reason) => {
            tell(&words::page_impossible(&reason));
            Status::Usage
        }
    }
}
