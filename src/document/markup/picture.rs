//! `<gambar>`.

use super::blocks::alignment;
use super::reader::{Element, Reader, millimetres};
use crate::document::picture::{is_svg, pixels};
use crate::document::problem::{Fault, PictureTrouble};
use crate::document::words_id::expected;
use crate::document::{Align, Block, Picture};
use crate::vocabulary::nearest;

/// The width of a picture that asks for none, in millimetres.
const USUAL: f32 = 60.0;

/// A picture of the template's own folder; the sizes it does not give follow from its pixels.
pub fn picture(reader: &mut Reader<'_>, element: Element<'_, '_>, around: Align) -> Option<Block> {
    reader.nothing_inside(element);
    let name = reader.required(element, "berkas", expected::BERKAS);
    let width = reader.optional(element, "lebar", expected::LEBAR_GAMBAR, |value| millimetres(value, 1000.0));
    let height = reader.optional(element, "tinggi", expected::TINGGI_GAMBAR, |value| millimetres(value, 1000.0));
    let align = alignment(reader, element).unwrap_or(around);
    let decorates = reader.yes(element, "hiasan").unwrap_or(false);
    let words = element.attribute("alternatif").map(str::trim).filter(|text| !text.is_empty());
    if words.is_none() && !decorates {
        reader.fault(element, Fault::NoAlternative);
    }
    let alternative = words.filter(|_| !decorates).map(str::to_owned);
    if name.is_empty() {
        return None;
    }
    let set = reader.set;
    let Some(bytes) = set.pictures.get(&name) else {
        let fault = if is_svg(&name) {
            Fault::BadPicture { name, trouble: PictureTrouble::Svg }
        } else {
            let nearest = nearest(&name, set.pictures.keys().map(String::as_str)).map(str::to_owned);
            Fault::NoPicture { name, nearest, known: set.pictures.keys().cloned().collect() }
        };
        reader.fault(element, fault);
        return None;
    };
    match pixels(bytes) {
        Err(trouble) => {
            reader.fault(element, Fault::BadPicture { name, trouble });
            None
        }
        Ok((wide, high)) => {
            let shape = wide as f32 / high as f32;
            let (width, height) = match (width, height) {
                // Both are limits: the picture keeps its shape within them.
                (Some(width), Some(height)) => (width.min(height * shape), height.min(width / shape)),
                (None, Some(height)) => (height * shape, height),
                (width, None) => (width.unwrap_or(USUAL), width.unwrap_or(USUAL) / shape),
            };
            Some(Block::Picture(Picture { name, bytes: bytes.clone(), width, height, align, alternative }))
        }
    }
}
