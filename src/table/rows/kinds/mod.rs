//! What each row below the headings is, seen together: where groups and totals
//! stand, where the table ends. In doubt a kind that is refused.

mod counted;
mod lone_names;
mod numbered;
mod sums;

use self::counted::hear_counts;
use super::base::{Base, base};
use super::custom::{Custom, Tally};
use super::facts::shown;
use super::familiar::Familiar;
use super::scanned::Scanned;
use crate::table::{LayoutRows, PartProof, RowKind};
use crate::text::label::spelt_words;
use crate::text::period_named;
use crate::text::phrase::is_page_mark;
use crate::text::section::{SectionLabel, section_label};

/// More blank rows than this between a table and a row below it: the row is not the table's.
const GAP: u32 = 10;

/// Names the kind of every scanned row. `name_is_place`: the name column holds
/// places (a recap by kecamatan).
pub(crate) fn row_kinds(scanned: &[Scanned], ordinary: Tally, name_is_place: bool, familiar: &Familiar) -> LayoutRows {
    let custom = Custom::of(scanned, ordinary, name_is_place);
    let mut bases: Vec<Base> = scanned.iter().map(|row| base(row, &custom)).collect();
    hear_counts(scanned, &mut bases);
    Sequence::new(scanned, &bases, &custom, familiar).resolve()
}

/// `Jumlah Tahun Lalu`, `Total tahun sebelumnya`.
fn is_of_last_year(label: &str) -> bool {
    let words = spelt_words(label);
    let is_last = |word: &str| matches!(word, "lalu" | "sebelumnya" | "lampau");
    matches!(words.as_slice(), [_, year, last] if matches!(year.as_str(), "tahun" | "thn" | "th") && is_last(last))
}

/// The rows in order, as the table is walked through.
struct Sequence<'a> {
    scanned: &'a [Scanned<'a>],
    bases: &'a [Base],
    custom: &'a Custom,
    /// The index of the last row that is data by itself.
    last_data: Option<usize>,
    last_total: Option<usize>,
    seen_data: bool,
    ended: bool,
    /// The first data row since the last total or subtotal.
    segment: Option<u32>,
    /// The first data row since the last subtotal of subtotals.
    outer: Option<u32>,
    /// Labels of plain subtotals so far.
    labels: Vec<String>,
    /// The last row that holds something.
    before: Option<u32>,
    familiar: &'a Familiar<'a>,
    /// The headings of another table stand above: its rows are not this one's.
    is_other: bool,
    /// The last row of a number and a name that was a note.
    noted: Option<usize>,
}

impl<'a> Sequence<'a> {
    fn new(scanned: &'a [Scanned<'a>], bases: &'a [Base], custom: &'a Custom, familiar: &'a Familiar<'a>) -> Self {
        let may_be_data = |base: &Base| {
            matches!(base, Base::Data | Base::Part { proof: PartProof::SumOrData, .. } | Base::Part { is_keyed: true, .. })
        };
        // Names under a signature look like rows without figures: what ends the table ends them.
        let is_sure = |index: &usize| {
            may_be_data(&bases[*index])
                && match &scanned[*index] {
                    Scanned::Row(facts) => facts.amounts + facts.other_figures > 0 || !custom.is_plain(facts),
                    _ => true,
                }
        };
        let sure = (0..bases.len()).rfind(is_sure).map_or(0, |index| index + 1);
        let ends = bases[sure..].iter().position(|base| matches!(base, Base::Foot));
        // `Aktif | 10` below the list is a line of a recap.
        let is_sparse = |index: usize| matches!(&scanned[index], Scanned::Row(facts) if custom.is_sparse(facts));
        let last_data =
            (0..ends.map_or(bases.len(), |at| sure + at)).rfind(|index| may_be_data(&bases[*index]) && !is_sparse(*index));
        let foot = bases.iter().rposition(|base| matches!(base, Base::Total(..)));
        Self {
            scanned,
            bases,
            custom,
            last_data,
            last_total: foot,
            seen_data: false,
            ended: false,
            segment: None,
            outer: None,
            labels: Vec::new(),
            before: None,
            familiar,
            is_other: false,
            noted: None,
        }
    }

    fn resolve(mut self) -> LayoutRows {
        (0..self.bases.len())
            .map(|index| {
                let row = self.scanned[index].row();
                let kind = self.kind(index, row);
                if !matches!(kind, RowKind::Blank) {
                    self.before = Some(row);
                }
                (row, kind)
            })
            .collect()
    }

    fn kind(&mut self, index: usize, row: u32) -> RowKind {
        let is_last = self.last_data.is_none_or(|last| index > last);
        match &self.bases[index] {
            Base::Blank => RowKind::Blank,
            Base::Numbers => RowKind::ColumnNumbers,
            Base::Repeat => RowKind::RepeatedHeading,
            Base::Example => RowKind::Example,
            Base::Nameless => RowKind::Nameless,
            Base::Summary if !is_last && self.is_second_row(index) => RowKind::Nameless,
            Base::Summary => match self.year_over_rows(index, is_last) {
                Some(label) => RowKind::GroupLabel(label),
                None => RowKind::Footer,
            },
            Base::PerhapsSummary(_) if self.ended || is_last && self.seen_data && self.labels_or_totals_before(index) => {
                RowKind::Footer
            }
            Base::PerhapsSummary(label) => RowKind::DataOrTotal { label: label.clone(), first: None },
            Base::LoneKey if self.ended || is_last && self.seen_data => RowKind::Footer,
            Base::LoneKey => RowKind::Nameless,
            Base::Unsplit(text) => RowKind::Unsplit(text.clone()),
            // A key of its own: no part of another, unless all such rows make it up.
            Base::Part { is_keyed: true, .. } if !self.before.is_some_and(|above| self.familiar.has_keys_of(row, above)) => {
                self.keyed_part(index, row)
            }
            Base::Part { proof: PartProof::SumOrData, .. } if !self.seen_data => self.data(row),
            Base::Part { .. } | Base::DataUnlessSum(_) if self.ended => RowKind::DataBelowEnd,
            Base::Part { label, proof, .. } if self.seen_data => {
                if *proof == PartProof::SumOrData {
                    self.segment.get_or_insert(row);
                    self.outer.get_or_insert(row);
                }
                RowKind::Part { label: label.clone(), proof: *proof }
            }
            Base::Part { label, .. } => RowKind::DataOrTotal { label: label.clone(), first: None },
            Base::DataUnlessSum(label) => match self.segment {
                Some(first) => RowKind::DataUnlessSum { label: label.clone(), first },
                None => self.data(row),
            },
            Base::Foot => {
                self.ended |= self.seen_data;
                RowKind::Footer
            }
            Base::OtherHeadings => {
                (self.ended, self.is_other) = (self.ended || self.seen_data, self.seen_data);
                RowKind::Footer
            }
            Base::Data if self.is_signature(index) || self.is_other && self.has_no_figure(index) => RowKind::Footer,
            Base::Data if is_last && self.seen_data && self.is_sparse(index) => {
                self.ended = true;
                RowKind::DataBelowEnd
            }
            Base::Data => self.data(row),
            Base::NumberedName if self.goes_on_in_notes(index) => {
                self.noted = Some(index);
                RowKind::Footer
            }
            Base::NumberedName if self.counts_on(index) => self.data(row),
            Base::NumberedName => {
                let kind = self.name_only(index, row, is_last);
                self.noted = (kind == RowKind::Footer).then_some(index);
                kind
            }
            Base::Group(_) | Base::NameOnly if self.is_next_line(index) => self.unsplit(index),
            Base::NameOnly => self.name_only(index, row, is_last),
            Base::Group(label) if self.is_further_product(index, label) => RowKind::Nameless,
            Base::Group(_) if self.ended || is_last && self.seen_data => RowKind::Footer,
            Base::Group(label) => {
                self.segment = None;
                RowKind::GroupLabel(label.clone())
            }
            // Below the year's own total stands what it is compared with.
            Base::DataOrTotal(label) | Base::PerhapsTotal(label) | Base::Total(_, label)
                if self.ended && is_of_last_year(label) =>
            {
                RowKind::Footer
            }
            Base::DataOrTotal(_) | Base::PerhapsTotal(_) | Base::SumOver { .. } if self.ended => RowKind::DataBelowEnd,
            Base::SumOver { label, last, .. } if self.sums_its_group(index, label, *last) => {
                self.segment = None;
                RowKind::SumOver { label: label.clone(), last: *last }
            }
            Base::SumOver { label, phrase, .. } => self.total(index, *phrase, label.clone()),
            Base::DataOrTotal(label) => RowKind::DataOrTotal { label: label.clone(), first: None },
            Base::PerhapsTotal(label) => {
                // Over the first rows of its group it sums none above it.
                let first = self.segment.take().or_else(|| self.outer.take()).unwrap_or(row);
                RowKind::DataOrTotal { label: label.clone(), first: Some(first) }
            }
            Base::Total(..) if self.ended => RowKind::DataBelowEnd,
            Base::Total(phrase, label) => self.total(index, *phrase, label.clone()),
        }
    }

    /// `Th. 2021` or `Realisasi` with its figures right below a row of data, where more data follow: no line below a sum, but
    /// the second row of an entity.
    fn is_second_row(&self, index: usize) -> bool {
        let has_amount = matches!(&self.scanned[index], Scanned::Row(facts) if facts.amounts > 0 && facts.name.is_none());
        has_amount && !self.ended && index > 0 && matches!(self.bases[index - 1], Base::Data)
    }

    /// `Tahun 2020` without a figure, and rows below it: they are of that year.
    fn year_over_rows(&mut self, index: usize, is_last: bool) -> Option<String> {
        let Scanned::Row(facts) = &self.scanned[index] else { return None };
        let (_, text) = facts.first_text.filter(|_| facts.texts.len() == 1 && facts.amounts + facts.other_figures == 0)?;
        let says = section_label(text, |_| false);
        let is_of_time = match says {
            SectionLabel::Period { .. } | SectionLabel::Status(_) => true,
            // `PERUBAHAN TAHUN 2021`
            SectionLabel::Unknown => period_named(text).is_some(),
            _ => false,
        };
        if is_last || self.ended || !self.seen_data || !is_of_time || is_page_mark(text) {
            return None;
        }
        self.segment = None;
        Some(shown(text))
    }

    fn keyed_part(&mut self, index: usize, row: u32) -> RowKind {
        match (&self.bases[index], self.data(row)) {
            (Base::Part { label, .. }, RowKind::Data) if self.segment.is_some_and(|first| first < row) => {
                RowKind::Part { label: label.clone(), proof: PartProof::SumOrData }
            }
            (_, kind) => kind,
        }
    }

    fn data(&mut self, row: u32) -> RowKind {
        let far = self.seen_data && self.before.is_some_and(|before| row - before > GAP + 1);
        self.ended |= far;
        if self.ended {
            return RowKind::DataBelowEnd;
        }
        self.seen_data = true;
        self.segment.get_or_insert(row);
        self.outer.get_or_insert(row);
        RowKind::Data
    }

    fn is_sparse(&self, index: usize) -> bool {
        matches!(&self.scanned[index], Scanned::Row(facts) if self.custom.is_sparse(facts))
    }

    fn has_no_figure(&self, index: usize) -> bool {
        matches!(&self.scanned[index], Scanned::Row(facts) if facts.amounts + facts.other_figures == 0)
    }

    fn unsplit(&self, index: usize) -> RowKind {
        let Scanned::Row(facts) = &self.scanned[index] else { return RowKind::Blank };
        RowKind::Unsplit(facts.first_text.map_or_else(String::new, |(_, text)| shown(text)))
    }

    fn labels_or_totals_before(&self, index: usize) -> bool {
        index > 0 && !matches!(self.bases[index - 1], Base::Data | Base::NameOnly)
    }
}
