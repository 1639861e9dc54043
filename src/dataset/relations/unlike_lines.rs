//! A table of a line for each of several things of one place (`Awal` and `Akhir`, `2020` and `2021`, `Volume Usaha` and `SHU`)
//! whose figures do not add up, though formulas take every line.

use crate::dataset::Jenis;
use crate::dataset::body::sections::Judged;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::On;
use crate::dataset::dictionary::{KERAGAAN, UMKM};
use crate::dataset::relations::category_totals::{Texts, groups, is_of_figures, is_taken_whole, text_columns};
use crate::diagnostic::{Fakta, KeteranganMembatasi, TahunBerselisih, Temuan};
use crate::text::label::{normalise_label, spelt_words, stated_year};
use crate::vocabulary::{CellAddress, Year};
use std::collections::BTreeSet;

/// More things than this are no states of one.
const MOST: usize = 6;
/// In fewer places two lines are alike by chance.
const FEWEST: usize = 3;
/// So many rows show what a column holds.
const SHOWN: usize = 2_000;

/// What the same thing is first and then.
const STATES: &[(&str, &str)] = &[
    ("awal", "akhir"),
    ("sebelum", "sesudah"),
    ("sebelum", "setelah"),
    ("semula", "menjadi"),
    ("anggaran", "realisasi"),
    ("pagu", "realisasi"),
    ("rencana", "realisasi"),
    ("target", "realisasi"),
    ("usulan", "realisasi"),
    ("usulan", "disetujui"),
    ("diusulkan", "disetujui"),
    ("mendaftar", "diterima"),
    ("mendaftar", "lulus"),
    ("pendaftar", "diterima"),
    ("pendaftar", "peserta"),
    ("k", "rp"),
    ("keuangan", "fisik"),
];
/// What is counted or measured in another unit each.
const UNITS: &[&str] = &[
    "orang", "kelompok", "unit", "kk", "jiwa", "rp", "rupiah", "kg", "ton", "liter", "ha", "paket", "lembar", "buah", "dokumen",
    "persen",
];

/// The lines that are told: of other years at the first of them, of unlike things at their column.
pub(crate) fn unlike_lines(used: &[Used], on: &On, judged: &Judged, row_years: &[Option<Year>]) -> Vec<Temuan> {
    let on = &On { rows: &on.rows[..on.rows.len().min(SHOWN)], ..*on };
    let resting = used.iter().filter(|own| !own.rests.is_empty());
    let is_amount = |own: &&Used| matches!(on.source.fields[own.field].jenis, Jenis::Uang | Jenis::Angka);
    let mut figures = resting.filter(is_amount).map(|own| on.layout.columns[own.index].column);
    if on.rows.len() < FEWEST * 2 || !figures.any(|column| is_of_figures(on, column)) {
        return Vec::new();
    }
    let has_letters = |text: &str| text.chars().any(char::is_alphabetic);
    let texts = text_columns(on, |text| has_letters(text) || stated_year(text.trim()).is_some());
    let categories = texts.iter().filter(|own| (2..=MOST).contains(&own.kinds.len()) && is_taken_whole(on, own));
    categories.filter_map(|category| told(on, judged, (&texts, category), row_years)).collect()
}

fn told(on: &On, judged: &Judged, (texts, category): (&[Texts], &Texts), row_years: &[Option<Year>]) -> Option<Temuan> {
    let kinds: Vec<&str> = category.kinds.iter().map(String::as_str).collect();
    let years: Vec<Year> = kinds.iter().filter_map(|kind| stated_year(kind.trim())).collect();
    let are_years = years.len() == kinds.len();
    if !are_years && !are_states(&kinds) && !are_units(&kinds) && !are_amounts(&kinds) {
        return None;
    }
    // Each place has one line of each.
    let groups = groups(texts, category, row_years);
    let has_each = |rows: &Vec<usize>| {
        let own: BTreeSet<&str> = rows.iter().map(|row| category.texts[*row].as_str()).collect();
        own.len() == kinds.len() && rows.len() == kinds.len()
    };
    if groups.len() < FEWEST || groups.len() * kinds.len() != on.rows.len() || !groups.iter().all(has_each) {
        return None;
    }
    let is_told = |text: &str| match judged.tahun {
        Some(tahun) if are_years => stated_year(text.trim()) != Some(tahun),
        _ => !are_years,
    };
    let first = category.texts.iter().position(|text| is_told(text))?;
    let at = on.sheet.at_cell(CellAddress::new(on.rows[first].row, category.column));
    let shown = |row: usize| {
        let cell = on.sheet.cell(CellAddress::new(on.rows[row].row, category.column));
        cell.map(|cell| crate::dataset::cell::raw_text(&cell.value).trim().to_owned()).unwrap_or_default()
    };
    let fakta: Fakta = match judged.tahun.filter(|_| are_years) {
        Some(tahun) => TahunBerselisih { tertulis: shown(first), tahun, dasar: None }.into(),
        None => {
            let others: BTreeSet<&String> = category.texts.iter().filter(|text| **text != category.texts[first]).collect();
            let lain = others.into_iter().filter_map(|text| category.texts.iter().position(|own| own == text)).map(shown);
            KeteranganMembatasi { lain: lain.collect(), ..KeteranganMembatasi::of(shown(first), on.rows.len()) }.into()
        }
    };
    Some(Temuan::new(at, fakta).named(&*on.rows[first].nama))
}

/// `Awal` and `Akhir`, `Jumlah Usulan` and `Jumlah Realisasi`: the same but for words of what it is first and then.
fn are_states(kinds: &[&str]) -> bool {
    let [one, other] = kinds else { return false };
    let (one, other) = (spelt_words(one), spelt_words(other));
    let is_pair = |one: &[String], other: &[String], (first, then): (&str, &str)| {
        let rest = |words: &[String], word: &str| {
            let rest: Vec<String> = words.iter().filter(|own| own.as_str() != word).cloned().collect();
            (rest.len() + 1 == words.len()).then_some(rest)
        };
        rest(one, first).is_some_and(|own| Some(own) == rest(other, then))
    };
    STATES.iter().any(|pair| is_pair(&one, &other, *pair) || is_pair(&other, &one, *pair))
}

/// `Orang` and `Kelompok`.
fn are_units(kinds: &[&str]) -> bool {
    kinds.iter().all(|kind| UNITS.contains(&kind.trim()))
}

/// Names of different fields of money.
fn are_amounts(kinds: &[&str]) -> bool {
    let entries = || KERAGAAN.iter().chain(UMKM).filter(|entry| entry.jenis == Jenis::Uang);
    let field = |kind: &&str| {
        let name = normalise_label(kind);
        entries().find(|entry| entry.aliases.iter().any(|alias| normalise_label(alias) == name)).map(|entry| entry.isian)
    };
    let fields: Option<BTreeSet<&str>> = kinds.iter().map(field).collect();
    // Modal sendiri and modal luar are aset together.
    let are_of_one =
        |fields: &BTreeSet<&str>| fields.iter().map(|isian| isian.split('_').next()).collect::<BTreeSet<_>>().len() == 1;
    fields.is_some_and(|fields| fields.len() == kinds.len() && !are_of_one(&fields))
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::{Dictionary, JenisIsian};

    /// What is told of a table of four kecamatan with these lines each.
    fn told(lines: &[&str]) -> (Vec<String>, usize) {
        let places = ["Gadingrejo", "Purworejo", "Bugul Kidul", "Panggungrejo"];
        let rows = places.iter().enumerate().flat_map(|(at, place)| {
            lines.iter().enumerate().map(move |(line, label)| format!("{place};{label};{}", 40 + at * 7 + line * 3))
        });
        let text = format!("Kecamatan;Uraian;Jumlah\n{}", rows.collect::<Vec<_>>().join("\n"));
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["nama", "u"])
            .kolom("nama", "Kecamatan", Some(JenisIsian::Teks))
            .kolom("u", "Uraian", Some(JenisIsian::Teks))
            .kolom("j", "Jumlah", Some(JenisIsian::Angka))
            .source(|sumber| sumber.butir = Some("kecamatan".to_owned()))
            .file("2021.csv", &text);
        let read = office.needs(2021, &["j"]).read();
        (read.galat(), read.has(Kode::KeteranganMembatasi).len())
    }

    #[test]
    fn lines_that_do_not_add_up_are_asked_about() {
        assert_eq!(told(&["2020", "2021"]), (vec!["tahun-berselisih@B2".to_owned()], 0));
        for lines in [
            ["Awal", "Akhir"],
            ["Sebelum", "Sesudah"],
            ["Anggaran", "Realisasi"],
            ["Orang", "Kelompok"],
            ["K", "Rp"],
            ["Usulan", "Disetujui"],
            ["Jumlah Mendaftar", "Jumlah Diterima"],
        ] {
            assert_eq!(told(&lines).1, 1, "{lines:?}");
        }
        assert_eq!(told(&["VOLUME USAHA", "SHU", "ASET"]).1, 1);
        // Those of one kind.
        for lines in [
            &["Laki-laki", "Perempuan"][..],
            &["Mikro", "Kecil", "Menengah"],
            &["KSP", "Konsumen"],
            &["Modal Sendiri", "Modal Luar"],
        ] {
            assert_eq!(told(lines), (vec![], 0), "{lines:?}");
        }
    }
}
