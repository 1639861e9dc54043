//! Sheets that are not read and state totals of those that are: `Ringkasan` with `Jumlah Anggota | 9.999`.

use super::cell::raw_text;
use super::columns::total::{amount, is_additive};
use super::extract::PartTable;
use super::matching::fit::Chosen;
use super::sheets::unread::is_left_out;
use super::source::Source;
use super::surroundings::named_totals::{Stated, Sum, count_of, differing, is_filled, names_of, only_once, stated_in};
use crate::diagnostic::{LembarSebab, LembarTidakDibaca, Temuan};
use crate::profile::Dictionary;
use crate::text::{limiting, period_named};
use crate::vocabulary::{Year, mask_person};
use crate::workbook::{Cell, Sheet, Value, Workbook};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A sheet of more cells is no summary.
const MOST: usize = 3_000;
/// So many rows of it are titles.
const TITLES: u32 = 6;

/// The sheets beside those that are read on which a total is another than that of the rows of the one year that is read.
pub(crate) fn summary_sheets(source: &Source, workbook: &Workbook, chosen: &[Chosen], parts: &[PartTable]) -> Vec<Temuan> {
    let is_read = |sheet: &&Sheet| chosen.iter().any(|chosen| chosen.sheet.name == sheet.name);
    let is_summary = |sheet: &&Sheet| !is_read(sheet) && sheet.cells.len() <= MOST && !is_left_out(source, sheet);
    let sheets: Vec<&Sheet> = workbook.sheets.iter().filter(is_summary).collect();
    let tahun = parts.first().map(|part| part.tahun).filter(|tahun| parts.iter().all(|part| part.tahun == *tahun));
    // The total of several files may stand in each.
    let (Some(tahun), false, false) = (tahun, sheets.is_empty(), source.has_several_files()) else { return Vec::new() };
    let sums = sums(source, parts);
    let rows = || parts.iter().flat_map(|part| &part.rows);
    let counted = (rows().filter(|row| !row.lanjutan).count(), rows().count());
    let counts = (!source.recap && source.sumber.bentuk != Dictionary::None).then_some(counted);
    let told = sheets.into_iter().filter(|sheet| is_of_year(sheet, tahun)).filter_map(|sheet| {
        let sebab = differing_total(source, sheet, &sums, counts)?;
        Some(Temuan::new(sheet.at(), LembarTidakDibaca { sebab }))
    });
    told.collect()
}

/// The sums of each column that the year's figures rest on, over all of its sheets.
fn sums(source: &Source, parts: &[PartTable]) -> Vec<Sum> {
    let mut sums: BTreeMap<usize, Option<Sum>> = BTreeMap::new();
    for part in parts {
        for column in &part.columns {
            let field = &source.fields[column.field];
            let path = [column.judul.clone()];
            if !source.rests(field, part.tahun) || &*field.isian == "tahun" || !is_additive(field.jenis, &path) {
                continue;
            }
            let values = (0..part.rows.len()).filter_map(|row| amount(&column.cells.get(row)));
            let own = values.into_iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(value));
            let sum = sums.entry(column.field).or_insert_with(|| {
                let names = names_of(source, column.field, &path);
                let isian = field.isian.to_string();
                Some(Sum { isian, jenis: field.jenis, tahun: part.tahun, names, value: Decimal::ZERO, rows: 0 })
            });
            let added = sum.as_ref().zip(own).and_then(|(sum, own)| sum.value.checked_add(own));
            *sum = sum.take().zip(added).map(|(sum, value)| Sum { value, rows: sum.rows + part.rows.len(), ..sum });
        }
    }
    sums.into_values().flatten().collect()
}

/// Whether neither its name nor its titles say that a sheet is of another year, of a part of it, or of a plan.
fn is_of_year(sheet: &Sheet, tahun: Year) -> bool {
    let is_so = |text: &str| {
        let period = period_named(text).map(|(period, _)| period);
        let is_other = period.is_some_and(|period| period.year.is_some_and(|year| year != tahun) || period.is_part());
        !is_other && limiting(text).is_none()
    };
    let titles = sheet.between(0, TITLES).filter(|cell| matches!(cell.value, Value::Text(_)));
    sheet.name.as_deref().is_none_or(is_so) && titles.map(|cell| raw_text(&cell.value)).all(|text| is_so(&text))
}

/// The first total on a sheet that is another than that of the rows.
fn differing_total(source: &Source, sheet: &Sheet, sums: &[Sum], counts: Option<(usize, usize)>) -> Option<LembarSebab> {
    let rows = sheet.cells.rows_from(0).map(|row| row.cells().filter(is_filled).collect::<Vec<Cell>>());
    let stated: Vec<Stated> = only_once(rows.flat_map(|cells| stated_in(&cells)).collect());
    stated.iter().find_map(|own| {
        let sum = differing(source, sums, &own.figure).map(|sum| (own.figure.value, sum.value));
        let count = || {
            let (entities, rows) = counts?;
            let stated = count_of(source, &own.figure).filter(|_| own.figure.year.is_none())?;
            (stated != entities as u64 && stated != rows as u64).then(|| (Decimal::from(stated), Decimal::from(entities)))
        };
        let (tertulis, terhitung) = sum.or_else(count)?;
        let label = if own.label_at == own.at { own.text.clone() } else { own.label.clone() };
        Some(LembarSebab::JumlahLain { label: mask_person(&label), sel: own.at, tertulis, terhitung })
    })
}
