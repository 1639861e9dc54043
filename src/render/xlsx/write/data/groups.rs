//! A table's columns in groups that are each as wide as a page.

use super::height::ONE_LINE;
use crate::document::PageSetup;
use crate::render::xlsx::measure::POINTS_PER_PIXEL;
use std::ops::Range;

/// How much smaller than on the screen data are printed, so that fewer pages hold them: letters of 6.5 points.
pub(super) const DATA_SCALE: f32 = 0.65;
/// How much wider than they need groups of columns are made to fill the page, and any columns of theirs.
pub(super) const MOST_STRETCH: f32 = 1.6;
const MOST_STRETCHED: f32 = 3.0;

/// The width and the height of a page between its margins, in pixels of the sheet.
pub(super) fn room(page: &PageSetup) -> (f32, f32) {
    let pixels = |millimetres: f32| (millimetres / 25.4 * 72.0 / POINTS_PER_PIXEL).max(100.0);
    (pixels(page.width - page.left - page.right), pixels(page.height - page.top - page.bottom))
}

/// A table's columns, each as wide as it needs, in pixels.
pub(super) struct Columns<'a> {
    pub widths: &'a [f32],
    /// So many of the first columns name the rows, on every page.
    pub named: usize,
    pub further: Range<usize>,
}

impl Columns<'_> {
    /// How wide the group is printed, beside the names of its rows.
    pub fn width(&self, group: &Range<usize>) -> f32 {
        self.widths[..self.named].iter().chain(&self.widths[group.start.max(self.named)..group.end]).sum()
    }

    pub fn widest(&self, groups: &[Range<usize>]) -> f32 {
        groups.iter().map(|group| self.width(group)).fold(0.0, f32::max)
    }

    /// The columns in as few groups as can be read on the page, about equally wide, and how many pages all groups take.
    /// Further columns have groups of their own unless they find room beside those that figures rest on, so that fewer pages do.
    pub fn on(&self, page: &PageSetup, rows: f32) -> (Vec<Range<usize>>, f32) {
        let together = Columns { further: self.further.end..self.further.end, ..*self };
        let [apart, together] = [self, &together].map(|columns| columns.apart_on(page, rows));
        if together.1 < apart.1 { together } else { apart }
    }

    fn apart_on(&self, page: &PageSetup, rows: f32) -> (Vec<Range<usize>>, f32) {
        let (wide, high) = room(page);
        let groups = self.paired(self.balanced(wide / DATA_SCALE), wide);
        let limit = self.widest(&groups);
        // Some programs print each group as large as the page lets it be.
        let pages_of = |width: f32| {
            let scale = (wide / (width * MOST_STRETCH).min(limit)).min(1.0);
            // Beyond what can be read no page is saved.
            let illegible = if scale < DATA_SCALE { DATA_SCALE / scale } else { 1.0 };
            (rows * ONE_LINE / POINTS_PER_PIXEL * scale / high).ceil().max(1.0) * illegible
        };
        let pages = groups.iter().map(|group| pages_of(self.width(group))).sum::<f32>();
        (groups, pages)
    }

    /// Whether the group is one column beside the names of the rows.
    pub fn is_lone(&self, group: &Range<usize>) -> bool {
        group.end - group.start.max(self.named) == 1
    }

    /// The same groups, but that a column which is by itself too wide for the page beside the names has another with it: some
    /// programs print smaller what else would take more pages, and one column never does. They cut it off.
    fn paired(&self, mut groups: Vec<Range<usize>>, wide: f32) -> Vec<Range<usize>> {
        let mut at = 0;
        while at < groups.len() && groups.len() > 1 {
            if !self.is_lone(&groups[at]) || self.width(&groups[at]) <= wide {
                at += 1;
                continue;
            }
            let takes = |beside: &Range<usize>| beside.end - beside.start.max(self.named) > 2;
            if groups.get(at + 1).is_some_and(takes) {
                groups[at].end += 1;
                groups[at + 1].start += 1;
            } else if at > 0 && takes(&groups[at - 1]) {
                groups[at].start -= 1;
                groups[at - 1].end -= 1;
            } else {
                let other = groups.remove(if at > 0 { at - 1 } else { at + 1 });
                at = at.saturating_sub(1);
                let own = &groups[at];
                groups[at] = own.start.min(other.start)..own.end.max(other.end);
            }
        }
        groups
    }

    /// The columns in as few groups as a width allows, about equally wide.
    pub fn balanced(&self, limit: f32) -> Vec<Range<usize>> {
        let mut groups = self.groups(limit);
        // The same number of groups may do with less: all is then printed larger.
        loop {
            let widest = self.widest(&groups);
            let narrower = self.groups(widest - 1.0);
            if narrower.len() > groups.len() || self.widest(&narrower) >= widest {
                return groups;
            }
            groups = narrower;
        }
    }

    /// The columns in groups of at most this width, one column at least in each beside the names,
    /// further ones never among those that figures rest on.
    fn groups(&self, limit: f32) -> Vec<Range<usize>> {
        let mut groups = Vec::new();
        let further = self.further.clone();
        for part in [0..further.start, further] {
            let mut start = part.start;
            while start < part.end {
                let mut next = (start + 1).max(self.named + 1).min(part.end);
                while next < part.end && self.width(&(start..next + 1)) <= limit {
                    next += 1;
                }
                groups.push(start..next);
                start = next;
            }
        }
        groups
    }
}

/// Makes columns wider, all alike, until they fill the room.
pub(super) fn stretch(widths: &mut [f32], room: f32) {
    let total: f32 = widths.iter().sum();
    let factor = (room / total.max(1.0)).clamp(1.0, MOST_STRETCHED);
    widths.iter_mut().for_each(|width| *width = (*width * factor).floor());
}
