//! Several columns that fit one field: which of them is meant, where one is.

use super::block::{Block, Claim};
use super::column::period_over;
use super::field::Rank;
use super::window::Window;
use crate::text::Period;
use crate::text::label::words;
use crate::vocabulary::Year;

impl Block {
    /// The claims without those of parts of a year, where a column of the whole year
    /// stands beside them and the parts make up that year: `TW I` to `TW IV` and `Jumlah`;
    /// and each such column with its parts.
    pub(super) fn whole_years(&self, window: &Window, claimed: Vec<Claim>) -> (Vec<Claim>, Vec<(usize, Vec<usize>)>) {
        let period = |claim: &Claim| period_over(&self.headings(window, &self.columns[claim.0]));
        let year = |claim: &Claim| period(claim).and_then(|period| period.year);
        let part = |claim: &Claim| period(claim).filter(Period::is_part);
        let mut made_up: Vec<(usize, Vec<usize>)> = Vec::new();
        for whole in claimed.iter().filter(|claim| part(claim).is_none()) {
            let own = claimed.iter().filter(|other| year(other) == year(whole));
            let (parts, periods): (Vec<usize>, Vec<Period>) = own.filter_map(|other| Some((other.0, part(other)?))).unzip();
            let months: u32 = periods.iter().map(|part| u32::from(part.months.unwrap_or_default())).sum();
            if months == 12 || periods.iter().any(|part| part.until == Some(12)) {
                // What grows through the year (`s/d TW II`) adds up to nothing.
                made_up.push((whole.0, if months == 12 { parts } else { Vec::new() }));
            }
        }
        let is_made_up = |of: Option<Year>| {
            claimed.iter().any(|whole| year(whole) == of && made_up.iter().any(|(index, _)| *index == whole.0))
        };
        let is_kept: Vec<bool> = claimed.iter().map(|claim| part(claim).is_none() || !is_made_up(year(claim))).collect();
        let kept = claimed.into_iter().zip(is_kept).filter(|(_, is_kept)| *is_kept).map(|(claim, _)| claim).collect();
        (kept, made_up)
    }

    /// Of columns under one heading, typed again over nothing at all, the one that holds something.
    pub(super) fn keep_held(&self, window: &Window, same: &mut Vec<&Claim>) {
        let path = |claim: &Claim| -> Vec<&str> {
            self.headings(window, &self.columns[claim.0]).iter().map(|heading| heading.whole.as_str()).collect()
        };
        let is_held = |claim: &Claim| window.is_held_below(self.columns[claim.0].used, self.last);
        let is_one = same.first().is_some_and(|first| same.iter().all(|claim| path(claim) == path(first)));
        let held = same.iter().filter(|claim| is_held(claim)).count();
        if same.len() > 1 && is_one && held == 1 {
            same.retain(|claim| is_held(claim));
        }
    }

    /// Of columns that a heading of the profile fits but for their units, the one that is written with its own:
    /// `Jumlah (Rp)` beside `Jumlah (Unit)`.
    pub(super) fn keep_written(&self, window: &Window, same: &mut Vec<&Claim>) {
        let is_written = |claim: &&Claim| {
            let leaf = self.columns[claim.0].path.last().and_then(|id| window.heading(*id));
            claim.1 == Rank::Declared && claim.2.contains('(') && leaf.is_some_and(|leaf| leaf.whole == words(&claim.2).concat())
        };
        // Under parents of their own both may be meant.
        let parents = |claim: &Claim| -> Vec<&str> {
            let path = &self.columns[claim.0].path;
            path[..path.len().saturating_sub(1)].iter().filter_map(|id| Some(window.heading(*id)?.whole.as_str())).collect()
        };
        let are_beside = same.iter().all(|claim| parents(claim) == parents(same[0]));
        if same.len() > 1 && are_beside && same.iter().filter(|claim| is_written(claim)).count() == 1 {
            same.retain(is_written);
        }
    }
}
