//! Files in, sheets out: what a workbook file holds, cell by cell, exactly as
//! it stands there; how number texts read; where a table's headings and rows
//! are. A file may be unreadable, too large or hostile: that is a finding, never
//! a panic. Nothing here knows koperasi or indicators.

mod layout;
mod sheet;

pub use layout::{Expect, Hints, LayoutColumn, LayoutRow, Match, Period, RowKind, TableLayout, UnitStated, Wanted};
pub use sheet::{Cell, Format, Formula, Hidden, Merge, NumberStyle, Sheet, Value, Visibility, Workbook};
