//! Measures and indicators as Excel formulas over names and tables.

use super::code::Code;
use super::helper::{Helpers, State};
use super::live::{Live, LiveLeaves, Without, number, whole, why};
use super::measure_name;
use super::workbook::UNDEFINED;
use crate::formula::{Aggregate, AggregateFunction, CompareOp, Expr, Formula, Node};
use crate::vocabulary::Year;
use std::collections::BTreeSet;

/// The formula of a figure, and the measures and years whose cells it names.
pub(super) fn figure(node: &Node, tahun: Year, helpers: &mut Helpers) -> (Code, BTreeSet<(String, Year)>) {
    let undefined = || Code::quoted(UNDEFINED);
    figure_or(node, tahun, &Without { operand: undefined(), branch: undefined(), figure: undefined() }, helpers)
}

/// The same with what the cell shows where the figure cannot be had.
pub(super) fn figure_or(node: &Node, tahun: Year, without: &Without, helpers: &mut Helpers) -> (Code, BTreeSet<(String, Year)>) {
    let mut leaves = FigureLeaves { helpers, tahun, operands: BTreeSet::new() };
    let code = whole(node, without, &mut leaves);
    (code, leaves.operands)
}

/// Why a figure cannot be had, as [`super::live::why`] tells it.
pub(super) fn reason(node: &Node, tahun: Year, helpers: &mut Helpers) -> Option<String> {
    let mut leaves = FigureLeaves { helpers, tahun, operands: BTreeSet::new() };
    why(node, &mut leaves)?.into_text()
}

struct FigureLeaves<'h, 'd> {
    helpers: &'h mut Helpers<'d>,
    tahun: Year,
    operands: BTreeSet<(String, Year)>,
}

impl FigureLeaves<'_, '_> {
    fn aggregate(&mut self, of: &Aggregate) -> Live {
        use AggregateFunction as F;
        match self.helpers.state(of, self.tahun) {
            State::Missing => return Live::undefined(),
            State::Empty => {
                return match of.function {
                    F::Sum | F::Count | F::CountDistinct => Live::atom(Code::text("0")),
                    F::Average | F::Median | F::Min | F::Max => Live::undefined(),
                };
            }
            State::Rows => {}
        }
        let ranges = self.helpers.ranges(of, self.tahun);
        let call = |function: &str, range: &str| Code::text(format!("{function}({range})"));
        let holding = |range: &str| Code::text(format!("COUNTIFS({range},1)"));
        let values = ranges.values.unwrap_or_default();
        let none = call("COUNT", &values).then("=0");
        match (of.function, ranges.chosen) {
            (F::Count, chosen) => {
                let all = match &chosen {
                    Some(chosen) => holding(chosen),
                    None => Code::text(self.helpers.rows_formula(&of.sumber, self.tahun)),
                };
                // Rows that go on with another are its entity.
                if self.helpers.goes_on(&of.sumber, self.tahun) {
                    return Live::atom(holding(&self.helpers.leads(of, self.tahun)));
                }
                Live::atom(all)
            }
            (F::CountDistinct, _) => Live::atom(holding(&values)),
            // No row chosen is a sum of 0; rows chosen without any value are no sum.
            (F::Sum, Some(chosen)) => {
                let some = holding(&chosen).then(">0");
                Live::atom(call("SUM", &values)).guarded_by(Code::call("AND", [&some, &none]))
            }
            (function, _) => Live::atom(call(function.name(), &values)).guarded_by(none),
        }
    }
}

impl LiveLeaves for FigureLeaves<'_, '_> {
    fn tahun(&self) -> Year {
        self.tahun
    }

    fn look_through(&self, name: &str) -> Option<&Formula> {
        self.helpers.look_through(name)
    }

    fn leaf(&mut self, node: &Node) -> Live {
        match &node.expr {
            Expr::Name { sumber: None, name, year } => {
                let year = year.at(self.tahun);
                self.operands.insert((name.clone(), year));
                Live::operand(Code::text(measure_name(name, year)))
            }
            Expr::Aggregate(of) => self.aggregate(of),
            _ => Live::undefined(),
        }
    }

    fn truth(&mut self, node: &Node) -> Live {
        match &node.expr {
            Expr::Compare { op, left, right } => Live::compare(*op, &number(left, self), &number(right, self)),
            Expr::And(parts) | Expr::Or(parts) => {
                let parts: Vec<Live> = parts.iter().map(|part| self.truth(part)).collect();
                Live::logical(if matches!(node.expr, Expr::And(_)) { "AND" } else { "OR" }, &parts)
            }
            Expr::Not(inner) => {
                let inner = self.truth(inner);
                let value = Code::call("NOT", [inner.value()]);
                inner.with(value, super::live::Level::Atom)
            }
            Expr::In { value, list, negated } => {
                let value = number(value, self);
                let (op, function) = if *negated { (CompareOp::NotEqual, "AND") } else { (CompareOp::Equal, "OR") };
                let parts: Vec<Live> = list.iter().map(|item| Live::compare(op, &value, &number(item, self))).collect();
                Live::logical(function, &parts)
            }
            _ => Live::undefined(),
        }
    }
}
