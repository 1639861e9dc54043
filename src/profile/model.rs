//! The profile's own types, one for each table of `iku.toml`; docs/profil.md names every key.

use crate::vocabulary::{Nip, Tanggal, Year, mask_person};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A text of the profile and where it stands, so that an error in it (in a
/// formula, say) can point into the file. `line` and `column` count from 1 and
/// name the first character inside the quotes; `line` 0 means a default.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Written {
    pub text: String,
    pub line: u32,
    pub column: u32,
}

/// A whole profile, checked as far as it can be without workbooks and formulas.
#[derive(Clone, PartialEq, Debug)]
pub struct Profile {
    pub instansi: Instansi,
    pub laporan: Laporan,
    pub penandatangan: Vec<Penandatangan>,
    pub sumber: BTreeMap<String, Sumber>,
    /// In the profile's order.
    pub ukuran: Vec<Ukuran>,
    pub sasaran: Vec<Sasaran>,
    pub capaian: CapaianRule,
    pub terima: Vec<Accept>,
    pub batas_baca: Limits,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Instansi {
    pub nama: String,
    pub daerah: String,
    pub visi: Option<String>,
    /// One or several.
    pub misi: Vec<String>,
    pub tujuan: Option<String>,
    pub tugas: Option<String>,
    pub fungsi: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Orientasi {
    Lanskap,
    Potret,
}

/// Millimetres.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Margin {
    pub atas: f32,
    pub bawah: f32,
    pub kiri: f32,
    pub kanan: f32,
}

impl Margin {
    /// Where an office names none.
    pub const DEFAULT: Self = Self { atas: 20.0, bawah: 20.0, kiri: 25.0, kanan: 20.0 };
}

#[derive(Clone, PartialEq, Debug)]
pub struct Laporan {
    pub tahun: Year,
    pub judul: String,
    pub templat: String,
    /// Portrait width and height in mm (the shorter side first unless the profile gives a list).
    pub kertas: (f32, f32),
    pub orientasi: Orientasi,
    pub margin: Margin,
    pub huruf: String,
    pub bagian: Vec<String>,
    /// Years shown in capaian, the report year included; at least 1.
    pub tampil_tahun: u32,
    /// `catatan = "ringkas"`: the page tells what a head can judge, the sheet and the record the rest.
    pub catatan_ringkas: bool,
    pub lampirkan: bool,
    /// `lembar_data = "ringkas"`: only the columns figures use.
    pub data_ringkas: bool,
    pub kop: Option<Kop>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kop {
    /// Path relative to the office's folder.
    pub lambang: Option<String>,
    pub baris: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cara {
    Basah,
    Tte,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Penandatangan {
    /// Empty where nothing is to be printed, which the first signatory's cannot be.
    pub tempat: String,
    /// The first signatory has one.
    pub tanggal: Option<Tanggal>,
    /// `Plt.`, `a.n.` …; empty for none.
    pub sebagai: String,
    /// At least one line.
    pub jabatan: Vec<String>,
    pub nama: String,
    pub pangkat: Option<String>,
    pub nip: Option<Nip>,
    pub cara: Cara,
    pub penanda: Option<char>,
    /// Of `tte`: the signature field's width and height in millimetres.
    pub bidang: (f32, f32),
}

impl Profile {
    /// The day the report is of: that of the first signatory who has one, as somebody does in a profile that was read.
    pub fn tanggal(&self) -> Tanggal {
        self.penandatangan.iter().find_map(|signer| signer.tanggal).unwrap_or(Tanggal { year: 1900, month: 1, day: 1 })
    }
}

impl Penandatangan {
    /// Room for what signing services draw: a QR code with words beside it.
    pub const BIDANG: (f32, f32) = (60.0, 25.0);
}

/// The built-in field dictionary of a source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dictionary {
    Keragaan,
    Umkm,
    None,
}

/// `tahun` of a source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SumberTahun {
    /// Every row is of this year.
    Tetap(Year),
    /// `"kolom"`: a Tahun column says.
    Kolom,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SatuanUang {
    Rupiah,
    Ribu,
    Juta,
    Miliar,
}

/// How number texts are read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Angka {
    Id,
    En,
}

/// The `jenis` of a field that the profile declares.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JenisIsian {
    Uang,
    Angka,
    Teks,
    Tanggal,
    Tanda,
}

/// `arti`: what a text over or beside figures means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Arti {
    /// It changes nothing.
    Biasa,
    /// The columns, section or sheet that it heads are not read.
    Lewati,
}

impl Arti {
    /// What `arti` says of a cell's text, which may stand there as it is told: personal data masked.
    pub fn of(arti: &BTreeMap<String, Self>, text: &str) -> Option<Self> {
        if arti.is_empty() {
            return None;
        }
        let said = |text: &str| arti.get(&Self::folded(text)).copied();
        said(text).or_else(|| said(&mask_person(text)))
    }

    /// A cell's text as `arti` compares it: the whole, case and blanks folded.
    pub fn folded(text: &str) -> String {
        text.split(|c: char| c.is_whitespace() || c == '\u{a0}')
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase()
    }
}

/// `[sumber.….kolom]`: a field by its heading.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldSpec {
    pub judul: Written,
    /// None: the dictionary's own kind (the field must then be known there).
    pub jenis: Option<JenisIsian>,
}

/// `baris_judul`, sheet rows counted from 0, both included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HeaderRows {
    pub first: u32,
    pub last: u32,
}

/// `tanda`: a source's own words in its yes/no columns.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tanda {
    pub ya: Vec<String>,
    pub tidak: Vec<String>,
}

/// `[sumber.NAMA]`.
#[derive(Clone, PartialEq, Debug)]
pub struct Sumber {
    pub id: String,
    /// As printed; the id where the profile gives none.
    pub nama: String,
    pub bentuk: Dictionary,
    /// Patterns with `{tahun}` and `*`, relative to the folder, with `/`.
    pub berkas: Vec<Written>,
    pub kunci: Vec<Written>,
    pub butir: Option<String>,
    /// A name with `{tahun}`, or `semua`.
    pub lembar: Option<Written>,
    pub baris_judul: Option<HeaderRows>,
    pub tahun: Option<SumberTahun>,
    pub satuan_uang: Option<SatuanUang>,
    pub angka: Option<Angka>,
    pub tanda: Tanda,
    pub kolom: BTreeMap<String, FieldSpec>,
    /// What texts mean that the program does not know, by the text as [`Arti::folded`] has it.
    pub arti: BTreeMap<String, Arti>,
    /// The line of `[sumber.NAMA]`.
    pub line: u32,
}

/// A fixed value: a number, or a predicate with its score.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Score {
    Number(Decimal),
    Predicate { text: String, score: Decimal },
}

/// `[ukuran.NAMA]`.
#[derive(Clone, PartialEq, Debug)]
pub struct Ukuran {
    pub nama: Written,
    pub rumus: Option<Written>,
    /// As printed; the name with spaces where the profile gives none.
    pub sebutan: String,
    pub satuan: Option<String>,
    pub tetapan: BTreeMap<Year, Score>,
    /// What each predicate counts for.
    pub skor: BTreeMap<String, Decimal>,
    pub asal: Option<String>,
    pub utamakan_tetapan: bool,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Sasaran {
    pub uraian: String,
    pub indikator: Vec<Indikator>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Arah {
    Naik,
    Turun,
}

/// The printed formula, to the letter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tercetak {
    pub pembilang: String,
    pub penyebut: Option<String>,
    pub pengali: Option<String>,
}

/// `[[sasaran.indikator]]`.
#[derive(Clone, PartialEq, Debug)]
pub struct Indikator {
    /// `1.1`: sasaran.indikator, counted from 1.
    pub id: String,
    pub nama: String,
    pub penjelasan: Option<String>,
    /// What exactly is counted; forms that print it fall back on `penjelasan`.
    pub definisi_operasional: Option<String>,
    /// Why this indicator was chosen.
    pub alasan: Option<String>,
    /// How its months add up: `Kumulatif`, `Non Kumulatif`.
    pub tipe_penghitungan: Option<String>,
    pub rumus: Written,
    pub satuan: Option<String>,
    /// Shown decimals, 0 to 12.
    pub desimal: u32,
    pub arah: Option<Arah>,
    pub target: BTreeMap<Year, Decimal>,
    pub target_akhir: BTreeMap<Year, Decimal>,
    pub sumber_data: Option<String>,
    pub penanggung_jawab: Option<String>,
    pub tercetak: Option<Tercetak>,
    /// The line of its `[[sasaran.indikator]]`.
    pub line: u32,
}

impl Indikator {
    /// With how many decimals a target of it is shown: it is stated and not computed, so none of its own is cut.
    pub fn desimal_of(&self, target: Decimal) -> u32 {
        self.desimal.max(target.normalize().scale())
    }
}

/// The rule for lower-is-better indicators.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TurunRule {
    /// `(2T-R)/T`
    TwiceTargetMinus,
    /// `T/R`
    TargetOverReal,
}

/// A label for values above a cut point; the last has none.
#[derive(Clone, PartialEq, Debug)]
pub struct Predikat {
    pub label: String,
    pub above: Option<Decimal>,
}

/// `[capaian]`.
#[derive(Clone, PartialEq, Debug)]
pub struct CapaianRule {
    pub turun: TurunRule,
    pub batas: Option<(Decimal, Decimal)>,
    pub predikat: Vec<Predikat>,
}

/// `[[terima]]`.
#[derive(Clone, PartialEq, Debug)]
pub struct Accept {
    pub kode: String,
    /// `data/Data UMKM 2021.xlsx!Sheet1!F12`, or a column `…!F`.
    pub sel: Written,
    pub ditemukan: Option<String>,
    pub nilai: Option<String>,
    pub paling_banyak: Option<usize>,
    pub alasan: String,
    pub line: u32,
}

/// `[batas_baca]`: limits on what is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// A file's size as it lies there, in MiB.
    pub berkas_mib: u64,
    /// A workbook's size unpacked, in MiB.
    pub ukuran_mib: u64,
    /// Shared strings unpacked, in MiB.
    pub teks_bersama_mib: u64,
    /// Unpacked over packed, for entries beyond 16 MiB.
    pub rasio: u64,
    /// Entries in the zip.
    pub isi_zip: u64,
    /// Cells in one workbook that hold something.
    pub sel: u64,
    /// The texts of all its cells, each as often as it stands, in MiB.
    pub teks_mib: u64,
    /// Characters (UTF-16 units, as Excel counts) of one cell's text.
    pub teks_sel: u64,
    /// The same over all files of one run: cells, texts, and sizes unpacked in MiB.
    pub sel_laporan: u64,
    pub teks_laporan_mib: u64,
    pub ukuran_laporan_mib: u64,
    /// Sheets of one workbook.
    pub lembar: u64,
    /// Lines of text that stand in no cell of one workbook: text boxes, page headers, charts, prompts. Each is
    /// heard as a title is, which takes a hundred times what a cell does.
    pub teks_sekitar: u64,
    /// Styles, fonts and number formats of one workbook.
    pub gaya: u64,
    /// Seconds after which a file that is read apart is given up: the program's own
    /// fault, never a finding, since another machine would be done.
    pub detik: u64,
    /// Memory of the reading child process, in MiB.
    pub memori_mib: u64,
    /// Whether links that lead out of the office's folder are followed.
    pub tautan: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            berkas_mib: 256,
            ukuran_mib: 1536,
            teks_bersama_mib: 256,
            rasio: 100,
            isi_zip: 10_000,
            sel: 16_000_000,
            teks_mib: 256,
            teks_sel: 32_767,
            sel_laporan: 128_000_000,
            teks_laporan_mib: 2048,
            ukuran_laporan_mib: 12_288,
            lembar: 1000,
            teks_sekitar: 10_000,
            gaya: 200_000,
            detik: 120,
            memori_mib: 512,
            tautan: false,
        }
    }
}
