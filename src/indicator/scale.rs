//! Data UMKM often hold small and medium businesses beside the micro ones: a
//! count of usaha mikro that does not look at the scale takes them all (contract.md 5).

use super::{PROFILE_FILE, Plan};
use crate::dataset::{Dataset, Isi};
use crate::diagnostic::{Fakta, Temuan};
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
        if !meant && takes_all(profile, dataset, formula, tahun) && told.insert(nama.to_owned()) {
            let fakta = Fakta::SkalaTidakDisaring { ukuran: nama.to_owned(), isian: SCALE.to_owned() };
            temuan.push(Temuan::new(At::file(PROFILE_FILE), fakta));
        }
    };
    for figure in ukuran.iter().filter(|figure| figure.origin == Origin::Data) {
        let Some(definition) = plan.measures.get(&figure.ukuran) else { continue };
        if let Some(formula) = &definition.rumus {
            look(&figure.ukuran, &definition.sebutan, formula, figure.tahun);
        }
    }
    let indikator = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator);
    for (indikator, (id, formula)) in indikator.zip(&plan.indikator) {
        look(id, &indikator.nama, formula, plan.tahun);
    }
    temuan
}

/// Whether an aggregate of the formula goes over businesses of other scales
/// while nothing in the formula looks at the scale.
fn takes_all(profile: &Profile, dataset: &Dataset, formula: &Formula, tahun: Year) -> bool {
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
    !looks && sources.into_iter().any(|(sumber, year)| of_umkm(sumber) && holds_others(dataset, sumber, year))
}

/// Whether any business of the table has a scale that is not micro.
fn holds_others(dataset: &Dataset, sumber: &str, tahun: Year) -> bool {
    let Some(table) = dataset.table(sumber, tahun) else { return false };
    let Some(column) = table.column(SCALE) else { return false };
    table.rows.iter().any(|row| match row.data.get(column).map(|datum| &datum.isi) {
        Some(Isi::Teks(text)) => {
            let text = clean_text(text).to_lowercase();
            !text.trim().is_empty() && !text.contains("mikro")
        }
        _ => false,
    })
}
