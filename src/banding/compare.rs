//! The comparison itself.

use super::entities::renumber;
use super::figures::{self, All};
use super::model::{Banding, Kontribusi, Perubahan, Ragam};
use super::reading::readings;
use super::rows;
use super::steps::{Key, Step, Walk, of_table};
use super::words_id as words;
use crate::dataset::{Dataset, Table};
use crate::formula::Exact;
use crate::indicator::{Figures, Plan};
use crate::profile::{Profile, changed_keys};
use std::collections::{BTreeMap, BTreeSet};

/// A state of an office.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    pub profile: &'a Profile,
    /// `iku.toml` as it was read.
    pub profile_text: &'a str,
    pub plan: &'a Plan,
    pub dataset: &'a Dataset,
    pub figures: &'a Figures,
}

/// Beyond so many, changes are put in by groups: a column of a source and year at once.
const SINGLE: usize = 200;

/// Changes that are put in together, and what they are called.
struct Group {
    name: String,
    sel: Option<String>,
    steps: Vec<Step>,
}

/// What differs between two states. A source's rows are paired by their key, so
/// that order, file names and the writing of numbers are no difference.
pub fn banding(before: &Side<'_>, now: &Side<'_>) -> Banding {
    let (mut old, mut new) = (before.dataset.clone(), now.dataset.clone());
    renumber([(&mut old, before.profile), (&mut new, now.profile)]);
    let mut found = Banding { profil: changed_keys(before.profile_text, now.profile_text), ..Banding::default() };
    found.bacaan = readings(&before.dataset.bacaan, &now.dataset.bacaan);
    let mut groups = Vec::new();
    let keys: BTreeSet<&Key> = old.tables.keys().chain(new.tables.keys()).collect();
    for key in keys {
        match (old.tables.get(key), new.tables.get(key)) {
            (Some(from), Some(to)) => groups.extend(table(key, [from, to], [before, now], &mut found)),
            (from, to) => {
                let (table, ragam) = match (from, to) {
                    (_, Some(to)) => (to, Ragam::Ditambah),
                    (Some(from), _) => (from, Ragam::Dihapus),
                    _ => continue,
                };
                found.data.extend((0..table.rows.len()).map(|row| rows::whole_row(table, row, ragam)));
                let name = words::whole_table(&key.0, key.1, ragam);
                groups.push(Group { name, sel: None, steps: vec![Step::Whole { table: key.clone() }] });
            }
        }
    }
    let called = figures::called(before.profile, now.profile);
    let first = figures::of(before.profile, before.figures, &BTreeMap::new());
    let last = figures::of(now.profile, now.figures, &called);
    let mut moved = figures::moved(&first, &last);
    if moved.iter().any(|(_, angka)| angka.selisih.is_some()) {
        let states = walk(before, old, &new, &groups);
        let rest = words::rest(&found.profil);
        for (which, angka) in &mut moved {
            let at = |state: &All| {
                state
                    .iter()
                    .find(|(own, _)| own.id == which.id && own.tahun == which.tahun && own.tentang == which.tentang)
                    .and_then(|(_, one)| one.exact.clone())
            };
            if let (Some(start), Some(end)) = (at(&first), at(&last)) {
                let names = groups.iter().map(|group| (group.name.as_str(), group.sel.as_deref()));
                let path = names.zip(states.iter().map(at));
                angka.kontribusi = contributions(start, end, path, &rest);
            }
        }
    }
    found.angka = moved.into_iter().map(|(_, angka)| angka).collect();
    found
}

/// The differences of a table that stands on both sides, and the groups that its changes come in.
fn table(key: &Key, tables: [&Table; 2], sides: [&Side<'_>; 2], found: &mut Banding) -> Vec<Group> {
    let [from, to] = tables;
    let pairs = rows::pairs(from, to, [sides[0].profile, sides[1].profile]);
    let columns: Vec<[usize; 2]> =
        to.columns.iter().enumerate().filter_map(|(new, column)| Some([from.column(&column.isian)?, new])).collect();
    for pair in &pairs {
        match (pair.before, pair.now) {
            (Some(old), Some(new)) => {
                let differs = |[a, b]: &&[usize; 2]| !rows::same(&from.isi(&from.rows[old], *a), &to.isi(&to.rows[new], *b));
                found.data.extend(columns.iter().filter(differs).map(|columns| rows::cell(tables, [old, new], *columns)));
            }
            (None, Some(row)) => found.data.push(rows::whole_row(to, row, Ragam::Ditambah)),
            (Some(row), None) => found.data.push(rows::whole_row(from, row, Ragam::Dihapus)),
            (None, None) => {}
        }
    }
    let used = |isian: &str| {
        sides.iter().any(|side| {
            let keyed =
                side.profile.sumber.get(&key.0).is_some_and(|sumber| sumber.kunci.iter().any(|field| field.text == isian));
            let needed = |need: &crate::dataset::Need| need.sumber == key.0 && need.tahun == key.1 && need.isian.contains(isian);
            keyed || side.plan.needs.iter().any(needed)
        })
    };
    let steps = of_table(key, from, to, &pairs, &used);
    if steps.len() > SINGLE { together(key, tables, steps) } else { steps.into_iter().map(|step| single(tables, step)).collect() }
}

fn described(tables: [&Table; 2], step: &Step) -> Option<Perubahan> {
    match step {
        Step::Cell { rows, columns, .. } => Some(rows::cell(tables, *rows, *columns)),
        Step::Added { row, .. } => Some(rows::whole_row(tables[1], *row, Ragam::Ditambah)),
        Step::Removed { row, .. } => Some(rows::whole_row(tables[0], *row, Ragam::Dihapus)),
        Step::Whole { .. } => None,
    }
}

fn single(tables: [&Table; 2], step: Step) -> Group {
    let table = tables[1];
    match described(tables, &step) {
        Some(change) => {
            let sel = change.menjadi.as_ref().or(change.semula.as_ref()).map(|value| value.sel.clone());
            Group { name: words::change(&change), sel, steps: vec![step] }
        }
        None => Group { name: words::columns_differ(&table.sumber, table.tahun), sel: None, steps: vec![step] },
    }
}

/// Many changes of a table, a column at a time.
fn together(key: &Key, tables: [&Table; 2], steps: Vec<Step>) -> Vec<Group> {
    let mut groups: BTreeMap<(Ragam, String), Vec<Step>> = BTreeMap::new();
    for step in steps {
        let kind = match &step {
            Step::Cell { columns, .. } => (Ragam::Berubah, tables[1].columns[columns[1]].isian.to_string()),
            Step::Added { .. } | Step::Whole { .. } => (Ragam::Ditambah, String::new()),
            Step::Removed { .. } => (Ragam::Dihapus, String::new()),
        };
        groups.entry(kind).or_default().push(step);
    }
    let name = |ragam, isian: &str, count| words::many(&key.0, key.1, ragam, isian, count);
    groups.into_iter().map(|((ragam, isian), steps)| Group { name: name(ragam, &isian, steps.len()), sel: None, steps }).collect()
}

/// The figures after each group, by the formulas as they were before.
fn walk(before: &Side<'_>, old: Dataset, new: &Dataset, groups: &[Group]) -> Vec<All> {
    let mut walk = Walk::new(old, new);
    let after = |group: &Group| {
        group.steps.iter().for_each(|step| walk.take(step));
        figures::of_dataset(before.profile, before.plan, &walk.dataset)
    };
    groups.iter().map(after).collect()
}

/// What each group moved. Where a figure is lost on the way, the group that
/// gives one again moved it; what is left at the end is the profile's doing.
fn contributions<'g>(
    start: Exact,
    end: Exact,
    path: impl Iterator<Item = ((&'g str, Option<&'g str>), Option<Exact>)>,
    rest: &str,
) -> Vec<Kontribusi> {
    let mut stands = start;
    let mut moved = Vec::new();
    let mut put = |name: &str, sel: Option<&str>, by: Exact| {
        if !by.is_zero() {
            moved.push(Kontribusi {
                perubahan: name.to_owned(),
                sel: sel.map(str::to_owned),
                nilai: by.text(),
                tampil: figures::signed(&by),
            });
        }
    };
    for ((name, sel), value) in path {
        if let Some(value) = value {
            put(name, sel, value.subtract(&stands));
            stands = value;
        }
    }
    put(rest, None, end.subtract(&stands));
    moved
}
