//! The words of an office's run: what its files are called, why it has no template.

use crate::deliver::Karena;
use crate::diagnostic::Temuan;

/// The descriptions of the files embedded in the PDF.
pub const ATTACHED_XLSX: &str = "Buku kerja laporan ini: formulir, perhitungan dengan rumus hidup, dan data yang dipakai";
pub const ATTACHED_RECORD: &str = "Catatan laporan ini untuk program (JSON): masukan, setiap angka, dan temuannya";

pub fn template_missing(name: &str, known: &[&str], near: Option<&str>) -> String {
    let near = near.map(|near| format!(" Mungkin maksudnya `{near}`.")).unwrap_or_default();
    let known = known.join(", ");
    format!("Templat `{name}` tidak ditemukan: bukan templat bawaan ({known}), dan folder templat/{name} tidak ada.{near}")
}

pub fn part_missing(part: &str, template: &str) -> String {
    format!("Templat `{template}` tidak mempunyai bagian `{part}`; hapus dari `bagian` di iku.toml atau tambahkan {part}.xml.")
}

/// The title of a draft.
pub fn draft(title: &str) -> String {
    format!("DRAF {title}")
}

/// The pages of a snapshot cannot be made any more.
pub const NO_LONGER_MADE: &str = "halamannya tidak dapat dibuat ulang";
pub const NO_LONGER_READ: &str = "potretnya tidak dapat dibaca lagi dengan program ini";

pub fn no_revision(revisi: u32) -> String {
    format!("revisi {revisi} tidak ada; lihat `iku riwayat`")
}

pub fn no_snapshot(revisi: u32, path: &str) -> String {
    format!("potret data revisi {revisi} ({path}) tidak ada atau rusak")
}

pub fn revision_twice(revisi: u32) -> String {
    format!("ada dua catatan dengan nomor revisi {revisi}; pulihkan yang diubah dari cadangan, lihat `iku riwayat`")
}

/// A snapshot that is there and is not the one that the revision's record names.
pub fn snapshot_other(revisi: u32, path: &str) -> String {
    format!(
        "potret data revisi {revisi} ({path}) bukan yang tercatat: potret atau catatannya diubah sesudah dibuat; \
        lihat `iku verifikasi`, dan pulihkan keduanya dari cadangan"
    )
}

pub fn snapshot_not_allowed(revisi: u32, path: &str) -> String {
    format!(
        "potret data revisi {revisi} ({path}) hanya boleh dibaca pemiliknya, karena memuat data pribadi; \
        jalankan sebagai pengguna yang membuatnya, atau minta izin bacanya"
    )
}

/// A snapshot that would unpack to more than may be read.
pub fn snapshot_too_large(revisi: u32, path: &str, temuan: &Temuan) -> String {
    format!(
        "potret data revisi {revisi} ({path}) tidak dibuka, {} pada {}: {}",
        temuan.kode().text(),
        temuan.at.berkas,
        temuan.pesan()
    )
}

pub const REALISASI: &str = "Realisasi";
pub const TARGET: &str = "Target";
pub const CAPAIAN: &str = "Capaian (%)";
pub const PREDIKAT: &str = "Predikat";
pub const TARGET_AKHIR: &str = "Target akhir";
pub const KEMAJUAN: &str = "Kemajuan (%)";
pub const UKURAN: &str = "Ukuran";

/// In the place of a figure that an indicator had not, or has no more.
pub const NEW: &str = "(baru)";
pub const GONE: &str = "(dihapus)";

/// Changes of the data beyond those that are named.
pub fn more_changes(count: usize) -> String {
    format!("dan {count} sel atau baris data lagi; lihat iku banding")
}

/// A key of the profile as its office reads it: `sasaran[1].indikator[2].target.2021` is `target 2021 indikator 1.2`.
fn key_words(key: &str) -> String {
    let number = |text: &str| -> Option<(String, String)> {
        let (number, rest) = text.split_once(']')?;
        number.parse::<usize>().ok()?;
        Some((number.to_owned(), rest.to_owned()))
    };
    let told = || -> Option<String> {
        let (goal, rest) = number(key.strip_prefix("sasaran[")?)?;
        let plain = |rest: &str| rest.trim_start_matches('.').replace('.', " ");
        match rest.strip_prefix(".indikator[").and_then(number) {
            Some((own, rest)) => Some(format!("{} indikator {goal}.{own}", plain(&rest))),
            None => Some(format!("{} sasaran {goal}", plain(&rest))),
        }
    };
    told().unwrap_or_else(|| key.to_owned())
}

/// A cause of a revision.
pub fn karena(apa: Karena, nama: &str) -> String {
    match apa {
        Karena::Berkas => format!("isi {nama}"),
        Karena::BerkasBaru => format!("{nama} kini dipakai"),
        Karena::BerkasLepas => format!("{nama} tidak dipakai lagi"),
        Karena::Catatan => format!("catatan atas {nama}; isi datanya tetap"),
        Karena::Sel => nama.to_owned(),
        Karena::Profil => format!("{} dalam iku.toml", key_words(nama)),
        Karena::Templat => format!("berkas {nama}"),
        Karena::CaraBacaBerubah => format!("cara baca berubah (semula dibuat dengan {nama})"),
        Karena::TahunLalu => format!("laporan tahun lalu {nama}"),
        Karena::CatatanHilang => format!("tidak diketahui, sebab catatan revisi {nama} tidak ada lagi"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_told_in_words_and_whatever_is_no_path_stays() {
        assert_eq!(karena(Karena::Profil, "sasaran[1].indikator[2].target.2021"), "target 2021 indikator 1.2 dalam iku.toml");
        assert_eq!(karena(Karena::Profil, "sasaran[3].uraian"), "uraian sasaran 3 dalam iku.toml");
        assert_eq!(karena(Karena::Profil, "indikator A [x] (baru)"), "indikator A [x] (baru) dalam iku.toml");
        assert_eq!(karena(Karena::Profil, "sasaran[x"), "sasaran[x dalam iku.toml");
    }
}
