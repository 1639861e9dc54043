//! A workbook whose formulas are worked out again, each once, its operands first.

use super::area::{Rect, Shift};
use super::array::Grid;
use super::doubt::Doubt;
use super::listed::Listed;
use super::syntax::Place;
use super::tally::Tally;
use super::value::{Halt, Val};
use crate::diagnostic::{HasilRumus, RumusTanpaHasil};
use crate::vocabulary::{CellAddress, Tanggal};
use crate::workbook::{Cell, Formula, Sheet, Value, Workbook};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What is known of a formula's stored result.
pub(crate) enum Verdict {
    /// It is what its operands give, or there is no formula, or none whose result could be read.
    Same,
    /// Nobody can say, and why.
    Unproven(Doubt),
    /// Its operands give another.
    Stale(RumusTanpaHasil),
}

/// An array formula's result, and what of it was taken unproven.
pub(super) type ArrayResult = (Result<Rc<Grid>, Halt>, Option<Doubt>);

/// What a formula's cell holds to those that refer to it.
pub(super) struct Done {
    pub value: Val,
    /// Why not all of it was worked out; none where it was.
    pub doubt: Option<Doubt>,
    /// A sum in it passes over numbers that are typed as texts.
    pub passes_texts: bool,
    /// It rests on itself.
    pub is_circular: bool,
}

pub(crate) struct Book<'w> {
    pub(super) workbook: &'w Workbook,
    /// Sheets by their names in small letters.
    pub(super) by_name: BTreeMap<String, usize>,
    /// Defined names in small letters, by the sheet that they are known on; the first of each.
    pub(super) meanings: BTreeMap<(String, Option<String>), &'w str>,
    /// Declared tables by their names in small letters.
    pub(super) tables: BTreeMap<String, usize>,
    /// The rows of a sheet's formulas, by column.
    pub(super) formulas: BTreeMap<usize, Rc<BTreeMap<u32, Vec<u32>>>>,
    /// Of a sheet the cells that are part of an array formula's result, by its number.
    pub(super) spilled: BTreeMap<usize, Rc<BTreeMap<CellAddress, usize>>>,
    pub(super) done: BTreeMap<Place, Done>,
    pub(super) open: BTreeSet<Place>,
    /// Formulas that one needs whose operands are only known while it is worked out.
    pub(super) wanted: Vec<Place>,
    /// The results of array formulas, by where they begin.
    pub(super) arrays: BTreeMap<Place, ArrayResult>,
    /// Up to which row the formulas of a range are worked out, by its sheet, columns and first row.
    pub(super) settled: BTreeMap<(usize, u32, u32, u32), u32>,
    pub(super) tallies: BTreeMap<(usize, u32, u32, u32), (u32, Tally)>,
    pub(super) lists: BTreeMap<Rect, Rc<Listed>>,
    /// Cells and parts of formulas that may still be looked at.
    steps: u64,
    pub(super) shift: Shift,
    /// The cell whose formula is being worked out.
    pub(super) place: Place,
    /// Of that formula: what was taken unproven.
    pub(super) doubt: Option<Doubt>,
    pub(super) passes_texts: bool,
    pub(super) is_circular: bool,
    /// Numbers typed as texts count as such.
    pub(super) reads_texts: bool,
    /// Ranges are taken cell by cell.
    pub(super) is_array: bool,
}

/// So many steps a workbook has for each of its cells, and so many besides.
const STEPS_A_CELL: u64 = 24;
const STEPS: u64 = 2_000_000;
/// So much of a text is looked at in one.
const BYTES_A_STEP: u64 = 64;
/// A cell's longest text (32 767 letters), in bytes.
pub(super) const LONGEST: usize = 4 * 32_767;

impl<'w> Book<'w> {
    pub(crate) fn new(workbook: &'w Workbook) -> Self {
        let names = workbook.sheets.iter().enumerate();
        let by_name = names.filter_map(|(index, sheet)| Some((sheet.name.as_deref()?.to_lowercase(), index))).collect();
        let cells: u64 = workbook.sheets.iter().map(|sheet| sheet.cells.len() as u64).sum();
        let mut meanings = BTreeMap::new();
        for defined in &workbook.calculation.names {
            let scope = defined.sheet.as_deref().map(str::to_lowercase);
            meanings.entry((defined.name.to_lowercase(), scope)).or_insert(defined.text.as_str());
        }
        let mut tables = BTreeMap::new();
        for (number, table) in workbook.calculation.tables.iter().enumerate() {
            tables.entry(table.name.to_lowercase()).or_insert(number);
        }
        Self {
            workbook,
            by_name,
            meanings,
            tables,
            formulas: BTreeMap::new(),
            spilled: BTreeMap::new(),
            done: BTreeMap::new(),
            open: BTreeSet::new(),
            wanted: Vec::new(),
            arrays: BTreeMap::new(),
            settled: BTreeMap::new(),
            tallies: BTreeMap::new(),
            lists: BTreeMap::new(),
            steps: cells.saturating_mul(STEPS_A_CELL).saturating_add(STEPS),
            shift: (0, 0),
            place: Place { sheet: 0, at: CellAddress::new(0, 0) },
            doubt: None,
            passes_texts: false,
            is_circular: false,
            reads_texts: false,
            is_array: false,
        }
    }

    /// Whether a cell of a sheet holds what its formula gives.
    pub(crate) fn verdict(&mut self, sheet: &Sheet, cell: &Cell) -> Verdict {
        if cell.formula == Formula::None && sheet.array_formulas.is_empty() {
            return Verdict::Same;
        }
        let index = sheet.name.as_deref().and_then(|name| self.by_name.get(&name.to_lowercase())).copied();
        let Some(place) = index.map(|sheet| Place { sheet, at: cell.at }) else { return Verdict::Same };
        if cell.formula == Formula::None && self.array_of(place).is_none() {
            return Verdict::Same;
        }
        // An error or no result at all is a finding of the cell's own.
        let stored = match stored(&cell.value) {
            Ok(stored) if !matches!(stored, Val::Error(_)) => stored,
            _ => return Verdict::Same,
        };
        if self.workbook.calculation.as_shown {
            return Verdict::Unproven(Doubt::AsShown);
        }
        self.settle(place);
        let Some(done) = self.done.get(&place) else { return Verdict::Unproven(Doubt::Other) };
        let (mut fresh, doubt, passes_texts) = (done.value.clone(), done.doubt.clone(), done.passes_texts);
        let is_zero = matches!(&stored, Val::Number(amount) if amount.value.is_zero());
        let may_be_read =
            matches!(stored, Val::Number(_)) && fresh.may_be(&stored) && (passes_texts || is_zero && doubt.is_some());
        if may_be_read && let Some(read) = self.read_texts(place) {
            fresh = read;
        }
        if fresh.may_be(&stored) {
            return doubt.map_or(Verdict::Same, Verdict::Unproven);
        }
        let rumus = self.texts(place).first().map(|shared| shared.text.trim_start_matches("=").to_owned());
        let nol = matches!((&stored, &fresh), (Val::Number(stored), Val::Number(_)) if stored.value.is_zero());
        let lain = (!nol).then(|| (told(stored), told(fresh)));
        Verdict::Stale(RumusTanpaHasil { rumus, nol, lain })
    }

    /// The formula of a cell, as it is told.
    pub(crate) fn formula(&self, sheet: &Sheet, cell: &Cell) -> Option<String> {
        let index = sheet.name.as_deref().and_then(|name| self.by_name.get(&name.to_lowercase())).copied()?;
        let texts = self.texts(Place { sheet: index, at: cell.at });
        texts.first().map(|shared| shared.text.trim_start_matches("=").to_owned())
    }

    pub(crate) fn workbook(&self) -> &'w Workbook {
        self.workbook
    }

    /// Of what format the workbook is.
    pub(crate) fn format(&self) -> &'static str {
        self.workbook.format.name()
    }

    /// What a formula gives where numbers typed as texts are numbers too.
    fn read_texts(&mut self, place: Place) -> Option<Val> {
        self.reads_texts = true;
        let read = self.trees(place).iter().find_map(|(tree, shared)| {
            (self.shift, self.place, self.is_array) = (shared.shift, place, shared.is_array);
            if shared.is_array { None } else { self.value(tree).ok() }
        });
        self.reads_texts = false;
        read
    }

    /// One more step, where one is left.
    pub(super) fn step(&mut self) -> Result<(), Halt> {
        self.steps = self.steps.checked_sub(1).ok_or(Halt::Unknown)?;
        Ok(())
    }

    /// A text that a formula reads or makes takes its steps; one longer than a cell's, in bytes, is nobody's.
    pub(super) fn heard(&mut self, text: String) -> Result<String, Halt> {
        self.room(text.len())?;
        Ok(text)
    }

    /// Whether a text of so many bytes may be made, and the steps that it takes.
    pub(super) fn room(&mut self, bytes: usize) -> Result<(), Halt> {
        if bytes > LONGEST {
            return Err(Halt::Unknown);
        }
        self.steps = self.steps.checked_sub(bytes as u64 / BYTES_A_STEP).ok_or(Halt::Unknown)?;
        Ok(())
    }

    /// The steps of a search that holds so many letters against so many.
    pub(super) fn search(&mut self, letters: usize, sought: usize) -> Result<(), Halt> {
        let held = letters as u64 * sought as u64;
        self.steps = self.steps.checked_sub(held / (BYTES_A_STEP * BYTES_A_STEP)).ok_or(Halt::Unknown)?;
        Ok(())
    }

    /// Notes why a value is not proven.
    pub(super) fn doubted(&mut self, doubt: Doubt) -> Halt {
        let before = self.doubt.take();
        self.doubt = Some(match before {
            Some(before) => before.or(Some(doubt)),
            None => doubt,
        });
        Halt::Unknown
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
        let place = Place { sheet, at };
        let is_formula = cell.formula != Formula::None || self.array_of(place).is_some();
        let value = match self.done.get(&place) {
            _ if !is_formula => stored(&cell.value)?,
            Some(done) if done.is_circular => return Err(Halt::Unknown),
            Some(done) => {
                let (value, doubt) = (done.value.clone(), done.doubt.clone());
                if let Some(doubt) = doubt {
                    self.doubted(doubt);
                }
                value
            }
            None if self.open.contains(&place) => {
                self.is_circular = true;
                return Err(Halt::Unknown);
            }
            None => {
                self.doubted(Doubt::Other);
                stored(&cell.value)?
            }
        };
        match value {
            Val::Error(name) => Err(Halt::Error(name)),
            value => Ok(value),
        }
    }
}

/// What is stored in a cell, as a formula's value.
pub(super) fn stored(value: &Value) -> Result<Val, Halt> {
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
