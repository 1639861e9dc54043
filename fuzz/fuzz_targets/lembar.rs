//! Any bytes as the sheet part of an .xlsx: a workbook that is searched for
//! tables, or a finding.

#![no_main]

use iku::profile::Limits;
use iku::workbook::Reader;
use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn package(sheet: &[u8]) -> Vec<u8> {
    let links = format!(
        "<Relationships><Relationship Id='a' Type='{LINKS}/worksheet' Target='s.xml'/><Relationship Id='b' Type='{LINKS}/sharedStrings' Target='t.xml'/>\
        <Relationship Id='c' Type='{LINKS}/styles' Target='u.xml'/></Relationships>"
    );
    let book = format!("<workbook xmlns='{MAIN}' xmlns:r='{LINKS}'><sheets><sheet name='Data' sheetId='1' r:id='a'/></sheets></workbook>");
    let texts = "<sst><si><t>Nama Koperasi</t></si><si><t>Volume Usaha (Rp Juta)</t></si><si><t>JUMLAH</t></si><si><t>KSP A</t></si></sst>";
    let styles = "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='9'/></cellXfs></styleSheet>";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let parts: [(&str, &[u8]); 6] = [
        ("[Content_Types].xml", b"<Types>spreadsheetml</Types>"),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/t.xml", texts.as_bytes()),
        ("xl/u.xml", styles.as_bytes()),
        ("xl/s.xml", sheet),
    ];
    for (name, bytes) in parts {
        zip.start_file(name, stored).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fuzz_target!(|sheet: &[u8]| {
    let reader = Reader::new(Limits { sel: 20_000, ..Limits::default() });
    if let Ok(workbook) = reader.read_bytes("a.xlsx", &package(sheet)) {
        iku::dataset::inspect(&workbook);
    }
});
