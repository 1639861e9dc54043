//! Why a file or folder could not be read or written, in Indonesian: the system's
//! own words are English, or a number.

use std::io::{Error, ErrorKind};

/// Windows: another program has the file open for itself.
const SHARING: [i32; 2] = [32, 33];

/// Whether another program keeps the file to itself.
pub fn is_in_use(error: &Error) -> bool {
    cfg!(windows) && error.raw_os_error().is_some_and(|code| SHARING.contains(&code))
        || matches!(error.kind(), ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy)
}

/// Windows: nobody is at the other end of the pipe any more.
const NOT_CONNECTED: i32 = 233;

/// Whether whoever read what is written has gone away.
pub fn has_gone(error: &Error) -> bool {
    error.kind() == ErrorKind::BrokenPipe || cfg!(windows) && error.raw_os_error() == Some(NOT_CONNECTED)
}

/// The reason in a few words, without a full stop.
pub fn io_reason(error: &Error) -> String {
    if is_in_use(error) {
        return "sedang dibuka program lain".to_owned();
    }
    let known = match error.kind() {
        ErrorKind::NotFound => "tidak ada",
        ErrorKind::PermissionDenied => "tidak ada izin",
        ErrorKind::AlreadyExists => "sudah ada",
        ErrorKind::IsADirectory => "ini folder, bukan berkas",
        ErrorKind::NotADirectory => "sebagian jalurnya berkas, bukan folder",
        ErrorKind::DirectoryNotEmpty => "foldernya tidak kosong",
        ErrorKind::ReadOnlyFilesystem => "disknya hanya dapat dibaca",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "disk penuh",
        ErrorKind::FileTooLarge => "terlalu besar untuk disknya",
        ErrorKind::InvalidFilename => "namanya tidak dapat dipakai",
        ErrorKind::UnexpectedEof => "terpotong",
        ErrorKind::InvalidData => "isinya bukan teks",
        ErrorKind::TimedOut => "terlalu lama menunggu",
        ErrorKind::BrokenPipe => "penerimanya sudah berhenti",
        ErrorKind::OutOfMemory => "memori tidak cukup",
        _ => "",
    };
    match (known, error.raw_os_error()) {
        ("", Some(code)) => format!("kesalahan sistem nomor {code}"),
        // An error of our own says itself what it is.
        ("", None) => error.to_string(),
        (known, _) => known.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_system_number_or_english_is_said() {
        assert_eq!(io_reason(&Error::from(ErrorKind::PermissionDenied)), "tidak ada izin");
        for code in [1, 2, 5, 13, 17, 20, 21, 28, 30, 39] {
            let said = io_reason(&Error::from_raw_os_error(code));
            assert!(!said.contains("os error") && !said.contains("denied"), "{code}: {said}");
        }
        assert_eq!(io_reason(&Error::other("habis")), "habis");
    }
}
