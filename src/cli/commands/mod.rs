//! One file a command: its arguments in, what it prints, its status out.

pub mod buat;
pub mod jelaskan;
pub mod lihat;
pub mod periksa;
pub mod siapkan;
