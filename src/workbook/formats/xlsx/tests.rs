//! The scanner against files of every kind, and against calamine's reader.

use crate::diagnostic::{BerkasTerlaluBesar, Fakta, Temuan};
use crate::profile::Limits;
use crate::vocabulary::CellAddress;
use crate::workbook::fixtures::{Dice, Xlsx, all, damage, mutate, package, read, read_with, rows};
use crate::workbook::{Cell, Format, Formula, Hidden, Sheet, Value, Visibility};
use calamine::{Data, Reader as _};
use proptest::prelude::*;
use rust_xlsxwriter::{Format as Look, Formula as Written, Workbook as Writer};
use std::io::Cursor;

fn sheet(bytes: &[u8]) -> Sheet {
    read("data/a.xlsx", bytes).unwrap().sheets.remove(0)
}

fn cells(xml: &str) -> Vec<String> {
    all(&sheet(&rows(xml)))
}

#[test]
fn every_kind_of_cell() {
    let strings = "<si><t>Koperasi</t></si><si><r><t>Kop</t></r><r><rPr/><t xml:space=\"preserve\"> Jaya</t></r><rPh><t>x</t></rPh></si><si><t/></si>";
    let sheet_xml = r#"<sheetData><row r="2">
        <c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v> 1 </v></c><c r="C2" t="s"><v>2</v></c>
        <c r="D2" t="inlineStr"><is><t>a</t><t xml:space="preserve"> b </t></is></c>
        <c r="E2" t="str"><v>x &amp; y_x000D_</v></c><c r="F2" t="b"><v>1</v></c><c r="G2" t="e"><v>#SPILL!</v></c>
        <c r="H2" t="d"><v>2022-01-24T12:00:00</v></c><c r="I2"><v><![CDATA[5]]></v></c><c r="J2" s="1"><v>0.125</v></c>
        <c r="K2" s='2'><v>44585</v></c><c r="L2" s="3"><v>0</v></c><c r="M2" s="9"><v>7</v></c><c r="N2" t="n"><v>1.234,5</v></c>
        <c r="O2"/><c r="P2" s="1"/><c r="Q2"><v></v></c><c r="R2" t="str"><v></v></c><c r="S2"><!-- x --><v>4.<!-- y -->5</v></c><c r="T2"><v>1e999</v></c>
        </row></sheetData>"#;
    let bytes = Xlsx { sheet: sheet_xml, strings, workbook: "" }.bytes();
    assert_eq!(
        all(&sheet(&bytes)),
        [
            "A2='Koperasi'",
            "B2='Kop Jaya'",
            "D2='a b '",
            "E2='x & y\r'",
            "F2=true",
            "G2=#SPILL!",
            "H2=@44585.5",
            "I2=5",
            "J2=0.125%",
            "K2=@44585",
            "L2=@0",
            "M2=7?",
            "N2='1.234,5'",
            "S2=4.5",
            "T2=overflow 1e999",
        ]
    );
}

#[test]
fn formulas_with_and_without_results() {
    let xml = r#"<row r="1"><c r="A1"><f>B1+C1</f><v>0.30000000000000004</v></c><c r="B1"><f>SUM(C1:D1)</f><v></v></c><c r="C1"><f>X</f></c>
        <c r="D1" t="str"><f>IF(1,"","")</f><v></v></c><c r="E1" t="str"><f>A1&amp;"x"</f></c><c r="F1"><f t="shared" si="99999999999"/><v>5</v></c>
        <c r="G1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="H1" t="b"><f>TRUE</f><v>0</v></c><c r="I1"><f t="shared" ref="I1:I9" si="0">A1</f><v>-1</v></c></row>"#;
    assert_eq!(
        cells(xml),
        [
            "A1={B1+C1}0.3",
            "B1={SUM(C1:D1)}tanpa hasil",
            "C1={X}tanpa hasil",
            "D1={IF(1,\"\",\"\")}''",
            "E1={A1&\"x\"}tanpa hasil",
            "F1={}5",
            "G1={1/0}#DIV/0!",
            "H1={TRUE}false",
            "I1={A1}-1",
        ]
    );
}

#[test]
fn addresses_left_out_prefixes_and_rows_out_of_order() {
    let xml = r#"<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="5"><c><v>3</v></c><c r="D5"><v>4</v></c><c><v>5</v></c></row>
        <row><c><v>6</v></c></row><row r="3"><c r="C3"><v>8</v></c><c r="A3"><v>7</v></c></row><row><c r="B9"><v>9</v></c><c><v>10</v></c></row>"#;
    assert_eq!(cells(xml), ["A1=1", "C1=2", "A3=7", "C3=8", "A5=3", "D5=4", "E5=5", "A6=6", "B9=9", "C9=10"]);
    let prefixed = r#"<x:sheetData xmlns:x="u"><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData>"#;
    assert_eq!(all(&sheet(&Xlsx { sheet: prefixed, strings: "", workbook: "" }.bytes())), ["A1='a'"]);
    let alternative = r#"<row r="1"><mc:AlternateContent xmlns:mc="u"><mc:Choice Requires="z"><c r="A1"><v>1</v></c></mc:Choice><mc:Fallback><c r="A1"><v>2</v></c></mc:Fallback></mc:AlternateContent>
        <c r="B1"><v>3</v><extLst><ext><v>9</v></ext></extLst></c></row>"#;
    assert_eq!(cells(alternative), ["A1=2", "B1=3"]);
}

#[test]
fn hidden_rows_columns_and_merges() {
    let xml = r#"<dimension ref="C9:A1"/><sheetViews><sheetView/></sheetViews><cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="0"/><col min="6" max="6" width="9"/></cols>
        <sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" ht="0" customHeight="1"/><row r="4" hidden="true"/><row r="5" hidden="0"/></sheetData>
        <mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="A2"/><mergeCell ref="E9:D8"/></mergeCells>"#;
    let sheet = sheet(&Xlsx { sheet: xml, strings: "", workbook: "" }.bytes());
    assert_eq!(sheet.hidden_rows, Hidden::Known(vec![(0, 1), (3, 3)]));
    assert_eq!(sheet.hidden_columns, Hidden::Known(vec![(1, 3)]));
    assert_eq!(format!("{:?}", sheet.merges), "Some([Merge { first: A1, last: C1 }, Merge { first: D8, last: E9 }])");
    assert_eq!(sheet.at().to_string(), "data/a.xlsx!Data");
}

#[test]
fn dates_of_the_1904_system_come_in_the_1900_system() {
    let rows = r#"<sheetData><row r="1"><c r="A1" s="2"><v>43123</v></c><c r="B1" s="4"><v>1.5</v></c><c r="C1"><v>43123</v></c></row></sheetData>"#;
    let bytes = Xlsx { sheet: rows, strings: "", workbook: r#"<workbookPr date1904="1"/>"# }.bytes();
    assert_eq!(all(&sheet(&bytes)), ["A1=@44585", "B1=@1.5", "C1=43123"]);
}

#[test]
fn zeros_that_a_library_put_for_results_are_none() {
    let sheet_xml = |first: &str| {
        format!(
            r#"<sheetData><row r="1"><c r="A1"><f>B1</f><v>{first}</v></c><c r="B1"><f>C1</f><v>0</v></c><c r="C1"><v>0</v></c></row></sheetData>"#
        )
    };
    let asks = "<calcPr fullCalcOnLoad=\"1\"/>";
    let read = |first: &str, workbook: &str| all(&sheet(&Xlsx { sheet: &sheet_xml(first), strings: "", workbook }.bytes()));
    assert_eq!(read("0", asks), ["A1={B1}tanpa hasil", "B1={C1}tanpa hasil", "C1=0"]);
    assert_eq!(read("5", asks), ["A1={B1}5", "B1={C1}0", "C1=0"]);
    assert_eq!(read("0", ""), ["A1={B1}0", "B1={C1}0", "C1=0"]);
}

#[test]
fn hostile_addresses_and_structures_are_refused() {
    for (xml, told) in [
        (r#"<row r="1"><c r="A4000000000"><v>1</v></c></row>"#, "A4000000000"),
        (r#"<row r="1"><c r="ZZZZZZZZZZ1"><v>1</v></c></row>"#, "ZZZZ"),
        (r#"<row r="1"><c r="XFE1"><v>1</v></c></row>"#, "XFE1"),
        (r#"<row r="1048577"><c><v>1</v></c></row>"#, "baris"),
        (r#"<row r="0"/>"#, "baris"),
        (r#"<row r="1048576"/><row><c><v>1</v></c></row>"#, "batas Excel"),
        (r#"<row r="1"><c r="XFD1"/><c><v>1</v></c></row>"#, "kolom"),
        (r#"<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>"#, "A1 tertulis dua kali"),
        (r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>"#, "A1 tertulis dua kali"),
        (r#"<row r="1"><c r="A2"><v>1</v></c></row>"#, "A2 tertulis pada baris 1"),
        (r#"<row r="1"><c r="A1" t="s"><v>5</v></c></row>"#, "teks bersama"),
        (r#"<row r="1"><c r="A1" t="s"><v>-1</v></c></row>"#, "teks bersama"),
        (r#"<row r="1"><c r="A1" t="zz"><v>5</v></c></row>"#, "jenis sel"),
        (r#"<row r="1"><c r="A1" t="b"><v>2</v></c></row>"#, "logika"),
        (r#"<row r="1"><c r="A1" t="d"><v>kemarin</v></c></row>"#, "tanggal"),
        (r#"<row r="1"><c r="A1" s="x"><v>2</v></c></row>"#, "gaya"),
        (r#"<row r="1"><c r="A1"><v>2</v><v>3</v></c></row>"#, "A1"),
        (r#"<row r="1"><c r="A1"><v>&tiada;</v></c></row>"#, "entitas"),
        (r#"<row r="1"><c r="A1"><v>1</v></row>"#, "penutup"),
    ] {
        let rincian = damage("a.xlsx", &rows(xml));
        assert!(rincian.contains(told) && rincian.contains("Data"), "{xml}: {rincian}");
    }
    assert!(damage("a.xlsx", &Xlsx { sheet: "<x/>", strings: "", workbook: "" }.bytes()).contains("tanpa daftar sel"));
}

#[test]
fn a_stray_cell_at_the_far_corner_costs_nothing() {
    let xml =
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c><c r="N1048576" s="1"/></row>"#;
    assert_eq!(cells(xml), ["A1=1", "XFD1048576=2"]);
    let dimension = r#"<dimension ref="A1:XFD1048576"/><sheetData/>"#;
    assert!(cells("").is_empty());
    assert!(sheet(&Xlsx { sheet: dimension, strings: "", workbook: "" }.bytes()).cells.is_empty());
}

#[test]
fn limits_name_their_key() {
    let told = |limits: Limits, bytes: &[u8]| match read_with(limits, "a.xlsx", bytes) {
        Err(Temuan { fakta: Fakta::BerkasTerlaluBesar(BerkasTerlaluBesar { kunci_batas, .. }), .. }) => kunci_batas,
        other => panic!("{other:?}"),
    };
    let small = Limits { ukuran_mib: 1, ..Limits::default() };
    let bomb = format!("<row r=\"1\">{}</row>", " ".repeat(20 << 20));
    let bomb = rows(&bomb);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(told(Limits::default(), &bomb), "rasio");
    assert_eq!(told(Limits { rasio: u64::MAX, ..small }, &bomb), "ukuran_mib");
    assert_eq!(told(Limits { isi_zip: 3, ..small }, &rows("")), "isi_zip");
    assert_eq!(told(Limits { sel: 1, ..small }, &rows("<row><c><v>1</v></c><c><v>1</v></c></row>")), "sel");
    assert_eq!(told(Limits { teks_bersama_mib: 0, ..small }, &rows("")), "teks_bersama_mib");
}

#[test]
fn hostile_shared_strings_and_declarations() {
    let with_sst = |sst: &str| {
        let parts = Xlsx { sheet: "<sheetData/>", strings: "", workbook: "" }.parts();
        let mut parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
        parts[5].1 = sst.as_bytes();
        package(&parts)
    };
    for count in ["9000000000000000000", "100000000000"] {
        assert!(damage("a.xlsx", &with_sst(&format!("<sst uniqueCount=\"{count}\"/>"))).contains("tidak mungkin"));
    }
    let laughs = r#"<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>"#;
    assert!(damage("a.xlsx", &with_sst(laughs)).contains("DOCTYPE"));
    assert!(damage("a.xlsx", &with_sst(&"<a>".repeat(100_000))).contains("dalam"));
}

#[test]
fn sheets_are_found_through_their_relationships() {
    let ns = r#"xmlns="m" xmlns:r="r""#;
    let workbook = format!(
        r#"<workbook {ns}><sheets><sheet name="Grafik" sheetId="3" r:id="c"/><sheet name="Rekap &amp; 2021" sheetId="9" state="hidden" r:id="b"/><sheet name="Dua" sheetId="1" state="veryHidden" r:id="a"/></sheets></workbook>"#
    );
    let links = r#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="/lain/Dua.XML"/><Relationship Id="b" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="../lain/satu.xml"/><Relationship Id="c" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>"#;
    let one = r#"<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>"#;
    let parts: [(&str, &[u8]); 6] = [
        ("[Content_Types].xml", b"<Types ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/>"),
        (
            "_rels/.rels",
            br#"<Relationships><Relationship Id="z" Type="x/officeDocument" Target="/buku/wb.xml"/></Relationships>"#,
        ),
        ("buku/wb.xml", workbook.as_bytes()),
        ("buku/_rels/wb.xml.rels", links.as_bytes()),
        ("lain/satu.xml", one.as_bytes()),
        ("lain/dua.xml", b"<worksheet><sheetData/></worksheet>"),
    ];
    let workbook = read("a.xlsm", &package(&parts)).unwrap();
    let names: Vec<_> =
        workbook.sheets.iter().map(|sheet| (sheet.name.as_deref().unwrap(), sheet.visibility, sheet.cells.len())).collect();
    assert_eq!(names, [("Rekap & 2021", Visibility::Hidden, 1), ("Dua", Visibility::VeryHidden, 0)]);
    assert_eq!((workbook.format, workbook.temuan.len()), (Format::Xlsm, 0));
    assert!(damage("a.xlsm", &package(&parts[..5])).contains("lain/Dua.XML"));
}

/// What calamine's reader sees, in the same few words where it can tell.
fn by_calamine(bytes: &[u8]) -> Vec<(CellAddress, Data, bool)> {
    let mut workbook = calamine::Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = workbook.sheet_names()[0].clone();
    let mut reader = workbook.worksheet_cells_reader(&name).unwrap();
    let mut seen = Vec::new();
    while let Some(record) = reader.next_cell_with_formula_metadata().unwrap() {
        seen.push((CellAddress::new(record.pos.0, record.pos.1), Data::from(record.value), record.formula.is_some()));
    }
    seen
}

fn agrees(cell: &Cell, data: &Data) -> bool {
    match (&cell.value, data) {
        (Value::Text(ours), Data::String(theirs)) => *ours == theirs,
        (Value::Number { value, .. }, Data::Float(theirs)) => value.to_string().parse::<f64>().unwrap() == *theirs,
        (Value::Date { serial }, Data::DateTime(theirs)) => serial.to_string().parse::<f64>().unwrap() == theirs.as_f64(),
        (Value::Bool(ours), Data::Bool(theirs)) => ours == theirs,
        (Value::Error(ours), Data::Error(theirs)) => *ours == theirs.to_string(),
        (Value::NoResult, Data::Empty) => true,
        _ => false,
    }
}

fn compare(bytes: &[u8]) {
    let ours = sheet(bytes);
    let theirs = by_calamine(bytes);
    let theirs: Vec<_> = theirs.iter().filter(|(_, data, formula)| *formula || !matches!(data, Data::Empty)).collect();
    assert_eq!(ours.cells.len(), theirs.len());
    for (cell, (at, data, formula)) in ours.cells.iter().zip(&theirs) {
        assert_eq!(cell.at, *at);
        assert_eq!(matches!(cell.formula, Formula::Some(_)), *formula, "{at}");
        assert!(agrees(&cell, data), "{cell:?} {data:?}");
    }
}

#[test]
fn libraries_workbooks_read_as_calamine_reads_them() {
    let mut writer = Writer::new();
    let (date, percent) = (Look::new().set_num_format("[$-421]dd mmmm yyyy"), Look::new().set_num_format("0.0%"));
    let page = writer.add_worksheet();
    page.write_string(0, 0, " Nama\tKoperasi \u{1F600} _x0041_ \u{1}").unwrap();
    page.write_string(0, 5, "=bukan rumus").unwrap();
    page.write_number(1, 0, 4.35).unwrap();
    page.write_number(1, 1, 589_448_674_478.0).unwrap();
    page.write_number(1, 2, -1e-7).unwrap();
    page.write_number(1, 3, 123_456_789_012.345).unwrap();
    page.write_number_with_format(2, 0, 44_585.25, &date).unwrap();
    page.write_number_with_format(2, 1, 0.125, &percent).unwrap();
    page.write_boolean(2, 2, true).unwrap();
    page.write_formula(3, 0, Written::new("=A2*100").set_result("435")).unwrap();
    page.write_formula(3, 1, Written::new("=1/0").set_result("#DIV/0!")).unwrap();
    page.write_formula(3, 2, Written::new("=\"a\"&\"b\"").set_result("ab")).unwrap();
    page.write_blank(4, 4, &percent).unwrap();
    page.merge_range(6, 0, 7, 3, "Jumlah", &Look::new()).unwrap();
    page.set_row_hidden(8).unwrap();
    page.write_number(1_048_575, 16_383, 1).unwrap();
    let bytes = writer.save_to_buffer().unwrap();
    compare(&bytes);
    let sheet = sheet(&bytes);
    assert_eq!(
        sheet.cell(CellAddress::new(2, 1)).map(|cell| crate::workbook::fixtures::shown(&cell)).as_deref(),
        Some("B3=0.125%")
    );
    assert_eq!(sheet.merges.as_ref().map(Vec::len), Some(1));
    assert_eq!(sheet.hidden_rows, Hidden::Known(vec![(8, 8)]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn random_workbooks_read_as_calamine_reads_them(
        numbers in prop::collection::vec((0u32..60, 0u16..20, -1e15f64..1e15), 0..40),
        small in prop::collection::vec((60u32..90, 0u16..20, -10i64..10), 0..20),
        texts in prop::collection::vec((100u32..200, 0u16..20, "\\PC{1,20}"), 0..40),
    ) {
        let mut writer = Writer::new();
        let page = writer.add_worksheet();
        for (row, column, number) in &numbers {
            page.write_number(*row, *column, *number).unwrap();
        }
        for (row, column, number) in &small {
            page.write_formula(*row, *column, Written::new("=A1").set_result(number.to_string())).unwrap();
        }
        for (row, column, text) in &texts {
            page.write_string(*row, *column, text.as_str()).unwrap();
        }
        // One result at least that is no zero, or they would all be placeholders.
        page.write_formula(95, 0, Written::new("=A1").set_result("7")).unwrap();
        // Beyond 15 digits Excel's precision ends, and so do we: the rest is the scanner's own tests.
        let bytes = writer.save_to_buffer().unwrap();
        let ours = sheet(&bytes);
        let theirs = by_calamine(&bytes);
        prop_assert_eq!(ours.cells.len(), theirs.len());
        for (cell, (at, data, _)) in ours.cells.iter().zip(&theirs) {
            prop_assert_eq!(cell.at, *at);
            match (&cell.value, data) {
                (Value::Number { value, .. }, Data::Float(theirs)) => {
                    let ours: f64 = value.to_string().parse().unwrap();
                    prop_assert!((ours - theirs).abs() <= theirs.abs() * 1e-14, "{ours} {theirs}");
                }
                _ => prop_assert!(agrees(&cell, data), "{cell:?} {data:?}"),
            }
        }
    }
}

/// Parts damaged inside and zipped again, so that the damage gets past the archive's checksums.
#[test]
fn damaged_parts_end_in_a_finding_or_a_workbook() {
    let strings = "<si><t>Koperasi</t></si><si><r><t>Kop</t></r></si>";
    let sheet_xml = r#"<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><f>A1+1</f><v>12.5</v></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>a_x000D_</t></is></c><c r="B2" t="e"><v>#N/A</v></c><c t="d"><v>2022-01-24</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>"#;
    let parts = Xlsx { sheet: sheet_xml, strings, workbook: "<workbookPr date1904=\"1\"/>" }.parts();
    let tokens: [&[u8]; 12] = [
        b"99999999999",
        b"-1",
        b"]]>",
        b"<![CDATA[",
        b"<!--",
        b"<c r=\"A1\">",
        b"</row>",
        b"&#x110000;",
        b"&amp;",
        b"r=\"XFD1048576\"",
        b"\xC3\x28",
        b"_xD800_",
    ];
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let (mut read_well, mut refused) = (0, 0);
    for _ in 0..600 {
        let mut damaged = parts.clone();
        let which = dice.roll(damaged.len());
        mutate(&mut damaged[which].1, &mut dice, &tokens);
        let damaged: Vec<(&str, &[u8])> = damaged.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
        match read("a.xlsx", &package(&damaged)) {
            Ok(_) => read_well += 1,
            Err(temuan) => {
                // Caught panics would hide here: there must be none.
                assert!(!format!("{temuan:?}").contains("tidak dapat ditafsirkan"), "{temuan:?}");
                refused += 1;
            }
        }
    }
    assert!(read_well > 20 && refused > 200, "{read_well} {refused}");
}

#[test]
fn damaged_archives_end_in_a_finding_or_a_workbook() {
    let whole = rows(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#);
    for cut in (0..whole.len()).step_by(7) {
        assert!(read("a.xlsx", &whole[..cut]).is_err(), "{cut}");
    }
    let mut dice = Dice(7);
    for _ in 0..400 {
        let mut bytes = whole.clone();
        mutate(&mut bytes, &mut dice, &[b"PK\x01\x02", b"PK\x05\x06", b"\xFF\xFF\xFF\xFF", b"\x00\x00"]);
        let _ = read("a.xlsx", &bytes);
    }
}
