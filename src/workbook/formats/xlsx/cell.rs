//! One cell of a sheet part: what its attributes, its value and its formula come to.

use super::rich_text::push_unescaped;
use super::styles::Styles;
use crate::vocabulary::CellAddress;
use crate::workbook::cells::Texts;
use crate::workbook::failure::{Dibaca, Gagal};
use crate::workbook::formats::iso_date;
use crate::workbook::formats::lexeme::{self, Origin};
use crate::workbook::formats::xml::Tag;
use crate::workbook::sheet::{Cell, Formula, NumberStyle, Value};
use rust_decimal::Decimal;
use std::sync::Arc;

/// What of the workbook the cells refer to.
pub(crate) struct Context<'a> {
    pub strings: &'a Arc<Texts>,
    /// The numbers of the shared texts that are struck out by their runs, sorted.
    pub struck_texts: &'a [u32],
    pub styles: &'a Styles,
    pub date_1904: bool,
}

impl Context<'_> {
    /// Whether a cell of this style and shared text is struck out.
    pub(super) fn is_struck(&self, style: usize, shared: Option<u32>) -> bool {
        self.styles.is_struck(style) || shared.is_some_and(|id| self.struck_texts.binary_search(&id).is_ok())
    }
}

/// Days from the 1900 system's zero to the 1904 system's.
const DAYS_1904: i64 = 1462;

/// `t` of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    Shared,
    Inline,
    Text,
    Bool,
    Error,
    Date,
}

impl Kind {
    /// `None` where no kind is called so.
    pub(super) fn of(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"n" => Kind::Number,
            b"s" => Kind::Shared,
            b"str" => Kind::Text,
            b"inlineStr" | b"is" => Kind::Inline,
            b"b" => Kind::Bool,
            b"e" => Kind::Error,
            b"d" => Kind::Date,
            _ => return None,
        })
    }
}

/// A cell's own attributes.
pub(super) struct Head {
    pub at: CellAddress,
    pub style: usize,
    pub kind: Kind,
}

/// The cell of these attributes, of the text in its `<v>` or `<is>` and that of its `<f>`,
/// and the number of its shared text; `None` where nothing stands there. `own` is
/// where a text without its escapes is written.
pub(super) fn cell_of<'a>(
    head: &Head,
    (text, formula): (Option<&'a str>, Option<&'a str>),
    context: &'a Context<'_>,
    own: &'a mut String,
) -> Dibaca<Option<(Cell<'a>, Option<u32>)>> {
    let at = head.at;
    let origin = if formula.is_some() { Origin::Computed } else { Origin::Literal };
    let known = context.styles.format(head.style);
    let format = known.unwrap_or_default();
    let read = match text {
        Some(text) => value(text, (head.kind, origin), at, context, own)?,
        None => None,
    };
    let (value, shared) = match read {
        Some((Value::Number { value, .. }, _)) if format.is_date() => {
            (Value::Date { serial: serial(value, context.date_1904 && format.is_calendar(), at)? }, None)
        }
        // A text that nobody typed and no formula made is an empty cell.
        Some((Value::Text(""), _)) if formula.is_none() => return Ok(None),
        Some(read) => read,
        None if formula.is_some() => (Value::NoResult, None),
        None => return Ok(None),
    };
    let formula = match formula {
        None => Formula::None,
        Some("") => Formula::Some(None),
        Some(formula) => Formula::Some(Some(formula)),
    };
    let style = known.map_or(NumberStyle::Unknown, |format| format.style(&value));
    Ok(Some((Cell { at, value, formula, style }, shared)))
}

/// A day number in the 1900 system.
fn serial(serial: Decimal, of_1904: bool, at: CellAddress) -> Dibaca<Decimal> {
    if !of_1904 {
        return Ok(serial);
    }
    serial.checked_add(Decimal::from(DAYS_1904)).ok_or_else(|| bad(at, "tanggal"))
}

/// The value written in `<v>` or `<is>`, and the number of its shared text; `None`
/// where nothing stands there. `own` is where a text without its escapes is written.
fn value<'a>(
    text: &'a str,
    (kind, origin): (Kind, Origin),
    at: CellAddress,
    context: &'a Context<'_>,
    own: &'a mut String,
) -> Dibaca<Option<(Value<'a>, Option<u32>)>> {
    let trimmed = text.trim_ascii();
    let nothing = trimmed.is_empty();
    let value = match kind {
        Kind::Number if nothing => return Ok(None),
        // Without a number a number cell holds what it holds: a text, which no figure can rest on unseen.
        Kind::Number => lexeme::number(trimmed, origin).unwrap_or(Value::Text(text)),
        Kind::Shared if nothing => return Ok(None),
        Kind::Shared => {
            let id = trimmed.parse::<u32>().ok().filter(|id| (*id as usize) < context.strings.len());
            let id = id.ok_or_else(|| bad(at, "nomor teks bersama"))?;
            return Ok(Some((Value::Text(context.strings.get(id)), Some(id))));
        }
        Kind::Inline => Value::Text(text),
        Kind::Text => {
            push_unescaped(text, own);
            Value::Text(own)
        }
        Kind::Bool => match trimmed.to_ascii_lowercase().as_str() {
            "1" | "true" => Value::Bool(true),
            "0" | "false" => Value::Bool(false),
            "" => return Ok(None),
            _ => return Err(bad(at, "nilai logika")),
        },
        Kind::Error if nothing => return Ok(None),
        Kind::Error => Value::Error(trimmed),
        Kind::Date if nothing => return Ok(None),
        Kind::Date => Value::Date { serial: iso_date::serial(trimmed).ok_or_else(|| bad(at, "tanggal"))? },
    };
    Ok(Some((value, None)))
}

pub(super) fn bad(at: CellAddress, what: &str) -> Gagal {
    Gagal::rusak(format!("sel {at}: {what} tidak sah"))
}

pub(super) fn head(tag: &Tag<'_>, row: u32, row_is_named: bool, next_column: u32) -> Dibaca<Head> {
    let (mut at, mut style, mut kind) = (None, 0, Kind::Number);
    for (name, value) in tag.attributes() {
        match name {
            b"r" => at = Some(address(value)?),
            b"s" => style = style_index(value)?,
            b"t" => {
                kind = Kind::of(value).ok_or_else(|| Gagal::rusak("jenis sel yang tidak dikenal"))?;
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
