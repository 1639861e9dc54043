//! Which year a table's rows and columns are of.

use crate::dataset::Jenis;
use crate::dataset::matching::fit::{lacking_column, no_column};
use crate::dataset::source::Source;
use crate::diagnostic::{Fakta, KolomGanda, PeriodeBerbeda, Temuan};
use crate::table::{LayoutColumn, Match, TableLayout};
use crate::text::year_words::in_digits;
use crate::text::{normalise_label, period_alone, period_named};
use crate::vocabulary::{At, Sel, Tanggal, Year};
use crate::workbook::{Cell, Value};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Where a table's years stand.
#[derive(Clone, PartialEq, Debug)]
pub enum YearPlan {
    /// Every row is of this year.
    Fixed(Year),
    /// Side by side, in the headings.
    Headings(BTreeSet<Year>),
    /// In a Tahun column, by its index in the layout's columns.
    Column(usize),
    /// Nothing says.
    Unknown,
}

impl YearPlan {
    /// The one year that every row is of, where it is one.
    pub(crate) fn fixed(&self) -> Option<Year> {
        if let YearPlan::Fixed(tahun) = self { Some(*tahun) } else { None }
    }
}

/// The column that says each row's year; a heading only like it is none.
pub(crate) fn year_column(layout: &TableLayout) -> Option<usize> {
    layout.columns.iter().position(|column| column.isian.as_deref() == Some("tahun") && column.matched == Match::Exact)
}

pub(crate) fn year_of(column: &LayoutColumn) -> Option<Year> {
    column.period.as_ref().and_then(|period| period.year)
}

/// The one year that a sheet's name states.
pub(crate) fn year_of_name(name: &str) -> Option<Year> {
    let years: BTreeSet<Year> = name.split(|c: char| !c.is_ascii_digit()).filter_map(Year::parse).filter(is_recent).collect();
    match years.len() {
        1 => years.first().copied(),
        // `Th. 20`, `31-12-20`.
        0 => period_named(&in_digits(name).unwrap_or_else(|| name.to_owned())).and_then(|(period, _)| period.year),
        _ => None,
    }
}

/// The last of two years that are all a sheet's name says: `2019-2020`.
pub(crate) fn last_year_of_name(name: &str) -> Option<Year> {
    let (first, last) = name.trim().split_once(['-', '–', '/', '_'])?;
    let [first, last] = [first, last].map(|year| Year::parse(year.trim()).filter(is_recent));
    last.filter(|last| first.is_some_and(|first| first + 1 == *last))
}

/// The only year that a name writes out, as `{tahun}` may stand for it.
pub fn year_written(name: &str) -> Option<Year> {
    let runs = name.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let years: BTreeSet<Year> = runs.filter_map(Year::parse).filter(is_recent).collect();
    years.first().copied().filter(|_| years.len() == 1)
}

fn is_recent(year: &Year) -> bool {
    (1990..=2099).contains(&year.0)
}

/// The year that a cell of a Tahun column states.
pub(crate) fn year_in(cell: &Cell) -> Option<Year> {
    match &cell.value {
        Value::Number { value, .. } => {
            let number = i32::try_from(*value).ok().filter(|_| value.fract() == Decimal::ZERO)?;
            Some(Year(number)).filter(|year| (1900..=2999).contains(&year.0))
        }
        Value::Text(text) => {
            let years: BTreeSet<Year> = text.split(|c: char| !c.is_ascii_digit()).filter_map(Year::parse).collect();
            match years.len() {
                1 => years.first().copied(),
                0 => period_named(text).and_then(|(period, _)| period.year),
                _ => None,
            }
        }
        Value::Date { serial } => Tanggal::from_serial(i64::try_from(serial.trunc()).ok()?, false).map(|day| Year(day.year)),
        _ => None,
    }
}

/// Whether a cell of a Tahun column says more than its year: another day than its first or last, a part of it, a plan
/// (`2021 (target)`), a doubt (`2021?`).
pub(crate) fn says_more_than_year(cell: &Cell) -> bool {
    match &cell.value {
        Value::Text(text) => Year::parse(text.trim()).is_none() && text_says_more(text.trim()),
        Value::Date { serial } => i64::try_from(serial.trunc())
            .ok()
            .and_then(|serial| Tanggal::from_serial(serial, false))
            .is_some_and(|day| day.month != 12 && (day.month, day.day) != (1, 1)),
        _ => false,
    }
}

fn text_says_more(text: &str) -> bool {
    if text.contains('?') {
        return true;
    }
    // `2021-06`, `06/2021`.
    let groups: Vec<&str> = text.split(['-', '/', '.', ' ']).collect();
    if let [one, other] = groups[..]
        && let Some(month) = [(one, other), (other, one)].iter().find_map(|(year, month)| {
            Year::parse(year).filter(is_recent)?;
            month.parse::<u8>().ok().filter(|month| (1..=12).contains(month) && text.len() <= 7)
        })
    {
        return month != 12;
    }
    if let Some(period) = period_alone(text) {
        // `Des 2021` is what stood at its end.
        let is_end = period.until == Some(12) && period.months.is_none_or(|months| months == 1);
        return period.is_part() && !is_end && (period.until, period.day) != (Some(1), Some(1));
    }
    let is_plain = |word: &&str| {
        let word = word.to_lowercase();
        let plain = [
            "tahun",
            "thn",
            "th",
            "ta",
            "tb",
            "buku",
            "anggaran",
            "data",
            "laporan",
            "realisasi",
            "per",
            "akhir",
            "des",
            "desember",
        ];
        word.is_empty() || word.bytes().all(|byte| byte.is_ascii_digit()) || plain.contains(&word.as_str())
    };
    !text.split(|c: char| !c.is_alphanumeric()).all(|word| is_plain(&word))
}

/// Fewer rows than this say nothing by their years.
const FEW: usize = 5;
/// No table of data by years goes so far back with every name once.
pub(crate) const DECADES: i32 = 15;

/// The first and last of years that seem to be of founding: over decades, and
/// every name stands once.
pub(crate) fn founding<'n>(rows: impl Iterator<Item = (Option<Year>, &'n str)>) -> Option<(Year, Year)> {
    named_once(rows)
        .filter(|(first, last, count)| *count >= FEW && last.0 - first.0 >= DECADES)
        .map(|(first, last, _)| (first, last))
}

/// The first and the last of several years of rows, and how many have one, where each row has a name of its own, and no year
/// most of them: no bearer is there in two years.
pub(crate) fn named_once<'n>(rows: impl Iterator<Item = (Option<Year>, &'n str)>) -> Option<(Year, Year, usize)> {
    let mut names = BTreeSet::new();
    let mut years: BTreeMap<Year, usize> = BTreeMap::new();
    for (year, name) in rows {
        let name = normalise_label(name);
        // A row whose name is its year is that year's row.
        if name.is_empty() || Year::parse(&name).is_some() || !names.insert(name) {
            return None;
        }
        year.into_iter().for_each(|year| *years.entry(year).or_default() += 1);
    }
    let (first, last) = (*years.first_key_value()?.0, *years.last_key_value()?.0);
    let count: usize = years.values().sum();
    // Of one year are most rows, and a slip of the finger among them.
    let has_own = years.values().any(|own| own * 2 > count);
    (!has_own && first < last).then_some((first, last, count))
}

/// Which column holds a field in a year.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Pick {
    Column(usize),
    Missing,
    /// Several fit equally well.
    Several(Vec<usize>),
    /// Only columns of other years are there.
    OtherYear(usize),
}

/// Finds a field's column for a year. `is_amount`: a number, which without a
/// year in its heading is no figure of an earlier year beside dated ones.
pub(crate) fn pick(layout: &TableLayout, isian: &str, is_amount: bool, tahun: Year, plan: &YearPlan) -> Pick {
    let mut candidates: Vec<usize> = Vec::new();
    for (index, column) in layout.columns.iter().enumerate() {
        let is_rival = layout.ambiguous.iter().any(|(rival, columns)| &**rival == isian && columns.contains(&column.column));
        if column.isian.as_deref() == Some(isian) || is_rival {
            candidates.push(index);
        }
    }
    let of_year = |index: &usize| year_of(&layout.columns[*index]);
    let dated: Vec<usize> = candidates.iter().copied().filter(|index| of_year(index) == Some(tahun)).collect();
    let undated: Vec<usize> = candidates.iter().copied().filter(|index| of_year(index).is_none()).collect();
    let has_other_years = candidates.iter().any(|index| of_year(index).is_some_and(|year| year != tahun));
    let undated_fits = match plan {
        YearPlan::Headings(years) if is_amount => !has_other_years && years.last() == Some(&tahun),
        _ => true,
    };
    match (&dated[..], &undated[..]) {
        ([one], _) => Pick::Column(*one),
        ([], [one]) if undated_fits => Pick::Column(*one),
        ([], [_, _, ..]) if undated_fits => Pick::Several(undated),
        ([_, _, ..], _) => Pick::Several(dated),
        _ if has_other_years => {
            candidates.into_iter().find(|index| of_year(index).is_some()).map_or(Pick::Missing, Pick::OtherYear)
        }
        _ => Pick::Missing,
    }
}

/// The fields wanted of a year that it may do without, and that have no column.
pub(crate) fn lacking(source: &Source, layout: &TableLayout, tahun: Year, plan: &YearPlan) -> Vec<(Arc<str>, Fakta)> {
    let wanted = source.resting(&BTreeSet::from([tahun])).into_iter().filter(|isian| source.may_lack(isian, tahun));
    let is_missing = |isian: &Arc<str>| {
        if layout.doubtful.iter().any(|doubtful| doubtful.isian == *isian) {
            return false;
        }
        let is_amount = source.field(isian).is_some_and(|index| matches!(source.fields[index].jenis, Jenis::Uang | Jenis::Angka));
        matches!(pick(layout, isian, is_amount, tahun, plan), Pick::Missing | Pick::OtherYear(_))
    };
    wanted.filter(is_missing).map(|isian| (isian.clone(), no_column(&source.sumber.id, &isian, layout))).collect()
}

/// The finding for a field that has no one column in a year.
pub(crate) fn pick_finding(
    sumber: &str,
    layout: &TableLayout,
    at: &At,
    (isian, tahun): (&str, Year),
    pick: &Pick,
) -> Option<Temuan> {
    match pick {
        Pick::Column(_) => None,
        Pick::Missing => Some(lacking_column(sumber, at, isian, layout, Some(tahun))),
        Pick::Several(columns) => {
            let kolom: Vec<(Sel, String)> = columns
                .iter()
                .map(|index| (Sel::Column(layout.columns[*index].column), layout.columns[*index].path.join(" / ")))
                .collect();
            let place = kolom.first().map_or_else(|| at.clone(), |(sel, _)| at.with(*sel));
            Some(Temuan::new(place, KolomGanda { isian: isian.to_owned(), kolom }))
        }
        Pick::OtherYear(index) => {
            let column = &layout.columns[*index];
            let fakta = PeriodeBerbeda { periode: column.path.join(" / "), periode_lain: tahun.to_string() };
            Some(Temuan::new(at.with(Sel::Column(column.column)), fakta))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tahun_cell_says_its_year_or_more() {
        for text in
            ["2021", "Tahun 2021", "TA 2021", "Th. 2021", "31 Desember 2021", "31/12/2021", "2021-12", "Des 2021", "01/01/2021"]
        {
            assert!(Year::parse(text).is_some() || !text_says_more(text), "{text}");
        }
        for text in ["2021 (target)", "2021 (RAPB)", "30/06/2021", "2021-06", "2021?", "Juni 2021", "2021 sementara", "06/2021"] {
            assert!(text_says_more(text), "{text}");
        }
    }
}
