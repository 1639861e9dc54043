//! A formula worked out part by part, innermost first.

use super::model::Step;
use crate::formula::{ArithmeticOp, Evaluated, Evaluator, Exact, Expr, Formula, Node, Operand, Outcome, print_with_unit};
use crate::report::figures;
use crate::report::words_id as words;
use crate::vocabulary::{Year, tampil};
use rust_decimal::Decimal;

/// More decimals than a reader follows; the figure itself is never cut.
const SHOWN: u32 = 8;

pub struct Steps<'e, 'a> {
    evaluator: &'e Evaluator<'a>,
    tahun: Year,
    steps: Vec<Step>,
}

/// The steps of a formula with `n` = `tahun`; none where it is a figure by itself.
pub fn steps(evaluator: &Evaluator<'_>, formula: &Formula, tahun: Year) -> Vec<Step> {
    let mut steps = Steps { evaluator, tahun, steps: Vec::new() };
    steps.work(&formula.root);
    steps.steps
}

/// The formula in one line, each operand by its figure; `satuan` is the unit of what it gives.
pub fn substituted(evaluator: &Evaluator<'_>, node: &Node, tahun: Year, satuan: Option<&str>) -> String {
    let formula = Formula { text: String::new(), root: node.clone() };
    let figure = |outcome: &Outcome, exact: Option<&Exact>| match outcome.number() {
        // A sign before a sign wants parentheses.
        Some(value) if value.is_sign_negative() && !value.is_zero() => format!("({})", figures::inline(outcome, exact)),
        _ => figures::inline(outcome, exact),
    };
    print_with_unit(&formula, satuan, &mut |operand| match operand {
        Operand::Ukuran { nama, tahun: year } => {
            let known = evaluator.measure(nama, year.at(tahun));
            figure(&known.outcome, known.exact.as_ref())
        }
        Operand::Agregat(node, _) => {
            let known = evaluated(evaluator, node, tahun);
            figure(&known.outcome, known.exact.as_ref())
        }
    })
    .linear()
}

fn evaluated(evaluator: &Evaluator<'_>, node: &Node, tahun: Year) -> Evaluated {
    evaluator.formula(&Formula { text: String::new(), root: node.clone() }, tahun)
}

fn outcome(evaluator: &Evaluator<'_>, node: &Node, tahun: Year) -> Outcome {
    evaluated(evaluator, node, tahun).outcome
}

impl Steps<'_, '_> {
    /// The node's value, its parts worked before it.
    fn work(&mut self, node: &Node) {
        match &node.expr {
            Expr::Arithmetic { op, left, right } => {
                self.work(left);
                self.work(right);
                let sign = match op {
                    ArithmeticOp::Add => "+",
                    ArithmeticOp::Subtract => "-",
                    ArithmeticOp::Multiply => "x",
                    ArithmeticOp::Divide => "/",
                };
                let left = format!("{} {sign} {}", self.shown(left), self.shown(right));
                self.step(left, node);
            }
            Expr::Negate(inner) => self.work(inner),
            Expr::Abs(inner) => {
                self.work(inner);
                let left = format!("|{}|", self.plain(inner));
                self.step(left, node);
            }
            Expr::Round { value, digits } => {
                self.work(value);
                let left = words::rounded(&self.plain(value), *digits);
                self.step(left, node);
            }
            Expr::If { condition, then, otherwise } => {
                for part in numbers(condition) {
                    self.work(part);
                }
                let text = substituted(self.evaluator, condition, self.tahun, None);
                match self.holds(condition, node) {
                    Some(holds) => {
                        self.push(Step::Condition { text, holds });
                        self.work(if holds { then } else { otherwise });
                    }
                    None => self.step(text, node),
                }
            }
            _ => {}
        }
    }

    fn holds(&self, condition: &Node, node: &Node) -> Option<bool> {
        let number = |value| Box::new(Node { expr: Expr::Number(value), span: node.span.clone() });
        let test =
            Expr::If { condition: Box::new(condition.clone()), then: number(Decimal::ONE), otherwise: number(Decimal::ZERO) };
        let asked = Node { expr: test, span: node.span.clone() };
        outcome(self.evaluator, &asked, self.tahun).number().map(|value| !value.is_zero())
    }

    fn step(&mut self, left: String, node: &Node) {
        let outcome = outcome(self.evaluator, node, self.tahun);
        let (right, rounded) = match &outcome {
            Outcome::Number(value) => (cut(*value), shown_places(*value) < value.normalize().scale()),
            undefined => (figures::without_figure(undefined), false),
        };
        self.push(Step::Worked { left, right, rounded });
    }

    fn push(&mut self, step: Step) {
        if !self.steps.contains(&step) {
            self.steps.push(step);
        }
    }

    /// A part's value beside a sign.
    fn shown(&self, node: &Node) -> String {
        let plain = self.plain(node);
        if plain.starts_with('-') { format!("({plain})") } else { plain }
    }

    fn plain(&self, node: &Node) -> String {
        match outcome(self.evaluator, node, self.tahun) {
            // Dots tell that the sum goes on with more decimals than are shown.
            Outcome::Number(value) if shown_places(value) < value.normalize().scale() => format!("{}…", cut(value)),
            Outcome::Number(value) => cut(value),
            undefined => figures::without_figure(&undefined),
        }
    }
}

fn cut(value: Decimal) -> String {
    tampil(value, shown_places(value))
}

fn shown_places(value: Decimal) -> u32 {
    let scale = value.normalize().scale();
    // A small figure must not be shown as nought.
    if value.abs() < Decimal::new(1, 4) { scale } else { scale.min(SHOWN) }
}

/// The figures that a condition compares.
fn numbers(condition: &Node) -> Vec<&Node> {
    match &condition.expr {
        Expr::And(parts) | Expr::Or(parts) => parts.iter().flat_map(numbers).collect(),
        Expr::Not(inner) => numbers(inner),
        Expr::Compare { left, right, .. } => vec![left, right],
        Expr::In { value, list, .. } => std::iter::once(&**value).chain(list).collect(),
        _ => Vec::new(),
    }
}
