//! Cells and ranges as a formula writes them: on this sheet, on others, in other files.

use super::area::{Area, Corner};
use super::reading::{Reading, is_part};
use super::syntax::Expr;
use crate::vocabulary::CellAddress;
use crate::workbook::linked_file_name;

impl Reading<'_> {
    /// `'Data 2021'!B5`, `'[Data lama.xlsx]Data 2021'!B5`
    pub(super) fn quoted_sheet(&mut self) -> Option<Expr> {
        let sheets = self.quoted('\'')?;
        if !self.rest().starts_with('!') {
            return None;
        }
        self.at += 1;
        if let Some((folder, sheet)) = sheets.split_once('[')
            && let Some((file, _)) = sheet.split_once(']')
        {
            let file = self.file(&format!("{folder}{file}"));
            return self.outside(file);
        }
        let sheets = self.sheets(&sheets)?;
        self.area_on(sheets)
    }

    /// `[1]Data!B5`, `[1]!Omset`, `[Data.xlsx]Data!B5`: a value of another file.
    pub(super) fn linked(&mut self) -> Option<Expr> {
        let start = self.at;
        let inner = self.rest()[1..].split_once(']').map(|(inner, _)| inner)?;
        let behind = &self.rest()[inner.len() + 2..];
        let sheet = behind.find(|c: char| !is_part(c) && c != ':').unwrap_or(behind.len());
        let is_link = behind[sheet..].starts_with('!') && !inner.is_empty();
        if !is_link {
            self.at = start;
            return None;
        }
        self.at += inner.len() + 2 + sheet + 1;
        let file = self.file(inner);
        self.outside(file)
    }

    /// The file of a link: by its number in the workbook, or as it is written.
    fn file(&self, written: &str) -> String {
        let number = written.parse::<usize>().ok();
        number.and_then(|number| self.names.link(number)).map_or_else(|| linked_file_name(written), str::to_owned)
    }

    /// What stands behind the `!`: a range, a name, an item.
    fn outside(&mut self, file: String) -> Option<Expr> {
        if self.rest().starts_with('\'') {
            self.quoted('\'')?;
        } else {
            let length = self.rest().find(|c: char| !is_part(c) && c != ':').unwrap_or(self.rest().len());
            if length == 0 {
                return None;
            }
            self.at += length;
        }
        Some(Expr::Outside(file.into()))
    }

    /// `Data`, `Jan:Des`; none where one of them is of another workbook.
    pub(super) fn sheets(&self, text: &str) -> Option<(usize, usize)> {
        if let Some(sheet) = self.names.sheet(text) {
            return Some((sheet, sheet));
        }
        let (first, last) = text.split_once(':')?;
        let (first, last) = (self.names.sheet(first)?, self.names.sheet(last)?);
        Some((first.min(last), first.max(last)))
    }

    /// `$B$5`, `B5:B9`, `B:B`, `5:5` of these sheets, or a name that stands behind the sheet's.
    pub(super) fn area_on(&mut self, sheets: (usize, usize)) -> Option<Expr> {
        let start = self.at;
        let Some(first) = self.corner() else { return self.name_on(start, sheets) };
        if !self.rest().starts_with(':') {
            if self.rest().starts_with(is_part) {
                return self.name_on(start, sheets);
            }
            return single(sheets, first).or_else(|| self.name_on(start, sheets));
        }
        self.at += 1;
        let last = self.corner()?;
        spanned(sheets, first, last)
    }

    /// `Data!Omset`
    fn name_on(&mut self, start: usize, sheets: (usize, usize)) -> Option<Expr> {
        if sheets.0 != sheets.1 || !self.text[..start].ends_with('!') {
            return None;
        }
        self.at = start;
        let length = self.rest().find(|c| !is_part(c)).unwrap_or(self.rest().len());
        let word = &self.rest()[..length];
        self.at += length;
        let place = super::syntax::Place { sheet: sheets.0, ..self.place };
        Reading { place, ..*self }.name(word)
    }

    fn corner(&mut self) -> Option<(Corner, Kind)> {
        let rest = self.rest();
        let dollar = |text: &str| usize::from(text.starts_with('$'));
        let first = dollar(rest);
        let letters = rest[first..].bytes().take_while(u8::is_ascii_alphabetic).count();
        let column = CellAddress::parse_column(&rest[first..first + letters]);
        if letters == 0 {
            let digits = rest[first..].bytes().take_while(u8::is_ascii_digit).count();
            let row = row_of(&rest[first..first + digits])?;
            self.at += first + digits;
            return Some((Corner { row, column: 0, row_is_fixed: first > 0, column_is_fixed: true }, Kind::Rows));
        }
        let column = column?;
        let second = dollar(&rest[first + letters..]);
        let start = first + letters + second;
        let digits = rest[start..].bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            self.at += first + letters;
            return Some((Corner { row: 0, column, row_is_fixed: true, column_is_fixed: first > 0 }, Kind::Columns));
        }
        let row = row_of(&rest[start..start + digits])?;
        self.at += start + digits;
        Some((Corner { row, column, row_is_fixed: second > 0, column_is_fixed: first > 0 }, Kind::Cell))
    }

    /// `[.B5]`, `[$Data.B5:.B9]`, `[$'Data 2021'.B5]`, `['file:///Data.ods'#$Data.B5]`
    pub(super) fn bracketed(&mut self) -> Option<Expr> {
        self.at += 1;
        let first_sheet = match self.sheet_before_dot()? {
            Before::Nothing => self.place.sheet,
            Before::Sheet(sheet) => sheet,
            Before::File(file) => {
                let end = self.rest().find(']')?;
                self.at += end + 1;
                return Some(Expr::Outside(file.into()));
            }
        };
        let first = self.corner()?;
        if self.take("]") {
            return single((first_sheet, first_sheet), first);
        }
        if !self.take(":") {
            return None;
        }
        let last_sheet = match self.sheet_before_dot()? {
            Before::Nothing => first_sheet,
            Before::Sheet(sheet) => sheet,
            Before::File(_) => return None,
        };
        let last = self.corner()?;
        let sheets = (first_sheet.min(last_sheet), first_sheet.max(last_sheet));
        let area = spanned(sheets, first, last)?;
        self.take("]").then_some(area)
    }

    /// What a bracketed reference names before its dot.
    fn sheet_before_dot(&mut self) -> Option<Before> {
        if self.rest().starts_with('.') {
            self.at += 1;
            return Some(Before::Nothing);
        }
        self.at += usize::from(self.rest().starts_with('$'));
        let name = if self.rest().starts_with('\'') {
            self.quoted('\'')?
        } else {
            let length = self.rest().find(['.', ']', ':', '#'])?;
            let name = self.rest()[..length].to_owned();
            self.at += length;
            name
        };
        if self.rest().starts_with('#') {
            return Some(Before::File(linked_file_name(&name)));
        }
        if !self.rest().starts_with('.') {
            return None;
        }
        self.at += 1;
        self.names.sheet(&name).map(Before::Sheet)
    }
}

/// What stands before the dot of a bracketed reference.
enum Before {
    Nothing,
    Sheet(usize),
    File(String),
}

/// What a corner is one of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Cell,
    Columns,
    Rows,
}

fn single(sheets: (usize, usize), (corner, kind): (Corner, Kind)) -> Option<Expr> {
    (kind == Kind::Cell).then_some(Expr::Area(Area { sheets, first: corner, last: corner }))
}

fn spanned(sheets: (usize, usize), (first, kind): (Corner, Kind), (mut last, last_kind): (Corner, Kind)) -> Option<Expr> {
    match kind {
        _ if kind != last_kind => return None,
        Kind::Columns => last.row = CellAddress::MAX_ROWS - 1,
        Kind::Rows => last.column = CellAddress::MAX_COLUMNS - 1,
        Kind::Cell => {}
    }
    Some(Expr::Area(Area { sheets, first, last }))
}

fn row_of(digits: &str) -> Option<u32> {
    let row: u32 = if digits.len() > 7 { return None } else { digits.parse().ok()? };
    (1..=CellAddress::MAX_ROWS).contains(&row).then(|| row - 1)
}
