//! What a sheet's table looks like: where its headings are, which column is
//! which field, and what each row below them is.

use super::evidence::Spot;
use super::rows_told::LayoutRows;
use crate::profile::{Arti, HeaderRows};
use crate::text::Period;
use crate::vocabulary::{CellAddress, Year};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a field's cells hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expect {
    Money,
    /// A count or another number.
    Number,
    Text,
    Date,
    /// A yes/no mark.
    Mark,
}

/// A field to look for in the headings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    pub isian: Arc<str>,
    /// Headings that mean this field, as people write them. A ` / ` path names
    /// parent and leaf: `koperasi / aktif`.
    pub aliases: Vec<String>,
    pub expect: Expect,
    /// The profile names this heading: it must match exactly (case, blanks and
    /// punctuation aside), and no other column may.
    pub declared: bool,
    /// The field whose presence makes a row a row: the entity's own name.
    pub is_name: bool,
    /// A key field: a total row has none.
    pub is_key: bool,
}

/// What the caller knows before looking.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Hints {
    /// `baris_judul` of the profile.
    pub header_rows: Option<HeaderRows>,
    /// Words that headings over columns may have without taking a part of what is
    /// counted: what the table is of (`koperasi`), the office's own place.
    pub own_words: BTreeSet<String>,
    /// What the profile says that texts mean, each folded as `Arti::folded` does: a
    /// heading that is `lewati` takes its columns out, one that is `biasa` changes nothing.
    pub arti: BTreeMap<String, Arti>,
}

/// A column that is a wanted field by its own heading, but for a label over it
/// that may take a part of what is counted: `Koperasi Wanita` over `Volume Usaha`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Doubtful {
    pub isian: Arc<str>,
    /// From 0.
    pub column: u32,
    /// The labels over the column, top to bottom.
    pub path: Vec<String>,
    /// The year that they state.
    pub year: Option<Year>,
    /// The label whose words are not known there, and its cell.
    pub text: String,
    pub at: CellAddress,
}

/// How a column was told to be a field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Match {
    Exact,
    /// A near match, with the alias it resembles: reported as `judul-mirip`.
    Near {
        alias: String,
    },
}

/// A money scale as a heading or a caption states it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitStated {
    /// 1, 1 000, 1 000 000 or 1 000 000 000.
    pub factor: u64,
    /// As written: `(Rp Juta)`.
    pub text: String,
    /// Where it is said.
    pub at: Spot,
}

/// One column of the headings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LayoutColumn {
    /// From 0.
    pub column: u32,
    /// The labels over it, top to bottom, each once, as written (line breaks as blanks).
    pub path: Vec<String>,
    /// The field it is, if it is one that was wanted.
    pub isian: Option<Arc<str>>,
    pub matched: Match,
    pub unit: Option<UnitStated>,
    /// What lines over and below the table say of this column by name: `SHU dalam ribuan`. Of factor 0
    /// where they only except it from what they say of the others.
    pub said: Vec<UnitStated>,
    /// What the heading counts, where that is no money: `(orang)`.
    pub counted: Option<String>,
    /// A year in the heading (`Omset 2020`) and the period it names.
    pub period: Option<Period>,
}

/// A title or caption that states a table's year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StatedYear {
    pub at: Spot,
    /// The last year, and the first where it states several (`TAHUN 2019-2020`).
    pub year: Year,
    pub first: Year,
    /// The caption as it stands there.
    pub text: String,
    /// It may be the year after the table's own: `RAT 2022` was held over 2021.
    pub may_follow: bool,
}

/// A title that makes the figures something else than the realisasi of the year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Limit {
    pub at: Spot,
    /// The title as it stands there, and the word that limits.
    pub text: String,
    pub word: String,
    /// It may be the realisasi all the same: `DATA SEMENTARA`.
    pub is_soft: bool,
}

/// A table on a sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableLayout {
    /// Heading rows, from 0, both included.
    pub header: (u32, u32),
    /// All columns of the headings, left to right, wanted or not.
    pub columns: Vec<LayoutColumn>,
    /// All rows below the headings up to the next table or the sheet's end.
    pub rows: LayoutRows,
    /// A scale the title or a caption states for the whole table.
    pub unit: Option<UnitStated>,
    /// A caption or note that states a different scale than `unit`, or a parent
    /// heading that states another than its child: which one holds is unknown.
    pub unit_conflict: Option<UnitStated>,
    /// The period the title states.
    pub period: Option<Period>,
    /// Every title or caption that states the table's year.
    pub stated_years: Vec<StatedYear>,
    /// Every title that limits what the figures are.
    pub limits: Vec<Limit>,
    /// Captions that tell when the data were gathered, or by whom.
    pub history: Vec<(Spot, String)>,
    /// Columns of whole years, each with those of the quarters or months that make it up.
    pub made_up: Vec<(u32, Vec<u32>)>,
    /// Columns that are no field's until the profile says what a label over them means.
    pub doubtful: Vec<Doubtful>,
    /// Column pairs that fit a wanted field equally well: the field and the columns.
    pub ambiguous: Vec<(Arc<str>, Vec<u32>)>,
    /// The first and last columns of blocks right of it that only say again what its rows say.
    pub side_recaps: Vec<(u32, u32)>,
    /// Its headings repeat those of the table above with other columns, units or
    /// years: the list goes on below them, read by its own headings.
    pub continues: bool,
    /// The share of found fields and of cells of the expected kind, 0 to 1000; higher is surer.
    pub score: u32,
}

impl TableLayout {
    /// Whether a column of the sheet is of a block that only says again what the table's rows say.
    pub fn is_recap(&self, column: u32) -> bool {
        self.side_recaps.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }
}
