//! What says which year a table is of: each evidence with its cell, settled once.

use super::cell::raw_text;
use super::fit::Chosen;
use super::keputusan::{Karena, Keputusan, Tentang};
use super::source::Source;
use super::years::{YearPlan, year_column, year_of, year_of_name};
use crate::diagnostic::{Fakta, TahunBerselisih, Temuan};
use crate::profile::SumberTahun;
use crate::table::caption::governed_year;
use crate::table::{Decided, Evidence, Ground, LayoutColumn, StatedYear, Strength, TableLayout, settle};
use crate::vocabulary::{CellAddress, Year};
use crate::workbook::Sheet;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A table whose years are asked for.
pub(crate) struct Dated<'a> {
    pub source: &'a Source<'a>,
    pub sheet: &'a Sheet,
    pub layout: &'a TableLayout,
    /// The year that the file's or the sheet's name says where the profile has `{tahun}`.
    pub named: Option<(Year, Ground)>,
    /// The profile names the sheet itself: its name says no year of its own.
    pub sheet_is_named: bool,
    /// The Tahun column, by its index in the layout's columns.
    pub column: Option<usize>,
}

impl<'a> Dated<'a> {
    pub(crate) fn of(source: &'a Source<'a>, chosen: &'a Chosen<'a>) -> Self {
        let by_sheet = source.sumber.lembar.as_ref().is_some_and(|lembar| lembar.text.contains("{tahun}"));
        let ground = if by_sheet { Ground::Sheet } else { Ground::File };
        Self {
            source,
            sheet: chosen.sheet,
            layout: &chosen.layout,
            named: chosen.tahun.map(|tahun| (tahun, ground)),
            sheet_is_named: chosen.sheet_is_named,
            column: year_column(&chosen.layout),
        }
    }

    /// Where the table's years stand, and what says so: the profile before the file's
    /// name, then headings, a Tahun column, titles, the sheet's name.
    pub(crate) fn decide(&self) -> Decided<YearPlan> {
        let mut evidence = self.by_profile();
        let is_settled = !evidence.is_empty();
        if !is_settled {
            evidence.extend(self.by_headings());
            evidence.extend(self.by_column());
        }
        let fixed = evidence.first().map(|first| first.says.clone());
        let own = match &fixed {
            Some(plan) => plan.fixed(),
            None => self.titles_agree().or(self.sheet_year()),
        };
        // Over headings or a column of years a title says nothing further.
        if let Some(own) = own {
            evidence.extend(self.layout.stated_years.iter().map(|stated| by_title(stated, own)));
            evidence.extend(self.by_sheet());
        }
        settle(evidence).unwrap_or_else(|| Decided::by_rule(YearPlan::Unknown, String::new()))
    }

    /// The key `tahun`, else the name in which the profile has `{tahun}`.
    fn by_profile(&self) -> Vec<Evidence<YearPlan>> {
        let key = Ground::Key(format!("sumber.{}.tahun", self.source.sumber.id));
        let one = match self.source.sumber.tahun {
            Some(SumberTahun::Tetap(tahun)) => Some((YearPlan::Fixed(tahun), key, tahun.to_string())),
            Some(SumberTahun::Kolom) => {
                let plan = self.column.map_or(YearPlan::Unknown, YearPlan::Column);
                Some((plan, key, "kolom".to_owned()))
            }
            None => self.named.clone().map(|(tahun, ground)| {
                let text = match ground {
                    Ground::Sheet => self.sheet.name.as_deref().unwrap_or_default().to_owned(),
                    _ => self.sheet.berkas.to_string(),
                };
                (YearPlan::Fixed(tahun), ground, text)
            }),
        };
        let mut evidence: Vec<_> =
            one.into_iter().map(|(plan, ground, text)| Evidence::new(plan, ground, text, Strength::Stated)).collect();
        if self.source.sumber.tahun == Some(SumberTahun::Kolom) {
            evidence.extend(self.by_column());
        }
        evidence
    }

    fn by_headings(&self) -> Vec<Evidence<YearPlan>> {
        let resting = self.source.resting(&self.source.years());
        let years = heading_years(self.layout, &resting);
        let is_of = |column: &&LayoutColumn| year_of(column).is_some_and(|year| years.contains(&year)) && column.isian.is_some();
        let says = |column| self.by_heading(YearPlan::Headings(years.clone()), column);
        self.layout.columns.iter().filter(is_of).map(says).collect()
    }

    fn by_column(&self) -> Option<Evidence<YearPlan>> {
        let index = self.column?;
        Some(self.by_heading(YearPlan::Column(index), &self.layout.columns[index]))
    }

    fn by_heading(&self, plan: YearPlan, column: &LayoutColumn) -> Evidence<YearPlan> {
        let ground = heading_cell(self.sheet, self.layout, column.column);
        Evidence::new(plan, ground, column.path.join(" / "), Strength::Stated)
    }

    /// The year that the titles state, where they agree.
    fn titles_agree(&self) -> Option<Year> {
        self.layout.period.as_ref().and_then(|period| period.year)
    }

    fn by_sheet(&self) -> Option<Evidence<YearPlan>> {
        let text = self.sheet.name.as_deref().unwrap_or_default();
        Some(Evidence::new(YearPlan::Fixed(self.sheet_year()?), Ground::Sheet, text, Strength::Stated))
    }

    /// The one year that the sheet's name states, where the profile does not name the sheet.
    fn sheet_year(&self) -> Option<Year> {
        if self.sheet_is_named {
            return None;
        }
        year_of_name(self.sheet.name.as_deref()?)
    }
}

/// A title over a table of the year `own`: it says that one, too, where it names it
/// among others, or the one after it in which the books were closed.
fn by_title(stated: &StatedYear, own: Year) -> Evidence<YearPlan> {
    let follows = stated.may_follow && stated.year == own + 1;
    // `TAHUN BUKU 2020, RAT TAHUN 2021` names both, and says which one the figures are of.
    let names_it = || stated.text.contains(&own.to_string()) && governed_year(&stated.text).is_none_or(|year| year == own);
    let is_own = (stated.first..=stated.year).contains(&own) || follows || names_it();
    let says = YearPlan::Fixed(if is_own { own } else { stated.year });
    Evidence::new(says, stated.at.ground(), stated.at.told(&stated.text), Strength::Stated)
}

/// The titles and the sheet's name that state another year than the table is of:
/// last year's file under this year's name looks like that.
pub(crate) fn contradictions(sheet: &Sheet, decided: &Decided<YearPlan>) -> Vec<Temuan> {
    let Some(tahun) = decided.value.fixed() else { return Vec::new() };
    let told = |other: &Evidence<YearPlan>| {
        let fakta = Fakta::TahunBerselisih(TahunBerselisih { tertulis: other.text.clone(), tahun });
        match other.ground {
            Ground::Cell(at) => Some(Temuan::new(sheet.at_cell(at), fakta)),
            Ground::Sheet | Ground::Around(_) => Some(Temuan::new(sheet.at(), fakta)),
            _ => None,
        }
    };
    decided.against.iter().filter_map(told).collect()
}

/// The decision for one year, as it is shown.
pub(crate) fn shown(decided: &Decided<YearPlan>, tahun: Year, layout: &TableLayout) -> Keputusan {
    // Of headings side by side those of the year itself.
    let is_of = |one: &&Evidence<YearPlan>| match (&one.says, &one.ground) {
        (YearPlan::Headings(_), Ground::Cell(CellAddress { column, .. }) | Ground::Column(column)) => {
            layout.columns.iter().any(|heading| heading.column == *column && year_of(heading) == Some(tahun))
        }
        _ => true,
    };
    let karena = decided.because.iter().filter(is_of).map(Karena::from).collect();
    Keputusan::new(Tentang::Tahun, None, tahun.to_string(), karena)
}

/// The years in the headings of fields that figures rest on (of any field, where they rest on none).
fn heading_years(layout: &TableLayout, resting: &BTreeSet<Arc<str>>) -> BTreeSet<Year> {
    let years = |counts: &dyn Fn(&Arc<str>) -> bool| -> BTreeSet<Year> {
        let columns = layout.columns.iter().filter(|column| column.isian.as_ref().is_some_and(counts));
        columns.filter_map(year_of).collect()
    };
    let own = years(&|isian| resting.contains(isian));
    if own.is_empty() && resting.is_empty() { years(&|_| true) } else { own }
}

/// The lowest heading cell over a column.
pub(crate) fn heading_cell(sheet: &Sheet, layout: &TableLayout, column: u32) -> Ground {
    let (first, last) = layout.header;
    let at = (first..=last).rev().map(|row| CellAddress::new(row, column));
    let says = |at: &CellAddress| sheet.cell(*at).is_some_and(|cell| !raw_text(&cell.value).trim().is_empty());
    at.into_iter().find(says).map_or(Ground::Column(column), Ground::Cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::CellAddress;

    fn title(year: i32, text: &str, may_follow: bool) -> StatedYear {
        let year = Year(year);
        StatedYear { at: CellAddress::new(0, 0).into(), year, first: year, text: text.to_owned(), may_follow }
    }

    #[test]
    fn a_title_says_the_tables_own_year_or_another() {
        let says = |stated: StatedYear| by_title(&stated, Year(2021)).says.fixed().unwrap().0;
        assert_eq!(says(title(2021, "TAHUN 2021", false)), 2021);
        assert_eq!(says(title(2022, "RAT 2022", true)), 2021);
        assert_eq!(says(title(2022, "TAHUN 2022", false)), 2022);
        assert_eq!(says(title(2020, "PERTUMBUHAN 2020 KE 2021", false)), 2021);
        assert_eq!(says(StatedYear { first: Year(2019), ..title(2021, "TAHUN 2019-2021", false) }), 2021);
    }
}
