//! Rows that are parts of a year: a quarter each, a month each. Whether they add
//! up to the year or each holds all before it no sheet says.

use super::cell::raw_text;
use super::merged::Merged;
use super::rows::CountedRow;
use super::source::Source;
use crate::diagnostic::{PeriodeBerbeda, Temuan};
use crate::table::{LayoutColumn, RowKind, TableLayout};
use crate::text::Period;
use crate::text::period_named;
use crate::vocabulary::{CellAddress, Sel, Year};
use crate::workbook::Sheet;
use std::collections::BTreeMap;

/// Words of headings over quarters and months.
const SHARES: [&str; 12] =
    ["triwulan", "tw", "tribulan", "kuartal", "semester", "smt", "bulan", "bln", "periode", "catur", "caturwulan", "quarter"];
/// Words that may stand beside them.
const BESIDE: [&str; 7] = ["ke", "laporan", "pelaporan", "data", "tahun", "nama", "wulan"];

/// A finding where the counted rows of one year are of several parts of it and
/// no formula tells them apart.
pub(crate) fn row_periods(
    source: &Source,
    sheet: &Sheet,
    layout: &TableLayout,
    rows: &[CountedRow],
    row_years: &[Option<Year>],
    years: &[Year],
    merged: &Merged,
) -> Option<Temuan> {
    let told_apart = |column: &LayoutColumn| {
        let field = column.isian.as_deref().and_then(|isian| source.field(isian)).map(|at| &source.fields[at]);
        field.is_some_and(|field| years.iter().all(|tahun| source.rests(field, *tahun)))
    };
    for column in layout.columns.iter().filter(|column| is_share_heading(column) && !told_apart(column)) {
        let heading = column.path.last().map_or("", String::as_str);
        let mut first: BTreeMap<Option<Year>, String> = BTreeMap::new();
        for (row, year) in rows.iter().zip(row_years) {
            let cell = merged.cell(sheet, CellAddress::new(row.row, column.column));
            let text = cell.map(|cell| raw_text(&cell.value)).unwrap_or_default();
            if !text.chars().any(char::is_alphanumeric) {
                continue;
            }
            let other = first.entry(*year).or_insert_with(|| text.clone());
            if !other.eq_ignore_ascii_case(&text) {
                let fakta = PeriodeBerbeda { periode: format!("{heading} {text}"), periode_lain: format!("{heading} {other}") };
                return Some(Temuan::new(sheet.at().with(Sel::Column(column.column)), fakta));
            }
        }
    }
    label_periods(sheet, layout, years)
}

/// `Triwulan`, `Bulan Laporan`: the words of such a heading and no others.
fn is_share_heading(column: &LayoutColumn) -> bool {
    let Some(heading) = column.path.last() else { return false };
    let heading = heading.to_lowercase();
    let words: Vec<&str> = heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.iter().any(|word| SHARES.contains(word)) && words.iter().all(|word| SHARES.contains(word) || BESIDE.contains(word))
}

/// Labels over groups of rows that name other periods: `Triwulan I`, `TAHUN 2020`.
fn label_periods(sheet: &Sheet, layout: &TableLayout, years: &[Year]) -> Option<Temuan> {
    let mut first: Option<(Period, String)> = None;
    for row in &layout.rows {
        let RowKind::GroupLabel(label) = &row.kind else { continue };
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
