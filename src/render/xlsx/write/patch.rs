//! What the writer has no word for is put into its file afterwards. No page number
//! on a report's first page (tata naskah dinas): `differentFirst` (ECMA-376 part 1,
//! 18.3.1.46). No line breaks in a chart's figures: LibreOffice breaks one that is longer
//! than a fifth of the chart (`wrap`, 21.1.2.1.1). And a table's real length and its rows: given them all, the writer would
//! keep each of their cells a second time.

use super::data::stream::{Hears, Stream};
use super::package::{Content, Part, pack};
use crate::render::xlsx::error::RenderError;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::{CompressionMethod, ZipArchive};

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
    /// The rows of the sheets (from 0) whose rows are made.
    pub streams: BTreeMap<usize, Stream<'a>>,
}

impl Patches<'_> {
    /// The workbook with these, compressed; all else is as it was.
    pub fn on(mut self, workbook: Vec<u8>, hears: Option<Hears<'_>>) -> Result<Vec<u8>, RenderError> {
        let failed = |error: &dyn std::fmt::Display| RenderError::Writer(error.to_string());
        let mut archive = ZipArchive::new(Cursor::new(workbook)).map_err(|error| failed(&error))?;
        let mut parts = Vec::with_capacity(archive.len());
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).map_err(|error| failed(&error))?;
            let name = entry.name().map_err(|error| failed(&error))?.into_owned();
            if entry.compression() == CompressionMethod::Stored {
                let mut bytes = Vec::new();
                entry.read_to_end(&mut bytes).map_err(|error| failed(&error))?;
                parts.push(Part { name, content: Content::AsIs(bytes) });
                continue;
            }
            let mut xml = String::new();
            entry.read_to_string(&mut xml).map_err(|error| failed(&error))?;
            if let Some(patch) = self.patch(&name) {
                xml = patch(&xml);
            }
            let content = match sheet_number(&name).and_then(|sheet| self.streams.remove(&sheet)) {
                None => Content::Whole(xml.into_bytes()),
                Some(stream) => stream.content(&xml, hears)?,
            };
            parts.push(Part { name, content });
        }
        drop(archive);
        pack(&parts)
    }

    /// What a part of the package becomes; none where it stays as it is.
    fn patch(&self, name: &str) -> Option<Patch<'_>> {
        if let Some(sheet) = sheet_number(name) {
            return self.first_pages.contains(&sheet).then(|| Box::new(|xml: &str| first_page(xml)) as _);
        }
        if name == "xl/workbook.xml" {
            return self.areas.iter().any(Option::is_some).then(|| Box::new(|xml: &str| print_areas(xml, self.areas)) as _);
        }
        if name.starts_with("xl/charts/chart") {
            return Some(Box::new(whole_labels));
        }
        let rows = *self.tables.get(numbered(name, "xl/tables/table")?)?;
        Some(Box::new(move |xml: &str| whole_table(xml, rows)))
    }
}

/// Which sheet (from 0) a part of the package is.
fn sheet_number(name: &str) -> Option<usize> {
    numbered(name, "xl/worksheets/sheet")
}

fn numbered(name: &str, start: &str) -> Option<usize> {
    name.strip_prefix(start)?.strip_suffix(".xml")?.parse::<usize>().ok()?.checked_sub(1)
}

/// A first page without the header of the others: on a draft its first cell says so.
fn first_page(xml: &str) -> String {
    const OPEN: &str = "<headerFooter>";
    const CLOSE: &str = "</headerFooter>";
    let (Some(open), Some(close)) = (xml.rfind(OPEN), xml.rfind(CLOSE)) else { return xml.to_owned() };
    let inside = &xml[open + OPEN.len()..close];
    format!("{}<headerFooter differentFirst=\"1\">{inside}{}", &xml[..open], &xml[close..])
}

/// A chart whose figures are each on one line.
fn whole_labels(xml: &str) -> String {
    const BODY: &str = "<a:bodyPr";
    let mut whole = String::with_capacity(xml.len() + 64);
    for (index, part) in xml.split("<c:dLbls>").enumerate() {
        if index == 0 {
            whole.push_str(part);
            continue;
        }
        whole.push_str("<c:dLbls>");
        let body = part.find(BODY).map_or(0, |at| at + BODY.len());
        whole.push_str(&part[..body]);
        if body > 0 {
            whole.push_str(" wrap=\"none\"");
        }
        whole.push_str(&part[body..]);
    }
    whole
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
    fn a_figure_of_a_chart_is_on_one_line_and_all_else_as_it_was() {
        let xml =
            r#"<c:dLbls><c:txPr><a:bodyPr rot="-5400000"/></c:txPr></c:dLbls><c:dLbls><a:bodyPr/></c:dLbls><c:catAx><a:bodyPr/>"#;
        let whole = r#"<c:dLbls><c:txPr><a:bodyPr wrap="none" rot="-5400000"/></c:txPr></c:dLbls><c:dLbls><a:bodyPr wrap="none"/></c:dLbls><c:catAx><a:bodyPr/>"#;
        assert_eq!(whole_labels(xml), whole);
        assert_eq!(whole_labels("<c:dLbls/>"), "<c:dLbls/>");
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
