//! Old .xls workbooks. Values come through calamine ([`read`]); what it does not
//! tell (number formats, hidden and struck cells, runs of a text) is read of the file's own records:
//! `container` finds the workbook's stream, `records` steps through it, `look` says how cells are shown,
//! `rich_text` what runs of a text are, `objects` what is written around them,
//! `rules` which rules hide a value or say what a cell asks for.

mod container;
mod look;
mod objects;
mod read;
mod records;
mod rich_text;
mod rules;
mod shared_formula;

pub(crate) use read::read;
