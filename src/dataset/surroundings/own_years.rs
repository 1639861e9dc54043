//! Titles of nothing but a span of years, over a table that holds just these years: `TAHUN 2020 - 2022` over the columns 2020,
//! 2021 and 2022.

use crate::dataset::matching::fit::Chosen;
use crate::dataset::matching::years::{year_column, year_in, year_of};
use crate::dataset::source::Source;
use crate::table::{LayoutColumn, RowKind};
use crate::text::label::{spelt_words, stated_year};
use crate::text::period::is_whole_year;
use crate::vocabulary::{CellAddress, Year};
use std::collections::BTreeSet;

/// So many rows show which years a column of them holds.
const SHOWN: usize = 5_000;

/// Whether a title says only which years the table's own headings, or its own column of years, say.
pub(crate) fn spans_own_years(source: &Source, chosen: &Chosen, title: &str) -> bool {
    let words = spelt_words(title);
    let is_beside = |word: &String| {
        is_whole_year(word) || matches!(word.as_str(), "s" | "d" | "sd" | "sampai" | "dengan" | "hingga" | "dan" | "periode")
    };
    let years: BTreeSet<Year> = words.iter().filter_map(|word| stated_year(word)).collect();
    if years.len() < 2 || !words.iter().all(|word| stated_year(word).is_some() || is_beside(word)) {
        return false;
    }
    let own = own_years(source, chosen);
    let ends = own.first().zip(own.last());
    // Each year of the span, of columns that figures rest on.
    let is_whole = ends.is_some_and(|(first, last)| own.len() == (last.0 - first.0 + 1) as usize);
    own.len() > 1 && is_whole && (own.first(), own.last()) == (years.first(), years.last())
}

fn own_years(source: &Source, chosen: &Chosen) -> BTreeSet<Year> {
    let layout = &chosen.layout;
    let resting = source.resting(&source.years());
    let is_asked = |column: &&LayoutColumn| column.isian.as_ref().is_some_and(|isian| resting.contains(isian));
    let headed: BTreeSet<Year> = layout.columns.iter().filter(is_asked).filter_map(year_of).collect();
    let Some(column) = year_column(layout).filter(|_| headed.is_empty()) else { return headed };
    let column = layout.columns[column].column;
    let rows = layout.rows.iter().filter(|row| matches!(row.kind, RowKind::Data)).take(SHOWN);
    rows.filter_map(|row| year_in(&chosen.sheet.cell(CellAddress::new(row.row, column))?)).collect()
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::Kode;
    use crate::profile::Dictionary;

    fn told(title: &str, years: &str) -> usize {
        let rows: String =
            (1..=5).map(|n| format!("{n};KSU Nama {n};{n}/BH/1998;{};{}\n", 1_000_123 * n, 1_100_456 * n)).collect();
        let text = format!("PERKEMBANGAN KOPERASI\n{title}\n\nNo;Nama Koperasi;No Badan Hukum;Volume Usaha;\n;;;{years}\n{rows}");
        let office = Office::new(Dictionary::Keragaan, &["data/semua.csv"], &["nomor_bh"]).file("semua.csv", &text);
        let read = office.needs(2020, &["volume_usaha"]).needs(2021, &["volume_usaha"]).read();
        read.has(Kode::KeteranganMembatasi).len() + read.has(Kode::JudulMembatasi).len()
    }

    #[test]
    fn a_span_of_the_columns_own_years_says_nothing() {
        for title in ["TAHUN 2020 - 2021", "Tahun 2020 dan 2021", "TAHUN 2020 S.D. 2021", "TAHUN 2020-2021"] {
            assert_eq!(told(title, "2020;2021"), 0, "{title}");
        }
        // Of other years, or of sums and means of them.
        for title in ["TAHUN 2019 - 2021", "TAHUN 2020 - 2022", "KUMULATIF TAHUN 2020 - 2021", "Rata-rata 2020 - 2021"] {
            assert_eq!(told(title, "2020;2021"), 1, "{title}");
        }
        // A year between is not there.
        assert!(told("TAHUN 2020 - 2022", "2020;2022") > 0);
    }
}
