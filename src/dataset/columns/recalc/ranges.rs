//! A range's cells gone through once. One that grows downwards by a row, as a running total's
//! does, goes on from what was counted before.

use super::area::Rect;
use super::book::Book;
use super::doubt::Doubt;
use super::listed::{Listed, Sought};
use super::tally::Tally;
use super::value::{Halt, Val};
use crate::text::is_number_text;
use crate::vocabulary::CellAddress;
use std::rc::Rc;

impl Book<'_> {
    pub(super) fn tally(&mut self, rect: Rect) -> Result<Tally, Halt> {
        let key = (rect.sheet, rect.first.column, rect.last.column, rect.first.row);
        let before = self.tallies.remove(&key).filter(|(last, _)| *last <= rect.last.row);
        let (from, mut tally) = before.map_or((rect.first.row, Tally::default()), |(last, tally)| (last + 1, tally));
        let outer = std::mem::replace(&mut self.doubt, tally.doubt.take());
        let mut outcome = Ok(());
        for at in self.filled(Rect { first: CellAddress::new(from, rect.first.column), ..rect }) {
            outcome = match self.value_at(rect.sheet, at) {
                Ok(value) => tally.add(&value),
                Err(Halt::Error(name)) => tally.add(&Val::Error(name)),
                Err(halt) => Err(halt),
            };
            if outcome.is_err() {
                break;
            }
        }
        tally.doubt = std::mem::replace(&mut self.doubt, outer);
        self.doubt_of(&tally.doubt);
        outcome?;
        self.tallies.insert(key, (rect.last.row, tally.clone()));
        Ok(tally)
    }

    /// What was counted before may have been doubtful.
    fn doubt_of(&mut self, doubt: &Option<Doubt>) {
        if let Some(doubt) = doubt {
            self.doubted(doubt.clone());
        }
    }

    fn list(&mut self, rect: Rect) -> Result<Rc<Listed>, Halt> {
        if let Some(known) = self.lists.get(&rect) {
            return Ok(known.clone());
        }
        let mut listed = Listed::default();
        let outer = self.doubt.take();
        for at in self.filled(rect) {
            let offset = (at.row - rect.first.row, at.column - rect.first.column);
            match self.value_at(rect.sheet, at) {
                Ok(Val::Number(amount)) => listed.numbers.entry(amount.value.normalize()).or_default().push(offset),
                Ok(Val::Text(text)) => {
                    listed.has_number_texts |= is_number_text(&text);
                    listed.texts.entry(text.to_lowercase()).or_default().push(offset);
                }
                Ok(Val::Date(_)) => listed.has_dates = true,
                Ok(_) | Err(Halt::Error(_)) => {}
                Err(Halt::Unknown) => {
                    self.doubt = outer.map(|outer| outer.or(self.doubt.take())).or_else(|| self.doubt.take());
                    return Err(Halt::Unknown);
                }
            }
        }
        listed.doubt = std::mem::replace(&mut self.doubt, outer);
        let listed = Rc::new(listed);
        self.lists.insert(rect, listed.clone());
        Ok(listed)
    }

    /// Where a column or a row holds what is sought.
    pub(super) fn listed(&mut self, rect: Rect, sought: &Sought) -> Result<Vec<(u32, u32)>, Halt> {
        let listed = self.list(rect)?;
        self.doubt_of(&listed.doubt);
        let found = match sought {
            Sought::Number(_) if listed.has_number_texts || listed.has_dates => return Err(Halt::Unknown),
            Sought::Number(value) => listed.numbers.get(value),
            Sought::Text(text) if is_number_text(text) => return Err(Halt::Unknown),
            Sought::Text(text) => listed.texts.get(text),
        };
        Ok(found.cloned().unwrap_or_default())
    }
}
