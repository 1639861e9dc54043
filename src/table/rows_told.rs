//! The rows of a table and what each of them is: rows of one kind, each right below the other, are told by their span.

use super::row_kind::RowKind;

/// A row of the sheet and what it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LayoutRow<'a> {
    pub row: u32,
    pub kind: &'a RowKind,
}

/// All rows of a table that have a cell, top to bottom.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LayoutRows(Vec<Run>);

/// Rows of one kind: the first, and the one below the last.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Run {
    first: u32,
    end: u32,
    kind: RowKind,
}

impl Run {
    fn rows(&self, from: u32) -> impl DoubleEndedIterator<Item = LayoutRow<'_>> {
        (self.first.max(from)..self.end).map(|row| LayoutRow { row, kind: &self.kind })
    }
}

impl LayoutRows {
    /// Adds a row below the others.
    pub fn push(&mut self, row: u32, kind: RowKind) {
        match self.0.last_mut() {
            Some(run) if run.end == row && run.kind == kind => run.end = row + 1,
            _ => self.0.push(Run { first: row, end: row + 1, kind }),
        }
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = LayoutRow<'_>> {
        self.0.iter().flat_map(|run| run.rows(0))
    }

    /// The rows from this one of the sheet on.
    pub fn from(&self, row: u32) -> impl Iterator<Item = LayoutRow<'_>> {
        let runs = self.0.partition_point(|run| run.end <= row);
        self.0[runs..].iter().flat_map(move |run| run.rows(row))
    }

    /// The rows above this one of the sheet, from the lowest up.
    pub fn above(&self, row: u32) -> impl Iterator<Item = LayoutRow<'_>> {
        let runs = self.0.partition_point(|run| run.first < row);
        self.0[..runs].iter().rev().flat_map(|run| run.rows(0).rev()).skip_while(move |listed| listed.row >= row)
    }

    /// A row of the sheet, where the table has it.
    pub fn get(&self, row: u32) -> Option<LayoutRow<'_>> {
        self.from(row).next().filter(|listed| listed.row == row)
    }

    pub fn last(&self) -> Option<LayoutRow<'_>> {
        self.iter().next_back()
    }

    pub fn len(&self) -> usize {
        self.0.iter().map(|run| (run.end - run.first) as usize).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(u32, RowKind)> for LayoutRows {
    fn from_iter<T: IntoIterator<Item = (u32, RowKind)>>(rows: T) -> Self {
        let mut own = Self::default();
        rows.into_iter().for_each(|(row, kind)| own.push(row, kind));
        own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn rows_come_out_as_they_were_put_in(
            rows in proptest::collection::btree_map(0u32..60, 0usize..4, 0..40),
            at in 0u32..61,
        ) {
            let kinds = [RowKind::Data, RowKind::Blank, RowKind::GroupLabel("I".to_owned()), RowKind::Footer];
            let all: Vec<(u32, RowKind)> = rows.iter().map(|(row, kind)| (*row, kinds[*kind].clone())).collect();
            let own: LayoutRows = all.iter().cloned().collect();
            let told = |rows: &mut dyn Iterator<Item = LayoutRow>| rows.map(|listed| (listed.row, listed.kind.clone())).collect::<Vec<_>>();
            let reversed: Vec<(u32, RowKind)> = all.iter().rev().cloned().collect();
            proptest::prop_assert_eq!(told(&mut own.iter()), all.clone());
            proptest::prop_assert_eq!(told(&mut own.iter().rev()), reversed.clone());
            let below: Vec<(u32, RowKind)> = all.iter().filter(|(row, _)| *row >= at).cloned().collect();
            proptest::prop_assert_eq!(told(&mut own.from(at)), below);
            let above: Vec<(u32, RowKind)> = reversed.into_iter().filter(|(row, _)| *row < at).collect();
            proptest::prop_assert_eq!(told(&mut own.above(at)), above);
            proptest::prop_assert_eq!(own.get(at).map(|listed| listed.row), rows.get(&at).map(|_| at));
            proptest::prop_assert_eq!((own.len(), own.is_empty()), (all.len(), all.is_empty()));
            proptest::prop_assert_eq!(own.last().map(|listed| listed.row), rows.keys().next_back().copied());
        }
    }
}
