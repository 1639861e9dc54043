//! The records of a sheet part.

use super::parts::{Style, rich_text};
use super::record::{Record, Records, truncated};
use crate::vocabulary::{Around, CellAddress};
use crate::workbook::budget::{Budget, ranges};
use crate::workbook::cells::{Builder, Cells, Texts};
use crate::workbook::failure::{Dibaca, Gagal};
use crate::workbook::formats::around::Gathered;
use crate::workbook::formats::lexeme::{self, Origin};
use crate::workbook::formats::runs::RunFont;
use crate::workbook::sheet::{Cell, Formula, Merge, NumberStyle, Value};
use rust_decimal::Decimal;
use std::sync::Arc;

// [MS-XLSB] 2.3.2; the short forms leave the column out: it is the next one.
const ROW_HEADER: u16 = 0;
const BLANK: u16 = 1;
const SHORT_BLANK: u16 = 12;
const CELL_RICH_TEXT: u16 = 62;
const COLUMN_INFO: u16 = 60;
const BEGIN_SHEET_DATA: u16 = 145;
const END_SHEET_DATA: u16 = 146;
const MERGE_CELL: u16 = 176;
const PAGE_HEADERS: u16 = 479;

/// What of the workbook the cells refer to.
pub(crate) struct Context<'a> {
    pub strings: &'a Arc<Texts>,
    /// The numbers of those that are struck out, sorted.
    pub struck_texts: &'a [u32],
    pub fonts: &'a [RunFont],
    pub styles: &'a [Style],
    pub date_1904: bool,
}

/// What a sheet part holds.
#[derive(Default)]
pub(crate) struct SheetScan {
    pub cells: Cells,
    pub merges: Vec<Merge>,
    pub hidden_rows: Vec<(u32, u32)>,
    pub hidden_columns: Vec<(u32, u32)>,
    /// Sorted.
    pub struck: Vec<CellAddress>,
    pub around: Gathered,
}

/// Reads a sheet part to its end.
pub(crate) fn scan(part: &[u8], context: &Context<'_>, budget: &mut Budget) -> Dibaca<SheetScan> {
    let mut scan = SheetScan::default();
    let mut cells = Builder::new(context.strings.clone());
    let (mut row, mut next_column, mut in_data, mut ended) = (0u32, 0u32, false, false);
    let mut records = Records::new(part);
    while let Some(record) = records.next()? {
        let mut data = record.data;
        match record.kind {
            BEGIN_SHEET_DATA => in_data = true,
            END_SHEET_DATA => (in_data, ended) = (false, true),
            ROW_HEADER if in_data => {
                row = data.u32()?;
                if row >= CellAddress::MAX_ROWS {
                    return Err(Gagal::rusak("nomor baris melampaui batas Excel"));
                }
                next_column = 0;
                let (_style, height, _flags) = (data.u32()?, data.u16()?, data.u8()?);
                // fDyZero, or a height of its own (fUnsynced) that is none.
                let flags = data.u8()?;
                if flags & 0x10 != 0 || flags & 0x20 != 0 && height == 0 {
                    scan.hidden_rows.push((row, row));
                }
            }
            BLANK..=11 | SHORT_BLANK..=18 | CELL_RICH_TEXT if in_data => {
                let is_short = (SHORT_BLANK..=18).contains(&record.kind);
                let column = if is_short { next_column } else { data.u32()? };
                if column >= CellAddress::MAX_COLUMNS {
                    return Err(Gagal::rusak("nomor kolom melampaui batas Excel"));
                }
                next_column = column + 1;
                let style = data.u32()? & 0x00FF_FFFF;
                let at = CellAddress::new(row, column);
                let mut own = String::new();
                if let Some((cell, text)) = cell(at, style, Record { kind: record.kind, data }, context, &mut own)? {
                    budget.cell(&cell, 1)?;
                    let is_struck = text.is_struck || context.styles.get(style as usize).is_some_and(|style| style.is_struck);
                    scan.struck.extend(is_struck.then_some(at));
                    match text.shared {
                        Some(id) => cells.push_shared(at, id, cell.formula, cell.style)?,
                        None => cells.push(&cell)?,
                    }
                }
            }
            COLUMN_INFO => {
                let (first, last, width, _style) = (data.u32()?, data.u32()?, data.u32()?, data.u32()?);
                if (data.u16()? & 1 == 1 || width == 0) && first <= last {
                    scan.hidden_columns.push((first, last.min(CellAddress::MAX_COLUMNS - 1)));
                }
            }
            PAGE_HEADERS => {
                let flags = data.u16()?;
                // Of odd, even and first pages, those that have their own.
                for is_shown in [true, flags & 1 != 0, flags & 2 != 0] {
                    for place in [Around::Header, Around::Footer] {
                        let coded = data.nullable_text()?.filter(|_| is_shown).unwrap_or_default();
                        scan.around.add_page(place, &coded, budget)?;
                    }
                }
            }
            MERGE_CELL => {
                budget.spend(1)?;
                scan.merges.extend(merge(data.u32()?, data.u32()?, data.u32()?, data.u32()?)?);
            }
            _ => {}
        }
    }
    if !ended {
        return Err(truncated());
    }
    scan.struck.sort_unstable();
    scan.cells = cells.finish()?;
    scan.hidden_rows = ranges(scan.hidden_rows);
    scan.hidden_columns = ranges(scan.hidden_columns);
    Ok(scan)
}

fn merge(first_row: u32, last_row: u32, first_column: u32, last_column: u32) -> Dibaca<Option<Merge>> {
    let (first, last) = (CellAddress::new(first_row, first_column), CellAddress::new(last_row, last_column));
    if first_row > last_row
        || first_column > last_column
        || last_row >= CellAddress::MAX_ROWS
        || last_column >= CellAddress::MAX_COLUMNS
    {
        return Err(Gagal::rusak("rentang sel gabungan tidak sah"));
    }
    Ok((first != last).then_some(Merge { first, last }))
}

/// What a cell's text is beside its letters.
#[derive(Clone, Copy, Default)]
struct TextLook {
    /// Its number among the shared texts.
    shared: Option<u32>,
    /// By its runs.
    is_struck: bool,
}

/// The cell of a record whose data stand behind its column and style, and the
/// look of its text. `own` is where a text of its own is written.
fn cell<'a>(
    at: CellAddress,
    style: u32,
    record: Record<'_>,
    context: &'a Context<'_>,
    own: &'a mut String,
) -> Dibaca<Option<(Cell<'a>, TextLook)>> {
    let mut look = TextLook::default();
    let mut data = record.data;
    let is_formula = matches!(record.kind, 8..=11);
    let origin = if is_formula { Origin::Computed } else { Origin::Literal };
    let value = match record.kind {
        BLANK | SHORT_BLANK => return Ok(None),
        2 | 13 => rk(data.u32()?, origin, own),
        3 | 11 | 14 => Value::Error(error_text(data.u8()?)),
        4 | 10 | 15 => Value::Bool(data.u8()? != 0),
        5 | 9 | 16 => lexeme::from_binary(data.f64()?, origin, own),
        6 | 8 | 17 => {
            *own = data.text()?;
            Value::Text(own)
        }
        CELL_RICH_TEXT => {
            (*own, look.is_struck) = rich_text(&mut data, context.fonts)?;
            Value::Text(own)
        }
        7 | 18 => {
            let id = data.u32()?;
            if id as usize >= context.strings.len() {
                return Err(Gagal::rusak(format!("sel {at}: nomor teks bersama tidak sah")));
            }
            look = TextLook { shared: Some(id), is_struck: context.struck_texts.binary_search(&id).is_ok() };
            Value::Text(context.strings.get(id))
        }
        _ => return Ok(None),
    };
    let format = context.styles.get(style as usize).map(|style| style.format);
    let value = match (value, format) {
        (Value::Number { value, .. }, Some(format)) if format.is_date() => {
            let shift = if context.date_1904 && format.is_calendar() { 1462 } else { 0 };
            let serial = value.checked_add(Decimal::from(shift));
            Value::Date { serial: serial.ok_or_else(|| Gagal::rusak(format!("sel {at}: tanggal tidak sah")))? }
        }
        (Value::Text(text), _) if text.is_empty() && !is_formula => return Ok(None),
        (value, _) => value,
    };
    let formula = if is_formula { Formula::Some(None) } else { Formula::None };
    let style = format.map_or(NumberStyle::Unknown, |format| format.style(&value));
    Ok(Some((Cell { at, value, formula, style }, look)))
}

/// `RkNumber`: 30 bits of an integer or of a double, perhaps a hundredth of it.
fn rk(bits: u32, origin: Origin, text: &mut String) -> Value<'_> {
    let is_hundredth = bits & 1 != 0;
    if bits & 2 != 0 {
        let value = Decimal::new(i64::from(bits as i32 >> 2), if is_hundredth { 2 } else { 0 }).normalize();
        let digits = value.mantissa().unsigned_abs().to_string().trim_end_matches('0').len().max(1);
        return Value::Number { value, digits: digits as u8 };
    }
    let double = f64::from_bits(u64::from(bits & !3) << 32);
    lexeme::from_binary(if is_hundredth { double / 100.0 } else { double }, origin, text)
}

/// The error codes of [MS-XLSB] 2.5.97.2; one not listed is an error all the same.
fn error_text(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => "#UNKNOWN!",
    }
}
