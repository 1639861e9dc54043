//! What the pages say: the very context the templates are rendered with
//! (docs/templates.md and docs/templat.md list it). Every figure is here as it is shown, with the
//! name by which the XLSX keeps it alive.

use serde::Serialize;

/// All that the pages say.
#[derive(Clone, Serialize, Debug)]
pub struct Report {
    pub judul: String,
    pub tahun: i32,
    pub draf: bool,
    /// All who sign it do so electronically, and it is no draft: what the foot says of it is true.
    pub tte: bool,
    pub instansi: InstansiPage,
    /// INSTANSI to FUNGSI, those that the profile gives.
    pub label: Vec<LabelPage>,
    /// The years that any indicator has a target for, the final one included, ascending.
    pub tahun_target: Vec<i32>,
    pub sasaran: Vec<SasaranPage>,
    pub penandatangan: Vec<PenandatanganPage>,
    pub capaian: CapaianPage,
    pub perhitungan: Vec<PerhitunganPage>,
    pub catatan: CatatanPage,
    /// Empty unless the profile asks for the part.
    pub bacaan: Vec<BacaanPage>,
    pub pengesahan: PengesahanPage,
    /// From the second revision on.
    pub revisi: Option<RevisiPage>,
}

/// What the revisions of a report changed.
#[derive(Clone, Serialize, Debug)]
pub struct RevisiPage {
    /// The report's own.
    pub nomor: u32,
    /// One for each revision from the second on.
    pub perubahan: Vec<PerubahanPage>,
}

/// A revision: when, why, and what moved.
#[derive(Clone, Serialize, Debug)]
pub struct PerubahanPage {
    /// That what changed is not known any more.
    pub tidak_diketahui: bool,
    pub nomor: u32,
    /// `24 Januari 2022`.
    pub tanggal: String,
    pub alasan: Option<String>,
    /// What is no longer as it was, one line each.
    pub karena: Vec<String>,
    pub angka: Vec<AngkaPage>,
}

/// A figure that moved.
#[derive(Clone, Serialize, Debug)]
pub struct AngkaPage {
    pub id: String,
    pub nama: String,
    pub tahun: i32,
    /// Realisasi, Target, Capaian, Predikat.
    pub tentang: &'static str,
    pub semula: String,
    pub menjadi: String,
    pub selisih: String,
    /// The name of the figure in the workbook, where it is there still: `iku_1_1_2021`.
    pub acuan: String,
}

#[derive(Clone, Serialize, Debug)]
pub struct InstansiPage {
    pub nama: String,
    pub daerah: String,
    pub visi: Option<String>,
    pub misi: Vec<String>,
    pub tujuan: Option<String>,
    pub tugas: Option<String>,
    pub fungsi: Vec<String>,
}

/// A line of the form's head: its label and one or several texts.
#[derive(Clone, Serialize, Debug)]
pub struct LabelPage {
    pub nama: &'static str,
    pub isi: Vec<String>,
    /// The texts are lettered a., b., …
    pub huruf: bool,
}

#[derive(Clone, Serialize, Debug)]
pub struct SasaranPage {
    pub nomor: usize,
    pub uraian: String,
    pub indikator: Vec<IndikatorPage>,
}

#[derive(Clone, Serialize, Debug)]
pub struct IndikatorPage {
    /// Within its sasaran, from 1.
    pub nomor: usize,
    pub id: String,
    pub nama: String,
    pub penjelasan: Option<String>,
    /// The profile's own, else the `penjelasan`.
    pub definisi_operasional: Option<String>,
    pub alasan: Option<String>,
    pub tipe_penghitungan: Option<String>,
    pub rumus: FormulaPage,
    pub satuan: Option<String>,
    /// As shown, one for each of [`Report::tahun_target`].
    pub target: Vec<String>,
    /// The names under which the workbook holds them; empty where it does not.
    pub target_nama: Vec<String>,
    pub sumber_data: Option<String>,
    pub penanggung_jawab: Option<String>,
}

/// A formula as it is printed: a fraction, or a line of text.
#[derive(Clone, PartialEq, Serialize, Debug, Default)]
pub struct FormulaPage {
    /// Before the bar, at its height.
    pub sebelum: Option<String>,
    /// The numerator, or the whole formula where there is no `penyebut`.
    pub pembilang: String,
    pub penyebut: Option<String>,
    /// Beside the bar, at its height.
    pub pengali: Option<String>,
    /// As a sentence, for a screen reader.
    pub alternatif: String,
}

#[derive(Clone, Serialize, Debug)]
pub struct PenandatanganPage {
    /// `Pasuruan, 24 Januari 2022`; empty where the profile gives neither.
    pub tempat_tanggal: String,
    pub jabatan: Vec<String>,
    pub nama: String,
    pub pangkat: Option<String>,
    pub nip: Option<String>,
    /// `basah` or `tte`.
    pub cara: &'static str,
    /// Signs electronically, and this is no draft.
    pub tte: bool,
    /// Where a signing service looks; only of `tte`, and of no draft.
    pub penanda: Option<String>,
    /// Of `tte`: its field's size.
    pub bidang: Option<BidangPage>,
}

/// Millimetres.
#[derive(Clone, Copy, PartialEq, Serialize, Debug)]
pub struct BidangPage {
    pub lebar: f32,
    pub tinggi: f32,
}

/// A figure as shown; `nama` is its defined name in the XLSX.
#[derive(Clone, PartialEq, Serialize, Debug)]
pub struct FigurePage {
    pub tampil: String,
    pub nama: Option<String>,
    /// Why there is no figure.
    pub sebab: Option<String>,
    /// A draft's figure that rests on data with a galat.
    pub ragu: bool,
}

#[derive(Clone, Serialize, Debug)]
pub struct CapaianPage {
    /// The years before the report year, ascending.
    pub tahun_lalu: Vec<i32>,
    /// Whether any indicator has a predikat, a final target.
    pub ada_predikat: bool,
    pub ada_target_akhir: bool,
    pub baris: Vec<CapaianRow>,
    /// The rules that were used, one sentence each.
    pub aturan: Vec<String>,
    /// Which capaian are n/a though data and target are there, and why; in the workbook, where they may change, one
    /// sentence says when that is so.
    pub tanpa_capaian: Vec<String>,
    /// Whether any chart shows a target.
    pub ada_target_grafik: bool,
    /// A chart for each indicator that has any figure.
    pub grafik: Vec<GrafikPage>,
    /// For the sheet of the XLSX, where a change may bring a capaian out of its limits.
    pub lembar: bool,
}

/// An indicator's realisasi and target over the years.
#[derive(Clone, Serialize, Debug)]
pub struct GrafikPage {
    /// `1.1 Prosentase …`.
    pub judul: String,
    pub satuan: String,
    /// The years shown in the table, ascending.
    pub realisasi: Vec<TitikPage>,
    /// Those of these years that have a target, and the plan's final one; perhaps none.
    pub target: Vec<TitikPage>,
}

/// A figure of a chart.
#[derive(Clone, Serialize, Debug)]
pub struct TitikPage {
    /// `2021`, `2026 (akhir)`.
    pub tahun: String,
    pub tampil: String,
    /// The exact figure with a decimal point; absent where there is none.
    pub nilai: Option<String>,
    /// Its defined name in the XLSX.
    pub nama: Option<String>,
    pub ragu: bool,
}

#[derive(Clone, Serialize, Debug)]
pub struct CapaianRow {
    pub id: String,
    pub nama: String,
    pub satuan: String,
    pub lalu: Vec<FigurePage>,
    pub target: String,
    /// The defined names of what stands in the row as text, where the XLSX keeps it alive.
    pub target_nama: Option<String>,
    /// There too where the clamp changes nothing.
    pub tanpa_batas_nama: Option<String>,
    pub predikat_nama: Option<String>,
    pub target_akhir_nama: Option<String>,
    pub kemajuan_tanpa_batas_nama: Option<String>,
    /// `8,00` and `2026` of `target_akhir`, where there is one.
    pub target_akhir_nilai: Option<String>,
    pub target_akhir_tahun: Option<i32>,
    pub realisasi: FigurePage,
    /// The value that counts (clamped where the profile sets `batas`).
    pub capaian: FigurePage,
    /// The value before the clamp, where the clamp changed it.
    pub tanpa_batas: Option<String>,
    pub predikat: String,
    /// `8,00 (2026)`, or `-`.
    pub target_akhir: String,
    pub kemajuan: FigurePage,
    /// The progress before the clamp, where the clamp changed it.
    pub kemajuan_tanpa_batas: Option<String>,
}

/// One indicator's worked substitution.
#[derive(Clone, Serialize, Debug)]
pub struct PerhitunganPage {
    pub id: String,
    pub nama: String,
    /// In words.
    pub rumus: FormulaPage,
    /// With the figures in it.
    pub substitusi: FormulaPage,
    pub hasil: FigurePage,
    /// The exact value, where it has more digits than are shown.
    pub tepat: Option<String>,
    pub satuan: String,
    pub operan: Vec<OperandRow>,
}

#[derive(Clone, Serialize, Debug)]
pub struct OperandRow {
    pub sebutan: String,
    pub tahun: i32,
    pub nilai: FigurePage,
    pub satuan: String,
    pub rumus: String,
    /// Files and sheets, or the `asal` of a tetapan.
    pub sumber: Vec<String>,
    /// How many cells hold a value, as text.
    pub sel: String,
}

#[derive(Clone, Serialize, Debug)]
pub struct CatatanPage {
    /// The notes on how data were read stand on the sheet and in the record alone.
    pub ringkas: bool,
    /// For the sheet of the XLSX, whose counts are alive, and not for the page.
    pub lembar: bool,
    pub masukan: Vec<MasukanRow>,
    pub cakupan: Vec<CakupanRow>,
    pub diterima: Vec<TemuanRow>,
    /// In a draft only.
    pub galat: Vec<TemuanRow>,
    pub peringatan: Vec<TemuanRow>,
    pub catatan: Vec<TemuanRow>,
    /// Figures of earlier years that are no longer as they were published.
    pub disajikan_kembali: Vec<AngkaPage>,
}

#[derive(Clone, Serialize, Debug)]
pub struct MasukanRow {
    pub berkas: String,
    pub lembar: String,
    pub tahun: i32,
    pub baris: String,
    /// The count's defined name in the XLSX.
    pub baris_nama: String,
}

/// What a measure rests on.
#[derive(Clone, Serialize, Debug)]
pub struct CakupanRow {
    pub sebutan: String,
    pub tahun: i32,
    pub dihitung: String,
    pub tanpa_nilai: String,
    pub tidak_memenuhi: String,
    pub tanpa_pasangan: String,
    /// `naik 300 · tetap 12 · …`, for joined comparisons.
    pub kelompok: Option<String>,
    /// The defined name of each of these in the XLSX.
    pub nama: CakupanNama,
}

/// Under which names Perhitungan holds a measure's counts.
#[derive(Clone, Serialize, Debug)]
pub struct CakupanNama {
    pub dihitung: String,
    pub tanpa_nilai: String,
    pub tidak_memenuhi: String,
    pub tanpa_pasangan: String,
    pub kelompok: String,
}

#[derive(Clone, Serialize, Debug)]
pub struct TemuanRow {
    pub tempat: String,
    pub nama: String,
    pub pesan: String,
    pub saran: String,
    /// Of a finding that the office accepts: why, and what counts for it.
    pub alasan: Option<String>,
    pub akibat: Option<String>,
}

/// How a sheet was read for a year.
#[derive(Clone, Serialize, Debug)]
pub struct BacaanPage {
    /// The source's printed name.
    pub sumber: String,
    pub tahun: i32,
    pub berkas: String,
    pub lembar: String,
    pub keputusan: Vec<KeputusanRow>,
}

/// A reading decision with what says so.
#[derive(Clone, Serialize, Debug)]
pub struct KeputusanRow {
    /// `kolom`, `satuan`, …
    pub tentang: String,
    /// The field it is about; empty for a whole sheet's.
    pub isian: String,
    pub nilai: String,
    /// `S5: Volume Usaha (Rp) (tertulis)`.
    pub karena: Vec<String>,
}

/// What the head of the data's bidang signs: that the data were checked. Empty
/// unless the profile asks for the part.
#[derive(Clone, Default, Serialize, Debug)]
pub struct PengesahanPage {
    pub sumber: Vec<SumberSahRow>,
    /// Every stated total equals the sum of its rows, none accepted otherwise.
    pub jumlah_cocok: bool,
    /// How many stated totals were held against their rows; absent where none could be.
    pub jumlah_diperiksa: Option<String>,
    /// The control figures: each measure of the data with its rows.
    pub angka: Vec<AngkaKendaliRow>,
    /// Who answers for the data, in the profile's words, each once.
    pub bidang: Vec<String>,
    pub tempat: String,
}

#[derive(Clone, Serialize, Debug)]
pub struct SumberSahRow {
    pub berkas: String,
    pub lembar: String,
    pub tahun: i32,
    pub baris: String,
    /// The count's defined name in the XLSX.
    pub baris_nama: String,
    /// The file's SHA-256, in groups of eight.
    pub sidik: String,
}

#[derive(Clone, Serialize, Debug)]
pub struct AngkaKendaliRow {
    pub sebutan: String,
    pub tahun: i32,
    pub nilai: FigurePage,
    pub satuan: String,
    /// How many rows it rests on, and the count's defined name in the XLSX.
    pub baris: String,
    pub baris_nama: String,
}
