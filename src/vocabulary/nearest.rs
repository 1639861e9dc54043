//! The nearest known word, for "did you mean".

use std::sync::atomic::{AtomicU64, Ordering};

/// Characters of the longest word that is compared.
const LONGEST: usize = 120;
/// Steps that are spent on all words of a profile: of names of thirty letters some fifty thousand are compared.
const STEPS: u64 = 50_000_000;

/// What may still be spent on looking for what was meant, a step for each pair of letters that is compared: however many
/// words are not known and however many are, it has an end, and it is the same on every machine.
#[derive(Debug)]
pub struct Slips {
    left: AtomicU64,
}

impl Default for Slips {
    fn default() -> Self {
        Self::of(STEPS)
    }
}

impl Clone for Slips {
    fn clone(&self) -> Self {
        Self::of(self.left.load(Ordering::Relaxed))
    }
}

impl Slips {
    /// So many steps and no more.
    pub fn of(steps: u64) -> Self {
        Self { left: AtomicU64::new(steps) }
    }

    /// The candidate nearest to `word` by edit distance (letters swapped count
    /// once), if it is near enough to be a slip of the finger: at most a third of
    /// the word's length, at least one. None any more where the steps are spent.
    pub fn nearest<'a>(&self, word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        let word: Vec<char> = word.chars().take(LONGEST + 1).flat_map(char::to_lowercase).collect();
        let length = word.len();
        // What is longer is no slip of a name.
        if length > LONGEST {
            return None;
        }
        let limit = (length / 3).max(1);
        let mut best: Option<(usize, &'a str)> = None;
        for candidate in candidates {
            let other: Vec<char> = candidate.chars().take(LONGEST * 2).flat_map(char::to_lowercase).collect();
            if other.len().abs_diff(length) > limit {
                continue;
            }
            if !self.pays((length * other.len()) as u64) {
                break;
            }
            let found = (distance(&word, &other), candidate);
            if found.0 <= limit && best.is_none_or(|best| found < best) {
                best = Some(found);
            }
        }
        best.map(|(_, candidate)| candidate)
    }

    fn pays(&self, steps: u64) -> bool {
        let take = |left: u64| left.checked_sub(steps);
        let paid = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).is_ok();
        if !paid {
            self.left.store(0, Ordering::Relaxed);
        }
        paid
    }
}

/// The same for one word that is asked about once.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Slips::default().nearest(word, candidates)
}

/// Optimal string alignment distance.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = change.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        assert_eq!(nearest("indiktor", ["indikator", "uraian"]), Some("indikator"));
        assert_eq!(nearest("rmuus", ["rumus", "nama"]), Some("rumus"));
        assert_eq!(nearest("RUMS", ["Rumus", "nama"]), Some("Rumus"));
        assert_eq!(nearest("xyz", ["rumus", "nama"]), None);
    }

    /// However many are unknown and however many are known: the first are answered, and the rest cost nothing.
    #[test]
    fn what_is_spent_on_many_unknown_words_has_an_end() {
        let known: Vec<String> = (0..2000).map(|i| format!("ukuran_{i:04}_{}", "abcdefghij".repeat(9))).collect();
        let slips = Slips::default();
        let ask = |i: usize| slips.nearest(&known[i].replace("ukuran", "ukran"), known.iter().map(String::as_str));
        assert_eq!(ask(7), Some(known[7].as_str()));
        let answered = (0..2000).filter(|i| ask(*i).is_some()).count();
        assert!(answered < 10 && slips.left.load(Ordering::Relaxed) == 0, "{answered}");
        // A word longer than any name costs nothing.
        let slips = Slips::default();
        assert_eq!(slips.nearest(&"a".repeat(100_000), [&*"a".repeat(100_000)]), None);
        assert_eq!(slips.left.load(Ordering::Relaxed), STEPS);
    }
}
