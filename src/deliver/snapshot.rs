//! The snapshot of what a revision rests on: a zip that any tool opens, with the
//! same bytes on any machine.

use super::digest::sha256_hex;
use super::disk::Disk;
use super::error::{DeliverError, failed};
use super::{private, taken};
use crate::diagnostic::Temuan;
use crate::intake::{self, Refused};
use crate::profile::{self, Limits};
use crate::workbook::Unpacking;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufReader, Cursor, Read, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

/// Files by their path within the office's folder, with `/`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Reads the files and all that stands in the folders (relative to `office`);
/// what is not there is left out.
///
/// # Errors
/// A file that is there and cannot be read.
pub fn gather<'p>(
    office: &Path,
    files: impl IntoIterator<Item = &'p str>,
    folders: impl IntoIterator<Item = &'p str>,
) -> Result<Files, DeliverError> {
    let mut gathered = Files::new();
    for path in files.into_iter().filter(|path| office.join(path).is_file()) {
        take(office, path, &mut gathered)?;
    }
    for path in folders {
        take(office, path, &mut gathered)?;
    }
    Ok(gathered)
}

fn take(office: &Path, path: &str, files: &mut Files) -> Result<(), DeliverError> {
    let full = office.join(path);
    if full.is_dir() {
        let mut names = Vec::new();
        for entry in fs::read_dir(&full).map_err(failed(&full))? {
            names.push(entry.map_err(failed(&full))?.file_name());
        }
        // A name that is no text cannot be named in the profile either.
        for name in names.iter().filter_map(|name| name.to_str()) {
            take(office, &format!("{path}/{name}"), files)?;
        }
        return Ok(());
    }
    match taken::read(&full) {
        Ok(bytes) => drop(files.insert(path.to_owned(), bytes)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
        Err(error) => return Err(DeliverError::unwritten(&full, error)),
    }
    Ok(())
}

/// The files as a zip, dated alike. What is compressed already (an .xlsx is a
/// zip itself) is stored as it is.
pub fn pack(files: &Files) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let method = if bytes.starts_with(b"PK") { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .system(System::Unix)
            .unix_permissions(0o644)
            .last_modified_time(DateTime::default());
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Why a snapshot cannot be used.
#[derive(Debug)]
pub enum Unusable {
    /// It is not there, is cut short or damaged, or names a path outside itself.
    Lost,
    /// It is there, and this user may not read it.
    NotAllowed,
    /// It would unpack to more than may be read: the finding that says which file, and how far.
    TooLarge(Box<Temuan>),
    /// What it holds cannot be written.
    Write(DeliverError),
}

impl From<io::Error> for Unusable {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::PermissionDenied { Self::NotAllowed } else { Self::Lost }
    }
}

/// A snapshot that is read file by file, never held whole.
pub struct Snapshot {
    zip: ZipArchive<BufReader<fs::File>>,
    size: u64,
    limits: Limits,
}

/// What a snapshot holds: the digest of each file by its path, and the profile's text.
#[derive(PartialEq, Eq, Debug, Default)]
pub struct Contents {
    pub sha256: BTreeMap<String, String>,
    pub profile: String,
}

impl Contents {
    /// Of files that are about to be packed.
    pub fn of(files: &Files) -> Self {
        let mut contents = Self::default();
        files.iter().for_each(|(name, bytes)| contents.take(name, bytes));
        contents
    }

    fn take(&mut self, name: &str, bytes: &[u8]) {
        self.sha256.insert(name.to_owned(), sha256_hex(bytes));
        if name == profile::FILE_NAME {
            self.profile = String::from_utf8_lossy(bytes).into_owned();
        }
    }
}

/// What is done with a file, by its path.
type Use<'u> = dyn FnMut(&str, &[u8]) -> Result<(), Unusable> + 'u;

/// A profile's text is no longer, in bytes.
const LONGEST_PROFILE: u64 = 4 << 20;

impl Snapshot {
    /// Opens it; how much may be unpacked is what the profile in it says of reading.
    ///
    /// # Errors
    /// It is no zip, or not there.
    pub fn open(path: &Path) -> Result<Self, Unusable> {
        let (file, size) = match intake::open(path, taken::MOST) {
            Ok(opened) => opened,
            Err(Refused::Io(error)) => return Err(error.into()),
            Err(_) => return Err(Unusable::Lost),
        };
        let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|_| Unusable::Lost)?;
        let mut text = String::new();
        if let Ok(entry) = zip.by_name(profile::FILE_NAME) {
            // What cannot be read as a profile says nothing of limits.
            let _ = entry.take(LONGEST_PROFILE).read_to_string(&mut text);
        }
        let limits = profile::parse(&text).map(|profile| profile.batas_baca).unwrap_or_default();
        Ok(Self { zip, size, limits })
    }

    /// Hands each file over by its path, one at a time.
    fn each(&mut self, use_it: &mut Use<'_>) -> Result<(), Unusable> {
        let mut budget = Unpacking::new(&self.limits, self.size);
        for index in 0..self.zip.len() {
            let mut entry = self.zip.by_index(index).map_err(|_| Unusable::Lost)?;
            let name = entry.name().map_err(|_| Unusable::Lost)?.into_owned();
            let is_inside = !name.starts_with('/')
                && name.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']));
            if !is_inside {
                return Err(Unusable::Lost);
            }
            let declared = entry.size();
            let mut bytes = Vec::new();
            // What says of itself that it is too large is not unpacked to see.
            if declared < budget.room() {
                (&mut entry).take(budget.room()).read_to_end(&mut bytes).map_err(|_| Unusable::Lost)?;
            }
            budget.file(declared.max(bytes.len() as u64), &name).map_err(Unusable::TooLarge)?;
            use_it(&name, &bytes)?;
        }
        Ok(())
    }

    /// What it holds.
    ///
    /// # Errors
    /// It is damaged, too large unpacked, or names a path outside itself.
    pub fn contents(&mut self) -> Result<Contents, Unusable> {
        let mut contents = Contents::default();
        self.each(&mut |name, bytes| {
            contents.take(name, bytes);
            Ok(())
        })?;
        Ok(contents)
    }

    /// Lays the files out in `folder`, which is made for its user alone.
    ///
    /// # Errors
    /// As [`Self::contents`], or a file cannot be written.
    pub fn lay_out(&mut self, disk: &dyn Disk, folder: &Path) -> Result<(), Unusable> {
        let made = |path: &Path| disk.make_folder(path).map_err(failed(path)).map_err(Unusable::Write);
        made(folder)?;
        private::keep_to_the_user(folder);
        self.each(&mut |name, bytes| {
            let path = folder.join(name);
            made(path.parent().unwrap_or(folder))?;
            disk.write(&path, bytes).map_err(failed(&path)).map_err(Unusable::Write)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zip_of(files: &Files) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("masukan.zip");
        #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
        fs::write(&path, pack(files).unwrap()).unwrap();
        (folder, path)
    }

    #[test]
    fn what_is_packed_comes_back_and_names_no_system() {
        let files: Files = [("iku.toml", b"tahun = 2021".to_vec()), ("data/a b.xlsx", b"PK\x03\x04".to_vec())]
            .map(|(name, bytes)| (name.to_owned(), bytes))
            .into();
        let (folder, path) = zip_of(&files);
        assert_eq!(Snapshot::open(&path).unwrap().contents().unwrap(), Contents::of(&files));
        let out = folder.path().join("luar");
        Snapshot::open(&path).unwrap().lay_out(&super::super::disk::Real, &out).unwrap();
        assert!(files.iter().all(|(name, bytes)| fs::read(out.join(name)).unwrap() == *bytes));
        let zip = fs::read(path).unwrap();
        let made_by: Vec<u8> = zip.windows(6).filter(|part| part.starts_with(b"PK\x01\x02")).map(|part| part[5]).collect();
        assert_eq!(made_by, [3, 3], "Unix, wherever it was made");
    }

    #[test]
    fn a_path_that_leads_out_is_refused() {
        for name in ["../iku.toml", "/etc/x", "a/../../b", "C:\\x"] {
            let (_folder, path) = zip_of(&[(name.to_owned(), b"x".to_vec())].into());
            assert!(matches!(Snapshot::open(&path).unwrap().contents(), Err(Unusable::Lost)), "{name}");
        }
        assert!(matches!(Snapshot::open(Path::new("/tiada/masukan.zip")), Err(Unusable::Lost)));
    }

    #[test]
    fn a_bomb_is_told_by_the_file_that_is_too_much() {
        let files: Files = ["a", "b", "c"].map(|name| (format!("data/{name}.csv"), vec![0; 70 << 20])).into();
        let (folder, path) = zip_of(&files);
        let Err(Unusable::TooLarge(temuan)) = Snapshot::open(&path).unwrap().contents() else { panic!("it was unpacked") };
        assert_eq!((temuan.kode().text(), &*temuan.at.berkas), ("berkas-terlalu-besar", "data/c.csv"));
        let out = folder.path().join("luar");
        assert!(matches!(Snapshot::open(&path).unwrap().lay_out(&super::super::disk::Real, &out), Err(Unusable::TooLarge(_))));
    }
}
