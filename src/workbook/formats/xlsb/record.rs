//! The records of a BIFF12 part ([MS-XLSB] 2.1.4): a type, a length, bytes.

use crate::workbook::failure::{Dibaca, Gagal};

/// A record's type and its data, whose fields are read in order.
#[derive(Clone, Copy)]
pub(crate) struct Record<'a> {
    pub kind: u16,
    pub data: Fields<'a>,
}

/// The records of a part, one after another.
pub(crate) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub fn new(part: &'a [u8]) -> Self {
        Self { rest: part }
    }

    pub fn next(&mut self) -> Dibaca<Option<Record<'a>>> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let kind = self.varint(2)?;
        let length = self.varint(4)? as usize;
        let (data, rest) = self.rest.split_at_checked(length).ok_or_else(truncated)?;
        self.rest = rest;
        Ok(Some(Record { kind: kind as u16, data: Fields { rest: data } }))
    }

    /// Seven bits a byte, the lowest first, at most `most` bytes.
    fn varint(&mut self, most: u32) -> Dibaca<u32> {
        let mut value = 0;
        for place in 0..most {
            let (&byte, rest) = self.rest.split_first().ok_or_else(truncated)?;
            self.rest = rest;
            value |= u32::from(byte & 0x7F) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        Ok(value)
    }
}

/// A record's data; every read is checked against its length.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a> {
    rest: &'a [u8],
}

impl<'a> Fields<'a> {
    fn take<const N: usize>(&mut self) -> Dibaca<[u8; N]> {
        let (head, rest) = self.rest.split_first_chunk::<N>().ok_or_else(truncated)?;
        self.rest = rest;
        Ok(*head)
    }

    pub fn u8(&mut self) -> Dibaca<u8> {
        Ok(self.take::<1>()?[0])
    }

    pub fn u16(&mut self) -> Dibaca<u16> {
        self.take().map(u16::from_le_bytes)
    }

    pub fn u32(&mut self) -> Dibaca<u32> {
        self.take().map(u32::from_le_bytes)
    }

    pub fn f64(&mut self) -> Dibaca<f64> {
        self.take().map(f64::from_le_bytes)
    }

    /// `XLNullableWideString`: a text, or none.
    pub fn nullable_text(&mut self) -> Dibaca<Option<String>> {
        let mut ahead = *self;
        if ahead.u32()? == u32::MAX {
            *self = ahead;
            return Ok(None);
        }
        self.text().map(Some)
    }

    /// `XLWideString`: a count of UTF-16 units, then the units.
    pub fn text(&mut self) -> Dibaca<String> {
        let units = self.u32()? as usize;
        let (bytes, rest) = units.checked_mul(2).and_then(|length| self.rest.split_at_checked(length)).ok_or_else(truncated)?;
        self.rest = rest;
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map_err(|_| Gagal::rusak("teks UTF-16 yang tidak sah"))
    }
}

pub(crate) fn truncated() -> Gagal {
    Gagal::rusak("rekaman terpotong")
}
