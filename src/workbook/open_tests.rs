//! Files of every format through the front door.

use super::fixtures::{Dice, all, damage, mutate, package, read, rows};
use super::{Format, Hidden, Reader, Sheet, Visibility, expand};
use crate::diagnostic::{AkhiranKeliru, BerkasTidakAda, Fakta, FormatTidakDikenal, Kode, Temuan};
use crate::profile::Limits;
use std::path::Path;

/// One document, written by LibreOffice as .ods, .xls and .xlsx (its source is libreoffice.fods).
const ODS: &[u8] = include_bytes!("../../tests/data/libreoffice.ods");
const XLS: &[u8] = include_bytes!("../../tests/data/libreoffice.xls");
const XLSX: &[u8] = include_bytes!("../../tests/data/libreoffice.xlsx");

fn first(name: &str, bytes: &[u8]) -> Sheet {
    let mut workbook = read(name, bytes).unwrap();
    let names: Vec<_> = workbook.sheets.iter().map(|sheet| (sheet.name.as_deref().unwrap(), sheet.visibility)).collect();
    assert_eq!(names, [("Data", Visibility::Visible), ("Rahasia", Visibility::Hidden)]);
    assert!(workbook.temuan.is_empty());
    workbook.sheets.remove(0)
}

#[test]
fn one_document_in_three_formats() {
    let common = [
        "A1='REKAP KOPERASI\nKota  Pasuruan'",
        "D1='Nilai'",
        "D2=589448674478",
        "A3=0.125%",
        "B3=4.35",
        "C3=@44585",
        "D3=@0.5",
        "E3=true",
        "F3=@0",
        "A4={}435",
        "B4={}#DIV/0!",
        "C4={}'ab'",
        "D4={}''",
        "E4={}#N/A",
        "B5=7",
        "C5=7",
        "B6=7",
        "C6=7",
        "A27='#REF!'",
        "B27=3575010101010013#16",
    ];
    // The formulas' own texts differ between the formats.
    let bare = |sheet: &Sheet| -> Vec<String> {
        let strip = |text: String| match (text.find('{'), text.find('}')) {
            (Some(start), Some(end)) => format!("{}{{}}{}", &text[..start], &text[end + 1..]),
            _ => text,
        };
        all(sheet).into_iter().map(strip).collect()
    };
    let ods = first("a.ods", ODS);
    assert_eq!(bare(&ods), common);
    assert_eq!((&ods.hidden_rows, &ods.hidden_columns), (&Hidden::Known(vec![(3, 3)]), &Hidden::Known(vec![(1, 1)])));
    let xlsx = first("a.xlsx", XLSX);
    // LibreOffice itself cuts a number to 15 digits there.
    let cut: Vec<String> = common.iter().map(|text| text.replace("010013#16", "010010")).collect();
    assert_eq!(bare(&xlsx), cut);
    assert_eq!((&xlsx.hidden_rows, &xlsx.hidden_columns), (&ods.hidden_rows, &ods.hidden_columns));
    let xls = first("a.xls", XLS);
    // An empty text there may be a result never made.
    let known: Vec<String> = bare(&xls).iter().map(|text| text.trim_end_matches('?').to_owned()).collect();
    let wanted: Vec<String> = common.iter().map(|text| text.replace("D4={}''", "D4={}tanpa hasil")).collect();
    assert_eq!(known, wanted);
    assert_eq!((&xls.hidden_rows, &xls.hidden_columns), (&ods.hidden_rows, &ods.hidden_columns));
    let merges = ods.merges.as_ref().map(|merges| format!("{merges:?}"));
    assert_eq!(merges.as_deref(), Some("[Merge { first: A1, last: C2 }]"));
    assert_eq!((&xlsx.merges, &xls.merges), (&ods.merges, &ods.merges));
}

#[test]
fn a_readable_file_under_a_wrong_extension_is_read_and_noted() {
    let html: Vec<u8> = b"<html><body><table><tr><td>1</td></tr></table>".to_vec();
    for (name, bytes, format, own) in [
        ("a.xls", XLSX, Format::Xlsx, "xlsx"),
        ("a.xlsx", XLS, Format::Xls, "xls"),
        ("a.csv", ODS, Format::Ods, "ods"),
        ("a.XLS", b"nama;nilai\nA;1\n", Format::Csv, "csv"),
        ("a", XLSX, Format::Xlsx, "xlsx"),
    ] {
        let workbook = read(name, bytes).unwrap();
        assert_eq!(workbook.format, format);
        match &workbook.temuan[..] {
            [Temuan { fakta: Fakta::AkhiranKeliru(AkhiranKeliru { sebenarnya, .. }), .. }] => assert_eq!(sebenarnya, own),
            other => panic!("{other:?}"),
        }
    }
    assert!(read("a.CSV", b"a;b\n1;2").unwrap().temuan.is_empty());
    assert!(read("a.XLSX", XLSX).unwrap().temuan.is_empty());
    match read("a.xls", &html) {
        Err(Temuan { fakta: Fakta::FormatTidakDikenal(FormatTidakDikenal { dikenali: Some(what) }), .. }) => {
            assert_eq!(what, "halaman HTML")
        }
        other => panic!("{other:?}"),
    }
    let docx = package(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<x/>")]);
    assert_eq!(read("a.xlsx", &docx).unwrap_err().kode(), Kode::FormatTidakDikenal);
}

#[test]
fn a_csv_has_no_sheet_name_and_only_texts() {
    let workbook = read("data/a.csv", b"\xEF\xBB\xBFnama;nilai\r\n\r\n\"A\r\nB\"; 1.234 \r\n").unwrap();
    let sheet = &workbook.sheets[0];
    assert_eq!(all(sheet), ["A1='nama'", "B1='nilai'", "A3='A\r\nB'", "B3=' 1.234 '"]);
    assert!(sheet.is_text_only && sheet.name.is_none());
    assert_eq!(sheet.at_cell(sheet.cells.iter().nth(3).unwrap().at).to_string(), "data/a.csv!B3");
}

#[test]
fn the_hash_is_of_the_files_bytes() {
    assert_eq!(read("a.csv", b"abc").unwrap().sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn what_is_not_there_or_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let reader = Reader::new(Limits::default());
    #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
    std::fs::write(folder.path().join("Data UMKM 2021.xls"), "x").unwrap();
    match reader.read(&folder.path().join("Data UMKM 2021.xlsx"), "data/Data UMKM 2021.xlsx").unwrap_err().fakta {
        Fakta::BerkasTidakAda(BerkasTidakAda { pola, mirip, .. }) => {
            assert_eq!((pola.as_str(), mirip.as_deref()), ("data/Data UMKM 2021.xlsx", Some("data/Data UMKM 2021.xls")));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(reader.read(folder.path(), "data").unwrap_err().kode(), Kode::BerkasRusak);
    assert_eq!(reader.read(Path::new("/tidak/ada.xlsx"), "ada.xlsx").unwrap_err().kode(), Kode::BerkasTidakAda);
    assert_eq!(expand(folder.path(), "*.xls", false).unwrap().len(), 1);
}

#[test]
fn locked_files_are_told_as_locked() {
    let manifest = b"<manifest:manifest xmlns:manifest='m'><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let ods = package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x01\x02"),
    ]);
    assert_eq!(read("a.ods", &ods).unwrap_err().kode(), Kode::BerkasTerkunci);
}

#[test]
fn empty_cut_and_garbled_files_are_damaged() {
    for bytes in [XLSX, ODS] {
        for cut in (0..bytes.len()).step_by(97) {
            damage("a.xlsx", &bytes[..cut]);
        }
    }
    for cut in [0, 8, 511, 512, 1000, 3000] {
        assert!(read("a.xls", &XLS[..cut]).is_err(), "{cut}");
    }
}

/// The old format's reader may panic on damage, which is caught; that it may
/// ask for endless memory is why it runs in a child, so only flips are tried here.
#[test]
fn damaged_old_workbooks_end_in_a_finding_or_a_workbook() {
    let mut dice = Dice(11);
    let directory = (0..XLS.len() - 1).step_by(512).rev().take(4).collect::<Vec<_>>();
    for _ in 0..150 {
        let mut bytes = XLS.to_vec();
        for _ in 0..3 {
            let at = directory[dice.roll(4)] + dice.roll(512);
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << dice.roll(3);
            }
        }
        let _ = read("a.xls", &bytes);
    }
    let mut dice = Dice(12);
    for bytes in [ODS, XLSX] {
        for _ in 0..100 {
            let mut bytes = bytes.to_vec();
            mutate(&mut bytes, &mut dice, &[b"PK\x01\x02", b"\xFF\xFF\xFF\xFF"]);
            let _ = read("a.ods", &bytes);
        }
    }
}

#[test]
fn a_written_zero_is_a_zero_and_a_blank_is_none() {
    let sheet =
        read("a.xlsx", &rows(r#"<row><c><v>0</v></c><c t="inlineStr"><is><t></t></is></c><c><v>-0</v></c></row>"#)).unwrap();
    assert_eq!(all(&sheet.sheets[0]), ["A1=0", "C1=0"]);
}
