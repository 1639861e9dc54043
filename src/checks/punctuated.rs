//! Keys that are one by their letters and digits alone (`5/BH/XI/1` and `5/BH/X/I1`), of entities of which nothing else is alike.

use super::places::at;
use crate::dataset::Table;
use crate::dataset::accept::Findings;
use crate::dataset::assemble::shown_key;
use crate::dataset::cell::isi_text;
use crate::dataset::key::normal;
use crate::dataset::source::Source;
use crate::diagnostic::{KunciMirip, Temuan};
use crate::text::label::spelt_words;
use crate::text::lexicon::KINDS;
use std::collections::BTreeSet;

/// So many pairs are told; longer lists are not gone through.
const PAIRS: usize = 10;
const MOST: usize = 200_000;

/// Tells the entities of two years that nothing but such keys makes one.
pub(crate) fn joined_by_marks(source: &Source, earlier: &Table, later: &Table, findings: &mut Findings) {
    let keys = |table: &Table| -> Vec<usize> { source.sumber.kunci.iter().filter_map(|key| table.column(&key.text)).collect() };
    let (before, after) = (keys(earlier), keys(later));
    let is_named = after.iter().any(|at| source.names.contains(&later.columns[*at].isian));
    if source.recap || is_named || after.is_empty() || before.len() != after.len() || later.rows.len() > MOST {
        return;
    }
    // Blanks, letters great and small, and a sign before a NIK say nothing.
    let written = |table: &Table, row: usize, keys: &[usize]| -> Vec<String> {
        let said = |key: &usize| isi_text(&table.isi(&table.rows[row], *key)).to_lowercase();
        keys.iter()
            .map(|key| said(key).chars().filter(|c| c.is_alphanumeric() || matches!(c, '/' | '-' | '.')).collect())
            .collect()
    };
    let place = |table: &Table, row: usize| {
        table.column("kecamatan").map(|at| normal(&isi_text(&table.isi(&table.rows[row], at)))).filter(|text| !text.is_empty())
    };
    let words = |table: &Table, row: usize| -> BTreeSet<String> {
        spelt_words(&table.rows[row].nama).into_iter().filter(|word| !KINDS.contains(&word.as_str())).collect()
    };
    let is_told = |(row, old): &(usize, usize)| {
        let (own, other) = (words(later, *row), words(earlier, *old));
        let are_elsewhere = place(later, *row).zip(place(earlier, *old)).is_some_and(|(own, other)| own != other);
        !own.is_empty()
            && !other.is_empty()
            && own.is_disjoint(&other)
            && are_elsewhere
            && written(later, *row, &after) != written(earlier, *old, &before)
    };
    let pairs = later.by_entity.iter().filter_map(|(entity, row)| Some((row, earlier.by_entity.get(entity)?)));
    let told: Vec<(usize, usize)> = pairs.filter(is_told).take(PAIRS).collect();
    if told.is_empty() {
        return;
    }
    let shown = |table: &Table, row: usize, keys: &[usize]| format!("{} ({})", shown_key(table, row, keys), table.rows[row].nama);
    let pasangan = told.iter().map(|(row, old)| (shown(earlier, *old, &before), shown(later, *row, &after))).collect();
    let (tahun, tahun_lalu, dari) = (later.tahun, earlier.tahun, later.by_entity.len());
    let fakta = KunciMirip { tahun, tahun_lalu, baru: 0, hilang: 0, dari, pasangan };
    findings.add(Temuan::new(at(later), fakta));
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    /// How many are told of six koperasi and a seventh with these keys, names and places in the two years.
    fn told(before: [&str; 3], after: [&str; 3]) -> usize {
        let list = |[key, nama, place]: [&str; 3], year: u64| {
            let line =
                |at: u64| format!("{at};KSP Nomor {at};{at}/BH/1990;Gadingrejo;{}\n", 7_123_456 * at * (90 + at * year % 17));
            let rows: String = (1..7).map(line).collect();
            format!("No;Nama Koperasi;Nomor BH;Kecamatan;Volume Usaha\n{rows}7;{nama};{key};{place};{}", 812_345_678 + year)
        };
        let office = Office::keragaan().file("2020.csv", &list(before, 5)).file("2021.csv", &list(after, 7));
        let read = office.joins(&[2020, 2021], &["volume_usaha", "kecamatan"]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::KunciMirip).len()
    }

    #[test]
    fn marks_alone_make_no_entity_of_two() {
        let old = ["5/BH/XI/1", "KUD Wahana Jaya", "Gadingrejo"];
        assert_eq!(told(old, ["5/BH/X/I1", "Kopkar Sentosa Abadi", "Purworejo"]), 1);
        // Renamed, moved, or the key as it was.
        assert_eq!(told(old, ["5/BH/X/I1", "KUD Wahana Makmur", "Purworejo"]), 0);
        assert_eq!(told(old, ["5/BH/X/I1", "Kopkar Sentosa Abadi", "Gadingrejo"]), 0);
        assert_eq!(told(old, ["5/bh/xi/1", "Kopkar Sentosa Abadi", "Purworejo"]), 0);
    }
}
