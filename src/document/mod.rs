//! A Tera template and a report in, one `Document` out: the pages' blocks,
//! which both renderers draw, and the data sheets, which the XLSX writes. A
//! template may be wrong: the error names its line. Knows no PDF and no XLSX.

mod markup;
mod model;
mod page_file;
mod picture;
mod problem;
mod part;
mod template;
mod texts;
mod words_id;

pub use crate::report::{
    Anchor, Calculated, CellFormat, DIFFERS_NAME, DataCell, DataColumn, DataRow, DataSheet, FigureValue, Group, Link, MadeRows,
    Mark, NA, NamedRange, RowStyle, SaidRows, Shown, Typed,
};
pub use model::{
    Align, Block, Border, Chart, ChartPoint, ChartSeries, ColumnWidth, Document, FontFile, Fraction, Inline, Letterhead, Meta,
    Orientation, PagePart, PageSetup, Picture, SheetPlan, Signature, SignatureBlock, Style, Table, TableCell, TableRow, Text,
};
pub use page_file::{PageFileError, read_emblem, read_fonts};
pub use part::{render_foot, render_part, render_part_of};
pub use picture::pixels;
pub use problem::{Bound, Fault, PictureTrouble, Problem, TemplateError};
pub use template::TemplateSet;
pub use words_id::picture as picture_trouble;
