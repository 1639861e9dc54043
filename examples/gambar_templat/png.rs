//! Grey pixels as a PNG of 16 greys (ISO/IEC 15948).

use crate::sheet::Grey;
use lopdf::{Dictionary, Stream};

/// The file's bytes.
pub fn encode(picture: &Grey) -> Vec<u8> {
    let height = picture.pixels.len() / picture.width.max(1);
    let mut rows = Vec::new();
    for row in picture.pixels.chunks_exact(picture.width) {
        // No filter.
        rows.push(0);
        rows.extend(row.chunks(2).map(|two| two[0] & 0xf0 | two.get(1).copied().unwrap_or(255) >> 4));
    }
    let mut packed = Stream::new(Dictionary::new(), rows);
    // Flate is zlib's format, PNG's too; a picture always gets smaller by it.
    let _ = packed.compress();
    let size = |length: usize| (length as u32).to_be_bytes();
    let header = [&size(picture.width)[..], &size(height), &[4, 0, 0, 0, 0]].concat();
    [b"\x89PNG\r\n\x1a\n", &chunk(b"IHDR", &header)[..], &chunk(b"IDAT", &packed.content), &chunk(b"IEND", &[])].concat()
}

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let body = [&kind[..], data].concat();
    [&(data.len() as u32).to_be_bytes()[..], &body, &crc(&body).to_be_bytes()].concat()
}

/// CRC-32 as PNG has it.
fn crc(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    !crc
}
