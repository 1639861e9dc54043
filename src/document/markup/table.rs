//! `<tabel>`: columns, heading rows, body rows, cells with their spans.

use super::blocks::{alignment, flow};
use super::reader::{Element, Reader, millimetres, number};
use crate::document::problem::Fault;
use crate::document::words_id::expected;
use crate::document::{Align, Block, Border, ColumnWidth, Table, TableCell, TableRow};

/// The columns of a sheet of paper: more cannot be read.
const MAX_COLUMNS: usize = 200;

pub fn table(reader: &mut Reader<'_>, element: Element<'_, '_>) -> Option<Block> {
    let border = match reader.yes(element, "garis") {
        Some(false) => Border::None,
        _ => Border::Grid,
    };
    let summary = element.attribute("ringkasan").map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let mut columns = Vec::new();
    let mut head: Option<Vec<Element<'_, '_>>> = None;
    let mut body = Vec::new();
    for child in reader.children(element) {
        match reader.name(child) {
            "kolom" if head.is_none() && body.is_empty() => {
                if reader.enter(child) {
                    columns.push(column(reader, child));
                }
            }
            "kepala" if head.is_none() && body.is_empty() => {
                reader.enter(child);
                let mut rows = Vec::new();
                for row in reader.children(child) {
                    if reader.name(row) == "baris" {
                        rows.push(row);
                    } else {
                        reader.refuse(row, "kepala", &["baris"]);
                    }
                }
                head = Some(rows);
            }
            "kepala" if head.is_some() => {
                reader.fault(child, Fault::RepeatedElement { parent: "tabel".to_owned(), name: "kepala".to_owned() });
            }
            "baris" => body.push(child),
            _ => {
                let allowed: &[&str] = if body.is_empty() && head.is_none() { &["kolom", "kepala", "baris"] } else { &["baris"] };
                reader.refuse(child, "tabel", allowed);
            }
        }
    }
    if columns.is_empty() || columns.len() > MAX_COLUMNS {
        reader.fault(element, Fault::MissingElement { parent: "tabel".to_owned(), name: "kolom" });
        return None;
    }
    let head = head.unwrap_or_default();
    let header_rows = head.len();
    let mut rows = section(reader, &head, columns.len(), true);
    embolden(&mut rows);
    rows.extend(section(reader, &body, columns.len(), false));
    (!rows.is_empty()).then_some(Block::Table(Table { columns, border, header_rows, rows, summary }))
}

fn column(reader: &mut Reader<'_>, element: Element<'_, '_>) -> ColumnWidth {
    reader.nothing_inside(element);
    let width = reader.optional(element, "lebar", expected::LEBAR, |value| match value.strip_suffix("mm") {
        _ if value == "isi" => Some(ColumnWidth::Content { least: 0.0, most: f32::INFINITY }),
        Some(millimetres) => number(millimetres.trim(), 1.0, 1000.0).map(ColumnWidth::Fixed),
        None => number(value, 0.01, 1000.0).map(ColumnWidth::Share),
    });
    let width = width.unwrap_or(ColumnWidth::Share(1.0));
    let by_content = matches!(width, ColumnWidth::Content { .. });
    let mut limit = |name: &'static str| {
        let read = |value: &str| millimetres(value, 1000.0).filter(|_| by_content);
        reader.optional(element, name, expected::BATAS_LEBAR, read)
    };
    let (least, most) = (limit("paling-sempit"), limit("paling-lebar"));
    if let (Some(least), Some(most)) = (least, most)
        && least > most
    {
        let value = element.attribute("paling-sempit").unwrap_or_default();
        reader.bad_value(element, "paling-sempit", value, expected::SEMPIT_LEBAR);
    }
    match width {
        ColumnWidth::Content { .. } => ColumnWidth::Content { least: least.unwrap_or(0.0), most: most.unwrap_or(f32::INFINITY) },
        other => other,
    }
}

/// The heading rows or the body rows; spans stay within them.
fn section(reader: &mut Reader<'_>, rows: &[Element<'_, '_>], columns: usize, heading: bool) -> Vec<TableRow> {
    // How many more rows each column is covered from above.
    let mut covered = vec![0usize; columns];
    let mut found = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        if !reader.enter(*row) {
            continue;
        }
        let left = rows.len() - index;
        let mut cells = Vec::new();
        let mut filled = covered.iter().filter(|rows| **rows > 0).count();
        let mut next = 0;
        let mut broken = false;
        let mut starting = vec![0usize; columns];
        for child in reader.children(*row) {
            if reader.name(child) != "sel" {
                reader.refuse(child, "baris", &["sel"]);
                continue;
            }
            if !reader.enter(child) {
                continue;
            }
            let cell = cell(reader, child, heading);
            if cell.rows > left {
                reader.fault(child, Fault::SpanBeyond { rows: cell.rows, left });
                broken = true;
            }
            while covered.get(next).is_some_and(|rows| *rows > 0) {
                next += 1;
            }
            filled = filled.saturating_add(cell.columns);
            let end = next.saturating_add(cell.columns);
            match covered.get(next..end) {
                Some(free) if free.iter().all(|rows| *rows == 0) => starting[next..end].fill(cell.rows),
                // Too wide, or across a cell that reaches down from above.
                _ => {
                    if !broken {
                        reader.fault(child, Fault::RowWidth { columns, found: filled.max(columns + 1) });
                    }
                    broken = true;
                }
            }
            next = end;
            cells.push(cell);
        }
        if !broken && filled != columns {
            reader.fault(*row, Fault::RowWidth { columns, found: filled });
        }
        for (covered, starting) in covered.iter_mut().zip(starting) {
            *covered = (*covered).max(starting).saturating_sub(1);
        }
        found.push(TableRow { cells });
    }
    found
}

/// Heading cells are bold, save in the row that numbers the columns.
fn embolden(head: &mut [TableRow]) {
    for (index, row) in head.iter_mut().enumerate() {
        if index > 0 && row.cells.iter().all(TableCell::numbers_its_column) {
            continue;
        }
        for block in row.cells.iter_mut().filter(|cell| cell.header).flat_map(|cell| &mut cell.blocks) {
            if let Block::Paragraph { style, .. } = block {
                style.bold = true;
            }
        }
    }
}

fn cell(reader: &mut Reader<'_>, element: Element<'_, '_>, heading: bool) -> TableCell {
    let columns = reader.count(element, "gabung-kolom", expected::GABUNG).unwrap_or(1);
    let rows = reader.count(element, "gabung-baris", expected::GABUNG).unwrap_or(1);
    let header = reader.yes(element, "kepala").unwrap_or(heading);
    let align = alignment(reader, element).unwrap_or(if heading { Align::Center } else { Align::Left });
    let middle = reader.optional(element, "tegak", expected::TEGAK, |value| match value {
        "tengah" => Some(true),
        "atas" => Some(false),
        _ => None,
    });
    let blocks = flow(reader, element, align);
    let lead = element.attribute("menuju").map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
    TableCell { columns, rows, blocks, align, header, middle: middle.unwrap_or(heading), lead }
}
