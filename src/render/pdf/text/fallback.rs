//! Characters that a face has no shape for: an emoji in a koperasi's name must
//! stop no report. Each stands as its code point in brackets, `[U+1F600]`, and the
//! last part ends with a note that says so.

use super::shape::shape;
use crate::document::Document;
use crate::render::face::Face;
use crate::render::pdf::error::RenderError;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// What a code point is written with; a face without these cannot name what it lacks.
const WRITTEN: &str = "[U+0123456789ABCDEF]";

/// The text as the face can draw it. Accents that compose with the letter before
/// them, and characters that leave no ink, are drawn as they are.
pub fn drawable<'t>(text: &'t str, face: &Face<'_>) -> Cow<'t, str> {
    let lacks = |c: char| c != '\n' && !face.has(c);
    if !text.contains(lacks) || WRITTEN.contains(lacks) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<String> = text.split('\n').map(|line| named(line, face)).collect();
    Cow::Owned(lines.join("\n"))
}

/// The characters of these texts that stand as their code points.
pub fn lacking(document: &Document, face: &Face<'_>) -> BTreeSet<char> {
    let mut rare = BTreeSet::new();
    document.for_each_text(&mut |text| rare.extend(text.chars().filter(|c| !c.is_control() && !face.has(*c))));
    rare.retain(|c| drawable(&c.to_string(), face).starts_with("[U+"));
    rare
}

/// How a character without a shape is written.
pub fn code_point(character: char) -> String {
    format!("[U+{:04X}]", u32::from(character))
}

fn named(line: &str, face: &Face<'_>) -> String {
    let mut line = line.to_owned();
    // Each turn takes one character away for good.
    while let Err(RenderError::MissingGlyph { character, .. }) = shape(&line, 0, face) {
        if !line.contains(character) || WRITTEN.contains(character) {
            break;
        }
        line = line.replace(character, &code_point(character));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::drawable;
    use crate::render::face::Cut;
    use crate::render::family::Family;

    #[test]
    fn what_a_face_lacks_is_named_by_its_code_point() {
        let face = Family::sans().face(Cut::Regular);
        assert_eq!(drawable("Koperasi \u{1F600} Jaya\nB", face), "Koperasi [U+1F600] Jaya\nB");
        // A variation selector leaves no ink; a composed accent is the face's own.
        assert!(drawable("e\u{301} \u{2764}\u{fe0f}", face).starts_with("e\u{301} "));
        assert_eq!(drawable("KSP \u{4f1a}\u{8b70}", face), "KSP [U+4F1A][U+8B70]");
    }
}
