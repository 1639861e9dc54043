//! What says which year a table is of: each evidence with its cell, settled once.

use crate::dataset::cell::raw_text;
use crate::dataset::keputusan::{Karena, Keputusan, Tentang};
use crate::dataset::matching::fit::Chosen;
use crate::dataset::matching::years::last_year_of_name;
use crate::dataset::matching::years::{DECADES, YearPlan, year_column, year_in, year_of, year_of_name};
use crate::dataset::source::Source;
use crate::diagnostic::{DasarTahun, Fakta, KeteranganMembatasi, Letak, TahunBerselisih, Temuan};
use crate::profile::SumberTahun;
use crate::table::caption::governed_year;
use crate::table::{Decided, Evidence, Ground, LayoutColumn, LayoutRow, RowKind, StatedYear, Strength, TableLayout, settle};
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
    /// Other sheets or tables of the file are of other years: its name says nothing of this one.
    pub is_one_of_years: bool,
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
            is_one_of_years: by_sheet || chosen.is_by_year || source.counts_all_sheets() && !chosen.is_alone,
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
        let plan = evidence.first().map(|first| first.says.clone());
        let own = match &plan {
            Some(plan) => self.span(plan),
            None => self.titles_agree().or(self.sheet_year()).map(Span::of_year),
        };
        if let Some(own) = own {
            let mut said: Vec<_> = self.layout.stated_years.iter().map(|stated| by_title(stated, own)).collect();
            said.extend(self.by_sheet(own));
            said.extend(self.by_file(own));
            // Over headings or a column of years a title that names one of them says nothing further.
            let is_dated = plan.is_some_and(|plan| plan.fixed().is_none());
            said.retain(|other| !is_dated || other.says.fixed().is_some_and(|year| !own.holds(year)));
            evidence.extend(said);
        }
        settle(evidence).unwrap_or_else(|| Decided::by_rule(YearPlan::Unknown, String::new()))
    }

    /// The one year of the figures, where they are of one.
    pub(crate) fn only_year(&self, plan: &YearPlan) -> Option<Year> {
        self.span(plan).filter(|own| own.first == own.last).map(|own| own.last)
    }

    /// The years of the figures.
    fn span(&self, plan: &YearPlan) -> Option<Span> {
        match plan {
            YearPlan::Fixed(tahun) => Some(Span::of_year(*tahun)),
            YearPlan::Headings(_) => Span::over(self.layout.columns.iter().filter_map(year_of)),
            YearPlan::Column(index) => {
                let column = self.layout.columns.get(*index)?.column;
                let is_data = |row: &LayoutRow| matches!(row.kind, RowKind::Data | RowKind::DataUnlessSum { .. });
                let cells = self.layout.rows.iter().filter(is_data).map(|row| CellAddress::new(row.row, column));
                // Years of founding are asked about.
                Span::over(cells.filter_map(|at| year_in(&self.sheet.cell(at)?))).filter(|own| own.last.0 - own.first.0 < DECADES)
            }
            YearPlan::Unknown => None,
        }
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

    fn by_sheet(&self, own: Span) -> Option<Evidence<YearPlan>> {
        let text = self.sheet.name.as_deref().unwrap_or_default();
        let year = self.sheet_year()?;
        Some(Evidence::new(YearPlan::Fixed(own.nearest(year)), Ground::Sheet, text, Strength::Stated))
    }

    /// The file's name, or else its folder's, where it states a year that the figures are not of. One of the year after them
    /// was made then.
    fn by_file(&self, own: Span) -> Option<Evidence<YearPlan>> {
        let is_settled = self.is_one_of_years || matches!(self.named, Some((_, Ground::File)));
        let path = Some(&*self.sheet.berkas).filter(|_| !is_settled)?;
        let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        let year = stem.rsplit('/').find_map(year_of_name).filter(|year| !own.holds(*year) && *year != own.last + 1)?;
        Some(Evidence::new(YearPlan::Fixed(year), Ground::File, path, Strength::Stated))
    }

    /// The one year that the sheet's name states, where the profile does not name the sheet.
    fn sheet_year(&self) -> Option<Year> {
        if self.sheet_is_named {
            return None;
        }
        let name = self.sheet.name.as_deref()?;
        year_of_name(name).or_else(|| last_year_of_name(name))
    }
}

/// The first and the last year of a table's figures.
#[derive(Clone, Copy)]
struct Span {
    first: Year,
    last: Year,
}

impl Span {
    fn of_year(year: Year) -> Self {
        Self { first: year, last: year }
    }

    fn over(years: impl Iterator<Item = Year>) -> Option<Self> {
        let years: BTreeSet<Year> = years.collect();
        Some(Self { first: *years.first()?, last: *years.last()? })
    }

    fn holds(self, year: Year) -> bool {
        (self.first..=self.last).contains(&year)
    }

    /// What a year says of these: the year after several is the one in which they were put side by side.
    fn nearest(self, year: Year) -> Year {
        if self.first < self.last && year == self.last + 1 { self.last } else { year }
    }
}

/// A title over a table of the years `own`: it says the last of them, too, where it names one among others, or the one
/// after them in which the books were closed.
fn by_title(stated: &StatedYear, own: Span) -> Evidence<YearPlan> {
    let follows = stated.may_follow && stated.year == own.last + 1;
    // `TAHUN BUKU 2020, RAT TAHUN 2021` names both, and says which one the figures are of.
    let names = |year: i32| stated.text.contains(&year.to_string());
    let names_it = || (own.first.0..=own.last.0).any(names) && governed_year(&stated.text).is_none_or(|year| own.holds(year));
    let is_own = stated.first <= own.last && own.first <= stated.year || follows || names_it();
    let says = YearPlan::Fixed(if is_own { own.last } else { own.nearest(stated.year) });
    Evidence::new(says, stated.at.ground(), stated.at.told(&stated.text), Strength::Stated)
}

/// The titles, the sheet's and the file's name that state another year than the table is of:
/// last year's file under this year's name looks like that.
pub(crate) fn contradictions(dated: &Dated, decided: &Decided<YearPlan>) -> Vec<Temuan> {
    let Some(tahun) = dated.span(&decided.value).map(|own| own.last) else { return Vec::new() };
    let sheet = dated.sheet;
    let dasar = ground_of(decided);
    let told = |other: &Evidence<YearPlan>| {
        other.says.fixed()?;
        let fakta = Fakta::TahunBerselisih(TahunBerselisih { tertulis: other.text.clone(), tahun, dasar: dasar.clone() });
        match other.ground {
            Ground::Cell(at) => Some(Temuan::new(sheet.at_cell(at), fakta)),
            Ground::Sheet | Ground::Around(_) | Ground::File => Some(Temuan::new(sheet.at(), fakta)),
            _ => None,
        }
    };
    decided.against.iter().filter_map(told).collect()
}

/// Titles and a sheet's name by which a table of several years is of an earlier one than the last that is asked for, and
/// that year's figures stand in it: last year's title over a table that went on, or figures of last year.
pub(crate) fn earlier_titles(dated: &Dated, plan: &YearPlan) -> Vec<Temuan> {
    let (Some(own), Some(asked)) = (dated.span(plan), dated.source.years().last().copied()) else { return Vec::new() };
    let stated = &dated.layout.stated_years;
    let named = dated.sheet_year();
    let is_plain = plan.fixed().is_none() && own.first < own.last && own.holds(asked);
    let reaches = stated.iter().map(|stated| stated.year).chain(named).any(|year| year >= asked || !own.holds(year));
    if !is_plain || reaches {
        return Vec::new();
    }
    let told =
        |stated: &StatedYear| Temuan::new(stated.at.on(dated.sheet), KeteranganMembatasi::of(stated.at.told(&stated.text), 0));
    let by_name = || {
        let name = dated.sheet.name.as_deref().filter(|_| named.is_some())?;
        Some(Temuan::new(dated.sheet.at(), KeteranganMembatasi::of_name(name, Letak::NamaLembar)))
    };
    stated.iter().map(told).chain(by_name()).collect()
}

/// What says the year first, with its place.
fn ground_of(decided: &Decided<YearPlan>) -> Option<(DasarTahun, String)> {
    let first = decided.because.first()?;
    let place = match &first.ground {
        Ground::Cell(at) => DasarTahun::Sel(at.to_string()),
        Ground::Sheet => DasarTahun::Lembar,
        Ground::File => DasarTahun::Berkas,
        Ground::Key(_) => DasarTahun::Kunci,
        _ => return None,
    };
    let text = if place == DasarTahun::Berkas { first.text.rsplit('/').next().unwrap_or_default() } else { &first.text };
    Some((place, text.to_owned()))
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
        let says = |stated: StatedYear| by_title(&stated, Span::of_year(Year(2021))).says.fixed().unwrap().0;
        assert_eq!(says(title(2021, "TAHUN 2021", false)), 2021);
        assert_eq!(says(title(2022, "RAT 2022", true)), 2021);
        assert_eq!(says(title(2022, "TAHUN 2022", false)), 2022);
        assert_eq!(says(title(2020, "PERTUMBUHAN 2020 KE 2021", false)), 2021);
        assert_eq!(says(StatedYear { first: Year(2019), ..title(2021, "TAHUN 2019-2021", false) }), 2021);
    }
}
