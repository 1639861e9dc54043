//! Reading one document: its source, the errors met so far, its tables and their
//! keys. A wrong one is an error and `None`; reading goes on, so that all errors
//! come in one run.

use super::error::{Expected, ProfileError, ProfileErrorKind};
use super::keys::{self, Keys};
use super::source::Source;
use crate::vocabulary::Slips;
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
