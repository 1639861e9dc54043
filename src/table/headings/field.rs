//! Which wanted field a column's path of labels is: by its words exactly, by its
//! place under its parents, or nearly; in doubt none. Refusing a column costs a
//! line in the profile, taking a wrong one costs a wrong figure.

use super::words::{Vocabulary, is_generic_label, is_qualifier, is_structural, is_sum};
use crate::profile::Arti;
use crate::table::{Expect, Hints, Wanted};
use crate::text::heading::BOTH_SEXES;
use crate::text::heading::{Heading, aside, may_state_unit};
use crate::text::label::{likeness, spelt_words, words};
use crate::text::lexicon::{ABOUT, ABOUT_MARKS, ABOUT_PEOPLE, BEYOND_A_YEAR, GENERAL, OF_THE_YEAR};
use crate::text::period::is_whole_year;
use crate::text::phrase::is_enumerator;
use crate::vocabulary::Year;
use std::collections::{BTreeMap, BTreeSet};

/// How well a path fits a field, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Rank {
    Declared,
    Exact,
    Near,
}

/// A field that a path fits, by its index in the wanted list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Fit {
    pub field: usize,
    pub rank: Rank,
    /// The alias it fits.
    pub alias: String,
}

/// What paths were already told to fit, by the cells they are made of.
pub(crate) type Told = BTreeMap<Vec<u32>, Vec<Fit>>;

/// The wanted fields, ready to match.
pub(crate) struct Fields<'a> {
    pub wanted: &'a [Wanted],
    fields: Vec<Field>,
    vocabulary: Vocabulary,
    hints: &'a Hints,
}

struct Field {
    aliases: Vec<Alias>,
    /// Words of the field's name and of all its aliases.
    words: BTreeSet<String>,
}

struct Alias {
    text: String,
    /// The words of each step of its path; a bare alias has one step.
    path: Vec<Vec<String>>,
    /// The letters of its last step: words that are the same are as long.
    length: usize,
    /// Its words as written, run together.
    whole: String,
}

impl Alias {
    fn leaf(&self) -> &[String] {
        self.path.last().map_or(&[], Vec::as_slice)
    }
}

/// The steps of a column's path, and what every field compares with them.
struct Path {
    steps: Vec<Vec<String>>,
    leaf: Label,
    /// The leaf with its parents, read together: one of them, two, and so on.
    together: Vec<Label>,
    /// Words of the parents that make another thing of the leaf.
    qualifiers: Vec<String>,
    leaf_is_sum: bool,
}

/// Words that may be a field's alias.
struct Label {
    words: Vec<String>,
    length: usize,
    /// Without their `Jumlah`, if there is one.
    less: Option<Vec<String>>,
}

impl Label {
    fn of(words: Vec<String>) -> Self {
        let less = without_sum(&words);
        let less = (less.len() < words.len()).then(|| less.to_vec());
        Self { length: length(&words), less, words }
    }
}

impl Path {
    /// None for a path without steps.
    fn of(steps: Vec<Vec<String>>) -> Option<Self> {
        let (leaf, parents) = steps.split_last()?;
        let together = (0..parents.len()).rev().map(|first| Label::of(steps[first..].concat())).collect();
        let qualifiers = parents.iter().flatten().filter(|word| is_qualifier(word)).cloned().collect();
        let is_of_year = |word: &String| is_sum(word) || OF_THE_YEAR.contains(&word.as_str());
        let is_bare_sum = leaf.iter().all(is_of_year) && leaf.iter().any(|word| is_sum(word) || word == "setahun");
        let (leaf_is_sum, leaf) = (is_bare_sum, Label::of(leaf.clone()));
        Some(Self { leaf, together, qualifiers, leaf_is_sum, steps })
    }
}

impl Path {
    fn with_leaf(&self, leaf: Vec<String>) -> Option<Self> {
        let (_, parents) = self.steps.split_last()?;
        Path::of(parents.iter().cloned().chain([leaf]).collect())
    }
}

impl<'a> Fields<'a> {
    pub fn new(wanted: &'a [Wanted], hints: &'a Hints) -> Self {
        let mut vocabulary = Vocabulary::default();
        let fields = wanted
            .iter()
            .enumerate()
            .map(|(index, want)| {
                let mut known: BTreeSet<String> = spelt_words(&want.isian).into_iter().collect();
                let aliases: Vec<Alias> = want.aliases.iter().map(|alias| read_alias(alias)).collect();
                for alias in &aliases {
                    vocabulary.add_written(&words(&alias.text), index);
                    for step in &alias.path {
                        vocabulary.add(step, index);
                        known.extend(step.iter().cloned());
                    }
                }
                Field { aliases, words: known }
            })
            .collect();
        Self { wanted, fields, vocabulary, hints }
    }

    /// What the profile says that a label means.
    pub fn arti(&self, label: &Heading) -> Option<Arti> {
        Arti::of(&self.hints.arti, &label.text)
    }

    /// Whether a label over a field's heading leaves what it counts as it is: each of
    /// its words is the field's own, the table's, or says what kind of data follows.
    pub fn is_plain_over(&self, field: usize, label: &Heading) -> bool {
        let own = &self.fields[field].words;
        let words = &label.words;
        if self.arti(label) == Some(Arti::Biasa) || super::words::is_lone_mark(words) {
            return true;
        }
        let is_people = self.wanted[field].expect == Expect::Number;
        let is_mark = matches!(self.wanted[field].expect, Expect::Mark | Expect::Date);
        let is_of_year = |word: &str| label.period.is_some() || !BEYOND_A_YEAR.contains(&word);
        let among = |word: &str| {
            ABOUT.contains(&word) && is_of_year(word)
                || self.hints.own_words.contains(word)
                || is_people && ABOUT_PEOPLE.contains(&word)
                || is_mark && ABOUT_MARKS.contains(&word)
        };
        // A slip of the finger in a longer word.
        let is_slip = |word: &str| {
            let lists = ABOUT.iter().copied().filter(|known| is_of_year(known)).chain(own.iter().map(String::as_str));
            word.len() >= 6
                && word.chars().all(char::is_alphabetic)
                && lists.into_iter().any(|known| likeness(word, known) >= 850)
        };
        let is_general = words.iter().any(|word| GENERAL.contains(&word.as_str()));
        words.iter().enumerate().all(|(at, word)| {
            at == 0 && words.len() > 1 && (is_enumerator(word) || word.bytes().all(|byte| byte.is_ascii_digit()))
                || own.contains(word)
                || among(word)
                || is_general && word == "umum"
                || is_slip(word)
        })
    }

    /// The fields that a column would be by its own heading alone, whatever stands over it.
    pub fn fits_alone(&self, leaf: &Heading) -> Vec<usize> {
        if leaf.is_bare() || is_generic_label(&leaf.words) {
            return Vec::new();
        }
        let fits = self.fits(&[leaf]).into_iter();
        fits.filter(|fit| self.is_counted(fit.field)).map(|fit| fit.field).collect()
    }

    /// Whether a field's cells are counted or summed.
    pub fn is_counted(&self, field: usize) -> bool {
        self.wanted[field].expect != Expect::Text
    }

    /// Whether a label alone is a heading of some field (or a step of a field's path).
    pub fn is_known(&self, heading: &Heading) -> bool {
        let is_dated = |field: &Field| field.aliases.iter().any(|alias| is_dated(alias, &[heading]));
        if heading.period.is_some() && self.fields.iter().any(is_dated) {
            return true;
        }
        !heading.is_bare()
            && (self.vocabulary.has_label(&heading.words)
                || self.vocabulary.has_label(without_sum(&heading.words))
                || self.fields.iter().any(|field| field.aliases.iter().any(|alias| alias.whole == heading.whole)))
    }

    /// Whether a label is a heading of some field, or nearly.
    pub fn is_nearly_known(&self, heading: &Heading) -> bool {
        self.is_known(heading)
            || self
                .vocabulary
                .repair(&heading.words)
                .is_some_and(|repaired| self.vocabulary.has_label(&repaired) || self.vocabulary.has_label(without_sum(&repaired)))
    }

    /// The fields that a path fits, each at its best rank.
    pub fn fits(&self, path: &[&Heading]) -> Vec<Fit> {
        let labels: Vec<&Heading> = path.iter().copied().filter(|heading| !heading.is_bare()).collect();
        let mut fits = Vec::new();
        for (index, field) in self.fields.iter().enumerate().filter(|(index, _)| self.wanted[*index].declared) {
            if let Some(alias) = field.aliases.iter().find(|alias| is_dated(alias, path)) {
                fits.push(Fit { field: index, rank: Rank::Declared, alias: alias.text.clone() });
            }
        }
        let Some(leaf) = labels.last().filter(|_| fits.is_empty()) else { return fits };
        let steps: Vec<Vec<String>> = labels.iter().map(|heading| heading.words.clone()).collect();
        let mended = self.mended(&steps, leaf).and_then(Path::of);
        let Some(own) = Path::of(steps) else { return Vec::new() };
        for (index, (want, field)) in self.wanted.iter().zip(&self.fields).enumerate() {
            if want.declared {
                if let Some(alias) = field.aliases.iter().find(|alias| is_declared(alias, path, leaf)) {
                    fits.push(Fit { field: index, rank: Rank::Declared, alias: alias.text.clone() });
                }
                continue;
            }
            if let Some(alias) = self.exact(index, &own) {
                fits.push(Fit { field: index, rank: Rank::Exact, alias: alias.text.clone() });
            } else if let Some(alias) = own_aside(want, field, leaf).and_then(|words| self.exact(index, &own.with_leaf(words)?)) {
                fits.push(Fit { field: index, rank: Rank::Exact, alias: alias.text.clone() });
            } else if let Some(alias) = mended.as_ref().and_then(|mended| self.exact(index, mended)) {
                fits.push(Fit { field: index, rank: Rank::Near, alias: alias.text.clone() });
            }
        }
        fits
    }

    /// The path with slips of the finger mended, if there were any.
    fn mended(&self, steps: &[Vec<String>], leaf: &Heading) -> Option<Vec<Vec<String>>> {
        if leaf.words.concat().chars().count() < 4 && steps.len() == 1 {
            return None;
        }
        let mended: Vec<Option<Vec<String>>> = steps.iter().map(|step| self.vocabulary.repair(step)).collect();
        mended
            .iter()
            .any(Option::is_some)
            .then(|| mended.into_iter().zip(steps).map(|(mended, step)| mended.unwrap_or_else(|| step.clone())).collect())
    }

    /// The field's alias that these words are, under parents that allow it.
    fn exact(&self, index: usize, path: &Path) -> Option<&Alias> {
        let field = &self.fields[index];
        let want = &self.wanted[index];
        let (leaf, parents) = path.steps.split_last()?;
        let is_amount = matches!(want.expect, Expect::Money | Expect::Number);
        let countable = !matches!(want.expect, Expect::Text | Expect::Date);
        if path.qualifiers.iter().any(|word| !field.words.contains(word)) {
            return None;
        }
        // A path alias: its steps in order, the last one the leaf.
        let mut paths = field.aliases.iter().filter(|alias| alias.length == path.leaf.length && alias.path.len() > 1);
        if let Some(alias) = paths.find(|alias| follows(&alias.path, &path.steps)) {
            return Some(alias);
        }
        let bare = |words: &[String], length: usize| {
            let mut alike = field.aliases.iter().filter(|alias| alias.length == length && alias.path.len() == 1);
            alike.find(|alias| same_words(alias.leaf(), words))
        };
        let label = |label: &Label| {
            let without_sum = || if countable { label.less.as_deref().and_then(|less| bare(less, length(less))) } else { None };
            bare(&label.words, label.length).or_else(without_sum)
        };
        // Parent and leaf read together: `Modal / Sendiri`, `Badan Hukum / Nomor`.
        let found = path.together.iter().find_map(label);
        if found.is_some() {
            return found;
        }
        // `Jumlah` under a heading that is the field itself.
        if path.leaf_is_sum {
            let parent = parents.iter().rev().find(|parent| !parent.iter().all(|word| is_sum(word)));
            return match parent {
                Some(parent) if is_amount => bare(without_sum(parent), length(without_sum(parent))),
                _ => None,
            };
        }
        label(&path.leaf).filter(|_| self.parents_allow(index, leaf, parents))
    }

    /// Whether a leaf under these parents still means the field its words name:
    /// `Aktif` under `Koperasi` does, under `Anggota` it is another thing.
    fn parents_allow(&self, index: usize, leaf: &[String], parents: &[Vec<String>]) -> bool {
        let field = &self.fields[index];
        let generic = is_generic_label(leaf);
        parents.iter().all(|parent| {
            let telling: Vec<&String> = parent.iter().filter(|word| !is_structural(word)).collect();
            if telling.is_empty() || telling.iter().any(|word| field.words.contains(*word)) {
                return true;
            }
            let mut owners = self.wanted.iter().zip(&self.fields).enumerate().filter(|(other, (_, owner))| {
                *other != index
                    && owner.aliases.iter().any(|alias| alias.path.len() == 1 && same_words(alias.leaf(), without_sum(parent)))
            });
            if !generic {
                return owners.all(|(_, (owner, _))| owner.expect == Expect::Text);
            }
            let is_status =
                leaf.iter().any(|word| word.contains("aktif") || word == "pasif" || word == "akt" || word == "nonakt");
            is_status && owners.any(|(_, (owner, _))| owner.expect == Expect::Text)
        })
    }
}

/// The words of a heading before parentheses that say the same of a field once more (`Nomor Induk Berusaha (NIB)`), or
/// nothing that makes it another (`NIK (16 digit)`, `Jumlah Anggota (L+P)`, `Kecamatan (Lokasi Usaha)`).
fn own_aside(want: &Wanted, field: &Field, leaf: &Heading) -> Option<Vec<String>> {
    let (before, inner) = aside(&leaf.text)?;
    let own = words(inner);
    let spelt = spelt_words(inner);
    let is_alias = || field.aliases.iter().any(|alias| alias.path.len() == 1 && same_words(alias.leaf(), &spelt));
    let is = |list: &[&str]| !own.is_empty() && own.iter().all(|word| list.contains(&word.as_str()));
    let is_plain = || match &*want.isian {
        "nik" | "nik_koperasi" | "nib" | "npwp" => is(&["13", "15", "16", "digit", "angka"]) || is(&["sesuai", "ktp"]),
        "nama_pemilik" => is(&["sesuai", "ktp"]),
        "kecamatan" | "kelurahan" | "alamat" => is(&["lokasi", "tempat", "alamat", "usaha"]),
        _ if matches!(want.expect, Expect::Money | Expect::Number) && is(&["realisasi"]) => true,
        _ => want.expect == Expect::Number && own == ["l", "p"] && inner.contains('+'),
    };
    let heading = Heading::read(before);
    (is_abbreviation(&own, before) || is_alias() || is_plain()).then_some(heading.words)
}

/// Whether a word is made of the first letters of the words before it, or of the last of them: `BH` of `Nomor Badan Hukum`.
fn is_abbreviation(own: &[String], before: &str) -> bool {
    let [own] = own else { return false };
    let letters: String = words(before).iter().filter_map(|word| word.chars().next()).collect();
    own.chars().count() >= 2 && letters.ends_with(own.as_str())
}

fn read_alias(text: &str) -> Alias {
    let spelt = |step: &str| if step == BOTH_SEXES { vec![step.to_owned()] } else { spelt_words(step) };
    let mut path: Vec<Vec<String>> = text.split(" / ").map(spelt).filter(|step| !step.is_empty()).collect();
    // A bare alias that states its unit (`omset (rp)`) is the same without it.
    if path.len() == 1 && may_state_unit(text, &path[0]) {
        let heading = Heading::read(text);
        if heading.unit.is_some() && !heading.is_bare() {
            path = vec![heading.words];
        }
    }
    let length = path.last().map_or(0, |leaf| length(leaf));
    Alias { text: text.to_owned(), path, length, whole: words(text).concat() }
}

/// What stands for each year in a heading that the profile names.
const YEAR: &str = "{tahun}";

/// A heading that comes once a year: `{tahun}` over `2019`, `2020`, `2021`; `Jumlah {tahun}`.
fn is_dated(alias: &Alias, path: &[&Heading]) -> bool {
    let Some(leaf) = path.last().filter(|_| alias.text.contains(YEAR)) else { return false };
    let Some(period) = leaf.period.as_ref() else { return false };
    let is_to_the_letter = |year: Year| {
        let wanted = words(&alias.text.replace(YEAR, &year.to_string())).concat();
        let mut suffix = String::new();
        // `Nilai Usaha (Rp) / Th. {tahun}`: the parents, and the leaf below them.
        path.iter().rev().any(|heading| {
            suffix.insert_str(0, &heading.whole);
            suffix == wanted
        })
    };
    // `Tahun 2021`, `Th. 21`, `2021*)` are that year too; `Juni 2021` is a part of it.
    let beside: Vec<String> =
        spelt_words(&alias.text.replace(YEAR, " ")).into_iter().filter(|word| !is_whole_year(word)).collect();
    period.year.is_some_and(is_to_the_letter) || period.year.is_some() && !period.is_part() && beside == leaf.words
}

/// A heading that the profile names: the leaf or the whole path, as written or
/// without its unit and period.
fn is_declared(alias: &Alias, path: &[&Heading], leaf: &Heading) -> bool {
    if alias.whole.is_empty() || alias.text.contains(YEAR) {
        return false;
    }
    let mut suffix = String::new();
    for heading in path.iter().rev() {
        suffix.insert_str(0, &heading.whole);
        if suffix == alias.whole {
            return true;
        }
    }
    let spelt = alias.path.concat().concat();
    let mut suffix = String::new();
    for heading in path.iter().rev() {
        suffix.insert_str(0, &heading.joined());
        if suffix == spelt && !heading.is_bare() {
            return true;
        }
    }
    leaf.whole == alias.whole
}

/// Whether the alias path's steps stand in this order in the path, the last at its end.
fn follows(alias: &[Vec<String>], steps: &[Vec<String>]) -> bool {
    let (Some((alias_leaf, alias_parents)), Some((leaf, parents))) = (alias.split_last(), steps.split_last()) else {
        return false;
    };
    let mut rest = parents.iter();
    same_words(alias_leaf, leaf)
        && alias_parents.iter().all(|step| rest.any(|parent| same_words(step, parent) || same_words(step, without_sum(parent))))
}

/// The letters of words, in bytes.
fn length(words: &[String]) -> usize {
    words.iter().map(String::len).sum()
}

/// The same words in any order, or the same letters in order (`nmkop`, `Vol ume`).
fn same_words(a: &[String], b: &[String]) -> bool {
    // Whatever order they come in, the same words are as long: most pairs end here.
    if a.is_empty() || b.is_empty() || length(a) != length(b) {
        return false;
    }
    a == b
        || a.concat() == b.concat()
        || a.len() == b.len() && a.len() <= 8 && {
            let (mut a, mut b): (Vec<&String>, Vec<&String>) = (a.iter().collect(), b.iter().collect());
            a.sort();
            b.sort();
            a == b
        }
}

/// `Jumlah Karyawan` without its `Jumlah`.
fn without_sum(words: &[String]) -> &[String] {
    match words {
        [first, rest @ ..] if !rest.is_empty() && is_sum(first) && first != "nilai" => rest,
        [rest @ .., last] if !rest.is_empty() && is_sum(last) && last != "nilai" => rest,
        _ => words,
    }
}
