//! An office's own font: the file that `huruf` names, and what stands beside it.

use super::office::Trouble;
use crate::document::FontFile;
use crate::render::family::Family;
use std::fs;
use std::path::Path;

/// No font that a report is set in is larger, in bytes.
const LARGEST: u64 = 64 << 20;
/// How many further files of the folder are looked into for bold and italic.
const MOST: usize = 64;

/// The named file first, then the other font files of its folder, by name; none
/// where `huruf` is built in.
pub fn read(office: &Path, huruf: &str) -> Result<Vec<FontFile>, Trouble> {
    if Family::built_in(huruf).is_some() {
        return Ok(Vec::new());
    }
    let path = office.join(huruf);
    let trouble = |error: std::io::Error| Trouble::Page(format!("{huruf}: {error}"));
    let size = fs::metadata(&path).map_err(trouble)?.len();
    if size > LARGEST {
        return Err(Trouble::Page(format!("{huruf}: berkas huruf terlalu besar ({size} bita)")));
    }
    let mut files = vec![FontFile { name: huruf.to_owned(), bytes: fs::read(&path).map_err(trouble)? }];
    let folder = path.parent().unwrap_or(office);
    let mut beside: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|other| *other != path && is_font(other))
        .collect();
    beside.sort();
    for other in beside.into_iter().take(MOST) {
        // A file that cannot be read gives no cut; the named one alone is required.
        if fs::metadata(&other).is_ok_and(|about| about.is_file() && about.len() <= LARGEST)
            && let Ok(bytes) = fs::read(&other)
        {
            let name = other.strip_prefix(office).unwrap_or(&other).display().to_string();
            files.push(FontFile { name, bytes });
        }
    }
    Ok(files)
}

fn is_font(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("").to_ascii_lowercase();
    matches!(ending.as_str(), "ttf" | "otf" | "ttc")
}
