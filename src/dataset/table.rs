//! Tables: what formulas are evaluated over.

use super::{Bacaan, ByEntity, Cells};
use crate::vocabulary::{At, CellAddress, Sel, Tanggal, Year};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a column holds (the profile's `jenis`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Jenis {
    /// Money, in rupiah once read.
    Uang,
    /// A count or another number.
    Angka,
    Teks,
    Tanggal,
    /// A yes/no mark.
    Tanda,
}

/// What the formulas want of a source in a year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Need {
    pub sumber: String,
    pub tahun: Year,
    /// The fields formulas read in that year.
    pub isian: BTreeSet<String>,
    /// The fields whose filled cells, or whose different values, formulas count
    /// (`IS NOT EMPTY`, `COUNT_DISTINCT`).
    pub dihitung: BTreeSet<String>,
    /// The fields of which every formula takes the rows of one value alone (`WHERE triwulan = "IV"`), with those values.
    pub disaring: BTreeMap<String, BTreeSet<String>>,
    /// Those of `isian` that a figure of the report year reads with no `tetapan` in its
    /// place: a column that is not there is a `galat` for them alone.
    pub wajib: BTreeSet<String>,
    /// Whether entities are joined with another year by `kunci`.
    pub joined: bool,
    /// False where only the look-back columns of `capaian` want it: its absence is no `galat`.
    pub required: bool,
    /// The measures that want it, for messages.
    pub untuk: BTreeSet<String>,
}

/// A value as read: nil is `Angka(0)`, a missing cell is `Kosong`.
#[derive(Clone, PartialEq, Debug)]
pub enum Isi {
    Kosong,
    Angka(Decimal),
    Teks(Arc<str>),
    Tanggal(Tanggal),
    Tanda(bool),
}

impl Isi {
    pub fn is_empty(&self) -> bool {
        matches!(self, Isi::Kosong)
    }
}

/// A file and sheet that rows come from.
#[derive(Clone, PartialEq, Debug)]
pub struct Part {
    pub berkas: Arc<str>,
    pub lembar: Option<Arc<str>>,
    /// For each of [`Table::columns`], the sheet's column that its values were read from; 0 where the sheet has none,
    /// [`Part::OF_NAME`] where the file's name says them.
    pub columns: Vec<u32>,
    /// How many stated totals could be held against its rows.
    pub totals: usize,
    /// What its sheet says of earlier years that have files of their own.
    pub lookbacks: Vec<Lookback>,
    /// Where columns of several years stand side by side: those by which the year has its rows.
    pub by_year: Option<ByYear>,
}

/// The columns by which a year has its rows: those with something in one of them.
#[derive(Clone, PartialEq, Debug)]
pub struct ByYear {
    /// The sheet's columns.
    pub columns: Vec<u32>,
    /// The sheet's rows, in order, that have something in one that is not among the table's columns.
    pub beside: Vec<u32>,
}

/// A column of an earlier year beside a part's own: `Omset 2020` in the file of 2021.
#[derive(Clone, PartialEq, Debug)]
pub struct Lookback {
    pub isian: Arc<str>,
    pub tahun: Year,
    /// The sheet's column.
    pub column: u32,
    /// What one of its amounts is rounded to.
    pub skala: Decimal,
    /// Its amounts by the sheet's rows, in their order.
    pub amounts: Vec<(u32, Decimal)>,
}

impl Part {
    /// No column of a sheet: the values are those of the file's name.
    pub const OF_NAME: u32 = u32::MAX;

    /// The file and sheet.
    pub fn at(&self) -> At {
        At::sheet(self.berkas.clone(), self.lembar.clone())
    }
}

/// One column of a table.
#[derive(Clone, PartialEq, Debug)]
pub struct Column {
    /// The field's name, as formulas call it.
    pub isian: Arc<str>,
    pub jenis: Jenis,
    /// The heading as it stands on the (first) sheet, lines joined by a space.
    pub judul: String,
    /// What the sheet's numbers were multiplied by (1, 1000, …), already done.
    pub skala: Decimal,
    /// NIK, phone numbers, birth dates: shown masked.
    pub pribadi: bool,
    /// The values, by the rows' slots.
    pub cells: Cells,
}

/// One entity's row in one year.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// Index into [`Table::parts`].
    pub part: u16,
    /// The row on its sheet, from 0.
    pub row: u32,
    /// The row's own name (a koperasi, a business).
    pub nama: Arc<str>,
    /// The program's own number for the entity, the same in every year of the
    /// source; counted from 1 in order of appearance, years ascending. 0 where
    /// the source has no key for this row.
    pub entitas: u32,
    /// The row goes on with the one above it: COUNT counts both as one entity.
    pub lanjutan: bool,
    /// Where its values stand in each column's [`Cells`].
    pub slot: u32,
}

/// A source in a year.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    pub sumber: Arc<str>,
    pub tahun: Year,
    pub columns: Vec<Column>,
    pub parts: Vec<Part>,
    pub rows: Vec<Row>,
    /// entity number to row index; entities without a key are not in it. Unique where joins need it.
    pub by_entity: ByEntity,
}

impl Table {
    /// The index of a field's column.
    pub fn column(&self, isian: &str) -> Option<usize> {
        self.columns.iter().position(|column| &*column.isian == isian)
    }

    /// A row's value in a column; missing where there is no such column.
    pub fn isi(&self, row: &Row, column: usize) -> Isi {
        self.columns.get(column).map_or(Isi::Kosong, |column| column.cells.get(row.slot as usize))
    }

    /// A column's values, in the rows' order.
    pub fn values(&self, column: usize) -> impl Iterator<Item = Isi> {
        self.rows.iter().map(move |row| self.isi(row, column))
    }

    /// A column's texts as the rows have them from the first on, each with how many rows do; texts of the same letters may
    /// be several.
    pub fn texts(&self, column: usize) -> Vec<(&Arc<str>, usize)> {
        let Some(cells) = self.columns.get(column).map(|column| &column.cells) else { return Vec::new() };
        let (mut counts, mut order) = (vec![0_usize; cells.texts().len()], Vec::new());
        for place in self.rows.iter().filter_map(|row| cells.text_place(row.slot as usize)) {
            if counts[place] == 0 {
                order.push(place);
            }
            counts[place] += 1;
        }
        order.into_iter().map(|place| (&cells.texts()[place], counts[place])).collect()
    }

    /// Whether `[[terima]]` put another value in the place of what the cell holds.
    pub fn is_corrected(&self, row: &Row, column: usize) -> bool {
        self.columns.get(column).is_some_and(|column| column.cells.is_corrected(row.slot as usize))
    }

    /// The cell that a row's value was read from; none where the file's name says it.
    pub fn cell(&self, row: &Row, column: usize) -> Option<CellAddress> {
        let own = self.parts.get(usize::from(row.part)).and_then(|part| part.columns.get(column)).copied().unwrap_or(0);
        (own != Part::OF_NAME).then(|| CellAddress::new(row.row, own))
    }

    /// Where a row's value was read.
    pub fn at(&self, row: &Row, column: usize) -> At {
        self.place(row, column, Sel::Cell)
    }

    /// The column that a row's value was read from.
    pub fn at_column(&self, row: &Row, column: usize) -> At {
        self.place(row, column, |cell| Sel::Column(cell.column))
    }

    fn place(&self, row: &Row, column: usize, sel: impl FnOnce(CellAddress) -> Sel) -> At {
        let part = &self.parts[usize::from(row.part)];
        self.cell(row, column).map_or_else(|| At::file(part.berkas.clone()), |cell| part.at().with(sel(cell)))
    }
}

/// A file and sheet that was read, for the record.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Masukan {
    pub berkas: String,
    pub sha256: String,
    pub lembar: Option<String>,
    pub tahun: Year,
    pub baris_data: usize,
}

/// All tables that were read, and the files they came from.
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    /// Shared with the data sheets, whose rows are made of them when they are written.
    pub tables: BTreeMap<(String, Year), Arc<Table>>,
    pub masukan: Vec<Masukan>,
    /// How each sheet was read, by source, year, file and sheet.
    pub bacaan: Vec<Bacaan>,
}

impl Dataset {
    pub fn table(&self, sumber: &str, tahun: Year) -> Option<&Table> {
        self.tables.get(&(sumber.to_owned(), tahun)).map(Arc::as_ref)
    }
}
