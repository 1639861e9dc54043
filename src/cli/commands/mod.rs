//! One file a command: its arguments in, what it prints, its status out.

pub mod banding;
mod blank_books;
pub mod buat;
pub mod jelaskan;
pub mod lihat;
mod next_year;
pub mod periksa;
pub mod rekap;
pub mod riwayat;
pub mod siapkan;
pub mod verifikasi;
