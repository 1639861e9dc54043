//! Which rows of a table a year has, where columns of several years stand side by side: those with something in one of its
//! own cells. A row with an amount in a column of no year (`Volume Usaha` beside `RAT 2020 | RAT 2021`) and nothing in the
//! year's own cells is left out, and that is told.

use crate::dataset::body::row_arti::arti_of;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::{CountedRow, figure_of};
use crate::dataset::matching::years::{YearPlan, year_of};
use crate::dataset::source::Source;
use crate::dataset::{ByYear, Jenis};
use crate::diagnostic::{KeteranganMembatasi, Letak, Temuan};
use crate::table::TableLayout;
use crate::text::label::words;
use crate::text::{NumberText, read_number};
use crate::vocabulary::{CellAddress, Sel, Year, mask_person};
use crate::workbook::{Cell, Sheet, Value};
use std::collections::BTreeSet;

/// So many rows are named.
const NAMED: usize = 3;

/// The columns by which a year has its rows.
pub(crate) struct YearRows<'a> {
    source: &'a Source<'a>,
    sheet: &'a Sheet,
    layout: &'a TableLayout,
    tahun: Year,
    /// Those of the year.
    own: Vec<u32>,
    /// Amounts of no year.
    undated: Vec<u32>,
}

impl<'a> YearRows<'a> {
    /// None where no other year's columns stand beside those of this one.
    pub fn of(
        source: &'a Source<'a>,
        (sheet, layout): (&'a Sheet, &'a TableLayout),
        tahun: Year,
        plan: &YearPlan,
    ) -> Option<Self> {
        let of = |wanted: &dyn Fn(Year) -> bool| -> Vec<u32> {
            layout.columns.iter().filter(|column| year_of(column).is_some_and(wanted)).map(|column| column.column).collect()
        };
        let own = of(&|year| year == tahun);
        let has_others = !of(&|year| year != tahun).is_empty();
        let is_wide = matches!(plan, YearPlan::Headings(_)) || has_others && !own.is_empty();
        let is_amount = |isian: &str| {
            let field = source.field(isian).map(|field| &source.fields[field]);
            field.is_some_and(|field| matches!(field.jenis, Jenis::Uang | Jenis::Angka)) && !isian.starts_with("tahun")
        };
        let undated = layout.columns.iter().filter(|column| year_of(column).is_none());
        let undated = undated.filter(|column| column.isian.as_deref().is_some_and(is_amount)).map(|column| column.column);
        is_wide.then(|| Self { source, sheet, layout, tahun, own, undated: undated.collect() })
    }

    /// Whether one of the year's own cells holds something in a row.
    pub fn have(&self, row: u32) -> bool {
        self.hold(row, &self.own)
    }

    /// The year's columns, and the rows that have something in one of them that is not `read`.
    pub fn by_year(&self, rows: impl Iterator<Item = u32>, read: &[u32]) -> ByYear {
        let others: Vec<u32> = self.own.iter().copied().filter(|column| !read.contains(column)).collect();
        let beside = rows.filter(|row| !others.is_empty() && self.hold(*row, &others));
        ByYear { columns: self.own.clone(), beside: beside.collect() }
    }

    fn hold(&self, row: u32, columns: &[u32]) -> bool {
        let says = |cell: &Cell| match &cell.value {
            // Who has not reported yet is there all the same.
            Value::Text(text) => {
                !matches!(read_number(text), NumberText::Missing) || words(text).iter().any(|word| word == "lapor")
            }
            _ => true,
        };
        columns.iter().any(|column| self.sheet.cell(CellAddress::new(row, *column)).is_some_and(|cell| says(&cell)))
    }

    fn has_amount(&self, row: u32, columns: &[u32]) -> bool {
        let amount = |column: &u32| figure_of(self.sheet.cell(CellAddress::new(row, *column)).as_ref());
        columns.iter().any(|column| amount(column).is_some_and(|value| !value.is_zero()))
    }

    /// What is told of the rows that the year does not have though they are not another one's, where figures rest on other
    /// columns than its own alone.
    pub fn left_out(&self, rows: &[&CountedRow], used: &[Used]) -> Option<Temuan> {
        let rests = || used.iter().filter(|used| used.rests.contains(&self.tahun));
        let column_of = |used: &Used| self.layout.columns[used.index].column;
        let is_of_year = rests().any(|used| self.own.contains(&column_of(used)));
        let summed: Vec<u32> = rests().map(column_of).filter(|column| self.undated.contains(column)).collect();
        let (told, letak): (Vec<&CountedRow>, fn(usize) -> Letak) = match is_of_year {
            true => (rows.iter().filter(|row| self.has_amount(row.row, &summed)).copied().collect(), Letak::KosongTahunTerisi),
            false => (rows.to_vec(), Letak::KosongTahun),
        };
        if told.is_empty() || rests().next().is_none() {
            return None;
        }
        let column = self.layout.columns.iter().find(|column| self.own.contains(&column.column))?;
        let judul = column.path.join(" / ");
        let names: BTreeSet<String> = told.iter().take(NAMED).map(|row| mask_person(&row.nama)).collect();
        let fakta = KeteranganMembatasi {
            lain: names.into_iter().filter(|name| !name.is_empty()).collect(),
            ..KeteranganMembatasi::of_name(judul.clone(), letak(told.len()))
        };
        let at = self.sheet.at().with(Sel::Column(column.column));
        arti_of(self.source, &judul).is_none().then(|| Temuan::new(at, fakta))
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _, written};
    use crate::diagnostic::Kode;
    use crate::vocabulary::Year;

    /// How many rows the year has, and how many findings tell of those that it does not have.
    fn read(name: &str, headings: &str, cells: impl Fn(usize) -> String, needs: &[&str]) -> (usize, usize) {
        let row = |at: usize| format!("{at};KSP Mekar {at};5{at}/BH;{}\n", cells(at));
        let rows: String = (1..=12).map(row).collect();
        let text = format!("No;Nama Koperasi;Nomor BH;{headings}\n{rows}");
        let office = Office::keragaan().file(name, &text).needs(2021, needs);
        let office = office.source(|sumber| {
            if name != "2021.csv" {
                sumber.berkas = vec![written(&format!("data/{name}"))];
            }
        });
        let read = office.read();
        (read.value.table("s", Year(2021)).unwrap().rows.len(), read.has(Kode::KeteranganMembatasi).len())
    }

    #[test]
    fn rows_without_anything_of_the_year_are_none_of_its_and_told() {
        let some = |at: usize| if at.is_multiple_of(3) { "" } else { "5" };
        for headings in ["Anggota 2020;Anggota 2021", "RAT 2020;RAT 2021", "SHU 2020;SHU 2021"] {
            let cells = |at: usize| format!("5;{};{}", some(at), 1_000_123 * at);
            let headings = format!("{headings};Volume Usaha");
            assert_eq!(read("2021.csv", &headings, cells, &["volume_usaha"]), (8, 1), "{headings}");
        }
    }

    #[test]
    fn a_table_of_several_years_tells_what_it_leaves_out() {
        let cells = |at: usize| {
            format!(
                "{};{};{}",
                900_001 * at,
                if at.is_multiple_of(3) { String::new() } else { (900_123 * at).to_string() },
                5 + at
            )
        };
        let headings = "Volume Usaha 2020;Volume Usaha 2021;Jumlah Anggota";
        assert_eq!(read("semua.csv", headings, cells, &["volume_usaha", "anggota"]), (8, 1));
        // Of the year's own columns alone: the row is another year's.
        assert_eq!(read("semua.csv", headings, cells, &["volume_usaha"]), (8, 0));
        let late = |at: usize| cells(at).replace(";;", ";belum lapor;");
        assert_eq!(read("semua.csv", headings, late, &["volume_usaha"]), (12, 0));
    }
}
