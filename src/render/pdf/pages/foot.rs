//! The foot of every page: paragraphs in the lower margin.
//!
//! What runs along on every page is no part of the text (ISO 14289-1, 7.8), but
//! these sentences stand nowhere else: they are read once, on the page that is
//! signed, after the signature block; on all other pages they are artifacts, as
//! the repeated headings of a table are.

use crate::document::{Align, Block, PageSetup};
use crate::render::family::Family;
use crate::render::pdf::error::RenderError;
use crate::render::pdf::placed::{Page, Placed};
use crate::render::pdf::structure::{NodeId, Role, Tree};
use crate::render::pdf::text::paragraph::{Line, Look, Setting, lines, sized};
use crate::render::style::{FOOT, MM, OVER_FOOT, UNDER_FOOT};

/// The lines of the foot's paragraphs.
pub struct Foot<'f> {
    paragraphs: Vec<(Vec<Line<'f>>, Align)>,
    left: f32,
    width: f32,
}

impl<'f> Foot<'f> {
    /// Sets the foot's paragraphs; other blocks have no place in a margin.
    pub fn of(blocks: &[Block], page: &PageSetup, family: &'f Family<'f>) -> Result<Self, RenderError> {
        let width = (page.width - page.left - page.right) * MM;
        let mut paragraphs = Vec::new();
        for block in blocks {
            let Block::Paragraph { text, align, style } = block else { continue };
            let size = sized(style.size, FOOT);
            let look = Look { family, size, bold: style.bold, italic: style.italic, underline: style.underline };
            let setting = if *align == Align::Center { Setting::Balanced } else { Setting::Filled };
            paragraphs.push((lines(text, look, width, setting)?, *align));
        }
        Ok(Self { paragraphs, left: page.left * MM, width })
    }

    fn height(&self) -> f32 {
        self.paragraphs.iter().flat_map(|(lines, _)| lines).map(|line| line.height).sum()
    }

    /// The lower margin: the page's own, or as much more as the foot needs.
    pub fn margin(&self, own: f32) -> f32 {
        let height = self.height();
        if height > 0.0 { own.max(OVER_FOOT + height + UNDER_FOOT) } else { own }
    }

    /// Puts the foot on every page, `bottom` being where the bodies end; on the page
    /// `read` (from 0) it belongs to `part`.
    pub fn place(&self, pages: &mut [Page], tree: &mut Tree, bottom: f32, height: f32, (read, part): (usize, NodeId)) {
        let top = bottom + ((height - bottom - self.height()) / 2.0).max(OVER_FOOT);
        let nodes: Vec<NodeId> = self.paragraphs.iter().map(|_| tree.add(Role::Paragraph, part)).collect();
        for (index, page) in pages.iter_mut().enumerate() {
            let mut y = top;
            for ((lines, align), &node) in self.paragraphs.iter().zip(&nodes) {
                for line in lines {
                    let items: Vec<Placed> = line.place(self.left, y, self.width, *align, (index == read).then_some(node));
                    page.foot.extend(items);
                    y += line.height;
                }
            }
        }
    }
}
