//! What is printed: answers on standard output, everything else on standard error.

use std::io::{self, Write};
use std::path::Path;

/// An answer, on standard output.
pub fn print(text: &str) {
    // A reader that has gone away (`| head`) is no error of ours.
    let _ = io::stdout().lock().write_all(text.as_bytes());
}

/// A message, on standard error.
pub fn tell(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

pub fn print_json(value: &serde_json::Value) {
    print(&format!("{value:#}\n"));
}

/// The folder's own name, for summary lines.
pub fn shown_name(folder: &Path) -> String {
    let own = folder.canonicalize().ok().and_then(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()));
    own.unwrap_or_else(|| folder.display().to_string())
}
