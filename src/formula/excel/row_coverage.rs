//! What comes of each row of a data sheet in a figure, and how it stands to its counterpart of another year.

use super::as_read::Read as Fields;
use super::code::Code;
use super::fits::pieces_fit;
use super::helper::{Made, Purpose, Sheet};
use super::row::{Cells, condition};
use super::{CellResult, ColumnRef};
use crate::dataset::Row;
use crate::formula::doubles::{agree, nearest};
use crate::formula::phrase::condition_words;
use crate::formula::rows::{Read, Rows, amount, fields};
use crate::formula::words_id::heading;
use crate::formula::{Aggregate, AggregateFunction, Counted, Coverage, Expr, Node, YearRef};
use crate::vocabulary::Year;
use std::collections::BTreeSet;

/// What a row of a comparison says, but for who is gone, in the order of the counts.
pub(super) const GROUPS: [&str; 6] =
    [heading::RISEN, heading::SAME, heading::FALLEN, heading::NEW, heading::GONE, heading::UNREADABLE];

pub(super) fn word(what: Counted) -> &'static str {
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
    pub(super) fn coverage(&mut self, of: &[&Aggregate], chosen: &[Option<usize>], coverage: &Coverage<'_>) -> usize {
        let key: Vec<Aggregate> = of.iter().map(|of| (*of).clone()).collect();
        self.get(Purpose::Coverage(key), |sheet| {
            let words = |row| match coverage.goes_on(&sheet.sumber, sheet.tahun, row) {
                true => heading::GOES_ON,
                false => coverage.row(&sheet.sumber, sheet.tahun, row).map_or("", word),
            };
            let rows = sheet.table().map_or(0, |table| table.rows.len());
            let results: Vec<CellResult> = (0..rows).map(|row| CellResult::Text(words(row).to_owned())).collect();
            let unsure = sheet.unsure_rows(of);
            let formula = unsure.map(|(unsure, read)| {
                let code = sheet.what_comes_of_it(of, chosen);
                let code = sheet.as_read(code, &unsure, &read, &results);
                sheet.of_year_alone(code, &quoted(""))
            });
            let formula = formula.filter(pieces_fit);
            Made::new(heading::coverage(&sheet.covered(of), formula.is_some()), formula, results)
        })
    }

    /// What a column of coverage is about: the figure by its name, or what it counts.
    fn covered(&self, of: &[&Aggregate]) -> String {
        let condition = || of.iter().find_map(|of| of.condition.as_deref()).map(|node| self.deciding(node, self.tahun));
        let field = || of.iter().find_map(|of| of.isian.as_ref()).map(|(isian, _)| isian.clone());
        let label = Some(self.helpers.label.clone()).filter(|label| !label.is_empty());
        label.or_else(condition).or_else(field).unwrap_or_else(|| self.sumber.clone())
    }

    /// The rows of which the sheet's own cells do not decide what comes of them, and what they read; none where no cells do.
    fn unsure_rows<'a>(&self, of: &[&'a Aggregate]) -> Option<(Vec<usize>, Fields<'a>)> {
        let (mut unsure, mut read) = (BTreeSet::new(), Fields::new());
        for of in of {
            let is_shown = |(isian, year): &(String, YearRef)| !self.is_private(isian) || year.at(self.tahun) == self.tahun;
            if !of.isian.as_ref().is_none_or(is_shown) {
                return None;
            }
            let Some(node) = of.condition.as_deref() else { continue };
            if !self.reads_plainly(node) {
                return None;
            }
            unsure.extend(self.unsure(node)?);
            read.extend(fields(node));
            read.extend(
                of.isian.as_ref().filter(|(isian, _)| !self.is_private(isian)).map(|(isian, year)| (isian.as_str(), *year)),
            );
        }
        read.sort_unstable();
        read.dedup();
        let unsure: Vec<usize> = unsure.into_iter().collect();
        self.are_told(&unsure, &read).then_some((unsure, read))
    }

    /// Whether no field of another year is masked.
    fn reads_plainly(&self, node: &Node) -> bool {
        fields(node).iter().all(|(isian, year)| year.at(self.tahun) == self.tahun || !self.is_private(isian))
    }

    fn what_comes_of_it(&mut self, of: &[&Aggregate], chosen: &[Option<usize>]) -> Code {
        let mut taken = Vec::new();
        for (of, chosen) in of.iter().zip(chosen) {
            let by_entity = of.function == AggregateFunction::Count && self.helpers.goes_on(&self.sumber, self.tahun);
            let chosen = if by_entity { Some(self.lead(of)) } else { *chosen };
            let mut parts: Vec<Code> = chosen.into_iter().map(is_one).collect();
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
            // Of chosen rows those that a COUNT does not take go on with one that it takes.
            (None, Some(not_chosen), Some(chosen)) if self.helpers.goes_on(&self.sumber, self.tahun) => {
                Code::iff(&is_one(chosen), &quoted(heading::GOES_ON), &not_chosen)
            }
            (_, Some(not_chosen), _) => not_chosen,
            (Some(value), None, _) => value,
            (None, None, _) => quoted(heading::GOES_ON),
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
        let of_entities = if self.asks_entities(node) { self.of_entities_condition(node) } else { None };
        let holds = of_entities.unwrap_or_else(|| condition(node, self));
        parts.push(Code::call("NOT", [&holds]));
        and(parts)
    }

    /// Whether a field has a value.
    fn present(&mut self, isian: &str, year: YearRef) -> Code {
        let cell = self.cell(isian, year);
        if self.is_number(isian, year) {
            Code::call("ISNUMBER", [&cell])
        } else if self.is_text(isian) {
            Code::call("TRIM", [&cell]).then("<>\"\"")
        } else {
            cell.then("<>\"\"")
        }
    }

    /// 1 where the counterpart is one of those that a condition chooses in the other year, whose column that is.
    pub(super) fn met(&mut self, other: Year, node: &Node, (position, chosen): (usize, &str)) -> usize {
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
            let heading = heading::met(other, &sheet.deciding(node, other), &condition_words(node));
            Made::new(heading, Some(formula), results)
        })
    }

    /// The formula, but nothing in rows that go on with the one above.
    fn but_further_rows(&self, code: Code) -> Code {
        let rows = self.table().map(|table| table.rows.as_slice()).unwrap_or_default();
        let further: Vec<u32> = (0_u32..).zip(rows).filter(|(_, row)| row.lanjutan).map(|(at, _)| at).collect();
        if further.is_empty() {
            return code;
        }
        let of = |text: &str| Code::within(further.iter().map(|row| (*row, Code::text(text))).collect());
        Code::concat([&of("IF(TRUE,\"\","), &code, &of(")")])
    }

    /// Whether the entity has no row in another year.
    pub(super) fn is_alone(&mut self, other: Year) -> Code {
        Code::cell(ColumnRef::Helper(self.position(other))).then("=0")
    }

    /// Says of each row how its value stands to that of another year.
    pub fn compared(&mut self, isian: &str, other: YearRef, beside: Vec<Node>) -> usize {
        let year = other.at(self.tahun);
        self.get(Purpose::Compared(isian.to_owned(), year, beside.clone()), |sheet| {
            let own = YearRef::Back(0);
            let mut wanted: Vec<(&str, YearRef)> = vec![(isian, own), (isian, other)];
            wanted.extend(beside.iter().flat_map(|part| fields(part)));
            let results = sheet.results(&wanted, |rows, row| {
                let text = |word: &str| CellResult::Text(word.to_owned());
                let goes_on = rows.table.rows.get(row).is_some_and(|row| row.lanjutan);
                let counts = !goes_on && beside.iter().all(|part| rows.holds(row, part));
                if counts { text(standing(rows, row, isian, other)) } else { text("") }
            });
            let own_unsure =
                sheet.results(&wanted, |rows, row| CellResult::Number(u8::from(is_sure(rows, row, isian, other)).into()));
            let own_unsure =
                own_unsure.iter().enumerate().filter(|(_, sure)| **sure != CellResult::Number(1.into())).map(|(row, _)| row);
            let beside_unsure: Option<Vec<Vec<usize>>> = beside.iter().map(|part| sheet.unsure(part)).collect();
            let unsure: BTreeSet<usize> = own_unsure.chain(beside_unsure.iter().flatten().flatten().copied()).collect();
            let unsure: Vec<usize> = unsure.into_iter().collect();
            let sure = !sheet.is_private(isian) && beside_unsure.is_some() && sheet.are_told(&unsure, &wanted);
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
                let code = if holds.is_empty() { code } else { Code::iff(&and(holds), &code, &Code::text("\"\"")) };
                let code = sheet.as_read(code, &unsure, &wanted, &results);
                let code = sheet.but_further_rows(code);
                sheet.of_year_alone(code, &quoted(""))
            });
            let formula = formula.filter(pieces_fit);
            let made = Made::new(heading::compared(isian, year, formula.is_some()), formula, results);
            let decides: Vec<String> = beside.iter().map(|part| sheet.deciding(part, sheet.tahun)).collect();
            let among = if decides.is_empty() { heading::ALL_ROWS.to_owned() } else { decides.join(" ") };
            let [heading, _] = heading::compared(isian, year, true);
            made.or_called(heading::value_of(&heading, &among))
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
