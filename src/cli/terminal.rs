//! What is printed: answers on standard output, everything else on standard error.
//! Whatever the texts hold, no character that does something instead of being
//! seen reaches a terminal from here.

use super::paint::painted;
use crate::intake;
use crate::vocabulary::{has_gone, io_reason, mask_in_text, told_json, visible};
use std::cell::RefCell;
use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// Why the last answer did not go out, where it did not.
static LOST: Mutex<Option<String>> = Mutex::new(None);

/// What was told, where somebody listens.
static TOLD: Mutex<Option<Vec<String>>> = Mutex::new(None);

static ANSWERED: AtomicBool = AtomicBool::new(false);

/// An answer, on standard output: personal data masked, whoever put it together. Figures stand as they are
/// shown, their thousands apart, so that none is taken for a number of a person's.
pub fn print(text: &str) {
    put(seen(text).as_bytes());
}

/// A text as a terminal may have it: personal data masked, unseen characters written out.
pub fn seen(text: &str) -> String {
    visible(&mask_in_text(text)).into_owned()
}

/// A text as the answer, or as one JSON value.
pub fn print_text(text: &str, json: bool) {
    match json {
        true => print_json(&serde_json::json!({ "teks": text })),
        false => print(text),
    }
}

thread_local! {
    /// The messages of the work this thread is at, while they are held back.
    static HELD: RefCell<Option<Vec<String>>> = const { RefCell::new(None) };
}

/// The work's result, and its messages instead of telling them: those of several
/// offices at once would stand mixed.
pub fn held<R>(work: impl FnOnce() -> R) -> (R, Vec<String>) {
    let before = HELD.replace(Some(Vec::new()));
    let result = work();
    (result, HELD.replace(before).unwrap_or_default())
}

/// A message, on standard error; painted where that is a terminal, or `--warna` says so.
pub fn tell(text: &str) {
    let held = HELD.with_borrow_mut(|held| held.as_mut().map(|held| held.push(text.to_owned())).is_some());
    if held {
        return;
    }
    let text = seen(text);
    if let Some(heard) = TOLD.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
        heard.push(text.trim().to_owned());
    }
    // Where there is no standard error, there is nobody to tell.
    let _ = writeln!(anstream::stderr().lock(), "{}", painted(&text));
}

/// A message in the middle of anything, past whatever holds messages back.
pub fn tell_now(text: &str) {
    let _ = writeln!(io::stderr(), "{}", seen(text));
}

/// Keeps what is told from here on: an answer in JSON says it where there is no other.
pub fn listen() {
    *TOLD.lock().unwrap_or_else(PoisonError::into_inner) = Some(Vec::new());
}

/// What was told since the last time; nothing where nobody listens.
pub fn heard() -> Vec<String> {
    TOLD.lock().unwrap_or_else(PoisonError::into_inner).as_mut().map(std::mem::take).unwrap_or_default()
}

/// Whether an answer went out.
pub fn has_answered() -> bool {
    ANSWERED.load(Ordering::Relaxed)
}

pub fn print_json(value: &serde_json::Value) {
    put(told_json(&format!("{value:#}\n")).as_bytes());
}

/// A great value, without a copy of it in between.
pub fn print_json_of(value: &impl serde::Serialize) {
    // Strings, integers and lists only: serde_json cannot fail on them.
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    put((told_json(&text) + "\n").as_bytes());
}

fn put(bytes: &[u8]) {
    ANSWERED.store(true, Ordering::Relaxed);
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => {}
        // A reader that has gone away (`| head`) is no error of ours.
        Err(error) if has_gone(&error) => {}
        Err(error) => *LOST.lock().unwrap_or_else(PoisonError::into_inner) = Some(io_reason(&error)),
    }
}

/// Why an answer did not go out; asked once, when the command is done.
pub fn lost() -> Option<String> {
    LOST.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// The folder's own name, for summary lines.
pub fn shown_name(folder: &Path) -> String {
    let own = intake::real(folder).ok().and_then(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()));
    own.unwrap_or_else(|| folder.display().to_string())
}
