//! Opening what was made with the program that the system has for it.

use super::terminal::tell;
use super::words_id as words;
use crate::intake;
use std::path::Path;

/// Opens a file or folder; where that cannot be, it is told where it is.
pub fn open(path: &Path) {
    if is_quiet() {
        return;
    }
    // A relative path would be taken from another folder by what opens it.
    if opener::open(intake::whole(path)).is_err() {
        tell(&words::open_yourself(path));
    }
}

/// Opens a text to be written in: Windows knows no program for `.toml`, and asks.
pub fn open_text(path: &Path) {
    if !cfg!(windows) {
        return open(path);
    }
    if is_quiet() {
        return;
    }
    if std::process::Command::new("notepad.exe").arg(intake::whole(path)).spawn().is_err() {
        tell(&words::open_yourself(path));
    }
}

/// Whether nothing is to be opened: tests, and whoever works by script.
fn is_quiet() -> bool {
    std::env::var_os("IKU_JANGAN_BUKA").is_some()
}
