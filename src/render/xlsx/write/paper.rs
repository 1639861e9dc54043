//! The paper that Excel knows nearest to the page, and its printing.

use crate::document::{Orientation, PageSetup};
use rust_xlsxwriter::Worksheet;

/// Excel's paper codes with their sizes in millimetres, the shorter side first.
/// Folio, 8½ x 13 in, is what Indonesian offices call F4.
const PAPERS: &[(u8, f32, f32)] = &[
    (1, 215.9, 279.4),
    (3, 279.4, 431.8),
    (5, 215.9, 355.6),
    (7, 184.2, 266.7),
    (8, 297.0, 420.0),
    (9, 210.0, 297.0),
    (11, 148.0, 210.0),
    (12, 257.0, 364.0),
    (13, 182.0, 257.0),
    (14, 215.9, 330.2),
];

/// The code of the nearest paper.
pub fn code(page: &PageSetup) -> u8 {
    let (short, long) = if page.width < page.height { (page.width, page.height) } else { (page.height, page.width) };
    let distance = |paper: &&(u8, f32, f32)| (paper.1 - short).abs() + (paper.2 - long).abs();
    PAPERS.iter().min_by(|a, b| distance(a).total_cmp(&distance(b))).map_or(9, |paper| paper.0)
}

/// Paper, orientation, margins, page numbers, one page wide.
pub fn set(sheet: &mut Worksheet, page: &PageSetup, orientation: Orientation, draf: bool) {
    let inches = |millimetres: f32| f64::from(millimetres.clamp(0.0, 300.0)) / 25.4;
    sheet.set_paper_size(code(page));
    match orientation {
        Orientation::Landscape => sheet.set_landscape(),
        Orientation::Portrait => sheet.set_portrait(),
    };
    let header = (inches(page.top) * 0.5).max(0.2);
    sheet.set_margins(inches(page.left), inches(page.right), inches(page.top), inches(page.bottom), header, 0.3);
    sheet.set_header(header_text(draf));
    sheet.set_print_fit_to_pages(1, 0);
}

/// The same at the top of a sheet of many pages that look alike: its name at the right.
pub fn set_named(sheet: &mut Worksheet, draf: bool) {
    let name = "&R&\"Arial,Regular\"&8&A";
    sheet.set_header(format!("{}{name}", header_text(draf)));
}

/// `- 2 -` in the middle, and on a draft DRAF at the left of every page that has a header.
fn header_text(draf: bool) -> String {
    let draf = if draf { "&L&\"Arial,Bold\"&28&KC00000DRAF" } else { "" };
    format!("{draf}&C&\"Arial,Regular\"&10- &P -")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_of_a_data_sheet_says_of_which() {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        set(sheet, &PageSetup::plain(210.0, 297.0), Orientation::Portrait, true);
        set_named(sheet, true);
        let bytes = book.save_to_buffer().unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let text = std::io::read_to_string(archive.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap();
        assert!(text.contains("DRAF") && text.contains("- &amp;P -&amp;R&amp;\"Arial,Regular\"&amp;8&amp;A"), "{text}");
    }

    #[test]
    fn the_nearest_paper() {
        assert_eq!(code(&PageSetup::plain(330.0, 215.0)), 14);
        assert_eq!(code(&PageSetup::plain(210.0, 330.0)), 14);
        assert_eq!(code(&PageSetup::plain(210.0, 297.0)), 9);
        assert_eq!(code(&PageSetup::plain(355.6, 215.9)), 5);
        assert_eq!(code(&PageSetup::plain(216.0, 280.0)), 1);
        assert_eq!(code(&PageSetup::plain(f32::NAN, 1.0)), code(&PageSetup::plain(f32::NAN, 1.0)));
    }
}
