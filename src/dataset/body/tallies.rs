//! Lines below the rows that say how many of them are such: `Aktif | 10`, `Jumlah koperasi aktif : 10`, `Kertek | 3`,
//! `Sudah RAT | 6`. Where the rows' own columns hold just so many, the line is about them and no row of theirs.

use crate::dataset::cell::raw_text;
use crate::dataset::counted::{CountedRow, RowColumns};
use crate::table::TableLayout;
use crate::text::label::spelt_words;
use crate::text::stated_count::some_of_rows;
use crate::text::{MarkText, read_mark};
use crate::vocabulary::CellAddress;
use crate::workbook::Sheet;
use std::collections::BTreeMap;

/// How many of the rows are such, by what says so.
pub(crate) struct Tallies {
    /// By a text of a column: so many, for each column that holds it.
    by_text: BTreeMap<String, Vec<u64>>,
    /// By the heading of a column of marks: those with a yes.
    by_mark: BTreeMap<String, u64>,
    rows: u64,
}

impl Tallies {
    pub fn of(sheet: &Sheet, layout: &TableLayout, columns: &RowColumns, counted: &[CountedRow]) -> Self {
        let rows = || counted.iter().filter(|row| !row.lanjutan);
        let mut own = Self { by_text: BTreeMap::new(), by_mark: BTreeMap::new(), rows: rows().count() as u64 };
        for column in layout.columns.iter().filter(|column| !columns.names.contains(&column.column)) {
            let (mut texts, mut yes, mut others) = (BTreeMap::<String, u64>::new(), 0, false);
            for row in rows() {
                let text = sheet.cell(CellAddress::new(row.row, column.column)).map(|cell| raw_text(&cell.value));
                let text = text.unwrap_or_default();
                let mark = read_mark(&text);
                yes += u64::from(mark == MarkText::Yes);
                others |= mark == MarkText::NotAMark;
                *texts.entry(spelt_words(&text).join(" ")).or_default() += 1;
            }
            for (text, count) in texts.into_iter().filter(|(text, _)| text.chars().any(char::is_alphabetic)) {
                own.by_text.entry(text).or_default().push(count);
            }
            if let Some(heading) = column.path.last().filter(|_| !others && yes > 0) {
                own.by_mark.insert(spelt_words(heading).join(" "), yes);
            }
        }
        own
    }

    /// Whether a line gives the number of all rows that are what it names.
    pub fn bear_out(&self, line: &str) -> bool {
        some_of_rows(line).is_some_and(|(such, count)| self.are_so_many(&such, count))
    }

    fn are_so_many(&self, such: &str, count: u64) -> bool {
        let yes = |heading: &str| self.by_mark.get(heading).copied();
        let done = || such.strip_prefix("sudah ").and_then(yes);
        let not = || {
            let heading = such.strip_prefix("belum ").or_else(|| such.strip_prefix("tidak "))?;
            Some(self.rows - yes(heading)?)
        };
        self.by_text.get(such).is_some_and(|counts| counts.contains(&count))
            || [yes(such), done(), not()].into_iter().flatten().any(|own| own == count)
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};

    fn is_refused(foot: &str) -> bool {
        let row = |at: usize| {
            let (status, rat) =
                (if at.is_multiple_of(4) { "Tidak Aktif" } else { "Aktif" }, if at.is_multiple_of(2) { "v" } else { "-" });
            let (place, volume) = (["Kertek", "Garung", "Mojo"][at % 3], 1_000_100 * at);
            format!("{at};KSU Nama {at};{at}/BH/1998;{place};{status};{rat};{volume}\n")
        };
        let rows: String = (1..=12).map(row).collect();
        let text = format!("No;Nama Koperasi;Nomor BH;Kecamatan;Status;RAT;Volume Usaha\n{rows};JUMLAH;;;;;78007800\n\n{foot}");
        !Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read().galat().is_empty()
    }

    #[test]
    fn tallies_of_the_rows() {
        for foot in [
            "Jumlah koperasi aktif : 9",
            ";Jumlah koperasi tidak aktif : 3",
            ";Aktif;9\n;Tidak Aktif;3",
            ";Aktif;;;;;9\n;Tidak Aktif;;;;;3\n;Jumlah;;;;;12",
            ";Kertek;4\n;Garung;4\n;Mojo;4",
            ";Jumlah RAT;6",
            ";Sudah RAT;6\n;Belum RAT;6",
            "Koperasi yang sudah RAT : 6 unit",
        ] {
            assert!(!is_refused(foot), "{foot}");
        }
    }

    #[test]
    fn lines_that_no_column_bears_out() {
        for foot in [
            "Jumlah koperasi aktif : 8",
            ";Aktif;8\n;Tidak Aktif;3",
            ";Aktif;;;;;9\n;Tidak Aktif;;;;;3\n;Jumlah;;;;;13",
            ";Kertek;3",
            ";Jumlah RAT;7",
            ";KSU Baru;;;;;9",
            // A business may be called so: `Kertek`, with an amount that happens to be their number.
            ";Kertek;;;;;4",
            ";Bojasari;4",
        ] {
            assert!(is_refused(foot), "{foot}");
        }
    }
}
