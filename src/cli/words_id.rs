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

pub fn unknown_indicator(id: &str, ids: &[&str]) -> String {
    format!("Indikator `{id}` tidak ada. Indikator dalam iku.toml: {}.", ids.join(", "))
}

pub fn doubtful(name: &str, tally: &str) -> String {
    format!("{name}: angka di atas MERAGUKAN selama masih ada galat ({tally}).")
}

/// The headings of `iku jelaskan 1.1`.
pub mod explain {
    pub const FORMULA: &str = "Rumus";
    pub const WRITTEN: &str = "Ditulis";
    pub const SUBSTITUTED: &str = "Dengan angka";
    pub const STEPS: &str = "Langkah";
    pub const RESULT: &str = "Hasil";
    pub const SHOWN: &str = "Tampil";
    pub const TARGET: &str = "Target";
    pub const CAPAIAN: &str = "Capaian";
    pub const PROGRESS: &str = "Kemajuan";
    pub const CLAMPED: &str = "Dibatasi";
    pub const PREDICATE: &str = "Predikat";
    pub const ORIGIN: &str = "Asal";
    pub const OWN_DATA: &str = "Langsung dari data";
    pub const MISSING: &str = "tidak ada";
    pub const CORRECTED: &str = "(dibetulkan menurut [[terima]])";
    pub const TRUE: &str = "benar";
    pub const FALSE: &str = "tidak benar";

    pub fn rounded(decimals: u32) -> String {
        format!("dibulatkan satu kali ke {decimals} desimal, setengah menjauhi nol")
    }

    pub fn year(tahun: i32) -> String {
        format!("tahun {tahun}")
    }

    pub fn from_data(other: Option<(&str, Option<&str>)>) -> String {
        match other {
            None => "data".to_owned(),
            Some((value, asal)) => {
                let asal = asal.map(|asal| format!(" ({asal})")).unwrap_or_default();
                format!("data; semula diterbitkan {value}{asal}")
            }
        }
    }

    pub fn fixed(asal: Option<&str>, data: Option<&str>) -> String {
        let asal = asal.map(|asal| format!(": {asal}")).unwrap_or_default();
        let data = data.map(|data| format!("; menurut data {data}")).unwrap_or_default();
        format!("tetapan{asal}{data}")
    }

    pub fn clamped(low: &str, high: &str, value: &str) -> String {
        format!("{value}% (batas {low} sampai {high})")
    }

    pub fn rows(sumber: &str, tahun: i32, rows: &str, counted: &str) -> String {
        format!("{sumber} {tahun}: {rows} baris, {counted} dihitung")
    }

    pub fn more(count: &str) -> String {
        format!("… dan {count} sel lagi; --semua menampilkan semuanya")
    }

    pub fn left_out(count: &str, why: &str) -> String {
        format!("tidak dihitung {count} baris: {why}")
    }

    pub fn more_rows(count: &str) -> String {
        format!("… dan {count} baris lagi; --semua menampilkan semuanya")
    }
}
