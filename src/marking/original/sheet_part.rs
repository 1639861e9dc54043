//! A sheet part with its marked cells restyled, missing ones put in, and the
//! drawing of its notes named.

use super::edits::Edits;
use super::scan::{Kind, Tag, Tags};
use super::styles::Styles;
use crate::diagnostic::Tingkat;
use crate::vocabulary::CellAddress;
use std::collections::BTreeMap;

/// The relationship of the notes' drawing.
pub(super) const DRAWING_ID: &str = "rIdIkuVml";

/// Elements of a worksheet that stand behind its `legacyDrawing` (ECMA-376 18.3.1.99).
const BEHIND: [&str; 9] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "mc:AlternateContent",
];

/// Whether the sheet has notes or drawn controls of its own.
pub(super) fn has_notes(text: &str) -> bool {
    Tags::of(text).any(|tag| tag.name == "legacyDrawing")
}

/// The part with the marks; `notes` also names their drawing. None where the
/// part is not as Excel writes it.
pub(super) fn marked(text: &str, marks: &BTreeMap<CellAddress, Tingkat>, styles: &mut Styles, notes: bool) -> Option<String> {
    let mut writer = Writer { edits: Edits::default(), marks, styles, row: 0, next_row: 0, next_column: 0, done: None };
    let mut depth = 0usize;
    let mut in_data = false;
    let (mut seen_data, mut drawing_at) = (false, None);
    for tag in Tags::of(text) {
        match (tag.name, tag.kind) {
            ("sheetData", Kind::Open) => in_data = true,
            ("sheetData", Kind::Empty) => {
                seen_data = true;
                let rows = writer.rows_before(u32::MAX);
                writer.edits.replace(tag.range.clone(), format!("<sheetData>{rows}</sheetData>"));
            }
            ("sheetData", Kind::Close) => {
                (in_data, seen_data) = (false, true);
                let rows = writer.rows_before(u32::MAX);
                writer.edits.insert(tag.range.start, rows);
            }
            ("row", kind) if in_data => writer.row(&tag, kind)?,
            ("c", Kind::Open | Kind::Empty) if in_data => writer.cell(&tag)?,
            ("worksheet", Kind::Close) => drawing_at = drawing_at.or(Some(tag.range.start)),
            (name, Kind::Open | Kind::Empty) if depth == 1 && seen_data && BEHIND.contains(&name) => {
                drawing_at = drawing_at.or(Some(tag.range.start));
            }
            _ => {}
        }
        match tag.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.checked_sub(1)?,
            Kind::Empty => {}
        }
    }
    if !seen_data {
        return None;
    }
    if notes {
        let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        writer.edits.insert(drawing_at?, format!("<legacyDrawing xmlns:r=\"{namespace}\" r:id=\"{DRAWING_ID}\"/>"));
    }
    writer.edits.apply(text)
}

struct Writer<'a, 'b> {
    edits: Edits,
    marks: &'a BTreeMap<CellAddress, Tingkat>,
    styles: &'a mut Styles<'b>,
    row: u32,
    next_row: u32,
    next_column: u32,
    /// Marks up to here are written.
    done: Option<CellAddress>,
}

impl Writer<'_, '_> {
    fn row(&mut self, tag: &Tag, kind: Kind) -> Option<()> {
        if kind == Kind::Close {
            let cells = self.cells_before(CellAddress::new(self.row, u32::MAX));
            self.edits.insert(tag.range.start, cells);
            return Some(());
        }
        self.row = match tag.get("r") {
            Some(number) => number.trim().parse::<u32>().ok()?.checked_sub(1)?,
            None => self.next_row,
        };
        if self.row < self.next_row {
            return None;
        }
        let rows = self.rows_before(self.row);
        self.edits.insert(tag.range.start, rows);
        (self.next_row, self.next_column) = (self.row + 1, 0);
        if kind == Kind::Empty {
            let cells = self.cells_before(CellAddress::new(self.row, u32::MAX));
            if !cells.is_empty() {
                let slash = tag.range.end - 2;
                self.edits.replace(slash..tag.range.end, format!(">{cells}</row>"));
            }
        }
        Some(())
    }

    fn cell(&mut self, tag: &Tag) -> Option<()> {
        let at = match tag.get("r") {
            Some(address) => CellAddress::parse(address)?,
            None => CellAddress::new(self.row, self.next_column),
        };
        // Rows that are named by their cells alone are for the other copy.
        if at.row != self.row || at.column < self.next_column {
            return None;
        }
        self.next_column = at.column + 1;
        let cells = self.cells_before(at);
        self.edits.insert(tag.range.start, cells);
        self.done = Some(at);
        let Some(tingkat) = self.marks.get(&at) else { return Some(()) };
        let base = tag.attributes_at();
        match tag.value_range("s") {
            Some(range) => {
                let own = tag.attributes[range.clone()].trim().parse().ok()?;
                let style = self.styles.coloured(own, *tingkat);
                self.edits.replace(base + range.start..base + range.end, style.to_string());
            }
            None => {
                let style = self.styles.coloured(0, *tingkat);
                self.edits.insert(base + tag.attributes.trim_end().len(), format!(" s=\"{style}\""));
            }
        }
        Some(())
    }

    /// Marks between what is written and this address, as cells of one row.
    fn cells_before(&mut self, at: CellAddress) -> String {
        let row = at.row;
        self.pending(|mark| mark < at && mark.row == row).iter().map(|(address, style)| empty_cell(*address, *style)).collect()
    }

    /// Marks of rows between what is written and this row, as rows of their own.
    fn rows_before(&mut self, row: u32) -> String {
        let mut rows: BTreeMap<u32, String> = BTreeMap::new();
        for (at, style) in self.pending(|mark| mark.row < row) {
            rows.entry(at.row).or_default().push_str(&empty_cell(at, style));
        }
        rows.into_iter().map(|(row, cells)| format!("<row r=\"{}\">{cells}</row>", row + 1)).collect()
    }

    /// The next marks that fit, with their styles; they count as written.
    fn pending(&mut self, fits: impl Fn(CellAddress) -> bool) -> Vec<(CellAddress, usize)> {
        let done = self.done;
        let waiting = self.marks.iter().filter(|(at, _)| done.is_none_or(|done| **at > done));
        let taken: Vec<(CellAddress, Tingkat)> =
            waiting.take_while(|(at, _)| fits(**at)).map(|(at, tingkat)| (*at, *tingkat)).collect();
        if let Some((last, _)) = taken.last() {
            self.done = Some(*last);
        }
        taken.into_iter().map(|(at, tingkat)| (at, self.styles.coloured(0, tingkat))).collect()
    }
}

fn empty_cell(at: CellAddress, style: usize) -> String {
    format!("<c r=\"{at}\" s=\"{style}\"/>")
}
