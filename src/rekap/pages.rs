//! What the pages of a summary are filled with, part by part and in pieces, so
//! that no more of it is held at once than a few hundred rows.

use super::bounds::Plan;
use super::model::{BarisKantor, Gabungan, GrafikRekap, IndikatorRekap, KantorRow, Rekap};
use super::words_id::{self as words, sheet};
use crate::document::{self, PagePart, TemplateError, TemplateSet};
use serde::Serialize;

/// A piece of the part of indicators holds about so many rows.
const PIECE: usize = 400;

/// The parts, each a file of the template.
///
/// # Errors
/// The template cannot be filled with it.
pub fn parts(rekap: &Rekap) -> Result<Vec<PagePart>, TemplateError> {
    let template = TemplateSet::rekap();
    let plan = plan(rekap);
    Ok(vec![
        document::render_part(&template, "rekap", &overview(rekap, &plan))?,
        indicators(&template, rekap, &plan)?,
        document::render_part(&template, "ukuran", &measures(rekap, &plan))?,
        document::render_part(&template, "kantor", &offices(rekap, &plan))?,
    ])
}

fn plan(rekap: &Rekap) -> Plan {
    let offices: Vec<usize> = rekap.indikator.iter().map(|indikator| indikator.baris.len()).collect();
    Plan::of(&offices, rekap.ukuran.iter().map(|ukuran| ukuran.tahun.len()).sum(), rekap.kantor.len())
}

/// What is left out of a list, in words.
fn left_out(shown: usize, all: usize, what: &str, sheet: &str) -> Option<String> {
    (shown < all).then(|| words::left_to_sheets(shown, all, what, sheet))
}

#[derive(Serialize)]
struct Overview<'r> {
    judul: &'r str,
    nama: Option<&'r str>,
    tahun: i32,
    jumlah_kantor: usize,
    jumlah_laporan: usize,
    indikator: Vec<OverviewRow<'r>>,
    sisa: Option<String>,
    /// The offices of which something must be known.
    perlu: Vec<&'r KantorRow>,
}

#[derive(Serialize)]
struct OverviewRow<'r> {
    nomor: usize,
    nama: &'r str,
    satuan: &'r str,
    kantor: usize,
    pertama: &'r str,
    terakhir: &'r str,
    gabungan: &'r str,
}

fn overview<'r>(rekap: &'r Rekap, plan: &Plan) -> Overview<'r> {
    let row = |one: &'r IndikatorRekap| OverviewRow {
        nomor: one.nomor,
        nama: &one.nama,
        satuan: &one.satuan,
        kantor: one.baris.len(),
        pertama: &one.pertama,
        terakhir: &one.terakhir,
        gabungan: &one.gabungan.tampil,
    };
    Overview {
        judul: rekap.judul,
        nama: rekap.nama.as_deref(),
        tahun: rekap.tahun,
        jumlah_kantor: rekap.jumlah_kantor,
        jumlah_laporan: rekap.jumlah_laporan,
        indikator: rekap.indikator.iter().take(plan.indikator).map(row).collect(),
        sisa: left_out(plan.indikator, rekap.indikator.len(), words::INDICATORS, sheet::INDICATORS),
        perlu: rekap.kantor.iter().filter(|row| !row.keadaan.is_empty()).take(plan.kantor).collect(),
    }
}

#[derive(Serialize)]
struct Indicators<'r> {
    nama: Option<&'r str>,
    tahun: i32,
    /// Whether this piece begins the part.
    awal: bool,
    sisa: Option<&'r str>,
    indikator: &'r [Indicator<'r>],
}

#[derive(Serialize)]
struct Indicator<'r> {
    nomor: usize,
    nama: &'r str,
    rumus: &'r str,
    satuan: &'r str,
    urutan: &'r str,
    tahun_lalu: &'r [i32],
    ada_target: bool,
    ada_predikat: bool,
    baris: Vec<&'r BarisKantor>,
    /// That these are the two ends of a longer list.
    ujung: Option<String>,
    gabungan: &'r Gabungan,
    gabungan_lalu: &'r [Gabungan],
    tanpa: &'r [String],
    tanpa_lagi: usize,
    mirip: &'r [String],
    grafik: Option<&'r GrafikRekap>,
}

impl<'r> Indicator<'r> {
    fn of(one: &'r IndikatorRekap, plan: &Plan) -> Self {
        let all = one.baris.len();
        let half = plan.baris / 2;
        let is_whole = all <= plan.baris;
        let shown = if is_whole { [&one.baris[..], &[]] } else { [&one.baris[..plan.baris - half], &one.baris[all - half..]] };
        Self {
            nomor: one.nomor,
            nama: &one.nama,
            rumus: &one.rumus,
            satuan: &one.satuan,
            urutan: &one.urutan,
            tahun_lalu: &one.tahun_lalu,
            ada_target: one.ada_target,
            ada_predikat: one.ada_predikat,
            baris: shown.into_iter().flatten().collect(),
            ujung: (!is_whole).then(|| words::the_ends(plan.baris, all)),
            gabungan: &one.gabungan,
            gabungan_lalu: &one.gabungan_lalu,
            tanpa: &one.tanpa,
            tanpa_lagi: one.jumlah_tanpa - one.tanpa.len(),
            mirip: &one.mirip,
            grafik: one.grafik.as_ref().filter(|_| plan.grafik),
        }
    }
}

/// The part of indicators, filled piece by piece.
fn indicators(template: &TemplateSet, rekap: &Rekap, plan: &Plan) -> Result<PagePart, TemplateError> {
    let sisa = left_out(plan.rincian, rekap.indikator.len(), words::INDICATORS, sheet::INDICATORS);
    let shown: Vec<Indicator<'_>> = rekap.indikator.iter().take(plan.rincian).map(|one| Indicator::of(one, plan)).collect();
    let fill = |indikator: &[Indicator<'_>], awal: bool| {
        let sisa = sisa.as_deref().filter(|_| awal);
        let piece = Indicators { nama: rekap.nama.as_deref(), tahun: rekap.tahun, awal, sisa, indikator };
        document::render_part(template, "indikator", &piece)
    };
    let (mut from, mut rows, mut part) = (0, 0, None::<PagePart>);
    for (at, indikator) in shown.iter().enumerate() {
        rows += indikator.baris.len();
        if rows >= PIECE || at + 1 == shown.len() {
            let piece = fill(&shown[from..=at], from == 0)?;
            match &mut part {
                Some(part) => part.blocks.extend(piece.blocks),
                None => part = Some(piece),
            }
            (from, rows) = (at + 1, 0);
        }
    }
    part.map_or_else(|| fill(&[], true), Ok)
}

#[derive(Serialize)]
struct Measures<'r> {
    tahun: i32,
    ukuran: Vec<MeasureRow<'r>>,
    sisa: Option<String>,
}

#[derive(Serialize)]
struct MeasureRow<'r> {
    nama: &'r str,
    rumus: &'r str,
    tahun: i32,
    kantor: usize,
    tampil: &'r str,
    angka: Option<&'r str>,
}

fn measures<'r>(rekap: &'r Rekap, plan: &Plan) -> Measures<'r> {
    let rows = rekap.ukuran.iter().flat_map(|ukuran| {
        ukuran.tahun.iter().map(|year| MeasureRow {
            nama: &ukuran.nama,
            rumus: &ukuran.rumus,
            tahun: year.tahun,
            kantor: year.kantor,
            tampil: &year.tampil,
            angka: year.angka.as_deref(),
        })
    });
    let all = rekap.ukuran.iter().map(|ukuran| ukuran.tahun.len()).sum();
    Measures {
        tahun: rekap.tahun,
        ukuran: rows.take(plan.ukuran).collect(),
        sisa: left_out(plan.ukuran, all, words::MEASURES, sheet::MEASURES),
    }
}

#[derive(Serialize)]
struct Offices<'r> {
    tahun: i32,
    kantor: &'r [KantorRow],
    sisa: Option<String>,
}

fn offices<'r>(rekap: &'r Rekap, plan: &Plan) -> Offices<'r> {
    let kantor = &rekap.kantor[..plan.kantor];
    Offices { tahun: rekap.tahun, kantor, sisa: left_out(plan.kantor, rekap.kantor.len(), words::OFFICES, sheet::OFFICES) }
}
