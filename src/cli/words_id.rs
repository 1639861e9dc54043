//! The words of the terminal.

use std::path::Path;

/// The reading of a file apart did not end in time.
pub fn safety_stop(detik: u64) -> String {
    format!(
        "Membaca satu berkas tidak selesai dalam {detik} detik; pekerjaan dihentikan. Naikkan `detik` pada `[batas_baca]` di iku.toml bila komputernya memang lambat."
    )
}

/// Standard output could not be written.
pub fn answer_lost(reason: &str) -> String {
    format!("Jawaban tidak dapat ditulis ke keluaran: {reason}")
}

pub const OWN_FAULT: &str = "Kesalahan program: lihat pesan di atas. Laporan tidak dibuat; mohon laporkan kepada pembuat program beserta berkas yang dipakai.";

/// Where and why the program stopped itself, for whoever builds it.
pub fn panicked(text: &str, place: Option<&str>) -> String {
    format!("Rincian bagi pembuat program: {text} ({})", place.unwrap_or("-"))
}

pub fn written(name: &str, folder: &Path) -> String {
    format!("{name}: laporan ditulis ke {}", folder.display())
}

pub fn open_yourself(path: &Path) -> String {
    format!("Tidak ada program yang dapat membukanya di sini; bukalah sendiri: {}", path.display())
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

pub fn more(count: usize, kode: &str) -> String {
    format!("… dan {count} temuan {kode} lagi")
}

/// The keys of one section that settle a finding, each by itself.
pub fn paste(bagian: &str, each: &[String]) -> String {
    format!("Tempel di bawah `{bagian}` pada iku.toml: {}", each.join(" atau "))
}

/// Lines that belong together, in one.
pub fn lines(baris: &[String]) -> String {
    baris.iter().map(|line| format!("`{line}`")).collect::<Vec<_>>().join(" dan ")
}

pub fn paste_terima() -> &'static str {
    "Atau terima temuan ini dengan alasannya: tempel pada iku.toml"
}

pub fn accepted(akibat: &str, alasan: &str) -> String {
    format!("Diterima, {akibat}: {alasan}")
}

/// Where the notes are counted and not shown.
pub fn notes_hidden(count: usize) -> String {
    format!("{count} catatan tidak ditampilkan; pakai --catatan untuk melihatnya.")
}

pub fn marked(files: &[String], values_only: &[String], dir: &Path) -> String {
    let line = |file: &String| {
        format!(
            "\n  {file}{}",
            if values_only.contains(file) { " (nilainya saja, tanpa rumus dan tampilan aslinya)" } else { "" }
        )
    };
    let list: String = files.iter().map(line).collect();
    format!(
        "Salinan bertanda ditulis ke {}:{list}\nSalinan itu memuat data pribadi secara lengkap (NIK, nomor telepon, tanggal lahir): \
        simpan dan bagikan dengan hati-hati. Berkas aslinya tidak diubah.",
        dir.display()
    )
}

pub fn nothing_to_mark(name: &str) -> String {
    format!("{name}: tidak ada temuan pada buku kerja, tidak ada salinan yang ditulis")
}

pub fn not_marked(berkas: &str, reason: Option<&str>) -> String {
    let reason = reason.map(|reason| format!(" ({reason})")).unwrap_or_default();
    format!("{berkas}: salinan bertanda tidak dapat dibuat{reason}")
}

/// A marked copy that was changed by hand is not replaced.
pub fn copy_kept(file: &str, to: &str) -> String {
    format!(
        "{file} yang ada bukan seperti yang ditulis iku; disimpan sebagai {to}. Isinya data lengkap: simpan dengan hati-hati."
    )
}

pub fn report_elsewhere(dir: &Path) -> String {
    format!("--keluaran {}: laporan tidak ditulis di antara berkas data atau templat kantor; sebutkan folder lain", dir.display())
}

pub fn office_elsewhere(dir: &Path) -> String {
    format!("{}: kantor tidak disiapkan di antara berkas data atau templat kantor lain; sebutkan folder lain", dir.display())
}

pub fn mark_elsewhere(dir: &Path) -> String {
    format!("--tandai {}: salinan tidak ditulis di antara berkas data kantor; sebutkan folder lain", dir.display())
}

/// Where a double click puts the marked copies, in `keluaran/`.
pub const MARKED_FOLDER: &str = "bertanda";

/// What is put after a copied workbook's name.
pub const MARKED_SUFFIX: &str = " - ditandai";

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

/// What is written, as [`cannot_write`] names it.
pub const REPORT: &str = "Laporan";
pub const PROFILE: &str = "iku.toml";
pub const NEW_OFFICE: &str = "Folder kantor";
pub const MARKED_COPIES: &str = "Salinan bertanda";

pub fn cannot_write(what: &str, reason: &str) -> String {
    format!(
        "{what} tidak dapat ditulis: {reason}. Tutup berkas itu bila sedang terbuka, dan pastikan foldernya boleh ditulisi dan tempatnya masih ada. Yang sudah ada tetap seperti semula."
    )
}

/// A report that stands there, or what its archive holds, can be looked at by somebody else only.
pub fn cannot_read_report(name: &str, reason: &str) -> String {
    format!(
        "{name}: laporan yang sudah ada tidak dapat dibaca: {reason}. Pastikan berkas dan foldernya boleh dibaca, lalu ulangi. Yang sudah ada tetap \
        seperti semula."
    )
}

pub fn template_wrong(reason: &str) -> String {
    format!("Templat perlu diperbaiki:\n{reason}")
}

pub fn same_folder(folder: &str) -> String {
    format!("Folder {folder} disebut dua kali; sebutkan satu kali saja.")
}

/// Two offices whose folders have one name would write over each other.
pub fn same_names(name: &str, dir: &Path) -> String {
    format!(
        "Dua folder bernama `{name}`: hasilnya akan saling menimpa di {}. Jalankan satu per satu dengan --keluaran yang berbeda.",
        dir.join(name).display()
    )
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
