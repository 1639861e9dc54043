//! The cells and rows that an aggregate rests on, and those that it left out.

use super::model::{AggregateExplained, CellExplained, LeftOutExplained};
use super::words_id::added_up;
use crate::dataset::{Column, Dataset, Isi, Row, Table};
use crate::formula::{Aggregate, AggregateTrace, Expr, LeftOut, Node, Nouns, Operand, YearRef, phrase};
use crate::report::{figures, words_id as words};
use crate::vocabulary::{mask_digits, mask_in_text, mask_person};
use rust_decimal::Decimal;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Cells, and rows left out for one reason, that are told unless all are asked for.
const FIRST: usize = 20;

/// An aggregate of a formula (`root`), by its trace.
pub fn explained(dataset: &Dataset, nouns: Nouns<'_>, root: &Node, trace: &AggregateTrace, all: bool) -> AggregateExplained {
    let written = find(root, trace);
    let dalam_kata = match written {
        Some((node, of)) => phrase(Operand::Agregat(node, of), nouns),
        None => trace.fungsi.name().to_owned(),
    };
    let read = written.and_then(|(_, of)| of.condition.as_deref()).map(read_by).unwrap_or_default();
    let mut sel = match &trace.isian {
        Some(_) => values(dataset, trace),
        None => rows(dataset, trace, &read),
    };
    let told = if all { sel.len() } else { FIRST };
    let sel_lagi = sel.len().saturating_sub(told);
    sel.truncate(told);
    AggregateExplained {
        dalam_kata,
        sumber: trace.sumber.clone(),
        tahun: trace.tahun.0,
        tampil: figures::inline(&trace.outcome, trace.exact.as_ref()),
        sebab: trace.outcome.reason().map(|reason| reason.words()),
        baris: trace.baris,
        dihitung: trace.jumlah_sel,
        sel,
        sel_lagi,
        dilewati: left_out(dataset, trace, &read, all),
        kelompok: trace.kelompok.iter().map(words::groups).chain(trace.entitas.map(added_up)).collect(),
    }
}

fn find<'f>(root: &'f Node, trace: &AggregateTrace) -> Option<(&'f Node, &'f Aggregate)> {
    let mut found: Option<(&Node, &Aggregate)> = None;
    root.walk(&mut |node| {
        if let Expr::Aggregate(of) = &node.expr
            && node.span == trace.span
        {
            found = Some((node, of));
        }
    });
    found
}

/// The cells that gave a value, the largest first.
fn values(dataset: &Dataset, trace: &AggregateTrace) -> Vec<CellExplained> {
    let Some(table) = trace.isian.as_ref().and_then(|(_, year)| dataset.table(&trace.sumber, *year)) else { return Vec::new() };
    let mut cells: Vec<_> = trace.sel.iter().collect();
    // Stable: equal amounts stay in the rows' order.
    cells.sort_by_key(|cell| Reverse(cell.amount.map(|amount| amount.abs())));
    let cell = |cell: &&crate::formula::Contribution| {
        let row = table.rows.get(cell.cell_row)?;
        let column = table.columns.get(cell.column)?;
        Some(CellExplained {
            tempat: mask_in_text(&table.at(row, cell.column).to_string()),
            nama: name(row),
            isi: shown(column, &table.isi(row, cell.column)),
            dibetulkan: table.is_corrected(row, cell.column),
        })
    };
    cells.iter().filter_map(cell).collect()
}

/// The fields that a condition reads, with their years.
type Fields<'f> = BTreeSet<(&'f str, YearRef)>;

fn read_by(condition: &Node) -> Fields<'_> {
    let mut read = Fields::new();
    condition.walk(&mut |node| {
        if let Expr::Name { name, year, .. } = &node.expr {
            read.insert((name.as_str(), *year));
        }
    });
    read
}

fn own_field<'f>(read: &Fields<'f>) -> Option<&'f str> {
    read.iter().find(|(_, year)| year.is_own()).map(|(isian, _)| *isian)
}

/// The rows that a COUNT counted, each with what its condition reads.
fn rows(dataset: &Dataset, trace: &AggregateTrace, read: &Fields<'_>) -> Vec<CellExplained> {
    let Some(table) = dataset.table(&trace.sumber, trace.tahun) else { return Vec::new() };
    let row = |index: &usize| {
        let row = table.rows.get(*index)?;
        let parts: Vec<(String, bool)> =
            read.iter().filter_map(|(isian, year)| beside(dataset, trace, row, isian, *year)).collect();
        Some(CellExplained {
            tempat: place(table, row, own_field(read)),
            nama: name(row),
            isi: parts.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join("; "),
            dibetulkan: parts.iter().any(|(_, corrected)| *corrected),
        })
    };
    trace.terpilih.iter().filter_map(row).collect()
}

/// `omset 2020 = 1.000.000`, of the row itself or the same entity in another year.
fn beside(dataset: &Dataset, trace: &AggregateTrace, row: &Row, isian: &str, year: YearRef) -> Option<(String, bool)> {
    let year = year.at(trace.tahun);
    let table = dataset.table(&trace.sumber, year)?;
    let column = table.column(isian)?;
    let row =
        if year == trace.tahun { Some(row) } else { table.by_entity.get(row.entitas).and_then(|found| table.rows.get(found)) };
    let text = row.map_or_else(|| words::NA.to_owned(), |row| shown(&table.columns[column], &table.isi(row, column)));
    Some((words::field_value(isian, year, &text), row.is_some_and(|row| table.is_corrected(row, column))))
}

fn left_out(dataset: &Dataset, trace: &AggregateTrace, read: &Fields<'_>, all: bool) -> Vec<LeftOutExplained> {
    let Some(table) = dataset.table(&trace.sumber, trace.tahun) else { return Vec::new() };
    let mut reasons: Vec<LeftOutExplained> = Vec::new();
    for (index, why) in &trace.dilewati {
        let Some(row) = table.rows.get(*index) else { continue };
        let sebab = reason(trace, why);
        let at = reasons.iter().position(|known| known.sebab == sebab).unwrap_or_else(|| {
            reasons.push(LeftOutExplained { sebab, jumlah: 0, baris: Vec::new() });
            reasons.len() - 1
        });
        let known = &mut reasons[at];
        known.jumlah += 1;
        if all || known.baris.len() < FIRST {
            let isian = match why {
                LeftOut::ConditionMissing { isian, tahun } if *tahun == trace.tahun => Some(&**isian),
                LeftOut::Condition | LeftOut::ConditionMissing { .. } => own_field(read),
                _ => trace.isian.as_ref().filter(|(_, year)| *year == trace.tahun).map(|(isian, _)| isian.as_str()),
            };
            known.baris.push((place(table, row, isian), name(row)));
        }
    }
    reasons
}

fn reason(trace: &AggregateTrace, why: &LeftOut) -> String {
    match why {
        LeftOut::Condition => words::LEFT_OUT_CONDITION.to_owned(),
        LeftOut::Counted => words::LEFT_OUT_COUNTED.to_owned(),
        LeftOut::ConditionMissing { isian, tahun } => words::left_out_missing(isian, *tahun),
        LeftOut::NoCounterpart { tahun } => words::left_out_no_counterpart(*tahun),
        LeftOut::NoValue => match &trace.isian {
            Some((isian, tahun)) => words::left_out_missing(isian, *tahun),
            None => words::LEFT_OUT_CONDITION.to_owned(),
        },
    }
}

/// The cell of a field in a row, or the row itself.
fn place(table: &Table, row: &Row, isian: Option<&str>) -> String {
    let place = match isian.and_then(|isian| table.column(isian)) {
        Some(column) => table.at(row, column).to_string(),
        None => match table.parts.get(usize::from(row.part)) {
            Some(part) => crate::vocabulary::At::sheet(part.berkas.clone(), part.lembar.clone())
                .with(crate::vocabulary::Sel::Row(row.row))
                .to_string(),
            None => String::new(),
        },
    };
    mask_in_text(&place)
}

fn name(row: &Row) -> String {
    mask_person(row.nama.trim())
}

fn shown(column: &Column, isi: &Isi) -> String {
    let text = match isi {
        Isi::Kosong => words::EMPTY_CELL.to_owned(),
        Isi::Angka(value) if column.pribadi => return mask_digits(&value.normalize().to_string()),
        Isi::Angka(value) => words::short(*value),
        Isi::Teks(text) => text.trim().to_owned(),
        Isi::Tanggal(date) => date.to_string(),
        Isi::Tanda(mark) => words::short(Decimal::from(u8::from(*mark))),
    };
    if column.pribadi { mask_digits(&text) } else { mask_person(&text) }
}
