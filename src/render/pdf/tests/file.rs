//! The finished file: its text, its fonts, its structure, the same bytes every time.

use super::sample::*;
use crate::document::*;
use crate::render::pdf::raster::tests::png_of;
use crate::render::pdf::{RenderError, render};
use lopdf::{Dictionary, Object, content::Content};
use std::collections::BTreeMap;

fn open(document: &Document) -> lopdf::Document {
    lopdf::Document::load_mem(&render(document).unwrap().bytes).unwrap()
}

/// A ToUnicode map read back.
fn to_unicode(file: &lopdf::Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let stream = file.get_object(font.get(b"ToUnicode").unwrap().as_reference().unwrap()).unwrap().as_stream().unwrap();
    let map = String::from_utf8(stream.decompressed_content().unwrap()).unwrap();
    let entries = map.lines().filter(|line| line.starts_with('<') && line.contains("> <") && !line.contains("FFFF"));
    entries
        .map(|line| {
            let mut parts = line.split(['<', '>']).filter(|part| !part.trim().is_empty());
            let code = u16::from_str_radix(parts.next().unwrap(), 16).unwrap();
            let units = parts
                .next()
                .unwrap()
                .as_bytes()
                .chunks(4)
                .map(|unit| u16::from_str_radix(std::str::from_utf8(unit).unwrap(), 16).unwrap());
            (code, String::from_utf16(&units.collect::<Vec<_>>()).unwrap())
        })
        .collect()
}

/// The text of each page as it is drawn, a line feed after each shown piece, and
/// the texts of each MCID (`None`: artifacts).
fn shown(file: &lopdf::Document) -> Vec<Vec<(Option<i64>, String)>> {
    let mut pages = Vec::new();
    for page in file.page_iter() {
        let resources = file.get_dictionary(page).unwrap().get(b"Resources").unwrap().as_reference().unwrap();
        let fonts = file.get_dictionary(resources).unwrap().get(b"Font").unwrap().as_reference().unwrap();
        let maps: BTreeMap<Vec<u8>, BTreeMap<u16, String>> = file
            .get_dictionary(fonts)
            .unwrap()
            .iter()
            .map(|(name, font)| (name.clone(), to_unicode(file, file.get_dictionary(font.as_reference().unwrap()).unwrap())))
            .collect();
        let content = Content::decode(&file.get_page_content(page)).unwrap();
        let (mut font, mut mcid, mut out) = (Vec::new(), None, Vec::new());
        for operation in content.operations {
            match operation.operator.as_str() {
                // The hyphen of a divided word stands within the marked content of its paragraph.
                "BDC" if operation.operands[0].as_name().unwrap() == b"Span" => {}
                "BDC" => mcid = operation.operands[1].as_dict().unwrap().get(b"MCID").ok().map(|id| id.as_i64().unwrap()),
                "BMC" => mcid = None,
                "Tf" => font = operation.operands[0].as_name().unwrap().to_vec(),
                "TJ" => {
                    let mut text = String::new();
                    for item in operation.operands[0].as_array().unwrap() {
                        if let Object::String(bytes, _) = item {
                            for code in bytes.chunks(2) {
                                text += &maps[&font][&u16::from_be_bytes([code[0], code[1]])];
                            }
                        }
                    }
                    out.push((mcid, text));
                }
                _ => {}
            }
        }
        pages.push(out);
    }
    pages
}

fn all_text(file: &lopdf::Document) -> String {
    shown(file).into_iter().flatten().map(|(_, text)| text + "\n").collect()
}

#[test]
fn the_form_reads_in_order() {
    let text = all_text(&open(&form())).replace(" \n", "\n").replace(":\n", ": ");
    let expected = "INDIKATOR KINERJA UTAMA
INSTANSI
: Dinas Koperasi dan Usaha Mikro
VISI
: Mewujudkan Koperasi dan Usaha Mikro naik kelas dalam mempercepat pertumbuhan dan ketahanan ekonomi berbasis potensi lokal
MISI
: Memberdayakan Koperasi dan Usaha Mikro sebagai penggerak utama sektor perekonomian
TUJUAN
: Meningkatkan peran koperasi dan usaha mikro dalam perekonomian
TUGAS
";
    assert!(text.starts_with(expected), "{text}");
    let row = "1
Meningkatnya kapasitas
pengelolaan dan produktivitas
koperasi
1
Prosentase Pertumbuhan
Volume Usaha Koperasi
Volume Usaha : total nilai penjualan atau penerimaan dari barang
dan jasa pada suatu periode atau tahun buku yang bersangkutan
Jumlah volume usaha koperasi tahun n
- Jumlah volume usaha koperasi th (n-1)
Jumlah volume usaha koperasi tahun (n-1)
x 100%
Lap. Keragaan
Koperasi
Bidang Koperasi
2
Meningkatnya";
    assert!(text.contains(row), "{text}");
    let end = "Pasuruan, 24 Januari 2022
KEPALA DINAS KOPERASI DAN USAHA MIKRO
KOTA PASURUAN
Drs. H. EDY ANA SETYOWIDODO, MM
Pembina Utama Muda
NIP. 19640505 199303 1 012
";
    assert!(text.ends_with(end), "{text}");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let mut document = form();
    document.draf = true;
    let first = render(&document).unwrap();
    assert_eq!(first.bytes, render(&document).unwrap().bytes);
    document.meta.title.push('!');
    let other = render(&document).unwrap();
    assert_ne!(first.bytes, other.bytes);
    let id = |bytes: &[u8]| lopdf::Document::load_mem(bytes).unwrap().trailer.get(b"ID").unwrap().clone();
    assert_ne!(id(&first.bytes), id(&other.bytes));
}

#[test]
fn fonts_are_subset_and_their_widths_exact() {
    let file = open(&form());
    let mut seen = 0;
    for object in file.objects.values() {
        let Ok(font) = object.as_dict() else { continue };
        if font.get(b"Subtype").and_then(Object::as_name).ok() != Some(b"Type0") {
            continue;
        }
        seen += 1;
        let name = String::from_utf8(font.get(b"BaseFont").unwrap().as_name().unwrap().to_vec()).unwrap();
        let (tag, rest) = name.split_once('+').unwrap();
        assert!(tag.len() == 6 && tag.bytes().all(|b| b.is_ascii_uppercase()) && rest.starts_with("LiberationSans"), "{name}");
        let descendant = font.get(b"DescendantFonts").unwrap().as_array().unwrap()[0].as_dict().unwrap();
        let widths = descendant.get(b"W").unwrap().as_array().unwrap();
        let (first, list) = (widths[0].as_i64().unwrap(), widths[1].as_array().unwrap());
        let map = to_unicode(&file, font);
        let digit = *map.iter().find(|(_, text)| text.as_str() == "a").unwrap().0;
        let width = list[usize::from(digit) - first as usize].as_float().unwrap();
        assert!((width - 1139.0 / 2.048).abs() < 0.01, "{width}");
        let descriptor = file.get_dictionary(descendant.get(b"FontDescriptor").unwrap().as_reference().unwrap()).unwrap();
        let program =
            file.get_object(descriptor.get(b"FontFile2").unwrap().as_reference().unwrap()).unwrap().as_stream().unwrap();
        assert!(program.decompressed_content().unwrap().len() < 60_000);
    }
    assert_eq!(seen, 2);
}

#[test]
fn ligatures_and_accents_extract_as_text() {
    let words = "afiliasi efektif dan café e\u{301}lan naïve Rp1.000 ± 5 × 2 – 1 “kutip” AVATAR";
    let file = open(&document(f4(), vec![vec![paragraph(words)]]));
    assert_eq!(all_text(&file).trim_end(), words.replace("e\u{301}", "é"));
}

#[test]
fn no_break_spaces_extract_as_spaces_and_invisible_characters_not_at_all() {
    let file = open(&document(f4(), vec![vec![paragraph("a\u{a0}b\u{200b}c\u{ad}d\u{feff}")]]));
    assert_eq!(all_text(&file), "a bcd\n");
}

#[test]
fn a_character_without_glyph_stands_as_its_code_point() {
    let file = open(&document(f4(), vec![vec![paragraph("Koperasi \u{1F600} 会 Baru a\u{7}b")]]));
    let said = all_text(&file);
    assert!(said.starts_with("Koperasi [U+1F600] [U+4F1A] Baru a[U+0007]b"), "{said}");
    // What they mean is said once, at the end of the last part.
    assert!(said.contains("Catatan huruf: [U+4F1A], [U+1F600] berdiri di tempat"), "{said}");
    assert_eq!(said.matches("Catatan huruf").count(), 1);
}

#[test]
fn a_draft_says_so_on_every_page() {
    let mut two = document(f4(), vec![form_blocks(), form_blocks()]);
    let plain = shown(&open(&two));
    assert!(plain.iter().flatten().all(|(_, text)| text != "DRAF"));
    two.draf = true;
    let pages = shown(&open(&two));
    assert_eq!(pages.len(), 2);
    for page in pages {
        assert_eq!(page[0], (None, "DRAF".to_string()));
    }
}

#[test]
fn metadata_and_bookmarks() {
    let file = open(&document(f4(), vec![form_blocks(), vec![paragraph("kedua")]]));
    assert_eq!(file.version, "1.7");
    let catalog = file.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"id-ID");
    let metadata = file.get_object(catalog.get(b"Metadata").unwrap().as_reference().unwrap()).unwrap().as_stream().unwrap();
    let xmp = String::from_utf8(metadata.content.clone()).unwrap();
    assert!(xmp.contains("<xmp:CreateDate>2022-01-24T00:00:00Z</xmp:CreateDate>") && xmp.contains("<pdfuaid:part>1"));
    let outlines = file.get_dictionary(catalog.get(b"Outlines").unwrap().as_reference().unwrap()).unwrap();
    assert_eq!(outlines.get(b"Count").unwrap().as_i64().unwrap(), 2);
    let info = file.get_dictionary(file.trailer.get(b"Info").unwrap().as_reference().unwrap()).unwrap();
    assert_eq!(info.get(b"CreationDate").unwrap().as_str().unwrap(), b"D:20220124000000Z");
    // Nothing that printpdf would say of itself.
    assert!(!info.has(b"GTS_PDFXVersion"));
}

/// The structure as indented text: each element with what it holds.
fn outline_of(file: &lopdf::Document) -> String {
    let texts: Vec<BTreeMap<i64, String>> = shown(file)
        .into_iter()
        .map(|page| {
            let mut by_id: BTreeMap<i64, String> = BTreeMap::new();
            for (id, text) in page {
                if let Some(id) = id {
                    by_id.entry(id).or_default().push_str(&text);
                }
            }
            by_id
        })
        .collect();
    let pages: Vec<_> = file.page_iter().collect();
    let root = file.get_dictionary(file.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap()).unwrap();
    let mut out = String::new();
    let mut stack = vec![(root.get(b"K").unwrap().as_array().unwrap()[0].as_reference().unwrap(), 0)];
    while let Some((id, depth)) = stack.pop() {
        let element = file.get_dictionary(id).unwrap();
        let own = element.get(b"Pg").ok().map(|pg| pages.iter().position(|p| *p == pg.as_reference().unwrap()).unwrap());
        let tag = String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
        let mut text = String::new();
        let mut children = Vec::new();
        for kid in element.get(b"K").unwrap().as_array().unwrap() {
            match kid {
                Object::Integer(mcid) => text += &texts[own.unwrap()][mcid],
                Object::Dictionary(kid) if kid.has(b"Obj") => text += "(isian)",
                Object::Dictionary(kid) => {
                    let page = pages.iter().position(|p| *p == kid.get(b"Pg").unwrap().as_reference().unwrap()).unwrap();
                    text += &texts[page][&kid.get(b"MCID").unwrap().as_i64().unwrap()];
                }
                Object::Reference(child) => children.push((*child, depth + 1)),
                other => panic!("{other:?}"),
            }
        }
        out += &format!("{}{tag} {}\n", " ".repeat(depth), text.trim_end()).replace(" \n", "\n");
        stack.extend(children.into_iter().rev());
    }
    out
}

#[test]
fn the_structure_is_the_document() {
    let blocks = vec![
        Block::Heading { level: 1, text: text("JUDUL") },
        Block::Heading { level: 3, text: text("Bagian kecil") },
        Block::LabelList(vec![(text("VISI"), vec![paragraph("naik kelas")])]),
        Block::Table(table(
            vec![ColumnWidth::Share(1.0); 2],
            1,
            vec![
                row(vec![heading_cell("Rumus"), heading_cell("Sumber")]),
                row(vec![cell(vec![Block::Fraction(fraction("a - b", "b"))]), cell_of("")]),
            ],
        )),
    ];
    let file = open(&document(f4(), vec![blocks]));
    let expected = "Document
 Sect
  H1 JUDUL
  H2 Bagian kecil
  L
   LI
    Lbl VISI:
    LBody
     P naik kelas
  Table
   TR
    TH
     P Rumus
    TH
     P Sumber
   TR
    TD
     Formula a - b b x 100%
    TD
";
    assert_eq!(outline_of(&file), expected);
}

#[test]
fn every_marked_content_has_its_element() {
    let mut rows = form_header();
    for i in 0..30 {
        rows.push(row((0..6).map(|c| cell_of(&format!("isi {i} {c}"))).collect()));
    }
    let document = document(f4(), vec![vec![Block::Table(table(form_columns(), 2, rows)), signatures()], form_blocks()]);
    let file = open(&document);
    let root = file.get_dictionary(file.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap()).unwrap();
    let parents = file.get_dictionary(root.get(b"ParentTree").unwrap().as_reference().unwrap()).unwrap();
    let numbers = parents.get(b"Nums").unwrap().as_array().unwrap();
    for (index, page) in shown(&file).iter().enumerate() {
        let owners = file.get_object(numbers[2 * index + 1].as_reference().unwrap()).unwrap().as_array().unwrap();
        let most = page.iter().filter_map(|(id, _)| *id).max().unwrap();
        assert_eq!(owners.len() as i64, most + 1);
        for owner in owners {
            assert!(file.get_dictionary(owner.as_reference().unwrap()).unwrap().has(b"S"));
        }
    }
    // Every text that is no artifact is reached from the root.
    let outline = outline_of(&file);
    for i in 0..30 {
        assert_eq!(outline.matches(&format!("P isi {i} 3\n")).count(), 1);
    }
    // The repeated heading is not read twice.
    assert_eq!(outline.matches("P Sumber Data").count(), 2);
}

#[test]
fn the_letterhead_stands_on_the_first_page_only() {
    let mut document = document(f4(), vec![form_blocks(), form_blocks()]);
    let emblem = png_of(6, 8, 2, 2, &[200, 0, 0, 255, 0, 120, 0, 90], &[]);
    document.page.letterhead =
        Some(Letterhead { emblem: Some(emblem), lines: vec!["PEMERINTAH KOTA PASURUAN".into(), "DINAS".into(), "Jalan".into()] });
    let file = open(&document);
    let pages = shown(&file);
    let holding: Vec<usize> = pages
        .iter()
        .enumerate()
        .filter(|(_, page)| page.iter().any(|(_, text)| text == "PEMERINTAH KOTA PASURUAN"))
        .map(|(i, _)| i)
        .collect();
    assert_eq!(holding, [0]);
    let images = file
        .objects
        .values()
        .filter_map(|o| o.as_stream().ok())
        .filter(|s| s.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image"));
    // The emblem and its transparency.
    assert_eq!(images.count(), 2);
    document.page.letterhead = Some(Letterhead { emblem: Some(b"GIF89a".to_vec()), lines: Vec::new() });
    assert!(matches!(render(&document), Err(RenderError::Picture { .. })));
}

#[test]
fn signatures_are_placed() {
    let mut first = signature();
    first.name = "H. SAIFULLAH YUSUF".into();
    first.tag = Some('#');
    let block = Block::Signatures(SignatureBlock { signatures: vec![first, signature()] });
    let pdf = render(&document(f4(), vec![vec![paragraph("isi"), block], form_blocks()])).unwrap();
    let names: Vec<_> = pdf.signatures.iter().map(|s| (s.index, s.page, s.name.as_str())).collect();
    assert_eq!(
        names,
        [(0, 1, "H. SAIFULLAH YUSUF"), (1, 1, "Drs. H. EDY ANA SETYOWIDODO, MM"), (2, 2, "Drs. H. EDY ANA SETYOWIDODO, MM")]
    );
    assert!(pdf.signatures[0].x + pdf.signatures[0].width <= pdf.signatures[1].x);
    assert_eq!(pdf.pages, 2);
    let file = lopdf::Document::load_mem(&pdf.bytes).unwrap();
    assert!(all_text(&file).contains("\n#\n"));
}

#[test]
fn an_electronic_signature_has_a_tagged_field() {
    let electronic = Signature { electronic: true, ..signature() };
    let block = Block::Signatures(SignatureBlock { signatures: vec![signature(), electronic] });
    let file = open(&document(f4(), vec![vec![paragraph("isi"), block]]));
    let fields = file.catalog().unwrap().get(b"AcroForm").unwrap().as_dict().unwrap().get(b"Fields").unwrap().as_array().unwrap();
    assert_eq!(fields.len(), 1);
    let widget = file.get_dictionary(fields[0].as_reference().unwrap()).unwrap();
    assert_eq!(widget.get(b"FT").unwrap().as_name().unwrap(), b"Sig");
    assert!(!widget.has(b"V"));
    let page = file.get_dictionary(file.page_iter().next().unwrap()).unwrap();
    assert_eq!(page.get(b"Annots").unwrap().as_array().unwrap(), fields);
    assert_eq!(outline_of(&file).matches("Form (isian)\n").count(), 1);
    assert!(!open(&form()).catalog().unwrap().has(b"AcroForm"));
}

/// Who signs where: a signatory's lines are read together, the field between position and name.
#[test]
fn signatories_are_read_one_after_another() {
    let electronic = Signature { electronic: true, lead: Some("Ditandatangani oleh:".into()), tag: Some('#'), ..signature() };
    let by_hand = Signature { name: "FULAN".into(), ..signature() };
    let block = Block::Signatures(SignatureBlock { signatures: vec![electronic, by_hand] });
    let mut document = document(f4(), vec![vec![paragraph("isi"), block], vec![paragraph("lain")]]);
    document.foot = vec![paragraph("kalimat satu"), paragraph("kalimat dua")];
    let outline = outline_of(&open(&document));
    let signed = "
  P isi
  P Pasuruan, 24 Januari 2022
  P Ditandatangani oleh:
  P KEPALA DINAS KOPERASI DAN USAHA MIKRO
  P KOTA PASURUAN
  Form (isian)
  P #
  P Drs. H. EDY ANA SETYOWIDODO, MM
  P Pembina Utama Muda
  P NIP. 19640505 199303 1 012
  P Pasuruan, 24 Januari 2022
  P KEPALA DINAS KOPERASI DAN USAHA MIKRO
  P KOTA PASURUAN
  P FULAN
  P Pembina Utama Muda
  P NIP. 19640505 199303 1 012
  P kalimat satu
  P kalimat dua
 Sect
  P lain
";
    assert!(outline.contains(signed), "{outline}");
    document.draf = true;
    let draft = open(&document);
    assert!(!draft.catalog().unwrap().has(b"AcroForm") && !outline_of(&draft).contains("Form"));
}

/// A signing service that looks for the tag must find one place.
#[test]
fn a_tag_stands_alone() {
    let tagged = |tag: char| Signature { electronic: true, tag: Some(tag), ..signature() };
    let block = |tags: [char; 2]| Block::Signatures(SignatureBlock { signatures: tags.map(tagged).into() });
    assert!(render(&document(f4(), vec![vec![paragraph("isi"), block(['#', '$'])]])).is_ok());
    let said = |parts: Vec<Vec<Block>>| match render(&document(f4(), parts)) {
        Err(RenderError::TagElsewhere { tag, pages }) => (tag, pages),
        other => panic!("{other:?}"),
    };
    assert_eq!(said(vec![vec![paragraph("isi"), block(['#', '#'])]]), ('#', vec![1]));
    assert_eq!(said(vec![vec![paragraph("isi"), block(['#', '$'])], vec![paragraph("sel F12: #REF!")]]), ('#', vec![1, 2]));
}

#[test]
fn an_empty_document_is_one_blank_page() {
    assert_eq!(render(&document(f4(), vec![])).unwrap().pages, 1);
}
