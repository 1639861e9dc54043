//! Every file operation fails once, and the run is cut off at every one: after
//! the next command either the old or the new files stand whole, and what was
//! archived before is as it was.

use super::disk::Disk;
use super::replace::{Change, Output, recover, replace};
use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How an operation goes wrong.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Fault {
    /// The run ends: a write leaves half its bytes, and nothing is done after it.
    Killed,
    /// Killed just after the operation.
    KilledAfter,
    /// This operation alone fails.
    Once,
    /// This operation and every further write fails: a full disk.
    Full,
}

/// The disk without waiting for it: a process that is killed loses nothing of the
/// system's cache.
struct Quick;

#[expect(clippy::disallowed_methods, reason = "a disk for tests")]
impl Disk for Quick {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        fs::write(path, bytes)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }
    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        assert!(path.is_dir(), "{path:?} is no folder");
        Ok(())
    }
}

struct Faulty {
    fault: Fault,
    at: usize,
    count: AtomicUsize,
}

impl Faulty {
    fn new(fault: Fault, at: usize) -> Self {
        Self { fault, at, count: AtomicUsize::new(0) }
    }

    /// Does the operation, or what the fault leaves of it.
    fn run(&self, work: impl FnOnce() -> io::Result<()>, half: impl FnOnce(), grows: bool) -> io::Result<()> {
        let number = self.count.fetch_add(1, Ordering::SeqCst);
        let failed = Err(io::ErrorKind::StorageFull.into());
        match self.fault {
            Fault::Killed | Fault::KilledAfter if number > self.at => failed,
            Fault::Killed if number == self.at => {
                half();
                failed
            }
            Fault::KilledAfter if number == self.at => work().and(failed),
            Fault::Once if number == self.at => {
                half();
                failed
            }
            Fault::Full if number >= self.at && grows => {
                half();
                failed
            }
            _ => work(),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "what a cut off write leaves")]
impl Disk for Faulty {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.run(|| Quick.make_folder(path), || (), true)
    }
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.run(|| Quick.write(path, bytes), || fs::write(path, &bytes[..bytes.len() / 2]).unwrap(), true)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.run(|| Quick.rename(from, to), || (), false)
    }
    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.run(|| Quick.remove_file(path), || (), false)
    }
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        // Cut off in the middle: some entry is gone, the others are not.
        let one = || fs::read_dir(path).unwrap().take(1).for_each(|entry| fs::remove_file(entry.unwrap().path()).unwrap());
        self.run(|| Quick.remove_folder(path), one, false)
    }
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.run(|| Quick.sync_folder(path), || (), false)
    }
}

const NAMES: [&str; 3] = ["iku-2021.json", "iku-2021.pdf", "iku-2021.xlsx"];

fn texts(revision: usize) -> Vec<String> {
    NAMES.iter().map(|name| format!("{name}, revision {revision}, {}", "x".repeat(revision * 7))).collect()
}

/// Revision `revision` in the place of the one before it.
fn change<'a>(texts: &'a [String], revision: usize, snapshot: &'a str) -> Change<'a> {
    let mut new: Vec<Output> = NAMES.iter().zip(texts).map(|(name, text)| Output { name, bytes: text.as_bytes() }).collect();
    new.push(Output { name: snapshot, bytes: b"snapshot" });
    let to = |name: &str| (name.to_owned(), format!("arsip/rev-{}/{name}", revision - 1));
    Change { new, kept: NAMES.iter().map(|name| to(name)).collect() }
}

fn whole(folder: &Path, revision: usize) -> bool {
    NAMES.iter().zip(texts(revision)).all(|(name, text)| fs::read(folder.join(name)).is_ok_and(|own| own == text.as_bytes()))
}

/// A folder with revisions 1 and 2, of which 1 is archived.
fn two_revisions() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for revision in [1, 2] {
        let snapshot = format!("arsip/rev-{revision}/masukan.zip");
        replace(&Quick, folder.path(), &change(&texts(revision), revision, &snapshot)).unwrap();
    }
    assert!(whole(folder.path(), 2) && whole(&folder.path().join("arsip/rev-1"), 1));
    folder
}

/// Holds after the next command: which revision stands.
fn judged(folder: &Path) -> usize {
    assert!(whole(&folder.join("arsip/rev-1"), 1), "the archive was touched");
    assert!(!folder.join(super::journal::STAGE).exists());
    let new = whole(folder, 3);
    assert!(new || whole(folder, 2), "neither revision is whole");
    let archived = folder.join("arsip/rev-2");
    let kept = NAMES.iter().filter(|name| archived.join(name).exists()).count();
    assert_eq!(kept, if new { 3 } else { 0 }, "revision 2 is kept whole once it is replaced, and not before");
    assert_eq!(new, whole(&archived, 2));
    assert_eq!(folder.join("arsip/rev-3").exists(), new);
    if new { 3 } else { 2 }
}

fn operations(fault: Fault) -> (Vec<usize>, usize) {
    let mut ended = Vec::new();
    for at in 0.. {
        let folder = two_revisions();
        let disk = Faulty::new(fault, at);
        let done = replace(&disk, folder.path(), &change(&texts(3), 3, "arsip/rev-3/masukan.zip"));
        let count = disk.count.load(Ordering::SeqCst);
        recover(&Quick, folder.path()).unwrap();
        let stands = judged(folder.path());
        if done.is_ok() {
            assert_eq!(stands, 3, "{fault:?} at {at}: said to be done");
        } else if matches!(fault, Fault::Once | Fault::Full) {
            assert_eq!(stands, 2, "{fault:?} at {at}: said to have failed");
        }
        ended.push(stands);
        if at >= count {
            return (ended, count);
        }
    }
    unreachable!()
}

#[test]
fn cut_off_at_any_operation_one_revision_stands_whole() {
    for fault in [Fault::Killed, Fault::KilledAfter] {
        let (ended, count) = operations(fault);
        assert!(count > 20, "only {count} operations: the test is blind");
        assert!(ended.contains(&2) && ended.contains(&3), "{ended:?}");
    }
}

#[test]
fn an_operation_that_fails_leaves_the_old_revision_or_none_of_its_traces() {
    for fault in [Fault::Once, Fault::Full] {
        let (ended, _) = operations(fault);
        assert!(ended.contains(&2) && ended.contains(&3), "{ended:?}");
    }
}

#[test]
fn the_next_command_may_be_cut_off_too() {
    for at in 0..40 {
        for again in 0..40 {
            let folder = two_revisions();
            let _ = replace(&Faulty::new(Fault::Killed, at), folder.path(), &change(&texts(3), 3, "arsip/rev-3/masukan.zip"));
            let disk = Faulty::new(Fault::Killed, again);
            let _ = recover(&disk, folder.path());
            recover(&Quick, folder.path()).unwrap();
            judged(folder.path());
            if disk.count.load(Ordering::SeqCst) <= again {
                break;
            }
        }
    }
}

#[test]
fn a_paper_signed_between_a_crash_and_the_next_command_stays() {
    let mut left = 0;
    for at in 0..40 {
        let folder = two_revisions();
        let _ = replace(&Faulty::new(Fault::Killed, at), folder.path(), &change(&texts(3), 3, "arsip/rev-3/masukan.zip"));
        let paper = folder.path().join("iku-2021.pdf");
        let signed = [fs::read(&paper).unwrap(), b" signed".to_vec()].concat();
        Quick.write(&paper, &signed).unwrap();
        // The first finds the paper changed and takes the others back.
        let _ = recover(&Quick, folder.path());
        recover(&Quick, folder.path()).unwrap();
        assert!(fs::read(&paper).unwrap() == signed, "{at}: the signed paper was replaced");
        left += usize::from(signed.starts_with(texts(2)[1].as_bytes()));
    }
    assert!(left > 0);
}
