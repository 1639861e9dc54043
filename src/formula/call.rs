//! Function calls: the second half of the parser.

use super::parse::{Parsed, Parser};
use super::{Aggregate, AggregateFunction, Expr, Node, Span, SyntaxError, SyntaxErrorKind};
use crate::vocabulary::nearest;
use rust_decimal::Decimal;

/// Function names that are no aggregates.
pub(super) const SCALAR_FUNCTIONS: [&str; 6] = ["IF", "ABS", "ROUND", "AND", "OR", "NOT"];

impl Parser {
    /// `WORD(…)`; the word is the next token.
    pub fn call(&mut self, word: &str) -> Parsed {
        let span = self.span();
        let name = word.to_uppercase();
        if let Some(function) = AggregateFunction::ALL.into_iter().find(|function| function.name() == name) {
            return self.aggregate(function);
        }
        self.advance();
        match name.as_str() {
            "IF" => {
                let (arguments, levels) = self.arguments("IF", 3)?;
                // `arguments` has as many as were asked for.
                let [condition, then, otherwise]: [Node; 3] = exactly(arguments, &span)?;
                let expr = Expr::If { condition: condition.into(), then: then.into(), otherwise: otherwise.into() };
                self.node(span.start, levels + 1, expr)
            }
            "ABS" => {
                let (arguments, levels) = self.arguments("ABS", 1)?;
                let [value] = exactly(arguments, &span)?;
                self.node(span.start, levels + 1, Expr::Abs(value.into()))
            }
            "ROUND" => {
                let (arguments, levels) = self.arguments("ROUND", 2)?;
                let [value, digits] = exactly(arguments, &span)?;
                let digits =
                    round_digits(&digits).ok_or(SyntaxError { span: digits.span.clone(), kind: SyntaxErrorKind::RoundDigits })?;
                self.node(span.start, levels + 1, Expr::Round { value: value.into(), digits })
            }
            // As Excel writes them: AND(a, b). NOT(a) is read as NOT and a parenthesis.
            "AND" | "OR" => {
                let (mut parts, levels) = self.arguments("AND", 0)?;
                if parts.len() == 1 {
                    return parts.pop().map(|part| (part, levels)).ok_or_else(|| self.unexpected("syarat"));
                }
                let expr = if name == "AND" { Expr::And(parts) } else { Expr::Or(parts) };
                self.node(span.start, levels + 1, expr)
            }
            // After a sign NOT stands where only a number can: `1 + NOT(a)`.
            "NOT" => self
                .fail(span, SyntaxErrorKind::Unexpected { found: word.to_owned(), expected: "angka, nama ukuran, atau fungsi" }),
            "SUMIF" | "SUMIFS" => self.use_where(span, name, "SUM(sumber.isian WHERE syarat)"),
            "COUNTIF" | "COUNTIFS" | "COUNTA" => self.use_where(span, name, "COUNT(sumber WHERE syarat)"),
            "AVERAGEIF" | "AVERAGEIFS" => self.use_where(span, name, "AVERAGE(sumber.isian WHERE syarat)"),
            _ => {
                let known = AggregateFunction::ALL.iter().map(|function| function.name()).chain(SCALAR_FUNCTIONS);
                let nearest = match name.as_str() {
                    "AVG" | "MEAN" | "RATA" => Some("AVERAGE"),
                    "JUMLAH" | "TOTAL" => Some("SUM"),
                    _ => nearest(&name, known.clone()).and_then(|near| known.clone().find(|name| *name == near)),
                };
                self.fail(span, SyntaxErrorKind::UnknownFunction { name: word.to_owned(), nearest })
            }
        }
    }

    fn use_where<T>(&self, span: Span, name: String, write: &'static str) -> Result<T, SyntaxError> {
        self.fail(span, SyntaxErrorKind::UseWhere { name, write })
    }

    /// `(a, b, …)`, `takes` of them (0: one or more).
    fn arguments(&mut self, function: &'static str, takes: usize) -> Result<(Vec<Node>, usize), SyntaxError> {
        let start = self.span().start;
        self.expect("(", "tanda kurung buka")?;
        let (mut arguments, mut levels) = (Vec::new(), 0);
        loop {
            let (argument, deep) = self.disjunction()?;
            levels = levels.max(deep);
            arguments.push(argument);
            if !self.eat(",") {
                break;
            }
        }
        self.close("koma atau tanda kurung tutup")?;
        if takes > 0 && arguments.len() != takes {
            return self.fail(start..self.end(), SyntaxErrorKind::ArgumentCount { function, takes });
        }
        Ok((arguments, levels))
    }

    /// `SUM(sumber.isian[n] WHERE syarat)`.
    fn aggregate(&mut self, function: AggregateFunction) -> Parsed {
        let start = self.span().start;
        if self.inside {
            return self.fail(self.span(), SyntaxErrorKind::NestedAggregate);
        }
        self.advance();
        self.expect("(", "tanda kurung buka")?;
        let argument = self.span().start;
        let sumber = self.identifier("nama sumber")?;
        let isian = if self.eat(".") {
            let isian = self.identifier("nama isian sesudah titik")?;
            Some((isian, self.year()?))
        } else {
            None
        };
        let span = argument..self.end();
        match (function, &isian) {
            (AggregateFunction::Count, Some(_)) => return self.fail(span, SyntaxErrorKind::CountTakesSource),
            (AggregateFunction::Count, None) | (_, Some(_)) => {}
            (_, None) => return self.fail(span, SyntaxErrorKind::NeedsSourceField { function }),
        }
        let (condition, levels) = if self.eat_word("WHERE") {
            self.inside = true;
            let (condition, levels) = self.disjunction()?;
            self.inside = false;
            (Some(Box::new(condition)), levels)
        } else {
            (None, 0)
        };
        self.close("WHERE atau tanda kurung tutup")?;
        self.node(start, levels + 1, Expr::Aggregate(Aggregate { function, sumber, isian, condition }))
    }
}

fn exactly<const N: usize>(arguments: Vec<Node>, span: &Span) -> Result<[Node; N], SyntaxError> {
    arguments.try_into().map_err(|_| SyntaxError {
        span: span.clone(),
        kind: SyntaxErrorKind::Unexpected { found: String::new(), expected: "isi fungsi" },
    })
}

fn round_digits(node: &Node) -> Option<i32> {
    let (value, sign) = match &node.expr {
        Expr::Number(value) => (value, 1),
        Expr::Negate(inner) => match &inner.expr {
            Expr::Number(value) => (value, -1),
            _ => return None,
        },
        _ => return None,
    };
    let digits = i32::try_from(*value).ok().filter(|digits| Decimal::from(*digits) == *value)?;
    (digits <= 12).then_some(digits * sign)
}
