//! Which indicators of which offices are the same: equal nama, satuan and rumus,
//! and equal formulas behind every measure the rumus rests on. A rumus that looks
//! the same over another measure is another indicator.

use super::gather::folded;
use crate::deliver::{IndikatorRecord, Record};
use crate::formula::{Expr, Formula, Node, parse};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// An office's report, its formulas parsed.
pub struct Laporan<'r> {
    /// As the office is named.
    pub kantor: String,
    pub record: &'r Record,
    /// Each measure's formula; none where it has none, or is no formula of this program's.
    pub ukuran: BTreeMap<&'r str, Option<Formula>>,
}

impl<'r> Laporan<'r> {
    pub fn of(kantor: String, record: &'r Record) -> Self {
        let formula = |rumus: &Option<String>| rumus.as_ref().and_then(|rumus| parse(rumus).ok());
        let ukuran = record.ukuran.iter().map(|one| (one.nama.as_str(), formula(&one.rumus))).collect();
        Self { kantor, record, ukuran }
    }

    pub fn formula(&self, ukuran: &str) -> Option<&Formula> {
        self.ukuran.get(ukuran)?.as_ref()
    }
}

/// An indicator of one definition, with the offices (by their places) that have it.
pub struct Golongan<'r> {
    pub first: &'r IndikatorRecord,
    /// None where this program cannot read the rumus.
    pub formula: Option<Formula>,
    /// The measures it rests on, by name, each with its formula.
    pub measures: BTreeMap<String, Option<Node>>,
    pub members: Vec<(usize, &'r IndikatorRecord)>,
}

/// The indicators in the order in which they are met.
pub fn matched<'r>(laporan: &[Laporan<'r>]) -> Vec<Golongan<'r>> {
    let mut groups: Vec<Golongan<'r>> = Vec::new();
    for (index, one) in laporan.iter().enumerate() {
        for indikator in &one.record.indikator {
            let formula = parse(&indikator.rumus).ok();
            let measures = measures(formula.as_ref(), one);
            let same = |group: &Golongan<'r>| {
                let rumus = match (&group.formula, &formula) {
                    (Some(left), Some(right)) => left.root == right.root,
                    (None, None) => folded(&group.first.rumus) == folded(&indikator.rumus),
                    _ => false,
                };
                let once = group.members.iter().all(|(member, _)| *member != index);
                once && rumus && same_names(group.first, indikator) && group.measures == measures
            };
            match groups.iter_mut().find(|group| same(group)) {
                Some(group) => group.members.push((index, indikator)),
                None => groups.push(Golongan { first: indikator, formula, measures, members: vec![(index, indikator)] }),
            }
        }
    }
    groups
}

fn same_names(left: &IndikatorRecord, right: &IndikatorRecord) -> bool {
    let satuan = |one: &IndikatorRecord| one.satuan.as_deref().map(folded);
    folded(&left.nama) == folded(&right.nama) && satuan(left) == satuan(right)
}

/// Every measure that a formula rests on, through others too.
fn measures(formula: Option<&Formula>, laporan: &Laporan<'_>) -> BTreeMap<String, Option<Node>> {
    let mut found: BTreeMap<String, Option<Node>> = BTreeMap::new();
    let mut open: Vec<Node> = formula.iter().map(|formula| formula.root.clone()).collect();
    while let Some(node) = open.pop() {
        for name in names(&node) {
            if let Entry::Vacant(slot) = found.entry(name) {
                let own = laporan.formula(slot.key()).map(|formula| formula.root.clone());
                open.extend(own.clone());
                slot.insert(own);
            }
        }
    }
    found
}

/// The measures a node names outside aggregates.
fn names(node: &Node) -> Vec<String> {
    match &node.expr {
        Expr::Aggregate(_) => Vec::new(),
        Expr::Name { sumber: None, name, .. } => vec![name.clone()],
        _ => node.children().into_iter().flat_map(names).collect(),
    }
}
