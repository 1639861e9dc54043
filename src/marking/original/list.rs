//! The sheet that lists the findings, with a link to each cell.

use super::edits::{cell_text, escaped};
use super::styles::ListStyles;
use crate::marking::list_size::{LIST_WIDTHS, about_height, list_height};
use crate::marking::words_id as words;
use crate::render::xlsx::number::clean;
use std::fmt::Write as _;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/// Excel takes at most 65 530 links on a sheet.
const MOST_LINKS: usize = 65_000;
const MOST_ROWS: usize = 1_000_000;

/// A finding as its row says it.
pub(super) struct Line {
    pub tempat: String,
    /// `'Data'!E6`, where it stands on a sheet.
    pub tautan: Option<String>,
    pub tingkat: &'static str,
    pub style: usize,
    pub kode: &'static str,
    pub nama: String,
    pub ditemukan: String,
    pub keterangan: String,
}

/// The list as a worksheet part.
pub(super) fn sheet(berkas: &str, about: &str, lines: &[Line], styles: ListStyles) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\">\
        <pane ySplit=\"5\" topLeftCell=\"A6\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"
    );
    for (column, width) in LIST_WIDTHS.into_iter().enumerate() {
        let number = column + 1;
        // Writing into a text cannot fail.
        let _ = write!(out, "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>");
    }
    out.push_str("</cols><sheetData>");
    row(&mut out, 1, None, &[(words::TITLE, styles.bold)]);
    row(&mut out, 2, None, &[(berkas, 0)]);
    row(&mut out, 3, Some(about_height(about)), &[(about, styles.text)]);
    row(&mut out, 5, None, &words::HEADINGS.map(|heading| (heading, styles.heading)));
    let mut links = String::new();
    for (index, line) in lines.iter().take(MOST_ROWS).enumerate() {
        let number = (index + 1).to_string();
        let tautan = line.tautan.as_ref().filter(|_| index < MOST_LINKS);
        let place_style = if tautan.is_some() { styles.link } else { styles.text };
        let cells = [
            (number.as_str(), styles.text),
            (line.tempat.as_str(), place_style),
            (line.tingkat, line.style),
            (line.kode, styles.text),
            (line.nama.as_str(), styles.text),
            (line.ditemukan.as_str(), styles.text),
            (line.keterangan.as_str(), styles.text),
        ];
        let texts =
            [(1, line.tempat.as_str()), (4, line.nama.as_str()), (5, line.ditemukan.as_str()), (6, line.keterangan.as_str())];
        row(&mut out, index + 6, Some(list_height(&texts)), &cells);
        if let Some(tautan) = tautan {
            let _ = write!(links, "<hyperlink ref=\"B{}\" location=\"{}\"/>", index + 6, escaped(tautan));
        }
    }
    out.push_str("</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A3:G3\"/></mergeCells>");
    if !links.is_empty() {
        let _ = write!(out, "<hyperlinks>{links}</hyperlinks>");
    }
    out.push_str("<pageSetup orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
    out
}

/// A row, of a height in points where its texts are wrapped.
fn row(out: &mut String, number: usize, height: Option<f32>, cells: &[(&str, usize)]) {
    let height = height.map(|height| format!(" ht=\"{height}\" customHeight=\"1\"")).unwrap_or_default();
    let _ = write!(out, "<row r=\"{number}\"{height}>");
    for (text, (letter, style)) in cells.iter().zip('A'..).map(|((text, style), letter)| (text, (letter, style))) {
        let text = cell_text(&clean(text));
        let _ = write!(
            out,
            "<c r=\"{letter}{number}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
        );
    }
    out.push_str("</row>");
}
