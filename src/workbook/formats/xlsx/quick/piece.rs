//! One piece of a sheet's rows: whole rows, plainly written.

use crate::vocabulary::CellAddress;
use crate::workbook::budget::{Costs, LONGEST_GATHERED};
use crate::workbook::calculation::SharedFormula;
use crate::workbook::cells::Builder;
use crate::workbook::formats::xlsx::cell::{Context, Head, Kind, cell_of};
use crate::workbook::formats::xlsx::rich_text::push_unescaped;
use crate::workbook::formats::xml::{Tag, plain_tag, push_text};
use memchr::{memchr, memchr2, memmem};
use std::borrow::Cow;

/// What a piece holds.
pub(super) struct Piece {
    pub cells: Builder,
    pub costs: Costs,
    pub hidden_rows: Vec<(u32, u32)>,
    /// In reading order.
    pub struck: Vec<CellAddress>,
    pub shared_formulas: Vec<SharedFormula>,
    /// The first and the last row, where there is one.
    pub rows: Option<(u32, u32)>,
    /// Where the list of rows ends, if it does.
    pub end: Option<usize>,
}

/// Reads a piece that begins where a row may; `None` where it is to be looked at more closely.
pub(super) fn read(bytes: &[u8], context: &Context<'_>) -> Option<Piece> {
    let text = std::str::from_utf8(bytes).ok()?;
    let piece = Piece {
        cells: Builder::new(context.strings.clone()),
        costs: Costs::default(),
        hidden_rows: Vec::new(),
        struck: Vec::new(),
        shared_formulas: Vec::new(),
        rows: None,
        end: None,
    };
    let mut reading = Reading { text, bytes, at: 0, piece, context, own: String::new() };
    reading.rows()?;
    Some(reading.piece)
}

struct Reading<'p, 'c, 's> {
    text: &'p str,
    bytes: &'p [u8],
    at: usize,
    piece: Piece,
    context: &'c Context<'s>,
    /// Where texts are written that do not stand in the piece as they are.
    own: String,
}

/// An attribute's name and value.
type Attribute<'p> = (&'p [u8], &'p [u8]);

impl<'p> Reading<'p, '_, '_> {
    fn rest(&self) -> &'p [u8] {
        &self.bytes[self.at..]
    }

    fn take(&mut self, what: &[u8]) -> Option<()> {
        self.rest().starts_with(what).then(|| self.at += what.len())
    }

    fn skip_blanks(&mut self) {
        self.at += self.rest().iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    }

    /// The next attribute of the tag that is being read; `Err` at its end, whether it is empty.
    fn attribute(&mut self) -> Option<Result<Attribute<'p>, bool>> {
        let rest = self.rest();
        match rest {
            [b'>', ..] => {
                self.at += 1;
                return Some(Err(false));
            }
            [b'/', b'>', ..] => {
                self.at += 2;
                return Some(Err(true));
            }
            [b' ', ..] => {}
            _ => return None,
        }
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_' | b'-' | b'.');
        let equals = 1 + rest[1..].iter().position(|byte| !is_name(byte))?;
        if equals == 1 || rest.get(equals..equals + 2)? != b"=\"" {
            return None;
        }
        let value = &rest[equals + 2..];
        let length = value.iter().position(|byte| *byte == b'"')?;
        self.at += equals + 3 + length;
        Some(Ok((&rest[1..equals], &value[..length])))
    }

    fn rows(&mut self) -> Option<()> {
        loop {
            self.skip_blanks();
            if self.at == self.bytes.len() {
                return Some(());
            }
            if self.rest().starts_with(b"</") {
                self.piece.end = Some(self.at);
                return Some(());
            }
            self.take(b"<row")?;
            let (mut number, mut is_hidden) = (None, false);
            let is_empty = loop {
                match self.attribute()? {
                    Ok((b"r", value)) => number = Some(value),
                    Ok((b"hidden", value)) => is_hidden |= matches!(value, b"1" | b"true" | b"on"),
                    Ok((b"ht", value)) => is_hidden |= super::super::sheet_part::is_zero(Some(value)),
                    Ok(_) => {}
                    Err(is_empty) => break is_empty,
                }
            };
            let digits = number?;
            let row = whole(digits).filter(|row| (1..=CellAddress::MAX_ROWS).contains(row))? - 1;
            if self.piece.rows.is_some_and(|(_, last)| last >= row) {
                return None;
            }
            self.piece.rows = Some((self.piece.rows.map_or(row, |(first, _)| first), row));
            if is_hidden {
                self.piece.hidden_rows.push((row, row));
            }
            if !is_empty {
                self.cells(row, digits)?;
            }
        }
    }

    fn cells(&mut self, row: u32, digits: &[u8]) -> Option<()> {
        let mut next = 0;
        loop {
            self.skip_blanks();
            if self.take(b"</row>").is_some() {
                return Some(());
            }
            self.take(b"<c")?;
            let (mut column, mut style, mut kind) = (self.address(digits), 0, Kind::Number);
            let is_empty = loop {
                match self.attribute()? {
                    Ok((b"r", value)) => column = Some(column_of(value, digits)?),
                    Ok((b"s", value)) => style = whole(value)? as usize,
                    Ok((b"t", value)) => kind = Kind::of(value)?,
                    Ok(_) => {}
                    Err(is_empty) => break is_empty,
                }
            };
            // In order, each once.
            let column = column.filter(|column| (next..CellAddress::MAX_COLUMNS).contains(column))?;
            next = column + 1;
            if !is_empty {
                self.cell(Head { at: CellAddress::new(row, column), style, kind })?;
            }
        }
    }

    /// The column of a cell whose address stands first in its tag, as nearly all write it, in the row of these digits.
    fn address(&mut self, digits: &[u8]) -> Option<u32> {
        let rest = self.rest().strip_prefix(b" r=\"")?;
        let letters = rest.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
        let address = letters + digits.len();
        let column = column_of(rest.get(..address)?, digits).filter(|_| rest.get(address) == Some(&b'"'))?;
        self.at += b" r=\"".len() + address + 1;
        Some(column)
    }

    fn cell(&mut self, mut head: Head) -> Option<()> {
        let (mut value, mut formula): (Option<Cow<'p, str>>, Option<Cow<'p, str>>) = (None, None);
        let mut shares = None;
        loop {
            self.skip_blanks();
            match self.rest() {
                [b'<', b'v', b'>', ..] if value.is_none() => {
                    self.at += 3;
                    value = Some(self.plain(b"</v>")?);
                }
                [b'<', b'f', ..] if formula.is_none() => {
                    let tag = plain_tag(&self.rest()[1..]).filter(|tag| tag.name == 1)?;
                    let attributes = &self.rest()[1 + tag.name..1 + tag.end];
                    shares = SharedFormula::of(head.at, Tag::new(b"f", attributes).attributes());
                    self.at += 1 + tag.end + 1 + usize::from(tag.empty);
                    formula = Some(if tag.empty { Cow::Borrowed("") } else { self.plain(b"</f>")? });
                }
                [b'<', b'i', b's', b'>', ..] if value.is_none() => {
                    self.at += 4;
                    value = Some(self.inline()?);
                    head.kind = Kind::Inline;
                }
                _ => break,
            }
        }
        self.take(b"</c>")?;
        let own = &mut self.own;
        own.clear();
        let (cell, shared) = match cell_of(&head, (value.as_deref(), formula.as_deref()), self.context, own) {
            Ok(Some(found)) => found,
            Ok(None) => return Some(()),
            Err(_) => return None,
        };
        self.piece.costs.cell(&cell);
        if self.context.is_struck(head.style, shared) {
            self.piece.struck.push(head.at);
        }
        self.piece.shared_formulas.extend(shares);
        match shared {
            Some(id) => self.piece.cells.push_shared(head.at, id, cell.formula, cell.style),
            None => self.piece.cells.push(&cell),
        }
        .ok()
    }

    /// Character data up to its element's close, as it stands.
    fn plain(&mut self, close: &[u8]) -> Option<Cow<'p, str>> {
        let length = memchr(b'<', self.rest())?;
        let raw = &self.text[self.at..self.at + length];
        self.at += length;
        self.take(close)?;
        if length > LONGEST_GATHERED {
            return None;
        }
        if memchr2(b'&', b'\r', raw.as_bytes()).is_none() {
            return Some(Cow::Borrowed(raw));
        }
        let mut text = String::new();
        push_text(raw.as_bytes(), &mut text).ok()?;
        Some(Cow::Owned(text))
    }

    /// The one text of an `<is>`.
    fn inline(&mut self) -> Option<Cow<'p, str>> {
        let preserve = self.take(b"<t xml:space=\"preserve\">").is_some();
        if !preserve {
            self.take(b"<t>")?;
        }
        let text = self.plain(b"</t>")?;
        self.take(b"</is>")?;
        let is_blank =
            |text: &str| !preserve && text.starts_with([' ', '\t', '\n', '\r']) || text.ends_with([' ', '\t', '\n', '\r']);
        if !is_blank(&text) && memmem::find(text.as_bytes(), b"_x").is_none() {
            return Some(text);
        }
        let shown = if preserve { &text } else { text.trim_matches([' ', '\t', '\r', '\n']) };
        let mut own = String::new();
        push_unescaped(shown, &mut own);
        Some(Cow::Owned(own))
    }
}

/// A whole number of at most nine digits.
fn whole(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    digits.iter().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
}

/// The column of an address in the row of these digits.
fn column_of(address: &[u8], digits: &[u8]) -> Option<u32> {
    let letters = address.len().checked_sub(digits.len())?;
    if !(1..=3).contains(&letters) || &address[letters..] != digits {
        return None;
    }
    let number = address[..letters]
        .iter()
        .try_fold(0, |number, letter| letter.is_ascii_uppercase().then(|| number * 26 + u32::from(letter - b'A') + 1))?;
    Some(number - 1)
}
