//! What the part `catatan` says of the data: the findings a reader must know.

use super::model::{CatatanPage, TemuanRow};
use super::words_id as words;
use crate::dataset::{Dataset, Isi};
use crate::diagnostic::{Temuan, Tingkat};
use crate::formula::{AggregateFunction, AggregateTrace, Contribution, Origin};
use crate::indicator::Figures;
use crate::profile::Profile;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Findings of one kind in one sheet are told once each up to here, then counted.
const FOLD_AFTER: usize = 20;

/// The notes; what was counted of the data is told by [`super::coverage`].
pub fn catatan(profile: &Profile, dataset: &Dataset, figures: &Figures, temuan: &[Temuan]) -> CatatanPage {
    let of = |tingkat| rows(temuan.iter().filter(|one| one.diterima.is_none() && one.tingkat() == tingkat));
    CatatanPage {
        ringkas: profile.laporan.catatan_ringkas,
        lembar: false,
        masukan: Vec::new(),
        cakupan: Vec::new(),
        diterima: rows(temuan.iter().filter(|one| one.diterima.is_some())),
        galat: of(Tingkat::Galat),
        peringatan: of(Tingkat::Peringatan),
        disajikan_kembali: Vec::new(),
        catatan: of(Tingkat::Catatan).into_iter().chain(stale(profile, dataset, figures)).collect(),
    }
}

/// The field that tells how old a koperasi's figures are.
const RAT: &str = "tanggal_rat";

/// One note for each measure and year that rests on rows whose RAT was held
/// before the year: they may carry the figures of an older book year.
fn stale(profile: &Profile, dataset: &Dataset, figures: &Figures) -> Vec<TemuanRow> {
    let indikator = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator).zip(&figures.indikator);
    let measures = figures.ukuran.iter().filter(|figure| figure.origin == Origin::Data).filter_map(|figure| {
        let ukuran = profile.ukuran.iter().find(|ukuran| ukuran.nama.text == figure.ukuran)?;
        Some((&ukuran.sebutan, figure.data.as_ref()?))
    });
    let own = indikator.map(|(indikator, figure)| (&indikator.nama, &figure.realisasi.evaluated));
    measures
        .chain(own)
        .flat_map(|(sebutan, data)| data.trace.aggregates.iter().filter_map(|trace| stale_rows(dataset, sebutan, trace)))
        .collect()
}

fn stale_rows(dataset: &Dataset, sebutan: &str, trace: &AggregateTrace) -> Option<TemuanRow> {
    let tahun = trace.isian.as_ref().map_or(trace.tahun, |(_, year)| *year);
    let table = dataset.table(&trace.sumber, tahun)?;
    let column = table.column(RAT)?;
    let counted: Vec<(usize, Decimal)> = match &trace.isian {
        Some(_) => {
            let amount = |cell: &Contribution| cell.amount.filter(|amount| !amount.is_zero());
            trace.sel.iter().filter_map(|cell| Some((cell.cell_row, amount(cell)?))).collect()
        }
        None => trace.terpilih.iter().map(|row| (*row, Decimal::ONE)).collect(),
    };
    let is_stale = |(row, _): &&(usize, Decimal)| match table.rows.get(*row).map(|row| table.isi(row, column)) {
        Some(Isi::Tanggal(date)) => date.year < tahun.0,
        _ => false,
    };
    let stale: Vec<&(usize, Decimal)> = counted.iter().filter(is_stale).collect();
    let (first, _) = stale.first()?;
    // Parts of a sum are told where they all count the same way.
    let add = |sum: Decimal, (_, amount): &(usize, Decimal)| match amount.is_sign_negative() {
        true => None,
        false => sum.checked_add(*amount),
    };
    let part = || {
        let all = counted.iter().try_fold(Decimal::ZERO, add)?;
        let old = stale.iter().copied().try_fold(Decimal::ZERO, add)?;
        old.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(all)
    };
    let part = if trace.isian.is_some() && trace.fungsi == AggregateFunction::Sum { part() } else { None };
    let first = table.rows.get(*first)?;
    Some(TemuanRow {
        tempat: table.at_column(first, column).to_string(),
        nama: String::new(),
        pesan: words::stale(sebutan, tahun, stale.len(), counted.len(), part),
        saran: String::new(),
        alasan: None,
        akibat: None,
    })
}

fn rows<'a>(temuan: impl Iterator<Item = &'a Temuan>) -> Vec<TemuanRow> {
    let mut rows = Vec::new();
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for one in temuan {
        let count = seen.entry((one.kode().text(), &one.at.berkas)).or_default();
        // What the office accepts is printed with its reason, each.
        *count += usize::from(one.diterima.is_none());
        if *count <= FOLD_AFTER {
            rows.push(TemuanRow {
                tempat: one.at.to_string(),
                nama: one.nama.clone().unwrap_or_default(),
                pesan: words::on_paper(&one.pesan()),
                saran: words::on_paper(&one.saran()),
                alasan: one.diterima.as_ref().map(|accepted| accepted.alasan.clone()),
                akibat: one.akibat().map(|akibat| words::on_paper(&akibat)),
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
            akibat: None,
        });
    }
    rows
}
