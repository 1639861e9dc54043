//! A unit in the label of a total (`JUMLAH (dalam jutaan)`) that is not that of the amounts above it: one of them is wrong; and
//! another kabupaten there than the office's own.

use crate::dataset::Jenis;
use crate::dataset::body::row_arti::arti_of;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::{On, StatedTotal};
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::text::caption_unit::{note_unit, scale_or_sum, unowned_unit};
use crate::text::doubt::hints_at_scale;
use crate::text::label::words;
use crate::text::whose_unit::Stands;
use crate::workbook::{Cell, Value};

/// The labels of totals that state another unit than the columns of money that figures rest on are in, or another kabupaten.
pub(crate) fn total_units(on: &On, totals: &[StatedTotal], used: &[Used]) -> Vec<Temuan> {
    let is_money = |used: &&Used| !used.rests.is_empty() && on.source.fields[used.field].jenis == Jenis::Uang;
    let units: Vec<u64> = used.iter().filter(is_money).map(|used| used.unit.as_ref().map_or(1, |unit| unit.value)).collect();
    // `Jumlah Seluruhnya (Rp. 000)`, `JUMLAH (Rp 1.000)`.
    let stated = |text: &str| {
        let stated = note_unit(text).or_else(|| unowned_unit(text, Stands::Below));
        stated.or_else(|| scale_or_sum(text, Stands::Below))
    };
    let is_another_unit = |text: &str| match stated(text) {
        _ if units.is_empty() => false,
        Some((factor, _)) => factor > 1 && !units.contains(&factor),
        None => units.iter().all(|unit| *unit == 1) && hints_at_scale(text).is_some(),
    };
    // `Total se-Kabupaten Jembrana`.
    let names_another =
        |text: &str| on.source.names_another(&words(text).into_iter().filter(|word| word != "se").collect::<Vec<_>>().join(" "));
    let label = |total: &StatedTotal| {
        let is_label = |cell: &Cell| matches!(&cell.value, Value::Text(text) if text.chars().any(char::is_alphabetic));
        let cell = on.sheet.row(total.row).into_iter().find(is_label)?;
        let text = raw_text(&cell.value);
        let is_told = (is_another_unit(&text) || names_another(&text)) && arti_of(on.source, &text).is_none();
        is_told.then(|| Temuan::new(on.sheet.at_cell(cell.at), KeteranganMembatasi::of(text, 0)))
    };
    totals.iter().filter_map(label).collect()
}
