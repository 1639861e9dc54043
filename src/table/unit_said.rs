//! Which of a table's columns the units are of that lines over and below it state: all of them, or
//! those that the line names.

use super::rows::facts::{Roles, shown};
use super::{Expect, LayoutColumn, Spot, UnitStated, Wanted};
use crate::text::heading::Heading;
use crate::text::label::{spelt_out, spelt_words};
use crate::text::lexicon::OF_PAPERS;
use crate::text::unit_clause::{UnitClause, unit_clauses};
use std::collections::BTreeSet;

/// A unit that a line states, and what it names as its own.
pub(crate) struct UnitSaid {
    unit: UnitStated,
    clause: Option<UnitClause>,
    /// It points at a column: `kolom 7`.
    points: bool,
}

/// The units of a line; `stated` is what it says if it names nothing.
pub(crate) fn units_said(text: &str, at: Spot, stated: Option<(u64, String)>) -> Vec<UnitSaid> {
    // No sentence names columns.
    let clauses = if text.len() <= LONGEST { unit_clauses(text) } else { Vec::new() };
    let names = clauses.iter().any(|clause| clause.counts || !clause.of.is_empty() || !clause.but.is_empty());
    let points = spelt_words(text).iter().any(|word| word == "kolom");
    if !names {
        return stated
            .map(|(factor, text)| UnitSaid { unit: UnitStated { factor, text, at }, clause: None, points })
            .into_iter()
            .collect();
    }
    let is_one = clauses.len() == 1;
    let said = |clause: UnitClause| {
        let whole = UnitStated { factor: clause.factor, text: clause.text.clone(), at };
        let unit = match &stated {
            Some((factor, text)) if is_one && !clause.counts => UnitStated { factor: *factor, text: text.clone(), at },
            _ => whole,
        };
        UnitSaid { unit, clause: Some(clause), points }
    };
    clauses.into_iter().filter(|clause| clause.counts || stated.is_some()).map(said).collect()
}

/// Longer lines are sentences.
const LONGEST: usize = 160;

/// Hands each unit to the columns that it names. Gives those of the whole table, and those that are of nobody knows which.
pub(crate) fn settle_units(
    said: Vec<UnitSaid>,
    columns: &mut [LayoutColumn],
    roles: &Roles,
    wanted: &[Wanted],
) -> (Vec<UnitStated>, Vec<UnitStated>) {
    let (mut general, mut unsettled) = (Vec::new(), Vec::new());
    for UnitSaid { unit, clause, points } in said {
        let Some(clause) = clause else {
            match points {
                // `kolom 7 dalam ribuan`.
                true if unit.factor > 1 => unsettled.push(unit),
                _ => general.push(unit),
            }
            continue;
        };
        let own = UnitStated { text: shown(&clause.text), factor: clause.factor, at: unit.at };
        for column in named(&clause.but, columns, roles, wanted).map(|named| named.columns).unwrap_or_default() {
            columns[column].said.push(UnitStated { factor: 0, ..own.clone() });
        }
        match named(&clause.of, columns, roles, wanted) {
            Some(named) if !clause.of.is_empty() => {
                for at in &named.columns {
                    let column = &mut columns[*at];
                    match clause.counts && expects(wanted, column) != Some(Expect::Number) {
                        true => column.counted = column.counted.take().or_else(|| Some(own.text.clone())),
                        false => column.said.push(own.clone()),
                    }
                }
                if named.lacks && !clause.counts {
                    unsettled.push(own);
                }
            }
            // What is counted in thousands is no money, whatever else it is.
            _ if clause.counts => {
                let counts = |column: &&mut LayoutColumn| expects(wanted, column) == Some(Expect::Number);
                columns.iter_mut().filter(counts).for_each(|column| column.said.push(own.clone()));
            }
            // `isi kolom 7 dalam rupiah penuh` is the unit that all have.
            _ if points && unit.factor > 1 => unsettled.push(unit),
            _ => general.push(unit),
        }
    }
    (general, unsettled)
}

/// The columns that words name.
#[derive(Default)]
struct Named {
    columns: BTreeSet<usize>,
    /// A thing is named that some field is, and no column.
    lacks: bool,
}

/// The columns of figures that all the things name; `None` where one of them is nothing that a column is headed by.
fn named(things: &[Vec<String>], columns: &[LayoutColumn], roles: &Roles, wanted: &[Wanted]) -> Option<Named> {
    let mut found = Named::default();
    for thing in things {
        let thing = Thing::read(thing, wanted);
        let has_figures = |at: &usize| roles.figures.contains_key(&columns[*at].column);
        let own: Vec<usize> = (0..columns.len()).filter(|at| has_figures(at) && thing.heads(&columns[*at])).collect();
        if own.is_empty() {
            let is_field = thing.fields.iter().any(|want| matches!(want.expect, Expect::Money | Expect::Number));
            is_field.then_some(())?;
            found.lacks = true;
        }
        found.columns.extend(own);
    }
    Some(found)
}

/// What a unit is said to be of: its words, spelt out, and the fields that are headed by just these.
struct Thing<'a> {
    words: BTreeSet<String>,
    fields: Vec<&'a Wanted>,
}

impl<'a> Thing<'a> {
    fn read(thing: &[String], wanted: &'a [Wanted]) -> Self {
        let words: BTreeSet<String> = thing.iter().map(|word| spelt_out(word).to_owned()).collect();
        let fields = wanted.iter().filter(|want| want.aliases.iter().any(|alias| is_alias(alias, &words))).collect();
        Self { words, fields }
    }

    fn heads(&self, column: &LayoutColumn) -> bool {
        let words: BTreeSet<String> = column.path.iter().flat_map(|label| Heading::read(label).words).collect();
        let is_field = |isian| self.fields.iter().any(|want| want.isian == isian);
        self.words.is_subset(&words) || column.isian.clone().is_some_and(is_field)
    }
}

/// Whether the unit that a sheet's or a file's name states is of other columns than this one: `SHU ribuan` scales no volume.
/// A name without a column's words is of them all.
pub(crate) fn names_another(name: &str, column: &LayoutColumn, columns: &[LayoutColumn], wanted: &[Wanted]) -> bool {
    // `No 2 Rp juta` is the number of a sheet, and not the column `No`.
    let is_year =
        |word: &String| word == "tahun" || OF_PAPERS.contains(&word.as_str()) || word.bytes().all(|byte| byte.is_ascii_digit());
    let things = unit_clauses(name).into_iter().flat_map(|clause| clause.of);
    let things: Vec<Vec<String>> = things
        .map(|thing| thing.into_iter().filter(|word| !is_year(word)).collect())
        .filter(|thing: &Vec<_>| !thing.is_empty())
        .collect();
    let things: Vec<Thing> = things.iter().map(|thing| Thing::read(thing, wanted)).collect();
    let heads = |column: &LayoutColumn| things.iter().any(|thing| thing.heads(column));
    // A scale is of no name and no place.
    let holds_amounts = |column: &&LayoutColumn| {
        column.isian.is_none() || matches!(expects(wanted, column), Some(Expect::Money | Expect::Number))
    };
    !heads(column) && columns.iter().filter(holds_amounts).any(heads)
}

/// Whether words are just those of a field's heading, but for how many there are of it.
fn is_alias(alias: &str, thing: &BTreeSet<String>) -> bool {
    let words = spelt_words(alias);
    let plain = words.iter().filter(|word| !matches!(word.as_str(), "jumlah" | "total" | "nilai"));
    !thing.is_empty() && plain.cloned().collect::<BTreeSet<String>>() == *thing
}

fn expects(wanted: &[Wanted], column: &LayoutColumn) -> Option<Expect> {
    let isian = column.isian.as_ref()?;
    wanted.iter().find(|want| want.isian == *isian).map(|want| want.expect)
}
