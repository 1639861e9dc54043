//! The formulas that a cell has, and what the names in them mean.

use super::area::{Rect, Shift};
use super::book::Book;
use super::doubt::Doubt;
use super::reading::parse;
use super::syntax::{Expr, Names, Place};
use super::value::Halt;
use crate::vocabulary::CellAddress;
use crate::workbook::{DeclaredTable, Format, Formula, SharedFormula, Sharing};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A formula's text, and how a cell has it.
#[derive(Clone, Copy)]
pub(super) struct Written<'w> {
    pub text: &'w str,
    /// Where it is written.
    pub at: CellAddress,
    /// How far from there the cell stands that it is moved to.
    pub shift: Shift,
    pub is_array: bool,
}

/// So many formulas that others share are looked at for a cell.
const SHARED: usize = 64;

impl<'w> Book<'w> {
    /// The formulas that a cell may have: its own, or those that it may share.
    pub(super) fn texts(&self, Place { sheet: index, at }: Place) -> Vec<Written<'w>> {
        let Some(sheet) = self.workbook.sheets.get(index) else { return Vec::new() };
        let text_at = |at: CellAddress| match sheet.cell(at)?.formula {
            Formula::Some(text) => text,
            _ => None,
        };
        if let Some(array) = self.spilled.get(&index).and_then(|spilled| spilled.get(&at)) {
            let array: Option<&SharedFormula> = sheet.array_formulas.get(*array);
            let written = array
                .filter(|array| array.sharing == Sharing::Array)
                .and_then(|array| Some(Written { text: text_at(array.at)?, at: array.at, shift: (0, 0), is_array: true }));
            return written.into_iter().collect();
        }
        match sheet.cell(at).map(|cell| cell.formula) {
            Some(Formula::Some(Some(text))) => vec![Written { text, at, shift: (0, 0), is_array: false }],
            Some(Formula::Some(None)) => {
                let before = sheet.shared_formulas.partition_point(|shared| shared.at <= at);
                let near = sheet.shared_formulas[..before].iter().rev().take(SHARED);
                let of = |shared: &SharedFormula| {
                    let down = i64::from(at.row) - i64::from(shared.at.row);
                    let shift = (down, i64::from(at.column) - i64::from(shared.at.column));
                    Some(Written { text: text_at(shared.at)?, at: shared.at, shift, is_array: false })
                };
                near.filter(|shared| shared.region.contains(at)).filter_map(of).collect()
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn trees(&mut self, place: Place) -> Vec<(Rc<Expr>, Written<'w>)> {
        self.array_of(place);
        // Of an old .xls the signs `>` and `>=` are not to be told apart.
        let is_doubtful = |written: &Written<'w>| self.workbook.format == Format::Xls && written.text.contains('>');
        let tree = |written: Written<'w>| {
            let place = Place { at: written.at, ..place };
            Some((Rc::new(parse(written.text, place, &*self)?), written))
        };
        self.texts(place).into_iter().filter(|written| !is_doubtful(written)).filter_map(tree).collect()
    }

    /// Why a formula that cannot be read is not worked out.
    pub(super) fn doubt_of_text(&self, place: Place) -> Doubt {
        let texts = self.texts(place);
        let Some(Written { text, .. }) = texts.first() else { return Doubt::Unread };
        let file = text.split_once('[').and_then(|(_, behind)| behind.split_once(']')).map(|(file, _)| file);
        let number = file.and_then(|file| file.parse().ok()).and_then(|number| self.link(number));
        let named = file.filter(|file| file.to_lowercase().contains(".xls") || file.to_lowercase().contains(".ods"));
        number.or(named).map_or(Doubt::Unread, |file| Doubt::OtherFile(file.into()))
    }

    /// The array formula that a cell's value is part of.
    pub(super) fn array_of(&mut self, Place { sheet, at }: Place) -> Option<usize> {
        let arrays = &self.workbook.sheets.get(sheet)?.array_formulas;
        if arrays.is_empty() {
            return None;
        }
        if let Some(known) = self.spilled.get(&sheet) {
            return known.get(&at).copied();
        }
        let mut spilled = BTreeMap::new();
        for (number, array) in arrays.iter().enumerate() {
            spilled.insert(array.at, number);
            let region = Rect { sheet, first: array.region.first, last: array.region.last };
            for at in self.filled(region) {
                if self.step().is_err() {
                    break;
                }
                spilled.insert(at, number);
            }
        }
        let found = spilled.get(&at).copied();
        self.spilled.insert(sheet, Rc::new(spilled));
        found
    }

    /// Where a sheet has formulas.
    pub(super) fn formulas_of(&mut self, sheet: usize) -> Option<Rc<BTreeMap<u32, Vec<u32>>>> {
        if let Some(known) = self.formulas.get(&sheet) {
            return Some(known.clone());
        }
        let mut found: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let cells = self.workbook.sheets.get(sheet)?.cells.iter();
        for cell in cells.filter(|cell| matches!(cell.formula, Formula::Some(_))) {
            found.entry(cell.at.column).or_default().push(cell.at.row);
        }
        self.array_of(Place { sheet, at: CellAddress::new(0, 0) });
        if let Some(spilled) = self.spilled.get(&sheet) {
            for at in spilled.keys() {
                found.entry(at.column).or_default().push(at.row);
            }
            for rows in found.values_mut() {
                rows.sort_unstable();
                rows.dedup();
            }
        }
        let found = Rc::new(found);
        self.formulas.insert(sheet, found.clone());
        Some(found)
    }

    /// Whether a cell's formula has a word in it; where it is not known, it may.
    pub(super) fn may_have(&self, place: Place, word: &str) -> bool {
        let texts = self.texts(place);
        texts.is_empty() || texts.iter().any(|written| written.text.to_ascii_uppercase().contains(word))
    }

    /// The cells of a range whose formulas may have one of these words.
    pub(super) fn with_formula(&mut self, rect: Rect, words: &[&str]) -> Result<Vec<CellAddress>, Halt> {
        let formulas = self.formulas_of(rect.sheet).ok_or(Halt::Unknown)?;
        let mut found = Vec::new();
        for (column, rows) in formulas.range(rect.first.column..=rect.last.column) {
            let first = rows.partition_point(|row| *row < rect.first.row);
            for row in rows[first..].iter().take_while(|row| **row <= rect.last.row) {
                self.step()?;
                let at = CellAddress::new(*row, *column);
                if words.iter().any(|word| self.may_have(Place { sheet: rect.sheet, at }, word)) {
                    found.push(at);
                }
            }
        }
        Ok(found)
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
        let own = self.workbook.sheets.get(sheet).and_then(|sheet| sheet.name.as_deref()).map(str::to_lowercase);
        let name = name.to_lowercase();
        let meant = own.and_then(|own| self.meanings.get(&(name.clone(), Some(own))));
        meant.or_else(|| self.meanings.get(&(name, None))).map(|text| (*text).to_owned())
    }

    fn table(&self, name: Option<&str>, from: Place) -> Option<(usize, &DeclaredTable)> {
        let tables = &self.workbook.calculation.tables;
        let sheet_of = |table: &DeclaredTable| self.by_name.get(&table.sheet.to_lowercase()).copied();
        let table = match name {
            Some(name) => tables.get(*self.tables.get(&name.to_lowercase())?)?,
            None => tables.iter().find(|table| table.region.contains(from.at) && sheet_of(table) == Some(from.sheet))?,
        };
        Some((sheet_of(table)?, table))
    }

    fn link(&self, number: usize) -> Option<&str> {
        let link = self.workbook.calculation.links.get(number.checked_sub(1)?)?;
        (!link.is_empty()).then_some(link.as_str())
    }

    fn is_open_document(&self) -> bool {
        self.workbook.format == Format::Ods
    }
}
