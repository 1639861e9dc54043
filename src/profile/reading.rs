//! Reading one document: its source, the errors met so far, and the kinds of
//! values every table is made of. A value of the wrong kind is an error and
//! `None`; reading goes on, so that all errors come in one run.

use super::error::{Expected, NameTrouble, ProfileError, ProfileErrorKind};
use super::keys::{self, Keys};
use super::number::{NumberTrouble, parse_value};
use super::source::Source;
use super::{Written, names};
use crate::vocabulary::{Slips, Tanggal, Year, is_misleading};
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::ops::Range;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub(super) struct Reading<'a> {
    pub(super) source: Source<'a>,
    /// The office's folder, where there is one.
    pub(super) folder: Option<&'a Path>,
    pub(super) errors: Vec<ProfileError>,
    /// What all slips of the profile may cost.
    pub(super) slips: Slips,
}

/// A value with its key's name and its place.
#[derive(Clone)]
pub(super) struct Item<'a> {
    pub(super) kunci: String,
    pub(super) value: &'a DeValue<'a>,
    pub(super) key_span: Range<usize>,
    pub(super) span: Range<usize>,
    pub(super) contoh: String,
}

/// A table with fixed keys.
pub(super) struct Section<'a> {
    pub(super) keys: &'static Keys,
    table: &'a DeTable<'a>,
    /// Keys that an unknown key of this table most likely means: they are not
    /// reported as missing too.
    misspelt: Vec<String>,
    /// The heading.
    pub(super) span: Range<usize>,
}

/// Bytes of the longest text: no page has room for more.
pub const LONGEST_TEXT: usize = 32_767;

/// So many mistakes are told: who mends them sees the rest in the next run.
pub(crate) const MOST_ERRORS: usize = 200;

/// What `iku siapkan` writes where the office has to.
pub(super) const UNFILLED: char = '…';

impl<'a> Section<'a> {
    /// Whether an unknown key here most likely means this one.
    pub(super) fn misspelt(&self, key: &str) -> bool {
        self.misspelt.iter().any(|word| word == key)
    }

    pub(super) fn get(&self, key: &'static str) -> Option<Item<'a>> {
        debug_assert!(self.keys.has(key), "{key} is not declared in keys.rs");
        let (name, value) = self.table.get_key_value(key)?;
        Some(Item {
            kunci: key.to_owned(),
            value: value.get_ref(),
            key_span: name.span(),
            span: value.span(),
            contoh: self.keys.example(key),
        })
    }
}

impl<'a> Item<'a> {
    /// An item of this one (of a list, of a table with free names).
    fn inner(&self, kunci: String, value: &'a Spanned<DeValue<'a>>, key_span: Range<usize>) -> Item<'a> {
        Item { kunci, value: value.get_ref(), key_span, span: value.span(), contoh: self.contoh.clone() }
    }
}

/// Keys whose texts the program prints or computes by.
const SHOWN: [&str; 7] = ["nama", "daerah", "judul", "rumus", "sebutan", "satuan", "uraian"];

impl<'a> Reading<'a> {
    pub(super) fn error(&mut self, span: Range<usize>, kind: ProfileErrorKind) {
        if self.errors.len() >= MOST_ERRORS {
            return;
        }
        let (line, column) = self.source.locate(span.start);
        let length = self.source.length(span);
        self.errors.push(ProfileError { line, column, length, kind });
    }

    /// What was meant, as long as errors are told and steps are left.
    pub(super) fn nearest<'c>(&self, word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
        if self.errors.len() < MOST_ERRORS { self.slips.nearest(word, candidates) } else { None }
    }

    pub(super) fn line(&self, span: &Range<usize>) -> u32 {
        self.source.locate(span.start).0
    }

    /// The document's root as a section.
    pub(super) fn root(&mut self, table: &'a DeTable<'a>) -> Section<'a> {
        self.section_of(&keys::ROOT, table, 0..0)
    }

    /// A table with fixed keys; every other key in it is an error.
    pub(super) fn section(&mut self, keys: &'static Keys, item: &Item<'a>) -> Option<Section<'a>> {
        match item.value {
            DeValue::Table(table) => Some(self.section_of(keys, table, item.span.clone())),
            _ => {
                self.wrong_type(item, Expected::Table);
                None
            }
        }
    }

    fn section_of(&mut self, keys: &'static Keys, table: &'a DeTable<'a>, span: Range<usize>) -> Section<'a> {
        let mut misspelt = Vec::new();
        for name in table.keys().filter(|name| !keys.has(name.get_ref())) {
            let kunci = name.get_ref().to_string();
            let names = || keys.known.iter().map(|key| key.name);
            let mirip = self.nearest(&kunci, names()).or_else(|| the_only_longer(&kunci, names())).map(str::to_owned);
            let milik = belongs(&kunci, keys);
            let tabel = keys.table.to_owned();
            misspelt.extend(mirip.clone());
            self.error(name.span(), ProfileErrorKind::UnknownKey { kunci, tabel, mirip, milik });
        }
        Section { keys, table, misspelt, span }
    }

    /// A key that must be there.
    pub(super) fn required(&mut self, section: &Section<'a>, key: &'static str) -> Option<Item<'a>> {
        let item = section.get(key);
        if item.is_none() && !section.misspelt(key) {
            let (kunci, tabel) = (key.to_owned(), section.keys.table.to_owned());
            let contoh = section.keys.example(key);
            self.error(section.span.clone(), ProfileErrorKind::MissingKey { kunci, tabel, contoh });
            if let Some(error) = self.errors.last_mut().filter(|_| section.keys.table.is_empty()) {
                // A missing part has no line to underline.
                error.length = 0;
            }
        }
        item
    }

    pub(super) fn wrong_type(&mut self, item: &Item<'_>, expected: Expected) {
        let (kunci, contoh) = (item.kunci.clone(), item.contoh.clone());
        let found = kind_of(item.value);
        self.error(item.span.clone(), ProfileErrorKind::WrongType { kunci, expected, found, contoh });
    }

    /// The entries of a table with free names, in the file's order.
    pub(super) fn entries(&mut self, item: &Item<'a>, expected: Expected) -> Vec<Item<'a>> {
        let DeValue::Table(table) = item.value else {
            self.wrong_type(item, expected);
            return Vec::new();
        };
        let mut entries: Vec<Item<'a>> =
            table.iter().map(|(name, value)| item.inner(name.get_ref().to_string(), value, name.span())).collect();
        entries.sort_by_key(|entry| entry.key_span.start);
        entries
    }

    /// The tables of `[[name]]`.
    pub(super) fn tables(&mut self, item: &Item<'a>) -> Vec<Item<'a>> {
        match item.value {
            DeValue::Array(array) => array.iter().map(|value| item.inner(item.kunci.clone(), value, value.span())).collect(),
            _ => {
                self.wrong_type(item, Expected::TableList);
                Vec::new()
            }
        }
    }

    /// The items of a list.
    pub(super) fn list(&mut self, item: &Item<'a>, expected: Expected) -> Option<Vec<Item<'a>>> {
        match item.value {
            DeValue::Array(array) => {
                Some(array.iter().map(|value| item.inner(item.kunci.clone(), value, value.span())).collect())
            }
            _ => {
                self.wrong_type(item, expected);
                None
            }
        }
    }

    /// A text as it stands there, control characters refused.
    pub(super) fn text(&mut self, item: &Item<'a>) -> Option<String> {
        let DeValue::String(text) = item.value else {
            self.wrong_type(item, Expected::Text);
            return None;
        };
        self.clean(item, text)
    }

    fn clean(&mut self, item: &Item<'_>, text: &str) -> Option<String> {
        let is_refused = |c: char| match c {
            '\n' | '\t' | '\r' => false,
            // A text that stands on pages and in formulas turns or hides nothing; what is to be found in a workbook may.
            c => c.is_control() || is_misleading(c) && SHOWN.contains(&item.kunci.rsplit('.').next().unwrap_or_default()),
        };
        if text.chars().any(is_refused) {
            self.error(item.span.clone(), ProfileErrorKind::ControlCharacter { kunci: item.kunci.clone() });
            return None;
        }
        Some(text.to_owned())
    }

    /// A text that is not blank.
    pub(super) fn filled(&mut self, item: &Item<'a>) -> Option<String> {
        let text = self.text(item)?;
        if text.trim().is_empty() {
            self.blank(item);
            return None;
        }
        Some(text)
    }

    pub(super) fn blank(&mut self, item: &Item<'_>) {
        let kind = ProfileErrorKind::Blank { kunci: item.kunci.clone(), contoh: item.contoh.clone() };
        self.error(item.span.clone(), kind);
    }

    /// A required text: missing and blank are errors; empty then.
    pub(super) fn required_text(&mut self, section: &Section<'a>, key: &'static str) -> String {
        self.required(section, key).and_then(|item| self.filled(&item)).unwrap_or_default()
    }

    /// A required text that stands over or under the report: `…`, as a new
    /// profile has it, is not filled in yet.
    pub(super) fn printed_text(&mut self, section: &Section<'a>, key: &'static str) -> String {
        let text = self.required_text(section, key);
        if let Some(item) = section.get(key).filter(|_| text.contains(UNFILLED)) {
            self.unfilled(&item);
        }
        text
    }

    pub(super) fn unfilled(&mut self, item: &Item<'a>) {
        let text = self.source.text.get(item.span.clone()).unwrap_or_default();
        let at = text.find(UNFILLED).map(|at| item.span.start + at);
        let span = at.map_or(item.span.clone(), |at| at..at + UNFILLED.len_utf8());
        self.error(span, ProfileErrorKind::Unfilled { kunci: item.kunci.clone() });
    }

    /// A text that may be left out or blank.
    pub(super) fn optional_text(&mut self, section: &Section<'a>, key: &'static str) -> Option<String> {
        let text = section.get(key).and_then(|item| self.text(&item))?;
        (!text.trim().is_empty()).then_some(text)
    }

    /// One text or a list of texts, none of them blank.
    pub(super) fn texts(&mut self, item: &Item<'a>) -> Vec<Written> {
        let items = match item.value {
            DeValue::String(_) => vec![item.clone()],
            _ => self.list(item, Expected::TextOrList).unwrap_or_default(),
        };
        if items.is_empty() && item.value.is_array() {
            self.blank(item);
        }
        items.iter().filter_map(|item| self.written(item)).collect()
    }

    /// Like [`texts`](Self::texts), but a blank text or an empty list is none.
    pub(super) fn optional_texts(&mut self, section: &Section<'a>, key: &'static str) -> Vec<String> {
        let Some(item) = section.get(key) else { return Vec::new() };
        let nothing = match item.value {
            DeValue::String(text) => text.trim().is_empty(),
            DeValue::Array(array) => array.is_empty(),
            _ => false,
        };
        if nothing { Vec::new() } else { self.texts(&item).into_iter().map(|written| written.text).collect() }
    }

    /// A filled text with the place of its first character.
    pub(super) fn written(&mut self, item: &Item<'a>) -> Option<Written> {
        let text = self.filled(item)?;
        let raw = self.source.text.get(item.span.clone()).unwrap_or("");
        let quotes = match raw {
            raw if raw.starts_with("\"\"\"") || raw.starts_with("'''") => {
                let inside = &raw[3..];
                // TOML drops a line break right after the opening quotes.
                3 + if inside.starts_with("\r\n") { 2 } else { usize::from(inside.starts_with('\n')) }
            }
            _ => 1,
        };
        let (line, column) = self.source.locate(item.span.start + quotes);
        Some(Written { text, line, column })
    }

    pub(super) fn yes_no(&mut self, section: &Section<'a>, key: &'static str, default: bool) -> bool {
        let Some(item) = section.get(key) else { return default };
        item.value.as_bool().unwrap_or_else(|| {
            self.wrong_type(&item, Expected::YesNo);
            default
        })
    }

    /// A number: TOML's or an Indonesian text.
    pub(super) fn number(&mut self, item: &Item<'a>) -> Option<Decimal> {
        match parse_value(item.value) {
            Some(Ok(number)) => Some(number),
            Some(Err(trouble)) => {
                self.number_trouble(item, trouble);
                None
            }
            None => {
                self.wrong_type(item, Expected::Number);
                None
            }
        }
    }

    pub(super) fn number_trouble(&mut self, item: &Item<'a>, trouble: NumberTrouble) {
        let found = self.source.text.get(item.span.clone()).unwrap_or("").to_owned();
        if found.contains(UNFILLED) {
            return self.unfilled(item);
        }
        self.error(item.span.clone(), ProfileErrorKind::Number { kunci: item.kunci.clone(), found, trouble });
    }

    pub(super) fn out_of_range(&mut self, item: &Item<'_>, least: impl ToString, most: impl ToString) {
        let found = self.source.text.get(item.span.clone()).unwrap_or("").to_owned();
        let (least, most) = (least.to_string(), most.to_string());
        self.error(item.span.clone(), ProfileErrorKind::OutOfRange { kunci: item.kunci.clone(), found, least, most });
    }

    /// A whole number within bounds, both included.
    pub(super) fn whole(&mut self, item: &Item<'a>, least: u64, most: u64) -> Option<u64> {
        let number = self.number(item)?;
        if !number.is_integer() {
            self.wrong_type(item, Expected::Whole);
            return None;
        }
        let whole = u64::try_from(number).ok().filter(|whole| (least..=most).contains(whole));
        if whole.is_none() {
            self.out_of_range(item, least, most);
        }
        whole
    }

    /// A year as a number or a text of four digits.
    pub(super) fn year(&mut self, item: &Item<'_>) -> Option<Year> {
        let found = match item.value {
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().to_owned(),
            DeValue::String(text) => text.to_string(),
            _ => {
                self.wrong_type(item, Expected::Whole);
                return None;
            }
        };
        let year = Year::parse(&found);
        if year.is_none() {
            self.error(item.span.clone(), ProfileErrorKind::NotYear { kunci: item.kunci.clone(), found });
        }
        year
    }

    /// The year that a key of a table such as `target` names.
    pub(super) fn year_key(&mut self, table: &str, entry: &Item<'_>) -> Option<Year> {
        // Blanks around the digits would let one year stand twice.
        let year = Year::parse(&entry.kunci).filter(|_| entry.kunci.len() == 4);
        if year.is_none() {
            let (kunci, found) = (table.to_owned(), entry.kunci.clone());
            self.error(entry.key_span.clone(), ProfileErrorKind::NotYear { kunci, found });
        }
        year
    }

    /// A date: TOML's own, without a time, or the same as a text.
    pub(super) fn date(&mut self, item: &Item<'_>) -> Option<Tanggal> {
        let text: Cow<'_, str> = match item.value {
            DeValue::Datetime(moment) if moment.time.is_none() && moment.offset.is_none() => moment.to_string().into(),
            DeValue::String(text) => text.as_ref().into(),
            _ => {
                self.wrong_type(item, Expected::Date);
                return None;
            }
        };
        let date = Tanggal::parse_iso(&text).filter(|date| (1900..=2999).contains(&date.year));
        if date.is_none() {
            let (kunci, found) = (item.kunci.clone(), text.into_owned());
            self.error(item.span.clone(), ProfileErrorKind::NotDate { kunci, found });
        }
        date
    }

    /// One of a few words, whatever their case.
    pub(super) fn choice<T: Clone>(&mut self, item: &Item<'a>, choices: &[(&str, T)]) -> Option<T> {
        let text = self.filled(item)?;
        let found = text.trim();
        if let Some((_, value)) = choices.iter().find(|(word, _)| word.eq_ignore_ascii_case(found)) {
            return Some(value.clone());
        }
        let words = || choices.iter().map(|(word, _)| *word).filter(|word| !word.is_empty());
        let kind = ProfileErrorKind::UnknownChoice {
            kunci: item.kunci.clone(),
            found: found.to_owned(),
            mirip: self.nearest(found, words()).map(str::to_owned),
            choices: words().map(str::to_owned).collect(),
        };
        self.error(item.span.clone(), kind);
        None
    }

    /// Whether a name can stand in a formula; the error points at `span`.
    pub(super) fn check_name(&mut self, kunci: &str, name: &str, span: Range<usize>) -> bool {
        let trouble = match names::check(name) {
            Ok(()) => return true,
            Err(trouble) => trouble,
        };
        let suggestion = (trouble == NameTrouble::Characters).then(|| names::tidy(name)).flatten();
        let (kunci, name) = (kunci.to_owned(), name.to_owned());
        self.error(span, ProfileErrorKind::Name { kunci, name, trouble, suggestion });
        false
    }
}

/// The one known name that goes on where this one ends: `memori` is short for `memori_mib`.
fn the_only_longer<'k>(kunci: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let mut longer = known.filter(|name| name.strip_prefix(kunci).is_some_and(|rest| rest.starts_with('_')));
    longer.next().filter(|_| longer.next().is_none())
}

/// The table that knows a misplaced key: the one that this table stands in, or
/// the only one.
fn belongs(kunci: &str, keys: &Keys) -> Option<String> {
    let bare = |table: &str| table.trim_matches(['[', ']']).to_owned();
    let here = bare(keys.table);
    let others: Vec<&Keys> = keys::ALL.iter().filter(|other| other.has(kunci) && other.table != keys.table).collect();
    let around = others.iter().find(|other| !other.table.is_empty() && here.starts_with(&bare(other.table)));
    let only = if others.len() == 1 { others.first() } else { None };
    around.or(only).map(|other| other.table.to_owned())
}

fn kind_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "teks",
        DeValue::Integer(_) => "bilangan",
        DeValue::Float(_) => "bilangan desimal",
        DeValue::Boolean(_) => "true/false",
        DeValue::Datetime(_) => "tanggal atau jam",
        DeValue::Array(array) if array.iter().next().is_some_and(|item| item.get_ref().is_table()) => "daftar tabel",
        DeValue::Array(_) => "daftar",
        DeValue::Table(_) => "tabel",
    }
}
