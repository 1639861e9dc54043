//! The totals a sheet states, held against the rows of its columns.

use crate::dataset::Jenis;
use crate::dataset::accept::Findings;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::total::{Compared, Summand, amount, check, is_additive, is_rounded, states_sum};
use crate::dataset::counted::{On, StatedTotal, figure_of};
use crate::diagnostic::{JumlahTidakSama, Temuan};
use crate::text::label::spelt_words;
use crate::text::lexicon::{TOTALS, WHOLE};
use crate::text::{NumberText, is_number_text, period_named, read_number};
use crate::vocabulary::{CellAddress, Year};
use crate::workbook::{Cell, Formula, Value};
use rust_decimal::Decimal;

/// Checks every stated total under a column that figures rest on; for each column how many could be compared.
pub(crate) fn check_totals(used: &[Used], on: &On, totals: &[StatedTotal], findings: &mut Findings) -> Vec<usize> {
    let On { source, sheet, layout, rows, .. } = *on;
    let above = stated_above(on);
    let mut compared = vec![0; used.len()];
    for (place, column) in used.iter().enumerate().filter(|(_, column)| !column.rests.is_empty()) {
        let field = &source.fields[column.field];
        let heading = &layout.columns[column.index];
        if &*field.isian == "tahun" || !is_additive(field.jenis, &heading.path) {
            continue;
        }
        let cells: Vec<Summand> = (0..column.data.len())
            .map(|index| Summand {
                row: rows[index].row,
                value: amount(&column.data.get(index)),
                doubtful: column.doubtful.contains(&index),
                accepted: column.accepted.contains(&index),
            })
            .collect();
        // `Jumlah Tahun 2020` under rows of 2021 compares.
        let is_own = |label: &str| {
            let year = period_named(label).and_then(|(period, _)| period.year);
            year.is_none_or(|year| column.rests.contains(&year))
        };
        for total in totals.iter().chain(&above).filter(|total| states_sum(&total.label) && is_own(&total.label)) {
            let at = CellAddress::new(total.row, heading.column);
            let Some(cell) = sheet.cell(at) else { continue };
            if is_other_function(&cell) {
                continue;
            }
            let Some(tertulis) = stated_amount(column, &cell) else { continue };
            // After a total of the first page one of the whole list.
            let whole = StatedTotal { first: layout.header.1 + 1, ..total.clone() };
            let is_of_all = || total.row > total.last && check(&whole, tertulis, &cells) == Compared::Agrees;
            let outcome = match check(total, tertulis, &cells) {
                Compared::Differs { .. } if is_of_all() => Compared::Agrees,
                Compared::Differs { .. } if field.jenis == Jenis::Uang && is_rounded(total, tertulis, &cells) => Compared::Agrees,
                outcome => outcome,
            };
            compared[place] += usize::from(outcome != Compared::Not);
            if let Compared::Differs { terhitung, baris } = outcome {
                let ditemukan = raw_text(&cell.value);
                let fakta = JumlahTidakSama {
                    isian: field.isian.to_string(),
                    ditemukan: ditemukan.clone(),
                    tertulis,
                    terhitung,
                    baris,
                    kolom: 0,
                };
                findings.raise(Temuan::new(sheet.at_cell(at), fakta).named(&total.label), Some(&ditemukan));
            }
        }
    }
    compared
}

/// So many rows over the headings are looked at for totals.
const NEAR: u32 = 8;

/// Totals stated over the headings: `Total Volume Usaha :` and its figure over that very column,
/// where no other figure stands over the table (another's rows).
fn stated_above(on: &On) -> Vec<StatedTotal> {
    let On { sheet, layout, .. } = *on;
    let (first, last) = (layout.header.0, layout.rows.last().map_or(layout.header.1, |row| row.row));
    let is_year = |text: &str| Year::parse(text.trim()).is_some_and(|year| (1990..=2099).contains(&year.0));
    let is_figure = |cell: &&Cell| match &cell.value {
        Value::Number { value, .. } => !is_year(&value.normalize().to_string()),
        Value::Text(text) => is_number_text(text) && text.bytes().any(|byte| byte.is_ascii_digit()) && !is_year(text),
        _ => false,
    };
    let with_figures: Vec<u32> =
        (first.saturating_sub(NEAR)..first).filter(|row| sheet.row(*row).iter().any(|cell| is_figure(&cell))).collect();
    let [row] = with_figures[..] else { return Vec::new() };
    let cells = sheet.row(row);
    let total = |label: &str| vec![StatedTotal { row, label: label.trim().to_owned(), first: layout.header.1 + 1, last }];
    let Some(label) = cells.iter().filter_map(|cell| cell.value.text()).find(|text| text.chars().any(char::is_alphabetic)) else {
        return if are_sums(on, row, &cells) { total("") } else { Vec::new() };
    };
    let words = spelt_words(label);
    let says_its_column = |cell: &Cell| {
        let heading = layout.columns.iter().find(|heading| heading.column == cell.at.column);
        let own: Vec<String> = heading.into_iter().flat_map(|heading| &heading.path).flat_map(|text| spelt_words(text)).collect();
        words[1..].iter().all(|word| own.contains(word) || WHOLE.contains(&word.as_str()) || word == "rp")
    };
    let is_total =
        words.first().is_some_and(|word| TOTALS.contains(&word.as_str())) && cells.iter().filter(is_figure).all(says_its_column);
    if is_total { total(label) } else { Vec::new() }
}

/// Whether figures over the headings, with no word beside them, are the sums of their columns: one is, or is a SUM by its
/// formula.
fn are_sums(on: &On, row: u32, cells: &[Cell]) -> bool {
    let is_sum = |cell: &Cell| {
        let is_headed = on.layout.columns.iter().any(|heading| heading.column == cell.at.column);
        let by_formula = matches!(&cell.formula, Formula::Some(Some(formula)) if {
            let upper = formula.trim_start_matches('=').to_ascii_uppercase();
            upper.starts_with("SUM(") || upper.starts_with("SUBTOTAL(")
        });
        let sum = || {
            let figures = on.rows.iter().map(|own| figure_of(on.sheet.cell(CellAddress::new(own.row, cell.at.column)).as_ref()));
            figures.map(Option::unwrap_or_default).try_fold(Decimal::ZERO, |sum, figure| sum.checked_add(figure))
        };
        let own = figure_of(Some(cell)).filter(|own| !own.is_zero());
        is_headed && (by_formula || own.is_some() && own == sum())
    };
    row + 1 == on.layout.header.0 && cells.iter().any(is_sum)
}

/// A totals row may hold an average or a count: `SUBTOTAL(101,[Aset])`.
fn is_other_function(cell: &Cell) -> bool {
    let Formula::Some(Some(formula)) = &cell.formula else { return false };
    let upper = formula.trim_start_matches('=').replace(' ', "").replace(';', ",").to_ascii_uppercase();
    let subtotal = upper.strip_prefix("SUBTOTAL(").and_then(|rest| rest.split_once(',')).map(|(function, _)| function);
    let others = ["AVERAGE(", "COUNT", "MAX(", "MIN(", "MEDIAN("];
    subtotal.is_some_and(|function| !matches!(function, "9" | "109")) || others.iter().any(|other| upper.starts_with(other))
}

/// The number in a total's cell, scaled as its column; a mark column's total is a count.
fn stated_amount(column: &Used, cell: &Cell) -> Option<Decimal> {
    if column.reader.jenis == Jenis::Tanda {
        return match &cell.value {
            Value::Number { value, .. } => Some(*value),
            Value::Text(text) => match read_number(text) {
                NumberText::Value(read) => Some(read.value),
                NumberText::TwoWays { id, .. } => Some(id.value),
                _ => None,
            },
            _ => None,
        };
    }
    amount(&column.reader.read(Some(cell)).isi)
}
