//! Titles of a target and its realisasi over a table whose headings say of neither which it is: `TARGET DAN REALISASI VOLUME
//! USAHA` over one column of amounts.

use crate::dataset::body::row_arti::arti_of;
use crate::dataset::cell::raw_text;
use crate::dataset::matching::fit::Chosen;
use crate::dataset::source::Source;
use crate::diagnostic::{KeteranganMembatasi, Letak, Temuan};
use crate::text::label::{one_of, spelt_words};

/// So many rows above the headings are titles.
const TITLES: u32 = 15;
const PLANNED: &[&str] = &["target", "rencana", "sasaran", "anggaran", "pagu", "tgt"];
const REACHED: &[&str] = &["realisasi", "capaian", "pencapaian", "real"];

pub(crate) fn both_said(source: &Source, chosen: &Chosen) -> Vec<Temuan> {
    let (sheet, layout) = (chosen.sheet, &chosen.layout);
    let is_told = |label: &String| {
        let words = spelt_words(label);
        // `T`, `R` under a year.
        words.iter().any(|word| one_of(PLANNED)(word) || one_of(REACHED)(word) || matches!(word.as_str(), "t" | "r"))
    };
    if layout.columns.iter().flat_map(|column| &column.path).any(is_told) {
        return Vec::new();
    }
    let first = layout.header.0;
    let says = |text: &str| says_both(text) && arti_of(source, text).is_none();
    let titles = sheet.between(first.saturating_sub(TITLES), first).map(|cell| (cell.at, raw_text(&cell.value)));
    let of_titles = titles.filter(|(_, text)| says(text));
    let name = sheet.name.as_deref().filter(|name| !chosen.sheet_is_named && says(name));
    let of_titles = of_titles.map(|(at, text)| Temuan::new(sheet.at_cell(at), KeteranganMembatasi::of(text.trim(), 0)));
    of_titles.chain(name.map(|name| Temuan::new(sheet.at(), KeteranganMembatasi::of_name(name, Letak::NamaLembar)))).collect()
}

/// Whether the two stand side by side in a title.
fn says_both(title: &str) -> bool {
    let words: Vec<String> =
        spelt_words(title).into_iter().filter(|word| !matches!(word.as_str(), "dan" | "serta" | "vs")).collect();
    let are = |pair: &[String], one: &[&str], other: &[&str]| one_of(one)(&pair[0]) && one_of(other)(&pair[1]);
    words.windows(2).any(|pair| are(pair, PLANNED, REACHED) || are(pair, REACHED, PLANNED))
}

#[cfg(test)]
mod tests {
    use super::says_both;
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    #[test]
    fn a_target_beside_its_realisasi() {
        for title in ["TARGET & REALISASI VOLUME USAHA", "Realisasi dan Target 2021", "TARGET/REALISASI"] {
            assert!(says_both(title), "{title}");
        }
        for title in ["REALISASI VOLUME USAHA", "CAPAIAN KINERJA TERHADAP TARGET", "DATA KOPERASI TAHUN 2021"] {
            assert!(!says_both(title), "{title}");
        }
        let told = |title: &str, heading: &str| {
            let rows: String =
                (1..=5).map(|n| format!("{n};KSP Adil {n};518/{n}1/BH/1998;{};{}\n", 1_000_123 * n, 900_123 * n)).collect();
            let text = format!("{title}\n\nNo;Nama Koperasi;No Badan Hukum;Volume Usaha;{heading}\n{rows}");
            Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read().has(Kode::KeteranganMembatasi).len()
        };
        assert_eq!(told("TARGET & REALISASI VOLUME USAHA KOPERASI TAHUN 2021", "Aset"), 1);
        assert_eq!(told("TARGET & REALISASI VOLUME USAHA KOPERASI TAHUN 2021", "Target Volume Usaha"), 0);
        assert_eq!(told("REALISASI VOLUME USAHA KOPERASI TAHUN 2021", "Aset"), 0);
    }
}
