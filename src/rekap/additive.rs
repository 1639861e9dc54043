//! Which formulas give figures that may be added up over offices: sums and counts
//! of rows, and what is added, subtracted or multiplied by a number of these. An
//! average, a median, the smallest, the largest, a count of different values, a
//! share and an entered value are none.

use crate::formula::{Aggregate, AggregateFunction, ArithmeticOp, Expr, Formula, Node};

/// Whether the figure of several offices together is the sum of theirs.
/// `measure` gives a measure's formula by its name; none where it has none.
pub fn adds_up<'f>(formula: &'f Formula, measure: &dyn Fn(&str) -> Option<&'f Formula>) -> bool {
    adds(&formula.root, measure, 0)
}

/// Measures that rest upon measures deeper than this are circular.
const DEEPEST: usize = 60;

fn adds<'f>(node: &'f Node, measure: &dyn Fn(&str) -> Option<&'f Formula>, depth: usize) -> bool {
    let own = |node: &'f Node| adds(node, measure, depth);
    match &node.expr {
        Expr::Aggregate(Aggregate { function, .. }) => matches!(function, AggregateFunction::Sum | AggregateFunction::Count),
        Expr::Name { sumber: None, name, .. } => {
            depth < DEEPEST && measure(name).is_some_and(|formula| adds(&formula.root, measure, depth + 1))
        }
        Expr::Negate(inner) => own(inner),
        Expr::Arithmetic { op: ArithmeticOp::Add | ArithmeticOp::Subtract, left, right } => own(left) && own(right),
        Expr::Arithmetic { op: ArithmeticOp::Multiply, left, right } => {
            (is_number(left) && own(right)) || (own(left) && is_number(right))
        }
        _ => false,
    }
}

fn is_number(node: &Node) -> bool {
    match &node.expr {
        Expr::Number(_) => true,
        Expr::Negate(inner) => is_number(inner),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::parse;

    #[test]
    fn sums_and_counts_add_up_and_nothing_else_does() {
        let volume = parse("SUM(keragaan.volume_usaha)").unwrap();
        let average = parse("AVERAGE(keragaan.aset)").unwrap();
        for (text, expected) in [
            ("SUM(umkm.omset WHERE kecamatan = \"Bugul\")", true),
            ("COUNT(umkm WHERE omset[n] > omset[n-1])", true),
            ("COUNT(umkm) - COUNT(umkm WHERE nib IS EMPTY)", true),
            ("2 * SUM(umkm.omset) + volume[n-1]", true),
            ("-volume", true),
            ("COUNT_DISTINCT(umkm.kecamatan)", false),
            ("AVERAGE(umkm.omset)", false),
            ("MEDIAN(umkm.omset)", false),
            ("MIN(umkm.omset)", false),
            ("MAX(umkm.omset)", false),
            ("SUM(umkm.omset) / COUNT(umkm)", false),
            ("volume[n] * volume[n-1]", false),
            ("ROUND(SUM(umkm.omset), -6)", false),
            ("ABS(volume[n] - volume[n-1])", false),
            ("SUM(umkm.omset) + 1", false),
            ("rata", false),
            ("pdrb", false),
        ] {
            let formula = parse(text).unwrap();
            let measure = |name: &str| match name {
                "volume" => Some(&volume),
                "rata" => Some(&average),
                _ => None,
            };
            assert_eq!(adds_up(&formula, &measure), expected, "{text}");
        }
    }
}
