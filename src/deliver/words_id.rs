//! The words of what stands in the way of writing.

use crate::vocabulary::io_reason;
use std::io::{Error, ErrorKind};

/// A file is no longer what it was when the run looked at it.
pub const CHANGED_MEANWHILE: &str = "berkas ini berubah selagi laporan ditulis";
/// A pipe, a device, a socket.
pub const NOT_REGULAR: &str = "bukan berkas biasa";

/// Why what stands there could not be read.
pub fn why_unread(error: &Error) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => "tidak ada izin membaca".to_owned(),
        _ => reason(error),
    }
}

/// Why a file operation failed; as elsewhere where there are no better words.
pub fn reason(error: &Error) -> String {
    let plain = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "tempat penyimpanan penuh",
        ErrorKind::ReadOnlyFilesystem => "tempat penyimpanan ini hanya dapat dibaca",
        ErrorKind::PermissionDenied => {
            "tidak diizinkan; berkas itu sedang dibuka program lain, atau foldernya hanya boleh dibaca"
        }
        ErrorKind::NotADirectory => "sebuah berkas berdiri di tempat foldernya; pindahkan berkas itu atau ganti namanya",
        ErrorKind::IsADirectory => "sebuah folder berdiri di tempat berkasnya",
        ErrorKind::FileTooLarge => "berkasnya terlalu besar",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "sedang dipakai program lain",
        _ => return io_reason(error),
    };
    plain.to_owned()
}
