//! What the heading says of the cells that go into a formula.

use crate::table::LayoutColumn;
use crate::text::label::words;
use crate::text::{limiting, limiting_span};
use crate::vocabulary::Year;

/// People and members: an amount for each of them is a guess.
const PEOPLE: [&str; 9] = ["anggota", "karyawan", "pegawai", "tenaga", "pekerja", "orang", "jiwa", "nasabah", "peserta"];
/// What each member pays alike, so that members times an amount are right.
const DUES: [&str; 3] = ["simpanan", "iuran", "tabungan"];

/// How often a year has what a heading speaks of: at least and at most.
pub(crate) type Times = (u32, u32);

const SPANS: [(&[&str], Times); 5] = [
    (&["bulan", "bln", "bulanan", "perbulan", "sebulan"], (12, 12)),
    (&["hari", "harian", "perhari", "sehari"], (200, 366)),
    (&["minggu", "mingguan", "perminggu", "seminggu"], (48, 53)),
    (&["triwulan", "kuartal", "triwulanan"], (4, 4)),
    (&["semester"], (2, 2)),
];

/// The words of a heading, all its labels.
pub(super) fn heading(column: &LayoutColumn) -> String {
    column.path.join(" / ")
}

pub(super) fn counts_people(column: &LayoutColumn) -> bool {
    says(column, &PEOPLE)
}

pub(super) fn is_of_dues(column: &LayoutColumn) -> bool {
    says(column, &DUES)
}

fn says(column: &LayoutColumn, list: &[&str]) -> bool {
    column.path.iter().flat_map(|label| words(label)).any(|word| list.contains(&word.as_str()))
}

/// Whether a heading says that so many of its amounts make a year: `per bulan`, twelve.
pub(super) fn makes_a_year(column: &LayoutColumn, times: u32) -> bool {
    spans(column).iter().any(|(least, most)| (*least..=*most).contains(&times))
}

/// How many of a heading's amounts make a year, at least and at most, where it is one span that it names.
pub(crate) fn times_a_year(column: &LayoutColumn) -> Option<Times> {
    let [times] = spans(column)[..] else { return None };
    Some(times)
}

fn spans(column: &LayoutColumn) -> Vec<Times> {
    let is_spread = |word: &String| ["harian", "mingguan", "bulanan", "triwulanan"].contains(&word.as_str());
    let speaks = |label: &&String| limiting_span(label).is_some() || words(label).iter().any(is_spread);
    let said: Vec<String> = column.path.iter().filter(speaks).flat_map(|label| words(label)).collect();
    let named = SPANS.iter().filter(|(names, _)| said.iter().any(|word| names.contains(&word.as_str())));
    named.map(|(_, times)| *times).collect()
}

/// Whether a heading says of a column that it is no realisasi of this year.
pub(super) fn is_of_another(column: &LayoutColumn, own: Option<Year>) -> bool {
    let year = column.period.as_ref().and_then(|period| period.year);
    year.zip(own).is_some_and(|(year, own)| year != own) || column.path.iter().any(|label| limiting(label).is_some())
}
