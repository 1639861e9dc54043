//! A title of the budget year after the figures' own: `TAHUN ANGGARAN 2022` over what is read as 2021. A paper of that
//! year holds the figures of the year before, or its own.

use crate::table::{StatedYear, TableLayout};
use crate::text::label::words;
use crate::vocabulary::Year;

/// Such titles, where none says the year `own` itself.
pub(crate) fn budget_years(layout: &TableLayout, own: Year) -> impl Iterator<Item = &StatedYear> {
    let is_own = |stated: &StatedYear| (stated.first..=stated.year).contains(&own);
    let names_it = |stated: &StatedYear| stated.text.contains(&own.to_string());
    let is_said = layout.stated_years.iter().any(|stated| is_own(stated) || names_it(stated));
    layout.stated_years.iter().filter(move |stated| !is_said && stated.year == own + 1 && is_of_a_budget(&stated.text))
}

/// `TAHUN ANGGARAN 2022`, `TA. 2022`; not `RAT 2022`, which is held over the books of the year before.
fn is_of_a_budget(title: &str) -> bool {
    let words = words(title);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    has(&["anggaran", "ta"]) && !has(&["rat", "buku", "tb"])
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    #[test]
    fn the_budget_year_after_the_figures_is_told_where_nothing_says_their_own() {
        let told = |titles: &str| {
            let rows: String = (1..=5).map(|n| format!("{n};KSP Adil {n};518/{n}1/BH/1998;{}\n", 1_000_123 * n)).collect();
            let text = format!("{titles}\n;;;\nNo;Nama Koperasi;No Badan Hukum;Volume Usaha\n{rows}");
            let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
            assert!(read.galat().is_empty(), "{titles} {:?}", read.galat());
            read.has(Kode::KeteranganMembatasi).len()
        };
        for titles in ["DATA KOPERASI;;;\nTahun Anggaran 2022;;;", "DATA KOPERASI TA 2022;;;"] {
            assert_eq!(told(titles), 1, "{titles}");
        }
        for titles in [
            "DATA KOPERASI TAHUN 2021;;;\nTahun Anggaran 2022;;;",
            "DATA KOPERASI TAHUN ANGGARAN 2021;;;",
            "DATA KOPERASI;;;\nRAT TAHUN 2022;;;",
            "LAPORAN KINERJA TAHUN ANGGARAN 2022 (DATA TAHUN 2021);;;",
        ] {
            assert_eq!(told(titles), 0, "{titles}");
        }
    }
}
