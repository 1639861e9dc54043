//! Sheets that a source leaves out though they hold rows: none is left out without a word.

use crate::dataset::Jenis;
use crate::dataset::accept::Findings;
use crate::dataset::matching::fit::{Chosen, Fit, no_headings};
use crate::dataset::sheets::agreeing_recap::agrees;
use crate::dataset::sheets::control_sheets::differing_label;
use crate::dataset::sheets::mentions::{Mentions, Says, has_amounts, has_list, mentions, says};
use crate::dataset::sheets::note_sheets::{guides, instructed_span, limiting_note};
use crate::dataset::source::Source;
use crate::diagnostic::{Fakta, LembarKoreksi, LembarLain, LembarSebab, LembarTidakDibaca, Temuan};
use crate::profile::Arti;
use crate::text::{is_number_text, period_named};
use crate::vocabulary::{At, Year};
use crate::workbook::{Cell, Sheet, Value, Visibility};
use std::collections::{BTreeMap, BTreeSet};

/// A sheet as it was weighed, before one was chosen.
pub(crate) struct Weighed<'w> {
    pub sheet: &'w Sheet,
    /// What the figure needs is there, the key aside.
    fits: bool,
    /// Some heading is known.
    is_known: bool,
    /// A recap by place, and the year that its title or its sheet's name states.
    is_recap: bool,
    year: Option<Year>,
    /// The rows are named, and these fields lack.
    lacking: Option<Vec<String>>,
}

impl<'w> Weighed<'w> {
    pub(crate) fn new(source: &Source, sheet: &'w Sheet, fits: &[Fit]) -> Self {
        let best = fits.iter().filter(|fit| fit.name.is_some() && !fit.is_by_place).max_by_key(|fit| fit.found);
        let lacking = best.map(|fit| fit.lacking.iter().map(ToString::to_string).collect());
        let named = || period_named(sheet.name.as_deref()?).and_then(|(period, _)| period.year);
        let titled = fits.iter().find_map(|fit| fit.layout.period.as_ref()?.year);
        let is_recap = |fit: &Fit| fit.is_by_place && fit.found > 0 && has_rows(sheet, fit);
        Self {
            sheet,
            is_recap: fits.iter().any(is_recap),
            year: titled.or_else(named),
            fits: fits.iter().any(|fit| fit.fits_but_for_keys(source) && has_rows(sheet, fit)),
            is_known: fits.iter().any(|fit| fit.found > 0),
            lacking,
        }
    }
}

/// Whether anything stands below the headings.
pub(crate) fn has_rows(sheet: &Sheet, fit: &Fit) -> bool {
    sheet.cells.last().is_some_and(|cell| cell.at.row > fit.layout.header.1)
}

/// Tells of each sheet that was not chosen and holds rows; where all sheets count,
/// one that looks like the others and has no headings is refused.
pub(crate) fn tell_unread(
    source: &Source,
    weighed: &[Weighed],
    chosen: &[Chosen],
    years: &BTreeSet<Year>,
    findings: &mut Findings,
) {
    let is_read = |own: &&Weighed| chosen.iter().any(|chosen| chosen.sheet.name == own.sheet.name);
    let unread: Vec<&Weighed> = weighed.iter().filter(|own| !is_read(own) && !is_left_out(source, own.sheet)).collect();
    let sheets: Vec<&Sheet> = unread.iter().map(|own| own.sheet).collect();
    let beside = Beside { source, chosen, years };
    let mut others: Vec<String> = Vec::new();
    let mut unnamed: Vec<&Sheet> = Vec::new();
    for (own, mentions) in unread.into_iter().zip(mentions(source, chosen, &sheets)) {
        match beside.told(own, &mentions) {
            Some(temuan) if is_unnamed(&temuan) => unnamed.push(own.sheet),
            Some(temuan) => findings.add(temuan),
            None if beside.is_other_list(own, &mentions) => others.extend(own.sheet.name.iter().map(ToString::to_string)),
            None => {}
        }
    }
    // Sheets of the other months are one thing to say.
    if let Some((first, rest)) = unnamed.split_first() {
        let lain = rest.iter().filter_map(|sheet| sheet.name.as_deref().map(str::to_owned)).collect();
        findings.add(Temuan::new(first.at(), LembarTidakDibaca { sebab: LembarSebab::TidakDisebut(lain) }));
    }
    if let Some(first) = chosen.first().filter(|_| !others.is_empty()) {
        let fakta = LembarLain { sumber: source.sumber.id.clone(), lembar: others };
        findings.add(Temuan::new(At::file(first.sheet.berkas.clone()), fakta));
    }
}

fn is_unnamed(temuan: &Temuan) -> bool {
    matches!(&temuan.fakta, Fakta::LembarTidakDibaca(fakta) if matches!(fakta.sebab, LembarSebab::TidakDisebut(_)))
}

/// What a source reads of a workbook, the sheets that it does not read beside it.
struct Beside<'a, 'w> {
    source: &'a Source<'a>,
    chosen: &'a [Chosen<'w>],
    years: &'a BTreeSet<Year>,
}

impl Beside<'_, '_> {
    fn lembar(&self) -> Option<&str> {
        self.source.sumber.lembar.as_ref().map(|lembar| lembar.text.as_str())
    }

    /// Whoever names a sheet knows that the others hold other lists.
    fn is_named(&self) -> bool {
        self.lembar().is_some_and(|lembar| lembar != "semua")
    }

    fn is_of_another_year(&self, own: &Weighed) -> bool {
        own.year.is_some_and(|year| !self.years.contains(&year))
    }

    /// A sheet that is another list, of which nothing else is told.
    fn is_other_list(&self, own: &Weighed, mentions: &Mentions) -> bool {
        !self.is_named()
            && !self.is_of_another_year(own)
            && !own.fits
            && (mentions.count() > 0 || has_list(own.sheet) && !guides(own.sheet))
    }

    /// What is told of a sheet that is not read: first what it says of counted rows.
    fn told(&self, own: &Weighed, mentions: &Mentions) -> Option<Temuan> {
        if self.is_of_another_year(own) {
            return None;
        }
        let jumlah = mentions.count();
        let fakta: Fakta = match says(self.chosen, own.sheet, mentions) {
            Some(Says::OtherFigures(label)) => {
                LembarKoreksi { label, jumlah, contoh: mentions.contoh.clone().unwrap_or_default() }.into()
            }
            Some(Says::Corrections(label)) => LembarTidakDibaca { sebab: LembarSebab::Koreksi { label, jumlah } }.into(),
            said => match (self.sebab(own, mentions), said) {
                (Some(Err(temuan)), _) => return Some(temuan),
                (Some(Ok(sebab)), _) => LembarTidakDibaca { sebab }.into(),
                (None, Some(Says::Status(label))) => LembarTidakDibaca { sebab: LembarSebab::Keadaan { label, jumlah } }.into(),
                (None, _) => {
                    let noted = self.noted(own, mentions).map(LembarSebab::Catatan);
                    let differs = || (mentions.count() > 0).then(|| differing_label(self.chosen, own.sheet)).flatten();
                    LembarTidakDibaca { sebab: noted.or_else(|| differs().map(LembarSebab::AngkaLain))? }.into()
                }
            },
        };
        Some(Temuan::new(own.sheet.at(), fakta))
    }

    /// What a sheet of words says of the figures. Whoever names a sheet says which one holds the rows, and neither their unit
    /// nor their year.
    fn noted(&self, own: &Weighed, mentions: &Mentions) -> Option<String> {
        let only = self.years.first().copied().filter(|_| self.years.len() == 1);
        let tahun = self.chosen.first().and_then(|chosen| chosen.tahun).or(only);
        limiting_note(own.sheet, tahun)
            .or_else(|| instructed_span(own.sheet, &self.money_headings()))
            .or_else(|| mentions.doubted(own.sheet, tahun).filter(|_| !self.is_named()))
    }

    /// The headings over amounts of money that figures rest on.
    fn money_headings(&self) -> Vec<&str> {
        let is_money = |isian: &str| {
            let field = self.source.field(isian).map(|field| &self.source.fields[field]);
            field.is_some_and(|field| field.jenis == Jenis::Uang && self.years.iter().any(|year| self.source.rests(field, *year)))
        };
        let columns = self.chosen.iter().flat_map(|chosen| &chosen.layout.columns);
        let money = columns.filter(|column| column.isian.as_deref().is_some_and(is_money));
        money.filter_map(|column| column.path.last().map(String::as_str)).collect()
    }

    /// Why a sheet with rows is not read; where every sheet counts, the finding that refuses it.
    fn sebab(&self, own: &Weighed, mentions: &Mentions) -> Option<Result<LembarSebab, Temuan>> {
        let is_visible = own.sheet.visibility == Visibility::Visible;
        let sebab = if own.fits && !is_visible {
            Some(LembarSebab::Tersembunyi)
        } else if own.fits {
            self.is_named().then(|| LembarSebab::TidakDisebut(Vec::new()))
        } else if self.is_named() && own.is_known {
            None
        } else if own.is_recap {
            Some(LembarSebab::Rekap)
        } else if own.is_known {
            // Under a heading that is known a name and one figure are a row.
            let has_figures = || figure_rows(own.sheet, 2).len() >= 2;
            own.lacking.clone().filter(|lacking| !lacking.is_empty() && has_figures()).map(LembarSebab::TanpaKolom)
        } else {
            let is_like = self.chosen.iter().any(|chosen| looks_like(own.sheet, chosen));
            if is_like && self.lembar() == Some("semua") && is_visible {
                let names = own.sheet.name.iter().map(ToString::to_string).collect();
                return Some(Err(no_headings(self.source, self.years, own.sheet.at(), names)));
            }
            (is_like || is_headless(own.sheet)).then_some(LembarSebab::TanpaJudul)
        };
        let with_amounts = || mentions.count() > 0 && !self.is_named() && has_amounts(own.sheet);
        let lacking = || {
            let needed = self.source.resting(self.years);
            needed.iter().map(ToString::to_string).collect()
        };
        let sebab = sebab.or_else(|| with_amounts().then(|| LembarSebab::TanpaKolom(lacking())));
        sebab.filter(|_| own.fits || !agrees(self.chosen, own.sheet)).map(Ok)
    }
}

/// Whether `arti` says of a sheet's name that it is not read.
pub(crate) fn is_left_out(source: &Source, sheet: &Sheet) -> bool {
    let arti = |name: &str| Arti::of(&source.sumber.arti, name);
    sheet.name.as_deref().and_then(arti) == Some(Arti::Lewati)
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Kind {
    Text,
    Number,
}

fn kind_of(cell: &Cell) -> Option<Kind> {
    match &cell.value {
        Value::Number { .. } | Value::Overflow(_) => Some(Kind::Number),
        Value::Text(text) if text.trim().is_empty() => None,
        Value::Text(text) if is_number_text(text) => Some(Kind::Number),
        Value::Text(_) | Value::Date { .. } | Value::Bool(_) => Some(Kind::Text),
        Value::Error(_) | Value::NoResult => None,
    }
}

/// So many rows of a sheet are looked at.
const LOOKED_AT: usize = 50;

/// The first rows that hold a text, a number that is no numbering, and `least` cells of such in all.
fn figure_rows(sheet: &Sheet, least: usize) -> Vec<u32> {
    let mut rows: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    let Some((first, _)) = sheet.cells.columns() else { return Vec::new() };
    for cell in sheet.cells.iter() {
        let counts = rows.entry(cell.at.row).or_default();
        match kind_of(&cell) {
            Some(Kind::Text) => counts.0 += 1,
            Some(Kind::Number) if cell.at.column > first => counts.1 += 1,
            _ => {}
        }
        if rows.len() > LOOKED_AT * 4 {
            break;
        }
    }
    let is_figure = |(texts, numbers): &(usize, usize)| *texts > 0 && *numbers > 0 && texts + numbers >= least;
    rows.iter().filter(|(_, counts)| is_figure(counts)).map(|(row, _)| *row).take(LOOKED_AT).collect()
}

/// Three rows of figures or more, and no row of texts above the first: a name and an amount
/// are enough where they come so from the top.
fn is_headless(sheet: &Sheet) -> bool {
    let texts = |row: u32| sheet.row(row).iter().filter(|cell| kind_of(cell) == Some(Kind::Text)).count();
    let of = |rows: Vec<u32>, heading: usize| {
        let Some(first) = rows.first().copied() else { return false };
        rows.len() >= 3 && (first.saturating_sub(5)..first).all(|row| texts(row) < heading)
    };
    of(figure_rows(sheet, 3), 3) || has_amounts(sheet) && of(figure_rows(sheet, 2), 2)
}

/// What each column of some rows mostly holds.
fn kinds(sheet: &Sheet, rows: &[u32]) -> BTreeMap<u32, Kind> {
    let mut counts: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for cell in rows.iter().flat_map(|row| sheet.row(*row)) {
        let own = counts.entry(cell.at.column).or_default();
        match kind_of(&cell) {
            Some(Kind::Text) => own.0 += 1,
            Some(Kind::Number) => own.1 += 1,
            None => {}
        }
    }
    let most = |(texts, numbers): (usize, usize)| if numbers > texts { Kind::Number } else { Kind::Text };
    counts.into_iter().filter(|(_, counts)| counts.0 + counts.1 > 0).map(|(column, counts)| (column, most(counts))).collect()
}

/// Whether the sheet's rows have the columns of a table that is read: three in four hold the same.
fn looks_like(sheet: &Sheet, chosen: &Chosen) -> bool {
    let rows = figure_rows(sheet, 3);
    let header = chosen.layout.header.1;
    let read: Vec<u32> = figure_rows(chosen.sheet, 3).into_iter().filter(|row| *row > header).collect();
    let (own, other) = (kinds(sheet, &rows), kinds(chosen.sheet, &read));
    let columns: BTreeSet<u32> = own.keys().chain(other.keys()).copied().collect();
    let same = columns.iter().filter(|column| own.contains_key(column) && own.get(column) == other.get(column)).count();
    same >= 3 && same * 4 >= columns.len() * 3
}
