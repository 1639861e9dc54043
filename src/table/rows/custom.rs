//! What the data rows of a table have in common: numbers, keys, how names are written.

use super::facts::Facts;
use super::scanned::Scanned;
use crate::text::part::PartLabel;
use crate::text::phrase::{Summary, summary, tells_of_others};
use std::collections::BTreeMap;

/// What the data rows of the table have in common.
pub(crate) struct Custom {
    pub is_numbered: bool,
    pub is_keyed: bool,
    /// Two cells or more stand beside the number and the name.
    pub is_full: bool,
    /// Something is said of them beside the name: a key, a place, a kind.
    is_worded: bool,
    /// Keys are words (a place, an owner): a word under them is one.
    keys_are_worded: bool,
    /// Rows tell of years or of plan and result: such a label is a row's own name.
    pub compares: bool,
    /// Names are written in capitals throughout.
    pub names_are_capital: bool,
    /// Names are marked as parts are (`- KUD A`), each of them.
    pub marks_all: bool,
    /// Names are of places, so a place's name heads no group.
    pub name_is_place: bool,
    /// Of the rows with a running number of their own so many are called as sums are: `Jumlah Koperasi`, `Jumlah Anggota`.
    numbered_sums: usize,
    /// Every row has a letter for its running number, from `a` on.
    pub is_lettered: bool,
    first_words: BTreeMap<String, u32>,
}

/// What of the rows is counted for their custom.
#[derive(Default)]
pub(crate) struct Tally {
    rows: usize,
    numbered: usize,
    keyed: usize,
    full: usize,
    described: usize,
    worded: usize,
    compared: usize,
    marked: usize,
    capital: usize,
    first_words: BTreeMap<String, u32>,
    /// The first word of the last names as it stands there, and of how many; not among the others yet.
    last: (String, u32),
}

impl Tally {
    /// Counts what another counted too.
    pub(crate) fn add(&mut self, other: Self) {
        self.rows += other.rows;
        self.numbered += other.numbered;
        self.keyed += other.keyed;
        self.full += other.full;
        self.described += other.described;
        self.worded += other.worded;
        self.compared += other.compared;
        self.marked += other.marked;
        self.capital += other.capital;
        for (word, count) in other.into_first_words() {
            *self.first_words.entry(word).or_insert(0) += count;
        }
    }

    fn into_first_words(mut self) -> BTreeMap<String, u32> {
        self.settle_last();
        self.first_words
    }

    fn settle_last(&mut self) {
        let (word, count) = std::mem::take(&mut self.last);
        if count > 0 {
            *self.first_words.entry(word.to_lowercase()).or_insert(0) += count;
        }
    }

    /// Counts a row, if it is named and something is told of whom it names; whether it is.
    pub(crate) fn count(&mut self, facts: &Facts) -> bool {
        let Some(name) = facts.name.as_deref().filter(|_| facts.is_told && facts.total.is_none() && !facts.is_example) else {
            return false;
        };
        self.rows += 1;
        self.numbered += usize::from(facts.is_numbered);
        self.keyed += usize::from(facts.has_key);
        self.full += usize::from(facts.beside() >= 2);
        self.described += usize::from(facts.other_texts > 0);
        self.worded += usize::from(facts.has_worded_key && !facts.has_key);
        self.marked += usize::from(facts.part.is_some_and(|part| part != PartLabel::Bare));
        self.capital += usize::from(is_capital(name));
        self.compared += usize::from(!facts.is_numbered && !facts.has_key && summary(name) == Some(Summary::Compared));
        // Most names begin as the one above.
        if let Some(word) = first_word_as_is(name) {
            if self.last.0 != word {
                self.settle_last();
                self.last.0 = word.to_owned();
            }
            self.last.1 += 1;
        }
        true
    }
}

/// Whether a row is data whatever the table's custom and its neighbours are: named,
/// with a number or key of its own, and nothing in it speaks of a sum.
pub(crate) fn is_ordinary(facts: &Facts) -> bool {
    (facts.is_numbered || facts.has_key)
        && facts.name.is_some()
        && facts.is_something
        && !facts.is_example
        && facts.total.is_none()
        && !facts.sums_down
        && facts.sums_below.is_none()
        && !facts.counts_names
        && !facts.is_declared_total
        && facts.part.is_none()
        && facts.unsplit.is_none()
        && !(is_lone(facts) && facts.name.as_deref().and_then(tells_of_others).is_some())
}

/// A running number, a name and figures, and nothing besides.
fn is_lone(facts: &Facts) -> bool {
    facts.is_numbered && !facts.has_key && facts.other_texts == 0
}

impl Custom {
    pub fn of(scanned: &[Scanned], ordinary: Tally, name_is_place: bool) -> Self {
        let mut own = Tally::default();
        // The running numbers of the rows that are counted, in their order.
        let mut counted: Vec<u32> = Vec::new();
        let mut numbered_sums = 0;
        let mut letters: Vec<&str> = Vec::new();
        for scanned in scanned {
            match scanned {
                Scanned::Row(facts) => {
                    numbered_sums += usize::from(facts.is_numbered && facts.total.is_some());
                    if own.count(facts) {
                        counted.extend(facts.number);
                        letters.extend(facts.number_text);
                    }
                }
                Scanned::Data(_, number) => counted.extend(*number),
                Scanned::Numbers(_) | Scanned::Repeat(_) => {}
            }
        }
        own.add(ordinary);
        let Tally { rows, numbered, keyed, full, described, worded, compared, marked, capital, .. } = own;
        let first_words = own.into_first_words();
        let most = |count: usize| count > 0 && count * 5 >= rows * 4;
        let keys_are_worded = worded > keyed;
        Self {
            // Sums of kecamatan among numbered rows may be many: half the rows tell the custom.
            is_numbered: numbered * 2 > rows || counts_up(&counted),
            is_keyed: most(if keys_are_worded { worded + keyed } else { keyed }),
            is_full: most(full),
            is_worded: most(described),
            keys_are_worded,
            compares: compared * 2 > rows,
            names_are_capital: capital * 2 > rows,
            marks_all: marked * 4 > rows * 3,
            name_is_place,
            numbered_sums,
            is_lettered: letters.len() == rows && counts_up_in_letters(&letters),
            first_words,
        }
    }

    pub fn has_key(&self, facts: &Facts) -> bool {
        facts.has_key || self.keys_are_worded && facts.has_worded_key
    }

    /// Whether a numbered row of figures tells of the rows above by its name, and has nothing of what they have beside theirs.
    pub fn may_sum_up(&self, facts: &Facts, name: &str) -> bool {
        let is_likely = |is_sure: bool| self.is_worded && !(is_sure && self.compares);
        is_lone(facts) && tells_of_others(name).is_some_and(is_likely)
    }

    /// A row with neither a number nor a key of its own.
    pub fn is_plain(&self, facts: &Facts) -> bool {
        !self.has_key(facts) && !facts.is_numbered
    }

    /// Whether its lines are of different things, so that `Jumlah Koperasi` with a number of its own is the name of one.
    pub fn lists_sums(&self, facts: &Facts, label: &str) -> bool {
        facts.is_numbered && self.is_numbered && self.numbered_sums >= 3 && label.split_whitespace().count() > 1
    }

    /// Whether a row without a number of its own has a cell or none beside its name, where the others have a number and more.
    pub fn is_sparse(&self, facts: &Facts) -> bool {
        self.is_full && self.is_numbered && !facts.is_numbered && facts.name.is_some() && facts.beside() <= 1
    }

    /// Whether any name begins as this one.
    pub fn is_called_so(&self, name: &str) -> bool {
        first_word(name).is_some_and(|word| self.first_words.contains_key(&word))
    }

    pub fn is_usual_name(&self, name: &str) -> bool {
        first_word(name).and_then(|word| self.first_words.get(&word)).is_some_and(|count| *count >= 2)
    }
}

/// 1, 2, 3 … without a gap: the list itself says how many it holds, however many
/// rows stand between.
fn counts_up(numbers: &[u32]) -> bool {
    numbers.len() >= 3 && numbers.iter().zip(1..).all(|(number, wanted)| *number == wanted)
}

/// `A`, `b.`, `c)` …: every row has its letter, one after another, and they are its running numbers.
fn counts_up_in_letters(letters: &[&str]) -> bool {
    let letter = |text: &str| text.trim().trim_end_matches(['.', ')']).to_lowercase();
    letters.len() >= 3
        && letters.len() <= 26
        && letters.iter().zip('a'..='z').all(|(text, next)| letter(text) == next.to_string())
}

fn first_word(name: &str) -> Option<String> {
    first_word_as_is(name).map(str::to_lowercase)
}

fn first_word_as_is(name: &str) -> Option<&str> {
    name.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty())
}

/// Two words or more, all in capitals.
pub(crate) fn is_capital(text: &str) -> bool {
    !text.chars().any(char::is_lowercase) && text.split_whitespace().count() >= 2
}
