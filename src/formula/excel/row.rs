//! Conditions and values within a row, as Excel formulas over the row's cells.
//! A comparison with a missing value is FALSE, as in `formula::rows`.

use super::code::Code;
use super::live::{Level, Live, LiveLeaves, number};
use crate::formula::compare::folded;
use crate::formula::{CompareOp, Expr, Node, YearRef};
use crate::vocabulary::Year;

/// Where a row's fields stand.
pub(super) trait Cells {
    /// The year n.
    fn tahun(&self) -> Year;
    /// The cell of a field (a helper column for another year's).
    fn cell(&mut self, isian: &str, year: YearRef) -> Code;
    /// Whether the field holds texts.
    fn is_text(&self, isian: &str) -> bool;
    /// Whether its cells of that year hold numbers alone, or nothing: what else is typed there is no value.
    fn is_number(&self, isian: &str, year: YearRef) -> bool;
}

/// A row's condition as a formula that is TRUE or FALSE.
pub(super) fn condition(node: &Node, cells: &mut dyn Cells) -> Code {
    RowLeaves { cells }.holds(node)
}

struct RowLeaves<'c> {
    cells: &'c mut dyn Cells,
}

fn no() -> Code {
    Code::text("FALSE")
}

fn trimmed(cell: &Code) -> Code {
    Code::call("TRIM", [cell])
}

fn lower(cell: &Code) -> Code {
    Code::call("LOWER", [&trimmed(cell)])
}

/// Whether two lowered texts are the same (for `<>`: are not), letter by letter:
/// the sign `=` also takes look-alikes (`ﬁ` and `fi`) for the same, by rules of
/// its own in each program.
fn same(op: CompareOp, first: &Code, second: &Code) -> Code {
    let same = Code::call("EXACT", [first, second]);
    if op == CompareOp::NotEqual { Code::call("NOT", [&same]) } else { same }
}

impl RowLeaves<'_> {
    fn holds(&mut self, node: &Node) -> Code {
        match &node.expr {
            Expr::And(parts) => self.logical("AND", parts),
            Expr::Or(parts) => self.logical("OR", parts),
            Expr::Not(inner) => Code::call("NOT", [&self.holds(inner)]),
            Expr::Compare { op, left, right } => self.compare(*op, left, right),
            Expr::In { value, list, negated } => {
                let among: Vec<Code> = list.iter().map(|item| self.compare(CompareOp::Equal, value, item)).collect();
                let among = Code::logical("OR", &among);
                if *negated { Code::call("AND", [&self.present(value), &Code::call("NOT", [&among])]) } else { among }
            }
            Expr::IsEmpty { value, negated } => match self.text_side(value) {
                Some(cell) => trimmed(&cell).then(if *negated { "<>\"\"" } else { "=\"\"" }),
                None => match &value.expr {
                    Expr::Name { name, year, .. } => {
                        let (cell, is_number) = (self.cells.cell(name, *year), self.cells.is_number(name, *year));
                        match (is_number, *negated) {
                            (true, true) => Code::call("ISNUMBER", [&cell]),
                            (true, false) => Code::call("NOT", [&Code::call("ISNUMBER", [&cell])]),
                            (false, true) => trimmed(&cell).then("<>\"\""),
                            (false, false) => trimmed(&cell).then("=\"\""),
                        }
                    }
                    _ => no(),
                },
            },
            Expr::Name { .. } => {
                let mark = self.leaf(node);
                let set = mark.value().then("<>0");
                mark.with(set, Level::Compare).or(&no())
            }
            _ => no(),
        }
    }

    fn logical(&mut self, function: &str, parts: &[Node]) -> Code {
        let parts: Vec<Code> = parts.iter().map(|part| self.holds(part)).collect();
        Code::logical(function, &parts)
    }

    /// Whether there is a value.
    fn present(&mut self, node: &Node) -> Code {
        match self.text_side(node) {
            Some(cell) => trimmed(&cell).then("<>\"\""),
            None => {
                let live = number(node, self);
                live.with(Code::text("TRUE"), Level::Atom).or(&no())
            }
        }
    }

    /// The cell of a field of texts.
    fn text_side(&mut self, node: &Node) -> Option<Code> {
        match &node.expr {
            Expr::Name { name, year, .. } if self.cells.is_text(name) => Some(self.cells.cell(name, *year)),
            _ => None,
        }
    }

    fn compare(&mut self, op: CompareOp, left: &Node, right: &Node) -> Code {
        let literal = |node: &Node| match &node.expr {
            Expr::Text(text) => Some(Code::quoted(&folded(text))),
            _ => None,
        };
        let sides = [left, right].map(|node| (literal(node), self.text_side(node)));
        match sides {
            [(None, None), (None, None)] => Live::compare(op, &number(left, self), &number(right, self)).or(&no()),
            [(Some(text), _), (_, Some(cell))] | [(_, Some(cell)), (Some(text), _)] => {
                let same = same(op, &lower(&cell), &text);
                // An empty cell equals no text that can be written here, but differs from each.
                if op == CompareOp::Equal { same } else { Code::call("AND", [&trimmed(&cell).then("<>\"\""), &same]) }
            }
            [(_, Some(first)), (_, Some(second))] => {
                let same = same(op, &lower(&first), &lower(&second));
                Code::call("AND", [&trimmed(&first).then("<>\"\""), &trimmed(&second).then("<>\"\""), &same])
            }
            [(Some(first), _), (Some(second), _)] => same(op, &first, &second),
            // A text against something else: `check` refuses it.
            _ => no(),
        }
    }
}

impl LiveLeaves for RowLeaves<'_> {
    fn tahun(&self) -> Year {
        self.cells.tahun()
    }

    fn leaf(&mut self, node: &Node) -> Live {
        match &node.expr {
            Expr::Name { name, year, .. } => Live::operand(self.cells.cell(name, *year)),
            // Dates stand on the sheets as Excel's serial numbers; DATE() would differ before March 1900.
            Expr::Date(date) => Live::atom(Code::text(date.to_serial().to_string())),
            _ => Live::undefined(),
        }
    }

    fn truth(&mut self, node: &Node) -> Live {
        Live::atom(self.holds(node))
    }
}
