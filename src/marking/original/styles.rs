//! styles.xml: each marked cell keeps its own style, filled with the finding's colour.

use super::edits::Edits;
use crate::diagnostic::Tingkat;
use roxmltree::{Document, Node};
use std::collections::BTreeMap;

/// Plain styles of the list sheet, behind those of the cells.
#[derive(Clone, Copy)]
pub(super) struct ListStyles {
    pub bold: usize,
    pub heading: usize,
    pub text: usize,
    pub link: usize,
}

/// The cell styles as they will be.
pub(super) struct Styles<'a> {
    document: &'a Document<'a>,
    /// Of each existing style.
    styles: Vec<Node<'a, 'a>>,
    fills: usize,
    fonts: usize,
    made: BTreeMap<(usize, Tingkat), usize>,
    /// The new `<xf>` elements in order.
    new: Vec<String>,
    list: ListStyles,
}

/// The fill colours by level, as `ARGB`.
const COLOURS: [(Tingkat, &str); 3] =
    [(Tingkat::Galat, "FFFF9C9C"), (Tingkat::Peringatan, "FFFFE699"), (Tingkat::Catatan, "FFDDEBF7")];

impl<'a> Styles<'a> {
    /// None where a list that every styles.xml of Excel has is not there.
    pub fn read(document: &'a Document<'a>) -> Option<Self> {
        let list = |name: &str| child(document.root_element(), name);
        let items = |name: &str, item: &str| Some(list(name)?.children().filter(|node| node.has_tag_name_local(item)).count());
        let styles: Vec<Node> = list("cellXfs")?.children().filter(|node| node.has_tag_name_local("xf")).collect();
        let (fills, fonts) = (items("fills", "fill")?, items("fonts", "font")?);
        if styles.is_empty() || fills == 0 || fonts == 0 {
            return None;
        }
        let first = styles.len();
        let list = ListStyles { bold: first, heading: first + 1, text: first + 2, link: first + 3 };
        let top = "<alignment vertical=\"top\" wrapText=\"1\"/>";
        let plain = |font: usize, alignment: &str| {
            format!(
                "<xf numFmtId=\"0\" fontId=\"{font}\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\">{alignment}</xf>"
            )
        };
        let new = vec![plain(fonts, ""), plain(fonts, top), plain(0, top), plain(fonts + 1, top)];
        Some(Self { document, styles, fills, fonts, made: BTreeMap::new(), new, list })
    }

    pub fn list(&self) -> ListStyles {
        self.list
    }

    /// The style of a cell of this style once it is coloured.
    pub fn coloured(&mut self, style: usize, tingkat: Tingkat) -> usize {
        if let Some(made) = self.made.get(&(style, tingkat)) {
            return *made;
        }
        let fill = self.fills + COLOURS.iter().position(|(own, _)| *own == tingkat).unwrap_or_default();
        let number = self.styles.len() + self.new.len();
        self.new.push(self.filled(style, fill));
        self.made.insert((style, tingkat), number);
        number
    }

    fn filled(&self, style: usize, fill: usize) -> String {
        let Some(own) = self.styles.get(style) else {
            return format!("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"{fill}\" borderId=\"0\" xfId=\"0\" applyFill=\"1\"/>");
        };
        let text = self.document.input_text();
        let kept = own.attributes().filter(|attribute| !matches!(attribute.name(), "fillId" | "applyFill"));
        let attributes: String = kept.map(|attribute| format!(" {}", &text[attribute.range()])).collect();
        let head = format!("<xf{attributes} fillId=\"{fill}\" applyFill=\"1\"");
        match (own.first_child(), own.last_child()) {
            (Some(first), Some(last)) => format!("{head}>{}</xf>", &text[first.range().start..last.range().end]),
            _ => format!("{head}/>"),
        }
    }

    /// The part with what was added.
    pub fn write(self) -> Option<String> {
        let text = self.document.input_text();
        let root = self.document.root_element();
        let mut edits = Edits::default();
        let fills: String = COLOURS
            .iter()
            .map(|(_, colour)| format!("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{colour}\"/><bgColor indexed=\"64\"/></patternFill></fill>"))
            .collect();
        let fonts = "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>\
            <font><u/><sz val=\"11\"/><color rgb=\"FF0563C1\"/><name val=\"Calibri\"/><family val=\"2\"/></font>";
        append(&mut edits, text, child(root, "fonts")?, fonts, self.fonts + 2)?;
        append(&mut edits, text, child(root, "fills")?, &fills, self.fills + COLOURS.len())?;
        append(&mut edits, text, child(root, "cellXfs")?, &self.new.concat(), self.styles.len() + self.new.len())?;
        edits.apply(text)
    }
}

/// Puts elements at a list's end and mends its count.
fn append(edits: &mut Edits, text: &str, list: Node, new: &str, count: usize) -> Option<()> {
    let range = list.range();
    let close = range.start + text[range.clone()].rfind("</")?;
    edits.insert(close, new);
    if let Some(stated) = list.attributes().find(|attribute| attribute.name() == "count") {
        edits.replace(stated.range(), format!("count=\"{count}\""));
    }
    Some(())
}

pub(super) fn child<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    node.children().find(|child| child.has_tag_name_local(name))
}

/// Tags compared without their namespace, which parts of this package share.
pub(super) trait LocalName {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl LocalName for Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}
