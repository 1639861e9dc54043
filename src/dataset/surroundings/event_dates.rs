//! Lists of what took place, each on its day (trainings): of one year all of them, but for one that is of another.

use crate::dataset::counted::On;
use crate::diagnostic::{RaguTanggal, TanggalJanggal, Temuan};
use crate::profile::Dictionary;
use crate::table::LayoutColumn;
use crate::vocabulary::{CellAddress, Tanggal, Year};
use crate::workbook::Value;
use rust_decimal::prelude::ToPrimitive as _;

/// Fewer days show no year of a list.
const FEW: usize = 8;
/// More rows than this are entered by a program.
const MOST: usize = 20_000;
/// What is paid, reported or ended in the next year's first months, or prepared in the last of the year before.
const NEAR: u8 = 2;
/// So many of the first rows hold days, or none is looked for.
const FIRST: usize = 5;

/// The one day of each column of days that is of another year than all the others. Entities that a dictionary knows are
/// of any year.
pub(crate) fn event_dates(on: &On) -> Vec<Temuan> {
    if on.source.sumber.bentuk != Dictionary::None || !(FEW..=MOST).contains(&on.rows.len()) {
        return Vec::new();
    }
    on.layout.columns.iter().filter_map(|column| of_another_year(on, column)).collect()
}

fn of_another_year(on: &On, column: &LayoutColumn) -> Option<Temuan> {
    let mut cells = on.sheet.cells.column(column.column);
    let mut day = |row: u32| match cells.cell(row)?.value {
        Value::Date { serial } => Tanggal::from_serial(serial.trunc().to_i64()?, false),
        _ => None,
    };
    if !on.rows.iter().take(FIRST).any(|row| day(row.row).is_some()) {
        return None;
    }
    let days: Vec<(usize, Tanggal)> = (0..on.rows.len()).filter_map(|row| Some((row, day(on.rows[row].row)?))).collect();
    let (row, odd, year) = odd_one(&days)?;
    let at = CellAddress::new(on.rows[row].row, column.column);
    let isian = column.path.last().map(|leaf| leaf.trim().to_owned()).unwrap_or_default();
    let fakta = TanggalJanggal { isian, ditemukan: odd.to_string(), ragu: RaguTanggal::JauhDariLain(year, year) };
    Some(Temuan::new(on.sheet.at_cell(at), fakta).named(&*on.rows[row].nama))
}

/// The one day that is of another year than all others, and theirs.
fn odd_one(days: &[(usize, Tanggal)]) -> Option<(usize, Tanggal, Year)> {
    if days.len() < FEW {
        return None;
    }
    let year =
        days[..2].iter().map(|(_, day)| day.year).max_by_key(|year| days.iter().filter(|(_, day)| day.year == *year).count())?;
    let mut others = days.iter().filter(|(_, day)| day.year != year);
    let (row, odd) = *others.next()?;
    let is_near = odd.year == year + 1 && odd.month <= NEAR || odd.year == year - 1 && odd.month > 12 - NEAR;
    (others.next().is_none() && !is_near).then_some((row, odd, Year(year)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_training_of_another_year_is_told_and_what_ends_in_january_is_not() {
        let told = |change: &dyn Fn(usize) -> Option<(i32, u8)>| {
            let day = |at: usize| {
                let (year, month) = change(at).unwrap_or((2021, 1 + at as u8));
                (at, Tanggal { year, month, day: 4 })
            };
            odd_one(&(0..12).map(day).collect::<Vec<_>>()).map(|(row, ..)| row)
        };
        assert_eq!(told(&|_| None), None);
        assert_eq!(told(&|at| (at == 3).then_some((2020, 3))), Some(3));
        assert_eq!(told(&|at| (at == 0).then_some((2022, 3))), Some(0));
        assert_eq!(told(&|at| (at == 11).then_some((2022, 1))), None);
        assert_eq!(told(&|at| (at == 0).then_some((2020, 12))), None);
        assert_eq!(told(&|at| (at < 2).then_some((2020, 3))), None);
        assert_eq!(told(&|at| Some((2010 + at as i32, 3))), None);
    }
}
