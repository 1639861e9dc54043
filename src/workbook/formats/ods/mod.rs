//! An OpenDocument spreadsheet in, its sheets out, read by our own scanner in
//! one pass: general readers tell neither merges nor hidden rows nor percents,
//! and take an error for a text.

mod prompts;
mod read;
mod rules;
mod shown;
mod styles;
mod table;
mod text;
mod written;

#[cfg(test)]
mod tests;

pub(crate) use read::read;
