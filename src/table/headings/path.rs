//! The labels over a column, top to bottom, where parents are merged over their
//! children, or typed once over the first of them.

use super::window::Window;
use super::words::{is_generic_label, is_running_number, is_sum};
use crate::text::heading::Heading;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of the parent over a column.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Parent {
    /// There is none, or it is in the path.
    Told,
    /// There may be one: a label that needs a parent cannot be told.
    Unknown,
    /// There is likely one, over a neighbour: even a label that says all by
    /// itself (`Anggota`, under `Simpan Pinjam`) may be another's.
    Other,
}

/// Groups of columns below one row's parents, each as wide.
pub(crate) struct Groups {
    start: usize,
    size: usize,
    parents: Vec<u32>,
}

impl Groups {
    /// The parent of the group that a column is in.
    fn parent(&self, used: usize) -> Option<u32> {
        self.parents.get(used.checked_sub(self.start)? / self.size).copied()
    }
}

/// Heading rows of a window.
#[derive(Clone, Copy)]
pub(crate) struct Rows<'a> {
    pub window: &'a Window<'a>,
    pub first: u32,
    pub last: u32,
}

impl<'a> Rows<'a> {
    /// The cells over a column; and whether a parent may stand over it that
    /// cannot be told. A column without any cell of its own has no path.
    pub fn path_of(self, used: usize, centred: &BTreeSet<u32>, groups: &BTreeMap<u32, Groups>) -> (Vec<u32>, Parent) {
        let mut path: Vec<u32> = Vec::new();
        let (mut parent, mut has_own) = (Parent::Told, false);
        for row in self.first..=self.last {
            let own = self.window.over(row, used);
            has_own |= own.is_some();
            let id = match own {
                Some(id) => id,
                None if groups.get(&row).is_some_and(|groups| groups.parent(used).is_some()) => {
                    match groups.get(&row).and_then(|groups| groups.parent(used)) {
                        Some(id) => id,
                        None => continue,
                    }
                }
                None if centred.contains(&row) => {
                    if self.has_below(row, used) {
                        parent = parent.max(if self.belongs_beside(row, used) { Parent::Other } else { Parent::Unknown });
                    }
                    continue;
                }
                None => match self.parent_at_left(row, used) {
                    Some(id) => id,
                    None => continue,
                },
            };
            // `($)` is a unit without a word.
            let says_nothing =
                |heading: &Heading| heading.whole.is_empty() && heading.unit.is_none() && heading.counted.is_none();
            let is_empty = self.window.heading(id).is_none_or(says_nothing);
            if !is_empty && !path.contains(&id) {
                path.push(id);
            }
        }
        if has_own { (path, parent) } else { (Vec::new(), Parent::Told) }
    }

    /// Where the labels below a row come again, group after group, and one parent stands in each
    /// group at the same place behind its first column: each is its group's, wherever it stands.
    pub fn groups(self, row: u32) -> Option<Groups> {
        let count = self.window.columns.len();
        let parents: Vec<usize> = (0..count).filter(|used| self.stands(row, *used) && self.has_below(row, *used)).collect();
        let (first, second) = (parents.first().copied()?, parents.get(1).copied()?);
        let size = second - first;
        if size < 2 || parents.windows(2).any(|pair| pair[1] - pair[0] != size) {
            return None;
        }
        let label = |used: usize| self.leaf(row, used).map(|leaf| leaf.whole.as_str()).filter(|whole| !whole.is_empty());
        let is_free = |used: usize| self.window.over(row, used).is_none() || parents.contains(&used);
        let fits = |start: usize| {
            let end = start + size * parents.len();
            end <= count
                && (start..end).all(|used| is_free(used) && label(used).is_some())
                && (start..end - size).all(|used| label(used) == label(used + size))
                && (start..start + size).map(label).collect::<BTreeSet<_>>().len() == size
        };
        let starts: Vec<usize> = (0..size).filter_map(|before| first.checked_sub(before)).filter(|start| fits(*start)).collect();
        // Typed over the first column is told as ever.
        let [start] = starts[..] else { return None };
        let parents = parents.iter().filter_map(|used| self.window.over(row, *used)).collect();
        (start != first).then_some(Groups { start, size, parents })
    }

    /// Whether parents in this row are typed over the middle of their children:
    /// a child that needs a parent (`L`, `Jumlah`) has none at its left, so the
    /// parents at the left of others may be none of theirs.
    pub fn is_centred(self, row: u32) -> bool {
        // The first column's `No.` is short as such labels are, and numbers the rows.
        let numbers = |used: usize, leaf: &Heading| used == 0 && is_running_number(&leaf.words);
        let needs_parent =
            |used: usize| self.leaf(row, used).is_some_and(|leaf| is_generic_label(&leaf.words) && !numbers(used, leaf));
        // Below a label that is its own alone (`RAT` over `Jumlah`) a child has its parent.
        let has_own_above = |used: usize| {
            (self.first..row).any(|above| {
                self.window.over(above, used).is_some_and(|id| self.window.held(id).at.column == self.window.columns[used])
            })
        };
        self.parents_in(row)
            && (0..self.window.columns.len()).any(|used| {
                self.window.over(row, used).is_none()
                    && self.has_below(row, used)
                    && needs_parent(used)
                    && !has_own_above(used)
                    && self.parent_at_left(row, used).is_none()
            })
    }

    /// Whether a column without a cell in a row of centred parents likely has its
    /// parent over a neighbour: where the labels that have no children stand in
    /// that row themselves, or behind the middle of a parent's children.
    fn belongs_beside(self, row: u32, used: usize) -> bool {
        let is_childless = |other: usize| self.stands(row, other) && !self.has_below(row, other);
        (0..self.window.columns.len()).any(is_childless) || self.is_behind_middle(row, used)
    }

    /// Whether the parent at a column's left has children before it (`Jumlah`,
    /// `Aktif`), and the column is no further behind it than they reach.
    pub fn is_behind_middle(self, row: u32, used: usize) -> bool {
        let needs_parent = |other: usize| self.leaf(row, other).is_some_and(|leaf| is_generic_label(&leaf.words));
        let Some(left) = (0..used).rev().find(|left| self.window.over(row, *left).is_some()) else { return false };
        let is_child = |other: &usize| self.window.over(row, *other).is_none() && needs_parent(*other);
        let before = (0..left).rev().take_while(is_child).count();
        self.stands(row, left) && needs_parent(left) && used - left <= before
    }

    /// Whether an unmerged cell stands in this row over a column.
    fn stands(self, row: u32, used: usize) -> bool {
        let own = self.window.over(row, used).map(|id| self.window.held(id));
        own.is_some_and(|cell| cell.at.row == row && !cell.is_merged())
    }

    /// Whether any cell of the row is a parent that was typed once.
    fn parents_in(self, row: u32) -> bool {
        (0..self.window.columns.len()).any(|used| self.stands(row, used) && self.has_below(row, used))
    }

    /// `Jumlah` right before a parent over `Aktif` is likelier the first of that
    /// parent's children, who stands over their middle.
    fn may_be_the_next_ones(self, row: u32, used: usize) -> bool {
        let is_sum_leaf = self.leaf(row, used).is_some_and(|leaf| leaf.words.iter().all(|word| is_sum(word)));
        let next_is_status = self.leaf(row, used + 1).is_some_and(|leaf| leaf.words.iter().any(|word| word.contains("aktif")));
        is_sum_leaf && next_is_status && self.window.over(row, used + 1).is_some()
    }

    /// The lowest label below a row over a column.
    fn leaf(self, row: u32, used: usize) -> Option<&'a Heading> {
        let id = (row + 1..=self.last).rev().find_map(|below| self.window.over(below, used))?;
        self.window.heading(id)
    }

    fn has_below(self, row: u32, used: usize) -> bool {
        (row + 1..=self.last).any(|below| self.window.over(below, used).is_some_and(|id| self.window.held(id).at.row > row))
    }

    /// The parent typed at the left whose children reach to this column.
    fn parent_at_left(self, row: u32, used: usize) -> Option<u32> {
        if !self.has_below(row, used) {
            return None;
        }
        let (left, id) = (0..used).rev().find_map(|left| self.window.over(row, left).map(|id| (left, id)))?;
        let cell = self.window.held(id);
        // A heading that needs no parent (`Kelurahan`) ends the reach of one for those behind it.
        let label = self.window.heading(id)?;
        let ends = |between: usize| {
            self.leaf(row, between)
                .is_some_and(|leaf| !is_generic_label(&leaf.words) && !leaf.words.iter().any(|word| label.words.contains(word)))
        };
        if (left + 1..used).any(ends) || self.may_be_the_next_ones(row, used) {
            return None;
        }
        let is_parent = self.has_below(row, left) && !cell.is_merged() && cell.at.row == row;
        // Under another parent it is no child of this one.
        let telling = |id: &u32| self.window.heading(*id).is_some_and(|heading| !heading.is_bare());
        let above = |column: usize| (self.first..row).rev().find_map(|above| self.window.over(above, column).filter(telling));
        let own_above = above(used);
        (is_parent && (own_above.is_none() || own_above == above(left))).then_some(id)
    }
}
