//! What the writer has no word for is put into its file afterwards. No page number
//! on a part's first page (tata naskah dinas): `differentFirst` (ECMA-376 part 1,
//! 18.3.1.46). And a table's real length: given all its rows, the writer would
//! keep each of its cells a second time.

use super::paper::first_header_text;
use crate::render::xlsx::error::RenderError;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// What a part's text becomes.
type Patch<'a> = Box<dyn Fn(&str) -> String + 'a>;

/// What is put into a workbook.
pub struct Patches<'a> {
    /// The sheets (from 0) whose first page is apart.
    pub first_pages: &'a [usize],
    /// How many rows each table has, in the order of their sheets.
    pub tables: &'a [u32],
    /// The print areas of each sheet that has many.
    pub areas: &'a [Option<String>],
    pub draf: bool,
}

impl Patches<'_> {
    /// The workbook with these; all else is copied as it is.
    pub fn on(&self, workbook: Vec<u8>) -> Result<Vec<u8>, RenderError> {
        let failed = |error: &dyn std::fmt::Display| RenderError::Writer(error.to_string());
        let mut archive = ZipArchive::new(Cursor::new(workbook)).map_err(|error| failed(&error))?;
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..archive.len() {
            let name = {
                let entry = archive.by_index_raw(index).map_err(|error| failed(&error))?;
                entry.name().map_err(|error| failed(&error))?.into_owned()
            };
            let Some(patch) = self.patch(&name) else {
                let entry = archive.by_index_raw(index).map_err(|error| failed(&error))?;
                out.raw_copy_file(entry).map_err(|error| failed(&error))?;
                continue;
            };
            let mut xml = String::new();
            archive.by_index(index).map_err(|error| failed(&error))?.read_to_string(&mut xml).map_err(|error| failed(&error))?;
            let options = SimpleFileOptions::default()
                .compression_method(CompressionMethod::Deflated)
                .last_modified_time(DateTime::default());
            out.start_file(name, options).map_err(|error| failed(&error))?;
            out.write_all(patch(&xml).as_bytes()).map_err(|error| failed(&error))?;
        }
        Ok(out.finish().map_err(|error| failed(&error))?.into_inner())
    }

    /// What a part of the package becomes; none where it stays as it is.
    fn patch(&self, name: &str) -> Option<Patch<'_>> {
        let number = |start: &str| name.strip_prefix(start)?.strip_suffix(".xml")?.parse::<usize>().ok()?.checked_sub(1);
        if let Some(sheet) = number("xl/worksheets/sheet") {
            return self.first_pages.contains(&sheet).then(|| Box::new(|xml: &str| first_page(xml, self.draf)) as _);
        }
        if name == "xl/workbook.xml" {
            return self.areas.iter().any(Option::is_some).then(|| Box::new(|xml: &str| print_areas(xml, self.areas)) as _);
        }
        let rows = *self.tables.get(number("xl/tables/table")?)?;
        Some(Box::new(move |xml: &str| whole_table(xml, rows)))
    }
}

fn first_page(xml: &str, draf: bool) -> String {
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

/// The workbook's part with these print areas in the place of the one that each such sheet has.
fn print_areas(xml: &str, areas: &[Option<String>]) -> String {
    let mut whole = xml.to_owned();
    for (sheet, areas) in areas.iter().enumerate() {
        let Some(areas) = areas else { continue };
        let open = format!("<definedName name=\"_xlnm.Print_Area\" localSheetId=\"{sheet}\">");
        let Some(start) = whole.find(&open).map(|at| at + open.len()) else { continue };
        let Some(length) = whole[start..].find("</definedName>") else { continue };
        let areas = areas.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        whole.replace_range(start..start + length, &areas);
    }
    whole
}

/// A table of one row made one of `rows`: `ref="A5:K6"` of the table and of its filter.
fn whole_table(xml: &str, rows: u32) -> String {
    let mut whole = String::with_capacity(xml.len() + 16);
    let mut rest = xml;
    while let Some(at) = rest.find(" ref=\"") {
        let start = at + " ref=\"".len();
        let Some(length) = rest[start..].find('"') else { break };
        whole.push_str(&rest[..start]);
        whole.push_str(&with_rows(&rest[start..start + length], rows));
        rest = &rest[start + length..];
    }
    whole.push_str(rest);
    whole
}

fn with_rows(place: &str, rows: u32) -> String {
    let made = || {
        let (from, to) = place.split_once(':')?;
        let first: u32 = from.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
        let column = to.trim_end_matches(|c: char| c.is_ascii_digit());
        Some(format!("{from}:{column}{}", first.checked_add(rows.max(1))?))
    };
    made().unwrap_or_else(|| place.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_may_be_printed_in_areas() {
        let xml = r#"<definedName name="_xlnm.Print_Area" localSheetId="1">'a'!$A$1:$F$9</definedName><definedName name="x">1</definedName>"#;
        let areas = [None, Some("'a & b'!$A$1:$C$9,'a & b'!$D$1:$F$9".to_owned()), Some("x".to_owned())];
        let patched = print_areas(xml, &areas);
        assert!(
            patched
                .contains(r#"localSheetId="1">'a &amp; b'!$A$1:$C$9,'a &amp; b'!$D$1:$F$9</definedName><definedName name="x">"#)
        );
    }

    #[test]
    fn a_table_gets_all_its_rows() {
        let xml = r#"<table id="1" ref="A5:AK6"><autoFilter ref="A5:AK6"/><tableColumn name="ref"/></table>"#;
        let whole = r#"<table id="1" ref="A5:AK419"><autoFilter ref="A5:AK419"/><tableColumn name="ref"/></table>"#;
        assert_eq!(whole_table(xml, 414), whole);
        assert_eq!(with_rows("A1:C2", 1), "A1:C2");
        assert_eq!(with_rows("odd", 9), "odd");
    }
}
