//! Measures may rest on measures, but not on themselves.

use super::error::{FormulaError, FormulaErrorKind};
use super::evaluate::LEVELS;
use super::names::{Names, Role};
use super::{Expr, Formula, Node};
use std::collections::BTreeSet;

/// The mistake of a measure that rests on itself, at the name that leads back to
/// it; or of measures upon measures beyond all bounds.
pub(super) fn cycle(formula: &Formula, names: &Names, role: Role) -> Option<FormulaError> {
    let mut direct: Vec<&Node> = Vec::new();
    formula.root.walk(&mut |node| {
        if matches!(&node.expr, Expr::Name { sumber: None, .. }) {
            direct.push(node);
        }
    });
    let named: BTreeSet<&str> = measures(formula);
    for node in direct {
        let Expr::Name { name, .. } = &node.expr else { continue };
        if !named.contains(name.as_str()) {
            continue;
        }
        if let Role::Measure(own) = role
            && let Some(mut through) = path(name, own, names)
        {
            through.insert(0, own.to_owned());
            return Some(FormulaError { span: node.span.clone(), kind: FormulaErrorKind::Cycle { through } });
        }
    }
    // One level for the formula itself.
    (levels(formula, names) >= LEVELS)
        .then_some(FormulaError { span: 0..formula.text.len(), kind: FormulaErrorKind::TooManyLevels })
}

/// The measures that a formula names outside its aggregates.
fn measures(formula: &Formula) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    super::needs::outside_aggregates(&formula.root, &mut |name, _| {
        found.insert(name);
    });
    found
}

/// A shortest way from one measure to another, both included.
fn path(from: &str, to: &str, names: &Names) -> Option<Vec<String>> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut ways: Vec<Vec<&str>> = vec![vec![from]];
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let Some(&last) = way.last() else { continue };
            if last == to {
                return Some(way.into_iter().map(str::to_owned).collect());
            }
            let Some(Some(formula)) = names.ukuran.get(last) else { continue };
            for next in measures(formula) {
                if seen.insert(next) {
                    let mut way = way.clone();
                    way.push(next);
                    longer.push(way);
                }
            }
        }
        ways = longer;
    }
    None
}

/// How many measures stand upon each other below a formula, counted no further than [`LEVELS`].
fn levels(formula: &Formula, names: &Names) -> usize {
    let mut layer = measures(formula);
    let mut count = 0;
    while !layer.is_empty() && count < LEVELS {
        count += 1;
        layer = layer.iter().filter_map(|name| names.ukuran.get(*name)?.as_ref()).flat_map(measures).collect();
    }
    count
}
