//! Data UMKM often hold small and medium businesses beside the micro ones: a
//! count of usaha mikro that does not look at the scale takes them all.

use super::{Plan, shown_years};
use crate::dataset::{Dataset, Isi};
use crate::diagnostic::{SkalaTidakDisaring, Temuan};
use crate::formula::{Expr, Formula, MeasureFigure, Origin, YearRef, clean_text};
use crate::profile::{Dictionary, Profile};
use crate::vocabulary::{At, Year};
use std::collections::BTreeSet;
use std::sync::Arc;

const SCALE: &str = "skala_usaha";
/// Words of a measure that says itself that it takes more than the micro businesses.
const OTHER_SCALES: [&str; 4] = ["umkm", "ukm", "kecil", "menengah"];

/// One finding for each measure, and each indicator with an aggregate of its
/// own, that takes a source's rows of every scale.
pub fn unfiltered(profile: &Profile, plan: &Plan, dataset: &Dataset, ukuran: &[Arc<MeasureFigure>]) -> Vec<Temuan> {
    let mut told = BTreeSet::new();
    let mut temuan = Vec::new();
    let mut look = |nama: &str, words: &str, formula: &Formula, tahun: Year| {
        let folded = words.to_lowercase();
        let meant = OTHER_SCALES.iter().any(|word| folded.split(|c: char| !c.is_alphanumeric()).any(|part| part == *word));
        let place = if meant { None } else { takes_all(profile, dataset, formula, tahun) };
        if let Some(at) = place
            && told.insert(nama.to_owned())
        {
            let fakta =
                SkalaTidakDisaring { bersyarat: has_condition(formula), ukuran: nama.to_owned(), isian: SCALE.to_owned() };
            temuan.push(Temuan::new(at, fakta));
        }
    };
    for figure in ukuran.iter().filter(|figure| figure.origin == Origin::Data) {
        let Some(definition) = plan.measures.get(&figure.ukuran) else { continue };
        if let Some(formula) = &definition.rumus {
            look(&figure.ukuran, &definition.sebutan, formula, figure.tahun);
        }
    }
    for year in shown_years(profile, plan.tahun) {
        let indikator = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator);
        for (indikator, (id, formula)) in indikator.zip(&plan.indikator) {
            look(id, &indikator.nama, formula, year);
        }
    }
    temuan
}

/// The scale column of the data where an aggregate of the formula goes over
/// businesses of other scales while nothing in the formula looks at the scale.
fn takes_all(profile: &Profile, dataset: &Dataset, formula: &Formula, tahun: Year) -> Option<At> {
    let mut looks = false;
    let mut sources: BTreeSet<(&str, Year)> = BTreeSet::new();
    formula.root.walk(&mut |node| match &node.expr {
        Expr::Name { name, .. } if name == SCALE => looks = true,
        Expr::Aggregate(of) => {
            looks |= of.isian.as_ref().is_some_and(|(isian, _)| isian == SCALE);
            let year = of.isian.as_ref().map_or(YearRef::Back(0), |(_, year)| *year);
            sources.insert((&of.sumber, year.at(tahun)));
        }
        _ => {}
    });
    let of_umkm = |sumber: &str| profile.sumber.get(sumber).is_some_and(|sumber| sumber.bentuk == Dictionary::Umkm);
    if looks {
        return None;
    }
    sources.into_iter().filter(|(sumber, _)| of_umkm(sumber)).find_map(|(sumber, year)| other_scales(dataset, sumber, year))
}

/// Whether an aggregate of the formula has a WHERE, so that AND is to be added to it.
fn has_condition(formula: &Formula) -> bool {
    let mut has = false;
    formula.root.walk(&mut |node| has |= matches!(&node.expr, Expr::Aggregate(of) if of.condition.is_some()));
    has
}

/// The scale column on the sheet of a business whose scale is not micro.
fn other_scales(dataset: &Dataset, sumber: &str, tahun: Year) -> Option<At> {
    let table = dataset.table(sumber, tahun)?;
    let column = table.column(SCALE)?;
    let row = table.rows.iter().find(|row| match table.isi(row, column) {
        Isi::Teks(text) => {
            let text = clean_text(&text).to_lowercase();
            !text.trim().is_empty() && !text.contains("mikro")
        }
        _ => false,
    })?;
    Some(table.at_column(row, column))
}
