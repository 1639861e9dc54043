//! The formats, each a file's bytes in and sheets out, and what they share.

pub(crate) mod around;
pub(crate) mod cell_format;
pub(crate) mod colour;
pub(crate) mod csv;
pub(crate) mod iso_date;
pub(crate) mod lexeme;
pub(crate) mod ods;
pub(crate) mod package;
pub(crate) mod part_name;
pub(crate) mod plain_text;
pub(crate) mod relationships;
pub(crate) mod runs;
pub(crate) mod xls;
pub(crate) mod xlsb;
pub(crate) mod xlsx;
pub(crate) mod xml;
