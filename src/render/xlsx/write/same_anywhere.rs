//! The workbook's zip directory says on which system it was made, and with what
//! rights: here always Unix and 644, so that the bytes are the same on any machine.

/// Where an entry of the central directory has what, in bytes (APPNOTE 6.3.10, 4.3.12).
const ENTRY: &[u8; 4] = b"PK\x01\x02";
const ENTRY_LENGTH: usize = 46;
const SYSTEM: usize = 5;
const NAME_LENGTHS: [usize; 3] = [28, 30, 32];
const ATTRIBUTES: usize = 38;
/// The end of the central directory (4.3.16): how many entries, and where they begin.
const END: &[u8; 4] = b"PK\x05\x06";
const COUNT: usize = 10;
const BEGIN: usize = 16;

const UNIX: u8 = 3;
const RIGHTS: u32 = 0o100_644 << 16;

/// Sets the system and the rights of every entry. A file that is no zip stays as it is.
pub fn same_anywhere(mut workbook: Vec<u8>) -> Vec<u8> {
    let end = workbook.windows(4).rposition(|window| window == END);
    let Some((count, begin)) =
        end.and_then(|end| Some((number::<2>(&workbook, end + COUNT)?, number::<4>(&workbook, end + BEGIN)?)))
    else {
        return workbook;
    };
    let mut at = begin;
    for _ in 0..count {
        let lengths = NAME_LENGTHS.map(|offset| number::<2>(&workbook, at + offset).unwrap_or(0));
        let Some(entry) = workbook.get_mut(at..at + ENTRY_LENGTH).filter(|entry| entry.starts_with(ENTRY)) else { break };
        entry[SYSTEM] = UNIX;
        entry[ATTRIBUTES..ATTRIBUTES + 4].copy_from_slice(&RIGHTS.to_le_bytes());
        at += ENTRY_LENGTH + lengths.iter().sum::<usize>();
    }
    workbook
}

/// A little-endian number of `N` bytes.
fn number<const N: usize>(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(N)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::write::SimpleFileOptions;
    use zip::{System, ZipWriter};

    #[test]
    fn what_was_made_on_windows_is_as_what_was_made_on_unix() {
        let made = |system: System, rights: u32| {
            let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
            for name in ["a.xml", "xl/b.xml"] {
                zip.start_file(name, SimpleFileOptions::default().system(system).unix_permissions(rights)).unwrap();
                zip.write_all(name.as_bytes()).unwrap();
            }
            zip.finish().unwrap().into_inner()
        };
        let (unix, windows) = (made(System::Unix, 0o600), made(System::Dos, 0o755));
        assert!(unix != windows);
        assert!(same_anywhere(unix) == same_anywhere(windows));
        assert_eq!(same_anywhere(b"no zip".to_vec()), b"no zip");
    }
}
