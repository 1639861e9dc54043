//! Why no office's folder was prepared.

use crate::cli::words_id as words;
use crate::deliver::DeliverError;
use crate::document::TemplateSet;
use std::path::PathBuf;

/// Why nothing was prepared.
pub enum Refusal {
    /// An office stands there already.
    Occupied(PathBuf),
    UnknownTemplate(String),
    /// A flag's value that cannot be used, in words.
    Flag(String),
    /// The blank workbook could not be made.
    Sheet(String),
    Write(DeliverError),
}

impl From<DeliverError> for Refusal {
    fn from(error: DeliverError) -> Self {
        Refusal::Write(error)
    }
}

impl Refusal {
    pub fn words(&self) -> String {
        match self {
            Refusal::Occupied(path) => words::occupied(path),
            Refusal::UnknownTemplate(name) => {
                words::unknown_template(name, &TemplateSet::builtin_names().collect::<Vec<_>>().join(", "))
            }
            Refusal::Flag(words) => words.clone(),
            Refusal::Sheet(reason) => words::page_impossible(reason),
            Refusal::Write(error) => words::cannot_write(words::NEW_OFFICE, &error.to_string()),
        }
    }
}
