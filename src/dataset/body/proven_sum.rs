//! Whether a row's figures are the sums of the counted rows above it: what its words
//! leave in doubt its figures then prove.

use crate::dataset::counted::{CountedRow, figure_of};
use crate::vocabulary::CellAddress;
use crate::workbook::Sheet;
use num_bigint::BigInt;
use rust_decimal::Decimal;

/// The sums of a sheet's counted rows from its first to each of them, so that a sheet
/// of many doubtful rows is added up once.
pub(crate) struct Sums<'a> {
    sheet: &'a Sheet,
    /// The columns whose rows add up to something.
    columns: &'a [u32],
    /// The rows added so far, ascending.
    rows: Vec<u32>,
    /// For each column, for each number of rows: their sum, and how many of them have no figure there.
    reached: Vec<Vec<(BigInt, usize)>>,
}

impl<'a> Sums<'a> {
    pub fn of(sheet: &'a Sheet, columns: &'a [u32]) -> Self {
        let reached = columns.iter().map(|_| vec![(BigInt::ZERO, 0)]).collect();
        Self { sheet, columns, rows: Vec::new(), reached }
    }

    /// Whether every figure of a row is the sum of the counted rows from `first` on;
    /// `counted` only grows from one question to the next.
    pub fn prove(&mut self, row: u32, first: u32, counted: &[CountedRow]) -> bool {
        self.add(counted);
        let from = self.rows.partition_point(|own| *own < first);
        let to = self.rows.partition_point(|own| *own < row).max(from);
        let mut proofs = 0;
        for (column, reached) in self.columns.iter().zip(&self.reached) {
            let Some(stated) = self.figure(row, *column) else { return false };
            // A total may leave columns out.
            if stated.is_zero() {
                continue;
            }
            let ((before, unknown_before), (after, unknown_after)) = (&reached[from], &reached[to]);
            if unknown_before != unknown_after || after - before != scaled(stated) {
                return false;
            }
            proofs += 1;
        }
        proofs > 0 && to - from >= 2
    }

    fn add(&mut self, counted: &[CountedRow]) {
        for counted in counted.iter().skip(self.rows.len()) {
            self.rows.push(counted.row);
            for index in 0..self.columns.len() {
                let figure = self.figure(counted.row, self.columns[index]);
                let (sum, unknown) = self.reached[index].last().cloned().unwrap_or_default();
                let unknown = unknown + usize::from(figure.is_none());
                self.reached[index].push((sum + scaled(figure.unwrap_or_default()), unknown));
            }
        }
    }

    fn figure(&self, row: u32, column: u32) -> Option<Decimal> {
        figure_of(self.sheet.cell(CellAddress::new(row, column)).as_ref())
    }
}

/// A decimal in steps of 10^-28, the finest it may have: such sums are exact.
fn scaled(value: Decimal) -> BigInt {
    BigInt::from(value.mantissa()) * BigInt::from(10).pow(Decimal::MAX_SCALE - value.scale())
}
