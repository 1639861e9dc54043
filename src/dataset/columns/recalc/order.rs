//! The order in which formulas are worked out: what a formula rests on before it, each once,
//! by an explicit stack, so that a chain of any length and a circle come to an end.

use super::area::{Area, Rect, Shift};
use super::array::Grid;
use super::book::{Book, Done, stored};
use super::doubt::Doubt;
use super::syntax::{Expr, Place};
use super::texts::Written;
use super::value::{Halt, Val};
use crate::vocabulary::CellAddress;
use std::rc::Rc;

/// A step of working out a cell.
enum Step<'w> {
    Visit(Place),
    /// The formulas of these rows of a range are worked out.
    Settled((usize, u32, u32, u32), u32),
    Finish(Place, Vec<(Rc<Expr>, Written<'w>)>),
}

impl<'w> Book<'w> {
    /// Works out a cell's formula and all it rests on.
    pub(super) fn settle(&mut self, target: Place) {
        self.take(vec![Step::Visit(target)]);
    }

    /// Works out all that a formula rests on, as it stands in a cell so far from where it is written.
    pub(super) fn settle_operands(&mut self, tree: &Expr, shift: Shift) {
        let mut needed = Vec::new();
        self.needed(tree, shift, &mut needed);
        self.take(needed);
    }

    fn take(&mut self, mut steps: Vec<Step<'w>>) {
        while let Some(step) = steps.pop() {
            match step {
                Step::Visit(place) => {
                    // A circle: what is being worked out is not looked at again.
                    if self.done.contains_key(&place) || !self.open.insert(place) {
                        continue;
                    }
                    let trees = self.trees(place);
                    let mut needed = Vec::new();
                    for (tree, written) in &trees {
                        self.needed(tree, written.shift, &mut needed);
                    }
                    steps.push(Step::Finish(place, trees));
                    steps.extend(needed);
                }
                Step::Settled(range, last) => {
                    self.settled.insert(range, last);
                }
                Step::Finish(place, trees) => {
                    self.wanted.clear();
                    let done = self.finish(place, &trees);
                    let wanted: Vec<Place> = std::mem::take(&mut self.wanted);
                    if !wanted.is_empty() && self.step().is_ok() {
                        self.arrays.remove(&place);
                        steps.push(Step::Finish(place, trees));
                        steps.extend(wanted.into_iter().map(Step::Visit));
                        continue;
                    }
                    if let Some(done) = done {
                        self.done.insert(place, done);
                    }
                    self.open.remove(&place);
                }
            }
        }
    }

    fn finish(&mut self, place: Place, trees: &[(Rc<Expr>, Written)]) -> Option<Done> {
        let cell = self.workbook.sheets.get(place.sheet)?.cell(place.at)?;
        let stored = stored(&cell.value);
        let mut fresh: Option<Done> = None;
        let mut unread = trees.is_empty().then(|| self.doubt_of_text(place));
        self.is_circular = false;
        for (tree, written) in trees {
            (self.shift, self.place) = (written.shift, place);
            (self.doubt, self.passes_texts, self.is_array) = (None, false, written.is_array);
            let value = if written.is_array { self.part_of_array(tree, written.at) } else { self.value(tree) };
            let value = match value {
                Ok(value) => value,
                Err(Halt::Error(name)) => Val::Error(name),
                Err(Halt::Unknown) => {
                    unread = Some(self.doubt.take().unwrap_or(Doubt::Other).or(unread));
                    continue;
                }
            };
            let (doubt, passes_texts) = (self.doubt.take(), self.passes_texts);
            match &stored {
                // Binary digits are kept as they stand, so that they do not pile up.
                Ok(stored) if value.may_be(stored) => {
                    return Some(Done { value: stored.clone(), doubt, passes_texts, is_circular: false });
                }
                _ => fresh = fresh.or(Some(Done { value, doubt, passes_texts, is_circular: false })),
            }
        }
        let doubt = unread.or(Some(Doubt::Other));
        fresh.or_else(|| Some(Done { value: stored.ok()?, doubt, passes_texts: false, is_circular: self.is_circular }))
    }

    /// The part of an array formula's result that a cell has; the formula stands at `first`.
    fn part_of_array(&mut self, tree: &Expr, first: CellAddress) -> Result<Val, Halt> {
        let own = self.place;
        let key = Place { at: first, ..own };
        if !self.arrays.contains_key(&key) {
            self.place = key;
            let grid: Result<Rc<Grid>, Halt> = self.grid(tree).map(Rc::new);
            self.place = own;
            self.arrays.insert(key, (grid, self.doubt.take()));
            if !self.wanted.is_empty() {
                self.arrays.remove(&key);
                return Err(Halt::Unknown);
            }
        }
        let Some((grid, doubt)) = self.arrays.get(&key) else { return Err(Halt::Unknown) };
        self.doubt = doubt.clone();
        let value = grid.clone()?.at(own.at.row - first.row, own.at.column - first.column);
        match value {
            Val::Error(name) => Err(Halt::Error(name)),
            value => Ok(value),
        }
    }

    /// The formulas' cells that a formula rests on, as steps to be done before it.
    fn needed(&mut self, tree: &Expr, shift: Shift, needed: &mut Vec<Step<'w>>) {
        match tree {
            Expr::Area(area) => self.needed_of(area, shift, needed),
            Expr::Negative(inner) | Expr::Percent(inner) => self.needed(inner, shift, needed),
            Expr::Both(_, left, right) => {
                self.needed(left, shift, needed);
                self.needed(right, shift, needed);
            }
            Expr::Call(_, arguments) => arguments.iter().for_each(|argument| self.needed(argument, shift, needed)),
            _ => {}
        }
    }

    fn needed_of(&mut self, area: &Area, shift: Shift, needed: &mut Vec<Step<'w>>) {
        for rect in area.rects(shift).unwrap_or_default() {
            let range = (rect.sheet, rect.first.column, rect.last.column, rect.first.row);
            let from = self.settled.get(&range).map_or(rect.first.row, |last| last + 1);
            if from > rect.last.row {
                continue;
            }
            if !rect.is_cell() {
                needed.push(Step::Settled(range, rect.last.row));
            }
            let rest = Rect { first: CellAddress::new(from, rect.first.column), ..rect };
            needed.extend(self.undone(rest).into_iter().map(Step::Visit));
        }
    }

    /// The formulas of a range that are not worked out.
    fn undone(&mut self, rect: Rect) -> Vec<Place> {
        let mut undone = Vec::new();
        let Some(formulas) = self.formulas_of(rect.sheet) else { return undone };
        for (column, rows) in formulas.range(rect.first.column..=rect.last.column) {
            let first = rows.partition_point(|row| *row < rect.first.row);
            for row in rows[first..].iter().take_while(|row| **row <= rect.last.row) {
                if self.step().is_err() {
                    return undone;
                }
                let place = Place { sheet: rect.sheet, at: CellAddress::new(*row, *column) };
                if !self.done.contains_key(&place) {
                    undone.push(place);
                }
            }
        }
        undone
    }

    /// A range that only shows while a formula is worked out: what stands there is worked out first.
    pub(super) fn found(&mut self, rect: Rect) -> Result<Rect, Halt> {
        let undone: Vec<Place> = self.undone(rect).into_iter().filter(|place| !self.open.contains(place)).collect();
        if undone.is_empty() {
            return Ok(rect);
        }
        self.wanted.extend(undone);
        Err(Halt::Unknown)
    }
}
