//! An .xlsb package in, its sheets out. The records are read by our own walker:
//! general readers drop error results and short cell records without a word.

mod cells;
mod comments;
mod parts;
mod read;
mod record;

#[cfg(test)]
mod tests;

pub(crate) use read::read;
