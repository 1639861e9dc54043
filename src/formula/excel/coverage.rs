//! How many rows a figure counts, and why it leaves out the others, as live counts over
//! the data sheets; how the entities of two years compare. One helper column says of
//! each row what comes of it, where no column that is there already does.

use super::CellResult;
use super::helper::{Made, Purpose, Sheet, State};
use super::plain_counts::Counts;
use super::row_coverage::{GROUPS, word};
use super::workbook::Workbook;
use crate::dataset::{Row, Table};
use crate::formula::aggregate::{beside, comparisons};
use crate::formula::entity_rows::asks_entities;
use crate::formula::rows::{Rows, fields};
use crate::formula::words_id::heading;
use crate::formula::{Aggregate, AggregateFunction, Counted, Coverage, Expr, GroupCounts, Node, Trace, YearRef};
use crate::vocabulary::Year;
use std::collections::BTreeSet;

/// Who is gone is looked for among the rows of the other year, each among all, up to so many looks.
const MOST_SOUGHT: usize = 20_000_000;

/// A count: its formula over the data sheets, where they give it, and its result.
#[derive(Clone, PartialEq, Debug)]
pub struct LiveCount {
    pub formula: Option<String>,
    pub count: usize,
}

/// The counts behind a figure.
#[derive(Clone, PartialEq, Debug)]
pub struct LiveCoverage {
    /// In the order of [`Counted::ALL`].
    pub counts: [LiveCount; 4],
    /// One for each of the trace's comparisons: naik, tetap, turun, baru, hilang, tak terbaca.
    pub groups: Vec<[LiveCount; 6]>,
}

impl Workbook<'_, '_> {
    /// The counts behind a figure that `root` gave with `trace`; `label` is the measure's name, or empty.
    pub fn coverage(&mut self, label: &str, root: &Node, tahun: Year, trace: &Trace) -> LiveCoverage {
        self.helpers.label = label.to_owned();
        let coverage = Coverage::of(&trace.aggregates);
        let counts = Counted::ALL.map(|what| coverage.count(what));
        let groups: Vec<[usize; 6]> = trace.aggregates.iter().flat_map(|one| &one.kelompok).map(numbers).collect();
        let fixed = |count: usize| LiveCount { formula: None, count };
        let mut live = LiveCoverage { counts: counts.map(fixed), groups: groups.iter().map(|one| one.map(fixed)).collect() };
        let Some(aggregates) = self.taken(root, tahun, trace) else { return live };
        if let Some(formulas) = self.counts(&aggregates, tahun, &coverage) {
            for (count, formula) in live.counts.iter_mut().zip(formulas) {
                count.formula = formula;
            }
        }
        let formulas =
            aggregates.iter().zip(&trace.aggregates).flat_map(|(of, one)| one.kelompok.iter().map(move |group| (*of, group)));
        for (counts, (of, group)) in live.groups.iter_mut().zip(formulas) {
            let Some(formulas) = self.groups(of, tahun, group) else { continue };
            for (count, formula) in counts.iter_mut().zip(formulas) {
                count.formula = Some(formula);
            }
        }
        live
    }

    /// The formula's aggregates, in the order of the trace, where all of them were taken and have rows.
    fn taken<'n>(&self, root: &'n Node, tahun: Year, trace: &Trace) -> Option<Vec<&'n Aggregate>> {
        let mut written: Vec<(&Node, &Aggregate)> = Vec::new();
        root.walk(&mut |node| {
            if let Expr::Aggregate(of) = &node.expr {
                written.push((node, of));
            }
        });
        if written.len() != trace.aggregates.len() {
            return None;
        }
        trace
            .aggregates
            .iter()
            .map(|one| {
                let (_, of) = written.iter().find(|(node, _)| node.span == one.span)?;
                (one.tahun == tahun && self.helpers.state(of, tahun) == State::Rows).then_some(*of)
            })
            .collect()
    }

    /// The four counts, over all sources that the formula goes over; none where no row can be one.
    fn counts(&mut self, aggregates: &[&Aggregate], tahun: Year, coverage: &Coverage<'_>) -> Option<Counts> {
        let sources: BTreeSet<&str> = aggregates.iter().map(|of| of.sumber.as_str()).collect();
        let mut sums: [Vec<String>; 4] = Default::default();
        for sumber in sources {
            let own: Vec<&Aggregate> = aggregates.iter().copied().filter(|of| of.sumber == sumber).collect();
            let lone = aggregates.len() == 1;
            let counts = self.source_counts(&own, tahun, coverage, lone)?;
            for (sum, count) in sums.iter_mut().zip(counts) {
                sum.extend(count);
            }
        }
        Some(sums.map(|parts| (!parts.is_empty()).then(|| parts.join("+"))))
    }

    fn source_counts(&mut self, of: &[&Aggregate], tahun: Year, coverage: &Coverage<'_>, lone: bool) -> Option<Counts> {
        let sumber = of.first()?.sumber.clone();
        let table = self.helpers.dataset?.table(&sumber, tahun)?;
        let goes_on = table.rows.iter().any(|row| row.lanjutan);
        // A lone COUNT counts the first rows of entities; of several aggregates a column says what comes of each row.
        let lead = match of {
            [one] if lone && goes_on && one.function == AggregateFunction::Count => {
                Some(format!("COUNTIFS({},1)", self.helpers.leads(one, tahun)))
            }
            _ => None,
        };
        let is_all = of.iter().any(|one| one.isian.is_none() && one.condition.is_none());
        if is_all && (!goes_on || lead.is_some()) {
            let rows = lead.unwrap_or_else(|| self.helpers.rows_formula(&sumber, tahun));
            return Some([Some(rows), None, None, None]);
        }
        let asks = |one: &&Aggregate| one.condition.as_deref().is_some_and(|node| asks_entities(table, tahun, node));
        if let [one] = of
            && !of.iter().any(asks)
            && let Some([counted, others @ ..]) = self.plain_counts(one, tahun)
        {
            let [without, failed, alone] = others;
            return Some([lead.or(counted), without, failed, alone]);
        }
        // The columns that decide are made first, as for the figure itself.
        let chosen: Vec<Option<usize>> = of.iter().map(|one| self.chosen(one, tahun)).collect();
        let mut sheet = Sheet { helpers: &mut self.helpers, sumber: sumber.clone(), tahun };
        let column = sheet.coverage(of, &chosen, coverage);
        let name = sheet.name(column);
        Some(Counted::ALL.map(|what| Some(format!("COUNTIFS({name},\"{}\")", word(what)))))
    }

    /// The column of the rows that an aggregate's condition chooses.
    fn chosen(&mut self, of: &Aggregate, tahun: Year) -> Option<usize> {
        let mut sheet = Sheet { helpers: &mut self.helpers, sumber: of.sumber.clone(), tahun };
        of.condition.as_deref().map(|node| sheet.chosen(node))
    }

    /// The six counts of a comparison with another year.
    fn groups(&mut self, of: &Aggregate, tahun: Year, group: &GroupCounts) -> Option<[String; 6]> {
        let whole = of.condition.as_deref()?;
        let found = comparisons(whole, tahun);
        let (node, isian, _, other) =
            *found.iter().find(|(_, isian, _, other)| *isian == group.isian && other.at(tahun) == group.tahun_lain)?;
        let beside: Vec<Node> = beside(whole, node).into_iter().cloned().collect();
        let earlier = self.helpers.dataset?.table(&of.sumber, group.tahun_lain)?;
        let gone = self.gone(of, tahun, group, (&beside, earlier));
        let mut sheet = Sheet { helpers: &mut self.helpers, sumber: of.sumber.clone(), tahun };
        let column = sheet.compared(isian, other, beside);
        let name = sheet.name(column);
        Some(GROUPS.map(|group| match group {
            heading::GONE => gone.clone(),
            group => format!("COUNTIFS({name},\"{group}\")"),
        }))
    }

    /// Who is in the earlier year only.
    fn gone(&mut self, of: &Aggregate, tahun: Year, group: &GroupCounts, (beside, earlier): (&[Node], &Table)) -> String {
        let known = |part: &Node| fields(part).iter().all(|(isian, _)| earlier.column(isian).is_some());
        if earlier.rows.is_empty() || !beside.iter().all(known) {
            return "0".to_owned();
        }
        let entities = self.helpers.met_name(&of.sumber, group.tahun_lain);
        let condition = match beside {
            [] => None,
            [one] => Some(one.clone()),
            several => Some(Node { expr: Expr::And(several.to_vec()), span: 0..0 }),
        };
        // A column of the earlier sheet says who is gone, unless to look for them all would take too long.
        let now = self.helpers.dataset.and_then(|dataset| dataset.table(&of.sumber, tahun)).map_or(0, |table| table.rows.len());
        let is_once = group.hilang.saturating_mul(now) > MOST_SOUGHT && self.met_once(of, tahun, group, condition.as_ref());
        // A row that is typed below the last without a number is of nobody else: it is gone too.
        let numbered = earlier.rows.iter().all(|row| row.entitas != 0);
        let own = self.helpers.entity_name(&of.sumber, group.tahun_lain);
        let there = self.helpers.and_of_year(&of.sumber, group.tahun_lain);
        let typed = |chosen: &str| if numbered { format!("+COUNTIFS({chosen}{own},\"\"{there})") } else { String::new() };
        let mut earlier = Sheet { helpers: &mut self.helpers, sumber: of.sumber.clone(), tahun: group.tahun_lain };
        let chosen = condition.as_ref().map(|condition| (condition, earlier.chosen(condition)));
        if is_once {
            let chosen = chosen.map(|(condition, column)| (condition, earlier.name(column)));
            let mut sheet = Sheet { helpers: &mut self.helpers, sumber: of.sumber.clone(), tahun };
            let position = sheet.position(group.tahun_lain);
            let Some((condition, chosen)) = chosen else {
                return format!("COUNTIFS({entities},\">0\")-COUNTIFS({},\">0\"){}", sheet.name(position), typed(""));
            };
            let met = sheet.met(group.tahun_lain, condition, (position, &chosen));
            return format!("COUNTIFS({chosen},1,{entities},\">0\")-SUM({}){}", sheet.name(met), typed(&format!("{chosen},1,")));
        }
        let position = earlier.position(tahun);
        let chosen = chosen.map(|(_, chosen)| format!("{},1,", earlier.name(chosen))).unwrap_or_default();
        // A click leads to the first that is named: where it says who.
        format!("COUNTIFS({},0,{chosen}{entities},\">0\"){}", earlier.name(position), typed(&chosen))
    }

    /// Whether no two rows have the same counterpart: then as many of the other year's (that a condition chooses) are gone
    /// as are left over when those are taken off that somebody has for a counterpart.
    fn met_once(&self, of: &Aggregate, tahun: Year, group: &GroupCounts, condition: Option<&Node>) -> bool {
        let entities = |year| -> Option<Vec<u32>> {
            let rows = &self.helpers.dataset?.table(&of.sumber, year)?.rows;
            let mut found: Vec<u32> = rows.iter().map(|row| row.entitas).filter(|entity| *entity != 0).collect();
            found.sort_unstable();
            found.windows(2).all(|pair| pair[0] != pair[1]).then_some(found)
        };
        let (Some(now), Some(_)) = (entities(tahun), entities(group.tahun_lain)) else { return false };
        let wanted: Vec<(&str, YearRef)> = condition.map(fields).unwrap_or_default().into_iter().collect();
        let Some(Ok(before)) = self.helpers.dataset.map(|dataset| Rows::new(dataset, &of.sumber, group.tahun_lain, wanted))
        else {
            return false;
        };
        let is_gone = |(at, row): &(usize, &Row)| {
            row.entitas != 0 && now.binary_search(&row.entitas).is_err() && condition.is_none_or(|node| before.holds(*at, node))
        };
        before.table.rows.iter().enumerate().filter(is_gone).count() == group.hilang
    }

    /// How many rows of a table come from one of its files and sheets.
    pub fn rows_of_part(&mut self, sumber: &str, tahun: Year, part: usize) -> Option<String> {
        let table = self.helpers.dataset?.table(sumber, tahun)?;
        if table.rows.is_empty() {
            return None;
        }
        self.helpers.columns.entry((sumber.to_owned(), tahun)).or_default();
        if table.parts.len() == 1 {
            return Some(self.helpers.rows_formula(sumber, tahun));
        }
        let there = self.helpers.and_of_year(sumber, tahun);
        let mut sheet = Sheet { helpers: &mut self.helpers, sumber: sumber.to_owned(), tahun };
        let column = sheet.get(Purpose::Part, |_| {
            let results = table.rows.iter().map(|row| CellResult::Number((row.part + 1).into())).collect();
            Made::new(heading::part(), None, results)
        });
        Some(format!("COUNTIFS({},{}{there})", sheet.name(column), part + 1))
    }
}

fn numbers(counts: &GroupCounts) -> [usize; 6] {
    [counts.naik, counts.tetap, counts.turun, counts.baru, counts.hilang, counts.tak_terbaca]
}
