//! The rows that a formula's aggregates looked at, each once: whether it counts, and if not, why.

use super::trace::{AggregateTrace, LeftOut};
use crate::vocabulary::Year;
use std::collections::{BTreeMap, BTreeSet};

/// A source's row of a year.
type RowOf<'a> = (&'a str, Year, usize);

/// What comes of each row: what the numerator counts is mostly part of what the denominator does.
pub struct Coverage<'a> {
    counted: usize,
    taken: BTreeSet<RowOf<'a>>,
    /// Those that no aggregate counted, with the first reason.
    left_out: BTreeMap<RowOf<'a>, &'a LeftOut>,
}

/// What comes of a row, as pages count it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Counted {
    Yes,
    NoValue,
    Condition,
    NoCounterpart,
}

impl Counted {
    pub const ALL: [Self; 4] = [Self::Yes, Self::NoValue, Self::Condition, Self::NoCounterpart];

    /// None for what the row above it counted for both.
    fn of(why: &LeftOut) -> Option<Self> {
        match why {
            LeftOut::NoValue | LeftOut::ConditionMissing { .. } => Some(Self::NoValue),
            LeftOut::Condition => Some(Self::Condition),
            LeftOut::NoCounterpart { .. } => Some(Self::NoCounterpart),
            LeftOut::Counted => None,
        }
    }
}

impl<'a> Coverage<'a> {
    pub fn of(aggregates: &'a [AggregateTrace]) -> Self {
        let place = |one: &'a AggregateTrace, row: usize| (one.sumber.as_str(), one.tahun, row);
        let mut taken: BTreeSet<RowOf<'a>> = BTreeSet::new();
        for one in aggregates {
            match one.isian {
                Some(_) => taken.extend(one.sel.iter().map(|cell| place(one, cell.row))),
                None => taken.extend(one.terpilih.iter().map(|row| place(one, *row))),
            }
        }
        let mut left_out = BTreeMap::new();
        for one in aggregates {
            for (row, why) in one.dilewati.iter().filter(|(row, _)| !taken.contains(&place(one, *row))) {
                left_out.entry(place(one, *row)).or_insert(why);
            }
        }
        // A lone count counts entities, of which one may go on over several rows.
        let counted = if let [one] = aggregates { one.jumlah_sel } else { taken.len() };
        Self { counted, taken, left_out }
    }

    /// How many rows this comes of.
    pub fn count(&self, what: Counted) -> usize {
        match what {
            Counted::Yes => self.counted,
            other => self.left_out.values().filter(|why| Counted::of(why) == Some(other)).count(),
        }
    }

    /// Whether a row goes on with one that was counted, and nothing else is told of it.
    pub fn goes_on(&self, sumber: &str, tahun: Year, row: usize) -> bool {
        let place = (sumber, tahun, row);
        !self.taken.contains(&place) && matches!(self.left_out.get(&place), Some(LeftOut::Counted))
    }

    /// What comes of one row; a row that goes on with a counted one counts with it.
    pub fn row(&self, sumber: &str, tahun: Year, row: usize) -> Option<Counted> {
        if self.taken.contains(&(sumber, tahun, row)) {
            return Some(Counted::Yes);
        }
        let why = self.left_out.get(&(sumber, tahun, row))?;
        Some(Counted::of(why).unwrap_or(Counted::Yes))
    }
}
