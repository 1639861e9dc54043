//! Both scanners must tell the same of any sheet, in pieces of any number.

use crate::profile::Limits;
use crate::workbook::Reader;
use crate::workbook::fixtures::{Dice, Xlsx, all, mutate};

/// A comment that stands before all rows: nothing of the sheet is read in pieces.
fn both(rows: &str, strings: &str) -> [Result<String, String>; 2] {
    ["", "<!-- -->"].map(|lead| {
        let sheet = format!("<sheetData>{lead}{rows}</sheetData><mergeCells><mergeCell ref='A1:B2'/></mergeCells>");
        let bytes = Xlsx { sheet: &sheet, strings, workbook: "" }.bytes();
        match Reader::new(Limits::default()).read_bytes("a.xlsx", &bytes) {
            Ok(book) => {
                let sheet = &book.sheets[0];
                Ok(format!(
                    "{:?} {:?} {:?} {:?} {:?}",
                    all(sheet),
                    sheet.hidden_rows,
                    sheet.struck,
                    sheet.merges,
                    sheet.shared_formulas
                ))
            }
            Err(temuan) => Err(temuan.pesan()),
        }
    })
}

const STRINGS: &str = "<si><t>satu</t></si><si><t/></si><si><t>dua &amp; tiga</t></si>";

const PIECES: [&str; 30] = [
    "<row r='1'>",
    "<row r=\"1\">",
    "<row r=\"2\" spans=\"1:3\" hidden=\"1\">",
    "<row r=\"3\" ht=\"0\" customHeight=\"1\">",
    "<row r=\"4\"/>",
    "<row>",
    "</row>",
    "</row>",
    "</row>",
    "<c r=\"A1\"><v>1</v></c>",
    "<c r=\"B1\" t=\"s\"><v>0</v></c>",
    "<c r=\"C1\" t=\"s\"><v>1</v></c>",
    "<c r=\"A2\" s=\"1\"><v>0.125</v></c>",
    "<c r=\"B2\" s=\"2\"><v>44585</v></c>",
    "<c r=\"A3\" t=\"str\"><f>A1&amp;\"x\"</f><v>a_x0041_&lt;</v></c>",
    "<c r=\"B3\" t=\"inlineStr\"><is><t> a </t></is></c>",
    "<c r=\"C3\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a_x000D_ </t></is></c>",
    "<c r=\"D3\" t=\"inlineStr\"><is><r><t>b</t></r></is></c>",
    "<c r=\"A1\" t=\"b\"><v>1</v></c>",
    "<c r=\"D1\" t=\"e\"><v>#N/A</v></c>",
    "<c r=\"E1\"><f t=\"shared\" si=\"0\"/><v>-12345678901234567890</v></c>",
    "<c r=\"F1\"><v>1e400</v></c>",
    "<c r=\"F2\" s=\"9\"><v> 7 </v></c>",
    "<c r=\"G2\" t=\"s\"><v>7</v></c>",
    "<c r=\"A2\"/>",
    "<c><v>3</v></c>",
    "<c r=\"H1\"><v>3</v><v>4</v></c>",
    "\n  ",
    "<v>5</v>",
    "<c r=\"ZZZ1\"><v>3</v></c>",
];

#[test]
fn rows_of_every_writing_read_alike_in_pieces_and_not() {
    let mut dice = Dice(7);
    let mut read = 0;
    for _ in 0..400 {
        let mut rows = String::new();
        for row in 1..=1 + dice.roll(3) {
            rows += &format!("<row r=\"{row}\">");
            for _ in 0..dice.roll(4) {
                // Mostly in the row where it stands, so that much of it is sound.
                let piece = PIECES[9 + dice.roll(17)];
                rows += &["1\"", "2\"", "3\""].iter().fold(piece.to_owned(), |cell, own| match cell.starts_with("<c r=") {
                    true => cell.replacen(own, &format!("{row}\""), 1),
                    false => cell,
                });
            }
            rows += "</row>";
            if dice.roll(6) == 0 {
                rows += PIECES[dice.roll(PIECES.len())];
            }
        }
        let [quick, slow] = both(&rows, STRINGS);
        read += usize::from(slow.is_ok());
        assert_eq!(quick, slow, "{rows}");
    }
    assert!(read > 40, "{read}");
}

#[test]
fn damaged_rows_read_alike_in_pieces_and_not() {
    let mut dice = Dice(11);
    let sound: String = (1..=4)
        .map(|row| {
            format!(
                "<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c><c r=\"B{row}\" s=\"1\"><f>A1*2</f><v>{row}.5</v></c></row>"
            )
        })
        .collect();
    for _ in 0..300 {
        let mut bytes = sound.clone().into_bytes();
        mutate(&mut bytes, &mut dice, &[b"<row ", b"</sheetData>", b"<!--", b"]]>", b"&lt;", b"1048577"]);
        let rows = String::from_utf8_lossy(&bytes);
        let [quick, slow] = both(&rows, STRINGS);
        assert_eq!(quick, slow, "{rows}");
    }
}

/// Long enough for many pieces, some of which are not plainly written.
#[test]
fn a_long_sheet_is_whole_however_it_was_cut() {
    let row = |row: u32| {
        let inline = if row.is_multiple_of(9_000) { "<c r=\"D{}\" t=\"inlineStr\"><is><r><t>x</t></r></is></c>" } else { "" };
        format!(
            "<row r=\"{row}\"><c r=\"A{row}\"><v>{}</v></c><c r=\"B{row}\" t=\"s\"><v>{}</v></c><c r=\"C{row}\"><v>{}</v></c>{}</row>",
            u64::from(row) * 7_919_000_001,
            if row.is_multiple_of(2) { 0 } else { 2 },
            f64::from(row) / 8.0,
            inline.replace("{}", &row.to_string()),
        )
    };
    for most in [8_000u32, 30_000] {
        let rows: String = (1..=most).map(row).collect();
        let [quick, slow] = both(&rows, STRINGS);
        assert!(slow.is_ok() && quick == slow);
        // The budget is told by the same cell.
        let told = |lead: &str, sel: u64| {
            let sheet = format!("<sheetData>{lead}{rows}</sheetData>");
            let bytes = Xlsx { sheet: &sheet, strings: STRINGS, workbook: "" }.bytes();
            let book = Reader::new(Limits { sel, ..Limits::default() }).read_bytes("a.xlsx", &bytes);
            book.map(|book| book.sheets[0].cells.len() as u64).map_err(|temuan| temuan.pesan())
        };
        let cells = u64::from(most * 3 + most / 9_000);
        // The shared texts count too.
        assert_eq!(told("", cells + 3), Ok(cells));
        let refused = told("", cells - 4);
        assert!(refused.is_err());
        assert_eq!(refused, told("<!-- -->", cells - 4));
    }
}
