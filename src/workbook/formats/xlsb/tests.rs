//! Binary workbooks made record by record, held against calamine's reader.

use crate::diagnostic::{BerkasRusak, Fakta};
use crate::vocabulary::Around;
use crate::workbook::fixtures::{Dice, all, damage, mutate, package, read};
use crate::workbook::{Format, Hidden, NumberStyle, OddShow, Visibility};
use calamine::{Data, Reader as _};
use std::io::Cursor;

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut bytes = if kind < 128 { vec![kind as u8] } else { vec![(kind & 0x7F) as u8 | 0x80, (kind >> 7) as u8] };
    let mut length = data.len();
    loop {
        let more = length >> 7 > 0;
        bytes.push((length & 0x7F) as u8 | if more { 0x80 } else { 0 });
        length >>= 7;
        if !more {
            break;
        }
    }
    bytes.extend_from_slice(data);
    bytes
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut bytes = (units.len() as u32).to_le_bytes().to_vec();
    bytes.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
    bytes
}

fn cell(kind: u16, column: u32, style: u32, data: &[u8]) -> Vec<u8> {
    record(kind, &[&column.to_le_bytes()[..], &style.to_le_bytes(), data].concat())
}

fn short(kind: u16, data: &[u8]) -> Vec<u8> {
    record(kind, &[&0u32.to_le_bytes()[..], data].concat())
}

fn row(number: u32, hidden: bool) -> Vec<u8> {
    let flags = if hidden { 0x10 } else { 0 };
    record(0, &[&number.to_le_bytes()[..], &0u32.to_le_bytes(), &[0, 0, 0, flags, 0], &0u32.to_le_bytes()].concat())
}

/// A formula's parsed expression: none of ours to read.
const NO_EXPRESSION: [u8; 10] = [0; 10];

fn formula(kind: u16, column: u32, value: &[u8]) -> Vec<u8> {
    cell(kind, column, 0, &[value, &NO_EXPRESSION].concat())
}

struct Parts {
    workbook: Vec<u8>,
    strings: Vec<u8>,
    styles: Vec<u8>,
    sheet: Vec<u8>,
}

impl Parts {
    fn of(cells: &[Vec<u8>]) -> Self {
        let sheet_entry = |visible: u32, link: &str, name: &str| {
            record(156, &[&visible.to_le_bytes()[..], &1u32.to_le_bytes(), &wide(link), &wide(name)].concat())
        };
        let format = |parent: u16, id: u16| record(47, &[&parent.to_le_bytes()[..], &id.to_le_bytes(), &[0; 12]].concat());
        let sheet = [
            vec![record(129, &[]), record(148, &[0; 16]), record(390, &[])],
            vec![record(
                60,
                &[&1u32.to_le_bytes()[..], &2u32.to_le_bytes(), &9u32.to_le_bytes(), &0u32.to_le_bytes(), &1u16.to_le_bytes()]
                    .concat(),
            )],
            vec![record(391, &[]), record(145, &[])],
            cells.to_vec(),
            vec![record(146, &[]), record(177, &1u32.to_le_bytes())],
            vec![record(176, &[0u32, 1, 0, 2].map(u32::to_le_bytes).concat()), record(178, &[]), record(130, &[])],
        ];
        Self {
            workbook: [
                record(131, &[]),
                record(153, &[0; 12]),
                record(143, &[]),
                sheet_entry(0, "rId1", "Data"),
                sheet_entry(2, "rId2", "Dua"),
                record(144, &[]),
                record(132, &[]),
            ]
            .concat(),
            strings: [
                record(159, &[1, 0, 0, 0, 1, 0, 0, 0]),
                record(19, &[&[0][..], &wide("Koperasi")].concat()),
                record(160, &[]),
            ]
            .concat(),
            styles: [
                record(278, &[]),
                record(615, &1u32.to_le_bytes()),
                record(44, &[&164u16.to_le_bytes()[..], &wide("dd/mm/yyyy")].concat()),
                record(616, &[]),
                record(626, &1u32.to_le_bytes()),
                format(0xFFFF, 14),
                record(627, &[]),
                record(617, &3u32.to_le_bytes()),
                format(0, 0),
                format(0, 10),
                format(0, 164),
                record(618, &[]),
                record(279, &[]),
            ]
            .concat(),
            sheet: sheet.concat().concat(),
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let rels = |links: &str| {
            format!("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{links}</Relationships>")
        };
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let root = rels(&format!("<Relationship Id='r' Type='{kind}/officeDocument' Target='xl/workbook.bin'/>"));
        let links = rels(&format!(
            "<Relationship Id='rId1' Type='{kind}/worksheet' Target='worksheets/sheet1.bin'/><Relationship Id='rId2' Type='{kind}/worksheet' Target='worksheets/sheet1.bin'/><Relationship Id='s' Type='{kind}/sharedStrings' Target='sharedStrings.bin'/><Relationship Id='t' Type='{kind}/styles' Target='styles.bin'/>"
        ));
        package(&[
            ("[Content_Types].xml", b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"),
            ("_rels/.rels", root.as_bytes()),
            ("xl/workbook.bin", &self.workbook),
            ("xl/_rels/workbook.bin.rels", links.as_bytes()),
            ("xl/sharedStrings.bin", &self.strings),
            ("xl/styles.bin", &self.styles),
            ("xl/worksheets/sheet1.bin", &self.sheet),
        ])
    }
}

fn cells() -> Vec<Vec<u8>> {
    let rk = |number: i32, hundredth: bool| ((number << 2) as u32 | 2 | u32::from(hundredth)).to_le_bytes();
    vec![
        row(0, false),
        cell(7, 0, 0, &0u32.to_le_bytes()),
        cell(6, 1, 0, &wide("langsung")),
        cell(1, 2, 1, &[]),
        cell(2, 3, 0, &rk(1234, true)),
        cell(2, 4, 1, &rk(-5, false)),
        cell(5, 5, 0, &589_448_674_478.25f64.to_le_bytes()),
        cell(2, 6, 2, &rk(44_585, false)),
        row(4, true),
        cell(4, 0, 0, &[1]),
        cell(3, 1, 0, &[0x2A]),
        formula(9, 2, &(0.1f64 + 0.2).to_le_bytes()),
        formula(8, 3, &wide("ab")),
        formula(10, 4, &[0]),
    ]
}

#[test]
fn records_of_every_kind() {
    let extra = vec![
        formula(11, 5, &[0x07]),
        cell(62, 6, 0, &[&[0][..], &wide("kaya")].concat()),
        cell(3, 7, 0, &[0xEE]),
        row(5, false),
        short(13, &7u32.checked_shl(2).map_or([0; 4], |bits| (bits | 2).to_le_bytes())),
        short(12, &[]),
        short(16, &1.5f64.to_le_bytes()),
        short(18, &0u32.to_le_bytes()),
    ];
    let parts = Parts::of(&[cells(), extra].concat());
    let workbook = read("a.xlsb", &parts.bytes()).unwrap();
    assert_eq!(workbook.format, Format::Xlsb);
    assert_eq!(workbook.sheets[1].visibility, Visibility::VeryHidden);
    let sheet = &workbook.sheets[0];
    assert_eq!(
        all(sheet),
        [
            "A1='Koperasi'",
            "B1='langsung'",
            "D1=12.34",
            "E1=-5%",
            "F1=589448674478.25",
            "G1=@44585",
            "A5=true",
            "B5=#N/A",
            "C5={}0.3",
            "D5={}'ab'",
            "E5={}false",
            "F5={}#DIV/0!",
            "G5='kaya'",
            "H5=#UNKNOWN!",
            "A6=7",
            "C6=1.5",
            "D6='Koperasi'",
        ]
    );
    assert_eq!((&sheet.hidden_rows, &sheet.hidden_columns), (&Hidden::Known(vec![(4, 4)]), &Hidden::Known(vec![(1, 2)])));
    assert_eq!(format!("{:?}", sheet.merges), "Some([Merge { first: A1, last: C2 }])");
}

#[test]
fn what_is_told_beside_the_values() {
    let colour = |kind: u8, number: u8, rgb: [u8; 4]| [&[kind << 1, number, 0, 0][..], &rgb].concat();
    let font = |flags: u16, colour: Vec<u8>| record(43, &[&[0; 2][..], &flags.to_le_bytes(), &[0; 8], &colour, &[0; 5]].concat());
    let fill = |pattern: u32, colour: Vec<u8>| record(45, &[&pattern.to_le_bytes()[..], &colour, &[0; 8]].concat());
    let style = |font: u16, fill: u16| record(47, &[[0u16, 0, font, fill].map(u16::to_le_bytes).concat(), vec![0; 8]].concat());
    let white = || colour(2, 0, [255, 255, 255, 255]);
    let none = 0xFFFF_FFFFu32.to_le_bytes();
    let headers =
        [&2u16.to_le_bytes()[..], &wide("&CTAHUN 2020"), &none, &wide("tak tercetak"), &none, &none, &wide("Rp &P juta")]
            .concat();
    let cells = [row(0, false), cell(2, 0, 1, &[6, 0, 0, 0]), cell(2, 1, 2, &[6, 0, 0, 0]), cell(2, 2, 3, &[6, 0, 0, 0])];
    // The page headers stand behind the cells.
    let mut parts = Parts::of(&cells);
    parts.sheet.extend(record(479, &headers));
    parts.styles = [
        vec![record(278, &[]), font(0, colour(0, 0, [0; 4])), font(8, colour(0, 0, [0; 4])), font(0, white())],
        vec![fill(0, colour(1, 64, [0; 4])), fill(1, colour(1, 10, [0; 4])), record(617, &4u32.to_le_bytes())],
        vec![style(0, 0), style(1, 0), style(2, 0), style(2, 1), record(618, &[])],
    ]
    .concat()
    .concat();
    let sheet = read("a.xlsb", &parts.bytes()).unwrap().sheets.remove(0);
    let styles: Vec<NumberStyle> = sheet.row(0).iter().map(|cell| cell.style).collect();
    assert_eq!(styles, [NumberStyle::General, NumberStyle::Odd(OddShow::Unseen), NumberStyle::General]);
    assert_eq!(sheet.struck.iter().map(ToString::to_string).collect::<Vec<_>>(), ["A1"]);
    let told: Vec<(Around, &str)> = sheet.around.iter().map(|line| (line.place, &*line.text)).collect();
    assert_eq!(told, [(Around::Header, "TAHUN 2020"), (Around::Footer, "Rp  juta")]);
}

#[test]
fn runs_of_a_text_are_struck_out_or_raised() {
    let font = |flags: u16, script: u16| {
        record(43, &[&[0; 2][..], &flags.to_le_bytes(), &[0; 2], &script.to_le_bytes(), &[0; 17]].concat())
    };
    let rich = |text: &str, runs: &[(u16, u16)]| {
        let own: Vec<u8> = runs.iter().flat_map(|(begin, font)| [begin.to_le_bytes(), font.to_le_bytes()].concat()).collect();
        [&[1][..], &wide(text), &(runs.len() as u32).to_le_bytes(), &own].concat()
    };
    let (raised, struck) = (rich("764961711", &[(8, 1)]), rich("25000", &[(0, 2), (1, 0)]));
    // Of the sheet's own texts and of the shared ones.
    let cells = [
        vec![row(0, false), cell(62, 0, 0, &raised), cell(62, 1, 0, &struck)],
        vec![row(1, false), cell(7, 0, 0, &[0, 0, 0, 0]), cell(7, 1, 0, &[1, 0, 0, 0])],
    ];
    let mut parts = Parts::of(&cells.concat());
    parts.strings = [record(159, &[2, 0, 0, 0, 2, 0, 0, 0]), record(19, &raised), record(19, &struck), record(160, &[])].concat();
    parts.styles.splice(0..record(278, &[]).len(), [record(278, &[]), font(0, 0), font(0, 1), font(8, 0)].concat());
    let sheet = read("a.xlsb", &parts.bytes()).unwrap().sheets.remove(0);
    let texts: Vec<String> = sheet.cells.iter().map(|cell| crate::workbook::fixtures::shown(&cell)).collect();
    assert_eq!(texts, ["A1='76496171¹'", "B1='25000'", "A2='76496171¹'", "B2='25000'"]);
    assert_eq!(sheet.struck.iter().map(ToString::to_string).collect::<Vec<_>>(), ["B1", "B2"]);
}

#[test]
fn comments_by_cell_but_our_own() {
    let comment = |author: u32, row: u32, text: &str| {
        let range = [author, row, row, 3, 3].map(u32::to_le_bytes).concat();
        [record(635, &[range, vec![0; 16]].concat()), record(637, &[&[0][..], &wide(text)].concat()), record(636, &[])].concat()
    };
    let part =
        [record(632, &wide("Bu Ani")), record(632, &wide("iku")), comment(0, 4, "data 2020"), comment(1, 5, "temuan")].concat();
    let mut found = std::collections::BTreeMap::new();
    let mut budget = crate::workbook::budget::Budget::new(&crate::profile::Limits::default(), part.len());
    super::comments::comments(&part, &mut budget, &mut found).unwrap();
    let told: Vec<String> = found.iter().map(|(at, text)| format!("{at} {text}")).collect();
    assert_eq!(told, ["D5 data 2020"]);
}

#[test]
fn the_records_calamine_knows_read_as_calamine_reads_them() {
    let bytes = Parts::of(&cells()).bytes();
    let mut theirs = calamine::Xlsb::new(Cursor::new(&bytes[..])).unwrap();
    let range = theirs.worksheet_range("Data").unwrap();
    let sheet = read("a.xlsb", &bytes).unwrap().sheets.remove(0);
    assert_eq!(sheet.cells.len(), range.used_cells().count());
    for cell in sheet.cells.iter() {
        let shown = crate::workbook::fixtures::shown(&cell);
        let held = match range.get_value((cell.at.row, cell.at.column)).unwrap() {
            Data::DateTime(moment) => format!("@{}", moment.as_f64()),
            Data::Float(number) if *number == 0.1 + 0.2 => "0.3".to_owned(),
            other => other.to_string(),
        };
        assert!(shown.to_lowercase().contains(&held.to_lowercase()), "{shown} {held}");
    }
}

#[test]
fn damaged_parts_end_in_a_finding_or_a_workbook() {
    let far = [row(1_048_576, false), cell(4, 0, 0, &[1])];
    assert!(damage("a.xlsb", &Parts::of(&far).bytes()).contains("baris"));
    assert!(damage("a.xlsb", &Parts::of(&[row(0, false), cell(4, 16_384, 0, &[1])]).bytes()).contains("kolom"));
    assert!(damage("a.xlsb", &Parts::of(&[row(0, false), cell(7, 0, 0, &9u32.to_le_bytes())]).bytes()).contains("A1"));
    assert!(
        damage("a.xlsb", &Parts::of(&[row(0, false), cell(4, 0, 0, &[1]), cell(4, 0, 0, &[1])]).bytes()).contains("dua kali")
    );
    let mut dice = Dice(3);
    for _ in 0..500 {
        let mut parts = Parts::of(&cells());
        let part = [&mut parts.workbook, &mut parts.strings, &mut parts.styles, &mut parts.sheet];
        let which = dice.roll(4);
        for (index, bytes) in part.into_iter().enumerate() {
            if index == which {
                mutate(bytes, &mut dice, &[b"\xFF\xFF\xFF\xFF", b"\x00\x00\x00\x00", b"\x7F\xFF"]);
            }
        }
        match read("a.xlsb", &parts.bytes()) {
            Ok(_) => {}
            Err(temuan) => match &temuan.fakta {
                Fakta::BerkasRusak(BerkasRusak { rincian }) => assert!(!rincian.contains("ditafsirkan"), "{rincian}"),
                other => panic!("{other:?}"),
            },
        }
    }
}
