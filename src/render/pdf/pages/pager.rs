//! Strips and tables to pages: what stays together, where a page is turned.

use crate::render::pdf::placed::{Page, Placed};

/// The pages so far and the place where the next strip goes.
pub struct Pager {
    pub pages: Vec<Page>,
    /// The next strip's top, from the page's.
    pub y: f32,
    top: f32,
    bottom: f32,
    left: f32,
}

impl Pager {
    /// The body of every page lies between `top` and `bottom` and begins at `left`.
    pub fn new(top: f32, bottom: f32, left: f32) -> Self {
        Self { pages: vec![Page::default()], y: top, top, bottom, left }
    }

    /// The height of a page's body.
    pub fn body(&self) -> f32 {
        self.bottom - self.top
    }

    /// What is left of this page's.
    pub fn left(&self) -> f32 {
        self.bottom - self.y
    }

    pub fn at_top(&self) -> bool {
        self.y <= self.top
    }

    /// Nothing stands on any page.
    pub fn is_blank(&self) -> bool {
        self.pages.iter().all(|page| page.items.is_empty())
    }

    pub fn fits(&self, height: f32) -> bool {
        self.y + height <= self.bottom + 0.01
    }

    pub fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = self.top;
    }

    /// Adds items in page coordinates, counted from the body's left edge.
    pub fn put(&mut self, items: Vec<Placed>) {
        let left = self.left;
        // There is always a last page: `new` makes the first, and none is ever taken away.
        if let Some(page) = self.pages.last_mut() {
            page.items.extend(items.into_iter().map(|item| item.shifted(left, 0.0)));
        }
    }
}
