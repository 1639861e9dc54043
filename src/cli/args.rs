//! The command line: Indonesian names, English aliases.

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

#[derive(Parser, Debug)]
#[command(
    name = "iku",
    version,
    about = "Membuat laporan Indikator Kinerja Utama (IKU) dari buku kerja dinas apa adanya",
    disable_help_subcommand = true,
    arg_required_else_help = true
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand, Debug)]
pub enum Command {
    /// Membuat laporan: PDF, XLSX, dan catatan (JSON)
    #[command(alias = "generate")]
    Buat(Buat),
    /// Membaca dan memeriksa semua data tanpa membuat laporan
    #[command(alias = "check")]
    Periksa(Periksa),
    /// Menunjukkan apa yang dilihat program dalam sebuah buku kerja
    #[command(alias = "inspect")]
    Lihat(Lihat),
    /// Menjelaskan sebuah angka (1.1) sampai ke selnya, atau sebuah kode temuan
    #[command(alias = "explain")]
    Jelaskan(Jelaskan),
    /// Menyiapkan folder kantor baru: profil berkomentar dan buku kerja kosong
    #[command(alias = "init")]
    Siapkan(Siapkan),
    /// Dipakai program ini sendiri untuk membaca satu berkas dalam proses terpisah
    #[command(name = "__baca", hide = true)]
    BacaAnak {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<std::ffi::OsString>,
    },
}

#[derive(Args, Debug)]
pub struct Buat {
    /// Folder kantor yang berisi iku.toml
    #[arg(default_value = ".")]
    pub folder: Vec<PathBuf>,
    /// Tahun laporan, sebagai ganti [laporan] tahun
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i32).range(1900..=2999))]
    pub tahun: Option<i32>,
    /// Folder hasil, sebagai ganti keluaran/TAHUN
    #[arg(long, value_name = "DIR")]
    pub keluaran: Option<PathBuf>,
    /// Membuat draf walaupun masih ada galat; setiap halaman bertanda DRAF
    #[arg(long)]
    pub draf: bool,
    /// Mencetak ringkasan untuk program lain
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Periksa {
    /// Folder kantor yang berisi iku.toml
    #[arg(default_value = ".")]
    pub folder: Vec<PathBuf>,
    /// Tahun laporan, sebagai ganti [laporan] tahun
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i32).range(1900..=2999))]
    pub tahun: Option<i32>,
    /// Mencetak catatan (record) sebagai JSON
    #[arg(long)]
    pub json: bool,
    /// Menampilkan juga temuan tingkat catatan
    #[arg(long)]
    pub catatan: bool,
    /// Menulis salinan buku kerja yang setiap temuannya diwarnai dan diberi catatan ke DIR
    #[arg(long, value_name = "DIR")]
    pub tandai: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub struct Lihat {
    /// Buku kerja: .xlsx, .xlsm, .xlsb, .xls, .ods, atau .csv
    #[arg(required = true, value_name = "FILE")]
    pub berkas: Vec<PathBuf>,
    /// Mencetak baris [sumber] untuk iku.toml yang membaca berkas itu
    #[arg(long)]
    pub toml: bool,
}

#[derive(Args, Debug)]
pub struct Jelaskan {
    /// Nomor indikator, misalnya 1.1, atau kode temuan, misalnya bukan-angka
    pub id: String,
    /// Folder kantor yang berisi iku.toml
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// Tahun laporan, sebagai ganti [laporan] tahun
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i32).range(1900..=2999))]
    pub tahun: Option<i32>,
    /// Semua sel, bukan 20 yang terbesar saja
    #[arg(long)]
    pub semua: bool,
}

#[derive(Args, Debug)]
pub struct Siapkan {
    /// Folder kantor yang akan dibuat
    pub dir: PathBuf,
    /// Menyalin templat bawaan ke folder itu untuk diubah
    #[arg(long, value_name = "NAMA")]
    pub templat: Option<String>,
    /// Tahun laporan; bawaannya tahun lalu
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i32).range(1901..=2998))]
    pub tahun: Option<i32>,
}
