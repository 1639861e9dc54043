//! Formulas in, live Excel formulas over defined names out: the helper columns
//! that stand on each source's data sheet, and a cell for each measure and
//! indicator, each with its exact result. Knows no sheet's layout: where a cell
//! stands, the report room says.
//!
//! Names: `{sumber}_{tahun}[Volume Usaha]` a column of a data sheet's table, by its
//! heading, `{ukuran}_{tahun}` a measure's cell, `iku_1_1_2021` an indicator's.
//! Only functions that Excel and LibreOffice have alike: no locale, no arrays.

mod as_read;
mod belongs;
mod cell;
mod code;
mod coverage;
mod distinct;
mod entities;
mod fits;
mod given;
mod helper;
mod live;
mod made;
mod names;
mod of_entities;
mod plain_counts;
mod row;
mod row_coverage;
mod scalar;
mod workbook;

#[cfg(test)]
mod oracle;

pub use crate::formula::words_id::heading;
pub use cell::{CellResult, ColumnRef, Given, HelperColumn, LiveCell, LiveMeasure, Piece, literal};
pub use code::quoted;
pub use coverage::{LiveCount, LiveCoverage};
pub(super) use fits::fits;
pub(super) use names::like_a_cell;
pub use names::{cell_of, column_of, field_heading, indicator_name, largest_name, measure_name, table_name};
pub use workbook::{N_A, Sought, UNDEFINED, Workbook};
