//! Sheets as bytes, from the reading child to its parent: exact both ways.

mod decoder;
mod encoder;

use self::decoder::Decoder;
use self::encoder::Encoder;
use crate::workbook::failure::{Dibaca, Gagal};
use crate::workbook::sheet::Sheet;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{Around, CellAddress};
    use crate::workbook::cells::Cells;
    use crate::workbook::failure::Batas;
    use crate::workbook::sheet::{AroundText, Cell, Formula, Hidden, Merge, NumberStyle, OddShow, Value, Veil, Visibility};
    use rust_decimal::Decimal;

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
            NumberStyle::Odd(OddShow::Planned),
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
