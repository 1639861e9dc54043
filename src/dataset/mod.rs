//! Sheets and profile in, one keyed table per source and year out, with every
//! value's own cell, and the checks across a table. What may go wrong is a
//! finding; a table that carries a `galat` makes no report. Knows no formula.

mod table;

pub use table::{Column, Dataset, Datum, Isi, Jenis, Masukan, Need, Part, Row, Table};
