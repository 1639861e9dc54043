//! What each row below the headings is by itself, by the custom of its table.

use super::custom::Custom;
use super::facts::{Facts, shown};
use super::scanned::Scanned;
use crate::table::PartProof;
use crate::text::label::spelt_words;
use crate::text::lexicon::OWN_UNITS;
use crate::text::part::PartLabel;
use crate::text::phrase::{Summary, TotalPhrase, is_enumerator, is_foot, is_page_mark, is_place_label, summary};

/// What a row is by itself.
pub(crate) enum Base {
    Blank,
    Numbers,
    Repeat,
    Data,
    /// A name and nothing else.
    NameOnly,
    Group(String),
    Total(TotalPhrase, String),
    /// Its own formula sums the rows below it down to `last`: a group's label that carries the group's sum.
    SumOver {
        label: String,
        phrase: TotalPhrase,
        last: u32,
    },
    DataOrTotal(String),
    /// `Jumlah Gadingrejo`, without a number or key: a sum by its words, or somebody's name.
    PerhapsTotal(String),
    Nameless,
    /// `Total Sejahtera` of a kecamatan: somebody's name, unless its figures are a sum.
    DataUnlessSum(String),
    /// A part of the row above.
    Part {
        label: String,
        proof: PartProof,
        /// It has a key: its own, or that of the row above again.
        is_keyed: bool,
    },
    /// A line that did not come apart into its cells.
    Unsplit(String),
    /// Averages, shares, differences; the number of a printed page.
    Summary,
    /// `Maksimal`: a summary below the rows, a name among them.
    PerhapsSummary(String),
    /// `No | Nama Pengurus | Jabatan`: the headings of another table.
    OtherHeadings,
    /// A number and a name, where the others have more.
    NumberedName,
    /// Nothing but a key: whoever stood there has no name and no figure.
    LoneKey,
    /// `Contoh` where the others have their running number: it shows how a row is filled in.
    Example,
    Foot,
}

/// What a row is, seen by itself.
pub(crate) fn base(scanned: &Scanned, custom: &Custom) -> Base {
    let facts = match scanned {
        Scanned::Numbers(_) => return Base::Numbers,
        Scanned::Repeat(_) => return Base::Repeat,
        Scanned::Data(..) => return Base::Data,
        Scanned::Row(facts) => facts,
    };
    if !facts.is_something {
        return Base::Blank;
    }
    // Alone in its row it heads the rows below.
    if facts.is_example && facts.filled > 1 {
        return Base::Example;
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
    if let Some(year) = facts.lone_year.filter(|_| !custom.compares && !custom.has_key(facts)) {
        return Base::Group(year.to_string());
    }
    if figures == 0 && facts.texts.len() >= 2 && facts.number_text.is_some_and(is_number_heading) {
        return Base::OtherHeadings;
    }
    let label = facts.name.as_deref().or(facts.first_text.map(|(_, text)| text));
    if is_plain && facts.is_declared_total {
        return Base::Total(TotalPhrase::Whole, label.map(shown).unwrap_or_default());
    }
    if let Some(proof) = part_proof(facts, custom).filter(|_| figures > 0) {
        let is_keyed = custom.has_key(facts) && facts.part != Some(PartLabel::Stated);
        return Base::Part { label: label.map(shown).unwrap_or_default(), proof, is_keyed };
    }
    if let Some(name) = facts.name.as_deref().filter(|name| figures > 0 && custom.may_sum_up(facts, name)) {
        return Base::DataOrTotal(shown(name));
    }
    if let Some(last) = facts.sums_below.filter(|_| is_plain && !facts.sums_down) {
        let phrase = facts.total.as_ref().map_or(TotalPhrase::Plain, |(phrase, _)| *phrase);
        return Base::SumOver { label: label.map(shown).unwrap_or_default(), phrase, last };
    }
    if is_plain && figures == 0 && !facts.texts.is_empty() && facts.texts.iter().all(|text| is_page_mark(text)) {
        return Base::Summary;
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
    if (facts.sums_down || facts.sums_below.is_some()) && (is_plain || facts.name.is_some()) {
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

/// What it takes for a row to be a part of the row above: less where it stands without
/// a number and a key of its own, as the others have.
fn part_proof(facts: &Facts, custom: &Custom) -> Option<PartProof> {
    let is_plain = custom.is_plain(facts);
    let label = facts.part.filter(|_| !custom.marks_all);
    match label {
        Some(PartLabel::Stated | PartLabel::Marked) if is_plain => Some(PartProof::Label),
        Some(PartLabel::Lone) if is_plain && (custom.is_numbered || custom.is_keyed) => Some(PartProof::Label),
        Some(PartLabel::Doubtful) if is_plain => Some(PartProof::Sum),
        Some(PartLabel::Stated | PartLabel::Marked | PartLabel::Lone) => Some(PartProof::Sum),
        // A number within another's, among whole ones.
        _ if facts.is_sub_numbered && is_plain && custom.is_numbered && facts.name.is_some() => Some(PartProof::Sum),
        Some(PartLabel::Bare) if is_plain => None,
        Some(PartLabel::Doubtful | PartLabel::Bare) => Some(PartProof::SumOrData),
        None => None,
    }
}

/// What heads a column of running numbers.
fn is_number_heading(text: &str) -> bool {
    let words = spelt_words(text);
    matches!(words.iter().map(String::as_str).collect::<Vec<_>>().as_slice(), ["nomor"] | ["nomor", "urut"] | ["urut"])
}

/// A line of running words (`Terima kasih atas kerja samanya`) or of a list (`1) termasuk
/// unit simpan pinjam`), as notes are and names are not.
pub(crate) fn is_sentence(text: &str) -> bool {
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
        (phrase, true) if phrase != TotalPhrase::Whole && custom.lists_sums(facts, label) => Base::Data,
        (_, true) => Base::DataOrTotal(label.to_owned()),
        (TotalPhrase::Doubtful, false) if says_more => Base::DataUnlessSum(label.to_owned()),
        (TotalPhrase::Doubtful, false) => Base::PerhapsTotal(label.to_owned()),
        (_, false) if facts.figure_cells == 0 => Base::Group(label.to_owned()),
        (phrase, false) => Base::Total(phrase, label.to_owned()),
    }
}

fn named_base(facts: &Facts, name: &str, custom: &Custom, figures: usize) -> Base {
    let is_plain = custom.is_plain(facts);
    if facts.is_numbered && custom.is_full && facts.beside() == 0 {
        return Base::NumberedName;
    }
    if !is_plain {
        return Base::Data;
    }
    let is_customary = custom.is_numbered || custom.is_keyed;
    // `Kelompok Wanita Tani` of Purworejo is a row: the kecamatan beside it is not in its name.
    let own: Vec<String> = spelt_words(name);
    let says_more = facts.texts.iter().any(|text| spelt_words(text).iter().any(|word| !own.contains(word)));
    let is_group = is_place_label(name) && !custom.name_is_place && (is_customary || !says_more);
    let is_letter = |text: &str| is_enumerator(text.trim().trim_end_matches(['.', ')']));
    let is_lettered = !custom.is_lettered && facts.number_text.is_some_and(is_letter);
    let is_own_unit = || own.iter().all(|word| OWN_UNITS.contains(&word.as_str()));
    if is_plain && figures > 0 && (is_lettered || custom.is_numbered || custom.is_lettered) && is_own_unit() {
        // `Toko` without a mark, among numbered rows: only where all parts make up the row above; where all rows are lettered
        // one of them else.
        let proof = match (is_lettered, custom.is_lettered) {
            (true, _) => PartProof::Label,
            (false, true) => PartProof::SumOrData,
            (false, false) => PartProof::Sum,
        };
        return Base::Part { label: shown(name), proof, is_keyed: false };
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
