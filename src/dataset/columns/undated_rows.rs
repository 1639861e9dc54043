//! Rows that a year does not have because its cells are empty in them, where no figure rests on any of those cells: `RAT 2020 |
//! RAT 2021` beside a Volume Usaha without a year, and a koperasi that held no RAT.

use crate::dataset::body::row_arti::arti_of;
use crate::dataset::columns::column::Used;
use crate::dataset::source::Source;
use crate::diagnostic::{KeteranganMembatasi, Letak, Temuan};
use crate::table::TableLayout;
use crate::vocabulary::{Sel, Year};
use crate::workbook::Sheet;

/// The columns of a year that stand beside those of others, and how many rows it does not have for them.
pub(crate) struct LeftOut<'a> {
    pub tahun: Year,
    pub columns: &'a [u32],
    pub rows: usize,
}

/// What is told of them.
pub(crate) fn left_out_by_year(
    source: &Source,
    (sheet, layout): (&Sheet, &TableLayout),
    used: &[Used],
    own: &LeftOut,
) -> Option<Temuan> {
    let rests = || used.iter().filter(|used| used.rests.contains(&own.tahun));
    let is_of_year = |used: &Used| own.columns.contains(&layout.columns[used.index].column);
    if own.rows == 0 || rests().next().is_none() || rests().any(is_of_year) {
        return None;
    }
    let column = layout.columns.iter().find(|column| own.columns.contains(&column.column))?;
    let judul = column.path.join(" / ");
    let fakta = KeteranganMembatasi::of_name(judul.clone(), Letak::KosongTahun(own.rows));
    arti_of(source, &judul).is_none().then(|| Temuan::new(sheet.at().with(Sel::Column(column.column)), fakta))
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    fn told(headings: &str, cells: impl Fn(usize) -> &'static str, needs: &[&str]) -> usize {
        let row = |at: usize| format!("{at};KSP Mekar {at};5{at}/BH;{};{}\n", 1_000_123 * at, cells(at));
        let rows: String = (1..=12).map(row).collect();
        let text = format!("No;Nama Koperasi;Nomor BH;Volume Usaha;{headings}\n{rows}");
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, needs).read();
        read.has(Kode::KeteranganMembatasi).len()
    }

    #[test]
    fn rows_that_a_mark_of_the_year_takes_away() {
        let some = |at: usize| if at.is_multiple_of(3) { "v;" } else { "v;v" };
        assert_eq!(told("RAT 2020;RAT 2021", some, &["volume_usaha"]), 1);
        // Nobody is left out, a figure rests on the year's column, no year stands there.
        assert_eq!(told("RAT 2020;RAT 2021", |_| "v;v", &["volume_usaha"]), 0);
        assert_eq!(told("RAT 2020;RAT 2021", some, &["volume_usaha", "rat"]), 0);
        assert_eq!(told("Aktif;RAT", some, &["volume_usaha"]), 0);
    }
}
