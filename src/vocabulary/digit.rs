//! Digits of any script and width.

/// The zeros of Unicode's decimal digits (general category Nd), ascending.
const ZEROS: [u32; 62] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040,
    0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0,
    0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650,
    0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6,
    0x1fbf0,
];

/// What a character counts as a digit: ASCII, full-width, Arabic, Javanese …,
/// raised, lowered and circled ones too.
///
/// ```
/// use iku::vocabulary::digit;
/// assert_eq!((digit('7'), digit('７'), digit('٧'), digit('⁷'), digit('⑦'), digit('x')), (Some(7), Some(7), Some(7), Some(7), Some(7), None));
/// assert_eq!((digit('❼'), digit('⑺'), digit('⒎'), digit('⓿')), (Some(7), Some(7), Some(7), Some(0)));
/// ```
pub fn digit(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.to_digit(10).and_then(|value| u8::try_from(value).ok());
    }
    let code = u32::from(c);
    let value = match code {
        0xb9 => 1,
        0xb2 | 0xb3 => code - 0xb0,
        0x2070 | 0x2074..=0x2079 => code - 0x2070,
        0x2080..=0x2089 => code - 0x2080,
        0x2460..=0x2468 => code - 0x245f,
        // In brackets, with a point, circled twice, on black, sans serif.
        0x2474..=0x247c => code - 0x2473,
        0x2488..=0x2490 => code - 0x2487,
        0x24f5..=0x24fd => code - 0x24f4,
        0x2776..=0x277e => code - 0x2775,
        0x2780..=0x2788 => code - 0x277f,
        0x278a..=0x2792 => code - 0x2789,
        0x24ea | 0x24ff | 0x1f10b | 0x1f10c => 0,
        // `0,`
        0x1f101..=0x1f10a => code - 0x1f101,
        _ => code - ZEROS[ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?],
    };
    u8::try_from(value).ok().filter(|value| *value < 10)
}

/// What a letter counts as that people type in the place of a digit: `O812`, `357501I2`.
pub(super) fn lookalike(c: char) -> Option<u8> {
    match c {
        // The Greek and the Cyrillic letter too.
        'O' | 'o' | '\u{39f}' | '\u{3bf}' | '\u{41e}' | '\u{43e}' => Some(0),
        'I' | 'l' => Some(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_that_unicode_calls_so() {
        assert!(ZEROS.is_sorted());
        for zero in ZEROS {
            let zero = char::from_u32(zero).unwrap();
            assert!(zero.is_numeric(), "{zero:?}");
            assert_eq!(digit(zero), Some(0));
        }
        assert_eq!(digit('½'), None);
        assert_eq!(digit('Ⅷ'), None);
    }
}
