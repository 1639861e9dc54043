//! Files that the profile names for the page: the letterhead's emblem and an
//! office's own font, with what stands beside it.

use super::model::FontFile;
use super::words_id;
use crate::intake::{self, Refused};
use std::fmt;
use std::path::Path;

/// No font that a report is set in is larger, in bytes.
const LARGEST: u64 = 32 << 20;
/// No emblem of a letterhead is larger, in bytes.
const LARGEST_EMBLEM: u64 = 8 << 20;
/// How many further files of the folder are looked into for bold and italic, and
/// how many bytes all fonts may have together.
const MOST: usize = 64;
const MOST_BYTES: u64 = 64 << 20;

/// A named file that cannot be used, and why.
#[derive(Debug)]
pub struct PageFileError {
    /// As the profile names it.
    pub file: String,
    pub refused: Refused,
}

impl fmt::Display for PageFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words_id::page_file(self))
    }
}

impl std::error::Error for PageFileError {}

/// The emblem's bytes, as they are. `links` may lead out of the folder.
pub fn read_emblem(office: &Path, lambang: &str, links: bool) -> Result<Vec<u8>, PageFileError> {
    intake::read_inside(office, &office.join(lambang), LARGEST_EMBLEM, links).map_err(refused(lambang))
}

/// The font file that `huruf` names first, then the other font files of its
/// folder, by name. `links` may lead out of the folder.
pub fn read_fonts(office: &Path, huruf: &str, links: bool) -> Result<Vec<FontFile>, PageFileError> {
    let path = office.join(huruf);
    let bytes = intake::read_inside(office, &path, LARGEST, links).map_err(refused(huruf))?;
    let mut left = MOST_BYTES.saturating_sub(bytes.len() as u64);
    let mut files = vec![FontFile { name: huruf.to_owned(), bytes }];
    let folder = path.parent().unwrap_or(office);
    let mut beside: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|other| *other != path && is_font(other))
        .collect();
    beside.sort();
    for other in beside.into_iter().take(MOST) {
        // A file that cannot be read gives no cut; the named one alone is required.
        if let Ok(bytes) = intake::read_inside(office, &other, LARGEST.min(left), links) {
            left -= bytes.len() as u64;
            let name = other.strip_prefix(office).unwrap_or(&other).display().to_string();
            files.push(FontFile { name, bytes });
        }
    }
    Ok(files)
}

fn refused(file: &str) -> impl Fn(Refused) -> PageFileError {
    move |refused| PageFileError { file: file.to_owned(), refused }
}

fn is_font(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("").to_ascii_lowercase();
    matches!(ending.as_str(), "ttf" | "otf" | "ttc")
}
