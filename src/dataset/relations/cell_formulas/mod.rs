//! A column's formulas as evidence of its figures: a row that takes another's cells or has a formula of its own, one
//! that adds other rows up, a number that makes of a month a year or of rupiah thousands, what stands in for an error.

mod factors;
mod neighbours;
pub(crate) mod operand;
mod passed_over;
#[cfg(test)]
mod tests;

use crate::dataset::accept::Findings;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::recalc::{Book, Said};
use crate::dataset::counted::On;
use crate::dataset::{Isi, Jenis};
use crate::diagnostic::{Fakta, PencarianGagal, Temuan};
use crate::vocabulary::CellAddress;
use crate::workbook::Formula;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// A column whose formulas are looked at.
struct Asked<'a> {
    on: &'a On<'a>,
    used: &'a Used,
    column: u32,
}

/// One counted row's cell of the column.
struct Own {
    /// Among the counted rows.
    index: usize,
    at: CellAddress,
    /// The number that it holds, unscaled.
    value: Option<Decimal>,
    /// Its formula, where it has one that can be read.
    said: Option<Said>,
    has_formula: bool,
}

/// Of longer lists the formulas are not taken apart: they would cost too much.
const LONGEST: usize = 200_000;

/// Looks at the formulas of a column that figures rest on.
pub(crate) fn cell_formulas(used: &mut Used, on: &On, book: &mut Book, findings: &mut Findings) {
    let field = &on.source.fields[used.field];
    let is_sum = field.jenis == Jenis::Uang || field.jenis == Jenis::Angka && field.hitungan;
    let column = on.layout.columns[used.index].column;
    if on.rows.len() > LONGEST || used.rests.is_empty() || !is_sum || !on.sheet.cells.may_hold_formulas(column) {
        return;
    }
    let cells: Vec<Own> = on.rows.iter().enumerate().filter_map(|(index, row)| own(on, (index, row.row, column), book)).collect();
    if cells.iter().all(|own| !own.has_formula) {
        return;
    }
    failed_lookups(used, on, &cells, book, findings);
    used.sums = neighbours::sums_of_rows(&Asked { on, used, column }, &cells);
    let asked = Asked { on, used, column };
    let mut told: Vec<(usize, Fakta)> = neighbours::odd_ones(&asked, &cells, book);
    let known: BTreeSet<usize> = told.iter().map(|(index, _)| *index).collect();
    let (galat, factors) = factors::factors(&asked, &cells);
    let factors: Vec<(usize, Fakta)> = factors
        .into_iter()
        .filter(|(place, _)| !known.contains(&cells[*place].index))
        .map(|(place, fakta)| (cells[place].index, fakta))
        .collect();
    told.extend(factors);
    // Told once, at the first cell of all that have the formula.
    told.extend(passed_over::passed_over(&asked, &cells).filter(|(index, _)| told.iter().all(|(other, _)| other != index)));
    told.sort_by_key(|(index, _)| *index);
    let sums = used.sums.clone();
    galat.into_iter().for_each(|temuan| findings.add(temuan));
    for (index, fakta) in told.into_iter().filter(|(index, _)| !sums.contains(index)) {
        let at = on.sheet.at_cell(CellAddress::new(on.rows[index].row, column));
        // What cannot be read was told, and what is accepted is settled.
        if findings.stands_at(&at) || used.data.is_corrected(index) {
            continue;
        }
        let granted = findings.raise(Temuan::new(at, fakta).named(&*on.rows[index].nama), None);
        correct(used, index, granted.and_then(|granted| granted.nilai));
    }
}

fn own(on: &On, (index, row, column): (usize, u32, u32), book: &mut Book) -> Option<Own> {
    let at = CellAddress::new(row, column);
    let cell = on.sheet.cell(at)?;
    let value = match cell.value {
        crate::workbook::Value::Number { value, .. } => Some(value),
        _ => None,
    };
    let has_formula = cell.formula != Formula::None;
    Some(Own { index, at, value, said: book.said(on.sheet, &cell), has_formula })
}

/// Puts the office's own value in a cell's place.
fn correct(used: &mut Used, index: usize, nilai: Option<String>) {
    let given = nilai.and_then(|nilai| used.reader.read_correction(&nilai));
    given.into_iter().for_each(|isi| used.data.set(index, isi, true));
}

/// A nought or a nil that stands where nothing was found is no value, unless the office says that it is.
fn failed_lookups(used: &mut Used, on: &On, cells: &[Own], book: &mut Book, findings: &mut Findings) {
    let field = &on.source.fields[used.field];
    for own in cells.iter().filter(|own| own.has_formula) {
        let Some(cell) = on.sheet.cell(own.at) else { continue };
        if !matches!(used.data.get(own.index), Isi::Angka(_))
            || used.data.is_corrected(own.index)
            || !book.stands_in(on.sheet, &cell)
        {
            continue;
        }
        let rumus = own.said.as_ref().map(|said| said.text.clone()).unwrap_or_default();
        let fakta = PencarianGagal { isian: field.isian.to_string(), rumus, hasil: crate::dataset::cell::raw_text(&cell.value) };
        let temuan = Temuan::new(on.sheet.at_cell(own.at), fakta).named(&*on.rows[own.index].nama);
        match findings.raise(temuan, None) {
            Some(granted) => correct(used, own.index, granted.nilai),
            None => used.is_missing(own.index, &cell),
        }
    }
}
