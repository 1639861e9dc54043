//! A measure of usaha mikro over data that also hold other scales, and say so in
//! a column that the measure does not ask (contract.md 5).

use super::Plan;
use crate::dataset::{Dataset, Table};
use crate::diagnostic::{Checked, Fakta, Kode, Penerimaan, Temuan};
use crate::formula::direct_needs;
use crate::profile::{Profile, Ukuran};
use crate::vocabulary::{At, Sel};

/// The column that tells mikro from kecil and menengah.
const SKALA: &str = "skala_usaha";

/// A warning for each measure whose name or words say "mikro" and whose formula
/// leaves the scale column of the report year's data unasked.
pub fn unfiltered_scale(profile: &Profile, plan: &Plan, dataset: &Dataset) -> Checked<()> {
    let mut temuan = Vec::new();
    for ukuran in profile.ukuran.iter().filter(|ukuran| is_of_micro(ukuran)) {
        let Some(formula) = plan.measures.get(&ukuran.nama.text).and_then(|measure| measure.rumus.as_ref()) else { continue };
        for ((sumber, tahun), (isian, _)) in direct_needs(formula, plan.tahun).tables {
            let asks = isian.iter().any(|isian| isian == SKALA);
            let place = dataset.table(&sumber, tahun).filter(|_| tahun == plan.tahun && !asks).and_then(scale_column);
            if let Some(at) = place {
                let fakta = Fakta::SkalaTidakDisaring { ukuran: ukuran.nama.text.clone(), isian: SKALA.to_owned() };
                temuan.push(accepted(profile, Temuan::new(at, fakta)));
            }
        }
    }
    Checked::new((), temuan)
}

fn is_of_micro(ukuran: &Ukuran) -> bool {
    [&ukuran.nama.text, &ukuran.sebutan].into_iter().any(|text| text.to_lowercase().contains("mikro"))
}

/// The column's place on the first sheet that has rows.
fn scale_column(table: &Table) -> Option<At> {
    let index = table.column(SKALA)?;
    let row = table.rows.first()?;
    let part = table.parts.get(usize::from(row.part))?;
    Some(At::sheet(part.berkas.clone(), part.lembar.clone()).with(Sel::Column(row.data.get(index)?.at.column)))
}

/// The warning, accepted where `[[terima]]` names its code and column.
fn accepted(profile: &Profile, mut temuan: Temuan) -> Temuan {
    let place = temuan.at.to_string();
    let is_this = |kode: &str, sel: &str| Kode::parse(kode.trim()) == Some(Kode::SkalaTidakDisaring) && sel.trim() == place;
    let accept = profile.terima.iter().find(|accept| is_this(&accept.kode, &accept.sel.text));
    temuan.diterima = accept.map(|accept| Penerimaan { alasan: accept.alasan.clone(), nilai: None });
    temuan
}
