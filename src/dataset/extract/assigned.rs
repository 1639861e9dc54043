//! Which column of a table is which field of which year, in which unit, and what its heading says against it.

use crate::dataset::by_profile::{heading_of_part, overruled_unit, passed_heading};
use crate::dataset::columns::column::Used;
use crate::dataset::columns::number_units::number_units;
use crate::dataset::columns::scale::{Priced, of_things};
use crate::dataset::matching::fit::Chosen;
use crate::dataset::matching::years::{Pick, YearPlan, pick, pick_finding};
use crate::dataset::source::Source;
use crate::dataset::{FieldInfo, Findings, Jenis};
use crate::diagnostic::{JudulMirip, Temuan};
use crate::table::Match;
use crate::vocabulary::{Sel, Year};
use std::collections::{BTreeMap, BTreeSet};

/// The columns that are a field's.
#[derive(Default)]
pub(super) struct Assigned {
    /// Each once, whatever its years.
    pub used: Vec<Used>,
    /// Each year's, by their place among those used, left to right.
    pub by_year: BTreeMap<Year, Vec<usize>>,
}

/// Gives each field of each year its column, each column once.
pub(super) fn assign(
    source: &Source,
    chosen: &Chosen,
    plan: &YearPlan,
    years: &BTreeSet<Year>,
    findings: &mut Findings,
) -> Assigned {
    let assigning = Assigning { source, chosen, plan };
    let mut assigned = Assigned::default();
    for tahun in years {
        assigning.pick_columns(*tahun, &mut assigned, findings);
    }
    let Assigned { used, by_year } = &mut assigned;
    for list in by_year.values_mut() {
        list.sort_by_key(|at| chosen.layout.columns[used[*at].index].column);
    }
    for column in used {
        assigning.settle_unit(column, findings);
        assigning.hear_heading(column, findings);
    }
    assigned
}

struct Assigning<'a> {
    source: &'a Source<'a>,
    chosen: &'a Chosen<'a>,
    plan: &'a YearPlan,
}

impl Assigning<'_> {
    /// The columns of a year's fields.
    fn pick_columns(&self, tahun: Year, assigned: &mut Assigned, findings: &mut Findings) {
        let Assigned { used, by_year } = assigned;
        for (field_index, field) in self.source.fields.iter().enumerate() {
            let Some(index) = self.pick_column(field, tahun, findings) else { continue };
            let at = used.iter().position(|column| column.field == field_index && column.index == index).unwrap_or_else(|| {
                used.push(Used::new(self.source, self.chosen.sheet, field_index, index));
                used.len() - 1
            });
            if self.source.rests(field, tahun) {
                used[at].rests.insert(tahun);
            }
            by_year.entry(tahun).or_default().push(at);
        }
    }

    /// The field's column in the year, by its place in the layout.
    fn pick_column(&self, field: &FieldInfo, tahun: Year, findings: &mut Findings) -> Option<usize> {
        let (source, layout) = (self.source, &self.chosen.layout);
        let is_amount = matches!(field.jenis, Jenis::Uang | Jenis::Angka);
        let picked = pick(layout, &field.isian, is_amount, tahun, self.plan);
        let is_anywhere = layout.columns.iter().any(|column| column.isian.as_ref() == Some(&field.isian));
        let is_dispensable = source.may_lack(&field.isian, tahun) && !matches!(picked, Pick::Several(_));
        let is_told = source.rests(field, tahun) && !is_dispensable && (is_anywhere || picked != Pick::Missing);
        let told = is_told
            .then(|| pick_finding(&source.sumber.id, layout, &self.chosen.sheet.at(), (&field.isian, tahun), &picked))
            .flatten();
        let granted = told.and_then(|temuan| findings.raise(temuan, None));
        match (picked, granted) {
            (Pick::Column(index), _) => Some(index),
            // The heading states another year, and the office says that it is this one's.
            (Pick::OtherYear(index), Some(_)) => Some(index),
            // A column that no year has was reported when the sheet was chosen.
            _ => None,
        }
    }

    /// What an amount's column is multiplied by, and who says otherwise.
    fn settle_unit(&self, column: &mut Used, findings: &mut Findings) {
        let (sheet, layout) = (self.chosen.sheet, &self.chosen.layout);
        if self.source.fields[column.field].jenis != Jenis::Uang {
            return;
        }
        let priced = Priced { sumber: self.source.sumber, sheet, layout, column: &layout.columns[column.index] };
        let decided = priced.decide();
        if !column.rests.is_empty() {
            priced.contradiction(&decided).into_iter().for_each(|temuan| findings.add(temuan));
            overruled_unit(sheet, &decided).into_iter().for_each(|temuan| findings.add(temuan));
        }
        column.is_in(decided);
    }

    /// What the heading of a column that a figure rests on says against it.
    fn hear_heading(&self, column: &Used, findings: &mut Findings) {
        let (source, sheet, layout) = (self.source, self.chosen.sheet, &self.chosen.layout);
        let (field, heading) = (&source.fields[column.field], &layout.columns[column.index]);
        let rests = !column.rests.is_empty();
        if rests {
            passed_heading(source, (sheet, layout), column).into_iter().for_each(|temuan| findings.add(temuan));
            heading_of_part(source, (sheet, layout), column).into_iter().for_each(|temuan| findings.add(temuan));
            match field.jenis {
                Jenis::Uang => of_things(sheet, heading).into_iter().for_each(|temuan| findings.add(temuan)),
                Jenis::Angka => {
                    let priced = Priced { sumber: source.sumber, sheet, layout, column: heading };
                    number_units(source, &priced, field, findings);
                }
                _ => {}
            }
        }
        let is_name = self.chosen.name.as_ref() == Some(&field.isian);
        if let Match::Near { alias } = &heading.matched
            && (rests || is_name)
        {
            let judul = heading.path.join(" / ");
            let fakta = JudulMirip { isian: field.isian.to_string(), judul: judul.clone(), dikenal: alias.clone() };
            findings.raise(Temuan::new(sheet.at().with(Sel::Column(heading.column)), fakta), Some(&judul));
        }
    }
}
