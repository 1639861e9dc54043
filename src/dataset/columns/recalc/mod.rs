//! A workbook's formulas worked out again from the cells they name, on whatever sheet
//! those stand: a stored result that they do not give is old. Only what is surely
//! the same in Excel and LibreOffice is worked out; of the rest nothing is said. Numbers
//! are exact decimals beside which stands how far the binary ones of a spreadsheet
//! may be off. The work is bounded by the workbook's own size.

mod area;
mod array;
mod book;
mod criteria;
mod dates;
mod doubt;
mod dynamic;
mod evaluate;
mod fallback;
mod functions;
mod grid;
mod listed;
mod lookup;
mod numbers;
mod order;
mod ranges;
mod reading;
mod reference;
mod rounding;
mod structured;
mod syntax;
mod tally;
mod terms;
mod text_functions;
#[cfg(test)]
mod tests;
mod texts;
mod value;

pub(crate) use book::{Book, Verdict};
pub(crate) use doubt::Doubt;
pub(crate) use terms::{Factor, Read, Said, Term};
