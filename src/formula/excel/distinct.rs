//! COUNT_DISTINCT on a data sheet: one column with what is compared, one with the same where it is as it was read, one that
//! marks one row of each value, the first as long as nothing is changed. To look for each row's value among all takes the
//! square of the rows: a row that is as it was looks where its value stood first, and only for what was changed is searched.

use super::code::Code;
use super::helper::{Made, Purpose, Sheet, looks_typed, shown, wanted};
use super::row::Cells;
use super::{CellResult, ColumnRef};
use crate::dataset::key::told_apart_by;
use crate::formula::compare::folded;
use crate::formula::rows::{Comparable, Read, Rows, distinct};
use crate::formula::words_id::heading;
use crate::formula::{Aggregate, Node, YearRef};
use crate::vocabulary::{Year, mask_person};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// So many rows at most are called by another text than their own.
const MOST_CALLED: usize = 20_000;

/// Excel's MATCH takes no text beyond this many characters.
const LONGEST_SOUGHT: usize = 255;

/// Whether MATCH finds a text and none that merely looks like it: it takes
/// letters beyond ASCII for each other by rules of its own in each program.
fn searchable(key: &str) -> bool {
    let escaped = key.chars().filter(|c| matches!(c, '~' | '*' | '?')).count();
    key.is_ascii() && key.len() + escaped + 2 <= LONGEST_SOUGHT
}

impl Sheet<'_, '_> {
    /// 1 for the first of each different value among the chosen rows; the column's name.
    pub fn first(&mut self, isian: &str, year: YearRef, of: &Aggregate, chosen: Option<usize>) -> String {
        let condition = of.condition.as_deref().cloned();
        let other = year.at(self.tahun);
        let purpose = |make: fn(String, Year, Option<Node>) -> Purpose| make(isian.to_owned(), other, condition.clone());
        let counts = |rows: &Rows, row: usize| condition.as_ref().is_none_or(|node| rows.holds(row, node));
        // The values as they are compared: 0 is the first of all, and so on.
        let ranks = self.ranks(isian, year, of, &counts);
        let textual = self.is_text(isian);
        let keys = if textual { self.keys(isian, year, of) } else { Vec::new() };
        let masked = self.is_private(isian);
        let called = Called::of(&keys);
        // What is masked on the sheet, or is too much to be told apart there, is numbered by the program.
        let private = masked || called.is_none() || keys.iter().any(|key| mask_person(key) != *key);
        let called = called.unwrap_or_default();
        // A stored result must not be taken for a number.
        let mark = if keys.iter().any(|key| looks_typed(key)) { "k:" } else { "" };
        let key_column = self.get(purpose(Purpose::DistinctKey), |sheet| {
            let empty = CellResult::Text(String::new());
            if private && let Some(chosen) = chosen {
                // Which rows count follows their cells all the same.
                let all = sheet.ranks(isian, year, of, &|_, _| true);
                let all: Arc<[u32]> = all.iter().map(|rank| rank.map_or(0, |(rank, _)| rank as u32 + 1)).collect();
                sheet.decided(isian, other);
                let is_chosen = Code::cell(ColumnRef::Helper(chosen)).then("=1");
                let formula = Code::iff(&is_chosen, &Code::rank(all.clone()), &Code::text("\"\""));
                let result = |(at, rank): (usize, &Option<(usize, bool)>)| match (rank, all.get(at)) {
                    (Some(_), Some(number)) => CellResult::Number((*number).into()),
                    _ => empty.clone(),
                };
                let made = Made::new(heading::rank(isian, masked), Some(formula), ranks.iter().enumerate().map(result).collect());
                return made.or_called(sheet.among(heading::rank(isian, masked), &condition));
            }
            if private {
                sheet.decided(isian, other);
                let results = ranks
                    .iter()
                    .map(|rank| rank.map_or(empty.clone(), |(rank, _)| CellResult::Number((rank + 1).into())))
                    .collect();
                let made = Made::new(heading::rank(isian, masked), None, results);
                return made.or_called(sheet.among(heading::rank(isian, masked), &condition));
            }
            let cell = sheet.cell(isian, year);
            let blank = Code::text("\"\"");
            let key = if textual && mark.is_empty() {
                Code::call("LOWER", [&Code::call("TRIM", [&cell])])
            } else if textual {
                let lowered = Code::call("LOWER", [&Code::call("TRIM", [&cell])]);
                let marked = Code::concat([&Code::quoted(mark), &Code::text("&"), &lowered]);
                Code::iff(&Code::call("TRIM", [&cell]).then("=\"\""), &blank, &marked)
            } else {
                Code::iff(&cell.then("=\"\""), &blank, &cell)
            };
            let key = if called.0.is_empty() { key } else { sheet.called((isian, year, &condition), (&called, mark), key) };
            let formula = match chosen {
                Some(chosen) => Code::iff(&Code::cell(ColumnRef::Helper(chosen)).then("=1"), &key, &blank),
                None => key,
            };
            let results = sheet.results(&wanted(of), |rows, row| {
                let read = if counts(rows, row) { rows.read(row, isian, year) } else { Read::Missing };
                match shown(&read, textual) {
                    CellResult::Text(text) if text.is_empty() => CellResult::Text(text),
                    CellResult::Text(text) => CellResult::Text(called.key(&folded(&text), mark)),
                    number => number,
                }
            });
            Made::new(heading::distinct_key(isian), Some(formula), results)
                .or_called(sheet.among(heading::distinct_key(isian), &condition))
        });
        let sought = Self::sought(key_column, textual && !private);
        let kept_column = self.get(purpose(Purpose::Kept), |sheet| {
            let key = Code::cell(ColumnRef::Helper(key_column));
            let is_kept = Code::concat([&key, &Code::text("="), &Code::was(key_column)]);
            let made = sheet.helpers.made.get(&sheet.key()).and_then(|made| made.get(key_column));
            let results = made.map(|made| made.results.clone()).unwrap_or_default();
            // A blank cell would come to 0.
            let blank = Code::text("\"\"");
            let formula = Code::iff(&key.then("=\"\""), &blank, &Code::iff(&is_kept, &key, &blank));
            Made::new(heading::kept(isian), Some(formula), results).or_called(sheet.among(heading::kept(isian), &condition))
        });
        let first_column = self.get(purpose(Purpose::First), |sheet| {
            let (all, kept) = (Code::text(sheet.name(key_column)), Code::text(sheet.name(kept_column)));
            let (key, own) = (Code::cell(ColumnRef::Helper(key_column)), Code::cell(ColumnRef::Helper(kept_column)));
            let (one, nil) = (Code::text("1"), Code::text("0"));
            let top = Code::call("ROW", [&Code::call("INDEX", [&all, &one])]);
            let here = Code::concat([&Code::text("ROW()-"), &top, &Code::text("+1")]);
            let is_here = |at: &Code| Code::iff(&Code::concat([at, &Code::text("="), &here]), &one, &nil);
            let found = |range: &Code| Code::call("MATCH", [&sought, range, &nil]);
            // A row that is as it was is the first of its value where the value's first row is as it was too.
            let at = Code::at(ranks_first(&ranks));
            let stands = Code::concat([&Code::call("INDEX", [&kept, &at]), &Code::text("="), &key]);
            let stands = Code::call("IFERROR", [&stands, &Code::text("FALSE")]);
            let as_read = Code::iff(&stands, &is_here(&at), &is_here(&found(&kept)));
            // One that was changed or typed is the first of a value that no such row has.
            let known = Code::call("IFERROR", [&found(&kept), &nil]).then(">0");
            let changed = Code::iff(&known, &nil, &is_here(&found(&all)));
            let formula = Code::iff(&own.then("=\"\""), &changed, &as_read);
            let results = ranks
                .iter()
                .map(|rank| CellResult::Number(Decimal::from(u8::from(rank.is_some_and(|(_, first)| first)))))
                .collect();
            Made::new(heading::first(isian), Some(Code::iff(&key.then("=\"\""), &nil, &formula)), results)
                .or_called(sheet.among(heading::first(isian), &condition))
        });
        self.name(first_column)
    }

    /// The key of a row's text: what it is called as long as it is as it was read, or what such a text is called that is now
    /// typed here too, else `key`.
    fn called(
        &mut self,
        (isian, year, condition): (&str, YearRef, &Option<Node>),
        (called, mark): (&Called, &str),
        key: Code,
    ) -> Code {
        let texts = self.results(&[(isian, year)], |rows, row| shown(&rows.read(row, isian, year), true));
        let other = year.at(self.tahun);
        let [names, numbers] = [false, true].map(|number| {
            let purpose = Purpose::Called(isian.to_owned(), other, condition.clone(), number);
            self.get(purpose, |sheet| {
                let heading = heading::called(isian, number);
                Made::new(heading.clone(), None, called.listed(&texts, number)).or_called(sheet.among(heading, condition))
            })
        });
        let [names, numbers] = [names, numbers].map(|column| Code::text(self.name(column)));
        // The column that is being made comes next.
        let own = self.helpers.made.get(&self.key()).map_or(0, Vec::len);
        let lowered = Code::call("LOWER", [&Code::call("TRIM", [&self.cell(isian, year)])]);
        let found = Code::concat([&Code::call("EXACT", [&names, &lowered]), &Code::text("*"), &numbers]);
        let found = Code::call("SUMPRODUCT", [&found]);
        let word = Code::concat([&Code::quoted(&format!("{mark}{}", heading::CALLED)), &Code::text("&"), &found]);
        let typed = Code::iff(&found.then(">0"), &word.then("&\"|\""), &key);
        let key = Code::iff(&Code::call("EXACT", [&key, &Code::was(own)]), &key, &typed);
        let is_called = |(row, shown): (usize, &CellResult)| match shown {
            CellResult::Text(text) => {
                called.0.get(&folded(text)).map(|number| (row, CellResult::Text(format!("{mark}{}", Called::name(*number)))))
            }
            CellResult::Number(_) => None,
        };
        let odd: BTreeMap<usize, CellResult> = texts.iter().enumerate().filter_map(is_called).collect();
        let rows: Vec<usize> = odd.keys().copied().collect();
        let results: Vec<CellResult> =
            (0..texts.len()).map(|row| odd.get(&row).cloned().unwrap_or(CellResult::Text(String::new()))).collect();
        self.as_read(key, &rows, &[(isian, year)], &results)
    }

    /// What MATCH looks for: it takes * and ? in a text as wildcards.
    fn sought(key: usize, is_text: bool) -> Code {
        let key = Code::cell(ColumnRef::Helper(key));
        if !is_text {
            return key;
        }
        [("~", "~~"), ("*", "~*"), ("?", "~?")]
            .iter()
            .fold(key, |code, (sign, escaped)| Code::call("SUBSTITUTE", [&code, &Code::quoted(sign), &Code::quoted(escaped)]))
    }

    /// The texts of a field that is counted, as they are compared.
    fn keys(&self, isian: &str, year: YearRef, of: &Aggregate) -> Vec<String> {
        let texts = self.results(&wanted(of), |rows, row| shown(&rows.read(row, isian, year), true));
        texts.iter().filter_map(|shown| if let CellResult::Text(text) = shown { Some(folded(text)) } else { None }).collect()
    }

    /// For each row the number of its value in order of appearance, and whether
    /// it appears for the first time; None where it has none or does not count.
    fn ranks(
        &self,
        isian: &str,
        year: YearRef,
        of: &Aggregate,
        counts: &dyn Fn(&Rows, usize) -> bool,
    ) -> Vec<Option<(usize, bool)>> {
        let Some(dataset) = self.helpers.dataset else { return Vec::new() };
        let Ok(rows) = Rows::new(dataset, &self.sumber, self.tahun, wanted(of)) else { return Vec::new() };
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        (0..rows.table.rows.len())
            .map(|row| {
                let Read::Value { isi, .. } = rows.read(row, isian, year) else { return None };
                if !counts(&rows, row) {
                    return None;
                }
                let text = match distinct(&isi)? {
                    Comparable::Number(value) => format!("n{}", value.normalize()),
                    Comparable::Text(text) => format!("t{text}"),
                    Comparable::Date(date) => format!("d{date}"),
                    Comparable::Fraction(_) => return None,
                };
                let next = known.len();
                let rank = *known.entry(text).or_insert(next);
                Some((rank, rank == next))
            })
            .collect()
    }
}

/// Texts of which no comparison of cells says what they are equal to, by the number by which they are called in their place.
#[derive(Default)]
struct Called(BTreeMap<String, usize>);

impl Called {
    /// Those among the texts as they are compared; none where they are too many.
    fn of(keys: &[String]) -> Option<Self> {
        let mut alike: BTreeMap<String, BTreeSet<&String>> = BTreeMap::new();
        keys.iter().filter(|key| !key.is_empty()).for_each(|key| {
            alike.entry(told_apart_by(key)).or_default().insert(key);
        });
        let mut called = BTreeMap::new();
        for (number, group) in alike.into_values().enumerate() {
            // `3575.01` and `357501` are one: both are called by one number.
            if group.len() > 1 || !group.iter().all(|key| searchable(key)) {
                called.extend(group.into_iter().map(|key| (key.clone(), number + 1)));
            }
        }
        let rows = keys.iter().filter(|key| called.contains_key(*key)).count();
        (rows <= MOST_CALLED).then_some(Self(called))
    }

    fn key(&self, text: &str, mark: &str) -> String {
        format!("{mark}{}", self.0.get(text).map_or_else(|| text.to_owned(), |number| Self::name(*number)))
    }

    fn name(number: usize) -> String {
        format!("{}{number}|", heading::CALLED)
    }

    /// Each such text, or its number, in the row that has it first; nothing in the others.
    fn listed(&self, texts: &[CellResult], number: bool) -> Vec<CellResult> {
        let mut seen = BTreeSet::new();
        let listed = |text: &CellResult| {
            let CellResult::Text(text) = text else { return None };
            let text = folded(text);
            let found = *self.0.get(&text)?;
            let cell = if number { CellResult::Number(found.into()) } else { CellResult::Text(text.clone()) };
            seen.insert(text).then_some(cell)
        };
        let mut listed = listed;
        texts.iter().map(|text| listed(text).unwrap_or(CellResult::Text(String::new()))).collect()
    }
}

/// Of each row, where its value stood first, from 1.
fn ranks_first(ranks: &[Option<(usize, bool)>]) -> Arc<[u32]> {
    let mut firsts: BTreeMap<usize, u32> = BTreeMap::new();
    let at = |(row, rank): (usize, &Option<(usize, bool)>)| {
        let here = u32::try_from(row + 1).unwrap_or(1);
        rank.map_or(1, |(rank, _)| *firsts.entry(rank).or_insert(here))
    };
    ranks.iter().enumerate().map(at).collect()
}
