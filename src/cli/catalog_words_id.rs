//! The words of the catalogue's commands.

use crate::profile::Added;
use crate::vocabulary::Year;
use std::path::Path;

pub const HOW_TO_ADD: &str =
    "Menambahkan ke profil kantor: iku tambah NAMA [FOLDER]. Baris lengkap tiap indikator: iku panduan katalog.";

pub fn unknown(nama: &str, near: Option<&str>) -> String {
    let near = near.map(|near| format!("; mungkin maksudnya `{near}`")).unwrap_or_default();
    format!("Indikator `{nama}` tidak ada dalam katalog{near}. Daftarnya: iku daftar")
}

/// The sasaran to choose from.
pub fn which_goal(uraian: &[String]) -> String {
    let list: String = (1..).zip(uraian).map(|(number, text)| format!("  {number}. {text}\n")).collect();
    format!(
        "Di bawah sasaran yang mana?\n{list}  {}. sasaran baru\nNomornya (Enter untuk {}):",
        uraian.len() + 1,
        uraian.len().max(1)
    )
}

pub fn say_goal(uraian: &[String]) -> String {
    let list: String = (1..).zip(uraian).map(|(number, text)| format!("\n  --sasaran {number}: {text}")).collect();
    format!(
        "Profil ini punya {} sasaran; sebutkan salah satunya:{list}\n  --sasaran {}: sasaran baru",
        uraian.len(),
        uraian.len() + 1
    )
}

pub fn no_number(text: &str) -> String {
    format!("`{text}` bukan salah satu nomor itu.")
}

pub fn no_such_goal(ada: usize) -> String {
    format!("Sasaran itu tidak ada: profil ini punya {ada} sasaran; {} membuat sasaran baru.", ada + 1)
}

pub fn there(nama: &str) -> String {
    format!("Indikator \"{nama}\" sudah ada dalam profil ini; tidak ada yang ditulis.")
}

pub fn shape(bagian: &str) -> String {
    format!(
        "`{bagian}` pada iku.toml tidak ditulis sebagai bagian berkurung siku; tambahkan indikatornya dengan tangan (iku panduan katalog)."
    )
}

/// What was put in, and what the office still has to do.
pub fn added((name, folder): (&str, &Path), added: &Added, sasaran: usize, tahun: Option<Year>) -> String {
    let mut text = format!("{name}: ditambahkan di bawah sasaran {sasaran}: {}", added.indikator.join("; "));
    for sumber in &added.sumber {
        text.push_str(&format!("\n  sesuaikan `berkas` pada [sumber.{sumber}]"));
    }
    for (isian, judul) in &added.kolom {
        text.push_str(&format!("\n  sesuaikan judul kolom `{isian}` (sekarang \"{judul}\") dengan buku kerja Anda"));
    }
    for ukuran in &added.isi {
        text.push_str(&format!("\n  isi `tetapan` dan `asal` pada [ukuran.{ukuran}], yang bertanda …"));
    }
    let example = tahun.map(|tahun| format!(", misalnya: target = {{ {tahun} = \"5,25\" }}")).unwrap_or_default();
    text.push_str(&format!("\n  tambahkan targetnya bila ada{example}\nLalu: iku periksa \"{}\"", folder.display()));
    text
}
