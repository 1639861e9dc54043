//! One table of one sheet, read: its rows by year, each value with its cell.
//!
//! In this order, each step on what those before it settled: which year the sheet says it is of; which
//! column is which field (`assigned`); what each row is (`told_by`); units, labels, values, periods and
//! totals, and the doubts about each (`reading`); the rows of each year (`year_parts`).

mod assigned;
mod reading;
mod told_by;
mod year_parts;

use self::assigned::assign;
use self::reading::Reading;
use self::told_by::rows_of;
use self::year_parts::YearParts;
use super::body::row_arti::leave_out_told;
use super::body::rows::{Rows, note_skipped};
use super::body::sections::{Judged, judge_sections};
use super::body::whole_place::take_out_whole;
use super::by_profile::meanings;
use super::columns::part_period::PartPeriod;
use super::columns::recalc::Book;
use super::columns::row_years::years_of_rows;
use super::columns::whole_year::parts_named;
use super::counted::{CountedRow, On};
use super::keputusan::Keputusan;
use super::matching::fit::Chosen;
use super::matching::title_class::title_classes;
use super::matching::year_said::{Dated, contradictions, earlier_titles};
use super::matching::years::YearPlan;
use super::merged::Merged;
use super::source::Source;
use super::surroundings::foreign_place::foreign_places;
use super::surroundings::remarks::{asked_sheet, limits};
use super::{Cells, Findings, Part};
use crate::diagnostic::{Fakta, Temuan};
use crate::table::Decided;
use crate::vocabulary::Year;
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The rows of one year on one sheet.
pub(crate) struct PartTable {
    pub tahun: Year,
    pub part: Part,
    pub columns: Vec<PartColumn>,
    pub rows: Vec<CountedRow>,
    pub period: PartPeriod,
    /// Fields that are not there and that the year may do without, each as it would be told.
    pub lacking: Vec<(Arc<str>, Fakta)>,
    /// How it was read.
    pub keputusan: Vec<Keputusan>,
    /// Its rows, by the sheet's, that a cell calls sekunder; none where formulas tell rows apart by it.
    pub sekunder: Option<BTreeSet<u32>>,
}

pub(crate) struct PartColumn {
    /// Index into the source's fields.
    pub field: usize,
    pub judul: String,
    pub skala: Decimal,
    /// The sheet's column.
    pub column: u32,
    /// One value for each of the part's rows.
    pub cells: Cells,
}

/// What a sheet gave: its parts, and the years that it has rows or headings of.
#[derive(Default)]
pub(crate) struct Extracted {
    pub parts: Vec<PartTable>,
    /// Nothing on the sheet says which year it is of.
    pub year_unknown: bool,
}

/// Reads a chosen table.
pub(crate) fn extract(source: &Source, chosen: &Chosen, book: &mut Book, findings: &mut Findings) -> Extracted {
    let dated = Dated::of(source, chosen);
    let said = dated.decide();
    let plan = &said.value;
    let of_parts = hear_titles(&dated, &said, chosen, findings);
    let Some(years) = years_read(source, plan) else { return Extracted { year_unknown: true, ..Extracted::default() } };
    if years.is_empty() {
        return Extracted::default();
    }

    let assigned = assign(source, chosen, plan, &years, findings);
    let (sheet, layout) = (chosen.sheet, &chosen.layout);
    let columns: Vec<u32> = layout.columns.iter().map(|column| column.column).collect();
    let merged = Merged::below(sheet, layout.header.1, &columns);
    let judged = Judged { sheet, layout, tahun: dated.only_year(plan) };
    let mut rows = rows_of(source, chosen, &merged, findings);
    settle_rows(source, chosen, &judged, &mut rows, findings);
    let on = On { source, sheet, layout, merged: &merged, rows: &rows.counted };
    let row_years = years_of_rows(&on, plan, findings);

    let mut reading = Reading { source, judged, plan, years, merged: &merged, used: assigned.used, rows, row_years };
    reading.scale(findings);
    reading.hear_labels(findings);
    reading.read_values(book, findings);
    let sekunder = reading.secondary();
    reading.turned_marks(findings);
    reading.settle_periods(of_parts, findings);
    let (told, meant): (Vec<Temuan>, Vec<Keputusan>) = meanings(source, sheet).into_iter().unzip();
    told.into_iter().for_each(|temuan| findings.add(temuan));
    let totals = reading.compare_totals(findings);
    reading.compare_figures(findings);

    let parts = YearParts { reading, chosen, said: &said, by_year: assigned.by_year, totals, meant, sekunder };
    Extracted { parts: parts.read(book.format(), findings), year_unknown: false }
}

/// Raises what titles, names and places over the table say against its figures. What says that they are
/// of parts of the year is given back: only the rows tell whether all parts are there.
fn hear_titles(dated: &Dated, said: &Decided<YearPlan>, chosen: &Chosen, findings: &mut Findings) -> Vec<Temuan> {
    let source = dated.source;
    let limits = limits(source, chosen, dated.only_year(&said.value));
    let limits = limits.into_iter().chain(foreign_places(source, chosen)).chain(title_classes(source, chosen));
    let (of_parts, limits): (Vec<Temuan>, Vec<Temuan>) = limits.partition(|temuan| parts_named(temuan).is_some());
    let against = contradictions(dated, said).into_iter().chain(earlier_titles(dated, &said.value));
    against.chain(limits).for_each(|temuan| findings.raise_found(temuan));
    of_parts
}

/// The years that the sheet has and the source is asked for; none where nothing says which year it is of.
fn years_read(source: &Source, plan: &YearPlan) -> Option<BTreeSet<Year>> {
    let years = match plan {
        YearPlan::Fixed(tahun) => BTreeSet::from([*tahun]),
        YearPlan::Headings(years) => years.clone(),
        YearPlan::Column(_) => source.years(),
        YearPlan::Unknown => return None,
    };
    Some(years.intersection(&source.years()).copied().collect())
}

/// What labels of sections, the profile and the whole's own row make of the rows.
fn settle_rows(source: &Source, chosen: &Chosen, judged: &Judged, rows: &mut Rows, findings: &mut Findings) {
    judge_sections(source, judged, rows, findings);
    leave_out_told(source, judged, rows);
    take_out_whole(source, judged.sheet, judged.layout, rows);
    asked_sheet(source, chosen, &rows.counted).into_iter().for_each(|temuan| findings.add(temuan));
    note_skipped(judged.sheet, rows, findings);
}
