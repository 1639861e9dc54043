//! What the part `catatan` says of the data: the files, the coverage of each
//! measure, and the findings a reader must know.

use super::model::{CakupanRow, CatatanPage, MasukanRow, TemuanRow};
use super::words_id as words;
use crate::dataset::Dataset;
use crate::diagnostic::{Temuan, Tingkat};
use crate::formula::{Evaluated, LeftOut, MeasureFigure, Origin};
use crate::indicator::{Figure, Figures};
use crate::profile::{Indikator, Profile};
use crate::vocabulary::Year;

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
        cakupan: figures
            .ukuran
            .iter()
            .filter_map(|figure| cakupan(profile, figure))
            .chain(profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator).zip(&figures.indikator).flat_map(own_coverage))
            .collect(),
        diterima: rows(temuan.iter().filter(|one| one.diterima.is_some())),
        galat: of(Tingkat::Galat),
        peringatan: of(Tingkat::Peringatan),
        catatan: of(Tingkat::Catatan),
    }
}

/// What a measure that rests on data counted and left out.
fn cakupan(profile: &Profile, figure: &MeasureFigure) -> Option<CakupanRow> {
    let data = figure.data.as_ref().filter(|_| figure.origin == Origin::Data)?;
    let ukuran = profile.ukuran.iter().find(|ukuran| ukuran.nama.text == figure.ukuran)?;
    coverage(&ukuran.sebutan, figure.tahun, data)
}

/// What an indicator takes from the data itself, without a measure.
fn own_coverage<'a>((indikator, figure): (&'a Indikator, &'a Figure)) -> impl Iterator<Item = CakupanRow> + 'a {
    figure.years().filter_map(|realisasi| coverage(&indikator.nama, realisasi.tahun, &realisasi.evaluated))
}

fn coverage(sebutan: &str, tahun: Year, data: &Evaluated) -> Option<CakupanRow> {
    if data.trace.aggregates.is_empty() || data.outcome.reason().is_some_and(|reason| reason.is_no_data()) {
        return None;
    }
    let aggregates = &data.trace.aggregates;
    let left_out = |is: fn(&LeftOut) -> bool| {
        words::whole(aggregates.iter().flat_map(|one| &one.dilewati).filter(|(_, why)| is(why)).count())
    };
    let kelompok: Vec<String> = aggregates.iter().flat_map(|one| &one.kelompok).map(words::groups).collect();
    Some(CakupanRow {
        sebutan: sebutan.to_owned(),
        tahun: tahun.0,
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
