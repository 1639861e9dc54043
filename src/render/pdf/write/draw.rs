//! Placed items to a page's content stream, each in marked content of its structure element.

use super::bytes::content::{Content, Shown};
use super::font::subset::Subset;
use crate::render::face::Cut;
use crate::render::pdf::pages::layout::Layout;
use crate::render::pdf::placed::{Ink, Page, Placed};
use crate::render::pdf::structure::NodeId;
use crate::render::pdf::text::paragraph::SOFT_HYPHEN;
use crate::render::pdf::text::shape::Glyph;

/// The name by which pages call the emblem.
pub const EMBLEM: &str = "Lambang";

/// The name by which pages call one of the document's pictures.
pub fn picture(index: usize) -> String {
    format!("Gambar{index}")
}

/// A missing italic leans as far as most do (12 degrees); a missing bold is drawn
/// with an outline of this many em. Word and LibreOffice do the same.
const SLANT: f32 = 0.2126;
const THICKENED: f32 = 0.03;

/// What an artifact is, where the standard asks for it (ISO 32000-1, 14.8.2.2.2; ISO 14289-1, 7.8).
#[derive(Clone, Copy)]
enum Artifact {
    /// Rules, and headings that are repeated.
    Plain,
    Header,
    Footer,
    Watermark,
}

/// A word across the page, under everything else.
pub struct Watermark {
    pub text: &'static str,
    pub glyphs: Vec<Glyph>,
    pub cut: Cut,
}

/// One page's content stream, and the structure element behind each of its marked
/// contents: the index is the MCID.
pub struct Drawn {
    pub content: Vec<u8>,
    pub marked: Vec<NodeId>,
}

/// Draws one page.
pub fn page(page: &Page, layout: &Layout, subsets: &[Subset<'_>], watermark: Option<&Watermark>) -> Drawn {
    let mut pen = Pen { height: layout.height, subsets, content: Content::default(), shown: Vec::new(), marked: Vec::new() };
    if let Some(watermark) = watermark {
        pen.watermark(watermark, layout.width);
    }
    for (items, artifact) in [(&page.head, Artifact::Header), (&page.items, Artifact::Plain), (&page.foot, Artifact::Footer)] {
        pen.items(items, artifact, layout);
    }
    Drawn { content: pen.content.bytes(), marked: pen.marked }
}

struct Pen<'a> {
    height: f32,
    subsets: &'a [Subset<'a>],
    content: Content,
    /// The line at hand.
    shown: Vec<Shown>,
    marked: Vec<NodeId>,
}

/// Thousandths of a point are finer than any press; more digits only fill the file.
fn rounded(x: f32) -> f32 {
    (x * 1000.0).round() / 1000.0
}

impl Pen<'_> {
    fn items(&mut self, items: &[Placed], artifact: Artifact, layout: &Layout) {
        let inked: Vec<&Placed> = items.iter().filter(|item| !matches!(item.ink, Ink::SigningRoom { .. })).collect();
        for group in inked.chunk_by(|a, b| a.node == b.node) {
            // `chunk_by` gives no empty chunk.
            let Some(first) = group.first() else { continue };
            self.begin(first.node, artifact, layout);
            for item in group {
                self.item(item);
            }
            self.content.operator("EMC");
        }
    }

    fn begin(&mut self, node: Option<NodeId>, artifact: Artifact, layout: &Layout) {
        match node.and_then(|node| layout.tree.nodes.get(node).map(|n| (node, n.role.tag()))) {
            Some((node, tag)) => {
                self.content.name(tag);
                self.content.property("MCID", self.marked.len());
                self.content.operator("BDC");
                self.marked.push(node);
            }
            None => self.begin_artifact(artifact),
        }
    }

    fn begin_artifact(&mut self, artifact: Artifact) {
        self.content.name("Artifact");
        let kind = match artifact {
            Artifact::Plain => return self.content.operator("BMC"),
            Artifact::Header => "Header",
            Artifact::Footer => "Footer",
            Artifact::Watermark => "Watermark",
        };
        self.content.plain(&format!("<</Subtype/{kind}/Type/Pagination>>"));
        self.content.operator("BDC");
    }

    fn grey(&mut self, share: f32) {
        self.content.numbers(&[share], "g");
    }

    fn item(&mut self, item: &Placed) {
        match &item.ink {
            Ink::Text { text, .. } if &**text == SOFT_HYPHEN => self.soft_hyphen(item),
            Ink::Text { glyphs, cut, size, baseline, .. } => {
                let (x, y) = (rounded(item.x), rounded(self.height - item.y - baseline));
                self.text(glyphs, *cut, *size, [1.0, 0.0, 0.0, 1.0, x, y]);
            }
            Ink::Upright { glyphs, cut, size, baseline, .. } => {
                let (x, y) = (rounded(item.x + baseline), rounded(self.height - item.y - item.height));
                self.text(glyphs, *cut, *size, [0.0, 1.0, -1.0, 0.0, x, y]);
            }
            Ink::Rule => self.rectangle(item),
            Ink::Fill { grey: share } => {
                self.grey(*share);
                self.rectangle(item);
                self.grey(0.0);
            }
            Ink::Emblem => self.image(item, EMBLEM),
            Ink::Picture { index } => self.image(item, &picture(*index)),
            Ink::SigningRoom { .. } => {}
        }
    }

    fn rectangle(&mut self, item: &Placed) {
        let corner = [item.x, self.height - item.y - item.height, item.width, item.height];
        self.content.numbers(&corner.map(rounded), "re");
        self.content.operator("f");
    }

    fn image(&mut self, item: &Placed, name: &str) {
        let y = self.height - item.y - item.height;
        self.content.operator("q");
        self.content.numbers(&[rounded(item.width), 0.0, 0.0, rounded(item.height), rounded(item.x), rounded(y)], "cm");
        // The picture in a state of its own, as all reports so far have it.
        self.content.operator("q");
        self.content.numbers(&[1.0, 0.0, 0.0, 1.0, 0.0, 0.0], "cm");
        self.content.name(name);
        self.content.operator("Do");
        self.content.operator("Q");
        self.content.operator("Q");
    }

    /// The hyphen of a divided word: it reads as a soft one (ISO 32000-1, 14.9.4),
    /// so that the word is found and read whole.
    fn soft_hyphen(&mut self, item: &Placed) {
        self.content.name("Span");
        // U+00AD in UTF-16 with its mark.
        self.content.plain("<</ActualText<FEFF00AD>>>");
        self.content.operator("BDC");
        if let Ink::Text { glyphs, cut, size, baseline, .. } = &item.ink {
            let (x, y) = (rounded(item.x), rounded(self.height - item.y - baseline));
            self.text(glyphs, *cut, *size, [1.0, 0.0, 0.0, 1.0, x, y]);
        }
        self.content.operator("EMC");
    }

    fn text(&mut self, glyphs: &[Glyph], cut: Cut, size: f32, matrix: [f32; 6]) {
        let Some(subset) = self.subsets.iter().find(|subset| subset.cut == cut).filter(|_| !glyphs.is_empty()) else { return };
        self.content.operator("BT");
        self.content.name(&subset.id.0);
        self.content.numbers(&[rounded(size)], "Tf");
        let [a, b, c, d, x, y] = matrix;
        let slanted = if subset.feigned.italic { [a, b, c + SLANT * a, d + SLANT * b, x, y] } else { matrix };
        self.content.numbers(&slanted, "Tm");
        if subset.feigned.bold {
            self.content.numbers(&[rounded(size * THICKENED)], "w");
            // Filled and outlined.
            self.content.numbers(&[2.0], "Tr");
        }
        self.shown.clear();
        for glyph in glyphs {
            let (code, advance) = subset.shown(glyph.id);
            // Kerning, and an accent's place over its letter, in thousandths of an em to the left.
            let kern = (advance - glyph.advance) * 1000.0;
            let moved = glyph.offset * 1000.0;
            if moved.abs() > 0.005 {
                self.shown.push(Shown::Move(rounded(-moved)));
            }
            self.shown.push(Shown::Code(code));
            let after = kern + moved;
            if after.abs() > 0.005 {
                self.shown.push(Shown::Move(rounded(after)));
            }
        }
        self.content.show(&self.shown);
        if subset.feigned.bold {
            self.content.numbers(&[0.0], "Tr");
        }
        self.content.operator("ET");
    }

    /// Large and light grey from the lower left to the upper right corner.
    fn watermark(&mut self, watermark: &Watermark, width: f32) {
        let diagonal = (width * width + self.height * self.height).sqrt();
        let (cos, sin) = (width / diagonal, self.height / diagonal);
        let em: f32 = watermark.glyphs.iter().map(|glyph| glyph.advance).sum();
        if em <= 0.0 {
            return;
        }
        let size = (diagonal * 0.56 / em).min(self.height * 0.5);
        // The middle of the capitals stands on the page's middle.
        let (along, up) = (-em * size / 2.0, -0.36 * size);
        let x = width / 2.0 + along * cos - up * sin;
        let y = self.height / 2.0 + along * sin + up * cos;
        self.begin_artifact(Artifact::Watermark);
        self.grey(0.92);
        self.content.numbers(&[0.92], "G");
        let matrix = [cos, sin, -sin, cos, x, y].map(|v| (v * 100_000.0).round() / 100_000.0);
        self.text(&watermark.glyphs, watermark.cut, rounded(size), matrix);
        self.grey(0.0);
        self.content.numbers(&[0.0], "G");
        self.content.operator("EMC");
    }
}
