//! Which table on which sheet of a workbook a source means.

use crate::dataset::accept::Findings;
use crate::dataset::field::wanted;
use crate::dataset::matching::captured::captured_fields;
use crate::dataset::matching::fit::{Chosen, Fit, lacking_column, no_headings};
use crate::dataset::matching::fitting::with_fitting_values;
use crate::dataset::matching::side_recap::without_side_recaps;
use crate::dataset::matching::years::year_of_name;
use crate::dataset::sheets::passed_tables::{Passed, passed_tables, tables_of};
use crate::dataset::sheets::unread::{Weighed, has_rows, is_left_out, tell_unread};
use crate::dataset::source::Source;
use crate::diagnostic::{LembarGanda, LembarTidakAda, Temuan};
use crate::table::{TableLayout, find_tables};
use crate::text::date::month_named;
use crate::text::{Period, period_named};
use crate::vocabulary::{At, Year};
use crate::workbook::{Sheet, Visibility, Workbook};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The tables to read; what is missing or doubtful becomes a finding. The years
/// in the error are those whose sheet is not there, for the caller to judge.
pub(crate) fn choose<'w>(
    source: &Source,
    workbook: &'w Workbook,
    file_year: Option<Year>,
    findings: &mut Findings,
) -> (Vec<Chosen<'w>>, Vec<(Year, Temuan)>) {
    let years: BTreeSet<Year> = file_year.map_or_else(|| source.years(), |tahun| BTreeSet::from([tahun]));
    let mut absent = Vec::new();
    let chosen: Vec<Chosen> = match source.sumber.lembar.as_ref().map(|lembar| lembar.text.as_str()) {
        None => choose_only(source, workbook, &years, findings).into_iter().map(|chosen| with_year(chosen, file_year)).collect(),
        Some("semua") => {
            choose_all(source, workbook, &years, findings).into_iter().map(|chosen| with_year(chosen, file_year)).collect()
        }
        Some(pattern) if pattern.contains("{tahun}") => {
            let mut chosen = Vec::new();
            for tahun in years {
                let name = pattern.replace("{tahun}", &tahun.to_string());
                match named(workbook, &name) {
                    Some(sheet) => {
                        let found = choose_on(source, sheet, &BTreeSet::from([tahun]), findings).into_iter();
                        chosen.extend(found.map(|found| Chosen { sheet_is_named: true, ..with_year(found, Some(tahun)) }));
                    }
                    None => absent.push((tahun, no_sheet(workbook, name))),
                }
            }
            tell_beside(source, workbook, &chosen, &source.years(), findings);
            chosen
        }
        Some(name) => match named(workbook, name) {
            Some(sheet) => {
                let found = choose_on(source, sheet, &years, findings).into_iter();
                let chosen = found.map(|found| Chosen { sheet_is_named: true, ..with_year(found, file_year) }).collect();
                tell_beside(source, workbook, &chosen, &years, findings);
                chosen
            }
            None => {
                absent.extend(years.iter().map(|tahun| (*tahun, no_sheet(workbook, name.to_owned()))));
                Vec::new()
            }
        },
    };
    let is_alone = workbook.sheets.len() == 1;
    (chosen.into_iter().map(|chosen| Chosen { is_alone, ..chosen }).collect(), absent)
}

/// Tells of sheets beside those that the profile names.
fn tell_beside(source: &Source, workbook: &Workbook, chosen: &Vec<Chosen>, years: &BTreeSet<Year>, findings: &mut Findings) {
    if !chosen.is_empty() && workbook.sheets.len() > chosen.len() {
        let is_beside = |sheet: &&Sheet| !chosen.iter().any(|chosen| chosen.sheet.name == sheet.name);
        let beside = workbook.sheets.iter().filter(is_beside).filter(|sheet| !is_left_out(source, sheet));
        let weighed: Vec<Weighed> = beside.map(|sheet| Weighed::new(source, sheet, &weigh(source, sheet, years))).collect();
        tell_unread(source, &weighed, chosen, years, findings);
    }
}

fn with_year(chosen: Chosen<'_>, tahun: Option<Year>) -> Chosen<'_> {
    Chosen { tahun, ..chosen }
}

fn named<'w>(workbook: &'w Workbook, name: &str) -> Option<&'w Sheet> {
    let is_named = |sheet: &&Sheet, same: &dyn Fn(&str) -> bool| sheet.name.as_deref().is_some_and(same);
    let exact = workbook.sheets.iter().find(|sheet| is_named(sheet, &|own| own == name));
    // Excel itself does not tell sheet names apart by case.
    let folded = name.trim().to_lowercase();
    exact.or_else(|| workbook.sheets.iter().find(|sheet| is_named(sheet, &|own| own.trim().to_lowercase() == folded)))
}

fn no_sheet(workbook: &Workbook, lembar: String) -> Temuan {
    let ada = sheet_names(workbook.sheets.iter());
    Temuan::new(At::file(workbook.berkas.clone()), LembarTidakAda { lembar, ada })
}

fn sheet_names<'s>(sheets: impl Iterator<Item = &'s Sheet>) -> Vec<String> {
    sheets.filter_map(|sheet| sheet.name.as_deref().map(str::to_owned)).collect()
}

/// Every sheet with its tables, weighed; the tables of visible sheets, and what is kept of those of a sheet that has several.
struct All<'w> {
    weighed: Vec<Weighed<'w>>,
    visible: Fits<'w>,
    several: Vec<Passed<'w>>,
}

fn weigh_all<'w>(source: &Source, workbook: &'w Workbook, years: &BTreeSet<Year>) -> All<'w> {
    let mut weighed = Vec::new();
    let mut visible = Vec::new();
    let mut several = Vec::new();
    for sheet in workbook.sheets.iter().filter(|sheet| !is_left_out(source, sheet)) {
        let fits = weigh(source, sheet, years);
        weighed.push(Weighed::new(source, sheet, &fits));
        if sheet.visibility == Visibility::Visible {
            several.extend(tables_of(source, sheet, &fits));
            visible.extend(fits.into_iter().map(|fit| (sheet, fit)));
        }
    }
    All { weighed, visible, several }
}

/// The one visible sheet whose headings fit; another that holds what the figure
/// needs, if without the key, fits as well.
fn choose_only<'w>(source: &Source, workbook: &'w Workbook, years: &BTreeSet<Year>, findings: &mut Findings) -> Vec<Chosen<'w>> {
    let visible = || workbook.sheets.iter().filter(|sheet| sheet.visibility == Visibility::Visible);
    let All { weighed, visible: mut fits, several } = weigh_all(source, workbook, years);
    let at = At::file(workbook.berkas.clone());
    let fewest = fewest_lacking(fits.iter().map(|(_, fit)| fit));
    let is_full = |fit: &Fit| fit.serves() && Some(fit.lacking.len()) == fewest;
    let most_keys = fits.iter().filter(|(_, fit)| is_full(fit)).map(|(_, fit)| fit.keys).max();
    let chosen = match most_keys {
        Some(most_keys) => {
            let going_on = going_on(&mut fits);
            let is_best = |fit: &Fit| is_full(fit) && fit.keys == most_keys;
            let bests: BTreeSet<Option<Arc<str>>> =
                fits.iter().filter(|(_, fit)| is_best(fit)).map(|(sheet, _)| sheet.name.clone()).collect();
            let is_rival =
                |sheet: &Sheet, fit: &Fit| !bests.contains(&sheet.name) && fit.fits_but_for_keys(source) && has_rows(sheet, fit);
            fits.retain(|(sheet, fit)| is_best(fit) || is_rival(sheet, fit));
            one_of(&source.sumber.id, (fits, going_on), &at, years, findings)
        }
        None => {
            let known = fits.into_iter().filter(|(_, fit)| fit.found > 0);
            let best = known.max_by_key(|(_, fit)| (fit.found, fit.keys, fit.layout.score));
            if best.is_none() {
                findings.add(no_headings(source, years, at, sheet_names(visible())));
            }
            best.into_iter().map(|(sheet, fit)| settle(&source.sumber.id, sheet, fit, findings)).collect()
        }
    };
    if !chosen.is_empty() {
        tell_unread(source, &weighed, &chosen, years, findings);
    }
    passed_tables(several, &chosen, years).into_iter().for_each(|temuan| findings.add(temuan));
    chosen
}

/// Every visible sheet that fits. A sheet that nearly fits is no silent gap but a finding.
fn choose_all<'w>(source: &Source, workbook: &'w Workbook, years: &BTreeSet<Year>, findings: &mut Findings) -> Vec<Chosen<'w>> {
    let mut chosen = Vec::new();
    let visible = || workbook.sheets.iter().filter(|sheet| sheet.visibility == Visibility::Visible);
    let All { weighed, visible: mut all, several } = weigh_all(source, workbook, years);
    for sheet in visible() {
        let (own, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|(other, _)| other.name == sheet.name);
        all = others;
        let mut fits: Vec<Fit> = own.into_iter().map(|(_, fit)| fit).collect();
        if let Some(fewest) = fewest_lacking(fits.iter()) {
            fits.retain(|fit| fit.serves() && fit.lacking.len() == fewest);
            chosen.extend(fits.into_iter().map(|fit| settle(&source.sumber.id, sheet, fit, findings)));
            continue;
        }
        let nearly = fits.into_iter().filter(|fit| fit.found > 0 && !fit.is_by_place);
        if let Some(fit) = nearly.max_by_key(|fit| (fit.found, fit.keys, fit.layout.score)) {
            chosen.push(settle(&source.sumber.id, sheet, fit, findings));
        }
    }
    if chosen.is_empty() {
        findings.add(no_headings(source, years, At::file(workbook.berkas.clone()), sheet_names(visible())));
    } else {
        tell_unread(source, &weighed, &chosen, years, findings);
        passed_tables(several, &chosen, years).into_iter().for_each(|temuan| findings.add(temuan));
    }
    chosen
}

/// The table on a sheet that the profile names.
fn choose_on<'w>(source: &Source, sheet: &'w Sheet, years: &BTreeSet<Year>, findings: &mut Findings) -> Vec<Chosen<'w>> {
    let fits = weigh(source, sheet, years);
    let several = tables_of(source, sheet, &fits);
    let chosen = choose_of(source, (sheet, fits), years, findings);
    passed_tables(several, &chosen, years).into_iter().for_each(|temuan| findings.add(temuan));
    chosen
}

/// The table to read of those on a sheet.
fn choose_of<'w>(
    source: &Source,
    (sheet, fits): (&'w Sheet, Vec<Fit>),
    years: &BTreeSet<Year>,
    findings: &mut Findings,
) -> Vec<Chosen<'w>> {
    let mut fits: Vec<(&Sheet, Fit)> = fits.into_iter().map(|fit| (sheet, fit)).collect();
    if let Some(fewest) = fewest_lacking(fits.iter().map(|(_, fit)| fit)) {
        let going_on = going_on(&mut fits);
        fits.retain(|(_, fit)| fit.serves() && fit.lacking.len() == fewest);
        return one_of(&source.sumber.id, (fits, going_on), &sheet.at(), years, findings);
    }
    let best = fits.into_iter().filter(|(_, fit)| fit.found > 0).max_by_key(|(_, fit)| (fit.found, fit.keys, fit.layout.score));
    match best {
        Some((sheet, fit)) => vec![settle(&source.sumber.id, sheet, fit, findings)],
        None => {
            findings.add(no_headings(source, years, sheet.at(), sheet.name.as_deref().map(str::to_owned).into_iter().collect()));
            Vec::new()
        }
    }
}

/// How few wanted fields a table lacks at least, of those that serve.
fn fewest_lacking<'f>(fits: impl Iterator<Item = &'f Fit>) -> Option<usize> {
    fits.filter(|fit| fit.serves()).map(|fit| fit.lacking.len()).min()
}

/// Takes out the tables that go on with the list above them under other headings.
fn going_on<'w>(fits: &mut Fits<'w>) -> Fits<'w> {
    let (later, first) = std::mem::take(fits).into_iter().partition(|(_, fit)| fit.layout.continues);
    *fits = first;
    later
}

/// Tables with their sheets, each weighed.
type Fits<'w> = Vec<(&'w Sheet, Fit)>;

/// The whole year that a table's title states, or else its sheet's name; none where the two differ.
fn stated_year(sheet: &Sheet, fit: &Fit) -> Option<Year> {
    let titled = fit.layout.period.as_ref();
    let name = sheet.name.as_deref().unwrap_or_default();
    let of_name = period_named(name).filter(|_| !titled.is_some_and(|titled| closes(name, titled)));
    let is_part = titled.is_some_and(Period::is_part) || of_name.is_some_and(|(period, _)| period.is_part());
    let (titled, named) = (titled.and_then(|period| period.year), year_of_name(name));
    let differ = matches!((titled, named), (Some(titled), Some(named)) if titled != named);
    titled.or(named).filter(|_| !is_part && !differ)
}

/// `21`, `2021`.
fn written_year(word: &str) -> Option<Year> {
    let short = Some(word).filter(|word| word.len() == 2).and_then(|word| word.parse::<i32>().ok());
    short.map(|year| Year(2000 + year)).or_else(|| Year::parse(word))
}

/// Whether a sheet's name is that of the December which closes the year of its table's title: `Des 21` over `TAHUN 2021`.
fn closes(name: &str, titled: &Period) -> bool {
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (month, year) = (words.next().and_then(month_named), words.next().and_then(written_year));
    words.next().is_none() && month == Some(12) && year.is_some() && year == titled.year && !titled.is_part()
}

/// The tables whose titles or sheets' names state years that all differ, where
/// several fit: each is its own year's.
fn by_year(fits: &Fits, years: &BTreeSet<Year>) -> bool {
    let stated: Option<BTreeSet<Year>> = fits.iter().map(|(sheet, fit)| stated_year(sheet, fit)).collect();
    stated.is_some_and(|stated| stated.len() == fits.len() && !stated.is_disjoint(years))
}

/// The only one of several equal fits with what goes on below it, else a finding.
fn one_of<'w>(
    sumber: &str,
    (mut fits, going_on): (Fits<'w>, Fits<'w>),
    at: &At,
    years: &BTreeSet<Year>,
    findings: &mut Findings,
) -> Vec<Chosen<'w>> {
    if fits.len() > 1 && going_on.is_empty() && by_year(&fits, years) {
        fits.retain(|(sheet, fit)| stated_year(sheet, fit).is_some_and(|year| years.contains(&year)));
        let of_year = |(sheet, fit)| Chosen { is_by_year: true, ..settle(sumber, sheet, fit, findings) };
        return fits.into_iter().map(of_year).collect();
    }
    if fits.len() > 1 {
        let lembar = fits
            .iter()
            .map(|(sheet, fit)| {
                let name = sheet.name.as_deref().unwrap_or("CSV");
                let is_alone = fits.iter().filter(|(other, _)| other.name == sheet.name).count() == 1;
                if is_alone { name.to_owned() } else { format!("{name} (judul di baris {})", fit.layout.header.0 + 1) }
            })
            .collect();
        findings.add(Temuan::new(at.clone(), LembarGanda { lembar }));
        return Vec::new();
    }
    let Some((sheet, fit)) = fits.pop() else { return Vec::new() };
    let own =
        going_on.into_iter().filter(|(other, later)| std::ptr::eq(*other, sheet) && later.layout.header.0 > fit.layout.header.1);
    let own: Vec<Fit> = own.map(|(_, fit)| fit).collect();
    std::iter::once(fit).chain(own).map(|fit| settle(sumber, sheet, fit, findings)).collect()
}

fn settle<'w>(sumber: &str, sheet: &'w Sheet, fit: Fit, findings: &mut Findings) -> Chosen<'w> {
    // What every year may do without is judged when the year's parts are together.
    for isian in fit.lacking.iter().filter(|isian| !fit.dispensable.contains(*isian)) {
        findings.add(lacking_column(sumber, &sheet.at(), isian, &fit.layout, None));
    }
    Chosen { sheet, layout: fit.layout, name: fit.name, tahun: None, sheet_is_named: false, is_by_year: false, is_alone: false }
}

/// The tables of a sheet, each with what it lacks.
fn weigh(source: &Source, sheet: &Sheet, years: &BTreeSet<Year>) -> Vec<Fit> {
    let hints = source.hints();
    let names: Vec<Option<&str>> =
        if source.names.is_empty() { vec![None] } else { source.names.iter().map(|name| Some(&**name)).collect() };
    let mut last = Vec::new();
    for name in names {
        let layouts = find_tables(sheet, &wanted(&source.fields, name), &hints);
        let named = layouts.iter().any(|layout| name.is_none_or(|name| has(layout, name)));
        let layouts = layouts.into_iter().map(|layout| with_fitting_values(sheet, layout, &source.fields));
        let layouts = layouts.map(|layout| without_side_recaps(sheet, layout));
        last = layouts.map(|layout| weigh_one(source, layout, name, years)).collect();
        if named {
            break;
        }
    }
    last
}

fn weigh_one(source: &Source, layout: TableLayout, name: Option<&str>, years: &BTreeSet<Year>) -> Fit {
    let mut required = source.resting(years);
    let mut dispensable: BTreeSet<Arc<str>> =
        required.iter().filter(|isian| years.iter().all(|tahun| source.may_lack(isian, *tahun))).cloned().collect();
    if source.sumber.tahun == Some(crate::profile::SumberTahun::Kolom) {
        required.insert("tahun".into());
    }
    let name_found = name.is_some_and(|name| has(&layout, name));
    // Without its name column the row's grain is unknown, unless `butir` says it.
    let grain_is_said = !source.recap && source.sumber.butir.is_some();
    if !name_found && !grain_is_said {
        required.extend(source.names.first().cloned());
        dispensable.retain(|isian| source.names.first() != Some(isian));
    }
    // What the file's name says no column needs to.
    for isian in captured_fields(source) {
        required.remove(&isian);
    }
    let (there, lacking): (Vec<Arc<str>>, Vec<Arc<str>>) = required.into_iter().partition(|isian| has(&layout, isian));
    let keys = source.sumber.kunci.iter().filter(|key| has(&layout, &key.text)).count();
    // A column in doubt is asked about, whoever needs it.
    dispensable.retain(|isian| lacking.contains(isian) && !layout.doubtful.iter().any(|doubtful| doubtful.isian == *isian));
    let only_name_lacks = !name_found && lacking.len() == 1;
    Fit {
        is_by_place: !source.recap && only_name_lacks && has(&layout, "kecamatan") && keys == 0,
        name: name.filter(|_| name_found).map(Into::into),
        found: there.len() + usize::from(name_found),
        keys,
        lacking,
        dispensable,
        layout,
    }
}

fn has(layout: &TableLayout, isian: &str) -> bool {
    layout.columns.iter().any(|column| column.isian.as_deref() == Some(isian))
        || layout.ambiguous.iter().any(|(ambiguous, _)| &**ambiguous == isian)
}
