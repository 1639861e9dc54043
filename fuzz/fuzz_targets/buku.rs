//! Any bytes as the one part of an .ods or .xlsb that holds the cells, or as a
//! .csv, by their first byte: a workbook that is searched for tables, or a finding.

#![no_main]

use iku::profile::Limits;
use iku::workbook::Reader;
use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, stored).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook.bin of one sheet, `Data`, by the relationship `a` ([MS-XLSB] 2.4.304).
fn book() -> Vec<u8> {
    let wide = |text: &str| {
        let units: Vec<u16> = text.encode_utf16().collect();
        let mut bytes = (units.len() as u32).to_le_bytes().to_vec();
        units.iter().for_each(|unit| bytes.extend(unit.to_le_bytes()));
        bytes
    };
    let body = [0u32.to_le_bytes().to_vec(), 1u32.to_le_bytes().to_vec(), wide("a"), wide("Data")].concat();
    [vec![0x9C, 0x01, body.len() as u8], body].concat()
}

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, rest)) = bytes.split_first() else { return };
    let reader = Reader::new(Limits { sel: 20_000, ..Limits::default() });
    let (name, file) = match kind % 3 {
        0 => ("a.csv", rest.to_vec()),
        1 => {
            let mime: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
            ("a.ods", package(&[("mimetype", mime), ("content.xml", rest)]))
        }
        _ => {
            let links = format!("<Relationships><Relationship Id='a' Type='{LINKS}/worksheet' Target='s.bin'/></Relationships>");
            let parts: [(&str, &[u8]); 4] = [
                ("[Content_Types].xml", b"<Types>sheet.binary.macroEnabled.main</Types>"),
                ("xl/workbook.bin", &book()),
                ("xl/_rels/workbook.bin.rels", links.as_bytes()),
                ("xl/s.bin", rest),
            ];
            ("a.xlsb", package(&parts))
        }
    };
    if let Ok(workbook) = reader.read_bytes(name, &file) {
        iku::dataset::inspect(&workbook);
    }
});
