//! Opening what was made with the program that the system has for it.

use super::terminal::tell;
use super::words_id as words;
use std::path::Path;

/// Opens a file or folder; where that cannot be, it is told where it is.
pub fn open(path: &Path) {
    if is_quiet() {
        return;
    }
    // A relative path would be taken from another folder by what opens it.
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if opener::open(plain(&whole)).is_err() {
        tell(&words::open_yourself(path));
    }
}

/// Whether nothing is to be opened: tests, and whoever works by script.
fn is_quiet() -> bool {
    std::env::var_os("IKU_JANGAN_BUKA").is_some()
}

/// Windows' own programs do not take the prefix `\\?\`.
fn plain(path: &Path) -> std::path::PathBuf {
    let text = path.to_string_lossy();
    match text.strip_prefix(r"\\?\") {
        Some(rest) if !rest.starts_with("UNC") => rest.into(),
        _ => path.to_owned(),
    }
}
