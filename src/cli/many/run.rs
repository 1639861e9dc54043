//! The offices' work, its messages office by office, and what became of each.

use super::came::{Came, Told};
use super::progress::{LOOK, Progress, now};
use super::{Asked, stop, summary, words_id as words};
use crate::cli::fault;
use crate::cli::status::Status;
use crate::cli::terminal::{held, print_json, shown_name, tell};
use crate::office::{self, Watch};
use crate::threads;
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::ScopedJoinHandle;
use std::time::Duration;

/// How the whole went.
pub struct Ended {
    pub status: Status,
    pub offices: Vec<Told>,
    several: bool,
}

impl Ended {
    /// One JSON value: of one office what it came to, of several an array in their
    /// order, those that failed included.
    pub fn print_json(&self) {
        let all: Vec<Value> = self.offices.iter().map(|told| told.json(self.several)).collect();
        match all.as_slice() {
            [one] if !self.several => print_json(one),
            _ => print_json(&json!(all)),
        }
    }
}

/// Does `work` for each office. Its messages are told together when it is done;
/// a panic of one is its own fault and stops no other.
pub fn run(asked: &Asked, work: impl Fn(&Path, &str, Watch) -> Came + Sync) -> Ended {
    if let Some(jobs) = asked.jobs {
        threads::allow(jobs);
    }
    if asked.several {
        stop::listen();
    }
    let begun = now();
    let progress = Arc::new(Progress::new(asked.folders.len(), asked.several));
    let items: Vec<(&PathBuf, u64)> = asked.folders.iter().map(|folder| (folder, office::weight(folder))).collect();
    let one = |index: usize, folder: &&PathBuf| -> Told {
        let (name, since) = (shown_name(folder), now());
        progress.begins(index, &name);
        let heard = Arc::clone(&progress);
        let watch = Watch::new(move |step| heard.step(index, &step));
        let (came, said) = held(|| {
            catch_unwind(AssertUnwindSafe(|| work(folder, &name, watch))).unwrap_or_else(|panic| {
                fault::tell_fault(&*panic);
                Came::nothing(Status::Fault)
            })
        });
        progress.ends(index, &said);
        Told { folder: (*folder).clone(), name, came, took: since.elapsed(), said }
    };
    let done = std::thread::scope(|scope| {
        let (end, ended) = mpsc::channel::<()>();
        let shown = &progress;
        // Looks on, and takes no part in the work.
        let looker = threads::start(scope, move || {
            while ended.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) {
                shown.look()
            }
        });
        let done = office::many(&items, asked.jobs.unwrap_or_else(threads::cores), &|| stop::is_asked(), one);
        drop(end);
        // The thread itself is waited for, not its work alone: one that is still ending while the whole process
        // does makes Wine fall now and then.
        let _ = looker.map(ScopedJoinHandle::join);
        done
    });
    progress.close();
    let not_begun = |folder: &PathBuf| Told {
        folder: folder.clone(),
        name: shown_name(folder),
        came: Came { hasil: words::hasil::NOT_BEGUN.to_owned(), ..Came::nothing(Status::Stopped) },
        took: Duration::ZERO,
        said: vec![words::hasil::NOT_BEGUN.to_owned()],
    };
    let offices: Vec<Told> =
        done.into_iter().zip(&asked.folders).map(|(done, folder)| done.unwrap_or_else(|| not_begun(folder))).collect();
    let status = offices.iter().map(|told| told.came.status).max().unwrap_or(Status::Done);
    if asked.several {
        tell(&summary::table(&offices, begun.elapsed()));
    }
    Ended { status, offices, several: asked.several }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_of_one_office_is_its_own_fault() {
        let asked = Asked { folders: ["a", "b", "c"].map(PathBuf::from).into(), several: true, jobs: None };
        let ended = run(&asked, |_, name, _| match name {
            "b" => panic!("the program's own fault"),
            _ => Came { hasil: "dibuat".to_owned(), ..Came::nothing(Status::Done) },
        });
        assert_eq!(ended.status, Status::Fault);
        let ends: Vec<Status> = ended.offices.iter().map(|told| told.came.status).collect();
        assert_eq!(ends, [Status::Done, Status::Fault, Status::Done]);
        assert!(ended.offices[1].said[0].contains("Kesalahan program"), "{:?}", ended.offices[1].said);
        assert_eq!(ended.offices[1].json(true)["status"], 3);
    }
}
