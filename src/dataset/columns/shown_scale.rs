//! Number formats that show a multiple of what is stored: `#,##0" juta"` makes 5
//! five million to whoever looks at it. Where that is not what the column says,
//! nobody can tell which was meant.

use crate::dataset::Jenis;
use crate::dataset::cell::{ColumnReader, raw_text};
use crate::diagnostic::{FormatBerskala, Tampil};
use crate::vocabulary::exact_text;
use crate::workbook::{Cell, NumberStyle, OddShow, Value};
use rust_decimal::Decimal;

/// Whether a cell shows another multiple than its column is read in.
pub(crate) fn shown_otherwise(cell: &Cell, reader: &ColumnReader) -> Option<FormatBerskala> {
    // The profile's own word settles it.
    let is_settled = reader.jenis == Jenis::Uang && reader.scale_is_said;
    let Value::Number { value, .. } = &cell.value else { return None };
    let tampil = match cell.style {
        NumberStyle::Scaled { power } if !is_settled && !value.is_zero() && shown_factor(power) != Some(reader.skala) => {
            Tampil::Kelipatan(shown_factor(power).map_or_else(|| format!("10^{power}"), exact_text))
        }
        NumberStyle::Odd(OddShow::Negative) if *value > Decimal::ZERO => Tampil::Minus,
        NumberStyle::Odd(OddShow::Signless) if *value < Decimal::ZERO => Tampil::TanpaMinus,
        // 51 members shown as 5100%.
        NumberStyle::Percent if reader.jenis == Jenis::Angka && reader.hitungan && !value.is_zero() => {
            Tampil::Kelipatan("100".to_owned())
        }
        NumberStyle::Odd(OddShow::Planned) if !value.is_zero() => Tampil::Rencana,
        NumberStyle::Odd(OddShow::Foreign) if *value > Decimal::ZERO && (reader.jenis == Jenis::Uang || reader.hitungan) => {
            Tampil::MataUangLain
        }
        NumberStyle::Odd(OddShow::Altered) if !value.is_zero() && reader.jenis == Jenis::Uang => Tampil::Berubah,
        _ => return None,
    };
    Some(FormatBerskala { ditemukan: raw_text(&cell.value), tampil, skala_kolom: reader.skala_text.clone() })
}

/// 10^power; none below one.
fn shown_factor(power: i8) -> Option<Decimal> {
    let power = u32::try_from(power).ok()?;
    10i64.checked_pow(power).map(Decimal::from)
}
