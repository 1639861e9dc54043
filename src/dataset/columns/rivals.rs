//! A second column of the same amounts by its heading, of one unit of those who have several (`Volume Usaha Unit Toko` beside
//! `Volume Usaha`), with more in it than in the counted one: that is no part of it, and what is counted may be another unit's alone.
//! And a difference (`Selisih`) in some rows that no two columns have: the counted figure may have to be corrected by it.

use crate::dataset::Jenis;
use crate::dataset::body::row_arti::arti_of;
use crate::dataset::body::sections::Judged;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::{CountedRow, figure_of};
use crate::dataset::source::Source;
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::table::LayoutColumn;
use crate::text::label::spelt_words;
use crate::vocabulary::{CellAddress, Sel};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Fewer rows show nothing.
const FEW: usize = 3;
/// What a koperasi's business is divided into.
const UNITS: &[&str] = &[
    "unit",
    "toko",
    "waserda",
    "usp",
    "uspps",
    "sp",
    "simpan",
    "pinjam",
    "otonom",
    "cabang",
    "kantin",
    "swalayan",
    "minimarket",
    "jasa",
    "perdagangan",
    "konsumsi",
    "produksi",
    "syariah",
    "lain",
    "lainnya",
];

/// The columns of one unit's amounts that are no part of the counted column.
pub(crate) fn rivals(source: &Source, of: &Judged, rows: &[CountedRow], used: &[Used]) -> Vec<Temuan> {
    let Judged { sheet, layout, .. } = of;
    let is_counted = |used: &&Used| !used.rests.is_empty() && source.fields[used.field].jenis == Jenis::Uang;
    let counted: Vec<&LayoutColumn> = used.iter().filter(is_counted).map(|used| &layout.columns[used.index]).collect();
    let figure = |row: u32, column: u32| {
        figure_of(sheet.cell(CellAddress::new(row, column)).as_ref()).filter(|value| *value > Decimal::ZERO)
    };
    let is_more = |column: &LayoutColumn, counted: &LayoutColumn| {
        let both = rows.iter().filter_map(|row| Some((figure(row.row, column.column)?, figure(row.row, counted.column)?)));
        let (all, more) = both.fold((0, 0), |(all, more), (own, counted)| (all + 1, more + usize::from(own > counted)));
        all >= FEW && more * 3 >= all
    };
    let is_free = |column: &&LayoutColumn| {
        column.isian.is_none() && column.period.is_none() && !column.path.iter().any(|text| arti_of(source, text).is_some())
    };
    // In some rows a difference that no two of its columns have.
    let is_difference = |column: &LayoutColumn| {
        let is_called =
            column.path.iter().flat_map(|label| spelt_words(label)).all(|word| matches!(word.as_str(), "selisih" | "rp"));
        let all: Vec<u32> = layout.columns.iter().map(|own| own.column).filter(|own| *own != column.column).collect();
        let found = rows.iter().filter_map(|row| Some((row.row, figure(row.row, column.column)?)));
        let is_explained = |(row, own): &(u32, Decimal)| {
            let values: Vec<Decimal> = all.iter().filter_map(|column| figure(*row, *column)).collect();
            values.iter().any(|one| values.iter().any(|other| one.checked_sub(*other) == Some(*own)))
        };
        let found: Vec<(u32, Decimal)> = if is_called { found.collect() } else { Vec::new() };
        !counted.is_empty() && !found.is_empty() && found.len() * 2 <= rows.len() && !found.iter().any(is_explained)
    };
    let of_column = |column: &LayoutColumn| {
        if is_difference(column) {
            let fakta = KeteranganMembatasi::of(column.path.join(" / "), rows.len());
            return Some(Temuan::new(sheet.at().with(Sel::Column(column.column)), fakta));
        }
        let is_of =
            |counted: &&&LayoutColumn| column.unit == counted.unit && is_unit_of(column, counted) && is_more(column, counted);
        counted.iter().find(is_of)?;
        let fakta = KeteranganMembatasi::of(column.path.join(" / "), rows.len());
        Some(Temuan::new(sheet.at().with(Sel::Column(column.column)), fakta))
    };
    layout.columns.iter().filter(is_free).filter_map(of_column).collect()
}

/// Whether a heading is the counted column's own with the words of a unit.
fn is_unit_of(column: &LayoutColumn, counted: &LayoutColumn) -> bool {
    let words = |column: &LayoutColumn| -> BTreeSet<String> { column.path.iter().flat_map(|label| spelt_words(label)).collect() };
    let (own, of) = (words(column), words(counted));
    let is_unit = |word: &String| UNITS.contains(&word.as_str());
    !of.iter().any(is_unit) && of.is_subset(&own) && own.len() > of.len() && own.difference(&of).all(is_unit)
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    fn told(heading: &str, own: impl Fn(u64) -> u64) -> usize {
        let line = |at: u64| format!("{at};KSP {at}A;{at}/BH/1990;{};{}\n", 9_123_456 * at, own(at));
        let text = format!("No;Nama Koperasi;Nomor BH;Volume Usaha;{heading}\n{}", (1..8).map(line).collect::<String>());
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::KeteranganMembatasi).len()
    }

    #[test]
    fn a_units_amounts_beyond_the_whole() {
        assert_eq!(told("Volume Usaha Unit Toko", |at| 19_123_456 * at), 1);
        // A part of it; another thing.
        assert_eq!(told("Volume Usaha Unit Toko", |at| 5_123_456 * at), 0);
        assert_eq!(told("Aset Unit Toko", |at| 19_123_456 * at), 0);
        // A difference in two rows; one that is nought in all.
        assert_eq!(told("Selisih", |at| if at % 3 == 1 { 123_457 } else { 0 }), 1);
        assert_eq!(told("Selisih", |_| 0), 0);
    }
}
