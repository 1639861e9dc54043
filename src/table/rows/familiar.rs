//! Whether a row's words beside its name are such as the table's rows have there.

use super::facts::{Roles, shown};
use super::scanned::Scanned;
use crate::table::headings::window::is_blank_cell;
use crate::vocabulary::CellAddress;
use crate::workbook::{Sheet, Value};
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// Rows whose words are learnt: places and kinds come again early.
const LEARNT: usize = 2_000;

/// The words that stand beside the names of rows with figures, learnt when first asked for.
pub(crate) struct Familiar<'a> {
    sheet: &'a Sheet,
    roles: &'a Roles,
    scanned: &'a [Scanned<'a>],
    known: OnceCell<BTreeSet<(u32, String)>>,
}

impl<'a> Familiar<'a> {
    pub(crate) fn new(sheet: &'a Sheet, roles: &'a Roles, scanned: &'a [Scanned<'a>]) -> Self {
        Self { sheet, roles, scanned, known: OnceCell::new() }
    }

    /// Whether a word beside the row's name stands in the same column of a row with figures.
    pub(crate) fn is_of(&self, row: u32) -> bool {
        let known = self.known.get_or_init(|| self.learn());
        self.words_of(row).any(|word| known.contains(&word))
    }

    /// Whether a row's key is that of the row above once more: no key of its own.
    pub(crate) fn has_keys_of(&self, row: u32, above: u32) -> bool {
        let keys = self.roles.keys.iter().filter(|column| self.roles.name != Some(**column));
        let own = |row: u32, column: u32| self.sheet.cell(CellAddress::new(row, column)).filter(|cell| !is_blank_cell(cell));
        let mut filled = keys.filter_map(|column| Some((own(row, *column)?, own(above, *column)))).peekable();
        filled.peek().is_some()
            && filled.all(|(cell, above)| match (cell.value, above.map(|above| above.value)) {
                (Value::Text(text), Some(Value::Text(above))) => shown(text).eq_ignore_ascii_case(&shown(above)),
                (value, above) => Some(value) == above,
            })
    }

    /// Whether a column holds the rows' products, and the row above `row` has its own there.
    pub(crate) fn is_product(&self, column: u32, row: u32) -> bool {
        let heads = |label: &String| ["produk", "komoditas", "komoditi", "varian"].iter().any(|word| label.contains(word));
        let is_headed = self.roles.labels.get(&column).and_then(|labels| labels.last()).is_some_and(heads);
        let above = row.checked_sub(1).and_then(|above| self.sheet.cell(CellAddress::new(above, column)));
        is_headed && above.is_some_and(|cell| matches!(cell.value, Value::Text(text) if text.chars().any(char::is_alphabetic)))
    }

    fn learn(&self) -> BTreeSet<(u32, String)> {
        let rows = self.scanned.iter().filter_map(|scanned| match scanned {
            Scanned::Data(row, _) => Some(*row),
            Scanned::Row(facts) if facts.name.is_some() && facts.amounts + facts.other_figures > 0 => Some(facts.row),
            _ => None,
        });
        rows.take(LEARNT).flat_map(|row| self.words_of(row)).collect()
    }

    /// The words beside a row's name, each with its column.
    pub(crate) fn words_of(&self, row: u32) -> impl Iterator<Item = (u32, String)> {
        let is_beside = |column: u32| {
            self.roles.is_inside(column) && self.roles.name != Some(column) && !self.roles.figures.contains_key(&column)
        };
        self.sheet.row(row).into_iter().filter(move |cell| is_beside(cell.at.column)).filter_map(|cell| match &cell.value {
            Value::Text(text) if text.chars().any(char::is_alphabetic) => Some((cell.at.column, shown(text).to_lowercase())),
            _ => None,
        })
    }
}
