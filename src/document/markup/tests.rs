use super::*;
use crate::document::{Align, Block, ColumnWidth, Fault, Inline, PictureTrouble, Style, Text};

fn rendered(text: &str) -> Rendered {
    Rendered {
        file: "uji.xml".to_owned(),
        text: text.to_owned(),
        origins: Vec::new(),
        places: Vec::new(),
        lines: Default::default(),
    }
}

/// As the front door, in a folder with one picture.
fn parse(rendered: &Rendered) -> Result<crate::document::PagePart, TemplateError> {
    let png = [&b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"[..], &[0, 0, 0, 40, 0, 0, 0, 20]].concat();
    let broken = b"\x89PNG\r\n\x1a\n".to_vec();
    let pictures = [("bagan.png", png), ("rusak.png", broken), ("foto.jpg", b"GIF89a".to_vec())];
    let pictures = pictures.map(|(name, bytes)| (name.to_owned(), bytes.into())).into();
    super::parse(rendered, &TemplateSet { pictures, ..TemplateSet::default() }, None)
}

fn parse_foot(rendered: &Rendered) -> Result<Vec<Block>, TemplateError> {
    super::parse_foot(rendered, &TemplateSet::default())
}

fn blocks(inside: &str) -> Vec<Block> {
    parse(&rendered(&format!("<bagian id='iku' nama='IKU'>{inside}</bagian>"))).unwrap_or_else(|error| panic!("{error}")).blocks
}

fn faults(inside: &str) -> Vec<Fault> {
    let error = parse(&rendered(&format!("<bagian id='iku' nama='IKU'>{inside}</bagian>"))).unwrap_err();
    error.problems.into_iter().map(|problem| problem.fault).collect()
}

fn run(text: &str, style: Style) -> Inline {
    Inline::Run { text: text.to_owned(), style }
}

fn paragraph_text(inside: &str) -> Text {
    match blocks(&format!("<paragraf>{inside}</paragraf>")).remove(0) {
        Block::Paragraph { text, .. } => text,
        other => panic!("{other:?}"),
    }
}

#[test]
fn blanks_collapse_as_in_html() {
    let bold = Style { bold: true, ..Style::default() };
    let plain = Style::default();
    assert_eq!(paragraph_text("\n  satu \t dua\n"), [run("satu dua", plain)]);
    assert_eq!(paragraph_text("a <tebal> b </tebal> c"), [run("a ", plain), run("b ", bold), run("c", plain)]);
    assert_eq!(paragraph_text(" a <baris-baru/> b "), [run("a", plain), Inline::LineBreak, run("b", plain)]);
    assert_eq!(paragraph_text("a\u{a0} b"), [run("a\u{a0} b", plain)]);
    assert_eq!(
        paragraph_text("capaian <angka nama='x_1'> 21,78 </angka>%"),
        [
            run("capaian ", plain),
            Inline::Figure { shown: "21,78".to_owned(), name: "x_1".to_owned(), style: plain, unless: None },
            run("%", plain)
        ]
    );
    assert_eq!(paragraph_text("a&lt;b &amp;&#x41;<![CDATA[<c>]]><!-- d -->"), [run("a<b &A<c>", plain)]);
    assert!(blocks("<paragraf> </paragraf>").is_empty());
}

#[test]
fn styles_nest() {
    let Inline::Run { style, .. } =
        &paragraph_text("<tebal><miring><garis-bawah><kecil>x</kecil></garis-bawah></miring></tebal>")[0]
    else {
        panic!()
    };
    assert_eq!(*style, Style { bold: true, italic: true, underline: true, size: Some(8.0), hyphens: false });
}

#[test]
fn lists_label_their_items() {
    let items: String = (0..28).map(|_| "<butir>x</butir>").collect();
    let Block::Items(items) = blocks(&format!("<daftar-huruf>{items}</daftar-huruf>")).remove(0) else { panic!() };
    assert_eq!(items[0].0, [Inline::plain("a.")]);
    assert_eq!(items[27].0, [Inline::plain("ab.")]);
    let Block::Items(items) = blocks("<daftar-angka mulai='3'><butir>x</butir></daftar-angka>").remove(0) else { panic!() };
    assert_eq!(items[0].0, [Inline::plain("3.")]);
    let Block::Items(items) =
        blocks("<daftar><butir label='1'>x <tebal>y</tebal><paragraf>z</paragraf></butir></daftar>").remove(0)
    else {
        panic!()
    };
    assert_eq!(items[0].0, [Inline::plain("1")]);
    assert_eq!(items[0].1.len(), 2);
}

#[test]
fn tables_read_their_spans_and_widths() {
    let Block::Table(table) = blocks(
        "<tabel garis='tidak' ringkasan='r'><kolom lebar='2,5'/><kolom lebar='20mm'/><kolom/>
         <kepala><baris><sel gabung-kolom='2'>a</sel><sel>b</sel></baris><baris><sel/><sel>(1)</sel><sel>2</sel></baris></kepala>
         <baris><sel gabung-baris='2' rata='kanan' tegak='tengah' kepala='ya'>c</sel><sel>d</sel><sel>e</sel></baris>
         <baris><sel>f</sel><sel>g</sel></baris></tabel>",
    )
    .remove(0) else {
        panic!()
    };
    assert_eq!(table.columns, [ColumnWidth::Share(2.5), ColumnWidth::Fixed(20.0), ColumnWidth::Share(1.0)]);
    assert_eq!((table.header_rows, table.rows.len()), (2, 4));
    // Headings are bold, the numbers of the columns are not.
    let is_bold = |row: usize| matches!(&table.rows[row].cells[1].blocks[..], [Block::Paragraph { style, .. }] if style.bold);
    assert_eq!([0, 1, 2].map(is_bold), [true, false, false]);
    let cell = &table.rows[2].cells[0];
    assert_eq!((cell.rows, cell.align, cell.middle, cell.header), (2, Align::Right, true, true));
    assert!(table.rows[0].cells[0].header && table.rows[0].cells[0].middle);
    // Text in a cell takes the cell's alignment.
    assert!(matches!(&cell.blocks[0], Block::Paragraph { align: Align::Right, .. }));
}

#[test]
fn tables_that_do_not_fit_are_refused() {
    let rows = |body: &str| faults(&format!("<tabel><kolom/><kolom/>{body}</tabel>"));
    assert_eq!(rows("<baris><sel/></baris>"), [Fault::RowWidth { columns: 2, found: 1 }]);
    assert_eq!(rows("<baris><sel/><sel/><sel/></baris>"), [Fault::RowWidth { columns: 2, found: 3 }]);
    assert_eq!(rows("<baris><sel gabung-kolom='3'/></baris>"), [Fault::RowWidth { columns: 2, found: 3 }]);
    assert_eq!(rows("<baris><sel gabung-baris='2'/><sel/></baris>"), [Fault::SpanBeyond { rows: 2, left: 1 }]);
    assert_eq!(
        rows("<baris><sel/><sel gabung-baris='2'/></baris><baris><sel gabung-kolom='2'/></baris>"),
        [Fault::RowWidth { columns: 2, found: 3 }]
    );
    // A heading's span may not reach into the body, where it would part from its page.
    assert_eq!(
        rows("<kepala><baris><sel gabung-baris='2'/><sel/></baris></kepala><baris><sel/></baris>"),
        [Fault::SpanBeyond { rows: 2, left: 1 }, Fault::RowWidth { columns: 2, found: 1 }]
    );
    assert_eq!(rows("<baris></baris>"), [Fault::RowWidth { columns: 2, found: 0 }]);
    assert!(matches!(faults("<tabel><baris><sel/></baris></tabel>")[0], Fault::MissingElement { name: "kolom", .. }));
    assert!(blocks("<tabel><kolom/></tabel>").is_empty());
    assert!(matches!(rows("<baris><sel gabung-kolom='99999999999999999999'/><sel/></baris>")[0], Fault::BadValue { .. }));
}

#[test]
fn fractions_have_a_sentence() {
    let Block::Fraction(fraction) = blocks(
        "<pecahan><sebelum>=</sebelum><pembilang>a - b</pembilang><penyebut>b</penyebut><sesudah>x 100%</sesudah></pecahan>",
    )
    .remove(0) else {
        panic!()
    };
    assert_eq!(fraction.alternative, "sama dengan a kurang b, dibagi b, kali 100 persen");
    let formula = blocks("<rumus>= a - b x 100%</rumus>").remove(0);
    let Block::Formula { alternative, .. } = formula else { panic!() };
    assert_eq!(alternative, "sama dengan a kurang b kali 100 persen");
    assert_eq!(
        faults("<pecahan><pembilang>a</pembilang><pembilang>b</pembilang></pecahan>"),
        [
            Fault::RepeatedElement { parent: "pecahan".to_owned(), name: "pembilang".to_owned() },
            Fault::MissingElement { parent: "pecahan".to_owned(), name: "penyebut" }
        ]
    );
}

#[test]
fn signatures_are_complete() {
    let Block::Signatures(block) = blocks(
        "<tanda-tangan><penandatangan cara='tte' penanda='#'><tempat-tanggal>P, 1 Mei 2022</tempat-tanggal>
         <jabatan>KEPALA</jabatan><jabatan>KOTA</jabatan><nama>A &amp; B</nama></penandatangan></tanda-tangan>",
    )
    .remove(0) else {
        panic!()
    };
    let signature = &block.signatures[0];
    assert_eq!((signature.electronic, signature.tag), (true, Some('#')));
    assert_eq!((signature.position.len(), signature.name.as_str(), &signature.nip), (2, "A & B", &None));
    let wrong = faults("<tanda-tangan><penandatangan cara='cap' penanda='##'><nama>A</nama></penandatangan></tanda-tangan>");
    assert_eq!(wrong.len(), 3, "{wrong:?}");
    assert!(matches!(faults("<tanda-tangan/>")[0], Fault::MissingElement { .. }));
}

#[test]
fn every_mistake_is_told_at_once_and_names_the_nearest_word() {
    let found = faults(
        "teks<paragaf>x</paragaf><jarak tingi='6'/><judul tingkat='4'>x</judul><paragraf rata='tegah'>x<tabel/></paragraf>\
         <baris/><ganti-halaman>x</ganti-halaman><jarak tinggi='-1'/><angka nama='a b'>1</angka>",
    );
    assert!(matches!(&found[0], Fault::StrayText { text, .. } if text == "teks"), "{found:?}");
    assert!(found.contains(&Fault::UnknownElement { name: "paragaf".to_owned(), nearest: Some("paragraf") }));
    assert!(found.iter().any(|fault| matches!(fault, Fault::UnknownAttribute { nearest: Some("tinggi"), .. })));
    assert!(found.iter().any(|fault| matches!(fault, Fault::MissingAttribute { name: "tinggi", .. })));
    assert!(found.iter().any(|fault| matches!(fault, Fault::BadValue { attribute, .. } if attribute == "tingkat")));
    assert!(found.iter().any(|fault| matches!(fault, Fault::BadValue { attribute, .. } if attribute == "rata")));
    assert!(found.iter().any(|fault| matches!(fault, Fault::MisplacedElement { name, .. } if name == "tabel")));
    assert!(found.iter().any(|fault| matches!(fault, Fault::MisplacedElement { name, .. } if name == "baris")));
    assert!(found.iter().any(|fault| matches!(fault, Fault::MisplacedElement { name, .. } if name == "angka")));
    assert!(found.iter().any(|fault| matches!(fault, Fault::BadValue { value, .. } if value == "-1")));
    assert_eq!(found.len(), 11, "{found:#?}");
}

#[test]
fn what_is_no_xml_says_so() {
    let fault = |text: &str| parse(&rendered(text)).unwrap_err().problems.remove(0);
    let problem = fault("<bagian id='a' nama='b'>\n<judul>x</jdul></bagian>");
    assert!(problem.to_string().contains("<judul> belum ditutup"), "{problem}");
    assert_eq!(problem.rendered.as_deref(), Some("<judul>x</jdul></bagian>"));
    for bad in [
        "",
        "   ",
        "<bagian",
        "<bagian>",
        "<a/><b/>",
        "<bagian>&nbsp;</bagian>",
        "<x:y/>",
        "<bagian a='1' a='2'/>",
        "x",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
    ] {
        assert!(!fault(bad).to_string().is_empty());
    }
    assert!(matches!(fault("<bagain id='a' nama='b'/>").fault, Fault::UnknownElement { nearest: Some("bagian"), .. }));
}

#[test]
fn a_foot_holds_paragraphs_alone() {
    let foot = parse_foot(&rendered("<kaki>\n<paragraf ukuran='7'>a</paragraf>\n<paragraf/></kaki>")).unwrap();
    assert!(matches!(&foot[..], [Block::Paragraph { style: Style { size: Some(size), .. }, .. }] if *size == 7.0));
    assert!(parse_foot(&rendered("<kaki/>")).unwrap().is_empty());
    for bad in ["<bagian id='a' nama='b'/>", "<kaki><jarak tinggi='3'/></kaki>", "<kaki>a</kaki>", "<kaki warna='x'/>"] {
        assert!(parse_foot(&rendered(bad)).is_err(), "{bad}");
    }
    assert!(parse(&rendered("<kaki/>")).is_err());
}

#[test]
fn nesting_has_an_end() {
    let deep = 40_000;
    let text = format!("<paragraf>{}x{}</paragraf>", "<tebal>".repeat(deep), "</tebal>".repeat(deep));
    assert!(faults(&text).contains(&Fault::TooDeep));
}

/// The faults of a part whose report shows 8,19 under one name, a sentence under another.
fn figure_faults(inside: &str) -> Vec<Fault> {
    let mut figures = Shown::default();
    figures.add("iku_1_1_2021", "8,19", Some("8.185".parse().unwrap()));
    figures.add("predikat_1_1_2021", "Sangat  Tinggi", None);
    let part = rendered(&format!("<bagian id='iku' nama='IKU'><paragraf>x</paragraf>{inside}</bagian>"));
    let read = super::parse(&part, &TemplateSet::default(), Some(&figures));
    read.err().into_iter().flat_map(|error| error.problems).map(|problem| problem.fault).collect()
}

#[test]
fn a_figures_name_stands_over_that_figure_alone() {
    let angka = |name: &str, text: &str| figure_faults(&format!("<paragraf><angka nama='{name}'>{text}</angka></paragraf>"));
    let another = |name: &str, text: &str, shown: &str| {
        vec![Fault::AnotherFigure { name: name.to_owned(), text: text.to_owned(), shown: shown.to_owned() }]
    };
    assert_eq!(angka("iku_1_1_2021", " 8,19 "), []);
    assert_eq!(angka("predikat_1_1_2021", "Sangat Tinggi"), []);
    assert_eq!(angka("iku_1_1_2021", "8,20"), another("iku_1_1_2021", "8,20", "8,19"));
    assert_eq!(angka("predikat_1_1_2021", "8,19"), another("predikat_1_1_2021", "8,19", "Sangat  Tinggi"));
    let unknown = Fault::UnknownFigure { name: "iku_1_1_2020".to_owned(), nearest: Some("iku_1_1_2021".to_owned()) };
    assert_eq!(angka("iku_1_1_2020", "8,19"), [unknown]);
}

#[test]
fn a_bar_of_a_figure_is_as_long_as_the_figure() {
    let bar = |value: &str, text: &str| {
        let point = format!("<titik tahun='2021' nilai='{value}' angka='iku_1_1_2021'>{text}</titik>");
        figure_faults(&format!("<grafik judul='a'><deret nama='r'>{point}</deret></grafik>"))
    };
    assert_eq!(bar("8.185", "8,19"), []);
    assert_eq!(bar("8.185", "8,19 (?)"), []);
    assert!(matches!(bar("8.19", "8,19").as_slice(), [Fault::AnotherFigure { .. }]));
    assert!(matches!(bar("8.185", "8,20").as_slice(), [Fault::AnotherFigure { .. }]));
}

const TITIK: &str = "<titik tahun='2021' nilai='8,185' angka='iku_1_1_2021'>8,19</titik>";

#[test]
fn charts_that_follow_one_another_stand_side_by_side() {
    let chart = |title: &str| {
        format!(
            "<grafik judul='{title}' satuan='%'><deret nama='Realisasi'><titik tahun='2020'>n/a</titik>{TITIK}</deret>
             <deret nama='Target'><titik tahun='2026 (akhir)' nilai='-10'>-10,00</titik></deret></grafik>"
        )
    };
    let found = blocks(&format!("{}{}<jarak tinggi='1'/>{}", chart("a"), chart("b"), chart("c")));
    let [Block::Charts(two), Block::Space(_), Block::Charts(one)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((two.len(), one.len()), (2, 1));
    assert_eq!(two[0].title, "a (%)");
    assert_eq!(two[0].labels(), ["2020", "2021", "2026 (akhir)"]);
    let point = two[0].series[0].at("2021").unwrap();
    assert_eq!((point.shown.as_str(), point.name.as_deref()), ("8,19", Some("iku_1_1_2021")));
    assert_eq!(point.value.map(|value| value.to_string()).as_deref(), Some("8.185"));
    assert_eq!(two[0].series[0].at("2020").unwrap().value, None);
    assert_eq!(
        two[0].alternative,
        "Grafik batang a. Realisasi tahun 2020 n/a, tahun 2021 8,19 %. Target tahun 2026 (akhir) -10,00 %."
    );
}

#[test]
fn what_a_chart_cannot_draw_is_said() {
    let one = |inside: &str| faults(&format!("<grafik judul='a'>{inside}</grafik>"));
    let series = |inside: &str| one(&format!("<deret nama='r'>{inside}</deret>"));
    assert!(matches!(one("").as_slice(), [Fault::MissingElement { name: "deret", .. }]));
    assert!(matches!(series("").as_slice(), [Fault::MissingElement { name: "titik", .. }]));
    assert!(matches!(series("<titik tahun='2021' nilai='1'/>").as_slice(), [Fault::Empty { .. }]));
    for bad in ["1.234,5", "x", "", "--1", "1e5", "NaN"] {
        let fault = series(&format!("<titik tahun='2021' nilai='{bad}'>1</titik>"));
        assert!(matches!(fault.as_slice(), [Fault::BadValue { .. }]), "{bad}: {fault:?}");
    }
    assert!(matches!(series(&format!("{TITIK}{TITIK}")).as_slice(), [Fault::RepeatedElement { .. }]));
    let three = format!("<deret nama='r'>{TITIK}</deret>").repeat(3);
    assert!(matches!(one(&three).as_slice(), [Fault::TooMany { most: 2, .. }]));
    let many = |count: u32, before: &str| -> String {
        (0..count).map(|year| format!("<titik tahun='{before}{year}'>n/a</titik>")).collect()
    };
    assert!(matches!(series(&many(13, "T")).as_slice(), [Fault::TooMany { most: 12, .. }]));
    // Places among the ranked take little room.
    assert_eq!(blocks(&format!("<grafik judul='a'><deret nama='r'>{}</deret></grafik>", many(40, ""))).len(), 1);
    assert!(matches!(series(&many(41, "")).as_slice(), [Fault::TooMany { most: 40, .. }]));
    let long = "panjang ".repeat(20);
    let fault = series(&format!("<titik tahun='{long}' nilai='1'>{long}</titik>"));
    assert!(matches!(fault.as_slice(), [Fault::TooLong { .. }, Fault::TooLong { .. }]), "{fault:?}");
}

/// Both manuals: for those who build, and in Indonesian for those who edit templates.
#[test]
fn the_manuals_name_every_element_and_attribute() {
    the_manual("docs/templates.md", include_str!("../../../docs/templates.md"));
    the_manual("docs/templat.md", include_str!("../../../docs/templat.md"));
}

fn the_manual(name: &str, manual: &str) {
    for (element, attributes) in names::ELEMENTS {
        assert!(manual.contains(&format!("<{element}")), "<{element}> is not in {name}");
        for attribute in *attributes {
            assert!(manual.contains(&format!("{attribute}=\"")), "{attribute} of <{element}> is not in {name}");
        }
    }
    // Each example in the manual is read.
    for example in manual.split("```xml\n").skip(1) {
        let example = example.split("```").next().unwrap();
        if example.contains("{{") || example.contains("{%") {
            continue;
        }
        if example.starts_with("<kaki") {
            assert!(!parse_foot(&rendered(example)).unwrap_or_else(|error| panic!("{example}\n{error}")).is_empty());
            continue;
        }
        let whole =
            if example.contains("<bagian") { example.to_owned() } else { format!("<bagian id='a' nama='b'>{example}</bagian>") };
        parse(&rendered(&whole)).unwrap_or_else(|error| panic!("{example}\n{error}"));
    }
}

#[test]
fn every_snippet_of_the_manual_has_its_picture() {
    let manual = include_str!("../../../docs/templates.md");
    let docs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    for part in manual.split("```xml\n").skip(1) {
        let (snippet, rest) = part.split_once("```\n").unwrap();
        let name = rest.trim_start().strip_prefix("![").and_then(|rest| rest.split_once("](")?.1.split_once(')'));
        let (name, _) = name.unwrap_or_else(|| panic!("no picture after\n{snippet}"));
        let bytes = std::fs::read(docs.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(crate::document::pixels(&bytes).is_ok_and(|(wide, high)| wide > 100 && high > 10), "{name}");
    }
}

#[test]
fn a_picture_is_one_of_its_folder_and_says_what_it_shows() {
    let of = |inside: &str| match blocks(inside).remove(0) {
        Block::Picture(picture) => picture,
        other => panic!("{other:?}"),
    };
    let picture = of("<gambar berkas='bagan.png' lebar='30mm' rata='tengah' alternatif=' Bagan '/>");
    assert_eq!((picture.width, picture.height, picture.align), (30.0, 15.0, Align::Center));
    assert_eq!(picture.alternative.as_deref(), Some("Bagan"));
    let picture = of("<gambar berkas='bagan.png' lebar='30mm' tinggi='10mm' hiasan='ya'/>");
    assert_eq!((picture.width, picture.height, picture.alternative), (20.0, 10.0, None));
    assert_eq!(faults("<gambar berkas='bagan.png'/>"), [Fault::NoAlternative]);
    let known = ["bagan.png", "foto.jpg", "rusak.png"].map(str::to_owned).to_vec();
    for outside in ["../bagan.png", "/etc/hostname", "sub/bagan.png"] {
        let found = faults(&format!("<gambar berkas='{outside}' hiasan='ya'/>"));
        assert!(matches!(&found[..], [Fault::NoPicture { name, .. }] if name == outside), "{found:?}");
    }
    let near = Fault::NoPicture { name: "bagn.png".into(), nearest: Some("bagan.png".into()), known };
    assert_eq!(faults("<gambar berkas='bagn.png' hiasan='ya'/>"), [near]);
    for (name, trouble) in
        [("lambang.svg", PictureTrouble::Svg), ("rusak.png", PictureTrouble::Damaged), ("foto.jpg", PictureTrouble::Format)]
    {
        let fault = Fault::BadPicture { name: name.into(), trouble };
        assert_eq!(faults(&format!("<gambar berkas='{name}' hiasan='ya'/>")), [fault]);
    }
}

#[test]
fn a_column_by_its_content_keeps_its_limits() {
    let table = |columns: &str| format!("<tabel>{columns}<baris><sel>a</sel></baris></tabel>");
    let Block::Table(found) =
        blocks(&table("<kolom lebar='isi' paling-sempit='10mm' paling-lebar='2,5mm'/>").replace("2,5", "25")).remove(0)
    else {
        panic!()
    };
    assert_eq!(found.columns, [ColumnWidth::Content { least: 10.0, most: 25.0 }]);
    for wrong in
        ["lebar='isi' paling-sempit='10mm' paling-lebar='5mm'", "lebar='3' paling-lebar='5mm'", "lebar='isi' paling-lebar='5'"]
    {
        let found = faults(&table(&format!("<kolom {wrong}/>")));
        assert!(matches!(&found[..], [Fault::BadValue { attribute, .. }] if attribute.starts_with("paling-")), "{found:?}");
    }
}

#[test]
fn text_to_both_edges_is_divided_unless_it_says_otherwise() {
    let of = |inside: &str| match blocks(inside).remove(0) {
        Block::Paragraph { style, .. } => style.hyphens,
        other => panic!("{other:?}"),
    };
    assert!(of("<paragraf rata='kanan-kiri'>a</paragraf>"));
    assert!(!of("<paragraf rata='kanan-kiri' penggal='tidak'>a</paragraf>"));
    assert!(!of("<paragraf>a</paragraf>"));
    assert!(of("<paragraf penggal='ya'>a</paragraf>"));
}
