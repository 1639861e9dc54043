//! The changes put in one after another, and the figures after each.

use super::entities::index_entities;
use super::rows::Pair;
use crate::dataset::{Dataset, Isi, Recent, Row, Table};
use crate::vocabulary::Year;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A table's place in a dataset.
pub type Key = (String, Year);

/// One change of the data.
#[derive(Clone, PartialEq, Debug)]
pub enum Step {
    /// A cell: the rows before and now, the columns before and now.
    Cell { table: Key, rows: [usize; 2], columns: [usize; 2] },
    /// The row of the new table comes in.
    Added { table: Key, row: usize },
    /// The row of the old table goes.
    Removed { table: Key, row: usize },
    /// A table that is there on one side alone, or whose columns differ.
    Whole { table: Key },
}

/// A dataset on its way from one state to the other.
pub struct Walk<'a> {
    pub dataset: Dataset,
    now: &'a Dataset,
    /// Where each old row stands in the table as it is at this moment.
    places: BTreeMap<Key, Vec<Option<usize>>>,
}

impl<'a> Walk<'a> {
    pub fn new(before: Dataset, now: &'a Dataset) -> Self {
        let places = before.tables.iter().map(|(key, table)| (key.clone(), (0..table.rows.len()).map(Some).collect())).collect();
        Self { dataset: before, now, places }
    }

    pub fn take(&mut self, step: &Step) {
        match step {
            Step::Whole { table } => {
                match self.now.tables.get(table) {
                    Some(new) => drop(self.dataset.tables.insert(table.clone(), new.clone())),
                    None => drop(self.dataset.tables.remove(table)),
                }
                self.places.remove(table);
            }
            Step::Cell { table, rows, columns } => {
                let place = self.places.get(table).and_then(|places| places.get(rows[0]).copied().flatten());
                let (Some(own), Some(new), Some(place)) =
                    (self.dataset.tables.get_mut(table).map(Arc::make_mut), self.now.tables.get(table), place)
                else {
                    return;
                };
                let (from, to) = (&new.rows[rows[1]], &mut own.rows[place]);
                let cells = &mut own.columns[columns[0]].cells;
                cells.set(to.slot as usize, new.isi(from, columns[1]), new.is_corrected(from, columns[1]));
                // A key that was corrected joins as the new one does.
                if to.entitas != from.entitas {
                    to.entitas = from.entitas;
                    index_entities(own);
                }
            }
            Step::Added { table, row } => {
                let (Some(own), Some(new)) = (self.dataset.tables.get_mut(table).map(Arc::make_mut), self.now.tables.get(table))
                else {
                    return;
                };
                lay_out(own, new, &new.rows[*row]);
                index_entities(own);
            }
            Step::Removed { table, row } => {
                let (Some(own), Some(places)) =
                    (self.dataset.tables.get_mut(table).map(Arc::make_mut), self.places.get_mut(table))
                else {
                    return;
                };
                let Some(place) = places.get_mut(*row).and_then(Option::take) else { return };
                own.rows.remove(place);
                places.iter_mut().flatten().filter(|other| **other > place).for_each(|other| *other -= 1);
                index_entities(own);
            }
        }
    }
}

/// Adds a row of the new table in the columns of the old one. Its place is told from
/// the new table; figures do not ask for it.
fn lay_out(own: &mut Table, new: &Table, row: &Row) {
    let mut slot = 0;
    for column in &mut own.columns {
        slot = column.cells.len();
        let at = new.column(&column.isian);
        let isi = at.map_or(Isi::Kosong, |at| new.isi(row, at));
        let corrected = at.is_some_and(|at| new.is_corrected(row, at));
        column.cells.push(isi, corrected, &mut Recent::default());
    }
    own.rows.push(Row { part: 0, slot: slot as u32, ..row.clone() });
}

/// The steps of one table, cells first. `used` tells the columns that figures
/// or keys rest on: no other cell can move a figure.
pub fn of_table(key: &Key, before: &Table, now: &Table, pairs: &[Pair], used: &dyn Fn(&str) -> bool) -> Vec<Step> {
    let wanted = |table: &Table| -> Vec<String> {
        table.columns.iter().map(|column| column.isian.to_string()).filter(|isian| used(isian)).collect()
    };
    let (old, new) = (wanted(before), wanted(now));
    if old.iter().any(|isian| !new.contains(isian)) || new.iter().any(|isian| !old.contains(isian)) {
        return vec![Step::Whole { table: key.clone() }];
    }
    let columns: Vec<[usize; 2]> = old.iter().filter_map(|isian| Some([before.column(isian)?, now.column(isian)?])).collect();
    let (mut cells, mut rows) = (Vec::new(), Vec::new());
    for pair in pairs {
        match (pair.before, pair.now) {
            (Some(old), Some(new)) => {
                for [from, to] in &columns {
                    if !super::rows::same(&before.isi(&before.rows[old], *from), &now.isi(&now.rows[new], *to)) {
                        cells.push(Step::Cell { table: key.clone(), rows: [old, new], columns: [*from, *to] });
                    }
                }
            }
            (None, Some(row)) => rows.push(Step::Added { table: key.clone(), row }),
            (Some(row), None) => rows.push(Step::Removed { table: key.clone(), row }),
            (None, None) => {}
        }
    }
    cells.into_iter().chain(rows).collect()
}
