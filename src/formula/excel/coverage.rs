//! How many rows a figure counts, and why it leaves out the others, as live counts over
//! the data sheets; how the entities of two years compare. One helper column says of
//! each row what comes of it, where no column that is there already does.

use super::code::Code;
use super::fits::pieces_fit;
use super::helper::{Made, Purpose, Sheet, State, masked_comparison};
use super::plain_counts::{Counts, is_numeric};
use super::row::{Cells, condition};
use super::workbook::Workbook;
use super::{CellResult, ColumnRef};
use crate::dataset::{Row, Table};
use crate::formula::aggregate::{beside, comparisons};
use crate::formula::doubles::{agree, nearest};
use crate::formula::phrase::condition_words;
use crate::formula::rows::{Read, Rows, amount, fields};
use crate::formula::words_id::heading;
use crate::formula::{Aggregate, AggregateFunction, Counted, Coverage, Expr, GroupCounts, Node, Trace, YearRef};
use crate::vocabulary::Year;
use std::collections::BTreeSet;

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

/// What a row of a comparison says, but for who is gone, in the order of the counts.
const GROUPS: [&str; 6] = [heading::RISEN, heading::SAME, heading::FALLEN, heading::NEW, heading::GONE, heading::UNREADABLE];

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
        let again = match of {
            _ if !table.rows.iter().any(|row| row.lanjutan) => 0,
            [one] if lone => match one.function {
                AggregateFunction::Count => self.helpers.counted_again(one, tahun),
                _ => 0,
            },
            // Which of its rows an entity counts by is told by the program alone.
            _ => return None,
        };
        let fewer = |formula: String| if again == 0 { formula } else { format!("{formula}-{again}") };
        let rows = format!("ROWS({})", self.helpers.entity_name(&sumber, tahun));
        if of.iter().any(|one| one.isian.is_none() && one.condition.is_none()) {
            return Some([Some(fewer(rows)), None, None, None]);
        }
        if let [one] = of
            && let Some([counted, others @ ..]) = self.plain_counts(one, tahun)
        {
            let [without, failed, alone] = others;
            return Some([counted.map(fewer), without, failed, alone]);
        }
        // The columns that decide are made first, as for the figure itself.
        let chosen: Vec<Option<usize>> = of.iter().map(|one| self.chosen(one, tahun)).collect();
        let mut sheet = Sheet { helpers: &mut self.helpers, sumber: sumber.clone(), tahun };
        let column = sheet.coverage(of, &chosen, coverage);
        let name = sheet.name(column);
        Some(Counted::ALL.map(|what| {
            let formula = format!("COUNTIFS({name},\"{}\")", word(what));
            Some(if what == Counted::Yes { fewer(formula) } else { formula })
        }))
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
        let entities = self.helpers.entity_name(&of.sumber, group.tahun_lain);
        let condition = match beside {
            [] => None,
            [one] => Some(one.clone()),
            several => Some(Node { expr: Expr::And(several.to_vec()), span: 0..0 }),
        };
        let is_once = self.met_once(of, tahun, group, condition.as_ref());
        let mut earlier = Sheet { helpers: &mut self.helpers, sumber: of.sumber.clone(), tahun: group.tahun_lain };
        let chosen = condition.as_ref().map(|condition| (condition, earlier.chosen(condition)));
        if is_once {
            let chosen = chosen.map(|(condition, column)| (condition, earlier.name(column)));
            let mut sheet = Sheet { helpers: &mut self.helpers, sumber: of.sumber.clone(), tahun };
            let position = sheet.position(group.tahun_lain);
            let Some((condition, chosen)) = chosen else {
                return format!("COUNTIFS({entities},\">0\")-COUNTIFS({},\">0\")", sheet.name(position));
            };
            let met = sheet.met(group.tahun_lain, condition, (position, &chosen));
            return format!("COUNTIFS({chosen},1,{entities},\">0\")-SUM({})", sheet.name(met));
        }
        let position = earlier.position(tahun);
        let mut asked = format!("{},0,{entities},\">0\"", earlier.name(position));
        if let Some((_, chosen)) = chosen {
            asked.push_str(&format!(",{},1", earlier.name(chosen)));
        }
        format!("COUNTIFS({asked})")
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
            return Some(format!("ROWS({})", self.helpers.entity_name(sumber, tahun)));
        }
        let mut sheet = Sheet { helpers: &mut self.helpers, sumber: sumber.to_owned(), tahun };
        let column = sheet.get(Purpose::Part, |_| Made {
            heading: heading::part(),
            formula: None,
            results: table.rows.iter().map(|row| CellResult::Number((row.part + 1).into())).collect(),
        });
        Some(format!("COUNTIFS({},{})", sheet.name(column), part + 1))
    }
}

fn numbers(counts: &GroupCounts) -> [usize; 6] {
    [counts.naik, counts.tetap, counts.turun, counts.baru, counts.hilang, counts.tak_terbaca]
}

fn word(what: Counted) -> &'static str {
    match what {
        Counted::Yes => heading::COUNTED,
        Counted::NoValue => heading::NO_VALUE,
        Counted::Condition => heading::NO_CONDITION,
        Counted::NoCounterpart => heading::NO_COUNTERPART,
    }
}

fn quoted(word: &str) -> Code {
    Code::quoted(word)
}

fn and(parts: Vec<Code>) -> Code {
    if parts.is_empty() { Code::text("TRUE") } else { Code::logical("AND", &parts) }
}

impl Sheet<'_, '_> {
    /// Says of each row what comes of it in a formula with these aggregates over the table.
    fn coverage(&mut self, of: &[&Aggregate], chosen: &[Option<usize>], coverage: &Coverage<'_>) -> usize {
        let key: Vec<Aggregate> = of.iter().map(|of| (*of).clone()).collect();
        self.get(Purpose::Coverage(key), |sheet| {
            let words = |row| coverage.row(&sheet.sumber, sheet.tahun, row).map_or("", word);
            let rows = sheet.table().map_or(0, |table| table.rows.len());
            let results = (0..rows).map(|row| CellResult::Text(words(row).to_owned())).collect();
            let formula = sheet.is_decided(of).then(|| sheet.what_comes_of_it(of, chosen));
            let formula = formula.filter(pieces_fit);
            Made { heading: heading::coverage(&sheet.helpers.label, formula.is_some()), formula, results }
        })
    }

    /// Whether the sheet's own cells decide what comes of its rows.
    fn is_decided(&self, of: &[&Aggregate]) -> bool {
        let decides = |of: &&Aggregate| {
            let value =
                of.isian.as_ref().is_none_or(|(isian, year)| !self.is_private(isian) || year.at(self.tahun) == self.tahun);
            value && of.condition.as_deref().is_none_or(|node| self.decides(node) && self.reads_plainly(node))
        };
        of.iter().all(decides)
    }

    /// Whether no field of another year is masked.
    fn reads_plainly(&self, node: &Node) -> bool {
        fields(node).iter().all(|(isian, year)| year.at(self.tahun) == self.tahun || !self.is_private(isian))
    }

    /// Whether a condition comes out on the sheet as it does in exact figures.
    pub fn decides(&self, node: &Node) -> bool {
        let wanted: Vec<(&str, YearRef)> = fields(node).into_iter().collect();
        if masked_comparison(node, &|isian| self.is_private(isian)) {
            return false;
        }
        let Some(Ok(rows)) = self.helpers.dataset.map(|dataset| Rows::new(dataset, &self.sumber, self.tahun, wanted)) else {
            return true;
        };
        (0..rows.table.rows.len()).all(|row| rows.sure_in_doubles(row, node))
    }

    fn what_comes_of_it(&mut self, of: &[&Aggregate], chosen: &[Option<usize>]) -> Code {
        let mut taken = Vec::new();
        for (of, chosen) in of.iter().zip(chosen) {
            let mut parts: Vec<Code> = chosen.iter().map(|chosen| is_one(*chosen)).collect();
            if let Some((isian, year)) = &of.isian {
                parts.push(self.present(isian, *year));
            }
            taken.push(and(parts));
        }
        let reason = match (of, chosen) {
            ([first, ..], [chosen, ..]) => self.why(first, *chosen),
            _ => quoted(heading::NO_CONDITION),
        };
        Code::iff(&Code::logical("OR", &taken), &quoted(heading::COUNTED), &reason)
    }

    /// Why a row does not count that does not.
    fn why(&mut self, of: &Aggregate, chosen: Option<usize>) -> Code {
        let value = of.isian.as_ref().map(|(_, year)| {
            let no_value = quoted(heading::NO_VALUE);
            match year.at(self.tahun) {
                other if other == self.tahun => no_value,
                other => Code::iff(&self.is_alone(other), &quoted(heading::NO_COUNTERPART), &no_value),
            }
        });
        let not_chosen = of.condition.as_deref().map(|node| self.not_chosen(node));
        match (value, not_chosen, chosen) {
            (Some(value), Some(not_chosen), Some(chosen)) => Code::iff(&is_one(chosen), &value, &not_chosen),
            (_, Some(not_chosen), _) => not_chosen,
            (Some(value), None, _) => value,
            (None, None, _) => quoted(heading::NO_CONDITION),
        }
    }

    fn not_chosen(&mut self, node: &Node) -> Code {
        let failed = quoted(heading::NO_CONDITION);
        let mut code = failed.clone();
        for (isian, year) in fields(node).into_iter().rev() {
            code = Code::iff(&self.present(isian, year), &code, &quoted(heading::NO_VALUE));
            let other = year.at(self.tahun);
            if other != self.tahun {
                code = Code::iff(&self.is_alone(other), &quoted(heading::NO_COUNTERPART), &code);
            }
        }
        match &node.expr {
            Expr::And(_) => Code::iff(&self.fails_outright(node), &failed, &code),
            _ => code,
        }
    }

    /// Whether a condition fails by a value that is there, whatever else is missing.
    fn fails_outright(&mut self, node: &Node) -> Code {
        if let Expr::And(parts) = &node.expr {
            let parts: Vec<Code> = parts.iter().map(|part| self.fails_outright(part)).collect();
            return Code::logical("OR", &parts);
        }
        let mut parts: Vec<Code> = Vec::new();
        for (isian, year) in fields(node) {
            parts.push(self.present(isian, year));
        }
        parts.push(Code::call("NOT", [&condition(node, self)]));
        and(parts)
    }

    /// Whether a field has a value.
    fn present(&mut self, isian: &str, year: YearRef) -> Code {
        let table = self.helpers.dataset.and_then(|dataset| dataset.table(&self.sumber, year.at(self.tahun)));
        let numeric = table.is_some_and(|table| is_numeric(table, isian));
        let cell = self.cell(isian, year);
        if numeric {
            Code::call("ISNUMBER", [&cell])
        } else if self.is_text(isian) {
            Code::call("TRIM", [&cell]).then("<>\"\"")
        } else {
            cell.then("<>\"\"")
        }
    }

    /// 1 where the counterpart is one of those that a condition chooses in the other year, whose column that is.
    fn met(&mut self, other: Year, node: &Node, (position, chosen): (usize, &str)) -> usize {
        self.get(Purpose::Met(other, node.clone()), |sheet| {
            let position = Code::cell(ColumnRef::Helper(position));
            let (nil, chosen) = (Code::text("0"), Code::text(chosen));
            let formula = Code::iff(&position.then("=0"), &nil, &Code::call("INDEX", [&chosen, &position]));
            let dataset = sheet.helpers.dataset;
            let wanted: Vec<(&str, YearRef)> = fields(node).into_iter().collect();
            let theirs = dataset.and_then(|dataset| Rows::new(dataset, &sheet.sumber, other, wanted).ok());
            let holds = |row: &Row| {
                let theirs = theirs.as_ref().filter(|_| row.entitas != 0)?;
                theirs.table.by_entity.get(row.entitas).map(|at| theirs.holds(at, node))
            };
            let result = |row: &Row| CellResult::Number(u8::from(holds(row).unwrap_or(false)).into());
            let results = sheet.table().map(|table| table.rows.iter().map(result).collect()).unwrap_or_default();
            Made { heading: heading::met(other, &condition_words(node)), formula: Some(formula), results }
        })
    }

    /// Whether the entity has no row in another year.
    fn is_alone(&mut self, other: Year) -> Code {
        Code::cell(ColumnRef::Helper(self.position(other))).then("=0")
    }

    /// Says of each row how its value stands to that of another year.
    pub fn compared(&mut self, isian: &str, other: YearRef, beside: Vec<Node>) -> usize {
        let year = other.at(self.tahun);
        self.get(Purpose::Compared(isian.to_owned(), year, beside.clone()), |sheet| {
            let own = YearRef::Back(0);
            let mut wanted: Vec<(&str, YearRef)> = vec![(isian, own), (isian, other)];
            wanted.extend(beside.iter().flat_map(|part| fields(part)));
            let mut sure = !sheet.is_private(isian) && beside.iter().all(|part| sheet.decides(part));
            let results = sheet.results(&wanted, |rows, row| {
                let text = |word: &str| CellResult::Text(word.to_owned());
                if beside.iter().all(|part| rows.holds(row, part)) { text(standing(rows, row, isian, other)) } else { text("") }
            });
            sure &= sheet
                .results(&wanted, |rows, row| CellResult::Number(u8::from(is_sure(rows, row, isian, other)).into()))
                .iter()
                .all(|result| *result == CellResult::Number(1.into()));
            let formula = sure.then(|| {
                let number = Code::cell(ColumnRef::Entity);
                let (now, before) = (sheet.cell(isian, own), sheet.cell(isian, other));
                let word = |at: usize| quoted(GROUPS.get(at).copied().unwrap_or_default());
                let less = Code::iff(&Code::concat([&now, &Code::text("<"), &before]), &word(2), &word(1));
                let more = Code::iff(&Code::concat([&now, &Code::text(">"), &before]), &word(0), &less);
                let both = Code::iff(&Code::call("COUNT", [&now, &before]).then("<2"), &word(5), &more);
                let alone = Code::iff(&sheet.is_alone(year), &word(3), &both);
                // A row that was typed below the last has no number yet; 0 is one without a key.
                let keyless = Code::call("AND", [&number.then("=0"), &number.then("<>\"\"")]);
                let has_keyless = sheet.table().is_some_and(|table| table.rows.iter().any(|row| row.entitas == 0));
                let code = if has_keyless { Code::iff(&keyless, &word(5), &alone) } else { alone };
                let holds: Vec<Code> = beside.iter().map(|part| condition(part, sheet)).collect();
                if holds.is_empty() { code } else { Code::iff(&and(holds), &code, &Code::text("\"\"")) }
            });
            let formula = formula.filter(pieces_fit);
            Made { heading: heading::compared(isian, year, formula.is_some()), formula, results }
        })
    }
}

fn is_one(column: usize) -> Code {
    Code::cell(ColumnRef::Helper(column)).then("=1")
}

/// How a row's value stands to that of another year.
fn standing(rows: &Rows<'_>, row: usize, isian: &str, other: YearRef) -> &'static str {
    let value = |year| match rows.read(row, isian, year) {
        Read::Value { isi, .. } => amount(&isi),
        Read::Missing | Read::NoCounterpart => None,
    };
    if rows.table.rows.get(row).is_none_or(|entry| entry.entitas == 0) {
        return heading::UNREADABLE;
    }
    if matches!(rows.read(row, isian, other), Read::NoCounterpart) {
        return heading::NEW;
    }
    match (value(YearRef::Back(0)), value(other)) {
        (Some(now), Some(before)) if now > before => heading::RISEN,
        (Some(now), Some(before)) if now < before => heading::FALLEN,
        (Some(_), Some(_)) => heading::SAME,
        _ => heading::UNREADABLE,
    }
}

/// Whether doubles stand to each other as the exact values do.
fn is_sure(rows: &Rows<'_>, row: usize, isian: &str, other: YearRef) -> bool {
    let value = |year| match rows.read(row, isian, year) {
        Read::Value { isi, .. } => amount(&isi),
        Read::Missing | Read::NoCounterpart => None,
    };
    match (value(YearRef::Back(0)), value(other)) {
        (Some(now), Some(before)) => agree(now.cmp(&before), nearest(now), nearest(before)),
        _ => true,
    }
}
