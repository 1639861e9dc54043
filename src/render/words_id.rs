//! The Indonesian words for a family of letters that cannot be used.

use super::family::FamilyError;

/// Why `huruf` cannot be used.
pub fn family(error: &FamilyError) -> String {
    match error {
        FamilyError::Unknown { name } => format!("huruf \"{name}\" tidak dikenal"),
        FamilyError::NoFont { file } => format!("{file}: bukan berkas huruf TTF atau OTF yang dapat dibaca"),
        FamilyError::Forbidden { file } => {
            format!("{file}: izin di dalam berkas huruf ini melarang penyematan di PDF; pilih huruf lain")
        }
    }
}
