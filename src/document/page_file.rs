//! Files that the profile names for the page: the letterhead's emblem and an
//! office's own font, with what stands beside it.

use super::model::FontFile;
use super::words_id;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

/// No font that a report is set in is larger, in bytes.
const LARGEST: u64 = 64 << 20;
/// How many further files of the folder are looked into for bold and italic.
const MOST: usize = 64;

/// A named file that cannot be used, and why.
#[derive(Debug)]
pub struct PageFileError {
    /// As the profile names it.
    pub file: String,
    pub trouble: PageFileTrouble,
}

/// Why a file cannot be used.
#[derive(Debug)]
pub enum PageFileTrouble {
    Unreadable(io::Error),
    /// A font of this many bytes.
    FontTooLarge(u64),
}

impl fmt::Display for PageFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words_id::page_file(self))
    }
}

impl std::error::Error for PageFileError {}

/// The emblem's bytes, as they are.
pub fn read_emblem(office: &Path, lambang: &str) -> Result<Vec<u8>, PageFileError> {
    fs::read(office.join(lambang)).map_err(unreadable(lambang))
}

/// The font file that `huruf` names first, then the other font files of its
/// folder, by name.
pub fn read_fonts(office: &Path, huruf: &str) -> Result<Vec<FontFile>, PageFileError> {
    let path = office.join(huruf);
    let size = fs::metadata(&path).map_err(unreadable(huruf))?.len();
    if size > LARGEST {
        return Err(PageFileError { file: huruf.to_owned(), trouble: PageFileTrouble::FontTooLarge(size) });
    }
    let mut files = vec![FontFile { name: huruf.to_owned(), bytes: fs::read(&path).map_err(unreadable(huruf))? }];
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

fn unreadable(file: &str) -> impl Fn(io::Error) -> PageFileError {
    move |error| PageFileError { file: file.to_owned(), trouble: PageFileTrouble::Unreadable(error) }
}

fn is_font(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("").to_ascii_lowercase();
    matches!(ending.as_str(), "ttf" | "otf" | "ttc")
}
