//! What a summary says: the very context its template is filled with, and the
//! value that `--json` prints and `rekap-TAHUN.json` holds.

use crate::deliver::LuaranRecord;
use serde::Serialize;

/// The schema of the summary's own record.
pub const SCHEMA: &str = "iku-rekap/1";

#[derive(Clone, Serialize, Debug)]
pub struct Rekap {
    pub schema: &'static str,
    pub program: &'static str,
    pub judul: &'static str,
    /// `Provinsi Jawa Timur`, where it was said.
    pub nama: Option<String>,
    pub tahun: i32,
    /// The latest date of the records, ISO.
    pub tanggal: String,
    /// How many offices were asked for, and how many have a report.
    pub jumlah_kantor: usize,
    pub jumlah_laporan: usize,
    pub indikator: Vec<IndikatorRekap>,
    pub ukuran: Vec<UkuranRekap>,
    pub kantor: Vec<KantorRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub luaran: Option<Vec<LuaranRecord>>,
}

/// An office and its report.
#[derive(Clone, Serialize, Debug)]
pub struct KantorRow {
    pub nomor: usize,
    pub folder: String,
    /// As it is named everywhere here: its daerah, with its instansi where two share it.
    pub kantor: String,
    pub instansi: String,
    /// `-` where there is no report.
    pub revisi: String,
    pub tanggal: String,
    pub ada: bool,
    /// What a reader must know, a sentence each.
    pub keadaan: Vec<String>,
}

/// An indicator that offices share: equal nama, satuan, rumus, and measures.
#[derive(Clone, Serialize, Debug)]
pub struct IndikatorRekap {
    pub nomor: usize,
    pub nama: String,
    pub rumus: String,
    pub satuan: String,
    /// `naik` or `turun`; absent where the records do not say one and the same.
    pub arah: Option<String>,
    /// By what the offices are ranked, as a sentence.
    pub urutan: String,
    pub tahun_lalu: Vec<i32>,
    pub ada_target: bool,
    pub ada_predikat: bool,
    /// The ranked offices, then those without a figure.
    pub baris: Vec<BarisKantor>,
    pub gabungan: Gabungan,
    pub gabungan_lalu: Vec<Gabungan>,
    /// The first and the last ranked figure, with the office; `-` where there is none.
    pub pertama: String,
    pub terakhir: String,
    /// How many offices with a report do not have it, and the first of them by name.
    pub jumlah_tanpa: usize,
    pub tanpa: Vec<String>,
    /// Other indicators that share its nama or its rumus and could not be taken together with it.
    pub mirip: Vec<String>,
    pub grafik: Option<GrafikRekap>,
}

/// An office's figure.
#[derive(Clone, Serialize, Debug)]
pub struct BarisKantor {
    /// `-` where there is no figure.
    pub peringkat: String,
    pub kantor: String,
    pub id: String,
    pub lalu: Vec<String>,
    pub tampil: String,
    /// The exact figure (of a predicate its score).
    pub nilai: Option<String>,
    pub sebab: Option<String>,
    pub target: String,
    pub capaian: String,
    pub predikat: String,
}

/// All offices as one.
#[derive(Clone, Serialize, Debug)]
pub struct Gabungan {
    pub tahun: i32,
    /// The figure as shown, or that there is none.
    pub tampil: String,
    pub nilai: Option<String>,
    /// Why there is none.
    pub sebab: Option<String>,
    /// How many offices it is of.
    pub kantor: usize,
    /// Those that have the indicator and lack a value it needs.
    pub tanpa: Vec<String>,
    /// What it was computed from.
    pub operan: Vec<OperanRekap>,
}

/// A measure added up over the offices that a figure is of.
#[derive(Clone, Serialize, Debug)]
pub struct OperanRekap {
    pub ukuran: String,
    pub tahun: i32,
    pub nilai: String,
    pub tampil: String,
}

/// Bars by rank, from the first; where there are many the first and the last.
#[derive(Clone, Serialize, Debug)]
pub struct GrafikRekap {
    pub judul: String,
    pub satuan: String,
    pub alternatif: String,
    pub titik: Vec<TitikRekap>,
}

#[derive(Clone, Serialize, Debug)]
pub struct TitikRekap {
    /// The office's place among the ranked, which no two share.
    pub label: String,
    pub tampil: String,
    pub nilai: String,
}

/// A measure of one definition.
#[derive(Clone, Serialize, Debug)]
pub struct UkuranRekap {
    pub nama: String,
    pub rumus: String,
    pub dijumlah: bool,
    pub tahun: Vec<UkuranTahun>,
}

/// A measure in a year over all offices that have it.
#[derive(Clone, Serialize, Debug)]
pub struct UkuranTahun {
    pub tahun: i32,
    pub kantor: usize,
    pub tampil: String,
    pub nilai: Option<String>,
    /// Its name in the XLSX, where it adds up.
    pub angka: Option<String>,
    /// Each office's value as shown and exactly, in the order of the offices with a report.
    pub baris: Vec<Option<String>>,
}
