//! styles.xml: which number format each cell style has.

use crate::workbook::cell_format::CellFormat;
use crate::workbook::failure::Dibaca;
use crate::workbook::xml::{Tag, Token, Xml};
use std::collections::BTreeMap;
use std::io::Read;

/// The number formats of the cell styles, by style index.
#[derive(Default)]
pub(super) struct Styles {
    formats: Vec<CellFormat>,
}

impl Styles {
    /// The format of a style; `None` for an index the file does not define.
    pub fn format(&self, style: usize) -> Option<CellFormat> {
        if self.formats.is_empty() && style == 0 {
            return Some(CellFormat::General);
        }
        self.formats.get(style).copied()
    }

    pub fn read<R: Read>(mut xml: Xml<R>) -> Dibaca<Self> {
        let mut codes: BTreeMap<u32, CellFormat> = BTreeMap::new();
        let mut styles: Vec<u32> = Vec::new();
        // What `<numFmts>` and `<cellXfs>` hold; `<dxfs>` has elements of the same names.
        let (mut in_codes, mut in_styles) = (false, false);
        loop {
            match xml.next()? {
                Token::Open(tag) => match tag.local {
                    b"styleSheet" => {}
                    b"numFmts" => in_codes = true,
                    b"cellXfs" => in_styles = true,
                    b"numFmt" if in_codes => {
                        if let (Some(id), Some(code)) = (number(&tag, b"numFmtId"), tag.text(b"formatCode")?) {
                            codes.insert(id, CellFormat::of_code(&code));
                        }
                    }
                    b"xf" if in_styles => styles.push(number(&tag, b"numFmtId").unwrap_or(0)),
                    _ => xml.skip()?,
                },
                Token::Close(b"numFmts", _) => in_codes = false,
                Token::Close(b"cellXfs", _) => in_styles = false,
                Token::End => break,
                _ => {}
            }
        }
        let formats = styles.iter().map(|id| codes.get(id).copied().unwrap_or_else(|| CellFormat::builtin(*id))).collect();
        Ok(Self { formats })
    }
}

fn number(tag: &Tag<'_>, name: &[u8]) -> Option<u32> {
    std::str::from_utf8(tag.get(name)?).ok()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_are_counted_in_cell_xfs_alone() {
        let text = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[$-421]dd\\ mmmm\\ yyyy'/><numFmt numFmtId='165' formatCode='0.0%'/>\
                    </numFmts><cellStyleXfs><xf numFmtId='10'/></cellStyleXfs><cellXfs><xf numFmtId='0'><alignment/></xf><xf numFmtId='164'/>\
                    <xf numFmtId='165'/><xf numFmtId='9'/><xf numFmtId='14'/><xf/></cellXfs><dxfs><dxf><numFmt numFmtId='164' formatCode='0'/></dxf></dxfs></styleSheet>";
        let styles = Styles::read(Xml::new(text.as_bytes())).unwrap();
        let formats: Vec<_> = (0..7).map(|style| styles.format(style)).collect();
        use CellFormat::{Date, General, Percent};
        assert_eq!(formats, [Some(General), Some(Date), Some(Percent), Some(Percent), Some(Date), Some(General), None]);
    }
}
