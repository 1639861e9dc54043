//! What stands where on a finished PDF's pages, as text.

use super::tagged::{follow, fonts, to_unicode};
use lopdf::{Document, Object, content::Content};
use std::collections::BTreeMap;

/// Of each page a line for its size, and one for each text (place in points from the
/// top left, size, `b` for bold), rectangle and picture, in the order of drawing.
pub fn pages(file: &Document) -> Vec<Vec<String>> {
    file.page_iter().enumerate().map(|(index, id)| page(file, index + 1, id)).collect()
}

fn numbers(objects: &[Object]) -> Vec<f32> {
    objects.iter().map(|object| object.as_float().or_else(|_| object.as_i64().map(|whole| whole as f32)).unwrap()).collect()
}

fn page(file: &Document, number: usize, id: lopdf::ObjectId) -> Vec<String> {
    let paper = follow(file, file.get_dictionary(id).unwrap().get(b"MediaBox").unwrap());
    let paper = numbers(paper.as_array().unwrap());
    let (width, height) = (paper[2], paper[3]);
    let faces: BTreeMap<Vec<u8>, (bool, BTreeMap<u16, String>)> = fonts(file, id)
        .into_iter()
        .map(|(name, font)| {
            let face = String::from_utf8_lossy(font.get(b"BaseFont").unwrap().as_name().unwrap()).to_lowercase();
            (name, (face.contains("bold") || face.contains("demi"), to_unicode(file, font)))
        })
        .collect();
    let mut out = vec![format!("halaman {number}: {width:.1} x {height:.1}")];
    let (mut font, mut size, mut at) = (Vec::new(), 0.0f32, [0.0f32; 6]);
    let mut placed = [0.0f32; 6];
    for operation in Content::decode(&file.get_page_content(id)).unwrap().operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "Tf" => {
                font = operands[0].as_name().unwrap().to_vec();
                size = numbers(&operands[1..])[0];
            }
            "Tm" => at = numbers(operands).try_into().unwrap(),
            "cm" => placed = numbers(operands).try_into().unwrap(),
            "TJ" => {
                let (bold, map) = &faces[&font];
                let mut text = String::new();
                for item in operands[0].as_array().unwrap() {
                    let Object::String(bytes, _) = item else { continue };
                    for code in bytes.chunks(2) {
                        text += &map[&u16::from_be_bytes([code[0], code[1]])];
                    }
                }
                let weight = if *bold { "b" } else { "" };
                let turned = if at[1] == 0.0 { "" } else { " miring" };
                out.push(format!("{:.1} {:.1} {size:.1}{weight}{turned} {}", at[4], height - at[5], text.trim_end()));
            }
            "re" => {
                let [x, y, wide, high] = numbers(operands)[..] else { panic!("a rectangle has four numbers") };
                out.push(format!("{x:.1} {:.1} garis {wide:.1} x {high:.1}", height - y - high));
            }
            "Do" => out.push(format!(
                "{:.1} {:.1} gambar {:.1} x {:.1}",
                placed[4],
                height - placed[5] - placed[3],
                placed[0],
                placed[3]
            )),
            _ => {}
        }
    }
    out
}

/// The document's title and bookmarks, as a reader shows them.
pub fn titles(file: &Document) -> Vec<String> {
    let info = follow(file, file.trailer.get(b"Info").unwrap()).as_dict().unwrap();
    let mut out = vec![format!("judul: {}", lopdf::decode_text_string(info.get(b"Title").unwrap()).unwrap())];
    let Ok(outlines) = file.catalog().unwrap().get(b"Outlines") else { return out };
    bookmarks(file, follow(file, outlines).as_dict().unwrap(), 1, &mut out);
    out
}

fn bookmarks(file: &Document, parent: &lopdf::Dictionary, depth: usize, out: &mut Vec<String>) {
    let mut next = parent.get(b"First").ok();
    while let Some(entry) = next {
        let entry = follow(file, entry).as_dict().unwrap();
        out.push(format!("{}{}", " ".repeat(depth), lopdf::decode_text_string(entry.get(b"Title").unwrap()).unwrap()));
        bookmarks(file, entry, depth + 1, out);
        next = entry.get(b"Next").ok();
    }
}
