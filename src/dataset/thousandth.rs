//! Amounts a thousandth of their neighbours: an English Excel takes the dot of
//! `750.000` for a decimal point and keeps 750, while `1.250.000` stays a text.

use super::accept::Findings;
use super::cell::{ColumnReader, raw_text};
use super::column::{Used, correct_if_given};
use super::counted::CountedRow;
use super::{FieldInfo, Isi, Jenis};
use crate::diagnostic::{NilaiSeperseribu, Temuan};
use crate::table::TableLayout;
use crate::vocabulary::CellAddress;
use crate::workbook::{Formula, Sheet, Value};
use rust_decimal::Decimal;

/// Below so many rupiah nothing is sold in a year.
const SMALL: i64 = 1_000;
/// What a column's usual amount must be before smaller ones are doubted.
const USUAL: i64 = 100_000;
/// How many times smaller than the usual one an amount must be.
const TIMES: i64 = 300;
/// So many amounts at least show what a column's usual one is.
const FEWEST: usize = 3;

/// Warns of the amounts of a column that are a thousandth of the others.
pub(crate) fn small_among_large(
    used: &mut Used,
    fields: &[FieldInfo],
    (sheet, layout): (&Sheet, &TableLayout),
    rows: &[CountedRow],
    findings: &mut Findings,
) {
    let field = &fields[used.field];
    if field.jenis != Jenis::Uang || used.rests.is_empty() {
        return;
    }
    let column = layout.columns[used.index].column;
    let amount = |isi: &Isi| match isi {
        Isi::Angka(value) if !value.is_zero() => Some(value.abs()),
        _ => None,
    };
    let small = Decimal::from(SMALL);
    let mut large: Vec<Decimal> =
        used.data.iter().filter_map(|datum| amount(&datum.isi)).filter(|value| *value >= small).collect();
    large.sort_unstable();
    let usual = large.get(large.len() / 2).copied().unwrap_or_default();
    let is_usual_large = usual >= Decimal::from(USUAL);
    if let Some(index) = small_throughout(used).filter(|index| *index < rows.len()) {
        let at = CellAddress::new(rows[index].row, column);
        let ditemukan = sheet.cell(at).map(|cell| raw_text(&cell.value)).unwrap_or_default();
        let fakta = NilaiSeperseribu { isian: field.isian.to_string(), ditemukan: ditemukan.clone(), lazim: None };
        findings.raise(Temuan::new(sheet.at_cell(at), fakta).named(&rows[index].nama), Some(&ditemukan));
        return;
    }
    // Where most amounts have decimals, three of them are nothing odd.
    let fractions = used.data.iter().filter_map(|datum| amount(&datum.isi)).filter(|value| !value.fract().is_zero()).count();
    let is_whole = fractions * 2 < used.data.len();
    for (index, row) in rows.iter().enumerate() {
        let Some(value) = used.data.get(index).and_then(|datum| amount(&datum.isi)) else { continue };
        let at = CellAddress::new(row.row, column);
        let Some(cell) = sheet.cell(at) else { continue };
        let is_small =
            value < small && is_usual_large && value.checked_mul(Decimal::from(TIMES)).is_some_and(|times| times <= usual);
        if used.data[index].corrected || !(is_small || is_eaten(&cell.value, &cell.formula, &used.reader, is_whole)) {
            continue;
        }
        let found = raw_text(&cell.value);
        let fakta = NilaiSeperseribu { isian: field.isian.to_string(), ditemukan: found.clone(), lazim: Some(usual) };
        let granted = findings.raise(Temuan::new(sheet.at_cell(at), fakta).named(&row.nama), Some(&found));
        if let Some(granted) = granted {
            correct_if_given(&mut used.data[index], granted.nilai.as_deref(), &used.reader);
        }
    }
}

/// The first amount of a column read as plain rupiah whose usual one is less than
/// anybody sells for: juta or ribu of which nothing speaks.
fn small_throughout(used: &Used) -> Option<usize> {
    if used.reader.skala != Decimal::ONE || used.reader.scale_is_said {
        return None;
    }
    let is_amount = |isi: &Isi| matches!(isi, Isi::Angka(value) if !value.is_zero());
    let is_small = |isi: &Isi| matches!(isi, Isi::Angka(value) if !value.is_zero() && value.abs() < Decimal::from(SMALL));
    let count = used.data.iter().filter(|datum| is_amount(&datum.isi)).count();
    let small = used.data.iter().filter(|datum| is_small(&datum.isi)).count();
    (count >= FEWEST && small * 2 > count).then(|| used.data.iter().position(|datum| is_small(&datum.isi))).flatten()
}

/// `1.25` typed beside texts with thousands dots, `8000.123` among whole rupiah.
fn is_eaten(value: &Value, formula: &Formula, reader: &ColumnReader, is_whole: bool) -> bool {
    let Value::Number { value, .. } = value else { return false };
    let thousandfold = value.checked_mul(Decimal::from(SMALL));
    // Three decimals are no cents, whatever stands before them.
    let is_plain = is_whole && reader.skala == Decimal::ONE && !reader.scale_is_said;
    let is_odd = reader.votes.has_dotted() && value.abs() < Decimal::from(SMALL) || is_plain && value.normalize().scale() == 3;
    *formula == Formula::None && !value.fract().is_zero() && is_odd && thousandfold.is_some_and(|whole| whole.fract().is_zero())
}
