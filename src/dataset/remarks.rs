//! Words over or beside a table that make its figures something else than the
//! realisasi of the year: `RENCANA`, `RAPB`, `per bulan`.

use super::Jenis;
use super::cell::raw_text;
use super::column::Used;
use super::counted::CountedRow;
use super::fit::Chosen;
use super::part_period::is_of_event;
use super::sections::Judged;
use super::source::Source;
use super::years::year_of;
use crate::diagnostic::{Fakta, JudulMembatasi, KeteranganMembatasi, Temuan};
use crate::table::{LayoutColumn, LayoutRow, RowKind};
use crate::text::label::words;
use crate::text::lexicon::REMARKS;
use crate::text::loose::loosely;
use crate::text::partial::{is_caption_below, is_unsettled_below, partial, set_aside};
use crate::text::remark::{is_older, name_limits, note_limits, remark_limits, says_a_part, says_coming, says_ended};
use crate::text::{limiting, provisional};
use crate::threads::in_runs;
use crate::vocabulary::{CellAddress, Sel, Year, mask_person};
use crate::workbook::{Cell, RowView, Value};
use std::collections::BTreeMap;

/// The titles, and the sheet's name, that limit what the figures are.
pub(crate) fn limits(chosen: &Chosen, fixed: Option<Year>) -> Vec<Temuan> {
    let sheet = chosen.sheet;
    // `Target 2024` over a table of 2021 speaks of that year alone.
    let own = fixed.or(chosen.tahun).or(chosen.layout.period.as_ref().and_then(|period| period.year));
    let is_other = |text: &str| {
        let words = words(text);
        let year = words.get(1).filter(|_| words.len() == 2).and_then(|word| Year::parse(word));
        year.is_some() && year != own
    };
    let fakta = |judul: &str, kata: String, is_soft: bool| -> Fakta {
        if is_soft {
            return KeteranganMembatasi { teks: judul.to_owned(), jumlah: 0 }.into();
        }
        JudulMembatasi { judul: judul.to_owned(), kata }.into()
    };
    let titles = chosen
        .layout
        .limits
        .iter()
        .filter(|limit| !is_other(&limit.text))
        .map(|limit| Temuan::new(sheet.at_cell(limit.at), fakta(&limit.text, limit.word.clone(), limit.is_soft)));
    let name = sheet.name.as_deref().filter(|name| !chosen.sheet_is_named && !is_other(name));
    let of_name = name.and_then(|name| {
        let said = limiting(name)
            .map(|word| (word, false))
            .or_else(|| Some((provisional(name).or_else(|| set_aside(name)).or_else(|| loosely(name))?, true)));
        said.map(|(word, is_soft)| Temuan::new(sheet.at(), fakta(name, word, is_soft)))
    });
    let older = |(at, text): &(CellAddress, String)| {
        let fakta = KeteranganMembatasi { teks: text.clone(), jumlah: 0 };
        own.is_some_and(|own| is_older(text, own)).then(|| Temuan::new(sheet.at_cell(*at), fakta))
    };
    let history = chosen.layout.history.iter().filter_map(older);
    titles.chain(of_name).chain(history).chain(of_two_years(chosen, fixed)).collect()
}

/// `Tahun Buku 2020/2021` over a table that is of one year alone: which one, nobody knows.
fn of_two_years(chosen: &Chosen, fixed: Option<Year>) -> Option<Temuan> {
    let is_dated = chosen.layout.columns.iter().any(|column| year_of(column).is_some());
    fixed.filter(|_| !is_dated)?;
    let stated = chosen.layout.stated_years.iter().find(|stated| stated.first != stated.year)?;
    let fakta = KeteranganMembatasi { teks: stated.text.clone(), jumlah: 0 };
    Some(Temuan::new(chosen.sheet.at_cell(stated.at), fakta))
}

/// Words beside and below counted amounts that make them something else: of unused
/// columns, of cells beside the table, of the notes below it.
pub(crate) fn remarks(source: &Source, of: &Judged, rows: &[CountedRow], used: &[Used]) -> Vec<Temuan> {
    let Judged { sheet, layout, tahun } = of;
    let counts = |used: &&Used| !used.rests.is_empty() && matches!(source.fields[used.field].jenis, Jenis::Uang | Jenis::Angka);
    if rows.is_empty() || used.iter().find(counts).is_none() {
        return Vec::new();
    }
    let is_used = |column: u32| used.iter().any(|used| !used.rests.is_empty() && layout.columns[used.index].column == column);
    // Of each heading's column: whether it tells when something happened, holds remarks, or a status.
    let told: BTreeMap<u32, Option<(bool, bool, bool)>> = layout
        .columns
        .iter()
        .map(|heading| {
            let is_free = !is_used(heading.column);
            (heading.column, is_free.then(|| (is_of_event(heading), is_remarks(heading), is_status(heading))))
        })
        .collect();
    let is_name = |isian: &std::sync::Arc<str>| source.names.contains(isian);
    let names: Vec<u32> = layout
        .columns
        .iter()
        .filter(|heading| heading.isian.as_ref().is_some_and(is_name))
        .map(|heading| heading.column)
        .collect();
    let limits = |cell: &Cell| {
        let Value::Text(text) = &cell.value else { return false };
        if names.contains(&cell.at.column) {
            return name_limits(text, *tahun);
        }
        match told.get(&cell.at.column) {
            Some(Some((is_event, is_remarks, is_status))) => {
                says_a_part(text, *is_event)
                    || *is_remarks && (remark_limits(text, *tahun) || says_ended(text))
                    || *is_status && says_coming(text)
            }
            Some(None) => false,
            None => says_a_part(text, false) || remark_limits(text, *tahun),
        }
    };
    // The first such text of each column, and how many there are.
    let of_run = |rows: &[CountedRow]| {
        let mut said: BTreeMap<u32, (String, usize)> = BTreeMap::new();
        let cells = rows.iter().filter_map(|row| sheet.cells.row(row.row)).flat_map(RowView::cells);
        for cell in cells.filter(|cell| limits(cell)) {
            said.entry(cell.at.column).or_insert_with(|| (mask_person(&raw_text(&cell.value)), 0)).1 += 1;
        }
        said
    };
    let mut said: BTreeMap<u32, (String, usize)> = BTreeMap::new();
    for (column, (first, count)) in in_runs(rows, of_run).into_iter().flatten() {
        said.entry(column).or_insert((first, 0)).1 += count;
    }
    let of_columns = said
        .into_iter()
        .map(|(column, (teks, jumlah))| Temuan::new(sheet.at().with(Sel::Column(column)), KeteranganMembatasi { teks, jumlah }));
    of_columns.chain(notes(of, rows.last().map_or(0, |row| row.row))).collect()
}

/// The notes below the rows, `last` the last of them, that say what the figures above are.
fn notes<'s>(of: &'s Judged, last: u32) -> impl Iterator<Item = Temuan> + 's {
    let Judged { sheet, layout, tahun } = *of;
    // A label that heads no row is a note.
    let is_foot = move |row: &&LayoutRow| match row.kind {
        RowKind::Footer => true,
        RowKind::GroupLabel(_) => row.row > last,
        _ => false,
    };
    let feet = layout.rows.iter().filter(is_foot);
    let limits = move |cell: &Cell| {
        let Value::Text(text) = &cell.value else { return false };
        note_limits(text, tahun)
            || partial(text).is_some()
            || is_caption_below(text, tahun)
            || is_unsettled_below(text)
            || text.len() <= 60 && loosely(text).is_some()
    };
    feet.flat_map(|row| sheet.row(row.row)).filter(limits).map(|cell| {
        let fakta = KeteranganMembatasi { teks: raw_text(&cell.value), jumlah: 0 };
        Temuan::new(sheet.at_cell(cell.at), fakta)
    })
}

/// A column that says how the rows' bearers stand, by its heading.
fn is_status(heading: &LayoutColumn) -> bool {
    let leaf = heading.path.last().map(|leaf| words(leaf)).unwrap_or_default();
    leaf.first().is_some_and(|first| matches!(first.as_str(), "status" | "keadaan" | "kondisi" | "keaktifan"))
}

/// A column of remarks, by its heading.
fn is_remarks(heading: &LayoutColumn) -> bool {
    let leaf = heading.path.last().map(|leaf| words(leaf)).unwrap_or_default();
    leaf.first().is_none_or(|first| REMARKS.contains(&first.as_str()))
}
