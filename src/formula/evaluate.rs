//! Measures and formulas at a year: the figure, exactly, with its trace.

use super::aggregate::aggregate;
use super::arithmetic::{self, Leaves};
use super::measure::score_number;
use super::needs::direct_needs;
use super::{AggregateTrace, Evaluated, Exact, Expr, Formula, MeasureDef, MeasureFigure, Node, Origin, Outcome, Reason};
use super::{OperandTrace, Trace};
use crate::dataset::Dataset;
use crate::profile::Score;
use crate::vocabulary::Year;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many measures may rest upon measures (`check` refuses more).
pub(super) const LEVELS: usize = 60;

/// Evaluates formulas over a dataset; each measure and year once.
pub struct Evaluator<'a> {
    dataset: &'a Dataset,
    measures: &'a BTreeMap<String, MeasureDef>,
    memo: RefCell<BTreeMap<(String, Year), Arc<MeasureFigure>>>,
    /// Measures being evaluated, so that a cycle ends.
    busy: RefCell<Vec<(String, Year)>>,
}

impl<'a> Evaluator<'a> {
    pub fn new(dataset: &'a Dataset, measures: &'a BTreeMap<String, MeasureDef>) -> Self {
        Self { dataset, measures, memo: RefCell::default(), busy: RefCell::default() }
    }

    pub fn dataset(&self) -> &'a Dataset {
        self.dataset
    }

    pub fn measures(&self) -> &'a BTreeMap<String, MeasureDef> {
        self.measures
    }

    /// A measure at a year: from the data, or its fixed value where the data
    /// give none (or where `utamakan_tetapan` says so).
    pub fn measure(&self, ukuran: &str, tahun: Year) -> Arc<MeasureFigure> {
        let key = (ukuran.to_owned(), tahun);
        if let Some(known) = self.known(&key) {
            return known;
        }
        if self.busy.borrow().contains(&key) {
            return Arc::new(circular(key));
        }
        // What a measure rests on is made before it, on a list and not by
        // recursion: towers of measures must not exhaust the stack.
        let bottom = self.busy.borrow().len();
        self.busy.borrow_mut().push(key.clone());
        loop {
            let Some(top) = self.busy.borrow().last().cloned() else { break };
            match self.unmade(&top) {
                Some(below) => self.busy.borrow_mut().push(below),
                None => {
                    let made = Arc::new(self.make(top.clone()));
                    self.memo.borrow_mut().insert(top, made);
                    self.busy.borrow_mut().pop();
                    if self.busy.borrow().len() <= bottom {
                        break;
                    }
                }
            }
        }
        self.known(&key).unwrap_or_else(|| Arc::new(circular(key)))
    }

    /// A measure as an operand of another: made already, unless the tower is too tall.
    fn operand(&self, ukuran: &str, tahun: Year) -> Arc<MeasureFigure> {
        let key = (ukuran.to_owned(), tahun);
        let tall = self.busy.borrow().len() >= LEVELS;
        match self.known(&key) {
            Some(known) => known,
            None if tall => Arc::new(circular(key)),
            None => self.measure(ukuran, tahun),
        }
    }

    fn known(&self, key: &(String, Year)) -> Option<Arc<MeasureFigure>> {
        self.memo.borrow().get(key).cloned()
    }

    /// A measure that this one names and that is not made yet; None where all
    /// are, or where a circle or too tall a tower ends the search.
    fn unmade(&self, key: &(String, Year)) -> Option<(String, Year)> {
        let formula = self.measures.get(&key.0)?.rumus.as_ref()?;
        let busy = self.busy.borrow();
        if busy.len() >= LEVELS {
            return None;
        }
        let memo = self.memo.borrow();
        direct_needs(formula, key.1).ukuran.into_iter().find(|needed| !memo.contains_key(needed) && !busy.contains(needed))
    }

    /// A measure whose operands are made (or circular).
    fn make(&self, key: (String, Year)) -> MeasureFigure {
        let Some(definition) = self.measures.get(&key.0) else {
            return figure(key, Origin::Data, Err(Reason::Unchecked), None, None);
        };
        let data = definition.rumus.as_ref().map(|rumus| self.formula(rumus, key.1));
        choose(key, definition, data)
    }

    /// A formula with `n` = `tahun`.
    pub fn formula(&self, formula: &Formula, tahun: Year) -> Evaluated {
        let mut leaves = FigureLeaves { evaluator: self, tahun, trace: Trace::default(), seen: Vec::new(), is_apart: false };
        let value = arithmetic::number(&formula.root, &mut leaves);
        let (outcome, exact) = settle(value);
        Evaluated { outcome, exact, trace: leaves.trace }
    }
}

fn circular(key: (String, Year)) -> MeasureFigure {
    let reason = Reason::Cycle { ukuran: key.0.clone() };
    figure(key, Origin::Data, Err(reason), None, None)
}

/// The figure as a `Decimal`, and the fraction it stands for.
fn settle(value: Result<Exact, Reason>) -> (Outcome, Option<Exact>) {
    match value {
        Ok(exact) => match exact.to_decimal() {
            Some(number) => (Outcome::Number(number), Some(exact)),
            None => (Outcome::Undefined(Reason::Overflow), None),
        },
        Err(reason) => (Outcome::Undefined(reason), None),
    }
}

fn figure(
    (ukuran, tahun): (String, Year),
    origin: Origin,
    value: Result<Exact, Reason>,
    data: Option<Evaluated>,
    tetapan: Option<Score>,
) -> MeasureFigure {
    let (outcome, exact) = settle(value);
    let predikat = match &tetapan {
        Some(Score::Predicate { text, .. }) if origin == Origin::Tetapan => Some(text.clone()),
        _ => None,
    };
    MeasureFigure { ukuran, tahun, origin, outcome, exact, predikat, data, tetapan }
}

/// Which stands: the data's figure or the fixed value.
fn choose(key: (String, Year), definition: &MeasureDef, data: Option<Evaluated>) -> MeasureFigure {
    let tetapan = definition.tetapan.get(&key.1).cloned();
    let data_give_one = data.as_ref().is_some_and(|data| match &data.outcome {
        Outcome::Number(_) => true,
        // A division by zero is an answer of the data; an empty column or a missing file is none.
        Outcome::Undefined(reason) => {
            !reason.is_no_data() && !matches!(reason.root(), Reason::NoValues { .. } | Reason::EmptyAverage { .. })
        }
    });
    match (tetapan, data) {
        (Some(score), data) if definition.utamakan_tetapan || !data_give_one => {
            let value = Exact::from(score_number(&score));
            figure(key, Origin::Tetapan, Ok(value), data, Some(score))
        }
        (tetapan, Some(data)) => {
            let value = match (&data.exact, &data.outcome) {
                (Some(exact), _) => Ok(exact.clone()),
                (None, Outcome::Undefined(reason)) => Err(reason.clone()),
                (None, Outcome::Number(number)) => Ok(Exact::from(*number)),
            };
            figure(key, Origin::Data, value, Some(data), tetapan)
        }
        (_, None) => {
            let reason = Reason::NoTetapan { ukuran: key.0.clone(), tahun: key.1 };
            figure(key, Origin::Tetapan, Err(reason), None, None)
        }
    }
}

/// What a formula outside any row rests on: measures and aggregates.
struct FigureLeaves<'e, 'a> {
    evaluator: &'e Evaluator<'a>,
    tahun: Year,
    trace: Trace,
    /// Aggregates already taken (growth looks at its base twice).
    seen: Vec<(Node, Result<Exact, Reason>)>,
    /// Whether what is looked at is left out of the trace.
    is_apart: bool,
}

impl FigureLeaves<'_, '_> {
    fn operand(&mut self, ukuran: &str, tahun: Year) -> Result<Exact, Reason> {
        let figure = self.evaluator.operand(ukuran, tahun);
        if !self.is_apart && !self.trace.operands.iter().any(|known| known.ukuran == ukuran && known.tahun == tahun) {
            let outcome = figure.outcome.clone();
            self.trace.operands.push(OperandTrace { ukuran: ukuran.to_owned(), tahun, outcome });
        }
        match (&figure.exact, &figure.outcome) {
            (Some(exact), _) => Ok(exact.clone()),
            (None, Outcome::Number(value)) => Ok(Exact::from(*value)),
            (None, Outcome::Undefined(reason)) => {
                Err(Reason::Operand { ukuran: ukuran.to_owned(), tahun, sebab: Box::new(reason.clone()) })
            }
        }
    }

    /// Every part is looked at, as Excel's AND and OR do: an undefined part makes the whole undefined.
    fn all(&mut self, parts: &[Node]) -> Result<Vec<bool>, Reason> {
        let truths: Vec<Result<bool, Reason>> = parts.iter().map(|part| self.truth(part)).collect();
        truths.into_iter().collect()
    }
}

impl Leaves for FigureLeaves<'_, '_> {
    fn tahun(&self) -> Year {
        self.tahun
    }

    fn look_apart(&mut self, apart: bool) {
        self.is_apart = apart;
    }

    fn look_through(&self, name: &str) -> Option<&Formula> {
        self.evaluator.measures.get(name)?.seen_through()
    }

    fn leaf(&mut self, node: &Node) -> Result<Exact, Reason> {
        match &node.expr {
            Expr::Name { sumber: None, name, year } => self.operand(name, year.at(self.tahun)),
            Expr::Aggregate(of) => {
                // One that stands twice in the formula is traced twice; one of another formula is not.
                let is_known = |known: &Node| known == node && (self.is_apart || known.span == node.span);
                if let Some((_, known)) = self.seen.iter().find(|(known, _)| is_known(known)) {
                    return known.clone();
                }
                let (result, trace): (_, AggregateTrace) = aggregate(self.evaluator.dataset, node, of, self.tahun);
                if !self.is_apart {
                    self.trace.aggregates.push(trace);
                    self.seen.push((node.clone(), result.clone()));
                }
                result
            }
            _ => Err(Reason::Unchecked),
        }
    }

    fn truth(&mut self, node: &Node) -> Result<bool, Reason> {
        match &node.expr {
            Expr::Compare { op, left, right } => arithmetic::compare(*op, left, right, self),
            Expr::And(parts) => Ok(self.all(parts)?.into_iter().all(|truth| truth)),
            Expr::Or(parts) => Ok(self.all(parts)?.into_iter().any(|truth| truth)),
            Expr::Not(inner) => Ok(!self.truth(inner)?),
            Expr::In { value, list, negated } => {
                let value = arithmetic::number(value, self);
                let items: Vec<Result<Exact, Reason>> = list.iter().map(|item| arithmetic::number(item, self)).collect();
                let value = value?;
                let items: Vec<Exact> = items.into_iter().collect::<Result<_, _>>()?;
                Ok(items.contains(&value) != *negated)
            }
            _ => Err(Reason::Unchecked),
        }
    }
}
