//! The record, `iku-2021.json`, schema `iku-record/1`.

use super::record_bounds::{glance, is_complete};
use crate::vocabulary::told_json;
use serde::{Deserialize, Serialize};

/// The record whole. Field order is the file's order. What a record lacks because
/// an earlier program wrote it is read as nothing.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
#[serde(default)]
pub struct Record {
    pub schema: String,
    pub program: String,
    pub tahun: i32,
    pub revisi: u32,
    pub alasan: Option<String>,
    pub tanggal: String,
    pub draf: bool,
    pub instansi: String,
    pub daerah: String,
    pub masukan: Vec<MasukanRecord>,
    pub ukuran: Vec<UkuranRecord>,
    pub indikator: Vec<IndikatorRecord>,
    pub temuan: Vec<TemuanRecord>,
    /// How each sheet was read, decision by decision; records written before it was there have none.
    pub bacaan: Vec<BacaanRecord>,
    pub tanda_tangan: Vec<TandaTanganRecord>,
    /// SHA-256 over all that the report says, whatever the workbooks' own bytes and
    /// the program's version: equal where nothing has changed. Absent, like
    /// `luaran`, in what `iku periksa --json` prints.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isi: Option<String>,
    /// What each revision from the second on changed, the earliest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub perubahan: Vec<PerubahanRecord>,
    /// Figures of earlier years that differ from what those years' records hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disajikan_kembali: Vec<AngkaRecord>,
    /// The snapshot of the inputs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub potret: Option<LuaranRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub luaran: Option<Vec<LuaranRecord>>,
}

#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
#[serde(default)]
pub struct MasukanRecord {
    pub berkas: String,
    pub sha256: String,
    pub lembar: Option<String>,
    pub tahun: i32,
    pub baris_data: usize,
}

/// How a sheet was read for a year of a source.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
#[serde(default)]
pub struct BacaanRecord {
    pub sumber: String,
    pub tahun: i32,
    pub berkas: String,
    pub lembar: Option<String>,
    pub keputusan: Vec<KeputusanRecord>,
}

#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
#[serde(default)]
pub struct KeputusanRecord {
    /// berkas, lembar, judul, kolom, baris, tahun, periode, satuan, konvensi, tanda, entitas or arti.
    pub tentang: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isian: Option<String>,
    pub nilai: String,
    pub karena: Vec<DasarRecord>,
    /// What is written there and a profile key overrules; absent where no key settles a unit or a column, and in older records.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mengalahkan: Option<Vec<DasarRecord>>,
}

/// A cell, column or row (`sel`), a profile key (`kunci`), the sheet's or file's name, or none: a rule.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
#[serde(default)]
pub struct DasarRecord {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub berkas: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lembar: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sel: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kunci: Option<String>,
    pub teks: String,
    /// tertulis, tersirat or bentuk.
    pub kekuatan: String,
}

/// Whether a figure stands.
#[derive(Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Ok,
    TidakDapatDihitung,
    /// A predicate: its text in `tampil`, its score in `nilai`.
    Teks,
    /// No data for the year.
    #[default]
    TidakAda,
}

#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
#[serde(default)]
pub struct UkuranRecord {
    pub nama: String,
    pub tahun: i32,
    pub status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nilai: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tampil: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sebab: Option<String>,
    pub rumus: Option<String>,
    pub jumlah_sel: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asal: Option<String>,
    /// The figure rests on a galat: of drafts and checks alone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub ragu: bool,
}

#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
#[serde(default)]
pub struct IndikatorRecord {
    pub id: String,
    pub nama: String,
    pub rumus: String,
    pub tahun: i32,
    pub status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nilai: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sebab: Option<String>,
    pub tampil: String,
    pub satuan: Option<String>,
    pub target: Option<String>,
    /// `naik` or `turun`: what is better; absent where the profile does not say, and in older records.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arah: Option<String>,
    pub capaian: Option<CapaianRecord>,
    /// The plan's final target, where there is one, and the progress towards it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_akhir: Option<TargetAkhirRecord>,
    pub lalu: Vec<LaluRecord>,
    /// The figure rests on a galat: of drafts and checks alone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub ragu: bool,
}

#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
#[serde(default)]
pub struct TargetAkhirRecord {
    pub tahun: i32,
    pub nilai: String,
    pub kemajuan: CapaianRecord,
}

#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
#[serde(default)]
pub struct CapaianRecord {
    pub status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nilai: Option<String>,
    /// The value within `batas`, where the profile sets one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dibatasi: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sebab: Option<String>,
    pub tampil: String,
    pub predikat: Option<String>,
}

#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
#[serde(default)]
pub struct LaluRecord {
    pub tahun: i32,
    pub status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nilai: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sebab: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tampil: Option<String>,
    /// The figure rests on a galat: of drafts and checks alone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub ragu: bool,
}

#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
#[serde(default)]
pub struct TemuanRecord {
    pub kode: String,
    pub tingkat: String,
    pub berkas: String,
    pub lembar: Option<String>,
    pub sel: Option<String>,
    pub nama: Option<String>,
    pub ditemukan: Option<String>,
    pub pesan: String,
    pub saran: String,
    /// How many cells it tells of, where they are several of a column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jumlah: Option<usize>,
    /// Its further cells, the first few.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lagi: Vec<LagiRecord>,
    /// What to paste into `iku.toml`, each by itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tempel: Vec<TempelRecord>,
    /// The office's reason where `[[terima]]` accepts the finding.
    pub diterima: Option<String>,
    /// What counts for it then; in records of old not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub akibat: Option<String>,
}

/// A further cell of a finding.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
pub struct LagiRecord {
    pub sel: Option<String>,
    pub nama: Option<String>,
    pub ditemukan: Option<String>,
}

/// Lines for one section of `iku.toml`.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
pub struct TempelRecord {
    pub bagian: String,
    pub baris: Vec<String>,
}

/// Where a signature stands, in points from the page's top left.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
#[serde(default)]
pub struct TandaTanganRecord {
    pub nama: String,
    pub cara: String,
    /// The name of the PDF's signature field; absent where there is none to sign into.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bidang: Option<String>,
    pub halaman: usize,
    pub x: f64,
    pub y: f64,
    pub lebar: f64,
    pub tinggi: f64,
}

#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
#[serde(default)]
pub struct LuaranRecord {
    pub berkas: String,
    pub sha256: String,
}

/// What a revision changed in the one before it.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
#[serde(default)]
pub struct PerubahanRecord {
    pub revisi: u32,
    pub tanggal: String,
    pub alasan: Option<String>,
    pub karena: Vec<KarenaRecord>,
    /// The figures that moved; none where the report changed in words alone.
    pub angka: Vec<AngkaRecord>,
}

/// A cause of a revision.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
#[serde(default)]
pub struct KarenaRecord {
    pub apa: Karena,
    /// The file, the profile's key, or the program's version.
    pub nama: String,
}

#[derive(Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Debug)]
#[serde(rename_all = "snake_case")]
pub enum Karena {
    /// A workbook holds something else.
    #[default]
    Berkas,
    /// A workbook that the report before did not need.
    BerkasBaru,
    /// A workbook that this report does not need any more.
    BerkasLepas,
    /// What is told of a workbook, of which no cell holds anything else.
    Catatan,
    /// A cell or a row, in words.
    Sel,
    /// A key of `iku.toml`.
    Profil,
    /// The office's own template, emblem or font.
    Templat,
    /// A newer program reads the same workbooks otherwise.
    CaraBacaBerubah,
    /// The record of an earlier year.
    TahunLalu,
    /// The record of the revision before it is gone: what changed cannot be told.
    CatatanHilang,
}

/// A figure that moved: an indicator's realisasi in a year, its capaian, its predikat.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Debug)]
#[serde(default)]
pub struct AngkaRecord {
    pub id: String,
    pub nama: String,
    pub tahun: i32,
    pub tentang: Tentang,
    /// As shown; absent where the indicator was not there.
    pub semula: Option<String>,
    pub menjadi: Option<String>,
    /// The exact difference of two numbers, rounded as they are shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selisih: Option<String>,
}

#[derive(Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug)]
#[serde(rename_all = "snake_case")]
pub enum Tentang {
    #[default]
    Realisasi,
    Target,
    Capaian,
    Predikat,
    /// The plan's final target, with its year.
    TargetAkhir,
    /// The progress towards it.
    Kemajuan,
    /// A measure; its name stands in `id`.
    Ukuran,
}

/// The schema of the records that are written.
pub const SCHEMA: &str = "iku-record/1";

impl Record {
    /// A record of this schema that says all it must, no larger than records are; fields that a later program
    /// added are passed over, those that an earlier one did not know are absent.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let schema = glance(bytes).ok()?.schema;
        if schema.as_deref() != Some(SCHEMA) || !is_complete(bytes) {
            return None;
        }
        serde_json::from_slice(bytes).ok()
    }

    /// The record as whoever reads its bytes has it, personal data masked: to be held
    /// against one that was read.
    #[must_use]
    pub fn handed_on(&self) -> Self {
        Self::read(&self.to_bytes()).unwrap_or_else(|| self.clone())
    }

    /// The record's bytes: indented JSON with a line feed at its end.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Strings, integers, booleans and finite doubles only: serde_json cannot fail on them.
        let text = serde_json::to_string_pretty(self).expect("a record of plain values serialises");
        // Personal data masked, what does something instead of being seen written out.
        let mut text = told_json(&text);
        text.push('\n');
        text.into_bytes()
    }
}
