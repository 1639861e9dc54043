//! The rows of each year of a table that was read, and what is told of them.

use super::reading::{Reading, Totals};
use super::{PartColumn, PartTable};
use crate::dataset::bacaan::TableRead;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::lookback::lookbacks;
use crate::dataset::columns::part_period::Asked;
use crate::dataset::columns::row_years::NO_YEAR;
use crate::dataset::columns::undated_rows::YearRows;
use crate::dataset::counted::{CountedRow, On};
use crate::dataset::keputusan::Keputusan;
use crate::dataset::matching::captured::is_captured;
use crate::dataset::matching::fit::Chosen;
use crate::dataset::matching::years::{YearPlan, lacking};
use crate::dataset::{Cells, Findings, Part, Recent};
use crate::diagnostic::{Temuan, Tersembunyi, TersembunyiTidakDiketahui};
use crate::table::{Decided, TableLayout};
use crate::vocabulary::{Sel, Year};
use crate::workbook::Hidden;
use std::collections::{BTreeMap, BTreeSet};

/// What was read, to be parted by year.
pub(super) struct YearParts<'a> {
    pub reading: Reading<'a>,
    pub chosen: &'a Chosen<'a>,
    pub said: &'a Decided<YearPlan>,
    /// Each year's columns among those used.
    pub by_year: BTreeMap<Year, Vec<usize>>,
    pub totals: Totals,
    /// What `arti` says of texts on the sheet.
    pub meant: Vec<Keputusan>,
    pub sekunder: Option<BTreeSet<u32>>,
}

impl YearParts<'_> {
    /// A part for each year; `format` is the workbook's, for what it cannot tell of hidden rows.
    pub(super) fn read(mut self, format: &'static str, findings: &mut Findings) -> Vec<PartTable> {
        let years: Vec<Year> = self.reading.years.iter().copied().collect();
        let mut parts = Vec::new();
        let mut counted: Vec<u32> = Vec::new();
        for tahun in &years {
            let kept = self.kept(*tahun, findings);
            if kept.is_empty() && matches!(self.reading.plan, YearPlan::Column(_)) {
                continue;
            }
            counted.extend(kept.iter().map(|index| self.reading.rows.counted[*index].row));
            // The last year takes what is held, so that nothing is held twice.
            parts.push(self.part(*tahun, &kept, years.last() == Some(tahun)));
        }
        counted.sort_unstable();
        counted.dedup();
        self.note_hidden(format, &counted, findings);
        parts
    }

    /// The counted rows that are the year's; those of a wide sheet that hold nothing of it are told.
    fn kept(&self, tahun: Year, findings: &mut Findings) -> Vec<usize> {
        let reading = &self.reading;
        let rows = &reading.rows.counted;
        let of = (reading.judged.sheet, reading.judged.layout);
        let beside = YearRows::of(reading.source, of, tahun, reading.plan);
        let has_its_cells = |index: usize| beside.as_ref().is_none_or(|beside| beside.have(rows[index].row));
        let is_its = |index: usize| {
            let year = reading.row_years[index];
            year.is_none_or(|year| year == tahun && year != NO_YEAR) && !self.totals.left_out.contains(&index)
        };
        let (mut kept, mut left): (Vec<usize>, Vec<&CountedRow>) = (Vec::with_capacity(rows.len()), Vec::new());
        for index in (0..rows.len()).filter(|index| is_its(*index)) {
            match has_its_cells(index) {
                true => kept.push(index),
                false => left.push(&rows[index]),
            }
        }
        // A year without a row has no part, and no rows left out of it.
        if kept.is_empty() && matches!(reading.plan, YearPlan::Column(_)) {
            return kept;
        }
        let told = beside.as_ref().and_then(|beside| beside.left_out(&left, &reading.used));
        told.into_iter().for_each(|temuan| findings.add(temuan));
        kept
    }

    /// One year's part. `is_last` takes the rows and values that no later year needs.
    fn part(&mut self, tahun: Year, kept: &[usize], is_last: bool) -> PartTable {
        let own: Vec<usize> = self.by_year.get(&tahun).cloned().unwrap_or_default();
        // A total under rows of several years is told of once.
        let totals = own.iter().map(|column| std::mem::take(&mut self.totals.compared[*column])).sum();
        let reading = &self.reading;
        let (source, sheet, layout) = (reading.source, reading.judged.sheet, reading.judged.layout);
        let rows: Vec<&CountedRow> = kept.iter().map(|index| &reading.rows.counted[*index]).collect();
        let period = Asked { source, sheet, layout, rows: &rows, used: &reading.used }.period_of(tahun, &own);
        let on = On { source, sheet, layout, merged: reading.merged, rows: &reading.rows.counted };
        let lookbacks = if reading.plan.fixed() == Some(tahun) { lookbacks(&on, &reading.used, tahun) } else { Vec::new() };
        let read = TableRead {
            source,
            chosen: self.chosen,
            said: self.said,
            tahun,
            period: &period,
            columns: own.iter().map(|column| &reading.used[*column]).collect(),
            rows,
            counted: &reading.rows.counted,
            rows_said: &reading.rows.said,
            meant: &self.meant,
        };
        let keputusan = read.decisions();
        let lacking = lacking(source, layout, tahun, reading.plan);
        let year_rows = YearRows::of(source, (sheet, layout), tahun, reading.plan);
        let read: Vec<u32> = own.iter().map(|column| layout.columns[reading.used[*column].index].column).collect();
        let kept_rows = || kept.iter().map(|index| reading.rows.counted[*index].row);
        let by_year = year_rows.map(|year_rows| year_rows.by_year(kept_rows(), &read));
        let (berkas, lembar) = (sheet.berkas.clone(), sheet.name.clone());
        let part = Part { berkas, lembar, columns: Vec::new(), totals, lookbacks, by_year };
        let used = &mut self.reading.used;
        let columns = own.iter().map(|column| part_column(kept, &mut used[*column], layout, is_last)).collect();
        let rows = part_rows(kept, &mut self.reading.rows.counted, is_last);
        PartTable { tahun, part, columns, rows, period, lacking, keputusan, sekunder: self.sekunder.clone() }
    }

    /// Tells of counted rows and used columns that the workbook hides.
    fn note_hidden(&self, format: &'static str, counted: &[u32], findings: &mut Findings) {
        if counted.is_empty() {
            return;
        }
        let (sheet, layout) = (self.reading.judged.sheet, self.reading.judged.layout);
        if sheet.hidden_rows == Hidden::Unknown || sheet.hidden_columns == Hidden::Unknown {
            findings.add(Temuan::new(sheet.at(), TersembunyiTidakDiketahui { format }));
        }
        let is_hidden = |hidden: &Hidden, index: u32| hidden.contains(index) == Some(true);
        let rows = counted.iter().filter(|row| is_hidden(&sheet.hidden_rows, **row));
        let rows: Vec<Sel> = rows.map(|row| Sel::Row(*row)).collect();
        let used = self.reading.used.iter().filter(|column| !column.rests.is_empty());
        let columns: BTreeSet<u32> = used.map(|column| layout.columns[column.index].column).collect();
        let columns = columns.into_iter().filter(|column| is_hidden(&sheet.hidden_columns, *column));
        let columns: Vec<Sel> = columns.map(Sel::Column).collect();
        if !rows.is_empty() || !columns.is_empty() {
            let contoh = columns.iter().chain(&rows).take(5).copied().collect();
            let fakta = Tersembunyi { baris: rows.len(), kolom: columns.len(), contoh };
            findings.add(Temuan::new(sheet.at(), fakta));
        }
    }
}

/// A year's rows of the counted ones that are kept.
fn part_rows(kept: &[usize], counted: &mut Vec<CountedRow>, is_last: bool) -> Vec<CountedRow> {
    match is_last {
        // All of them in their order, none of which another year takes.
        true if kept.len() == counted.len() => std::mem::take(counted),
        _ => kept.iter().map(|index| counted[*index].clone()).collect(),
    }
}

/// A column's values for the kept rows.
fn part_column(kept: &[usize], used: &mut Used, layout: &TableLayout, is_last: bool) -> PartColumn {
    let cells = match is_last {
        // All of them in their order, none of which another year takes.
        true if kept.len() == used.data.len() => std::mem::take(&mut used.data),
        _ => {
            let (mut cells, mut recent) = (Cells::with_capacity(kept.len()), Recent::default());
            kept.iter().for_each(|slot| cells.push(used.data.get(*slot), used.data.is_corrected(*slot), &mut recent));
            cells
        }
    };
    if is_last {
        used.data = Cells::default();
    }
    let heading = &layout.columns[used.index];
    let column = if is_captured(heading) { Part::OF_NAME } else { heading.column };
    PartColumn { field: used.field, judul: heading.path.join(" "), skala: used.reader.skala, column, cells }
}
