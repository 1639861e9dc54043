//! Whether two offices' reports are one: by their names, by the workbooks they rest on, by their figures.

use super::gather::{Kantor, Keadaan, Refusal};
use crate::deliver::{MasukanRecord, Record, Status};
use std::collections::{BTreeMap, BTreeSet};

/// What a report rests on: the digests of its workbooks.
pub fn fingerprint(masukan: &[MasukanRecord]) -> BTreeSet<String> {
    masukan.iter().map(|one| one.sha256.clone()).filter(|sha256| !sha256.is_empty()).collect()
}

/// A name without what the eye passes over: case, blanks, stops, signs that are not seen.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Its measures' values, or where it has none its indicators', in their order; none where there is none.
fn figures(record: &Record) -> Option<Vec<(&str, i32, &str)>> {
    let measures = record.ukuran.iter().filter(|one| one.status == Status::Ok);
    let measures: Vec<_> = measures.filter_map(|one| Some((one.nama.as_str(), one.tahun, one.nilai.as_deref()?))).collect();
    if !measures.is_empty() {
        return Some(measures);
    }
    let own: Vec<_> =
        record.indikator.iter().filter_map(|one| Some((one.nama.as_str(), one.tahun, one.nilai.as_deref()?))).collect();
    (!own.is_empty()).then_some(own)
}

/// So many digits of a value are no chance where another office has the same.
const TELLING: usize = 5;

/// Whether no two offices come to these figures by chance.
fn are_telling(figures: &[(&str, i32, &str)]) -> bool {
    let digits = |nilai: &str| nilai.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
    figures.iter().filter(|(.., nilai)| digits(nilai) >= TELLING).count() >= 2
}

/// Refuses one report under two folders; tells where two rest on the same workbook or come to the same figures.
///
/// # Errors
/// The folders of one report.
pub fn told(all: &mut [Kantor]) -> Result<(), Refusal> {
    let mut by_name: BTreeMap<String, usize> = BTreeMap::new();
    let mut by_file: BTreeMap<&str, usize> = BTreeMap::new();
    let mut by_figures: BTreeMap<Vec<(&str, i32, &str)>, usize> = BTreeMap::new();
    let mut doubtful: Vec<(usize, Keadaan)> = Vec::new();
    for (index, one) in all.iter().enumerate() {
        let Some(catatan) = &one.catatan else { continue };
        let kantor = format!("{} {}", catatan.instansi, catatan.daerah);
        if let Some(first) = by_name.insert(plain(&kantor), index) {
            return Err(Refusal::Twice { kantor, folder: [all[first].folder.clone(), one.folder.clone()] });
        }
        let own = figures(catatan);
        let file = one.sidik.iter().find_map(|sha256| by_file.get(sha256.as_str()).copied());
        let like = own.as_ref().and_then(|own| by_figures.get(own).copied());
        if let Some(first) = like.filter(|first| !one.sidik.is_empty() && all[*first].sidik == one.sidik) {
            return Err(Refusal::SameData { folder: [all[first].folder.clone(), one.folder.clone()] });
        }
        let like = like.filter(|_| own.as_deref().is_some_and(are_telling));
        doubtful.extend(file.map(|first| (index, Keadaan::BerkasBersama(all[first].folder.clone()))));
        doubtful.extend(like.map(|first| (index, Keadaan::AngkaSama(all[first].folder.clone()))));
        for sha256 in &one.sidik {
            by_file.entry(sha256).or_insert(index);
        }
        if let Some(own) = own {
            by_figures.entry(own).or_insert(index);
        }
    }
    for (index, keadaan) in doubtful {
        all[index].keadaan.push(keadaan);
    }
    Ok(())
}
