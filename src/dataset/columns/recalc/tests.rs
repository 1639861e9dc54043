//! Stored results held against the cells they rest on, wherever those stand.

use super::{Book, Verdict};
use crate::profile::Limits;
use crate::vocabulary::CellAddress;
use crate::workbook::fixtures::Xlsx;
use crate::workbook::{Reader, Workbook};
use rust_xlsxwriter::Formula;

/// A workbook whose sheet `Rekap` holds these formulas below each other in A, each with its
/// stored result, beside the sheets `Data 2021`, `Jan`, `Feb`.
fn book(formulas: &[(&str, &str)]) -> Workbook {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let recap = workbook.add_worksheet();
    recap.set_name("Rekap").unwrap();
    for (row, (formula, result)) in (0u32..).zip(formulas) {
        recap.write_formula(row, 0, Formula::new(*formula).set_result(*result)).unwrap();
    }
    recap.write(0, 1, "KUD Tirta").unwrap();
    recap.write(0, 2, 0.5).unwrap();
    let data = workbook.add_worksheet();
    data.set_name("Data 2021").unwrap();
    for (row, (name, place, amount)) in
        (0u32..).zip([("KSP Adil", "Utara", 1_000), ("KUD Tirta", "Selatan", 2_500), ("KSU Jaya", "Utara", 4_000)])
    {
        data.write(row, 0, name).unwrap();
        data.write(row, 1, place).unwrap();
        data.write(row, 2, amount).unwrap();
        let doubled = Formula::new(format!("=C{0}*2", row + 1)).set_result((amount * 2).to_string());
        data.write_formula(row, 3, doubled).unwrap();
        data.write_formula(row, 4, Formula::new(format!("=C{}*3", row + 1)).set_result("1")).unwrap();
    }
    for (name, amount) in [("Jan", 10), ("Feb", 32)] {
        workbook.add_worksheet().set_name(name).unwrap().write(0, 0, amount).unwrap();
    }
    workbook.define_name("Omset", "='Data 2021'!$C$1:$C$3").unwrap();
    Reader::new(Limits::default()).read_bytes("a.xlsx", &workbook.save_to_buffer().unwrap()).unwrap()
}

/// Whether the first cell of the first sheet is as its operands say; none where nobody can say.
fn holds(formula: &str, result: &str) -> Option<bool> {
    verdict(&book(&[(formula, result)]), "A1")
}

fn verdict(workbook: &Workbook, at: &str) -> Option<bool> {
    let sheet = &workbook.sheets[0];
    let cell = sheet.cell(CellAddress::parse(at).unwrap()).unwrap();
    match Book::new(workbook).verdict(sheet, &cell) {
        Verdict::Same => Some(true),
        Verdict::Stale(_) => Some(false),
        Verdict::Unproven(_) => None,
    }
}

#[test]
fn results_from_other_sheets_are_worked_out() {
    for (formula, right) in [
        ("='Data 2021'!C2", "2500"),
        ("='Data 2021'!$C$2+Jan!A1", "2510"),
        ("=SUM('Data 2021'!C1:C3)", "7500"),
        ("=SUM('Data 2021'!C:C)", "7500"),
        ("=SUM('Data 2021'!2:2)", "15000"),
        ("=SUM(Jan:Feb!A1)", "42"),
        ("=SUM(Omset)/3", "2500"),
        ("=SUMIF('Data 2021'!B:B,\"utara\",'Data 2021'!C:C)", "5000"),
        ("=SUMIFS('Data 2021'!C1:C3,'Data 2021'!B1:B3,\"Utara\",'Data 2021'!C1:C3,\">1000\")", "4000"),
        ("=COUNTIFS('Data 2021'!B:B,\"Utara\",'Data 2021'!C:C,\"<=1000\")", "1"),
        ("=COUNTIF('Data 2021'!B1:B3,\"<>Utara\")", "1"),
        ("=VLOOKUP(B1,'Data 2021'!A:C,3,FALSE)", "2500"),
        ("=INDEX('Data 2021'!$C$1:$C$3,MATCH($B$1,'Data 2021'!$A$1:$A$3,0))", "2500"),
        ("=_xlfn.XLOOKUP(B1,'Data 2021'!A1:A3,'Data 2021'!C1:C3)", "2500"),
        ("=IFERROR(VLOOKUP(\"KSP Z\",'Data 2021'!A:C,3,0),7)", "7"),
        ("=ROUND('Data 2021'!C2*C1/7,0)", "179"),
        ("=IF('Data 2021'!B2=\"Selatan\",'Data 2021'!C2,0)", "2500"),
        ("=AVERAGE('Data 2021'!C1:C3)*(1+20%)", "3000"),
        ("=MAX('Data 2021'!C1:C3)-MIN(Jan!A1,Feb!A1)", "3990"),
        ("=SUMPRODUCT('Data 2021'!C1:C3,'Data 2021'!C1:C3)", "23250000"),
        ("='Data 2021'!D2", "5000"),
        // Stored there is 1: that is old too.
        ("='Data 2021'!E2", "7500"),
        ("='Data 2021'!C2/3", "833.333333333333"),
        ("='Data 2021'!C2/3", "833.33333333333337"),
        ("=0.1+0.2", "0.30000000000000004"),
        ("='Data 2021'!A2&\" \"&'Data 2021'!B2", "KUD Tirta Selatan"),
        ("=UPPER(LEFT('Data 2021'!A2,3))", "KUD"),
        // The range's cell in the formula's own row.
        ("='Data 2021'!C1:C3*2", "2000"),
        ("=SUMIF('Data 2021'!B:B,\"U*a\",'Data 2021'!C:C)", "5000"),
        ("=COUNTIF('Data 2021'!A:A,\"K?P*\")", "1"),
        ("=COUNTIF('Data 2021'!B1:B3,\"<>\")", "3"),
        ("=MAXIFS('Data 2021'!C:C,'Data 2021'!B:B,\"Utara\")", "4000"),
        // Ranges that only show while the formula is worked out.
        ("=INDIRECT(\"Jan!A1\")", "10"),
        ("=INDIRECT(\"'Data 2021'!D\"&1+1)", "5000"),
        ("=SUM(INDIRECT(\"'Data 2021'!E1:E2\"))", "10500"),
        ("=SUM(OFFSET('Data 2021'!C1,1,0,2,1))", "6500"),
        ("=OFFSET('Data 2021'!B1,1,2)", "5000"),
        ("=INDEX('Data 2021'!C1:D3,3,2)", "8000"),
        ("=SUM(INDEX('Data 2021'!C1:D3,0,1))", "7500"),
        ("=LOOKUP(2,1/('Data 2021'!B1:B3=\"Utara\"),'Data 2021'!C1:C3)", "4000"),
        ("=VLOOKUP(2600,'Data 2021'!C1:D3,2)", "5000"),
        ("=MATCH(4000,'Data 2021'!C1:C3,1)", "3"),
        ("=HLOOKUP(1000,'Data 2021'!C1:D3,3,FALSE)", "4000"),
        // Arrays.
        ("=SUMPRODUCT(('Data 2021'!B1:B3=\"Utara\")*'Data 2021'!C1:C3)", "5000"),
        ("=SUMPRODUCT(--('Data 2021'!C1:C3>1000))", "2"),
        ("=SUM(SUMIFS('Data 2021'!C:C,'Data 2021'!B:B,{\"Utara\",\"Selatan\"}))", "7500"),
        ("=SUM({1,2;3,4})", "10"),
        // Single functions.
        ("=SUBTOTAL(109,'Data 2021'!C1:C3)", "7500"),
        ("=AGGREGATE(9,6,'Data 2021'!C1:C3)", "7500"),
        ("=LARGE('Data 2021'!C1:C3,2)+SMALL('Data 2021'!C1:C3,1)", "3500"),
        ("=MEDIAN('Data 2021'!C1:C3)", "2500"),
        ("=RANK(2500,'Data 2021'!C1:C3)", "2"),
        ("=MROUND('Data 2021'!C2,1000)", "3000"),
        ("=ROUNDUP('Data 2021'!C2/1000,0)+INT(2.7)+MOD(-1,3)", "7"),
        ("=2^3*-1+10", "2"),
        ("=IFS('Data 2021'!C2>3000,1,'Data 2021'!C2>2000,2)", "2"),
        ("=SWITCH('Data 2021'!B2,\"Utara\",1,\"Selatan\",2,0)", "2"),
        ("=CHOOSE(2,'Data 2021'!C1,'Data 2021'!C2)", "2500"),
        ("=YEAR(DATE(2021,13,1))+MONTH(EDATE(DATE(2021,1,31),1))", "2024"),
        ("=N('Data 2021'!A1)+ISNUMBER('Data 2021'!C1)", "1"),
        ("=VALUE(MID(\"BH-0250-X\",4,4))+LEN(TRIM(\"  a  b \"))", "253"),
        ("=SUBSTITUTE(PROPER(\"kUD tani\"),\"Tani\",\"Maju\")&TEXT(7,\"000\")", "KUD Maju007"),
        ("=ROWS('Data 2021'!C1:C3)*COLUMNS('Data 2021'!C1:E3)+ROW()", "10"),
    ] {
        assert_eq!(holds(formula, right), Some(true), "{formula}");
        let (other, more) = if right.starts_with("KUD") { ("KSU", "0") } else { ("777", "0") };
        assert_eq!(holds(formula, other), Some(false), "{formula}");
        assert_eq!(holds(formula, more), Some(false), "{formula}");
    }
}

#[test]
fn what_nobody_can_say_is_not_said() {
    for formula in [
        "=[1]Data!C2",
        "='[Data.xlsx]Data 2021'!C2",
        "=Hilang!C2",
        "=TODAY()-C1",
        "=VLOOKUP(B1,'Data 2021'!A:C,3)",
        "=B1*2",
        "=A1+1",
        "=Rekap!A1",
        "=ROUND(0.7*5,0)",
        "=TakAda*2",
        "='C:\\data\\[Data lama.xlsx]Data 2021'!C2",
        "=[1]!Omset",
        "=SUM([1]Data!C1:C3,'Data 2021'!C1)",
        "=INDIRECT(\"[Data.xlsx]Data!A1\")",
        "=HITUNG('Data 2021'!C2)",
        "=VLOOKUP(\"KSP\",'Data 2021'!A:C,3,TRUE)",
        "=TEXT('Data 2021'!C2,\"#,##0\")",
        // Longer than a cell's text on the way.
        "=LEN(SUBSTITUTE(REPT(\"x\",30000),\"x\",REPT(\"z\",1000)))",
        "=LEN(REPT(\"é\",16000)&REPT(\"é\",16000)&REPT(\"é\",16000)&REPT(\"é\",16000)&REPT(\"é\",16000))",
        "=LEN(CONCATENATE(REPT(\"z\",32767),REPT(\"z\",32767),REPT(\"z\",32767),REPT(\"z\",32767),\"z\"))",
        "=LEN(TEXTJOIN(REPT(\"z\",32767),FALSE,'Data 2021'!A1:E3))",
    ] {
        assert_eq!(holds(formula, "777"), None, "{formula}");
    }
}

#[test]
fn a_sum_that_passes_over_numbers_typed_as_texts_is_told() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_formula(0, 0, Formula::new("=SUM(B1:D1)").set_result("5000")).unwrap();
    sheet.write(0, 1, 5000).unwrap();
    let read = |workbook: &mut rust_xlsxwriter::Workbook| {
        Reader::new(Limits::default()).read_bytes("a.xlsx", &workbook.save_to_buffer().unwrap()).unwrap()
    };
    for (text, held) in [("-", true), ("nihil", true), ("2.500.000", false), ("250", false), ("2021", true), ("0012", true)] {
        workbook.worksheet_from_index(0).unwrap().write(0, 2, text).unwrap();
        assert_eq!(verdict(&read(&mut workbook), "A1"), Some(held), "{text}");
    }
}

/// A table with totals on a sheet of its own, and formulas over it below each other in E.
fn with_table(cells: &[(&str, &str)]) -> Workbook {
    use rust_xlsxwriter::{Table, TableColumn, TableFunction};
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    let headings = ["Nama", "Simpan", "Pinjam\n(Rp)", "Saldo #1 [a]"];
    let columns: Vec<TableColumn> = headings.iter().map(|heading| TableColumn::new().set_header(*heading)).collect();
    let mut columns = columns;
    columns[1] = TableColumn::new().set_header("Simpan").set_total_function(TableFunction::Sum);
    sheet.add_table(1, 0, 5, 3, &Table::new().set_name("Tabel1").set_columns(&columns).set_total_row(true)).unwrap();
    for row in 2..5u32 {
        sheet.write(row, 0, format!("KSP {row}")).unwrap();
        sheet.write(row, 1, row * 100).unwrap();
        sheet.write(row, 2, row * 10).unwrap();
        sheet.write(row, 3, row).unwrap();
    }
    sheet.write_formula(5, 1, Formula::new("=SUBTOTAL(109,Tabel1[Simpan])").set_result("900")).unwrap();
    for (row, (formula, result)) in (0u32..).zip(cells) {
        sheet.write_formula(row, 5, Formula::new(*formula).set_result(*result)).unwrap();
    }
    Reader::new(Limits::default()).read_bytes("a.xlsx", &workbook.save_to_buffer().unwrap()).unwrap()
}

#[test]
fn columns_of_a_declared_table_are_worked_out() {
    // In the third row, which is the table's first of data.
    for (formula, right) in [
        ("=Tabel1[[#This Row],[Simpan]]+Tabel1[[#This Row],[Pinjam\n(Rp)]]", "220"),
        ("=SUM(Tabel1[Simpan])", "900"),
        ("=SUM(Tabel1[[#This Row],[Simpan]:[Pinjam (Rp)]])", "220"),
        ("=Tabel1[[#Totals],[Simpan]]", "900"),
        ("=SUM(Tabel1[[#Data],[#Totals],[Simpan]])", "1800"),
        ("=SUM(Tabel1[#All])", "1899"),
        ("=COUNTA(Tabel1[#Headers])", "4"),
        ("=SUM(Tabel1)", "999"),
        ("=SUM(Tabel1[])", "999"),
        ("=SUM(tabel1[[simpan]:[Pinjam (Rp)]])", "990"),
        ("=Tabel1[[#This Row],[Saldo '#1 '[a']]]*2", "4"),
        ("=SUMIF(Tabel1[Nama],\"KSP 3\",Tabel1[Simpan])", "300"),
        ("=Tabel1[Simpan]*2", "400"),
    ] {
        let held = |result: &str| verdict(&with_table(&[("=1", "1"), ("=1", "1"), (formula, result)]), "F3");
        assert_eq!(held(right), Some(true), "{formula}");
        assert_eq!(held("777"), Some(false), "{formula}");
    }
    for formula in ["=Tabel1[[#This Row],[Tak Ada]]", "=SUM(Tabel9[Simpan])", "=SUM(Tabel1[[#Lain],[Simpan]])"] {
        let workbook = with_table(&[("=1", "1"), ("=1", "1"), (formula, "777")]);
        assert_eq!(verdict(&workbook, "F3"), None, "{formula}");
    }
}

#[test]
fn each_cell_of_an_array_formula_is_held_against_its_part() {
    let rows = r#"<row r="1"><c r="A1"><v>3</v></c><c r="B1"><f t="array" ref="B1:B3">A1:A3*2</f><v>6</v></c><c r="D1"><f t="array" ref="D1">SUM(IF(A1:A3&gt;3,A1:A3))</f><v>12</v></c></row>
<row r="2"><c r="A2"><v>5</v></c><c r="B2"><v>10</v></c><c r="C2" cm="1"><f t="array" ref="C2:D2">TRANSPOSE(A1:A2)</f><v>3</v></c><c r="D2"><v>5</v></c></row>
<row r="3"><c r="A3"><v>7</v></c><c r="B3"><v>11</v></c><c r="C3"><f>B3+1</f><v>15</v></c><c r="D3"><f t="dataTable" ref="D3:D4" dt2D="0" dtr="0" r1="A1"/><v>9</v></c></row>
<row r="4"><c r="D4"><v>9</v></c></row>"#;
    for lead in ["", "<!-- -->"] {
        let sheet = format!("<sheetData>{lead}{rows}</sheetData>");
        let bytes = Xlsx { sheet: &sheet, strings: "", workbook: "" }.bytes();
        let read = Reader::new(Limits::default()).read_bytes("a.xlsx", &bytes).unwrap();
        let told = ["A1", "B1", "B2", "B3", "C2", "D2", "D1", "C3", "D3", "D4"].map(|at| verdict(&read, at));
        let right = Some(true);
        assert_eq!(told, [right, right, right, Some(false), right, right, right, right, None, None], "{lead}");
    }
}

#[test]
fn an_open_documents_formulas_are_worked_out_too() {
    let ns = r#"xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:calcext="c""#;
    let number = |value: &str| format!(r#"<table:table-cell office:value-type="float" office:value="{value}"/>"#);
    let formula = |formula: &str, value: &str| {
        format!(r#"<table:table-cell table:formula="of:={formula}" office:value-type="float" office:value="{value}"/>"#)
    };
    let array = |spans: &str, text: &str, value: &str| {
        formula(text, value).replace("<table:table-cell", &format!("<table:table-cell {spans}"))
    };
    let spans = r#"table:number-matrix-rows-spanned="2" table:number-matrix-columns-spanned="1""#;
    let single = r#"table:number-matrix-rows-spanned="1" table:number-matrix-columns-spanned="1""#;
    let rows = [
        number("3")
            + &array(spans, "[.A1:.A2]*2", "6")
            + &formula("[.A1]+[$Jan.B1]", "53")
            + &array(single, "SUM(IF([.A1:.A2]&gt;3;[.A1:.A2]))", "5"),
        number("5")
            + &number("11")
            + &formula("INDIRECT(&quot;Jan.B1&quot;)", "50")
            + &formula("SUM(INDIRECT(&quot;A1:A2&quot;))", "8"),
        formula("['file:///home/x/Data%20lama.ods'#$Sheet1.A1]", "7")
            + &formula("SUMIF([.A1:.A2];&quot;&gt;3&quot;;[.A1:.A2])", "9"),
    ];
    let table = |name: &str, rows: &[String]| {
        let rows: String = rows.iter().map(|row| format!("<table:table-row>{row}</table:table-row>")).collect();
        format!(r#"<table:table table:name="{name}">{rows}</table:table>"#)
    };
    let remembered = table("&apos;file:///home/x/Data%20lama.ods&apos;#Sheet1", &[number("7")]);
    let tables = table("Rekap", &rows) + &table("Jan", &[number("1") + &number("50")]) + &remembered;
    let content = format!(
        "<office:document-content {ns}><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    let bytes = crate::workbook::fixtures::package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ]);
    let read = Reader::new(Limits::default()).read_bytes("a.ods", &bytes).unwrap();
    assert_eq!(read.sheets.len(), 2, "what is remembered of another file is no sheet");
    let told = ["B1", "B2", "C1", "D1", "C2", "D2", "A3", "B3"].map(|at| verdict(&read, at));
    let right = Some(true);
    assert_eq!(told, [right, Some(false), right, right, right, right, None, Some(false)]);
    let sheet = &read.sheets[0];
    let linked = sheet.cell(CellAddress::parse("A3").unwrap()).unwrap();
    let verdict = Book::new(&read).verdict(sheet, &linked);
    assert!(matches!(verdict, Verdict::Unproven(super::Doubt::OtherFile(file)) if &*file == "Data lama.ods"));
}

#[test]
fn a_chain_and_a_circle_come_to_an_end() {
    let chain: Vec<(String, String)> = (0..3_000)
        .map(|row| if row == 0 { ("=C1*2".into(), "1".into()) } else { (format!("=A{row}+1"), (row + 1).to_string()) })
        .collect();
    let chain: Vec<(&str, &str)> = chain.iter().map(|(formula, result)| (formula.as_str(), result.as_str())).collect();
    let long = book(&chain);
    assert_eq!(verdict(&long, "A3000"), Some(true));
    let circle = book(&[("=A2+1", "5"), ("=A1+1", "7")]);
    assert_eq!(verdict(&circle, "A1"), None, "how often it is gone round nobody knows");
    // A running total of many rows.
    let running: Vec<(String, String)> = (1..=3_000).map(|row| (format!("=SUM(D$1:D{row})+1"), "1".to_owned())).collect();
    let running: Vec<(&str, &str)> = running.iter().map(|(formula, result)| (formula.as_str(), result.as_str())).collect();
    assert_eq!(verdict(&book(&running), "A3000"), Some(true));
}

#[test]
fn cells_that_share_a_formula_have_it_moved() {
    let rows = r#"<row r="1"><c r="A1"><v>3</v></c><c r="B1"><f t="shared" ref="B1:C3" si="0">A1*2</f><v>6</v></c><c r="C1"><f t="shared" si="0"/><v>12</v></c></row>
<row r="2"><c r="A2"><v>5</v></c><c r="B2"><f t="shared" si="0"/><v>10</v></c><c r="C2"><f t="shared" si="0"/><v>21</v></c></row>
<row r="3"><c r="A3"><v>5</v></c><c r="B3"><f t="shared" si="0"/><v>11</v></c></row><row r="4"><c r="B4"><f t="shared" si="0"/><v>11</v></c></row>"#;
    for lead in ["", "<!-- -->"] {
        let sheet = format!("<sheetData>{lead}{rows}</sheetData>");
        let read = |workbook: &str| {
            let bytes = Xlsx { sheet: &sheet, strings: "", workbook }.bytes();
            Reader::new(Limits::default()).read_bytes("a.xlsx", &bytes).unwrap()
        };
        let plain = read("");
        let told = ["B1", "C1", "B2", "C2", "B3", "B4"].map(|at| verdict(&plain, at));
        assert_eq!(told, [Some(true), Some(true), Some(true), Some(false), Some(false), None]);
        assert_eq!(verdict(&read(r#"<calcPr fullPrecision="0"/>"#), "B3"), None);
    }
}

/// An office whose list takes its amounts and its status from another sheet.
fn office(amount: &'static str, status: &'static str) -> Vec<String> {
    use crate::dataset::fixture::{Office, Outcome as _, written};
    use crate::profile::Dictionary;
    let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &[]).xlsx("2021.xlsx", |workbook| {
        let list = workbook.add_worksheet().set_name("Rekap").unwrap();
        for (column, heading) in (0u16..).zip(["Nama Koperasi", "Status", "Volume Usaha"]) {
            list.write(0, column, heading).unwrap();
        }
        for (row, name) in (1u32..).zip(["KSP Adil", "KUD Tirta", "KSU Jaya"]) {
            list.write(row, 0, name).unwrap();
            list.write(row, 1, "Aktif").unwrap();
            list.write(row, 2, 2_500_000 + row).unwrap();
        }
        list.write_formula(2, 1, Formula::new("=Sumber!B2").set_result(status)).unwrap();
        list.write_formula(2, 2, Formula::new("=SUM(Sumber!C2:E2)").set_result(amount)).unwrap();
        let other = workbook.add_worksheet().set_name("Sumber").unwrap();
        other.write(1, 1, "Aktif").unwrap();
        other.write(1, 2, 1_000_000).unwrap();
        other.write(1, 4, 500_000.5).unwrap();
    });
    let office = office.source(|sumber| sumber.lembar = Some(written("Rekap"))).kolom("status", "Status", None);
    office.needs(2021, &["volume_usaha", "status"]).read().galat()
}

#[test]
fn a_column_from_another_sheet_is_held_against_it() {
    assert_eq!(office("1500000.5", "Aktif"), Vec::<String>::new());
    assert_eq!(office("1500000.5", "AKTIF "), Vec::<String>::new());
    assert_eq!(office("1000000.5", "Aktif"), ["rumus-tanpa-hasil@C3"]);
    assert_eq!(office("1500000.5", "Tidak Aktif"), ["rumus-tanpa-hasil@B3"]);
}
