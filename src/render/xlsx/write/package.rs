//! A workbook's package: its parts compressed by as many threads as are free, and put
//! behind one another. The same parts give the same bytes on any machine, whatever the
//! number of threads: what is cut into pieces is cut at the same places.

use crate::render::xlsx::error::RenderError;
use crate::render::xlsx::words_id;
use crate::threads::in_all;
use flate2::{Compress, Compression, Crc, FlushCompress, Status};
use std::sync::{Mutex, PoisonError};

/// How hard it is tried: a file a twenty-fifth larger than with the usual 6, for a third less of the time (docs/kinerja.md).
const LEVEL: u32 = 4;

/// Bytes of a whole part that are compressed at once: a window of 32 KiB is lost at each cut.
const PIECE: usize = 512 * 1024;

/// A part of the package, named as in the zip.
pub struct Part<'a> {
    pub name: String,
    pub content: Content<'a>,
}

/// What a part holds.
pub enum Content<'a> {
    /// Pictures and the like, which are compressed already.
    AsIs(Vec<u8>),
    Whole(Vec<u8>),
    /// So many pieces, each made by its number when it is written.
    Made(usize, Box<Make<'a>>),
}

/// Puts a piece behind what a buffer holds.
pub type Make<'a> = dyn Fn(usize, &mut Vec<u8>) -> Result<(), RenderError> + Sync + 'a;

/// A piece as it goes into the zip.
struct Packed {
    bytes: Vec<u8>,
    /// Of so many bytes unpacked.
    length: usize,
    crc: Crc,
}

impl Content<'_> {
    fn pieces(&self) -> usize {
        match self {
            Content::AsIs(_) => 1,
            Content::Whole(bytes) => bytes.len().div_ceil(PIECE).max(1),
            Content::Made(pieces, _) => (*pieces).max(1),
        }
    }

    /// How the zip holds it (APPNOTE 6.3.10, 4.4.5): stored or deflated.
    fn method(&self) -> u16 {
        if matches!(self, Content::AsIs(_)) { 0 } else { 8 }
    }

    fn packed(&self, piece: usize, tools: &mut Tools) -> Result<Packed, RenderError> {
        let Tools { made, stream } = tools;
        let bytes: &[u8] = match self {
            Content::AsIs(bytes) => bytes,
            Content::Whole(bytes) => bytes.chunks(PIECE).nth(piece).unwrap_or_default(),
            Content::Made(pieces, make) => {
                made.clear();
                if piece < *pieces {
                    make(piece, made)?;
                }
                made
            }
        };
        let mut crc = Crc::new();
        crc.update(bytes);
        let length = bytes.len();
        let bytes = match self {
            Content::AsIs(bytes) => bytes.clone(),
            _ => deflated(stream, bytes, piece + 1 == self.pieces())?,
        };
        Ok(Packed { bytes, length, crc })
    }
}

/// What a piece is made and compressed with, handed on from piece to piece: to touch new memory takes as long as to fill it.
struct Tools {
    made: Vec<u8>,
    stream: Compress,
}

impl Default for Tools {
    fn default() -> Self {
        Self { made: Vec::new(), stream: Compress::new(Compression::new(LEVEL), false) }
    }
}

/// A stretch of one deflate stream (RFC 1951) that leans on nothing before it and ends at a whole byte.
fn deflated(stream: &mut Compress, raw: &[u8], is_last: bool) -> Result<Vec<u8>, RenderError> {
    stream.reset();
    let mut packed = Vec::with_capacity(raw.len() / 5 + 64);
    let flush = if is_last { FlushCompress::Finish } else { FlushCompress::Sync };
    loop {
        let taken = usize::try_from(stream.total_in()).unwrap_or(usize::MAX);
        let left = raw.get(taken..).unwrap_or_default();
        let status = stream.compress_vec(left, &mut packed, flush).map_err(|error| RenderError::Writer(error.to_string()))?;
        let is_done = if is_last { status == Status::StreamEnd } else { packed.len() < packed.capacity() };
        if is_done {
            return Ok(packed);
        }
        packed.reserve(packed.capacity().max(64));
    }
}

/// What is said of a part in the zip (APPNOTE 6.3.10, 4.3.7 and 4.3.12). Always made on Unix,
/// with the rights 644 and in 1980, so that the bytes are the same on any machine and day.
struct Entry<'a> {
    name: &'a str,
    method: u16,
    crc: u32,
    packed: u32,
    whole: u32,
    at: u32,
}

const HEAD: &[u8; 4] = b"PK\x03\x04";
const LISTED: &[u8; 4] = b"PK\x01\x02";
const END: &[u8; 4] = b"PK\x05\x06";
/// The bytes of both places that tell of a part, without its name (30 and 46).
const HEADS: usize = 76;
/// Of the standard, 2.0 is enough to unpack it.
const NEEDED: u16 = 20;
const UNIX: u16 = 3 << 8;
const RIGHTS: u32 = 0o100_644 << 16;
/// 1 January 1980, as DOS counts days.
const DAY: u16 = 1 << 5 | 1;

impl Entry<'_> {
    /// What both places say: how it is packed, when it was made, how long it is.
    fn said(&self, zip: &mut Vec<u8>) {
        [NEEDED, 0, self.method, 0, DAY].into_iter().for_each(|number| zip.extend(number.to_le_bytes()));
        [self.crc, self.packed, self.whole].into_iter().for_each(|number| zip.extend(number.to_le_bytes()));
        // Names of parts are short.
        [self.name.len() as u16, 0].into_iter().for_each(|number| zip.extend(number.to_le_bytes()));
    }

    fn head(&self, zip: &mut Vec<u8>) {
        zip.extend(HEAD);
        self.said(zip);
        zip.extend(self.name.as_bytes());
    }

    fn listed(&self, directory: &mut Vec<u8>) {
        directory.extend(LISTED);
        directory.extend((UNIX | NEEDED).to_le_bytes());
        self.said(directory);
        [0u16; 3].into_iter().for_each(|number| directory.extend(number.to_le_bytes()));
        [RIGHTS, self.at].into_iter().for_each(|number| directory.extend(number.to_le_bytes()));
        directory.extend(self.name.as_bytes());
    }
}

/// The zip of these parts. Fails where a piece does, or beyond the 4 GiB that a plain zip holds.
pub fn pack(parts: &[Part<'_>]) -> Result<Vec<u8>, RenderError> {
    let tasks = parts.iter().flat_map(|part| (0..part.content.pieces()).map(move |piece| (&part.content, piece)));
    // As many as threads pack at once.
    let idle: Mutex<Vec<Tools>> = Mutex::default();
    let packed = in_all(tasks.collect(), |(content, piece)| {
        let mut tools = idle.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
        let packed = content.packed(piece, &mut tools);
        idle.lock().unwrap_or_else(PoisonError::into_inner).push(tools);
        packed
    });
    drop(idle);
    let packed = packed.into_iter();
    let packed: Vec<Packed> = packed.collect::<Result<_, RenderError>>()?;
    // Room for all at once: a buffer that grows is held twice while it moves, and pieces go as they are put behind it.
    let heads: usize = parts.iter().map(|part| HEADS + 2 * part.name.len()).sum();
    let mut zip = Vec::with_capacity(packed.iter().map(|piece| piece.bytes.len()).sum::<usize>() + heads + HEADS);
    let (mut packed, mut directory) = (packed.into_iter(), Vec::new());
    for part in parts {
        let pieces: Vec<Packed> = packed.by_ref().take(part.content.pieces()).collect();
        let mut crc = Crc::new();
        pieces.iter().for_each(|piece| crc.combine(&piece.crc));
        let whole: usize = pieces.iter().map(|piece| piece.length).sum();
        let entry = Entry {
            name: &part.name,
            method: part.content.method(),
            crc: crc.sum(),
            packed: small(pieces.iter().map(|piece| piece.bytes.len()).sum())?,
            whole: small(whole)?,
            at: small(zip.len())?,
        };
        entry.head(&mut zip);
        entry.listed(&mut directory);
        pieces.into_iter().for_each(|piece| zip.extend_from_slice(&piece.bytes));
    }
    let at = small(zip.len())?;
    let length = small(directory.len())?;
    let count = u16::try_from(parts.len()).map_err(|_| too_large())?;
    zip.append(&mut directory);
    zip.extend(END);
    [0, 0, count, count].into_iter().for_each(|number: u16| zip.extend(number.to_le_bytes()));
    [length, at].into_iter().for_each(|number| zip.extend(number.to_le_bytes()));
    zip.extend([0, 0]);
    Ok(zip)
}

fn too_large() -> RenderError {
    RenderError::Writer(words_id::TOO_LARGE.to_owned())
}

fn small(number: usize) -> Result<u32, RenderError> {
    u32::try_from(number).map_err(|_| too_large())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};
    use zip::ZipArchive;

    fn lines(piece: usize) -> Vec<u8> {
        (0..20_000).flat_map(|line| format!("baris {line} dari {piece}\n").into_bytes()).collect()
    }

    fn parts() -> Vec<Part<'static>> {
        let made = Box::new(|piece, buffer: &mut Vec<u8>| {
            buffer.extend(lines(piece));
            Ok(())
        });
        let part = |name: &str, content| Part { name: name.to_owned(), content };
        vec![
            part("kosong.xml", Content::Whole(Vec::new())),
            part("xl/besar.xml", Content::Whole((0..9).flat_map(lines).collect())),
            part("xl/dibuat.xml", Content::Made(7, made)),
            part("xl/gambar.png", Content::AsIs(vec![7; 1000])),
        ]
    }

    #[test]
    fn what_is_packed_comes_out_again_in_order() {
        let zip = pack(&parts()).unwrap();
        assert!(zip == pack(&parts()).unwrap());
        let mut archive = ZipArchive::new(Cursor::new(zip)).unwrap();
        assert_eq!(archive.len(), 4);
        let wanted = [Vec::new(), (0..9).flat_map(lines).collect(), (0..7).flat_map(lines).collect(), vec![7; 1000]];
        for (index, wanted) in wanted.iter().enumerate() {
            let mut entry = archive.by_index(index).unwrap();
            assert_eq!(entry.unix_mode(), Some(0o100_644));
            let mut found = Vec::new();
            // The checksum is looked at when all is read.
            entry.read_to_end(&mut found).unwrap();
            assert!(found == *wanted, "{index}");
        }
    }

    #[test]
    fn what_does_not_shrink_is_whole_all_the_same() {
        let mut state = 1u64;
        let noise = std::iter::repeat_with(|| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 56) as u8
        });
        let noise: Vec<u8> = noise.take(3 * PIECE + 1).collect();
        let zip = pack(&[Part { name: "derau".to_owned(), content: Content::Whole(noise.clone()) }]).unwrap();
        let mut found = Vec::new();
        ZipArchive::new(Cursor::new(zip)).unwrap().by_index(0).unwrap().read_to_end(&mut found).unwrap();
        assert!(found == noise);
    }

    #[test]
    fn what_packed_before_packs_the_same_bytes() {
        let raw: Vec<u8> = (0..3).flat_map(lines).collect();
        let mut used = Tools::default();
        for is_last in [false, true, true, false] {
            let fresh = deflated(&mut Tools::default().stream, &raw, is_last).unwrap();
            assert!(deflated(&mut used.stream, &raw, is_last).unwrap() == fresh);
            assert!(deflated(&mut used.stream, &raw[..70_000], !is_last).is_ok());
        }
    }

    #[test]
    fn a_piece_that_fails_fails_the_whole() {
        let made = Box::new(|piece, _: &mut Vec<u8>| if piece == 3 { Err(too_large()) } else { Ok(()) });
        assert!(pack(&[Part { name: "x".to_owned(), content: Content::Made(5, made) }]).is_err());
    }
}
