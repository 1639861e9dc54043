//! content.xml of every kind, and damaged ones.

use crate::diagnostic::{BerkasTerlaluBesar, Fakta};
use crate::profile::Limits;
use crate::vocabulary::Around;
use crate::workbook::fixtures::{Dice, all, damage, mutate, package, read, read_with};
use crate::workbook::sheet::Veil;
use crate::workbook::{Hidden, NumberStyle, OddShow, Sheet, Value};
use calamine::{Data, Reader as _};

fn file(content: &str) -> Vec<u8> {
    package(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

fn document(table: &str) -> String {
    let ns = r#"xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c""#;
    format!(
        r#"<office:document-content {ns}><office:automatic-styles/><office:body><office:spreadsheet><table:calculation-settings/><table:table table:name="Data">{table}</table:table></office:spreadsheet></office:body></office:document-content>"#
    )
}

fn sheet(table: &str) -> Sheet {
    read("a.ods", &file(&document(table))).unwrap().sheets.remove(0)
}

#[test]
fn rules_that_hide_or_strike_out_and_what_cells_ask_for() {
    let ns = r#"xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:fo="f" xmlns:calcext="c""#;
    let styles = r##"
        <style:style style:name="Rule_5f_1" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style>
        <style:style style:name="Coret"><style:text-properties style:text-line-through-style="solid"/></style:style>
        <style:style style:name="Merah"><style:text-properties fo:color="#ff0000"/></style:style>
        <style:style style:name="ce1"><style:map style:condition="cell-content()&lt;5" style:apply-style-name="Coret"/></style:style>
        <style:style style:name="ce2"><style:map style:condition="cell-content()=0" style:apply-style-name="Rule_5f_1"/></style:style>"##;
    let help = |name: &str, shown: bool, text: &str| {
        format!(
            r#"<table:content-validation table:name="{name}"><table:help-message table:display="{shown}"><text:p>{text}</text:p></table:help-message></table:content-validation>"#
        )
    };
    let asks = help("val1", true, "Isi dalam ribuan rupiah") + &help("val2", false, "dalam jutaan");
    let rows = r#"<table:table-row table:number-rows-repeated="3"><table:table-cell table:style-name="ce1" office:value-type="float" office:value="4"/>
        <table:table-cell table:style-name="ce2" table:content-validation-name="val1" office:value-type="float" office:value="7"/>
        <table:table-cell table:content-validation-name="val2" table:number-columns-repeated="2"/></table:table-row>
        <table:table-row><table:table-cell/><table:table-cell table:content-validation-name="val1"/></table:table-row>"#;
    let condition = |value: &str, style: &str| {
        format!(
            r#"<calcext:conditional-format calcext:target-range-address="Data.B1:Data.B3 'D. 2'.D1"><calcext:condition calcext:apply-style-name="{style}" calcext:value="{value}"/></calcext:conditional-format>"#
        )
    };
    let read_with = |rules: &str| {
        let content = format!(
            r#"<office:document-content {ns}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet><table:content-validations>{asks}</table:content-validations><table:table table:name="Data">{rows}{rules}</table:table></office:spreadsheet></office:body></office:document-content>"#
        );
        read("a.ods", &file(&content)).unwrap().sheets.remove(0)
    };
    let veiled = |rules: &[String]| {
        let rules = format!("<calcext:conditional-formats>{}</calcext:conditional-formats>", rules.concat());
        let shown = |(cells, veil): &(crate::workbook::Merge, Veil)| format!("{}:{} {veil:?}", cells.first, cells.last);
        read_with(&rules).veiled.iter().map(shown).collect::<Vec<_>>()
    };
    assert_eq!(veiled(&[condition("&lt;100", "Rule_1")]), ["B1:B3 Unseen", "D1:D1 Unseen"]);
    assert_eq!(veiled(&[condition("=0", "Rule_1"), condition("&gt;1", "Merah"), condition("&gt;1", "Coret")]).len(), 2);
    // Where none stands below the rows, the cells' own styles say it.
    assert_eq!(veiled(&[]), ["A1:A3 Struck"]);
    let asked = read_with("");
    let asked: Vec<_> = asked.around.iter().map(|line| (line.place, &*line.text, line.cells.unwrap().last.to_string())).collect();
    assert_eq!(asked, [(Around::Prompt, "Isi dalam ribuan rupiah", "B4".to_owned())]);
}

#[test]
fn pretty_printed_cells_of_every_kind() {
    let table = r#"
        <table:table-row>
          <table:table-cell office:value-type="string"><text:p>  a
             b<text:s/><text:tab/>c</text:p><text:p/><text:p>d</text:p></table:table-cell>
          <table:table-cell office:value-type="string" office:string-value="sebenarnya"><text:p>tampak</text:p></table:table-cell>
          <table:table-cell office:value-type="currency" office:value="1234.5"><text:p>Rp1.234,50</text:p></table:table-cell>
          <table:table-cell table:formula="of:=[.A1]" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>
          <table:table-cell table:formula="of:=[.A1]" office:value-type="string"><text:p>Err:502</text:p></table:table-cell>
          <table:table-cell table:formula="of:=[.A1]"/>
          <table:table-cell table:formula="of:=[.A1]" office:value-type="string" office:string-value=""/>
          <table:table-cell office:value-type="date" office:date-value="1899-12-30"/>
          <table:table-cell office:value-type="float" office:value="4.3499999999999996"/>
          <table:table-cell/>
          <table:table-cell office:value-type="string"><text:p></text:p></table:table-cell>
          <table:table-cell office:value-type="float" office:value="1e999"/>
        </table:table-row>"#;
    assert_eq!(
        all(&sheet(table)),
        [
            "A1='  a b \tc\n\nd'",
            "B1='sebenarnya'",
            "C1=1234.5",
            "D1={[.A1]}#REF!",
            "E1={[.A1]}Err:502",
            "F1={[.A1]}tanpa hasil",
            "G1={[.A1]}''",
            "H1=@0",
            "I1=4.35",
            "L1=overflow 1e999",
        ]
    );
}

#[test]
fn a_comment_is_none_of_its_cell() {
    let table = r#"
        <table:table-row>
          <table:table-cell office:value-type="string"><office:annotation><dc:creator>Bu Ani</dc:creator><dc:date>2021-01-01</dc:date><text:p>dalam</text:p><text:p>ribuan</text:p></office:annotation><text:p>Omset</text:p></table:table-cell>
          <table:table-cell table:number-columns-repeated="2"><office:annotation><text:p>kosong</text:p></office:annotation></table:table-cell>
        </table:table-row>"#;
    let sheet = sheet(table);
    assert_eq!(all(&sheet), ["A1='Omset'"]);
    let comments: Vec<String> = sheet.comments.iter().map(|(at, text)| format!("{at} {text}")).collect();
    assert_eq!(comments, ["A1 dalam\nribuan", "B1 kosong"]);
}

#[test]
fn repeats_groups_and_hidden_rows() {
    let table = r#"<table:table-column-group><table:table-column/></table:table-column-group><table:table-columns><table:table-column table:number-columns-repeated="2" table:visibility="filter"/></table:table-columns>
        <table:table-header-rows><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1"/></table:table-row></table:table-header-rows>
        <table:table-row-group><table:table-row table:number-rows-repeated="3" table:visibility="filter"><table:table-cell/></table:table-row></table:table-row-group>
        <table:shapes><table:table><table:table-row><table:table-cell office:value-type="float" office:value="9"/></table:table-row></table:table></table:shapes>
        <table:table-row><table:covered-table-cell office:value-type="float" office:value="2"/></table:table-row>
        <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let sheet = sheet(table);
    assert_eq!(all(&sheet), ["A1=1", "B1=1", "A2=1", "B2=1", "A6=2"]);
    assert_eq!((sheet.hidden_rows, sheet.hidden_columns), (Hidden::Known(vec![(2, 4)]), Hidden::Known(vec![(1, 2)])));
}

#[test]
fn hostile_repeats_and_cut_documents_are_refused() {
    let huge = r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>"#;
    match read_with(Limits { sel: 1_000_000, ..Limits::default() }, "a.ods", &file(&document(huge))).unwrap_err().fakta {
        Fakta::BerkasTerlaluBesar(BerkasTerlaluBesar { kunci_batas, .. }) => assert_eq!(kunci_batas, "sel"),
        other => panic!("{other:?}"),
    }
    for (table, told) in [
        (r#"<table:table-row table:number-rows-repeated="99999999999"/>"#, "ulangan"),
        (r#"<table:table-row table:number-rows-repeated="0"/>"#, "ulangan"),
        (
            r#"<table:table-row table:number-rows-repeated="1048576"/><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>"#,
            "batas",
        ),
        (r#"<table:table-row><table:table-cell office:value-type="float" office:value="1,5"/></table:table-row>"#, "A1"),
        (
            r#"<table:table-row><table:table-cell office:value-type="date" office:date-value="24/01/2022"/></table:table-row>"#,
            "A1",
        ),
    ] {
        assert!(damage("a.ods", &file(&document(table))).contains(told), "{table}");
    }
    let whole = document(r#"<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>"#);
    for cut in 0..whole.len() {
        damage("a.ods", &file(&whole[..cut]));
    }
}

#[test]
fn damaged_documents_end_in_a_finding_or_a_workbook() {
    let whole = document(
        r#"<table:table-column table:visibility="collapse"/><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>a<text:s text:c="3"/></text:p></table:table-cell>
        <table:covered-table-cell/><table:table-cell office:value-type="date" office:date-value="2022-01-24T10:00:00"/><table:table-cell table:formula="of:=1/0" office:value-type="string"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>"#,
    );
    let mut dice = Dice(5);
    let limits = Limits { sel: 100_000, ..Limits::default() };
    for _ in 0..400 {
        let mut content = whole.clone().into_bytes();
        mutate(
            &mut content,
            &mut dice,
            &[b"1048576", b"table:number-columns-repeated=\"16384\"", b"</text:p>", b"4294967295", b"&lt;"],
        );
        let file = package(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)]);
        if let Err(temuan) = read_with(limits, "a.ods", &file) {
            assert!(!format!("{temuan:?}").contains("tidak dapat ditafsirkan"), "{temuan:?}");
        }
    }
}

/// LibreOffice's own file, held against calamine's reader.
#[test]
fn libreoffices_document_reads_as_calamine_reads_it() {
    let bytes = include_bytes!("../../../../tests/data/libreoffice.ods");
    let mut theirs = calamine::Ods::new(std::io::Cursor::new(&bytes[..])).unwrap();
    let range = theirs.worksheet_range("Data").unwrap();
    let ours = read("a.ods", bytes).unwrap().sheets.remove(0);
    for cell in ours.cells.iter() {
        let shown = crate::workbook::fixtures::shown(&cell);
        match range.get_value((cell.at.row, cell.at.column)) {
            Some(Data::Float(number)) if !shown.contains('@') => assert!(shown.contains(&number.to_string()), "{shown} {number}"),
            Some(Data::String(text)) => assert!(shown.contains(text.trim()), "{shown} {text}"),
            Some(_) => {}
            None => panic!("{shown}"),
        }
    }
}

#[test]
fn what_is_told_beside_the_values() {
    let ns = r#"xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:fo="f" xmlns:draw="d""#;
    let style = |name: &str, more: &str| {
        format!(
            r#"<style:style style:name="{name}" style:family="table-cell" style:parent-style-name="Dasar">{more}</style:style>"#
        )
    };
    let styles = [
        style("coret", r#"<style:text-properties style:text-line-through-style="solid"/>"#),
        style("tidak", r##"<style:text-properties style:text-line-through-style="none" fo:color="#000000"/>"##),
        style("putih", r##"<style:text-properties fo:color="#ffffff"/>"##),
        style("gelap", r##"<style:table-cell-properties fo:background-color="#1f4e78"/><style:text-properties fo:color="#ffffff"/>"##),
        r#"<style:style style:name="datar" style:family="table-row"><style:table-row-properties style:row-height="0cm"/></style:style>"#.to_owned(),
        r#"<style:style style:name="sempit" style:family="table-column"><style:table-column-properties style:column-width="0in"/></style:style>"#.to_owned(),
        r#"<style:style style:name="lembar" style:family="table" style:master-page-name="Cetak"/>"#.to_owned(),
    ]
    .concat();
    let cell = |style: &str, more: &str, shown: &str| {
        format!(
            r#"<table:table-cell table:style-name="{style}" office:value-type="float" office:value="7" {more}><text:p>{shown}</text:p></table:table-cell>"#
        )
    };
    let rows = [
        cell("coret", "", "7"),
        cell("tidak", "", "7"),
        cell("putih", "", "7"),
        cell("gelap", "", "7"),
        cell("tidak", r#"office:currency="USD""#, "7"),
        cell("tidak", r#"office:currency="IDR""#, "7"),
        cell("tidak", "", "US$ 7.00"),
        r#"<table:table-cell office:value-type="float" office:value="7"><draw:custom-shape><text:p>TARGET</text:p></draw:custom-shape><text:p>7</text:p></table:table-cell>"#.to_owned(),
    ]
    .concat();
    let content = format!(
        r#"<office:document-content {ns}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>
        <table:table table:name="Data" table:style-name="lembar"><table:shapes><draw:g><draw:frame><draw:text-box><text:p>(Rp <text:span>Juta</text:span>)</text:p></draw:text-box></draw:frame></draw:g></table:shapes>
        <table:table-column table:number-columns-repeated="8" table:default-cell-style-name="coret"/><table:table-column table:style-name="sempit"/>
        <table:table-row>{rows}</table:table-row><table:table-row table:style-name="datar"><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let page = r#"<style:master-page style:name="Cetak"><style:header><style:region-center><text:p>TAHUN 2020</text:p></style:region-center></style:header>
        <style:header-left style:display="false"><text:p>tak tercetak</text:p></style:header-left><style:footer><text:p>Halaman <text:page-number>1</text:page-number></text:p></style:footer></style:master-page>
        <style:master-page style:name="Lain"><style:header><text:p>lembar lain</text:p></style:header></style:master-page>"#;
    let dasar = r##"<style:style style:name="Dasar" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style>"##;
    let parts = format!(
        "<office:document-styles {ns}><office:styles>{dasar}</office:styles><office:master-styles>{page}</office:master-styles></office:document-styles>"
    );
    let bytes = package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("styles.xml", parts.as_bytes()),
    ]);
    let sheet = read("a.ods", &bytes).unwrap().sheets.remove(0);
    let struck: Vec<String> = sheet.struck.iter().map(ToString::to_string).collect();
    // The last cells have their column's style.
    assert_eq!(struck, ["A1", "H1", "A2"]);
    let unseen = NumberStyle::Odd(OddShow::Unseen);
    let foreign = NumberStyle::Odd(OddShow::Foreign);
    let shown: Vec<NumberStyle> = sheet.row(0).iter().map(|cell| cell.style).collect();
    let plain = NumberStyle::General;
    // A struck text is white too: its style builds on one that is.
    assert_eq!(shown, [unseen, plain, unseen, plain, foreign, plain, foreign, unseen]);
    assert_eq!((sheet.hidden_rows, sheet.hidden_columns), (Hidden::Known(vec![(1, 1)]), Hidden::Known(vec![(8, 8)])));
    let told: Vec<(Around, &str)> = sheet.around.iter().map(|line| (line.place, &*line.text)).collect();
    let expected =
        [(Around::Header, "TAHUN 2020"), (Around::Footer, "Halaman"), (Around::Shape, "(Rp Juta)"), (Around::Shape, "TARGET")];
    assert_eq!(told, expected);
}

/// The mark of a footnote is no digit, and a digit that is struck out makes its text doubtful.
#[test]
fn runs_that_stand_raised_or_are_struck_out() {
    let ns = r#"xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:fo="f""#;
    let style = |name: &str, said: &str| {
        format!(r#"<style:style style:name="{name}" style:family="text"><style:text-properties {said}/></style:style>"#)
    };
    let styles = style("T1", r#"style:text-position="super 58%""#)
        + &style("T2", r#"style:text-line-through-style="solid""#)
        + &style("T3", r#"style:text-position="0% 100%""#);
    let cell = |text: &str| format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#);
    let run = |style: &str, text: &str| format!(r#"<text:span text:style-name="{style}">{text}</text:span>"#);
    let cells = [
        format!("76496171{}", run("T1", "1")),
        run("T2", "2") + "5000000",
        run("T2", "KSP Makmur") + " ",
        format!("KSP {} Baru", run("T2", "Lama")),
        run("T1", &run("T3", "9")) + "1",
    ]
    .map(|text| cell(&text))
    .concat();
    let content = format!(
        r#"<office:document-content {ns}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>
        <table:table table:name="Data"><table:table-row>{cells}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let bytes = package(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())]);
    let sheet = read("a.ods", &bytes).unwrap().sheets.remove(0);
    let text = |value: &Value| match value {
        Value::Text(text) => (*text).to_owned(),
        value => format!("{value:?}"),
    };
    let texts: Vec<String> = sheet.row(0).iter().map(|cell| text(&cell.value)).collect();
    assert_eq!(texts, ["76496171¹", "25000000", "KSP Makmur ", "KSP Lama Baru", "91"]);
    assert_eq!(sheet.struck.iter().map(ToString::to_string).collect::<Vec<_>>(), ["B1", "C1"]);
}
