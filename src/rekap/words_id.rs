//! The words of a summary.

use super::bounds::Bound;
use super::gather::{Keadaan, Refusal};
use super::order::Direction;

pub const TITLE: &str = "REKAPITULASI INDIKATOR KINERJA UTAMA";
pub const NOT_ADDED: &str = "tidak dapat dijumlah";
pub const UNREADABLE_FORMULA: &str = "rumusnya tidak dikenal versi program ini";
pub const STRAIGHT_FROM_DATA: &str =
    "rumusnya menghitung langsung dari data; tulis bagian-bagiannya sebagai [ukuran] agar dapat digabungkan";
pub const TOO_LARGE: &str = "jumlahnya terlalu besar untuk disimpan tepat";
pub const NO_OFFICE: &str = "tidak ada kantor yang mempunyai semua nilainya";

pub const AND_OTHERS: &str = "lainnya, di lembar Data Indikator";

pub const INDICATORS: &str = "indikator";
pub const MEASURES: &str = "ukuran menurut tahunnya";
pub const OFFICES: &str = "kantor";

/// What a page shows of a long table.
pub fn the_ends(baris: usize, semua: usize) -> String {
    format!("Yang tampil {baris} kantor di kedua ujung urutan, dari {semua}; semuanya ada di lembar Data Indikator (XLSX).")
}

/// What the pages leave to the sheets.
pub fn left_to_sheets(tampil: usize, semua: usize, apa: &str, lembar: &str) -> String {
    format!("Yang tampil {tampil} {apa} pertama, dari {semua}; semuanya ada di lembar {lembar} (XLSX).")
}

fn bound(what: Bound) -> &'static str {
    match what {
        Bound::Offices => "folder kantor",
        Bound::Figures => "angka indikator",
        Bound::Values => "nilai ukuran",
        Bound::Columns => "ukuran menurut tahunnya",
        Bound::Cells => "sel ukuran (ukuran menurut tahunnya x kantor)",
    }
}

/// A figure of a chart is at most so many characters.
pub const LONGEST_FIGURE: usize = 56;

pub fn measure_does_not_add_up(ukuran: &str, rumus: Option<&str>) -> String {
    match rumus {
        Some(rumus) => format!("{ukuran} = {rumus} bukan jumlah atau banyaknya baris"),
        None => format!("{ukuran} nilai yang diisikan, bukan jumlah atau banyaknya baris"),
    }
}

pub fn ranked_by(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "Peringkat dari nilai tertinggi; makin tinggi makin baik.",
        Direction::Down => "Peringkat dari nilai terendah; makin rendah makin baik.",
        Direction::Unsaid => "Urutan dari nilai tertinggi; laporannya tidak menyebut arah yang sama.",
    }
}

/// Another indicator that could be taken for the same.
pub fn like(nama: &str, rumus: &str, kantor: usize) -> String {
    format!("{nama}: {rumus} ({kantor} kantor)")
}

pub fn chart_title(nama: &str, all: bool, half: usize) -> String {
    if all { format!("{nama} menurut urutan") } else { format!("{nama}: {half} urutan teratas dan {half} terbawah") }
}

pub fn chart_alternative(nama: &str, satuan: &str, figures: &[String]) -> String {
    let satuan = if satuan.is_empty() { String::new() } else { format!(" ({satuan})") };
    format!("{nama}{satuan} tiap kantor: {}.", figures.join("; "))
}

/// All ranked offices have one figure.
pub fn of_all(tampil: &str, kantor: usize) -> String {
    format!("{tampil} (semua {kantor} kantor)")
}

/// So many offices share a rank.
pub fn of_several(tampil: &str, kantor: usize) -> String {
    format!("{tampil} ({kantor} kantor)")
}

/// What a reader must know of an office's report.
pub fn keadaan(keadaan: &Keadaan) -> String {
    match keadaan {
        Keadaan::BelumAda { terakhir: None } => "Belum ada laporan".to_owned(),
        Keadaan::BelumAda { terakhir: Some(tahun) } => format!("Belum ada laporan tahun ini; yang terakhir tahun {tahun}"),
        Keadaan::Rusak => "Catatan laporannya rusak atau terpotong; buat lagi dengan iku buat".to_owned(),
        Keadaan::Bertentangan(which) => format!(
            "Angka dalam catatannya saling bertentangan (indikator {}): catatannya diubah dengan tangan; tidak dihitung",
            which.join(", ")
        ),
        Keadaan::Asing { skema: Some(skema) } => format!("Catatannya bukan catatan laporan iku (skema {skema})"),
        Keadaan::Asing { skema: None } => "Catatannya bukan catatan laporan iku".to_owned(),
        Keadaan::TahunLain(tahun) => format!("Catatannya berisi tahun {tahun}, tidak seperti nama berkasnya"),
        Keadaan::Draf => "Catatannya catatan draf, bukan laporan".to_owned(),
        Keadaan::Direvisi(revisi) => format!("Sudah direvisi: yang dipakai revisi {revisi}"),
        Keadaan::Mundur { revisi, arsip } => format!("Yang dipakai revisi {revisi}, padahal arsipnya memuat revisi {arsip}"),
        Keadaan::BerkasBersama(folder) => {
            format!("Memakai berkas data yang sama dengan {folder}; periksa apakah datanya tidak terhitung dua kali")
        }
        Keadaan::AngkaSama(folder) => {
            format!("Semua ukurannya sama persis dengan {folder}; periksa apakah laporannya bukan salinan")
        }
        Keadaan::TanpaProfil => "Tidak mempunyai iku.toml, padahal ada datanya".to_owned(),
        Keadaan::GalatTerbuka(jumlah) => format!("Masih ada {jumlah} galat terbuka pada datanya"),
        Keadaan::BerkasBerubah(berkas) => format!("Tidak lagi seperti catatannya: {}", berkas.join(", ")),
        Keadaan::BerkasTakTerbaca(berkas) => {
            format!("Tidak dapat dibaca, sehingga tidak diperiksa terhadap catatannya: {}", berkas.join(", "))
        }
    }
}

fn grouped(count: usize) -> String {
    crate::vocabulary::tampil(rust_decimal::Decimal::from(count), 0)
}

/// Why there is no summary.
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NoReport(None) => {
            "Tidak ada rekap: tidak satu pun folder itu memuat laporan; jalankan iku buat lebih dahulu.".to_owned()
        }
        Refusal::NoReport(Some(tahun)) => format!("Tidak ada rekap: tidak satu pun folder itu memuat laporan tahun {tahun}."),
        Refusal::Unusable { folder } => format!(
            "Tidak ada rekap: tidak satu pun folder itu memuat laporan yang dapat dipakai. Catatan laporan di {} rusak atau tidak dapat dibaca: pastikan \
            foldernya boleh dibaca, pulihkan catatan itu dari cadangan, atau jalankan iku buat lagi.",
            folder.join(", ")
        ),
        Refusal::SameData { folder: [first, second] } => format!(
            "Tidak ada rekap: laporan di folder {first} dan {second} memakai berkas data yang sama dan semua angkanya sama, dengan nama kantor yang \
            berbeda; jumlahnya akan terhitung ganda. Sebutkan satu saja, atau perbaiki data kantor yang keliru."
        ),
        Refusal::TooLarge { what: what @ (Bound::Columns | Bound::Cells), found, kantor } => format!(
            "Tidak ada rekap: laporan {kantor} kantor memuat {} {}, padahal satu rekap memuat paling banyak {}. {} Kurangi tahun yang ditampilkan \
            (tampil_tahun dalam iku.toml tiap kantor), bagi indikatornya atas beberapa folder kantor yang masing-masing dibuatkan rekap, atau \
            samakan nama dan rumus ukuran kantor-kantor itu; lalu jalankan iku buat dan iku rekap lagi.",
            grouped(*found),
            bound(*what),
            grouped(what.most()),
            if *what == Bound::Columns {
                "Setiap ukuran memakai satu kolom untuk tiap tahunnya, dan satu lembar Excel tidak memuat lebih banyak kolom."
            } else {
                "Setiap ukuran memakai satu sel untuk tiap tahun dan tiap kantor."
            },
        ),
        Refusal::TooLarge { what, found, kantor } => format!(
            "Tidak ada rekap: laporan {kantor} kantor sudah memuat {} {}, padahal satu rekap memuat paling banyak {}. Buat rekap dari lebih \
            sedikit kantor sekaligus, per provinsi misalnya.",
            grouped(*found),
            bound(*what),
            grouped(what.most()),
        ),
        Refusal::Twice { kantor, folder: [first, second] } => format!(
            "Tidak ada rekap: laporan {kantor} ada dua kali, di folder {first} dan {second}; jumlahnya akan terhitung ganda. Sebutkan satu saja."
        ),
    }
}

pub mod sheet {
    pub const INDICATORS: &str = "Data Indikator";
    pub const MEASURES: &str = "Data Ukuran";
    pub const OFFICES: &str = "Data Kantor";
    pub const OFFICE_COLUMNS: [(&str, f32); 6] =
        [("No.", 6.0), ("Kantor", 34.0), ("Instansi", 44.0), ("Revisi", 8.0), ("Tanggal", 18.0), ("Keadaan", 60.0)];
    pub const INDICATOR_COLUMNS: [(&str, f32); 11] = [
        ("No.", 6.0),
        ("Indikator", 44.0),
        ("Rumus", 44.0),
        ("Satuan", 10.0),
        ("Peringkat", 10.0),
        ("Kantor", 32.0),
        ("Realisasi", 18.0),
        ("Tercetak", 16.0),
        ("Target", 12.0),
        ("Capaian (%)", 12.0),
        ("Predikat", 16.0),
    ];
    pub const ALL_OFFICES: &str = "Semua kantor";
    pub const OFFICE: &str = "Kantor";
    pub const OF_OFFICES: &str = "Kantor yang mempunyai nilai";
    pub const TOTAL: &str = "Jumlah";
}
