//! The signature block: on the right half, or side by side for several.

use super::layout::{Content, Layout, Piece};
use crate::document::{Align, Inline, Signature, SignatureBlock, Style, Text};
use crate::render::style::{MM, SIGNATURE_AIR, SIGNING_ROOM};
use crate::render::xlsx::look::Look;
use crate::render::xlsx::measure::{POINTS_PER_PIXEL, Ruler};

/// The rows that hold the room for a signature.
const SIGNING_ROWS: u32 = 4;

/// The share of the page's width that a lone signature takes at least and at most, and the air beside its lines in pixels.
const LEAST: f32 = 0.32;
const MOST: f32 = 0.65;
const AIR: f32 = SIGNATURE_AIR / POINTS_PER_PIXEL;

pub fn signatures(block: &SignatureBlock, left: f32, right: f32, ruler: Ruler) -> Layout {
    let count = block.signatures.len();
    if count == 0 {
        return Layout::default();
    }
    let (start, width) = match block.signatures.as_slice() {
        [one] => {
            let width = widest(one, ruler).clamp((right - left) * LEAST, (right - left) * MOST);
            (right - width, width)
        }
        _ => (left, (right - left) / count as f32),
    };
    // All positions begin on one row, and so do all names, whatever stands over them.
    let over_positions = Over::of(&block.signatures);
    let over: Vec<Layout> = block
        .signatures
        .iter()
        .enumerate()
        .map(|(index, signature)| {
            let left = start + width * index as f32;
            let (heads, position) = over_positions.above(signature);
            let mut whole = lines(heads, left, left + width, ruler);
            whole.below(together(position, count, left, left + width, ruler));
            whole
        })
        .collect();
    let rows = over.iter().map(|layout| layout.rows).max().unwrap_or(0);
    let mut whole = Layout::default();
    for layout in over {
        whole.beside(layout);
    }
    whole.rows = rows;
    let fields = block.signatures.iter().filter(|signature| signature.electronic).map(|one| one.field.1 * MM);
    let high = fields.fold(SIGNING_ROOM.0, f32::max);
    for row in 0..SIGNING_ROWS {
        let content = Content::Room(high / SIGNING_ROWS as f32);
        whole.pieces.push(Piece {
            row: rows + row,
            rows: 1,
            left: start,
            right,
            content,
            look: Look::new(Align::Left),
            stretch: false,
            lead: None,
        });
    }
    whole.rows += SIGNING_ROWS;
    let mut under = Layout::default();
    for (index, signature) in block.signatures.iter().enumerate() {
        let left = start + width * index as f32;
        under.beside(lines(below(signature), left, left + width, ruler));
    }
    whole.below(under);
    whole
}

/// The width of its longest line, with a little air.
fn widest(signature: &Signature, ruler: Ruler) -> f32 {
    let over = Over::of(std::slice::from_ref(signature));
    let (heads, position) = over.above(signature);
    let plain = heads.into_iter().chain(position);
    let width =
        |(text, style): (String, Style)| ruler.width(&vec![Inline::plain(text)], &Look { style, ..Look::new(Align::Center) });
    plain.chain(below(signature)).map(width).fold(0.0, f32::max) + AIR
}

/// What any of the signatories has over the position; the others leave a row empty there.
struct Over {
    date: bool,
    lead: bool,
}

impl Over {
    fn of(signatures: &[Signature]) -> Self {
        Self {
            date: signatures.iter().any(|signature| !signature.place_and_date.is_empty()),
            lead: signatures.iter().any(|signature| lead(signature).is_some()),
        }
    }

    /// The lines that all have in common rows, and those of the position.
    fn above(&self, signature: &Signature) -> (Vec<Line>, Vec<Line>) {
        let date = self.date.then_some(signature.place_and_date.as_str());
        let lead = self.lead.then(|| lead(signature).unwrap_or_default());
        let plain = |text: &str| (text.to_owned(), Style::default());
        (date.into_iter().chain(lead).map(plain).collect(), signature.position.iter().map(|text| plain(text)).collect())
    }
}

/// What stands over the position; no `Ditandatangani secara elektronik oleh:`, for a workbook is not signed so.
fn lead(signature: &Signature) -> Option<&str> {
    signature.lead.as_deref().filter(|_| !signature.electronic)
}

/// A line and how it is written.
type Line = (String, Style);

fn below(signature: &Signature) -> Vec<Line> {
    let name = Style { bold: true, underline: true, ..Style::default() };
    let mut lines = vec![(signature.name.clone(), name)];
    lines.extend(signature.rank.iter().map(|rank| (rank.clone(), Style::default())));
    lines.extend(signature.nip.iter().map(|nip| (format!("NIP. {nip}"), Style::default())));
    lines
}

/// Lines in one cell where several sign: in rows of their own, a line of one that takes two would part those of the others.
fn together(own: Vec<Line>, count: usize, left: f32, right: f32, ruler: Ruler) -> Layout {
    if count == 1 || own.len() < 2 {
        return lines(own, left, right, ruler);
    }
    let mut text = Vec::new();
    for (index, (line, style)) in own.into_iter().enumerate() {
        if index > 0 {
            text.push(Inline::LineBreak);
        }
        text.push(Inline::Run { text: line, style });
    }
    words(text, Style::default(), left, right, ruler)
}

fn lines(lines: Vec<Line>, left: f32, right: f32, ruler: Ruler) -> Layout {
    let mut whole = Layout::default();
    for (text, style) in lines {
        whole.below(words(vec![Inline::plain(text)], style, left, right, ruler));
    }
    whole
}

fn words(text: Text, style: Style, left: f32, right: f32, ruler: Ruler) -> Layout {
    let look = Look { style, ..Look::new(Align::Center) };
    let mut line = Layout::words(text, look, left, right, ruler);
    line.pieces.iter_mut().for_each(|piece| piece.stretch = false);
    line
}
