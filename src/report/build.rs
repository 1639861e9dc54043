//! The report: pages and data sheets from one set of figures.

use super::anchors::{anchor, anchor_changes};
use super::calculation::calculation;
use super::coverage::coverage;
use super::data_sheet::{Source, data_sheet};
use super::figures::Named;
use super::model::Report;
use super::origin::accepted;
use super::reading_sheet::reading_sheet;
use super::sheet::{Calculated, DataCell, DataSheet, FigureValue};
use super::shown::Shown;
use super::{checked, differs, notes, pages, sources};
use crate::dataset::Dataset;
use crate::diagnostic::{Temuan, Tingkat};
use crate::formula::excel::{Workbook, table_name};
use crate::formula::{Evaluator, direct_needs};
use crate::indicator::{Figures, Plan};
use crate::profile::{Cara, Profile};
use crate::threads::in_two;
use crate::vocabulary::Year;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a report is made from.
pub struct Inputs<'a> {
    pub profile: &'a Profile,
    pub plan: &'a Plan,
    pub dataset: &'a Dataset,
    pub evaluator: &'a Evaluator<'a>,
    pub figures: &'a Figures,
    pub temuan: &'a [Temuan],
    pub draf: bool,
}

/// The pages' words, the workbook's typed sheets, and what each defined name stands for.
pub struct Built {
    pub report: Report,
    /// The live calculation, `Perhitungan`.
    pub calculation: DataSheet,
    /// One for each source and year.
    pub data: Vec<DataSheet>,
    /// How the data were read, decision by decision.
    pub reading: Option<DataSheet>,
    /// Every name that a page's figure refers to.
    pub figures: BTreeMap<String, FigureValue>,
    /// How each name's figure stands on the pages.
    pub shown: Shown,
}

impl Built {
    /// The sheets of data, the live calculation before them.
    pub fn sheets(&self) -> impl Iterator<Item = &DataSheet> {
        std::iter::once(&self.calculation).chain(&self.data)
    }

    /// Lets what a revision's history says of a cell or row lead to it, where it still stands.
    pub fn lead_to_changes(&mut self, dataset: &Dataset) {
        let perubahan = self.report.revisi.iter().flat_map(|revisi| &revisi.perubahan);
        let changes: Vec<&str> = perubahan.flat_map(|one| &one.karena).map(String::as_str).collect();
        if changes.is_empty() {
            return;
        }
        for (sheet, (_, table)) in self.data.iter_mut().zip(sources::tables(dataset)) {
            anchor_changes(sheet, table, &changes);
        }
    }
}

/// Builds the report.
pub fn build(inputs: &Inputs<'_>) -> Built {
    let Inputs { profile, plan, dataset, figures, .. } = *inputs;
    let doubtful = doubtful(inputs);
    let mut named = Named::default();
    let mut report = Report {
        judul: profile.laporan.judul.clone(),
        tahun: figures.tahun.0,
        draf: inputs.draf,
        tte: !inputs.draf && profile.penandatangan.iter().all(|signer| signer.cara == Cara::Tte),
        instansi: pages::instansi(profile),
        label: pages::label(profile),
        tahun_target: pages::target_years(profile).iter().map(|year| year.0).collect(),
        sasaran: pages::sasaran(profile, plan),
        penandatangan: pages::penandatangan(profile, inputs.draf),
        capaian: pages::capaian(profile, figures, &mut named, &doubtful),
        perhitungan: pages::perhitungan((profile, plan), inputs.evaluator, figures, &mut named, &doubtful),
        catatan: notes::catatan(profile, dataset, figures, inputs.temuan),
        bacaan: checked::bacaan(profile, dataset),
        pengesahan: checked::pengesahan(profile, dataset, figures, inputs.temuan, &mut named),
        revisi: None,
    };
    let mut live = Workbook::new(inputs.evaluator);
    let mut lines = calculation(profile, plan, inputs.evaluator, figures, &mut live);
    coverage((profile, plan), (dataset, figures), (&mut report.catatan, &mut named), &mut lines, &mut live);
    lines.mark(&doubtful);
    let data = data_sheets(inputs, live);
    differs::list(&mut lines, &data);
    let calculation = lines.sheet(figures.tahun);
    let calculation = calculation.masked();
    let Named { mut values, shown } = named;
    values.insert(differs::DIFFERS_NAME.to_owned(), differs::sentence());
    let figures = only_written(values.into_iter().map(|(name, figure)| (name, figure.masked())).collect(), &calculation);
    // Of the form's targets those that the workbook holds are live.
    let is_live = |name: &str, text: &str| figures.contains_key(name) && shown.of(name).is_some_and(|own| own.is(text));
    for indikator in report.sasaran.iter_mut().flat_map(|sasaran| &mut sasaran.indikator) {
        let names = indikator.target_nama.iter_mut().zip(&indikator.target);
        names.filter(|(name, text)| !is_live(name, text)).for_each(|(name, _)| name.clear());
    }
    let reading = reading_sheet(profile, dataset).map(DataSheet::masked);
    let data = data.into_iter().map(DataSheet::masked).collect();
    Built { report, calculation, data, reading, figures, shown }
}

/// Figures whose cell the calculation sheet really holds, with that cell's own
/// result: a page's live reference can then never differ from it.
fn only_written(mut named: BTreeMap<String, FigureValue>, calculation: &DataSheet) -> BTreeMap<String, FigureValue> {
    let written: BTreeMap<&str, &DataCell> = calculation
        .names
        .iter()
        .filter_map(|name| {
            let row = calculation.rows.get(name.first_row as usize)?;
            Some((name.name.as_str(), row.cells.get(usize::from(name.first_column))?))
        })
        .collect();
    named.retain(|name, figure| match written.get(name.as_str()) {
        Some(DataCell::Formula { result, .. }) => *result == figure.value,
        Some(DataCell::Text(text)) => figure.value == Calculated::Text(text.clone()),
        Some(DataCell::Input { value, .. }) => *value == figure.value,
        Some(DataCell::Choice { text, .. }) => figure.value == Calculated::Text(text.clone()),
        Some(DataCell::Number { value, .. }) => Calculated::Number(*value) == figure.value,
        _ => false,
    });
    named
}

fn data_sheets(inputs: &Inputs<'_>, live: Workbook<'_, '_>) -> Vec<DataSheet> {
    let columns = live.columns();
    let measures: Vec<String> = inputs.evaluator.measures().keys().cloned().collect();
    let names =
        |sumber: &str, tahun: Year| table_name(sumber, tahun, measures.iter().any(|ukuran| ukuran.eq_ignore_ascii_case(sumber)));
    let decided = live.decided();
    let mut helpers = live.finish();
    let accepted = Arc::new(accepted(inputs.temuan));
    let mut taken = BTreeSet::new();
    let mut wanted: Vec<(String, Source)> = Vec::new();
    for ((sumber, tahun), table) in sources::tables(inputs.dataset) {
        let key = (sumber.to_owned(), tahun);
        let source = Source {
            nama: inputs.profile.sumber.get(sumber).map_or(sumber, |sumber| sumber.nama.as_str()),
            tahun,
            table,
            table_name: names(sumber, tahun),
            used: columns.get(&key).cloned().unwrap_or_default(),
            decided: decided.get(&key).cloned().unwrap_or_default(),
            helpers: helpers.remove(&key).unwrap_or_default().into(),
            accepted: accepted.clone(),
            only_used: inputs.profile.laporan.data_ringkas,
        };
        wanted.push((sheet_name(sumber, tahun, &mut taken), source));
    }
    in_two(wanted, |(name, source)| {
        let mut sheet = data_sheet(name, &source);
        anchor(&mut sheet, source.table, inputs.temuan);
        sheet
    })
}

/// `keragaan 2021`, within Excel's 31 characters and unique without regard to case.
fn sheet_name(sumber: &str, tahun: Year, taken: &mut BTreeSet<String>) -> String {
    let mut kept = 26.min(sumber.len());
    let mut name = format!("{} {tahun}", &sumber[..floor(sumber, kept)]);
    let mut count = 1;
    while !taken.insert(name.to_lowercase()) {
        count += 1;
        kept = 22.min(sumber.len());
        name = format!("{}~{count} {tahun}", &sumber[..floor(sumber, kept)]);
    }
    name
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The measures of a draft that rest on a file with a galat, or on a table that
/// is not there, and the indicators (by their id, which no measure's name can
/// be) that rest on either.
pub fn doubtful(inputs: &Inputs<'_>) -> pages::Doubtful {
    let galat: BTreeSet<&str> =
        inputs.temuan.iter().filter(|one| one.tingkat() == Tingkat::Galat).map(|one| &*one.at.berkas).collect();
    if galat.is_empty() {
        return BTreeSet::new();
    }
    let shaky = |sumber: &str, tahun| match inputs.dataset.table(sumber, tahun) {
        Some(table) => table.parts.iter().any(|part| galat.contains(&*part.berkas)),
        None => true,
    };
    let mut doubtful = BTreeSet::new();
    // Measures may rest on measures: repeat until nothing more is found.
    loop {
        let before = doubtful.len();
        for figure in &inputs.figures.ukuran {
            let Some(rumus) = inputs.plan.measures.get(&figure.ukuran).and_then(|definition| definition.rumus.as_ref()) else {
                continue;
            };
            let needs = direct_needs(rumus, figure.tahun);
            if needs.tables.keys().any(|(sumber, tahun)| shaky(sumber, *tahun))
                || needs.ukuran.iter().any(|one| doubtful.contains(one))
            {
                doubtful.insert((figure.ukuran.clone(), figure.tahun));
            }
        }
        if doubtful.len() == before {
            break;
        }
    }
    for (figure, (id, formula)) in inputs.figures.indikator.iter().zip(&inputs.plan.indikator) {
        for realisasi in figure.years() {
            let needs = direct_needs(formula, realisasi.tahun);
            if needs.tables.keys().any(|(sumber, tahun)| shaky(sumber, *tahun))
                || needs.ukuran.iter().any(|one| doubtful.contains(one))
            {
                doubtful.insert((id.clone(), realisasi.tahun));
            }
        }
    }
    doubtful
}
