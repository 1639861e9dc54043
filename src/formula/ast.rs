//! The syntax tree of a formula.

use crate::vocabulary::{Tanggal, Year};
use rust_decimal::Decimal;
use std::ops::Range;

/// A range of bytes in the formula's text.
pub type Span = Range<usize>;

/// A formula as written and as understood.
#[derive(Clone, PartialEq, Debug)]
pub struct Formula {
    /// The text as the profile has it.
    pub text: String,
    pub root: Node,
}

/// A part of a formula and where it stands. Two nodes are equal where they mean
/// the same, wherever they stand.
#[derive(Clone, Debug)]
pub struct Node {
    pub expr: Expr,
    pub span: Span,
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.expr == other.expr
    }
}

/// What stands in the brackets: `[n]`, `[n-1]`, `[2019]`; without brackets `[n]`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum YearRef {
    /// `n - k`, k from 0.
    Back(i32),
    Fixed(Year),
}

impl YearRef {
    /// The year meant where `n` is `tahun`.
    pub fn at(self, tahun: Year) -> Year {
        match self {
            YearRef::Back(years) => Year(tahun.0.saturating_sub(years)),
            YearRef::Fixed(year) => year,
        }
    }

    /// Whether this is `n` itself.
    pub fn is_own(self) -> bool {
        self == YearRef::Back(0)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ArithmeticOp {
    Add,
    Subtract,
    Multiply,
    Divide,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompareOp {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl CompareOp {
    /// As formulas (and Excel) write it.
    pub fn sign(self) -> &'static str {
        match self {
            CompareOp::Equal => "=",
            CompareOp::NotEqual => "<>",
            CompareOp::Less => "<",
            CompareOp::LessOrEqual => "<=",
            CompareOp::Greater => ">",
            CompareOp::GreaterOrEqual => ">=",
        }
    }

    /// Whether the comparison holds for two values that stand in this order.
    pub fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            CompareOp::Equal => order.is_eq(),
            CompareOp::NotEqual => order.is_ne(),
            CompareOp::Less => order.is_lt(),
            CompareOp::LessOrEqual => order.is_le(),
            CompareOp::Greater => order.is_gt(),
            CompareOp::GreaterOrEqual => order.is_ge(),
        }
    }

    /// `=` and `<>`: the comparisons that need no order.
    pub fn is_equality(self) -> bool {
        matches!(self, CompareOp::Equal | CompareOp::NotEqual)
    }
}

/// The functions that go over the rows of a source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum AggregateFunction {
    Sum,
    Count,
    CountDistinct,
    Average,
    Median,
    Min,
    Max,
}

impl AggregateFunction {
    pub const ALL: [AggregateFunction; 7] = [
        AggregateFunction::Sum,
        AggregateFunction::Count,
        AggregateFunction::CountDistinct,
        AggregateFunction::Average,
        AggregateFunction::Median,
        AggregateFunction::Min,
        AggregateFunction::Max,
    ];

    /// As formulas write it.
    pub fn name(self) -> &'static str {
        match self {
            AggregateFunction::Sum => "SUM",
            AggregateFunction::Count => "COUNT",
            AggregateFunction::CountDistinct => "COUNT_DISTINCT",
            AggregateFunction::Average => "AVERAGE",
            AggregateFunction::Median => "MEDIAN",
            AggregateFunction::Min => "MIN",
            AggregateFunction::Max => "MAX",
        }
    }
}

/// What a node is.
#[derive(Clone, PartialEq, Debug)]
pub enum Expr {
    /// Never negative: a sign is a [`Expr::Negate`].
    Number(Decimal),
    Text(String),
    Date(Tanggal),
    /// A measure, or inside an aggregate a field; `sumber` where it was written `sumber.isian`.
    Name {
        sumber: Option<String>,
        name: String,
        year: YearRef,
    },
    Negate(Box<Node>),
    Arithmetic {
        op: ArithmeticOp,
        left: Box<Node>,
        right: Box<Node>,
    },
    Compare {
        op: CompareOp,
        left: Box<Node>,
        right: Box<Node>,
    },
    In {
        value: Box<Node>,
        list: Vec<Node>,
        negated: bool,
    },
    IsEmpty {
        value: Box<Node>,
        negated: bool,
    },
    /// Two or more.
    And(Vec<Node>),
    /// Two or more.
    Or(Vec<Node>),
    Not(Box<Node>),
    If {
        condition: Box<Node>,
        then: Box<Node>,
        otherwise: Box<Node>,
    },
    Abs(Box<Node>),
    /// `digits` is a whole number from -12 to 12.
    Round {
        value: Box<Node>,
        digits: i32,
    },
    Aggregate(Aggregate),
}

/// `SUM(sumber.isian WHERE syarat)` and its kin.
#[derive(Clone, PartialEq, Debug)]
pub struct Aggregate {
    pub function: AggregateFunction,
    pub sumber: String,
    /// None for COUNT alone.
    pub isian: Option<(String, YearRef)>,
    pub condition: Option<Box<Node>>,
}

impl Node {
    /// The parts one level down, in the order they are written.
    pub fn children(&self) -> Vec<&Node> {
        match &self.expr {
            Expr::Number(_) | Expr::Text(_) | Expr::Date(_) | Expr::Name { .. } => Vec::new(),
            Expr::Negate(inner) | Expr::Not(inner) | Expr::Abs(inner) => vec![inner],
            Expr::Round { value, .. } | Expr::IsEmpty { value, .. } => vec![value],
            Expr::Arithmetic { left, right, .. } | Expr::Compare { left, right, .. } => vec![left, right],
            Expr::In { value, list, .. } => std::iter::once(&**value).chain(list).collect(),
            Expr::And(parts) | Expr::Or(parts) => parts.iter().collect(),
            Expr::If { condition, then, otherwise } => vec![condition, then, otherwise],
            Expr::Aggregate(aggregate) => aggregate.condition.iter().map(|condition| &**condition).collect(),
        }
    }

    /// Calls `visit` for this node and all below it, in the order they are written.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Node)) {
        visit(self);
        for child in self.children() {
            child.walk(visit);
        }
    }
}

impl Formula {
    /// The measure that the formula consists of alone, if it is nothing but
    /// `ukuran[…]`: an indicator that shows an entered value or a predicate.
    pub fn bare_measure(&self) -> Option<(&str, YearRef)> {
        match &self.root.expr {
            Expr::Name { sumber: None, name, year } => Some((name, *year)),
            _ => None,
        }
    }
}

impl Node {
    pub(super) fn takes_rows(&self) -> bool {
        matches!(self.expr, Expr::Aggregate(_)) || self.children().into_iter().any(Node::takes_rows)
    }

    /// Names every year by its number, n being `tahun`.
    pub(super) fn make_out_years(&mut self, tahun: Year) {
        self.each_year(&mut |year| *year = YearRef::Fixed(year.at(tahun)));
    }

    /// Moves every year from one counted at `year` to one counted where `year` is; places all at `span`.
    pub(super) fn move_years(&mut self, year: YearRef, span: &Span) {
        self.place_at(span);
        self.each_year(&mut |own| {
            *own = match (year, *own) {
                (_, YearRef::Fixed(fixed)) => YearRef::Fixed(fixed),
                (YearRef::Fixed(fixed), own) => YearRef::Fixed(own.at(fixed)),
                (YearRef::Back(back), YearRef::Back(more)) => YearRef::Back(back.saturating_add(more)),
            };
        });
    }

    fn place_at(&mut self, span: &Span) {
        self.span = span.clone();
        self.children_mut().into_iter().for_each(|part| part.place_at(span));
    }

    fn each_year(&mut self, change: &mut dyn FnMut(&mut YearRef)) {
        match &mut self.expr {
            Expr::Name { year, .. } => change(year),
            Expr::Aggregate(of) => of.isian.iter_mut().for_each(|(_, year)| change(year)),
            _ => {}
        }
        self.children_mut().into_iter().for_each(|part| part.each_year(change));
    }

    fn children_mut(&mut self) -> Vec<&mut Node> {
        match &mut self.expr {
            Expr::Number(_) | Expr::Text(_) | Expr::Date(_) | Expr::Name { .. } => Vec::new(),
            Expr::Negate(inner) | Expr::Not(inner) | Expr::Abs(inner) => vec![inner],
            Expr::Round { value, .. } | Expr::IsEmpty { value, .. } => vec![value],
            Expr::Arithmetic { left, right, .. } | Expr::Compare { left, right, .. } => vec![left, right],
            Expr::In { value, list, .. } => std::iter::once(&mut **value).chain(list).collect(),
            Expr::And(parts) | Expr::Or(parts) => parts.iter_mut().collect(),
            Expr::If { condition, then, otherwise } => vec![condition, then, otherwise],
            Expr::Aggregate(aggregate) => aggregate.condition.iter_mut().map(|condition| &mut **condition).collect(),
        }
    }
}
