//! A set of templates: built in, or an office's own folder.

use super::problem::{Fault, Problem, TemplateError};
use std::collections::BTreeMap;
use std::path::Path;

/// The files of one template by their names (`iku.xml`): a part of the report
/// each, or a piece that others include.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TemplateSet {
    pub files: BTreeMap<String, String>,
}

/// The built-in sets, each file by its name.
const BUILTIN: &[(&str, &[(&str, &str)])] = &[(
    "iku",
    &[
        ("iku.xml", include_str!("../../templates/iku/iku.xml")),
        ("capaian.xml", include_str!("../../templates/iku/capaian.xml")),
        ("perhitungan.xml", include_str!("../../templates/iku/perhitungan.xml")),
        ("catatan.xml", include_str!("../../templates/iku/catatan.xml")),
        ("kaki.xml", include_str!("../../templates/iku/kaki.xml")),
    ],
)];

/// A template's file is text that a person writes; a larger one is a mistake.
const MAX_FILE: u64 = 1 << 20;

impl TemplateSet {
    /// The names of the built-in sets.
    pub fn builtin_names() -> impl Iterator<Item = &'static str> {
        BUILTIN.iter().map(|(name, _)| *name)
    }

    /// A built-in set by its name; `None` for an unknown name.
    pub fn builtin(name: &str) -> Option<Self> {
        let (_, files) = BUILTIN.iter().find(|(known, _)| *known == name)?;
        Some(Self { files: files.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect() })
    }

    /// The `.xml` files of a folder, its subfolders left out. Fails, naming each
    /// file, where the folder or a file cannot be read, is no UTF-8, or is
    /// larger than 1 MiB.
    pub fn from_folder(folder: &Path) -> Result<Self, TemplateError> {
        let shown = folder.display().to_string();
        let unreadable =
            |error: std::io::Error| TemplateError::one(Problem::of_file(&shown, Fault::Unreadable(error.to_string())));
        let mut files = BTreeMap::new();
        let mut problems = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            if !name.to_lowercase().ends_with(".xml") || name.starts_with('.') || !path.is_file() {
                continue;
            }
            match read(&path) {
                Ok(text) => {
                    files.insert(name.to_owned(), text);
                }
                Err(fault) => problems.push(Problem::of_file(name, fault)),
            }
        }
        // The folder's own order differs between machines.
        problems.sort_by(|a, b| a.file.cmp(&b.file));
        if problems.is_empty() { Ok(Self { files }) } else { Err(TemplateError { problems }) }
    }

    /// Whether the set has a file for the part.
    pub fn has_part(&self, part: &str) -> bool {
        self.files.contains_key(&format!("{part}.xml"))
    }
}

fn read(path: &Path) -> Result<String, Fault> {
    let unreadable = |error: std::io::Error| Fault::Unreadable(error.to_string());
    if std::fs::metadata(path).map_err(unreadable)?.len() > MAX_FILE {
        return Err(Fault::TooLarge);
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let text = String::from_utf8(bytes).map_err(|error| Fault::Unreadable(error.to_string()))?;
    // Editors on Windows write a mark before the text, which is no part of it.
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn builtin_sets_have_their_iku() {
        for name in TemplateSet::builtin_names() {
            assert!(TemplateSet::builtin(name).unwrap().has_part("iku"), "{name}");
        }
        assert!(TemplateSet::builtin("../iku").is_none());
    }

    #[test]
    fn a_folder_gives_its_xml_files_and_names_the_bad_ones() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, bytes: &[u8]| {
            #[expect(clippy::disallowed_methods, reason = "a test lays out its own folder")]
            std::fs::write(folder.path().join(name), bytes).unwrap();
        };
        put("iku.xml", "\u{feff}<bagian/>".as_bytes());
        put("catatan.txt", b"bukan templat");
        let set = TemplateSet::from_folder(folder.path()).unwrap();
        assert_eq!(set.files.keys().collect::<Vec<_>>(), ["iku.xml"]);
        assert_eq!(set.files["iku.xml"], "<bagian/>");
        put("b.xml", b"\xff\xfe");
        put("a.xml", &vec![b' '; (MAX_FILE + 1) as usize]);
        let error = TemplateSet::from_folder(folder.path()).unwrap_err();
        assert_eq!(error.problems.iter().map(|problem| problem.file.as_str()).collect::<Vec<_>>(), ["a.xml", "b.xml"]);
        assert!(TemplateSet::from_folder(&folder.path().join("tidak-ada")).is_err());
    }
}
