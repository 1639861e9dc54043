//! Texts that are none of their column's: a number, another column's value, a kelurahan of another kecamatan. A condition
//! passes such a row over.

use super::told::tell_text;
use crate::dataset::accept::Findings;
use crate::dataset::cell::isi_text;
use crate::dataset::key::normal;
use crate::dataset::source::Source;
use crate::dataset::{Jenis, Row, Table};
use crate::diagnostic::Banding;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Fewer texts show nothing.
const FEW: usize = 8;
/// Columns of texts that come again.
const OF_GROUPS: [&str; 6] = ["kecamatan", "kelurahan", "jenis_usaha", "skala_usaha", "jenis_koperasi", "kelompok_koperasi"];
/// A number of fewer digits may be a code; in a place's stead it is none either.
const DIGITS: usize = 3;
/// Of these two the names are partly the same.
const PLACES: [&str; 2] = ["kecamatan", "kelurahan"];
/// One place in so many may stand in two kecamatan by mistake; where more do, names are shared.
const ONE_IN: usize = 6;

/// Tells the texts of the columns that conditions ask and that are none of theirs.
pub(super) fn misplaced(source: &Source, table: &mut Table, resting: &[usize], findings: &mut Findings) {
    let is_group = |at: &usize| table.columns[*at].jenis == Jenis::Teks && OF_GROUPS.contains(&&*table.columns[*at].isian);
    let groups: Vec<usize> = (0..table.columns.len()).filter(is_group).collect();
    let texts: BTreeMap<usize, Vec<Arc<str>>> = groups.iter().map(|at| (*at, folded(table, *at))).collect();
    let mut told: Vec<(usize, usize, Banding)> = Vec::new();
    for column in groups.iter().filter(|at| resting.contains(at) && !source.names.contains(&table.columns[**at].isian)) {
        let Some(own) = texts.get(column).filter(|own| own.iter().filter(|text| !text.is_empty()).count() >= FEW) else {
            continue;
        };
        let least = if PLACES.contains(&&*table.columns[*column].isian) { 1 } else { DIGITS };
        told.extend(numbers(own, least).into_iter().map(|row| (row, *column, Banding::BukanTeks)));
        for other in groups.iter().filter(|other| *other != column) {
            let are_places = [column, other].iter().all(|at| PLACES.contains(&&*table.columns[**at].isian));
            if !are_places && share_words(own, &texts[other]) {
                continue;
            }
            let found = of_another(own, &texts[other]).into_iter();
            told.extend(found.map(|row| (row, *column, Banding::IsiKolom(table.columns[*other].isian.to_string()))));
        }
    }
    if let (Some(kelurahan), Some(kecamatan)) = (table.column("kelurahan"), table.column("kecamatan"))
        && let (Some(of), Some(within)) = (texts.get(&kelurahan), texts.get(&kecamatan))
        && [kelurahan, kecamatan].iter().any(|at| resting.contains(at))
    {
        for (row, most) in elsewhere(of, within) {
            let lain = isi_text(&table.isi(&table.rows[most], kecamatan));
            let kelurahan = isi_text(&table.isi(&table.rows[row], kelurahan));
            told.push((row, kecamatan, Banding::TempatLain { kelurahan, lain }));
        }
    }
    for (row, column, banding) in told {
        tell_text(table, (row, column), banding, findings);
    }
}

/// A column's texts as keys compare; what comes again is folded once.
fn folded(table: &Table, column: usize) -> Vec<Arc<str>> {
    let cells = &table.columns[column].cells;
    let known: Vec<Arc<str>> = cells.texts().iter().map(|text| normal(text).into()).collect();
    let fold = |row: &Row| match cells.text_place(row.slot as usize) {
        Some(place) => known[place].clone(),
        None => normal(&isi_text(&table.isi(row, column))).into(),
    };
    table.rows.iter().map(fold).collect()
}

/// Texts of so many digits or more and nothing else, among words.
fn numbers(own: &[Arc<str>], least: usize) -> Vec<usize> {
    let is_number =
        |text: &str| !text.chars().any(char::is_alphabetic) && text.bytes().filter(u8::is_ascii_digit).count() >= least;
    let filled = own.iter().filter(|text| !text.is_empty()).count();
    let odd: Vec<usize> = (0..own.len()).filter(|row| is_number(&own[*row])).collect();
    if odd.len() * 5 <= filled { odd } else { Vec::new() }
}

/// Whether two columns take their texts from one list (`Jenis`, `Kelompok`): more than one stands in both.
fn share_words(own: &[Arc<str>], other: &[Arc<str>]) -> bool {
    let of = |texts: &[Arc<str>]| texts.iter().filter(|text| !text.is_empty()).cloned().collect::<BTreeSet<Arc<str>>>();
    of(own).intersection(&of(other)).count() > 1
}

/// Texts that stand once in their column, and in another column beside one of its own texts.
fn of_another(own: &[Arc<str>], other: &[Arc<str>]) -> Vec<usize> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    own.iter().filter(|text| !text.is_empty()).for_each(|text| *counts.entry(text).or_default() += 1);
    let count = |text: &str| counts.get(text).copied().unwrap_or(0);
    let mut beside: BTreeMap<&str, usize> = BTreeMap::new();
    for (text, _) in other.iter().zip(own).filter(|(text, own)| !text.is_empty() && text != own && count(own) > 1) {
        *beside.entry(text).or_default() += 1;
    }
    let of = |row: &usize| {
        let text = &*own[*row];
        count(text) == 1 && &*other[*row] != text && beside.contains_key(text)
    };
    (0..own.len()).filter(of).collect()
}

/// Rows whose kelurahan stands in another kecamatan elsewhere, while nearly all others stand in one; with a row of the other.
fn elsewhere(of: &[Arc<str>], within: &[Arc<str>]) -> Vec<(usize, usize)> {
    let mut places: BTreeMap<&str, BTreeMap<&str, Vec<usize>>> = BTreeMap::new();
    for (row, (kelurahan, kecamatan)) in of.iter().zip(within).enumerate() {
        if !kelurahan.is_empty() && !kecamatan.is_empty() && kelurahan != kecamatan {
            places.entry(kelurahan).or_default().entry(kecamatan).or_default().push(row);
        }
    }
    places.retain(|_, within| within.values().map(Vec::len).sum::<usize>() > 1);
    let split = places.values().filter(|within| within.len() > 1);
    if split.clone().count() * ONE_IN > places.len() {
        return Vec::new();
    }
    let odd = split.flat_map(|within| {
        // Where each is said as often, the first of them is told.
        let most = within.values().max_by_key(|rows| (rows.len(), rows.first().copied())).into_iter().flatten();
        let most: Vec<usize> = most.copied().collect();
        let others = within.values().filter(|rows| rows.len() == 1 && **rows != most).flatten().copied();
        others.filter_map(|row| Some((row, *most.first()?))).collect::<Vec<_>>()
    });
    odd.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(change: &dyn Fn(usize) -> Option<(&'static str, &'static str)>) -> (Vec<Arc<str>>, Vec<Arc<str>>) {
        const PLACES: [(&str, &str); 10] = [
            ("sebani", "gadingrejo"),
            ("bukir", "gadingrejo"),
            ("gadingrejo", "gadingrejo"),
            ("petahunan", "gadingrejo"),
            ("wirogunan", "purworejo"),
            ("tembokrejo", "purworejo"),
            ("purworejo", "purworejo"),
            ("kepel", "bugulkidul"),
            ("bakalan", "bugulkidul"),
            ("trajeng", "panggungrejo"),
        ];
        let all = (0..20).map(|row| change(row).unwrap_or(PLACES[row % 10]));
        all.map(|(kelurahan, kecamatan)| (kelurahan.into(), kecamatan.into())).unzip()
    }

    #[test]
    fn a_kelurahan_in_the_kecamatans_place_and_one_of_another_kecamatan() {
        let (of, within) = list(&|_| None);
        assert_eq!((of_another(&within, &of), elsewhere(&of, &within), numbers(&within, 1)), (vec![], vec![], vec![]));
        let (of, within) = list(&|row| (row == 3).then_some(("gadingrejo", "bukir")));
        assert_eq!(of_another(&within, &of), [3]);
        let (of, within) = list(&|row| (row == 4).then_some(("sebani", "purworejo")));
        assert_eq!(elsewhere(&of, &within), [(4, 0)]);
        // Said once each.
        let (of, within) = list(&|row| (row == 11).then_some(("bukir", "purworejo")));
        assert_eq!(elsewhere(&of, &within).len(), 1);
        let (_, within) = list(&|row| (row == 4).then_some(("sebani", "5000000")));
        assert_eq!(numbers(&within, DIGITS), [4]);
        let (_, within) = list(&|row| (row == 4).then_some(("sebani", "3")));
        assert_eq!((numbers(&within, 1), numbers(&within, DIGITS)), (vec![4], vec![]));
    }

    #[test]
    fn columns_that_take_their_texts_from_one_list() {
        let of = |texts: &[&str]| texts.iter().map(|text| (*text).into()).collect::<Vec<Arc<str>>>();
        let kinds = of(&["konsumen", "simpan pinjam", "konsumen", "produsen"]);
        assert!(share_words(&kinds, &of(&["simpan pinjam", "konsumen", "", "jasa"])));
        assert!(!share_words(&kinds, &of(&["gadingrejo", "konsumen", "", "purworejo"])));
    }

    #[test]
    fn names_that_places_share_are_nothing_odd() {
        let shared = |row: usize| match row {
            2 | 12 => Some(("sumberejo", "gadingrejo")),
            4 => Some(("sumberejo", "purworejo")),
            5 | 15 => Some(("karanganyar", "purworejo")),
            7 => Some(("karanganyar", "bugulkidul")),
            _ => None,
        };
        let (of, within) = list(&shared);
        assert_eq!(elsewhere(&of, &within), []);
    }
}
