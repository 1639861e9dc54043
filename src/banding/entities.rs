//! One numbering of the entities for two datasets, by what the keys say.

use crate::dataset::{Dataset, Isi, Row, Table};
use crate::profile::Profile;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Gives the entities of both datasets numbers in common, so that a row of one
/// can stand among the rows of the other and joins as it did in its own.
pub fn renumber(sides: [(&mut Dataset, &Profile); 2]) {
    let mut numbers: BTreeMap<(String, String), u32> = BTreeMap::new();
    for (dataset, profile) in sides {
        let mut own: BTreeMap<(String, u32), u32> = BTreeMap::new();
        let mut taken: BTreeMap<(String, u32), u32> = BTreeMap::new();
        for ((sumber, _), table) in &mut dataset.tables {
            let table = Arc::make_mut(table);
            for index in 0..table.rows.len() {
                let entitas = table.rows[index].entitas;
                if entitas == 0 {
                    continue;
                }
                let number = *own.entry((sumber.clone(), entitas)).or_insert_with(|| {
                    let key = key_of(table, &table.rows[index], profile);
                    let mut turn = 0;
                    loop {
                        // Two entities of one dataset never share a number.
                        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX).saturating_add(1);
                        let number = *numbers.entry((sumber.clone(), format!("{key}\u{0}{turn}"))).or_insert(next);
                        if *taken.entry((sumber.clone(), number)).or_insert(entitas) == entitas {
                            return number;
                        }
                        turn += 1;
                    }
                });
                table.rows[index].entitas = number;
            }
            index_entities(table);
        }
    }
}

/// An entity's first row stands for it.
pub fn index_entities(table: &mut Table) {
    table.by_entity = table.rows.iter().enumerate().map(|(index, row)| (row.entitas, index)).collect();
}

/// What a row's key cells say; of a source without keys, its name.
pub fn key_of(table: &Table, row: &Row, profile: &Profile) -> String {
    let fields = profile.sumber.get(&*table.sumber).map(|sumber| sumber.kunci.as_slice()).unwrap_or_default();
    let columns: Vec<usize> = fields.iter().filter_map(|field| table.column(&field.text)).collect();
    let told: Vec<String> = columns.iter().map(|column| folded(&text(&table.isi(row, *column)))).collect();
    if told.iter().all(String::is_empty) { folded(&row.nama) } else { told.join("\u{1}") }
}

/// A value as a text, for comparing.
pub fn text(isi: &Isi) -> String {
    match isi {
        Isi::Kosong => String::new(),
        Isi::Angka(value) => value.normalize().to_string(),
        Isi::Teks(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Isi::Tanggal(date) => date.to_string(),
        Isi::Tanda(mark) => mark.to_string(),
    }
}

/// Case-folded, without spaces and punctuation, but two runs of digits never join.
fn folded(text: &str) -> String {
    let mut folded = String::new();
    let mut apart = false;
    for c in text.chars().flat_map(char::to_lowercase) {
        if !c.is_alphanumeric() {
            apart = true;
            continue;
        }
        if apart && c.is_ascii_digit() && folded.ends_with(|last: char| last.is_ascii_digit()) {
            folded.push(' ');
        }
        apart = false;
        folded.push(c);
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_fold_as_the_contract_says() {
        assert_eq!(folded("AHU-0010273.AH.01.26"), folded("ahu 0010273 AH 01 26"));
        assert_ne!(folded("1/12/BH"), folded("11/2/BH"));
    }
}
