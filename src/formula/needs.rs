//! What formulas want: which tables and fields of which years, which measures.

use super::{Aggregate, AggregateFunction, CompareOp, Expr, Formula, MeasureDef, YearRef};
use crate::dataset::Need;
use crate::vocabulary::Year;
use std::collections::{BTreeMap, BTreeSet};

/// What a formula at a year reads itself, not through measures.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DirectNeeds {
    /// The fields of a source and year, and whether entities are joined there.
    pub tables: BTreeMap<(String, Year), (BTreeSet<String>, bool)>,
    /// The fields whose filled cells or different values are counted.
    pub dihitung: BTreeSet<(String, Year, String)>,
    /// Of each source and year whose rows are taken, the fields by which all take those of one value, and which.
    pub disaring: BTreeMap<(String, Year), Taken>,
    pub ukuran: BTreeSet<(String, Year)>,
}

/// Fields, each with the values of which rows are taken.
pub type Taken = BTreeMap<String, BTreeSet<String>>;

/// Keeps the fields that others take one value of too, with all these values.
fn keep_common(all: &mut Taken, own: &Taken) {
    all.retain(|isian, values| own.get(isian).map(|others| values.extend(others.iter().cloned())).is_some());
}

/// What a formula with `n` = `tahun` reads itself.
pub fn direct_needs(formula: &Formula, tahun: Year) -> DirectNeeds {
    let mut needs = DirectNeeds::default();
    formula.root.walk(&mut |node| match &node.expr {
        Expr::Aggregate(aggregate) => {
            let fields = aggregate.condition.as_deref().map(super::rows::fields).unwrap_or_default();
            let taken = aggregate.isian.iter().map(|(isian, year)| (isian.as_str(), *year));
            let mut joined = false;
            for (isian, year) in counted(aggregate) {
                needs.dihitung.insert((aggregate.sumber.clone(), year.at(tahun), isian.to_owned()));
            }
            needs.tables.entry((aggregate.sumber.clone(), tahun)).or_default();
            let mut own = Taken::new();
            aggregate.condition.iter().for_each(|condition| taken_by_value(condition, &mut own));
            let all = needs.disaring.entry((aggregate.sumber.clone(), tahun)).or_insert_with(|| own.clone());
            keep_common(all, &own);
            for (isian, year) in fields.into_iter().chain(taken) {
                let year = year.at(tahun);
                let table = needs.tables.entry((aggregate.sumber.clone(), year)).or_default();
                table.0.insert(isian.to_owned());
                if year != tahun {
                    table.1 = true;
                    joined = true;
                }
            }
            if joined && let Some(own) = needs.tables.get_mut(&(aggregate.sumber.clone(), tahun)) {
                own.1 = true;
            }
        }
        Expr::Name { .. } | Expr::Number(_) | Expr::Text(_) | Expr::Date(_) => {}
        _ => {}
    });
    outside_aggregates(&formula.root, &mut |name, year| {
        needs.ukuran.insert((name.to_owned(), year.at(tahun)));
    });
    needs
}

/// The fields that a condition holds to one value: `triwulan = "IV" AND …`.
fn taken_by_value(condition: &super::Node, found: &mut Taken) {
    let value = |node: &super::Node| match &node.expr {
        Expr::Text(text) => Some(text.clone()),
        Expr::Number(number) => Some(number.to_string()),
        Expr::Date(date) => Some(date.to_string()),
        _ => None,
    };
    let mut field = |node: &super::Node, other: &super::Node| {
        if let (Expr::Name { name, year, .. }, Some(value)) = (&node.expr, value(other))
            && year.is_own()
        {
            found.entry(name.clone()).or_default().insert(value);
        }
    };
    match &condition.expr {
        Expr::And(parts) => parts.iter().for_each(|part| taken_by_value(part, found)),
        Expr::Compare { op: CompareOp::Equal, left, right } => {
            field(left, right);
            field(right, left);
        }
        Expr::In { value, list, negated: false } if let [only] = list.as_slice() => field(value, only),
        _ => {}
    }
}

/// The fields of an aggregate whose filled cells or different values it counts.
fn counted(aggregate: &Aggregate) -> Vec<(&str, YearRef)> {
    let mut fields = Vec::new();
    if aggregate.function == AggregateFunction::CountDistinct {
        fields.extend(aggregate.isian.iter().map(|(isian, year)| (isian.as_str(), *year)));
    }
    if let Some(condition) = &aggregate.condition {
        condition.walk(&mut |node| {
            if let Expr::IsEmpty { value, .. } = &node.expr
                && let Expr::Name { name, year, .. } = &value.expr
            {
                fields.push((name.as_str(), *year));
            }
        });
    }
    fields
}

/// Calls `visit` for each measure a node names.
pub(super) fn outside_aggregates<'a>(node: &'a super::Node, visit: &mut dyn FnMut(&'a str, super::YearRef)) {
    match &node.expr {
        Expr::Aggregate(_) => {}
        Expr::Name { sumber: None, name, year } => visit(name, *year),
        _ => node.children().into_iter().for_each(|child| outside_aggregates(child, visit)),
    }
}

/// A formula that somebody wants at a year.
#[derive(Clone, Copy, Debug)]
pub struct Root<'a> {
    pub formula: &'a Formula,
    pub tahun: Year,
    /// False where only the look-back columns want it.
    pub required: bool,
    /// Who wants it, for messages, where it reads tables itself.
    pub untuk: &'a str,
}

/// Every table that the roots need, through measures too, ordered by source and
/// year. What only a measure with a fixed value for that year wants is not required.
pub fn collect_needs(measures: &BTreeMap<String, MeasureDef>, roots: &[Root]) -> Vec<Need> {
    let mut found: BTreeMap<(String, Year), Need> = BTreeMap::new();
    let mut seen: BTreeSet<(String, Year, bool)> = BTreeSet::new();
    let mut open: Vec<(&Formula, Year, bool, String)> =
        roots.iter().map(|root| (root.formula, root.tahun, root.required, root.untuk.to_owned())).collect();
    while let Some((formula, tahun, required, untuk)) = open.pop() {
        let direct = direct_needs(formula, tahun);
        for ((sumber, tahun), (isian, joined)) in direct.tables {
            let disaring = direct.disaring.get(&(sumber.clone(), tahun)).cloned();
            let need = found.entry((sumber.clone(), tahun)).or_insert_with(|| Need {
                sumber,
                tahun,
                isian: BTreeSet::new(),
                dihitung: BTreeSet::new(),
                disaring: disaring.clone().unwrap_or_default(),
                wajib: BTreeSet::new(),
                joined: false,
                required: false,
                untuk: BTreeSet::new(),
            });
            let own = direct.dihitung.iter().filter(|(source, year, _)| (source, year) == (&need.sumber, &need.tahun));
            if let Some(own) = &disaring {
                keep_common(&mut need.disaring, own);
            }
            need.dihitung.extend(own.map(|(_, _, isian)| isian.clone()));
            if required {
                need.wajib.extend(isian.iter().cloned());
            }
            need.isian.extend(isian);
            need.joined |= joined;
            need.required |= required;
            need.untuk.insert(untuk.clone());
        }
        for (ukuran, tahun) in direct.ukuran {
            let Some(definition) = measures.get(&ukuran) else { continue };
            let Some(rumus) = &definition.rumus else { continue };
            let required = required && !definition.tetapan.contains_key(&tahun);
            if seen.insert((ukuran.clone(), tahun, required)) && tahun.0 >= EARLIEST {
                open.push((rumus, tahun, required, ukuran));
            }
        }
    }
    found.into_values().collect()
}

/// A measure that rests on its own earlier years goes back for ever (`check` refuses it); this ends it.
const EARLIEST: i32 = 1900;
