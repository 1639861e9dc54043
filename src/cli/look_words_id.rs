//! The words of `iku lihat`, and of how sheets were read.

use super::look::Tahun;
use crate::dataset::{ColumnSeen, Peran};
use crate::profile::Dictionary;

pub const COLUMN_HEADINGS: [&str; 4] = ["kolom", "isian", "jenis", "judul"];
pub const TOML_DATA: &str = "Data";

pub fn dictionary(bentuk: Dictionary) -> &'static str {
    match bentuk {
        Dictionary::Keragaan => "keragaan",
        Dictionary::Umkm => "umkm",
        Dictionary::None => "tanpa",
    }
}

pub fn workbook(berkas: &str, format: &str, sheets: usize) -> String {
    format!("{berkas}: format {format}, {sheets} lembar")
}

pub fn sheet(nama: Option<&str>, visible: bool, sel: usize) -> String {
    let nama = nama.map(|nama| format!("Lembar \"{nama}\"")).unwrap_or_else(|| "Isi berkas".to_owned());
    let hidden = if visible { "" } else { " (tersembunyi)" };
    format!("{nama}{hidden}: {sel} sel berisi")
}

pub fn hidden(baris: Option<usize>, kolom: Option<usize>) -> Option<String> {
    match (baris, kolom) {
        (Some(0), Some(0)) => None,
        (Some(baris), Some(kolom)) => Some(format!("Tersembunyi: {baris} baris dan {kolom} kolom yang berisi")),
        _ => Some("Format ini tidak memberi tahu baris atau kolom mana yang tersembunyi".to_owned()),
    }
}

pub fn no_table(empty: bool) -> String {
    if empty { "Kosong" } else { "Tidak ada baris judul yang dikenal; lembar ini tidak dibaca" }.to_owned()
}

fn rows(first: u32, last: u32) -> String {
    if first == last { format!("baris {}", first + 1) } else { format!("baris {}-{}", first + 1, last + 1) }
}

pub fn table(bentuk: Dictionary, butir: Option<&str>, judul: (u32, u32), nama: Option<&str>) -> String {
    let kamus = match (bentuk, butir) {
        (Dictionary::None, _) => "Tabel di luar kamus bawaan (perkiraan dari judulnya)".to_owned(),
        (bentuk, None) => format!("Tabel bentuk \"{}\"", dictionary(bentuk)),
        (bentuk, Some(butir)) => format!("Rekap per {butir}, bentuk \"{}\"", dictionary(bentuk)),
    };
    let nama = nama.map(|nama| format!(", nama barisnya di isian {nama}")).unwrap_or_default();
    format!("{kamus}: judul di {}{nama}", rows(judul.0, judul.1))
}

pub fn keys(kunci: &[&str], failing: usize) -> String {
    if kunci.is_empty() {
        return "Kunci: tidak ada isian yang dapat membedakan barisnya".to_owned();
    }
    let doubt = if failing == 0 { String::new() } else { format!(" (kosong atau berulang pada {failing} baris)") };
    format!("Kunci: {}{doubt}", kunci.join(" + "))
}

pub fn year(tahun: &Tahun) -> String {
    let list = |years: &std::collections::BTreeSet<crate::vocabulary::Year>| {
        years.iter().map(|year| year.to_string()).collect::<Vec<_>>().join(", ")
    };
    match tahun {
        Tahun::Judul(years) => format!("Tahun: {} (dari judul kolom)", list(years)),
        Tahun::Kolom(column, years) => {
            format!("Tahun: {} (dari kolom {})", list(years), crate::vocabulary::CellAddress::column_letters(*column))
        }
        Tahun::Berkas(year) => format!("Tahun: {year} (dari nama berkas)"),
        Tahun::Lembar(year) => format!("Tahun: {year} (dari nama lembar)"),
        Tahun::Keterangan(year) => format!("Tahun: {year} (dari keterangan di atas tabel)"),
        Tahun::TidakAda => "Tahun: tidak disebut di nama berkas, nama lembar, judul, atau kolom".to_owned(),
    }
}

/// What speaks against a decision.
pub fn says_otherwise(ground: &str) -> String {
    format!("tetapi {ground}")
}

pub fn period(text: &str, months: Option<u8>) -> String {
    let months = months.map(|months| format!(" ({months} bulan)")).unwrap_or_default();
    format!("Periode: \"{text}\"{months}")
}

pub fn unit(factor: u64, isian: &[&str]) -> String {
    let factor = match factor {
        1 => "rupiah",
        1_000 => "ribu rupiah",
        1_000_000 => "juta rupiah",
        1_000_000_000 => "miliar rupiah",
        _ => "kelipatan lain",
    };
    format!("Satuan uang: {factor} ({})", isian.join(", "))
}

pub fn row_counts(data: usize) -> String {
    format!("Baris data: {data}")
}

/// Which rows are skipped and why; a row in doubt would be refused.
pub fn skipped(baris: Peran, rows: &[u32]) -> String {
    let what = match baris {
        Peran::NomorKolom => "nomor kolom",
        Peran::Contoh => "contoh pengisian",
        Peran::Kelompok => "nama kelompok",
        Peran::Subtotal => "subtotal (dicocokkan dengan barisnya)",
        Peran::Jumlah => "jumlah (dicocokkan dengan barisnya)",
        Peran::JudulUlang => "judul berulang",
        Peran::Kosong => "tanpa isi",
        Peran::CatatanKaki => "catatan dan tanda tangan di bawah tabel",
        Peran::DataAtauJumlah => "bisa data, bisa jumlah",
        Peran::TanpaNama => "berisi angka tanpa nama",
        Peran::Bagian => "bagian dari baris di atasnya",
        Peran::TidakTerpisah => "tidak terpisah menjadi sel-sel",
        Peran::DiBawahTabel => "tampak seperti data di bawah akhir tabel",
        Peran::Diabaikan => "dilewati menurut `arti`",
        Peran::Data => "data",
    };
    let shown: Vec<String> = rows.iter().take(6).map(u32::to_string).collect();
    let more = if rows.len() > 6 { ", …" } else { "" };
    let head = if baris.is_doubtful() { "meragukan" } else { "dilewati" };
    format!("{head}: {} baris {what} (baris {}{more})", rows.len(), shown.join(", "))
}

pub fn columns(known: usize, all: usize) -> String {
    format!("Kolom: {all}, {known} isian dikenal")
}

/// What else is known of a column.
pub fn column_notes(column: &ColumnSeen) -> String {
    let mut notes = Vec::new();
    if let Some(known) = &column.mirip {
        notes.push(format!("hanya mirip \"{known}\""));
    }
    if let Some(satuan) = &column.satuan {
        notes.push(format!("satuan {}", satuan.text));
    }
    if let Some(periode) = &column.periode {
        notes.push(format!("periode {}", periode.text));
    }
    if column.isian.is_some() && column.terisi == 0 {
        notes.push("kosong".to_owned());
    }
    if notes.is_empty() { String::new() } else { format!("[{}]", notes.join("; ")) }
}

pub fn ambiguous(isian: &str, letters: &[String]) -> String {
    format!("Kolom {} sama-sama cocok untuk {isian}: sebutkan salah satunya pada [sumber.….kolom]", letters.join(" dan "))
}

pub fn look_at_folder(folder: &str) -> String {
    let folder = folder.replace(['\n', '\r'], " ");
    format!(
        "{folder} adalah folder, sedangkan `iku lihat` membaca satu berkas.\nUntuk folder kantor jalankan: iku periksa {folder}"
    )
}

pub fn toml_nothing(berkas: &str) -> String {
    format!("{}: tidak ada tabel yang dikenal", berkas.replace(['\n', '\r'], " "))
}

pub fn toml_put_in_data() -> &'static str {
    "letakkan berkas ini di folder data/ kantor, atau sesuaikan nama foldernya"
}

pub fn toml_year_unknown() -> &'static str {
    "isi tahunnya: nama berkas, lembar, dan judul tidak menyebutnya"
}

pub fn toml_years_in_headings(years: &[String]) -> String {
    format!("tahun dari judul kolom: {}", years.join(", "))
}

pub fn toml_units_differ(own: &str, other: &str) -> String {
    format!("judul menyebut {own} dan {other}: tetapkan yang benar")
}

pub fn toml_no_key() -> &'static str {
    "kunci = […]    # tidak ada isian yang dapat membedakan barisnya"
}

pub fn toml_keys_fail(count: usize) -> String {
    format!("kuncinya kosong atau berulang pada {count} baris; perlu diperbaiki hanya bila rumus membandingkan antartahun")
}

pub fn toml_all_sheets(names: &[&str]) -> String {
    format!("{}; sebutkan satu nama bila yang lain salinan", names.join(", "))
}

pub fn toml_doubtful_rows(count: usize) -> String {
    format!("{count} baris meragukan: lihat `iku lihat`, dan perbaiki sebelum membuat laporan")
}

pub fn toml_near(letters: &str, known: &str) -> String {
    format!("kolom {letters}, mirip \"{known}\"")
}

pub fn toml_unknown(letters: &str) -> String {
    format!("kolom {letters}, belum dikenal")
}

pub fn toml_ambiguous(letters: &str) -> String {
    format!("kolom {letters}: pilih salah satu")
}

/// How sheets were read.
pub mod bacaan {
    pub const TITLE: &str = "Cara baca";
    pub const SHEET_NAME: &str = "nama lembar";
    pub const ON_SHEET: &str = "lembar";
    pub const FILE_NAME: &str = "nama berkas";
    pub const RULE: &str = "aturan";

    pub fn heading(sumber: &str, tahun: i32, place: &str) -> String {
        format!("{sumber} {tahun}: {place}")
    }

    pub fn more(count: usize) -> String {
        format!("… dan {count} lagi")
    }

    /// Where the office's profile does not read a file.
    pub fn not_read(berkas: &str, folder: &str) -> String {
        format!(
            "Profil di {folder} tidak membaca {berkas}: tidak ada `berkas` pada [sumber.…] yang menyebutnya untuk tahun yang diperlukan, atau tabelnya tidak ditemukan (lihat temuan di atas)."
        )
    }
}
