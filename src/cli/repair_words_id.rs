//! The words of `iku periksa --perbaiki`.

use crate::dataset::Jenis;
use crate::diagnostic::{Tempel, Terima};

pub const NOTHING_TO_ASK: &str = "Tidak ada temuan yang dapat diselesaikan lewat iku.toml.";
pub const NOT_FILLED: &str = "Belum diisi, maka belum ada yang ditulis.";
pub const WOULD_BE_WRONG: &str = "Jawaban itu membuat iku.toml keliru, maka tidak ditulis:";

pub const HIDDEN: &str = "Jawaban itu memuat karakter kendali; ketik ulang tanpa menyalinnya.";

/// An answer that is none of what the cell's column holds.
pub fn not_such(jenis: Jenis, text: &str) -> String {
    let what = match jenis {
        Jenis::Uang | Jenis::Angka => "angka yang terbaca, misalnya 1.250.000",
        Jenis::Tanda => "ya atau tidak",
        Jenis::Tanggal => "tanggal, misalnya 24 Januari 2022",
        Jenis::Teks => "teks",
    };
    format!("`{text}` bukan {what}; tulis lagi, atau Enter untuk melewatinya.")
}

pub fn count(number: usize, all: usize) -> String {
    format!("\nTemuan {number} dari {all}")
}

/// The ways to settle a finding.
pub fn which(ways: &[Tempel]) -> String {
    let one = |(number, way): (usize, &Tempel)| {
        let what = if way.is_terima() {
            "terima temuan ini beserta alasannya".to_owned()
        } else {
            let lines: Vec<String> = way.baris.iter().map(|line| format!("`{line}`")).collect();
            format!("tulis {} di bawah {}", lines.join(" dan "), way.bagian)
        };
        format!("  {number}. {what}\n")
    };
    let list: String = (1..).zip(ways).map(one).collect();
    format!("{list}  l. lewati (Enter)   s. selesai\nPilihan:")
}

pub fn no_choice(text: &str) -> String {
    format!("`{text}` bukan salah satu pilihan itu.")
}

pub fn value(key: &str, terima: Terima, offered: bool) -> String {
    match (key, terima) {
        ("alasan", _) => "Alasannya (tercetak pada laporan):".to_owned(),
        ("asal", _) => "Asal nilainya (misalnya LKjIP 2019, Tabel 3.4):".to_owned(),
        ("nilai", Terima::Nilai) => "Isi yang benar (Enter: sel dihitung sebagai belum ada data):".to_owned(),
        ("nilai", Terima::Tetap) => "Pengganti isi sel (Enter: dihitung seperti tertulis):".to_owned(),
        ("nilai", Terima::Nama) => "Nama barisnya (Enter: barisnya ditinggalkan):".to_owned(),
        ("nilai", Terima::Kunci) => "Kuncinya (Enter: tidak dibandingkan dengan tahun lain):".to_owned(),
        _ if offered => format!("Isi `{key}` (Enter untuk melewati):"),
        _ => format!("Isi `{key}`:"),
    }
}

/// A line that may be added as it stands.
pub fn add(line: &str, terima: Terima) -> String {
    match terima {
        Terima::Baris => "Apakah ini memang baris data? (y untuk ya, Enter: barisnya ditinggalkan)".to_owned(),
        _ => format!("Tambahkan `{line}`? (y untuk ya, Enter untuk tidak)"),
    }
}

pub fn written(tempel: &Tempel) -> String {
    format!("Ditulis di iku.toml, {}.", tempel.bagian)
}

pub fn not_toml(tempel: &Tempel) -> String {
    format!("Jawaban untuk {} tidak dapat ditulis ke iku.toml; tidak ada yang berubah.", tempel.bagian)
}

pub fn shape(bagian: &str) -> String {
    format!("{bagian} pada iku.toml ditulis dengan cara lain; tambahkan barisnya dengan tangan.")
}

pub fn done(count: usize) -> String {
    match count {
        0 => "\nTidak ada yang ditulis.".to_owned(),
        count => format!("\n{count} jawaban ditulis ke iku.toml; data diperiksa lagi."),
    }
}
