//! Places that one of two neighbouring years has and the other lacks: a recap's lost row, a kecamatan's lost part of a list.

use crate::dataset::accept::Findings;
use crate::dataset::cell::isi_text;
use crate::dataset::key::{near_misses, normal};
use crate::dataset::source::Source;
use crate::dataset::{Isi, Table};
use crate::diagnostic::{TempatTidakAda, Temuan};
use crate::text::label::spelt_words;
use crate::vocabulary::At;
use std::collections::BTreeMap;

/// What tells where a row is, in a field's name or its heading; of a list the kecamatan alone: a kelurahan may well have
/// nobody for a year.
const PLACES: [&str; 8] = ["kecamatan", "kelurahan", "desa", "wilayah", "kabupaten", "kab", "kota", "provinsi"];
const OF_LISTS: &str = "kecamatan";
/// Words before a place's name that are no part of it.
const KINDS: [&str; 3] = ["kecamatan", "kelurahan", "desa"];
/// So few places show nothing by what they have in common.
const FEW: usize = 2;
/// In a list so few rows of a place may be gone by chance.
const FEW_ROWS: usize = 3;
/// And so may a place with fewer rows than this part of what a place has on average.
const SMALL: usize = 4;

/// A place's rows: its name as it stands first, and how many there are.
type Places = BTreeMap<String, (String, usize)>;

/// Tells the places that the one year has and the other lacks, where figures of both are compared and most places are the same.
pub(crate) fn places_left_out(source: &Source, earlier: &Table, later: &Table, findings: &mut Findings) {
    if ![earlier.tahun, later.tahun].iter().all(|year| source.needs.contains_key(year)) {
        return;
    }
    let of_rows = source.names.iter().map(|name| &**name).find(|name| is_of_places(later, name));
    let isian = of_rows.unwrap_or(OF_LISTS);
    let (Some(before), Some(after)) = (earlier.column(isian), later.column(isian)) else { return };
    let (before, after) = (places(earlier, before), places(later, after));
    let both = before.keys().filter(|name| after.contains_key(*name)).count();
    for (own, own_places, other, other_places) in [(later, &after, earlier, &before), (earlier, &before, later, &after)] {
        let lacking: Vec<&String> = other_places.keys().filter(|name| !own_places.contains_key(*name)).collect();
        if lacking.is_empty() || both < FEW || lacking.len() > both {
            continue;
        }
        let rows: usize = other_places.values().map(|(_, rows)| rows).sum();
        let is_told = |rows_of: usize| {
            of_rows.is_some() || rows_of >= FEW_ROWS && rows_of.saturating_mul(other_places.len() * SMALL) >= rows
        };
        // A name written otherwise is told as such, where anything hangs on it.
        let new: Vec<&String> = own_places.keys().filter(|name| !other_places.contains_key(*name)).collect();
        let written_otherwise: Vec<usize> = near_misses(&lacking, &new, new.len()).into_iter().map(|(gone, _)| gone).collect();
        let names = lacking.iter().enumerate().filter(|(at, _)| !written_otherwise.contains(at)).map(|(_, name)| *name);
        for (nama, baris_lain) in names.filter_map(|name| other_places.get(name)).filter(|(_, rows)| is_told(*rows)) {
            let (nama, tahun, tahun_lain) = (nama.clone(), own.tahun, other.tahun);
            let fakta = TempatTidakAda { isian: isian.to_owned(), nama, tahun, tahun_lain, baris_lain: *baris_lain };
            findings.raise(Temuan::new(at(own), fakta), None);
        }
    }
}

/// Whether a field's cells are places: `kabupaten_kota`, `kab` under `Kabupaten/Kota`.
pub(super) fn is_of_places(table: &Table, isian: &str) -> bool {
    let judul = table.column(isian).and_then(|column| table.columns.get(column)).map_or("", |column| column.judul.as_str());
    let is_place = |word: &String| PLACES.contains(&word.as_str());
    // `Nama Koperasi Kota Pasuruan` names no place.
    let said: Vec<String> = [isian, judul].iter().flat_map(|text| spelt_words(&text.replace('_', " "))).collect();
    let is_beside = |word: &String| is_place(word) || matches!(word.as_str(), "nama" | "kode" | "daerah");
    said.iter().any(is_place)
        && (spelt_words(&isian.replace('_', " ")).iter().all(is_beside) || spelt_words(judul).iter().all(is_beside))
}

/// The table's only sheet, or the first of its files.
pub(super) fn at(table: &Table) -> At {
    match &table.parts[..] {
        [part] => part.at(),
        parts => At::file(parts.first().map_or_else(|| table.sumber.clone(), |part| part.berkas.clone())),
    }
}

/// The places by their names as they compare: without `Kec.`, blanks and points.
fn places(table: &Table, column: usize) -> Places {
    let mut places = Places::new();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for row in &table.rows {
        let isi = table.isi(row, column);
        if isi == Isi::Kosong {
            continue;
        }
        let text = isi_text(&isi);
        let bare = seen.entry(text.clone()).or_insert_with(|| bare(&text));
        if !bare.is_empty() {
            places.entry(bare.clone()).or_insert_with(|| (text, 0)).1 += 1;
        }
    }
    places
}

fn bare(text: &str) -> String {
    let words = spelt_words(text);
    let from = words.iter().position(|word| !KINDS.contains(&word.as_str()));
    from.map(|from| normal(&words[from..].concat())).unwrap_or_default()
}
