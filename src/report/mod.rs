//! Figures and findings in, all that the pages say and the data sheets out.
//! Every figure is worded here once, so that no two places can say it
//! differently. Knows no layout.

mod anchors;
mod build;
mod calculation;
mod calculation_widths;
mod chart;
mod checked;
mod control;
mod coverage;
mod data_rows;
mod data_sheet;
mod differs;
mod differs_words_id;
pub mod explain;
mod figures;
mod leads;
mod long;
mod measures;
mod model;
mod notes;
mod operands;
mod origin;
mod pages;
mod predicates;
mod reading_sheet;
mod reading_words_id;
mod row_check;
mod rows;
mod said;
mod sheet;
mod shown;
mod sources;
mod widths;
mod words_id;

pub use build::{Built, Inputs, build, doubtful};
pub use calculation::{AKHIR_NAMES, PREDIKAT_NAME, TARGET_NAMES, capaian_name};
pub use differs::DIFFERS_NAME;
pub use figures::{headline, rounded, shown};
pub use model::{
    AngkaPage, CakupanNama, CakupanRow, CapaianPage, CapaianRow, CatatanPage, FigurePage, FormulaPage, GrafikPage, IndikatorPage,
    InstansiPage, LabelPage, MasukanRow, OperandRow, PenandatanganPage, PerhitunganPage, PerubahanPage, Report, RevisiPage,
    SasaranPage, TemuanRow, TitikPage,
};
pub use pages::{Doubtful, living};
pub use rows::MadeRows;
pub use said::{Said, SaidRows};
pub use sheet::{
    Anchor, Calculated, CellFormat, DataCell, DataColumn, DataRow, DataSheet, FigureValue, Group, Link, Mark, NamedRange,
    RowStyle, Typed,
};
pub use shown::Shown;
pub use words_id::{NA, NAIK_RULE, TIDAK_DAPAT_DIHITUNG, turun_rule, without_capaian};
