//! Which edition of a report is made: draft or revision, why, and what it changed.

use super::words_id as words;
use crate::deliver::{AngkaRecord, Karena, KarenaRecord, LuaranRecord, PerubahanRecord, Record, Tentang};
use crate::formula::excel::{indicator_name, measure_name};
use crate::report::{AKHIR_NAMES, AngkaPage, PREDIKAT_NAME, PerubahanPage, RevisiPage, TARGET_NAMES, capaian_name};
use crate::vocabulary::{Tanggal, Year};

/// What a report's files say of their own making.
#[derive(Clone, Debug, Default)]
pub struct Edition {
    pub draf: bool,
    /// From 1; a draft has none and says 1.
    pub revisi: u32,
    pub alasan: Option<String>,
    /// Of every revision from the second on.
    pub perubahan: Vec<PerubahanRecord>,
    /// The snapshot it rests on.
    pub potret: Option<LuaranRecord>,
}

impl Edition {
    pub fn draft() -> Self {
        Self { draf: true, revisi: 1, ..Self::default() }
    }

    /// The edition that a record speaks of.
    pub fn of(record: &Record) -> Self {
        Self {
            draf: record.draf,
            revisi: record.revisi,
            alasan: record.alasan.clone(),
            perubahan: record.perubahan.clone(),
            potret: record.potret.clone(),
        }
    }

    /// What the pages say of it: nothing of a first revision.
    pub(super) fn page(&self) -> Option<RevisiPage> {
        (!self.draf && self.revisi > 1)
            .then(|| RevisiPage { nomor: self.revisi, perubahan: self.perubahan.iter().map(perubahan).collect() })
    }
}

fn perubahan(one: &PerubahanRecord) -> PerubahanPage {
    PerubahanPage {
        tidak_diketahui: one.karena.iter().any(|karena| karena.apa == Karena::CatatanHilang),
        nomor: one.revisi,
        tanggal: Tanggal::parse_iso(&one.tanggal).map_or_else(|| one.tanggal.clone(), Tanggal::panjang),
        alasan: one.alasan.clone(),
        karena: one.karena.iter().map(|KarenaRecord { apa, nama }| words::karena(*apa, nama)).collect(),
        angka: one.angka.iter().map(Edition::angka_page).collect(),
    }
}

impl Edition {
    /// A figure that moved, as the pages say it.
    pub(super) fn angka_page(one: &AngkaRecord) -> AngkaPage {
        let shown = |text: &Option<String>| text.clone().unwrap_or_else(|| crate::report::NA.to_owned());
        AngkaPage {
            // A measure has no number.
            id: if one.tentang == Tentang::Ukuran { "-".to_owned() } else { one.id.clone() },
            nama: one.nama.clone(),
            tahun: one.tahun,
            tentang: match one.tentang {
                Tentang::Realisasi => words::REALISASI,
                Tentang::Target => words::TARGET,
                Tentang::Capaian => words::CAPAIAN,
                Tentang::Predikat => words::PREDIKAT,
                Tentang::TargetAkhir => words::TARGET_AKHIR,
                Tentang::Kemajuan => words::KEMAJUAN,
                Tentang::Ukuran => words::UKURAN,
            },
            semula: shown(&one.semula),
            menjadi: shown(&one.menjadi),
            selisih: one.selisih.clone().unwrap_or_else(|| "-".to_owned()),
            acuan: figure_name(one),
        }
    }
}

/// Under which name the workbook holds what moved.
fn figure_name(one: &AngkaRecord) -> String {
    let (id, tahun) = (&one.id, Year(one.tahun));
    match one.tentang {
        Tentang::Ukuran => measure_name(id, tahun),
        Tentang::Realisasi => indicator_name(id, tahun),
        Tentang::Target => capaian_name(TARGET_NAMES[0], id, tahun),
        Tentang::Capaian => capaian_name(TARGET_NAMES[1], id, tahun),
        Tentang::Predikat => capaian_name(PREDIKAT_NAME, id, tahun),
        Tentang::TargetAkhir => capaian_name(AKHIR_NAMES[0], id, tahun),
        Tentang::Kemajuan => capaian_name(AKHIR_NAMES[1], id, tahun),
    }
}
