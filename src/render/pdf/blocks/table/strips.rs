//! A table inside a cell or a list, as strips of its column.

use super::flow::{CellFlow, TableFlow};
use super::part::{Open, Part};
use super::rules::Rules;
use crate::render::pdf::placed::Strip;

/// A table inside a cell or a list: one strip a row, or for all the rows that a
/// span joins. Where such a strip is higher than `limit`, each line is one of its own.
pub fn as_strips(table: &TableFlow, limit: f32) -> Vec<Strip> {
    let rows = row_strips(table);
    let mut strips = if rows.iter().any(|strip| strip.height > limit) { line_strips(table) } else { rows };
    if let Some(first) = strips.first_mut() {
        first.before = table.before;
    }
    if let Some(last) = strips.last_mut() {
        last.keep = table.keep;
    }
    strips
}

fn row_strips(table: &TableFlow) -> Vec<Strip> {
    let count = table.heights.len();
    let at = |row: usize| table.heights[..row].iter().sum::<f32>();
    let mut out = Vec::new();
    let mut first = 0;
    while first < count {
        // The row after the last that a span leads to from here.
        let mut past = first + 1;
        for cell in table.cells.iter().filter(|cell| cell.row >= first) {
            if cell.row >= past {
                break;
            }
            past = past.max(cell.row + cell.rows);
        }
        let mut part = Part::new(table);
        for cell in table.cells.iter().filter(|cell| (first..past).contains(&cell.row)) {
            let slot = part.slot();
            let open = Open { cell, next: 0, top: at(cell.row) - at(first), repeated: false, slot };
            part.close(&open, cell.strips.len(), at(cell.row + cell.rows) - at(first));
        }
        let keep = past <= table.header_rows;
        out.push(Strip { height: at(past) - at(first), before: 0.0, keep, items: part.finish() });
        first = past;
    }
    out
}

/// Every line of a row a strip: the cells' lines beside each other, with the
/// cells' rules cut to its height. Spans over rows count for their first row.
fn line_strips(table: &TableFlow) -> Vec<Strip> {
    let mut out = Vec::new();
    for row in 0..table.heights.len() {
        let cells: Vec<&CellFlow> = table.cells.iter().filter(|cell| cell.row == row).collect();
        let count = cells.iter().map(|cell| cell.strips.len()).max().unwrap_or(0).max(1);
        for line in 0..count {
            let own: Vec<&Strip> = cells.iter().filter_map(|cell| cell.strips.get(line)).collect();
            let before = own.iter().map(|strip| if line == 0 { 0.0 } else { strip.before }).fold(0.0, f32::max);
            let above = before + if line == 0 { table.padding } else { 0.0 };
            let below = if line + 1 == count { table.padding } else { 0.0 };
            let height = above + own.iter().map(|strip| strip.height).fold(0.0, f32::max) + below;
            let mut strip = Strip { height, ..Strip::default() };
            strip.items.extend(own.iter().flat_map(|strip| &strip.items).map(|item| item.clone().shifted(0.0, above)));
            if table.ruled {
                let mut rules = Rules::default();
                for cell in &cells {
                    let (left, right) = (table.edges[cell.column], table.edges[cell.column + cell.columns]);
                    rules.sides(left, 0.0, right, height);
                    if line == 0 {
                        rules.level(left, right, 0.0);
                    }
                    if line + 1 == count {
                        rules.level(left, right, height);
                    }
                }
                strip.items.extend(rules.placed());
            }
            out.push(strip);
        }
    }
    out
}
