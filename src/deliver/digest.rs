//! SHA-256 of what is written and read.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io;

/// Lower-case hex SHA-256.
///
/// ```
/// assert!(iku::deliver::sha256_hex(b"").starts_with("e3b0c44298fc1c14"));
/// ```
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(digest: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in digest {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// The digest of what is written into it.
#[derive(Default)]
pub(super) struct Hashed(Sha256);

impl Hashed {
    pub fn hex(self) -> String {
        hex(&self.0.finalize())
    }
}

impl io::Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
