//! One file, read once: what it gives each source that names it. Files are read
//! two at a time, so that two cores are used and only two workbooks are held.

use super::accept::Findings;
use super::by_profile::{left_out_sheets, texts_met};
use super::cell::raw_text;
use super::columns::recalc::Book;
use super::extract::{PartTable, extract};
use super::matching::captured::{captured, contradicted, with_captured};
use super::matching::lines::as_lines;
use super::matching::other_place::other_places;
use super::sheets::choose::choose;
use super::source::Source;
use super::summary_sheets::summary_sheets;
use crate::diagnostic::{Temuan, Tingkat};
use crate::threads::in_two;
use crate::vocabulary::{At, Sel, Year};
use crate::workbook::{Cost, FoundFile, Reader, Workbook};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

/// A file, and the sources that name it with the year that each tells of it.
pub(crate) struct Wanted<'s> {
    pub file: &'s FoundFile,
    pub by: Vec<(&'s Source<'s>, Option<Year>)>,
}

/// What a file gave.
pub(crate) struct FileRead<'p> {
    /// The file's hash; `None` where it could not be read.
    pub sha256: Option<String>,
    /// For each source that wants it, in their order.
    pub given: Vec<Given>,
    pub findings: Findings<'p>,
}

/// What one source takes from a file.
#[derive(Default)]
pub(crate) struct Given {
    pub parts: Vec<PartTable>,
    /// Sheets that are not there, by year.
    pub absent: Vec<(Year, Temuan)>,
    /// Years whose lack a finding explains already.
    pub explained: BTreeSet<Year>,
    /// The texts of the source's `arti` that stand in the file, folded.
    pub met: BTreeSet<String>,
}

/// Reads all files within the run's budget; results come in the files' order.
pub(crate) fn read_files<'p>(files: &[Wanted], reader: &Reader, findings: &Findings<'p>) -> Vec<FileRead<'p>> {
    // The largest first, so that neither thread is left with one at the end.
    let mut largest_first: Vec<(usize, &Wanted)> = files.iter().enumerate().collect();
    largest_first.sort_by_key(|(_, wanted)| Reverse(wanted.file.size));
    let order: Vec<usize> = largest_first.iter().map(|(index, _)| *index).collect();
    let budget = reader.run_budget(files.iter().map(|wanted| wanted.file.size).sum());
    let done = Mutex::new(Cost::default());
    let read = in_two(largest_first, |(_, wanted)| {
        // Too much was spent already: this file comes after the one at which that is told.
        let before = *done.lock().unwrap_or_else(PoisonError::into_inner);
        if budget.exceeded(before, &wanted.file.berkas).is_some() {
            return (not_read(wanted, findings.fork(), None), Cost::default());
        }
        let (read, cost) = read_file(wanted, reader, findings.fork());
        let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
        *done = done.and(cost);
        (read, cost)
    });
    // Which thread was first decides nothing: what is too much is told at the first file, the
    // largest first, with which it is, and none after it counts.
    let (mut spent, mut over) = (Cost::default(), false);
    let judged = read.into_iter().zip(&order).map(|((read, cost), index)| {
        if over {
            return (*index, not_read(&files[*index], findings.fork(), None));
        }
        spent = spent.and(cost);
        match budget.exceeded(spent, &files[*index].file.berkas) {
            // A file that is refused by itself has its own finding.
            Some(_) if read.sha256.is_none() => {
                over = true;
                (*index, read)
            }
            Some(temuan) => {
                over = true;
                (*index, not_read(&files[*index], findings.fork(), Some(temuan)))
            }
            None => (*index, read),
        }
    });
    let mut judged: Vec<(usize, FileRead)> = judged.collect();
    judged.sort_by_key(|(index, _)| *index);
    judged.into_iter().map(|(_, read)| read).collect()
}

/// A file that gives nothing, and why.
fn not_read<'p>(wanted: &Wanted, mut findings: Findings<'p>, temuan: Option<Temuan>) -> FileRead<'p> {
    temuan.into_iter().for_each(|temuan| findings.add(temuan));
    let given = |(source, tahun): &(&Source, Option<Year>)| Given { explained: years(source, *tahun), ..Given::default() };
    FileRead { sha256: None, given: wanted.by.iter().map(given).collect(), findings }
}

fn read_file<'p>(wanted: &Wanted, reader: &Reader, findings: Findings<'p>) -> (FileRead<'p>, Cost) {
    let mut read = FileRead { sha256: None, given: Vec::new(), findings };
    let (workbook, cost) = match wanted.file.refusal() {
        Some(refusal) => (Err(refusal), Cost::default()),
        None => reader.read_counted(&wanted.file.path, &wanted.file.berkas),
    };
    match workbook {
        Ok(workbook) => {
            let mut book = Book::new(&workbook);
            read.given = wanted.by.iter().map(|(source, tahun)| take(source, *tahun, &mut book, &mut read.findings)).collect();
            let quoted = quoted(&workbook, &read.findings);
            read.findings.has_read(&workbook.berkas, quoted);
            for temuan in workbook.temuan {
                read.findings.add(temuan);
            }
            read.sha256 = Some(workbook.sha256);
        }
        Err(temuan) => return (not_read(wanted, read.findings, Some(temuan)), cost),
    }
    (read, cost)
}

/// The years that a file may hold: the one its name says, or all the source needs.
fn years(source: &Source, tahun: Option<Year>) -> BTreeSet<Year> {
    tahun.map_or_else(|| source.years(), |tahun| BTreeSet::from([tahun]))
}

fn take(source: &Source, tahun: Option<Year>, book: &mut Book, findings: &mut Findings) -> Given {
    let workbook = book.workbook();
    let mut given = Given::default();
    findings.of_source(&source.sumber.id);
    // What choosing a sheet finds is told here, where it may be accepted.
    let mut own = Findings::new(&[]);
    let (chosen, absent) = choose(source, workbook, tahun, &mut own);
    given.absent = absent;
    if chosen.is_empty() && galat_count(&own) > 0 {
        given.explained = years(source, tahun);
    }
    own.temuan.into_iter().for_each(|temuan| findings.add(temuan));
    if !source.sumber.arti.is_empty() {
        left_out_sheets(source, workbook).into_iter().for_each(|temuan| findings.add(temuan));
        given.met = texts_met(source, workbook);
    }
    let captured = captured(source, &workbook.berkas);
    let before_all = galat_count(findings);
    for chosen in &chosen {
        let lines = as_lines(source, (chosen.sheet, &chosen.layout)).map(|layout| chosen.on(chosen.sheet, layout));
        let chosen = lines.as_ref().unwrap_or(chosen);
        let places = other_places(source, chosen, &captured);
        contradicted(chosen, &captured).into_iter().chain(places).for_each(|temuan| findings.raise_found(temuan));
        let named = with_captured(chosen.sheet, &chosen.layout, &captured);
        let named = named.as_ref().map(|(sheet, layout)| chosen.on(sheet, layout.clone()));
        let chosen = named.as_ref().unwrap_or(chosen);
        let before = galat_count(findings);
        let extracted = extract(source, chosen, book, findings);
        if extracted.parts.is_empty() && !extracted.year_unknown && galat_count(findings) > before {
            given.explained.extend(chosen.tahun);
        }
        given.parts.extend(extracted.parts);
    }
    // What is refused has no sum yet.
    if galat_count(findings) == before_all {
        summary_sheets(source, workbook, &chosen, &given.parts).into_iter().for_each(|temuan| findings.add(temuan));
    }
    given
}

fn galat_count(findings: &Findings) -> usize {
    findings.temuan.iter().filter(|temuan| temuan.kode().tingkat() == Tingkat::Galat).count()
}

fn quoted(workbook: &Workbook, findings: &Findings) -> BTreeMap<At, String> {
    let places = findings.accepted_cells(&workbook.berkas).into_iter();
    places
        .filter_map(|at| {
            let Some(Sel::Cell(cell)) = at.sel else { return None };
            let sheet = workbook.sheets.iter().find(|sheet| sheet.name == at.lembar)?;
            let text = raw_text(&sheet.cell(cell)?.value);
            Some((at, text))
        })
        .collect()
}
