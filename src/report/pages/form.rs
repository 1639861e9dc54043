//! The part `iku`: the form's head, its table of indicators, who signs.

use crate::formula::{Formula, Printed, phrase, print_with_unit};
use crate::indicator::Plan;
use crate::profile::{Cara, Indikator, Penandatangan, Profile};
use crate::report::calculation::{AKHIR_NAMES, TARGET_NAMES, capaian_name};
use crate::report::model::{BidangPage, FormulaPage, IndikatorPage, InstansiPage, LabelPage, PenandatanganPage, SasaranPage};
use crate::report::words_id as words;
use crate::vocabulary::{Year, spoken_fraction, tampil};
use std::collections::BTreeSet;

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
        target_nama: years.iter().map(|year| target_name(indikator, *year)).collect(),
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
    known.map_or_else(|| words::NA.to_owned(), |value| tampil(*value, indikator.desimal_of(*value)))
}

/// The name of a year's own target, or of the final one that falls on it.
fn target_name(indikator: &Indikator, year: Year) -> String {
    match (indikator.target.contains_key(&year), indikator.target_akhir.contains_key(&year)) {
        (true, _) => capaian_name(TARGET_NAMES[0], &indikator.id, year),
        (false, true) => capaian_name(AKHIR_NAMES[0], &indikator.id, year),
        _ => String::new(),
    }
}

/// The form's formula: to the letter where the profile gives it, else from the formula itself.
fn printed_formula(plan: &Plan, indikator: &Indikator, formula: Option<&Formula>) -> FormulaPage {
    if let Some(tercetak) = &indikator.tercetak {
        let alternatif = match &tercetak.penyebut {
            Some(penyebut) => spoken_fraction("", &tercetak.pembilang, penyebut, tercetak.pengali.as_deref().unwrap_or_default()),
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

pub(super) fn formula_page(printed: &Printed) -> FormulaPage {
    match printed.single_fraction() {
        Some(fraction) => FormulaPage {
            alternatif: spoken_fraction(
                fraction.before.as_deref().unwrap_or_default(),
                &fraction.numerator,
                &fraction.denominator,
                fraction.after.as_deref().unwrap_or_default(),
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
