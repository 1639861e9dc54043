//! The snapshot of what a revision rests on: a zip that any tool opens, with the
//! same bytes on any machine.

use super::disk::Disk;
use super::error::{DeliverError, failed};
use super::taken;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Cursor, Read, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

/// Files by their path within the office's folder, with `/`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The largest snapshot that is unpacked, in bytes: more than any office's workbooks.
const LARGEST: u64 = 4 << 30;

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
        Err(error) => return Err(DeliverError { path: full, source: error }),
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

/// The files of a snapshot.
///
/// # Errors
/// It is no zip, is damaged, is too large unpacked, or names a path outside itself.
pub fn unpack(bytes: &[u8]) -> io::Result<Files> {
    let mut zip = ZipArchive::new(Cursor::new(bytes))?;
    let mut files = Files::new();
    let mut total: u64 = 0;
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index)?;
        let name = entry.name().map_err(io::Error::other)?.into_owned();
        let inside =
            !name.starts_with('/') && name.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']));
        if !inside {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut bytes = Vec::new();
        let left = LARGEST - total;
        total += (&mut entry).take(left).read_to_end(&mut bytes)? as u64;
        if total >= LARGEST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        files.insert(name, bytes);
    }
    Ok(files)
}

/// Lays the files out in `folder`, which is made.
pub fn lay_out(disk: &dyn Disk, folder: &Path, files: &Files) -> Result<(), DeliverError> {
    for (name, bytes) in files {
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(folder);
        disk.make_folder(parent).map_err(failed(parent))?;
        disk.write(&path, bytes).map_err(failed(&path))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back_and_names_no_system() {
        let files: Files = [("iku.toml", b"tahun = 2021".to_vec()), ("data/a b.xlsx", b"PK\x03\x04".to_vec())]
            .map(|(name, bytes)| (name.to_owned(), bytes))
            .into();
        let zip = pack(&files).unwrap();
        assert_eq!(unpack(&zip).unwrap(), files);
        let made_by: Vec<u8> = zip.windows(6).filter(|part| part.starts_with(b"PK\x01\x02")).map(|part| part[5]).collect();
        assert_eq!(made_by, [3, 3], "Unix, wherever it was made");
    }

    #[test]
    fn a_path_that_leads_out_is_refused() {
        for name in ["../iku.toml", "/etc/x", "a/../../b", "C:\\x"] {
            let files: Files = [(name.to_owned(), b"x".to_vec())].into();
            assert!(unpack(&pack(&files).unwrap()).is_err(), "{name}");
        }
        assert!(unpack(b"no zip").is_err());
    }
}
