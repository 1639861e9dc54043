//! A finished file to bytes: each object written once, small ones together in object streams
//! (ISO 32000-1, 7.5.7), all streams compressed by the threads that are free.

use super::number::write_digits;
use super::object::write_object;
use crate::render::pdf::error::RenderError;
use crate::threads::in_all;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};
use std::io::Write as _;

/// So many objects share a stream.
const TOGETHER: usize = 100;

/// Objects written already, numbered one after another.
pub struct Written {
    first: u32,
    bytes: Vec<u8>,
    /// Where each ends in the bytes.
    ends: Vec<usize>,
}

impl Written {
    /// None yet; the first will have this number.
    pub fn from(first: u32) -> Self {
        Self { first, bytes: Vec::new(), ends: Vec::new() }
    }

    /// Adds the next, which `write` puts behind what is there.
    pub fn add(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        write(&mut self.bytes);
        self.ends.push(self.bytes.len());
    }

    fn iter(&self) -> impl Iterator<Item = (u32, Small<'_>)> {
        let begins = std::iter::once(0).chain(self.ends.iter().copied());
        let spans = begins.zip(&self.ends).map(|(from, &to)| Small::Written(self.bytes.get(from..to).unwrap_or_default()));
        (self.first..).zip(spans)
    }
}

/// An object that goes into an object stream.
#[derive(Clone, Copy)]
enum Small<'a> {
    Object(&'a Object),
    Written(&'a [u8]),
}

/// The file's bytes, its identifier made from its own contents: it is saved with a stand-in, which
/// the hash then replaces. Its objects and `elements` together are numbered from 1 without gaps.
pub fn saved(mut file: Document, elements: &Written) -> Result<Vec<u8>, RenderError> {
    const STAND_IN: [u8; 16] = [0xa5; 16];
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02X}")).collect::<String>().into_bytes();
    let streams: Vec<&mut Stream> = file
        .objects
        .values_mut()
        .filter_map(|object| if let Object::Stream(stream) = object { Some(stream) } else { None })
        .collect();
    in_all(streams, compress).into_iter().collect::<Result<Vec<()>, _>>().map_err(RenderError::internal)?;
    let id = Object::String(STAND_IN.to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
    let mut bytes = written(&file, elements).map_err(RenderError::internal)?;
    // An update, such as a signature's, begins on a line of its own (ISO 19005-2, 6.1.9): not all tools see to it.
    bytes.push(b'\n');
    let hash = hex(&Sha256::digest(&bytes)[..16]);
    let stand_in = hex(&STAND_IN);
    // Both stand at the file's end, in the dictionary of its cross-reference stream.
    for _ in 0..2 {
        let at = bytes.windows(stand_in.len()).rposition(|window| window.eq_ignore_ascii_case(&stand_in));
        let at = at.ok_or_else(|| RenderError::internal("ID"))?;
        bytes[at..at + hash.len()].copy_from_slice(&hash);
    }
    Ok(bytes)
}

/// How hard it is tried: lopdf's own 9 takes twice as long as the usual 6, for a file half a hundredth smaller.
const LEVEL: Compression = Compression::new(6);

/// What the filter's name in the stream's dictionary costs, as lopdf reckons.
const FILTER: usize = 19;

fn compress(stream: &mut Stream) -> lopdf::Result<()> {
    if stream.allows_compression && stream.dict.get(b"Filter").is_err() {
        let packed = deflated(&stream.content)?;
        if packed.len() + FILTER < stream.content.len() {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(packed);
        }
    }
    if ends_in_riddle(&stream.content) {
        stream.decompress()?;
    }
    Ok(())
}

fn deflated(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 4 + 64), LEVEL);
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// The line feed after a stream would make an end of line of its last byte, and of the length a riddle
/// (ISO 19005-2, 6.1.7.1): one stream in 256 stays uncompressed.
fn ends_in_riddle(content: &[u8]) -> bool {
    content.ends_with(b"\r")
}

/// Where an object stands: its byte in the file, or its place in an object stream.
#[derive(Clone, Copy)]
enum Place {
    At(usize),
    Within { stream: u32, index: usize },
}

/// The file as lopdf's `save_modern` writes it.
fn written(file: &Document, elements: &Written) -> std::io::Result<Vec<u8>> {
    let mut out = format!("%PDF-{}\n%", file.version).into_bytes();
    out.extend_from_slice(&file.binary_mark);
    out.push(b'\n');
    let mut places = vec![Place::At(0); file.max_id as usize];
    let mut small: Vec<(u32, Small<'_>)> = elements.iter().collect();
    for (&(number, _), object) in &file.objects {
        if let Object::Stream(_) = object {
            places[number as usize - 1] = Place::At(out.len());
            write_indirect(&mut out, number, object);
        } else {
            small.push((number, Small::Object(object)));
        }
    }
    small.sort_by_key(|(number, _)| *number);
    let groups: Vec<&[(u32, Small<'_>)]> = small.chunks(TOGETHER).collect();
    for (group, stream) in groups.iter().zip(in_all(groups.clone(), together)) {
        let number = places.len() as u32 + 1;
        for (index, (within, _)) in group.iter().enumerate() {
            places[*within as usize - 1] = Place::Within { stream: number, index };
        }
        places.push(Place::At(out.len()));
        write_indirect(&mut out, number, &Object::Stream(stream?));
    }
    let begins = out.len();
    places.push(Place::At(begins));
    let number = places.len();
    let places: Vec<u8> = places.into_iter().flat_map(Place::entry).collect();
    let mut trailer = file.trailer.clone();
    trailer.set("Type", "XRef");
    trailer.set("Size", number as i64 + 1);
    trailer.set("W", vec![1.into(), 4.into(), 2.into()]);
    trailer.set("Index", vec![1.into(), Object::Integer(number as i64)]);
    let places = Stream::new(trailer, places);
    write_indirect(&mut out, number as u32, &Object::Stream(places));
    write!(out, "\nstartxref\n{begins}\n%%EOF")?;
    Ok(out)
}

impl Place {
    /// Its entry in the cross-reference stream: kind, four bytes, two bytes.
    fn entry(self) -> [u8; 7] {
        let (kind, wide, narrow) = match self {
            // An object's generation is 0.
            Place::At(byte) => (1, byte as u32, 0),
            Place::Within { stream, index } => (2, stream, index as u16),
        };
        let ([a, b, c, d], [e, f]) = (wide.to_be_bytes(), narrow.to_be_bytes());
        [kind, a, b, c, d, e, f]
    }
}

/// Writes a stream as an object of its own.
fn write_indirect(out: &mut Vec<u8>, number: u32, stream: &Object) {
    write_digits(out, u64::from(number));
    out.extend_from_slice(b" 0 obj\n");
    write_object(out, stream);
    out.extend_from_slice(b" \nendobj\n");
}

/// Objects that share a stream: their numbers and places, then they themselves.
fn together(objects: &[(u32, Small<'_>)]) -> std::io::Result<Stream> {
    let (mut table, mut written) = (Vec::new(), Vec::new());
    for (number, object) in objects {
        write_digits(&mut table, u64::from(*number));
        table.push(b' ');
        write_digits(&mut table, written.len() as u64);
        table.push(b' ');
        match object {
            Small::Object(object) => write_object(&mut written, object),
            Small::Written(bytes) => written.extend_from_slice(bytes),
        }
        written.push(b' ');
    }
    let first = table.len() as i64;
    table.append(&mut written);
    let mut stream = Stream::new(dictionary! { "Type" => "ObjStm", "N" => objects.len() as i64, "First" => first }, Vec::new());
    loop {
        stream.set_content(deflated(&table)?);
        if !ends_in_riddle(&stream.content) {
            break;
        }
        // The last byte is of a sum of all bytes (RFC 1950): a blank more makes another of it.
        table.push(b' ');
    }
    stream.dict.set("Filter", "FlateDecode");
    Ok(stream)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::text_string;

    /// A file of all kinds of objects, as many as fill three object streams.
    fn sample() -> Document {
        let mut file = Document::with_version("1.7");
        let mut kept: Vec<Object> = vec![
            Object::Null,
            true.into(),
            false.into(),
            (-7).into(),
            Object::Real(-0.25),
            Object::Name(b"nama #(1)".to_vec()),
            text_string("Kota Pasuruan"),
            text_string("caf\u{e9} \u{2212}"),
            Object::string_literal("(a) ) \\ \r ((b"),
            Object::String(vec![0, 0xab], StringFormat::Hexadecimal),
            Object::Array(vec![1.into(), Object::Null, "N".into(), Object::Real(2.5), Object::Array(vec![3.into()])]),
            dictionary! { "A" => 1, "B" => dictionary! { "C" => "D" }, "E" => vec![Object::Boolean(true)] }.into(),
        ];
        kept.extend((0..250).map(Object::Integer));
        let mut references: Vec<Object> = kept.into_iter().map(|object| file.add_object(object).into()).collect();
        references.push(file.add_object(Stream::new(dictionary! { "Type" => "Metadata" }, b"isi ".repeat(40))).into());
        let root = file.add_object(dictionary! { "Type" => "Catalog", "All" => references });
        file.trailer.set("Root", root);
        file
    }

    #[test]
    fn the_same_bytes_as_lopdf_writes() {
        let (mut own, mut theirs) = (sample(), Vec::new());
        own.compress();
        own.clone().save_modern(&mut theirs).unwrap();
        assert!(written(&own, &Written::from(1)).unwrap() == theirs);
        // Some of them written beforehand.
        let mut elements = Written::from(101);
        for number in 101..=180 {
            let object = own.objects.remove(&(number, 0)).unwrap();
            elements.add(|out| write_object(out, &object));
        }
        assert!(written(&own, &elements).unwrap() == theirs);
    }

    #[test]
    fn no_object_stream_ends_in_a_carriage_return() {
        for number in 0..1_000 {
            let object = Object::Integer(number);
            let stream = together(&[(1, Small::Object(&object))]).unwrap();
            assert!(!ends_in_riddle(&stream.content), "{number}");
        }
    }

    #[test]
    fn what_is_written_reads_back() {
        let bytes = saved(sample(), &Written::from(1)).unwrap();
        let file = Document::load_mem(&bytes).unwrap();
        let all = file.catalog().unwrap().get(b"All").unwrap().as_array().unwrap();
        let of = |index: usize| file.get_object(all[index].as_reference().unwrap()).unwrap();
        assert_eq!(of(8), &Object::string_literal("(a) ) \\ \r ((b"));
        assert_eq!(of(all.len() - 2), &Object::Integer(249));
        assert_eq!(of(all.len() - 1).as_stream().unwrap().decompressed_content().unwrap(), b"isi ".repeat(40));
    }
}
