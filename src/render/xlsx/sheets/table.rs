//! A table: its columns as places, its cells as layouts, its rules as frames.

use super::flow::{figures_apart, flow};
use super::layout::{Frame, Layout, SAID_AGAIN};
use super::setting::{NARROWEST, Place, Setting, Shared};
use crate::document::{Align, Block, Border, ColumnWidth, Inline, Style, Table, TableCell, Text};
use crate::render::style::TABLE_SIZES;
use crate::render::xlsx::look::{Look, Sides, Vertical};
use crate::render::xlsx::measure::{AIR, INDENT, POINTS_PER_PIXEL, Ruler};
use crate::render::xlsx::number;

/// A table laid out.
pub struct Drawn {
    pub layout: Layout,
    /// How many of its first rows are headings.
    pub header_rows: u32,
    /// The rows at which the table may be parted between pages.
    pub parts: Vec<u32>,
    /// How small its letters are for want of width, 1 where they have room enough.
    pub letters: f32,
}

/// The room at a text's right, and the width from which on a cell can spare it, in pixels.
const PAD: f32 = 8.0;
const PADDED: f32 = 80.0;

/// A cell and where it stands in the table.
pub struct Placed<'a> {
    pub cell: &'a TableCell,
    pub row: usize,
    pub rows: usize,
    pub column: usize,
    pub columns: usize,
}

pub fn table(table: &Table, left: f32, right: f32, ruler: Ruler) -> Drawn {
    let cells = placed(table);
    let indent = table.border == Border::Grid;
    let (places, size) = places(table, &cells, ruler, left, right);
    let place = Place::Cell { size, ruled: indent };
    let shared: Vec<Shared> = (0..table.columns.len())
        .map(|column| {
            let own = cells.iter().filter(|cell| cell.column == column && cell.columns == 1);
            let room = places[column + 1] - places[column];
            Shared::of(own.flat_map(|cell| &cell.cell.blocks), room, ruler, place)
        })
        .collect();
    let mut layouts: Vec<Layout> = cells
        .iter()
        .map(|placed| {
            let (left, right) = (places[placed.column], places[placed.column + placed.columns]);
            let own = match placed.columns {
                1 => shared[placed.column],
                _ => Shared::of(&placed.cell.blocks, right - left, ruler, place),
            };
            // An indent keeps text off the left rule; a narrow column of its own, off the right one.
            let free = if indent && right - left > PADDED && reads_on(placed.cell) { PAD } else { 0.0 };
            let layout =
                content(placed.cell, left, right - free, Setting { ruler, shared: own, vertical: Vertical::Top, place, indent });
            // An empty cell still takes a row.
            let mut layout = Layout { rows: layout.rows.max(1), ..layout };
            if let Some(first) = layout.pieces.first_mut() {
                first.lead.clone_from(&placed.cell.lead);
            }
            layout
        })
        .collect();

    // No program keeps letters off the rule over them: a low row of its own does, as the air below them does.
    let over = u32::from(table.border == Border::Grid);
    // How many sheet rows each table row takes: first by cells of one row, then by those that span.
    let mut heights = vec![1u32; table.rows.len()];
    let mut order: Vec<usize> = (0..cells.len()).collect();
    order.sort_by_key(|index| cells[*index].rows);
    for index in order {
        let placed = &cells[index];
        let spanned = &mut heights[placed.row..placed.row + placed.rows];
        let there = spanned.iter().sum::<u32>() + over * (placed.rows as u32 - 1);
        let missing = layouts[index].rows.saturating_sub(there);
        if let Some(last) = spanned.last_mut() {
            *last += missing;
        }
    }
    let starts: Vec<u32> = std::iter::once(0)
        .chain(heights.iter().scan(0, |sum, height| {
            *sum += height + over;
            Some(*sum)
        }))
        .collect();

    let mut whole = Layout { rows: starts[table.rows.len()], ..Layout::default() };
    for (placed, mut layout) in cells.iter().zip(layouts.drain(..)) {
        let (row, end) = (starts[placed.row], starts[placed.row + placed.rows]);
        layout.stretch_to(end - row - over);
        whole.add(layout, row + over);
        if table.border == Border::Grid {
            let (left, right) = (places[placed.column], places[placed.column + placed.columns]);
            whole.frames.push(Frame { row, rows: end - row, left, right, sides: Sides::ALL });
        }
    }
    for row in &starts[..table.rows.len() * over as usize] {
        whole.add(Layout::room(AIR, Look::new(Align::Left), left, right), *row);
    }
    let parts = (0..table.rows.len())
        .filter(|row| !cells.iter().any(|cell| cell.row < *row && *row < cell.row + cell.rows && !sayable_again(cell.cell)))
        .map(|row| starts[row])
        .collect();
    Drawn { layout: whole, header_rows: starts[table.header_rows.min(table.rows.len())], parts, letters: size / TABLE_SIZES[0] }
}

/// Whether the cell holds text that goes on to the right edge: not a figure, not centred words.
fn reads_on(cell: &TableCell) -> bool {
    cell.blocks.iter().any(|block| match block {
        Block::Paragraph { text, align, .. } => {
            matches!(align, Align::Left | Align::Justify) && number::lone_figure(text).is_none()
        }
        Block::Items(_) | Block::LabelList(_) => true,
        _ => false,
    })
}

fn content(cell: &TableCell, left: f32, right: f32, setting: Setting) -> Layout {
    match cell.blocks.as_slice() {
        // A figure or a few words: the cell as a whole is one cell of the sheet.
        [Block::Paragraph { text, style, align: Align::Center }] if setting.indent => {
            let vertical = if cell.middle { Vertical::Middle } else { Vertical::Top };
            // What a formula says is broken by the program: it stands in a cell of its own between two that are empty.
            let beside = if number::lone_figure(text).is_some() && right - left > 4.0 * INDENT { INDENT } else { 0.0 };
            let text = off_the_rules(text, *style, right - left, setting);
            let block = Block::Paragraph { text, style: *style, align: Align::Center };
            flow(&[block], left + beside, right - beside, Setting { vertical, ..setting })
        }
        [Block::Paragraph { .. }] => {
            let vertical = if cell.middle { Vertical::Middle } else { Vertical::Top };
            flow(&cell.blocks, left, right, Setting { vertical, ..setting })
        }
        [] => {
            let mut empty = Layout::words(Vec::new(), setting.place.look(Align::Left), left, right, setting.ruler);
            empty.rows = 1;
            empty
        }
        blocks => flow(blocks, left, right, setting),
    }
}

/// A centred text on lines of our own where one of the program's would come close to the rules: no indent keeps it off them.
fn off_the_rules(text: &Text, style: Style, width: f32, setting: Setting) -> Text {
    let [Inline::Run { text: words, style: own }] = text.as_slice() else { return text.clone() };
    let look = Look { style, ..setting.place.look(Align::Center) };
    let run = |words: &str| Inline::Run { text: words.to_owned(), style: *own };
    let fits = |words: &str| setting.ruler.width(&vec![run(words)], &look) + INDENT <= width;
    if fits(words) {
        return text.clone();
    }
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut().map(|line| (format!("{line} {word}"), line)) {
            Some((longer, line)) if fits(&longer) => *line = longer,
            _ => lines.push(word.to_owned()),
        }
    }
    let mut broken = Text::new();
    for line in &lines {
        if !broken.is_empty() {
            broken.push(Inline::LineBreak);
        }
        broken.push(run(line));
    }
    broken
}

/// Whether a cell over several rows may be divided between pages: a short text alone, which each of its pages says.
fn sayable_again(cell: &TableCell) -> bool {
    match cell.blocks.as_slice() {
        [] => true,
        [Block::Paragraph { text, .. }] => text.iter().map(|inline| inline.text().chars().count()).sum::<usize>() <= SAID_AGAIN,
        _ => false,
    }
}

/// The width that each column needs for its longest word and its figures, in pixels.
fn least(table: &Table, cells: &[Placed<'_>], ruler: Ruler, place: Place) -> Vec<f32> {
    let indent = table.border == Border::Grid;
    let mut least = vec![NARROWEST; table.columns.len()];
    for placed in cells.iter().filter(|placed| placed.columns == 1) {
        // A formula's centred words cannot be set on lines of our own (see [`off_the_rules`]): they stand off both rules.
        let beside = match placed.cell.align {
            _ if !indent => 0.0,
            Align::Center if placed.cell.blocks.iter().any(is_lone_figure) => 2.0 * INDENT,
            Align::Center => 0.0,
            _ => INDENT,
        };
        let own = placed.cell.blocks.iter().map(|block| longest(block, ruler, place)).fold(0.0, f32::max);
        if own > 0.0 {
            let needed = &mut least[placed.column];
            *needed = needed.max(own + beside + SURE);
        }
    }
    least
}

/// Edges of columns move a little when they are put together with others near them.
const SURE: f32 = 4.0;

/// A figure in words (a predicate) that is no wider than this, in pixels, stands on one line.
const TOGETHER: f32 = 150.0;

fn is_lone_figure(block: &Block) -> bool {
    matches!(block, Block::Paragraph { text, .. } if number::lone_figure(text).is_some())
}

fn longest(block: &Block, ruler: Ruler, place: Place) -> f32 {
    let look = place.look(Align::Left);
    match block {
        Block::Paragraph { text, style, .. } if number::is_one_number(text) => ruler.width(text, &Look { style: *style, ..look }),
        // Each line of its figures is a cell, which does not wrap where it is a number.
        Block::Paragraph { text, style, align } if let Some(lines) = figures_apart(text) => {
            let line = |text: Text| longest(&Block::Paragraph { text, style: *style, align: *align }, ruler, place);
            lines.into_iter().map(line).fold(0.0, f32::max)
        }
        Block::Paragraph { text, style, .. } => {
            let look = Look { style: *style, ..look };
            let word = |inline: &Inline, word: &str| match inline {
                Inline::Run { style, .. } | Inline::Figure { style, .. } => {
                    ruler.width(&vec![Inline::Run { text: word.to_owned(), style: *style }], &look)
                }
                Inline::LineBreak => 0.0,
            };
            // On one line, or about two.
            let together = number::lone_figure(text)
                .map(|_| ruler.width(text, &look))
                .map(|wide| if wide <= TOGETHER { wide } else { (wide * 0.6).min(TOGETHER) });
            let words = || text.iter().flat_map(|inline| inline.text().split_whitespace().map(move |own| word(inline, own)));
            words().fold(together.unwrap_or(0.0), f32::max)
        }
        Block::Items(items) => {
            let label = items.iter().map(|(label, _)| ruler.width(label, &look)).fold(0.0, f32::max);
            let inner = items.iter().flat_map(|(_, blocks)| blocks).map(|block| longest(block, ruler, place));
            label + inner.fold(0.0, f32::max)
        }
        // On two lines each side of its bar a fraction still reads as one.
        Block::Fraction(fraction) => {
            // A long tail goes on below itself.
            let beside = [&fraction.before, &fraction.after].into_iter().flatten();
            let beside = beside.map(|text| ruler.width(text, &look).min(TOGETHER));
            let bar = ruler.width(&fraction.numerator, &look).max(ruler.width(&fraction.denominator, &look)) / 2.0;
            beside.sum::<f32>() + bar
        }
        _ => 0.0,
    }
}

fn pixels(millimetres: f32) -> f32 {
    millimetres / 25.4 * 72.0 / POINTS_PER_PIXEL
}

/// What each column that goes by its content needs in pixels, within the
/// template's limits; 0 for the others. Headings may be broken between words.
fn natural(table: &Table, cells: &[Placed<'_>], place: Place, ruler: Ruler) -> Vec<f32> {
    let mut natural = vec![0.0f32; table.columns.len()];
    for placed in cells.iter().filter(|placed| placed.columns == 1) {
        let ColumnWidth::Content { least, most } = table.columns[placed.column] else { continue };
        let look = place.look(placed.cell.align);
        let heading = placed.row < table.header_rows;
        let mut needed = 0.0f32;
        for block in &placed.cell.blocks {
            let Block::Paragraph { text, style, .. } = block else { continue };
            let look = Look { style: *style, ..look };
            if heading {
                let words: String = text.iter().map(Inline::text).collect();
                let bold = Look { style: Style { bold: true, ..*style }, ..look };
                let word = |word: &str| ruler.width(&vec![Inline::plain(word)], &bold);
                needed = words.split_whitespace().map(word).fold(needed, f32::max);
            } else {
                needed = needed.max(ruler.width(text, &look));
            }
        }
        natural[placed.column] = natural[placed.column].max((needed + PAD).min(pixels(most)).max(pixels(least)));
    }
    natural
}

/// The edges of the columns, one more than there are columns, and the size of the letters in points: the largest
/// at which no word and no figure has to be broken, as in the PDF, and alike in all cells.
fn places(table: &Table, cells: &[Placed<'_>], ruler: Ruler, left: f32, right: f32) -> (Vec<f32>, f32) {
    let ruled = table.border == Border::Grid;
    let mut chosen = (Vec::new(), TABLE_SIZES[TABLE_SIZES.len() - 1]);
    for size in TABLE_SIZES {
        let place = Place::Cell { size, ruled };
        let widths = wished(&table.columns, &natural(table, cells, place, ruler), right - left);
        let wide = widened(&widths, &least(table, cells, ruler, place));
        let fits = wide.is_some();
        chosen.0 = wide.unwrap_or(widths);
        if fits {
            chosen.1 = size;
            break;
        }
    }
    let mut places = vec![left];
    places.extend(chosen.0.iter().scan(left, |edge, width| {
        *edge += width;
        Some(*edge)
    }));
    (places, chosen.1)
}

/// The widths that the template wishes for, all of them together as wide as the table.
fn wished(columns: &[ColumnWidth], natural: &[f32], whole: f32) -> Vec<f32> {
    let fixed: f32 = columns
        .iter()
        .zip(natural)
        .map(|(column, natural)| match column {
            ColumnWidth::Fixed(mm) => pixels(*mm),
            ColumnWidth::Content { .. } => *natural,
            ColumnWidth::Share(_) => 0.0,
        })
        .sum();
    let shares: f32 =
        columns.iter().map(|column| if let ColumnWidth::Share(share) = column { share.max(0.0) } else { 0.0 }).sum();
    let rest = (whole - fixed).max(0.0);
    let widths: Vec<f32> = columns
        .iter()
        .zip(natural)
        .map(|(column, natural)| match column {
            ColumnWidth::Fixed(mm) => pixels(*mm),
            ColumnWidth::Content { .. } => *natural,
            ColumnWidth::Share(share) if shares > 0.0 => rest * share.max(0.0) / shares,
            ColumnWidth::Share(_) => 0.0,
        })
        .map(|width| if width.is_finite() { width.max(NARROWEST) } else { NARROWEST })
        .collect();
    // Fixed columns may ask for more than there is: all give way alike.
    let total: f32 = widths.iter().sum();
    widths.iter().map(|width| width * whole / total).collect()
}

/// How much more than there is columns may need before they are left as they are: the needs hold some reserve.
const RESERVE: f32 = 1.03;

/// The same room shared out so that no column is narrower than it needs; `None`
/// where there is not room for all. A word longer than any column is left to be cut.
fn widened(widths: &[f32], least: &[f32]) -> Option<Vec<f32>> {
    let total: f32 = widths.iter().sum();
    let least: Vec<f32> = least.iter().map(|least| least.min(total * 0.3)).collect();
    let needed: f32 = least.iter().sum();
    if needed > total * RESERVE {
        return None;
    }
    if needed >= total {
        return Some(least.iter().map(|least| least * total / needed).collect());
    }
    // Those that have more than they need give of it, each its part.
    let over = |sign: f32| widths.iter().zip(&least).map(move |(width, least)| (sign * (width - least)).max(0.0)).sum::<f32>();
    let (spare, missing) = (over(1.0), over(-1.0));
    let kept = 1.0 - missing / spare.max(f32::MIN_POSITIVE);
    let share = |(width, least): (&f32, &f32)| if width < least { *least } else { least + (width - least) * kept };
    Some(widths.iter().zip(&least).map(share).collect())
}

/// The size of the letters at which no word and no figure of a table has to be broken; none where even the least is too large.
pub fn size_of(table: &Table, width: f32, ruler: Ruler) -> Option<f32> {
    let cells = placed(table);
    let ruled = table.border == Border::Grid;
    TABLE_SIZES.into_iter().find(|size| {
        let place = Place::Cell { size: *size, ruled };
        let widths = wished(&table.columns, &natural(table, &cells, place, ruler), width);
        widened(&widths, &least(table, &cells, ruler, place)).is_some()
    })
}

/// Every cell with its place. Spans that reach beyond the table, or over
/// another cell, are cut: templates are checked for them before.
pub fn placed(table: &Table) -> Vec<Placed<'_>> {
    let columns = table.columns.len();
    let mut taken = vec![vec![false; columns]; table.rows.len()];
    let mut cells = Vec::new();
    for (row, line) in table.rows.iter().enumerate() {
        let mut column = 0;
        for cell in &line.cells {
            while column < columns && taken[row][column] {
                column += 1;
            }
            if column >= columns {
                break;
            }
            let free = taken[row][column..].iter().take_while(|taken| !**taken).count();
            let wide = cell.columns.clamp(1, free);
            let high = cell.rows.clamp(1, table.rows.len() - row);
            for line in &mut taken[row..row + high] {
                line[column..column + wide].fill(true);
            }
            cells.push(Placed { cell, row, rows: high, column, columns: wide });
            column += wide;
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::super::layout::Content;
    use super::*;
    use crate::document::TableRow;

    /// A table of a name and so many long figures, on a page of 1.000 pixels.
    fn drawn(figures: usize) -> Drawn {
        let cell = |text: &str, align| {
            let blocks = vec![Block::Paragraph { text: vec![Inline::plain(text)], style: Style::default(), align }];
            TableCell { columns: 1, rows: 1, blocks, align, header: false, middle: false, lead: None }
        };
        let figure = || cell("1.846.453.610.632", Align::Right);
        let cells =
            std::iter::once(cell("Pertumbuhan", Align::Left)).chain(std::iter::repeat_with(figure).take(figures)).collect();
        let wanted = Table {
            columns: vec![ColumnWidth::Share(1.0); figures + 1],
            border: Border::Grid,
            header_rows: 0,
            rows: vec![TableRow { cells }],
            summary: None,
        };
        table(&wanted, 0.0, 1000.0, Ruler::new("Arial"))
    }

    #[test]
    fn a_crowded_tables_letters_are_smaller_in_all_of_its_cells_alike() {
        for (figures, crowded) in [(3, false), (8, true)] {
            let drawn = drawn(figures);
            let sizes: Vec<f32> = drawn
                .layout
                .pieces
                .iter()
                .filter(|piece| matches!(&piece.content, Content::Words(text) if !text.is_empty()))
                .map(|piece| piece.look.size)
                .collect();
            assert_eq!(sizes.len(), figures + 1);
            assert!(sizes.iter().all(|size| *size == TABLE_SIZES[0] * drawn.letters), "{sizes:?}");
            assert_eq!(drawn.letters < 1.0, crowded, "{}", drawn.letters);
        }
    }
}
