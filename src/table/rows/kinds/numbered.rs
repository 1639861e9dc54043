//! What running numbers say of the rows that have them: the next of the list, or a note's own.

use super::super::scanned::Scanned;
use super::Sequence;

impl Sequence<'_> {
    /// Whether a row's running number is the one after the last above it.
    pub(super) fn counts_on(&self, index: usize) -> bool {
        let number = |scanned: &Scanned| match scanned {
            Scanned::Data(_, number) => *number,
            Scanned::Row(facts) => facts.number,
            Scanned::Numbers(_) | Scanned::Repeat(_) => None,
        };
        let last = self.scanned[..index].iter().rev().find_map(number);
        let is_next = |own: u32| last.map_or(own == 1, |last| own == last + 1);
        number(&self.scanned[index]).is_none_or(is_next)
    }

    /// Whether a number and words follow upon a note that was numbered before it, and are called by nothing that the rows
    /// are called by: `1 | Data dari laporan RAT`, `2 | Diolah oleh bidang koperasi`.
    pub(super) fn goes_on_in_notes(&self, index: usize) -> bool {
        let Scanned::Row(facts) = &self.scanned[index] else { return false };
        let name = facts.name.as_deref().unwrap_or_default();
        let is_note = self.ended && name.split_whitespace().count() >= 4 && !self.custom.is_called_so(name);
        is_note && self.noted.is_some_and(|noted| noted + 1 == index) && self.counts_on(index)
    }

    /// Whether a text by itself begins with the running number that comes next and
    /// holds a figure: `5. KSP Baru, volume Rp 500.000`.
    pub(super) fn is_next_line(&self, index: usize) -> bool {
        let Scanned::Row(facts) = &self.scanned[index] else { return false };
        let Some((_, text)) = facts.first_text.filter(|_| facts.texts.len() == 1) else { return false };
        let last = self.scanned[..index].iter().rev().find_map(|scanned| match scanned {
            Scanned::Row(facts) => facts.number,
            Scanned::Data(_, number) => *number,
            _ => None,
        });
        let digits = text.trim_start().bytes().take_while(u8::is_ascii_digit).count();
        let (lead, rest) = text.trim_start().split_at(digits);
        let follows = last.is_some_and(|last| lead.parse() == Ok(last + 1));
        follows && rest.starts_with(['.', ')', ' ', ',', '/']) && rest.bytes().filter(u8::is_ascii_digit).count() >= 3
    }
}
