//! Number formats that show a multiple of what is stored: `#,##0" juta"` makes 5
//! five million to whoever looks at it. Where that is not what the column says,
//! nobody can tell which was meant.

use super::Jenis;
use super::cell::{ColumnReader, raw_text};
use crate::diagnostic::FormatBerskala;
use crate::vocabulary::exact_text;
use crate::workbook::{Cell, NumberStyle, Value};
use rust_decimal::Decimal;

/// Whether a cell shows another multiple than its column is read in.
pub(crate) fn shown_otherwise(cell: &Cell, reader: &ColumnReader) -> Option<FormatBerskala> {
    // The profile's own word settles it.
    let is_settled = reader.jenis == Jenis::Uang && reader.scale_is_said;
    let NumberStyle::Scaled { power } = cell.style else { return None };
    let is_figure = matches!(&cell.value, Value::Number { value, .. } if !value.is_zero());
    if is_settled || !is_figure || shown_factor(power) == Some(reader.skala) {
        return None;
    }
    let kali = shown_factor(power).map_or_else(|| format!("10^{power}"), exact_text);
    Some(FormatBerskala {
        ditemukan: raw_text(&cell.value),
        kali,
        skala_kolom: reader.skala_text.clone(),
        uang: reader.jenis == Jenis::Uang,
    })
}

/// 10^power; none below one.
fn shown_factor(power: i8) -> Option<Decimal> {
    let power = u32::try_from(power).ok()?;
    10i64.checked_pow(power).map(Decimal::from)
}
