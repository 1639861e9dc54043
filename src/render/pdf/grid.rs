//! A table's cells on their grid, its columns' widths, its cells' strips.

use super::block::{Column, Setter};
use super::error::RenderError;
use super::measure::{CELL_SIDE, CELL_TOP, MM, NUMBERING_LESS, RULE, TABLE_SIZES};
use super::paragraph::{Look, least_width, natural_width};
use super::placed::{Strip, stacked};
use super::structure::{NodeId, Role, Tree};
use crate::document::{Align, Block, Border, ColumnWidth, Table, TableCell, Text};

/// A table ready to be put on pages.
#[derive(Clone, PartialEq, Debug)]
pub struct TableFlow {
    /// Room above it.
    pub before: f32,
    /// Its last row stays with what follows.
    pub keep: bool,
    /// Where the columns begin, and where the last one ends.
    pub edges: Vec<f32>,
    pub cells: Vec<CellFlow>,
    /// The least height of each row.
    pub heights: Vec<f32>,
    pub header_rows: usize,
    pub ruled: bool,
    /// Above and below a cell's text.
    pub padding: f32,
}

/// A cell on the grid.
#[derive(Clone, PartialEq, Debug)]
pub struct CellFlow {
    pub row: usize,
    pub rows: usize,
    pub column: usize,
    pub columns: usize,
    pub strips: Vec<Strip>,
    pub middle: bool,
}

/// Where a cell stands.
struct Spot<'a> {
    row: usize,
    rows: usize,
    column: usize,
    columns: usize,
    cell: &'a TableCell,
}

/// Sets a table; `None` for one without rows or columns.
pub fn table(setter: &mut Setter<'_>, table: &Table, column: Column) -> Result<Option<TableFlow>, RenderError> {
    if table.rows.is_empty() || table.columns.is_empty() {
        return match table.rows.iter().position(|row| !row.cells.is_empty()) {
            Some(row) => Err(RenderError::TooManyCells { row: row + 1 }),
            None => Ok(None),
        };
    }
    let header_rows = table.header_rows.min(table.rows.len());
    let spots = spots(table, header_rows)?;
    let ruled = table.border == Border::Grid;
    let (edges, size) = edges(table, &spots, header_rows, setter.look(column), column.width, ruled)?;

    let node = setter.tree.add(Role::Table, column.node);
    setter.tree.nodes[node].summary = table.summary.clone();
    let padding = if ruled { CELL_TOP * (0.5 + setter.air / 2.0) } else { 1.2 };
    let mut cells = Vec::with_capacity(spots.len());
    let mut row_node = (usize::MAX, node);
    let mut nodes = Vec::with_capacity(spots.len());
    for spot in &spots {
        if row_node.0 != spot.row {
            row_node = (spot.row, setter.tree.add(Role::TableRow, node));
        }
        let heading = spot.cell.header;
        let cell_node = setter.tree.add(if heading { Role::HeaderCell } else { Role::DataCell }, row_node.1);
        setter.tree.nodes[cell_node].span = (spot.columns, spot.rows);
        setter.tree.nodes[cell_node].heads_row = heading && spot.row >= header_rows;
        nodes.push(cell_node);
        let look = cell_look(spot, &spots, header_rows, size);
        let (left, right) = (edges[spot.column], edges[spot.column + spot.columns]);
        let side = side(right - left, ruled);
        let inner = Column {
            width: (right - left - 2.0 * side).max(1.0),
            size: look.size,
            bold: look.bold,
            align: look.align,
            node: cell_node,
            nested: true,
            cell: true,
        };
        let mut strips = setter.strips(&spot.cell.blocks, inner)?;
        for strip in &mut strips {
            strip.shift(left + side);
        }
        let middle = spot.cell.middle || heading && spot.row < header_rows;
        cells.push(CellFlow { row: spot.row, rows: spot.rows, column: spot.column, columns: spot.columns, strips, middle });
    }
    head(&mut setter.tree, &spots, &nodes, header_rows);
    let numbering: Vec<bool> = (0..table.rows.len()).map(|row| row < header_rows && is_numbering(&spots, row)).collect();
    let heights = heights(&cells, &numbering, padding, Look::plain(setter.family, size).line_height());
    Ok(Some(TableFlow { before: 0.0, keep: false, edges, cells, heights, header_rows, ruled, padding }))
}

/// Ties each cell to the heading cells over it, row by row, and to those of its
/// own rows at its left. A blank heading cell says nothing.
fn head(tree: &mut Tree, spots: &[Spot<'_>], nodes: &[NodeId], header_rows: usize) {
    let telling: Vec<bool> = spots.iter().map(|spot| spot.cell.header && !is_blank(spot.cell)).collect();
    for (spot, &node) in spots.iter().zip(nodes) {
        let over = |other: &Spot<'_>| {
            other.row < header_rows
                && other.row + other.rows <= spot.row
                && other.column < spot.column + spot.columns
                && spot.column < other.column + other.columns
        };
        let beside = |other: &Spot<'_>| {
            spot.row >= header_rows
                && other.row >= header_rows
                && other.column < spot.column
                && other.row < spot.row + spot.rows
                && spot.row < other.row + other.rows
        };
        let heading = |wanted: &dyn Fn(&Spot<'_>) -> bool| -> Vec<NodeId> {
            spots
                .iter()
                .zip(nodes)
                .zip(&telling)
                .filter(|((other, _), telling)| **telling && wanted(other))
                .map(|((_, &n), _)| n)
                .collect()
        };
        let mut headers = heading(&over);
        headers.append(&mut heading(&beside));
        tree.nodes[node].headers = headers;
    }
}

fn is_blank(cell: &TableCell) -> bool {
    let mut blank = true;
    for_each_text(&cell.blocks, &mut |part, _| blank &= part.iter().all(|inline| inline.text().trim().is_empty()));
    blank
}

/// The room beside a cell's text: less in columns too narrow for the usual.
fn side(width: f32, ruled: bool) -> f32 {
    let usual = if ruled { CELL_SIDE } else { 3.0 };
    usual.min(width * 0.15)
}

/// Places cells as HTML does: each takes the next column that no span covers.
fn spots(table: &Table, header_rows: usize) -> Result<Vec<Spot<'_>>, RenderError> {
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

#[derive(Clone, Copy)]
struct CellLook {
    size: f32,
    bold: bool,
    align: Align,
}

/// A heading cell is bold and centred, save in the row that numbers the columns;
/// a heading cell of a body row looks like the rest.
fn cell_look(spot: &Spot<'_>, spots: &[Spot<'_>], header_rows: usize, size: f32) -> CellLook {
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
fn is_numbering(spots: &[Spot<'_>], row: usize) -> bool {
    row > 0 && spots.iter().filter(|spot| spot.row == row).all(|spot| is_column_number(spot.cell))
}

/// Blank, or a number of at most two digits, bracketed or not.
fn is_column_number(cell: &TableCell) -> bool {
    let mut text = String::new();
    for_each_text(&cell.blocks, &mut |part, _| text.extend(part.iter().map(|inline| inline.text())));
    let text = text.trim().trim_matches(['(', ')', '.']);
    text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit())
}

/// The columns' edges and the text size: the largest at which no word has to be broken.
fn edges(
    table: &Table,
    spots: &[Spot<'_>],
    header_rows: usize,
    base: Look<'_>,
    width: f32,
    ruled: bool,
) -> Result<(Vec<f32>, f32), RenderError> {
    let width = if ruled { width - RULE } else { width };
    let mut chosen = (Vec::new(), base.size);
    for size in TABLE_SIZES.into_iter().map(|size| size.min(base.size)) {
        let look = Look { size, ..base };
        let wished = wished(&table.columns, &natural(table, spots, header_rows, look, width, ruled)?, width);
        let least = least(spots, header_rows, look, &wished, width, ruled)?;
        chosen = (fitted(&wished, &least), size);
        if least.iter().sum::<f32>() <= width {
            break;
        }
    }
    let mut edges = vec![if ruled { RULE / 2.0 } else { 0.0 }];
    for wide in chosen.0 {
        let last = edges.last().copied().unwrap_or(0.0);
        edges.push(last + wide);
    }
    Ok((edges, chosen.1))
}

/// The width in which any letter of the largest table text stands between its rules, in points.
const LETTER: f32 = 15.0;

/// The widths as the template wishes them, made to fill `width`; `natural` are
/// those of the columns that go by their content.
fn wished(columns: &[ColumnWidth], natural: &[f32], width: f32) -> Vec<f32> {
    let valid = |x: f32| if x.is_finite() { x.max(0.0) } else { 0.0 };
    let fixed = |(column, natural): (&ColumnWidth, &f32)| match column {
        ColumnWidth::Fixed(mm) => valid(*mm) * MM,
        ColumnWidth::Content { .. } => valid(*natural),
        ColumnWidth::Share(_) => 0.0,
    };
    let fixed: Vec<f32> = columns.iter().zip(natural).map(fixed).collect();
    let sum: f32 = fixed.iter().sum();
    let shares: f32 = columns.iter().map(|c| if let ColumnWidth::Share(share) = c { valid(*share) } else { 0.0 }).sum();
    let has_shares = columns.iter().any(|c| matches!(c, ColumnWidth::Share(_)));
    // Fixed columns leave the others at least a tenth each, and fill the width where there are no others.
    let sharers = columns.iter().filter(|c| matches!(c, ColumnWidth::Share(_))).count() as f32;
    let most = width * (1.0 - (0.1 * sharers).min(0.5));
    let scale = if sum <= 0.0 {
        0.0
    } else if !has_shares {
        (width / sum).min(if sum > width { f32::INFINITY } else { 1.0 })
    } else {
        (most / sum).min(1.0)
    };
    let rest = width - sum * scale;
    let widths: Vec<f32> = columns
        .iter()
        .zip(&fixed)
        .map(|(column, fixed)| match column {
            ColumnWidth::Fixed(_) | ColumnWidth::Content { .. } => fixed * scale,
            ColumnWidth::Share(share) if shares > 0.0 => rest * valid(*share) / shares,
            ColumnWidth::Share(_) => rest / sharers,
        })
        .collect();
    // No column vanishes, whatever was wished.
    let even = width / columns.len() as f32;
    let least = LETTER.min(even).max(even * 0.05);
    fitted(&widths, &vec![least; columns.len()])
}

/// What each column that goes by its content needs to show its longest line
/// whole, within the template's limits; 0 for the others.
fn natural(
    table: &Table,
    spots: &[Spot<'_>],
    header_rows: usize,
    base: Look<'_>,
    width: f32,
    ruled: bool,
) -> Result<Vec<f32>, RenderError> {
    let mut natural = vec![0.0f32; table.columns.len()];
    for spot in spots.iter().filter(|spot| spot.columns == 1) {
        let ColumnWidth::Content { least, most } = table.columns[spot.column] else { continue };
        let look = cell_look(spot, spots, header_rows, base.size);
        let base = Look { bold: look.bold, ..Look::plain(base.family, look.size) };
        // A heading may be broken between its words: the figures below it say how wide the column is.
        let measure = if spot.row < header_rows { least_width } else { natural_width };
        let needed = widest(&spot.cell.blocks, look.size, |text| measure(text, base))?;
        let needed = needed + 2.0 * side(needed.max(width * 0.1), ruled) + 0.1;
        let limits = |mm: f32| if mm.is_nan() { 0.0 } else { mm * MM };
        natural[spot.column] = natural[spot.column].max(needed.min(limits(most)).max(limits(least)));
    }
    Ok(natural)
}

/// The widest text of these blocks, with the room beside it.
fn widest(blocks: &[Block], size: f32, measure: impl Fn(&Text) -> Result<f32, RenderError>) -> Result<f32, RenderError> {
    let mut widest = Ok(0.0f32);
    for_each_text(blocks, &mut |text, indent| {
        if let Ok(known) = widest {
            widest = measure(text).map(|wide| known.max(wide + indent * size));
        }
    });
    widest
}

/// Widens the columns that are narrower than they must be at the cost of those with room to spare.
fn fitted(wished: &[f32], least: &[f32]) -> Vec<f32> {
    let lack: f32 = wished.iter().zip(least).map(|(w, l)| (l - w).max(0.0)).sum();
    let spare: f32 = wished.iter().zip(least).map(|(w, l)| (w - l).max(0.0)).sum();
    if lack <= 0.0 || spare <= 0.0 {
        return wished.to_vec();
    }
    let given = lack.min(spare);
    wished
        .iter()
        .zip(least)
        .map(|(&w, &l)| if w < l { w + (l - w) * given / lack } else { w - (w - l) * given / spare })
        .collect()
}

/// What each column needs so that no word or number in it is broken.
fn least(
    spots: &[Spot<'_>],
    header_rows: usize,
    base: Look<'_>,
    wished: &[f32],
    width: f32,
    ruled: bool,
) -> Result<Vec<f32>, RenderError> {
    let mut least = vec![0.0f32; wished.len()];
    // A longer word is no reason to squeeze all other columns.
    let most = (width * 0.3).max(width / wished.len() as f32);
    for spot in spots.iter().filter(|spot| spot.columns == 1) {
        let look = cell_look(spot, spots, header_rows, base.size);
        let base = Look { bold: look.bold, ..Look::plain(base.family, look.size) };
        let needed = widest(&spot.cell.blocks, look.size, |text| least_width(text, base))?;
        let sides = 2.0 * side(wished[spot.column].max(needed), ruled);
        let needed = if needed > 0.0 && needed + sides <= most { needed + sides + 0.1 } else { 0.0 };
        least[spot.column] = least[spot.column].max(needed);
    }
    Ok(least)
}

/// Every text in these blocks, with the room that stands beside it, in em.
fn for_each_text(blocks: &[Block], f: &mut dyn FnMut(&Text, f32)) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => f(text, 0.0),
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
            Block::Table(_) | Block::Picture(_) | Block::Signatures(_) | Block::PageBreak | Block::Space(_) => {}
        }
    }
}

/// The least height of each row, what spanning cells lack spread over their
/// rows. The row that numbers the columns is lower than the rest.
fn heights(cells: &[CellFlow], numbering: &[bool], padding: f32, line: f32) -> Vec<f32> {
    let padding = |row: usize| if numbering[row] { padding * 0.4 } else { padding };
    let mut heights: Vec<f32> =
        numbering.iter().enumerate().map(|(row, &low)| if low { 0.0 } else { line + 2.0 * padding(row) }).collect();
    for cell in cells.iter().filter(|cell| cell.rows == 1) {
        heights[cell.row] = heights[cell.row].max(stacked(&cell.strips) + 2.0 * padding(cell.row));
    }
    let mut spanning: Vec<&CellFlow> = cells.iter().filter(|cell| cell.rows > 1).collect();
    spanning.sort_by_key(|cell| (cell.rows, cell.row, cell.column));
    for cell in spanning {
        let rows = cell.row..cell.row + cell.rows;
        let lack = stacked(&cell.strips) + 2.0 * padding(cell.row) - heights[rows.clone()].iter().sum::<f32>();
        if lack > 0.0 {
            for height in &mut heights[rows] {
                *height += lack / cell.rows as f32;
            }
        }
    }
    heights
}
