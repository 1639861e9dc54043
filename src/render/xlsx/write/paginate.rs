//! Where a page must be broken by hand: left to themselves programs divide rows
//! that belong together, and leave a signature on a page of its own.

use crate::render::xlsx::measure::{AIR, POINTS_PER_PIXEL};
use crate::render::xlsx::sheets::layout::Headed;
use crate::render::xlsx::sheets::part::Chunk;

/// Programs print a little more or less on a page than reckoned.
const SURE: f32 = 0.95;

/// A row of this height holds no letters, in points.
const LOW: f32 = AIR + POINTS_PER_PIXEL;

/// Pages of a part, by heights in points.
pub struct Pages<'a> {
    pub heights: &'a [f32],
    /// A page's room.
    pub room: f32,
    /// The tables whose heading rows are printed again on each further page of theirs.
    pub tables: &'a [Headed],
    /// The rows, rising, before which what is higher than a page may be parted.
    pub seams: &'a [u32],
}

/// A page that a chunk higher than a page ends on is this much fuller than reckoned, as a share of a page: no one knows where
/// a program divides such rows.
const UNSURE: f32 = 0.1;

impl Pages<'_> {
    /// Whether the whole part goes on one page, printed smaller if it is up to `shrunk` times as high.
    pub fn on_one(&self, given: &[u32], shrunk: f32) -> bool {
        given.is_empty() && self.heights.iter().sum::<f32>() <= self.room * shrunk
    }

    fn height(&self, first: u32, end: u32) -> f32 {
        self.heights.get(first as usize..end as usize).map_or(0.0, |rows| rows.iter().sum())
    }

    /// The rows that begin a new page: those given, and those before which a page
    /// is full. Rows that belong together are not divided, a heading does not
    /// stand last, and a signature takes the lines it signs along.
    pub fn breaks(&self, chunks: &[Chunk], given: &[u32]) -> Vec<u32> {
        let mut breaks: Vec<u32> = given.to_vec();
        let mut begin = |row: u32| {
            if !breaks.contains(&row) {
                breaks.push(row);
            }
        };
        let room = self.room * SURE;
        // What stands over the first of them: a letterhead.
        let mut filled = self.height(0, chunks.first().map_or(0, |first| first.row));
        // The empty room that a full page has no place for: what follows it begins the next page.
        let mut overhanging: Option<u32> = None;
        let mut unsure = 0.0;
        for (index, chunk) in chunks.iter().enumerate() {
            let height = self.height(chunk.row, chunk.end);
            if given.contains(&chunk.row) {
                filled = self.again(chunk.row);
                (overhanging, unsure) = (None, 0.0);
            }
            if chunk.room && filled + height > room {
                overhanging = overhanging.or(Some(chunk.row));
                filled += height;
                continue;
            }
            let is_full = |more: f32| filled + more > room || overhanging.is_some();
            // The lines it signs: the last chunk before it that is no empty room.
            let signed = chunks[..index].iter().rposition(|before| !before.room).map(|at| chunks[at].row);
            let before = signed.filter(|row| *row > 0 && self.height(*row, chunk.end) + self.again(*row) <= room);
            if let Some(row) = before.filter(|_| chunk.signed && is_full(height + unsure)) {
                begin(row);
                filled = self.again(row) + self.height(row, chunk.end);
                (overhanging, unsure) = (None, 0.0);
                continue;
            }
            let (again, least) = (self.again(chunk.row), self.least(chunks, index, room));
            let least = if chunk.signed { least + unsure } else { least };
            if is_full(least) && again + least <= room && !chunk.room && filled > again {
                // A page begins with the room before its first row rather than leave it on a page of its own.
                let row = overhanging.unwrap_or(chunk.row);
                begin(row);
                filled = again + self.height(row, chunk.row);
                unsure = 0.0;
            } else if filled + height > room {
                filled = again;
            }
            overhanging = None;
            if filled + height > room {
                let parted = self.parted(chunk, filled, room);
                filled = parted.iter().max().map_or(filled, |row| self.again(*row) + self.height(*row, chunk.end) - height);
                parted.into_iter().for_each(&mut begin);
                unsure = if filled + height > room { room * UNSURE } else { 0.0 };
            }
            // A chunk higher than a page runs on over several.
            filled = (filled + height) % room.max(1.0);
        }
        breaks.sort_unstable();
        breaks.dedup();
        breaks
    }

    /// The rows of a chunk that runs on over several pages before which it is parted, each page as full as may be; `filled` is
    /// what stands before it on its first.
    fn parted(&self, chunk: &Chunk, mut filled: f32, room: f32) -> Vec<u32> {
        let mut begins = Vec::new();
        let mut last = chunk.row;
        let seams = self.seams.iter().copied().filter(|row| (chunk.row + 1..chunk.end).contains(row));
        for seam in seams.chain([chunk.end]) {
            let height = self.height(last, seam);
            if filled + height > room && last > chunk.row {
                begins.push(last);
                filled = self.again(last);
            }
            filled += height;
            last = seam;
        }
        begins
    }

    /// How much of a chunk must go on one page: all of it, or its first row where
    /// it may be divided; with a heading what it heads.
    fn least(&self, chunks: &[Chunk], index: usize, room: f32) -> f32 {
        let Some(chunk) = chunks.get(index) else { return 0.0 };
        let height = self.height(chunk.row, chunk.end);
        // The low row over a table's text is none by itself.
        let first = self.height(chunk.row, chunk.row + 1);
        let first = if first <= LOW { self.height(chunk.row, chunk.row + 2) } else { first };
        let own = if height <= room * chunk.whole { height } else { first };
        own + if chunk.keep || chunk.room { self.least(chunks, index + 1, room) } else { 0.0 }
    }

    /// What stands on a new page before the row.
    fn again(&self, row: u32) -> f32 {
        self.tables.iter().find(|table| table.holds(row)).map_or(0.0, |table| self.height(table.first, table.last + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_takes_the_lines_it_signs_with_it() {
        let heights = [100.0, 100.0, 10.0, 100.0];
        let chunk = |row: u32, room: bool, signed: bool| Chunk { row, end: row + 1, room, signed, keep: false, whole: 0.9 };
        let chunks = [chunk(0, false, false), chunk(1, false, false), chunk(2, true, false), chunk(3, false, true)];
        let breaks = |room: f32| Pages { heights: &heights, room, tables: &[], seams: &[] }.breaks(&chunks, &[]);
        assert_eq!(breaks(400.0), Vec::<u32>::new());
        assert_eq!(breaks(250.0), [1]);
        // Nothing helps where both do not fit on one page: each has its own.
        assert_eq!(breaks(150.0), [1, 3]);
        let pages = |room: f32| Pages { heights: &heights, room, tables: &[], seams: &[] };
        let one = |room: f32, given: &[u32]| pages(room).on_one(given, 1.35);
        assert!(one(240.0, &[]) && !one(220.0, &[]) && !one(240.0, &[1]));
    }

    #[test]
    fn a_row_higher_than_a_page_is_parted_where_its_text_may_be() {
        let heights = [50.0, 100.0, 150.0, 150.0, 150.0, 150.0, 40.0];
        let chunk = Chunk { row: 1, end: 6, room: false, signed: false, keep: false, whole: 0.9 };
        let tables = [Headed { first: 0, last: 0, until: 7 }];
        let chunks = [chunk, Chunk { row: 6, end: 7, ..chunk }];
        let breaks = |seams: &[u32]| Pages { heights: &heights, room: 400.0, tables: &tables, seams }.breaks(&chunks, &[]);
        // 50 + 100 + 150, then the headings again with two of 150, then with one and the next row.
        assert_eq!(breaks(&[2, 3, 4, 5]), [3, 5]);
        assert_eq!(breaks(&[4]), [4, 6]);
        assert_eq!(breaks(&[]), [6]);
    }

    #[test]
    fn a_signature_is_whole_after_room_that_no_page_has_place_for() {
        // The lines it signs fill the page, the room over the signature overhangs it.
        let heights = [380.0, 80.0, 20.0, 60.0];
        let plain = Chunk { row: 0, end: 1, room: false, signed: false, keep: false, whole: 0.9 };
        let chunks = [plain, Chunk { row: 1, end: 2, ..plain }, Chunk { row: 2, end: 3, room: true, ..plain }];
        let signature = Chunk { row: 3, end: 4, signed: true, whole: 1.0, ..plain };
        let pages = Pages { heights: &heights, room: 500.0, tables: &[], seams: &[] };
        assert_eq!(pages.breaks(&[chunks[0], chunks[1], chunks[2], signature], &[]), [1]);
        // Other rows begin the next page with the room before them.
        assert_eq!(pages.breaks(&[chunks[0], chunks[1], chunks[2], Chunk { row: 3, end: 4, ..plain }], &[]), [2]);
        assert_eq!(pages.breaks(&chunks, &[]), Vec::<u32>::new());
        // Nearly a page high it is whole all the same.
        let heights = [100.0, 10.0, 225.0, 230.0];
        let signature = Chunk { row: 2, end: 4, signed: true, whole: 1.0, ..plain };
        let pages = Pages { heights: &heights, room: 500.0, tables: &[], seams: &[] };
        assert_eq!(pages.breaks(&[plain, Chunk { row: 1, end: 2, room: true, ..plain }, signature], &[]), [2]);
    }

    #[test]
    fn a_signature_after_rows_of_unknown_pages_begins_one_where_it_may_not_fit() {
        let heights = [300.0, 300.0, 310.0, 30.0];
        let plain = Chunk { row: 0, end: 3, room: false, signed: false, keep: false, whole: 0.3 };
        let signature = Chunk { row: 3, end: 4, signed: true, whole: 1.0, ..plain };
        let pages = Pages { heights: &heights, room: 500.0, tables: &[], seams: &[] };
        assert_eq!(pages.breaks(&[plain, signature], &[]), [3]);
    }

    #[test]
    fn a_letterhead_takes_room_of_the_first_page() {
        let heights = [80.0, 60.0, 60.0, 60.0];
        let row = |row: u32| Chunk { row, end: row + 1, room: false, signed: false, keep: false, whole: 0.9 };
        let pages = Pages { heights: &heights, room: 220.0, tables: &[], seams: &[] };
        assert_eq!(pages.breaks(&[row(1), row(2), row(3)], &[]), [3]);
        assert_eq!(pages.breaks(&[row(0), row(1), row(2)], &[]), Vec::<u32>::new());
    }

    #[test]
    fn rows_are_whole_and_headings_stay_with_what_they_head() {
        let heights = [60.0, 60.0, 10.0, 40.0, 5.0, 50.0, 30.0, 30.0, 30.0, 30.0];
        let plain = Chunk { row: 0, end: 1, room: false, signed: false, keep: false, whole: 0.9 };
        let row = |row: u32| Chunk { row, end: row + 1, ..plain };
        let heading = Chunk { keep: true, ..row(2) };
        let room = Chunk { room: true, ..row(4) };
        let list = Chunk { row: 6, end: 10, whole: 0.3, ..plain };
        let chunks = [row(0), row(1), heading, row(3), room, row(5), list];
        let pages = Pages { heights: &heights, room: 160.0, tables: &[], seams: &[] };
        // The heading goes with its row; the list is divided where the page is full.
        assert_eq!(pages.breaks(&chunks, &[]), [2]);
        let pages = Pages { heights: &heights, room: 185.0, tables: &[], seams: &[] };
        assert_eq!(pages.breaks(&chunks, &[]), [5]);
    }
}
