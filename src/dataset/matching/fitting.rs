//! A field's values must be such as the field has: a heading whose values are
//! others is another field's.

use crate::dataset::FieldInfo;
use crate::table::{RowKind, TableLayout};
use crate::text::normalise_label;
use crate::vocabulary::CellAddress;
use crate::workbook::{Sheet, Value};

/// The words of which a field's values have one.
fn words_of(isian: &str) -> Option<&'static [&'static str]> {
    Some(match isian {
        "skala_usaha" => &["mikro", "kecil", "menengah", "besar", "ultra", "micro", "umi", "um", "uk"],
        "jenis_kelamin" => &["l", "p", "lk", "pr", "laki", "perempuan", "pria", "wanita"],
        _ => return None,
    })
}

/// The layout without the fields whose columns hold none of their values; what
/// the profile itself names stays.
pub(crate) fn with_fitting_values(sheet: &Sheet, mut layout: TableLayout, fields: &[FieldInfo]) -> TableLayout {
    let data: Vec<u32> = layout.rows.iter().filter(|row| *row.kind == RowKind::Data).map(|row| row.row).collect();
    let is_declared = |isian: &str| fields.iter().any(|field| &*field.isian == isian && field.declared);
    for column in &mut layout.columns {
        let Some(words) = column.isian.as_deref().filter(|isian| !is_declared(isian)).and_then(words_of) else { continue };
        let (mut fit, mut filled) = (0, 0);
        for cell in data.iter().filter_map(|row| sheet.cell(CellAddress::new(*row, column.column))) {
            let Value::Text(text) = &cell.value else { continue };
            let label = normalise_label(text);
            filled += usize::from(!label.is_empty());
            fit += usize::from(label.split(' ').any(|word| words.contains(&word)));
        }
        if filled > 0 && fit * 2 < filled {
            column.isian = None;
        }
    }
    layout
}
