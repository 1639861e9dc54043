//! A line of a table of places by things that one of two neighbouring years has and the other lacks, though that has the place and
//! the thing: open data from which a row was lost.

use super::places::{at, is_of_places};
use crate::dataset::Table;
use crate::dataset::accept::Findings;
use crate::dataset::assemble::shown_key;
use crate::dataset::cell::isi_text;
use crate::dataset::key::normal;
use crate::dataset::source::Source;
use crate::diagnostic::{TempatTidakAda, Temuan};
use crate::profile::Dictionary;

/// Fewer lines show nothing; one in so many may be lost.
const FEW: usize = 6;
const ONE_IN: usize = 4;
/// So many are told.
const TOLD: usize = 3;

pub(crate) fn lines_left_out(source: &Source, earlier: &Table, later: &Table, findings: &mut Findings) {
    let is_compared = [earlier.tahun, later.tahun].iter().all(|year| source.needs.contains_key(year));
    let is_of_sums = source.recap || source.sumber.bentuk == Dictionary::None;
    let has_places = source.sumber.kunci.iter().any(|key| is_of_places(later, &key.text));
    let keys = |table: &Table| -> Vec<usize> { source.sumber.kunci.iter().filter_map(|key| table.column(&key.text)).collect() };
    let (before, after) = (keys(earlier), keys(later));
    if !is_compared || !is_of_sums || !has_places || before.len() < 2 || after.len() != before.len() {
        return;
    }
    for ((own, own_keys), (other, other_keys)) in [((later, &after), (earlier, &before)), ((earlier, &before), (later, &after))] {
        let without = |one: &Table, two: &Table| -> Vec<usize> {
            one.by_entity.iter().filter(|(entity, _)| !two.by_entity.contains(*entity)).map(|(_, row)| row).collect()
        };
        let gone = without(other, own);
        if gone.is_empty() || !without(own, other).is_empty() || own.rows.len() < FEW || gone.len() * ONE_IN > other.rows.len() {
            continue;
        }
        // Whoever is there with other things, and what is there of others.
        let is_there = |row: usize| {
            own_keys.iter().zip(other_keys).all(|(own_key, other_key)| {
                let sought = normal(&isi_text(&other.isi(&other.rows[row], *other_key)));
                own.values(*own_key).any(|isi| normal(&isi_text(&isi)) == sought)
            })
        };
        for row in gone.into_iter().filter(|row| is_there(*row)).take(TOLD) {
            let isian = source.sumber.kunci.iter().map(|key| key.text.as_str()).collect::<Vec<_>>().join(" / ");
            let nama = shown_key(other, row, other_keys);
            let fakta = TempatTidakAda { isian, nama, tahun: own.tahun, tahun_lain: other.tahun, baris_lain: 1 };
            findings.raise(Temuan::new(at(own), fakta), None);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::{Dictionary, JenisIsian};

    /// How many lines are told of four places with two things, of which these are not there in the later year.
    fn told(gone: &[usize]) -> usize {
        let list = |year: usize, gone: &[usize]| {
            let line = |at: usize| {
                let (place, thing) =
                    (["Gadingrejo", "Purworejo", "Bugul Kidul", "Panggungrejo"][at / 2], ["Koperasi", "Usaha"][at % 2]);
                format!("{place};{thing};{}\n", (at + 3) * (year - 1990))
            };
            format!("Wilayah;Judul;Data\n{}", (0..8).filter(|at| !gone.contains(at)).map(line).collect::<String>())
        };
        let mut office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["wil", "jd"]);
        for (isian, judul, jenis) in
            [("wil", "Wilayah", JenisIsian::Teks), ("jd", "Judul", JenisIsian::Teks), ("dt", "Data", JenisIsian::Angka)]
        {
            office = office.kolom(isian, judul, Some(jenis));
        }
        let office = office.source(|sumber| sumber.butir = Some("wilayah".into()));
        let office = office.file("2020.csv", &list(2020, &[])).file("2021.csv", &list(2021, gone));
        let read = office.needs(2020, &["dt", "jd"]).needs(2021, &["dt", "jd"]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::TempatTidakAda).len()
    }

    #[test]
    fn a_places_line_that_is_lost() {
        assert_eq!(told(&[]), 0);
        assert_eq!(told(&[3]), 1);
        // A thing that nobody reports any more, and a place that is told as such.
        assert_eq!(told(&[1, 3, 5, 7]), 0);
        assert_eq!(told(&[2, 3]), 1);
    }
}
