//! Counts that are a part of another column's (`Koperasi Aktif` of `Jumlah Koperasi`, `Lulus` of `Peserta`) and more than it in a
//! row, where they are not in the others. None of this refuses.

use super::told::tell;
use crate::dataset::accept::Findings;
use crate::dataset::source::{Source, subject};
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::Banding;
use crate::text::label::spelt_words;
use crate::text::lexicon::{TOTALS, WHOLE};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// So many rows show it at least, and so many for each that breaks it.
const FEW: usize = 4;
const HOLDS: usize = 5;
/// What is a part of what, where both are of the same thing.
const PARTS: &[(&str, &[&str])] = &[
    ("aktif", &["koperasi", "anggota"]),
    ("rat", &["aktif", "koperasi"]),
    ("audit", &["aktif", "koperasi"]),
    ("diaudit", &["aktif", "koperasi"]),
    ("sehat", &["dinilai"]),
    ("lulus", &["peserta", "mendaftar", "pendaftar"]),
    ("hadir", &["undangan", "diundang", "peserta"]),
    ("bersertifikat", &["peserta", "pengurus"]),
    ("sertifikat", &["peserta", "pengurus"]),
    ("peserta", &["pendaftar"]),
    ("diterima", &["mendaftar", "pendaftar", "usulan"]),
    ("disetujui", &["usulan", "diusulkan"]),
    ("perempuan", &["anggota", "peserta", "pengurus", "karyawan"]),
    ("wanita", &["anggota", "peserta", "pengurus", "karyawan"]),
    ("pria", &["anggota", "peserta", "pengurus", "karyawan"]),
];

/// Tells the parts that are more than their whole, where a figure rests on either.
pub(super) fn parts_of_wholes(source: &Source, table: &mut Table, findings: &mut Findings) {
    let rests = |at: usize| {
        let field = source.field(&table.columns[at].isian).map(|field| &source.fields[field]);
        field.is_some_and(|field| source.rests(field, table.tahun))
    };
    let counts: Vec<usize> = (0..table.columns.len()).filter(|at| is_count(table, *at)).collect();
    let words: Vec<BTreeSet<String>> = counts.iter().map(|at| words_of(table, *at)).collect();
    let mut odd: Vec<(usize, usize, usize)> = Vec::new();
    for (part, part_words) in counts.iter().zip(&words) {
        for (whole, whole_words) in counts.iter().zip(&words) {
            if part != whole && (rests(*part) || rests(*whole)) && is_part(source, part_words, whole_words) {
                odd.extend(beyond(table, *part, *whole).into_iter().map(|row| (row, *part, *whole)));
            }
        }
    }
    odd.sort_unstable();
    for (row, part, whole) in odd {
        let Isi::Angka(nilai) = table.isi(&table.rows[row], whole) else { continue };
        let lain = table.columns[whole].isian.to_string();
        tell(table, (row, part), Banding::MelebihiKolom { lain, nilai }, findings);
    }
}

/// Whether a column counts: plain numbers, no share, rate or year.
fn is_count(table: &Table, at: usize) -> bool {
    let column = &table.columns[at];
    column.jenis == Jenis::Angka && !column.judul.contains('%') && !column.isian.starts_with("tahun") && {
        let words = spelt_words(&column.judul);
        !words.iter().any(|word| matches!(word.as_str(), "persen" | "rata" | "rasio" | "target" | "rencana"))
    }
}

fn words_of(table: &Table, at: usize) -> BTreeSet<String> {
    let is_bare = |word: &String| ![TOTALS, WHOLE, &["orang", "unit"]].iter().any(|list| list.contains(&word.as_str()));
    spelt_words(&table.columns[at].judul).into_iter().filter(is_bare).collect()
}

/// Whether one is by its words a part of the other: the same words and one of a state, or a state that is one of another.
fn is_part(source: &Source, part: &BTreeSet<String>, whole: &BTreeSet<String>) -> bool {
    let of = subject(source.sumber.bentuk);
    let is_denied =
        |words: &BTreeSet<String>| words.iter().any(|word| matches!(word.as_str(), "tidak" | "belum" | "non" | "bukan"));
    if whole.is_empty() || is_denied(part) || is_denied(whole) {
        return false;
    }
    // Words that one has and the other has not; what the rows are may be left out.
    let beyond = |one: &BTreeSet<String>, other: &BTreeSet<String>| -> BTreeSet<String> {
        one.iter().filter(|word| !other.contains(*word) && !of.contains(&word.as_str())).cloned().collect()
    };
    let (own, others) = (beyond(part, whole), beyond(whole, part));
    PARTS.iter().any(|(state, wholes)| {
        let is_state = part.contains(*state) && own.iter().all(|word| word == state || word == "jumlah");
        let is_whole = others.iter().all(|word| wholes.contains(&word.as_str()));
        is_state && !whole.contains(*state) && is_whole && wholes.iter().any(|own| whole.contains(*own))
    })
}

/// The rows in which a part is more than its whole; none where that is no slip of a few.
fn beyond(table: &Table, part: usize, whole: usize) -> Vec<usize> {
    let value = |row: usize, at: usize| match table.isi(&table.rows[row], at) {
        Isi::Angka(value) => Some(value),
        _ => None,
    };
    let both = (0..table.rows.len()).filter_map(|row| Some((row, value(row, part)?, value(row, whole)?)));
    let (more, held): (Vec<_>, Vec<_>) = both.partition(|(_, part, whole)| part > whole);
    // Nil beside nil shows nothing.
    let held = held.iter().filter(|(_, _, whole)| *whole > Decimal::ZERO).count();
    if held < FEW || held < more.len() * HOLDS {
        return Vec::new();
    }
    more.into_iter().map(|(row, ..)| row).collect()
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::{Dictionary, JenisIsian};

    /// How many are told of eight kecamatan with these two columns.
    fn told(headings: [&str; 2], row: impl Fn(usize) -> (usize, usize)) -> usize {
        let line = |at: usize| {
            let (whole, part) = row(at);
            format!("{};Kecamatan {};{whole};{part}\n", at + 1, ["A", "B", "C", "D", "E", "F", "G", "H"][at])
        };
        let text = format!("No;Kecamatan;{};{}\n{}", headings[0], headings[1], (0..8).map(line).collect::<String>());
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["nama"])
            .kolom("nama", "Kecamatan", Some(JenisIsian::Teks))
            .kolom("whole", headings[0], Some(JenisIsian::Angka))
            .kolom("part", headings[1], Some(JenisIsian::Angka))
            .file("2021.csv", &text);
        office.needs(2021, &["whole", "part"]).read().has(Kode::NilaiSeperseribu).len()
    }

    #[test]
    fn a_part_more_than_its_whole() {
        let (held, broken) = (|at: usize| (56 + at, 28 + at * 2), |at: usize| (56 + at, if at == 3 { 67 } else { 28 + at * 2 }));
        for headings in [
            ["Jumlah Koperasi", "Koperasi Aktif"],
            ["Koperasi Aktif", "Koperasi RAT"],
            ["Peserta", "Lulus"],
            ["Jumlah Anggota", "Anggota Perempuan"],
        ] {
            assert_eq!((told(headings, held), told(headings, broken)), (0, 1), "{headings:?}");
        }
        // Not of each other, and parts that are more as a rule.
        for headings in [["Koperasi", "Anggota Koperasi"], ["Koperasi Aktif", "Koperasi Tidak Aktif"], ["Target", "Realisasi"]] {
            assert_eq!(told(headings, broken), 0, "{headings:?}");
        }
        assert_eq!(told(["Jumlah Koperasi", "Koperasi Aktif"], |at| (28 + at, 56 + at * 2)), 0);
    }
}
