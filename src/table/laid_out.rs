//! What a block of headings makes of the columns below it: each with its field, the role it has in telling rows
//! apart, and how well the block fits what is wanted.

use super::headings::block::Block;
use super::headings::column::period_over;
use super::headings::field::Rank;
use super::headings::window::Window;
use super::rows::facts::Roles;
use super::scan::Finder;
use super::{Doubtful, Expect, LayoutColumn, Match, UnitStated};
use crate::text::heading::is_of_other_money;
use crate::text::unclear_unit::unclear_unit;

impl Finder<'_> {
    /// All columns of the headings, left to right, wanted or not.
    pub(super) fn columns(&self, window: &Window, block: &Block) -> Vec<LayoutColumn> {
        block
            .columns
            .iter()
            .map(|column| {
                let headings = block.headings(window, column);
                let mut path: Vec<String> = Vec::new();
                for heading in &headings {
                    if path.last() != Some(&heading.text) {
                        path.push(heading.text.clone());
                    }
                }
                let unit = column.path.iter().rev().find_map(|id| {
                    let (factor, text) = window.heading(*id)?.unit.clone()?;
                    Some(UnitStated { factor, text, at: window.held(*id).at.into() })
                });
                let (isian, matched) = match &column.field {
                    Some((field, Rank::Near, alias)) => {
                        (Some(self.fields.wanted[*field].isian.clone()), Match::Near { alias: alias.clone() })
                    }
                    Some((field, ..)) => (Some(self.fields.wanted[*field].isian.clone()), Match::Exact),
                    None => (None, Match::Exact),
                };
                let period = period_over(&headings);
                let counted = headings.iter().rev().find_map(|heading| heading.counted.clone());
                // `(.000)`, `(K)` under a heading of money: a unit that is left open.
                let field = column.field.as_ref().map(|(field, ..)| &self.fields.wanted[*field]);
                let is_money = field.is_some_and(|field| field.expect == Expect::Money);
                let open = || headings.iter().rev().find_map(|heading| unclear_unit(&heading.text)).filter(|_| is_money);
                let counted = counted
                    .or_else(|| open().map(|(_, text)| text))
                    .filter(|counted| unit.is_none() || is_money && is_of_other_money(counted));
                LayoutColumn {
                    column: window.columns[column.used],
                    path,
                    isian,
                    matched,
                    unit,
                    said: Vec::new(),
                    counted,
                    period,
                }
            })
            .collect()
    }

    /// Headings whose words may or may not be a wanted field's.
    pub(super) fn doubtful(&self, window: &Window, block: &Block) -> Vec<Doubtful> {
        let of = |(index, field, id): &(usize, usize, u32)| {
            let column = &block.columns[*index];
            let headings = block.headings(window, column);
            Doubtful {
                isian: self.fields.wanted[*field].isian.clone(),
                column: window.columns[column.used],
                path: headings.iter().map(|heading| heading.text.clone()).collect(),
                year: period_over(&headings).and_then(|period| period.year),
                text: window.heading(*id).map(|heading| heading.text.clone()).unwrap_or_default(),
                at: window.held(*id).at,
            }
        };
        block.doubtful.iter().map(of).collect()
    }

    /// What each column says of the rows below: name, key, number, figure.
    pub(super) fn roles(&self, window: &Window, block: &Block, columns: &[LayoutColumn]) -> Roles {
        let mut roles = Roles::default();
        for (column, layout) in block.columns.iter().zip(columns) {
            let headings = block.headings(window, column);
            let labels = headings.iter().map(|heading| heading.whole.clone()).filter(|whole| !whole.is_empty()).collect();
            roles.labels.insert(layout.column, labels);
            let want = column.field.as_ref().map(|(field, ..)| &self.fields.wanted[*field]);
            let leaf: Vec<String> = headings.last().map(|heading| heading.words.clone()).unwrap_or_default();
            let is_number = want.is_none() && matches!(leaf.join(" ").as_str(), "nomor" | "nomor urut" | "urut");
            match want {
                Some(want) => {
                    if want.is_name && roles.name.is_none() {
                        roles.name = Some(layout.column);
                    }
                    if want.is_key {
                        roles.keys.push(layout.column);
                    }
                    if matches!(want.expect, Expect::Money | Expect::Number | Expect::Mark) {
                        roles.figures.insert(layout.column, want.expect != Expect::Mark);
                    }
                }
                None if is_number && roles.number.is_none() => roles.number = Some(layout.column),
                None if column.kinds.numbers + column.kinds.nil > column.kinds.texts + column.kinds.dates => {
                    roles.figures.insert(layout.column, false);
                }
                None => {}
            }
        }
        // Without the name's own column the first column of texts stands in.
        if roles.name.is_none() {
            let is_free = |column: &u32| roles.number != Some(*column) && !roles.figures.contains_key(column);
            let texts = |index: usize| block.columns[index].kinds.texts > 0;
            roles.name = columns
                .iter()
                .enumerate()
                .find(|(index, layout)| is_free(&layout.column) && texts(*index))
                .map(|(_, layout)| layout.column);
        }
        roles.closed()
    }

    /// How well the block fits what is wanted, of 1.000.
    pub(super) fn score(&self, block: &Block) -> u32 {
        let wanted = self.fields.wanted.len().max(1) as u32;
        let found = block.found() as u32;
        let assigned: Vec<u32> = block
            .columns
            .iter()
            .filter_map(|column| column.field.as_ref().map(|(field, ..)| column.kinds.share(self.fields.wanted[*field].expect)))
            .collect();
        let share = if assigned.is_empty() { 0 } else { assigned.iter().sum::<u32>() / assigned.len() as u32 };
        let has_name = block
            .columns
            .iter()
            .any(|column| column.field.as_ref().is_some_and(|(field, ..)| self.fields.wanted[*field].is_name));
        let wants_name = self.fields.wanted.iter().any(|want| want.is_name);
        let score = (found * 500 / wanted + share / 2).min(1000);
        if wants_name && !has_name { score / 4 } else { score }
    }
}
