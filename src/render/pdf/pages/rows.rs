//! A table's rows on pages: repeated headings, rows divided only where they must
//! be, spanning cells continued, and the rules round it all.

use super::pager::Pager;
use crate::render::pdf::blocks::table::flow::TableFlow;
use crate::render::pdf::blocks::table::part::{Open, Part};
use crate::render::pdf::placed::stacked;

/// A row is divided only if at least this much of it fits (three lines and padding).
const LEAST_PART: f32 = 44.0;

/// A spanning text of up to this share of a page is said again on each page that its cell reaches.
const REPEATED: f32 = 0.25;

/// The height that must stay together at a table's beginning; `tail` is what
/// stays with its last row.
pub fn lead(table: &TableFlow, tail: f32, body: f32) -> f32 {
    let header: f32 = table.heights[..table.header_rows].iter().sum();
    let rest = &table.heights[table.header_rows..];
    let first = rest.first().map_or(0.0, |h| h + if rest.len() == 1 { tail } else { 0.0 });
    let first = if rest.is_empty() { tail } else { first };
    if header + first <= body { header + first } else { least_lead(table) }
}

/// The heading and as much of the first row as is worth dividing it for.
pub fn least_lead(table: &TableFlow) -> f32 {
    let header: f32 = table.heights[..table.header_rows].iter().sum();
    header + table.heights.get(table.header_rows).map_or(0.0, |first| first.min(LEAST_PART))
}

/// Puts the table on the pager's pages. `tail` is the height that must follow its last row on one page.
pub fn place(table: &TableFlow, pager: &mut Pager, tail: f32) {
    let header: f32 = table.heights[..table.header_rows].iter().sum();
    // A heading that leaves no room for rows is not repeated, but placed as they are.
    let repeats = table.header_rows > 0 && header <= pager.body() * 0.4;
    let mut run = Run {
        table,
        by_row: by_row(table),
        part: Part::new(table),
        open: Vec::new(),
        repeats,
        tail,
        capacity: pager.body() - if repeats { header } else { 0.0 },
        // The pager has seen to it that the first row fits, if it fits any page.
        fresh: true,
    };
    let mut row = 0;
    if repeats {
        run.heading(pager, false);
        row = table.header_rows;
    }
    while row < table.heights.len() {
        run.row(row, pager);
        row += 1;
    }
    pager.put(run.part.finish());
}

/// A table on its way onto pages.
struct Run<'a> {
    table: &'a TableFlow,
    by_row: Vec<Vec<usize>>,
    part: Part<'a>,
    open: Vec<Open<'a>>,
    repeats: bool,
    /// What must follow the table's last row on one page.
    tail: f32,
    /// The height that a page has for rows.
    capacity: f32,
    /// Nothing but the heading stands on this page.
    fresh: bool,
}

impl Run<'_> {
    /// Places one row, turning pages as needed.
    fn row(&mut self, row: usize, pager: &mut Pager) {
        let tail = self.tail(row);
        // Whether part of it stands on the page before, and whether that division failed to place anything.
        let (mut divided, mut stuck) = (false, false);
        self.begin(row, pager.y);
        loop {
            let needed = self.needed(row, divided, pager.y);
            // Too little to divide, or a tail that leaves no page room for a part of the row: it goes alone.
            let alone = self.fresh && (needed <= 1.5 * LEAST_PART || tail + 1.5 * LEAST_PART > self.capacity);
            if pager.fits(needed + tail) || alone && pager.fits(needed) {
                let (height, better_there) = self.completing(row, needed, pager);
                if self.fresh || divided || !better_there {
                    self.end(row, pager.y + height);
                    pager.y += height;
                    self.fresh = false;
                    return;
                }
                self.open.retain(|open| open.cell.row < row);
                self.turn(pager);
                self.begin(row, pager.y);
                continue;
            }
            let left = pager.left();
            let divides = divided || self.fresh || needed + tail > self.capacity && left >= LEAST_PART;
            if divides {
                // Where the tail alone does not fit, something of the row goes along with it.
                let room = if pager.fits(needed) { left.min((needed - LEAST_PART).max(0.0)) } else { left };
                let bottom = pager.y + room;
                let ends = self.ends(bottom, stuck);
                let progress = self.open.iter().zip(&ends).any(|(open, &end)| end > open.next);
                // Nothing of it can be parted off for the tail: it stands here whole, and the tail goes alone.
                if !progress && pager.fits(needed) {
                    self.end(row, pager.y + needed);
                    pager.y += needed;
                    self.fresh = false;
                    return;
                }
                if progress || divided || self.fresh {
                    self.divide(&ends, bottom, pager);
                    (divided, stuck) = (true, !progress);
                    continue;
                }
            }
            self.open.retain(|open| open.cell.row < row);
            self.turn(pager);
            self.begin(row, pager.y);
        }
    }

    /// Opens the cells that begin in this row.
    fn begin(&mut self, row: usize, top: f32) {
        for &index in &self.by_row[row] {
            let slot = self.part.slot();
            self.open.push(Open { cell: &self.table.cells[index], next: 0, top, repeated: false, slot });
        }
    }

    /// The height this row needs, given what the cells that end with it still hold.
    fn needed(&self, row: usize, divided: bool, y: f32) -> f32 {
        let least = if divided { 0.0 } else { self.table.heights[row] };
        let ending = self.open.iter().filter(|open| open.last_row() == row);
        ending
            .map(|open| stacked(&open.cell.strips[open.next..]) + 2.0 * self.table.padding - (y - open.top))
            .fold(least, f32::max)
    }

    fn tail(&self, row: usize) -> f32 {
        if row + 1 == self.table.heights.len() { self.tail } else { 0.0 }
    }

    /// The row's height: as much more than it needs as completes the cells that go on below it, where the page ends
    /// with it. Their texts are said again there, and would else be cut in mid-sentence here. Whether a cell that begins
    /// with the row, and has no room to be complete, would better begin on the next page.
    fn completing(&self, row: usize, needed: f32, pager: &Pager) -> (f32, bool) {
        let Some(next) = self.table.heights.get(row + 1) else { return (needed, false) };
        if pager.fits(needed + next + self.tail(row + 1)) {
            return (needed, false);
        }
        let (mut whole, mut better_there) = (needed, false);
        for open in self.open.iter().filter(|open| open.last_row() > row) {
            let rest = stacked(&open.cell.strips[open.next..]);
            let height = rest + 2.0 * self.table.padding - (pager.y - open.top);
            whole = whole.max(height);
            better_there |= open.cell.row == row && !pager.fits(height) && rest <= pager.body() * REPEATED;
        }
        (if pager.fits(whole) { whole } else { needed }, better_there)
    }

    /// Closes the cells that end with this row.
    fn end(&mut self, row: usize, bottom: f32) {
        for open in self.open.iter().filter(|open| open.last_row() == row) {
            self.part.close(open, open.cell.strips.len(), bottom);
        }
        self.open.retain(|open| open.last_row() != row);
    }

    /// How far each open cell's strips reach above `bottom`.
    fn ends(&self, bottom: f32, stuck: bool) -> Vec<usize> {
        let reach = |open: &Open<'_>| {
            let end = taken(open, bottom - open.top - 2.0 * self.table.padding, self.fresh);
            // A page on which nothing could be placed is not followed by another such page.
            if stuck && end == open.next { (end + 1).min(open.cell.strips.len()) } else { end }
        };
        self.open.iter().map(reach).collect()
    }

    /// Divides the row at hand: the rest goes on on the next page.
    fn divide(&mut self, ends: &[usize], bottom: f32, pager: &mut Pager) {
        for (open, &end) in self.open.iter_mut().zip(ends) {
            self.part.close(open, end, bottom);
            open.next = end;
        }
        self.next_page(pager);
    }

    /// Turns the page between two rows: cells that span both are closed here and go on there.
    fn turn(&mut self, pager: &mut Pager) {
        let ends = self.ends(pager.y, false);
        for (open, end) in self.open.iter_mut().zip(ends) {
            self.part.close(open, end, pager.y);
            open.next = end;
            // What stands complete here is said again there, for the rows it belongs to.
            if end == open.cell.strips.len() && stacked(&open.cell.strips) <= pager.body() * REPEATED {
                open.next = 0;
                open.repeated = true;
            }
        }
        self.next_page(pager);
    }

    fn next_page(&mut self, pager: &mut Pager) {
        pager.put(std::mem::replace(&mut self.part, Part::new(self.table)).finish());
        pager.turn();
        if self.repeats {
            self.heading(pager, true);
        }
        for open in &mut self.open {
            open.top = pager.y;
            open.slot = self.part.slot();
        }
        self.fresh = true;
    }

    /// The heading rows, drawn whole.
    fn heading(&mut self, pager: &mut Pager, repeated: bool) {
        let at = |row: usize| pager.y + self.table.heights[..row].iter().sum::<f32>();
        for &index in self.by_row[..self.table.header_rows].iter().flatten() {
            let cell = &self.table.cells[index];
            let open = Open { cell, next: 0, top: at(cell.row), repeated, slot: self.part.slot() };
            self.part.close(&open, cell.strips.len(), at(cell.row + cell.rows));
        }
        pager.y = at(self.table.header_rows);
    }
}

fn by_row(table: &TableFlow) -> Vec<Vec<usize>> {
    let mut rows = vec![Vec::new(); table.heights.len()];
    for (index, cell) in table.cells.iter().enumerate() {
        rows[cell.row].push(index);
    }
    rows
}

/// How far a cell's strips reach into `height`; strips that are kept together are parted only if `forced`.
fn taken(open: &Open<'_>, height: f32, forced: bool) -> usize {
    let strips = &open.cell.strips;
    let (mut used, mut end, mut any) = (0.0, open.next, open.next);
    for (i, strip) in strips.iter().enumerate().skip(open.next) {
        used += strip.height + if i == open.next { 0.0 } else { strip.before };
        if used > height + 0.01 {
            break;
        }
        any = i + 1;
        if !strip.keep || i + 1 == strips.len() {
            end = i + 1;
        }
    }
    if end == open.next && forced { any } else { end }
}
