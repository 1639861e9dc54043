//! The sheet part, in one pass: cells as written, merges, hidden rows and columns.

use super::rich_text::{push_unescaped, read_plain, read_rich};
use super::styles::Styles;
use crate::vocabulary::CellAddress;
use crate::workbook::budget::{Budget, in_order, ranges};
use crate::workbook::failure::{Dibaca, Gagal};
use crate::workbook::formats::cell_format::CellFormat;
use crate::workbook::formats::iso_date;
use crate::workbook::formats::lexeme::{self, Origin};
use crate::workbook::formats::xml::{Tag, Token, Xml, truncated};
use crate::workbook::sheet::{Cell, Formula, Merge, NumberStyle, Value};
use rust_decimal::Decimal;
use std::io::Read;
use std::sync::Arc;

/// What of the workbook the cells refer to.
pub(crate) struct Context<'a> {
    pub strings: &'a [Arc<str>],
    pub styles: &'a Styles,
    pub date_1904: bool,
}

/// What a sheet part holds.
pub(crate) struct SheetScan {
    /// Sorted, each address once.
    pub cells: Vec<Cell>,
    pub merges: Vec<Merge>,
    pub hidden_rows: Vec<(u32, u32)>,
    pub hidden_columns: Vec<(u32, u32)>,
    /// Sorted.
    pub struck: Vec<CellAddress>,
}

/// Days from the 1900 system's zero to the 1904 system's.
pub(crate) const DAYS_1904: i64 = 1462;

/// `t` of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    Inline,
    Text,
    Bool,
    Error,
    Date,
}

/// A cell's own attributes.
struct Head {
    at: CellAddress,
    style: usize,
    kind: Kind,
}

struct Scanner<'a, 'b, R> {
    xml: Xml<R>,
    context: &'a Context<'b>,
    budget: &'a mut Budget,
    scan: SheetScan,
    /// The row being read, and whether the file named it.
    row: u32,
    row_is_named: bool,
    /// The row after the last one, where an unnamed row stands.
    next_row: u32,
    next_column: u32,
    value: String,
    formula: String,
}

/// Reads a sheet part to its end.
pub(crate) fn scan<R: Read>(xml: Xml<R>, context: &Context<'_>, budget: &mut Budget) -> Dibaca<SheetScan> {
    let scan = SheetScan {
        cells: Vec::new(),
        merges: Vec::new(),
        hidden_rows: Vec::new(),
        hidden_columns: Vec::new(),
        struck: Vec::new(),
    };
    let (value, formula) = (String::new(), String::new());
    let mut scanner =
        Scanner { xml, context, budget, scan, row: 0, row_is_named: false, next_row: 0, next_column: 0, value, formula };
    scanner.worksheet()?;
    let SheetScan { cells, merges, hidden_rows, hidden_columns, mut struck } = scanner.scan;
    struck.sort_unstable();
    let (hidden_rows, hidden_columns) = (ranges(hidden_rows), ranges(hidden_columns));
    Ok(SheetScan { cells: in_order(cells)?, merges, hidden_rows, hidden_columns, struck })
}

impl<R: Read> Scanner<'_, '_, R> {
    fn worksheet(&mut self) -> Dibaca<()> {
        let mut seen_data = false;
        loop {
            match self.xml.next()? {
                Token::Open(tag) => match tag.local {
                    b"worksheet" | b"cols" | b"mergeCells" => {}
                    b"col" => self.scan.hidden_columns.extend(hidden_columns(&tag)),
                    b"sheetData" => {
                        if std::mem::replace(&mut seen_data, true) {
                            return Err(Gagal::rusak("lembar berisi dua daftar sel"));
                        }
                        self.sheet_data()?;
                    }
                    b"mergeCell" => {
                        self.budget.spend(1)?;
                        let merge = merge(&tag)?;
                        self.scan.merges.extend(merge);
                    }
                    _ => self.xml.skip()?,
                },
                Token::End if seen_data => return Ok(()),
                Token::End => return Err(Gagal::rusak("lembar tanpa daftar sel")),
                _ => {}
            }
        }
    }

    fn sheet_data(&mut self) -> Dibaca<()> {
        loop {
            match self.xml.next()? {
                Token::Open(tag) => match tag.local {
                    b"row" => {
                        let named = tag.get(b"r").map(row_number).transpose()?;
                        self.row_is_named = named.is_some();
                        self.row = named.unwrap_or(self.next_row);
                        if self.row >= CellAddress::MAX_ROWS {
                            return Err(Gagal::rusak("nomor baris melampaui batas Excel"));
                        }
                        self.next_row = self.row + 1;
                        self.next_column = 0;
                        if tag.is_true(b"hidden") || is_zero(tag.get(b"ht")) {
                            self.scan.hidden_rows.push((self.row, self.row));
                        }
                        self.row()?;
                    }
                    // Of alternative contents the fallback is the one meant for us.
                    b"AlternateContent" | b"Fallback" => {}
                    _ => self.xml.skip()?,
                },
                Token::Close(b"sheetData", _) => return Ok(()),
                Token::End => return Err(truncated()),
                _ => {}
            }
        }
    }

    fn row(&mut self) -> Dibaca<()> {
        loop {
            match self.xml.next()? {
                Token::Open(tag) => match tag.local {
                    b"c" => {
                        let head = head(&tag, self.row, self.row_is_named, self.next_column)?;
                        self.next_column = head.at.column + 1;
                        if head.at.row != self.row {
                            // Only in a row without a number of its own: its cells name it.
                            self.row = head.at.row;
                            self.next_row = self.row + 1;
                        }
                        self.row_is_named = true;
                        self.cell(&head)?;
                    }
                    b"AlternateContent" | b"Fallback" => {}
                    _ => self.xml.skip()?,
                },
                Token::Close(b"row", _) => return Ok(()),
                Token::End => return Err(truncated()),
                _ => {}
            }
        }
    }

    fn cell(&mut self, head: &Head) -> Dibaca<()> {
        self.value.clear();
        self.formula.clear();
        let (mut has_value, mut has_inline, mut has_formula) = (false, false, false);
        loop {
            match self.xml.next()? {
                Token::Open(tag) => match tag.local {
                    b"v" if !has_inline => {
                        once(&mut has_value, head.at)?;
                        read_plain(&mut self.xml, &mut self.value)?;
                    }
                    b"is" => {
                        once(&mut has_inline, head.at)?;
                        self.value.clear();
                        read_rich(&mut self.xml, &mut self.value)?;
                    }
                    b"f" => {
                        once(&mut has_formula, head.at)?;
                        read_plain(&mut self.xml, &mut self.formula)?;
                    }
                    b"AlternateContent" | b"Fallback" => {}
                    _ => self.xml.skip()?,
                },
                Token::Close(b"c", _) => break,
                Token::End => return Err(truncated()),
                _ => {}
            }
        }
        let kind = if has_inline { Kind::Inline } else { head.kind };
        let origin = if has_formula { Origin::Computed } else { Origin::Literal };
        let (format, style) = match self.context.styles.format(head.style) {
            Some(format) => (format, format.style()),
            None => (CellFormat::General, NumberStyle::Unknown),
        };
        let value = if has_value || has_inline { self.value(kind, origin, head.at)? } else { None };
        let value = match value {
            Some(Value::Number { value, .. }) if format.is_date() => {
                Value::Date { serial: self.serial(value, format.is_calendar(), head.at)? }
            }
            // A text that nobody typed and no formula made is an empty cell.
            Some(Value::Text(text)) if text.is_empty() && !has_formula => return Ok(()),
            Some(value) => value,
            None if has_formula => Value::NoResult,
            None => return Ok(()),
        };
        let formula = match has_formula {
            false => Formula::None,
            true if self.formula.is_empty() => Formula::Some(None),
            true => Formula::Some(Some(self.formula.as_str().into())),
        };
        let cell = Cell { at: head.at, value, formula, style };
        self.budget.cell(&cell, 1)?;
        if self.context.styles.is_struck(head.style) {
            self.scan.struck.push(head.at);
        }
        self.scan.cells.push(cell);
        Ok(())
    }

    /// A day number in the 1900 system.
    fn serial(&self, serial: Decimal, is_day: bool, at: CellAddress) -> Dibaca<Decimal> {
        if !self.context.date_1904 || !is_day {
            return Ok(serial);
        }
        serial.checked_add(Decimal::from(DAYS_1904)).ok_or_else(|| bad(at, "tanggal"))
    }

    /// The value written in `<v>` or `<is>`; `None` where nothing stands there.
    fn value(&self, kind: Kind, origin: Origin, at: CellAddress) -> Dibaca<Option<Value>> {
        let text = self.value.as_str();
        let trimmed = text.trim_ascii();
        let nothing = trimmed.is_empty();
        Ok(Some(match kind {
            Kind::Number if nothing => return Ok(None),
            // Without a number a number cell holds what it holds: a text, which no figure can rest on unseen.
            Kind::Number => lexeme::number(trimmed, origin).unwrap_or_else(|| Value::Text(text.into())),
            Kind::Shared if nothing => return Ok(None),
            Kind::Shared => {
                let index = trimmed.parse::<usize>().ok();
                let shared = index.and_then(|index| self.context.strings.get(index));
                Value::Text(shared.ok_or_else(|| bad(at, "nomor teks bersama"))?.clone())
            }
            Kind::Inline => Value::Text(text.into()),
            Kind::Text => {
                let mut unescaped = String::new();
                push_unescaped(text, &mut unescaped);
                Value::Text(unescaped.into())
            }
            Kind::Bool => match trimmed.to_ascii_lowercase().as_str() {
                "1" | "true" => Value::Bool(true),
                "0" | "false" => Value::Bool(false),
                "" => return Ok(None),
                _ => return Err(bad(at, "nilai logika")),
            },
            Kind::Error if nothing => return Ok(None),
            Kind::Error => Value::Error(trimmed.into()),
            Kind::Date if nothing => return Ok(None),
            Kind::Date => Value::Date { serial: iso_date::serial(trimmed).ok_or_else(|| bad(at, "tanggal"))? },
        }))
    }
}

fn bad(at: CellAddress, what: &str) -> Gagal {
    Gagal::rusak(format!("sel {at}: {what} tidak sah"))
}

fn once(seen: &mut bool, at: CellAddress) -> Dibaca<()> {
    if std::mem::replace(seen, true) { Err(bad(at, "isi")) } else { Ok(()) }
}

fn head(tag: &Tag<'_>, row: u32, row_is_named: bool, next_column: u32) -> Dibaca<Head> {
    let (mut at, mut style, mut kind) = (None, 0, Kind::Number);
    for (name, value) in tag.attributes() {
        match name {
            b"r" => at = Some(address(value)?),
            b"s" => style = style_index(value)?,
            b"t" => {
                kind = match value {
                    b"n" => Kind::Number,
                    b"s" => Kind::Shared,
                    b"str" => Kind::Text,
                    b"inlineStr" | b"is" => Kind::Inline,
                    b"b" => Kind::Bool,
                    b"e" => Kind::Error,
                    b"d" => Kind::Date,
                    _ => return Err(Gagal::rusak("jenis sel yang tidak dikenal")),
                }
            }
            _ => {}
        }
    }
    let at = match at {
        Some(at) if row_is_named && at.row != row => {
            return Err(Gagal::rusak(format!("sel {at} tertulis pada baris {}", row + 1)));
        }
        Some(at) => at,
        None => CellAddress::new(row, next_column),
    };
    if at.column >= CellAddress::MAX_COLUMNS {
        return Err(Gagal::rusak("nomor kolom melampaui batas Excel"));
    }
    Ok(Head { at, style, kind })
}

fn style_index(value: &[u8]) -> Dibaca<usize> {
    let text = std::str::from_utf8(value).ok().map(str::trim);
    text.and_then(|text| text.parse().ok()).ok_or_else(|| Gagal::rusak("nomor gaya sel tidak sah"))
}

fn address(value: &[u8]) -> Dibaca<CellAddress> {
    let text = std::str::from_utf8(value).unwrap_or_default();
    CellAddress::parse(text).ok_or_else(|| {
        let shown: String = String::from_utf8_lossy(value).chars().take(24).collect();
        Gagal::rusak(format!("alamat sel “{shown}” tidak sah"))
    })
}

/// A row number from 0.
fn row_number(value: &[u8]) -> Dibaca<u32> {
    let text = std::str::from_utf8(value).unwrap_or_default().trim();
    let number = text.parse::<u32>().ok().filter(|number| (1..=CellAddress::MAX_ROWS).contains(number));
    number.map(|number| number - 1).ok_or_else(|| Gagal::rusak("nomor baris tidak sah"))
}

/// Whether a height or width is written, and is zero.
fn is_zero(value: Option<&[u8]>) -> bool {
    let number = value.and_then(|value| std::str::from_utf8(value).ok()).and_then(|text| text.trim().parse::<f32>().ok());
    number == Some(0.0)
}

/// The columns of a `<col>`, if they are hidden.
fn hidden_columns(tag: &Tag<'_>) -> Option<(u32, u32)> {
    if !tag.is_true(b"hidden") && !is_zero(tag.get(b"width")) {
        return None;
    }
    let number = |name| std::str::from_utf8(tag.get(name)?).ok()?.trim().parse::<u32>().ok();
    let first = number(b"min")?.max(1);
    let last = number(b"max")?.min(CellAddress::MAX_COLUMNS);
    (first <= last).then(|| (first - 1, last - 1))
}

/// A merged region; `None` for one of a single cell.
fn merge(tag: &Tag<'_>) -> Dibaca<Option<Merge>> {
    let text = tag.text(b"ref")?.unwrap_or_default();
    let (first, last) = text.split_once(':').unwrap_or((&text, &text));
    let (Some(one), Some(two)) = (CellAddress::parse(first), CellAddress::parse(last)) else {
        return Err(Gagal::rusak("rentang sel gabungan tidak sah"));
    };
    let first = CellAddress::new(one.row.min(two.row), one.column.min(two.column));
    let last = CellAddress::new(one.row.max(two.row), one.column.max(two.column));
    Ok((first != last).then_some(Merge { first, last }))
}
