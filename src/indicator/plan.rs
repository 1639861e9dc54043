//! Before any workbook is opened: the formulas parsed and checked, and what
//! they need of which source in which year.

use crate::dataset::{Need, butir_of, entity_noun, fields_of};
use crate::formula::{self, Formula, MeasureDef, Names, Nouns, Role, Root, Span, SumberNames};
use crate::profile::{MOST_ERRORS, Profile, ProfileError, Written};
use crate::vocabulary::{Slips, Year};
use std::collections::BTreeMap;

/// What is to be computed, and from what.
#[derive(Debug)]
pub struct Plan {
    pub tahun: Year,
    pub measures: BTreeMap<String, MeasureDef>,
    /// Each indicator's parsed formula, in the profile's order.
    pub indikator: Vec<(String, Formula)>,
    pub needs: Vec<Need>,
    /// What one row of each source is, where that is known.
    pub butir: BTreeMap<String, String>,
}

impl Plan {
    /// What operands are called by.
    pub fn nouns(&self) -> Nouns<'_> {
        Nouns { measures: &self.measures, butir: &self.butir }
    }
}

/// The report year and the years before it that `capaian` shows, latest first.
pub fn shown_years(profile: &Profile, tahun: Year) -> impl Iterator<Item = Year> {
    (0..profile.laporan.tampil_tahun as i32).map(move |back| tahun - back)
}

/// Parses and checks every formula of the profile.
///
/// # Errors
/// Every formula that is none, or names what is not there, with its place in the profile.
pub fn plan(profile: &Profile, tahun: Year) -> Result<Plan, Vec<ProfileError>> {
    let mut errors = Vec::new();
    let mut parse = |written: &Written| match formula::parse(&written.text) {
        Ok(formula) => Some(formula),
        Err(error) => {
            errors.push(formula_error(written, error.span.clone(), error.words()));
            None
        }
    };
    let measures: BTreeMap<String, Option<Formula>> =
        profile.ukuran.iter().map(|ukuran| (ukuran.nama.text.clone(), ukuran.rumus.as_ref().and_then(&mut parse))).collect();
    let indikator: Vec<_> = profile
        .sasaran
        .iter()
        .flat_map(|sasaran| &sasaran.indikator)
        .filter_map(|indikator| Some((indikator.id.clone(), &indikator.rumus, parse(&indikator.rumus)?)))
        .collect();
    let names = names(profile, &measures);
    let mut check = |written: &Written, formula: &Formula, role| {
        // As many as are told of the rest of a profile.
        let more = MOST_ERRORS.saturating_sub(errors.len());
        if more == 0 {
            return;
        }
        for error in formula::check(formula, &names, role).into_iter().take(more) {
            errors.push(formula_error(written, error.span.clone(), error.words()));
        }
    };
    for ukuran in &profile.ukuran {
        if let (Some(rumus), Some(Some(formula))) = (&ukuran.rumus, measures.get(&ukuran.nama.text)) {
            check(rumus, formula, Role::Measure(&ukuran.nama.text));
        }
    }
    for (_, written, formula) in &indikator {
        check(written, formula, Role::Indicator);
    }
    errors.extend(unknown_keys(profile, &names.slips));
    if !errors.is_empty() {
        return Err(errors);
    }
    let measures = definitions(profile, measures);
    let indikator: Vec<_> = indikator.into_iter().map(|(id, _, formula)| (id, formula)).collect();
    let root = |(id, formula), year| Root { formula, tahun: year, required: year == tahun, untuk: id };
    let roots: Vec<Root> = shown_years(profile, tahun)
        .flat_map(|year| indikator.iter().map(move |(id, formula): &(String, Formula)| root((id.as_str(), formula), year)))
        .collect();
    let needs = formula::collect_needs(&measures, &roots);
    let noun = |sumber: &crate::profile::Sumber| Some((sumber.id.clone(), butir_of(sumber)?));
    let butir = profile.sumber.values().filter_map(noun).collect();
    Ok(Plan { tahun, measures, indikator, needs, butir })
}

fn formula_error(written: &Written, span: Span, words: String) -> ProfileError {
    ProfileError::formula(written, span.start, span.len(), words, "")
}

fn names(profile: &Profile, measures: &BTreeMap<String, Option<Formula>>) -> Names {
    let sumber = profile.sumber.values().map(|sumber| {
        let names = SumberNames {
            isian: fields_of(sumber).into_iter().map(|field| (field.isian.to_string(), field.jenis)).collect(),
            butir: butir_of(sumber),
            entitas: entity_noun(sumber.bentuk).map(str::to_owned),
            berkunci: !sumber.kunci.is_empty(),
        };
        (sumber.id.clone(), names)
    });
    Names { sumber: sumber.collect(), ukuran: measures.clone(), ..Names::default() }
}

/// A `kunci` that names no field is a slip: without it rows copied twice are not told.
fn unknown_keys(profile: &Profile, slips: &Slips) -> Vec<ProfileError> {
    let mut errors = Vec::new();
    for sumber in profile.sumber.values() {
        let fields = fields_of(sumber);
        let known = || fields.iter().map(|field| &*field.isian);
        for key in sumber.kunci.iter().filter(|key| !known().any(|isian| isian == key.text)) {
            errors.push(ProfileError::unknown_key_field(key, &sumber.id, slips.nearest(&key.text, known())));
        }
    }
    errors
}

fn definitions(profile: &Profile, mut formulas: BTreeMap<String, Option<Formula>>) -> BTreeMap<String, MeasureDef> {
    let define = |ukuran: &crate::profile::Ukuran| {
        let definition = MeasureDef {
            rumus: formulas.remove(&ukuran.nama.text).flatten(),
            sebutan: ukuran.sebutan.clone(),
            tetapan: ukuran.tetapan.clone(),
            utamakan_tetapan: ukuran.utamakan_tetapan,
            is_summed: false,
        };
        (ukuran.nama.text.clone(), definition)
    };
    profile.ukuran.iter().map(define).collect()
}
