//! Which indicators of which offices are the same: equal nama, satuan and rumus,
//! and equal formulas behind every measure the rumus rests on. A rumus that looks
//! the same over another measure is another indicator.

use super::formulas::{Formulas, Known};
use super::gather::folded;
use crate::deliver::{IndikatorRecord, Record, UkuranRecord};
use crate::formula::{Expr, Formula, Node};
use std::collections::BTreeMap;
use std::sync::Arc;

/// An office's report, its formulas read.
pub struct Laporan<'r> {
    /// As the office is named.
    pub kantor: String,
    pub record: &'r Record,
    /// Each measure's formula; none where it has none, or is no formula of this program's.
    ukuran: BTreeMap<&'r str, Option<Arc<Known>>>,
    /// Each measure in each year.
    nilai: BTreeMap<(&'r str, i32), &'r UkuranRecord>,
}

impl<'r> Laporan<'r> {
    pub fn of(kantor: String, record: &'r Record, formulas: &mut Formulas) -> Self {
        let mut formula = |rumus: &Option<String>| rumus.as_ref().and_then(|rumus| formulas.of(rumus));
        let ukuran = record.ukuran.iter().map(|one| (one.nama.as_str(), formula(&one.rumus))).collect();
        let mut nilai = BTreeMap::new();
        for one in &record.ukuran {
            nilai.entry((one.nama.as_str(), one.tahun)).or_insert(one);
        }
        Self { kantor, record, ukuran, nilai }
    }

    pub fn formula(&self, ukuran: &str) -> Option<&Formula> {
        self.ukuran.get(ukuran)?.as_ref().map(|known| &known.formula)
    }

    /// What a measure's formula means; none where it has none.
    pub fn meaning(&self, ukuran: &str) -> Option<usize> {
        self.ukuran.get(ukuran)?.as_ref().map(|known| known.meaning)
    }

    /// A measure as it is recorded of a year.
    pub fn in_year(&self, ukuran: &str, tahun: i32) -> Option<&'r UkuranRecord> {
        self.nilai.get(&(ukuran, tahun)).copied()
    }
}

/// An indicator of one definition, with the offices (by their places, ascending) that have it.
pub struct Golongan<'r> {
    pub first: &'r IndikatorRecord,
    /// None where this program cannot read the rumus.
    formula: Option<Arc<Known>>,
    pub members: Vec<(usize, &'r IndikatorRecord)>,
}

impl Golongan<'_> {
    pub fn formula(&self) -> Option<&Formula> {
        self.formula.as_ref().map(|known| &known.formula)
    }
}

/// By what indicators are one.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Definition {
    nama: String,
    satuan: Option<String>,
    /// What the rumus means, or its text where nobody knows.
    rumus: Result<usize, String>,
    /// The measures it names, each with the number of all that stands behind it.
    measures: BTreeMap<String, Option<usize>>,
}

/// The indicators in the order in which they are met.
pub fn matched<'r>(laporan: &[Laporan<'r>], formulas: &mut Formulas) -> Vec<Golongan<'r>> {
    let mut groups: Vec<Golongan<'r>> = Vec::new();
    // An office that has one definition twice has two indicators of it, which are two elsewhere too.
    let mut known: BTreeMap<Definition, Vec<usize>> = BTreeMap::new();
    for (index, one) in laporan.iter().enumerate() {
        let read: Vec<Option<Arc<Known>>> = one.record.indikator.iter().map(|indikator| formulas.of(&indikator.rumus)).collect();
        let mut depths = Depths { laporan: one, formulas, known: BTreeMap::new() };
        let named: Vec<BTreeMap<String, Option<usize>>> = read
            .iter()
            .map(|known| known.as_ref().map(|known| depths.below(&known.formula.root, 0)).unwrap_or_default())
            .collect();
        for ((indikator, formula), measures) in one.record.indikator.iter().zip(read).zip(named) {
            let definition = Definition {
                nama: folded(&indikator.nama),
                satuan: indikator.satuan.as_deref().map(folded),
                rumus: formula.as_ref().map(|known| known.meaning).ok_or_else(|| folded(&indikator.rumus)),
                measures,
            };
            let alike = known.entry(definition).or_default();
            let is_free = |group: &&usize| groups[**group].members.last().is_none_or(|(member, _)| *member != index);
            match alike.iter().find(is_free) {
                Some(group) => groups[*group].members.push((index, indikator)),
                None => {
                    alike.push(groups.len());
                    groups.push(Golongan { first: indikator, formula, members: vec![(index, indikator)] });
                }
            }
        }
    }
    groups
}

/// The measures of one office, each with a number for its formula and all that it rests on in turn.
struct Depths<'l, 'r, 'f> {
    laporan: &'l Laporan<'r>,
    formulas: &'f mut Formulas,
    known: BTreeMap<String, usize>,
}

/// Measures that rest upon measures deeper than this are circular.
const DEEPEST: usize = 200;

impl Depths<'_, '_, '_> {
    /// The measures that a formula names, each with its number; none where the office has no formula of it.
    fn below(&mut self, root: &Node, depth: usize) -> BTreeMap<String, Option<usize>> {
        let mut names = Vec::new();
        collect(root, &mut names);
        names.into_iter().map(|name| (name.to_owned(), self.number(name, depth))).collect()
    }

    fn number(&mut self, name: &str, depth: usize) -> Option<usize> {
        if let Some(number) = self.known.get(name) {
            return Some(*number);
        }
        let known = self.laporan.ukuran.get(name)?.clone()?;
        let below = if depth < DEEPEST { self.below(&known.formula.root, depth + 1) } else { BTreeMap::new() };
        let number = self.formulas.number(known.meaning, below);
        self.known.insert(name.to_owned(), number);
        Some(number)
    }
}

/// The measures a node names outside aggregates.
fn collect<'n>(node: &'n Node, names: &mut Vec<&'n str>) {
    match &node.expr {
        Expr::Aggregate(_) => {}
        Expr::Name { sumber: None, name, .. } => names.push(name),
        _ => node.children().into_iter().for_each(|child| collect(child, names)),
    }
}
