//! The words of an office's run: what its files are called, why it has no template.

use crate::deliver::Karena;
use crate::diagnostic::Temuan;

/// The descriptions of the files embedded in the PDF.
pub const ATTACHED_XLSX: &str = "Buku kerja laporan ini: formulir, perhitungan dengan rumus hidup, dan data yang dipakai";
pub const ATTACHED_RECORD: &str = "Catatan laporan ini untuk program (JSON): masukan, setiap angka, dan temuannya";

pub fn template_missing(name: &str, known: &[&str], near: Option<&str>) -> String {
    let near = near.map(|near| format!(" Mungkin maksudnya `{near}`.")).unwrap_or_default();
    let known = known.join(", ");
    format!("Templat `{name}` tidak ditemukan: bukan templat bawaan ({known}), dan folder templat/{name} tidak ada.{near}")
}

pub fn part_missing(part: &str, template: &str) -> String {
    format!("Templat `{template}` tidak mempunyai bagian `{part}`; hapus dari `bagian` di iku.toml atau tambahkan {part}.xml.")
}

/// The title of a draft.
pub fn draft(title: &str) -> String {
    format!("DRAF {title}")
}

/// The pages of a snapshot cannot be made any more.
pub const NO_LONGER_MADE: &str = "halamannya tidak dapat dibuat ulang";
pub const NO_LONGER_READ: &str = "potretnya tidak dapat dibaca lagi dengan program ini";

pub fn no_revision(revisi: u32) -> String {
    format!("revisi {revisi} tidak ada; lihat `iku riwayat`")
}

pub fn no_snapshot(revisi: u32) -> String {
    format!("potret data revisi {revisi} (arsip/rev-{revisi}/masukan.zip) tidak ada atau rusak")
}

pub fn snapshot_not_allowed(revisi: u32) -> String {
    format!(
        "potret data revisi {revisi} (arsip/rev-{revisi}/masukan.zip) hanya boleh dibaca pemiliknya, karena memuat data pribadi; \
        jalankan sebagai pengguna yang membuatnya, atau minta izin bacanya"
    )
}

/// A snapshot that would unpack to more than may be read.
pub fn snapshot_too_large(revisi: u32, temuan: &Temuan) -> String {
    format!(
        "potret data revisi {revisi} (arsip/rev-{revisi}/masukan.zip) tidak dibuka, {} pada {}: {}",
        temuan.kode().text(),
        temuan.at.berkas,
        temuan.pesan()
    )
}

pub const REALISASI: &str = "Realisasi";
pub const TARGET: &str = "Target";
pub const CAPAIAN: &str = "Capaian (%)";
pub const PREDIKAT: &str = "Predikat";
pub const TARGET_AKHIR: &str = "Target akhir";
pub const KEMAJUAN: &str = "Kemajuan (%)";

/// A cause of a revision.
pub fn karena(apa: Karena, nama: &str) -> String {
    match apa {
        Karena::Berkas => format!("isi {nama}"),
        Karena::Profil => format!("{nama} dalam iku.toml"),
        Karena::Templat => format!("berkas {nama}"),
        Karena::CaraBacaBerubah => format!("cara baca berubah (semula dibuat dengan {nama})"),
        Karena::TahunLalu => format!("laporan tahun lalu {nama}"),
    }
}
