//! What the part `catatan` says of the data: the files, the coverage of each
//! measure, and the findings a reader must know.

use super::model::{CakupanRow, CatatanPage, MasukanRow, TemuanRow};
use super::words_id as words;
use crate::dataset::Dataset;
use crate::diagnostic::{Temuan, Tingkat};
use crate::formula::{LeftOut, MeasureFigure, Origin};
use crate::indicator::Figures;
use crate::profile::Profile;

/// Findings of one kind in one sheet are told once each up to here, then counted.
const FOLD_AFTER: usize = 20;

pub fn catatan(profile: &Profile, dataset: &Dataset, figures: &Figures, temuan: &[Temuan]) -> CatatanPage {
    let masukan = |masukan: &crate::dataset::Masukan| MasukanRow {
        berkas: masukan.berkas.clone(),
        lembar: masukan.lembar.clone().unwrap_or_else(|| "-".to_owned()),
        tahun: masukan.tahun.0,
        baris: words::whole(masukan.baris_data),
    };
    let of = |tingkat| rows(temuan.iter().filter(|one| one.diterima.is_none() && one.tingkat() == tingkat));
    CatatanPage {
        masukan: dataset.masukan.iter().map(masukan).collect(),
        cakupan: figures.ukuran.iter().filter_map(|figure| cakupan(profile, figure)).collect(),
        diterima: rows(temuan.iter().filter(|one| one.diterima.is_some())),
        galat: of(Tingkat::Galat),
        peringatan: of(Tingkat::Peringatan),
        catatan: of(Tingkat::Catatan),
    }
}

/// What a measure that rests on data counted and left out.
fn cakupan(profile: &Profile, figure: &MeasureFigure) -> Option<CakupanRow> {
    let data = figure.data.as_ref().filter(|_| figure.origin == Origin::Data)?;
    if data.trace.aggregates.is_empty() || data.outcome.reason().is_some_and(|reason| reason.is_no_data()) {
        return None;
    }
    let ukuran = profile.ukuran.iter().find(|ukuran| ukuran.nama.text == figure.ukuran)?;
    let aggregates = &data.trace.aggregates;
    let left_out = |is: fn(&LeftOut) -> bool| {
        words::whole(aggregates.iter().flat_map(|one| &one.dilewati).filter(|(_, why)| is(why)).count())
    };
    let kelompok: Vec<String> = aggregates.iter().flat_map(|one| &one.kelompok).map(words::groups).collect();
    Some(CakupanRow {
        sebutan: ukuran.sebutan.clone(),
        tahun: figure.tahun.0,
        dihitung: words::whole(aggregates.iter().map(|one| one.jumlah_sel).sum()),
        tanpa_nilai: left_out(|why| matches!(why, LeftOut::NoValue | LeftOut::ConditionMissing { .. })),
        tidak_memenuhi: left_out(|why| matches!(why, LeftOut::Condition)),
        tanpa_pasangan: left_out(|why| matches!(why, LeftOut::NoCounterpart { .. })),
        kelompok: (!kelompok.is_empty()).then(|| kelompok.join("; ")),
    })
}

fn rows<'a>(temuan: impl Iterator<Item = &'a Temuan>) -> Vec<TemuanRow> {
    let mut rows = Vec::new();
    let mut seen: std::collections::BTreeMap<(&str, &str), usize> = std::collections::BTreeMap::new();
    for one in temuan {
        let count = seen.entry((one.kode().text(), &one.at.berkas)).or_default();
        *count += 1;
        if *count <= FOLD_AFTER {
            rows.push(TemuanRow {
                tempat: one.at.to_string(),
                nama: one.nama.clone().unwrap_or_default(),
                pesan: one.pesan(),
                saran: one.saran(),
                alasan: one.diterima.as_ref().map(|accepted| accepted.alasan.clone()),
            });
        }
    }
    for ((kode, berkas), count) in seen.into_iter().filter(|(_, count)| *count > FOLD_AFTER) {
        rows.push(TemuanRow {
            tempat: berkas.to_owned(),
            nama: String::new(),
            pesan: words::folded(kode, count - FOLD_AFTER),
            saran: String::new(),
            alasan: None,
        });
    }
    rows
}
