//! What the parts `bacaan` and `pengesahan` say: how the data were read, and what
//! the head of their bidang signs that he has checked.

use super::coverage::{counted_name, file_rows_name};
use super::figures::{self, Named};
use super::model::{AngkaKendaliRow, BacaanPage, KeputusanRow, PengesahanPage, SumberSahRow};
use super::{reading_words_id as reading_words, words_id as words};
use crate::dataset::{Bacaan, Dataset, Karena, Keputusan};
use crate::diagnostic::{Kode, Temuan};
use crate::formula::{Counted, Coverage, MeasureFigure, Origin};
use crate::indicator::Figures;
use crate::profile::Profile;
use crate::table::Ground;
use crate::vocabulary::{in_words, mask_in_text};

/// Grounds of one decision that the page shows; the record has them all.
const GROUNDS: usize = 4;

fn asked(profile: &Profile, part: &str) -> bool {
    profile.laporan.bagian.iter().any(|one| one == part)
}

/// Each sheet with its decisions, personal data masked; nothing unless the part is asked for.
pub fn bacaan(profile: &Profile, dataset: &Dataset) -> Vec<BacaanPage> {
    if asked(profile, "bacaan") { sheets(profile, dataset) } else { Vec::new() }
}

/// Each sheet with its decisions, personal data masked.
pub fn sheets(profile: &Profile, dataset: &Dataset) -> Vec<BacaanPage> {
    let page = |one: &Bacaan| BacaanPage {
        sumber: profile.sumber.get(&one.sumber).map_or_else(|| one.sumber.clone(), |sumber| sumber.nama.clone()),
        tahun: one.tahun.0,
        berkas: one.berkas.to_string(),
        lembar: one.lembar.as_deref().unwrap_or("-").to_owned(),
        keputusan: one.keputusan.iter().map(decision).collect(),
    };
    dataset.bacaan.iter().map(page).collect()
}

fn decision(one: &Keputusan) -> KeputusanRow {
    let mut karena: Vec<String> = one.karena.iter().take(GROUNDS).map(ground).collect();
    if one.karena.len() > GROUNDS {
        karena.push(reading_words::more_grounds(one.karena.len() - GROUNDS));
    }
    KeputusanRow {
        tentang: one.tentang.text().to_owned(),
        isian: in_words(one.isian.as_deref().unwrap_or_default()),
        nilai: reading_words::decided(one.tentang, mask_in_text(&one.nilai)),
        karena,
    }
}

fn ground(karena: &Karena) -> String {
    let place = match (&karena.tempat, karena.tempat.sel()) {
        (_, Some(sel)) => sel.to_string(),
        (Ground::Key(key), _) => key.clone(),
        (Ground::Sheet, _) => reading_words::GROUND_SHEET.to_owned(),
        // What holds the text is said before it.
        (Ground::Around(_), _) => reading_words::GROUND_ON_SHEET.to_owned(),
        (Ground::File, _) => reading_words::GROUND_FILE.to_owned(),
        _ => reading_words::GROUND_RULE.to_owned(),
    };
    // Line breaks of a workbook's cell would break the row.
    let teks: String = mask_in_text(&karena.teks).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("{place}: {teks} ({})", karena.kekuatan.text())
}

/// The sources with their hashes, the control figures, and who answers for them.
pub fn pengesahan(profile: &Profile, dataset: &Dataset, all: &Figures, temuan: &[Temuan], named: &mut Named) -> PengesahanPage {
    if !asked(profile, "pengesahan") {
        return PengesahanPage::default();
    }
    let source = |(index, one): (usize, &crate::dataset::Masukan)| SumberSahRow {
        berkas: one.berkas.clone(),
        lembar: one.lembar.clone().unwrap_or_else(|| "-".to_owned()),
        tahun: one.tahun.0,
        baris: words::whole(one.baris_data),
        baris_nama: file_rows_name(index),
        sidik: grouped(&one.sha256),
    };
    let mut bidang: Vec<String> = Vec::new();
    for one in profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator).filter_map(|one| one.penanggung_jawab.as_ref()) {
        if !bidang.contains(one) {
            bidang.push(one.clone());
        }
    }
    let compared: usize = dataset.tables.values().flat_map(|table| &table.parts).map(|part| part.totals).sum();
    PengesahanPage {
        jumlah_diperiksa: (compared > 0).then(|| words::whole(compared)),
        sumber: dataset.masukan.iter().enumerate().map(source).collect(),
        jumlah_cocok: !temuan.iter().any(|one| one.kode() == Kode::JumlahTidakSama),
        angka: all.ukuran.iter().filter_map(|figure| control(profile, figure, named)).collect(),
        bidang,
        tempat: profile
            .penandatangan
            .iter()
            .find(|signer| !signer.tempat.is_empty())
            .map_or_else(String::new, |one| one.tempat.clone()),
    }
}

/// A measure that was counted from data, with how many rows it rests on, each once.
fn control(profile: &Profile, figure: &MeasureFigure, named: &mut Named) -> Option<AngkaKendaliRow> {
    let data = figure.data.as_ref().filter(|data| figure.origin == Origin::Data && !data.trace.aggregates.is_empty())?;
    if data.outcome.reason().is_some_and(|reason| reason.is_no_data()) {
        return None;
    }
    let ukuran = profile.ukuran.iter().find(|ukuran| ukuran.nama.text == figure.ukuran)?;
    let baris = words::whole(Coverage::of(&data.trace.aggregates).count(Counted::Yes));
    let baris_nama = counted_name(&figure.ukuran, figure.tahun);
    named.shows(&baris_nama, &baris, None);
    Some(AngkaKendaliRow {
        sebutan: ukuran.sebutan.clone(),
        tahun: figure.tahun.0,
        nilai: figures::measure(named, figure),
        satuan: ukuran.satuan.clone().unwrap_or_default(),
        baris,
        baris_nama,
    })
}

/// `0123abcd 4567ef01 …`: lines may break between the groups.
fn grouped(hex: &str) -> String {
    let letters: Vec<char> = hex.chars().collect();
    letters.chunks(8).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
