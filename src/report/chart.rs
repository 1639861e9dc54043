//! An indicator's figures over the years, for its chart: the very figures that
//! the table of *capaian* shows, and the targets of the years shown.

use super::calculation::{AKHIR_NAMES, TARGET_NAMES, capaian_name};
use super::figures::{self, Named};
use super::model::{FigurePage, GrafikPage, TitikPage};
use super::pages::Doubtful;
use super::words_id as words;
use crate::formula::excel::indicator_name;
use crate::indicator::{Figure, Realisasi};
use crate::profile::Indikator;
use crate::vocabulary::{exact_text, tampil as shown};
use rust_decimal::Decimal;

/// A figure written over a bar, in characters; the longest number is shorter.
const LONGEST: usize = 56;

/// What an indicator's chart is called.
pub fn title(id: &str, nama: &str) -> String {
    format!("{id} {nama}")
}

/// The chart; none where there is no figure to draw.
pub fn chart(indikator: &Indikator, figure: &Figure, named: &mut Named, doubtful: &Doubtful) -> Option<GrafikPage> {
    let years: Vec<&Realisasi> = figure.lalu.iter().rev().chain([&figure.realisasi]).collect();
    let mut realisasi = Vec::new();
    let mut target = Vec::new();
    for one in years {
        realisasi.push(reached(indikator, one, named, doubtful));
        if let Some(value) = indikator.target.get(&one.tahun) {
            let name = capaian_name(TARGET_NAMES[0], &indikator.id, one.tahun);
            target.push(planned(named, name, one.tahun.to_string(), *value, indikator));
        }
    }
    if let Some((year, value, _)) = &figure.akhir {
        let name = capaian_name(AKHIR_NAMES[0], &indikator.id, *year);
        target.push(planned(named, name, words::final_year(*year), *value, indikator));
    }
    let any = realisasi.iter().chain(&target).any(|point| point.nilai.is_some());
    any.then(|| GrafikPage {
        judul: title(&indikator.id, &indikator.nama),
        satuan: indikator.satuan.clone().unwrap_or_default(),
        realisasi,
        target,
    })
}

fn reached(indikator: &Indikator, realisasi: &Realisasi, named: &mut Named, doubtful: &Doubtful) -> TitikPage {
    let FigurePage { tampil, .. } = figures::indicator(named, &indikator.id, indikator.desimal, realisasi);
    // A predicate is shown by its text, and drawn by its score; by the score alone where it is a sentence.
    let value = realisasi.evaluated.outcome.number();
    let tampil = match value {
        Some(value) if tampil.chars().count() > LONGEST => shown(value, indikator.desimal),
        _ => tampil,
    };
    // Where there is none, its cell may come to one.
    let nama = indicator_name(&indikator.id, realisasi.tahun);
    named.shows(&nama, &tampil, value);
    TitikPage {
        tahun: realisasi.tahun.to_string(),
        tampil,
        nilai: value.map(exact_text),
        nama: Some(nama),
        ragu: doubtful.contains(&(indikator.id.clone(), realisasi.tahun)),
    }
}

fn planned(named: &mut Named, name: String, tahun: String, value: Decimal, indikator: &Indikator) -> TitikPage {
    let page = figures::target(named, name, value, indikator);
    TitikPage { tahun, tampil: page.tampil, nilai: Some(exact_text(value)), nama: page.nama, ragu: false }
}
