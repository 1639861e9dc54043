//! The words of the headings that are looked for, and the mending of slips of
//! the finger against them.

use crate::text::label::{likeness, spelt_out};
use crate::text::lexicon::{GENERIC, NEGATIONS, QUALIFIERS, STRANGERS, STRUCTURAL, SUMS};
use crate::text::phrase::is_enumerator;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Words that mean little without what stands over them.
pub(crate) fn is_generic(word: &str) -> bool {
    is_sum(word) || is_negation(word) || GENERIC.contains(&word)
}

/// A label whose every word is generic or a letter or two.
pub(crate) fn is_generic_label(label: &[String]) -> bool {
    label.iter().all(|word| is_generic(word) || word.chars().count() <= 2)
}

/// What heads the rows' running numbers.
pub(crate) fn is_running_number(label: &[String]) -> bool {
    !label.is_empty() && label.iter().all(|word| matches!(word.as_str(), "no" | "nomor" | "urut" | "nr"))
}

/// A lone number or letter over columns: `A`, `2`, `III`.
pub(crate) fn is_lone_mark(label: &[String]) -> bool {
    label.iter().all(|word| is_enumerator(word) || word.bytes().all(|byte| byte.is_ascii_digit())) && label.len() <= 1
}

pub(crate) fn is_sum(word: &str) -> bool {
    SUMS.contains(&word)
}

/// Words that say nothing about what is counted.
pub(crate) fn is_structural(word: &str) -> bool {
    is_sum(word) || STRUCTURAL.contains(&word)
}

/// Words that make another thing of whatever stands under or beside them.
pub(crate) fn is_qualifier(word: &str) -> bool {
    QUALIFIERS.contains(&word)
}

/// Words that turn a heading into its opposite: never guessed, never mended, never dropped.
pub(crate) fn is_negation(word: &str) -> bool {
    NEGATIONS.iter().any(|start| word.starts_with(start))
}

/// All words of all wanted headings, with the fields they belong to.
#[derive(Default)]
pub(crate) struct Vocabulary {
    /// Words, and whole labels run together (`modalsendiri`).
    words: BTreeMap<String, BTreeSet<usize>>,
    /// Whole labels, run together and as sorted words.
    labels: BTreeSet<String>,
    /// What unknown words were taken for: the same headings are looked at in many ways.
    meant: RefCell<BTreeMap<String, Option<String>>>,
}

impl Vocabulary {
    /// Adds a label's words, as a field's.
    pub fn add(&mut self, label: &[String], field: usize) {
        for word in label.iter().cloned().chain([label.concat()]) {
            self.words.entry(word).or_default().insert(field);
        }
        self.labels.insert(label.concat());
        self.labels.insert(sorted(label));
    }

    /// Adds words as they are written: a slip is nearer to them than to what they stand for.
    pub fn add_written(&mut self, written: &[String], field: usize) {
        for word in written.iter().filter(|word| word.len() >= 4) {
            self.words.entry(word.clone()).or_default().insert(field);
        }
    }

    /// Whether these words are a known label.
    pub fn has_label(&self, label: &[String]) -> bool {
        !label.is_empty() && (self.labels.contains(&label.concat()) || self.labels.contains(&sorted(label)))
    }

    /// The words with each unknown one replaced by the one known word it
    /// clearly resembles; `None` where nothing changed.
    pub fn repair(&self, label: &[String]) -> Option<Vec<String>> {
        let mut changed = false;
        let repaired = label
            .iter()
            .map(|word| {
                if let Some(meant) = self.meant.borrow().get(word) {
                    return meant.clone();
                }
                let meant = self.seek(word).map(|meant| spelt_out(meant).to_owned());
                self.meant.borrow_mut().insert(word.clone(), meant.clone());
                meant
            })
            .zip(label)
            .map(|(meant, word)| {
                changed |= meant.is_some();
                meant.unwrap_or_else(|| word.clone())
            })
            .collect();
        changed.then_some(repaired)
    }

    fn seek(&self, word: &str) -> Option<&str> {
        let is_letters = word.chars().all(char::is_alphabetic);
        let length = word.chars().count();
        let known = self.words.contains_key(word) || is_generic(word) || is_structural(word) || is_qualifier(word);
        if !is_letters || known || !(4..=40).contains(&length) || STRANGERS.contains(&word) {
            return None;
        }
        let first = word.chars().next();
        // A first letter that differs may be a negation run together (`taktif`).
        let candidates = self.words.iter().filter(|(candidate, _)| candidate.chars().next() == first && !is_negation(candidate));
        let mut alike: Vec<(u32, &str, &BTreeSet<usize>)> = candidates
            .map(|(candidate, fields)| (likeness(word, candidate), candidate.as_str(), fields))
            .filter(|(alike, ..)| *alike >= 700)
            .collect();
        if first == Some('j') && likeness(word, "jumlah") >= 800 {
            return alike.iter().all(|(_, other, _)| *other == "jumlah").then_some("jumlah");
        }
        alike.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        let (best, meant, fields) = *alike.first()?;
        // Another word nearly as near leaves doubt, unless both name the same field.
        let doubt = alike[1..].iter().any(|(other, _, others)| other + 60 > best && fields.is_disjoint(others));
        (best >= 800 && !doubt).then_some(meant)
    }
}

fn sorted(label: &[String]) -> String {
    let mut words: Vec<&str> = label.iter().map(String::as_str).collect();
    words.sort_unstable();
    words.join(" ")
}
