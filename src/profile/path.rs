//! Paths of the profile: inside the office's folder, with `/`.

use super::error::{PathTrouble, ProfileErrorKind};
use super::reading::{Item, Reading};

/// What a path may be made of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PathKind {
    /// One file.
    File,
    /// Files by a pattern with `{tahun}` and `*`.
    Pattern,
}

/// The path with `./` and doubled slashes taken out.
pub(super) fn tidy(path: &str, kind: PathKind) -> Result<String, PathTrouble> {
    let path = path.trim();
    if path.chars().any(char::is_control) {
        return Err(PathTrouble::Control);
    }
    if path.contains('\\') {
        return Err(PathTrouble::Backslash);
    }
    let mut characters = path.chars();
    let drive = characters.next().is_some_and(|c| c.is_ascii_alphabetic()) && characters.next() == Some(':');
    if path.starts_with('/') || path.starts_with("~/") || drive {
        return Err(PathTrouble::Absolute);
    }
    if path.split('/').any(|part| part.trim() == "..") {
        return Err(PathTrouble::ParentFolder);
    }
    if path.ends_with('/') {
        return Err(PathTrouble::NoFile);
    }
    if kind == PathKind::Pattern {
        let without = FIELDS.iter().fold(path.replace("{tahun}", ""), |rest, field| rest.replace(&format!("{{{field}}}"), ""));
        if without.contains(['{', '}']) {
            return Err(PathTrouble::Braces);
        }
    } else if path.contains('*') || path.contains("{tahun}") {
        return Err(PathTrouble::Pattern);
    }
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    if parts.is_empty() { Err(PathTrouble::NoFile) } else { Ok(parts.join("/")) }
}

/// Fields of text whose value a part of a file's name may be: `Data {kecamatan} {tahun}.xlsx`.
const FIELDS: &[&str] = &[
    "kecamatan",
    "kelurahan",
    "wilayah",
    "kelompok",
    "triwulan",
    "status",
    "jenis_koperasi",
    "kelompok_koperasi",
    "jenis_usaha",
    "skala_usaha",
];

impl<'a> Reading<'a> {
    /// A checked path, tidied.
    pub(super) fn path(&mut self, item: &Item<'a>, text: &str, kind: PathKind) -> Option<String> {
        match tidy(text, kind) {
            Ok(path) => Some(path),
            Err(trouble) => {
                let (kunci, found) = (item.kunci.clone(), text.to_owned());
                self.error(item.span.clone(), ProfileErrorKind::Path { kunci, found, trouble });
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_in_the_folder() {
        use PathKind::{File, Pattern};
        assert_eq!(tidy("./data//a.xlsx", File).as_deref(), Ok("data/a.xlsx"));
        assert_eq!(tidy("data/Lap {tahun} *.xlsx", Pattern).as_deref(), Ok("data/Lap {tahun} *.xlsx"));
        assert_eq!(tidy("data/..a.xlsx", File).as_deref(), Ok("data/..a.xlsx"));
        for (bad, kind, trouble) in [
            ("/etc/passwd", File, PathTrouble::Absolute),
            ("C:/data/a.xlsx", Pattern, PathTrouble::Absolute),
            ("~/a.xlsx", File, PathTrouble::Absolute),
            ("data/../../a.xlsx", Pattern, PathTrouble::ParentFolder),
            ("..", File, PathTrouble::ParentFolder),
            ("data\\a.xlsx", Pattern, PathTrouble::Backslash),
            ("data\na.xlsx", Pattern, PathTrouble::Control),
            ("data/{Tahun}.xlsx", Pattern, PathTrouble::Braces),
            ("data/{tahun.xlsx", Pattern, PathTrouble::Braces),
            ("lambang*.png", File, PathTrouble::Pattern),
            ("data/", File, PathTrouble::NoFile),
            (".", File, PathTrouble::NoFile),
        ] {
            assert_eq!(tidy(bad, kind), Err(trouble), "{bad}");
        }
    }
}
