//! The package's parts: read where they must change, copied as packed where not.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// A part that is rewritten must fit here; larger ones are left to the copy of values.
const LARGEST: u64 = 256 << 20;
/// What all parts together may unpack to.
const LARGEST_WHOLE: u64 = 1 << 30;

/// An office's package, and what of it changes.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Lower-case names, as Excel compares them, to the names as they are.
    names: BTreeMap<String, String>,
    changed: BTreeMap<String, String>,
    added: Vec<(String, String)>,
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut names = BTreeMap::new();
        for name in zip.file_names() {
            let name = name.ok()?.into_owned();
            // A name that readers must mend first is no package to write into.
            if name.contains('\\') || name.starts_with('/') || names.insert(name.to_lowercase(), name).is_some() {
                return None;
            }
        }
        Some(Self { zip, names, changed: BTreeMap::new(), added: Vec::new() })
    }

    pub fn has(&self, name: &str) -> bool {
        self.names.contains_key(&name.to_lowercase())
    }

    pub fn has_under(&self, folder: &str) -> bool {
        self.names.keys().any(|name| name.starts_with(folder))
    }

    /// A part's text, as changed so far; none where it is no UTF-8 or too large.
    pub fn text(&mut self, name: &str) -> Option<String> {
        let own = self.names.get(&name.to_lowercase())?;
        if let Some(changed) = self.changed.get(own) {
            return Some(changed.clone());
        }
        let part = self.zip.by_name(own).ok()?;
        if part.size() > LARGEST {
            return None;
        }
        let mut text = String::new();
        part.take(LARGEST + 1).read_to_string(&mut text).ok()?;
        Some(text)
    }

    pub fn change(&mut self, name: &str, text: String) {
        if let Some(own) = self.names.get(&name.to_lowercase()) {
            self.changed.insert(own.clone(), text);
        }
    }

    pub fn add(&mut self, name: &str, text: String) {
        self.names.insert(name.to_lowercase(), name.to_owned());
        self.added.push((name.to_owned(), text));
    }

    /// Whether every part that stays as it is unpacks to what its checksum says: our own readers
    /// need few of them, strict ones refuse the whole package for any.
    fn is_sound(&mut self) -> bool {
        let mut left = LARGEST_WHOLE;
        let names: Vec<String> = self.names.values().filter(|name| !self.changed.contains_key(*name)).cloned().collect();
        names.iter().filter(|name| self.added.iter().all(|(added, _)| added != *name)).all(|name| {
            let Ok(part) = self.zip.by_name(name) else { return false };
            let size = part.size();
            let Ok(read) = std::io::copy(&mut part.take(left), &mut std::io::sink()) else { return false };
            left -= read;
            read == size
        })
    }

    /// The package with its changes: the same input gives the same bytes. None where a part is damaged.
    pub fn write(mut self) -> Option<Vec<u8>> {
        if !self.is_sound() {
            return None;
        }
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        for index in 0..self.zip.len() {
            let part = self.zip.by_index_raw(index).ok()?;
            let name = part.name().ok()?.into_owned();
            match self.changed.get(&name) {
                Some(text) => {
                    out.start_file(name, options).ok()?;
                    out.write_all(text.as_bytes()).ok()?;
                }
                None => out.raw_copy_file(part).ok()?,
            }
        }
        for (name, text) in self.added {
            out.start_file(name, options).ok()?;
            out.write_all(text.as_bytes()).ok()?;
        }
        Some(out.finish().ok()?.into_inner())
    }
}
