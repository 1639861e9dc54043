//! The part and the blocks in it.

use super::names::{BLOCKS, INLINES, INNER_BLOCKS};
use super::reader::{Element, Reader, number};
use super::{chart, fraction, inline, list, picture, signature, table};
use crate::document::problem::Fault;
use crate::document::words_id::expected;
use crate::document::{Align, Block, PagePart, Style, Text};

/// The root of a part file.
pub fn part(reader: &mut Reader<'_>, root: Element<'_, '_>) -> PagePart {
    if reader.name(root) != "bagian" {
        reader.refuse(root, "berkas", &["bagian"]);
        return PagePart { id: String::new(), name: String::new(), blocks: Vec::new() };
    }
    reader.enter(root);
    let id = reader.required(root, "id", expected::TEKS);
    let name = reader.required(root, "nama", expected::TEKS);
    let mut blocks = Vec::new();
    for child in reader.children(root) {
        if BLOCKS.contains(&reader.name(child)) {
            match (blocks.last_mut(), block(reader, child, Align::Left)) {
                // Charts that follow one another stand side by side.
                (Some(Block::Charts(before)), Some(Block::Charts(more))) => before.extend(more),
                (_, made) => blocks.extend(made),
            }
        } else {
            reader.refuse(child, "bagian", BLOCKS);
        }
    }
    PagePart { id, name, blocks }
}

/// The root of `kaki.xml`: paragraphs alone, as it stands in the margin.
pub fn foot(reader: &mut Reader<'_>, root: Element<'_, '_>) -> Vec<Block> {
    const ALLOWED: &[&str] = &["paragraf"];
    if reader.name(root) != "kaki" {
        reader.refuse(root, "berkas", &["kaki"]);
        return Vec::new();
    }
    reader.enter(root);
    let mut blocks = Vec::new();
    for child in reader.children(root) {
        if ALLOWED.contains(&reader.name(child)) {
            blocks.extend(block(reader, child, Align::Left));
        } else {
            reader.refuse(child, "kaki", ALLOWED);
        }
    }
    blocks
}

/// What stands in a cell or an item: blocks, and texts between them, each of
/// which makes a paragraph.
pub fn flow(reader: &mut Reader<'_>, parent: Element<'_, '_>, align: Align) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut line: Text = Vec::new();
    for child in parent.children() {
        if child.is_text() || child.is_element() && INLINES.contains(&reader.name(child)) {
            line.extend(inline::node(reader, child, Style::default()));
        } else if child.is_element() && INNER_BLOCKS.contains(&reader.name(child)) {
            end_line(&mut blocks, &mut line, align);
            blocks.extend(block(reader, child, align));
        } else if child.is_element() {
            let name = reader.name(parent).to_owned();
            let allowed: Vec<&'static str> = INNER_BLOCKS.iter().chain(INLINES).copied().collect();
            reader.refuse(child, &name, &allowed);
        }
    }
    end_line(&mut blocks, &mut line, align);
    blocks
}

fn end_line(blocks: &mut Vec<Block>, line: &mut Text, align: Align) {
    let text = inline::collapse(std::mem::take(line));
    if !text.is_empty() {
        let style = Style { hyphens: align == Align::Justify, ..Style::default() };
        blocks.push(Block::Paragraph { text, align, style });
    }
}

/// One block element; `align` is what stands round it. `None` where it makes nothing.
fn block(reader: &mut Reader<'_>, element: Element<'_, '_>, align: Align) -> Option<Block> {
    if !reader.enter(element) {
        return None;
    }
    match reader.name(element) {
        "judul" => heading(reader, element),
        "paragraf" => paragraph(reader, element, align),
        "daftar-label" => list::labels(reader, element),
        "daftar-huruf" => list::letters(reader, element),
        "daftar-angka" => list::numbers(reader, element),
        "daftar" => list::given(reader, element),
        "tabel" => table::table(reader, element),
        "pecahan" => Some(Block::Fraction(fraction::fraction(reader, element))),
        "rumus" => fraction::formula(reader, element),
        "grafik" => Some(Block::Charts(vec![chart::chart(reader, element)])),
        "gambar" => picture::picture(reader, element, align),
        "tanda-tangan" => Some(Block::Signatures(signature::signatures(reader, element))),
        "ganti-halaman" => {
            reader.nothing_inside(element);
            Some(Block::PageBreak)
        }
        // The one that is left: `jarak`.
        _ => {
            reader.nothing_inside(element);
            let value = reader.required(element, "tinggi", expected::TINGGI);
            let height = number(&value, 0.0, 1000.0);
            if height.is_none() && !value.is_empty() {
                reader.bad_value(element, "tinggi", &value, expected::TINGGI);
            }
            height.map(Block::Space)
        }
    }
}

fn heading(reader: &mut Reader<'_>, element: Element<'_, '_>) -> Option<Block> {
    let value = reader.required(element, "tingkat", expected::TINGKAT);
    let level = match value.as_str() {
        "1" => 1,
        "2" => 2,
        "3" => 3,
        "" => 0,
        other => {
            reader.bad_value(element, "tingkat", other, expected::TINGKAT);
            0
        }
    };
    let text = inline::text(reader, element);
    if text.is_empty() {
        // A heading without words would be a bookmark to nothing.
        reader.fault(element, Fault::Empty { element: "judul".to_owned() });
    }
    Some(Block::Heading { level, text })
}

fn paragraph(reader: &mut Reader<'_>, element: Element<'_, '_>, around: Align) -> Option<Block> {
    let align = alignment(reader, element).unwrap_or(around);
    let style = Style {
        bold: reader.yes(element, "tebal").unwrap_or(false),
        italic: reader.yes(element, "miring").unwrap_or(false),
        underline: reader.yes(element, "garis-bawah").unwrap_or(false),
        size: reader.optional(element, "ukuran", expected::UKURAN, |value| number(value, 4.0, 72.0)),
        // Lines driven to both edges need short words at their ends.
        hyphens: reader.yes(element, "penggal").unwrap_or(align == Align::Justify),
    };
    let text = inline::text(reader, element);
    (!text.is_empty()).then_some(Block::Paragraph { text, align, style })
}

/// The `rata` of an element.
pub fn alignment(reader: &mut Reader<'_>, element: Element<'_, '_>) -> Option<Align> {
    reader.optional(element, "rata", expected::RATA, |value| match value {
        "kiri" => Some(Align::Left),
        "tengah" => Some(Align::Center),
        "kanan" => Some(Align::Right),
        "kanan-kiri" => Some(Align::Justify),
        _ => None,
    })
}
