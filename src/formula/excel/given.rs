//! Measures whose values come from outside (`tetapan`): cells that a reader may type into, and which of
//! them and the data's figures stands.

use super::code::Code;
use super::fits::text_fits;
use super::live::Without;
use super::scalar::figure;
use super::workbook::{N_A, UNDEFINED};
use super::{CellResult, Given, LiveCell, LiveMeasure, Workbook, measure_name};
use crate::formula::{ArithmeticOp, Expr, Formula, MeasureDef, MeasureFigure, Node, Origin, Outcome, Reason, direct_needs};
use crate::profile::Score;
use crate::vocabulary::Year;
use std::collections::BTreeSet;

/// What the name of a value from outside ends with, where the data may give another.
const FIXED_NAME: &str = "tetapan";
/// Likewise the data's figure.
const DATA_NAME: &str = "data";

impl Workbook<'_, '_> {
    /// A measure's cell. Every measure and year that a live formula names must
    /// have its cell: see [`Workbook::operands`].
    pub fn measure(&mut self, ukuran: &str, tahun: Year) -> LiveMeasure {
        self.given.insert((ukuran.to_owned(), tahun));
        let evaluator = self.evaluator;
        let made = evaluator.measure(ukuran, tahun);
        self.helpers.label = ukuran.to_owned();
        let name = measure_name(ukuran, tahun);
        let definition = evaluator.measures().get(ukuran);
        let rumus = definition.and_then(|measure| measure.rumus.as_ref());
        if let (Some(definition), Some(rumus)) = (definition, rumus)
            && let Some(Score::Number(value)) = definition.tetapan.get(&tahun)
        {
            let data =
                made.data.as_ref().map(|data| self.cell(format!("{name}_{DATA_NAME}"), Some(&rumus.root), tahun, &data.outcome));
            let given = Given::Either {
                name: format!("{name}_{FIXED_NAME}"),
                value: *value,
                data: data.filter(|cell| cell.formula.is_some() || cell.result != CellResult::Text(N_A.to_owned())),
            };
            let formula = self.choice(definition, (rumus, tahun), &given, &made);
            return LiveMeasure { cell: LiveCell { name, formula, result: CellResult::of(&made.outcome) }, given };
        }
        let formula = rumus.filter(|_| made.origin == Origin::Data);
        let cell = self.cell(name, formula.map(|formula| &formula.root), tahun, &made.outcome);
        let is_typed = definition.is_some_and(|definition| {
            rumus.is_none() && !definition.tetapan.values().any(|score| matches!(score, Score::Predicate { .. }))
        });
        LiveMeasure { cell, given: if is_typed { Given::Typed } else { Given::No } }
    }

    /// Which stands, the value from outside or the data's figure, as `formula::evaluate` chooses.
    fn choice(
        &mut self,
        definition: &MeasureDef,
        (rumus, tahun): (&Formula, Year),
        given: &Given,
        made: &MeasureFigure,
    ) -> Option<String> {
        let Given::Either { name: fixed, data, .. } = given else { return None };
        let Some(data) = data else { return Some(format!("IF(ISNUMBER({fixed}),{fixed},\"{N_A}\")")) };
        let data_name = &data.name;
        if definition.utamakan_tetapan {
            return Some(format!("IF(ISNUMBER({fixed}),{fixed},{data_name})"));
        }
        let formula = match self.answer(rumus, tahun) {
            None => format!("IF(ISNUMBER({data_name}),{data_name},IF(ISNUMBER({fixed}),{fixed},{data_name}))"),
            Some((answer, is_answer)) => {
                // No figure is an answer of the data where the formula finds what it asks for, and no figure comes of it.
                let stands = if is_answer { Origin::Data } else { Origin::Tetapan };
                if !matches!(data.result, CellResult::Number(_)) && made.origin != stands {
                    return None;
                }
                format!(
                    "IF(ISNUMBER({data_name}),{data_name},IF({answer},{data_name},IF(ISNUMBER({fixed}),{fixed},{data_name})))"
                )
            }
        };
        text_fits(&formula).then_some(formula)
    }

    /// Whether all that a formula takes from data and measures is there, as a condition and as it now is; none where a
    /// formula has a figure as soon as that is so.
    fn answer(&mut self, rumus: &Formula, tahun: Year) -> Option<(String, bool)> {
        let mut divides = false;
        let mut leaves: Vec<&Node> = Vec::new();
        collect(&rumus.root, &mut divides, &mut leaves);
        if !divides {
            return None;
        }
        let (mut conditions, mut all) = (Vec::new(), true);
        for leaf in leaves {
            let (code, operands) = figure(leaf, tahun, &mut self.helpers);
            self.named.extend(operands);
            conditions.push(Code::call("ISNUMBER", [&code]));
            let alone = Formula { text: String::new(), root: leaf.clone() };
            all &= self.evaluator.formula(&alone, tahun).outcome.number().is_some();
        }
        Some((Code::logical("AND", &conditions).into_text()?, all))
    }

    /// Whether a figure without data lacks values alone that may be typed.
    pub(super) fn awaits_values(&self, node: &Node, tahun: Year, outcome: &Outcome) -> bool {
        outcome.reason().is_some_and(|reason| matches!(reason.root(), Reason::NoTetapan { .. }))
            && direct_needs(&alone(node), tahun)
                .tables
                .keys()
                .all(|(sumber, tahun)| self.evaluator.dataset().table(sumber, *tahun).is_some())
    }

    /// What a figure's cell says where it cannot be had: that there are no data, where one of the measures
    /// it names says so. None where no such measure can say so.
    pub(super) fn without_values(&self, node: &Node, tahun: Year, outcome: &Outcome) -> Option<Without> {
        let lacks = |(ukuran, tahun): &(String, Year)| self.evaluator.measure(ukuran, *tahun).outcome.is_no_data();
        let needs = direct_needs(&alone(node), tahun);
        // Another branch's operand has no say in why this one has no figure.
        if outcome.reason().is_some_and(|reason| !reason.is_no_data()) && needs.ukuran.iter().any(lacks) {
            return None;
        }
        let may_lack = |one: &&(String, Year)| lacks(one) || self.is_from_outside((&one.0, one.1), &mut BTreeSet::new());
        let lacking: Vec<Code> = needs
            .ukuran
            .iter()
            .filter(may_lack)
            .map(|(ukuran, tahun)| {
                let name = measure_name(ukuran, *tahun);
                Code::text(if self.is_typed(ukuran) { format!("NOT(ISNUMBER({name}))") } else { format!("{name}=\"{N_A}\"") })
            })
            .collect();
        if lacking.is_empty() {
            return None;
        }
        let branch = Code::iff(&Code::logical("OR", &lacking), &Code::quoted(N_A), &Code::quoted(UNDEFINED));
        // A typed value that is no number is none.
        let all_typed = needs.tables.is_empty() && needs.ukuran.iter().all(|(ukuran, _)| self.is_typed(ukuran));
        let operand = if all_typed { Code::quoted(N_A) } else { branch.clone() };
        Some(Without { operand, branch, figure: Code::quoted(UNDEFINED) })
    }

    /// Whether a measure's value may be taken away by whoever types: its own, or one that it rests on.
    fn is_from_outside(&self, (ukuran, tahun): (&str, Year), seen: &mut BTreeSet<String>) -> bool {
        let Some(definition) = self.evaluator.measures().get(ukuran).filter(|_| seen.insert(ukuran.to_owned())) else {
            return false;
        };
        let Some(rumus) = &definition.rumus else { return true };
        !definition.tetapan.is_empty()
            || direct_needs(rumus, tahun).ukuran.iter().any(|(named, tahun)| self.is_from_outside((named, *tahun), seen))
    }

    fn is_typed(&self, ukuran: &str) -> bool {
        self.evaluator.measures().get(ukuran).is_some_and(|definition| definition.rumus.is_none())
    }
}

fn alone(node: &Node) -> Formula {
    Formula { text: String::new(), root: node.clone() }
}

/// The aggregates and measures of a formula, and whether it divides.
fn collect<'n>(node: &'n Node, divides: &mut bool, leaves: &mut Vec<&'n Node>) {
    match &node.expr {
        Expr::Aggregate(_) | Expr::Name { sumber: None, .. } => leaves.push(node),
        other => {
            *divides |= matches!(other, Expr::Arithmetic { op: ArithmeticOp::Divide, .. });
            node.children().into_iter().for_each(|child| collect(child, divides, leaves));
        }
    }
}
