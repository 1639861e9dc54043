//! What stands near a place where no office was found: offices, and files that
//! were meant to be `iku.toml`.

use super::read::FILE_NAME;
use crate::intake;
use crate::vocabulary::nearest;
use std::path::{Path, PathBuf};

/// So many entries of a folder are looked at, so many offices are told.
const LOOKED_AT: usize = 500;
const TOLD: usize = 5;

/// Offices in the folder, beside it and above it, the likeliest name first.
pub fn offices_near(folder: &Path) -> Vec<String> {
    let beside = folder.parent().map(|parent| if parent.as_os_str().is_empty() { Path::new(".") } else { parent });
    let mut found: Vec<PathBuf> = inside(folder);
    for more in inside(folder).is_empty().then_some(beside).flatten().into_iter().flat_map(inside) {
        if more != folder && !found.contains(&more) {
            found.push(more);
        }
    }
    // Somewhere in an office's own folder, in `data/` say.
    let real = intake::whole(folder);
    found.extend(real.ancestors().skip(1).take(4).find(|above| is_office(above)).map(Path::to_owned));
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let names: Vec<String> = found.iter().filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned())).collect();
    if let Some(likely) = nearest(&name, names.iter().map(String::as_str)) {
        found.sort_by_key(|path| path.file_name().is_none_or(|own| own.to_string_lossy() != likely));
    }
    found.iter().take(TOLD).map(|path| path.display().to_string()).collect()
}

/// A file that its owner thinks is `iku.toml`.
pub(super) fn misnamed(folder: &Path) -> Option<String> {
    let is_meant = |name: &str| {
        let name = name.to_lowercase();
        name != FILE_NAME
            && (name.starts_with("iku.toml") || name == "iku.txt" || name.ends_with(".toml") && name.starts_with("iku"))
    };
    let mut names: Vec<String> =
        names_in(folder).into_iter().filter(|name| is_meant(name) && folder.join(name).is_file()).collect();
    names.sort();
    names.into_iter().next()
}

fn is_office(folder: &Path) -> bool {
    folder.join(FILE_NAME).is_file()
}

/// The folders of a folder that hold a profile.
fn inside(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        names_in(folder).iter().map(|name| plain(folder).join(name)).filter(|path| is_office(path)).collect();
    found.sort();
    found
}

/// Without the `.` that a relative path may begin with.
fn plain(folder: &Path) -> PathBuf {
    folder.strip_prefix(".").unwrap_or(folder).to_owned()
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().take(LOOKED_AT);
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}
