//! All live formulas of a report, and the columns they rest on.

use super::fits::text_fits;
use super::helper::Helpers;
use super::scalar::figure;
use super::{CellResult, HelperColumn, LiveCell, indicator_name, measure_name};
use crate::formula::{Evaluator, Formula, Node, Origin, Outcome};
use crate::vocabulary::Year;
use std::collections::{BTreeMap, BTreeSet};

/// What a figure's cell shows where it cannot be had.
pub const UNDEFINED: &str = "tidak dapat dihitung";
/// What a figure's cell shows where there are no data.
pub const N_A: &str = "n/a";

/// The live formulas of a whole report. Ask for the cell of each measure and
/// indicator; then `finish` gives the helper columns they rest on.
pub struct Workbook<'e, 'a> {
    evaluator: &'e Evaluator<'a>,
    helpers: Helpers<'a>,
    /// Measures that formulas name, and those that have their cell.
    named: BTreeSet<(String, Year)>,
    given: BTreeSet<(String, Year)>,
}

impl<'e, 'a> Workbook<'e, 'a> {
    pub fn new(evaluator: &'e Evaluator<'a>) -> Self {
        let helpers = Helpers::new(evaluator.dataset());
        Self { evaluator, helpers, named: BTreeSet::new(), given: BTreeSet::new() }
    }

    /// A measure's cell. Every measure and year that a live formula names must
    /// have its cell: see [`Workbook::operands`].
    pub fn measure(&mut self, ukuran: &str, tahun: Year) -> LiveCell {
        self.given.insert((ukuran.to_owned(), tahun));
        let evaluator = self.evaluator;
        let made = evaluator.measure(ukuran, tahun);
        let formula = evaluator.measures().get(ukuran).and_then(|measure| measure.rumus.as_ref());
        let formula = formula.filter(|_| made.origin == Origin::Data);
        self.cell(measure_name(ukuran, tahun), formula.map(|formula| &formula.root), tahun, &made.outcome)
    }

    /// An indicator's cell (`id` as `1.1`).
    pub fn indicator(&mut self, id: &str, formula: &Formula, tahun: Year) -> LiveCell {
        let outcome = self.evaluator.formula(formula, tahun).outcome;
        self.cell(indicator_name(id, tahun), Some(&formula.root), tahun, &outcome)
    }

    /// The measures and years that the formulas asked for so far name and that
    /// have no cell yet: ask for them until none is left.
    pub fn operands(&self) -> BTreeSet<(String, Year)> {
        self.named.difference(&self.given).cloned().collect()
    }

    /// The fields whose columns the live formulas read, by data sheet.
    pub fn columns(&self) -> BTreeMap<(String, Year), BTreeSet<String>> {
        self.helpers.columns.clone()
    }

    /// The helper columns of each data sheet, in order.
    pub fn finish(self) -> BTreeMap<(String, Year), Vec<HelperColumn>> {
        self.helpers.made
    }

    fn cell(&mut self, name: String, node: Option<&Node>, tahun: Year, outcome: &Outcome) -> LiveCell {
        let result = match outcome {
            Outcome::Number(value) => CellResult::Number(*value),
            Outcome::Undefined(_) if outcome.is_no_data() => CellResult::Text(N_A.to_owned()),
            Outcome::Undefined(_) => CellResult::Text(UNDEFINED.to_owned()),
        };
        // No data, nothing to be live over; beyond a Decimal, Excel would show a figure that nobody else has.
        let constant = outcome.is_no_data()
            || outcome.reason().is_some_and(|reason| matches!(reason.root(), crate::formula::Reason::Overflow));
        let Some(node) = node.filter(|_| !constant) else { return LiveCell { name, formula: None, result } };
        let (code, operands) = figure(node, tahun, &mut self.helpers);
        // `check` refuses formulas that Excel would not take; the result stands alone all the same.
        let formula = code.into_text().filter(|text| text_fits(text));
        if formula.is_some() {
            self.named.extend(operands);
        }
        LiveCell { name, formula, result }
    }
}
