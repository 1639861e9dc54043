//! The words of the headings that are looked for, and the mending of slips of
//! the finger against them.

use crate::text::label::{likeness, spelt_out};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Words that mean little without what stands over them.
pub(crate) fn is_generic(word: &str) -> bool {
    is_sum(word)
        || is_negation(word)
        || matches!(
            word,
            "l" | "p"
                | "lk"
                | "pr"
                | "laki"
                | "perempuan"
                | "wanita"
                | "pria"
                | "aktif"
                | "akt"
                | "unit"
                | "orang"
                | "nama"
                | "tanggal"
                | "nomor"
                | "kode"
                | "ya"
                | "ada"
                | "baru"
                | "lama"
                | "jenis"
                | "status"
                | "keterangan"
                | "sudah"
                | "sendiri"
                | "luar"
                | "alamat"
                | "tahun"
                | "lainnya"
        )
}

/// A label whose every word is generic or a letter or two.
pub(crate) fn is_generic_label(label: &[String]) -> bool {
    label.iter().all(|word| is_generic(word) || word.chars().count() <= 2)
}

pub(crate) fn is_sum(word: &str) -> bool {
    matches!(word, "jumlah" | "total" | "nilai")
}

/// Words that say nothing about what is counted.
pub(crate) fn is_structural(word: &str) -> bool {
    is_sum(word)
        || matches!(
            word,
            "status"
                | "keaktifan"
                | "kondisi"
                | "keadaan"
                | "data"
                | "identitas"
                | "uraian"
                | "keterangan"
                | "realisasi"
                | "laporan"
                | "profil"
                | "tahun"
                | "dan"
                | "jenis"
                | "kelamin"
        )
}

/// Words that make another thing of whatever stands under or beside them.
pub(crate) fn is_qualifier(word: &str) -> bool {
    matches!(
        word,
        "target"
            | "rencana"
            | "proyeksi"
            | "pertumbuhan"
            | "kenaikan"
            | "penurunan"
            | "perubahan"
            | "selisih"
            | "persen"
            | "rasio"
            | "rata"
            | "rerata"
            | "perkiraan"
            | "kapasitas"
            | "lalu"
            | "sebelumnya"
            | "sebelum"
            | "rapb"
            | "rapbd"
            | "rab"
            | "rka"
            | "anggaran"
            | "pagu"
            | "prognosa"
            | "prognosis"
            | "estimasi"
            | "usulan"
            | "ramalan"
            | "simulasi"
            | "contoh"
            | "calon"
    )
}

/// Words that turn a heading into its opposite: never guessed, never mended, never dropped.
pub(crate) fn is_negation(word: &str) -> bool {
    ["tidak", "tdk", "tak", "non", "belum", "bukan", "pasif", "tanpa"].iter().any(|start| word.starts_with(start))
}

/// Words of parents that say what kind of data stands under them, and no more.
/// Any other word over an amount may make another thing of it.
const NEUTRAL: &[&str] = &[
    "keragaan",
    "kinerja",
    "keuangan",
    "permodalan",
    "modal",
    "usaha",
    "koperasi",
    "umkm",
    "ukm",
    "ikm",
    "data",
    "identitas",
    "profil",
    "kelembagaan",
    "organisasi",
    "indikator",
    "hasil",
    "perkembangan",
    "posisi",
    "keadaan",
    "kondisi",
    "neraca",
    "laba",
    "rugi",
    "pembukuan",
    "laporan",
    "informasi",
    "aspek",
    "bidang",
    "bagian",
    "kegiatan",
    "pelaku",
    "pemilik",
    "pengusaha",
    "tenaga",
    "kerja",
    "sdm",
    "sumber",
    "daya",
    "manusia",
    "rincian",
    "komponen",
    "variabel",
    "uraian",
    "jenis",
    "kekayaan",
    "aset",
    "aktiva",
    "pasiva",
    "ekonomi",
    "produksi",
    "penjualan",
    "pendapatan",
    "omset",
    "volume",
    "nilai",
    "besaran",
    "rekapitulasi",
    "rekap",
    "capaian",
    "realisasi",
    "aktual",
    "tahun",
    "periode",
    "akhir",
    "buku",
    "berjalan",
    "ini",
    "dan",
    "serta",
    "atau",
    "per",
    "di",
    "dari",
    "yang",
    "pada",
    "dalam",
    "rp",
    "rupiah",
    "kota",
    "kabupaten",
    "kecamatan",
    "kelurahan",
    "desa",
    "wilayah",
    "pengurus",
    "anggota",
    "keanggotaan",
    "legalitas",
    "perizinan",
    "alamat",
    "lokasi",
    "umum",
    "utama",
    "pokok",
    "lainnya",
    "lain",
    "keseluruhan",
    "seluruh",
    "semua",
    "performa",
    "performance",
    "statistik",
    "ikhtisar",
    "ringkasan",
    "potensi",
    "finansial",
    "kesehatan",
    "penilaian",
    "evaluasi",
    "monitoring",
    "pelaksanaan",
    "badan",
    "hukum",
    "administrasi",
    "karyawan",
    "pegawai",
    "manajemen",
    "pengelola",
    "pengelolaan",
    "operasional",
    "transaksi",
    "bisnis",
    "kapital",
    "angka",
    "besarnya",
    "isian",
    "kolom",
    "satuan",
    "unit",
    "orang",
    "status",
    "sesudah",
    "diperoleh",
    "dimiliki",
    "tercatat",
    "terakhir",
    "setahun",
    "tahunan",
    "total",
    "jumlah",
    "akumulasi",
    "kumulatif",
    "n",
    "perusahaan",
    "industri",
    "pencapaian",
    "struktur",
    "kuantitatif",
    "likuiditas",
    "rentabilitas",
    "solvabilitas",
    "produktivitas",
    "pengembangan",
    "pemberdayaan",
    "mutakhir",
    "sisa",
    "shu",
    "simpanan",
    "pinjaman",
    "ekuitas",
    "kewajiban",
    "lembaga",
];

/// Words near known ones that mean something else.
const STRANGERS: [&str; 8] = ["model", "luas", "karyawati", "usahawan", "tahan", "anggaran", "skor", "barang"];

/// All words of all wanted headings, with the fields they belong to.
#[derive(Default)]
pub(crate) struct Vocabulary {
    /// Words, and whole labels run together (`modalsendiri`).
    words: BTreeMap<String, BTreeSet<usize>>,
    /// Whole labels, run together and as sorted words.
    labels: BTreeSet<String>,
    /// What unknown words were taken for: the same headings are looked at in many ways.
    meant: RefCell<BTreeMap<String, Option<String>>>,
}

impl Vocabulary {
    /// Adds a label's words, as a field's.
    pub fn add(&mut self, label: &[String], field: usize) {
        for word in label.iter().cloned().chain([label.concat()]) {
            self.words.entry(word).or_default().insert(field);
        }
        self.labels.insert(label.concat());
        self.labels.insert(sorted(label));
    }

    /// Adds words as they are written: a slip is nearer to them than to what they stand for.
    pub fn add_written(&mut self, written: &[String], field: usize) {
        for word in written.iter().filter(|word| word.len() >= 4) {
            self.words.entry(word.clone()).or_default().insert(field);
        }
    }

    /// Whether these words are a known label.
    pub fn has_label(&self, label: &[String]) -> bool {
        !label.is_empty() && (self.labels.contains(&label.concat()) || self.labels.contains(&sorted(label)))
    }

    /// Whether every word of a parent is known: of a heading that is looked for, of
    /// its structure, or one that says no more than what kind of data follows.
    pub fn knows(&self, label: &[String]) -> bool {
        label.iter().all(|word| {
            let is_mark =
                word.chars().count() <= 3 && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'a'..='h') || c.is_ascii_digit());
            is_mark
                || NEUTRAL.contains(&word.as_str())
                || is_generic(word)
                || is_structural(word)
                || is_qualifier(word)
                || self.words.contains_key(word)
                || self.seek(word).is_some()
        })
    }

    /// The words with each unknown one replaced by the one known word it
    /// clearly resembles; `None` where nothing changed.
    pub fn repair(&self, label: &[String]) -> Option<Vec<String>> {
        let mut changed = false;
        let repaired = label
            .iter()
            .map(|word| {
                if let Some(meant) = self.meant.borrow().get(word) {
                    return meant.clone();
                }
                let meant = self.seek(word).map(|meant| spelt_out(meant).to_owned());
                self.meant.borrow_mut().insert(word.clone(), meant.clone());
                meant
            })
            .zip(label)
            .map(|(meant, word)| {
                changed |= meant.is_some();
                meant.unwrap_or_else(|| word.clone())
            })
            .collect();
        changed.then_some(repaired)
    }

    fn seek(&self, word: &str) -> Option<&str> {
        let is_letters = word.chars().all(char::is_alphabetic);
        let length = word.chars().count();
        let known = self.words.contains_key(word) || is_generic(word) || is_structural(word) || is_qualifier(word);
        if !is_letters || known || !(4..=40).contains(&length) || STRANGERS.contains(&word) {
            return None;
        }
        let first = word.chars().next();
        // A first letter that differs may be a negation run together (`taktif`).
        let candidates = self.words.iter().filter(|(candidate, _)| candidate.chars().next() == first && !is_negation(candidate));
        let mut alike: Vec<(u32, &str, &BTreeSet<usize>)> = candidates
            .map(|(candidate, fields)| (likeness(word, candidate), candidate.as_str(), fields))
            .filter(|(alike, ..)| *alike >= 700)
            .collect();
        if first == Some('j') && likeness(word, "jumlah") >= 800 {
            return alike.iter().all(|(_, other, _)| *other == "jumlah").then_some("jumlah");
        }
        alike.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        let (best, meant, fields) = *alike.first()?;
        // Another word nearly as near leaves doubt, unless both name the same field.
        let doubt = alike[1..].iter().any(|(other, _, others)| other + 60 > best && fields.is_disjoint(others));
        (best >= 800 && !doubt).then_some(meant)
    }
}

fn sorted(label: &[String]) -> String {
    let mut words: Vec<&str> = label.iter().map(String::as_str).collect();
    words.sort_unstable();
    words.join(" ")
}
