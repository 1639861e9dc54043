//! Of which year each counted row is, where a Tahun column says so.

use crate::dataset::accept::Findings;
use crate::dataset::cell::raw_text;
use crate::dataset::counted::On;
use crate::dataset::matching::years::{YearPlan, founding, named_once, says_more_than_year, year_column, year_in};
use crate::diagnostic::{BukanAngka, BukanAngkaSebab, PeriodeBerbeda, TahunBerdiri, TahunBerselisih, TahunKosong, Temuan};
use crate::profile::Dictionary;
use crate::vocabulary::{CellAddress, Sel, Year};
use std::collections::BTreeMap;

/// The year of rows whose Tahun cell says nothing: they belong nowhere.
pub(crate) const NO_YEAR: Year = Year(0);

/// Fewer bearers show nothing.
const BEARERS: usize = 3;

/// The year of each counted row: none where the plan gives it, [`NO_YEAR`]
/// where its Tahun cell does not.
pub(crate) fn years_of_rows(on: &On, plan: &YearPlan, findings: &mut Findings) -> Vec<Option<Year>> {
    let On { source, sheet, layout, merged, rows } = *on;
    let stated = year_column(layout);
    let (index, fixed) = match (plan, stated) {
        (YearPlan::Column(index), _) => (*index, None),
        (YearPlan::Fixed(tahun), Some(index)) => (index, Some(*tahun)),
        (YearPlan::Headings(years), Some(index)) if years.len() == 1 => (index, years.first().copied()),
        _ => return vec![None; rows.len()],
    };
    let is_by_name = matches!(plan, YearPlan::Fixed(_)) && source.sumber.tahun.is_none();
    let column = layout.columns[index].column;
    let stands = |row: u32| merged.cell(sheet, CellAddress::new(row, column)).and_then(|cell| year_in(&cell));
    let named = || rows.iter().map(|row| (stands(row.row), &*row.nama));
    // Koperasi and businesses come again year after year, whatever years a column of theirs is of.
    let are_bearers = fixed.is_none() && source.sumber.bentuk != Dictionary::None && !source.recap;
    let again =
        || named_once(named()).filter(|(.., count)| are_bearers && *count >= BEARERS).map(|(first, last, _)| (first, last));
    let founded = founding(named()).or_else(again);
    if let Some((dari, sampai)) = founded {
        if fixed.is_some() {
            return vec![None; rows.len()];
        }
        let judul = layout.columns[index].path.join(" / ");
        let fakta = TahunBerdiri { judul, dari: dari.to_string(), sampai: sampai.to_string() };
        findings.add(Temuan::new(sheet.at().with(Sel::Column(column)), fakta));
    }
    let own = fixed.map_or(0, |fixed| rows.iter().filter(|row| stands(row.row) == Some(fixed)).count());
    let says_own = own * 2 > rows.len();
    // Under a heading's year, or the profile's, years of many kinds are of something else: of joining, say.
    if fixed.is_some()
        && !is_by_name
        && !says_own
        && most_say(rows.iter().filter_map(|row| stands(row.row)), rows.len(), |_| true).is_none()
    {
        return vec![None; rows.len()];
    }
    let other = fixed.and_then(|fixed| most_say(rows.iter().filter_map(|row| stands(row.row)), rows.len(), |year| year != fixed));
    let mut is_other_told = false;
    let mut blank: Vec<String> = Vec::new();
    let mut years = Vec::with_capacity(rows.len());
    for counted in rows {
        let at = CellAddress::new(counted.row, column);
        let cell = merged.cell(sheet, at);
        let year = cell.and_then(|cell| year_in(&cell));
        let text = cell.map(|cell| raw_text(&cell.value)).unwrap_or_default();
        let place = sheet.at_cell(at);
        let more = cell.filter(|cell| fixed.is_none_or(|fixed| year == Some(fixed)) && says_more_than_year(cell));
        match (year, fixed) {
            (Some(year), _) if more.is_some() => {
                let fakta = PeriodeBerbeda { periode: text.clone(), periode_lain: year.to_string() };
                findings.raise(Temuan::new(place, fakta).named(&*counted.nama), Some(&text));
                years.push(fixed.is_none().then_some(year));
            }
            (Some(year), None) => years.push(Some(year)),
            (Some(year), Some(fixed)) if other == Some(year) => {
                // Said once, of all of them.
                if !is_other_told {
                    let tertulis = format!("{} {text}", layout.columns[index].path.join(" / "));
                    let fakta = TahunBerselisih { tertulis: tertulis.clone(), tahun: fixed, dasar: None };
                    findings.raise(Temuan::new(place, fakta), Some(&tertulis));
                    is_other_told = true;
                }
                years.push(None);
            }
            (Some(year), Some(fixed)) if year != fixed => {
                let fakta = PeriodeBerbeda { periode: text.clone(), periode_lain: fixed.to_string() };
                findings.raise(Temuan::new(place, fakta).named(&*counted.nama), Some(&text));
                years.push(None);
            }
            // `Tahun lalu`, `202` among cells that say the year.
            (None, Some(fixed)) if says_own && text.chars().any(char::is_alphanumeric) => {
                let fakta = PeriodeBerbeda { periode: text.clone(), periode_lain: fixed.to_string() };
                findings.raise(Temuan::new(place, fakta).named(&*counted.nama), Some(&text));
                years.push(None);
            }
            (_, Some(_)) => years.push(None),
            (None, None) if text.trim().is_empty() => {
                blank.push(counted.nama.to_string());
                years.push(Some(NO_YEAR));
            }
            (None, None) => {
                let fakta = BukanAngka { ditemukan: text.clone(), sebab: BukanAngkaSebab::Kata };
                let granted = findings.raise(Temuan::new(place, fakta).named(&*counted.nama), Some(&text));
                let year = granted.and_then(|granted| granted.nilai).and_then(|nilai| Year::parse(&nilai));
                years.push(Some(year.unwrap_or(NO_YEAR)));
            }
        }
    }
    if !blank.is_empty() {
        let jumlah = blank.len();
        blank.truncate(3);
        findings.add(Temuan::new(sheet.at().with(Sel::Column(column)), TahunKosong { jumlah, contoh: blank }));
    }
    if fixed.is_none() {
        for index in lone_years(&years) {
            let (counted, lain) = (&rows[index], years[index - 1].unwrap_or(NO_YEAR));
            let at = CellAddress::new(counted.row, column);
            let text = merged.cell(sheet, at).map(|cell| raw_text(&cell.value)).unwrap_or_default();
            let fakta = PeriodeBerbeda { periode: text.clone(), periode_lain: lain.to_string() };
            findings.raise(Temuan::new(sheet.at_cell(at), fakta).named(&*counted.nama), Some(&text));
        }
    }
    years
}

/// The year, one of those asked for, that more than half of all rows say.
fn most_say(years: impl Iterator<Item = Year>, all: usize, is_asked: impl Fn(Year) -> bool) -> Option<Year> {
    let mut counts: BTreeMap<Year, usize> = BTreeMap::new();
    years.for_each(|year| *counts.entry(year).or_default() += 1);
    counts.into_iter().find(|(year, count)| is_asked(*year) && count * 2 > all).map(|(year, _)| year)
}

/// Fewer rows than these tell no custom.
const FEWEST: usize = 8;

/// The rows of a year that is all but alone, between rows of one other year: `2012` among those of 2021.
fn lone_years(years: &[Option<Year>]) -> Vec<usize> {
    let mut counts: BTreeMap<Year, usize> = BTreeMap::new();
    years.iter().flatten().for_each(|year| *counts.entry(*year).or_default() += 1);
    if years.len() < FEWEST || counts.len() < 2 {
        return Vec::new();
    }
    let count = |year: Year| counts.get(&year).copied().unwrap_or_default();
    let is_lone = |index: &usize| {
        let [Some(before), Some(own), Some(after)] = years[index - 1..=index + 1] else { return false };
        before == after && own != before && own != NO_YEAR && before != NO_YEAR && count(own) <= 2 && count(before) >= FEWEST / 2
    };
    (1..years.len() - 1).filter(is_lone).collect()
}
