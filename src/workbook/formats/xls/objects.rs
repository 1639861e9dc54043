//! The comments on an .xls sheet's cells, and the texts around them: page headers, text boxes, shapes.
//!
//! A text stands in records of its own behind its object ([MS-XLS] 2.4.329): `OBJ` numbers it, `TXO`
//! says how long it is, `CONTINUE` holds it; a `NOTE` makes a comment of the object that it names.

use super::container::u16_at;
use super::records;
use crate::vocabulary::{Around, CellAddress};
use std::collections::BTreeMap;

/// The texts of one sheet, gathered record by record.
#[derive(Default)]
pub(super) struct Objects {
    pages: Vec<(Around, String)>,
    /// Of each object its text.
    texts: BTreeMap<u16, String>,
    /// The cell and the object of each comment.
    notes: Vec<(CellAddress, u16)>,
    /// The object that the records are about, and the letters of its text that are still to come.
    object: u16,
    wanted: usize,
}

/// What the records of a sheet told.
pub(super) struct Told {
    /// By cell.
    pub comments: Vec<(CellAddress, String)>,
    /// Page headers and footers, with their codes.
    pub pages: Vec<(Around, String)>,
    /// The texts of boxes and shapes.
    pub drawn: Vec<String>,
}

impl Objects {
    /// Takes a record; others than those of objects and pages say nothing here. None where it is cut short.
    pub fn take(&mut self, number: u16, data: &[u8]) -> Option<()> {
        match number {
            records::HEADER | records::FOOTER if data.len() > 2 => {
                let place = if number == records::HEADER { Around::Header } else { Around::Footer };
                self.pages.push((place, super::look::text(data)?));
            }
            records::OBJECT => (self.object, self.wanted) = (u16_at(data, 6)?, 0),
            records::OBJECT_TEXT => self.wanted = usize::from(u16_at(data, 10)?),
            records::CONTINUE if self.wanted > 0 => {
                let (is_wide, letters) = (data.first()? & 1 != 0, data.get(1..)?);
                let units: Vec<u16> = if is_wide {
                    letters.chunks_exact(2).take(self.wanted).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect()
                } else {
                    letters.iter().take(self.wanted).map(|byte| u16::from(*byte)).collect()
                };
                self.wanted -= units.len();
                self.texts.entry(self.object).or_default().push_str(&String::from_utf16_lossy(&units).replace('\r', "\n"));
            }
            records::NOTE => {
                let at = CellAddress::new(u16_at(data, 0)?.into(), u16_at(data, 2)?.into());
                self.notes.push((at, u16_at(data, 6)?));
            }
            _ => {}
        }
        Some(())
    }

    /// The comments by cell, and the texts of what is drawn otherwise.
    pub fn finish(mut self) -> Told {
        let texts = &mut self.texts;
        let mut comments: Vec<(CellAddress, String)> =
            self.notes.iter().filter_map(|(at, object)| Some((*at, texts.remove(object)?))).collect();
        comments.sort();
        Told { comments, pages: self.pages, drawn: self.texts.into_values().collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(id: u16) -> Vec<u8> {
        [&[0x15, 0, 0x12, 0, 0x19, 0][..], &id.to_le_bytes(), &[0; 14]].concat()
    }

    fn length(letters: u16) -> Vec<u8> {
        [&[0; 10][..], &letters.to_le_bytes(), &[0; 6]].concat()
    }

    fn short(text: &str) -> Vec<u8> {
        [&(text.len() as u16).to_le_bytes()[..], &[0], text.as_bytes()].concat()
    }

    #[test]
    fn comments_boxes_and_page_headers() {
        let wide = "é\r9".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let records: Vec<(u16, Vec<u8>)> = vec![
            (records::HEADER, short("&CTAHUN 2020")),
            (records::FOOTER, Vec::new()),
            (records::OBJECT, object(1)),
            (records::OBJECT_TEXT, length(9)),
            // A text may be cut in two, each piece in letters of its own width; its formats come behind it.
            (records::CONTINUE, [&[0][..], b"data 2"].concat()),
            (records::CONTINUE, [&[1][..], &wide].concat()),
            (records::CONTINUE, vec![0, 0, 5, 0]),
            (records::OBJECT, object(2)),
            (records::OBJECT_TEXT, length(7)),
            (records::CONTINUE, [&[0][..], b"Rp Juta"].concat()),
            (records::NOTE, [&[3u16, 4, 0, 1].map(u16::to_le_bytes).concat()[..], &[0; 4]].concat()),
            (records::NOTE, [&[9u16, 9, 0, 77].map(u16::to_le_bytes).concat()[..], &[0; 4]].concat()),
        ];
        let mut objects = Objects::default();
        for (number, data) in &records {
            objects.take(*number, data).unwrap();
            for cut in 0..data.len() {
                let _ = Objects::default().take(*number, &data[..cut]);
            }
        }
        let Told { comments, pages, drawn } = objects.finish();
        assert_eq!(comments, [(CellAddress::new(3, 4), "data 2é\n9".to_owned())]);
        assert_eq!(pages, [(Around::Header, "&CTAHUN 2020".to_owned())]);
        assert_eq!(drawn, ["Rp Juta"]);
    }
}
