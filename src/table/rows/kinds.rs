//! What each row below the headings is, seen together: where groups and totals
//! stand, where the table ends. In doubt a kind that is refused.

use super::base::{Base, base, is_sentence};
use super::custom::{Custom, Tally, is_capital};
use super::facts::shown;
use super::familiar::Familiar;
use super::scanned::Scanned;
use crate::table::{LayoutRows, PartProof, RowKind};
use crate::text::label::spelt_words;
use crate::text::lexicon::PLACES;
use crate::text::period_named;
use crate::text::phrase::{TotalPhrase, has_enumerator, is_foot, is_page_mark, is_place_label};
use crate::text::section::{SectionLabel, section_label};
use crate::text::stated_count::count_note;

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

/// Below the last row of data, a line that says how many rows there are is a note
/// where it is true; what says another number stays to be asked about. So is a sentence by itself that begins as a total
/// does and states no amount (`Jumlah koperasi menurut kecamatan terlampir`).
fn hear_counts(scanned: &[Scanned], bases: &mut [Base]) {
    let is_data = |base: &Base| matches!(base, Base::Data);
    let Some(last) = bases.iter().rposition(is_data) else { return };
    let rows = bases.iter().filter(|base| is_data(base)).count();
    for (scanned, base) in scanned.iter().zip(bases).skip(last + 1) {
        let Scanned::Row(facts) = scanned else { continue };
        if facts.filled != 1 || facts.texts.len() != 1 {
            continue;
        }
        let stated = count_note(facts.texts[0]);
        let is_total = matches!(base, Base::Total(..) | Base::PerhapsTotal(_) | Base::DataOrTotal(_));
        let says_no_figure = !facts.texts[0].bytes().any(|byte| byte.is_ascii_digit());
        let is_note = || says_no_figure || is_total_sentence(facts.texts[0]);
        if stated == Some(rows as u64) || stated.is_none() && is_total && is_note() {
            *base = Base::Foot;
        }
    }
}

/// `Jumlah Tahun Lalu`, `Total tahun sebelumnya`.
fn is_of_last_year(label: &str) -> bool {
    let words = spelt_words(label);
    let is_last = |word: &str| matches!(word, "lalu" | "sebelumnya" | "lampau");
    matches!(words.as_slice(), [_, year, last] if matches!(year.as_str(), "tahun" | "thn" | "th") && is_last(last))
}

/// Words enough for a sentence, and digits too few for an amount.
fn is_total_sentence(text: &str) -> bool {
    let digits = |word: &str| word.bytes().filter(u8::is_ascii_digit).count();
    spelt_words(text).len() >= 5 && text.split_whitespace().all(|word| digits(word) <= 4)
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

    /// Whether the rows from here down to `last` are a group by themselves, none of whose rows the sum leaves out;
    /// what a word of status heads is asked about.
    fn sums_its_group(&self, index: usize, label: &str, last: u32) -> bool {
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

    /// Whether a row's running number is the one after the last above it.
    fn counts_on(&self, index: usize) -> bool {
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
    fn goes_on_in_notes(&self, index: usize) -> bool {
        let Scanned::Row(facts) = &self.scanned[index] else { return false };
        let name = facts.name.as_deref().unwrap_or_default();
        let is_note = self.ended && name.split_whitespace().count() >= 4 && !self.custom.is_called_so(name);
        is_note && self.noted.is_some_and(|noted| noted + 1 == index) && self.counts_on(index)
    }

    fn has_no_figure(&self, index: usize) -> bool {
        matches!(&self.scanned[index], Scanned::Row(facts) if facts.amounts + facts.other_figures == 0)
    }

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

    /// Whether a text by itself begins with the running number that comes next and
    /// holds a figure: `5. KSP Baru, volume Rp 500.000`.
    fn is_next_line(&self, index: usize) -> bool {
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

    /// Whether a word alone is one more product of the row right above it; a word of a
    /// status, a year or a unit heads the rows below, wherever it stands.
    fn is_further_product(&self, index: usize, label: &str) -> bool {
        let Scanned::Row(facts) = &self.scanned[index] else { return false };
        let Some((column, _)) = facts.first_text.filter(|_| facts.filled == 1 && !self.ended && self.seen_data) else {
            return false;
        };
        let is_plain = || matches!(section_label(label, |_| false), SectionLabel::Plain | SectionLabel::Unknown);
        self.before == facts.row.checked_sub(1) && self.familiar.is_product(column, facts.row) && is_plain()
    }

    fn unsplit(&self, index: usize) -> RowKind {
        let Scanned::Row(facts) = &self.scanned[index] else { return RowKind::Blank };
        RowKind::Unsplit(facts.first_text.map_or_else(String::new, |(_, text)| shown(text)))
    }

    /// Words below the rows in none of the columns' ways: names under a signature,
    /// whom no line before told as one.
    fn is_signature(&self, index: usize) -> bool {
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

    fn name_only(&mut self, index: usize, row: u32, is_last: bool) -> RowKind {
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

    fn labels_or_totals_before(&self, index: usize) -> bool {
        index > 0 && !matches!(self.bases[index - 1], Base::Data | Base::NameOnly)
    }

    fn total(&mut self, index: usize, phrase: TotalPhrase, label: String) -> RowKind {
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
