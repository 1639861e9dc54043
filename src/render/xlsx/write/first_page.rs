//! No page number on a part's first page (tata naskah dinas): the writer has no
//! word for `differentFirst` (ECMA-376 part 1, 18.3.1.46), so it is put in after it.

use super::paper::first_header_text;
use crate::render::xlsx::error::RenderError;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The workbook with a first page of its own on these sheets (from 0); all else is copied as it is.
pub fn apart(workbook: Vec<u8>, sheets: &[usize], draf: bool) -> Result<Vec<u8>, RenderError> {
    let failed = |error: &dyn std::fmt::Display| RenderError::Writer(error.to_string());
    let wanted: Vec<String> = sheets.iter().map(|sheet| format!("xl/worksheets/sheet{}.xml", sheet + 1)).collect();
    let mut archive = ZipArchive::new(Cursor::new(workbook)).map_err(|error| failed(&error))?;
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let name = {
            let entry = archive.by_index_raw(index).map_err(|error| failed(&error))?;
            entry.name().map_err(|error| failed(&error))?.into_owned()
        };
        if !wanted.contains(&name) {
            let entry = archive.by_index_raw(index).map_err(|error| failed(&error))?;
            out.raw_copy_file(entry).map_err(|error| failed(&error))?;
            continue;
        }
        let mut xml = String::new();
        archive.by_index(index).map_err(|error| failed(&error))?.read_to_string(&mut xml).map_err(|error| failed(&error))?;
        let options =
            SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::default());
        out.start_file(name, options).map_err(|error| failed(&error))?;
        out.write_all(patched(&xml, draf).as_bytes()).map_err(|error| failed(&error))?;
    }
    Ok(out.finish().map_err(|error| failed(&error))?.into_inner())
}

fn patched(xml: &str, draf: bool) -> String {
    const OPEN: &str = "<headerFooter>";
    const CLOSE: &str = "</headerFooter>";
    let (Some(open), Some(close)) = (xml.rfind(OPEN), xml.rfind(CLOSE)) else { return xml.to_owned() };
    let first = if draf {
        let text = first_header_text().replace('&', "&amp;").replace('"', "&quot;");
        format!("<firstHeader>{text}</firstHeader>")
    } else {
        String::new()
    };
    let inside = &xml[open + OPEN.len()..close];
    format!("{}<headerFooter differentFirst=\"1\">{inside}{first}{}", &xml[..open], &xml[close..])
}
