//! One file a command: its arguments in, what it prints, its status out.

pub mod banding;
mod blank_books;
pub mod buat;
pub mod daftar;
pub mod jelaskan;
pub mod lihat;
pub mod new_office;
mod next_year;
pub mod panduan;
mod perbaiki;
pub mod periksa;
mod refusal;
pub mod rekap;
pub mod riwayat;
pub mod siapkan;
pub mod tambah;
pub mod verifikasi;
