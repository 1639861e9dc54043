//! A Tera template and a report in, one `Document` out: the pages' blocks,
//! which both renderers draw, and the data sheets, which the XLSX writes. A
//! template may be wrong: the error names its line. Knows no PDF and no XLSX.

mod model;

pub use model::{
    Align, Block, Border, Calculated, CellFormat, ColumnWidth, DataCell, DataColumn, DataRow, DataSheet, Document, FigureValue,
    Fraction, Inline, Letterhead, Meta, NamedRange, Orientation, PagePart, PageSetup, RowStyle, SheetPlan, Signature,
    SignatureBlock, Style, Table, TableCell, TableRow, Text,
};
