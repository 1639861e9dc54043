//! A figure and its trace in, its arithmetic step by step and every cell it
//! rests on out: what `iku jelaskan 1.1` shows. Nothing here computes anew; it
//! asks the same evaluator that made the figure. Personal data come out masked.

mod cells;
mod explanation;
mod model;
mod steps;
mod words_id;

pub use explanation::explain;
pub use model::{
    AggregateExplained, CapaianExplained, CellExplained, Explanation, LeftOutExplained, MeasureExplained, OriginExplained, Step,
};
