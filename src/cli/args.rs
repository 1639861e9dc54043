//! The command line: Indonesian names, English aliases; its words stand in [`words`].

use super::usage_id as words;
use clap::{ArgAction, Args, Parser, Subcommand};
use std::path::PathBuf;

#[derive(Parser, Debug)]
#[command(
    name = "iku",
    version,
    about = words::ABOUT,
    help_template = words::PROGRAM_HELP,
    override_usage = words::PROGRAM_USAGE,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    arg_required_else_help = true
)]
pub struct Arguments {
    #[arg(short, long, global = true, action = ArgAction::Help, help = words::HELP)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version, help = words::VERSION)]
    version: Option<bool>,
    #[arg(long, global = true, value_name = "KAPAN", value_enum, default_value_t = Warna::Auto, hide_default_value = true, hide_possible_values = true, help = words::WARNA)]
    pub warna: Warna,
    #[command(subcommand)]
    pub command: Command,
}

/// When messages are coloured.
#[derive(clap::ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Warna {
    Auto,
    Selalu,
    Tidak,
}

#[derive(Subcommand, Debug)]
pub enum Command {
    #[command(alias = "generate", about = words::BUAT, override_usage = words::BUAT_USAGE, help_template = words::COMMAND_HELP)]
    Buat(Buat),
    #[command(alias = "check", about = words::PERIKSA, override_usage = words::PERIKSA_USAGE, help_template = words::COMMAND_HELP)]
    Periksa(Periksa),
    #[command(alias = "inspect", about = words::LIHAT, override_usage = words::LIHAT_USAGE, help_template = words::COMMAND_HELP)]
    Lihat(Lihat),
    #[command(alias = "explain", about = words::JELASKAN, override_usage = words::JELASKAN_USAGE, help_template = words::COMMAND_HELP)]
    Jelaskan(Jelaskan),
    #[command(alias = "init", about = words::SIAPKAN, override_usage = words::SIAPKAN_USAGE, help_template = words::COMMAND_HELP)]
    Siapkan(Siapkan),
    #[command(alias = "diff", about = words::BANDING, override_usage = words::BANDING_USAGE, help_template = words::COMMAND_HELP)]
    Banding(Banding),
    #[command(alias = "log", about = words::RIWAYAT, override_usage = words::RIWAYAT_USAGE, help_template = words::COMMAND_HELP)]
    Riwayat(Riwayat),
    #[command(alias = "verify", about = words::VERIFIKASI, override_usage = words::VERIFIKASI_USAGE, help_template = words::COMMAND_HELP)]
    Verifikasi(Verifikasi),
    #[command(alias = "summarise", about = words::REKAP, override_usage = words::REKAP_USAGE, help_template = words::COMMAND_HELP)]
    Rekap(Rekap),
    #[command(alias = "add", about = words::TAMBAH, override_usage = words::TAMBAH_USAGE, help_template = words::COMMAND_HELP)]
    Tambah(Tambah),
    #[command(alias = "list", about = words::DAFTAR, override_usage = words::DAFTAR_USAGE, help_template = words::COMMAND_HELP)]
    Daftar(Daftar),
    #[command(alias = "manual", about = words::PANDUAN, override_usage = words::PANDUAN_USAGE, help_template = words::COMMAND_HELP)]
    Panduan(Panduan),
    #[command(alias = "help", about = words::BANTUAN, override_usage = words::BANTUAN_USAGE, help_template = words::COMMAND_HELP)]
    Bantuan {
        #[arg(value_name = "PERINTAH", help = words::BANTUAN_PERINTAH)]
        perintah: Option<String>,
        #[arg(long, help = words::BUAT_JSON)]
        json: bool,
    },
    #[command(alias = "completions", about = words::PELENGKAP, override_usage = words::PELENGKAP_USAGE, help_template = words::COMMAND_HELP)]
    Pelengkap {
        #[arg(value_name = "SHELL", value_enum, ignore_case = true, hide_possible_values = true, help = words::PELENGKAP_SHELL)]
        shell: Pelengkap,
        #[arg(long, help = words::BUAT_JSON)]
        json: bool,
    },
    /// Yang dijalankan oleh klik ganda, atau oleh folder yang dijatuhkan ke iku.exe
    #[command(name = "__klik", hide = true)]
    Klik { dijatuhkan: Vec<PathBuf> },
    /// Dipakai program ini sendiri untuk membaca satu berkas dalam proses terpisah
    #[command(name = "__baca", hide = true)]
    BacaAnak {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<std::ffi::OsString>,
    },
}

/// What is written for a shell, or the man page.
#[derive(clap::ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pelengkap {
    Bash,
    Zsh,
    Fish,
    Powershell,
    Man,
}

#[derive(Args, Debug)]
pub struct Tambah {
    #[arg(value_name = "NAMA", help = words::TAMBAH_NAMA)]
    pub nama: String,
    #[arg(default_value = ".", hide_default_value = true, help = words::FOLDER)]
    pub folder: PathBuf,
    #[arg(long, value_name = "N", help = words::TAMBAH_SASARAN, value_parser = clap::value_parser!(u32).range(1..))]
    pub sasaran: Option<u32>,
    #[arg(long, help = words::BUAT_JSON)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Daftar {
    #[arg(long, help = words::BUAT_JSON)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Panduan {
    #[arg(value_name = "HALAMAN", help = words::PANDUAN_HALAMAN)]
    pub halaman: Option<String>,
    #[arg(long, help = words::BUAT_JSON)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Buat {
    #[arg(default_value = ".", hide_default_value = true, help = words::FOLDERS)]
    pub folder: Vec<PathBuf>,
    #[arg(long, value_name = "N", help = words::TAHUN, value_parser = clap::value_parser!(i32).range(1900..=2999))]
    pub tahun: Option<i32>,
    #[arg(long, value_name = "DIR", help = words::KELUARAN)]
    pub keluaran: Option<PathBuf>,
    #[arg(long, help = words::DRAF)]
    pub draf: bool,
    #[arg(long, value_name = "TEKS", help = words::ALASAN)]
    pub alasan: Option<String>,
    #[arg(long, value_name = "N", help = words::BUAT_REVISI, value_parser = clap::value_parser!(u32).range(1..), conflicts_with_all = ["draf", "alasan"])]
    pub revisi: Option<u32>,
    #[arg(long, value_name = "N", help = words::PEKERJAAN, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=1024))]
    pub pekerjaan: Option<usize>,
    #[arg(long, help = words::BUKA)]
    pub buka: bool,
    #[arg(long, help = words::BUAT_JSON)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Periksa {
    #[arg(default_value = ".", hide_default_value = true, help = words::FOLDERS)]
    pub folder: Vec<PathBuf>,
    #[arg(long, value_name = "N", help = words::TAHUN, value_parser = clap::value_parser!(i32).range(1900..=2999))]
    pub tahun: Option<i32>,
    #[arg(long, value_name = "N", help = words::PEKERJAAN, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=1024))]
    pub pekerjaan: Option<usize>,
    #[arg(long, help = words::PERIKSA_JSON)]
    pub json: bool,
    #[arg(long, help = words::CATATAN)]
    pub catatan: bool,
    #[arg(long, value_name = "DIR", help = words::TANDAI)]
    pub tandai: Option<PathBuf>,
    #[arg(long, help = words::PERBAIKI, conflicts_with = "json")]
    pub perbaiki: bool,
}

#[derive(Args, Debug)]
pub struct Lihat {
    #[arg(required = true, value_name = "FILE", help = words::BERKAS)]
    pub berkas: Vec<PathBuf>,
    #[arg(long, help = words::LIHAT_TOML)]
    pub toml: bool,
    #[arg(long, value_name = "FOLDER", conflicts_with = "toml", help = words::LIHAT_PROFIL)]
    pub profil: Option<PathBuf>,
    #[arg(long, conflicts_with = "toml", help = words::BUAT_JSON)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Jelaskan {
    #[arg(help = words::ID)]
    pub id: String,
    #[arg(default_value = ".", hide_default_value = true, help = words::FOLDER)]
    pub folder: PathBuf,
    #[arg(long, value_name = "N", help = words::TAHUN, value_parser = clap::value_parser!(i32).range(1900..=2999))]
    pub tahun: Option<i32>,
    #[arg(long, value_name = "N", help = words::JELASKAN_REVISI, value_parser = clap::value_parser!(u32).range(1..))]
    pub revisi: Option<u32>,
    #[arg(long, help = words::SEMUA)]
    pub semua: bool,
    #[arg(long, help = words::BUAT_JSON)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Siapkan {
    #[arg(help = words::DIR)]
    pub dir: PathBuf,
    #[arg(long, value_name = "NAMA", help = words::TEMPLAT)]
    pub templat: Option<String>,
    #[arg(long, value_name = "N", help = words::SIAPKAN_TAHUN, value_parser = clap::value_parser!(i32).range(1901..=2998))]
    pub tahun: Option<i32>,
    #[command(flatten)]
    pub kantor: Kantor,
    #[arg(long, help = words::BUAT_JSON)]
    pub json: bool,
}

/// What is known of a new office.
#[derive(Args, Debug, Clone, Default)]
pub struct Kantor {
    #[arg(long, value_name = "TEKS", help = words::NAMA)]
    pub nama: Option<String>,
    #[arg(long, value_name = "TEKS", help = words::DAERAH)]
    pub daerah: Option<String>,
    #[arg(long, value_name = "NAMA", help = words::PENANDATANGAN)]
    pub penandatangan: Option<String>,
    #[arg(long, value_name = "TEKS", help = words::JABATAN)]
    pub jabatan: Option<String>,
    #[arg(long, value_name = "TEKS", help = words::PANGKAT)]
    pub pangkat: Option<String>,
    #[arg(long, value_name = "NIP", help = words::NIP)]
    pub nip: Option<String>,
    #[arg(long, value_name = "KOTA", help = words::TEMPAT)]
    pub tempat: Option<String>,
    #[arg(long, value_name = "TANGGAL", help = words::TANGGAL)]
    pub tanggal: Option<String>,
}

#[derive(Args, Debug)]
pub struct Riwayat {
    #[arg(default_value = ".", hide_default_value = true, help = words::FOLDER)]
    pub folder: PathBuf,
    #[arg(long, value_name = "N", help = words::TAHUN_SAJA, value_parser = clap::value_parser!(i32).range(1900..=2999))]
    pub tahun: Option<i32>,
    #[arg(long, value_name = "DIR", help = words::KELUARAN)]
    pub keluaran: Option<PathBuf>,
    #[arg(long, help = words::BUAT_JSON)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Verifikasi {
    #[arg(default_value = ".", hide_default_value = true, help = words::FOLDER)]
    pub folder: PathBuf,
    #[arg(long, value_name = "N", help = words::TAHUN_SAJA, value_parser = clap::value_parser!(i32).range(1900..=2999))]
    pub tahun: Option<i32>,
    #[arg(long, value_name = "DIR", help = words::KELUARAN)]
    pub keluaran: Option<PathBuf>,
    #[arg(long, help = words::BUAT_JSON)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Rekap {
    #[arg(default_value = ".", hide_default_value = true, help = words::REKAP_FOLDER)]
    pub folder: Vec<PathBuf>,
    #[arg(long, value_name = "N", help = words::REKAP_TAHUN, value_parser = clap::value_parser!(i32).range(1900..=2999))]
    pub tahun: Option<i32>,
    #[arg(long, value_name = "TEKS", help = words::REKAP_NAMA)]
    pub nama: Option<String>,
    #[arg(long, value_name = "DIR", help = words::REKAP_KELUARAN)]
    pub keluaran: Option<PathBuf>,
    #[arg(long, help = words::BUAT_JSON)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Banding {
    #[arg(default_value = ".", hide_default_value = true, num_args = 1..=2, help = words::BANDING_FOLDER)]
    pub folder: Vec<PathBuf>,
    #[arg(long, value_name = "N", help = words::TAHUN, value_parser = clap::value_parser!(i32).range(1900..=2999))]
    pub tahun: Option<i32>,
    #[arg(long, value_name = "N", help = words::DARI, value_parser = clap::value_parser!(u32).range(1..))]
    pub dari: Option<u32>,
    #[arg(long, value_name = "N", help = words::KE, value_parser = clap::value_parser!(u32).range(1..))]
    pub ke: Option<u32>,
    #[arg(long, value_name = "FILE", help = words::BANDING_XLSX)]
    pub xlsx: Option<PathBuf>,
    #[arg(long, help = words::BUAT_JSON)]
    pub json: bool,
}
