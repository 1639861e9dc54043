//! The formulas of all records: each text read once, and which of them mean the same.

use crate::formula::{Expr, Formula, Node, parse};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

/// A formula and the number of what it means: equal numbers, equal formulas.
pub struct Known {
    pub formula: Formula,
    pub meaning: usize,
}

/// All formulas that were met.
#[derive(Default)]
pub struct Formulas {
    by_text: BTreeMap<String, Option<Arc<Known>>>,
    meanings: BTreeMap<String, usize>,
    /// What a measure means with all that stands behind it.
    depths: BTreeMap<(usize, BTreeMap<String, Option<usize>>), usize>,
}

impl Formulas {
    /// The formula of a text; none where this program cannot read it.
    pub fn of(&mut self, text: &str) -> Option<Arc<Known>> {
        if let Some(known) = self.by_text.get(text) {
            return known.clone();
        }
        let known = parse(text).ok().map(|formula| {
            let next = self.meanings.len();
            let meaning = *self.meanings.entry(meaning(&formula.root)).or_insert(next);
            Arc::new(Known { formula, meaning })
        });
        self.by_text.insert(text.to_owned(), known.clone());
        known
    }

    /// The number of a meaning over measures of these numbers.
    pub fn number(&mut self, meaning: usize, below: BTreeMap<String, Option<usize>>) -> usize {
        let next = self.depths.len();
        *self.depths.entry((meaning, below)).or_insert(next)
    }
}

/// What a node means, written out: equal where nodes are equal, wherever they stand.
fn meaning(node: &Node) -> String {
    let mut said = String::new();
    node.walk(&mut |node| {
        let children = node.children().len();
        // Writing to a String cannot fail.
        let _ = match &node.expr {
            Expr::Number(number) => write!(said, "{} ", number.normalize()),
            Expr::Text(text) => write!(said, "{text:?} "),
            Expr::Date(date) => write!(said, "{date} "),
            Expr::Name { sumber, name, year } => write!(said, "{sumber:?}{name:?}{year:?} "),
            Expr::Negate(_) => write!(said, "- "),
            Expr::Arithmetic { op, .. } => write!(said, "{op:?} "),
            Expr::Compare { op, .. } => write!(said, "{op:?} "),
            Expr::In { negated, .. } => write!(said, "In{negated}{children} "),
            Expr::IsEmpty { negated, .. } => write!(said, "Empty{negated} "),
            Expr::And(_) => write!(said, "And{children} "),
            Expr::Or(_) => write!(said, "Or{children} "),
            Expr::Not(_) => write!(said, "Not "),
            Expr::If { .. } => write!(said, "If "),
            Expr::Abs(_) => write!(said, "Abs "),
            Expr::Round { digits, .. } => write!(said, "Round{digits} "),
            Expr::Aggregate(one) => write!(said, "{:?}{:?}{:?}{children} ", one.function, one.sumber, one.isian),
        };
    });
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_one_where_their_trees_are_equal() {
        let texts = [
            "a + b",
            "a  +  b",
            "A[n] + b",
            "a - b",
            "a + b[n-1]",
            "a + b + c",
            "a + (b + c)",
            "1,5 * a",
            "1.50 * a",
            "1.5 * a",
            "COUNT(s)",
            "COUNT(s WHERE x = \"1\")",
            "COUNT(s WHERE x = 1)",
            "COUNT(s WHERE x IN (\"a\", \"b\"))",
            "COUNT(s WHERE x IN (\"a\"))",
            "COUNT(s WHERE NOT x IN (\"a\"))",
            "COUNT(s WHERE x IS EMPTY AND y IS NOT EMPTY)",
            "COUNT(s WHERE x IS EMPTY OR y IS NOT EMPTY)",
            "SUM(s.x)",
            "SUM(s.x[n-1])",
            "ROUND(a, 2)",
            "ROUND(a, 1)",
            "IF(a > b, a, b)",
            "COUNT(s WHERE t >= 2021-01-31)",
        ];
        let mut formulas = Formulas::default();
        let known: Vec<(&str, Arc<Known>)> = texts.iter().filter_map(|text| Some((*text, formulas.of(text)?))).collect();
        assert!(known.len() > 20);
        for (left, one) in &known {
            for (right, other) in &known {
                assert_eq!(one.meaning == other.meaning, one.formula.root == other.formula.root, "{left} | {right}");
            }
        }
        assert!(formulas.of("a +").is_none() && formulas.of("a +").is_none());
    }
}
