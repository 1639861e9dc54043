//! Pieces of content on rows and between horizontal places, before either is a grid.

use crate::document::{Chart, Inline, Picture, Text};
use crate::render::xlsx::look::{Look, Sides, Vertical};
use crate::render::xlsx::measure::{POINTS_PER_PIXEL, Ruler};

/// Text, or empty room, over one or more rows between two places (pixels from
/// the left margin).
#[derive(Clone, PartialEq, Debug)]
pub struct Piece {
    pub row: u32,
    pub rows: u32,
    pub left: f32,
    pub right: f32,
    pub content: Content,
    pub look: Look,
    /// May be drawn out to the end of the cell it stands in.
    pub stretch: bool,
    /// The figure that a click on it leads to.
    pub lead: Option<String>,
}

/// A text longer than this takes too much of a page to be said on each, in characters.
pub const SAID_AGAIN: usize = 400;

impl Piece {
    /// Whether it holds too long a text to be said on each of several pages.
    fn is_long(&self) -> bool {
        matches!(&self.content, Content::Words(text) if text.iter().map(|part| part.text().chars().count()).sum::<usize>() > SAID_AGAIN)
    }
}

#[derive(Clone, PartialEq, Debug)]
pub enum Content {
    Words(Text),
    /// Room of at least this height in points.
    Room(f32),
    /// Room of this height in points, with a picture over it: the picture's
    /// width and height in pixels. Rows below it may belong to it.
    Picture {
        picture: Picture,
        room: f32,
        width: f32,
        height: f32,
    },
}

/// A rule round (or along one side of) a stretch of cells.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Frame {
    pub row: u32,
    pub rows: u32,
    pub left: f32,
    pub right: f32,
    pub sides: Sides,
}

/// A chart over rows that are left empty for it.
#[derive(Clone, PartialEq, Debug)]
pub struct PlacedChart {
    pub row: u32,
    pub rows: u32,
    pub left: f32,
    pub right: f32,
    /// Its place among those side by side, from 0.
    pub place: u16,
    pub chart: Chart,
}

/// A table with headings.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Headed {
    /// The first and the last row of its headings.
    pub first: u32,
    pub last: u32,
    /// The row after the table.
    pub until: u32,
}

impl Headed {
    /// Whether the row is one of those below the headings.
    pub fn holds(&self, row: u32) -> bool {
        (self.last + 1..self.until).contains(&row)
    }

    pub fn rows(&self) -> u32 {
        self.last - self.first + 1
    }
}

/// Pieces, frames and charts on rows counted from 0.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Layout {
    pub rows: u32,
    pub pieces: Vec<Piece>,
    pub frames: Vec<Frame>,
    pub charts: Vec<PlacedChart>,
}

/// A row of Excel is at most 409 points high; texts that need more get more rows.
pub const MAX_HEIGHT: f32 = 400.0;

/// How high a length of a text is that is too high for one row, in points.
const LENGTH: f32 = 76.0;

/// A text in lengths that fit, parted between words.
fn lengths(text: &Text, fits: impl Fn(&Text) -> bool) -> Vec<Text> {
    let mut words = Text::new();
    for inline in text {
        match inline {
            Inline::Run { text, style } => {
                words.extend(text.split_inclusive(' ').map(|word| Inline::Run { text: word.to_owned(), style: *style }));
            }
            other => words.push(other.clone()),
        }
    }
    let mut found = Vec::new();
    let mut rest = words.as_slice();
    while !rest.is_empty() {
        // The most words that fit, but one.
        let (mut least, mut most) = (1, rest.len());
        while least < most {
            let count = (least + most).div_ceil(2);
            if fits(&rest[..count].to_vec()) { least = count } else { most = count - 1 }
        }
        found.push(joined(&rest[..least]));
        rest = &rest[least..];
        // The new cell breaks the line.
        if rest.first() == Some(&Inline::LineBreak) {
            rest = &rest[1..];
        }
    }
    found
}

/// Words of one style together again.
fn joined(words: &[Inline]) -> Text {
    let mut text = Text::new();
    for word in words {
        match (text.last_mut(), word) {
            (Some(Inline::Run { text, style }), Inline::Run { text: more, style: own }) if style == own => text.push_str(more),
            _ => text.push(word.clone()),
        }
    }
    text
}

impl Layout {
    /// A text between two places; one too high for a row stands in several cells, one below the other, for programs leave out
    /// what a cell over several rows holds beyond a page's end.
    pub fn words(text: Text, look: Look, left: f32, right: f32, ruler: Ruler) -> Self {
        // Places move a little when they become columns: reckon with less.
        let height = |text: &Text| ruler.height(text, &look, right - left - 12.0);
        let whole = height(&text);
        if whole <= MAX_HEIGHT - 20.0 {
            return Self::cell(text, 1, look, left, right);
        }
        let mut below = Self::default();
        for text in lengths(&text, |text| height(text) <= LENGTH) {
            // A single word may still be too high.
            let rows = (height(&text) / (MAX_HEIGHT - 20.0)).ceil().clamp(1.0, 10_000.0) as u32;
            below.below(Self::cell(text, rows, look, left, right));
        }
        let last = below.pieces.len().saturating_sub(1);
        for piece in below.pieces.iter_mut().take(last) {
            piece.stretch = false;
            // Programs set lines closer than reckoned: the text goes on without a gap.
            piece.look.vertical = Vertical::Spread;
        }
        below
    }

    fn cell(text: Text, rows: u32, look: Look, left: f32, right: f32) -> Self {
        let piece = Piece { row: 0, rows, left, right, content: Content::Words(text), look, stretch: true, lead: None };
        Self { rows, pieces: vec![piece], ..Self::default() }
    }

    /// Empty room of a height in points.
    pub fn room(height: f32, look: Look, left: f32, right: f32) -> Self {
        let rows = (height / MAX_HEIGHT).ceil().max(1.0) as u32;
        let pieces = (0..rows)
            .map(|row| Piece {
                row,
                rows: 1,
                left,
                right,
                content: Content::Room(height / rows as f32),
                look,
                stretch: false,
                lead: None,
            })
            .collect();
        Self { rows, pieces, ..Self::default() }
    }

    /// A picture, made smaller where there is less room than it asks for.
    pub fn picture(picture: &Picture, look: Look, left: f32, right: f32) -> Self {
        let pixels = |millimetres: f32| (millimetres / 25.4 * 96.0).max(1.0);
        let (wide, high) = (pixels(picture.width), pixels(picture.height));
        let scale = ((right - left - 4.0).max(1.0) / wide).min(1.0);
        let (width, height) = (wide * scale, high * scale);
        let mut layout = Self::room(height * POINTS_PER_PIXEL + 4.0, look, left, right);
        if let Some(first) = layout.pieces.first_mut()
            && let Content::Room(room) = first.content
        {
            first.content = Content::Picture { picture: picture.clone(), room, width, height };
        }
        layout
    }

    /// Another layout set below this one.
    pub fn below(&mut self, other: Layout) {
        let down = self.rows;
        self.rows += other.rows;
        self.add(other, down);
    }

    /// Another layout set beside this one, from its first row on.
    pub fn beside(&mut self, other: Layout) {
        self.rows = self.rows.max(other.rows);
        self.add(other, 0);
    }

    /// All that another layout holds, moved down by rows.
    pub fn add(&mut self, other: Layout, down: u32) {
        self.pieces.extend(other.pieces.into_iter().map(|piece| Piece { row: piece.row + down, ..piece }));
        self.frames.extend(other.frames.into_iter().map(|frame| Frame { row: frame.row + down, ..frame }));
        self.charts.extend(other.charts.into_iter().map(|chart| PlacedChart { row: chart.row + down, ..chart }));
    }

    /// The rows before which a text that stands in several cells may be parted between pages, rising.
    pub fn seams(&self) -> Vec<u32> {
        let parted = self.pieces.iter().filter(|piece| piece.look.vertical == Vertical::Spread);
        let mut rows: Vec<u32> = parted.map(|piece| piece.row + piece.rows).collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    /// The layout with whatever crosses a page's end divided there: a text over
    /// several rows of a table is said again, its box closed and opened anew.
    pub fn divided(&self, breaks: &[u32]) -> Self {
        // The stretches of rows between the breaks that fall within some rows.
        let parts = |row: u32, rows: u32| -> Vec<(u32, u32)> {
            let inside = breaks.iter().copied().filter(|at| *at > row && *at < row + rows);
            let starts: Vec<u32> = [row].into_iter().chain(inside).collect();
            let ends = starts.iter().skip(1).copied().chain([row + rows]).collect::<Vec<_>>();
            starts.into_iter().zip(ends).map(|(start, end)| (start, end - start)).collect()
        };
        let piece = |piece: &Piece| {
            let own = piece.clone();
            let again = if piece.is_long() { Content::Words(Text::new()) } else { piece.content.clone() };
            let parts = parts(piece.row, piece.rows).into_iter().enumerate();
            parts.map(move |(at, (row, rows))| {
                let content = if at == 0 { own.content.clone() } else { again.clone() };
                Piece { row, rows, content, ..own.clone() }
            })
        };
        let frame = |frame: &Frame| {
            let own = *frame;
            parts(frame.row, frame.rows).into_iter().map(move |(row, rows)| Frame { row, rows, ..own })
        };
        Self {
            rows: self.rows,
            pieces: self.pieces.iter().flat_map(piece).collect(),
            frames: self.frames.iter().flat_map(frame).collect(),
            charts: self.charts.clone(),
        }
    }

    /// The layout with tables' headings set again before rows of theirs (rising), as they are on each further page.
    pub fn with_again(&self, again: &[(u32, Headed)]) -> Self {
        let moved = |row: u32| row + again.iter().filter(|(at, _)| *at <= row).map(|(_, table)| table.rows()).sum::<u32>();
        let mut whole = Self { rows: moved(self.rows), ..Self::default() };
        // How far down a row of headings stands again, each time.
        let mut copies: Vec<(u32, Headed)> = Vec::new();
        let mut added = 0;
        for (at, table) in again {
            copies.push((at + added - table.first, *table));
            added += table.rows();
        }
        let below = |row: u32| {
            let own = copies.iter().filter(move |(_, table)| (table.first..=table.last).contains(&row));
            std::iter::once(moved(row)).chain(own.map(move |(down, _)| row + down))
        };
        for piece in &self.pieces {
            whole.pieces.extend(below(piece.row).map(|row| Piece { row, ..piece.clone() }));
        }
        for frame in &self.frames {
            whole.frames.extend(below(frame.row).map(|row| Frame { row, ..*frame }));
        }
        whole.charts = self.charts.iter().map(|one| PlacedChart { row: moved(one.row), ..one.clone() }).collect();
        whole
    }

    /// Draws the last pieces out until the layout fills this many rows.
    pub fn stretch_to(&mut self, rows: u32) {
        if rows > self.rows {
            for piece in self.pieces.iter_mut().filter(|piece| piece.stretch && piece.row + piece.rows == self.rows) {
                piece.rows = rows - piece.row;
            }
            self.rows = rows;
        }
    }
}
