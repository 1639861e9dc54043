//! What each row below the headings is, seen together: where groups and totals
//! stand, where the table ends. In doubt a kind that is refused.

use super::facts::{Facts, shown};
use crate::table::{LayoutRow, RowKind};
use crate::text::phrase::{TotalPhrase, has_enumerator, is_enumerator, is_foot, is_page_mark, is_place_label, is_summary};
use std::collections::BTreeMap;

/// More blank rows than this between a table and a row below it: the row is not the table's.
const GAP: u32 = 10;

/// A row as the scan left it.
pub(crate) enum Scanned<'a> {
    Numbers(u32),
    Repeat(u32),
    Row(Facts<'a>),
}

impl Scanned<'_> {
    pub fn row(&self) -> u32 {
        match self {
            Scanned::Numbers(row) | Scanned::Repeat(row) => *row,
            Scanned::Row(facts) => facts.row,
        }
    }
}

/// What a row is by itself.
enum Base {
    Blank,
    Numbers,
    Repeat,
    Data,
    /// A name and nothing else.
    NameOnly,
    Group(String),
    Total(TotalPhrase, String),
    DataOrTotal(String),
    /// `Jumlah Gadingrejo`, without a number or key: a sum by its words, or somebody's name.
    PerhapsTotal(String),
    Nameless,
    /// Averages, shares, differences; the number of a printed page.
    Summary,
    Foot,
}

/// What the data rows of the table have in common.
struct Custom {
    is_numbered: bool,
    is_keyed: bool,
    /// Names are of places, so a place's name heads no group.
    name_is_place: bool,
    first_words: BTreeMap<String, u32>,
}

/// Names the kind of every scanned row. `name_is_place`: the name column holds
/// places (a recap by kecamatan).
pub(crate) fn row_kinds(scanned: &[Scanned], name_is_place: bool) -> Vec<LayoutRow> {
    let custom = Custom::of(scanned, name_is_place);
    let bases: Vec<Base> = scanned.iter().map(|row| base(row, &custom)).collect();
    Sequence::new(scanned, &bases, &custom).resolve()
}

impl Custom {
    fn of(scanned: &[Scanned], name_is_place: bool) -> Self {
        let (mut rows, mut numbered, mut keyed) = (0usize, 0, 0);
        let mut first_words = BTreeMap::new();
        for scanned in scanned {
            let Scanned::Row(facts) = scanned else { continue };
            let Some(name) = facts.name.as_deref().filter(|_| facts.figure_cells > 0 && facts.total.is_none()) else { continue };
            rows += 1;
            numbered += usize::from(facts.is_numbered);
            keyed += usize::from(facts.has_key);
            if let Some(word) = first_word(name) {
                *first_words.entry(word).or_insert(0) += 1;
            }
        }
        let most = |count: usize| count > 0 && count * 5 >= rows * 4;
        // Sums of kecamatan among numbered rows may be many: half the rows tell the custom.
        Self { is_numbered: numbered * 2 > rows, is_keyed: most(keyed), name_is_place, first_words }
    }

    fn is_usual_name(&self, name: &str) -> bool {
        first_word(name).and_then(|word| self.first_words.get(&word)).is_some_and(|count| *count >= 2)
    }
}

fn first_word(name: &str) -> Option<String> {
    let word = name.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty())?;
    Some(word.to_lowercase())
}

fn base(scanned: &Scanned, custom: &Custom) -> Base {
    let facts = match scanned {
        Scanned::Numbers(_) => return Base::Numbers,
        Scanned::Repeat(_) => return Base::Repeat,
        Scanned::Row(facts) => facts,
    };
    if !facts.is_something {
        return Base::Blank;
    }
    if let Some((phrase, label)) = &facts.total {
        return total_base(facts, *phrase, label);
    }
    let figures = facts.amounts + facts.other_figures;
    let label = facts.name.as_deref().or(facts.first_text.map(|(_, text)| text));
    let is_plain_row = !facts.has_key && !facts.is_numbered;
    if is_plain_row && label.is_some_and(is_summary) {
        return Base::Summary;
    }
    if is_plain_row && figures == 0 && !facts.texts.is_empty() && facts.texts.iter().all(|text| is_page_mark(text)) {
        return Base::Summary;
    }
    if facts.sums_down && facts.name.is_some() {
        return Base::DataOrTotal(label.map(shown).unwrap_or_default());
    }
    if is_plain_row && figures == 0 && facts.texts.iter().any(|text| is_foot(text)) {
        return Base::Foot;
    }
    match &facts.name {
        Some(name) => named_base(facts, name, custom, figures),
        None => nameless_base(facts, figures),
    }
}

fn total_base(facts: &Facts, phrase: TotalPhrase, label: &str) -> Base {
    let has_own_name = facts.name.as_deref().is_some_and(|name| shown(name) != label);
    let is_like_data = facts.has_key || facts.is_numbered;
    match (phrase, is_like_data || has_own_name) {
        (TotalPhrase::Doubtful, true) if is_like_data => Base::Data,
        (_, true) => Base::DataOrTotal(label.to_owned()),
        (TotalPhrase::Doubtful, false) => Base::PerhapsTotal(label.to_owned()),
        (_, false) if facts.figure_cells == 0 => Base::Group(label.to_owned()),
        (phrase, false) => Base::Total(phrase, label.to_owned()),
    }
}

fn named_base(facts: &Facts, name: &str, custom: &Custom, figures: usize) -> Base {
    let is_plain_row = !facts.has_key && !facts.is_numbered;
    let is_group = is_place_label(name) && !custom.name_is_place;
    let is_lettered = facts.number_text.is_some_and(|text| is_enumerator(text.trim().trim_end_matches(['.', ')'])));
    if is_plain_row && (is_group || is_lettered && custom.is_numbered) {
        let label = shown(name);
        return if figures == 0 { Base::Group(label) } else { Base::DataOrTotal(label) };
    }
    if facts.is_numbered || facts.has_key {
        return Base::Data;
    }
    // Where rows have numbers or keys, one with figures but neither may be a group's sum.
    if figures > 0 && (custom.is_numbered || custom.is_keyed) {
        return Base::DataOrTotal(shown(name));
    }
    if facts.figure_cells > 0 || facts.other_texts > 0 { Base::Data } else { Base::NameOnly }
}

fn nameless_base(facts: &Facts, figures: usize) -> Base {
    if facts.amounts > 0 || facts.has_key || facts.other_figures >= 2 || facts.is_numbered && facts.other_texts > 0 {
        return Base::Nameless;
    }
    match facts.first_text {
        Some(_) if figures > 0 => Base::Nameless,
        Some((_, text)) => Base::Group(shown(text)),
        None => Base::Blank,
    }
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
}

impl<'a> Sequence<'a> {
    fn new(scanned: &'a [Scanned<'a>], bases: &'a [Base], custom: &'a Custom) -> Self {
        let last_data = bases.iter().rposition(|base| matches!(base, Base::Data));
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
        }
    }

    fn resolve(mut self) -> Vec<LayoutRow> {
        (0..self.bases.len())
            .map(|index| {
                let row = self.scanned[index].row();
                let kind = self.kind(index, row);
                if !matches!(kind, RowKind::Blank) {
                    self.before = Some(row);
                }
                LayoutRow { row, kind }
            })
            .collect()
    }

    fn kind(&mut self, index: usize, row: u32) -> RowKind {
        let is_last = self.last_data.is_none_or(|last| index > last);
        match &self.bases[index] {
            Base::Blank => RowKind::Blank,
            Base::Numbers => RowKind::ColumnNumbers,
            Base::Repeat => RowKind::RepeatedHeading,
            Base::Nameless => RowKind::Nameless,
            Base::Summary => RowKind::Footer,
            Base::Foot => {
                self.ended |= self.seen_data;
                RowKind::Footer
            }
            Base::Data => self.data(row),
            Base::NameOnly => self.name_only(index, row, is_last),
            Base::Group(_) if self.ended || is_last && self.seen_data => RowKind::Footer,
            Base::Group(label) => {
                self.segment = None;
                RowKind::GroupLabel(label.clone())
            }
            Base::DataOrTotal(_) | Base::PerhapsTotal(_) if self.ended => RowKind::DataBelowEnd,
            Base::DataOrTotal(label) => RowKind::DataOrTotal { label: label.clone(), first: None },
            Base::PerhapsTotal(label) => {
                let first = self.segment.take().or_else(|| self.outer.take());
                RowKind::DataOrTotal { label: label.clone(), first }
            }
            Base::Total(..) if self.ended => RowKind::DataBelowEnd,
            Base::Total(phrase, label) => self.total(index, *phrase, label.clone()),
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

    fn name_only(&mut self, index: usize, row: u32, is_last: bool) -> RowKind {
        let Scanned::Row(facts) = &self.scanned[index] else { return RowKind::Blank };
        let name = facts.name.as_deref().unwrap_or_default();
        let is_apart = self.before.is_some_and(|before| row > before + 1) || self.labels_or_totals_before(index);
        if self.ended || is_last && self.seen_data && is_apart {
            return RowKind::Footer;
        }
        let is_label = facts.is_wide || has_enumerator(name) || is_place_label(name) && !self.custom.name_is_place;
        if is_label || self.custom.is_numbered && !self.custom.is_usual_name(name) {
            self.segment = None;
            return RowKind::GroupLabel(shown(name));
        }
        if self.custom.is_numbered || self.custom.is_keyed {
            return RowKind::DataOrTotal { label: shown(name), first: None };
        }
        self.data(row)
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
