//! Files replaced in a folder, where they differ.

use super::disk::{Disk, Real};
use super::error::{DeliverError, failed};
use super::lock::Lock;
use super::replace::{self, Change, Output, replace};
use super::{scratch, taken};
use std::path::Path;

/// What happened to the files.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Delivered {
    Written,
    /// Every file already held these bytes; nothing was touched.
    Unchanged,
}

/// Replaces the files in `folder` (made if absent), all or none.
pub fn deliver(folder: &Path, outputs: &[Output<'_>]) -> Result<Delivered, DeliverError> {
    Real.make_folder(folder).map_err(failed(folder))?;
    recover(folder)?;
    if outputs.iter().all(|output| taken::read(&folder.join(output.name)).is_ok_and(|old| old == output.bytes)) {
        return Ok(Delivered::Unchanged);
    }
    replace(&Real, folder, &Change { new: outputs.to_vec(), kept: Vec::new() })?;
    Ok(Delivered::Written)
}

/// Finishes or undoes what an earlier run left half done in `folder`.
pub fn recover(folder: &Path) -> Result<(), DeliverError> {
    scratch::clear(folder)?;
    replace::recover(&Real, folder).map(|_| ())
}

/// The same where an earlier run was cut off and no run is at work.
pub fn recover_if_idle(folder: &Path) -> Result<(), DeliverError> {
    if !replace::is_unfinished(folder) && !scratch::is_there(folder) {
        return Ok(());
    }
    match Lock::now(folder) {
        Some(_lock) => recover(folder),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn outputs<'a>(a: &'a [u8], b: &'a [u8]) -> [Output<'a>; 2] {
        [Output { name: "a.pdf", bytes: a }, Output { name: "a.json", bytes: b }]
    }

    #[test]
    fn files_are_written_once_and_left_alone_when_equal() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("keluaran/2021");
        assert_eq!(deliver(&target, &outputs(b"1", b"2")).unwrap(), Delivered::Written);
        let before = fs::metadata(target.join("a.pdf")).unwrap().modified().unwrap();
        assert_eq!(deliver(&target, &outputs(b"1", b"2")).unwrap(), Delivered::Unchanged);
        assert_eq!(fs::metadata(target.join("a.pdf")).unwrap().modified().unwrap(), before);
        assert_eq!(deliver(&target, &outputs(b"1", b"3")).unwrap(), Delivered::Written);
        assert_eq!(fs::read(target.join("a.json")).unwrap(), b"3");
        assert_eq!(fs::read_dir(&target).unwrap().count(), 2, "nothing else is left");
    }
}
