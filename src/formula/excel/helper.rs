//! The helper columns of the data sheets: values of other years, which rows a
//! condition chooses, the values that count. Each is made once.

use super::code::Code;
use super::fits::pieces_fit;
pub(super) use super::made::{Made, looks_typed, shown};
use super::names::{OWN, column_of, field_heading, largest_name, numbered, table_name};
use super::plain_counts::is_numeric;
use super::row::{Cells, condition};
use super::{CellResult, ColumnRef, HelperColumn};
use crate::dataset::{Dataset, Isi, Jenis, Table};
use crate::formula::compare::clean_text;
use crate::formula::phrase::{condition_words, condition_words_in};
use crate::formula::rows::{Read, Rows, amount, fields};
use crate::formula::words_id::heading;
use crate::formula::{Aggregate, Expr, Formula, MeasureDef, Names, Node, YearRef};
use crate::vocabulary::{Year, mask_in_text};
use rust_decimal::Decimal;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// What a formula finds of a source in a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum State {
    /// No table, or a column or another year's table is missing.
    Missing,
    Empty,
    Rows,
}

pub(super) type Key = (String, Year);

/// All helper columns, by data sheet. Without a dataset (to see how long a
/// formula becomes) every table is thought to be there, with rows.
#[derive(Default)]
pub(super) struct Helpers<'d> {
    pub dataset: Option<&'d Dataset>,
    /// What is known of fields without a dataset.
    names: Option<&'d Names>,
    measures: Option<&'d BTreeMap<String, MeasureDef>>,
    /// Whether a measure is called like a source, where that was asked for.
    measures_too: RefCell<BTreeMap<String, bool>>,
    pub made: BTreeMap<Key, Vec<HelperColumn>>,
    pub columns: BTreeMap<Key, BTreeSet<String>>,
    /// The fields that stand decided by the program: no formula follows their cells.
    pub decided: BTreeMap<Key, BTreeSet<String>>,
    /// What the figure that is being written is called, for the columns it alone needs.
    pub label: String,
    /// What each helper column was made for.
    purposes: BTreeMap<Key, Vec<Purpose>>,
    /// The tables whose entities are looked for from another year's.
    pub sought: BTreeSet<Key>,
}

#[derive(Clone, PartialEq, Debug)]
pub(super) enum Purpose {
    Position(Year),
    Joined(String, Year),
    Chosen(Node),
    Value(String, Year, Option<Node>),
    /// An amount of each row's entity, over its rows for which the conditions hold.
    AmountOfEntity(String, Vec<Node>),
    /// The same of entities that go on over several rows, in the first of them.
    OfEntity(String, Year, Option<Node>),
    DistinctKey(String, Year, Option<Node>),
    /// The same where it is as it was read.
    Kept(String, Year, Option<Node>),
    First(String, Year, Option<Node>),
    /// The texts that are called by a number there, or those numbers.
    Called(String, Year, Option<Node>, bool),
    /// Whether the counterpart in another year is one of those that the condition chooses there.
    Met(Year, Node),
    /// What comes of each row.
    Coverage(Vec<Aggregate>),
    /// How a field stands to its other year's, among rows for which the conditions hold.
    Compared(String, Year, Vec<Node>),
    /// Which of the table's files and sheets a row comes from.
    Part,
    /// Which rows are one entity.
    Together,
    /// The first of each entity's among the chosen.
    Lead(Option<Node>),
    /// Whether the year has the row.
    Belongs,
    /// The entity's number where it has.
    Numbered,
}

/// The columns an aggregate is written over.
pub(super) struct Ranges {
    /// The chosen rows (1/0), where there is a condition.
    pub chosen: Option<String>,
    /// The values, for all but COUNT; for COUNT_DISTINCT 1 for each first one.
    pub values: Option<String>,
}

impl<'d> Helpers<'d> {
    pub fn new(dataset: &'d Dataset, measures: &'d BTreeMap<String, MeasureDef>) -> Self {
        Self { dataset: Some(dataset), measures: Some(measures), ..Self::default() }
    }

    /// The formula behind a measure's name, as the evaluation looks through it.
    pub fn look_through(&self, name: &str) -> Option<&Formula> {
        match self.measures {
            Some(measures) => measures.get(name)?.seen_through(),
            None => self.names?.ukuran.get(name)?.as_ref(),
        }
    }

    pub fn without_data(names: &'d Names) -> Self {
        Self { names: Some(names), ..Self::default() }
    }

    /// The table of a source's year.
    pub fn table_name(&self, sumber: &str, tahun: Year) -> String {
        let is_told = self.measures_too.borrow().get(sumber).copied();
        let is_measure = is_told.unwrap_or_else(|| {
            let mut measures = self.measures.into_iter().flat_map(BTreeMap::keys);
            let is_one = measures.any(|ukuran| ukuran.eq_ignore_ascii_case(sumber))
                || self.names.is_some_and(|names| names.has_measure(sumber));
            self.measures_too.borrow_mut().insert(sumber.to_owned(), is_one);
            is_one
        });
        table_name(sumber, tahun, is_measure)
    }

    /// A field's cells.
    pub fn field_name(&self, sumber: &str, tahun: Year, isian: &str) -> String {
        let table = self.dataset.and_then(|dataset| dataset.table(sumber, tahun));
        column_of(&self.table_name(sumber, tahun), &field_heading(table, isian))
    }

    /// The entity numbers' cells.
    pub fn entity_name(&self, sumber: &str, tahun: Year) -> String {
        column_of(&self.table_name(sumber, tahun), heading::ENTITY)
    }

    /// Where the column made for a purpose stands among a sheet's.
    pub fn place_of(&self, key: &Key, purpose: &Purpose) -> Option<usize> {
        self.purposes.get(key)?.iter().position(|known| known == purpose)
    }

    pub fn state(&self, of: &Aggregate, tahun: Year) -> State {
        let Some(dataset) = self.dataset else { return State::Rows };
        match Rows::new(dataset, &of.sumber, tahun, wanted(of)) {
            Err(_) => State::Missing,
            Ok(rows) if rows.table.rows.is_empty() => State::Empty,
            Ok(_) => State::Rows,
        }
    }

    /// Makes what an aggregate over a table with rows needs.
    pub fn ranges(&mut self, of: &Aggregate, tahun: Year) -> Ranges {
        self.columns.entry((of.sumber.clone(), tahun)).or_default();
        let mut sheet = Sheet { helpers: self, sumber: of.sumber.clone(), tahun };
        let chosen = match of.condition.as_deref() {
            Some(node) => Some(sheet.chosen(node)),
            None => sheet.belongs_to(of),
        };
        let distinct = of.function == crate::formula::AggregateFunction::CountDistinct;
        let values = of.isian.as_ref().map(|(isian, year)| {
            if distinct {
                sheet.first(isian, *year, of, chosen)
            } else if sheet.takes_of_entities(of, *year) {
                let column = sheet.of_entities(isian, *year, (of, chosen));
                sheet.name(column)
            } else if let Some(chosen) = chosen {
                let column = sheet.value(isian, *year, of, chosen);
                sheet.name(column)
            } else if year.at(tahun) == tahun {
                sheet.field(isian);
                sheet.helpers.field_name(&of.sumber, tahun, isian)
            } else {
                let column = sheet.joined(isian, *year);
                sheet.name(column)
            }
        });
        Ranges { chosen: chosen.map(|column| sheet.name(column)), values }
    }
}

pub(super) fn wanted(of: &Aggregate) -> Vec<(&str, YearRef)> {
    let mut wanted: Vec<(&str, YearRef)> = of.condition.as_deref().map(fields).unwrap_or_default().into_iter().collect();
    wanted.extend(of.isian.as_ref().map(|(isian, year)| (isian.as_str(), *year)));
    wanted
}

/// One data sheet that is being furnished.
pub(super) struct Sheet<'h, 'd> {
    pub helpers: &'h mut Helpers<'d>,
    pub sumber: String,
    pub tahun: Year,
}

impl<'d> Sheet<'_, 'd> {
    pub fn key(&self) -> Key {
        (self.sumber.clone(), self.tahun)
    }

    pub fn table(&self) -> Option<&'d Table> {
        self.helpers.dataset?.table(&self.sumber, self.tahun)
    }

    /// The cells of a helper column.
    pub fn name(&self, column: usize) -> String {
        let made = self.helpers.made.get(&self.key()).and_then(|made| made.get(column));
        made.map(|made| column_of(&self.helpers.table_name(&self.sumber, self.tahun), &made.heading)).unwrap_or_default()
    }

    /// Notes that a field was decided by the program. Its column stands on the sheet all the same, for figures rest on it.
    pub fn decided(&mut self, isian: &str, tahun: Year) {
        for noted in [&mut self.helpers.columns, &mut self.helpers.decided] {
            noted.entry((self.sumber.clone(), tahun)).or_default().insert(isian.to_owned());
        }
    }

    /// Notes that a field's column must stand on the sheet.
    fn field(&mut self, isian: &str) {
        let key = self.key();
        self.helpers.columns.entry(key).or_default().insert(isian.to_owned());
    }

    pub fn is_private(&self, isian: &str) -> bool {
        self.column(isian).is_some_and(|column| column.pribadi)
    }

    fn column(&self, isian: &str) -> Option<&'d crate::dataset::Column> {
        self.table()?.columns.iter().find(|column| &*column.isian == isian)
    }

    /// The column made for a purpose, or a new one.
    pub fn get(&mut self, purpose: Purpose, make: impl FnOnce(&mut Self) -> Made) -> usize {
        let key = self.key();
        if let Some(index) = self.find(&purpose) {
            return index;
        }
        let made = make(self);
        // Making one may have made others before it.
        let added_up = matches!(purpose, Purpose::Chosen(_) | Purpose::Value(..) | Purpose::First(..) | Purpose::Lead(_));
        let files = self.table().filter(|_| purpose == Purpose::Part).map(|table| table.parts.len());
        let purposes = self.helpers.purposes.entry(key.clone()).or_default();
        purposes.push(purpose);
        let taken = self.taken();
        let is_taken = |heading: &str| taken.iter().any(|taken| taken.to_lowercase() == heading.to_lowercase());
        let [base, meaning] = made.heading;
        // Of two that would be called alike the second says what it decides.
        let base = made.closer.filter(|_| is_taken(&base)).unwrap_or(base);
        let mut before = 0;
        while is_taken(&numbered(&base, before)) {
            before += 1;
        }
        let columns = self.helpers.made.entry(key).or_default();
        columns.push(HelperColumn {
            heading: numbered(&base, before),
            meaning,
            formula: made.formula.map(Code::pieces),
            results: made.results,
            added_up,
            files,
        });
        columns.len() - 1
    }

    /// The headings that the sheet has by now. An office may have a field of its own called `omset_2020`.
    fn taken(&self) -> Vec<String> {
        let table = self.table();
        let fields = table.into_iter().flat_map(|table| &table.columns).map(|field| field_heading(table, &field.isian));
        let made = self.helpers.made.get(&self.key()).into_iter().flatten().map(|column| column.heading.clone());
        OWN.iter().map(|own| (*own).to_owned()).chain(fields).chain(made).collect()
    }

    /// A condition as a heading says it, its years by their numbers: `Omset 2021 Di Atas Omset 2020`.
    pub fn deciding(&self, node: &Node, tahun: Year) -> String {
        let words = condition_words_in(node, tahun);
        // A mark alone is called like its own column.
        let heading = if matches!(node.expr, Expr::Name { .. }) { heading::marked(&words) } else { heading::deciding(&words) };
        // Formulas speak it, which are not masked as headings are.
        if mask_in_text(&heading) == heading { heading } else { heading::CONDITION.to_owned() }
    }

    /// A column's heading with the rows that it is about: `Nik Pertama Bila Status Aktif`.
    pub fn among(&self, [heading, _]: [String; 2], condition: &Option<Node>) -> String {
        match condition {
            Some(node) => heading::value_of(&heading, &self.deciding(node, self.tahun)),
            None => heading::value_of(&heading, heading::ALL_ROWS),
        }
    }

    fn find(&self, purpose: &Purpose) -> Option<usize> {
        self.helpers.place_of(&self.key(), purpose)
    }

    /// One result a row of the table.
    pub fn results(&self, wanted: &[(&str, YearRef)], result: impl Fn(&Rows<'d>, usize) -> CellResult) -> Vec<CellResult> {
        let Some(dataset) = self.helpers.dataset else { return Vec::new() };
        match Rows::new(dataset, &self.sumber, self.tahun, wanted.iter().copied()) {
            Ok(rows) => (0..rows.table.rows.len()).map(|row| result(&rows, row)).collect(),
            // `State::Missing` keeps formulas from coming here.
            Err(_) => Vec::new(),
        }
    }

    /// The row on another year's sheet where the same entity stands; 0 for none. To look through a whole table for
    /// each row takes the square of its length: each looks first where its counterpart stood when the table was read,
    /// and a number above all of the other year's is nowhere there.
    pub fn position(&mut self, other: Year) -> usize {
        self.get(Purpose::Position(other), |sheet| {
            let sumber = sheet.sumber.clone();
            let entities = sheet.helpers.met_name(&sumber, other);
            let theirs = sheet.helpers.dataset.and_then(|dataset| dataset.table(&sheet.sumber, other));
            sheet.helpers.columns.entry((sheet.sumber.clone(), other)).or_default();
            let own = Code::cell(ColumnRef::Entity);
            let formula = if sheet.helpers.dataset.is_some() && theirs.is_none_or(|table| table.rows.is_empty()) {
                Code::text("0")
            } else {
                sheet.helpers.sought.insert((sheet.sumber.clone(), other));
                let largest = Code::text(largest_name(&sheet.helpers.table_name(&sheet.sumber, other)));
                let (entities, nil) = (Code::text(entities), Code::text("0"));
                let there = Code::call("INDEX", [&entities, &Code::position()]);
                let there = Code::concat([&there, &Code::text("="), &own]);
                let there = Code::call("IFERROR", [&there, &Code::text("FALSE")]);
                let found = Code::call("MATCH", [&own, &entities, &nil]);
                let found = Code::call("IFERROR", [&found, &nil]);
                let found = Code::iff(&Code::concat([&own, &Code::text(">"), &largest]), &nil, &found);
                Code::iff(&own.then("=0"), &nil, &Code::iff(&there, &Code::position(), &found))
            };
            let at = |entity: u32| theirs.and_then(|table| table.by_entity.get(entity)).map_or(0, |row| row + 1);
            let results = sheet
                .table()
                .map(|table| table.rows.iter().map(|row| CellResult::Number(Decimal::from(at(row.entitas)))).collect())
                .unwrap_or_default();
            Made::new(heading::position(other), Some(formula), results).or_called(heading::position_of_entity(other))
        })
    }

    /// A text of another year where it is needed, without a column of its own.
    fn looked_up(&mut self, isian: &str, year: YearRef) -> Code {
        let other = year.at(self.tahun);
        let position = Code::cell(ColumnRef::Helper(self.position(other)));
        self.helpers.columns.entry((self.sumber.clone(), other)).or_default().insert(isian.to_owned());
        let value = Code::call("INDEX", [&Code::text(self.helpers.field_name(&self.sumber, other, isian)), &position]);
        Code::iff(&position.then("=0"), &Code::text("\"\""), &value)
    }

    /// The value of a field in another year; `""` for none.
    fn joined(&mut self, isian: &str, year: YearRef) -> usize {
        let other = year.at(self.tahun);
        self.get(Purpose::Joined(isian.to_owned(), other), |sheet| {
            let position = Code::cell(ColumnRef::Helper(sheet.position(other)));
            sheet.helpers.columns.entry((sheet.sumber.clone(), other)).or_default().insert(isian.to_owned());
            let theirs = sheet.helpers.dataset.and_then(|dataset| dataset.table(&sheet.sumber, other));
            let empty = Code::text("\"\"");
            let formula = if sheet.helpers.dataset.is_some() && theirs.is_none_or(|table| table.rows.is_empty()) {
                empty
            } else {
                let value = Code::call("INDEX", [&Code::text(sheet.helpers.field_name(&sheet.sumber, other, isian)), &position]);
                let value = Code::iff(&value.then("=\"\""), &empty, &value);
                Code::iff(&position.then("=0"), &empty, &value)
            };
            let textual = sheet.is_text(isian);
            let results = sheet.results(&[(isian, year)], |rows, row| shown(&rows.read(row, isian, year), textual));
            Made::new(heading::joined(isian, other), Some(formula), results).or_called(heading::joined_to(isian, other))
        })
    }

    /// Whether some text of the field could be taken for something else where it
    /// is the stored result of a formula: then it must not be one.
    fn reads_like_no_text(&self, isian: &str, year: YearRef) -> bool {
        let theirs = self.helpers.dataset.and_then(|dataset| dataset.table(&self.sumber, year.at(self.tahun)));
        theirs.and_then(|table| Some((table, table.column(isian)?))).is_some_and(|(table, column)| {
            table.values(column).any(|isi| match isi {
                Isi::Angka(_) => true,
                Isi::Teks(text) => looks_typed(&clean_text(&text)),
                _ => false,
            })
        })
    }

    /// 1 where the condition holds, else 0.
    pub fn chosen(&mut self, node: &Node) -> usize {
        self.get(Purpose::Chosen(node.clone()), |sheet| {
            let closer = sheet.deciding(node, sheet.tahun);
            let label = if sheet.helpers.label.is_empty() { closer.clone() } else { heading::titled(&sheet.helpers.label) };
            let wanted: Vec<(&str, YearRef)> = fields(node).into_iter().collect();
            let results = sheet.results(&wanted, |rows, row| CellResult::Number(Decimal::from(u8::from(rows.holds(row, node)))));
            let words = condition_words(node);
            // What is masked on the sheet cannot be compared there; what doubles cannot tell apart is the program's as long as it is
            // as it was read.
            let of_entities = sheet.asks_entities(node);
            // Whether such a row is as it was read its own cells do not say.
            let unsure = sheet.unsure(node).filter(|unsure| !of_entities || unsure.is_empty());
            let formula = unsure.and_then(|unsure| {
                let holds = if of_entities { sheet.of_entities_condition(node)? } else { condition(node, sheet) };
                let formula = Code::iff(&holds, &Code::text("1"), &Code::text("0"));
                let formula = sheet.as_read(formula, &unsure, &wanted, &results);
                let formula = sheet.of_year(node, formula);
                Some(formula).filter(|code| unsure.is_empty() || pieces_fit(code))
            });
            let Some(formula) = formula else {
                wanted.iter().for_each(|(isian, year)| sheet.decided(isian, year.at(sheet.tahun)));
                return Made::new([label, heading::constant(&words)], None, results).or_called(closer);
            };
            Made::new([label, heading::chosen(&words)], Some(formula), results).or_called(closer)
        })
    }

    /// A field's value in the chosen rows, else `""`.
    pub fn value(&mut self, isian: &str, year: YearRef, of: &Aggregate, chosen: usize) -> usize {
        let condition = of.condition.as_deref().cloned();
        let purpose = Purpose::Value(isian.to_owned(), year.at(self.tahun), condition.clone());
        self.get(purpose, |sheet| {
            let cell = sheet.cell(isian, year);
            let empty = Code::text("\"\"");
            let value = Code::iff(&cell.then("=\"\""), &empty, &cell);
            let formula = Code::iff(&Code::cell(ColumnRef::Helper(chosen)).then("=1"), &value, &empty);
            let results = sheet.results(&wanted(of), |rows, row| {
                let counts = condition.as_ref().is_none_or(|node| rows.holds(row, node));
                let value = match rows.read(row, isian, year) {
                    Read::Value { isi, .. } if counts => amount(&isi),
                    _ => None,
                };
                value.map_or(CellResult::Text(String::new()), CellResult::Number)
            });
            let words = condition.as_ref().map_or_else(|| heading::OF_YEAR.to_owned(), condition_words);
            let closer = condition.as_ref().map_or_else(|| heading::OF_YEAR.to_owned(), |node| sheet.deciding(node, sheet.tahun));
            // Of another year it says which.
            let of =
                if year.at(sheet.tahun) == sheet.tahun { isian.to_owned() } else { format!("{isian}_{}", year.at(sheet.tahun)) };
            Made::new(heading::value(&of, &words), Some(formula), results).or_called(heading::value_of(&of, &closer))
        })
    }
}

impl Cells for Sheet<'_, '_> {
    fn tahun(&self) -> Year {
        self.tahun
    }

    fn cell(&mut self, isian: &str, year: YearRef) -> Code {
        if year.at(self.tahun) == self.tahun {
            self.field(isian);
            Code::cell(ColumnRef::Field(isian.to_owned()))
        } else if self.is_text(isian) && self.reads_like_no_text(isian, year) {
            self.looked_up(isian, year)
        } else {
            Code::cell(ColumnRef::Helper(self.joined(isian, year)))
        }
    }

    fn is_number(&self, isian: &str, year: YearRef) -> bool {
        let table = self.helpers.dataset.and_then(|dataset| dataset.table(&self.sumber, year.at(self.tahun)));
        table.is_some_and(|table| is_numeric(table, isian))
    }

    fn is_text(&self, isian: &str) -> bool {
        let declared = || self.helpers.names?.sumber.get(&self.sumber)?.isian.get(isian).copied();
        self.column(isian).map(|column| column.jenis).or_else(declared) == Some(Jenis::Teks)
    }
}
