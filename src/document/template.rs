//! A set of templates: built in, or an office's own folder.

use super::problem::{Bound, Fault, Problem, TemplateError};
use super::words_id;
use crate::intake::{self, Refused};
use crate::vocabulary::io_reason;
use crate::vocabulary::nearest;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The files of one template by their names (`iku.xml`): a part of the report
/// each, or a piece that others include.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TemplateSet {
    pub files: BTreeMap<String, String>,
    /// The bytes of the pictures that stand beside them (PNG, JPEG), by their file names.
    pub pictures: BTreeMap<String, Arc<[u8]>>,
}

/// What the built-in sets share: the parts after the form, and the pieces that forms include.
const SHARED: &[(&str, &str)] = &[
    ("capaian.xml", include_str!("../../templates/iku/capaian.xml")),
    ("perhitungan.xml", include_str!("../../templates/iku/perhitungan.xml")),
    ("catatan.xml", include_str!("../../templates/iku/catatan.xml")),
    ("bacaan.xml", include_str!("../../templates/iku/bacaan.xml")),
    ("pengesahan.xml", include_str!("../../templates/iku/pengesahan.xml")),
    ("kaki.xml", include_str!("../../templates/iku/kaki.xml")),
    ("potongan-label.xml", include_str!("../../templates/iku/potongan-label.xml")),
    ("potongan-rumus.xml", include_str!("../../templates/iku/potongan-rumus.xml")),
    ("potongan-tanda-tangan.xml", include_str!("../../templates/iku/potongan-tanda-tangan.xml")),
];

/// The built-in sets by name, each with its own form.
const BUILTIN: &[(&str, &str)] = &[
    ("iku", include_str!("../../templates/iku/iku.xml")),
    ("iku-alasan", include_str!("../../templates/iku-alasan/iku.xml")),
    ("iku-definisi", include_str!("../../templates/iku-definisi/iku.xml")),
];

/// The set of a summary.
const REKAP: &[(&str, &str)] = &[
    ("rekap.xml", include_str!("../../templates/rekap/rekap.xml")),
    ("indikator.xml", include_str!("../../templates/rekap/indikator.xml")),
    ("ukuran.xml", include_str!("../../templates/rekap/ukuran.xml")),
    ("kantor.xml", include_str!("../../templates/rekap/kantor.xml")),
    ("kaki.xml", include_str!("../../templates/rekap/kaki.xml")),
];

/// The file of the form itself.
const FORM: &str = "iku.xml";

/// The set that gives what an office's folder lacks, where the folder has the name of none.
const FALLBACK: &str = "iku";

/// How the names of pictures end.
const PICTURES: [&str; 3] = [".png", ".jpg", ".jpeg"];

/// A template's file is text that a person writes; a larger one is a mistake.
const MAX_FILE: u64 = 1 << 20;

/// No picture of a page needs more, in bytes.
const MAX_PICTURE: u64 = 8 << 20;

/// Files of one folder, and their bytes together.
const MOST_FILES: usize = 200;
const MOST_BYTES: u64 = 32 << 20;

impl TemplateSet {
    /// The names of the built-in sets.
    pub fn builtin_names() -> impl Iterator<Item = &'static str> {
        BUILTIN.iter().map(|(name, _)| *name)
    }

    /// A built-in set by its name; `None` for an unknown name.
    pub fn builtin(name: &str) -> Option<Self> {
        let (_, form) = BUILTIN.iter().find(|(known, _)| *known == name)?;
        let files = SHARED.iter().copied().chain([(FORM, *form)]);
        Some(Self { files: files.map(|(file, text)| (file.to_owned(), text.to_owned())).collect(), ..Self::default() })
    }

    /// The `.xml` files and pictures of a folder of `office`, its subfolders left
    /// out. A part or piece that the folder lacks is that of the built-in set of its
    /// name, else of `iku`. Fails,
    /// naming each file, where the folder or a file cannot be read, is no UTF-8,
    /// is too large (1 MiB, a picture 8), is reached by a link out of the office
    /// (unless `links`), or where a file's name is a slip of a
    /// built-in one that would then be taken in its place.
    pub fn from_folder(office: &Path, folder: &Path, links: bool) -> Result<Self, TemplateError> {
        let shown = folder.display().to_string();
        let unreadable =
            |error: std::io::Error| TemplateError::one(Problem::of_file(&shown, Fault::Unreadable(io_reason(&error))));
        let mut set = Self::default();
        let mut problems = Vec::new();
        let (mut files, mut bytes_left) = (0, MOST_BYTES);
        for entry in std::fs::read_dir(folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let path = entry.path();
            let folder_or_gone = path.metadata().map_or(true, |known| known.is_dir());
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            if folder_or_gone || name.starts_with('.') {
                continue;
            }
            files += 1;
            if files > MOST_FILES {
                problems.push(Problem::of_file(&shown, Fault::Beyond(Bound::Files)));
                break;
            }
            let lower = name.to_lowercase();
            let mut take = |most: u64| {
                let bytes = intake::read_inside(office, &path, most, links).map_err(|refused| fault(&refused))?;
                bytes_left = bytes_left.checked_sub(bytes.len() as u64).ok_or(Fault::Beyond(Bound::Files))?;
                Ok(bytes)
            };
            let put = if lower.ends_with(".xml") {
                take(MAX_FILE).and_then(text).map(|text| drop(set.files.insert(name.to_owned(), text)))
            } else if PICTURES.iter().any(|ending| lower.ends_with(ending)) {
                take(MAX_PICTURE).map(|bytes| drop(set.pictures.insert(name.to_owned(), bytes.into())))
            } else {
                Ok(())
            };
            if let Err(fault) = put {
                problems.push(Problem::of_file(name, fault));
            }
        }
        // A copy that lost its form must not become another form.
        let named = folder.file_name().and_then(|name| name.to_str()).and_then(Self::builtin);
        let fallback = named.or_else(|| Self::builtin(FALLBACK)).unwrap_or_default().files;
        // A name that is nobody's may be a slip: then the built-in file must not come in unsaid.
        let own: Vec<String> = set.files.keys().filter(|name| !fallback.contains_key(*name)).cloned().collect();
        for (name, text) in fallback {
            if set.files.contains_key(&name) {
                continue;
            }
            let slip = |own: &&String| nearest(own.trim_end_matches(".xml"), [name.trim_end_matches(".xml")]).is_some();
            if let Some(own) = own.iter().find(slip) {
                problems.push(Problem::of_file(own, Fault::MisspeltFile { meant: name }));
            } else {
                set.files.insert(name, text);
            }
        }
        // The folder's own order differs between machines.
        problems.sort_by(|a, b| a.file.cmp(&b.file));
        if problems.is_empty() { Ok(set) } else { Err(TemplateError { problems }) }
    }

    /// The set of a summary of many offices.
    pub fn rekap() -> Self {
        Self { files: REKAP.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect(), ..Self::default() }
    }

    /// Whether the set has a file for the part.
    pub fn has_part(&self, part: &str) -> bool {
        self.files.contains_key(&format!("{part}.xml"))
    }
}

fn fault(refused: &Refused) -> Fault {
    match refused {
        Refused::TooLarge { most } => Fault::FileTooLarge { mebibytes: most >> 20 },
        Refused::Outside => Fault::Outside,
        other => Fault::Unreadable(words_id::refused(other)),
    }
}

fn text(bytes: Vec<u8>) -> Result<String, Fault> {
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
        let set = TemplateSet::from_folder(folder.path(), folder.path(), false).unwrap();
        assert_eq!(set.files["iku.xml"], "<bagian/>");
        // What the folder lacks is the built-in set's.
        assert_eq!(set.files["capaian.xml"], TemplateSet::builtin("iku").unwrap().files["capaian.xml"]);
        assert!(!set.files.contains_key("catatan.txt"));
        put("lambang.PNG", b"\x89PNG");
        assert_eq!(&*TemplateSet::from_folder(folder.path(), folder.path(), false).unwrap().pictures["lambang.PNG"], b"\x89PNG");
        put("b.xml", b"\xff\xfe");
        put("a.xml", &vec![b' '; (MAX_FILE + 1) as usize]);
        let error = TemplateSet::from_folder(folder.path(), folder.path(), false).unwrap_err();
        assert_eq!(error.problems.iter().map(|problem| problem.file.as_str()).collect::<Vec<_>>(), ["a.xml", "b.xml"]);
        assert!(TemplateSet::from_folder(folder.path(), &folder.path().join("tidak-ada"), false).is_err());
        let folder = tempfile::tempdir().unwrap();
        #[expect(clippy::disallowed_methods, reason = "a test lays out its own folder")]
        std::fs::write(folder.path().join("Capaian.xml"), "<bagian/>").unwrap();
        let copy = folder.path().join("iku-alasan");
        std::fs::create_dir(&copy).unwrap();
        assert_eq!(TemplateSet::from_folder(folder.path(), &copy, false).unwrap(), TemplateSet::builtin("iku-alasan").unwrap());
        let slip = TemplateSet::from_folder(folder.path(), folder.path(), false).unwrap_err();
        assert_eq!(slip.problems[0].fault, Fault::MisspeltFile { meant: "capaian.xml".to_owned() });
        assert_eq!(slip.problems[0].file, "Capaian.xml");
    }
}
