//! What there is to say of a figure: numbers as shown, places as addresses.

use crate::profile::{Arah, TurunRule};

/// One indicator's figure in one year.
#[derive(Clone, PartialEq, Debug)]
pub struct Explanation {
    pub id: String,
    pub nama: String,
    pub tahun: i32,
    pub satuan: Option<String>,
    /// The formula in words.
    pub dalam_kata: String,
    /// The formula as the profile writes it.
    pub rumus: String,
    /// The formula with its operands' figures.
    pub substitusi: String,
    pub langkah: Vec<Step>,
    /// The exact figure (28 significant digits where it does not end); none where it cannot be had.
    pub tepat: Option<String>,
    /// The same as the record has it: with a point, 28 digits where it does not end.
    pub nilai: Option<String>,
    /// As the pages show it.
    pub tampil: String,
    pub desimal: u32,
    pub sebab: Option<String>,
    /// Against the year's target, then against the plan's final one.
    pub capaian: Option<CapaianExplained>,
    pub kemajuan: Option<CapaianExplained>,
    /// What the indicator's formula takes from the data itself.
    pub agregat: Vec<AggregateExplained>,
    /// Every measure it rests on, each before those that it rests on in turn.
    pub ukuran: Vec<MeasureExplained>,
}

/// A part of a formula, worked out.
#[derive(Clone, PartialEq, Debug)]
pub enum Step {
    /// `450 - 400 = 50`
    Worked {
        left: String,
        right: String,
        /// Whether `right` is rounded for showing.
        rounded: bool,
    },
    /// A condition of IF, with its figures.
    Condition { text: String, holds: bool },
}

/// A realisasi against a target.
#[derive(Clone, PartialEq, Debug)]
pub struct CapaianExplained {
    pub tahun: i32,
    pub arah: Arah,
    pub turun: TurunRule,
    pub realisasi: String,
    pub target: String,
    /// In per cent, with two decimals.
    pub tampil: Option<String>,
    /// Why there is none.
    pub sebab: Option<String>,
    /// The clamp and the clamped value, where the profile sets one.
    pub dibatasi: Option<(String, String, String)>,
    pub predikat: Option<String>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct MeasureExplained {
    pub nama: String,
    pub sebutan: String,
    pub tahun: i32,
    pub satuan: Option<String>,
    pub rumus: Option<String>,
    pub tampil: String,
    pub sebab: Option<String>,
    pub asal: OriginExplained,
    pub langkah: Vec<Step>,
    pub agregat: Vec<AggregateExplained>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum OriginExplained {
    Data {
        /// A published value that the data replace: its figure and where it stands.
        lain: Option<(String, Option<String>)>,
    },
    Tetapan {
        asal: Option<String>,
        /// What the data give, where they give another figure.
        data: Option<String>,
    },
}

/// An aggregate over the rows of one table, down to its cells.
#[derive(Clone, PartialEq, Debug)]
pub struct AggregateExplained {
    /// In words.
    pub dalam_kata: String,
    pub sumber: String,
    pub tahun: i32,
    pub tampil: String,
    pub sebab: Option<String>,
    /// Rows in the table, and cells (for COUNT: rows) that counted.
    pub baris: usize,
    pub dihitung: usize,
    /// The largest first; for COUNT in the rows' order.
    pub sel: Vec<CellExplained>,
    /// How many more there are.
    pub sel_lagi: usize,
    pub dilewati: Vec<LeftOutExplained>,
    /// The six groups of a comparison between years, as the pages say them; and to how many values rows were added up first.
    pub kelompok: Vec<String>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct CellExplained {
    /// `data/….xlsx!Sheet!S8`
    pub tempat: String,
    pub nama: String,
    pub isi: String,
    /// Whether `[[terima]]` put this value in the place of what stands there.
    pub dibetulkan: bool,
}

/// Rows that did not count for one reason.
#[derive(Clone, PartialEq, Debug)]
pub struct LeftOutExplained {
    pub sebab: String,
    pub jumlah: usize,
    /// Place and name of each, the first of them where not all were asked for.
    pub baris: Vec<(String, String)>,
}
