//! Rows that are parts of a year: a quarter each, a month each. Whether they add
//! up to the year or each holds all before it no sheet says.

use crate::dataset::cell::raw_text;
use crate::dataset::columns::contrary_periods::contrary_periods;
use crate::dataset::columns::part_period::{cell_period, is_of_event, is_share_heading};
use crate::dataset::counted::{CountedRow, On};
use crate::dataset::digest::{count_different, digest};
use crate::dataset::key::normal;
use crate::dataset::source::Source;
use crate::diagnostic::{PeriodeBerbeda, Temuan};
use crate::profile::Dictionary;
use crate::table::{LayoutColumn, RowKind, TableLayout};
use crate::text::Period;
use crate::text::{normalise_label, period_named};
use crate::threads::in_all_of;
use crate::vocabulary::{CellAddress, Sel, Year};
use crate::workbook::{Cell, Sheet};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A finding where the counted rows of one year are of several parts of it and
/// no formula tells them apart.
pub(crate) fn row_periods(on: &On, row_years: &[Option<Year>], years: &[Year]) -> Option<Temuan> {
    let On { source, sheet, layout, merged, rows } = *on;
    // A key tells entities apart and no sum: what a formula itself names does.
    let told_apart = |column: &LayoutColumn| {
        let isian = column.isian.as_deref();
        isian
            .is_some_and(|isian| years.iter().all(|tahun| source.needs.get(tahun).is_some_and(|need| need.isian.contains(isian))))
    };
    let text = |row: u32, column: u32| {
        let cell = merged.cell(sheet, CellAddress::new(row, column))?;
        Some(cell_period(&cell).map_or_else(|| raw_text(&cell.value), |period| period.text))
    };
    let repeated = OnceCell::new();
    let is_repeated = || *repeated.get_or_init(|| names_come_again(rows, row_years));
    // A key that tells apart the rows of an entity: the other keys come again, however few.
    let is_told_by = |column: &LayoutColumn| {
        let is_key = |isian: &Option<Arc<str>>| {
            isian.as_ref().is_some_and(|isian| source.sumber.kunci.iter().any(|key| *key.text == **isian))
        };
        let others = layout.columns.iter().filter(|other| other.column != column.column && is_key(&other.isian));
        let others: Vec<u32> = others.map(|other| other.column).collect();
        let of_row = |(row, year): (&CountedRow, &Option<Year>)| {
            let keys: Vec<Option<String>> = others.iter().map(|column| text(row.row, *column)).collect();
            digest(&(*year, keys))
        };
        is_key(&column.isian) && !others.is_empty() && {
            let keys: Vec<_> = rows.iter().zip(row_years).map(of_row).collect();
            count_different(keys) < rows.len()
        }
    };
    // `4` under `Triwulan` is a period too.
    let is_of_periods = |column: &&LayoutColumn| is_share_heading(column) || holds_periods(sheet, rows, column.column);
    let picked: Vec<&LayoutColumn> = layout.columns.iter().filter(|column| told_apart(column)).filter(is_of_periods).collect();
    let told: Vec<u32> = picked.iter().map(|column| column.column).collect();
    let others: Vec<&LayoutColumn> = layout.columns.iter().filter(|column| !told_apart(column)).collect();
    if !picked.is_empty() {
        let shares: Vec<&LayoutColumn> = others.iter().copied().filter(|column| is_share_heading(column)).collect();
        if let Some(temuan) = contrary_periods(on, &picked, &shares) {
            return Some(temuan);
        }
    }
    let in_parts = in_all_of(rows.len(), others, |column| {
        let is_shared = is_share_heading(column);
        let is_in_parts = !is_shared && !is_of_event(column) && holds_periods(sheet, rows, column.column);
        (column, is_shared, is_in_parts, is_in_parts && holds_days(sheet, rows, column.column))
    });
    // Every row is another thing that took place, and is called by its own name.
    let are_events = |column: &LayoutColumn| {
        let is_name = |row: &CountedRow| text(row.row, column.column).is_some_and(|text| normal(&text) == normal(&row.nama));
        may_be_of_events(source, column) && !rows.iter().all(is_name)
    };
    for (column, is_shared, is_in_parts, is_in_days) in in_parts {
        let is_of_parts = is_shared && !are_events(column) || is_in_parts && !is_in_days && is_told_by(column);
        if !is_of_parts && !((is_shared || is_in_parts) && is_repeated()) {
            continue;
        }
        let heading = column.path.last().map_or("", String::as_str);
        let mut first: BTreeMap<(Option<Year>, Vec<Option<String>>), String> = BTreeMap::new();
        for (row, year) in rows.iter().zip(row_years) {
            let text_here = text(row.row, column.column).unwrap_or_default();
            if !text_here.chars().any(char::is_alphanumeric) {
                continue;
            }
            // Rows that a formula picks by their period are of one, whatever this column calls it.
            let group = told.iter().map(|column| text(row.row, *column)).collect();
            let other = first.entry((*year, group)).or_insert_with(|| text_here.clone());
            if !other.eq_ignore_ascii_case(&text_here) {
                let periode = format!("{heading} {text_here}");
                let fakta = PeriodeBerbeda { periode, periode_lain: format!("{heading} {other}") };
                return Some(Temuan::new(sheet.at().with(Sel::Column(column.column)), fakta));
            }
        }
    }
    label_periods(sheet, layout, years)
}

/// Whether a column of months is of things that each took place once, as lists of an office's own making have them
/// (`Bulan` of a training): not of a known dictionary's entities, and no word says that figures are reported by it.
pub(crate) fn may_be_of_events(source: &Source, column: &LayoutColumn) -> bool {
    let heading = column.path.last().map(|heading| heading.to_lowercase()).unwrap_or_default();
    let is_of_reports = ["lapor", "periode", "data"].iter().any(|word| heading.contains(word));
    source.sumber.bentuk == Dictionary::None && is_share_heading(column) && !is_of_reports
}

/// Whether most of a column's cells are days inside a month: no figure is of a day.
fn holds_days(sheet: &Sheet, rows: &[CountedRow], column: u32) -> bool {
    let cells = rows.iter().filter_map(|row| sheet.cell(CellAddress::new(row.row, column)));
    // The first stands for its month, the last for what was reached by then.
    let is_inside = |cell: &Cell| cell_period(cell).and_then(|period| period.day).is_some_and(|day| (2..28).contains(&day));
    let (inside, all) = cells.fold((0, 0), |(inside, all), cell| (inside + usize::from(is_inside(&cell)), all + 1));
    inside * 2 > all
}

/// Whether names stand in several rows of one year: the rows are the same entities again.
fn names_come_again(rows: &[CountedRow], row_years: &[Option<Year>]) -> bool {
    let names = rows.iter().zip(row_years).map(|(row, year)| digest(&(*year, normalise_label(&row.nama))));
    count_different(names.collect()) * 3 <= rows.len() * 2
}

/// Whether nearly all cells of a column are parts of a year or days, and not all the same.
fn holds_periods(sheet: &Sheet, rows: &[CountedRow], column: u32) -> bool {
    let (mut filled, mut others, mut periods) = (0, 0, BTreeMap::new());
    let mut view = sheet.cells.column(column);
    for cell in rows.iter().filter_map(|row| view.cell(row.row)) {
        filled += 1;
        if let Some(period) = cell_period(&cell).filter(|period| period.until.is_some()) {
            *periods.entry((period.year, period.until, period.months)).or_insert(0usize) += 1;
        } else {
            others += 1;
            // However few the filled cells are, these are more than a fifth of them.
            if others * 5 > rows.len() {
                return false;
            }
        }
    }
    periods.len() >= 2 && periods.values().sum::<usize>() * 5 >= filled * 4
}

/// Labels over groups of rows that name other periods: `Triwulan I`, `TAHUN 2020`.
fn label_periods(sheet: &Sheet, layout: &TableLayout, years: &[Year]) -> Option<Temuan> {
    let mut first: Option<(Period, String)> = None;
    for row in layout.rows.iter() {
        let RowKind::GroupLabel(label) = row.kind else { continue };
        let Some((period, words)) = period_named(label) else { continue };
        let at = sheet.at().with(Sel::Row(row.row));
        let finding = |lain: String| Temuan::new(at.clone(), PeriodeBerbeda { periode: label.clone(), periode_lain: lain });
        if let (Some(stated), [only]) = (period.year, years)
            && stated != *only
        {
            return Some(finding(only.to_string()));
        }
        match &first {
            Some((_, other)) if *other != words => return Some(finding(other.clone())),
            Some(_) => {}
            None => first = Some((period, words)),
        }
    }
    None
}
