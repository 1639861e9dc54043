//! Workbook files made for tests: packages from parts, and a mutator.

use super::reader::Reader;
use super::sheet::{Cell, Formula, NumberStyle, Sheet, Value, Workbook};
use crate::diagnostic::{BerkasRusak, Fakta, Temuan};
use crate::profile::Limits;
use std::io::{Cursor, Write as _};
use std::path::Path;
use zip::write::SimpleFileOptions;

/// A zip archive of these parts.
pub(crate) fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const LINKS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-421]dd\ mmmm\ yyyy;@"/></numFmts><fonts/><fills/><borders/><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="46"/></cellXfs></styleSheet>"#;

/// A workbook of one sheet, from the XML inside `<worksheet>`. Style 1 is a
/// percent, 2 and 3 dates, 4 an elapsed time.
pub(crate) struct Xlsx<'a> {
    pub sheet: &'a str,
    pub strings: &'a str,
    /// Attributes and elements of workbook.xml before `<sheets>`.
    pub workbook: &'a str,
}

impl Xlsx<'_> {
    pub fn parts(&self) -> Vec<(String, Vec<u8>)> {
        let ns = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;
        let workbook = format!(
            r#"<workbook {ns}>{}<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
            self.workbook
        );
        let sheet = format!(r#"<?xml version="1.0" encoding="UTF-8"?><worksheet {ns}>{}</worksheet>"#, self.sheet);
        let strings = format!("<sst {ns}>{}</sst>", self.strings);
        [
            ("[Content_Types].xml", TYPES.to_owned()),
            ("_rels/.rels", ROOT.to_owned()),
            ("xl/workbook.xml", workbook),
            ("xl/_rels/workbook.xml.rels", LINKS.to_owned()),
            ("xl/styles.xml", STYLES.to_owned()),
            ("xl/sharedStrings.xml", strings),
            ("xl/worksheets/sheet1.xml", sheet),
        ]
        .map(|(name, text)| (name.to_owned(), text.into_bytes()))
        .to_vec()
    }

    pub fn bytes(&self) -> Vec<u8> {
        let parts = self.parts();
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
        package(&parts)
    }
}

/// A workbook whose rows are this XML.
pub(super) fn rows(rows: &str) -> Vec<u8> {
    Xlsx { sheet: &format!("<sheetData>{rows}</sheetData>"), strings: "", workbook: "" }.bytes()
}

/// Reads bytes as a file of this name.
#[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
#[expect(clippy::result_large_err, reason = "as Reader::read")]
pub(super) fn read_with(limits: Limits, name: &str, bytes: &[u8]) -> Result<Workbook, Temuan> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(Path::new(name).file_name().unwrap());
    std::fs::write(&path, bytes).unwrap();
    Reader::new(limits).read(&path, name)
}

#[expect(clippy::result_large_err, reason = "as Reader::read")]
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Workbook, Temuan> {
    read_with(Limits::default(), name, bytes)
}

/// What a damaged file is told by.
pub(super) fn damage(name: &str, bytes: &[u8]) -> String {
    match read(name, bytes) {
        Err(Temuan { fakta: Fakta::BerkasRusak(BerkasRusak { rincian }), .. }) => rincian,
        other => panic!("{other:?}"),
    }
}

/// A cell in few words: `A1=5`, `A1='teks'`, `A1=5%`, `A1=@44585`, `A1={B1+1}5`.
pub(super) fn shown(cell: &Cell<'_>) -> String {
    let formula = match &cell.formula {
        Formula::None => String::new(),
        Formula::Some(text) => format!("{{{}}}", text.unwrap_or_default()),
        Formula::Unknown => "{?}".to_owned(),
    };
    let value = match &cell.value {
        Value::Text(text) => format!("'{text}'"),
        Value::Number { value, digits } if *digits > 15 => format!("{value}#{digits}"),
        Value::Number { value, .. } => value.to_string(),
        Value::Overflow(text) => format!("overflow {text}"),
        Value::Bool(value) => value.to_string(),
        Value::Error(text) => (*text).to_owned(),
        Value::Date { serial } => format!("@{serial}"),
        Value::NoResult => "tanpa hasil".to_owned(),
    };
    let style = match cell.style {
        NumberStyle::Percent => "%",
        NumberStyle::Unknown => "?",
        _ => "",
    };
    format!("{}={formula}{value}{style}", cell.at)
}

pub(super) fn all(sheet: &Sheet) -> Vec<String> {
    sheet.cells.iter().map(|cell| shown(&cell)).collect()
}

/// A source of numbers that is the same in every run (xorshift).
pub(super) struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

/// Damages bytes: flips, cuts, doublings, and tokens that readers trip over.
pub(super) fn mutate(bytes: &mut Vec<u8>, dice: &mut Dice, tokens: &[&[u8]]) {
    for _ in 0..=dice.roll(4) {
        if bytes.is_empty() {
            return;
        }
        let at = dice.roll(bytes.len());
        let end = (at + 1 + dice.roll(24)).min(bytes.len());
        match dice.roll(6) {
            0 => bytes[at] ^= 1 << dice.roll(8),
            1 => bytes[at] = [0, 0xFF, b'<', b'>', b'&', b'"', b'9'][dice.roll(7)],
            2 => drop(bytes.drain(at..end)),
            3 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            4 => bytes.truncate(at),
            _ => {
                let token = tokens[dice.roll(tokens.len())];
                let end = (at + token.len()).min(bytes.len());
                bytes.splice(at..end, token.iter().copied());
            }
        }
    }
}
