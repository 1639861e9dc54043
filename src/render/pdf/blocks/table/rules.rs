//! A table's rules.

use crate::render::pdf::placed::Placed;
use crate::render::style::RULE;
use std::collections::BTreeMap;

/// The edges of cells, each drawn once however many cells share it.
#[derive(Default)]
pub struct Rules {
    /// By height, in hundredths of a point: stretches from left to right.
    across: BTreeMap<i32, Vec<(f32, f32)>>,
    /// By place, in hundredths of a point: stretches from top to bottom.
    down: BTreeMap<i32, Vec<(f32, f32)>>,
}

impl Rules {
    /// All four edges of a cell.
    pub fn frame(&mut self, left: f32, top: f32, right: f32, bottom: f32) {
        self.level(left, right, top);
        self.level(left, right, bottom);
        self.sides(left, top, right, bottom);
    }

    /// One edge across.
    pub fn level(&mut self, left: f32, right: f32, y: f32) {
        self.across.entry(hundredths(y)).or_default().push((left, right));
    }

    /// A cell's left and right edge.
    pub fn sides(&mut self, left: f32, top: f32, right: f32, bottom: f32) {
        for x in [left, right] {
            self.down.entry(hundredths(x)).or_default().push((top, bottom));
        }
    }

    /// The rules as items.
    pub fn placed(self) -> Vec<Placed> {
        let half = RULE / 2.0;
        let mut items = Vec::new();
        for (y, stretches) in self.across {
            for (from, to) in joined(stretches) {
                items.push(Placed::rule(from - half, y as f32 / 100.0 - half, to - from + RULE, RULE));
            }
        }
        for (x, stretches) in self.down {
            for (from, to) in joined(stretches) {
                items.push(Placed::rule(x as f32 / 100.0 - half, from - half, RULE, to - from + RULE));
            }
        }
        items
    }
}

/// Page coordinates are a few thousand points at most.
fn hundredths(points: f32) -> i32 {
    (points * 100.0).round() as i32
}

/// Stretches that touch or overlap, as one.
fn joined(mut stretches: Vec<(f32, f32)>) -> Vec<(f32, f32)> {
    stretches.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut out: Vec<(f32, f32)> = Vec::new();
    for (from, to) in stretches {
        match out.last_mut() {
            Some(last) if from <= last.1 + 0.02 => last.1 = last.1.max(to),
            _ => out.push((from, to)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_edges_are_drawn_once() {
        let mut rules = Rules::default();
        rules.frame(0.0, 0.0, 10.0, 5.0);
        rules.frame(10.0, 0.0, 20.0, 5.0);
        let placed = rules.placed();
        // Two across, three down.
        assert_eq!(placed.len(), 5);
        assert!((placed[0].width - 20.0 - RULE).abs() < 0.01);
    }
}
