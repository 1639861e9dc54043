//! An .xlsx or .xlsm package in, its sheets out, each part read in one pass by
//! our own scanner, which keeps what general readers drop: the number as written,
//! percent formats, hidden rows, formulas without a result, unknown errors.

mod cell;
pub(crate) mod comments;
pub(crate) mod drawings;
mod links;
mod parts;
mod read;
mod quick;
mod rich_text;
mod sheet_part;
mod styles;
mod tables;

#[cfg(test)]
mod tests;

pub(crate) use read::read;
