//! Rows of a name alone: somebody without a figure, the label of a group, a signature, a note.

use super::super::base::{Base, is_sentence};
use super::super::custom::is_capital;
use super::super::facts::shown;
use super::super::scanned::Scanned;
use super::Sequence;
use crate::table::RowKind;
use crate::text::label::spelt_words;
use crate::text::lexicon::PLACES;
use crate::text::phrase::{has_enumerator, is_foot, is_place_label};
use crate::text::section::{SectionLabel, section_label};

impl Sequence<'_> {
    /// Whether a name alone is the place (or kind) of the row below it, which says so beside its own name.
    fn names_the_next(&self, index: usize, name: &str) -> bool {
        let bare = |text: &str| {
            let words: Vec<String> = spelt_words(text);
            let from = usize::from(words.len() > 1 && words.first().is_some_and(|word| PLACES.contains(&word.as_str())));
            words[from..].concat()
        };
        let next = self.scanned.get(index + 1).map(Scanned::row);
        let own = bare(name);
        !own.is_empty() && next.is_some_and(|row| self.familiar.words_of(row).any(|(_, word)| bare(&word) == own))
    }

    /// Whether a word alone is one more product of the row right above it; a word of a
    /// status, a year or a unit heads the rows below, wherever it stands.
    pub(super) fn is_further_product(&self, index: usize, label: &str) -> bool {
        let Scanned::Row(facts) = &self.scanned[index] else { return false };
        let Some((column, _)) = facts.first_text.filter(|_| facts.filled == 1 && !self.ended && self.seen_data) else {
            return false;
        };
        let is_plain = || matches!(section_label(label, |_| false), SectionLabel::Plain | SectionLabel::Unknown);
        self.before == facts.row.checked_sub(1) && self.familiar.is_product(column, facts.row) && is_plain()
    }

    /// Words below the rows in none of the columns' ways: names under a signature,
    /// whom no line before told as one.
    pub(super) fn is_signature(&self, index: usize) -> bool {
        let Scanned::Row(facts) = &self.scanned[index] else { return false };
        if !self.custom.is_plain(facts) || facts.amounts + facts.other_figures > 0 || facts.name.is_none() {
            return false;
        }
        let is_apart = self.before.is_some_and(|before| facts.row > before + 1) || self.labels_or_totals_before(index);
        let is_below = || {
            self.bases[index + 1..].iter().zip(&self.scanned[index + 1..]).all(|(base, scanned)| match scanned {
                Scanned::Row(facts) => {
                    !matches!(base, Base::Data) || self.custom.is_plain(facts) && facts.amounts + facts.other_figures == 0
                }
                _ => false,
            })
        };
        (self.ended || self.seen_data && is_apart && is_below()) && !self.familiar.is_of(facts.row)
    }

    pub(super) fn name_only(&mut self, index: usize, row: u32, is_last: bool) -> RowKind {
        let Scanned::Row(facts) = &self.scanned[index] else { return RowKind::Blank };
        let name = facts.name.as_deref().unwrap_or_default();
        let is_apart = self.before.is_some_and(|before| row > before + 1) || self.labels_or_totals_before(index);
        // Right below the last row, and called as those above: somebody who was added, with no figure yet.
        if is_last && self.seen_data && !self.ended && !is_apart && self.custom.is_called_so(name) && self.is_bare_name(name) {
            return RowKind::DataBelowEnd;
        }
        let is_long = name.split_whitespace().count() >= 4;
        if is_last && self.seen_data && (is_long || !self.custom.is_usual_name(name)) {
            // Two words, the second small (`Angka dibulatkan`): a note among notes, else a note or a name.
            let is_short =
                name.split_whitespace().count() == 2 && name.split_whitespace().any(|word| word.starts_with(char::is_lowercase));
            let is_noted = match self.scanned.get(index + 1) {
                Some(Scanned::Row(next)) => next.texts.iter().any(|text| is_sentence(text) || is_foot(text)),
                _ => false,
            };
            self.ended |= is_sentence(name) || is_short && is_noted;
            // Of many words, where nothing but names tells rows: a note, or a name without a figure.
            let is_unclear = is_long && !self.custom.is_numbered && !self.custom.is_keyed;
            if (is_short && !is_noted || is_unclear) && !self.ended && !is_apart {
                return RowKind::DataOrTotal { label: shown(name), first: None };
            }
        }
        if self.ended || is_last && self.seen_data && is_apart {
            return RowKind::Footer;
        }
        let is_label = facts.is_wide
            || has_enumerator(name)
            || is_place_label(name) && !self.custom.name_is_place
            || self.names_the_next(index, name);
        // `DIBUBARKAN` alone heads the rows below, whether they are numbered or not.
        let says = || section_label(name, |_| false);
        // Among numbered rows `KOPERASI JASA` alone is a kind, though names begin so.
        let is_capital = !self.custom.names_are_capital && is_capital(name);
        if self.custom.is_numbered && (is_capital || says() == SectionLabel::Plain) {
            self.segment = None;
            return RowKind::GroupLabel(shown(name));
        }
        let is_section = !self.custom.is_usual_name(name) && matches!(says(), SectionLabel::Status(_) | SectionLabel::Unit(_));
        if is_label || is_section || self.custom.is_numbered && !self.custom.is_usual_name(name) {
            self.segment = None;
            return RowKind::GroupLabel(shown(name));
        }
        if self.custom.is_numbered || self.custom.is_keyed {
            return RowKind::DataOrTotal { label: shown(name), first: None };
        }
        self.data(row)
    }

    /// Words of a name alone: no sentence, no status, period or kind, no line of a foot.
    fn is_bare_name(&self, name: &str) -> bool {
        let words = spelt_words(name);
        words.len() >= 2
            && !is_sentence(name)
            && !is_foot(name)
            && !name.contains([':', '=', ';'])
            && !is_place_label(name)
            && !name.split_whitespace().skip(1).any(|word| word.starts_with(char::is_lowercase))
            && section_label(name, |_| false) == SectionLabel::Unknown
    }
}
