//! The part `capaian`: each indicator's figures against what was planned, its rules and charts.

use super::Doubtful;
use crate::indicator::{Capaian, CapaianHasil, Figure, Figures, TanpaCapaian};
use crate::profile::{Arah, Indikator, Profile};
use crate::report::calculation::{AKHIR_NAMES, PREDIKAT_NAME, TARGET_NAMES, WITHOUT_TARGET, awaits_target, capaian_name};
use crate::report::figures::{self, Named};
use crate::report::long::is_long;
use crate::report::model::{CapaianPage, CapaianRow, FigurePage, GrafikPage, TitikPage};
use crate::report::{chart, words_id as words};
use crate::vocabulary::Year;
use rust_decimal::Decimal;

pub fn capaian(profile: &Profile, figures: &Figures, named: &mut Named, doubtful: &Doubtful) -> CapaianPage {
    let indikator: Vec<&Indikator> = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator).collect();
    let baris: Vec<CapaianRow> = indikator
        .iter()
        .zip(&figures.indikator)
        .map(|(indikator, figure)| capaian_row(indikator, figure, (figures.tahun, profile), named, doubtful))
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
    let other = |capaian: Option<&Capaian>| capaian.and_then(other_cause);
    let any_na = baris.iter().zip(&figures.indikator).any(|(row, figure)| {
        let is_of_data = other(figure.capaian.as_ref()).is_none();
        let capaian = Some(&row.capaian).filter(|_| is_of_data);
        [&row.realisasi].into_iter().chain(capaian).chain(&row.lalu).any(|figure| figure.tampil == words::NA)
    });
    let mut aturan =
        words::rules(&profile.capaian, with_target(Arah::Naik), with_target(Arah::Turun), any_predikat, any_akhir, any_na);
    let mut tanpa_capaian = Vec::new();
    for figure in &figures.indikator {
        let akhir = figure.akhir.as_ref().map(|(_, _, kemajuan)| kemajuan);
        for (what, capaian) in [(words::CAPAIAN, figure.capaian.as_ref()), (words::KEMAJUAN_HEAD, akhir)] {
            tanpa_capaian.extend(other(capaian).map(|why| words::without_quotient(what, &figure.id, why)));
        }
    }
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
        tanpa_capaian,
        ada_target_grafik: grafik.iter().any(|grafik| !grafik.target.is_empty()),
        lembar: false,
        grafik,
    }
}

/// An indicator's row.
fn capaian_row(
    indikator: &Indikator,
    figure: &Figure,
    (tahun, profile): (Year, &Profile),
    named: &mut Named,
    doubtful: &Doubtful,
) -> CapaianRow {
    let clamped = profile.capaian.batas.is_some();
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
    if let Some(cell) = predikat_nama.as_ref().and_then(|name| named.values.get_mut(name)) {
        cell.or = profile.capaian.predikat.iter().map(|predikat| predikat.label.clone()).collect();
    }
    let awaited = awaits_target(figure).then(|| {
        let nama = figures::text(named, name(TARGET_NAMES[0], tahun), words::NA);
        figures::changeable(named, &nama, indikator);
        nama
    });
    // Those of earlier years that the report does not have may be typed for the chart.
    for year in figure.lalu.iter().map(|lalu| lalu.tahun).filter(|year| !indikator.target.contains_key(year)) {
        let nama = figures::text(named, name(TARGET_NAMES[0], year), words::NA);
        figures::changeable(named, &nama, indikator);
    }
    let mut planned = |what: &str, year: Year, value| figures::target(named, name(what, year), value, indikator);
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

/// The part as a workbook says it, where a change may bring out what the pages need not say: when its quotients become
/// n/a, what every predicate counts for, a target typed where there was none.
pub fn living(profile: &Profile, page: &mut CapaianPage) {
    let shown = page.baris.iter().flat_map(|row| {
        let figures = row.lalu.iter().chain([&row.realisasi, &row.capaian, &row.kemajuan]).map(|figure| figure.tampil.as_str());
        figures.chain([row.target.as_str(), row.target_akhir_nilai.as_deref().unwrap_or_default()])
    });
    let has_long = shown.into_iter().any(is_long);
    page.aturan.extend(has_long.then(|| words::KEPT_DIGITS.to_owned()));
    let has_target = page.baris.iter().any(|row| row.target_nama.is_some() || row.target_akhir_nama.is_some());
    page.tanpa_capaian = has_target.then(|| words::WHEN_WITHOUT_CAPAIAN.to_owned()).into_iter().collect();
    for ukuran in profile.ukuran.iter().filter(|ukuran| !ukuran.skor.is_empty()) {
        let one = |(predikat, nilai): (&String, &Decimal)| words::scored(predikat, *nilai);
        let said: Vec<String> = ukuran.skor.iter().map(one).collect();
        let Some(at) = page.aturan.iter().position(|sentence| said.contains(sentence)) else { continue };
        page.aturan.retain(|sentence| !said.contains(sentence));
        page.aturan.insert(at.min(page.aturan.len()), words::scale(&ukuran.sebutan, &ukuran.skor));
    }
    with_charts_to_come(page, profile.laporan.tahun);
    for row in &page.baris {
        let judul = chart::title(&row.id, &row.nama);
        let Some(chart) = page.grafik.iter_mut().find(|grafik| grafik.judul == judul) else { continue };
        for one in &chart.realisasi {
            let Some(tahun) = one.tahun.parse().ok().map(Year) else { continue };
            if chart.target.iter().any(|point| point.tahun == one.tahun) {
                continue;
            }
            let at = chart.target.iter().position(|point| point.tahun > one.tahun).unwrap_or(chart.target.len());
            let nama = Some(capaian_name(TARGET_NAMES[0], &row.id, tahun));
            let point = TitikPage { nilai: None, ragu: false, tampil: words::NA.to_owned(), nama, ..one.clone() };
            chart.target.insert(at, point);
        }
    }
    page.ada_target_grafik = page.grafik.iter().any(|grafik| !grafik.target.is_empty());
}

/// Charts of the indicators that have no figure yet, whose cells may come to one.
fn with_charts_to_come(page: &mut CapaianPage, tahun: Year) {
    let years: Vec<String> = page.tahun_lalu.iter().chain([&tahun.0]).map(i32::to_string).collect();
    let mut drawn = std::mem::take(&mut page.grafik).into_iter().peekable();
    for row in &page.baris {
        let judul = chart::title(&row.id, &row.nama);
        if let Some(chart) = drawn.next_if(|chart| chart.judul == judul) {
            page.grafik.push(chart);
            continue;
        }
        let figures = row.lalu.iter().chain([&row.realisasi]);
        let point = |(figure, tahun): (&FigurePage, &String)| TitikPage {
            tahun: tahun.clone(),
            tampil: figure.tampil.clone(),
            nilai: None,
            nama: figure.nama.clone(),
            ragu: figure.ragu,
        };
        let realisasi: Vec<TitikPage> = figures.zip(&years).map(point).collect();
        if realisasi.iter().any(|point| point.nama.is_some()) {
            page.grafik.push(GrafikPage { judul, satuan: row.satuan.clone(), realisasi, target: Vec::new() });
        }
    }
    page.grafik.extend(drawn);
}

/// Why there is no capaian though its data and target are there.
fn other_cause(capaian: &Capaian) -> Option<TanpaCapaian> {
    match capaian.hasil {
        CapaianHasil::TidakAda(TanpaCapaian::TanpaTarget | TanpaCapaian::TanpaRealisasi) | CapaianHasil::Ok(_) => None,
        CapaianHasil::TidakAda(why) => Some(why),
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
