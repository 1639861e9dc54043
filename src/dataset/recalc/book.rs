//! A workbook whose formulas are worked out again, each once, its operands first.

use super::area::{Area, Rect, Shift};
use super::listed::Listed;
use super::syntax::{Expr, Names, parse};
use super::tally::Tally;
use super::value::{Halt, Val};
use crate::diagnostic::{HasilRumus, RumusTanpaHasil};
use crate::vocabulary::{CellAddress, Tanggal};
use crate::workbook::{Cell, Format, Formula, Sheet, Value, Workbook};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What is known of a formula's stored result.
pub(crate) enum Verdict {
    /// It is what its operands give, or there is no formula.
    Same,
    /// Nobody can say.
    Unknown,
    /// Its operands give another.
    Stale(RumusTanpaHasil),
}

/// A cell of the workbook: its sheet by number, and where it stands there.
type Key = (usize, CellAddress);

/// What a formula's cell holds to those that refer to it.
struct Done {
    value: Val,
    /// All of it was worked out.
    is_sure: bool,
    /// A sum in it passes over numbers that are typed as texts.
    passes_texts: bool,
    /// It rests on itself.
    is_circular: bool,
}

/// A step of working out a cell.
enum Step {
    Visit(Key),
    /// The formulas of these rows of a range are worked out.
    Settled((usize, u32, u32, u32), u32),
    Finish(Key, Vec<(Rc<Expr>, Shift)>),
}

pub(crate) struct Book<'w> {
    pub(super) workbook: &'w Workbook,
    /// Sheets by their names in small letters.
    by_name: BTreeMap<String, usize>,
    /// The rows of a sheet's formulas, by column.
    formulas: BTreeMap<usize, Rc<BTreeMap<u32, Vec<u32>>>>,
    done: BTreeMap<Key, Done>,
    open: BTreeSet<Key>,
    /// Up to which row the formulas of a range are worked out, by its sheet, columns and first row.
    settled: BTreeMap<(usize, u32, u32, u32), u32>,
    pub(super) tallies: BTreeMap<(usize, u32, u32, u32), (u32, Tally)>,
    pub(super) lists: BTreeMap<Rect, Rc<Listed>>,
    /// Cells and parts of formulas that may still be looked at.
    steps: u64,
    pub(super) shift: Shift,
    /// Of the formula that is being worked out: no stored result was taken unproven.
    pub(super) is_sure: bool,
    pub(super) passes_texts: bool,
    is_circular: bool,
    /// Numbers typed as texts count as such.
    pub(super) reads_texts: bool,
}

/// So many steps a workbook has for each of its cells, and so many besides.
const STEPS_A_CELL: u64 = 24;
const STEPS: u64 = 2_000_000;
/// So many formulas that others share are looked at for a cell.
const SHARED: usize = 64;

impl<'w> Book<'w> {
    pub(crate) fn new(workbook: &'w Workbook) -> Self {
        let names = workbook.sheets.iter().enumerate();
        let by_name = names.filter_map(|(index, sheet)| Some((sheet.name.as_deref()?.to_lowercase(), index))).collect();
        let cells: u64 = workbook.sheets.iter().map(|sheet| sheet.cells.len() as u64).sum();
        Self {
            workbook,
            by_name,
            formulas: BTreeMap::new(),
            done: BTreeMap::new(),
            open: BTreeSet::new(),
            settled: BTreeMap::new(),
            tallies: BTreeMap::new(),
            lists: BTreeMap::new(),
            steps: cells.saturating_mul(STEPS_A_CELL).saturating_add(STEPS),
            shift: (0, 0),
            is_sure: true,
            passes_texts: false,
            is_circular: false,
            reads_texts: false,
        }
    }

    /// Whether a cell of a sheet holds what its formula gives.
    pub(crate) fn verdict(&mut self, sheet: &Sheet, cell: &Cell) -> Verdict {
        let Formula::Some(_) = cell.formula else { return Verdict::Same };
        let index = sheet.name.as_deref().and_then(|name| self.by_name.get(&name.to_lowercase())).copied();
        let (Some(index), Ok(stored)) = (index, stored(&cell.value)) else { return Verdict::Unknown };
        // Precision as shown: the operands alone do not tell.
        if self.workbook.calculation.as_shown || matches!(stored, Val::Error(_)) {
            return Verdict::Unknown;
        }
        let key = (index, cell.at);
        self.settle(key);
        let Some(done) = self.done.get(&key) else { return Verdict::Unknown };
        let (mut fresh, is_sure, passes_texts) = (done.value.clone(), done.is_sure, done.passes_texts);
        let is_zero = matches!(&stored, Val::Number(amount) if amount.value.is_zero());
        let may_be_read = matches!(stored, Val::Number(_)) && fresh.may_be(&stored) && (passes_texts || is_zero && !is_sure);
        if may_be_read && let Some(read) = self.read_texts(key) {
            fresh = read;
        }
        if fresh.may_be(&stored) {
            return if is_sure { Verdict::Same } else { Verdict::Unknown };
        }
        let rumus = self.texts(key).first().map(|(text, _)| text.trim_start_matches("=").to_owned());
        let nol = matches!((&stored, &fresh), (Val::Number(stored), Val::Number(_)) if stored.value.is_zero());
        let lain = (!nol).then(|| (told(stored), told(fresh)));
        Verdict::Stale(RumusTanpaHasil { rumus, nol, lain })
    }

    pub(crate) fn workbook(&self) -> &'w Workbook {
        self.workbook
    }

    /// Of what format the workbook is.
    pub(crate) fn format(&self) -> &'static str {
        self.workbook.format.name()
    }

    /// What a formula gives where numbers typed as texts are numbers too.
    fn read_texts(&mut self, key: Key) -> Option<Val> {
        self.reads_texts = true;
        let read = self.trees(key).iter().find_map(|(tree, shift)| {
            self.shift = *shift;
            self.value(tree).ok()
        });
        self.reads_texts = false;
        read
    }

    /// Works out a cell's formula and all it rests on.
    fn settle(&mut self, target: Key) {
        let mut steps = vec![Step::Visit(target)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Visit(key) => {
                    // A circle: what is being worked out is not looked at again.
                    if self.done.contains_key(&key) || !self.open.insert(key) {
                        continue;
                    }
                    let trees = self.trees(key);
                    let mut needed = Vec::new();
                    for (tree, shift) in &trees {
                        self.needed(tree, *shift, &mut needed);
                    }
                    steps.push(Step::Finish(key, trees));
                    steps.extend(needed);
                }
                Step::Settled(range, last) => {
                    self.settled.insert(range, last);
                }
                Step::Finish(key, trees) => {
                    if let Some(done) = self.finish(key, &trees) {
                        self.done.insert(key, done);
                    }
                    self.open.remove(&key);
                }
            }
        }
    }

    fn finish(&mut self, (sheet, at): Key, trees: &[(Rc<Expr>, Shift)]) -> Option<Done> {
        let cell = self.workbook.sheets.get(sheet)?.cell(at)?;
        let stored = stored(&cell.value);
        let mut fresh: Option<Done> = None;
        self.is_circular = false;
        for (tree, shift) in trees {
            (self.shift, self.is_sure, self.passes_texts) = (*shift, true, false);
            let value = match self.value(tree) {
                Ok(value) => value,
                Err(Halt::Error(name)) => Val::Error(name),
                Err(Halt::Unknown) => continue,
            };
            let (is_sure, passes_texts) = (self.is_sure, self.passes_texts);
            match &stored {
                // Binary digits are kept as they stand, so that they do not pile up.
                Ok(stored) if value.may_be(stored) => {
                    return Some(Done { value: stored.clone(), is_sure, passes_texts, is_circular: false });
                }
                _ => fresh = fresh.or(Some(Done { value, is_sure, passes_texts, is_circular: false })),
            }
        }
        fresh.or_else(|| Some(Done { value: stored.ok()?, is_sure: false, passes_texts: false, is_circular: self.is_circular }))
    }

    /// The formulas that a cell may have: its own, or those that it may share.
    fn texts(&self, (sheet, at): Key) -> Vec<(&'w str, Shift)> {
        let Some(sheet) = self.workbook.sheets.get(sheet) else { return Vec::new() };
        match sheet.cell(at).map(|cell| cell.formula) {
            Some(Formula::Some(Some(text))) => vec![(text, (0, 0))],
            Some(Formula::Some(None)) => {
                let before = sheet.shared_formulas.partition_point(|shared| shared.at <= at);
                let near = sheet.shared_formulas[..before].iter().rev().take(SHARED);
                let of = |shared: &crate::workbook::SharedFormula| match sheet.cell(shared.at)?.formula {
                    Formula::Some(Some(text)) => {
                        let down = i64::from(at.row) - i64::from(shared.at.row);
                        Some((text, (down, i64::from(at.column) - i64::from(shared.at.column))))
                    }
                    _ => None,
                };
                near.filter(|shared| shared.region.contains(at)).filter_map(of).collect()
            }
            _ => Vec::new(),
        }
    }

    fn trees(&mut self, key: Key) -> Vec<(Rc<Expr>, Shift)> {
        let texts = self.texts(key);
        let tree = |(text, shift): (&str, Shift)| Some((Rc::new(parse(text, key.0, &*self)?), shift));
        texts.into_iter().filter_map(tree).collect()
    }

    /// The formulas' cells that a formula rests on, as steps to be done before it.
    fn needed(&mut self, tree: &Expr, shift: Shift, needed: &mut Vec<Step>) {
        match tree {
            Expr::Area(area) => self.needed_of(area, shift, needed),
            Expr::Negative(inner) | Expr::Percent(inner) => self.needed(inner, shift, needed),
            Expr::Both(_, left, right) => {
                self.needed(left, shift, needed);
                self.needed(right, shift, needed);
            }
            Expr::Call(_, arguments) => arguments.iter().for_each(|argument| self.needed(argument, shift, needed)),
            Expr::Number(_) | Expr::Text(_) | Expr::Bool(_) | Expr::Nothing => {}
        }
    }

    fn needed_of(&mut self, area: &Area, shift: Shift, needed: &mut Vec<Step>) {
        for rect in area.rects(shift).unwrap_or_default() {
            let Some(formulas) = self.formulas_of(rect.sheet) else { continue };
            let range = (rect.sheet, rect.first.column, rect.last.column, rect.first.row);
            let from = self.settled.get(&range).map_or(rect.first.row, |last| last + 1);
            if from > rect.last.row {
                continue;
            }
            if !rect.is_cell() {
                needed.push(Step::Settled(range, rect.last.row));
            }
            for (column, rows) in formulas.range(rect.first.column..=rect.last.column) {
                let first = rows.partition_point(|row| *row < from);
                for row in rows[first..].iter().take_while(|row| **row <= rect.last.row) {
                    if self.step().is_err() {
                        return;
                    }
                    let key = (rect.sheet, CellAddress::new(*row, *column));
                    if !self.done.contains_key(&key) {
                        needed.push(Step::Visit(key));
                    }
                }
            }
        }
    }

    /// Where a sheet has formulas.
    fn formulas_of(&mut self, sheet: usize) -> Option<Rc<BTreeMap<u32, Vec<u32>>>> {
        if let Some(known) = self.formulas.get(&sheet) {
            return Some(known.clone());
        }
        let mut found: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let cells = self.workbook.sheets.get(sheet)?.cells.iter();
        for cell in cells.filter(|cell| matches!(cell.formula, Formula::Some(_))) {
            found.entry(cell.at.column).or_default().push(cell.at.row);
        }
        let found = Rc::new(found);
        self.formulas.insert(sheet, found.clone());
        Some(found)
    }

    /// Whether a formula that begins so stands in a range.
    pub(super) fn has_formula(&mut self, rect: Rect, word: &str) -> Result<bool, Halt> {
        let formulas = self.formulas_of(rect.sheet).ok_or(Halt::Unknown)?;
        for (column, rows) in formulas.range(rect.first.column..=rect.last.column) {
            let first = rows.partition_point(|row| *row < rect.first.row);
            for row in rows[first..].iter().take_while(|row| **row <= rect.last.row) {
                self.step()?;
                let texts = self.texts((rect.sheet, CellAddress::new(*row, *column)));
                if texts.is_empty() || texts.iter().any(|(text, _)| text.to_ascii_uppercase().contains(word)) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// One more step, where one is left.
    pub(super) fn step(&mut self) -> Result<(), Halt> {
        self.steps = self.steps.checked_sub(1).ok_or(Halt::Unknown)?;
        Ok(())
    }

    /// The cells of a range that hold something, in reading order.
    pub(super) fn filled(&self, rect: Rect) -> impl Iterator<Item = CellAddress> + use<'w> {
        let sheets = &self.workbook.sheets;
        let rows = sheets.get(rect.sheet).into_iter().flat_map(move |sheet| sheet.cells.rows_from(rect.first.row));
        let (first, last) = (rect.first.column, rect.last.column);
        rows.take_while(move |view| view.row() <= rect.last.row).flat_map(move |view| {
            let narrow = (last - first < 4).then(|| (first..=last).filter_map(move |column| view.cell(column)));
            let wide = (last - first >= 4).then(|| view.cells().filter(move |cell| (first..=last).contains(&cell.at.column)));
            narrow.into_iter().flatten().chain(wide.into_iter().flatten()).map(|cell| cell.at)
        })
    }

    /// What a cell holds to a formula; an error value is the formula's too.
    pub(super) fn value_at(&mut self, sheet: usize, at: CellAddress) -> Result<Val, Halt> {
        self.step()?;
        let Some(cell) = self.workbook.sheets.get(sheet).and_then(|sheet| sheet.cell(at)) else { return Ok(Val::Blank) };
        let value = match (cell.formula, self.done.get(&(sheet, at))) {
            (Formula::Some(_), Some(done)) if done.is_circular => return Err(Halt::Unknown),
            (Formula::Some(_), Some(done)) => {
                self.is_sure &= done.is_sure;
                done.value.clone()
            }
            (Formula::None, _) => stored(&cell.value)?,
            _ if self.open.contains(&(sheet, at)) => {
                self.is_circular = true;
                return Err(Halt::Unknown);
            }
            _ => {
                self.is_sure = false;
                stored(&cell.value)?
            }
        };
        match value {
            Val::Error(name) => Err(Halt::Error(name)),
            value => Ok(value),
        }
    }
}

impl Names for Book<'_> {
    fn sheet(&self, name: &str) -> Option<usize> {
        // What is read of an old .xls's references to other sheets is not to be relied on.
        if self.workbook.format == Format::Xls {
            return None;
        }
        self.by_name.get(&name.to_lowercase()).copied()
    }

    fn defined(&self, name: &str, sheet: usize) -> Option<String> {
        let names = &self.workbook.calculation.names;
        let own = self.workbook.sheets.get(sheet).and_then(|sheet| sheet.name.as_deref());
        let is_meant = |scope: Option<&str>| {
            names.iter().find(|defined| defined.name.eq_ignore_ascii_case(name) && defined.sheet.as_deref() == scope)
        };
        // A range whose ends are not fixed moves with the cell: nobody here knows from where.
        let meant = own.and_then(|own| is_meant(Some(own))).or_else(|| is_meant(None))?;
        meant.text.contains('$').then(|| meant.text.clone())
    }
}

/// What is stored in a cell, as a formula's value.
fn stored(value: &Value) -> Result<Val, Halt> {
    Ok(match value {
        Value::Text(text) => Val::text(text),
        Value::Number { value, .. } => Val::number(*value),
        Value::Bool(value) => Val::Bool(*value),
        Value::Error(name) => Val::error(name),
        Value::Date { serial } => Val::Date(*serial),
        Value::Overflow(_) | Value::NoResult => return Err(Halt::Unknown),
    })
}

/// A result as it is told.
fn told(value: Val) -> HasilRumus {
    match value {
        Val::Number(amount) => HasilRumus::Angka(amount.value.normalize()),
        Val::Date(serial) => {
            let day = i64::try_from(serial.trunc()).ok().and_then(|serial| Tanggal::from_serial(serial, false));
            day.map_or(HasilRumus::Angka(serial), HasilRumus::Tanggal)
        }
        Val::Text(text) | Val::Error(text) => HasilRumus::Teks(text.to_string()),
        Val::Bool(value) => HasilRumus::Teks(if value { "TRUE" } else { "FALSE" }.to_owned()),
        Val::Blank => HasilRumus::Teks(String::new()),
    }
}
