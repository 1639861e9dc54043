//! The room's front door: `iku.toml` in, a `Profile` or all its errors out.

use super::alike::tell_apart;
use super::decode::decode;
use super::error::{GivenFile, ProfileError, ProfileErrorKind};
use super::nearby::{misnamed, offices_near};
use super::reading::{Item, LONGEST_TEXT, Reading};
use super::source::Source;
use super::words_id;
use super::{Profile, Sumber, Ukuran};
use crate::intake::{self, Refused};
use crate::vocabulary::{Slips, io_reason};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::de::{DeTable, DeValue};

/// The profile's file name.
pub const FILE_NAME: &str = "iku.toml";

/// A profile is text that a person writes: no more bytes.
const LARGEST: u64 = 4 << 20;

/// The folders right below `folder` that hold an `iku.toml`, by name.
pub fn offices_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut offices: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.join(FILE_NAME).is_file()).collect();
    offices.sort();
    offices
}

/// Whether a folder is an office's but for its profile: workbooks stand in `data`, or a file is there that was
/// meant to be `iku.toml`.
pub fn is_without_profile(folder: &Path) -> bool {
    let entries = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten();
    let is_workbook = |path: &Path| {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        matches!(ending.as_str(), "xlsx" | "xlsm" | "xlsb" | "xls" | "ods" | "csv")
    };
    let has_data = || entries(folder.join("data")).any(|entry| is_workbook(&entry.path()));
    folder.is_dir() && !folder.join(FILE_NAME).exists() && (misnamed(folder).is_some() || has_data())
}

/// The folders right below `folder` that hold an `iku.toml`, and beside them those that only lack it, by name.
pub fn offices_and_unfinished(folder: &Path) -> Vec<PathBuf> {
    let mut offices = offices_in(folder);
    if !offices.is_empty() {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        offices.extend(entries.map(|entry| entry.path()).filter(|path| is_without_profile(path)));
        offices.sort();
    }
    offices
}

/// The text of `iku.toml` in an office's folder, for [`parse`] and for
/// [`ProfileError::show`]. Fails where it is missing, unreadable or neither UTF-8 nor UTF-16.
pub fn read_text(folder: &Path) -> Result<String, ProfileError> {
    let refused = |refused| {
        let error = match refused {
            Refused::Io(error) => error,
            Refused::Folder => ErrorKind::IsADirectory.into(),
            Refused::Outside | Refused::NotRegular => return unreadable(words_id::NOT_REGULAR),
            Refused::TooLarge { .. } => return unreadable(words_id::TOO_LARGE),
        };
        ProfileError::whole_file(match error.kind() {
            _ if folder.is_file() => not_folder(folder),
            ErrorKind::NotFound if !folder.is_dir() => ProfileErrorKind::FolderMissing { dekat: offices_near(folder) },
            ErrorKind::NotFound | ErrorKind::NotADirectory => {
                ProfileErrorKind::FileMissing { mirip: misnamed(folder), dekat: offices_near(folder) }
            }
            ErrorKind::PermissionDenied => ProfileErrorKind::FileUnreadable { rincian: words_id::NO_PERMISSION.to_owned() },
            ErrorKind::IsADirectory => ProfileErrorKind::FileUnreadable { rincian: words_id::IS_A_FOLDER.to_owned() },
            _ => ProfileErrorKind::FileUnreadable { rincian: io_reason(&error) },
        })
    };
    let bytes = intake::read(&folder.join(FILE_NAME), LARGEST).map_err(refused)?;
    decode(bytes)
}

/// A file that was given in place of its folder.
fn not_folder(path: &Path) -> ProfileErrorKind {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let berkas = match ending.as_str() {
        "xlsx" | "xlsm" | "xlsb" | "xls" | "ods" | "csv" => GivenFile::Workbook,
        "toml" => GivenFile::Profile,
        _ => GivenFile::Other,
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    ProfileErrorKind::NotFolder { berkas, folder: folder.display().to_string() }
}

fn unreadable(rincian: &str) -> ProfileError {
    ProfileError::whole_file(ProfileErrorKind::FileUnreadable { rincian: rincian.to_owned() })
}

/// Reads and checks `folder/iku.toml`.
pub fn load(folder: &Path) -> Result<Profile, Vec<ProfileError>> {
    read_text(folder).map_err(|error| vec![error]).and_then(|text| parse_in(&text, folder))
}

/// Checks a profile's text as far as that goes without workbooks and formulas.
/// The errors are all there are, in the order of their lines.
pub fn parse(text: &str) -> Result<Profile, Vec<ProfileError>> {
    read(text, None)
}

/// The same of the profile in an office's folder, whose own copy of a built-in template may have parts of its own.
pub fn parse_in(text: &str, folder: &Path) -> Result<Profile, Vec<ProfileError>> {
    read(text, Some(folder))
}

fn read(text: &str, folder: Option<&Path>) -> Result<Profile, Vec<ProfileError>> {
    let source = Source::new(text);
    let (document, faults) = DeTable::parse_recoverable(source.text);
    let mut reading = Reading { source, folder, errors: Vec::new(), slips: Slips::default() };
    reading.syntax_errors(&faults);
    // A repeated key leaves the rest readable; other faults leave holes that
    // would be reported as mistakes of their own.
    let readable = faults.iter().all(|fault| fault.message().starts_with("duplicate key"));
    // A text of any length is not even told: what is told of it grows with it.
    let profile = (readable && reading.lengths(document.get_ref())).then(|| reading.profile(document.get_ref()));
    reading.errors.sort_by_key(|error| (error.line, error.column));
    reading.errors.dedup();
    match profile {
        Some(profile) if reading.errors.is_empty() => Ok(profile),
        _ => Err(reading.errors),
    }
}

/// No list and no table of a profile holds more: no office has so many of anything.
const MOST_ITEMS: usize = 5000;
/// Nor more words that each cell of a column, or each sheet, is held against.
const MOST_WORDS: usize = 200;

impl<'a> Reading<'a> {
    fn profile(&mut self, document: &'a DeTable<'a>) -> Profile {
        let root = self.root(document);
        let instansi = self.instansi(&root);
        let laporan = self.laporan(&root);
        let penandatangan = self.penandatangan(&root);
        self.bounded(document);
        let sumber = self.sumber(&root);
        let ukuran = self.ukuran(&root);
        self.names_once(sumber.iter().map(|(item, _)| item).chain(ukuran.iter().map(|(item, _)| item)).collect());
        let sources: BTreeMap<String, Sumber> = sumber.into_iter().map(|(_, source)| (source.id.clone(), source)).collect();
        let mut measures: Vec<Ukuran> = ukuran.into_iter().map(|(_, measure)| measure).collect();
        tell_apart(&mut measures, &sources);
        Profile {
            instansi,
            laporan,
            penandatangan,
            sumber: sources,
            ukuran: measures,
            sasaran: self.sasaran(&root),
            capaian: self.capaian(&root),
            terima: self.terima(&root),
            batas_baca: self.batas_baca(&root),
        }
    }

    /// Whether every key, every text and every list below a table is short enough; the first that is not is an error.
    fn lengths(&mut self, table: &'a DeTable<'a>) -> bool {
        table.iter().all(|(key, value)| {
            let name: &str = key.get_ref();
            if name.len() > LONGEST_TEXT {
                return self.too_long(key.span(), &name.chars().take(20).chain(['…']).collect::<String>());
            }
            self.length(name, value.get_ref(), value.span())
        })
    }

    fn length(&mut self, key: &str, value: &'a DeValue<'a>, span: Range<usize>) -> bool {
        match value {
            DeValue::Table(table) => {
                // Keys of any other table are known ones, or told as unknown.
                let is_free = matches!(key, "arti" | "kolom" | "tetapan" | "skor" | "target" | "target_akhir");
                (!is_free || self.at_most(span, key, table.len(), MOST_ITEMS)) && self.lengths(table)
            }
            DeValue::Array(array) => {
                // Each cell of a column is held against these, each sheet against those.
                let most = if matches!(key, "ya" | "tidak" | "kunci" | "bagian") { MOST_WORDS } else { MOST_ITEMS };
                self.at_most(span, key, array.len(), most) && array.iter().all(|one| self.length(key, one.get_ref(), one.span()))
            }
            DeValue::String(text) if text.len() > LONGEST_TEXT => self.too_long(span, key),
            _ => true,
        }
    }

    fn too_long(&mut self, span: Range<usize>, key: &str) -> bool {
        self.error(span, ProfileErrorKind::TooMuch { kunci: key.to_owned(), most: LONGEST_TEXT, characters: true });
        false
    }

    /// No office has so many of anything; what a run does grows with each of them.
    fn bounded(&mut self, document: &'a DeTable<'a>) {
        for (key, most) in [("sumber", 200), ("ukuran", 2000), ("sasaran", 200), ("penandatangan", 20), ("terima", 5000)] {
            let Some((name, value)) = document.get_key_value(key) else { continue };
            let count = match value.get_ref() {
                DeValue::Table(table) if key != "penandatangan" => table.len(),
                DeValue::Array(array) => array.len(),
                _ => 0,
            };
            self.at_most(name.span(), key, count, most);
        }
        let sasaran = document.get("sasaran").and_then(|value| value.get_ref().as_array());
        let indikator = sasaran.into_iter().flatten().filter_map(|one| {
            let (name, value) = one.get_ref().as_table()?.get_key_value("indikator")?;
            Some((name.span(), value.get_ref().as_array()?.len()))
        });
        let mut count = 0;
        for (span, more) in indikator.collect::<Vec<_>>() {
            count += more;
            self.at_most(span, "indikator", count, 1000);
        }
    }

    fn at_most(&mut self, span: Range<usize>, key: &str, count: usize, most: usize) -> bool {
        if count > most {
            self.error(span, ProfileErrorKind::TooMuch { kunci: key.to_owned(), most, characters: false });
        }
        count <= most
    }

    /// A formula must never be in doubt whether a name is a source or a measure.
    fn names_once(&mut self, mut named: Vec<&Item<'a>>) {
        named.sort_by_key(|item| item.key_span.start);
        let mut first_lines: BTreeMap<String, u32> = BTreeMap::new();
        for item in named {
            let line = self.line(&item.key_span);
            if let Some(first_line) = first_lines.get(&item.kunci.to_ascii_lowercase()) {
                let kind = ProfileErrorKind::NameTwice { name: item.kunci.clone(), first_line: *first_line };
                self.error(item.key_span.clone(), kind);
            } else {
                first_lines.insert(item.kunci.to_ascii_lowercase(), line);
            }
        }
    }
}
