//! The words of the command line itself: its help, and what is wrong with a call.

pub const ABOUT: &str = "Membuat laporan Indikator Kinerja Utama (IKU) dari buku kerja dinas apa adanya";
pub const BUAT: &str = "Membuat laporan: PDF, XLSX, dan catatan (JSON)";
pub const PERIKSA: &str = "Membaca dan memeriksa semua data tanpa membuat laporan";
pub const LIHAT: &str = "Menunjukkan apa yang dilihat program dalam sebuah buku kerja";
pub const JELASKAN: &str = "Menjelaskan sebuah angka (1.1) sampai ke selnya, atau sebuah kode temuan";
pub const SIAPKAN: &str = "Menyiapkan folder kantor baru: profil berkomentar dan buku kerja kosong";

pub const BANDING: &str = "Membandingkan semula dan menjadi: sel yang berubah dan angka yang bergeser";
pub const RIWAYAT: &str = "Daftar revisi laporan: tanggal, alasan, angka, sudah ditandatangani atau belum";
pub const VERIFIKASI: &str = "Mencocokkan berkas laporan dengan catatannya, dan menghitung ulang angkanya";
pub const REKAP: &str = "Menyatukan catatan laporan banyak kantor menjadi satu PDF dan XLSX";

pub const TAMBAH: &str = "Menambahkan indikator dari katalog ke iku.toml, di bawah sasaran yang dipilih";
pub const DAFTAR: &str = "Daftar indikator dalam katalog";
pub const PANDUAN: &str = "Membuka buku panduan: panduan, profil, rumus, temuan, katalog, templat, kepercayaan";
pub const BANTUAN: &str = "Menampilkan bantuan ini, atau bantuan sebuah perintah";
pub const PELENGKAP: &str = "Mencetak pelengkap perintah untuk bash, zsh, fish, atau powershell; man: halaman man";
pub const TAMBAH_USAGE: &str = "iku tambah [PILIHAN] NAMA [FOLDER]";
pub const DAFTAR_USAGE: &str = "iku daftar [PILIHAN]";
pub const PANDUAN_USAGE: &str = "iku panduan [PILIHAN] [HALAMAN]";
pub const BANTUAN_USAGE: &str = "iku bantuan [PILIHAN] [PERINTAH]";
pub const PELENGKAP_USAGE: &str = "iku pelengkap [PILIHAN] SHELL";
pub const WARNA: &str = "Pesan berwarna: auto, selalu, atau tidak; NO_COLOR juga dituruti";
pub const BUKA: &str = "Membuka hasilnya sesudah dibuat";
pub const PERBAIKI: &str = "Bertanya temuan demi temuan, dan menulis jawabannya ke iku.toml";
pub const TAMBAH_NAMA: &str = "Nama atau nomor dalam katalog, misalnya 04-koperasi-aktif; lihat: iku daftar";
pub const TAMBAH_SASARAN: &str = "Nomor sasaran, dihitung dari 1; satu lebih banyak dari yang ada membuat sasaran baru";
pub const PANDUAN_HALAMAN: &str = "Halamannya, misalnya profil; bawaannya panduan";
pub const BANTUAN_PERINTAH: &str = "Perintah yang ingin diketahui";
pub const PELENGKAP_SHELL: &str = "bash, zsh, fish, powershell, atau man";
pub const NAMA: &str = "Nama dinas";
pub const DAERAH: &str = "Nama daerah, misalnya \"Kota Pasuruan\"";
pub const PENANDATANGAN: &str = "Nama penandatangan beserta gelarnya";
pub const JABATAN: &str = "Jabatan penandatangan";
pub const PANGKAT: &str = "Pangkat penandatangan";
pub const NIP: &str = "NIP penandatangan, 18 angka";
pub const TEMPAT: &str = "Kota tempat penandatanganan";
pub const TANGGAL: &str = "Tanggal penandatanganan, misalnya 2022-01-24";

pub const FOLDER: &str = "Folder kantor yang berisi iku.toml; bawaannya folder ini";
pub const FOLDERS: &str =
    "Folder kantor yang berisi iku.toml, atau folder yang berisi folder-folder kantor; bawaannya folder ini";
pub const REKAP_FOLDER: &str =
    "Folder kantor yang memuat laporannya, atau folder yang berisi folder-folder kantor; bawaannya folder ini";
pub const REKAP_TAHUN: &str = "Tahun laporan; bawaannya tahun terakhir yang ada laporannya";
pub const REKAP_NAMA: &str = "Nama kantor-kantor itu bersama, misalnya \"Provinsi Jawa Timur\"; tercetak di bawah judul";
pub const REKAP_KELUARAN: &str = "Folder hasil; bawaannya folder ini";
pub const PEKERJAAN: &str = "Berapa pekerjaan sekaligus; bawaannya sebanyak inti prosesor";
pub const TAHUN: &str = "Tahun laporan, sebagai ganti [laporan] tahun";
pub const KELUARAN: &str = "Folder hasil, sebagai ganti keluaran/TAHUN";
pub const DRAF: &str = "Membuat draf walaupun masih ada galat; setiap halaman bertanda DRAF";
pub const ALASAN: &str = "Mengapa laporan direvisi; wajib bila laporan yang diganti sudah ditandatangani";
pub const BANDING_FOLDER: &str = "Folder kantor (berkas sekarang dibandingkan dengan revisi yang berlaku), atau dua folder";
pub const DARI: &str = "Revisi semula; bawaannya revisi yang berlaku";
pub const KE: &str = "Revisi menjadi; bawaannya berkas sekarang";
pub const BANDING_XLSX: &str = "Menulis perbandingan sebagai buku kerja siap cetak";
pub const BUAT_REVISI: &str = "Membuat ulang revisi N dari arsipnya, tanpa mengubah laporan yang berlaku";
pub const TAHUN_SAJA: &str = "Laporan tahun ini saja; bawaannya semua tahun";
pub const BUAT_JSON: &str = "Mencetak ringkasan untuk program lain";
pub const PERIKSA_JSON: &str = "Mencetak catatan (record) sebagai JSON";
pub const CATATAN: &str = "Menampilkan juga temuan tingkat catatan";
pub const TANDAI: &str = "Menulis salinan buku kerja yang setiap temuannya diwarnai dan diberi catatan ke DIR";
pub const BERKAS: &str = "Buku kerja: .xlsx, .xlsm, .xlsb, .xls, .ods, atau .csv";
pub const LIHAT_PROFIL: &str = "Apa yang dibaca profil kantor di FOLDER dari buku kerja itu, keputusan demi keputusan";
pub const LIHAT_TOML: &str = "Mencetak baris [sumber] untuk iku.toml yang membaca berkas itu";
pub const ID: &str = "Nomor indikator, misalnya 1.1, atau kode temuan, misalnya bukan-angka";
pub const JELASKAN_REVISI: &str = "Angka revisi N seperti yang diterbitkan, dari potretnya; bawaannya berkas sekarang";
pub const SEMUA: &str = "Semua sel, bukan 20 yang terbesar saja";
pub const DIR: &str = "Folder kantor yang akan dibuat";
pub const TEMPLAT: &str = "Menyalin templat bawaan ke folder itu untuk diubah";
pub const SIAPKAN_TAHUN: &str = "Tahun laporan; bawaannya tahun lalu";
pub const HELP: &str = "Menampilkan bantuan ini";
pub const VERSION: &str = "Menampilkan versi program";

/// The help of the whole program, in clap's template language.
pub const PROGRAM_HELP: &str = "{about}\n\nPemakaian: {usage}\n\nPerintah:\n{subcommands}\n\nPilihan:\n{options}\n
Bantuan tiap perintah: iku bantuan PERINTAH
Status akhir: 0 selesai, 1 data memuat galat, 2 pemakaian atau profil keliru, 3 kesalahan program\n";

/// The help of one command.
pub const COMMAND_HELP: &str = "{about}\n\nPemakaian: {usage}\n\nIsian:\n{positionals}\n\nPilihan:\n{options}\n";

/// The man page's sections.
pub const MAN_COMMANDS: &str = "PERINTAH";
pub const MAN_HEADINGS: [(&str, &str); 4] =
    [("NAME", "NAMA"), ("SYNOPSIS", "RINGKASAN"), ("DESCRIPTION", "KETERANGAN"), ("OPTIONS", "PILIHAN")];

pub const PROGRAM_USAGE: &str = "iku PERINTAH [PILIHAN]";
pub const BUAT_USAGE: &str = "iku buat [PILIHAN] [FOLDER]...";
pub const PERIKSA_USAGE: &str = "iku periksa [PILIHAN] [FOLDER]...";
pub const LIHAT_USAGE: &str = "iku lihat [PILIHAN] FILE...";
pub const JELASKAN_USAGE: &str = "iku jelaskan [PILIHAN] ID [FOLDER]";
pub const SIAPKAN_USAGE: &str = "iku siapkan [PILIHAN] DIR";
pub const BANDING_USAGE: &str = "iku banding [PILIHAN] [FOLDER] [FOLDER]";
pub const RIWAYAT_USAGE: &str = "iku riwayat [PILIHAN] [FOLDER]";
pub const VERIFIKASI_USAGE: &str = "iku verifikasi [PILIHAN] [FOLDER]";
pub const REKAP_USAGE: &str = "iku rekap [PILIHAN] [FOLDER]...";

pub fn folder_given(folder: &str) -> String {
    format!(
        "Perintahnya belum ditulis. Untuk membuat laporan folder itu: iku buat \"{folder}\"\nUntuk memeriksanya saja: iku periksa \"{folder}\""
    )
}

pub fn file_given(file: &str) -> String {
    format!(
        "Perintahnya belum ditulis. Untuk melihat isi berkas itu: iku lihat \"{file}\"\nLaporan dibuat dari folder kantor: iku buat FOLDER"
    )
}

pub fn unknown_command(typed: &str, near: &[String]) -> String {
    format!("perintah `{typed}` tidak dikenal{}", perhaps(near))
}

pub fn unknown_option(typed: &str, near: &[String]) -> String {
    format!("pilihan `{typed}` tidak dikenal di sini{}", perhaps(near))
}

fn perhaps(near: &[String]) -> String {
    // The likeliest stands last.
    match near.last() {
        Some(near) => format!("; mungkin maksudnya `{near}`"),
        None => String::new(),
    }
}

/// A value that is missing, or that its option cannot take.
pub fn wrong_value(option: &str, typed: &str) -> String {
    match typed {
        "" => format!("`{option}` belum diisi"),
        _ if option.starts_with("--tahun") => format!("`{typed}` bukan tahun; tulis empat angka, misalnya --tahun 2021"),
        _ => format!("`{typed}` tidak dapat dipakai untuk `{option}`"),
    }
}

pub fn missing(what: &[String]) -> String {
    // clap writes `<FILE>...`.
    let plain = |what: &String| what.trim_end_matches('.').trim_matches(['<', '>']).to_owned();
    format!("yang wajib belum ditulis: {}", what.iter().map(plain).collect::<Vec<_>>().join(", "))
}

pub fn twice(option: &str) -> String {
    format!("`{option}` tidak dapat ditulis dua kali, atau bersama pilihan lain yang ditulis")
}

pub const NOT_UNDERSTOOD: &str = "tulisan perintahnya tidak dapat dipahami";

/// The whole message: what is wrong, and where to look.
pub fn refused(reason: &str, command: Option<&str>) -> String {
    let command = command.map(|command| format!("{command} ")).unwrap_or_default();
    format!("Pemakaian keliru: {reason}.\nLihat: iku {command}--help")
}
