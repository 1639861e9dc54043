//! The Indonesian words of marked copies.

/// The sheet that lists the findings.
pub const LIST: &str = "Temuan";

pub const HEADINGS: [&str; 7] =
    ["No", "Tempat", "Tingkat", "Kode", "Nama baris", "Yang ditemukan", "Keterangan dan cara memperbaiki"];

pub const TITLE: &str = "Temuan pada buku kerja ini";

pub const ABOUT: &str = "Salinan untuk memeriksa: nilai, nama lembar, dan sel gabungan sama dengan aslinya; rumus dan tata letaknya tidak disalin. \
    Perbaiki pada berkas aslinya. Salinan ini memuat data pribadi secara lengkap.";

/// What the list of a true copy says of it; `lembar` have notes of the office's own.
pub fn about_original(lembar: &[String]) -> String {
    let about = "Salinan untuk memeriksa: isi, rumus, dan tampilannya sama dengan aslinya, kecuali sel yang diwarnai, catatannya, dan lembar ini. \
        Perbaiki pada berkas aslinya. Salinan ini memuat data pribadi secara lengkap.";
    if lembar.is_empty() {
        return about.to_owned();
    }
    format!("{about} Lembar yang sudah bercatatan hanya diwarnai: {}.", lembar.join(", "))
}

/// A sheet of a CSV, which has no name of its own.
pub const CSV: &str = "CSV";

pub fn accepted(akibat: &str, alasan: &str) -> String {
    format!("Diterima, {akibat}: {alasan}")
}
