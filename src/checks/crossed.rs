//! Keys that pair an entity of one year with another entity of the year before: a list numbered anew, two keys
//! swapped, a column of keys that slipped by a row.

use super::shared::column_place;
use crate::dataset::accept::Findings;
use crate::dataset::assemble::shown_key;
use crate::dataset::cell::isi_text;
use crate::dataset::key::normal;
use crate::dataset::source::Source;
use crate::dataset::{Row, Table};
use crate::diagnostic::{KunciTertukar, Temuan};
use crate::profile::Dictionary;
use crate::vocabulary::mask_person;
use std::collections::BTreeMap;

/// Two that stand under each other's keys are no chance; where a name may be anybody's, three.
const FEW: usize = 2;

/// Tells entities whose key was another's last year while their names stood under other keys.
pub(crate) fn crossed_keys(source: &Source, earlier: &Table, later: &Table, findings: &mut Findings) {
    let keys = |table: &Table| -> Vec<usize> { source.sumber.kunci.iter().filter_map(|key| table.column(&key.text)).collect() };
    let (earlier_keys, later_keys) = (keys(earlier), keys(later));
    let is_named = |table: &Table, keys: &[usize]| keys.iter().any(|at| source.names.contains(&table.columns[*at].isian));
    // A name that is the key goes with it.
    if earlier_keys.is_empty() || later_keys.is_empty() || is_named(later, &later_keys) {
        return;
    }
    let before = |row: &Row| earlier.by_entity.get(row.entitas).map(|at| &earlier.rows[at]);
    let differing: Vec<(&Row, &Row)> = later
        .rows
        .iter()
        .filter(|row| row.entitas != 0 && !row.lanjutan && !row.nama.is_empty())
        .filter_map(|row| Some((row, before(row)?)))
        .filter(|(own, old)| own.nama != old.nama && normal(&own.nama) != normal(&old.nama))
        .collect();
    if differing.len() < FEW {
        return;
    }
    // Where each of these names stands, in either year; none where it stands twice.
    let mut places: BTreeMap<String, [Option<Option<usize>>; 2]> = BTreeMap::new();
    for (own, _) in &differing {
        places.entry(normal(&own.nama)).or_default();
    }
    for (year, table) in [earlier, later].into_iter().enumerate() {
        for (at, row) in table.rows.iter().enumerate().filter(|(_, row)| !row.lanjutan) {
            if let Some(place) = places.get_mut(&normal(&row.nama)) {
                place[year] = Some(if place[year].is_none() { Some(at) } else { None });
            }
        }
    }
    let owner = |table: &Table, row: &Row| {
        table.column("nama_pemilik").map(|at| normal(&isi_text(&table.isi(row, at)))).filter(|owner| !owner.is_empty())
    };
    let crossed = |(own, old): &(&Row, &Row)| {
        let [there, Some(Some(_))] = *places.get(&normal(&own.nama))? else { return None };
        let other = &earlier.rows[there.flatten()?];
        let (mine, was, its) = (owner(later, own), owner(earlier, old), owner(earlier, other));
        // The same owner under the same key has renamed his business.
        let is_owners = mine.is_none() || mine != was && mine == its;
        (other.entitas != 0 && other.entitas != own.entitas && is_owners).then_some(other)
    };
    let found: Vec<(&Row, &Row, &Row)> = differing.iter().filter_map(|pair| Some((pair.0, pair.1, crossed(pair)?))).collect();
    let has_owner = later.column("nama_pemilik").is_some() || source.sumber.bentuk == Dictionary::Keragaan;
    let Some((own, old, other)) = found.first().filter(|_| found.len() >= FEW + usize::from(!has_owner)) else { return };
    let at = |table: &Table, row: &Row| table.by_entity.get(row.entitas).unwrap_or_default();
    let fakta = KunciTertukar {
        tahun: later.tahun,
        tahun_lalu: earlier.tahun,
        baris: found.len(),
        kunci: shown_key(later, at(later, own), &later_keys),
        nama: mask_person(&own.nama),
        nama_lalu: mask_person(&old.nama),
        kunci_lalu: shown_key(earlier, at(earlier, other), &earlier_keys),
    };
    findings.raise(Temuan::new(column_place(later, later_keys[0]), fakta), None);
}
