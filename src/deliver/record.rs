//! The record, `iku-2021.json`, schema `iku-record/1`.

use crate::vocabulary::told_json;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The record whole. Field order is the file's order.
#[derive(Clone, Serialize, Debug)]
pub struct Record {
    pub schema: &'static str,
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
    /// How each sheet was read, decision by decision.
    pub bacaan: Vec<BacaanRecord>,
    pub tanda_tangan: Vec<TandaTanganRecord>,
    /// SHA-256 over all that the report says, whatever the workbooks' own bytes and
    /// the program's version: equal where nothing has changed. Absent, like
    /// `luaran`, in what `iku periksa --json` prints.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isi: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub luaran: Option<Vec<LuaranRecord>>,
}

#[derive(Clone, Serialize, Debug)]
pub struct MasukanRecord {
    pub berkas: String,
    pub sha256: String,
    pub lembar: Option<String>,
    pub tahun: i32,
    pub baris_data: usize,
}

/// How a sheet was read for a year of a source.
#[derive(Clone, Serialize, Debug)]
pub struct BacaanRecord {
    pub sumber: String,
    pub tahun: i32,
    pub berkas: String,
    pub lembar: Option<String>,
    pub keputusan: Vec<KeputusanRecord>,
}

#[derive(Clone, Serialize, Debug)]
pub struct KeputusanRecord {
    /// berkas, lembar, judul, kolom, baris, tahun, periode, satuan, konvensi, tanda, entitas or arti.
    pub tentang: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isian: Option<String>,
    pub nilai: String,
    pub karena: Vec<DasarRecord>,
}

/// A cell, column or row (`sel`), a profile key (`kunci`), the sheet's or file's name, or none: a rule.
#[derive(Clone, Default, Serialize, Debug)]
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
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Debug)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Ok,
    TidakDapatDihitung,
    /// A predicate: its text in `tampil`, its score in `nilai`.
    Teks,
    /// No data for the year.
    TidakAda,
}

#[derive(Clone, Serialize, Debug)]
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
}

#[derive(Clone, Serialize, Debug)]
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
    pub capaian: Option<CapaianRecord>,
    /// The plan's final target, where there is one, and the progress towards it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_akhir: Option<TargetAkhirRecord>,
    pub lalu: Vec<LaluRecord>,
}

#[derive(Clone, Serialize, Debug)]
pub struct TargetAkhirRecord {
    pub tahun: i32,
    pub nilai: String,
    pub kemajuan: CapaianRecord,
}

#[derive(Clone, Serialize, Debug)]
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

#[derive(Clone, Serialize, Debug)]
pub struct LaluRecord {
    pub tahun: i32,
    pub status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nilai: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sebab: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tampil: Option<String>,
}

#[derive(Clone, Serialize, Debug)]
pub struct TemuanRecord {
    pub kode: &'static str,
    pub tingkat: &'static str,
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
}

/// A further cell of a finding.
#[derive(Clone, Serialize, Debug)]
pub struct LagiRecord {
    pub sel: Option<String>,
    pub nama: Option<String>,
    pub ditemukan: Option<String>,
}

/// Lines for one section of `iku.toml`.
#[derive(Clone, Serialize, Debug)]
pub struct TempelRecord {
    pub bagian: String,
    pub baris: Vec<String>,
}

/// Where a signature stands, in points from the page's top left.
#[derive(Clone, Serialize, Debug)]
pub struct TandaTanganRecord {
    pub nama: String,
    pub cara: &'static str,
    /// The name of the PDF's signature field; absent where there is none to sign into.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bidang: Option<String>,
    pub halaman: usize,
    pub x: f64,
    pub y: f64,
    pub lebar: f64,
    pub tinggi: f64,
}

#[derive(Clone, Serialize, Debug)]
pub struct LuaranRecord {
    pub berkas: String,
    pub sha256: String,
}

impl Record {
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

/// Lower-case hex SHA-256.
///
/// ```
/// assert!(iku::deliver::sha256_hex(b"").starts_with("e3b0c44298fc1c14"));
/// ```
pub fn sha256_hex(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
