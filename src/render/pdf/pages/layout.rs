//! A document to pages of placed items: pure, and apart from all drawing.

use super::foot::Foot;
use super::pager::Pager;
use crate::document::{Align, Block, Document, Inline, Letterhead, PagePart, PageSetup, Picture, Signature, Style};
use crate::render::face::Cut;
use crate::render::family::Family;
use crate::render::pdf::blocks::letterhead;
use crate::render::pdf::blocks::setter::{Piece, Setter, body};
use crate::render::pdf::error::RenderError;
use crate::render::pdf::placed::{Ink, Page, Placed, PlacedSignature};
use crate::render::pdf::raster::Raster;
use crate::render::pdf::structure::{NodeId, Role, Tree};
use crate::render::pdf::text::fallback::{code_point, lacking};
use crate::render::pdf::text::paragraph::{self, Look, lines};
use crate::render::pdf::words_id::{self, DRAF};
use crate::render::style::{AIRS, BODY, LEAST_BODY, MM, NOTE, PICTURE_SHARE};

/// The document's pages, ready to be drawn.
#[derive(Clone, PartialEq, Debug)]
pub struct Layout {
    /// A page's size in points.
    pub width: f32,
    pub height: f32,
    pub pages: Vec<Page>,
    pub tree: Tree,
    pub signatures: Vec<PlacedSignature>,
    /// What [`Ink::Picture`] tells of.
    pub pictures: Vec<Picture>,
    /// The parts' names, structure elements and first pages (from 0).
    pub parts: Vec<(String, NodeId, usize)>,
    /// How many pages each part of the document takes, 0 where it is blank.
    pub lengths: Vec<usize>,
}

/// Lays a document out. Fails on a character without glyph, on a page without
/// room, on a table whose cells do not fit its columns.
pub fn layout(document: &Document, emblem: Option<&Raster>, family: &Family<'_>) -> Result<Layout, RenderError> {
    let page = &document.page;
    check(page)?;
    let (width, height) = (page.width * MM, page.height * MM);
    let foot = Foot::of(&document.foot, page, family)?;
    let (top, bottom) = (page.top * MM, height - foot.margin(page.bottom * MM));
    if bottom - top < LEAST_BODY {
        return Err(no_room(page));
    }
    let mut setter = Setter {
        family,
        tree: Tree::new(),
        signatures: Vec::new(),
        pictures: Vec::new(),
        picture_limit: (bottom - top) * PICTURE_SHARE,
        strip_limit: ((bottom - top) * 0.4).min(220.0),
        air: 1.0,
        headings: Vec::new(),
    };
    // Read before everything else.
    let draft = document.draf.then(|| setter.tree.add(Role::Paragraph, Tree::ROOT));
    let (mut pages, mut parts, mut lengths): (Vec<Page>, Vec<_>, Vec<usize>) = (Vec::new(), Vec::new(), Vec::new());
    let note = note(document, family);
    for (index, part) in document.parts.iter().enumerate() {
        let note: &[Block] = if index + 1 == document.parts.len() { &note } else { &[] };
        let kop = page.letterhead.as_ref().filter(|_| parts.is_empty()).map(|kop| (kop, emblem));
        let (made, node, mut pager) = set(&Setting { part, note, kop, page, bottom, before: &setter })?;
        if pager.is_blank() {
            lengths.push(0);
            continue;
        }
        lengths.push(pager.pages.len());
        setter = made;
        parts.push((part.name.clone(), node, pages.len()));
        pages.append(&mut pager.pages);
    }
    if pages.is_empty() {
        // A file without pages is none.
        pages.push(Page::default());
    }
    number(&mut pages, page, family)?;
    if let (Some(node), Some(first)) = (draft, pages.first_mut()) {
        first.head = heading(page, &[Inline::plain(DRAF)], Look::bold(family, BODY), Some(node))?;
    }
    let signatures = signatures(&pages, &setter.signatures, document.draf);
    // Read after the last signature block, or else at the end of the first page's part.
    let read = signatures.last().map_or(0, |signature| signature.page - 1);
    let part = parts.iter().rev().find(|part| part.2 <= read).map_or(Tree::ROOT, |part| part.1);
    foot.place(&mut pages, &mut setter.tree, bottom, height, (read, part));
    lone_tags(&pages, &setter.signatures)?;
    Ok(Layout { width, height, pages, tree: setter.tree, signatures, pictures: setter.pictures, parts, lengths })
}

/// The note on characters that stand as their code points, if there are any.
fn note(document: &Document, family: &Family<'_>) -> Vec<Block> {
    let code_points: Vec<String> = lacking(document, family.face(Cut::Regular)).into_iter().map(code_point).collect();
    if code_points.is_empty() {
        return Vec::new();
    }
    let text = vec![Inline::plain(words_id::lacking(&code_points))];
    let style = Style { size: Some(NOTE), ..Style::default() };
    vec![Block::Space(BODY), Block::Paragraph { text, align: Align::Left, style }]
}

/// A part set: what set it, its structure element, its pages.
type Made<'f> = (Setter<'f>, NodeId, Pager);

/// What a part is set from.
struct Setting<'a, 'f> {
    part: &'a PagePart,
    /// What is said after the part's own blocks.
    note: &'a [Block],
    kop: Option<(&'a Letterhead, Option<&'a Raster>)>,
    page: &'a PageSetup,
    /// Where the pages' own content ends, in points.
    bottom: f32,
    before: &'a Setter<'f>,
}

/// Sets one part: with all its air, or with as much less as brings two pages down to one.
fn set<'f>(setting: &Setting<'_, 'f>) -> Result<Made<'f>, RenderError> {
    let (first, turned) = setting.with(AIRS[0])?;
    if first.2.pages.len() != 2 || turned {
        return Ok(first);
    }
    for pair in AIRS.windows(2) {
        let (too_much, air) = (pair[0], pair[1]);
        let mut made = setting.with(air)?.0;
        if made.2.pages.len() > 1 {
            continue;
        }
        // A little more, as long as it stays on its page.
        let mut least = air;
        for share in [0.5, 0.25] {
            let airier = least + (too_much - air) * share;
            let tried = setting.with(airier)?.0;
            if tried.2.pages.len() == 1 {
                (made, least) = (tried, airier);
            }
        }
        return Ok(made);
    }
    Ok(first)
}

impl<'f> Setting<'_, 'f> {
    /// The part with this share of its air, and whether it turns a page itself.
    fn with(&self, air: f32) -> Result<(Made<'f>, bool), RenderError> {
        let page = self.page;
        let mut setter = Setter { air, ..self.before.clone() };
        let node = setter.tree.add(Role::Part, Tree::ROOT);
        let column = body(page.width - page.left - page.right, node);
        let mut pieces = Vec::new();
        if let Some((kop, emblem)) = self.kop {
            let strip = letterhead::strip(&mut setter, kop, emblem, column)?;
            // A letterhead is never divided, and leaves the page to what it heads.
            if strip.height > (self.bottom - page.top * MM) * 0.6 {
                return Err(no_room(page));
            }
            pieces.push(Piece::Strip(strip));
        }
        pieces.append(&mut setter.flow(&self.part.blocks, column)?);
        pieces.append(&mut setter.flow(self.note, column)?);
        let mut pager = Pager::new(page.top * MM, self.bottom, page.left * MM);
        let turned = pieces.contains(&Piece::PageBreak);
        pager.place(pieces);
        Ok(((setter, node, pager), turned))
    }
}

fn no_room(page: &PageSetup) -> RenderError {
    RenderError::NoRoom { width: page.width - page.left - page.right, height: page.height - page.top - page.bottom }
}

fn check(page: &PageSetup) -> Result<(), RenderError> {
    let margins = [page.top, page.bottom, page.left, page.right];
    // 14 400 points, a PDF's largest page, are 5 080 mm.
    let sizes = [page.width, page.height].iter().all(|s| s.is_finite() && *s <= 5_080.0);
    if !sizes || !margins.iter().all(|m| m.is_finite() && *m >= 0.0) {
        return Err(no_room(page));
    }
    let room = (page.width - page.left - page.right).min(page.height - page.top - page.bottom) * MM;
    if room < LEAST_BODY { Err(no_room(page)) } else { Ok(()) }
}

/// `- 2 -` at the head of every page but the first.
fn number(pages: &mut [Page], page: &PageSetup, family: &Family<'_>) -> Result<(), RenderError> {
    for (index, numbered) in pages.iter_mut().enumerate().skip(1) {
        let text = [Inline::plain(format!("- {} -", index + 1))];
        numbered.head.extend(heading(page, &text, Look::plain(family, BODY), None)?);
    }
    Ok(())
}

/// A text in the middle of the upper margin, a little towards the page's own.
fn heading(page: &PageSetup, text: &[Inline], look: Look<'_>, node: Option<NodeId>) -> Result<Vec<Placed>, RenderError> {
    let y = (page.top * MM * 0.55 - look.line_height() / 2.0).max(0.0);
    let width = (page.width - page.left - page.right) * MM;
    let lines = lines(text, look, width, paragraph::Setting::Filled)?;
    Ok(lines.iter().flat_map(|line| line.place(page.left * MM, y, width, Align::Center, node)).collect())
}

/// A tag must stand at its signature's place and nowhere else in the document.
fn lone_tags(pages: &[Page], signatures: &[Signature]) -> Result<(), RenderError> {
    for tag in signatures.iter().filter_map(|signature| signature.tag) {
        let mut found = Vec::new();
        for (index, page) in pages.iter().enumerate() {
            for item in page.all() {
                if let Ink::Text { text, .. } = &item.ink {
                    found.extend(text.matches(tag).map(|_| index + 1));
                }
            }
        }
        if found.len() > 1 {
            found.dedup();
            return Err(RenderError::TagElsewhere { tag, pages: found });
        }
    }
    Ok(())
}

/// Where the rooms for signatures came to lie, and the names of their fields. A draft is not to be signed.
fn signatures(pages: &[Page], signatures: &[Signature], draf: bool) -> Vec<PlacedSignature> {
    let mut placed = Vec::new();
    for (page, items) in pages.iter().enumerate() {
        for item in &items.items {
            if let Ink::SigningRoom { index } = item.ink
                && let Some(signature) = signatures.get(index)
            {
                placed.push(PlacedSignature {
                    index,
                    name: signature.name.clone(),
                    electronic: signature.electronic,
                    field: None,
                    page: page + 1,
                    x: item.x,
                    y: item.y,
                    width: item.width,
                    height: item.height,
                });
            }
        }
    }
    placed.sort_by_key(|signature| signature.index);
    for (before, signature) in placed.iter_mut().filter(|signature| signature.electronic && !draf).enumerate() {
        let name = "ttd_kepala";
        signature.field = Some(if before == 0 { name.to_owned() } else { format!("{name}_{}", before + 1) });
    }
    placed
}
