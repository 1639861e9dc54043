//! Workbooks on their way: each file is read once, and kept only while another
//! source still wants it.

use super::accept::Findings;
use super::cell::raw_text;
use crate::diagnostic::Temuan;
use crate::vocabulary::{At, Sel};
use crate::workbook::{FoundFile, Reader, Workbook};
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct Shelf<'r> {
    reader: &'r Reader,
    /// How many sources still want a file.
    wanted: BTreeMap<String, usize>,
    kept: BTreeMap<String, Workbook>,
    failed: BTreeMap<String, Temuan>,
    /// The files that could be read.
    pub(super) read: BTreeSet<String>,
    /// What stands in the cells that acceptances name.
    pub(super) quoted: BTreeMap<At, String>,
}

impl<'r> Shelf<'r> {
    /// For the files of all sources, a file as often as sources name it.
    pub(super) fn new<'f>(reader: &'r Reader, files: impl Iterator<Item = &'f str>) -> Self {
        let mut wanted: BTreeMap<String, usize> = BTreeMap::new();
        for berkas in files {
            *wanted.entry(berkas.to_owned()).or_default() += 1;
        }
        Self { reader, wanted, kept: BTreeMap::new(), failed: BTreeMap::new(), read: BTreeSet::new(), quoted: BTreeMap::new() }
    }

    /// Reads the files that are not here yet, each in a thread of its own.
    #[expect(clippy::result_large_err, reason = "a finding is what the caller collects; one a file")]
    pub(super) fn fetch(&mut self, files: &[FoundFile]) {
        let is_new = |file: &&FoundFile| !self.kept.contains_key(&file.berkas) && !self.failed.contains_key(&file.berkas);
        let files: Vec<&FoundFile> = files.iter().filter(is_new).collect();
        let results = in_parallel(&files, |file| self.reader.read(&file.path, &file.berkas));
        for (file, result) in files.iter().zip(results) {
            match result {
                Ok(workbook) => {
                    self.read.insert(file.berkas.clone());
                    self.kept.insert(file.berkas.clone(), workbook);
                }
                Err(temuan) => {
                    self.failed.insert(file.berkas.clone(), temuan);
                }
            }
        }
    }

    /// The workbook of a file that was fetched.
    #[expect(clippy::result_large_err, reason = "a finding is what the caller collects; one a file")]
    pub(super) fn take(&mut self, file: &FoundFile) -> Result<Workbook, Temuan> {
        if let Some(count) = self.wanted.get_mut(&file.berkas) {
            *count = count.saturating_sub(1);
        }
        if let Some(workbook) = self.kept.remove(&file.berkas) {
            return Ok(workbook);
        }
        if let Some(temuan) = self.failed.get(&file.berkas) {
            return Err(temuan.clone());
        }
        self.reader.read(&file.path, &file.berkas)
    }

    /// Keeps a workbook while another source wants it.
    pub(super) fn put_back(&mut self, file: &FoundFile, workbook: Workbook) {
        if self.wanted.get(&file.berkas).is_some_and(|count| *count > 0) {
            self.kept.insert(file.berkas.clone(), workbook);
        }
    }

    /// Remembers what the cells hold that acceptances of this file name.
    pub(super) fn quote(&mut self, workbook: &Workbook, findings: &Findings) {
        for at in findings.accepted_places(&workbook.berkas) {
            let Some(Sel::Cell(cell)) = at.sel else { continue };
            let sheet = workbook.sheets.iter().find(|sheet| sheet.name == at.lembar);
            if let Some(cell) = sheet.and_then(|sheet| sheet.cell(cell)) {
                self.quoted.insert(at, raw_text(&cell.value));
            }
        }
    }
}

/// `work` on each item in a thread of its own, the results in the items' order.
pub(super) fn in_parallel<'t, T: Sync, R: Send>(items: &'t [T], work: impl Fn(&'t T) -> R + Sync) -> Vec<R> {
    let [first, rest @ ..] = items else { return Vec::new() };
    std::thread::scope(|scope| {
        let work = &work;
        let others: Vec<_> = rest.iter().map(|item| scope.spawn(move || work(item))).collect();
        let mut results = vec![work(first)];
        // A panic in a thread goes on in this one.
        results.extend(others.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))));
        results
    })
}
