//! Which folders are an office's own, so that nothing is written among what it reads.

use crate::office::Office;
use crate::profile;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Whether `dir` is the office's folder or lies in a folder of its data.
pub fn is_among_data(office: &Office, dir: &Path) -> bool {
    first_within(office, dir).is_some_and(|first| first.is_none_or(|first| is_read(office, &first)))
}

/// Whether `dir` lies in a folder of the office's data or templates, or is the office's folder where its data stand in it.
pub fn is_input(office: &Office, dir: &Path) -> bool {
    first_within(office, dir).is_some_and(|first| {
        let first = first.unwrap_or_default();
        first.eq_ignore_ascii_case("templat") || is_read(office, &first)
    })
}

/// Whether `dir` lies in a folder of data or templates of any office there is: of one that is not asked for too.
pub fn is_any_offices(dir: &Path) -> bool {
    let Some(target) = real(dir) else { return false };
    let input = |home: &Path| {
        let first = target.strip_prefix(home).ok()?.components().next()?.as_os_str().to_string_lossy().into_owned();
        let is_input = ["data", "templat"].iter().any(|own| own.eq_ignore_ascii_case(&first));
        (is_input && home.join(profile::FILE_NAME).is_file()).then_some(())
    };
    target.ancestors().any(|home| input(home).is_some())
}

/// Whether the office's data may stand in this folder of its own; empty: in its folder itself.
fn is_read(office: &Office, first: &str) -> bool {
    let patterns = office.profile.sumber.values().flat_map(|sumber| &sumber.berkas);
    let tops: BTreeSet<&str> = patterns.map(|berkas| berkas.text.split_once('/').map_or("", |(top, _)| top)).collect();
    tops.iter().any(|top| top.eq_ignore_ascii_case(first) || top.contains(['*', '{']))
}

/// The first folder below the office's own that leads to `dir`, none of the office's own; nothing where it lies elsewhere.
fn first_within(office: &Office, dir: &Path) -> Option<Option<String>> {
    let home = office.folder().canonicalize().ok()?;
    let target = real(dir)?;
    let inside = target.strip_prefix(&home).ok()?;
    Some(inside.components().next().map(|part| part.as_os_str().to_string_lossy().into_owned()))
}

/// Where `dir` really is. It need not be there yet: what of it is there decides.
fn real(dir: &Path) -> Option<PathBuf> {
    dir.ancestors().find_map(|ancestor| {
        let rest = dir.strip_prefix(ancestor).unwrap_or(Path::new(""));
        let ancestor = if ancestor.as_os_str().is_empty() { Path::new(".") } else { ancestor };
        Some(ancestor.canonicalize().ok()?.join(rest))
    })
}
