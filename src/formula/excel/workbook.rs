//! All live formulas of a report, and the columns they rest on.

use super::fits::text_fits;
use super::helper::Helpers;
use super::scalar::{figure, figure_or, reason};
use super::{CellResult, HelperColumn, LiveCell, indicator_name, largest_name};
use crate::formula::cause_words_id as cause;
use crate::formula::doubles::{Doubles, agree, double, nearest};
use crate::formula::{Evaluator, Exact, Expr, Formula, Node, Outcome};
use crate::vocabulary::Year;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// What a figure's cell shows where it cannot be had.
pub const UNDEFINED: &str = "tidak dapat dihitung";
/// A longer formula says no reason: where the figure comes from is said in the same cell.
const LONGEST_REASON: usize = 3_000;

/// What a figure's cell shows where there are no data.
pub const N_A: &str = "n/a";

/// The live formulas of a whole report. Ask for the cell of each measure and
/// indicator; then `finish` gives the helper columns they rest on.
pub struct Workbook<'e, 'a> {
    pub(super) evaluator: &'e Evaluator<'a>,
    pub(super) helpers: Helpers<'a>,
    /// Measures that formulas name, and those that have their cell.
    pub(super) named: BTreeSet<(String, Year)>,
    pub(super) given: BTreeSet<(String, Year)>,
}

/// A table whose entities are looked for, and its largest entity number.
#[derive(Clone, PartialEq, Debug)]
pub struct Sought {
    pub sumber: String,
    pub tahun: Year,
    pub name: String,
    pub formula: String,
    pub largest: u32,
}

/// Whether Excel and LibreOffice decide a figure's conditions as the exact figures do.
fn sure_in_doubles(evaluator: &Evaluator<'_>, node: &Node, tahun: Year) -> bool {
    let pair = |left: &Node, right: &Node| {
        let figures = Figures { evaluator, tahun };
        match (figures.exact(left), figures.exact(right), double(left, &figures), double(right, &figures)) {
            (Some(left), Some(right), Some(first), Some(second)) => agree(left.cmp(&right), first, second),
            // Undefined is undefined to everybody.
            _ => true,
        }
    };
    match &node.expr {
        Expr::Aggregate(_) => true,
        Expr::Compare { left, right, .. } => pair(left, right),
        Expr::In { value, list, .. } => list.iter().all(|item| pair(value, item)),
        _ => node.children().into_iter().all(|part| sure_in_doubles(evaluator, part, tahun)),
    }
}

/// Measures and aggregates as doubles.
struct Figures<'e, 'a> {
    evaluator: &'e Evaluator<'a>,
    tahun: Year,
}

impl Figures<'_, '_> {
    fn exact(&self, node: &Node) -> Option<Exact> {
        self.evaluator.formula(&Formula { text: String::new(), root: node.clone() }, self.tahun).exact
    }
}

impl Doubles for Figures<'_, '_> {
    fn leaf(&self, node: &Node) -> Option<f64> {
        Some(nearest(self.exact(node)?.to_decimal()?))
    }

    fn truth(&self, node: &Node) -> bool {
        let number = |value| Box::new(Node { expr: Expr::Number(value), span: node.span.clone() });
        let asked = Expr::If { condition: Box::new(node.clone()), then: number(Decimal::ONE), otherwise: number(Decimal::ZERO) };
        self.exact(&Node { expr: asked, span: node.span.clone() }).is_some_and(|value| !value.is_zero())
    }
}

impl<'e, 'a> Workbook<'e, 'a> {
    pub fn new(evaluator: &'e Evaluator<'a>) -> Self {
        let helpers = Helpers::new(evaluator.dataset(), evaluator.measures());
        Self { evaluator, helpers, named: BTreeSet::new(), given: BTreeSet::new() }
    }

    /// An indicator's cell (`id` as `1.1`).
    pub fn indicator(&mut self, id: &str, formula: &Formula, tahun: Year) -> LiveCell {
        let outcome = self.evaluator.formula(formula, tahun).outcome;
        self.helpers.label.clear();
        self.cell(indicator_name(id, tahun), Some(&formula.root), tahun, &outcome)
    }

    /// Why a formula's figure cannot be had, as a formula that says nothing where it can, and what it says now; none where that
    /// needs no saying. To be asked once its cell is made.
    pub fn why(&mut self, formula: &Formula, tahun: Year) -> Option<(String, &'static str)> {
        let outcome = self.evaluator.formula(formula, tahun).outcome;
        let now = match outcome.reason() {
            Some(_) if outcome.is_no_data() => return None,
            Some(reason) => cause::of(reason)?,
            None => "",
        };
        let text = reason(&formula.root, tahun, &mut self.helpers)?;
        (text.len() <= LONGEST_REASON && text_fits(&text)).then_some((text, now))
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

    /// The fields that the program decided by, whose cells no formula follows, by data sheet.
    pub fn decided(&self) -> BTreeMap<(String, Year), BTreeSet<String>> {
        self.helpers.decided.clone()
    }

    /// The tables whose entities formulas look for: each needs a cell with its largest entity number,
    /// called by [`super::largest_name`].
    pub fn sought(&self) -> Vec<Sought> {
        let sought = self.helpers.sought.iter().map(|(sumber, tahun)| Sought {
            sumber: sumber.clone(),
            tahun: *tahun,
            name: largest_name(&self.helpers.table_name(sumber, *tahun)),
            formula: format!("MAX({})", self.helpers.entity_name(sumber, *tahun)),
            largest: self
                .helpers
                .dataset
                .and_then(|dataset| dataset.table(sumber, *tahun))
                .map_or(0, |table| table.rows.iter().map(|row| row.entitas).max().unwrap_or(0)),
        });
        sought.collect()
    }

    /// The helper columns of each data sheet, in order.
    pub fn finish(mut self) -> BTreeMap<(String, Year), Vec<HelperColumn>> {
        self.helpers.furnish();
        self.helpers.made
    }

    pub(super) fn cell(&mut self, name: String, node: Option<&Node>, tahun: Year, outcome: &Outcome) -> LiveCell {
        let result = CellResult::of(outcome);
        // No data, nothing to be live over but values that may be typed; beyond a Decimal, Excel would show a figure that nobody else has.
        let constant = outcome.is_no_data() && !node.is_some_and(|node| self.awaits_values(node, tahun, outcome))
            || outcome.reason().is_some_and(|reason| matches!(reason.root(), crate::formula::Reason::Overflow));
        // A condition that doubles would decide otherwise stands decided.
        let Some(node) = node.filter(|node| !constant && sure_in_doubles(self.evaluator, node, tahun)) else {
            return LiveCell { name, formula: None, result };
        };
        let mut made = None;
        if let Some(without) = self.without_values(node, tahun, outcome) {
            let (code, operands) = figure_or(node, tahun, &without, &mut self.helpers);
            made = code.into_text().filter(|text| text_fits(text)).map(|text| (text, operands));
        }
        let made = made.or_else(|| {
            let (code, operands) = figure(node, tahun, &mut self.helpers);
            // `check` refuses formulas that Excel would not take; the result stands alone all the same.
            Some((code.into_text().filter(|text| text_fits(text))?, operands))
        });
        let formula = made.map(|(formula, operands)| {
            self.named.extend(operands);
            formula
        });
        LiveCell { name, formula, result }
    }
}
