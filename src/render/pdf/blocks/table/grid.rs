//! A table on its grid: its cells' strips, and what ties each to its headings.

use super::cells::{Spot, cell_look, is_blank, is_numbering, spots};
use super::flow::{CellFlow, TableFlow};
use super::widths::{Wanted, side};
use crate::document::{Block, Border, Table};
use crate::render::pdf::blocks::setter::{Column, Setter};
use crate::render::pdf::error::RenderError;
use crate::render::pdf::placed::stacked;
use crate::render::pdf::structure::{NodeId, Role, Tree};
use crate::render::pdf::text::paragraph::Look;
use crate::render::style::{CELL_TOP, TABLE_SIZES};
use std::collections::{BTreeMap, BTreeSet};

/// A table's column edges and text size.
type Edges = (Vec<f32>, f32);

/// The edges of each block's table where others of the same columns stand in the
/// part: alike, so that an eye finds the same figure in the same place. A table
/// whose words would make all the others' letters small goes by itself.
pub fn shared_edges(setter: &Setter<'_>, blocks: &[Block], column: Column) -> Result<Vec<Option<Edges>>, RenderError> {
    let alike = |a: &Table, b: &Table| a.columns == b.columns && a.border == b.border && a.header_rows == b.header_rows;
    let mut tables: Vec<(usize, &Table)> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        if let Block::Table(table) = block
            && !table.rows.is_empty()
            && !table.columns.is_empty()
        {
            tables.push((index, table));
        }
    }
    let mut shared: Vec<Option<Edges>> = vec![None; blocks.len()];
    while let Some((_, first)) = tables.first().copied() {
        let (mut kin, others): (Vec<_>, Vec<_>) = tables.into_iter().partition(|(_, table)| alike(first, table));
        tables = others;
        if kin.len() < 2 {
            continue;
        }
        let (mut edges, small) = (common(setter, &kin, column)?, TABLE_SIZES[MOST_SMALLER].min(setter.look(column).size));
        if edges.1 < small {
            let mut plain = Vec::new();
            for one in kin {
                if common(setter, &[one], column)?.1 >= small {
                    plain.push(one);
                }
            }
            kin = plain;
            if kin.len() < 2 {
                continue;
            }
            edges = common(setter, &kin, column)?;
        }
        if edges.1 >= small {
            kin.iter().for_each(|(index, _)| shared[*index] = Some(edges.clone()));
        }
    }
    Ok(shared)
}

/// Which of the table sizes is the smallest that tables alike take together.
const MOST_SMALLER: usize = 3;

/// The edges at which all of these tables are set as if they were one; none for no tables.
fn common(setter: &Setter<'_>, kin: &[(usize, &Table)], column: Column) -> Result<Edges, RenderError> {
    let Some((_, first)) = kin.first() else { return Ok((Vec::new(), 0.0)) };
    let header_rows = first.header_rows.min(kin.iter().map(|(_, table)| table.rows.len()).min().unwrap_or(0));
    let mut all = Vec::new();
    for (_, table) in kin {
        all.extend(spots(table, header_rows)?);
    }
    let ruled = first.border == Border::Grid;
    Wanted { table: first, spots: &all, header_rows, width: column.width, ruled }.edges(setter.look(column))
}

/// Sets a table, its columns where `shared` says; `None` for one without rows or columns.
pub fn table(
    setter: &mut Setter<'_>,
    table: &Table,
    column: Column,
    shared: Option<Edges>,
) -> Result<Option<TableFlow>, RenderError> {
    if table.rows.is_empty() || table.columns.is_empty() {
        return match table.rows.iter().position(|row| !row.cells.is_empty()) {
            Some(row) => Err(RenderError::TooManyCells { row: row + 1 }),
            None => Ok(None),
        };
    }
    let header_rows = table.header_rows.min(table.rows.len());
    let spots = spots(table, header_rows)?;
    let ruled = table.border == Border::Grid;
    let (edges, size) = match shared {
        Some(shared) => shared,
        None => Wanted { table, spots: &spots, header_rows, width: column.width, ruled }.edges(setter.look(column))?,
    };

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
        let side = side(right - left, ruled, size);
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
    let is_telling = |spot: &Spot<'_>| spot.cell.header && !is_blank(spot.cell);
    let headings: Vec<(&Spot<'_>, NodeId)> =
        spots.iter().zip(nodes).filter(|(spot, _)| is_telling(spot)).map(|(spot, &node)| (spot, node)).collect();
    let (above, sides): (Vec<_>, Vec<_>) = headings.into_iter().partition(|(heading, _)| heading.row < header_rows);
    // A long table has a heading beside each of its rows: each row knows its own.
    let mut beside: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, (heading, _)) in sides.iter().enumerate() {
        (heading.row..heading.row + heading.rows).for_each(|row| beside.entry(row).or_default().push(index));
    }
    for (spot, &node) in spots.iter().zip(nodes) {
        let is_over = |other: &Spot<'_>| {
            other.row + other.rows <= spot.row
                && other.column < spot.column + spot.columns
                && spot.column < other.column + other.columns
        };
        let mut headers: Vec<NodeId> =
            above.iter().filter(|(heading, _)| is_over(heading)).map(|(_, heading)| *heading).collect();
        if spot.row >= header_rows {
            let own = beside.range(spot.row..spot.row + spot.rows).flat_map(|(_, indices)| indices);
            let left: BTreeSet<usize> = own.copied().filter(|index| sides[*index].0.column < spot.column).collect();
            headers.extend(left.into_iter().map(|index| sides[index].1));
        }
        tree.nodes[node].headers = headers;
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
