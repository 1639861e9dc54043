//! Functions of dates.

use super::book::Book;
use super::syntax::Expr;
use super::value::{Amount, Halt, Val};
use crate::vocabulary::Tanggal;
use rust_decimal::Decimal;

/// The day of a serial number of the 1900 system.
pub(super) fn date_of(serial: Decimal) -> Option<Tanggal> {
    Tanggal::from_serial(i64::try_from(serial.trunc()).ok()?, false)
}

impl Book<'_> {
    pub(super) fn of_dates(&mut self, name: &str, arguments: &[Expr]) -> Result<Val, Halt> {
        match (name, arguments) {
            ("YEAR" | "MONTH" | "DAY", [day]) => {
                let date = self.date(day)?;
                let part = match name {
                    "YEAR" => usize::try_from(date.year).map_err(|_| Halt::Unknown)?,
                    "MONTH" => usize::from(date.month),
                    _ => usize::from(date.day),
                };
                Ok(Val::Number(Amount::count(part)))
            }
            ("DATE", [year, month, day]) => {
                let (year, month, day) = (self.integer(year)?, self.integer(month)?, self.integer(day)?);
                if !(1930..=9998).contains(&year) || !(-24..=36).contains(&month) || !(-400..=400).contains(&day) {
                    return Err(Halt::Unknown);
                }
                let first = first_of(year, month).ok_or(Halt::Unknown)?;
                Ok(Val::Date(Decimal::from(first.to_serial() + day - 1)))
            }
            ("EDATE" | "EOMONTH", [day, months]) => {
                let (date, months) = (self.date(day)?, self.integer(months)?);
                if !(-1200..=1200).contains(&months) {
                    return Err(Halt::Unknown);
                }
                let month = i64::from(date.month) + months;
                let next = first_of(date.year.into(), month + 1).ok_or(Halt::Unknown)?.to_serial();
                let first = first_of(date.year.into(), month).ok_or(Halt::Unknown)?.to_serial();
                let same_day = (first + i64::from(date.day) - 1).min(next - 1);
                Ok(Val::Date(Decimal::from(if name == "EDATE" { same_day } else { next - 1 })))
            }
            _ => Err(Halt::Unknown),
        }
    }

    /// A part that is a date, and not only a number that may be one.
    fn date(&mut self, day: &Expr) -> Result<Tanggal, Halt> {
        match self.value(day)? {
            Val::Date(serial) => date_of(serial).filter(|date| date.year > 1900).ok_or(Halt::Unknown),
            Val::Error(name) => Err(Halt::Error(name)),
            _ => Err(Halt::Unknown),
        }
    }
}

/// The first day of a month, which may be counted over the year's end.
fn first_of(year: i64, month: i64) -> Option<Tanggal> {
    let months = year.checked_mul(12)?.checked_add(month - 1)?;
    let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
    Tanggal::new(i32::try_from(months.div_euclid(12)).ok()?, month, 1)
}
