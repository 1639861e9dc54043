//! A table while it is read: what was settled of its years, columns and rows, and the steps that its
//! values and their surroundings go through.

use crate::dataset::Findings;
use crate::dataset::body::row_said::{Peran, settled};
use crate::dataset::body::rows::{Rows, accepted};
use crate::dataset::body::sections::Judged;
use crate::dataset::by_profile::turned_marks;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::corrections::corrections;
use crate::dataset::columns::foreign_units::foreign_units;
use crate::dataset::columns::left_out::leave_out_totals;
use crate::dataset::columns::picked::picked;
use crate::dataset::columns::recalc::Book;
use crate::dataset::columns::rivals::rivals;
use crate::dataset::columns::row_periods::row_periods;
use crate::dataset::columns::row_units::row_units;
use crate::dataset::columns::sublabels::sublabels;
use crate::dataset::columns::total_units::total_units;
use crate::dataset::columns::unseen::unseen;
use crate::dataset::columns::whole_year::{parts_named, whole_year};
use crate::dataset::counted::On;
use crate::dataset::matching::years::YearPlan;
use crate::dataset::merged::Merged;
use crate::dataset::relations::category_totals::category_totals;
use crate::dataset::relations::made_up::check_made_up;
use crate::dataset::relations::secondary::called_secondary;
use crate::dataset::relations::stated_total::check_totals;
use crate::dataset::relations::unlike_lines::unlike_lines;
use crate::dataset::relations::year_parts::{are_of_parts, is_of_stock};
use crate::dataset::row_scale::{overruled_rows, scale_by_rows};
use crate::dataset::source::Source;
use crate::dataset::surroundings::budgeted::budgeted;
use crate::dataset::surroundings::looks::{check_rows, look_beside, read_columns};
use crate::dataset::surroundings::overlabels::overlabels;
use crate::dataset::surroundings::parent_years::parent_years;
use crate::dataset::surroundings::totals_around::totals_around;
use crate::diagnostic::Temuan;
use crate::vocabulary::{At, Sel, Year};
use std::collections::BTreeSet;

/// A chosen table whose years, columns and rows are settled.
pub(super) struct Reading<'a> {
    pub source: &'a Source<'a>,
    pub judged: Judged<'a>,
    /// Where its years stand.
    pub plan: &'a YearPlan,
    /// Those that are read.
    pub years: BTreeSet<Year>,
    pub merged: &'a Merged,
    /// The columns that are a field's, each once, whatever its years.
    pub used: Vec<Used>,
    pub rows: Rows,
    /// The year that each counted row says it is of.
    pub row_years: Vec<Option<Year>>,
}

/// What totals below, beside and among the rows came to.
pub(super) struct Totals {
    /// The counted rows, by their place among these, that are sums of the others.
    pub left_out: BTreeSet<usize>,
    /// How many stated totals each used column was compared with.
    pub compared: Vec<usize>,
}

/// The counted rows of a table, beside columns that are borrowed otherwise.
macro_rules! on {
    ($reading:ident) => {
        On {
            source: $reading.source,
            sheet: $reading.judged.sheet,
            layout: $reading.judged.layout,
            merged: $reading.merged,
            rows: &$reading.rows.counted,
        }
    };
}

impl Reading<'_> {
    /// What cells beside the rows say of their units, and what these are multiplied by.
    pub(super) fn scale(&mut self, findings: &mut Findings) {
        let on = on!(self);
        let picked = picked(self.source, (on.sheet, on.layout), on.rows).map(|picked| picked.rows);
        // Units of rows that no formula picks are of no figure.
        let of_figures = On { rows: picked.as_deref().filter(|own| !own.is_empty()).unwrap_or(on.rows), ..on };
        overruled_rows(&of_figures, &mut self.used).into_iter().for_each(|temuan| findings.add(temuan));
        let units = scale_by_rows(&of_figures, &mut self.used);
        let units = units.or_else(|| row_units(&of_figures, &self.used)).or_else(|| foreign_units(&of_figures, &self.used));
        units.into_iter().for_each(|temuan| findings.add(temuan));
    }

    /// What stands right under, over and in the headings, and what no reader of the page would see.
    pub(super) fn hear_labels(&self, findings: &mut Findings) {
        let (source, sheet, layout) = (self.source, self.judged.sheet, self.judged.layout);
        let under = sublabels(source, sheet, layout, &self.used).into_iter();
        let over = overlabels(source, sheet, layout, &self.used).into_iter().chain(parent_years(sheet, layout, &self.used));
        for temuan in under.chain(over).chain(budgeted(source, sheet, layout, &self.used)) {
            // A label over the rows was judged as such.
            if !findings.stands_at(&temuan.at) {
                findings.raise_found(temuan);
            }
        }
        unseen(source, sheet, layout, &self.rows.counted, &self.used).into_iter().for_each(|temuan| findings.add(temuan));
    }

    /// The values of each column, cell by cell.
    pub(super) fn read_values(&mut self, book: &mut Book, findings: &mut Findings) {
        let on = on!(self);
        read_columns(&mut self.used, &on, &self.row_years, book, findings);
    }

    /// The rows that a cell calls sekunder.
    pub(super) fn secondary(&self) -> Option<BTreeSet<u32>> {
        let on = on!(self);
        let is_asked =
            |column: u32| self.used.iter().any(|own| !own.rests.is_empty() && on.layout.columns[own.index].column == column);
        called_secondary(&on, is_asked)
    }

    /// What `tanda` turns round.
    pub(super) fn turned_marks(&self, findings: &mut Findings) {
        let of = (self.judged.sheet, self.judged.layout);
        for column in self.used.iter().filter(|column| !column.rests.is_empty()) {
            let turned = turned_marks(self.source, of, &self.rows.counted, column);
            turned.into_iter().for_each(|temuan| findings.add(temuan));
        }
    }

    /// Whether the rows are of the whole year: by what titles say of its parts, by the rows' own periods,
    /// by the words beside them.
    pub(super) fn settle_periods(&self, of_parts: Vec<Temuan>, findings: &mut Findings) {
        let on = on!(self);
        let whole = whole_year(&on, &self.rows.totals, &self.used);
        // `PER TRIWULAN` over the four of them is what the rows are.
        let titled = |temuan: &Temuan| temuan.fakta.ditemukan().unwrap_or_default();
        let is_of_rows = |temuan: &Temuan| {
            let named = parts_named(temuan);
            whole.is_some() && named == Some(on.rows.len())
                || named.is_some_and(|parts| !is_of_stock(&titled(temuan)) && are_of_parts(&on, &self.used, parts))
        };
        of_parts.into_iter().filter(|temuan| !is_of_rows(temuan)).for_each(|temuan| findings.raise_found(temuan));
        let years: Vec<Year> = self.years.iter().copied().collect();
        let periods = if whole.is_none() { row_periods(&on, &self.row_years, &years) } else { None };
        let told_at: Vec<At> = periods.iter().map(|temuan| temuan.at.clone()).collect();
        periods.into_iter().for_each(|temuan| findings.add(temuan));
        // That a row is of a quarter says nothing against it where all four are there.
        let quarters = whole.map(|column| on.sheet.at().with(Sel::Column(column)));
        let beside = look_beside(&on, &self.judged, &self.used, &self.row_years, &told_at).into_iter();
        beside.filter(|temuan| Some(&temuan.at) != quarters.as_ref()).for_each(|temuan| findings.add(temuan));
        let corrected = corrections(self.source, &self.judged, on.rows, &self.used);
        corrected.into_iter().for_each(|temuan| findings.add(temuan));
        let rivals = rivals(self.source, &self.judged, on.rows, &self.used);
        rivals.into_iter().for_each(|temuan| findings.raise_found(temuan));
    }

    /// Totals that stand among the rows, which are left out, and those that the rows are compared with.
    pub(super) fn compare_totals(&mut self, findings: &mut Findings) -> Totals {
        let on = on!(self);
        let left_out = leave_out_totals(&on, (&self.row_years, &self.rows.totals), &mut self.used, findings);
        let compared = check_totals(&self.used, &on, &self.rows.totals, findings);
        totals_around(&on, &self.judged, &self.used, findings);
        total_units(&on, &self.rows.totals, &self.used).into_iter().for_each(|temuan| findings.add(temuan));
        let rows = left_out.iter().map(|index| self.rows.counted[*index].row);
        self.rows.said.extend(rows.map(|row| (row, settled(None, Peran::Jumlah, accepted()))));
        Totals { left_out, compared }
    }

    /// What the figures say of each other: lines of unlike things, values that were made up, rows that differ.
    pub(super) fn compare_figures(&mut self, findings: &mut Findings) {
        let on = on!(self);
        let lines = unlike_lines(&self.used, &on, &self.judged, &self.row_years);
        let of_categories = category_totals(&self.used, &on, &self.row_years);
        of_categories.into_iter().chain(lines).for_each(|temuan| findings.raise_found(temuan));
        check_made_up(&self.used, &self.source.fields, (on.sheet, on.layout), on.rows, findings);
        check_rows(&mut self.used, &on, &self.row_years, findings);
    }
}
