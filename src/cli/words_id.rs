//! The words of the terminal.

use super::commands::lihat::Tahun;
use crate::dataset::{ColumnSeen, Peran};
use crate::document::Typed;
use crate::profile::Dictionary;
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

pub fn accepted(alasan: &str) -> String {
    format!("Diterima: {alasan}")
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

pub fn cannot_write(reason: &str) -> String {
    format!(
        "Laporan tidak dapat ditulis: {reason}. Tutup berkas itu bila sedang terbuka, dan pastikan foldernya boleh ditulisi dan tempatnya masih ada. Laporan sebelumnya tetap seperti semula."
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

// --- iku lihat ---

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

/// The sheet of a blank workbook that says what may be typed.
pub const GUIDE_SHEET: &str = "Petunjuk";
pub const GUIDE: [&str; 6] = [
    "PETUNJUK PENGISIAN",
    "Isilah lembar sebelumnya, satu baris untuk satu koperasi atau usaha, mulai tepat di bawah judul kolom. Contoh di bawah tidak ikut dihitung.",
    "Nihil ditulis - (atau nihil, nol). Yang datanya belum ada dikosongkan: kosong tidak dianggap nol.",
    "Kolom yang tidak dipakai boleh dibiarkan kosong atau dihapus; kolom lain boleh ditambah di kanan.",
    "Jangan menggabung sel, dan jangan menulis apa pun di antara baris data. Baris JUMLAH boleh ada di bawah, asal sama dengan barisnya.",
    "Setelah diisi: iku periksa.",
];
pub const GUIDE_COLUMNS: [(&str, f32); 4] =
    [("Judul Kolom", 26.0), ("Jenis Isi", 24.0), ("Contoh Isi", 24.0), ("Keterangan", 70.0)];

/// An example in words, so that it is no figure to anybody.
pub fn example(isi: &str) -> String {
    format!("misalnya {isi}")
}

/// What is typed into a column, in words.
pub fn typed(typed: Typed) -> &'static str {
    match typed {
        Typed::Text => "teks",
        Typed::Nik => "teks, 16 angka",
        Typed::Date => "tanggal",
        Typed::Whole => "angka bulat",
        Typed::Amount => "rupiah",
        Typed::Mark => "v atau -",
        Typed::Scale => "mikro, kecil, menengah",
        Typed::Legality => "formal, informal",
        Typed::Health => "tingkat kesehatan",
    }
}
