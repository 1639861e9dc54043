//! Replacing files together: all are staged, a journal is written, each is put
//! in place, and what they replaced goes to the archive. A run that is cut off
//! leaves either no journal (the stage is thrown away: the old files stand) or
//! a journal (the next command finishes it). A step that fails takes back those
//! before it.

use super::disk::{self, Disk};
use super::error::{DeliverError, failed};
use super::journal::{Entry, Journal, STAGE, Stage, sha_of};
use super::{SNAPSHOT, private, sha256_hex, taken};
use crate::threads;
use std::io;
use std::path::{Path, PathBuf};

/// A file to be written.
#[derive(Clone, Copy, Debug)]
pub struct Output<'a> {
    /// The file's name, or its path within the folder with `/`.
    pub name: &'a str,
    pub bytes: &'a [u8],
}

/// Files that are replaced together in one folder.
#[derive(Clone, Debug, Default)]
pub struct Change<'a> {
    pub new: Vec<Output<'a>>,
    /// Files of the folder that are kept elsewhere in it: name, and new path.
    pub kept: Vec<(String, String)>,
}

/// Makes the change, all or nothing. The folder is there and nothing is left
/// half done in it ([`recover`]).
pub fn replace(disk: &dyn Disk, folder: &Path, change: &Change<'_>) -> Result<(), DeliverError> {
    let stage = Stage::of(folder);
    let staged = stage_all(disk, &stage, change);
    let journal = match staged {
        Ok(journal) => journal,
        Err(error) => {
            // Nothing has been replaced; what cannot be removed now is removed by the next command.
            let _ = stage.clear(disk);
            return Err(error);
        }
    };
    finish(disk, folder, &journal)
}

/// Finishes or undoes what an earlier run left half done in `folder`. True
/// where there was something.
pub fn recover(disk: &dyn Disk, folder: &Path) -> Result<bool, DeliverError> {
    let stage = Stage::of(folder);
    if !stage.path.is_dir() {
        return Ok(false);
    }
    match stage.journal() {
        Some(journal) if stage.is_given_up() => take_back(disk, folder, &journal)?,
        Some(journal) => finish(disk, folder, &journal)?,
        None => {}
    }
    if stage.path.is_dir() {
        stage.clear(disk)?;
    }
    Ok(true)
}

/// Whether an earlier run was cut off in `folder`.
pub fn is_unfinished(folder: &Path) -> bool {
    folder.join(STAGE).is_dir()
}

/// All files into the stage, the old ones beside the new, the journal last.
fn stage_all(disk: &dyn Disk, stage: &Stage, change: &Change<'_>) -> Result<Journal, DeliverError> {
    disk.make_folder(&stage.path).map_err(failed(&stage.path))?;
    let folder = stage.folder();
    let mut entries = Vec::new();
    let mut writes: Vec<(PathBuf, std::borrow::Cow<'_, [u8]>, bool)> = Vec::new();
    let kept_only = change.kept.iter().filter(|(name, _)| !change.new.iter().any(|output| output.name == name));
    let targets = change.new.iter().map(|output| (output.name, Some(output.bytes)));
    for (index, (name, bytes)) in targets.chain(kept_only.map(|(name, _)| (name.as_str(), None))).enumerate() {
        let target = folder.join(name);
        let old = taken::read_if_there(&target).map_err(failed(&target))?;
        let arsip = change.kept.iter().find(|(kept, _)| kept == name).map(|(_, to)| to.clone()).filter(|_| old.is_some());
        entries.push(Entry { ke: name.to_owned(), lama: old.as_deref().map(sha256_hex), baru: bytes.map(sha256_hex), arsip });
        // A snapshot holds personal data in full: its user alone reads it.
        let is_private = name.ends_with(SNAPSHOT);
        writes.extend(old.map(|old| (stage.old(index), old.into(), is_private)));
        writes.extend(bytes.map(|bytes| (stage.new_file(index), bytes.into(), is_private)));
    }
    let journal = Journal { berkas: entries };
    let (unnamed, bytes) = stage.draft(&journal);
    writes.push((unnamed, bytes.into(), false));
    // Side by side: a disk syncs several files in little more time than one.
    std::thread::scope(|scope| {
        let write = |(path, bytes, is_private): (PathBuf, std::borrow::Cow<'_, [u8]>, bool)| {
            disk.write(&path, &bytes).map_err(failed(&path))?;
            if is_private {
                private::keep_to_the_user(&path);
            }
            Ok(())
        };
        let running: Vec<_> = writes.into_iter().map(|one| threads::started(scope, move || write(one))).collect();
        running.into_iter().map(threads::Beside::result).fold(Ok(()), Result::and)
    })?;
    stage.commit(disk)?;
    Ok(journal)
}

/// Puts everything in its place; where that fails, takes it all back.
fn finish(disk: &dyn Disk, folder: &Path, journal: &Journal) -> Result<(), DeliverError> {
    if let Err(error) = put(disk, folder, journal) {
        let stage = Stage::of(folder);
        // Where even this fails, the next command tries it again.
        if stage.give_up(disk).is_ok() && take_back(disk, folder, journal).is_ok() {
            let _ = stage.clear(disk);
        }
        return Err(error);
    }
    // All is done: what cannot be cleared away now is cleared by the next command.
    let _ = Stage::of(folder).clear(disk);
    Ok(())
}

/// Each step may have been done before: an earlier run may have been cut off here.
fn put(disk: &dyn Disk, folder: &Path, journal: &Journal) -> Result<(), DeliverError> {
    let stage = Stage::of(folder);
    // The innermost first: it is made with all that lead to it.
    for folder in journal.folders(folder).iter().rev() {
        disk.make_folder(folder).map_err(failed(folder))?;
    }
    for (index, entry) in journal.berkas.iter().enumerate() {
        let target = folder.join(&entry.ke);
        let now = sha_of(&target).map_err(failed(&target))?;
        let changed = || DeliverError::unwritten(&target, io::Error::other(super::words_id::CHANGED_MEANWHILE));
        match &entry.baru {
            Some(_) if stage.new_file(index).is_file() => {
                // Somebody may have signed it in between.
                if now != entry.lama {
                    return Err(changed());
                }
                disk.rename(&stage.new_file(index), &target).map_err(failed(&target))?;
            }
            None if now.is_some() && now == entry.lama => disk.remove_file(&target).map_err(failed(&target))?,
            None if now.is_some() => return Err(changed()),
            _ => {}
        }
    }
    sync_all(disk, folder, journal)?;
    let mut is_kept = false;
    for (index, entry) in journal.berkas.iter().enumerate() {
        let (Some(arsip), old) = (&entry.arsip, stage.old(index)) else { continue };
        if old.is_file() {
            let arsip = folder.join(arsip);
            disk.rename(&old, &arsip).map_err(failed(&arsip))?;
            is_kept = true;
        }
    }
    if is_kept { sync_all(disk, folder, journal) } else { Ok(()) }
}

fn sync_all(disk: &dyn Disk, folder: &Path, journal: &Journal) -> Result<(), DeliverError> {
    let folders = journal.folders(folder);
    let there = folders.iter().map(PathBuf::as_path).filter(|one| one.is_dir());
    disk::sync_folders(disk, std::iter::once(folder).chain(there).collect()).map_err(|(path, error)| failed(path)(error))
}

/// Puts the old files back where they were.
fn take_back(disk: &dyn Disk, folder: &Path, journal: &Journal) -> Result<(), DeliverError> {
    let stage = Stage::of(folder);
    for (index, entry) in journal.berkas.iter().enumerate() {
        let target = folder.join(&entry.ke);
        let now = sha_of(&target).map_err(failed(&target))?;
        if now == entry.lama || (now.is_some() && now != entry.baru) {
            continue;
        }
        let archived = entry.arsip.as_ref().map(|arsip| folder.join(arsip));
        let source = std::iter::once(stage.old(index)).chain(archived).find(|path| path.is_file());
        match source {
            Some(source) if entry.lama.is_some() => disk.rename(&source, &target).map_err(failed(&target))?,
            _ if entry.lama.is_none() => disk.remove_file(&target).map_err(failed(&target))?,
            _ => {}
        }
    }
    sync_all(disk, folder, journal)?;
    // What was archived of files that stand where they stood is no revision.
    for (index, entry) in journal.berkas.iter().enumerate() {
        let Some(arsip) = entry.arsip.as_ref().map(|arsip| folder.join(arsip)) else { continue };
        let ours = !stage.old(index).is_file() && sha_of(&arsip).is_ok_and(|kept| kept == entry.lama);
        let stands = sha_of(&folder.join(&entry.ke)).is_ok_and(|now| now == entry.lama);
        if ours && stands {
            disk.remove_file(&arsip).map_err(failed(&arsip))?;
        }
    }
    // Folders made for this change alone, the innermost first.
    for made in journal.folders(folder).iter().rev() {
        let _ = std::fs::remove_dir(made);
    }
    Ok(())
}
