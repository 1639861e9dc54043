//! A table's cells: where each stands, how its text looks, what it says.

use crate::document::{Align, Block, Table, TableCell, Text};
use crate::render::pdf::error::RenderError;
use crate::render::style::NUMBERING_LESS;

/// Where a cell stands.
pub struct Spot<'a> {
    pub row: usize,
    pub rows: usize,
    pub column: usize,
    pub columns: usize,
    pub cell: &'a TableCell,
}

/// Places cells as HTML does: each takes the next column that no span covers.
pub fn spots(table: &Table, header_rows: usize) -> Result<Vec<Spot<'_>>, RenderError> {
    let mut spots = Vec::new();
    // The row from which each column is free again.
    let mut free = vec![0usize; table.columns.len()];
    for (row, cells) in table.rows.iter().enumerate() {
        let mut column = 0;
        for cell in &cells.cells {
            while free.get(column).is_some_and(|&until| until > row) {
                column += 1;
            }
            if column >= free.len() {
                return Err(RenderError::TooManyCells { row: row + 1 });
            }
            let open = free[column..].iter().take_while(|&&until| until <= row).count();
            let columns = cell.columns.clamp(1, open);
            // The heading is repeated whole, so no cell reaches out of it.
            let end = if row < header_rows { header_rows } else { table.rows.len() };
            let rows = cell.rows.clamp(1, end - row);
            for until in &mut free[column..column + columns] {
                *until = row + rows;
            }
            spots.push(Spot { row, rows, column, columns, cell });
            column += columns;
        }
    }
    Ok(spots)
}

/// How a cell's text looks.
#[derive(Clone, Copy)]
pub struct CellLook {
    pub size: f32,
    pub bold: bool,
    pub align: Align,
}

/// A heading cell is bold and centred, save in the row that numbers the columns;
/// a heading cell of a body row looks like the rest.
pub fn cell_look(spot: &Spot<'_>, spots: &[Spot<'_>], header_rows: usize, size: f32) -> CellLook {
    if spot.row >= header_rows {
        return CellLook { size, bold: false, align: spot.cell.align };
    }
    let numbering = is_numbering(spots, spot.row);
    let align = if spot.cell.align == Align::Left { Align::Center } else { spot.cell.align };
    CellLook {
        size: if numbering { size - NUMBERING_LESS } else { size },
        bold: spot.cell.header && !numbering,
        align: if spot.cell.header || numbering { align } else { spot.cell.align },
    }
}

/// Whether a heading row does nothing but number the columns.
pub fn is_numbering(spots: &[Spot<'_>], row: usize) -> bool {
    row > 0 && spots.iter().filter(|spot| spot.row == row).all(|spot| spot.cell.numbers_its_column())
}

/// Whether a cell shows nothing.
pub fn is_blank(cell: &TableCell) -> bool {
    let mut blank = true;
    for_each_text(&cell.blocks, &mut |part, _| blank &= part.iter().all(|inline| inline.text().trim().is_empty()));
    blank
}

/// Every text in these blocks, with the room that stands beside it, in em.
pub fn for_each_text(blocks: &[Block], f: &mut dyn FnMut(&Text, f32)) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } | Block::Formula { text, .. } => f(text, 0.0),
            Block::LabelList(entries) | Block::Items(entries) => {
                for (label, blocks) in entries {
                    f(label, 1.0);
                    let beside = label.iter().map(|inline| inline.text().chars().count()).sum::<usize>() as f32 * 0.6 + 0.8;
                    for_each_text(blocks, &mut |text, indent| f(text, indent + beside));
                }
            }
            Block::Fraction(fraction) => {
                let beside = [&fraction.before, &fraction.after]
                    .into_iter()
                    .flatten()
                    .map(|t| t.iter().map(|i| i.text().len()).sum::<usize>());
                let beside = beside.map(|chars| chars as f32 * 0.6 + 0.8).sum::<f32>();
                f(&fraction.numerator, beside + 0.7);
                f(&fraction.denominator, beside + 0.7);
            }
            Block::Table(_)
            | Block::Charts(_)
            | Block::Picture(_)
            | Block::Signatures(_)
            | Block::PageBreak
            | Block::Space(_) => {}
        }
    }
}
