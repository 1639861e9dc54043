//! A call that clap refuses in, its message in our own words out.

use super::usage_id as words;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::path::Path;

/// What is wrong with the call, and which help tells more.
pub fn message(error: &clap::Error, command: Option<&str>) -> String {
    words::refused(&reason(error), command)
}

/// A folder or file where a command belongs: which command is meant.
pub fn given_path(path: &Path) -> Option<String> {
    let shown = path.display().to_string();
    if path.is_dir() { Some(words::folder_given(&shown)) } else { path.is_file().then(|| words::file_given(&shown)) }
}

fn reason(error: &clap::Error) -> String {
    let text = |kind| texts(error, kind).into_iter().next().unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            words::unknown_command(&text(ContextKind::InvalidSubcommand), &texts(error, ContextKind::SuggestedSubcommand))
        }
        ErrorKind::UnknownArgument => {
            words::unknown_option(&text(ContextKind::InvalidArg), &texts(error, ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            words::wrong_value(&text(ContextKind::InvalidArg), &text(ContextKind::InvalidValue))
        }
        ErrorKind::MissingRequiredArgument => words::missing(&texts(error, ContextKind::InvalidArg)),
        ErrorKind::ArgumentConflict => words::twice(&text(ContextKind::InvalidArg)),
        _ => words::NOT_UNDERSTOOD.to_owned(),
    }
}

fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
