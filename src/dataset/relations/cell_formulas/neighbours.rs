//! A row's formula beside those of the other rows.

use super::{Asked, Own};
use crate::dataset::columns::recalc::{Book, Read, Term};
use crate::diagnostic::{Fakta, RumusMenyimpang, SebabMenyimpang};
use crate::vocabulary::{CellAddress, exact_text, mask_person};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// So many rows at least have the column's own formula.
const CUSTOM: usize = 4;
/// Of ten formulas one at most is another by a slip; more are another way of reckoning.
const RARE: usize = 10;
/// Of five rows one at most is typed among formulas.
const TYPED: usize = 5;

/// The counted rows (by index) whose formula adds up cells of other counted rows in its own column.
pub(super) fn sums_of_rows(asked: &Asked, cells: &[Own]) -> BTreeSet<usize> {
    let adds_up = |own: &&Own| {
        let Some(said) = &own.said else { return false };
        let mut summed = BTreeSet::new();
        let added = said.terms.iter().filter(|term| !term.is_negative && !term.is_ratio && term.reads.len() == 1);
        for read in added.flat_map(|term| &term.reads) {
            if read.is_own_sheet && (read.first.column..=read.last.column).contains(&asked.column) {
                summed.extend(asked.rows_of(read).filter(|index| *index != own.index));
            }
        }
        summed.len() > 1
    };
    cells.iter().filter(adds_up).map(|own| own.index).collect()
}

/// Rows whose formula is not the column's, with what is told of them.
pub(super) fn odd_ones(asked: &Asked, cells: &[Own], book: &mut Book) -> Vec<(usize, Fakta)> {
    let isian = &asked.on.source.fields[asked.used.field].isian;
    let fakta = |ditemukan: String, sebab| RumusMenyimpang { isian: isian.to_string(), ditemukan, sebab }.into();
    let mut told: BTreeMap<usize, Fakta> = BTreeMap::new();
    for own in cells {
        let Some(said) = &own.said else { continue };
        if let Some(other) = said.terms.iter().find_map(|term| asked.another_row(term, own)) {
            let row = &asked.on.rows[other];
            let sebab = SebabMenyimpang::BarisLain(row.row + 1, row.nama.to_string());
            told.insert(own.index, fakta(format!("={}", mask_person(&said.text)), sebab));
        }
    }
    let Some((form, model)) = custom(cells) else { return told.into_iter().collect() };
    let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
    let with_cells = |own: &&Own| own.said.as_ref().is_some_and(|said| !said.is_typed());
    for said in cells.iter().filter(with_cells).filter_map(|own| own.said.as_ref()) {
        *forms.entry(&said.form).or_default() += 1;
    }
    let all: usize = forms.values().sum();
    let typed = cells.iter().filter(|own| own.is_typed()).count();
    for own in cells {
        let Some(value) = own.value.filter(|_| !told.contains_key(&own.index)) else { continue };
        let is_rare = match &own.said {
            Some(said) if !said.is_typed() => {
                let count = forms.get(&*said.form).copied().unwrap_or_default();
                said.form != form && (count == 1 || count.saturating_mul(RARE) <= all)
            }
            Some(_) => typed.saturating_mul(TYPED) <= all,
            None => !own.has_formula && typed.saturating_mul(TYPED) <= all,
        };
        if !is_rare {
            continue;
        }
        let Some(lazim) = book.as_in(asked.on.sheet, model, own.at).filter(|lazim| !is_near(*lazim, value)) else { continue };
        // Of a row whose own cells say nothing there is nothing to reckon.
        if lazim.is_zero() {
            continue;
        }
        let told_as = own.said.as_ref().map_or_else(|| exact_text(value), |said| format!("={}", mask_person(&said.text)));
        let is_formula = own.said.as_ref().is_some_and(|said| !said.is_typed());
        let lazim = lazim.round_dp(2).normalize();
        let sebab = if is_formula { SebabMenyimpang::RumusLain(lazim) } else { SebabMenyimpang::Diketik(lazim) };
        told.insert(own.index, fakta(told_as, sebab));
    }
    told.into_iter().collect()
}

/// The formula that most of a column's formulas are, and the first cell that has it.
pub(super) fn custom(cells: &[Own]) -> Option<(String, CellAddress)> {
    let mut forms: BTreeMap<&str, (usize, CellAddress)> = BTreeMap::new();
    let mut all = 0;
    for own in cells {
        let Some(said) = own.said.as_ref().filter(|said| !said.is_typed()) else { continue };
        all += 1;
        forms.entry(&said.form).or_insert((0, own.at)).0 += 1;
    }
    let (form, (count, at)) = forms.into_iter().max_by_key(|(_, (count, _))| *count)?;
    (count >= CUSTOM && count * 3 >= all * 2).then(|| (form.to_owned(), at))
}

/// Whether two results are one but for rounding.
fn is_near(one: Decimal, other: Decimal) -> bool {
    let apart = (one - other).abs();
    apart <= Decimal::ONE || apart.checked_mul(Decimal::from(1_000_000)).is_some_and(|apart| apart <= one.abs())
}

impl Own {
    fn is_typed(&self) -> bool {
        self.value.is_some() && (!self.has_formula || self.said.as_ref().is_some_and(super::Said::is_typed))
    }
}

impl Asked<'_> {
    /// The counted rows (by index) that a range takes in.
    fn rows_of(&self, read: &Read) -> std::ops::Range<usize> {
        let rows = self.on.rows;
        let from = rows.partition_point(|row| row.row < read.first.row);
        let to = rows.partition_point(|row| row.row <= read.last.row);
        from..to.max(from)
    }

    /// The first counted row (by index) that a summand takes cells of and that is not its own: no part of it, and no row over
    /// which its own cell is merged.
    fn another_row(&self, term: &Term, own: &Own) -> Option<usize> {
        let columns = &self.on.layout.columns;
        let name = &self.on.rows[own.index].nama;
        term.reads.iter().filter(|read| read.is_own_sheet).find_map(|read| {
            let is_headed = columns.iter().any(|heading| heading.column == read.first.column);
            let is_merged = || {
                let here = CellAddress::new(own.at.row, read.first.column);
                self.on.sheet.cell(here).is_none()
                    && self.on.merged.cell(self.on.sheet, here).is_some_and(|cell| cell.at == read.first)
            };
            if !is_headed || is_merged() {
                return None;
            }
            self.rows_of(read).find(|index| *index != own.index && self.on.rows[*index].nama != *name)
        })
    }
}
