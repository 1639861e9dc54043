//! What is being done, shown while it lasts: a bar where standard error is a
//! terminal; elsewhere a line now and then of an office that takes long.

use super::words_id as words;
use crate::cli::terminal::{held, seen, tell};
use crate::office::{Step, Watch};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How often the bar moves, and how often it is looked at whether an office takes long.
const TICK: Duration = Duration::from_millis(120);
pub const LOOK: Duration = Duration::from_millis(500);
/// An office that takes longer says what it is doing, where there is no bar.
const LONG: Duration = Duration::from_secs(5);
/// So many offices at work are named on the bar.
const NAMED: usize = 2;

/// The offices at work by their places among all.
pub struct Progress {
    bar: Option<ProgressBar>,
    total: usize,
    at_work: Mutex<BTreeMap<usize, AtWork>>,
}

struct AtWork {
    name: String,
    since: Instant,
    doing: Option<String>,
    /// Whether what it is doing was told already.
    told: bool,
}

/// The clock, which only this room asks, and only to show how long work takes.
#[expect(clippy::disallowed_methods, reason = "cli shows how long work takes; nothing that is made hangs on it")]
pub fn now() -> Instant {
    Instant::now()
}

impl Progress {
    /// `several`: offices are counted; else the one office's steps alone are shown.
    pub fn new(total: usize, several: bool) -> Self {
        let bar = io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::with_draw_target(Some(total as u64), ProgressDrawTarget::stderr());
            let look = if several { words::BAR } else { words::SPINNER };
            // The look is written here, and its test draws it.
            bar.set_style(ProgressStyle::with_template(look).unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.enable_steady_tick(TICK);
            bar
        });
        Self { bar, total, at_work: Mutex::default() }
    }

    pub fn begins(&self, index: usize, name: &str) {
        let begun = AtWork { name: name.to_owned(), since: now(), doing: None, told: true };
        self.change(|at_work| drop(at_work.insert(index, begun)));
    }

    pub fn step(&self, index: usize, step: &Step) {
        self.change(|at_work| {
            if let Some(own) = at_work.get_mut(&index) {
                own.doing = Some(words::step(step));
                own.told = false;
            }
        });
    }

    /// The office is done: what it has to say.
    pub fn ends(&self, index: usize, said: &[String]) {
        self.change(|at_work| drop(at_work.remove(&index)));
        let say = || said.iter().for_each(|text| tell(text));
        match &self.bar {
            Some(bar) => {
                bar.inc(1);
                bar.suspend(say);
            }
            None => say(),
        }
    }

    /// Without a bar: tells what offices that take long are doing, each step once.
    pub fn look(&self) {
        if self.bar.is_some() {
            return;
        }
        let mut at_work = self.at_work.lock().unwrap_or_else(PoisonError::into_inner);
        for own in at_work.values_mut().filter(|own| !own.told && own.since.elapsed() >= LONG) {
            own.told = true;
            if let Some(doing) = &own.doing {
                tell(&words::doing(&own.name, doing));
            }
        }
    }

    pub fn close(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    fn change(&self, change: impl FnOnce(&mut BTreeMap<usize, AtWork>)) {
        let mut at_work = self.at_work.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut at_work);
        if let Some(bar) = &self.bar {
            bar.set_message(message(&at_work, self.total));
        }
    }
}

/// What stands on the bar. Files and offices are named on it: it is masked as all that is told.
fn message(at_work: &BTreeMap<usize, AtWork>, total: usize) -> String {
    let doing = at_work.values().filter_map(|own| Some((own.name.as_str(), own.doing.as_deref()?)));
    let shown: Vec<String> = match total {
        1 => doing.map(|(_, doing)| doing.to_owned()).collect(),
        _ => doing.take(NAMED).map(|(name, doing)| words::doing(name, doing)).collect(),
    };
    seen(&shown.join(" · "))
}

/// One piece of work shown while it lasts; what it tells comes when it is done.
pub fn shown<R>(name: &str, work: impl FnOnce(Watch) -> R) -> R {
    let progress = Arc::new(Progress::new(1, false));
    progress.begins(0, name);
    let heard = Arc::clone(&progress);
    let watch = Watch::new(move |step| heard.step(0, &step));
    let (result, said) = held(|| catch_unwind(AssertUnwindSafe(|| work(watch))));
    progress.ends(0, &said);
    progress.close();
    result.unwrap_or_else(|panic| resume_unwind(panic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_looks_of_the_bars_are_templates() {
        for look in [words::BAR, words::SPINNER] {
            assert!(ProgressStyle::with_template(look).is_ok(), "{look}");
        }
    }

    #[test]
    fn nothing_personal_and_nothing_unseen_stands_on_the_bar() {
        let doing = Some("membaca data/Siti 0812-3456-7890\u{1b}[31m\u{202e}.xlsx".to_owned());
        let own = AtWork { name: "kantor 3575011205800012".to_owned(), since: now(), doing, told: true };
        let at_work = BTreeMap::from([(0, own)]);
        for total in [1, 2] {
            let message = message(&at_work, total);
            assert!(message.contains("Siti ****-****-7890\\u{1b}[31m\\u{202e}.xlsx"), "{message}");
            assert!(!message.contains("35750112"), "{message}");
        }
    }
}
