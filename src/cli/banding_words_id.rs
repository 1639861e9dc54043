//! The words of `iku banding`.

use crate::banding::{Angka, Banding, Perubahan, Ragam};
use std::fmt::Write;
use std::path::Path;

pub const TOO_MANY: &str =
    "iku banding membandingkan satu folder dengan revisinya (--dari, --ke), atau dua folder tanpa keduanya";
pub const BEFORE: &str = "semula";
pub const NOW: &str = "menjadi";

/// How many changes a list on the terminal holds; `--json` and `--xlsx` hold all.
const SHOWN: usize = 40;

pub fn folders(before: &str, now: &str) -> String {
    format!("folder {before} dibandingkan dengan {now}")
}

pub fn against_files(tahun: i32, dari: u32) -> String {
    format!("laporan {tahun}, revisi {dari} dibandingkan dengan berkas sekarang")
}

pub fn against(tahun: i32, dari: u32, ke: u32) -> String {
    format!("laporan {tahun}, revisi {dari} dibandingkan dengan revisi {ke}")
}

pub fn no_such_revision(name: &str, revisi: u32) -> String {
    format!("{name}: revisi {revisi} tidak ada; lihat `iku riwayat`")
}

pub fn doubtful(name: &str, which: &str) -> String {
    format!("{name}: angka {which} MERAGUKAN, datanya memuat galat; lihat `iku periksa`")
}

pub fn no_place(name: &str, file: &Path) -> String {
    format!(
        "{name}: perbandingan tidak ditulis ke {}; sebutkan berkas .xlsx di luar folder data, dengan nama lain daripada nama laporan",
        file.display()
    )
}

pub fn kept(name: &str, file: &Path, to: &str) -> String {
    format!("{name}: {} yang ada tidak ditimpa; disimpan sebagai {to} di folder itu", file.display())
}

pub fn written(name: &str, file: &Path) -> String {
    format!("{name}: perbandingan ditulis ke {}", file.display())
}

/// The whole comparison for the terminal.
pub fn text(title: &str, found: &Banding) -> String {
    let mut text = format!("{}\n", capital(title));
    if found.is_empty() {
        text.push_str("Tidak ada yang berbeda.\n");
        return text;
    }
    section(&mut text, "Data", &found.data, change);
    section(&mut text, "Cara baca", &found.bacaan, change);
    section(&mut text, "iku.toml", &found.profil, String::clone);
    section(&mut text, "Angka", &found.angka, figure);
    section(&mut text, "Lain-lain", &found.lain, String::clone);
    if found.angka.is_empty() {
        text.push_str("\nTidak ada angka yang bergeser.\n");
    }
    text
}

fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

fn section<T>(text: &mut String, heading: &str, all: &[T], line: impl Fn(&T) -> String) {
    if all.is_empty() {
        return;
    }
    // Writing to a String cannot fail.
    let _ = writeln!(text, "\n{heading} ({}):", all.len());
    for one in all.iter().take(SHOWN) {
        let _ = writeln!(text, "  {}", line(one));
    }
    if all.len() > SHOWN {
        let _ = writeln!(text, "  … dan {} lagi; --json atau --xlsx memuat semuanya", all.len() - SHOWN);
    }
}

fn change(one: &Perubahan) -> String {
    let place = |value: &Option<crate::banding::Nilai>| value.as_ref().map(|value| value.sel.clone()).unwrap_or_default();
    let row = if one.nama.is_empty() {
        format!("{} {}", one.sumber, one.tahun)
    } else {
        format!("{} {}, {}", one.sumber, one.tahun, one.nama)
    };
    match (one.ragam, &one.isian, &one.semula, &one.menjadi) {
        (Ragam::Berubah, _, Some(semula), Some(menjadi)) => {
            let isian = [one.tentang, one.isian.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
            let from = if semula.sel == menjadi.sel { String::new() } else { format!(" (semula {})", semula.sel) };
            format!("{row}: {isian} {} -> {}  {}{from}", semula.nilai, menjadi.nilai, menjadi.sel)
        }
        (Ragam::Dihapus, ..) => format!("{row}: baris dihapus  (semula {})", place(&one.semula)),
        _ => format!("{row}: baris ditambah  {}", place(&one.menjadi)),
    }
}

fn figure(one: &Angka) -> String {
    let na = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    let difference = one.selisih_tampil.as_ref().map(|selisih| format!("  (selisih {selisih})")).unwrap_or_default();
    let mut text = format!("{} {} {}: {} -> {}{difference}", one.id, one.tentang, one.tahun, na(&one.semula), na(&one.menjadi));
    for cause in one.kontribusi.iter().take(SHOWN) {
        let sel = cause.sel.as_ref().map(|sel| format!("  {sel}")).unwrap_or_default();
        let _ = write!(text, "\n      {}  {}{sel}", cause.tampil, cause.perubahan);
    }
    if one.kontribusi.len() > SHOWN {
        let _ = write!(text, "\n      … dan {} sebab lagi", one.kontribusi.len() - SHOWN);
    }
    text
}
