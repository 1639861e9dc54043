//! Totals and subtotals: of which rows each is the sum.

use super::super::base::Base;
use super::Sequence;
use crate::table::RowKind;
use crate::text::phrase::TotalPhrase;
use crate::text::section::{SectionLabel, section_label};

impl Sequence<'_> {
    /// Whether the rows from here down to `last` are a group by themselves, none of whose rows the sum leaves out;
    /// what a word of status heads is asked about.
    pub(super) fn sums_its_group(&self, index: usize, label: &str, last: u32) -> bool {
        let is_plain = matches!(section_label(label, |_| false), SectionLabel::Plain | SectionLabel::Unknown);
        let below =
            || self.bases[index + 1..].iter().zip(&self.scanned[index + 1..]).filter(|(base, _)| !matches!(base, Base::Blank));
        let own = below().take_while(|(_, scanned)| scanned.row() <= last);
        let next = below().find(|(_, scanned)| scanned.row() > last);
        let ends = next.is_none_or(|(base, _)| {
            matches!(base, Base::SumOver { .. } | Base::Total(..) | Base::Group(_) | Base::NameOnly | Base::Foot | Base::Summary)
        });
        is_plain && ends && own.filter(|(base, _)| matches!(base, Base::Data)).count() > 0
    }

    pub(super) fn total(&mut self, index: usize, phrase: TotalPhrase, label: String) -> RowKind {
        if !self.seen_data {
            // A total on top of its rows; a part's sum on top of them cannot be checked.
            let is_whole = phrase != TotalPhrase::Part && self.labels.is_empty();
            return if is_whole { RowKind::Total { label } } else { RowKind::DataOrTotal { label, first: None } };
        }
        let comes_another = self.last_total.is_some_and(|last| last > index);
        let key = label.to_lowercase();
        let is_part = match phrase {
            TotalPhrase::Part => true,
            TotalPhrase::Whole | TotalPhrase::Doubtful => false,
            TotalPhrase::Plain if comes_another => self.segment.is_some(),
            TotalPhrase::Plain => self.segment.is_some() && self.labels.contains(&key),
        };
        if !is_part {
            self.ended = true;
            return RowKind::Total { label };
        }
        self.ended |= phrase == TotalPhrase::Plain && !comes_another;
        self.labels.push(key);
        let first = match self.segment.take() {
            Some(first) => first,
            // A sum of subtotals: all rows since the last such sum.
            None => match self.outer.take() {
                Some(first) => first,
                None => return RowKind::DataOrTotal { label, first: None },
            },
        };
        RowKind::Subtotal { label, first }
    }
}
