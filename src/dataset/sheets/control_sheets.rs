//! A sheet that holds the counted figures once more (a pivot, a list to check them by), and not all of them the same.

use crate::dataset::cell::raw_text;
use crate::dataset::key::normal;
use crate::dataset::matching::fit::Chosen;
use crate::dataset::sheets::mentions::is_amount;
use crate::table::{LayoutRow, RowKind};
use crate::text::phrase::total_phrase;
use crate::vocabulary::{CellAddress, mask_person};
use crate::workbook::{Cell, Sheet, Value};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// A sheet of more cells is no list to check others by.
const MOST: usize = 20_000;
/// Fewer equal figures are equal by chance.
const FEWEST: usize = 3;

/// A row of such a sheet: its label, whether a counted row bears that name, and its amounts by their columns.
struct Line {
    label: String,
    name: String,
    amounts: BTreeMap<u32, Decimal>,
}

/// The label at which a sheet's column, otherwise that of counted figures, says another one: a name's, or its total's.
pub(crate) fn differing_label(chosen: &[Chosen], sheet: &Sheet) -> Option<String> {
    if sheet.cells.len() > MOST {
        return None;
    }
    let counted = counted_amounts(chosen);
    let lines: Vec<Line> = sheet.cells.rows_from(0).filter_map(|row| line(&row.cells().collect::<Vec<Cell>>())).collect();
    let columns: BTreeSet<u32> = lines.iter().flat_map(|line| line.amounts.keys().copied()).collect();
    columns.into_iter().find_map(|column| differing_in(&lines, &counted, column))
}

fn differing_in(lines: &[Line], counted: &BTreeMap<String, BTreeSet<Decimal>>, column: u32) -> Option<String> {
    let amount = |line: &Line| line.amounts.get(&column).copied();
    let judged = lines.iter().filter_map(|line| Some((line, counted.get(&line.name)?.contains(&amount(line)?))));
    let judged: Vec<(&Line, bool)> = judged.collect();
    let same = judged.iter().filter(|(_, is_same)| *is_same).count();
    // Most are the same, or the column is of something else.
    if same < FEWEST || same * 5 < judged.len() * 4 {
        return None;
    }
    let other = judged.iter().find(|(_, is_same)| !is_same).map(|(line, _)| mask_person(&line.label));
    let total = || {
        let at = lines.iter().position(|line| total_phrase(&line.label).is_some() && amount(line).is_some())?;
        let sum: Decimal = lines[..at].iter().filter_map(amount).try_fold(Decimal::ZERO, Decimal::checked_add)?;
        (amount(&lines[at]) != Some(sum)).then(|| lines[at].label.clone())
    };
    other.or_else(total)
}

/// The amounts of each counted row's name.
fn counted_amounts(chosen: &[Chosen]) -> BTreeMap<String, BTreeSet<Decimal>> {
    let mut found: BTreeMap<String, BTreeSet<Decimal>> = BTreeMap::new();
    for Chosen { sheet, layout, name, .. } in chosen {
        let column = layout.columns.iter().find(|column| name.is_some() && column.isian == *name);
        let Some(column) = column.map(|column| column.column) else { continue };
        let is_data = |row: &LayoutRow| matches!(row.kind, RowKind::Data | RowKind::DataUnlessSum { .. });
        for row in layout.rows.iter().filter(is_data) {
            let Some(name) = sheet.cell(CellAddress::new(row.row, column)) else { continue };
            let own = found.entry(normal(&raw_text(&name.value))).or_default();
            own.extend(sheet.row(row.row).iter().filter_map(number));
        }
    }
    found
}

fn line(cells: &[Cell]) -> Option<Line> {
    let is_label = |cell: &&Cell| matches!(&cell.value, Value::Text(text) if text.chars().any(char::is_alphabetic));
    let label = raw_text(&cells.iter().find(is_label)?.value).trim().to_owned();
    let amounts = cells.iter().filter(|cell| is_amount(cell)).filter_map(|cell| Some((cell.at.column, number(cell)?)));
    Some(Line { name: normal(&label), label, amounts: amounts.collect() })
}

fn number(cell: &Cell) -> Option<Decimal> {
    if let Value::Number { value, .. } = &cell.value { Some(value.normalize()) } else { None }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome, written};
    use crate::diagnostic::Kode;
    use crate::profile::Dictionary;

    const NAMES: [&str; 5] = ["KSU Rejeki", "KUD Makmur", "Kopwan Melati", "KSP Abadi", "Kopkar Sejahtera"];

    fn told(pivot: &[(&str, u32)]) -> usize {
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]).xlsx("2021.xlsx", |workbook| {
            let sheet = workbook.add_worksheet().set_name("Data").unwrap();
            for (column, heading) in (0..).zip(["Nama Koperasi", "Nomor Badan Hukum", "Volume Usaha"]) {
                sheet.write(0, column, heading).unwrap();
            }
            for (row, name) in (1..).zip(NAMES) {
                sheet.write(row, 0, name).unwrap();
                sheet.write(row, 1, format!("{row}/BH/199{row}")).unwrap();
                sheet.write(row, 2, 1_000_123 * row).unwrap();
            }
            let other = workbook.add_worksheet().set_name("Pivot").unwrap();
            other.write(0, 0, "Row Labels").unwrap();
            other.write(0, 1, "Sum of Volume Usaha").unwrap();
            for (row, (label, amount)) in (1..).zip(pivot) {
                other.write(row, 0, *label).unwrap();
                other.write(row, 1, *amount).unwrap();
            }
        });
        let office = office.source(|sumber| sumber.lembar = Some(written("Data")));
        let read = office.needs(2021, &["volume_usaha"]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::LembarTidakDibaca).len()
    }

    #[test]
    fn a_pivot_that_says_another_figure_is_told() {
        let mut pivot: Vec<(&str, u32)> = NAMES.into_iter().zip((1..).map(|row| 1_000_123 * row)).collect();
        let total = ("Grand Total", 15 * 1_000_123);
        assert_eq!(told(&[&pivot[..], &[total]].concat()), 0);
        assert_eq!(told(&[&pivot[..], &[("Grand Total", 15 * 1_000_123 + 99)]].concat()), 1);
        pivot[2].1 += 9;
        assert_eq!(told(&[&pivot[..], &[total]].concat()), 1);
        // Amounts of something else.
        let others: Vec<(&str, u32)> = NAMES.into_iter().zip((1..).map(|row| 77_777 * row)).collect();
        assert_eq!(told(&others), 0);
    }
}
