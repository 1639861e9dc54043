//! A koperasi that stands in its list twice, with its old number and a new one (after an Akta Perubahan), its amounts
//! corrected in between: name and place are the same and one amount still is.

use crate::dataset::accept::Findings;
use crate::dataset::cell::text_of;
use crate::dataset::digest::{comes_again, digest};
use crate::dataset::entities::row_copies::{IDENTITIES, place_of};
use crate::dataset::key::{normal, says_something};
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::{EntitasKembar, Kembar, Temuan};
use crate::profile::Dictionary;
use crate::threads::in_ranges;
use crate::vocabulary::mask_person;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What must be the same beside the name.
const PLACES: [&str; 3] = ["kelurahan", "kecamatan", "nama_pemilik"];
/// Of one name and amount so many rows are looked at: where there are more, a column was filled with one line.
const MOST: usize = 16;
/// Rounder amounts come again by chance.
const TELLING: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// Tells rows of one name and place that have another registration and one amount in common.
pub(crate) fn registered_anew(source: &Source, table: &Table, findings: &mut Findings) {
    let at = |isian: &&str| table.column(isian);
    let Some(name) = source.names.iter().find_map(|name| table.column(name)) else { return };
    let numbers: Vec<usize> = IDENTITIES.iter().filter_map(at).collect();
    let places: Vec<usize> = PLACES.iter().filter_map(at).collect();
    // A koperasi has a name of its own; businesses may share one, and are told by their owner.
    let needed = if source.sumber.bentuk == Dictionary::Umkm { 2 } else { 1 };
    let money: Vec<usize> = (0..table.columns.len()).filter(|at| table.columns[*at].jenis == Jenis::Uang).collect();
    let text = |row: usize, at: usize| normal(&text_of(&table.isi(&table.rows[row], at)));
    let is_asked = |row: &usize| !table.rows[*row].lanjutan && says_something(&table.rows[*row].nama);
    let of_run = |rows: Range<usize>| rows.filter(is_asked).map(|row| (row, digest(&text(row, name)))).collect::<Vec<_>>();
    let asked: Vec<(usize, u64)> = in_ranges(table.rows.len(), of_run).concat();
    let again = comes_again(asked.iter().map(|(_, digest)| *digest).collect());
    let mut named: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (_, (row, digest)) in asked.iter().enumerate().filter(|(index, _)| again(*index)) {
        named.entry(*digest).or_default().push(*row);
    }
    let count = |columns: &[usize], one: usize, other: usize, is_same: bool| {
        let both = columns.iter().map(|at| (text(one, *at), text(other, *at)));
        both.filter(|(one, other)| !one.is_empty() && !other.is_empty() && (one == other) == is_same).count()
    };
    let is_telling = |value: Decimal| {
        // `5.000.000`: the noughts tell nothing.
        value.abs() >= TELLING && !(value % TELLING).is_zero()
    };
    let amounts = |row: usize| {
        let amount = move |at: &usize| match table.isi(&table.rows[row], *at) {
            Isi::Angka(value) if is_telling(value) => Some((*at, value.normalize())),
            _ => None,
        };
        money.iter().filter_map(amount)
    };
    let are_one = |one: usize, other: usize| {
        count(&numbers, one, other, false) > 0
            && count(&places, one, other, true) >= needed
            && count(&places, one, other, false) == 0
    };
    for rows in named.values() {
        // Those of the name that came before, by their amounts.
        let mut before: BTreeMap<(usize, Decimal), Vec<usize>> = BTreeMap::new();
        for row in rows {
            let here = table.at(&table.rows[*row], name);
            let same: BTreeSet<usize> = amounts(*row).filter_map(|amount| before.get(&amount)).flatten().copied().collect();
            for amount in amounts(*row) {
                let own = before.entry(amount).or_default();
                if own.len() < MOST {
                    own.push(*row);
                }
            }
            let Some(first) = same.iter().find(|first| are_one(**first, *row)) else { continue };
            let is_told =
                numbers.iter().any(|at| findings.stands_at(&table.at(&table.rows[*row], *at))) || findings.stands_at(&here);
            if is_told {
                continue;
            }
            let nama = &table.rows[*row].nama;
            let fakta =
                EntitasKembar { nama: mask_person(nama), lain: place_of(table, *first, name, *row), kembar: Kembar::Satu };
            findings.raise(Temuan::new(here, fakta).named(&**nama), None);
        }
    }
}
