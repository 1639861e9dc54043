//! Number formats that show a multiple of what is stored: `#,##0" juta"` makes 5
//! five million to whoever looks at it. Where that is not what the column says,
//! nobody can tell which was meant.

use super::Jenis;
use super::cell::raw_text;
use super::column::Used;
use super::rows::CountedRow;
use super::source::Source;
use crate::diagnostic::{FormatBerskala, Temuan};
use crate::table::TableLayout;
use crate::vocabulary::{CellAddress, exact_text};
use crate::workbook::{NumberStyle, Sheet, Value};
use rust_decimal::Decimal;

/// The first cell of each column that shows another multiple than the column
/// is read in, with what it holds.
pub(crate) fn shown_scales(
    source: &Source,
    sheet: &Sheet,
    layout: &TableLayout,
    rows: &[CountedRow],
    used: &[Used],
) -> Vec<(Temuan, String)> {
    let mut found = Vec::new();
    for column in used.iter().filter(|column| !column.rests.is_empty()) {
        let jenis = source.fields[column.field].jenis;
        // The profile's own word settles it.
        let settled = jenis == Jenis::Uang && source.sumber.satuan_uang.is_some();
        if settled || !matches!(jenis, Jenis::Uang | Jenis::Angka) {
            continue;
        }
        let skala = column.reader.skala;
        let first = rows.iter().find_map(|row| {
            let cell = sheet.cell(CellAddress::new(row.row, layout.columns[column.index].column))?;
            let NumberStyle::Scaled { power } = cell.style else { return None };
            let is_figure = matches!(&cell.value, Value::Number { value, .. } if !value.is_zero());
            (is_figure && shown_factor(power) != Some(skala)).then_some((row, cell, power))
        });
        let Some((row, cell, power)) = first else { continue };
        let raw = raw_text(&cell.value);
        let kali = shown_factor(power).map_or_else(|| format!("10^{power}"), exact_text);
        let fakta = FormatBerskala { ditemukan: raw.clone(), kali, skala_kolom: column.reader.skala_text.clone() };
        found.push((Temuan::new(sheet.at_cell(cell.at), fakta).named(&row.nama), raw));
    }
    found
}

/// 10^power; none below one.
fn shown_factor(power: i8) -> Option<Decimal> {
    let power = u32::try_from(power).ok()?;
    10i64.checked_pow(power).map(Decimal::from)
}
