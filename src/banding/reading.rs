//! How the sheets of two states were read, decision by decision, where that differs.

use super::model::{Nilai, Perubahan, Ragam};
use super::words_id as words;
use crate::dataset::{Bacaan, Keputusan, Tentang};
use crate::table::Ground;
use crate::vocabulary::{At, Sel, mask_in_text};
use std::collections::{BTreeMap, BTreeSet};

/// A decision of a source's year, over all its sheets.
type Matter<'b> = (&'b str, i32, Tentang, Option<&'b str>);

/// What was decided, and where it is told.
type Decided<'b> = BTreeMap<Matter<'b>, (BTreeSet<String>, String)>;

/// The decisions that differ. A source or year that one state does not have is
/// no other reading; nor is a convention or a mark that no cell asks for any more.
pub fn readings(before: &[Bacaan], now: &[Bacaan]) -> Vec<Perubahan> {
    let (old, new) = (decided(before), decided(now));
    let years =
        |all: &'_ [Bacaan]| -> BTreeSet<(String, i32)> { all.iter().map(|one| (one.sumber.clone(), one.tahun.0)).collect() };
    let both: BTreeSet<(String, i32)> = years(before).intersection(&years(now)).cloned().collect();
    let matters: BTreeSet<&Matter> = old.keys().chain(new.keys()).collect();
    let differs = |matter: &&Matter| {
        let (from, to) = (old.get(*matter), new.get(*matter));
        let is_asked_for = from.is_some() && to.is_some() || !matches!(matter.2, Tentang::Konvensi | Tentang::Tanda);
        is_asked_for && from.map(|(said, _)| said) != to.map(|(said, _)| said)
    };
    let matters = matters.into_iter().filter(|(sumber, tahun, ..)| both.contains(&((*sumber).to_owned(), *tahun)));
    matters.filter(differs).map(|matter| change(matter, old.get(matter), new.get(matter))).collect()
}

fn change(matter: &Matter, from: Option<&(BTreeSet<String>, String)>, to: Option<&(BTreeSet<String>, String)>) -> Perubahan {
    let value = |side: Option<&(BTreeSet<String>, String)>| {
        let said = side.map(|(said, _)| said.iter().cloned().collect::<Vec<_>>().join(", "));
        Some(Nilai {
            nilai: said.filter(|said| !said.is_empty()).unwrap_or_else(|| words::NONE.to_owned()),
            sel: side.map(|(_, place)| place.clone()).unwrap_or_default(),
        })
    };
    let (sumber, tahun, tentang, isian) = matter;
    Perubahan {
        ragam: Ragam::Berubah,
        sumber: (*sumber).to_owned(),
        tahun: *tahun,
        nama: String::new(),
        tentang: Some(tentang.text()),
        isian: isian.map(str::to_owned),
        semula: value(from),
        menjadi: value(to),
    }
}

fn decided(all: &[Bacaan]) -> Decided<'_> {
    let mut decided = Decided::new();
    for one in all {
        for keputusan in &one.keputusan {
            let said = match keputusan.tentang {
                // A file that is called otherwise, rows that moved: nothing is read otherwise.
                Tentang::Berkas | Tentang::Judul | Tentang::Tahun => continue,
                Tentang::Baris => roles(keputusan),
                _ => BTreeSet::from([said(keputusan)]),
            };
            let matter = (one.sumber.as_str(), one.tahun.0, keputusan.tentang, keputusan.isian.as_deref());
            let place = || (BTreeSet::new(), mask_in_text(&place(one, keputusan).to_string()));
            decided.entry(matter).or_insert_with(place).0.extend(said);
        }
    }
    decided
}

/// What a decision comes to. A heading is told by its words: a column that moved is no change of reading.
pub fn said(keputusan: &Keputusan) -> String {
    let heading = keputusan.karena.iter().find(|karena| !matches!(karena.tempat, Ground::Key(_)));
    match (keputusan.tentang, heading) {
        (Tentang::Kolom, Some(heading)) => mask_in_text(&heading.teks),
        _ => mask_in_text(&keputusan.nilai),
    }
}

/// Where a decision is told: at its column where it is of one field, else at its sheet.
pub fn place(bacaan: &Bacaan, keputusan: &Keputusan) -> At {
    let sheet = At::sheet(bacaan.berkas.clone(), bacaan.lembar.clone());
    let column = keputusan.karena.iter().find_map(|karena| match karena.tempat.sel()? {
        Sel::Cell(at) => Some(at.column),
        Sel::Column(column) => Some(column),
        Sel::Row(_) => None,
    });
    match column.filter(|_| keputusan.isian.is_some()) {
        Some(column) => sheet.with(Sel::Column(column)),
        None => sheet,
    }
}

/// How many rows are what, of those that do not count: `jumlah: 1 baris`.
fn roles(keputusan: &Keputusan) -> BTreeSet<String> {
    let counted = |text: &str| {
        let (role, ranges) = text.split_once(": ")?;
        // Labels follow: `jumlah: 5 (`JUMLAH`)`.
        let ranges = ranges.split(" (`").next()?;
        let rows = |range: &str| {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            Some(last.trim().parse::<usize>().ok()?.saturating_sub(first.trim().parse::<usize>().ok()?) + 1)
        };
        let count: usize = ranges.split(',').filter_map(rows).sum();
        (!matches!(role, words::BLANK_ROWS | words::DATA_ROWS)).then(|| words::rows_of_role(role, count))
    };
    keputusan.karena.iter().filter_map(|karena| counted(&karena.teks)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Karena;
    use crate::table::Strength;
    use crate::vocabulary::Year;

    fn bacaan(decisions: &[(Tentang, &str, &[&str])]) -> Vec<Bacaan> {
        let of = |(tentang, nilai, texts): &(Tentang, &str, &[&str])| Keputusan {
            mengalahkan: None,
            tentang: *tentang,
            isian: matches!(tentang, Tentang::Kolom | Tentang::Satuan | Tentang::Konvensi).then(|| "volume_usaha".into()),
            nilai: (*nilai).to_owned(),
            karena: texts
                .iter()
                .map(|text| Karena { tempat: Ground::Column(6), teks: (*text).to_owned(), kekuatan: Strength::Stated })
                .collect(),
        };
        let keputusan = decisions.iter().map(of).collect();
        vec![Bacaan {
            sumber: "k".into(),
            tahun: Year(2021),
            berkas: "data/a.xlsx".into(),
            lembar: Some("Rekap".into()),
            keputusan,
        }]
    }

    #[test]
    fn every_decision_that_came_out_otherwise_is_told_and_what_moved_is_not() {
        let before = bacaan(&[
            (Tentang::Berkas, "data/a.xlsx", &["p"]),
            (Tentang::Judul, "4", &["Volume Usaha"]),
            (Tentang::Kolom, "G", &["Volume Usaha"]),
            (Tentang::Baris, "5-9", &["jumlah: 10", "kosong: 11-14"]),
            (Tentang::Periode, "12 bulan", &["2021"]),
            (Tentang::Satuan, "1", &["Rp"]),
            (Tentang::Konvensi, "id", &["1.000,0"]),
        ]);
        let moved = bacaan(&[
            (Tentang::Berkas, "data/b.xlsx", &["p"]),
            (Tentang::Judul, "6", &["Volume Usaha"]),
            (Tentang::Kolom, "H", &["Volume Usaha"]),
            (Tentang::Baris, "7-12", &["data: 8 (`Total: Sejahtera`)", "jumlah: 13 (`JUMLAH: 1`)"]),
            (Tentang::Periode, "12 bulan", &["2021"]),
            (Tentang::Satuan, "1", &["rupiah"]),
        ]);
        assert_eq!(readings(&before, &moved), []);
        let now = bacaan(&[
            (Tentang::Kolom, "G", &["Omset"]),
            (Tentang::Baris, "5-9", &["jumlah: 10, 12-13"]),
            (Tentang::Periode, "6 bulan", &["s/d Juni 2021"]),
            (Tentang::Satuan, "1000000", &["Rp Juta"]),
            (Tentang::Konvensi, "en", &["1,000.0"]),
        ]);
        let found = readings(&before, &now);
        let told: Vec<(&str, &str, &str)> = found
            .iter()
            .map(|one| {
                let text = |value: &'_ Option<Nilai>| value.as_ref().map(|value| value.nilai.clone()).unwrap_or_default();
                (one.tentang.unwrap_or_default(), text(&one.semula).leak() as &str, text(&one.menjadi).leak() as &str)
            })
            .collect();
        assert_eq!(
            told,
            [
                ("kolom", "Volume Usaha", "Omset"),
                ("baris", "jumlah: 1 baris", "jumlah: 3 baris"),
                ("periode", "12 bulan", "6 bulan"),
                ("satuan", "1", "1000000"),
                ("konvensi", "id", "en"),
            ]
        );
        assert_eq!(found[0].menjadi.as_ref().unwrap().sel, "data/a.xlsx!Rekap!G");
        // Of a year that was not read there is nothing to compare.
        assert_eq!(readings(&[], &now), []);
    }
}
