//! The Indonesian words that findings share. Texts from cells go through
//! [`kutip`], which masks personal data.

use super::finding::{Manual, Sebab, Terima, Tingkat};
use crate::vocabulary::{Sel, mask_person, tampil, visible};
use rust_decimal::Decimal;

/// A code's manual page: what it means, then each line with its head.
pub(super) fn manual(manual: Manual, penerimaan: &str) -> [(&'static str, String); 5] {
    [
        ("", manual.arti.to_owned()),
        ("Contoh", manual.contoh.to_owned()),
        ("Mengapa", manual.mengapa.to_owned()),
        ("Perbaikan", manual.perbaikan.to_owned()),
        ("Penerimaan", penerimaan.to_owned()),
    ]
}

/// What `[[terima]]` does, as the manual says it.
pub(super) fn penerimaan(terima: Terima, tingkat: Tingkat) -> &'static str {
    match (terima, tingkat) {
        (Terima::Tidak(Sebab::TidakTerbaca), _) => {
            "tidak dapat diterima dengan `[[terima]]`, karena tidak ada nilai yang terbaca dari sana."
        }
        (Terima::Tidak(Sebab::TidakPasti), _) => {
            "tidak dapat diterima dengan `[[terima]]`, karena tetap tidak pasti mana yang harus dibaca."
        }
        (Terima::Tidak(Sebab::Penerimaan), _) => {
            "tidak dapat diterima dengan `[[terima]]`, karena ia sendiri tentang sebuah penerimaan."
        }
        (Terima::TidakPerlu, _) => "tidak perlu; ini hanya catatan dan tidak menghalangi laporan.",
        (Terima::Nilai, _) => {
            "boleh dengan `[[terima]]`; tulis `nilai` bila angka yang benar sudah diketahui, tanpa itu sel dihitung sebagai belum ada data."
        }
        (Terima::Baris, _) => "boleh dengan `[[terima]]`; `nilai = \"data\"` berarti baris itu dihitung, tanpa itu ditinggalkan.",
        (Terima::Dicatat, Tingkat::Peringatan) => {
            "boleh dengan `[[terima]]`; peringatan ini tidak menghalangi laporan, dan alasannya tercetak pada bagian catatan."
        }
        (Terima::Dicatat, _) => "boleh dengan `[[terima]]`; alasannya tercetak pada bagian catatan.",
    }
}

/// A text from a file: personal data masked, what is not seen written out, line breaks as blanks, long texts cut.
pub(super) fn bersih(text: &str) -> String {
    const LONGEST: usize = 80;
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let flat = visible(&mask_person(&words.collect::<Vec<_>>().join(" "))).into_owned();
    if flat.chars().count() <= LONGEST {
        return flat;
    }
    let cut: String = flat.chars().take(LONGEST - 1).collect();
    format!("{}…", cut.trim_end())
}

pub(super) fn kutip(text: &str) -> String {
    format!("`{}`", bersih(text))
}

/// A number with as many decimals as it has.
pub(super) fn angka(value: Decimal) -> String {
    tampil(value, value.normalize().scale())
}

pub(super) fn banyak(count: usize) -> String {
    tampil(Decimal::from(count), 0)
}

pub(super) fn tempat(sel: Sel) -> String {
    match sel {
        Sel::Cell(_) => format!("sel {sel}"),
        Sel::Column(_) => format!("kolom {sel}"),
        Sel::Row(_) => format!("baris {sel}"),
    }
}

pub(super) fn milik(nama: &str) -> String {
    if nama.trim().is_empty() { String::new() } else { format!(" ({})", bersih(nama)) }
}

pub(super) fn misalnya(contoh: &[String]) -> String {
    if contoh.is_empty() { String::new() } else { format!(", misalnya {}", daftar(contoh)) }
}

/// Quoted texts as a list; past the eighth only their number.
pub(super) fn daftar(texts: &[String]) -> String {
    const MOST: usize = 8;
    let mut quoted: Vec<String> = texts.iter().take(MOST).map(|text| kutip(text)).collect();
    if texts.len() > MOST {
        quoted.push(format!("{} lainnya", banyak(texts.len() - MOST)));
    }
    deret(&quoted)
}

/// `a`, `a dan b`, `a, b, dan c`.
pub(super) fn deret(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => format!("{first} dan {second}"),
        [before @ .., last] => format!("{}, dan {last}", before.join(", ")),
    }
}
