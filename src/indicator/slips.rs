//! What the profile's formulas seem to have wrong.

use super::{PROFILE_FILE, Plan};
use crate::diagnostic::{RumusJanggal, SebabJanggal, Temuan};
use crate::formula::{Formula, Named, Slip, slips};
use crate::profile::{Profile, Ukuran};
use crate::vocabulary::At;

/// One finding for each slip of each formula.
pub(super) fn odd_formulas(profile: &Profile, plan: &Plan) -> Vec<Temuan> {
    let unit =
        |name: &str| profile.ukuran.iter().find(|ukuran| ukuran.nama.text == name).and_then(|ukuran| ukuran.satuan.as_deref());
    let named = |name: &str| {
        let measure = plan.measures.get(name)?;
        Some(Named { formula: measure.rumus.as_ref(), is_percent: is_percent(unit(name)) })
    };
    let told = |formula: &Formula, satuan: Option<&str>, milik: String| -> Vec<Temuan> {
        let of = |slip| {
            let sebab = match slip {
                Slip::WithoutHundred => SebabJanggal::TanpaSeratus,
                Slip::OverOwnYear => SebabJanggal::DibagiTahunSendiri,
            };
            Temuan::new(At::file(PROFILE_FILE), RumusJanggal { milik: milik.clone(), rumus: formula.text.clone(), sebab })
        };
        slips(formula, is_percent(satuan), &named).into_iter().map(of).collect()
    };
    let of_measure = |ukuran: &Ukuran| {
        let formula = plan.measures.get(&ukuran.nama.text).and_then(|measure| measure.rumus.as_ref());
        formula.map(|formula| told(formula, ukuran.satuan.as_deref(), format!("ukuran {}", ukuran.nama.text)))
    };
    let measures = profile.ukuran.iter().filter_map(of_measure).flatten();
    let indikator = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator).zip(&plan.indikator);
    let indikator = indikator.flat_map(|(one, (id, formula))| told(formula, one.satuan.as_deref(), format!("indikator {id}")));
    measures.chain(indikator).collect()
}

/// Whether a unit is a hundredth.
fn is_percent(satuan: Option<&str>) -> bool {
    satuan.is_some_and(|satuan| matches!(satuan.trim().to_lowercase().as_str(), "%" | "persen" | "prosen" | "persentase"))
}
