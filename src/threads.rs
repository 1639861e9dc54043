//! Work shared by threads: no more of them at once than the user allows, however
//! many offices, files, sheets and page parts want one. Which thread did what
//! never shows in a result.

use std::any::Any;
use std::num::NonZero;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicIsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::thread::{Builder, Scope, ScopedJoinHandle};

/// How many threads may be started beside those at work; at first as many as there are cores
/// but one, unless [`allow`] said otherwise. Below zero where one that waited goes on while
/// another took its place.
static FREE: LazyLock<AtomicIsize> = LazyLock::new(|| AtomicIsize::new(cores() as isize - 1));

/// The cores of this machine, as far as the program may use them; at least 1.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, NonZero::get)
}

/// From now on at most `threads` threads work at once; said before any is started.
pub fn allow(threads: usize) {
    FREE.store(isize::try_from(threads.max(1)).unwrap_or(isize::MAX) - 1, Ordering::SeqCst);
}

/// The leave to work on one more thread, as long as it lives.
pub struct Seat(());

impl Seat {
    /// A seat, if one is free.
    pub fn take() -> Option<Self> {
        FREE.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |free| (free > 0).then_some(free - 1)).ok().map(|_| Self(()))
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        FREE.fetch_add(1, Ordering::SeqCst);
    }
}

/// Work that goes on beside the caller's own, or waits until it is asked for.
pub enum Beside<'scope, R> {
    Running(ScopedJoinHandle<'scope, R>),
    Waiting(Box<dyn FnOnce() -> R + 'scope>),
}

/// Starts `work` on a thread of its own if a seat is free.
pub fn beside<'scope, R: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl FnOnce() -> R + Send + 'scope,
) -> Beside<'scope, R> {
    match Seat::take() {
        Some(seat) => started(scope, move || {
            let _seat = seat;
            work()
        }),
        None => Beside::Waiting(Box::new(work)),
    }
}

/// Starts `work` on a thread of its own, or leaves it to the caller where the system gives none.
pub fn started<'scope, R: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl FnOnce() -> R + Send + 'scope,
) -> Beside<'scope, R> {
    // A thread that does not start lets go of what it was given: the work lies between the two.
    let between = Arc::new(Mutex::new(Some(work)));
    let own = Arc::clone(&between);
    match start(scope, move || taken(&own)()) {
        Some(thread) => Beside::Running(thread),
        None => Beside::Waiting(Box::new(move || taken(&between)())),
    }
}

fn taken<F>(between: &Mutex<Option<F>>) -> F {
    // The thread takes it or, where there is none, the caller does.
    between.lock().unwrap_or_else(PoisonError::into_inner).take().expect("the work is done once")
}

/// `work` of somebody else's that starts threads in a way of its own, and panics where the system gives one too few:
/// then nothing.
pub fn unless_refused<R>(work: impl FnOnce() -> R) -> Option<R> {
    // Whoever is refused drops what the work was done on.
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(done) => Some(done),
        Err(panic) if is_refusal(&*panic) => None,
        Err(panic) => resume_unwind(panic),
    }
}

/// Whether a panic is the standard library's own where the system gives no thread.
pub fn is_refusal(panic: &(dyn Any + Send)) -> bool {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.is_some_and(|text| text.starts_with("failed to spawn thread"))
}

/// A thread of its own for what others can do as well; none where the system gives none.
pub fn start<'scope, R: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl FnOnce() -> R + Send + 'scope,
) -> Option<ScopedJoinHandle<'scope, R>> {
    Builder::new().spawn_scoped(scope, work).ok()
}

impl<R> Beside<'_, R> {
    /// The result. A panic of the other thread goes on in the caller.
    pub fn result(self) -> R {
        match self {
            Beside::Running(thread) => {
                // Whoever waits leaves his place to those who work: `in_all` takes it.
                FREE.fetch_add(1, Ordering::SeqCst);
                let joined = thread.join();
                FREE.fetch_sub(1, Ordering::SeqCst);
                joined.unwrap_or_else(|panic| resume_unwind(panic))
            }
            Beside::Waiting(work) => work(),
        }
    }
}

/// `work` on each item, by two threads (where a seat is free) that take the next one as they come to
/// it; the results in the items' order. A panic in either goes on in the caller.
pub fn in_two<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    by(1, items, work)
}

/// `work` on each item, by all threads that are free, each taking the next one as it comes to it; the
/// results in the items' order. A panic in any goes on in the caller.
pub fn in_all<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    by(usize::MAX, items, work)
}

/// The same where each item is of so many rows; of few ones the caller's thread does it all.
pub fn in_all_of<T: Send, R: Send>(rows: usize, items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    if rows < RUN {
        return items.into_iter().map(work).collect();
    }
    in_all(items, work)
}

/// `work` on each run of [`RUN`] neighbours, by all threads that are free; the results in the items'
/// order. Where runs are cut hangs on their number alone.
pub fn in_runs<T: Sync, R: Send>(items: &[T], work: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    if items.len() <= RUN {
        return vec![work(items)];
    }
    in_all(items.chunks(RUN).collect(), work)
}

/// The same of so many rows by their places.
pub fn in_ranges<R: Send>(rows: usize, work: impl Fn(Range<usize>) -> R + Sync) -> Vec<R> {
    if rows <= RUN {
        return vec![work(0..rows)];
    }
    in_all((0..rows).step_by(RUN).map(|first| first..rows.min(first + RUN)).collect(), work)
}

/// So many rows are worth a thread's while.
const RUN: usize = 1_024;

/// The same by at most so many threads beside the caller's own; one that comes free meanwhile helps from then on.
fn by<T: Send, R: Send>(others: usize, items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let others = others.min(items.len().saturating_sub(1));
    let left = Mutex::new(items.into_iter().enumerate());
    let next = || left.lock().unwrap_or_else(PoisonError::into_inner).next();
    let are_several_left = || left.lock().unwrap_or_else(PoisonError::into_inner).len() > 1;
    let run = || {
        let mut done = Vec::new();
        while let Some((index, item)) = next() {
            done.push((index, work(item)));
        }
        done
    };
    let mut done = std::thread::scope(|scope| {
        let run = &run;
        let another = |seat| {
            start(scope, move || {
                let _seat = seat;
                run()
            })
        };
        let mut helpers: Vec<ScopedJoinHandle<'_, _>> = Vec::new();
        let mut done = Vec::new();
        loop {
            while helpers.len() < others && are_several_left() {
                let Some(helper) = Seat::take().and_then(another) else { break };
                helpers.push(helper);
            }
            let Some((index, item)) = next() else { break };
            done.push((index, work(item)));
        }
        for other in helpers {
            done.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_items_order() {
        assert_eq!(in_two((0..100).collect(), |item| item * 2), (0..100).map(|item| item * 2).collect::<Vec<i32>>());
        assert!(in_two(Vec::<i32>::new(), |item| item).is_empty());
        assert_eq!(in_all((0..100).collect(), |item| item * 2), (0..100).map(|item| item * 2).collect::<Vec<i32>>());
        assert!(in_all(Vec::<i32>::new(), |item| item).is_empty());
    }

    #[test]
    fn runs_of_neighbours_come_in_their_order() {
        let items: Vec<usize> = (0..3 * RUN + 5).collect();
        let runs = in_runs(&items, |run| (run[0], run.len()));
        assert_eq!(runs, [(0, RUN), (RUN, RUN), (2 * RUN, RUN), (3 * RUN, 5)]);
        assert_eq!(in_runs(&items[..2], <[usize]>::len), [2]);
        assert_eq!(in_runs(&items[..0], <[usize]>::len), [0]);
        assert_eq!(in_ranges(3 * RUN + 5, |run| (run.start, run.len())), runs);
        assert_eq!(in_ranges(0, |run| run.len()), [0]);
    }

    #[test]
    #[should_panic(expected = "seven")]
    fn a_panic_in_either_thread_goes_on() {
        in_two((0..10).collect(), |item| assert!(item != 7, "seven"));
    }

    #[test]
    fn a_refused_thread_gives_nothing_and_other_panics_go_on() {
        assert_eq!(unless_refused(|| 7), Some(7));
        assert_eq!(unless_refused(|| panic!("failed to spawn thread: {}", 11)), None::<()>);
        let other = catch_unwind(|| unless_refused(|| panic!("seven {}", 7)));
        assert!(other.is_err());
    }

    #[test]
    fn work_beside_gives_its_result_whether_or_not_a_thread_is_free() {
        let both = std::thread::scope(|scope| {
            let work: Vec<_> = (0..50).map(|number| beside(scope, move || number * 3)).collect();
            work.into_iter().map(Beside::result).collect::<Vec<i32>>()
        });
        assert_eq!(both, (0..50).map(|number| number * 3).collect::<Vec<i32>>());
        // Whoever waits does the work itself.
        assert_eq!(Beside::Waiting(Box::new(|| 7)).result(), 7);
    }
}
