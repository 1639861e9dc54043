//! Rows of one entity: a row that goes on with the one above it (a koperasi's second unit) counts with it, and what is asked of
//! amounts (a comparison, an average, a median, the least, the greatest) is asked of their sum.

use super::ast::Aggregate;
use super::rows::fields;
use super::{AggregateFunction, Node, YearRef};
use crate::dataset::columns::total::says_percent;
use crate::dataset::{Column, Jenis, Row, Table};
use crate::text::label::spelt_words;
use crate::vocabulary::Year;
use rust_decimal::Decimal;
use std::ops::Range;

/// Whether entities of a table go on over several rows.
pub(super) fn goes_on(table: &Table) -> bool {
    table.rows.iter().any(|row| row.lanjutan)
}

/// The first row of the entity of a row.
fn lead(rows: &[Row], row: usize) -> usize {
    (0..=row).rev().find(|above| !rows[*above].lanjutan).unwrap_or(row)
}

/// All rows of the entity of a row.
pub(super) fn rows_of_entity(rows: &[Row], row: usize) -> Range<usize> {
    let first = lead(rows, row);
    let further = rows[first + 1..].iter().take_while(|row| row.lanjutan).count();
    first..first + 1 + further
}

/// Of chosen rows (in order) those that go on with a chosen row above them: one entity, already counted.
pub(super) fn counted_again(rows: &[Row], chosen: &[usize]) -> Vec<usize> {
    let mut again = Vec::new();
    let mut last = None;
    for row in chosen {
        let own = lead(rows, *row);
        if last == Some(own) {
            again.push(*row);
        }
        last = Some(own);
    }
    again
}

/// The amounts of rows (in order) as those of their entities: each entity's first row with the sum; none beyond what a number holds.
pub(super) fn amounts_of_entities(
    rows: &[Row],
    amounts: impl Iterator<Item = (usize, Decimal)>,
) -> Option<Vec<(usize, Decimal)>> {
    let mut sums: Vec<(usize, Decimal)> = Vec::new();
    let mut last = None;
    for (row, amount) in amounts {
        let own = lead(rows, row);
        match sums.last_mut().filter(|_| last == Some(own)) {
            Some((_, sum)) => *sum = sum.checked_add(amount)?,
            None => sums.push((row, amount)),
        }
        last = Some(own);
    }
    Some(sums)
}

/// Words of figures that several rows of an entity do not add up to: shares, years, ranks, scores, what falls to each.
const NOT_SUMMED: &[&str] = &[
    "per",
    "tahun",
    "thn",
    "umur",
    "usia",
    "lama",
    "skor",
    "nilai",
    "peringkat",
    "rangking",
    "ranking",
    "rank",
    "bunga",
    "rata",
    "rerata",
    "rasio",
    "indeks",
    "harga",
];

/// Whether a field's amounts are an entity's sum where its rows are several.
pub(super) fn is_summed(column: &Column) -> bool {
    let heading = [column.judul.clone()];
    let name = column.isian.replace('_', " ");
    let says = |text: &str| spelt_words(text).iter().any(|word| NOT_SUMMED.contains(&word.as_str()));
    match column.jenis {
        Jenis::Uang => {
            !says_percent(&heading)
                && !spelt_words(&column.judul).iter().any(|word| matches!(word.as_str(), "per" | "harga" | "rata"))
        }
        Jenis::Angka => !says_percent(&heading) && !says(&column.judul) && !says(&name),
        _ => false,
    }
}

/// Whether a condition asks for amounts of entities that go on over several rows.
pub(super) fn asks_entities(table: &Table, tahun: Year, node: &Node) -> bool {
    let is_amount = |isian: &str| table.column(isian).and_then(|at| table.columns.get(at)).is_some_and(is_summed);
    fields(node).iter().any(|(isian, year)| year.at(tahun) == tahun && is_amount(isian)) && goes_on(table)
}

/// Whether the values an aggregate takes are those of entities, where these go on over several rows: all but sums of amounts
/// and different values.
pub(super) fn takes_of_entities(of: &Aggregate, year: YearRef, (table, tahun): (&Table, Year)) -> bool {
    let is_mark =
        |isian: &str| table.column(isian).and_then(|at| table.columns.get(at)).is_some_and(|column| column.jenis == Jenis::Tanda);
    let column = |isian: &str| table.column(isian).and_then(|at| table.columns.get(at));
    let is_amount =
        || of.isian.as_ref().is_none_or(|(isian, _)| column(isian).is_none_or(|own| own.jenis == Jenis::Tanda || is_summed(own)));
    let takes = match of.function {
        AggregateFunction::Average | AggregateFunction::Median | AggregateFunction::Min | AggregateFunction::Max => is_amount(),
        AggregateFunction::Sum => of.isian.as_ref().is_some_and(|(isian, _)| is_mark(isian)),
        AggregateFunction::Count | AggregateFunction::CountDistinct => false,
    };
    takes && year.at(tahun) == tahun && goes_on(table)
}
