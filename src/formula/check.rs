//! Whether a formula fits the names it uses: everything known, everything of a
//! kind that can be reckoned with. All mistakes are found, not the first alone.

use super::ast::Aggregate;
use super::error::{FormulaError, FormulaErrorKind as K, Kind};
use super::names::{Names, Role, SumberNames};
use super::{AggregateFunction, CompareOp, Expr, Formula, Node, Span, cycle, reserved};
use crate::dataset::Jenis;
use rust_decimal::Decimal;

/// Every mistake of a formula, in the order of its text.
pub fn check(formula: &Formula, names: &Names, role: Role) -> Vec<FormulaError> {
    let mut checker = Checker { names, text: &formula.text, errors: Vec::new(), inside: None };
    checker.expect(&formula.root, Kind::Number);
    let mut errors = checker.errors;
    if let Role::Measure(name) = role
        && reserved::is_reserved(name, names)
    {
        errors.push(FormulaError { span: 0..formula.text.len(), kind: K::ReservedName { name: name.to_owned() } });
    }
    if errors.is_empty() {
        errors.extend(cycle::cycle(formula, names, role));
    }
    if errors.is_empty() && !super::excel::fits(formula, names) {
        errors.push(FormulaError { span: 0..formula.text.len(), kind: K::TooComplexForExcel });
    }
    errors.sort_by_key(|error| error.span.start);
    errors
}

/// What a field of this kind is to a formula.
fn kind_of(jenis: Jenis) -> Kind {
    match jenis {
        Jenis::Uang | Jenis::Angka => Kind::Number,
        Jenis::Teks => Kind::Text,
        Jenis::Tanggal => Kind::Date,
        Jenis::Tanda => Kind::Mark,
    }
}

struct Checker<'n> {
    names: &'n Names,
    text: &'n str,
    errors: Vec<FormulaError>,
    /// The source whose rows are looked at, inside an aggregate.
    inside: Option<(&'n str, &'n SumberNames)>,
}

impl<'n> Checker<'n> {
    fn report(&mut self, span: &Span, kind: K) {
        self.errors.push(FormulaError { span: span.clone(), kind });
    }

    /// Checks that a node is of a kind; None (already reported) fits everywhere.
    fn expect(&mut self, node: &Node, expected: Kind) {
        let Some(found) = self.kind(node) else { return };
        let fits = found == expected || expected == Kind::Condition && found == Kind::Mark;
        if !fits {
            self.report(&node.span, K::Expected { expected, found });
        }
    }

    /// What a node is; None where it is nothing that can be, which is then reported.
    fn kind(&mut self, node: &Node) -> Option<Kind> {
        match &node.expr {
            Expr::Number(_) => Some(Kind::Number),
            Expr::Text(_) => Some(Kind::Text),
            Expr::Date(_) => Some(Kind::Date),
            Expr::Name { .. } => self.name(node),
            Expr::Negate(inner) | Expr::Abs(inner) | Expr::Round { value: inner, .. } => {
                self.expect(inner, Kind::Number);
                Some(Kind::Number)
            }
            Expr::Arithmetic { left, right, .. } => {
                self.expect(left, Kind::Number);
                self.expect(right, Kind::Number);
                Some(Kind::Number)
            }
            Expr::If { condition, then, otherwise } => {
                self.expect(condition, Kind::Condition);
                self.expect(then, Kind::Number);
                self.expect(otherwise, Kind::Number);
                Some(Kind::Number)
            }
            Expr::And(parts) | Expr::Or(parts) => {
                parts.iter().for_each(|part| self.expect(part, Kind::Condition));
                Some(Kind::Condition)
            }
            Expr::Not(inner) => {
                self.expect(inner, Kind::Condition);
                Some(Kind::Condition)
            }
            Expr::Compare { op, left, right } => {
                self.compare(*op, left, right);
                Some(Kind::Condition)
            }
            Expr::In { value, list, .. } => {
                list.iter().for_each(|item| self.compare(CompareOp::Equal, value, item));
                // The value's own mistakes were reported once for each item.
                self.errors.dedup();
                Some(Kind::Condition)
            }
            Expr::IsEmpty { value, .. } => {
                if self.inside.is_some() && matches!(value.expr, Expr::Name { .. }) {
                    self.kind(value);
                } else {
                    self.report(&value.span, K::EmptyOfNoField);
                }
                Some(Kind::Condition)
            }
            Expr::Aggregate(of) => {
                self.aggregate(node, of);
                Some(Kind::Number)
            }
        }
    }

    fn name(&mut self, node: &Node) -> Option<Kind> {
        let Expr::Name { sumber, name, year } = &node.expr else { return None };
        let Some((inside, known)) = self.inside else {
            return self.measure(node, sumber.as_deref(), name);
        };
        if let Some(other) = sumber
            && other != inside
        {
            self.report(&node.span, K::OtherSource { sumber: inside.to_owned(), other: other.clone() });
            return None;
        }
        if !year.is_own() && !known.berkunci {
            self.report(&node.span, K::NoKey { sumber: inside.to_owned() });
        }
        match known.isian.get(name) {
            Some(jenis) => Some(kind_of(*jenis)),
            None if self.names.ukuran.contains_key(name) => {
                self.report(&node.span, K::MeasureInsideAggregate { name: name.clone() });
                None
            }
            None => {
                self.unknown_field(&node.span, inside, known, name);
                None
            }
        }
    }

    fn measure(&mut self, node: &Node, sumber: Option<&str>, name: &str) -> Option<Kind> {
        if let Some(sumber) = sumber {
            let kind = match self.names.sumber.get(sumber) {
                Some(_) => K::FieldOutsideAggregate { sumber: sumber.to_owned(), name: name.to_owned() },
                None => self.unknown_source(sumber),
            };
            self.report(&node.span, kind);
            return None;
        }
        if self.names.ukuran.contains_key(name) {
            return Some(Kind::Number);
        }
        let near = self.names.slips.nearest(name, self.names.ukuran.keys().map(String::as_str)).map(str::to_owned);
        self.report(&node.span, K::UnknownMeasure { name: name.to_owned(), nearest: near });
        None
    }

    fn unknown_source(&self, name: &str) -> K {
        let near = self.names.slips.nearest(name, self.names.sumber.keys().map(String::as_str)).map(str::to_owned);
        K::UnknownSource { name: name.to_owned(), nearest: near }
    }

    fn unknown_field(&mut self, span: &Span, sumber: &str, known: &SumberNames, name: &str) {
        let near = self.names.slips.nearest(name, known.isian.keys().map(String::as_str)).map(str::to_owned);
        let span = &self.word(span, name);
        self.report(span, K::UnknownField { sumber: sumber.to_owned(), name: name.to_owned(), nearest: near });
    }

    /// Where a name stands within a span as a word of its own; the span where it does not.
    fn word(&self, span: &Span, name: &str) -> Span {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        let within = self.text.get(span.clone()).unwrap_or_default();
        let is_alone = |at: &usize| !within[..*at].ends_with(is_part) && !within[at + name.len()..].starts_with(is_part);
        let found = within.match_indices(name).map(|(at, _)| at).find(is_alone);
        found.map_or(span.clone(), |at| span.start + at..span.start + at + name.len())
    }

    fn compare(&mut self, op: CompareOp, left: &Node, right: &Node) {
        let (Some(first), Some(second)) = (self.kind(left), self.kind(right)) else { return };
        let span = left.span.start..right.span.end;
        for (node, kind) in [(left, first), (right, second)] {
            // Outside the rows of a source there are figures alone.
            if kind == Kind::Condition || self.inside.is_none() && kind != Kind::Number {
                return self.report(&node.span, K::Expected { expected: Kind::Number, found: kind });
            }
            if matches!(&node.expr, Expr::Text(text) if super::compare::folded(text).is_empty()) {
                return self.report(&node.span, K::EmptyText);
            }
        }
        match (first, second) {
            (Kind::Mark, Kind::Number) | (Kind::Number, Kind::Mark) => {
                let number = if first == Kind::Number { left } else { right };
                let one_or_nil = matches!(&number.expr, Expr::Number(value) if value.is_zero() || *value == Decimal::ONE);
                if !one_or_nil {
                    self.report(&number.span, K::MarkNumber);
                } else if !op.is_equality() {
                    self.report(&span, K::NoOrder { kind: Kind::Mark, op });
                }
            }
            _ if first != second => self.report(&span, K::Incomparable { left: first, right: second }),
            (kind @ (Kind::Text | Kind::Mark), _) if !op.is_equality() => self.report(&span, K::NoOrder { kind, op }),
            _ => {}
        }
    }

    fn aggregate(&mut self, node: &Node, of: &Aggregate) {
        let Some((sumber, known)) = self.names.sumber.get_key_value(&of.sumber) else {
            let kind = self.unknown_source(&of.sumber);
            // The source is the first word after the parenthesis.
            let start = node.span.start + of.function.name().len();
            let span = self.word(&(start..node.span.end), &of.sumber);
            return self.report(&span, kind);
        };
        if of.function == AggregateFunction::Count
            && let (Some(entitas), Some(butir)) = (&known.entitas, &known.butir)
            && super::compare::folded(entitas) != super::compare::folded(butir)
        {
            let kind = K::CountOfRecap { sumber: sumber.clone(), butir: butir.clone(), entitas: entitas.clone() };
            self.report(&node.span, kind);
        }
        if let Some((isian, year)) = &of.isian {
            if !year.is_own() && !known.berkunci {
                self.report(&node.span, K::NoKey { sumber: sumber.clone() });
            }
            match known.isian.get(isian).map(|jenis| kind_of(*jenis)) {
                None => self.unknown_field(&node.span, sumber, known, isian),
                Some(found @ (Kind::Text | Kind::Date)) if of.function != AggregateFunction::CountDistinct => {
                    self.report(&node.span, K::NotSummable { function: of.function, field: isian.clone(), found });
                }
                Some(_) => {}
            }
        }
        if let Some(condition) = &of.condition {
            self.inside = Some((sumber, known));
            self.expect(condition, Kind::Condition);
            self.inside = None;
        }
    }
}
