//! A table too wide to be read on the page, as several one below the other: numbers do not wrap in a sheet's cells, where the PDF
//! breaks them. Each has the columns that name its rows.

use super::table::{Placed, placed, size_of};
use crate::document::{Block, Inline, PagePart, Table, TableCell, TableRow};
use crate::render::xlsx::measure::Ruler;
use std::ops::Range;

/// The letters of a table that is left as it is, in points; those of its parts, where that can be.
const LEAST: f32 = 6.5;
const WANTED: f32 = 7.0;

/// The part with its tables made so narrow that they can be read on a width in pixels.
pub fn readable(part: &PagePart, width: f32, ruler: Ruler) -> PagePart {
    let tables = |block: &Block| match block {
        Block::Table(table) => parted(table, width, ruler).into_iter().map(Block::Table).collect(),
        other => vec![other.clone()],
    };
    PagePart { blocks: part.blocks.iter().flat_map(tables).collect(), ..part.clone() }
}

fn parted(table: &Table, width: f32, ruler: Ruler) -> Vec<Table> {
    let whole = || vec![table.clone()];
    let cells = placed(table);
    // Only numbers do not wrap; measuring long tables takes time.
    let Some(named) = naming(table, &cells) else { return whole() };
    let is_read = |table: &Table, least: f32| size_of(table, width, ruler).is_some_and(|size| size >= least);
    if is_read(table, LEAST) {
        return whole();
    }
    let of = |range: &Range<usize>| columns_of(table, &cells, &[0..named, range.clone()]);
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut put = |unit: Range<usize>| {
        let joined = groups.last().map(|last| last.start..unit.end).filter(|joined| is_read(&of(joined), WANTED));
        match (groups.last_mut(), joined) {
            (Some(last), Some(joined)) => *last = joined,
            _ => groups.push(unit),
        }
    };
    // What stands under one heading stays together where it can be read together.
    for unit in headed(table, &cells, named) {
        if is_read(&of(&unit), WANTED) {
            put(unit);
        } else {
            unit.for_each(|column| put(column..column + 1));
        }
    }
    if groups.len() < 2 { whole() } else { groups.iter().map(of).collect() }
}

/// How many of the first columns name the rows: up to the rows' headings, and further ones without figures.
fn naming(table: &Table, cells: &[Placed<'_>]) -> Option<usize> {
    let of_rows = |column: usize| cells.iter().filter(move |cell| cell.row >= table.header_rows && cell.column == column);
    let heading = (0..table.columns.len()).find(|column| of_rows(*column).any(|cell| cell.cell.header))?;
    let is_figure = |cell: &TableCell| {
        cell.blocks.iter().any(|block| {
            matches!(block, Block::Paragraph { text, .. } if text.iter().any(|inline| matches!(inline, Inline::Figure { .. })))
        })
    };
    let is_numbered = cells.iter().any(|cell| cell.column > heading && is_figure(cell.cell));
    let further = (heading + 1..table.columns.len()).take_while(|column| !of_rows(*column).any(|cell| is_figure(cell.cell)));
    Some(heading + 1 + further.count()).filter(|named| is_numbered && *named < table.columns.len())
}

/// The columns beside the naming ones, by the headings of the first row.
fn headed(table: &Table, cells: &[Placed<'_>], named: usize) -> Vec<Range<usize>> {
    if table.header_rows == 0 {
        return (named..table.columns.len()).map(|column| column..column + 1).collect();
    }
    let first = cells.iter().filter(|cell| cell.row == 0 && cell.column >= named);
    first.map(|cell| cell.column..cell.column + cell.columns).collect()
}

/// The table with these columns alone; a cell over several is as wide as is left of it.
fn columns_of(table: &Table, cells: &[Placed<'_>], ranges: &[Range<usize>]) -> Table {
    let row = |row: usize| {
        let here = cells.iter().filter(|cell| cell.row == row);
        let kept = here.filter_map(|placed| {
            let own = placed.column..placed.column + placed.columns;
            let left: usize = ranges.iter().map(|range| own.end.min(range.end).saturating_sub(own.start.max(range.start))).sum();
            (left > 0).then(|| TableCell { columns: left, rows: placed.rows, ..placed.cell.clone() })
        });
        TableRow { cells: kept.collect() }
    };
    Table {
        columns: ranges.iter().flat_map(|range| table.columns[range.clone()].iter().copied()).collect(),
        rows: (0..table.rows.len()).map(row).collect(),
        ..table.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Align, Border, ColumnWidth, Style};

    /// Rows named by a number, a name and a unit, with so many years of long figures under one heading and two columns beside.
    fn wide(years: usize) -> Table {
        let cell = |text: &str, columns: usize, rows: usize, header: bool| TableCell {
            columns,
            rows,
            blocks: vec![Block::Paragraph { text: vec![Inline::plain(text)], style: Style::default(), align: Align::Left }],
            align: Align::Left,
            header,
            middle: false,
            lead: None,
        };
        let figure = |name: &str| TableCell {
            blocks: vec![Block::Paragraph {
                text: vec![Inline::Figure {
                    shown: "1.846.453.610.632,25".to_owned(),
                    name: name.to_owned(),
                    style: Style::default(),
                    unless: None,
                }],
                style: Style::default(),
                align: Align::Right,
            }],
            align: Align::Right,
            ..cell("", 1, 1, false)
        };
        let named = ["No.", "Indikator", "Satuan"];
        let first = named.map(|text| cell(text, 1, 2, true)).into_iter();
        let first = first.chain([cell("Tahun Lalu", years, 1, true), cell("Target", 1, 2, true), cell("Capaian", 1, 2, true)]);
        let second = (0..years).map(|year| cell(&(2012 + year).to_string(), 1, 1, true));
        let body = [cell("1.1", 1, 1, false), cell("Volume usaha", 1, 1, true), cell("Rp", 1, 1, false)].into_iter();
        let body = body.chain((0..years + 2).map(|at| figure(&format!("f_{at}"))));
        let rows = [first.collect(), second.collect(), body.collect()].map(|cells| TableRow { cells });
        Table {
            columns: vec![ColumnWidth::Share(1.0); years + 5],
            border: Border::Grid,
            header_rows: 2,
            rows: rows.into(),
            summary: None,
        }
    }

    #[test]
    fn a_table_too_wide_to_be_read_is_parted_each_part_with_the_rows_names() {
        let ruler = Ruler::new("Arial");
        assert_eq!(parted(&wide(2), 1100.0, ruler).len(), 1);
        for years in [9, 20] {
            let parts = parted(&wide(years), 1100.0, ruler);
            assert!(parts.len() > 1, "{years}");
            let mut figures = Vec::new();
            for part in &parts {
                assert!(size_of(part, 1100.0, ruler).is_some_and(|size| size >= WANTED), "{years}");
                let cells = placed(part);
                // Every place of every row is taken, once.
                for row in 0..part.rows.len() {
                    let taken = cells.iter().filter(|cell| (cell.row..cell.row + cell.rows).contains(&row));
                    assert_eq!(taken.map(|cell| cell.columns).sum::<usize>(), part.columns.len(), "{years}, row {row}");
                }
                let body: Vec<&str> = part.rows[2].cells.iter().map(name_of).collect();
                assert_eq!(&body[..3], ["1.1", "Volume usaha", "Rp"]);
                figures.extend(body[3..].iter().map(|name| (*name).to_owned()));
            }
            assert_eq!(figures, (0..years + 2).map(|at| format!("f_{at}")).collect::<Vec<_>>());
        }
    }

    fn name_of(cell: &TableCell) -> &str {
        match cell.blocks.as_slice() {
            [Block::Paragraph { text, .. }] => match text.as_slice() {
                [Inline::Figure { name, .. }] => name,
                [Inline::Run { text, .. }] => text,
                _ => "",
            },
            _ => "",
        }
    }
}
