//! A snapshot laid out as an office's folder for as long as it is read. It stands
//! beside the report, for it holds personal data in full.

use super::disk::{Disk, Real};
use super::error::{DeliverError, failed};
use super::snapshot::{Snapshot, Unusable};
use std::path::{Path, PathBuf};

/// The scratch folder within a report's; a run that was cut off may have left it.
const SCRATCH: &str = ".iku-sementara";

/// Goes when it is dropped.
pub struct Scratch {
    path: PathBuf,
}

impl Scratch {
    /// Lays a snapshot's files out in `folder`, in which no other run works.
    ///
    /// # Errors
    /// The snapshot cannot be used, or its files not be written.
    pub fn lay_out(folder: &Path, snapshot: &mut Snapshot) -> Result<Self, Unusable> {
        clear(folder).map_err(Unusable::Write)?;
        let scratch = Self { path: folder.join(SCRATCH) };
        snapshot.lay_out(&Real, &scratch.path)?;
        Ok(scratch)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next command.
        let _ = Real.remove_folder(&self.path);
    }
}

/// Removes what an earlier run left.
pub(super) fn clear(folder: &Path) -> Result<(), DeliverError> {
    let path = folder.join(SCRATCH);
    if path.is_dir() { Real.remove_folder(&path).map_err(failed(&path)) } else { Ok(()) }
}

/// Whether an earlier run left something.
pub(super) fn is_there(folder: &Path) -> bool {
    folder.join(SCRATCH).is_dir()
}
