//! Many offices' runs side by side: as many at once as there are threads, and no
//! more than fit the memory that the two largest take.

use crate::threads::{self, Seat};
use std::cmp::Reverse;
use std::sync::{Condvar, Mutex, PoisonError};

/// Offices whose workbooks are together no larger than this, in bytes, fit any machine.
const SMALL: u64 = 32 << 20;

/// An office weighed in such steps begins before lighter ones: a long one at the
/// end would leave the other threads with nothing to do.
const STEP: u64 = 8 << 20;

/// `work` on each item, at most `at_once` at a time. An item begins only while
/// those at work weigh (in bytes of workbooks) with it no more than the two
/// heaviest of all, or next to nothing. Once `stop` says so nothing more begins.
/// Results in the items' order, none for an item that did not begin; a panic goes on in the caller.
pub fn many<T: Sync, R: Send>(
    items: &[(T, u64)],
    at_once: usize,
    stop: &(dyn Fn() -> bool + Sync),
    work: impl Fn(usize, &T) -> R + Sync,
) -> Vec<Option<R>> {
    let queue = Queue::of(items.iter().map(|(_, weight)| *weight).collect());
    let run = || {
        let mut done = Vec::new();
        while let Some(index) = queue.next(stop) {
            // Given back also where the work panics, or others would wait for ever.
            let _turn = Turn { queue: &queue, index };
            done.push((index, work(index, &items[index].0)));
        }
        done
    };
    let mut results: Vec<Option<R>> = items.iter().map(|_| None).collect();
    std::thread::scope(|scope| {
        let more = (1..at_once.min(items.len())).map_while(|_| Seat::take());
        let others: Vec<_> = more
            .map_while(|seat| {
                let run = &run;
                threads::start(scope, move || {
                    let _seat = seat;
                    run()
                })
            })
            .collect();
        let own = run();
        let others = others.into_iter().flat_map(|other| other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        for (index, result) in own.into_iter().chain(others) {
            results[index] = Some(result);
        }
    });
    results
}

/// What is still to be begun, and what is at work.
struct Queue {
    weights: Vec<u64>,
    most: u64,
    state: Mutex<State>,
    ended: Condvar,
}

struct State {
    waiting: Vec<usize>,
    at_work: usize,
    weight: u64,
}

impl Queue {
    fn of(weights: Vec<u64>) -> Self {
        let mut heaviest = weights.clone();
        heaviest.sort_unstable_by_key(|weight| Reverse(*weight));
        let two: u64 = heaviest.iter().take(2).fold(0, |sum, weight| sum.saturating_add(*weight));
        let mut waiting: Vec<usize> = (0..weights.len()).collect();
        waiting.sort_by_key(|index| Reverse(weights[*index] / STEP));
        let state = Mutex::new(State { waiting, at_work: 0, weight: 0 });
        Self { weights, most: two.max(SMALL), state, ended: Condvar::new() }
    }

    /// The next item that fits beside those at work; waits for one of them to end.
    fn next(&self, stop: &(dyn Fn() -> bool + Sync)) -> Option<usize> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if state.waiting.is_empty() || stop() {
                return None;
            }
            let fits = |index: &usize| state.at_work == 0 || state.weight.saturating_add(self.weights[*index]) <= self.most;
            if let Some(place) = state.waiting.iter().position(fits) {
                let index = state.waiting.remove(place);
                state.at_work += 1;
                state.weight = state.weight.saturating_add(self.weights[index]);
                return Some(index);
            }
            state = self.ended.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// One item at work.
struct Turn<'q> {
    queue: &'q Queue,
    index: usize,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut state = self.queue.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.at_work -= 1;
        state.weight = state.weight.saturating_sub(self.queue.weights[self.index]);
        self.queue.ended.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

    #[test]
    fn results_stand_in_the_items_order_and_weigh_no_more_than_the_two_heaviest() {
        let weights: Vec<u64> = (0..40).map(|index| ((index * 37) % 11) * SMALL).collect();
        let items: Vec<(usize, u64)> = weights.iter().copied().enumerate().collect();
        let (now, most) = (AtomicU64::new(0), AtomicU64::new(0));
        let done = many(&items, 8, &|| false, |index, item| {
            let at_work = now.fetch_add(weights[index], Ordering::SeqCst) + weights[index];
            most.fetch_max(at_work, Ordering::SeqCst);
            std::thread::yield_now();
            now.fetch_sub(weights[index], Ordering::SeqCst);
            item * 2
        });
        assert_eq!(done, (0..40).map(|index| Some(index * 2)).collect::<Vec<_>>());
        assert!(most.into_inner() <= 20 * SMALL);
    }

    #[test]
    fn nothing_more_begins_once_it_is_stopped() {
        let stopped = AtomicBool::new(false);
        let items: Vec<((), u64)> = (0..20).map(|_| ((), 1)).collect();
        let done = many(&items, 1, &|| stopped.load(Ordering::SeqCst), |index, ()| {
            stopped.store(index == 4, Ordering::SeqCst);
            index
        });
        assert_eq!(done.iter().flatten().count(), 5);
        assert_eq!(done[4], Some(4));
        assert_eq!(done[5], None);
    }

    #[test]
    #[should_panic(expected = "the third")]
    fn a_panic_goes_on_and_leaves_nobody_waiting() {
        let items: Vec<((), u64)> = (0..20).map(|_| ((), 2 * SMALL)).collect();
        many(&items, 3, &|| false, |index, ()| assert!(index != 2, "the third"));
    }
}
