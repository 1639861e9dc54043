//! The records of a BIFF8 stream ([MS-XLS] 2.1.4): a number, a length, so many bytes.

use super::container::u16_at;

pub(super) const FONT: u16 = 0x0031;
pub(super) const FORMAT: u16 = 0x041E;
pub(super) const XF: u16 = 0x00E0;
pub(super) const BOUND_SHEET: u16 = 0x0085;
pub(super) const ROW: u16 = 0x0208;
pub(super) const COLUMNS: u16 = 0x007D;
pub(super) const NUMBER: u16 = 0x0203;
pub(super) const RK: u16 = 0x027E;
pub(super) const MANY_RK: u16 = 0x00BD;
pub(super) const FORMULA: u16 = 0x0006;
pub(super) const SHARED_FORMULA: u16 = 0x04BC;
pub(super) const SHARED_TEXTS: u16 = 0x00FC;
pub(super) const SHARED_TEXT: u16 = 0x00FD;
pub(super) const TEXT: u16 = 0x0204;
pub(super) const PALETTE: u16 = 0x0092;
pub(super) const HEADER: u16 = 0x0014;
pub(super) const FOOTER: u16 = 0x0015;
pub(super) const RULE_CELLS: u16 = 0x01B0;
pub(super) const RULE: u16 = 0x01B1;
pub(super) const VALIDATION: u16 = 0x01BE;
pub(super) const NOTE: u16 = 0x001C;
pub(super) const OBJECT: u16 = 0x005D;
pub(super) const OBJECT_TEXT: u16 = 0x01B6;
pub(super) const CONTINUE: u16 = 0x003C;
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
/// The version that a stream of BIFF8 begins with.
const BIFF8: u16 = 0x0600;

/// The records of the substream that begins at `at`, those of charts inside it left
/// out; none where no substream of BIFF8 begins there.
pub(super) fn substream(stream: &[u8], at: usize) -> Option<impl Iterator<Item = (u16, &[u8])>> {
    let mut rest = stream.get(at..)?;
    let (first, data) = next(&mut rest)?;
    if first != BEGIN || u16_at(data, 0)? != BIFF8 {
        return None;
    }
    let mut depth = 0usize;
    Some(std::iter::from_fn(move || {
        loop {
            let (number, data) = next(&mut rest)?;
            match number {
                BEGIN => depth += 1,
                END if depth == 0 => return None,
                END => depth -= 1,
                _ if depth == 0 => return Some((number, data)),
                _ => {}
            }
        }
    }))
}

fn next<'a>(rest: &mut &'a [u8]) -> Option<(u16, &'a [u8])> {
    let (number, length) = (u16_at(rest, 0)?, usize::from(u16_at(rest, 2)?));
    let data = rest.get(4..4 + length)?;
    *rest = &rest[4 + length..];
    Some((number, data))
}
