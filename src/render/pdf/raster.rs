//! A picture: a PNG or JPEG taken into the PDF without a decoder of its own.

use crate::document::{picture_trouble, pixels};
use crate::render::pdf::error::RenderError;
use crate::render::pdf::words_id::{CMYK, DAMAGED, INTERLACED, PIXELS};
use lopdf::{Dictionary, Object, Stream, dictionary};

/// An image ready to be embedded.
#[derive(Clone, PartialEq, Debug)]
pub struct Raster {
    /// In pixels.
    pub width: u32,
    pub height: u32,
    pub image: Stream,
    /// Its transparency, where it has any.
    pub mask: Option<Stream>,
}

/// More than any page needs, and little enough to unpack.
const MOST_PIXELS: u64 = 16_000_000;

impl Raster {
    /// Reads a PNG (not interlaced) or a JPEG (grey or RGB); the error calls it `name`.
    pub fn read(bytes: &[u8], name: &str) -> Result<Self, RenderError> {
        let read = match pixels(bytes) {
            Ok(_) if bytes.starts_with(b"\x89PNG") => png(bytes),
            Ok(_) => jpeg(bytes),
            Err(trouble) => Err(picture_trouble(trouble)),
        };
        read.map_err(|reason| RenderError::Picture { name: name.to_owned(), reason })
    }
}

fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}

fn image(width: u32, height: u32, space: Object, bits: u8, content: Vec<u8>) -> Stream {
    let dictionary = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(width),
        "Height" => i64::from(height),
        "ColorSpace" => space,
        "BitsPerComponent" => i64::from(bits),
    };
    Stream::new(dictionary, content)
}

/// PNG, ISO/IEC 15948: its data are Flate with the very predictors that PDF knows.
fn png(bytes: &[u8]) -> Result<Raster, &'static str> {
    let mut at = 8;
    let mut header: Option<&[u8]> = None;
    let (mut palette, mut transparency, mut data): (&[u8], &[u8], Vec<u8>) = (&[], &[], Vec::new());
    while let Some(length) = be32(bytes, at) {
        let kind = bytes.get(at + 4..at + 8).ok_or(DAMAGED)?;
        let from = at + 8;
        let end = from.checked_add(length as usize).ok_or(DAMAGED)?;
        let chunk = bytes.get(from..end).ok_or(DAMAGED)?;
        match kind {
            b"IHDR" => header = Some(chunk),
            b"PLTE" => palette = chunk,
            b"tRNS" => transparency = chunk,
            b"IDAT" => data.extend_from_slice(chunk),
            b"IEND" => break,
            _ => {}
        }
        at = end + 4;
    }
    let header = header.filter(|h| h.len() == 13).ok_or(DAMAGED)?;
    let (width, height) = (be32(header, 0).ok_or(DAMAGED)?, be32(header, 4).ok_or(DAMAGED)?);
    let (bits, kind, interlaced) = (header[8], header[9], header[12]);
    if width == 0 || height == 0 || u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PIXELS);
    }
    if interlaced != 0 {
        return Err(INTERLACED);
    }
    let colours: i64 = match (kind, bits) {
        (0, 1 | 2 | 4 | 8 | 16) => 1,
        (2, 8 | 16) => 3,
        (3, 1 | 2 | 4 | 8) => 1,
        (4, 8 | 16) => 2,
        (6, 8 | 16) => 4,
        _ => return Err(DAMAGED),
    };
    let parameters = dictionary! { "Predictor" => 15, "Colors" => colours, "BitsPerComponent" => i64::from(bits), "Columns" => i64::from(width) };
    let packed = |space: Object| {
        let mut stream = image(width, height, space, bits, data.clone());
        stream.dict.set("Filter", "FlateDecode");
        stream.dict.set("DecodeParms", parameters.clone());
        stream.allows_compression = false;
        stream
    };
    // Unpacked here, so that damaged data never reach a reader.
    let per_row = (u64::from(width) * colours as u64 * u64::from(bits)).div_ceil(8) as usize;
    let mut whole = Stream::new(dictionary! { "Filter" => "FlateDecode" }, data.clone());
    whole.allows_compression = false;
    let filtered = whole.decompressed_content_with_limit((per_row + 1) * height as usize + 1024).map_err(|_| DAMAGED)?;
    let plain = unfiltered(&filtered, per_row, (colours as usize * usize::from(bits)).div_ceil(8)).ok_or(DAMAGED)?;
    if plain.len() < per_row * height as usize {
        return Err(DAMAGED);
    }
    let (image, mask) = match kind {
        0 => (packed("DeviceGray".into()), None),
        2 => (packed("DeviceRGB".into()), None),
        3 => {
            if palette.is_empty() || palette.len() % 3 != 0 || palette.len() > 768 {
                return Err(DAMAGED);
            }
            let lookup = Object::String(palette.to_vec(), lopdf::StringFormat::Hexadecimal);
            let space = Object::Array(vec!["Indexed".into(), "DeviceRGB".into(), (palette.len() as i64 / 3 - 1).into(), lookup]);
            let mask = (!transparency.is_empty()).then(|| {
                let alpha = indices(&plain, per_row, width, height, bits)
                    .map(|i| transparency.get(usize::from(i)).copied().unwrap_or(255))
                    .collect();
                self::image(width, height, "DeviceGray".into(), 8, alpha)
            });
            (packed(space), mask)
        }
        _ => {
            let wide = usize::from(bits / 8);
            let all = colours as usize * wide;
            let (mut colour, mut alpha) = (Vec::new(), Vec::new());
            for pixel in plain.chunks_exact(all) {
                // The high byte of each sample is all that a page can show.
                let mut samples = pixel.chunks_exact(wide).map(|sample| sample[0]);
                colour.extend(samples.by_ref().take(colours as usize - 1));
                alpha.extend(samples);
            }
            let space = if kind == 4 { "DeviceGray" } else { "DeviceRGB" };
            (self::image(width, height, space.into(), 8, colour), Some(self::image(width, height, "DeviceGray".into(), 8, alpha)))
        }
    };
    Ok(Raster { width, height, image, mask })
}

/// Undoes the filter of each row (ISO/IEC 15948, 9.2); lopdf's own does not know rows of less than whole bytes.
fn unfiltered(data: &[u8], per_row: usize, per_pixel: usize) -> Option<Vec<u8>> {
    let mut plain = Vec::with_capacity(data.len());
    let mut above = vec![0u8; per_row];
    for row in data.chunks_exact(per_row + 1) {
        let (filter, row) = row.split_first()?;
        let mut line = row.to_vec();
        for x in 0..per_row {
            let left = if x < per_pixel { 0 } else { line[x - per_pixel] };
            let (up, corner) = (above[x], if x < per_pixel { 0 } else { above[x - per_pixel] });
            let predicted = match filter {
                0 => 0,
                1 => left,
                2 => up,
                3 => ((u16::from(left) + u16::from(up)) / 2) as u8,
                4 => paeth(left, up, corner),
                _ => return None,
            };
            line[x] = line[x].wrapping_add(predicted);
        }
        plain.extend_from_slice(&line);
        above = line;
    }
    Some(plain)
}

/// The neighbour nearest to `left + up - corner`.
fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(up) - i16::from(corner);
    let far = |neighbour: u8| (guess - i16::from(neighbour)).abs();
    if far(left) <= far(up) && far(left) <= far(corner) {
        left
    } else if far(up) <= far(corner) {
        up
    } else {
        corner
    }
}

/// The palette index of each pixel.
fn indices(plain: &[u8], per_row: usize, width: u32, height: u32, bits: u8) -> impl Iterator<Item = u8> + '_ {
    let per_byte = 8 / usize::from(bits);
    let mask = (1u16 << bits) as u8;
    let mask = mask.wrapping_sub(1);
    (0..height as usize).flat_map(move |row| {
        (0..width as usize).map(move |x| {
            let byte = plain.get(row * per_row + x / per_byte).copied().unwrap_or(0);
            byte >> (8 - usize::from(bits) * (x % per_byte + 1)) & mask
        })
    })
}

/// JPEG: kept as it is; its frame header tells size and colours.
fn jpeg(bytes: &[u8]) -> Result<Raster, &'static str> {
    let mut at = 2;
    loop {
        let marker = bytes.get(at..at + 2).ok_or(DAMAGED)?;
        if marker[0] != 0xff {
            return Err(DAMAGED);
        }
        if marker[1] == 0xff {
            at += 1;
            continue;
        }
        let length = usize::from(u16::from_be_bytes(bytes.get(at + 2..at + 4).ok_or(DAMAGED)?.try_into().map_err(|_| DAMAGED)?));
        let frame = matches!(marker[1], 0xc0..=0xcf) && !matches!(marker[1], 0xc4 | 0xc8 | 0xcc);
        if frame {
            let header = bytes.get(at + 4..at + 10).ok_or(DAMAGED)?;
            let (bits, height, width) =
                (header[0], u16::from_be_bytes([header[1], header[2]]), u16::from_be_bytes([header[3], header[4]]));
            let space = match header[5] {
                1 => "DeviceGray",
                3 => "DeviceRGB",
                _ => return Err(CMYK),
            };
            if bits != 8 || width == 0 || height == 0 || !is_whole(bytes.get(at..).unwrap_or_default()) {
                return Err(DAMAGED);
            }
            if u64::from(width) * u64::from(height) > MOST_PIXELS {
                return Err(PIXELS);
            }
            let mut image = image(width.into(), height.into(), space.into(), 8, bytes.to_vec());
            image.dict.set("Filter", "DCTDecode");
            image.allows_compression = false;
            return Ok(Raster { width: width.into(), height: height.into(), image, mask: None });
        }
        if marker[1] == 0xd9 || marker[1] == 0xda || length < 2 {
            return Err(DAMAGED);
        }
        at += 2 + length;
    }
}

/// Whether a JPEG, from its frame header on, has a scan and the marker that ends
/// the image behind it (ITU-T T.81, B.1.1.3): one cut off would be half a picture.
fn is_whole(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some([0xff, marker]) = bytes.get(at..at + 2) {
        if *marker == 0xff {
            at += 1;
            continue;
        }
        let Some(length) = bytes.get(at + 2..at + 4).map(|size| usize::from(u16::from_be_bytes([size[0], size[1]]))) else {
            return false;
        };
        if *marker == 0xda {
            return memchr::memmem::rfind(bytes, &[0xff, 0xd9]).is_some_and(|end| end > at + 2 + length);
        }
        at += 2 + length.max(2);
    }
    false
}

impl Raster {
    /// Adds the image to a file and gives the reference to draw it by.
    pub fn add(&self, file: &mut lopdf::Document) -> Object {
        let mut image = self.image.clone();
        if let Some(mask) = &self.mask {
            let mask = file.add_object(mask.clone());
            image.dict.set("SMask", mask);
        }
        Object::Reference(file.add_object(image))
    }

    /// Whether it lets the page shine through.
    pub fn is_transparent(&self) -> bool {
        self.mask.is_some()
    }
}

/// A page's blending colour space, required where something on it is transparent.
pub fn transparency_group() -> Dictionary {
    dictionary! { "Type" => "Group", "S" => "Transparency", "CS" => "DeviceRGB" }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
        // The checksum is not looked at.
        [&(data.len() as u32).to_be_bytes()[..], kind, data, &[0; 4]].concat()
    }

    /// A PNG of the colour type, every row of it `row`.
    pub fn png_of(kind: u8, bits: u8, width: u32, height: u32, row: &[u8], extra: &[u8]) -> Vec<u8> {
        let mut plain = Vec::new();
        for _ in 0..height {
            plain.push(0);
            plain.extend_from_slice(row);
        }
        let mut packed = Stream::new(Dictionary::new(), plain);
        packed.compress().unwrap();
        // Too little to be worth compressing: a stored block will do.
        let packed = if packed.dict.has(b"Filter") { packed.content } else { stored(&packed.content) };
        let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[bits, kind, 0, 0, 0]].concat();
        [b"\x89PNG\r\n\x1a\n", &chunk(b"IHDR", &header)[..], extra, &chunk(b"IDAT", &packed), &chunk(b"IEND", &[])].concat()
    }

    fn stored(plain: &[u8]) -> Vec<u8> {
        let length = plain.len() as u16;
        let (mut a, mut b) = (1u32, 0u32);
        for byte in plain {
            a = (a + u32::from(*byte)) % 65_521;
            b = (b + a) % 65_521;
        }
        [&[0x78, 0x01, 1][..], &length.to_le_bytes(), &(!length).to_le_bytes(), plain, &((b << 16) | a).to_be_bytes()].concat()
    }

    #[test]
    fn alpha_becomes_a_mask() {
        let emblem = Raster::read(&png_of(6, 8, 2, 1, &[1, 2, 3, 4, 5, 6, 7, 8], &[]), "a").unwrap();
        assert_eq!(emblem.image.content, [1, 2, 3, 5, 6, 7]);
        assert_eq!(emblem.mask.unwrap().content, [4, 8]);
    }

    #[test]
    fn a_palette_with_transparency() {
        let extra = [chunk(b"PLTE", &[0, 0, 0, 255, 255, 255]), chunk(b"tRNS", &[0])].concat();
        let emblem = Raster::read(&png_of(3, 1, 4, 1, &[0b0110_0000], &extra), "a").unwrap();
        assert_eq!(emblem.mask.unwrap().content, [0, 255, 255, 0]);
    }

    #[test]
    fn rows_are_unfiltered() {
        // Sub, Up, Average and Paeth, two bytes a row, one byte a pixel.
        let data = [1, 5, 1, 2, 1, 1, 3, 1, 1, 4, 1, 1];
        assert_eq!(unfiltered(&data, 2, 1).unwrap(), [5, 6, 6, 7, 4, 6, 5, 7]);
        assert_eq!(unfiltered(&[9, 0, 0], 2, 1), None);
    }

    #[test]
    fn plain_png_is_taken_as_it_is() {
        let emblem = Raster::read(&png_of(2, 8, 1, 1, &[9, 9, 9], &[]), "a").unwrap();
        assert!(emblem.mask.is_none());
        let parameters = emblem.image.dict.get(b"DecodeParms").unwrap().as_dict().unwrap();
        assert_eq!(parameters.get(b"Colors").unwrap().as_i64().unwrap(), 3);
    }

    #[test]
    fn damaged_files_are_refused() {
        let good = png_of(6, 8, 2, 1, &[1, 2, 3, 4, 5, 6, 7, 8], &[]);
        for length in 0..good.len() - 16 {
            assert!(Raster::read(&good[..length], "a").is_err(), "{length}");
        }
        assert!(Raster::read(&[0xff, 0xd8, 0xff, 0xe0, 0, 0], "a").is_err());
    }

    #[test]
    fn jpeg_size() {
        let head: &[u8] = &[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 5, 0, 7, 3, 0, 0, 0];
        let scan: &[u8] = &[0xff, 0xda, 0, 8, 1, 0, 0, 0, 63, 0, 0xab, 0xcd, 0xff, 0xd9];
        let whole = [head, scan].concat();
        let emblem = Raster::read(&whole, "a").unwrap();
        assert_eq!((emblem.width, emblem.height), (7, 5));
        for length in 0..whole.len() {
            assert!(Raster::read(&whole[..length], "a").is_err(), "{length}");
        }
    }
}
