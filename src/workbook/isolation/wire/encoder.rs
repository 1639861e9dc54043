//! Sheets into bytes.

use crate::vocabulary::{Around, CellAddress};
use crate::workbook::sheet::{AroundText, Cell, Formula, Hidden, NumberStyle, OddShow, Sheet, Value, Veil, Visibility};
use std::io::{self, Write};

pub(super) struct Encoder<'a> {
    pub out: &'a mut dyn Write,
}

impl Encoder<'_> {
    pub(super) fn byte(&mut self, byte: u8) -> io::Result<()> {
        self.out.write_all(&[byte])
    }

    fn number(&mut self, number: u32) -> io::Result<()> {
        self.out.write_all(&number.to_le_bytes())
    }

    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(&(text.len() as u64).to_le_bytes())?;
        self.out.write_all(text.as_bytes())
    }

    fn optional(&mut self, text: Option<&str>) -> io::Result<()> {
        self.byte(u8::from(text.is_some()))?;
        text.map_or(Ok(()), |text| self.text(text))
    }

    pub(super) fn list<T>(&mut self, items: &[T], mut one: impl FnMut(&mut Self, &T) -> io::Result<()>) -> io::Result<()> {
        self.out.write_all(&(items.len() as u64).to_le_bytes())?;
        items.iter().try_for_each(|item| one(self, item))
    }

    fn address(&mut self, at: CellAddress) -> io::Result<()> {
        self.number(at.row)?;
        self.number(at.column)
    }

    pub(super) fn sheet(&mut self, sheet: &Sheet) -> io::Result<()> {
        self.optional(sheet.name.as_deref())?;
        self.byte(match sheet.visibility {
            Visibility::Visible => 0,
            Visibility::Hidden => 1,
            Visibility::VeryHidden => 2,
        })?;
        self.byte(u8::from(sheet.is_text_only))?;
        self.byte(u8::from(sheet.merges.is_some()))?;
        self.list(sheet.merges.as_deref().unwrap_or_default(), |out, merge| {
            out.address(merge.first)?;
            out.address(merge.last)
        })?;
        self.hidden(&sheet.hidden_rows)?;
        self.hidden(&sheet.hidden_columns)?;
        self.list(&sheet.struck, |out, at| out.address(*at))?;
        self.list(&sheet.veiled, |out, (cells, veil)| {
            out.address(cells.first)?;
            out.address(cells.last)?;
            out.byte(u8::from(*veil == Veil::Struck))
        })?;
        self.list(&sheet.comments, |out, (at, text)| {
            out.address(*at)?;
            out.text(text)
        })?;
        self.list(&sheet.around, Self::around)?;
        self.out.write_all(&(sheet.cells.len() as u64).to_le_bytes())?;
        sheet.cells.iter().try_for_each(|cell| self.cell(&cell))
    }

    fn around(&mut self, line: &AroundText) -> io::Result<()> {
        self.byte(Around::ALL.iter().position(|place| *place == line.place).unwrap_or_default() as u8)?;
        self.byte(u8::from(line.cells.is_some()))?;
        if let Some(cells) = line.cells {
            self.address(cells.first)?;
            self.address(cells.last)?;
        }
        self.text(&line.text)
    }

    fn hidden(&mut self, hidden: &Hidden) -> io::Result<()> {
        let (known, ranges) = match hidden {
            Hidden::Unknown => (0, &[][..]),
            Hidden::Known(ranges) => (1, &ranges[..]),
        };
        self.byte(known)?;
        self.list(ranges, |out, (first, last)| {
            out.number(*first)?;
            out.number(*last)
        })
    }

    fn cell(&mut self, cell: &Cell<'_>) -> io::Result<()> {
        self.address(cell.at)?;
        self.byte(match cell.style {
            NumberStyle::General => 0,
            NumberStyle::Percent => 1,
            NumberStyle::Date => 2,
            NumberStyle::Unknown => 3,
            NumberStyle::Scaled { .. } => 4,
            NumberStyle::Odd(OddShow::Negative) => 5,
            NumberStyle::Odd(OddShow::Unseen) => 6,
            NumberStyle::Odd(OddShow::Foreign) => 7,
            NumberStyle::Odd(OddShow::Altered) => 8,
            NumberStyle::Odd(OddShow::Signless) => 9,
            NumberStyle::Odd(OddShow::Planned) => 10,
        })?;
        if let NumberStyle::Scaled { power } = cell.style {
            self.byte(power.cast_unsigned())?;
        }
        match &cell.formula {
            Formula::None => self.byte(0)?,
            Formula::Some(text) => {
                self.byte(1)?;
                self.optional(*text)?;
            }
            Formula::Unknown => self.byte(2)?,
        }
        match &cell.value {
            Value::Text(text) => self.tagged(0, text),
            Value::Number { value, digits } => {
                self.byte(1)?;
                self.out.write_all(&value.serialize())?;
                self.byte(*digits)
            }
            Value::Overflow(text) => self.tagged(2, text),
            Value::Bool(value) => {
                self.byte(3)?;
                self.byte(u8::from(*value))
            }
            Value::Error(text) => self.tagged(4, text),
            Value::Date { serial } => {
                self.byte(5)?;
                self.out.write_all(&serial.serialize())
            }
            Value::NoResult => self.byte(6),
        }
    }

    fn tagged(&mut self, tag: u8, text: &str) -> io::Result<()> {
        self.byte(tag)?;
        self.text(text)
    }
}
