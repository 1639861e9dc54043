//! What printpdf leaves inexact of the fonts: their widths and their ToUnicode maps.

use super::subset::Subset;
use crate::render::pdf::error::RenderError;
use lopdf::{Dictionary, Object, ObjectId, Stream};

/// A page's resources.
pub fn resources(file: &lopdf::Document, page: ObjectId) -> Result<Dictionary, RenderError> {
    let page = file.get_dictionary(page).map_err(RenderError::internal)?;
    let reference = page.get(b"Resources").and_then(Object::as_reference).map_err(RenderError::internal)?;
    file.get_dictionary(reference).cloned().map_err(RenderError::internal)
}

/// Exact widths for printpdf's truncated ones, and plain ToUnicode maps.
pub fn fonts(file: &mut lopdf::Document, page: Option<ObjectId>, subsets: &[Subset<'_>]) -> Result<(), RenderError> {
    let Some(page) = page else { return Ok(()) };
    let fonts = resources(file, page)?.get(b"Font").and_then(Object::as_reference).map_err(RenderError::internal)?;
    let fonts = file.get_dictionary(fonts).cloned().map_err(RenderError::internal)?;
    for subset in subsets {
        let id = fonts.get(subset.id.0.as_bytes()).and_then(Object::as_reference).map_err(RenderError::internal)?;
        let glyphs = subset.glyphs();
        let first = glyphs.first().map_or(0, |glyph| i64::from(glyph.0));
        // The subset numbers its glyphs without gaps.
        let widths = glyphs.iter().map(|glyph| Object::Real(glyph.1)).collect();
        let map = file.add_object(Stream::new(Dictionary::new(), to_unicode(&glyphs).into_bytes()));
        let font = file.get_dictionary_mut(id).map_err(RenderError::internal)?;
        font.set("ToUnicode", map);
        let descendants = font.get_mut(b"DescendantFonts").and_then(Object::as_array_mut).map_err(RenderError::internal)?;
        // A Type0 font has exactly one descendant (ISO 32000-1, 9.7.1).
        let descendant = descendants.first_mut().ok_or_else(|| RenderError::internal("DescendantFonts"))?;
        descendant.as_dict_mut().map_err(RenderError::internal)?.set("W", vec![Object::Integer(first), Object::Array(widths)]);
    }
    Ok(())
}

/// A ToUnicode CMap (ISO 32000-1, 9.10.3).
fn to_unicode(glyphs: &[(u16, f32, &str)]) -> String {
    let mut map = String::from(concat!(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n",
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n",
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    ));
    let shown: Vec<_> = glyphs.iter().filter(|glyph| !glyph.2.is_empty()).collect();
    for block in shown.chunks(100) {
        map.push_str(&format!("{} beginbfchar\n", block.len()));
        for (code, _, text) in block {
            let units: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
            map.push_str(&format!("<{code:04X}> <{units}>\n"));
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}
