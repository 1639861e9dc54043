//! The Indonesian words that findings share. Texts from cells go through
//! [`kutip`], which masks personal data.

use super::finding::{Manual, Sebab, Tempat, Terima};
use super::{Penerimaan, Temuan};
use crate::vocabulary::{Sel, mask_person, tampil, visible};
use rust_decimal::Decimal;

/// A code's manual page: what it means, then each line with its head.
pub(super) fn manual(manual: Manual, penerimaan: String) -> [(&'static str, String); 5] {
    [
        ("", manual.arti.to_owned()),
        ("Contoh", manual.contoh.to_owned()),
        ("Mengapa", manual.mengapa.to_owned()),
        ("Perbaikan", manual.perbaikan.to_owned()),
        ("Penerimaan", penerimaan),
    ]
}

/// What `[[terima]]` does, as the manual says it: where it stands, and what then
/// counts (`akibat`, where a finding says that in its own words).
pub(super) fn penerimaan(terima: Terima, tempat: &[Tempat], akibat: Option<&str>) -> String {
    let sebab = match terima {
        Terima::Tidak(Sebab::TidakTerbaca) => "tidak ada nilai yang terbaca dari sana",
        Terima::Tidak(Sebab::TidakPasti) => "tetap tidak pasti mana yang harus dibaca",
        Terima::Tidak(Sebab::Penerimaan) => "ia sendiri tentang sebuah penerimaan",
        Terima::TidakPerlu => return "tidak perlu; ini hanya catatan dan tidak menghalangi laporan.".to_owned(),
        Terima::Nilai | Terima::Tetap | Terima::Baris | Terima::Nama | Terima::Kunci | Terima::Dicatat => {
            let akibat = akibat.unwrap_or_else(|| akibat_umum(terima));
            return format!(
                "boleh dengan `[[terima]]` {}; {akibat} Alasannya tercetak pada bagian catatan.",
                tempat_terima(tempat)
            );
        }
    };
    format!("tidak dapat diterima dengan `[[terima]]`, karena {sebab}.")
}

fn akibat_umum(terima: Terima) -> &'static str {
    match terima {
        Terima::Nilai => "tulis `nilai` bila isi yang benar sudah diketahui, tanpa itu sel dihitung sebagai belum ada data.",
        Terima::Tetap => "isinya tetap dihitung, atau tulis `nilai` untuk menggantinya.",
        Terima::Baris => "`nilai = \"data\"` berarti baris itu dihitung, tanpa itu ditinggalkan.",
        Terima::Nama => "tulis namanya sebagai `nilai` supaya barisnya dihitung, tanpa itu ditinggalkan.",
        Terima::Kunci => {
            "barisnya tetap dihitung tetapi tidak dibandingkan dengan tahun lain, atau tulis `nilai` sebagai kuncinya."
        }
        Terima::Tidak(_) | Terima::TidakPerlu | Terima::Dicatat => "angkanya tetap dipakai.",
    }
}

/// The places that an acceptance may name: where the finding is told, and the column over a cell.
fn tempat_terima(tempat: &[Tempat]) -> String {
    let words = [
        (Tempat::Sel, "di sel itu"),
        (Tempat::Baris, "di baris itu"),
        (Tempat::Kolom, "di kolomnya (dengan `paling_banyak`)"),
        (Tempat::Lembar, "di lembar itu"),
        (Tempat::Berkas, "di berkas itu"),
    ];
    let may = |one: &Tempat| tempat.contains(one) || *one == Tempat::Kolom && tempat.contains(&Tempat::Sel);
    let places: Vec<&str> = words.iter().filter(|(one, _)| may(one)).map(|(_, words)| *words).collect();
    match &places[..] {
        [before @ .., last] if before.len() > 1 => format!("{}, atau {last}", before.join(", ")),
        few => few.join(" atau "),
    }
}

/// The key of `[[terima]]` that says what counts, as a comment with what counts without it.
pub(super) fn nilai(terima: Terima) -> Option<&'static str> {
    match terima {
        Terima::Nilai => Some("# nilai = \"…\"   # isi yang benar; tanpa baris ini sel dihitung sebagai belum ada data"),
        Terima::Tetap => Some("# nilai = \"…\"   # pengganti isi sel; tanpa baris ini isinya dihitung seperti tertulis"),
        Terima::Baris => Some("# nilai = \"data\"   # bila memang data; tanpa baris ini ditinggalkan"),
        Terima::Nama => Some("# nilai = \"…\"   # namanya; tanpa baris ini ditinggalkan"),
        Terima::Kunci => Some("# nilai = \"…\"   # kuncinya; tanpa baris ini tidak dibandingkan dengan tahun lain"),
        Terima::Tidak(_) | Terima::TidakPerlu | Terima::Dicatat => None,
    }
}

/// The same finding in further cells of the column, the first few by place.
pub(super) fn lagi(lain: &[Temuan]) -> String {
    const FEW: usize = 3;
    let one = |temuan: &Temuan| {
        let place = temuan.at.sel.map(|sel| sel.to_string()).unwrap_or_default();
        temuan.ditemukan().map_or_else(|| place.clone(), |text| format!("{place} ({})", kutip(&text)))
    };
    let few: Vec<String> = lain.iter().take(FEW).map(one).collect();
    format!("Temuan yang sama ada di {} sel lain pada kolom ini, misalnya {}.", banyak(lain.len()), deret(&few))
}

/// A text from a file: personal data masked, what is not seen written out, line breaks as blanks, long texts cut.
pub(super) fn bersih(text: &str) -> String {
    const LONGEST: usize = 80;
    let words = text.split(char::is_whitespace).filter(|word| !word.is_empty());
    let flat = visible(&mask_person(&words.collect::<Vec<_>>().join(" "))).into_owned();
    if flat.chars().count() <= LONGEST {
        return flat;
    }
    let cut: String = flat.chars().take(LONGEST - 1).collect();
    format!("{}…", cut.trim_end())
}

/// What an acceptance makes of what it accepts.
pub(super) fn akibat(terima: Terima, accepted: &Penerimaan) -> String {
    match (terima, accepted.nilai.as_deref()) {
        (Terima::Baris, Some(_)) if accepted.is_data() => "dihitung sebagai data".to_owned(),
        (Terima::Baris | Terima::Nama, None) | (Terima::Baris, Some(_)) => "tidak ikut dihitung".to_owned(),
        (Terima::Nama, Some(nama)) => format!("dihitung dengan nama {}", kutip(nama)),
        (Terima::Kunci, Some(kunci)) => format!("dihitung dengan kunci {}", kutip(kunci)),
        (Terima::Kunci, None) => "dihitung tanpa dibandingkan dengan tahun lain".to_owned(),
        (Terima::Nilai | Terima::Tetap, Some(nilai)) => format!("yang dihitung {}", kutip(nilai)),
        (Terima::Nilai, None) => "dihitung sebagai belum ada data".to_owned(),
        (Terima::Tetap, None) => "dihitung seperti tertulis".to_owned(),
        (Terima::Dicatat | Terima::Tidak(_) | Terima::TidakPerlu, _) => "angkanya tetap".to_owned(),
    }
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
