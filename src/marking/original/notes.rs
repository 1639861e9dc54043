//! The notes of a sheet: their texts, and the old drawing that Excel shows them by.

use super::edits::cell_text;
use crate::vocabulary::CellAddress;
use std::fmt::Write as _;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// The part of the notes' texts.
pub(super) fn comments(notes: &[(CellAddress, String)]) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"{MAIN}\"><authors><author>iku</author></authors><commentList>"
    );
    for (at, text) in notes {
        let text = cell_text(text);
        // Writing into a text cannot fail.
        let _ = write!(
            out,
            "<comment ref=\"{at}\" authorId=\"0\"><text><r><t xml:space=\"preserve\">{text}</t></r></text></comment>"
        );
    }
    out.push_str("</commentList></comments>");
    out
}

/// The part that draws them, each a hidden box beside its cell.
pub(super) fn drawing(notes: &[(CellAddress, String)]) -> String {
    let mut out = String::from(
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\
        <o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>\
        <v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">\
        <v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>",
    );
    for (number, (at, text)) in notes.iter().enumerate() {
        let lines = text.chars().count() / 45 + text.lines().count() + 1;
        let rows = lines.clamp(4, 24);
        let (row, column) = (at.row, at.column);
        let _ = write!(
            out,
            "<v:shape id=\"_x0000_s{}\" type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">\
            <v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>\
            <v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>\
            <x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>\
            <x:Anchor>{}, 15, {row}, 2, {}, 15, {}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>",
            1025 + number,
            column + 1,
            column + 6,
            row as usize + rows,
        );
    }
    out.push_str("</xml>");
    out
}
