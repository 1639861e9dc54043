//! Where a page must be broken by hand: before the last lines that are signed,
//! so that a signature never stands on a page of its own.

use super::part::Chunk;

/// Programs print a little more or less on a page than reckoned.
const SURE: f32 = 0.95;

/// Pages of a part, by heights in points.
pub struct Pages<'a> {
    pub heights: &'a [f32],
    /// A page's room.
    pub room: f32,
    /// The heading rows that are printed again on each further page.
    pub repeated: Option<(u32, u32)>,
}

/// A part that is a little too high for one page is printed smaller, not on two.
const SHRUNK: f32 = 1.22;

impl Pages<'_> {
    /// Whether the whole part goes on one page, a little smaller if need be.
    pub fn on_one(&self, given: &[u32]) -> bool {
        given.is_empty() && self.heights.iter().sum::<f32>() <= self.room * SHRUNK
    }

    fn height(&self, first: u32, end: u32) -> f32 {
        self.heights.get(first as usize..end as usize).map_or(0.0, |rows| rows.iter().sum())
    }

    /// The breaks there are, and those needed before signatures, in order.
    pub fn breaks(&self, chunks: &[Chunk], given: &[u32]) -> Vec<u32> {
        let mut breaks: Vec<u32> = given.to_vec();
        let room = self.room * SURE;
        let mut filled = 0.0;
        for (index, chunk) in chunks.iter().enumerate() {
            let height = self.height(chunk.row, chunk.end);
            if given.contains(&chunk.row) {
                filled = self.again(chunk.row);
            }
            // The lines it signs: the last chunk before it that is no empty room.
            let signed = chunks[..index].iter().rposition(|before| !before.room).map(|at| chunks[at].row);
            let before = signed.filter(|row| *row > 0 && self.height(*row, chunk.end) + self.again(*row) <= room);
            if let Some(row) = before.filter(|_| chunk.signed && filled + height > room) {
                if !breaks.contains(&row) {
                    breaks.push(row);
                }
                filled = self.again(row) + self.height(row, chunk.end);
                continue;
            }
            if filled + height > self.room {
                filled = self.again(chunk.row);
            }
            // A chunk higher than a page runs on over several.
            filled = (filled + height) % self.room.max(1.0);
        }
        breaks.sort_unstable();
        breaks.dedup();
        breaks
    }

    /// What stands on a new page before the row.
    fn again(&self, row: u32) -> f32 {
        self.repeated.filter(|(_, last)| row > *last).map_or(0.0, |(first, last)| self.height(first, last + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_takes_the_lines_it_signs_with_it() {
        let heights = [100.0, 100.0, 10.0, 100.0];
        let chunk = |row: u32, room: bool, signed: bool| Chunk { row, end: row + 1, room, signed };
        let chunks = [chunk(0, false, false), chunk(1, false, false), chunk(2, true, false), chunk(3, false, true)];
        let breaks = |room: f32| Pages { heights: &heights, room, repeated: None }.breaks(&chunks, &[]);
        assert_eq!(breaks(400.0), Vec::<u32>::new());
        assert_eq!(breaks(250.0), [1]);
        // Nothing helps where both do not fit on one page.
        assert_eq!(breaks(150.0), Vec::<u32>::new());
        let pages = |room: f32| Pages { heights: &heights, room, repeated: None };
        assert!(pages(270.0).on_one(&[]) && !pages(250.0).on_one(&[]) && !pages(270.0).on_one(&[1]));
    }
}
