//! References to the columns of a declared table: `Tabel1[[#This Row],[Simpan]]`,
//! `Tabel1[@Simpan]`, `Tabel1[[#Totals],[Simpan]:[Pinjam]]`, `[Simpan]` inside the table.

use super::area::{Area, Corner};
use super::reading::Reading;
use super::syntax::Expr;
use super::value::folded;
use crate::workbook::DeclaredTable;

/// Which rows of a table are meant.
#[derive(Default)]
struct Rows {
    all: bool,
    data: bool,
    headings: bool,
    totals: bool,
    this: bool,
}

impl Reading<'_> {
    /// What stands in the brackets behind a table's name; without a name it is the cell's own table.
    pub(super) fn structured(&mut self, name: Option<&str>) -> Option<Expr> {
        let (sheet, table) = self.names.table(name, self.place)?;
        let mut rows = Rows::default();
        let mut columns: Option<(u32, u32)> = None;
        self.at += 1;
        self.blanks();
        if self.rest().starts_with(']') {
            self.at += 1;
        } else if self.rest().starts_with(['[', '@']) {
            rows.this = self.take("@");
            loop {
                if self.take("]") {
                    break;
                }
                let (first, is_keyword) = self.piece(rows.this)?;
                if is_keyword {
                    rows.add(&first)?;
                } else {
                    let first = column(table, &first)?;
                    let last = if self.take(":") { column(table, &self.piece(false)?.0)? } else { first };
                    columns = Some((first.min(last), first.max(last)));
                }
                if !self.take(",") && !self.take(";") && !self.rest().starts_with(']') {
                    return None;
                }
            }
        } else {
            let (piece, is_keyword) = self.bare()?;
            if is_keyword { rows.add(&piece)? } else { columns = Some((column(table, &piece)?, column(table, &piece)?)) }
        }
        self.area_of(sheet, table, &rows, columns)
    }

    /// `Tabel1`: its rows of data.
    pub(super) fn whole_table(&self, name: &str) -> Option<Expr> {
        let (sheet, table) = self.names.table(Some(name), self.place)?;
        self.area_of(sheet, table, &Rows::default(), None)
    }

    /// `[Simpan]`, or `Simpan` as it may stand behind `@`.
    fn piece(&mut self, may_be_bare: bool) -> Option<(String, bool)> {
        self.blanks();
        if self.rest().starts_with('[') {
            self.at += 1;
            return self.bare();
        }
        let found = may_be_bare.then(|| self.bare())??;
        // The bracket ends the whole reference.
        self.at -= 1;
        Some(found)
    }

    /// A heading up to the bracket that ends it, signs behind `'` taken as they are; whether it is a keyword.
    fn bare(&mut self) -> Option<(String, bool)> {
        let is_keyword = self.rest().starts_with('#');
        let mut text = String::new();
        let mut signs = self.rest().char_indices();
        while let Some((at, sign)) = signs.next() {
            match sign {
                '\'' => text.push(signs.next()?.1),
                ']' => {
                    self.at += at + 1;
                    return Some((text, is_keyword));
                }
                '[' => return None,
                other => text.push(other),
            }
        }
        None
    }

    fn area_of(&self, sheet: usize, table: &DeclaredTable, rows: &Rows, columns: Option<(u32, u32)>) -> Option<Expr> {
        let (first, last) = (table.region.first, table.region.last);
        let (data, end) = (first.row.checked_add(table.heading_rows)?, (last.row + 1).checked_sub(table.total_rows)?);
        let spans = [
            (rows.all, (first.row, last.row + 1)),
            (rows.headings, (first.row, data)),
            (rows.data || rows.is_empty(), (data, end)),
            (rows.totals, (end, last.row + 1)),
            (rows.this, (self.place.at.row, self.place.at.row + 1)),
        ];
        let mut chosen = spans.iter().filter(|(is_chosen, (from, to))| *is_chosen && from < to).map(|(_, span)| *span);
        let (mut from, mut to) = chosen.next()?;
        for (other_from, other_to) in chosen {
            (from, to) = (from.min(other_from), to.max(other_to));
        }
        if rows.this && !(data..end).contains(&self.place.at.row) {
            return None;
        }
        let width = last.column.checked_sub(first.column)?;
        let (left, right) = columns.unwrap_or((0, width));
        if right > width {
            return None;
        }
        let corner = |row, column| Corner { row, column: first.column + column, row_is_fixed: !rows.this, column_is_fixed: true };
        Some(Expr::Area(Area { sheets: (sheet, sheet), first: corner(from, left), last: corner(to - 1, right) }))
    }
}

impl Rows {
    fn add(&mut self, keyword: &str) -> Option<()> {
        match folded(keyword).as_str() {
            "#all" => self.all = true,
            "#data" => self.data = true,
            "#headers" => self.headings = true,
            "#totals" => self.totals = true,
            "#this row" => self.this = true,
            _ => return None,
        }
        Some(())
    }

    fn is_empty(&self) -> bool {
        !(self.all || self.data || self.headings || self.totals || self.this)
    }
}

/// The number of a table's column, by its heading.
fn column(table: &DeclaredTable, heading: &str) -> Option<u32> {
    let sought = folded(heading);
    table.columns.iter().position(|heading| folded(heading) == sought).and_then(|column| u32::try_from(column).ok())
}
