//! The program's own fault, told.

use super::terminal::{tell, tell_now};
use super::words_id as words;
use crate::threads::is_refusal;
use crate::workbook::SafetyStop;
use std::any::Any;
use std::panic::PanicHookInfo;

/// Tells what a panic left behind.
pub fn tell_fault(panic: &(dyn Any + Send)) {
    match panic.downcast_ref::<SafetyStop>() {
        Some(SafetyStop { detik }) => tell(&words::safety_stop(*detik)),
        None => tell(words::OWN_FAULT),
    }
}

/// From now on a panic is told in our words, with its place and without the folders of whoever built the program.
pub fn tell_panics() {
    std::panic::set_hook(Box::new(|panic| {
        if let Some(words) = said(panic) {
            tell_now(&words);
        }
    }));
}

fn said(panic: &PanicHookInfo<'_>) -> Option<String> {
    // What carries no text is told by whoever catches it.
    let payload = panic.payload();
    if is_refusal(payload) {
        return None;
    }
    let text = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str))?;
    let place = panic.location().map(|place| format!("{}:{}", within_its_crate(place.file()), place.line()));
    Some(words::panicked(text, place.as_deref()))
}

/// `lopdf-0.44.0/src/x.rs` of a path into a registry or a toolchain.
fn within_its_crate(file: &str) -> &str {
    let file = file.split_once("/registry/src/").and_then(|(_, rest)| rest.split_once('/')).map_or(file, |(_, rest)| rest);
    file.split_once("/library/").map_or(file, |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_folder_of_the_builder_is_said() {
        for (file, said) in [
            (
                "/root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/lopdf-0.44.0/src/writer.rs",
                "lopdf-0.44.0/src/writer.rs",
            ),
            ("/rustc/59807616e1fa/library/std/src/thread/mod.rs", "std/src/thread/mod.rs"),
            ("src/dataset/sheets/files.rs", "src/dataset/sheets/files.rs"),
        ] {
            assert_eq!(within_its_crate(file), said);
        }
    }
}
