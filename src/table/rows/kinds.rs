//! What each row below the headings is, seen together: where groups and totals
//! stand, where the table ends. In doubt a kind that is refused.

use super::facts::{Facts, shown};
use super::familiar::Familiar;
use crate::table::{LayoutRow, RowKind};
use crate::text::label::spelt_words;
use crate::text::lexicon::OWN_UNITS;
use crate::text::part::PartLabel;
use crate::text::phrase::{Summary, TotalPhrase, has_enumerator, is_enumerator, is_foot, is_page_mark, is_place_label, summary};
use crate::text::section::{SectionLabel, section_label};
use std::collections::BTreeMap;

/// More blank rows than this between a table and a row below it: the row is not the table's.
const GAP: u32 = 10;

/// A row as the scan left it.
pub(crate) enum Scanned<'a> {
    Numbers(u32),
    Repeat(u32),
    /// Data with figures, whatever its neighbours are; the row, and its number.
    Data(u32, Option<u32>),
    Row(Box<Facts<'a>>),
}

impl Scanned<'_> {
    pub fn row(&self) -> u32 {
        match self {
            Scanned::Numbers(row) | Scanned::Repeat(row) | Scanned::Data(row, ..) => *row,
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
    /// `Total Sejahtera` of a kecamatan: somebody's name, unless its figures are a sum.
    DataUnlessSum(String),
    /// A part of the row above.
    Part {
        label: String,
        sure: bool,
    },
    /// A line that did not come apart into its cells.
    Unsplit(String),
    /// Averages, shares, differences; the number of a printed page.
    Summary,
    /// `Maksimal`: a summary below the rows, a name among them.
    PerhapsSummary(String),
    /// Nothing but a key: whoever stood there has no name and no figure.
    LoneKey,
    Foot,
}

/// What the data rows of the table have in common.
struct Custom {
    is_numbered: bool,
    is_keyed: bool,
    /// Keys are words (a place, an owner): a word under them is one.
    keys_are_worded: bool,
    /// Rows tell of years or of plan and result: such a label is a row's own name.
    compares: bool,
    /// Names are written in capitals throughout.
    names_are_capital: bool,
    /// Names are marked as parts are (`- KUD A`), each of them.
    marks_all: bool,
    /// Names are of places, so a place's name heads no group.
    name_is_place: bool,
    first_words: BTreeMap<String, u32>,
}

/// Names the kind of every scanned row. `name_is_place`: the name column holds
/// places (a recap by kecamatan).
pub(crate) fn row_kinds(scanned: &[Scanned], ordinary: &Tally, name_is_place: bool, familiar: &Familiar) -> Vec<LayoutRow> {
    let custom = Custom::of(scanned, ordinary, name_is_place);
    let bases: Vec<Base> = scanned.iter().map(|row| base(row, &custom)).collect();
    Sequence::new(scanned, &bases, &custom, familiar).resolve()
}

/// What of the rows is counted for their custom.
#[derive(Default)]
pub(crate) struct Tally {
    rows: usize,
    numbered: usize,
    keyed: usize,
    worded: usize,
    compared: usize,
    marked: usize,
    capital: usize,
    first_words: BTreeMap<String, u32>,
}

impl Tally {
    /// Counts a row, if it is named and has cells of figures; whether it is.
    pub(crate) fn count(&mut self, facts: &Facts) -> bool {
        let Some(name) = facts.name.as_deref().filter(|_| facts.figure_cells > 0 && facts.total.is_none()) else { return false };
        self.rows += 1;
        self.numbered += usize::from(facts.is_numbered);
        self.keyed += usize::from(facts.has_key);
        self.worded += usize::from(facts.has_worded_key && !facts.has_key);
        self.marked += usize::from(facts.part.is_some());
        self.capital += usize::from(is_capital(name));
        self.compared += usize::from(!facts.is_numbered && !facts.has_key && summary(name) == Some(Summary::Compared));
        if let Some(word) = first_word(name) {
            *self.first_words.entry(word).or_insert(0) += 1;
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
        && facts.total.is_none()
        && !facts.sums_down
        && !facts.counts_names
        && !facts.is_declared_total
        && facts.part.is_none()
        && facts.unsplit.is_none()
}

impl Custom {
    fn of(scanned: &[Scanned], ordinary: &Tally, name_is_place: bool) -> Self {
        let mut own = Tally::default();
        // The running numbers of the rows that are counted, in their order.
        let mut counted: Vec<u32> = Vec::new();
        for scanned in scanned {
            match scanned {
                Scanned::Row(facts) => {
                    if own.count(facts) {
                        counted.extend(facts.number);
                    }
                }
                Scanned::Data(_, number) => counted.extend(*number),
                Scanned::Numbers(_) | Scanned::Repeat(_) => {}
            }
        }
        let rows = own.rows + ordinary.rows;
        let (numbered, keyed) = (own.numbered + ordinary.numbered, own.keyed + ordinary.keyed);
        let (worded, marked) = (own.worded + ordinary.worded, own.marked + ordinary.marked);
        let (capital, compared) = (own.capital + ordinary.capital, own.compared + ordinary.compared);
        let mut first_words = own.first_words;
        for (word, count) in &ordinary.first_words {
            *first_words.entry(word.clone()).or_insert(0) += count;
        }
        let most = |count: usize| count > 0 && count * 5 >= rows * 4;
        let keys_are_worded = worded > keyed;
        Self {
            // Sums of kecamatan among numbered rows may be many: half the rows tell the custom.
            is_numbered: numbered * 2 > rows || counts_up(&counted),
            is_keyed: most(if keys_are_worded { worded + keyed } else { keyed }),
            keys_are_worded,
            compares: compared * 2 > rows,
            names_are_capital: capital * 2 > rows,
            marks_all: marked * 4 > rows * 3,
            name_is_place,
            first_words,
        }
    }

    fn has_key(&self, facts: &Facts) -> bool {
        facts.has_key || self.keys_are_worded && facts.has_worded_key
    }

    /// A row with neither a number nor a key of its own.
    fn is_plain(&self, facts: &Facts) -> bool {
        !self.has_key(facts) && !facts.is_numbered
    }

    fn is_usual_name(&self, name: &str) -> bool {
        first_word(name).and_then(|word| self.first_words.get(&word)).is_some_and(|count| *count >= 2)
    }
}

/// 1, 2, 3 … without a gap: the list itself says how many it holds, however many
/// rows stand between.
fn counts_up(numbers: &[u32]) -> bool {
    numbers.len() >= 3 && numbers.iter().zip(1..).all(|(number, wanted)| *number == wanted)
}

fn first_word(name: &str) -> Option<String> {
    let word = name.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty())?;
    Some(word.to_lowercase())
}

fn base(scanned: &Scanned, custom: &Custom) -> Base {
    let facts = match scanned {
        Scanned::Numbers(_) => return Base::Numbers,
        Scanned::Repeat(_) => return Base::Repeat,
        Scanned::Data(..) => return Base::Data,
        Scanned::Row(facts) => facts,
    };
    if !facts.is_something {
        return Base::Blank;
    }
    let figures = facts.amounts + facts.other_figures;
    if let Some(text) = facts.unsplit.filter(|_| figures == 0) {
        return Base::Unsplit(shown(text));
    }
    let is_plain = custom.is_plain(facts);
    if is_plain && figures == 0 && facts.texts.is_empty() && !facts.beside.is_empty() && facts.name.is_none() {
        let signs = |text: &&str| is_foot(text) && !is_note(text);
        return if facts.beside.iter().any(signs) { Base::Foot } else { Base::Summary };
    }
    let label = facts.name.as_deref().or(facts.first_text.map(|(_, text)| text));
    if is_plain && facts.is_declared_total {
        return Base::Total(TotalPhrase::Whole, label.map(shown).unwrap_or_default());
    }
    if let Some(part) = facts.part.filter(|_| is_plain && !custom.marks_all && figures > 0) {
        return Base::Part { label: label.map(shown).unwrap_or_default(), sure: part != PartLabel::Doubtful };
    }
    if let Some((phrase, label)) = &facts.total {
        return total_base(facts, *phrase, label, custom);
    }
    if is_plain && !custom.compares {
        let is_alone = facts.other_texts <= usize::from(facts.name.is_none());
        match label.and_then(summary).filter(|_| is_alone) {
            Some(Summary::Sure) => return Base::Summary,
            Some(Summary::Compared) if figures > 0 => return Base::Summary,
            Some(Summary::Compared) => return Base::Group(label.map(shown).unwrap_or_default()),
            Some(Summary::Name) => return Base::PerhapsSummary(label.map(shown).unwrap_or_default()),
            None => {}
        }
    }
    if is_plain && figures == 0 && !facts.texts.is_empty() && facts.texts.iter().all(|text| is_page_mark(text)) {
        return Base::Summary;
    }
    if facts.sums_down && (is_plain || facts.name.is_some()) {
        let label = label.map(shown).unwrap_or_default();
        // The rows above are summed here by the workbook's own formula: its figures are checked.
        return if is_plain { Base::Total(TotalPhrase::Plain, label) } else { Base::DataOrTotal(label) };
    }
    if is_plain && figures == 0 && facts.texts.iter().any(|text| is_foot(text)) {
        return Base::Foot;
    }
    match &facts.name {
        Some(name) => named_base(facts, name, custom, figures),
        None => nameless_base(facts, custom, figures),
    }
}

/// Two words or more, all in capitals.
fn is_capital(text: &str) -> bool {
    text.split_whitespace().count() >= 2 && !text.chars().any(char::is_lowercase)
}

/// A line of running words (`Terima kasih atas kerja samanya`) or of a list (`1) termasuk
/// unit simpan pinjam`), as notes are and names are not.
fn is_sentence(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let lower = words.iter().filter(|word| word.starts_with(char::is_lowercase)).count();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_listed = text[digits..].starts_with(')') || text.starts_with(['-', '*']);
    is_listed && words.len() >= 2 || words.len() >= 3 && lower * 2 >= words.len()
}

/// A note's own beginning: it may stand beside any row.
fn is_note(text: &str) -> bool {
    let first = spelt_words(text).into_iter().next().unwrap_or_default();
    first == "sumber" || crate::text::lexicon::NOTES.contains(&first.as_str())
}

fn total_base(facts: &Facts, phrase: TotalPhrase, label: &str, custom: &Custom) -> Base {
    let has_own_name = facts.name.as_deref().is_some_and(|name| shown(name) != label);
    let is_like_data = !custom.is_plain(facts);
    let says_more = facts.other_texts > 0 && facts.name.is_some() && !custom.is_numbered && !custom.is_keyed;
    match (phrase, is_like_data || has_own_name) {
        (TotalPhrase::Doubtful, true) if is_like_data => Base::Data,
        (_, true) => Base::DataOrTotal(label.to_owned()),
        (TotalPhrase::Doubtful, false) if says_more => Base::DataUnlessSum(label.to_owned()),
        (TotalPhrase::Doubtful, false) => Base::PerhapsTotal(label.to_owned()),
        (_, false) if facts.figure_cells == 0 => Base::Group(label.to_owned()),
        (phrase, false) => Base::Total(phrase, label.to_owned()),
    }
}

fn named_base(facts: &Facts, name: &str, custom: &Custom, figures: usize) -> Base {
    let is_plain = custom.is_plain(facts);
    if !is_plain {
        return Base::Data;
    }
    let is_customary = custom.is_numbered || custom.is_keyed;
    // `Kelompok Wanita Tani` of Purworejo is a row: the kecamatan beside it is not in its name.
    let own: Vec<String> = spelt_words(name);
    let says_more = facts.texts.iter().any(|text| spelt_words(text).iter().any(|word| !own.contains(word)));
    let is_group = is_place_label(name) && !custom.name_is_place && (is_customary || !says_more);
    let is_lettered = facts.number_text.is_some_and(|text| is_enumerator(text.trim().trim_end_matches(['.', ')'])));
    let is_own_unit = || own.iter().all(|word| OWN_UNITS.contains(&word.as_str()));
    if is_plain && figures > 0 && (is_lettered || custom.is_numbered) && is_own_unit() {
        // `Toko` without a mark, among numbered rows: only where all parts make up the row above.
        return Base::Part { label: shown(name), sure: is_lettered };
    }
    // A group of people has its own figures; where they are the sum of those above it is another's.
    if is_plain && is_group && figures > 0 && !is_customary && own.first().is_some_and(|word| word == "kelompok") {
        return Base::DataUnlessSum(shown(name));
    }
    if is_plain && (is_group || is_lettered && custom.is_numbered) {
        let label = shown(name);
        return if figures == 0 { Base::Group(label) } else { Base::PerhapsTotal(label) };
    }
    // Where rows have numbers or keys, one with figures but neither may be a group's sum.
    if figures > 0 && is_customary {
        return Base::PerhapsTotal(shown(name));
    }
    if facts.figure_cells > 0 || facts.other_texts > 0 { Base::Data } else { Base::NameOnly }
}

fn nameless_base(facts: &Facts, custom: &Custom, figures: usize) -> Base {
    let has_key = custom.has_key(facts);
    // Rows that a form keeps ready, its formulas giving nothing.
    if figures == facts.without_result && !has_key && facts.other_texts == 0 && facts.texts.is_empty() {
        return Base::Blank;
    }
    if has_key && figures == 0 && !facts.is_numbered && facts.other_texts <= 1 {
        return Base::LoneKey;
    }
    if facts.amounts > 0 || has_key || facts.other_figures >= 2 || facts.is_numbered && facts.other_texts > 0 {
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
    familiar: &'a Familiar<'a>,
}

impl<'a> Sequence<'a> {
    fn new(scanned: &'a [Scanned<'a>], bases: &'a [Base], custom: &'a Custom, familiar: &'a Familiar<'a>) -> Self {
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
            familiar,
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
            Base::PerhapsSummary(_) if self.ended || is_last && self.seen_data && self.labels_or_totals_before(index) => {
                RowKind::Footer
            }
            Base::PerhapsSummary(label) => RowKind::DataOrTotal { label: label.clone(), first: None },
            Base::LoneKey if self.ended || is_last && self.seen_data => RowKind::Footer,
            Base::LoneKey => RowKind::Nameless,
            Base::Unsplit(text) => RowKind::Unsplit(text.clone()),
            Base::Part { .. } | Base::DataUnlessSum(_) if self.ended => RowKind::DataBelowEnd,
            Base::Part { label, sure } if self.seen_data => RowKind::Part { label: label.clone(), sure: *sure },
            Base::Part { label, .. } => RowKind::DataOrTotal { label: label.clone(), first: None },
            Base::DataUnlessSum(label) => match self.segment {
                Some(first) => RowKind::DataUnlessSum { label: label.clone(), first },
                None => self.data(row),
            },
            Base::Foot => {
                self.ended |= self.seen_data;
                RowKind::Footer
            }
            Base::Data if self.is_signature(index) => RowKind::Footer,
            Base::Data => self.data(row),
            Base::Group(_) | Base::NameOnly if self.is_next_line(index) => self.unsplit(index),
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
            if is_short && !is_noted && !self.ended && !is_apart {
                return RowKind::DataOrTotal { label: shown(name), first: None };
            }
        }
        if self.ended || is_last && self.seen_data && is_apart {
            return RowKind::Footer;
        }
        let is_label = facts.is_wide || has_enumerator(name) || is_place_label(name) && !self.custom.name_is_place;
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
