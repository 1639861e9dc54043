//! The Indonesian words of every error in `iku.toml`.

use super::error::{Expected, GivenFile, NameTrouble, PathTrouble, ProfileErrorKind, Syntax};
use super::number::NumberTrouble;
use crate::vocabulary::{NipError, tampil};
use ProfileErrorKind as Kind;

/// Why the file cannot be read.
pub(super) const NO_PERMISSION: &str = "tidak ada izin membaca";
pub(super) const IS_A_FOLDER: &str = "ini sebuah folder";
pub(super) const NOT_REGULAR: &str = "bukan berkas biasa";
pub(super) const TOO_LARGE: &str = "lebih besar dari 4 MiB";

fn kutip(folders: &[String]) -> String {
    folders.iter().map(|folder| format!("\"{folder}\"")).collect::<Vec<_>>().join(", ")
}

/// What is wrong, one sentence without its full stop.
pub(super) fn pesan(kind: &ProfileErrorKind) -> String {
    match kind {
        Kind::FolderMissing { .. } => "folder ini tidak ada".to_owned(),
        Kind::NotFolder { berkas: GivenFile::Workbook, .. } => "ini buku kerja, bukan folder kantor".to_owned(),
        Kind::NotFolder { .. } => "ini berkas, bukan folder kantor".to_owned(),
        Kind::FileMissing { mirip: Some(mirip), .. } => {
            format!("profil `iku.toml` tidak ada di folder ini, tetapi ada `{mirip}`")
        }
        Kind::FileMissing { .. } => "profil `iku.toml` tidak ada di folder ini".to_owned(),
        Kind::FileUnreadable { rincian } => format!("profil tidak dapat dibaca: {rincian}"),
        Kind::NotUtf8 { hampir } => {
            format!("profil tersimpan sebagai ANSI, bukan UTF-8: hurufnya di sini tidak pasti (mungkin `{}`)", hampir.trim())
        }
        Kind::Syntax(syntax) => syntax_pesan(*syntax).to_owned(),
        Kind::DuplicateKey { kunci, .. } => format!("`{kunci}` ditulis dua kali"),
        Kind::UnknownKey { kunci, tabel, .. } if tabel.is_empty() => {
            format!("kunci atau bagian tidak dikenal: `{kunci}`")
        }
        Kind::UnknownKey { kunci, tabel, .. } => format!("kunci tidak dikenal pada `{tabel}`: `{kunci}`"),
        Kind::MissingKey { tabel, contoh, .. } if tabel.is_empty() => format!("bagian `{contoh}` belum ada"),
        Kind::MissingKey { kunci, tabel, .. } => format!("`{kunci}` belum diisi pada `{tabel}`"),
        Kind::WrongType { kunci, expected, found, .. } => {
            format!("`{kunci}` harus berupa {}, bukan {found}", expected_words(*expected))
        }
        Kind::Blank { kunci, .. } => format!("`{kunci}` kosong"),
        Kind::Unfilled { kunci } => format!("`{kunci}` belum diisi: masih memuat `…`"),
        Kind::ControlCharacter { kunci } => format!("`{kunci}` berisi karakter yang tidak dapat dicetak"),
        Kind::TooMuch { kunci, most, characters: true } => format!("`{kunci}` lebih panjang dari {most} huruf"),
        Kind::TooMuch { kunci, most, characters: false } => format!("`{kunci}` lebih banyak dari {most}"),
        Kind::UnknownChoice { kunci, found, .. } => format!("`{kunci}` tidak mengenal \"{found}\""),
        Kind::DuplicateItem { kunci, item } => format!("\"{item}\" disebut dua kali pada `{kunci}`"),
        Kind::Number { kunci, found, trouble } => number_pesan(kunci, found, *trouble),
        Kind::OutOfRange { kunci, found, least, most } => {
            format!("`{kunci}` bernilai {found}, padahal harus di antara {least} dan {most}")
        }
        Kind::NotYear { kunci, found } => format!("\"{found}\" pada `{kunci}` bukan tahun empat angka"),
        Kind::NotDate { kunci, found } => {
            format!("`{kunci}` berisi \"{found}\", bukan tanggal yang ada di kalender berbentuk tahun-bulan-hari")
        }
        Kind::Path { kunci, found, trouble } => path_pesan(kunci, found, *trouble),
        Kind::Name { name, trouble: NameTrouble::Reserved, .. } => {
            format!("nama `{name}` sudah dipakai sebagai kata dalam rumus")
        }
        Kind::Name { trouble: NameTrouble::Personal, .. } => {
            "nama ini memuat nomor pribadi (NIK, nomor telepon, tanggal lahir), padahal ia tampil dalam rumus dan lembar"
                .to_owned()
        }
        Kind::Name { name, trouble: NameTrouble::Characters, .. } => {
            format!("nama `{name}` tidak dapat dipakai dalam rumus")
        }
        Kind::NameTwice { name, first_line } => format!("nama `{name}` sudah dipakai di baris {first_line}"),
        Kind::Nip(error) => nip_pesan(*error),
        Kind::NotOneCharacter { kunci } => format!("`{kunci}` harus tepat satu tanda baca atau lambang"),
        Kind::MarginsLeaveNothing => "margin terlalu besar untuk kertas ini: ruang cetaknya kurang dari 50 mm".to_owned(),
        Kind::RowNumbers { found } => format!("`baris_judul` berisi \"{found}\", bukan nomor baris lembar"),
        Kind::SkorMissing { predikat } => {
            format!("`tetapan` berisi \"{predikat}\", bukan angka, dan `skor` untuk predikat belum ada")
        }
        Kind::PredicateUnknown { predikat, .. } => format!("predikat \"{predikat}\" tidak ada pada `skor`"),
        Kind::NoValue { ukuran } => format!("ukuran `{ukuran}` tidak punya `rumus` maupun `tetapan`"),
        Kind::AsalMissing { ukuran } => format!("`tetapan` pada ukuran `{ukuran}` belum menyebut asalnya"),
        Kind::ArahMissing { nama } => format!("indikator \"{nama}\" punya target tetapi `arah` belum diisi"),
        Kind::SeveralFinalTargets { nama } => format!("indikator \"{nama}\" punya lebih dari satu `target_akhir`"),
        Kind::TwoTargets { nama, tahun, target, akhir } => {
            let [target, akhir] = [target, akhir].map(|value| tampil(*value, value.normalize().scale()));
            format!("indikator \"{nama}\" punya dua target untuk {tahun}: `target` {target}, `target_akhir` {akhir}")
        }
        Kind::NoIndikator => "sasaran ini belum punya indikator".to_owned(),
        Kind::BatasOrder => "batas bawah pada `batas` tidak lebih kecil daripada batas atasnya".to_owned(),
        Kind::PredikatLastHasCut => "predikat terakhir tidak boleh berbatas, karena ia menampung semua sisanya".to_owned(),
        Kind::PredikatNeedsCut { label } => format!("predikat \"{label}\" belum diberi batas"),
        Kind::PredikatOrder { label } => {
            format!("batas predikat \"{label}\" tidak lebih kecil daripada batas sebelumnya")
        }
        Kind::KodeNotAcceptable { kode } => format!("temuan `{kode}` tidak dapat diterima"),
        Kind::SelUnreadable { found } => format!("`sel` berisi \"{found}\", bukan tempat sebuah temuan"),
        Kind::PalingBanyakMissing => "`sel` menunjuk satu kolom, tetapi `paling_banyak` belum diisi".to_owned(),
        Kind::PalingBanyakOnCell => "`paling_banyak` hanya untuk kolom, padahal `sel` tidak menunjuk kolom".to_owned(),
        Kind::TerimaTwice { first_line } => format!("penerimaan ini sudah ada di baris {first_line}"),
        Kind::Formula { pesan, .. } => pesan.clone(),
    }
}

/// What to do about it, one sentence without its full stop.
pub(super) fn saran(kind: &ProfileErrorKind) -> String {
    match kind {
        Kind::FolderMissing { dekat } if dekat.is_empty() => {
            "periksa ejaan nama foldernya, atau buat folder kantor baru dengan `iku siapkan`".to_owned()
        }
        Kind::FolderMissing { dekat } => format!("periksa ejaannya; folder kantor yang ada di dekat situ: {}", kutip(dekat)),
        Kind::NotFolder { berkas: GivenFile::Workbook, .. } => {
            "untuk melihat isinya: `iku lihat`; untuk membuat laporan sebutkan folder kantor yang berisi `iku.toml`".to_owned()
        }
        Kind::NotFolder { folder, .. } => format!("sebutkan foldernya: \"{folder}\""),
        Kind::FileMissing { mirip: Some(mirip), .. } => format!(
            "ganti namanya menjadi `iku.toml`{}",
            if mirip.to_lowercase().ends_with(".txt") {
                " (Notepad menambahkan `.txt`, dan Windows biasanya menyembunyikannya: di Explorer pilih View, Show, File name extensions)"
            } else {
                ""
            }
        ),
        Kind::FileMissing { dekat, .. } if dekat.is_empty() => {
            "buat folder kantor baru dengan `iku siapkan`, atau sebutkan folder yang berisi `iku.toml`".to_owned()
        }
        Kind::FileMissing { dekat, .. } => format!("sebutkan folder kantornya; yang ada di dekat situ: {}", kutip(dekat)),
        Kind::FileUnreadable { .. } => "periksa izin berkasnya, dan tutup program lain yang sedang memakainya".to_owned(),
        Kind::NotUtf8 { .. } => "di Notepad pilih File, Save As, Encoding: UTF-8; lalu periksa hurufnya".to_owned(),
        Kind::Syntax(syntax) => syntax_saran(*syntax).to_owned(),
        Kind::DuplicateKey { heading: true, .. } => {
            "gabungkan keduanya; bagian yang memang berulang ditulis dengan kurung siku ganda, misalnya `[[sasaran]]`".to_owned()
        }
        Kind::DuplicateKey { heading: false, .. } => "hapus salah satunya".to_owned(),
        Kind::UnknownKey { mirip, milik, tabel, .. } => unknown_key_saran(mirip.as_deref(), milik.as_deref(), tabel),
        Kind::MissingKey { tabel, contoh, .. } if tabel.is_empty() => format!("tambahkan bagian `{contoh}` beserta isinya"),
        Kind::MissingKey { tabel, contoh, .. } => format!("tambahkan di bawah `{tabel}`, misalnya `{contoh}`"),
        Kind::Unfilled { kunci } if kunci == "nip" => {
            "ganti `…` dengan 18 angka NIP; hapus barisnya bila pejabat tidak ber-NIP".to_owned()
        }
        Kind::Unfilled { .. } => "ganti `…` dengan isi yang sebenarnya".to_owned(),
        Kind::WrongType { contoh, .. } | Kind::Blank { contoh, .. } => format!("tulis misalnya `{contoh}`"),
        Kind::ControlCharacter { .. } => "hapus karakter itu, lalu ketik ulang teksnya".to_owned(),
        Kind::TooMuch { .. } => "periksa apakah isinya tersalin berulang".to_owned(),
        Kind::UnknownChoice { kunci, mirip, choices, .. } => choice_saran(kunci, mirip.as_deref(), choices),
        Kind::DuplicateItem { .. } => "hapus salah satunya".to_owned(),
        Kind::Number { found, trouble, .. } => number_saran(found, *trouble),
        Kind::OutOfRange { .. } => "ganti dengan angka di dalam batas itu".to_owned(),
        Kind::NotYear { .. } => "tulis tahun di antara 1900 dan 2999, misalnya 2021".to_owned(),
        Kind::NotDate { .. } => "tulis misalnya 2022-01-24 untuk 24 Januari 2022".to_owned(),
        Kind::Path { trouble, .. } => path_saran(*trouble).to_owned(),
        Kind::Name { suggestion: Some(name), .. } => {
            format!("pakai huruf, angka, dan garis bawah saja, diawali huruf, misalnya `{name}`")
        }
        Kind::Name { trouble: NameTrouble::Personal, .. } => "ganti dengan nama tanpa nomor itu, misalnya `volume_usaha`".to_owned(),
        Kind::Name { trouble: NameTrouble::Reserved, name, .. } => format!("pakai nama lain, misalnya `{name}_usaha`"),
        Kind::Name { .. } => "pakai huruf, angka, dan garis bawah saja, diawali huruf, misalnya `volume_usaha`".to_owned(),
        Kind::NameTwice { .. } => {
            "beri setiap sumber dan ukuran nama yang berbeda (huruf besar dan kecil dianggap sama)".to_owned()
        }
        Kind::Nip(_) => "salin 18 angka NIP dari surat keputusan, misalnya `nip = \"19640505 199303 1 012\"`; hapus barisnya bila pejabat tidak ber-NIP".to_owned(),
        Kind::NotOneCharacter { .. } => "tulis misalnya `penanda = \"#\"`, sesuai petunjuk layanan tanda tangan elektronik".to_owned(),
        Kind::MarginsLeaveNothing => {
            "kecilkan margin, misalnya `margin = { atas = 20, bawah = 20, kiri = 25, kanan = 20 }` (dalam mm)".to_owned()
        }
        Kind::RowNumbers { .. } => {
            "tulis nomor baris seperti terlihat di Excel, misalnya `baris_judul = \"5-6\"` atau `baris_judul = 5`".to_owned()
        }
        Kind::SkorMissing { .. } => {
            "tulis angkanya saja, atau tambahkan skor tiap predikat, misalnya `skor = { A = 80, BB = 70 }`".to_owned()
        }
        Kind::PredicateUnknown { mirip: Some(word), .. } => format!("mungkin maksudnya \"{word}\"; bila bukan, tambahkan pada `skor`"),
        Kind::PredicateUnknown { .. } => "tambahkan predikat itu pada `skor` beserta nilainya".to_owned(),
        Kind::NoValue { .. } => {
            "isi `rumus`, misalnya `rumus = \"SUM(keragaan.volume_usaha)\"`, atau `tetapan` beserta `asal`".to_owned()
        }
        Kind::AsalMissing { .. } => "tambahkan sumber angkanya, misalnya `asal = \"LKjIP 2019, Tabel 3.4\"`".to_owned(),
        Kind::ArahMissing { .. } => {
            "tambahkan `arah = \"naik\"` bila makin tinggi makin baik, atau `arah = \"turun\"` bila makin rendah makin baik".to_owned()
        }
        Kind::SeveralFinalTargets { .. } => {
            "sisakan tahun terakhir rencana pada `target_akhir`; target tahun-tahun sebelumnya ditulis pada `target`".to_owned()
        }
        Kind::TwoTargets { tahun, .. } => format!("tulis target {tahun} dengan satu angka saja"),
        Kind::NoIndikator => "tambahkan `[[sasaran.indikator]]` dengan `nama` dan `rumus` di bawahnya".to_owned(),
        Kind::BatasOrder => "tulis batas bawah dahulu, misalnya `batas = [0, 150]`".to_owned(),
        Kind::PredikatLastHasCut | Kind::PredikatNeedsCut { .. } | Kind::PredikatOrder { .. } => {
            "urutkan dari batas tertinggi dan akhiri tanpa batas, misalnya `predikat = [[\"Tinggi\", 75], [\"Sedang\", 50], [\"Rendah\"]]`".to_owned()
        }
        Kind::KodeNotAcceptable { kode } => {
            format!("hapus `[[terima]]` ini dan perbaiki penyebabnya; lihat `iku jelaskan {kode}`")
        }
        Kind::SelUnreadable { .. } => {
            "salin alamatnya dari temuan, misalnya `sel = \"data/Data UMKM 2021.xlsx!Sheet1!F12\"`, atau `sel = \"data/Data UMKM 2021.csv!F12\"` untuk CSV".to_owned()
        }
        Kind::PalingBanyakMissing => "tambahkan berapa sel paling banyak yang diterima, misalnya `paling_banyak = 12`".to_owned(),
        Kind::PalingBanyakOnCell => "hapus `paling_banyak`, atau tunjuk kolomnya, misalnya `…!Sheet1!F`".to_owned(),
        Kind::TerimaTwice { .. } => "hapus salah satunya".to_owned(),
        Kind::Formula { saran, .. } => saran.clone(),
    }
}

fn expected_words(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "teks dalam tanda kutip",
        Expected::TextOrList => "teks dalam tanda kutip, atau daftar teks",
        Expected::Number => "angka",
        Expected::NumberOrText => "angka atau teks",
        Expected::Whole => "bilangan bulat",
        Expected::YesNo => "true (ya) atau false (tidak)",
        Expected::Date => "tanggal tanpa jam",
        Expected::List => "daftar dalam kurung siku",
        Expected::Table => "bagian dengan kunci-kuncinya sendiri",
        Expected::TableList => "bagian berkurung siku ganda",
        Expected::YearTable => "daftar tahun dengan angkanya dalam kurung kurawal",
        Expected::YearOrKolom => "tahun, atau \"kolom\"",
        Expected::RowNumbers => "nomor baris",
        Expected::NameOrSize => "nama kertas, atau [lebar, tinggi] dalam mm",
        Expected::ColumnSpec => "judul kolom, atau { judul = …, jenis = … }",
        Expected::PredikatList => "daftar [\"label\", batas]",
        Expected::TwoNumbers => "dua angka dalam kurung siku",
    }
}

fn unknown_key_saran(mirip: Option<&str>, milik: Option<&str>, tabel: &str) -> String {
    match (mirip, milik) {
        (_, Some("")) => "bagian ini berdiri sendiri: tulis namanya tanpa awalan, di baris tersendiri".to_owned(),
        (Some(word), None) => format!("mungkin maksudnya `{word}`"),
        (Some(word), Some(table)) => format!("mungkin maksudnya `{word}`, atau pindahkan ke bawah `{table}`"),
        (None, Some(table)) => format!("kunci ini milik `{table}`; pindahkan ke bawah judul bagian itu"),
        (None, None) if tabel.is_empty() => "hapus, atau lihat daftar bagiannya: iku panduan profil".to_owned(),
        (None, None) => "hapus, atau lihat daftar kuncinya: iku panduan profil".to_owned(),
    }
}

fn choice_saran(kunci: &str, mirip: Option<&str>, choices: &[String]) -> String {
    let listed: Vec<String> = choices.iter().map(|choice| format!("\"{choice}\"")).collect();
    let listed = match listed.as_slice() {
        [before @ .., last] if !before.is_empty() => format!("{} atau {last}", before.join(", ")),
        _ => listed.join(""),
    };
    let extra = match kunci {
        "huruf" => ", atau berkas huruf seperti \"templat/huruf.ttf\"",
        "kertas" => ", atau [lebar, tinggi] dalam mm",
        _ => "",
    };
    match mirip {
        Some(word) => format!("mungkin maksudnya \"{word}\"; pilihannya {listed}{extra}"),
        None => format!("pilihannya {listed}{extra}"),
    }
}

fn number_pesan(kunci: &str, found: &str, trouble: NumberTrouble) -> String {
    match trouble {
        NumberTrouble::NotANumber => format!("`{kunci}` berisi {found}, bukan angka"),
        NumberTrouble::PointForComma => format!("`{kunci}` berisi {found}, bukan angka dengan cara tulis Indonesia"),
        NumberTrouble::TwoMeanings => {
            format!("`{kunci}` berisi {found}, yang bisa berarti ribuan, bisa berarti desimal")
        }
        NumberTrouble::TooLong => format!("`{kunci}` berisi {found}, di luar angka yang dapat dihitung tepat"),
    }
}

fn number_saran(found: &str, trouble: NumberTrouble) -> String {
    match trouble {
        NumberTrouble::NotANumber => "tulis angkanya saja tanpa satuan atau tanda lain, misalnya 5 atau \"5,25\"".to_owned(),
        NumberTrouble::PointForComma => {
            "dalam tanda kutip titik memisahkan ribuan dan koma memisahkan desimal, misalnya \"1.250\" atau \"5,25\"".to_owned()
        }
        NumberTrouble::TwoMeanings => {
            let plain = found.replace('.', "");
            let comma = found.replace('.', ",");
            format!("tulis {plain} bila ribuan, atau \"{comma}\" bila desimal")
        }
        NumberTrouble::TooLong => "tulis angka dengan paling banyak 28 digit".to_owned(),
    }
}

fn path_pesan(kunci: &str, found: &str, trouble: PathTrouble) -> String {
    match trouble {
        PathTrouble::Backslash => format!("`{kunci}` memakai garis miring terbalik `\\`: \"{found}\""),
        PathTrouble::Absolute | PathTrouble::ParentFolder => format!("`{kunci}` menunjuk ke luar folder kantor: \"{found}\""),
        PathTrouble::Control => {
            format!("`{kunci}` berisi pindah baris atau karakter kendali, biasanya karena `\\` dalam tanda kutip")
        }
        PathTrouble::Braces => format!("kurung kurawal pada `{kunci}` hanya boleh `{{tahun}}`: \"{found}\""),
        PathTrouble::Pattern => format!("`{kunci}` harus satu nama, tanpa `*` atau `{{tahun}}`: \"{found}\""),
        PathTrouble::Slash => format!("`{kunci}` harus nama satu folder di dalam `templat/`: \"{found}\""),
        PathTrouble::NoFile => format!("`{kunci}` tidak menyebut nama berkas: \"{found}\""),
    }
}

fn path_saran(trouble: PathTrouble) -> &'static str {
    match trouble {
        PathTrouble::Backslash | PathTrouble::Control => "pakai garis miring biasa `/`, misalnya \"data/Data UMKM 2021.xlsx\"",
        PathTrouble::Absolute | PathTrouble::ParentFolder => {
            "salin berkasnya ke dalam folder kantor, lalu tulis letaknya dari sana, misalnya \"data/Data UMKM 2021.xlsx\""
        }
        PathTrouble::Braces => "tulis `{tahun}` dengan huruf kecil, misalnya \"data/Data UMKM {tahun}.xlsx\"",
        PathTrouble::Pattern => "tulis nama lengkapnya, misalnya \"templat/lambang.png\"",
        PathTrouble::Slash => "tulis nama foldernya saja, misalnya \"kantor\" untuk folder templat/kantor",
        PathTrouble::NoFile => "lengkapi dengan nama berkasnya, misalnya \"data/Data UMKM 2021.xlsx\"",
    }
}

fn nip_pesan(error: NipError) -> String {
    match error {
        NipError::Length(count) => format!("NIP harus 18 angka, di sini ada {count}"),
        NipError::Character(odd) => format!("NIP hanya boleh berisi angka dan spasi, di sini ada `{}`", odd.escape_debug()),
        NipError::BirthDate => "8 angka pertama NIP bukan tanggal lahir yang ada (tahun, bulan, hari)".to_owned(),
        NipError::AppointmentMonth => "angka ke-9 sampai ke-14 NIP bukan tahun dan bulan pengangkatan".to_owned(),
        NipError::TooYoung { lahir, diangkat } => {
            format!("tahun-tahun dalam NIP tidak mungkin: lahir {lahir}, diangkat {diangkat}")
        }
        NipError::Sex => "angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan)".to_owned(),
    }
}

fn syntax_pesan(syntax: Syntax) -> &'static str {
    match syntax {
        Syntax::MissingQuotes => "teks ini tidak diapit tanda kutip",
        Syntax::CurlyQuotes => "tanda kutipnya miring (“ ”), biasanya karena disalin dari Word",
        Syntax::UnclosedQuote => "tanda kutip dibuka tetapi tidak ditutup di baris ini",
        Syntax::BackslashInQuotes => "ada garis miring terbalik `\\` di dalam tanda kutip",
        Syntax::MissingValue => "tidak ada isi sesudah tanda `=`",
        Syntax::MissingEquals => "baris ini tidak berbentuk `kunci = isi`",
        Syntax::UnclosedList => "daftar dibuka dengan `[` tetapi tidak ditutup dengan `]`",
        Syntax::UnclosedHeading => "judul bagian tidak ditutup dengan `]`",
        Syntax::UnclosedTable => "kurung kurawal dibuka dengan `{` tetapi tidak ditutup dengan `}`",
        Syntax::MissingComma => "koma di antara dua isi belum ada",
        Syntax::DecimalComma => "angka berkoma ini tidak diapit tanda kutip",
        Syntax::BadNumber => "angka ini tidak dapat dibaca",
        Syntax::LeadingZero => "angka tidak boleh diawali nol",
        Syntax::BadDate => "tanggal ini tidak ada di kalender, atau bentuknya keliru",
        Syntax::BadBoolean => "isi ini seperti true atau false, tetapi tidak persis begitu",
        Syntax::TooMuchOnLine => "masih ada tulisan sesudah isi baris ini selesai",
        Syntax::BadKey => "nama kunci ini memuat tanda yang tidak boleh dipakai",
        Syntax::TooDeep => "susunan bagian di sini terlalu dalam",
        Syntax::Other => "baris ini tidak dapat dipahami",
    }
}

fn syntax_saran(syntax: Syntax) -> &'static str {
    match syntax {
        Syntax::MissingQuotes => "apit teksnya dengan tanda kutip lurus, misalnya `nama = \"Dinas Koperasi\"`",
        Syntax::CurlyQuotes => "ganti dengan tanda kutip lurus `\"`",
        Syntax::UnclosedQuote => "tutup dengan tanda kutip yang sama; teks yang memuat `\"` diapit tanda kutip tunggal `'…'`",
        Syntax::BackslashInQuotes => {
            "pakai garis miring biasa `/` untuk nama berkas, misalnya \"data/Data UMKM.xlsx\", atau apit teksnya dengan tanda kutip tunggal"
        }
        Syntax::MissingValue => "isi sesudah tanda `=`, atau hapus barisnya",
        Syntax::MissingEquals => "tulis `kunci = isi`, misalnya `tahun = 2021`; keterangan diawali tanda `#`",
        Syntax::UnclosedList => "tutup daftarnya dengan `]`",
        Syntax::UnclosedHeading => "tulis judulnya lengkap, misalnya `[laporan]` atau `[[sasaran]]`",
        Syntax::UnclosedTable => "tutup dengan `}`, misalnya `target = { 2021 = 5, 2022 = \"5,25\" }`",
        Syntax::MissingComma => "pisahkan setiap isi dengan koma, misalnya `[\"a\", \"b\"]`",
        Syntax::DecimalComma => "tulis dalam tanda kutip, misalnya \"5,25\"",
        Syntax::BadNumber => "tulis tanpa titik ribuan, misalnya 1234567, atau dalam tanda kutip, misalnya \"1.234.567,89\"",
        Syntax::LeadingZero => "hapus nol di depannya, atau apit dengan tanda kutip bila ini sebuah nomor",
        Syntax::BadDate => "tulis misalnya 2022-01-24 untuk 24 Januari 2022",
        Syntax::BadBoolean => "tulis true atau false dengan huruf kecil, atau apit dengan tanda kutip bila ini teks",
        Syntax::TooMuchOnLine => "tulis satu kunci di setiap baris, dan apit teks dengan tanda kutip",
        Syntax::BadKey => "pakai huruf, angka, dan garis bawah saja untuk nama kunci",
        Syntax::TooDeep => "sederhanakan susunannya seperti contoh pada: iku panduan profil",
        Syntax::Other => "bandingkan dengan contoh pada: iku panduan profil",
    }
}

pub(super) fn unknown_key_field(isian: &str, sumber: &str) -> String {
    format!("`kunci` pada `[sumber.{sumber}]` menyebut \"{isian}\", padahal isian itu tidak dikenal sumber ini")
}

pub(super) fn unknown_key_field_saran(isian: &str, sumber: &str, mirip: Option<&str>) -> String {
    match mirip {
        Some(mirip) => format!("mungkin maksudnya \"{mirip}\""),
        None => format!(
            "pakai isian yang dikenal, atau sebutkan judul kolomnya pada `[sumber.{sumber}.kolom]`, misalnya `{isian} = \"Judul Kolom\"`"
        ),
    }
}

/// A measure's words and those of the sources it rests on.
pub fn by_sources(sebutan: &str, sources: &[&str]) -> String {
    format!("{sebutan} menurut {}", sources.join(" dan "))
}

/// A table of a list that is new there, by its name.
pub fn added(list: &str, name: &str) -> String {
    format!("{list} {name} (baru)")
}

/// One that is not there any more.
pub fn removed(list: &str, name: &str) -> String {
    format!("{list} {name} (dihapus)")
}

/// The same tables in another order.
pub fn order_changed(list: &str) -> String {
    format!("urutan {list}")
}
