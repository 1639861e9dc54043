//! Files that hold personal data in full: for the user's own eyes, and all of
//! them or none.

use super::error::failed;
use super::{DeliverError, Output, deliver, sha256_hex, strangers_folder, taken};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What was written here, by the digests of the files: one that is another since was changed by somebody.
const WRITTEN: &str = ".iku-bertanda";

/// Writes the files of each folder below `dir`. What is made here only the user
/// may read; where one cannot be written, those written before it go again. A file in its place that was not
/// written here, or was changed since, is kept in the archive: its path and the new one.
pub fn deliver_private(dir: &Path, folders: &[(&str, Vec<Output<'_>>)]) -> Result<Vec<(String, String)>, DeliverError> {
    let mut made: Vec<PathBuf> = make_folder(dir)?;
    let written = taken::read_if_there(&dir.join(WRITTEN)).map_err(failed(dir))?.unwrap_or_default();
    let written = String::from_utf8_lossy(&written).into_owned();
    let known: BTreeSet<&str> = written.lines().collect();
    let apart = strangers_folder(dir)?;
    let mut kept: Vec<(String, String)> = Vec::new();
    let mut now: BTreeSet<String> = known.iter().map(|line| (*line).to_owned()).collect();
    for (folder, outputs) in folders {
        for output in outputs {
            let name = if folder.is_empty() { output.name.to_owned() } else { format!("{folder}/{}", output.name) };
            let path = dir.join(&name);
            let line = |bytes: &[u8]| format!("{} {name}", sha256_hex(bytes));
            let old = taken::read_if_there(&path).map_err(failed(&path))?;
            if let Some(old) = old.filter(|old| old != output.bytes && !known.contains(line(old).as_str())) {
                let to = format!("{apart}/{name}");
                let folder = dir.join(&to).parent().map(Path::to_owned).unwrap_or_default();
                made.extend(make_folder(&folder)?);
                deliver(&folder, &[Output { name: output.name, bytes: &old }])?;
                only_the_user(&dir.join(&to), 0o600)?;
                kept.push((name.clone(), to));
            }
            now.retain(|line| line.split_once(' ').is_none_or(|(_, own)| own != name));
            now.insert(line(output.bytes));
        }
    }
    let outcome = folders.iter().try_for_each(|(folder, outputs)| {
        let target = dir.join(folder);
        made.extend(make_folder(&target)?);
        for path in outputs.iter().map(|output| target.join(output.name)) {
            if !taken::is_there(&path).map_err(failed(&path))? {
                made.push(path);
            }
        }
        deliver(&target, outputs)?;
        outputs.iter().map(|output| target.join(output.name)).try_for_each(|path| only_the_user(&path, 0o600))
    });
    let lines: String = now.iter().map(|line| format!("{line}\n")).collect();
    let outcome = outcome.and_then(|()| {
        deliver(dir, &[Output { name: WRITTEN, bytes: lines.as_bytes() }])?;
        only_the_user(&dir.join(WRITTEN), 0o600)
    });
    if outcome.is_err() {
        // The last first, so that folders are empty when their turn comes; what is not there need not go.
        for path in made.iter().rev() {
            let _ = fs::remove_file(path).or_else(|_| fs::remove_dir(path));
        }
    }
    outcome.map(|()| kept)
}

/// Makes a folder and those above it that lack, and gives those it made, the uppermost first.
fn make_folder(folder: &Path) -> Result<Vec<PathBuf>, DeliverError> {
    let mut lacking: Vec<PathBuf> = Vec::new();
    for path in folder.ancestors().take_while(|path| !path.as_os_str().is_empty()) {
        if taken::is_there(path).map_err(failed(path))? {
            break;
        }
        lacking.push(path.to_owned());
    }
    lacking.reverse();
    for path in &lacking {
        fs::create_dir(path).or_else(|error| if path.is_dir() { Ok(()) } else { Err(error) }).map_err(failed(path))?;
        only_the_user(path, 0o700)?;
    }
    Ok(lacking)
}

/// The same as far as the disk knows of users: a stick's file system may not, and keeps nobody from a report.
pub(super) fn keep_to_the_user(path: &Path) {
    let _ = only_the_user(path, if path.is_dir() { 0o700 } else { 0o600 });
}

#[cfg(unix)]
fn only_the_user(path: &Path, mode: u32) -> Result<(), DeliverError> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).map_err(failed(path))
}

/// Elsewhere the user's own folders are nobody else's to read.
#[cfg(not(unix))]
fn only_the_user(_: &Path, _: u32) -> Result<(), DeliverError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn only_the_user_reads_them() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("salinan");
        deliver_private(&dir, &[("data", vec![Output { name: "a.xlsx", bytes: b"1" }])]).unwrap();
        let mode = |path: &str| fs::metadata(folder.path().join(path)).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode("salinan"), mode("salinan/data"), mode("salinan/data/a.xlsx")), (0o700, 0o700, 0o600));
    }

    #[test]
    fn what_somebody_wrote_into_a_copy_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("salinan");
        let write = |bytes: &'static [u8]| deliver_private(&dir, &[("data", vec![Output { name: "a.xlsx", bytes }])]).unwrap();
        let path = dir.join("data/a.xlsx");
        assert!(write(b"1").is_empty() && write(b"2").is_empty(), "its own are replaced");
        #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
        fs::write(&path, "2 and an answer").unwrap();
        let kept = [("data/a.xlsx".to_owned(), "arsip/lain-1/data/a.xlsx".to_owned())];
        assert_eq!(write(b"3"), kept);
        assert_eq!(fs::read(dir.join(&kept[0].1)).unwrap(), b"2 and an answer");
        assert_eq!(fs::read(&path).unwrap(), b"3");
        assert!(write(b"4").is_empty());
    }

    #[test]
    fn where_one_fails_none_stays_and_older_ones_do() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("salinan");
        deliver_private(&dir, &[("lama", vec![Output { name: "l.xlsx", bytes: b"0" }])]).unwrap();
        // A file stands where the second folder should be.
        #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
        fs::write(dir.join("b"), "x").unwrap();
        let files = |name| vec![Output { name, bytes: b"1" }];
        assert!(deliver_private(&dir, &[("a", files("1.xlsx")), ("b/c", files("2.xlsx"))]).is_err());
        assert!(!dir.join("a").exists() && dir.join("lama/l.xlsx").is_file() && dir.join("b").is_file());
    }
}
