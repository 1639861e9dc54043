//! Dates such as their field cannot well have: after the report itself, far from all others, last year's left standing.
//! None of this refuses.

use super::shared::column_place;
use crate::dataset::accept::Findings;
use crate::dataset::assemble::correct;
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::{Fakta, RaguTanggal, TanggalJanggal, Temuan};
use crate::text::label::spelt_words;
use crate::vocabulary::{Tanggal, Year};
use std::collections::BTreeMap;

/// Fewer dates show nothing of a column.
const FEW: usize = 5;
/// One date in so many may be far from all others.
const FAR: usize = 20;
/// So many years from all others are no habit of their field, where these lie close together.
const YEARS_APART: i32 = 5;
/// Dates of what has happened, as the dictionaries know them: none is after the report that tells of it.
const PAST: [&str; 3] = [RAT, "tanggal_bh", "tanggal_lahir"];
/// What is held every year, of a year's books in it or in the next; so many that were held in others are told.
const RAT: &str = "tanggal_rat";
const TOLD: usize = 5;
/// Dates that are an entity's own and stay: one may be much older than all others, if not older than this.
const LASTING: [&str; 2] = ["tanggal_bh", "tanggal_lahir"];
const OLDEST: i32 = 1900;

/// Looks at the dates of each column that figures rest on; `laporan` is the report's own date.
pub(crate) fn check(source: &Source, table: &mut Table, laporan: Tanggal, findings: &mut Findings) {
    for column in 0..table.columns.len() {
        let own = &table.columns[column];
        let rests = source.field(&own.isian).is_some_and(|field| source.rests(&source.fields[field], table.tahun));
        if own.jenis != Jenis::Tanggal || !rests {
            continue;
        }
        let dates: Vec<(usize, Tanggal)> = (0..table.rows.len())
            .filter_map(|row| match table.isi(&table.rows[row], column) {
                Isi::Tanggal(tanggal) => Some((row, tanggal)),
                _ => None,
            })
            .collect();
        let isian = own.isian.clone();
        let is_rat = *isian == *RAT || spelt_words(&own.judul).iter().any(|word| word == "rat");
        let after = if PAST.contains(&&*isian) || is_rat { after_report(table.tahun, laporan, &dates) } else { Vec::new() };
        if let [one] = after[..] {
            tell(table, (one, column), RaguTanggal::SesudahLaporan { laporan, baris: 1, dari: dates.len() }, findings);
        } else if let Some(first) = after.first() {
            let ragu = RaguTanggal::SesudahLaporan { laporan, baris: after.len(), dari: dates.len() };
            tell_column(table, (*first, column), ragu, findings);
        }
        let rest: Vec<(usize, Tanggal)> = dates.into_iter().filter(|(row, _)| !after.contains(row)).collect();
        if let Some((first, kebanyakan)) = before_year(&isian, table.tahun, &rest) {
            let ragu = RaguTanggal::SebelumTahun { tahun: table.tahun, kebanyakan, dari: rest.len() };
            tell_column(table, (first, column), ragu, findings);
            continue;
        }
        let is_counted = source.field(&isian).is_some_and(|field| source.counts(&source.fields[field]));
        if is_rat && is_counted {
            for (row, from, to) in of_other_years(table.tahun, &rest) {
                tell(table, (row, column), RaguTanggal::JauhDariLain(from, to), findings);
            }
        }
        let oldest = if LASTING.contains(&&*isian) { OLDEST } else { i32::MAX };
        for (row, from, to) in far_apart(&rest, oldest) {
            tell(table, (row, column), RaguTanggal::JauhDariLain(from, to), findings);
        }
    }
}

/// The rows whose dates are after the report's, or after the year of the data where that was never dated anew.
fn after_report(tahun: Year, laporan: Tanggal, dates: &[(usize, Tanggal)]) -> Vec<usize> {
    let last = laporan.max(Tanggal { year: tahun.0, month: 12, day: 31 });
    dates.iter().filter(|(_, tanggal)| *tanggal > last).map(|(row, _)| *row).collect()
}

/// The first of a column's dates, and the year of most, where all are of years before that of the data: of a RAT, which
/// is held every year, or all of the year before, of what does not stay.
fn before_year(isian: &str, tahun: Year, dates: &[(usize, Tanggal)]) -> Option<(usize, Year)> {
    let is_before = dates.iter().all(|(_, tanggal)| tanggal.year < tahun.0);
    if dates.len() < FEW || !is_before || LASTING.contains(&isian) {
        return None;
    }
    let mut years: BTreeMap<i32, usize> = BTreeMap::new();
    dates.iter().for_each(|(_, tanggal)| *years.entry(tanggal.year).or_default() += 1);
    let (most, count) = years.into_iter().max_by_key(|(_, count)| *count)?;
    let is_last_year = count == dates.len() && most == tahun.0 - 1;
    (isian == RAT || is_last_year).then(|| (dates[0].0, Year(most)))
}

/// The dates before the year of the data, of what is held every year, where most are of it or the next; with the first and the
/// last year of those.
fn of_other_years(tahun: Year, dates: &[(usize, Tanggal)]) -> Vec<(usize, Year, Year)> {
    let (before, own): (Vec<_>, Vec<_>) = dates.iter().partition(|(_, tanggal)| tanggal.year < tahun.0);
    let years = own.iter().map(|(_, tanggal)| tanggal.year);
    let (Some(from), Some(to), true) = (years.clone().min(), years.max(), own.len() > before.len()) else { return Vec::new() };
    before.iter().take(TOLD).map(|(row, _)| (*row, Year(from), Year(to))).collect()
}

/// The few dates that lie further from all others than these lie from each other, and the first and last year of these.
/// What is early is so if it is before `oldest`.
fn far_apart(dates: &[(usize, Tanggal)], oldest: i32) -> Vec<(usize, Year, Year)> {
    let mut sorted = dates.to_vec();
    sorted.sort_by_key(|(_, tanggal)| *tanggal);
    let count = sorted.len();
    let year = |at: usize| sorted[at].1.year;
    for few in 1..=(count / FAR).max(1) {
        if count < few + FEW {
            break;
        }
        // At the early end, then at the late one.
        for (others, far, gap) in [
            (few..count, 0..few, year(few) - year(few - 1)),
            (0..count - few, count - few..count, year(count - few) - year(count - few - 1)),
        ] {
            let (from, to) = (year(others.start), year(others.end - 1));
            let is_late = far.start > 0;
            if gap >= YEARS_APART && gap > to - from && (is_late || year(far.end - 1) < oldest) {
                return sorted[far].iter().map(|(row, _)| (*row, Year(from), Year(to))).collect();
            }
        }
    }
    Vec::new()
}

/// The finding's facts, masked where the column is personal.
fn fakta(table: &Table, column: usize, (ditemukan, ragu): (String, RaguTanggal)) -> Fakta {
    let own = &table.columns[column];
    let fakta = Fakta::from(TanggalJanggal { isian: own.isian.to_string(), ditemukan, ragu });
    if own.pribadi { fakta.masked() } else { fakta }
}

/// The date of a row, as it is told.
fn date_text(table: &Table, (row, column): (usize, usize)) -> String {
    match table.isi(&table.rows[row], column) {
        Isi::Tanggal(tanggal) => tanggal.to_string(),
        _ => String::new(),
    }
}

pub(super) fn tell(table: &mut Table, place: (usize, usize), ragu: RaguTanggal, findings: &mut Findings) {
    let ditemukan = date_text(table, place);
    tell_as(table, place, (ditemukan, ragu), findings);
}

/// Tells a row's value, with the text that it is told by.
pub(super) fn tell_as(table: &mut Table, (row, column): (usize, usize), said: (String, RaguTanggal), findings: &mut Findings) {
    let at = table.at(&table.rows[row], column);
    if findings.stands_at(&at) {
        return;
    }
    let temuan = Temuan::new(at, fakta(table, column, said)).named(&*table.rows[row].nama);
    if let Some(granted) = findings.raise(temuan, None) {
        correct(table, row, column, granted.nilai.as_deref());
    }
}

fn tell_column(table: &Table, first: (usize, usize), ragu: RaguTanggal, findings: &mut Findings) {
    let said = (date_text(table, first), ragu);
    findings.raise(Temuan::new(column_place(table, first.1), fakta(table, first.1, said)), None);
}

/// Tells a column of the sheet on which its first doubtful row stands.
pub(super) fn tell_column_as(table: &Table, (row, column): (usize, usize), said: (String, RaguTanggal), findings: &mut Findings) {
    let row = &table.rows[row];
    findings.raise(Temuan::new(table.at_column(row, column), fakta(table, column, said)), None);
}
