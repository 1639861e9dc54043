//! Why a figure in the workbook cannot be had, in short Indonesian words.

use super::Reason;

pub const ZERO: &str = "pembagi bernilai nol";
pub const NEGATIVE: &str = "nilai dasar negatif";
pub const NO_VALUES: &str = "tidak ada nilai yang dapat dihitung";
pub const OPERAND: &str = "angka yang dipakainya tidak ada atau tidak dapat dihitung";

/// The same of a reason; none of what no cell's formula says.
pub fn of(reason: &Reason) -> Option<&'static str> {
    match reason {
        Reason::DivisionByZero => Some(ZERO),
        Reason::NegativeBase { .. } => Some(NEGATIVE),
        Reason::EmptyAverage { .. } | Reason::NoValues { .. } => Some(NO_VALUES),
        Reason::Operand { .. } => Some(OPERAND),
        _ => None,
    }
}
