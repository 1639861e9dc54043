//! What a picture's first bytes say: its format and its pixels.

use super::problem::PictureTrouble;

/// The pixels of a PNG (ISO/IEC 15948, 11.2.2) or a JPEG (ITU-T T.81, B.2.2): width and height.
pub fn pixels(bytes: &[u8]) -> Result<(u32, u32), PictureTrouble> {
    let size = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        bytes.get(16..24).and_then(|size| Some((be32(&size[..4])?, be32(&size[4..])?)))
    } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        jpeg(bytes)
    } else if looks_like_svg(bytes) {
        return Err(PictureTrouble::Svg);
    } else {
        return Err(PictureTrouble::Format);
    };
    size.filter(|(width, height)| *width > 0 && *height > 0).ok_or(PictureTrouble::Damaged)
}

/// Whether a file is called as an SVG is.
pub fn is_svg(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with(".svg") || name.ends_with(".svgz")
}

fn looks_like_svg(bytes: &[u8]) -> bool {
    bytes.get(..bytes.len().min(1024)).is_some_and(|head| head.windows(4).any(|word| word == b"<svg"))
}

fn be32(bytes: &[u8]) -> Option<u32> {
    bytes.try_into().ok().map(u32::from_be_bytes)
}

/// The size in the frame header, behind whatever other segments there are.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let marker = bytes.get(at..at + 2)?;
        match marker {
            [0xff, 0xff] => at += 1,
            [0xff, 0xd9 | 0xda] => return None,
            [0xff, 0xc4 | 0xc8 | 0xcc] => at += 2 + be16(bytes, at + 2)?,
            [0xff, 0xc0..=0xcf] => return Some((be16(bytes, at + 7)? as u32, be16(bytes, at + 5)? as u32)),
            [0xff, _] => at += 2 + be16(bytes, at + 2)?,
            _ => return None,
        }
    }
}

fn be16(bytes: &[u8], at: usize) -> Option<usize> {
    let word = bytes.get(at..at + 2)?;
    Some(usize::from(u16::from_be_bytes([word[0], word[1]])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_stand_in_the_headers() {
        let png = [&b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"[..], &[0, 0, 0, 7, 0, 0, 0, 5]].concat();
        assert_eq!(pixels(&png), Ok((7, 5)));
        let jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 5, 0, 7, 3, 0, 0, 0];
        assert_eq!(pixels(&jpeg), Ok((7, 5)));
        for length in 0..png.len() {
            assert!(pixels(&png[..length]).is_err());
        }
        for length in 0..17 {
            assert!(pixels(&jpeg[..length]).is_err(), "{length}");
        }
        assert_eq!(pixels(b"<?xml version='1.0'?><svg/>"), Err(PictureTrouble::Svg));
        assert_eq!(pixels(b"GIF89a"), Err(PictureTrouble::Format));
        assert!(is_svg("Lambang.SVG"));
    }
}
