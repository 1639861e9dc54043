//! Bytes into sheets; what is cut short or not ours is an error.

use super::{TEXT_MAX, foreign};
use crate::vocabulary::{Around, CellAddress};
use crate::workbook::cells::Builder;
use crate::workbook::sheet::{AroundText, Cell, Formula, Hidden, Merge, NumberStyle, OddShow, Sheet, Value, Veil, Visibility};
use rust_decimal::Decimal;
use std::io::{self, Read};
use std::sync::Arc;

pub(super) struct Decoder<'a> {
    pub input: &'a mut dyn Read,
}

impl Decoder<'_> {
    pub(super) fn byte(&mut self) -> io::Result<u8> {
        let mut byte = [0];
        self.input.read_exact(&mut byte)?;
        Ok(byte[0])
    }

    fn number(&mut self) -> io::Result<u32> {
        let mut bytes = [0; 4];
        self.input.read_exact(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn length(&mut self) -> io::Result<u64> {
        let mut bytes = [0; 8];
        self.input.read_exact(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    pub(super) fn text(&mut self) -> io::Result<String> {
        let length = self.length()?;
        if length > TEXT_MAX {
            return Err(foreign());
        }
        // Grows with what arrives: a length alone asks for no memory.
        let mut bytes = Vec::new();
        Read::take(&mut *self.input, length).read_to_end(&mut bytes)?;
        if bytes.len() as u64 != length {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        String::from_utf8(bytes).map_err(|_| foreign())
    }

    fn optional(&mut self) -> io::Result<Option<String>> {
        Ok(if self.flag()? { Some(self.text()?) } else { None })
    }

    fn flag(&mut self) -> io::Result<bool> {
        match self.byte()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(foreign()),
        }
    }

    pub(super) fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> io::Result<T>) -> io::Result<Vec<T>> {
        (0..self.length()?).map(|_| one(self)).collect()
    }

    fn address(&mut self) -> io::Result<CellAddress> {
        Ok(CellAddress::new(self.number()?, self.number()?))
    }

    pub(super) fn sheet(&mut self, berkas: &Arc<str>) -> io::Result<Sheet> {
        let name = self.optional()?.map(Arc::from);
        let visibility = match self.byte()? {
            0 => Visibility::Visible,
            1 => Visibility::Hidden,
            2 => Visibility::VeryHidden,
            _ => return Err(foreign()),
        };
        let is_text_only = self.flag()?;
        let has_merges = self.flag()?;
        let merges = self.list(|input| Ok(Merge { first: input.address()?, last: input.address()? }))?;
        let hidden_rows = self.hidden()?;
        let hidden_columns = self.hidden()?;
        let struck = self.list(Self::address)?;
        let veiled = self.list(|input| {
            let cells = Merge { first: input.address()?, last: input.address()? };
            Ok((cells, if input.flag()? { Veil::Struck } else { Veil::Unseen }))
        })?;
        let comments = self.list(|input| Ok((input.address()?, input.text()?.into_boxed_str())))?;
        let around = self.list(Self::around)?;
        let mut cells = Builder::new(Arc::default());
        for _ in 0..self.length()? {
            self.cell(&mut cells)?;
        }
        let cells = cells.finish().map_err(|_| foreign())?;
        let merges = has_merges.then_some(merges);
        let short_records = Vec::new();
        Ok(Sheet {
            berkas: berkas.clone(),
            name,
            visibility,
            cells,
            merges,
            hidden_rows,
            hidden_columns,
            struck,
            comments,
            around,
            veiled,
            total_rows: Vec::new(),
            shared_formulas: Vec::new(),
            array_formulas: Vec::new(),
            short_records,
            is_text_only,
        })
    }

    fn around(&mut self) -> io::Result<AroundText> {
        let place = *Around::ALL.get(usize::from(self.byte()?)).ok_or_else(foreign)?;
        let cells = if self.flag()? { Some(Merge { first: self.address()?, last: self.address()? }) } else { None };
        Ok(AroundText { place, cells, text: self.text()?.into_boxed_str() })
    }

    fn hidden(&mut self) -> io::Result<Hidden> {
        let known = self.flag()?;
        let ranges = self.list(|input| Ok((input.number()?, input.number()?)))?;
        Ok(if known { Hidden::Known(ranges) } else { Hidden::Unknown })
    }

    fn cell(&mut self, cells: &mut Builder) -> io::Result<()> {
        let at = self.address()?;
        let style = match self.byte()? {
            0 => NumberStyle::General,
            1 => NumberStyle::Percent,
            2 => NumberStyle::Date,
            3 => NumberStyle::Unknown,
            4 => NumberStyle::Scaled { power: self.byte()?.cast_signed() },
            5 => NumberStyle::Odd(OddShow::Negative),
            6 => NumberStyle::Odd(OddShow::Unseen),
            7 => NumberStyle::Odd(OddShow::Foreign),
            8 => NumberStyle::Odd(OddShow::Altered),
            9 => NumberStyle::Odd(OddShow::Signless),
            10 => NumberStyle::Odd(OddShow::Planned),
            _ => return Err(foreign()),
        };
        let (written, text);
        let formula = match self.byte()? {
            0 => Formula::None,
            1 => {
                written = self.optional()?;
                Formula::Some(written.as_deref())
            }
            2 => Formula::Unknown,
            _ => return Err(foreign()),
        };
        let value = match self.byte()? {
            0 => {
                text = self.text()?;
                Value::Text(&text)
            }
            1 => Value::Number { value: self.decimal()?, digits: self.byte()? },
            2 => {
                text = self.text()?;
                Value::Overflow(&text)
            }
            3 => Value::Bool(self.flag()?),
            4 => {
                text = self.text()?;
                Value::Error(&text)
            }
            5 => Value::Date { serial: self.decimal()? },
            6 => Value::NoResult,
            _ => return Err(foreign()),
        };
        cells.push(&Cell { at, value, formula, style }).map_err(|_| foreign())
    }

    fn decimal(&mut self) -> io::Result<Decimal> {
        let mut bytes = [0; 16];
        self.input.read_exact(&mut bytes)?;
        Ok(Decimal::deserialize(bytes))
    }
}
