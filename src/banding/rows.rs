//! Which row of one table is which of the other, and what differs in them.

use super::entities::{key_of, text};
use super::model::{Nilai, Perubahan, Ragam};
use super::words_id as words;
use crate::dataset::{Column, Isi, Row, Table};
use crate::profile::Profile;
use crate::vocabulary::{mask_digits, mask_person, tampil};
use std::collections::BTreeMap;

/// A row before and now; one of them may be absent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pair {
    pub before: Option<usize>,
    pub now: Option<usize>,
}

/// Pairs by key, then what is left by name (a key that was corrected); in the
/// order of the new table, the rows that are gone after it.
pub fn pairs(before: &Table, now: &Table, profiles: [&Profile; 2]) -> Vec<Pair> {
    let keys = |table: &Table, profile| table.rows.iter().map(|row| key_of(table, row, profile)).collect::<Vec<_>>();
    let (old_keys, new_keys) = (keys(before, profiles[0]), keys(now, profiles[1]));
    let mut match_of: Vec<Option<usize>> = vec![None; now.rows.len()];
    let mut used = vec![false; before.rows.len()];
    let mut meet = |old: BTreeMap<&str, Vec<usize>>, new: BTreeMap<&str, Vec<usize>>, alone: bool| {
        for (key, rows) in new {
            let Some(others) = old.get(key) else { continue };
            if alone && (rows.len() > 1 || others.len() > 1) {
                continue;
            }
            for (row, other) in rows.iter().zip(others) {
                match_of[*row] = Some(*other);
                used[*other] = true;
            }
        }
        (match_of.clone(), used.clone())
    };
    let (matched, taken) = meet(grouped(&old_keys, |_| true), grouped(&new_keys, |_| true), false);
    let names = |table: &Table| table.rows.iter().map(|row| row.nama.to_lowercase()).collect::<Vec<_>>();
    let (old_names, new_names) = (names(before), names(now));
    let (matched, taken) = meet(grouped(&old_names, |row| !taken[row]), grouped(&new_names, |row| matched[row].is_none()), true);
    let all = matched.iter().enumerate().map(|(row, old)| Pair { before: *old, now: Some(row) });
    let gone = taken.iter().enumerate().filter(|(_, taken)| !**taken).map(|(row, _)| Pair { before: Some(row), now: None });
    all.chain(gone).collect()
}

fn grouped(keys: &[String], wanted: impl Fn(usize) -> bool) -> BTreeMap<&str, Vec<usize>> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (row, key) in keys.iter().enumerate().filter(|(row, _)| wanted(*row)) {
        groups.entry(key).or_default().push(row);
    }
    groups
}

/// Whether two values are the same to a reader: `1.000` and `1000` are.
pub fn same(before: &Isi, now: &Isi) -> bool {
    before == now || (std::mem::discriminant(before) == std::mem::discriminant(now) && text(before) == text(now))
}

/// A row that is there now alone, or was there alone.
pub fn whole_row(table: &Table, row: usize, ragam: Ragam) -> Perubahan {
    let own = &table.rows[row];
    let value = Nilai { nilai: words::ROW.to_owned(), sel: row_place(table, own) };
    let (semula, menjadi) = if ragam == Ragam::Dihapus { (Some(value), None) } else { (None, Some(value)) };
    Perubahan {
        ragam,
        sumber: table.sumber.to_string(),
        tahun: table.tahun.0,
        nama: mask_person(&own.nama),
        tentang: None,
        isian: None,
        semula,
        menjadi,
    }
}

fn row_place(table: &Table, row: &Row) -> String {
    let part = &table.parts[usize::from(row.part)];
    let sheet = part.lembar.as_ref().map(|lembar| format!("{lembar}!")).unwrap_or_default();
    format!("{}!{sheet}{}", part.berkas, row.row + 1)
}

/// A cell that differs.
pub fn cell(tables: [&Table; 2], rows: [usize; 2], columns: [usize; 2]) -> Perubahan {
    let value = |side: usize| {
        let (table, row, column) = (tables[side], &tables[side].rows[rows[side]], columns[side]);
        Nilai { nilai: shown(&table.isi(row, column), &table.columns[column]), sel: table.at(row, column).to_string() }
    };
    let now = tables[1];
    Perubahan {
        ragam: Ragam::Berubah,
        sumber: now.sumber.to_string(),
        tahun: now.tahun.0,
        nama: mask_person(&now.rows[rows[1]].nama),
        tentang: None,
        isian: Some(now.columns[columns[1]].isian.to_string()),
        semula: Some(value(0)),
        menjadi: Some(value(1)),
    }
}

fn shown(isi: &Isi, column: &Column) -> String {
    let plain = match isi {
        Isi::Kosong => return words::EMPTY.to_owned(),
        Isi::Angka(value) if !column.pribadi => return tampil(*value, value.normalize().scale()),
        Isi::Tanda(mark) => return if *mark { words::YES } else { words::NO }.to_owned(),
        other => text(other),
    };
    if column.pribadi { mask_digits(&plain) } else { mask_person(&plain) }
}
