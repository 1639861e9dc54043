//! Sheets that a source leaves out though they hold rows: none is left out without a word.

use super::accept::Findings;
use super::fit::{Chosen, Fit, no_headings};
use super::source::Source;
use crate::diagnostic::{LembarSebab, LembarTidakDibaca, Temuan};
use crate::profile::Arti;
use crate::text::{is_number_text, period_named};
use crate::vocabulary::Year;
use crate::workbook::{Cell, Sheet, Value, Visibility};
use std::collections::{BTreeMap, BTreeSet};

/// A sheet as it was weighed, before one was chosen.
pub(crate) struct Weighed<'w> {
    pub sheet: &'w Sheet,
    /// What the figure needs is there, the key aside.
    fits: bool,
    /// Some heading is known.
    is_known: bool,
    /// A recap by place, and the year that its title or its sheet's name states.
    is_recap: bool,
    year: Option<Year>,
    /// The rows are named, and these fields lack.
    lacking: Option<Vec<String>>,
}

impl<'w> Weighed<'w> {
    pub(crate) fn new(source: &Source, sheet: &'w Sheet, fits: &[Fit]) -> Self {
        let best = fits.iter().filter(|fit| fit.name.is_some() && !fit.is_by_place).max_by_key(|fit| fit.found);
        let lacking = best.map(|fit| fit.lacking.iter().map(ToString::to_string).collect());
        let named = || period_named(sheet.name.as_deref()?).and_then(|(period, _)| period.year);
        let titled = fits.iter().find_map(|fit| fit.layout.period.as_ref()?.year);
        let is_recap = |fit: &Fit| fit.is_by_place && fit.found > 0 && has_rows(sheet, fit);
        Self {
            sheet,
            is_recap: fits.iter().any(is_recap),
            year: titled.or_else(named),
            fits: fits.iter().any(|fit| fit.fits_but_for_keys(source) && has_rows(sheet, fit)),
            is_known: fits.iter().any(|fit| fit.found > 0),
            lacking,
        }
    }
}

/// Whether anything stands below the headings.
pub(crate) fn has_rows(sheet: &Sheet, fit: &Fit) -> bool {
    sheet.cells.last().is_some_and(|cell| cell.at.row > fit.layout.header.1)
}

/// Tells of each sheet that was not chosen and holds rows; where all sheets count,
/// one that looks like the others and has no headings is refused.
pub(crate) fn tell_unread(
    source: &Source,
    weighed: &[Weighed],
    chosen: &[Chosen],
    years: &BTreeSet<Year>,
    findings: &mut Findings,
) {
    let lembar = source.sumber.lembar.as_ref().map(|lembar| lembar.text.as_str());
    let (counts_all, is_named) = (lembar.is_some(), lembar.is_some_and(|lembar| lembar != "semua"));
    let is_read = |own: &&Weighed| chosen.iter().any(|chosen| chosen.sheet.name == own.sheet.name);
    for own in weighed.iter().filter(|own| !is_read(own) && !is_left_out(source, own.sheet)) {
        let is_visible = own.sheet.visibility == Visibility::Visible;
        let is_of_another_year = own.year.is_some_and(|year| !years.contains(&year));
        let sebab = if own.fits && !is_visible {
            Some(LembarSebab::Tersembunyi)
        } else if own.fits {
            (is_named && !is_of_another_year).then_some(LembarSebab::TidakDisebut)
        } else if is_named && (own.is_known || is_of_another_year) {
            // Whoever names a sheet knows that the others hold other lists.
            None
        } else if own.is_recap {
            Some(LembarSebab::Rekap)
        } else if own.is_known {
            // Under a heading that is known a name and one figure are a row.
            let has_figures = || figure_rows(own.sheet, 2).len() >= 2;
            own.lacking.clone().filter(|lacking| !lacking.is_empty() && has_figures()).map(LembarSebab::TanpaKolom)
        } else {
            let is_like = chosen.iter().any(|chosen| looks_like(own.sheet, chosen));
            if is_like && counts_all && !is_named && own.sheet.visibility == Visibility::Visible {
                findings.add(no_headings(
                    source,
                    years,
                    own.sheet.at(),
                    own.sheet.name.iter().map(ToString::to_string).collect(),
                ));
                continue;
            }
            (is_like || is_headless(own.sheet)).then_some(LembarSebab::TanpaJudul)
        };
        if let Some(sebab) = sebab {
            findings.add(Temuan::new(own.sheet.at(), LembarTidakDibaca { sebab }));
        }
    }
}

/// Whether `arti` says of a sheet's name that it is not read.
pub(crate) fn is_left_out(source: &Source, sheet: &Sheet) -> bool {
    let arti = |name: &str| Arti::of(&source.sumber.arti, name);
    sheet.name.as_deref().and_then(arti) == Some(Arti::Lewati)
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Kind {
    Text,
    Number,
}

fn kind_of(cell: &Cell) -> Option<Kind> {
    match &cell.value {
        Value::Number { .. } | Value::Overflow(_) => Some(Kind::Number),
        Value::Text(text) if text.trim().is_empty() => None,
        Value::Text(text) if is_number_text(text) => Some(Kind::Number),
        Value::Text(_) | Value::Date { .. } | Value::Bool(_) => Some(Kind::Text),
        Value::Error(_) | Value::NoResult => None,
    }
}

/// So many rows of a sheet are looked at.
const LOOKED_AT: usize = 50;

/// The first rows that hold a text, a number that is no numbering, and `least` cells of such in all.
fn figure_rows(sheet: &Sheet, least: usize) -> Vec<u32> {
    let mut rows: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    let Some((first, _)) = sheet.cells.columns() else { return Vec::new() };
    for cell in sheet.cells.iter() {
        let counts = rows.entry(cell.at.row).or_default();
        match kind_of(&cell) {
            Some(Kind::Text) => counts.0 += 1,
            Some(Kind::Number) if cell.at.column > first => counts.1 += 1,
            _ => {}
        }
        if rows.len() > LOOKED_AT * 4 {
            break;
        }
    }
    let is_figure = |(texts, numbers): &(usize, usize)| *texts > 0 && *numbers > 0 && texts + numbers >= least;
    rows.iter().filter(|(_, counts)| is_figure(counts)).map(|(row, _)| *row).take(LOOKED_AT).collect()
}

/// Three rows of figures or more, and no row of texts above the first.
fn is_headless(sheet: &Sheet) -> bool {
    let rows = figure_rows(sheet, 3);
    let Some(first) = rows.first() else { return false };
    let texts = |row: u32| sheet.row(row).iter().filter(|cell| kind_of(cell) == Some(Kind::Text)).count();
    rows.len() >= 3 && (first.saturating_sub(5)..*first).all(|row| texts(row) < 3)
}

/// What each column of some rows mostly holds.
fn kinds(sheet: &Sheet, rows: &[u32]) -> BTreeMap<u32, Kind> {
    let mut counts: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for cell in rows.iter().flat_map(|row| sheet.row(*row)) {
        let own = counts.entry(cell.at.column).or_default();
        match kind_of(&cell) {
            Some(Kind::Text) => own.0 += 1,
            Some(Kind::Number) => own.1 += 1,
            None => {}
        }
    }
    let most = |(texts, numbers): (usize, usize)| if numbers > texts { Kind::Number } else { Kind::Text };
    counts.into_iter().filter(|(_, counts)| counts.0 + counts.1 > 0).map(|(column, counts)| (column, most(counts))).collect()
}

/// Whether the sheet's rows have the columns of a table that is read: three in four hold the same.
fn looks_like(sheet: &Sheet, chosen: &Chosen) -> bool {
    let rows = figure_rows(sheet, 3);
    let header = chosen.layout.header.1;
    let read: Vec<u32> = figure_rows(chosen.sheet, 3).into_iter().filter(|row| *row > header).collect();
    let (own, other) = (kinds(sheet, &rows), kinds(chosen.sheet, &read));
    let columns: BTreeSet<u32> = own.keys().chain(other.keys()).copied().collect();
    let same = columns.iter().filter(|column| own.contains_key(column) && own.get(column) == other.get(column)).count();
    same >= 3 && same * 4 >= columns.len() * 3
}
