//! Files that hold personal data in full: for the user's own eyes, and all of
//! them or none.

use super::error::failed;
use super::{DeliverError, Output, deliver, taken};
use std::fs;
use std::path::{Path, PathBuf};

/// Writes the files of each folder below `dir`. What is made here only the user
/// may read; where one cannot be written, those written before it go again.
pub fn deliver_private(dir: &Path, folders: &[(&str, Vec<Output<'_>>)]) -> Result<(), DeliverError> {
    let mut made: Vec<PathBuf> = Vec::new();
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
    if outcome.is_err() {
        // The last first, so that folders are empty when their turn comes; what is not there need not go.
        for path in made.iter().rev() {
            let _ = fs::remove_file(path).or_else(|_| fs::remove_dir(path));
        }
    }
    outcome
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
