//! The sRGB profile for the output intent, made from its definition (IEC 61966-2-1)
//! in the form of ICC.1:2004-10, the newest that PDF 1.7 knows.

/// The profile's bytes.
pub fn srgb() -> Vec<u8> {
    // sRGB's primaries and white adapted to D50 by Bradford's method.
    let xyz = |x: f64, y: f64, z: f64| [&b"XYZ \0\0\0\0"[..], &fixed(x), &fixed(y), &fixed(z)].concat();
    // Y = ((X + 0.055) / 1.055)^2.4 above 0.04045, X / 12.92 below.
    let curve =
        [&b"para\0\0\0\0\0\x03\0\0"[..], &[2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045].map(fixed).concat()].concat();
    let adaptation = [1.047_882, 0.022_919, -0.050_201, 0.029_587, 0.990_479, -0.017_059, -0.009_232, 0.015_076, 0.751_678];
    let chad = [&b"sf32\0\0\0\0"[..], &adaptation.map(fixed).concat()].concat();
    let tags: Vec<(&[u8; 4], Vec<u8>)> = vec![
        (b"desc", text("sRGB IEC61966-2.1")),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", xyz(0.964_2, 1.0, 0.824_9)),
        (b"chad", chad),
        (b"rXYZ", xyz(0.436_07, 0.222_49, 0.013_92)),
        (b"gXYZ", xyz(0.385_15, 0.716_87, 0.097_08)),
        (b"bXYZ", xyz(0.143_07, 0.060_61, 0.714_1)),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut table = (tags.len() as u32).to_be_bytes().to_vec();
    let mut data: Vec<u8> = Vec::new();
    let start = 128 + 4 + 12 * tags.len();
    for (name, value) in &tags {
        table.extend_from_slice(*name);
        table.extend_from_slice(&((start + data.len()) as u32).to_be_bytes());
        table.extend_from_slice(&(value.len() as u32).to_be_bytes());
        data.extend_from_slice(value);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let mut profile = ((start + data.len()) as u32).to_be_bytes().to_vec();
    profile.extend_from_slice(b"\0\0\0\0\x04\x20\0\0mntrRGB XYZ ");
    // Created: the year of the standard, for the clock may not be asked.
    for part in [1999u16, 1, 1, 0, 0, 0] {
        profile.extend_from_slice(&part.to_be_bytes());
    }
    profile.extend_from_slice(b"acsp");
    // Platform, flags, device, attributes and rendering intent: none in particular.
    profile.extend_from_slice(&[0; 28]);
    // The connection space's illuminant, D50.
    profile.extend_from_slice(&[0.964_2, 1.0, 0.824_9].map(fixed).concat());
    profile.resize(128, 0);
    profile.extend(table);
    profile.extend(data);
    profile
}

/// s15Fixed16Number.
fn fixed(x: f64) -> [u8; 4] {
    ((x * 65_536.0).round() as i32).to_be_bytes()
}

/// multiLocalizedUnicodeType with one record.
fn text(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    [&b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS"[..], &(units.len() as u32).to_be_bytes(), &28u32.to_be_bytes(), &units].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_is_as_long_as_it_says() {
        let profile = srgb();
        assert_eq!(profile.len(), u32::from_be_bytes(profile[..4].try_into().unwrap()) as usize);
        assert_eq!(&profile[36..40], b"acsp");
        assert_eq!(&profile[128..132], &[0, 0, 0, 10]);
        // The first tag begins where the table ends.
        assert_eq!(u32::from_be_bytes(profile[136..140].try_into().unwrap()), 128 + 4 + 120);
    }
}
