//! Pieces on pages: what stays together, and where a page is turned for it.

use super::pager::Pager;
use super::rows;
use crate::render::pdf::blocks::setter::Piece;
use crate::render::pdf::placed::Strip;

impl Pager {
    fn put_strip(&mut self, strip: Strip) {
        let y = self.y;
        self.put(strip.items.into_iter().map(|item| item.shifted(0.0, y)).collect());
        self.y += strip.height;
    }

    /// Places the pieces of a part from here on.
    pub fn place(&mut self, pieces: Vec<Piece>) {
        let needs = needs(&pieces, self.body());
        // The piece before is kept with this one: no turn between them, unless there is no room at all.
        let mut kept = false;
        for (index, piece) in pieces.into_iter().enumerate() {
            match piece {
                Piece::PageBreak => {
                    if !self.at_top() {
                        self.turn();
                    }
                    kept = false;
                }
                Piece::Strip(strip) => {
                    let wishes = if kept { [strip.height; 3] } else { [needs[index].whole, needs[index].least, strip.height] };
                    self.make_room(strip.before, wishes);
                    kept = strip.keep;
                    self.put_strip(strip);
                }
                Piece::Table(table) => {
                    let least = needs[index].least;
                    self.make_room(table.before, [if kept { least } else { needs[index].whole }, least, least]);
                    rows::place(&table, self, needs[index].tail);
                    kept = table.keep;
                }
            }
        }
    }

    /// Moves down by `before`, or to the next page where the height wished for
    /// does not fit here: the first of the wishes that a page can hold at all.
    fn make_room(&mut self, before: f32, wishes: [f32; 3]) {
        if self.at_top() {
            return;
        }
        let wished = wishes.into_iter().find(|&height| height <= self.body()).unwrap_or(wishes[2]);
        if self.fits(before + wished) {
            self.y += before;
        } else {
            self.turn();
        }
    }
}

/// What must stay on one page with a piece.
#[derive(Clone, Copy, Default)]
struct Need {
    /// From the piece's top, all that it is kept with included.
    whole: f32,
    /// As much of that as there must be where no page holds the whole.
    least: f32,
    /// What follows the piece and is kept with it.
    tail: f32,
}

fn needs(pieces: &[Piece], body: f32) -> Vec<Need> {
    let mut needs = vec![Need::default(); pieces.len()];
    // What the piece after asks for, with the room above it: the whole and the least.
    let mut next = (0.0, 0.0);
    for (index, piece) in pieces.iter().enumerate().rev() {
        let (need, before) = match piece {
            Piece::PageBreak => (Need::default(), 0.0),
            Piece::Strip(strip) => {
                let (tail, least) = if strip.keep { next } else { (0.0, 0.0) };
                (Need { whole: strip.height + tail, least: strip.height + least, tail }, strip.before)
            }
            Piece::Table(table) => {
                let tail = if table.keep { next.0 } else { 0.0 };
                // What no page can hold together is not asked for.
                let tail = if tail > body * 0.9 { 0.0 } else { tail };
                (Need { whole: rows::lead(table, tail, body), least: rows::least_lead(table), tail }, table.before)
            }
        };
        needs[index] = need;
        next = (need.whole + before, need.least + before);
    }
    needs
}
