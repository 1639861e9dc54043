//! A live value with the conditions under which it cannot be had; arithmetic on
//! such values, the same for figures and within a row. Its rules are those of
//! `formula::arithmetic`, said in Excel's words.

use super::code::Code;
use crate::formula::cause_words_id as cause;
use crate::formula::growth::{self, Found};
use crate::formula::{ArithmeticOp, CompareOp, Expr, Formula, Node};
use crate::vocabulary::Year;

/// How tightly a value's text holds together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Level {
    Compare,
    Sum,
    Product,
    Atom,
}

/// What makes a value undefined.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Guard {
    Zero(Code),
    Negative(Code),
    NotPositive(Code),
    /// Whether it is for want of values, rather than in a branch.
    Other(Code, bool),
}

/// A value that may be undefined.
#[derive(Clone, Debug)]
pub(super) struct Live {
    /// Names or cells that must hold numbers.
    operands: Vec<Code>,
    /// Looked at in order; a later one may rest on the earlier.
    guards: Vec<Guard>,
    /// The growths that are guarded already.
    grown: Vec<Found>,
    value: Code,
    level: Level,
}

impl Live {
    pub fn atom(value: Code) -> Self {
        Self { operands: Vec::new(), guards: Vec::new(), grown: Vec::new(), value, level: Level::Atom }
    }

    /// A name or a cell that may hold something else than a number.
    pub fn operand(value: Code) -> Self {
        Self { operands: vec![value.clone()], ..Self::atom(value) }
    }

    /// A value that is undefined where `guard` is true.
    pub fn guarded_by(mut self, guard: Code) -> Self {
        self.guard(Guard::Other(guard, true));
        self
    }

    /// What is never defined.
    pub fn undefined() -> Self {
        Self::atom(Code::text("0")).guarded_by(Code::text("TRUE"))
    }

    fn guard(&mut self, guard: Guard) {
        let code = match &guard {
            Guard::Zero(code) | Guard::Negative(code) => Some(code.clone()),
            Guard::NotPositive(_) | Guard::Other(..) => None,
        };
        let Some(code) = code else {
            if !self.guards.contains(&guard) {
                self.guards.push(guard);
            }
            return;
        };
        let both = Guard::NotPositive(code.clone());
        if self.guards.contains(&guard) || self.guards.contains(&both) {
            return;
        }
        let partner = if guard == Guard::Zero(code.clone()) { Guard::Negative(code) } else { Guard::Zero(code) };
        match self.guards.iter_mut().find(|known| **known == partner) {
            // `b=0` and `b<0` are one look: `b<=0`.
            Some(known) => *known = both,
            None => self.guards.push(guard),
        }
    }

    /// Takes over what makes another value undefined.
    fn absorb(&mut self, other: &Live) {
        for operand in &other.operands {
            if !self.operands.contains(operand) {
                self.operands.push(operand.clone());
            }
        }
        other.guards.iter().for_each(|guard| self.guard(guard.clone()));
        self.grown.extend(other.grown.iter().filter(|grown| !self.grown.contains(grown)).cloned().collect::<Vec<_>>());
    }

    fn at_least(&self, level: Level) -> Code {
        if self.level < level { Code::call("", [&self.value]) } else { self.value.clone() }
    }

    /// The conditions in order, the operands' first.
    fn conditions(&self) -> Vec<Code> {
        let mut conditions = Vec::new();
        if !self.operands.is_empty() {
            conditions.push(Code::call("COUNT", &self.operands).then(&format!("<{}", self.operands.len())));
        }
        conditions.extend(self.guards.iter().map(|guard| match guard {
            Guard::Zero(code) => code.then("=0"),
            Guard::Negative(code) => code.then("<0"),
            Guard::NotPositive(code) => code.then("<=0"),
            Guard::Other(code, _) => code.clone(),
        }));
        conditions
    }

    /// When the value is undefined, as one condition that never fails itself;
    /// None where it always is defined.
    fn undefined_when(&self) -> Option<Code> {
        let mut conditions = self.conditions();
        let last = conditions.pop()?;
        let yes = Code::text("TRUE");
        Some(conditions.iter().rev().fold(last, |rest, condition| Code::iff(condition, &yes, &rest)))
    }

    /// The value, or `otherwise` where it is undefined.
    pub fn or(&self, otherwise: &Code) -> Code {
        self.wrap(self.value.clone(), otherwise)
    }

    /// `value`, which rests on this being defined.
    pub fn wrap(&self, value: Code, otherwise: &Code) -> Code {
        self.conditions().iter().rev().fold(value, |rest, condition| Code::iff(condition, otherwise, &rest))
    }

    /// The same conditions, another value.
    pub fn with(mut self, value: Code, level: Level) -> Self {
        self.value = value;
        self.level = level;
        self
    }

    pub fn value(&self) -> &Code {
        &self.value
    }

    /// `left op right`.
    pub fn compare(op: CompareOp, left: &Live, right: &Live) -> Live {
        let value = Code::concat([&left.at_least(Level::Sum), &Code::text(op.sign()), &right.at_least(Level::Sum)]);
        let mut live = Live { operands: Vec::new(), guards: Vec::new(), grown: Vec::new(), value, level: Level::Compare };
        live.absorb(left);
        live.absorb(right);
        live
    }

    /// AND or OR of conditions, undefined where one of them is.
    pub fn logical(function: &str, parts: &[Live]) -> Live {
        let values: Vec<Code> = parts.iter().map(|part| part.value.clone()).collect();
        let mut live = Live::atom(Code::logical(function, &values));
        parts.iter().for_each(|part| live.absorb(part));
        live
    }
}

/// What live arithmetic rests on.
pub(super) trait LiveLeaves {
    /// A name, an aggregate, a date.
    fn leaf(&mut self, node: &Node) -> Live;
    /// A condition.
    fn truth(&mut self, node: &Node) -> Live;
    /// The year n.
    fn tahun(&self) -> Year;
    /// The formula behind a measure's name, as the evaluation looks through it.
    fn look_through(&self, _name: &str) -> Option<&Formula> {
        None
    }
}

/// The live value of a node.
pub(super) fn number(node: &Node, leaves: &mut dyn LiveLeaves) -> Live {
    match &node.expr {
        Expr::Number(value) => Live::atom(Code::number(*value)),
        Expr::Negate(inner) => {
            let inner = number(inner, leaves);
            let value = Code::concat([&Code::text("(-"), &inner.at_least(Level::Atom), &Code::text(")")]);
            inner.with(value, Level::Atom)
        }
        Expr::Abs(inner) => {
            let inner = number(inner, leaves);
            let value = Code::call("ABS", [&inner.value]);
            inner.with(value, Level::Atom)
        }
        Expr::Round { value, digits } => {
            let inner = number(value, leaves);
            let value = Code::call("ROUND", [&inner.value, &Code::text(digits.to_string())]);
            inner.with(value, Level::Atom)
        }
        Expr::If { condition, then, otherwise } => {
            let (then, otherwise) = (number(then, leaves), number(otherwise, leaves));
            let mut live = branch(&leaves.truth(condition), &then, &otherwise);
            let of = |grown: &[Found], at: usize| Box::new(grown.get(at).cloned().unwrap_or(Found::None));
            live.grown.extend((0..then.grown.len().max(otherwise.grown.len())).map(|at| Found::Either {
                condition: (**condition).clone(),
                then: of(&then.grown, at),
                otherwise: of(&otherwise.grown, at),
            }));
            live
        }
        Expr::Arithmetic { op, left, right } => {
            let (first, second) = (number(left, leaves), number(right, leaves));
            let never_zero = growth::constant(right).is_some_and(|value| !value.is_zero());
            let mut live = arithmetic(*op, &first, &second, never_zero);
            let found = growth::growth(node, &|name| leaves.look_through(name), Some(leaves.tahun()));
            if !live.grown.contains(&found)
                && let Some(guard) = over_negative(&found, leaves)
            {
                live.guard(guard);
                live.grown.push(found);
            }
            live
        }
        _ => leaves.leaf(node),
    }
}

/// What makes a growth meaningless: a base below zero, in the branch that is taken.
fn over_negative(found: &Found, leaves: &mut dyn LiveLeaves) -> Option<Guard> {
    match found {
        Found::None => None,
        Found::Growth(growth) => Some(Guard::Negative(number(&growth.base, leaves).at_least(Level::Sum))),
        Found::Either { condition, then, otherwise } => {
            let no = Code::text("FALSE");
            let mut branch = |found: &Found| match (found, over_negative(found, leaves)) {
                (Found::Growth(growth), Some(_)) => {
                    let base = number(&growth.base, leaves);
                    base.wrap(base.at_least(Level::Sum).then("<0"), &no)
                }
                (_, Some(Guard::Other(code, _))) => code,
                _ => no.clone(),
            };
            let (then, otherwise) = (branch(then), branch(otherwise));
            let condition = leaves.truth(condition);
            Some(Guard::Other(condition.wrap(Code::iff(condition.value(), &then, &otherwise), &no), false))
        }
    }
}

fn arithmetic(op: ArithmeticOp, left: &Live, right: &Live, never_zero: bool) -> Live {
    // The right side of - and / binds closer than the operator itself.
    let (sign, level, right_level) = match op {
        ArithmeticOp::Add => ("+", Level::Sum, Level::Sum),
        ArithmeticOp::Subtract => ("-", Level::Sum, Level::Product),
        ArithmeticOp::Multiply => ("*", Level::Product, Level::Product),
        ArithmeticOp::Divide => ("/", Level::Product, Level::Atom),
    };
    let value = Code::concat([&left.at_least(level), &Code::text(sign), &right.at_least(right_level)]);
    let mut live = Live { operands: Vec::new(), guards: Vec::new(), grown: Vec::new(), value, level };
    live.absorb(left);
    live.absorb(right);
    if op == ArithmeticOp::Divide && !never_zero {
        live.guard(Guard::Zero(right.at_least(Level::Sum)));
    }
    live
}

/// IF: only the branch taken can make it undefined.
fn branch(condition: &Live, then: &Live, otherwise: &Live) -> Live {
    let value = Code::iff(&condition.value, &then.value, &otherwise.value);
    let mut live = condition.clone().with(value, Level::Atom);
    let no = Code::text("FALSE");
    let when = match (then.undefined_when(), otherwise.undefined_when()) {
        (None, None) => return live,
        (Some(then), None) => Code::iff(&condition.value, &then, &no),
        (None, Some(otherwise)) => Code::iff(&condition.value, &no, &otherwise),
        (Some(then), Some(otherwise)) => Code::iff(&condition.value, &then, &otherwise),
    };
    live.guard(Guard::Other(when, false));
    live
}

/// What a figure's cell shows where the figure cannot be had.
pub(super) struct Without {
    /// Where an operand is no number.
    pub operand: Code,
    /// Where that, or the want of a figure, is a branch's.
    pub branch: Code,
    /// Where no figure comes of numbers.
    pub figure: Code,
}

impl Without {
    fn wrap(&self, of: &Live, value: Code) -> Code {
        let words =
            std::iter::repeat_n(&self.operand, usize::from(!of.operands.is_empty())).chain(of.guards.iter().map(|guard| {
                match guard {
                    Guard::Zero(_) | Guard::Negative(_) | Guard::NotPositive(_) => &self.figure,
                    Guard::Other(..) => &self.branch,
                }
            }));
        let conditions: Vec<(Code, &Code)> = of.conditions().into_iter().zip(words).collect();
        conditions.into_iter().rev().fold(value, |rest, (condition, words)| Code::iff(&condition, words, &rest))
    }
}

/// Why a figure cannot be had, or nothing where it can; none where it always can, or a branch's own reasons would have to be told.
pub(super) fn why(node: &Node, leaves: &mut dyn LiveLeaves) -> Option<Code> {
    let live = number(node, leaves);
    if live.guards.is_empty() || live.guards.iter().any(|guard| matches!(guard, Guard::Other(_, false))) {
        return None;
    }
    let words = |guard: &Guard| match guard {
        Guard::Zero(_) => Code::quoted(cause::ZERO),
        Guard::Negative(_) => Code::quoted(cause::NEGATIVE),
        Guard::NotPositive(code) => Code::iff(&code.then("=0"), &Code::quoted(cause::ZERO), &Code::quoted(cause::NEGATIVE)),
        Guard::Other(..) => Code::quoted(cause::NO_VALUES),
    };
    let operand = std::iter::repeat_n(Code::quoted(cause::OPERAND), usize::from(!live.operands.is_empty()));
    let words = operand.chain(live.guards.iter().map(words)).collect::<Vec<_>>();
    let told = live.conditions().into_iter().zip(&words).collect::<Vec<_>>();
    Some(told.into_iter().rev().fold(Code::quoted(""), |rest, (condition, words)| Code::iff(&condition, words, &rest)))
}

/// A whole figure: its value, or the words in its place. An IF at
/// its head keeps its branches apart, as one would write it by hand.
pub(super) fn whole(node: &Node, without: &Without, leaves: &mut dyn LiveLeaves) -> Code {
    let Expr::If { condition, then, otherwise: other } = &node.expr else {
        let live = number(node, leaves);
        return without.wrap(&live, live.value.clone());
    };
    let condition = leaves.truth(condition);
    let (then, other) = (whole(then, without, leaves), whole(other, without, leaves));
    without.wrap(&condition, Code::iff(condition.value(), &then, &other))
}
