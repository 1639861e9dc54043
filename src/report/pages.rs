//! What the parts `iku`, `capaian` and `perhitungan` say.

use super::calculation::{AKHIR_NAMES, PREDIKAT_NAME, TARGET_NAMES, WITHOUT_TARGET, awaits_target, capaian_name};
use super::figures::{self, Named};
use super::model::{
    BidangPage, CapaianPage, CapaianRow, FigurePage, FormulaPage, IndikatorPage, InstansiPage, LabelPage, OperandRow,
    PenandatanganPage, PerhitunganPage, SasaranPage,
};
use super::{chart, sources, words_id as words};
use crate::dataset::Dataset;
use crate::formula::{
    AggregateTrace, Formula, MeasureFigure, Operand, OperandTrace, Origin, Printed, YearRef, phrase, print_with_unit, year_words,
};
use crate::indicator::{Capaian, CapaianHasil, Figure, Figures, Plan};
use crate::profile::{Arah, Cara, Indikator, Penandatangan, Profile, Ukuran};
use crate::vocabulary::{Year, tampil};
use std::collections::BTreeSet;

/// Which measures, and which indicators by their id, a draft must mark as doubtful.
pub type Doubtful = BTreeSet<(String, Year)>;

pub fn instansi(profile: &Profile) -> InstansiPage {
    let instansi = profile.instansi.clone();
    InstansiPage {
        nama: instansi.nama,
        daerah: instansi.daerah,
        visi: instansi.visi,
        misi: instansi.misi,
        tujuan: instansi.tujuan,
        tugas: instansi.tugas,
        fungsi: instansi.fungsi,
    }
}

/// The form's head, INSTANSI to FUNGSI; what the profile leaves out is not printed.
pub fn label(profile: &Profile) -> Vec<LabelPage> {
    let instansi = &profile.instansi;
    let one = |text: &Option<String>| text.iter().cloned().collect::<Vec<_>>();
    let lines = [
        (words::LABELS[0], vec![instansi.nama.clone()], false),
        (words::LABELS[1], one(&instansi.visi), false),
        (words::LABELS[2], instansi.misi.clone(), false),
        (words::LABELS[3], one(&instansi.tujuan), false),
        (words::LABELS[4], one(&instansi.tugas), false),
        (words::LABELS[5], instansi.fungsi.clone(), true),
    ];
    lines.into_iter().filter(|(_, isi, _)| !isi.is_empty()).map(|(nama, isi, huruf)| LabelPage { nama, isi, huruf }).collect()
}

pub fn sasaran(profile: &Profile, plan: &Plan) -> Vec<SasaranPage> {
    let formulas: std::collections::BTreeMap<&str, &Formula> =
        plan.indikator.iter().map(|(id, formula)| (id.as_str(), formula)).collect();
    let years = target_years(profile);
    let indikator = |(nomor, indikator): (usize, &Indikator)| IndikatorPage {
        nomor: nomor + 1,
        id: indikator.id.clone(),
        nama: indikator.nama.clone(),
        penjelasan: indikator.penjelasan.clone(),
        definisi_operasional: indikator.definisi_operasional.clone().or_else(|| indikator.penjelasan.clone()),
        alasan: indikator.alasan.clone(),
        tipe_penghitungan: indikator.tipe_penghitungan.clone(),
        rumus: printed_formula(plan, indikator, formulas.get(indikator.id.as_str()).copied()),
        satuan: indikator.satuan.clone(),
        target: years.iter().map(|year| target(indikator, *year)).collect(),
        sumber_data: indikator.sumber_data.clone(),
        penanggung_jawab: indikator.penanggung_jawab.clone(),
    };
    let page = |(nomor, sasaran): (usize, &crate::profile::Sasaran)| SasaranPage {
        nomor: nomor + 1,
        uraian: sasaran.uraian.clone(),
        indikator: sasaran.indikator.iter().enumerate().map(indikator).collect(),
    };
    profile.sasaran.iter().enumerate().map(page).collect()
}

/// The years that any indicator has a target for, its final one included.
pub fn target_years(profile: &Profile) -> Vec<Year> {
    let indikator = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator);
    let years: BTreeSet<Year> = indikator.flat_map(|one| one.target.keys().chain(one.target_akhir.keys())).copied().collect();
    years.into_iter().collect()
}

/// A year's own target, or the final target that falls on it.
fn target(indikator: &Indikator, year: Year) -> String {
    let known = indikator.target.get(&year).or_else(|| indikator.target_akhir.get(&year));
    known.map_or_else(|| words::NA.to_owned(), |value| tampil(*value, indikator.desimal))
}

/// The form's formula: to the letter where the profile gives it, else from the formula itself.
fn printed_formula(plan: &Plan, indikator: &Indikator, formula: Option<&Formula>) -> FormulaPage {
    if let Some(tercetak) = &indikator.tercetak {
        let alternatif = match &tercetak.penyebut {
            Some(penyebut) => words::fraction_sentence(&tercetak.pembilang, penyebut, None, tercetak.pengali.as_deref()),
            None => words::formula_sentence(&tercetak.pembilang, tercetak.pengali.as_deref()),
        };
        let tercetak = tercetak.clone();
        return FormulaPage {
            sebelum: None,
            pembilang: tercetak.pembilang,
            penyebut: tercetak.penyebut,
            pengali: tercetak.pengali,
            alternatif,
        };
    }
    formula.map(|formula| in_words(plan, indikator, formula)).unwrap_or_default()
}

pub fn in_words(plan: &Plan, indikator: &Indikator, formula: &Formula) -> FormulaPage {
    formula_page(&print_with_unit(formula, indikator.satuan.as_deref(), &mut |operand| phrase(operand, plan.nouns())))
}

fn formula_page(printed: &Printed) -> FormulaPage {
    match printed.single_fraction() {
        Some(fraction) => FormulaPage {
            alternatif: words::fraction_sentence(
                &fraction.numerator,
                &fraction.denominator,
                fraction.before.as_deref(),
                fraction.after.as_deref(),
            ),
            sebelum: fraction.before,
            pembilang: fraction.numerator,
            penyebut: Some(fraction.denominator),
            pengali: fraction.after,
        },
        None => {
            let linear = printed.linear();
            FormulaPage {
                sebelum: None,
                alternatif: words::formula_sentence(&linear, None),
                pembilang: linear,
                penyebut: None,
                pengali: None,
            }
        }
    }
}

pub fn penandatangan(profile: &Profile, draf: bool) -> Vec<PenandatanganPage> {
    let page = |signer: &Penandatangan| {
        let tte = signer.cara == Cara::Tte && !draf;
        let mut jabatan = signer.jabatan.clone();
        let sebagai = signer.sebagai.trim();
        if sebagai.ends_with([',', ':']) {
            // "Mengetahui," stands on a line of its own.
            jabatan.insert(0, sebagai.to_owned());
        } else if let (false, Some(first)) = (sebagai.is_empty(), jabatan.first_mut()) {
            *first = format!("{sebagai} {first}");
        }
        PenandatanganPage {
            tempat_tanggal: place_and_date(signer),
            jabatan,
            nama: signer.nama.clone(),
            pangkat: signer.pangkat.clone(),
            nip: signer.nip.as_ref().map(|nip| nip.printed.clone()),
            cara: if signer.cara == Cara::Tte { "tte" } else { "basah" },
            tte,
            penanda: signer.penanda.filter(|_| tte).map(|tag| tag.to_string()),
            bidang: tte.then_some(BidangPage { lebar: signer.bidang.0, tinggi: signer.bidang.1 }),
        }
    };
    profile.penandatangan.iter().map(page).collect()
}

/// `Pasuruan, 24 Januari 2022`, or the one of the two that there is.
fn place_and_date(signer: &Penandatangan) -> String {
    let tanggal = signer.tanggal.map(|tanggal| tanggal.panjang());
    let tempat = Some(signer.tempat.clone()).filter(|tempat| !tempat.is_empty());
    tempat.into_iter().chain(tanggal).collect::<Vec<_>>().join(", ")
}

pub fn capaian(profile: &Profile, figures: &Figures, named: &mut Named, doubtful: &Doubtful) -> CapaianPage {
    let indikator: Vec<&Indikator> = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator).collect();
    let baris: Vec<CapaianRow> = indikator
        .iter()
        .zip(&figures.indikator)
        .map(|(indikator, figure)| {
            capaian_row(indikator, figure, (figures.tahun, profile.capaian.batas.is_some()), named, doubtful)
        })
        .collect();
    let with_target = |arah| {
        indikator
            .iter()
            .zip(&figures.indikator)
            .any(|(indikator, figure)| indikator.arah == Some(arah) && (figure.target.is_some() || figure.akhir.is_some()))
    };
    let any_akhir = figures.indikator.iter().any(|figure| figure.akhir.is_some());
    let any_predikat =
        figures.indikator.iter().any(|figure| figure.capaian.as_ref().is_some_and(|capaian| capaian.predikat.is_some()));
    let any_na = baris
        .iter()
        .any(|row| [&row.realisasi, &row.capaian].into_iter().chain(&row.lalu).any(|figure| figure.tampil == words::NA));
    let mut aturan =
        words::rules(&profile.capaian, with_target(Arah::Naik), with_target(Arah::Turun), any_predikat, any_akhir, any_na);
    // A predicate stands in the table by its text; what it counts for is said once below it.
    for realisasi in figures.indikator.iter().flat_map(|figure| figure.lalu.iter().rev().chain([&figure.realisasi])) {
        if let (Some(predikat), Some(nilai)) = (&realisasi.predikat, realisasi.evaluated.outcome.number()) {
            let sentence = words::scored(predikat, nilai);
            if !aturan.contains(&sentence) {
                aturan.push(sentence);
            }
        }
    }
    let grafik: Vec<_> = indikator
        .iter()
        .zip(&figures.indikator)
        .filter_map(|(indikator, figure)| chart::chart(indikator, figure, named, doubtful))
        .collect();
    CapaianPage {
        tahun_lalu: figures
            .indikator
            .first()
            .map(|figure| figure.lalu.iter().rev().map(|lalu| lalu.tahun.0).collect())
            .unwrap_or_default(),
        ada_predikat: !profile.capaian.predikat.is_empty(),
        ada_target_akhir: any_akhir,
        baris,
        aturan,
        ada_target_grafik: grafik.iter().any(|grafik| !grafik.target.is_empty()),
        lembar: false,
        grafik,
    }
}

/// An indicator's row; `clamped` where the profile keeps capaian within limits.
fn capaian_row(
    indikator: &Indikator,
    figure: &Figure,
    (tahun, clamped): (Year, bool),
    named: &mut Named,
    doubtful: &Doubtful,
) -> CapaianRow {
    let shown = |named: &mut Named, realisasi: &crate::indicator::Realisasi| {
        let ragu = doubtful.contains(&(indikator.id.clone(), realisasi.tahun));
        FigurePage { ragu, ..figures::indicator(named, &indikator.id, indikator.desimal, realisasi) }
    };
    let realisasi = shown(named, &figure.realisasi);
    let lalu = figure.lalu.iter().rev().map(|lalu| {
        let page = shown(named, lalu);
        FigurePage { ragu: page.ragu && lalu.evaluated.outcome.number().is_some(), ..page }
    });
    let lalu = lalu.collect();
    let id = indikator.id.as_str();
    let mut against = |names, year, capaian: &Capaian| capaian_figure(named, (names, id, year), capaian, clamped);
    let (mut capaian, tanpa_batas) = match &figure.capaian {
        Some(capaian) => against(TARGET_NAMES, tahun, capaian),
        // The one that a target typed into the workbook is counted by.
        None if awaits_target(figure) => {
            let (page, _) = against(TARGET_NAMES, tahun, &WITHOUT_TARGET);
            (FigurePage { sebab: None, ..page }, None)
        }
        None => (figures::none(words::NA, None), None),
    };
    let (mut kemajuan, kemajuan_tanpa_batas) = match &figure.akhir {
        Some((year, _, kemajuan)) => against(AKHIR_NAMES, *year, kemajuan),
        None => (figures::none(words::NA, None), None),
    };
    // A quotient of a doubtful figure is no less doubtful.
    capaian.ragu = realisasi.ragu && figure.capaian.as_ref().is_some_and(is_number);
    kemajuan.ragu = realisasi.ragu && figure.akhir.as_ref().is_some_and(|(_, _, kemajuan)| is_number(kemajuan));
    let predikat = figure.capaian.as_ref().and_then(|capaian| capaian.predikat.clone());
    let predikat = predikat.unwrap_or_else(|| words::NA.to_owned());
    let name = |what: &str, year: Year| capaian_name(what, &indikator.id, year);
    let has_predikat = figure.capaian.is_some() || awaits_target(figure);
    let predikat_nama = has_predikat.then(|| figures::text(named, name(PREDIKAT_NAME, tahun), &predikat));
    let awaited = awaits_target(figure).then(|| figures::text(named, name(TARGET_NAMES[0], tahun), words::NA));
    let mut planned = |what: &str, year: Year, value| figures::number(named, name(what, year), value, None, indikator.desimal);
    let target = figure.target.map(|value| planned(TARGET_NAMES[0], tahun, value));
    let akhir = figure.akhir.as_ref().map(|(year, value, _)| (year.0, planned(AKHIR_NAMES[0], *year, *value)));
    let target_nama = target.as_ref().and_then(|target| target.nama.clone()).or(awaited);
    let (target_akhir_tahun, target_akhir) = akhir.unzip();
    let is_held = figure.capaian.is_some() || awaits_target(figure);
    let unclamped = |what: &str, year: Option<Year>| year.filter(|_| clamped).map(|year| capaian_name(what, &indikator.id, year));
    CapaianRow {
        id: indikator.id.clone(),
        nama: indikator.nama.clone(),
        satuan: indikator.satuan.clone().unwrap_or_default(),
        lalu,
        target: target.map_or_else(|| words::NA.to_owned(), |target| target.tampil),
        target_nama,
        realisasi,
        capaian,
        tanpa_batas_nama: unclamped(TARGET_NAMES[1], is_held.then_some(tahun)),
        tanpa_batas,
        predikat,
        predikat_nama,
        target_akhir: match (&target_akhir, target_akhir_tahun) {
            (Some(target), Some(year)) => format!("{} ({year})", target.tampil),
            _ => words::NA.to_owned(),
        },
        target_akhir_nama: target_akhir.as_ref().and_then(|target| target.nama.clone()),
        target_akhir_nilai: target_akhir.map(|target| target.tampil),
        target_akhir_tahun,
        kemajuan_tanpa_batas_nama: unclamped(AKHIR_NAMES[1], figure.akhir.as_ref().map(|(year, _, _)| *year)),
        kemajuan,
        kemajuan_tanpa_batas,
    }
}

fn is_number(capaian: &Capaian) -> bool {
    matches!(capaian.hasil, CapaianHasil::Ok(_))
}

/// The capaian that counts, and the unclamped one where the clamp changed it. The workbook
/// shows both where there are limits, for a change may bring it out of them.
fn capaian_figure(
    named: &mut Named,
    (names, id, tahun): ([&str; 3], &str, Year),
    capaian: &Capaian,
    clamped: bool,
) -> (FigurePage, Option<String>) {
    let [_, plain, counted] = names.map(|what| capaian_name(what, id, tahun));
    let CapaianHasil::Ok(value) = &capaian.hasil else {
        let sebab = match &capaian.hasil {
            CapaianHasil::TidakAda(why) => Some(words::without_capaian(*why).to_owned()),
            CapaianHasil::Ok(_) => None,
        };
        let name = figures::awaited(named, plain, words::NA, 2);
        let name = if clamped { figures::awaited(named, counted, words::NA, 2) } else { name };
        return (FigurePage { nama: Some(name), ..figures::none(words::NA, sebab) }, None);
    };
    let page = figures::number(named, plain, *value, capaian.tepat.as_ref(), 2);
    match capaian.dibatasi {
        Some(limited) => {
            let unclamped = (limited != *value).then_some(page.tampil);
            (figures::number(named, counted, limited, capaian.counted(), 2), unclamped)
        }
        None => (page, None),
    }
}

pub fn perhitungan(
    profile: &Profile,
    plan: &Plan,
    dataset: &Dataset,
    figures: &Figures,
    named: &mut Named,
    doubtful: &Doubtful,
) -> Vec<PerhitunganPage> {
    let indikator = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator);
    let mut pages = Vec::new();
    for ((indikator, figure), (_, formula)) in indikator.zip(&figures.indikator).zip(&plan.indikator) {
        let operan = Operands { profile, plan, dataset, figures }.of(figure, formula, named, doubtful);
        let mut hasil = figures::indicator(named, &indikator.id, indikator.desimal, &figure.realisasi);
        hasil.ragu = doubtful.contains(&(indikator.id.clone(), figures.tahun));
        let exact = figure.realisasi.evaluated.outcome.number();
        pages.push(PerhitunganPage {
            id: indikator.id.clone(),
            nama: indikator.nama.clone(),
            rumus: in_words(plan, indikator, formula),
            substitusi: substitution(indikator, figure, figures, formula),
            tepat: exact.filter(|value| (indikator.desimal + 1..=8).contains(&value.normalize().scale())).map(words::short),
            satuan: if exact.is_some() && hasil.nama.is_some() {
                indikator.satuan.clone().unwrap_or_default()
            } else {
                String::new()
            },
            hasil,
            operan,
        });
    }
    pages
}

/// The formula with its figures in it, in the same shape.
fn substitution(indikator: &Indikator, figure: &Figure, figures: &Figures, formula: &Formula) -> FormulaPage {
    let trace = &figure.realisasi.evaluated.trace;
    let printed = print_with_unit(formula, indikator.satuan.as_deref(), &mut |operand| match operand {
        Operand::Ukuran { nama, tahun } => {
            let year = tahun.at(figure.realisasi.tahun);
            let known = figures.ukuran.iter().find(|known| known.ukuran == nama && known.tahun == year);
            known.map_or_else(|| words::NA.to_owned(), |known| figures::inline(&known.outcome, known.exact.as_ref()))
        }
        Operand::Agregat(node, _) => {
            let known = trace.aggregates.iter().find(|known| known.span == node.span);
            known.map_or_else(|| words::NA.to_owned(), |known| figures::inline(&known.outcome, known.exact.as_ref()))
        }
    });
    formula_page(&printed)
}

/// What the operands of an indicator are told from.
struct Operands<'a> {
    profile: &'a Profile,
    plan: &'a Plan,
    dataset: &'a Dataset,
    figures: &'a Figures,
}

impl Operands<'_> {
    fn of(&self, figure: &Figure, formula: &Formula, named: &mut Named, doubtful: &Doubtful) -> Vec<OperandRow> {
        let Self { profile, plan, dataset, figures } = *self;
        let trace = &figure.realisasi.evaluated.trace;
        let mut rows = Vec::new();
        for known in rested_on(figures, figure) {
            let Some(ukuran) = profile.ukuran.iter().find(|ukuran| ukuran.nama.text == known.ukuran) else { continue };
            let mut nilai = figures::measure(named, known);
            nilai.ragu = doubtful.contains(&(known.ukuran.clone(), known.tahun));
            rows.push(OperandRow {
                sebutan: ukuran.sebutan.clone(),
                tahun: known.tahun.0,
                nilai,
                satuan: ukuran.satuan.clone().unwrap_or_default(),
                rumus: ukuran.rumus.as_ref().map(|rumus| rumus.text.clone()).unwrap_or_default(),
                sumber: measure_sources(dataset, ukuran, known),
                sel: cells(known),
            });
        }
        for aggregate in &trace.aggregates {
            rows.push(OperandRow {
                sebutan: own_words(plan, formula, aggregate),
                tahun: aggregate.tahun.0,
                nilai: FigurePage {
                    ragu: doubtful.contains(&(figure.id.clone(), figures.tahun)),
                    ..figures::none(&figures::inline(&aggregate.outcome, aggregate.exact.as_ref()), None)
                },
                satuan: String::new(),
                rumus: aggregate.fungsi.name().to_owned(),
                sumber: sources::ranges(dataset, aggregate),
                sel: words::whole(aggregate.jumlah_sel),
            });
        }
        rows
    }
}

/// What an aggregate that stands in the indicator's own formula is called: `jumlah koperasi aktif`.
fn own_words(plan: &Plan, formula: &Formula, trace: &AggregateTrace) -> String {
    let mut found = None;
    print_with_unit(formula, None, &mut |operand| {
        if let Operand::Agregat(node, _) = operand
            && node.span == trace.span
        {
            found = Some(phrase(operand, plan.nouns()));
        }
        String::new()
    });
    let words = found.unwrap_or_else(|| trace.fungsi.name().to_owned());
    // The year stands in a column of its own.
    words.strip_suffix(&format!(" {}", year_words(YearRef::Back(0)))).unwrap_or(&words).to_owned()
}

/// The measures in a figure's formula, then those that they rest on in turn, each once.
fn rested_on<'f>(figures: &'f Figures, figure: &'f Figure) -> Vec<&'f MeasureFigure> {
    let mut found: Vec<&MeasureFigure> = Vec::new();
    let take = |operands: &[OperandTrace], found: &mut Vec<&'f MeasureFigure>| {
        for operand in operands {
            let is_this = |known: &&MeasureFigure| known.ukuran == operand.ukuran && known.tahun == operand.tahun;
            if !found.iter().any(is_this) {
                found.extend(figures.ukuran.iter().find(is_this));
            }
        }
    };
    take(&figure.realisasi.evaluated.trace.operands, &mut found);
    let mut at = 0;
    while let Some(known) = found.get(at).copied() {
        if let Some(data) = known.data.as_ref().filter(|_| known.origin == Origin::Data) {
            take(&data.trace.operands, &mut found);
        }
        at += 1;
    }
    found
}

fn cells(figure: &MeasureFigure) -> String {
    match (&figure.data, figure.origin) {
        // A measure upon measures has no cells of its own.
        (Some(data), Origin::Data) if !data.trace.aggregates.is_empty() => words::whole(data.trace.jumlah_sel()),
        _ => String::new(),
    }
}

/// The cells a measure was read from, or where its fixed value comes from.
pub fn measure_sources(dataset: &Dataset, ukuran: &Ukuran, figure: &MeasureFigure) -> Vec<String> {
    match (&figure.data, figure.origin) {
        (Some(data), Origin::Data) => data.trace.aggregates.iter().flat_map(|trace| sources::ranges(dataset, trace)).collect(),
        (_, Origin::Tetapan) if figure.outcome.number().is_some() => vec![words::fixed(ukuran.asal.as_deref())],
        _ => Vec::new(),
    }
}
