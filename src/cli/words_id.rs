//! The words of the terminal.

use std::path::Path;

pub const OWN_FAULT: &str = "Kesalahan program: lihat pesan di atas. Laporan tidak dibuat; mohon laporkan kepada pembuat program beserta berkas yang dipakai.";

pub fn written(name: &str, folder: &Path) -> String {
    format!("{name}: laporan ditulis ke {}", folder.display())
}

pub fn unchanged(name: &str, folder: &Path) -> String {
    format!("{name}: tidak ada yang berubah; laporan di {} tetap", folder.display())
}

pub fn refused(name: &str, tally: &str) -> String {
    format!("{name}: laporan TIDAK dibuat ({tally}). Perbaiki galat di atas, atau pakai --draf untuk melihat drafnya.")
}

pub fn draft_written(name: &str, folder: &Path, tally: &str) -> String {
    format!("{name}: draf ditulis ke {} ({tally})", folder.display())
}

pub fn checked(name: &str, tally: &str) -> String {
    format!("{name}: {tally}")
}

pub fn profile_wrong(name: &str, count: usize) -> String {
    format!("{name}: iku.toml perlu diperbaiki ({count} kesalahan)")
}

pub fn figure(id: &str, nama: &str, shown: &str) -> String {
    format!("  {id} {nama}: {shown}")
}

pub fn unknown_code(id: &str, nearest: Option<&str>) -> String {
    let hint = nearest.map(|nearest| format!(" Mungkin maksudnya `{nearest}`.")).unwrap_or_default();
    format!("Kode temuan `{id}` tidak dikenal.{hint} Kode tertera dalam kurung siku di samping tiap temuan.")
}

pub fn cannot_write(reason: &str) -> String {
    format!("Laporan tidak dapat ditulis: {reason}. Tutup berkas itu bila sedang terbuka, dan pastikan foldernya boleh ditulisi.")
}

pub fn template_wrong(reason: &str) -> String {
    format!("Templat perlu diperbaiki:\n{reason}")
}

pub fn template_missing(name: &str) -> String {
    format!("Templat `{name}` tidak ditemukan: bukan templat bawaan (iku), dan folder templat/{name} tidak ada.")
}

pub fn part_missing(part: &str, template: &str) -> String {
    format!("Templat `{template}` tidak mempunyai bagian `{part}`; hapus dari `bagian` di iku.toml atau tambahkan {part}.xml.")
}

pub fn page_impossible(reason: &str) -> String {
    format!("Halaman tidak dapat dibuat: {reason}")
}

pub fn prepared(folder: &Path, made: &[String], office: bool) -> String {
    let list: String = made.iter().map(|file| format!("  {file}\n")).collect();
    let next = if office {
        format!(
            "Isi buku kerja di data/ (atau ganti dengan milik dinas), lengkapi iku.toml, lalu: iku buat \"{}\"",
            folder.display()
        )
    } else {
        "Ubah templatnya seperlunya; folder templat/ didahulukan dari templat bawaan.".to_owned()
    };
    format!("Dibuat di {}:\n{list}{next}", folder.display())
}

pub fn occupied(path: &Path) -> String {
    format!("{} sudah ada, dan tidak ditimpa.", path.display())
}

pub fn unknown_template(name: &str, known: &str) -> String {
    format!("Templat bawaan `{name}` tidak dikenal; yang ada: {known}.")
}
