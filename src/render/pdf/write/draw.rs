//! Placed items to printpdf's operators, each in marked content of its structure element.

use super::font::subset::Subset;
use crate::render::face::Cut;
use crate::render::pdf::pages::layout::Layout;
use crate::render::pdf::placed::{Ink, Page, Placed};
use crate::render::pdf::structure::NodeId;
use crate::render::pdf::text::paragraph::SOFT_HYPHEN;
use crate::render::pdf::text::shape::Glyph;
use printpdf::{
    Codepoint, Color, CurTransMat, DictItem, Greyscale, Op, PaintMode, PdfFontHandle, Pt, Rect, TextItem, TextMatrix,
    TextRenderingMode, XObjectId, XObjectTransform,
};
use std::collections::BTreeMap;

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

/// One page's operators, and the structure element behind each of its marked
/// contents: the index is the MCID.
pub struct Drawn {
    pub ops: Vec<Op>,
    pub marked: Vec<NodeId>,
}

/// Draws one page.
pub fn page(page: &Page, layout: &Layout, subsets: &[Subset<'_>], watermark: Option<&Watermark>) -> Drawn {
    let mut pen = Pen { height: layout.height, subsets, ops: Vec::new(), marked: Vec::new() };
    if let Some(watermark) = watermark {
        pen.watermark(watermark, layout.width);
    }
    for (items, artifact) in [(&page.head, Artifact::Header), (&page.items, Artifact::Plain), (&page.foot, Artifact::Footer)] {
        pen.items(items, artifact, layout);
    }
    Drawn { ops: pen.ops, marked: pen.marked }
}

struct Pen<'a> {
    height: f32,
    subsets: &'a [Subset<'a>],
    ops: Vec<Op>,
    marked: Vec<NodeId>,
}

/// Thousandths of a point are finer than any press; more digits only fill the file.
fn rounded(x: f32) -> f32 {
    (x * 1000.0).round() / 1000.0
}

fn pt(x: f32) -> Pt {
    Pt(rounded(x))
}

fn grey(share: f32) -> Op {
    Op::SetFillColor { col: Color::Greyscale(Greyscale::new(share, None)) }
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
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn begin(&mut self, node: Option<NodeId>, artifact: Artifact, layout: &Layout) {
        match node.and_then(|node| layout.tree.nodes.get(node).map(|n| (node, n.role.tag()))) {
            Some((node, tag)) => {
                let mcid = DictItem::Int(self.marked.len() as i64);
                self.marked.push(node);
                let properties = DictItem::Dict { map: BTreeMap::from([("MCID".to_string(), mcid)]) };
                self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_string(), properties });
            }
            None => self.begin_artifact(artifact),
        }
    }

    fn begin_artifact(&mut self, artifact: Artifact) {
        let tag = "Artifact".to_string();
        let kind = match artifact {
            Artifact::Plain => return self.ops.push(Op::BeginMarkedContent { tag }),
            Artifact::Header => "Header",
            Artifact::Footer => "Footer",
            Artifact::Watermark => "Watermark",
        };
        let name = |name: &str| DictItem::Name(name.into());
        let map = BTreeMap::from([("Type".to_string(), name("Pagination")), ("Subtype".to_string(), name(kind))]);
        self.ops.push(Op::BeginMarkedContentWithProperties { tag, properties: DictItem::Dict { map } });
    }

    fn item(&mut self, item: &Placed) {
        match &item.ink {
            Ink::Text { text, .. } if text == SOFT_HYPHEN => self.soft_hyphen(item),
            Ink::Text { text, glyphs, cut, size, baseline } => {
                let (x, y) = (rounded(item.x), rounded(self.height - item.y - baseline));
                self.text(text, glyphs, *cut, *size, [1.0, 0.0, 0.0, 1.0, x, y]);
            }
            Ink::Upright { text, glyphs, cut, size, baseline } => {
                let (x, y) = (rounded(item.x + baseline), rounded(self.height - item.y - item.height));
                self.text(text, glyphs, *cut, *size, [0.0, 1.0, -1.0, 0.0, x, y]);
            }
            Ink::Rule => self.rectangle(item),
            Ink::Fill { grey: share } => {
                self.ops.push(grey(*share));
                self.rectangle(item);
                self.ops.push(grey(0.0));
            }
            Ink::Emblem => self.image(item, EMBLEM.to_string()),
            Ink::Picture { index } => self.image(item, picture(*index)),
            Ink::SigningRoom { .. } => {}
        }
    }

    fn rectangle(&mut self, item: &Placed) {
        let rectangle = Rect {
            x: pt(item.x),
            y: pt(self.height - item.y - item.height),
            width: pt(item.width),
            height: pt(item.height),
            mode: Some(PaintMode::Fill),
            winding_order: None,
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn image(&mut self, item: &Placed, name: String) {
        let y = self.height - item.y - item.height;
        let matrix = CurTransMat::Raw([rounded(item.width), 0.0, 0.0, rounded(item.height), rounded(item.x), rounded(y)]);
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix });
        let transform = XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() };
        self.ops.push(Op::UseXobject { id: XObjectId(name), transform });
        self.ops.push(Op::RestoreGraphicsState);
    }

    /// The hyphen of a divided word: it reads as a soft one (ISO 32000-1, 14.9.4),
    /// so that the word is found and read whole.
    fn soft_hyphen(&mut self, item: &Placed) {
        // U+00AD in UTF-16 with its mark.
        let meaning = DictItem::String { data: vec![0xfe, 0xff, 0x00, 0xad], literal: false };
        let properties = DictItem::Dict { map: BTreeMap::from([("ActualText".to_string(), meaning)]) };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: "Span".to_string(), properties });
        if let Ink::Text { glyphs, cut, size, baseline, .. } = &item.ink {
            let (x, y) = (rounded(item.x), rounded(self.height - item.y - baseline));
            self.text("-", glyphs, *cut, *size, [1.0, 0.0, 0.0, 1.0, x, y]);
        }
        self.ops.push(Op::EndMarkedContent);
    }

    fn text(&mut self, text: &str, glyphs: &[Glyph], cut: Cut, size: f32, matrix: [f32; 6]) {
        let Some(subset) = self.subsets.iter().find(|subset| subset.cut == cut) else { return };
        let mut items = Vec::new();
        let mut run: Vec<Codepoint> = Vec::new();
        for (index, glyph) in glyphs.iter().enumerate() {
            let end = glyphs[index + 1..].iter().map(|next| next.start).find(|&next| next > glyph.start).unwrap_or(text.len());
            let means = text.get(glyph.start..end).unwrap_or("").to_string();
            // Kerning, and an accent's place over its letter, in thousandths of an em to the left.
            let kern = (subset.advance(glyph.id) - glyph.advance) * 1000.0;
            let moved = glyph.offset * 1000.0;
            if moved.abs() > 0.005 {
                if !run.is_empty() {
                    items.push(TextItem::GlyphIds(std::mem::take(&mut run)));
                }
                items.push(TextItem::Offset(rounded(-moved)));
            }
            let after = kern + moved;
            run.push(Codepoint::with_cid(subset.id_of(glyph.id), if after.abs() > 0.005 { rounded(after) } else { 0.0 }, means));
        }
        if !run.is_empty() {
            items.push(TextItem::GlyphIds(run));
        }
        if items.is_empty() {
            return;
        }
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetFont { font: PdfFontHandle::External(subset.id.clone()), size: pt(size) });
        let [a, b, c, d, x, y] = matrix;
        let slanted = if subset.feigned.italic { [a, b, c + SLANT * a, d + SLANT * b, x, y] } else { matrix };
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw(slanted) });
        if subset.feigned.bold {
            self.ops.push(Op::SetOutlineThickness { pt: pt(size * THICKENED) });
            self.ops.push(Op::SetTextRenderingMode { mode: TextRenderingMode::FillStroke });
        }
        self.ops.push(Op::ShowText { items });
        if subset.feigned.bold {
            self.ops.push(Op::SetTextRenderingMode { mode: TextRenderingMode::Fill });
        }
        self.ops.push(Op::EndTextSection);
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
        self.ops.push(grey(0.92));
        self.ops.push(Op::SetOutlineColor { col: Color::Greyscale(Greyscale::new(0.92, None)) });
        let matrix = [cos, sin, -sin, cos, x, y].map(|v| (v * 100_000.0).round() / 100_000.0);
        self.text(watermark.text, &watermark.glyphs, watermark.cut, rounded(size), matrix);
        self.ops.push(grey(0.0));
        self.ops.push(Op::SetOutlineColor { col: Color::Greyscale(Greyscale::new(0.0, None)) });
        self.ops.push(Op::EndMarkedContent);
    }
}
