//! True copies: what was there is there still, and the marks are beside it.

use super::mark_original;
use crate::diagnostic::{BukanAngka, BukanAngkaSebab, Temuan};
use crate::profile::Limits;
use crate::vocabulary::{At, CellAddress, Sel};
use crate::workbook::{Formula, Reader, Value, Workbook};
use rust_xlsxwriter::{Color, Format, Note};
use std::io::Read as _;

#[expect(clippy::disallowed_methods, reason = "a test lays out its own folder")]
fn read(bytes: &[u8]) -> Workbook {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    std::fs::write(&path, bytes).unwrap();
    Reader::new(Limits::default()).read(&path, "a.xlsx").unwrap()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Two sheets: values, a formula, a format, a hidden row; a note of the office's own on the second.
fn office(noted: bool) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Data 'A' & B").unwrap();
    sheet.write(0, 0, "Nama").unwrap();
    sheet.write_with_format(1, 1, 1_250_775.5, &Format::new().set_num_format("#,##0.00").set_font_color(Color::Red)).unwrap();
    sheet.write_formula(3, 1, rust_xlsxwriter::Formula::new("=B2*2").set_result("2501551")).unwrap();
    sheet.set_column_width(0, 33).unwrap();
    sheet.set_row_hidden(3).unwrap();
    let second = workbook.add_worksheet().set_name("Kedua").unwrap();
    second.write(0, 0, 7).unwrap();
    if noted {
        second.insert_note(0, 0, &Note::new("catatan kantor")).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

fn finding(lembar: &str, sel: Sel) -> Temuan {
    let fakta = BukanAngka { ditemukan: "±3jt <b>".to_owned(), sebab: BukanAngkaSebab::KiraKira };
    Temuan::new(At::sheet("a.xlsx", Some(lembar.into())).with(sel), fakta).named("KSP & Contoh")
}

fn cell(text: &str) -> Sel {
    Sel::Cell(CellAddress::parse(text).unwrap())
}

#[test]
fn what_was_there_stays_and_each_finding_is_marked() {
    let bytes = office(false);
    let original = read(&bytes);
    let data = "Data 'A' & B";
    // On a value, on a formula, on an empty cell of a row, on a row and behind all rows that are not there.
    let places = ["B2", "B4", "D2", "A3", "C9"];
    let temuan: Vec<Temuan> = places.iter().map(|at| finding(data, cell(at))).chain([finding("Kedua", Sel::Column(0))]).collect();
    let found: Vec<&Temuan> = temuan.iter().collect();
    let copied = mark_original(&bytes, &original, &found).unwrap();
    assert!(copied == mark_original(&bytes, &original, &found).unwrap(), "the same twice");
    let copy = read(&copied);
    let names: Vec<&str> = copy.sheets.iter().filter_map(|sheet| sheet.name.as_deref()).collect();
    assert_eq!(names, [data, "Kedua", "Temuan"]);
    for (own, kept) in original.sheets.iter().zip(&copy.sheets) {
        assert_eq!((&own.cells, &own.hidden_rows, &own.merges), (&kept.cells, &kept.hidden_rows, &kept.merges));
    }
    assert!(matches!(copy.sheets[0].cell(CellAddress::new(3, 1)).unwrap().formula, Formula::Some(_)));
    let sheet = part(&copied, "xl/worksheets/sheet1.xml");
    for at in places {
        assert!(sheet.contains(&format!("<c r=\"{at}\" s=\"")), "{at}: {sheet}");
    }
    assert!(
        sheet.contains("<row r=\"9\">") && sheet.contains("customWidth=\"1\"") && sheet.contains("<legacyDrawing "),
        "{sheet}"
    );
    let comments = part(&copied, "xl/commentsIku0.xml");
    for at in places {
        assert!(comments.contains(&format!("ref=\"{at}\"")), "{comments}");
    }
    assert!(comments.contains("±3jt &lt;b&gt;"), "{comments}");
    let list = &copy.sheets[2];
    let text = |row: u32, column: u32| match list.cell(CellAddress::new(row, column)).map(|cell| cell.value) {
        Some(Value::Text(text)) => text.to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        (text(5, 1).as_str(), text(5, 3).as_str(), text(5, 4).as_str()),
        ("Data 'A' & B!B2", "bukan-angka", "KSP & Contoh")
    );
    assert!(part(&copied, "xl/worksheets/sheetIkuTemuan.xml").contains("location=\"'Data ''A'' &amp; B'!B2\""));
    // The style of a marked cell is its own, but for the fill.
    let styles = part(&copied, "xl/styles.xml");
    let document = roxmltree::Document::parse(&styles).unwrap();
    let xfs: Vec<_> = document
        .descendants()
        .find(|node| node.has_tag_name(("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "cellXfs")))
        .unwrap()
        .children()
        .collect();
    let style = |text: &str| -> usize {
        let at = sheet.find(text).unwrap() + text.len();
        sheet[at..].split('"').next().unwrap().parse().unwrap()
    };
    let (plain, marked) = (1, style("<c r=\"B2\" s=\""));
    for key in ["numFmtId", "fontId", "borderId"] {
        assert_eq!(xfs[plain].attribute(key), xfs[marked].attribute(key), "{key}");
    }
    assert_ne!(xfs[plain].attribute("fillId"), xfs[marked].attribute("fillId"));
}

#[test]
fn an_offices_own_notes_stay_and_the_list_says_so() {
    let bytes = office(true);
    let original = read(&bytes);
    let temuan = [finding("Kedua", cell("A1"))];
    let copied = mark_original(&bytes, &original, &[&temuan[0]]).unwrap();
    assert!(part(&copied, "xl/comments1.xml").contains("catatan kantor"));
    assert!(part(&copied, "xl/worksheets/sheetIkuTemuan.xml").contains("Kedua"));
    assert_eq!(part(&copied, "xl/worksheets/sheet2.xml").matches("<legacyDrawing").count(), 1);
}

#[test]
fn packages_that_cannot_be_changed_safely_are_left_alone() {
    let bytes = office(false);
    let original = read(&bytes);
    let temuan = [finding("Kedua", cell("A1"))];
    let without = |name: &str, from: &str, to: &str| {
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes[..])).unwrap();
        let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for index in 0..zip.len() {
            let mut part = zip.by_index(index).unwrap();
            let mut text = String::new();
            let own = part.name().unwrap().into_owned();
            part.read_to_string(&mut text).unwrap();
            let text = if own == name { text.replace(from, to) } else { text };
            out.start_file(own, zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut out, text.as_bytes()).unwrap();
        }
        mark_original(&out.finish().unwrap().into_inner(), &original, &[&temuan[0]])
    };
    assert!(without("", "", "").is_some());
    assert!(without("xl/worksheets/sheet2.xml", "sheetData", "x:sheetData").is_none());
    assert!(
        without("xl/workbook.xml", "schemas.openxmlformats.org/spreadsheetml/2006", "purl.oclc.org/ooxml/spreadsheetml")
            .is_none()
    );
    assert!(without("xl/styles.xml", "cellXfs", "lain").is_none());
    assert!(mark_original(b"bukan zip", &original, &[]).is_none());
}

#[test]
fn a_package_with_a_damaged_part_is_left_alone() {
    let bytes = office(false);
    let original = read(&bytes);
    let temuan = [finding("Kedua", cell("A1"))];
    let damaged = |name: &str| {
        let crc = zip::ZipArchive::new(std::io::Cursor::new(&bytes[..])).unwrap().by_name(name).unwrap().crc32().to_le_bytes();
        let mut spoilt = bytes.clone();
        let places: Vec<usize> = bytes.windows(4).enumerate().filter(|(_, four)| *four == crc).map(|(at, _)| at).collect();
        assert_eq!(places.len(), 2, "{name}");
        places.iter().for_each(|at| spoilt[*at] ^= 1);
        mark_original(&spoilt, &original, &[&temuan[0]])
    };
    assert!(mark_original(&bytes, &original, &[&temuan[0]]).is_some());
    for name in ["xl/theme/theme1.xml", "docProps/core.xml", "docProps/app.xml"] {
        assert!(damaged(name).is_none(), "{name}");
    }
}
