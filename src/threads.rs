//! Work shared by two threads: an office's computer has two cores or more, and
//! what two hold at once fits its memory.

use std::sync::{Mutex, PoisonError};

/// `work` on each item, by two threads that take the next one as they come to
/// it; the results in the items' order. A panic in either goes on in the caller.
pub fn in_two<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let single = items.len() < 2;
    let left = Mutex::new(items.into_iter().enumerate());
    let next = || left.lock().unwrap_or_else(PoisonError::into_inner).next();
    let run = || {
        let mut done = Vec::new();
        while let Some((index, item)) = next() {
            done.push((index, work(item)));
        }
        done
    };
    let mut done = std::thread::scope(|scope| {
        let other = (!single).then(|| scope.spawn(run));
        let mut done = run();
        let others = other.map(|other| other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        done.extend(others.into_iter().flatten());
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
    }

    #[test]
    #[should_panic(expected = "seven")]
    fn a_panic_in_either_thread_goes_on() {
        in_two((0..10).collect(), |item| assert!(item != 7, "seven"));
    }
}
