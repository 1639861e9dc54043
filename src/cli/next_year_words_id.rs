//! The words of opening the next year in an office's folder.

use crate::profile::YearNote;
use crate::vocabulary::Year;
use std::path::Path;

pub fn same_year(name: &str, tahun: Year) -> String {
    format!("{name}: iku.toml sudah untuk tahun {tahun}")
}

pub fn earlier_year(name: &str, own: Year, tahun: Year) -> String {
    format!(
        "{name}: iku.toml sudah untuk tahun {own}, dan tidak dimundurkan; laporan tahun {tahun} dibuat dengan iku buat --tahun {tahun}"
    )
}

pub fn opened(name: &str, tahun: Year) -> String {
    format!("{name}: tahun {tahun} dibuka; laporan tahun-tahun sebelumnya tetap seperti adanya")
}

/// What moved on, or no longer fits.
pub fn note(note: &YearNote) -> String {
    match note {
        YearNote::Tahun { semula } => format!("  tahun laporan: semula {semula}"),
        YearNote::Tanggal { semula, menjadi } => {
            format!("  tanggal penandatanganan: semula {}, menjadi {}; sesuaikan", semula.panjang(), menjadi.panjang())
        }
        YearNote::Target { nama } => format!("  isi targetnya (bertanda …): {nama}"),
        YearNote::TargetByHand { nama } => format!("  tambahkan targetnya: {nama}"),
        YearNote::NamesYear { kunci, text } => {
            format!("  {kunci} = \"{text}\" menyebut tahun tertentu; pakai {{tahun}}, atau sesuaikan")
        }
        YearNote::TanpaTetapan { ukuran } => format!("  isi tetapan tahun ini untuk ukuran {ukuran}"),
        YearNote::FixedYear { sumber, tahun } => {
            format!("  [sumber.{sumber}] tahun = {tahun} membaca semua berkasnya sebagai tahun itu; hapus, atau sesuaikan")
        }
        YearNote::FinalTarget { nama, tahun } => format!("  target akhir {nama} untuk tahun {tahun} sudah lewat; sesuaikan"),
        YearNote::Terima { count } => {
            format!("  {count} [[terima]] menyebut sel berkas lama; hapus yang tidak berlaku lagi")
        }
    }
}

pub fn blank(file: &str) -> String {
    format!("  buku kerja kosong dibuat: {file}")
}

pub fn awaited(sumber: &str, file: &str) -> String {
    format!("  data yang ditunggu: {file} ({sumber})")
}

pub fn then(folder: &Path) -> String {
    format!("Lengkapi iku.toml, letakkan datanya, lalu: iku periksa \"{}\"", folder.display())
}
