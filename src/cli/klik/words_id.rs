//! The words of the conversation.

use std::path::{Path, PathBuf};

pub const WELCOME: &str = "iku: laporan Indikator Kinerja Utama dari buku kerja dinas\n";

fn list(offices: &[PathBuf]) -> String {
    (1..).zip(offices).map(|(number, path)| format!("  {number}. {}\n", path.display())).collect()
}

pub fn which_of(offices: &[PathBuf]) -> String {
    format!("{}  k. keluar\nKetik nomornya (Enter untuk nomor 1):", list(offices))
}

pub fn offices_around(folder: &Path) -> String {
    format!("{} bukan folder kantor (di dalamnya tidak ada iku.toml). Kantor di dekat situ:", folder.display())
}

pub fn no_number(text: &str) -> String {
    format!("`{text}` bukan nomor di atas.")
}

pub const ONE_FOLDER: &str = "Jatuhkan satu folder kantor saja; yang dikerjakan yang pertama.";

pub fn which(offices: &[PathBuf]) -> String {
    let list = list(offices);
    let first = if offices.is_empty() { "" } else { "Kantor yang mana?\n" };
    let enter = if offices.is_empty() { "" } else { " (Enter untuk nomor 1)" };
    format!(
        "{first}{list}  b. kantor baru\n  k. keluar\nKetik pilihannya{enter}, atau seret folder kantor ke jendela ini lalu tekan Enter:"
    )
}

pub fn not_understood(text: &str) -> String {
    format!("`{text}` bukan pilihan di atas, dan bukan folder yang ada.")
}

pub fn no_office(path: &Path) -> String {
    format!("Di {} belum ada profil iku.toml. Siapkan kantor baru di sana? (y untuk ya):", path.display())
}

pub fn new_where(usual: &Path) -> String {
    format!("Nama folder kantor baru (Enter untuk {}):", usual.display())
}

pub const NEW_FOLDER: &str = "kantor";

pub fn fill_in(path: &Path) -> String {
    format!(
        "Folder kantor sudah siap: {}\nSekarang: (1) isi yang bertanda … di iku.toml, yang dibuka di Notepad; (2) letakkan buku kerja dinas di folder data, menggantikan yang kosong.",
        path.display()
    )
}

pub fn working(path: &Path) -> String {
    format!("\nMembuat laporan: {}", path.display())
}

pub const REASON: &str =
    "Laporan yang akan diganti sudah ditandatangani; yang lama disimpan di arsip. Tulis alasan revisinya (Enter: tidak jadi):";
pub const MARKED: &str =
    "Salinan buku kerja yang setiap temuannya diwarnai dibuka. Perbaiki buku kerja yang ASLI di folder data.";
pub const ANSWER_NOW: &str =
    "Jawab temuan satu per satu sekarang? Jawabannya ditulis ke iku.toml. (y untuk ya, Enter untuk tidak):";
pub const PROFILE_OPENED: &str = "iku.toml dibuka; perbaiki yang disebut di atas, simpan, lalu kembali ke jendela ini.";
pub const WHEN_FILLED: &str =
    "\nBila keduanya sudah, tekan Enter untuk membuat laporan (atau ketik k lalu Enter untuk keluar dahulu):";
pub const AGAIN: &str = "\nTekan Enter untuk mengulang (misalnya sesudah memperbaiki), atau ketik k lalu Enter untuk keluar:";
pub const CLOSE: &str = "\nTekan Enter untuk menutup jendela ini:";
pub const LOOKED: &str = "Itulah isi buku kerja itu. Untuk membuat laporan, jatuhkan FOLDER kantornya ke iku.exe.";
