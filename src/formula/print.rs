//! A formula as an official writes it: words or figures over a fraction's bar.

use super::ast::Aggregate;
use super::{ArithmeticOp, Expr, Formula, Node, YearRef, growth, words_id as words};
use crate::vocabulary::tampil;
use rust_decimal::Decimal;

/// What a formula takes as it finds it, and somebody must name.
#[derive(Clone, Copy, Debug)]
pub enum Operand<'a> {
    Ukuran {
        nama: &'a str,
        tahun: YearRef,
    },
    /// The node of an aggregate (its span finds its trace) and what it says.
    Agregat(&'a Node, &'a Aggregate),
}

/// A formula set as words or figures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Printed {
    Text(String),
    /// Parts side by side; their texts bring their own spaces.
    Row(Vec<Printed>),
    Fraction {
        numerator: Box<Printed>,
        denominator: Box<Printed>,
    },
}

/// A formula that is one fraction with text before and after its bar; the
/// texts hold no further bar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SingleFraction {
    pub before: Option<String>,
    pub numerator: String,
    pub denominator: String,
    /// `x 100%`
    pub after: Option<String>,
}

/// Sets a formula, each operand as `name` calls it: by its words, or by its
/// figure for the worked substitution, which so has the same shape.
pub fn print(formula: &Formula, name: &mut dyn FnMut(Operand) -> String) -> Printed {
    print_with_unit(formula, None, name)
}

/// As [`print`]; where the figure's unit is `%`, its factor 100 reads `100%`, as the official form has it.
pub fn print_with_unit(formula: &Formula, satuan: Option<&str>, name: &mut dyn FnMut(Operand) -> String) -> Printed {
    let percent = satuan.is_some_and(|satuan| satuan.trim() == "%");
    Setter { name }.set(&formula.root, percent).printed.flat()
}

impl Printed {
    /// In one line: a fraction as `(a - b) / c`.
    pub fn linear(&self) -> String {
        match self {
            Printed::Text(text) => text.clone(),
            Printed::Row(parts) => parts.iter().map(Printed::linear).collect(),
            Printed::Fraction { numerator, denominator } => format!("{} / {}", numerator.grouped(), denominator.grouped()),
        }
    }

    /// The numerator, the denominator and what stands beside the bar, if this is
    /// one fraction. A fraction within it is set in one line.
    pub fn single_fraction(&self) -> Option<SingleFraction> {
        let parts = match self {
            Printed::Row(parts) => parts.as_slice(),
            one => std::slice::from_ref(one),
        };
        let at = parts.iter().position(|part| matches!(part, Printed::Fraction { .. }))?;
        let Printed::Fraction { numerator, denominator } = &parts[at] else { return None };
        let beside = |parts: &[Printed]| {
            let text: String = parts.iter().map(Printed::linear).collect();
            let text = text.trim();
            (!text.is_empty()).then(|| text.to_owned())
        };
        let alone = parts.iter().filter(|part| matches!(part, Printed::Fraction { .. })).count() == 1;
        alone.then(|| SingleFraction {
            before: beside(&parts[..at]),
            numerator: numerator.linear(),
            denominator: denominator.linear(),
            after: beside(&parts[at + 1..]),
        })
    }

    fn grouped(&self) -> String {
        match self {
            Printed::Text(text) => text.clone(),
            Printed::Row(_) | Printed::Fraction { .. } => format!("({})", self.linear()),
        }
    }

    /// Rows in rows become one; texts side by side one text.
    fn flat(self) -> Printed {
        let mut parts = Vec::new();
        self.flatten_into(&mut parts);
        match parts.pop() {
            Some(only) if parts.is_empty() => only,
            Some(last) => {
                parts.push(last);
                Printed::Row(parts)
            }
            None => Printed::Text(String::new()),
        }
    }

    fn flatten_into(self, parts: &mut Vec<Printed>) {
        match self {
            Printed::Text(text) => match parts.last_mut() {
                Some(Printed::Text(before)) => before.push_str(&text),
                _ => parts.push(Printed::Text(text)),
            },
            Printed::Row(row) => row.into_iter().for_each(|part| part.flatten_into(parts)),
            Printed::Fraction { numerator, denominator } => parts.push(Printed::Fraction {
                numerator: Box::new(numerator.keep_row()),
                denominator: Box::new(denominator.keep_row()),
            }),
        }
    }

    /// Flat, but a row of several parts stays a row, so that it is known to need parentheses in a line.
    fn keep_row(self) -> Printed {
        let compound = matches!(&self, Printed::Row(parts) if parts.len() > 1);
        match self.flat() {
            Printed::Text(text) if compound => Printed::Row(vec![Printed::Text(text)]),
            flat => flat,
        }
    }
}

/// How tightly a part holds together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Condition,
    Sum,
    Product,
    Atom,
}

struct Set {
    printed: Printed,
    level: Level,
}

struct Setter<'s> {
    name: &'s mut dyn FnMut(Operand) -> String,
}

fn text(text: impl Into<String>) -> Printed {
    Printed::Text(text.into())
}

/// A figure as Indonesian pages have it, with all its decimals.
fn figure(value: Decimal) -> String {
    tampil(value, value.normalize().scale())
}

/// A factor beside the bar: `100%` where the figure is a percentage.
fn multiplier(value: Decimal, percent: bool) -> String {
    if percent && value == Decimal::ONE_HUNDRED { "100%".to_owned() } else { figure(value) }
}

/// Whether a chain of `*` and `/` divides by something that itself is divided.
fn nested(node: &Node) -> bool {
    match &node.expr {
        Expr::Arithmetic { op: ArithmeticOp::Multiply, left, right } => nested(left) || nested(right),
        Expr::Arithmetic { op: ArithmeticOp::Divide, left, right } => {
            nested(left) || growth::factors(right).iter().any(|factor| factor.inverted)
        }
        _ => false,
    }
}

impl Setter<'_> {
    fn set(&mut self, node: &Node, percent: bool) -> Set {
        let atom = |printed| Set { printed, level: Level::Atom };
        match &node.expr {
            Expr::Number(value) => atom(text(figure(*value))),
            Expr::Text(written) => atom(text(format!("\"{written}\""))),
            Expr::Date(date) => atom(text(date.panjang())),
            Expr::Name { name, year, .. } => atom(text((self.name)(Operand::Ukuran { nama: name, tahun: *year }))),
            Expr::Aggregate(of) => atom(text((self.name)(Operand::Agregat(node, of)))),
            Expr::Negate(inner) => {
                let inner = self.operand(inner, Level::Product, true);
                Set { printed: Printed::Row(vec![text("-"), inner]), level: Level::Sum }
            }
            Expr::Arithmetic { op: ArithmeticOp::Add, left, right } => self.sum(left, " + ", right, Level::Sum),
            Expr::Arithmetic { op: ArithmeticOp::Subtract, left, right } => self.sum(left, " - ", right, Level::Product),
            Expr::Arithmetic { .. } => self.product(node, percent),
            Expr::Abs(inner) => atom(self.wrapped(words::ABS, inner, "")),
            Expr::Round { value, digits } => {
                let places = format!("; {digits} desimal");
                atom(self.wrapped(words::ROUNDED, value, &places))
            }
            Expr::If { condition, then, otherwise } => {
                let condition = self.set(condition, false).printed;
                let then = self.set(then, percent).printed;
                let otherwise = self.set(otherwise, percent).printed;
                let parts = vec![
                    text(format!("{} ", words::IF)),
                    condition,
                    text(format!(" {} ", words::THEN)),
                    then,
                    text(format!(", {} ", words::ELSE)),
                    otherwise,
                ];
                Set { printed: Printed::Row(parts), level: Level::Condition }
            }
            Expr::Compare { op, left, right } => {
                let left = self.operand(left, Level::Sum, false);
                let right = self.operand(right, Level::Sum, false);
                Set { printed: Printed::Row(vec![left, text(format!(" {} ", op.sign())), right]), level: Level::Condition }
            }
            Expr::And(parts) => self.joined(parts, words::AND),
            Expr::Or(parts) => self.joined(parts, words::OR),
            Expr::Not(inner) => {
                let inner = self.set(inner, false).printed;
                atom(Printed::Row(vec![text(format!("{} (", words::NOT)), inner, text(")")]))
            }
            Expr::In { value, list, negated } => {
                let mut parts = vec![self.operand(value, Level::Sum, false)];
                parts.push(text(format!(" {} ", if *negated { words::NONE_OF } else { words::ONE_OF })));
                for (index, item) in list.iter().enumerate() {
                    parts.push(text(if index == 0 { "" } else { ", " }));
                    parts.push(self.set(item, false).printed);
                }
                Set { printed: Printed::Row(parts), level: Level::Condition }
            }
            Expr::IsEmpty { value, negated } => {
                let value = self.operand(value, Level::Sum, false);
                let state = if *negated { words::NOT_EMPTY } else { words::EMPTY };
                Set { printed: Printed::Row(vec![value, text(format!(" {state}"))]), level: Level::Condition }
            }
        }
    }

    /// A part where at least `level` is wanted; `later` where a sign stands before it.
    fn operand(&mut self, node: &Node, level: Level, later: bool) -> Printed {
        let set = self.set(node, false);
        let signed = later && set.printed.linear().starts_with('-');
        if set.level < level || signed { Printed::Row(vec![text("("), set.printed, text(")")]) } else { set.printed }
    }

    fn sum(&mut self, left: &Node, sign: &str, right: &Node, right_level: Level) -> Set {
        let left = self.operand(left, Level::Sum, false);
        let right = self.operand(right, right_level, true);
        Set { printed: Printed::Row(vec![left, text(sign), right]), level: Level::Sum }
    }

    /// A chain of `*` and `/`: one fraction, its plain factors beside the bar.
    fn product(&mut self, node: &Node, percent: bool) -> Set {
        if nested(node) {
            return self.nested_product(node, percent);
        }
        let factors = growth::factors(node);
        let is_number = |node: &Node| matches!(node.expr, Expr::Number(_));
        let (over, under): (Vec<&growth::Factor>, Vec<&growth::Factor>) = factors.iter().partition(|factor| !factor.inverted);
        let (beside, mut above): (Vec<&Node>, Vec<&Node>) =
            over.iter().map(|factor| factor.node).partition(|node| is_number(node));
        let under: Vec<&Node> = under.iter().map(|factor| factor.node).collect();
        let mut beside = beside;
        if above.is_empty() && !under.is_empty() {
            // 100 / b: the number is the numerator.
            above = beside.drain(..1.min(beside.len())).collect();
        }
        let mut parts = Vec::new();
        if !above.is_empty() {
            parts.push(if under.is_empty() {
                self.chain(&above, beside.is_empty())
            } else {
                let (numerator, denominator) = (self.chain(&above, true), self.chain(&under, true));
                Printed::Fraction { numerator: Box::new(numerator), denominator: Box::new(denominator) }
            });
        }
        for node in beside {
            let Expr::Number(value) = &node.expr else { continue };
            let shown = multiplier(*value, percent);
            parts.push(text(if parts.is_empty() { shown } else { format!(" {} {shown}", words::TIMES) }));
        }
        Set { printed: Printed::Row(parts), level: Level::Product }
    }

    /// A quotient below a bar: every `/` keeps its own bar.
    fn nested_product(&mut self, node: &Node, percent: bool) -> Set {
        let Expr::Arithmetic { op, left, right } = &node.expr else { return self.set(node, percent) };
        if *op == ArithmeticOp::Divide {
            let numerator = Box::new(self.set(left, false).printed);
            let denominator = Box::new(self.set(right, false).printed);
            return Set { printed: Printed::Fraction { numerator, denominator }, level: Level::Product };
        }
        let left = self.operand(left, Level::Product, false);
        let right = match &right.expr {
            Expr::Number(value) => text(multiplier(*value, percent)),
            _ => self.operand(right, Level::Product, true),
        };
        Set { printed: Printed::Row(vec![left, text(format!(" {} ", words::TIMES)), right]), level: Level::Product }
    }

    /// Factors side by side; one that stands alone needs no parentheses.
    fn chain(&mut self, nodes: &[&Node], alone: bool) -> Printed {
        if let [only] = nodes
            && alone
        {
            return self.set(only, false).printed;
        }
        let mut parts = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            if index > 0 {
                parts.push(text(format!(" {} ", words::TIMES)));
            }
            parts.push(self.operand(node, Level::Product, index > 0));
        }
        Printed::Row(parts)
    }

    fn wrapped(&mut self, word: &str, inner: &Node, tail: &str) -> Printed {
        let inner = self.set(inner, false).printed;
        Printed::Row(vec![text(format!("{word} (")), inner, text(format!("{tail})"))])
    }

    fn joined(&mut self, parts: &[Node], word: &str) -> Set {
        let mut row = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                row.push(text(format!(" {word} ")));
            }
            let inner = self.set(part, false).printed;
            let nested = matches!(part.expr, Expr::And(_) | Expr::Or(_));
            row.push(if nested { Printed::Row(vec![text("("), inner, text(")")]) } else { inner });
        }
        Set { printed: Printed::Row(row), level: Level::Condition }
    }
}
