//! Columns of marks whose heading says that a marked row does not count: `v` under `Dibubarkan`, `x` under `Tidak Dihitung`.

use crate::dataset::body::row_arti::arti_of;
use crate::dataset::cell::raw_text;
use crate::dataset::counted::CountedRow;
use crate::dataset::source::Source;
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::table::TableLayout;
use crate::text::bare_limit::is_bare_limit;
use crate::text::row_word::takes_row_away;
use crate::text::{MarkText, is_nil_or_missing, read_mark};
use crate::vocabulary::{CellAddress, Sel};
use crate::workbook::Sheet;

/// Each such column that no figure is read from, with how many of the counted rows are marked in it.
pub(crate) fn ticked_away(source: &Source, (sheet, layout): (&Sheet, &TableLayout), rows: &[CountedRow]) -> Vec<Temuan> {
    let free = layout.columns.iter().filter(|heading| heading.isian.is_none());
    let told = free.filter_map(|heading| {
        let leaf = heading
            .path
            .last()
            .filter(|leaf| (takes_row_away(leaf) || is_bare_limit(leaf, None)) && arti_of(source, leaf).is_none())?;
        let (mut marked, mut first) = (0, None);
        for row in rows {
            let Some(cell) = sheet.cell(CellAddress::new(row.row, heading.column)) else { continue };
            match read_mark(&raw_text(&cell.value)) {
                MarkText::Yes | MarkText::Cross | MarkText::Letter(_) => {
                    marked += 1;
                    first = first.or(Some(row));
                }
                MarkText::No | MarkText::Missing => {}
                // Numbers of them, or words: no column of marks.
                MarkText::NotAMark if is_nil_or_missing(&raw_text(&cell.value)) => {}
                MarkText::NotAMark => return None,
            }
        }
        let nama = &first?.nama;
        let at = sheet.at().with(Sel::Column(heading.column));
        Some(Temuan::new(at, KeteranganMembatasi::of(leaf.clone(), marked)).named(&**nama))
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    fn told(heading: &str, marks: [&str; 4]) -> usize {
        let rows: Vec<String> = marks
            .iter()
            .enumerate()
            .map(|(at, mark)| format!("{0};KSP {at};518/{0}/BH/1998;{1};{mark}", at + 11, 1_000_100 * (at + 1)))
            .collect();
        let text = format!("No;Nama Koperasi;No Badan Hukum;Volume Usaha;{heading}\n{}", rows.join("\n"));
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        read.has(Kode::KeteranganMembatasi).len()
    }

    #[test]
    fn marks_under_a_heading_that_takes_rows_away() {
        for heading in ["Dibubarkan", "Tidak Dihitung", "Dihapus", "Data Lama", "Fiktif", "Perkiraan"] {
            for mark in ["v", "X", "1"] {
                assert_eq!(told(heading, ["", mark, "", "-"]), 1, "{heading} {mark}");
            }
            assert_eq!(told(heading, ["", "-", "", "0"]), 0, "{heading}");
        }
        assert_eq!(told("Kategori", ["", "v", "", ""]), 0);
        assert_eq!(told("Dibubarkan", ["2", "5", "0", "1"]), 0);
    }
}
