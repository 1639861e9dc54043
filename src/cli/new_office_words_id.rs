//! The words of asking about a new office.

use crate::vocabulary::Year;

pub const INTRODUCTION: &str =
    "Beberapa pertanyaan tentang kantor Anda. Tekan Enter saja bila belum tahu; isinya dapat ditulis kemudian di iku.toml.";
pub const NAMA: &str = "Nama dinas (misalnya Dinas Koperasi dan Usaha Mikro):";
pub const DAERAH: &str = "Nama daerah (misalnya Kota Pasuruan):";
pub const PENANDATANGAN: &str = "Nama penandatangan beserta gelarnya:";
pub const PANGKAT: &str = "Pangkatnya (misalnya Pembina Utama Muda):";
pub const NIP: &str = "NIP-nya (18 angka):";

pub fn year(usual: Year) -> String {
    format!("Tahun laporan (Enter untuk {usual}):")
}

pub fn hidden_characters(text: &str) -> String {
    format!("`{text}` memuat karakter kendali atau karakter tak tampak; ketik ulang tanpa menyalinnya.")
}

pub fn no_nip(text: &str) -> String {
    format!("`{text}` bukan NIP: perlu 18 angka, misalnya 19640505 199303 1 012.")
}

pub fn no_year(text: &str) -> String {
    format!("`{text}` bukan tahun: tulis empat angka, misalnya 2021.")
}

pub fn no_date(text: &str) -> String {
    format!("`{text}` bukan tanggal: tulis misalnya 2022-01-24 untuk 24 Januari 2022.")
}
