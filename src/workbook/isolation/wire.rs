//! Sheets as bytes, from the reading child to its parent: exact both ways.

use crate::vocabulary::{Around, CellAddress};
use crate::workbook::cells::Builder;
use crate::workbook::failure::{Dibaca, Gagal};
use crate::workbook::sheet::{AroundText, Cell, Formula, Hidden, Merge, NumberStyle, OddShow, Sheet, Value, Veil, Visibility};
use rust_decimal::Decimal;
use std::io::{self, Read, Write};
use std::sync::Arc;

const MAGIC: &[u8; 8] = b"iku-bc/1";
/// No text of a workbook is longer; a longer one is no message of ours.
const TEXT_MAX: u64 = 64 << 20;

/// Writes what reading gave.
pub(crate) fn write(outcome: &Dibaca<Vec<Sheet>>, out: &mut dyn Write) -> io::Result<()> {
    let mut out = Encoder { out };
    out.out.write_all(MAGIC)?;
    match outcome {
        Ok(sheets) => {
            out.byte(0)?;
            out.list(sheets, Encoder::sheet)?;
        }
        Err(gagal) => {
            out.byte(1)?;
            let text = serde_json::to_string(gagal).map_err(io::Error::other)?;
            out.text(&text)?;
        }
    }
    out.out.flush()
}

/// Reads what a child wrote; the outer error is a message cut short or not ours.
pub(crate) fn read(input: &mut dyn Read, berkas: &Arc<str>) -> io::Result<Dibaca<Vec<Sheet>>> {
    let mut input = Decoder { input };
    let mut magic = [0; 8];
    input.input.read_exact(&mut magic)?;
    if &magic != MAGIC {
        return Err(foreign());
    }
    match input.byte()? {
        0 => Ok(Ok(input.list(|input| input.sheet(berkas))?)),
        1 => {
            let gagal: Gagal = serde_json::from_str(&input.text()?).map_err(io::Error::other)?;
            Ok(Err(gagal))
        }
        _ => Err(foreign()),
    }
}

fn foreign() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "bukan pesan pembaca")
}

struct Encoder<'a> {
    out: &'a mut dyn Write,
}

impl Encoder<'_> {
    fn byte(&mut self, byte: u8) -> io::Result<()> {
        self.out.write_all(&[byte])
    }

    fn number(&mut self, number: u32) -> io::Result<()> {
        self.out.write_all(&number.to_le_bytes())
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(&(text.len() as u64).to_le_bytes())?;
        self.out.write_all(text.as_bytes())
    }

    fn optional(&mut self, text: Option<&str>) -> io::Result<()> {
        self.byte(u8::from(text.is_some()))?;
        text.map_or(Ok(()), |text| self.text(text))
    }

    fn list<T>(&mut self, items: &[T], mut one: impl FnMut(&mut Self, &T) -> io::Result<()>) -> io::Result<()> {
        self.out.write_all(&(items.len() as u64).to_le_bytes())?;
        items.iter().try_for_each(|item| one(self, item))
    }

    fn address(&mut self, at: CellAddress) -> io::Result<()> {
        self.number(at.row)?;
        self.number(at.column)
    }

    fn sheet(&mut self, sheet: &Sheet) -> io::Result<()> {
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

struct Decoder<'a> {
    input: &'a mut dyn Read,
}

impl Decoder<'_> {
    fn byte(&mut self) -> io::Result<u8> {
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

    fn text(&mut self) -> io::Result<String> {
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

    fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> io::Result<T>) -> io::Result<Vec<T>> {
        (0..self.length()?).map(|_| one(self)).collect()
    }

    fn address(&mut self) -> io::Result<CellAddress> {
        Ok(CellAddress::new(self.number()?, self.number()?))
    }

    fn sheet(&mut self, berkas: &Arc<str>) -> io::Result<Sheet> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::cells::Cells;
    use crate::workbook::failure::Batas;

    fn sheet() -> Sheet {
        let values = [
            Value::Text("Kop \u{1F600}\n"),
            Value::Number { value: "-589448674478.00000000000001".parse().unwrap(), digits: 15 },
            Value::Number { value: Decimal::MAX, digits: 29 },
            Value::Overflow("1e999"),
            Value::Bool(true),
            Value::Error("#SPILL!"),
            Value::Date { serial: "44585.5".parse().unwrap() },
            Value::NoResult,
        ];
        let formulas = [Formula::None, Formula::Some(None), Formula::Some(Some("A1+B1")), Formula::Unknown];
        let styles = [
            NumberStyle::General,
            NumberStyle::Percent,
            NumberStyle::Scaled { power: -3 },
            NumberStyle::Odd(OddShow::Negative),
            NumberStyle::Odd(OddShow::Unseen),
            NumberStyle::Odd(OddShow::Foreign),
            NumberStyle::Odd(OddShow::Altered),
            NumberStyle::Odd(OddShow::Signless),
            NumberStyle::Date,
            NumberStyle::Unknown,
        ];
        let cell = |(index, value): (usize, Value<'static>)| Cell {
            at: CellAddress::new(index as u32, 3),
            value,
            formula: formulas[index % 4],
            style: styles[index % 5],
        };
        Sheet {
            berkas: "data/a.xls".into(),
            name: Some("Sheet1".into()),
            visibility: Visibility::VeryHidden,
            cells: Cells::build(values.into_iter().enumerate().map(cell)).unwrap(),
            merges: Some(vec![Merge { first: CellAddress::new(0, 0), last: CellAddress::new(1, 2) }]),
            hidden_rows: Hidden::Unknown,
            hidden_columns: Hidden::Known(vec![(1, 4)]),
            struck: vec![CellAddress::new(3, 1)],
            comments: vec![(CellAddress::new(2, 3), "seharusnya 9".into())],
            around: vec![
                AroundText { place: Around::Header, cells: None, text: "TAHUN 2020".into() },
                AroundText {
                    place: Around::Prompt,
                    cells: Some(Merge { first: CellAddress::new(2, 3), last: CellAddress::new(9, 3) }),
                    text: "dalam juta".into(),
                },
            ],
            veiled: vec![(Merge { first: CellAddress::new(1, 4), last: CellAddress::new(9, 4) }, Veil::Struck)],
            total_rows: Vec::new(),
            shared_formulas: Vec::new(),
            array_formulas: Vec::new(),
            short_records: Vec::new(),
            is_text_only: false,
        }
    }

    #[test]
    fn a_sheet_comes_back_as_it_was() {
        let berkas: Arc<str> = "data/a.xls".into();
        let mut bytes = Vec::new();
        write(&Ok(vec![sheet(), Sheet { name: None, merges: None, ..sheet() }]), &mut bytes).unwrap();
        let back = read(&mut &bytes[..], &berkas).unwrap().unwrap();
        assert_eq!(format!("{back:?}"), format!("{:?}", [sheet(), Sheet { name: None, merges: None, ..sheet() }]));
        // The exact decimals too, scale and all.
        let second = |sheet: &Sheet| format!("{:?}", sheet.cells.iter().nth(1).unwrap().value);
        assert_eq!(second(&back[0]), second(&sheet()));
        for cut in 0..bytes.len() {
            assert!(read(&mut &bytes[..cut], &berkas).is_err(), "{cut}");
        }
    }

    #[test]
    fn a_failure_comes_back_as_it_was() {
        let berkas: Arc<str> = "a".into();
        for gagal in [
            Gagal::Terkunci,
            Gagal::rusak("x"),
            Gagal::TidakDikenal(Some("y".into())),
            Gagal::TerlaluBesar { ukuran: 5, batas: 4, apa: Batas::Sel },
        ] {
            let mut bytes = Vec::new();
            write(&Err(gagal.clone()), &mut bytes).unwrap();
            assert_eq!(read(&mut &bytes[..], &berkas).unwrap().unwrap_err(), gagal);
        }
        assert!(read(&mut &b"something else entirely"[..], &berkas).is_err());
    }
}
