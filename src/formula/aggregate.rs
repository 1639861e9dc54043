//! SUM, COUNT and their kin over the rows of a table, with what they rest on.

use super::ast::Aggregate;
use super::entity_rows::{amounts_of_entities, counted_again, takes_of_entities};
use super::rows::{Comparable, Read, Rows, amount, distinct, fields};
use super::trace::{AggregateTrace, Contribution, GroupCounts, LeftOut};
use super::{AggregateFunction, CompareOp, Exact, Expr, Node, Outcome, Reason, YearRef};
use crate::dataset::Dataset;
use crate::threads::in_ranges;
use crate::vocabulary::{Tanggal, Year};
use num_bigint::BigInt;
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use std::ops::Range;

/// The figure of an aggregate taken at `tahun`, before any rounding, and its trace.
pub(super) fn aggregate(dataset: &Dataset, node: &Node, of: &Aggregate, tahun: Year) -> (Result<Exact, Reason>, AggregateTrace) {
    let mut trace = AggregateTrace {
        span: node.span.clone(),
        fungsi: of.function,
        sumber: of.sumber.clone(),
        tahun,
        isian: of.isian.as_ref().map(|(isian, year)| (isian.clone(), year.at(tahun))),
        baris: 0,
        terpilih: Vec::new(),
        sel: Vec::new(),
        dilewati: Vec::new(),
        jumlah_sel: 0,
        kelompok: Vec::new(),
        entitas: None,
        outcome: Outcome::Undefined(Reason::Unchecked),
        exact: None,
    };
    let result = take(dataset, of, tahun, &mut trace);
    trace.outcome = match &result {
        Ok(value) => value.to_decimal().map_or(Outcome::Undefined(Reason::Overflow), Outcome::Number),
        Err(reason) => Outcome::Undefined(reason.clone()),
    };
    trace.exact = result.as_ref().ok().cloned();
    (result, trace)
}

fn take(dataset: &Dataset, of: &Aggregate, tahun: Year, trace: &mut AggregateTrace) -> Result<Exact, Reason> {
    let condition = of.condition.as_deref();
    let read = condition.map(fields).unwrap_or_default();
    let taken = of.isian.as_ref().map(|(isian, year)| (isian.as_str(), *year));
    let rows = Rows::new(dataset, &of.sumber, tahun, read.iter().copied().chain(taken))?;
    trace.baris = rows.table.rows.len();
    let of_run = |run: Range<usize>| {
        let (mut chosen, mut passed) = (Vec::new(), Vec::new());
        for row in run {
            if condition.is_none_or(|condition| rows.holds(row, condition)) {
                chosen.push(row);
                continue;
            }
            let outright = || condition.is_some_and(|condition| rows.fails_outright(row, condition));
            let why = match rows.first_missing(row, &read).filter(|_| !outright()) {
                Some((_, tahun, true)) => LeftOut::NoCounterpart { tahun },
                Some((isian, tahun, false)) => LeftOut::ConditionMissing { isian, tahun },
                None => LeftOut::Condition,
            };
            passed.push((row, why));
        }
        (chosen, passed)
    };
    for (chosen, passed) in in_ranges(rows.table.rows.len(), of_run) {
        trace.terpilih.extend(chosen);
        trace.dilewati.extend(passed);
    }
    if of.function == AggregateFunction::Count {
        let again = counted_again(&rows.table.rows, &trace.terpilih);
        trace.terpilih.retain(|row| !again.contains(row));
        trace.dilewati.extend(again.into_iter().map(|row| (row, LeftOut::Counted)));
        trace.dilewati.sort_by_key(|(row, _)| *row);
    }
    trace.kelompok = condition.map(|condition| groups(dataset, of, tahun, condition, &rows)).unwrap_or_default();
    let Some((isian, year)) = taken else {
        trace.jumlah_sel = trace.terpilih.len();
        return Ok(Exact::from(trace.terpilih.len()));
    };
    let mut found = collect(&rows, isian, year, of.function == AggregateFunction::CountDistinct, trace);
    trace.jumlah_sel = trace.sel.len();
    if takes_of_entities(of, year, (rows.table, tahun)) {
        found = of_entities(&rows, of.function, trace)?;
        trace.entitas = Some(found.len());
    }
    figure(of, tahun, isian, year, &found, trace.terpilih.len())
}

/// The values as those of entities that go on over several rows: their sum, or a mark once.
fn of_entities(rows: &Rows, function: AggregateFunction, trace: &AggregateTrace) -> Result<Vec<Comparable>, Reason> {
    let cells = trace.sel.iter().filter_map(|cell| Some((cell.row, cell.amount?)));
    let amounts = amounts_of_entities(&rows.table.rows, cells).ok_or(Reason::Overflow)?;
    let once = |amount: Decimal| if function == AggregateFunction::Sum { amount.min(Decimal::ONE) } else { amount };
    Ok(amounts.into_iter().map(|(_, amount)| Comparable::Number(once(amount))).collect())
}

/// The values of the chosen rows; what has none goes to `dilewati`, in the rows' order.
fn collect(rows: &Rows, isian: &str, year: YearRef, is_distinct: bool, trace: &mut AggregateTrace) -> Vec<Comparable> {
    let mut found = Vec::new();
    let mut without = Vec::new();
    for &row in &trace.terpilih {
        match rows.read(row, isian, year) {
            Read::Value { isi, row: cell_row, column } => {
                let amount = amount(&isi);
                let value = if is_distinct { distinct(&isi) } else { amount.map(Comparable::Number) };
                match value {
                    Some(value) => {
                        found.push(value);
                        trace.sel.push(Contribution { row, cell_row, column, amount });
                    }
                    // A text or a date in a column of numbers: a finding of the dataset room; no value here.
                    None => without.push((row, LeftOut::NoValue)),
                }
            }
            Read::Missing => without.push((row, LeftOut::NoValue)),
            Read::NoCounterpart => without.push((row, LeftOut::NoCounterpart { tahun: year.at(rows.tahun) })),
        }
    }
    if !without.is_empty() {
        trace.dilewati.append(&mut without);
        trace.dilewati.sort_by_key(|(row, _)| *row);
    }
    found
}

fn figure(of: &Aggregate, tahun: Year, isian: &str, year: YearRef, found: &[Comparable], chosen: usize) -> Result<Exact, Reason> {
    if of.function == AggregateFunction::CountDistinct {
        return Ok(Exact::from(found.iter().map(Key::of).collect::<BTreeSet<_>>().len()));
    }
    let mut amounts: Vec<Decimal> = found
        .iter()
        .filter_map(|value| match value {
            Comparable::Number(value) => Some(*value),
            _ => None,
        })
        .collect();
    if amounts.is_empty() {
        return match of.function {
            AggregateFunction::Sum if chosen == 0 => Ok(Exact::zero()),
            AggregateFunction::Sum => {
                Err(Reason::NoValues { sumber: of.sumber.clone(), tahun: year.at(tahun), isian: isian.to_owned() })
            }
            fungsi => Err(Reason::EmptyAverage { fungsi, sumber: of.sumber.clone(), tahun: year.at(tahun) }),
        };
    }
    let unchecked = || Reason::Unchecked;
    match of.function {
        AggregateFunction::Sum => Ok(sum(&amounts)),
        AggregateFunction::Average => sum(&amounts).divide(&Exact::from(amounts.len())).ok_or(Reason::DivisionByZero),
        AggregateFunction::Min => amounts.iter().min().map(|value| Exact::from(*value)).ok_or_else(unchecked),
        AggregateFunction::Max => amounts.iter().max().map(|value| Exact::from(*value)).ok_or_else(unchecked),
        AggregateFunction::Median => {
            amounts.sort_unstable();
            // The two in the middle, or the one twice.
            let middle = [amounts[(amounts.len() - 1) / 2], amounts[amounts.len() / 2]];
            sum(&middle).divide(&Exact::from(2usize)).ok_or(Reason::DivisionByZero)
        }
        AggregateFunction::Count | AggregateFunction::CountDistinct => Err(Reason::Unchecked),
    }
}

/// The exact sum: one whole number for each number of decimals, so that no
/// fraction is reduced row by row.
fn sum(amounts: &[Decimal]) -> Exact {
    let mut small = [0i128; 29];
    let mut large = vec![BigInt::from(0u8); 29];
    for amount in amounts {
        // A Decimal has at most 28 decimals.
        let scale = (amount.scale() as usize).min(28);
        match small[scale].checked_add(amount.mantissa()) {
            Some(total) => small[scale] = total,
            None => {
                large[scale] += small[scale];
                small[scale] = amount.mantissa();
            }
        }
    }
    for (large, small) in large.iter_mut().zip(small) {
        *large += small;
    }
    Exact::from_scaled_sums(&large)
}

/// What makes two values the same to COUNT_DISTINCT.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Number(Decimal),
    Text(&'a str),
    Date(Tanggal),
    Other,
}

impl<'a> Key<'a> {
    fn of(value: &'a Comparable) -> Self {
        match value {
            Comparable::Number(value) => Key::Number(*value),
            Comparable::Text(text) => Key::Text(text),
            Comparable::Date(date) => Key::Date(*date),
            // Rows hold no fractions.
            Comparable::Fraction(_) => Key::Other,
        }
    }
}

/// A comparison of a field with itself in an earlier year: where it stands, the field, as which, the other year.
pub(super) type Comparison<'n> = (&'n Node, &'n str, CompareOp, YearRef);

/// `f[n] > f[n-1]` anywhere in the condition, each field and year once.
pub(super) fn comparisons(condition: &Node, tahun: Year) -> Vec<Comparison<'_>> {
    let mut comparisons: Vec<Comparison> = Vec::new();
    condition.walk(&mut |node| {
        if let Some((isian, op, other)) = with_itself(node, tahun)
            && !comparisons.iter().any(|(_, known, _, year)| *known == isian && year.at(tahun) == other.at(tahun))
        {
            comparisons.push((node, isian, op, other));
        }
    });
    comparisons
}

/// The other conditions on the row's own year that stand beside a comparison with AND.
pub(super) fn beside<'n>(condition: &'n Node, comparison: &Node) -> Vec<&'n Node> {
    match &condition.expr {
        Expr::And(parts) if parts.iter().any(|part| std::ptr::eq(part, comparison)) => parts
            .iter()
            .filter(|part| !std::ptr::eq(*part, comparison) && fields(part).iter().all(|(_, year)| year.is_own()))
            .collect(),
        _ => Vec::new(),
    }
}

/// How all entities of the two years of each comparison compare.
fn groups(dataset: &Dataset, of: &Aggregate, tahun: Year, condition: &Node, rows: &Rows) -> Vec<GroupCounts> {
    comparisons(condition, tahun)
        .into_iter()
        .filter_map(|(node, isian, op, other)| group(dataset, of, tahun, (condition, node), (isian, op, other), rows))
        .collect()
}

/// A comparison of a field in the aggregate's own year with itself in an earlier one.
fn with_itself(node: &Node, tahun: Year) -> Option<(&str, CompareOp, YearRef)> {
    let Expr::Compare { op, left, right } = &node.expr else { return None };
    let (Expr::Name { name: a, year: first, .. }, Expr::Name { name: b, year: second, .. }) = (&left.expr, &right.expr) else {
        return None;
    };
    if a != b {
        return None;
    }
    let mirrored = match op {
        CompareOp::Less => CompareOp::Greater,
        CompareOp::LessOrEqual => CompareOp::GreaterOrEqual,
        CompareOp::Greater => CompareOp::Less,
        CompareOp::GreaterOrEqual => CompareOp::LessOrEqual,
        same => *same,
    };
    if first.at(tahun) == tahun && second.at(tahun) < tahun {
        Some((a, *op, *second))
    } else if second.at(tahun) == tahun && first.at(tahun) < tahun {
        Some((a, mirrored, *first))
    } else {
        None
    }
}

fn group(
    dataset: &Dataset,
    of: &Aggregate,
    tahun: Year,
    (condition, comparison): (&Node, &Node),
    (isian, op, other): (&str, CompareOp, YearRef),
    rows: &Rows,
) -> Option<GroupCounts> {
    let beside = beside(condition, comparison);
    let tahun_lain = other.at(tahun);
    let mut counts = GroupCounts {
        isian: isian.to_owned(),
        op,
        tahun,
        tahun_lain,
        naik: 0,
        tetap: 0,
        turun: 0,
        baru: 0,
        hilang: 0,
        tak_terbaca: 0,
    };
    let own = |rows: &Rows, row: usize, year| match rows.read(row, isian, year) {
        Read::Value { isi, .. } => amount(&isi),
        Read::Missing | Read::NoCounterpart => None,
    };
    // The own value may be asked for as `[n]` or by its year: read it under a name of its own.
    let own_rows = Rows::new(dataset, &of.sumber, tahun, [(isian, YearRef::Back(0))]).ok()?;
    // Texts have no rise and fall.
    let numeric = dataset.table(&of.sumber, tahun)?.columns.iter().any(|column| {
        &*column.isian == isian && matches!(column.jenis, crate::dataset::Jenis::Uang | crate::dataset::Jenis::Angka)
    });
    if !numeric {
        return None;
    }
    for (row, entry) in rows.table.rows.iter().enumerate().filter(|(_, entry)| !entry.lanjutan) {
        if !beside.iter().all(|part| rows.holds(row, part)) {
            continue;
        }
        let group = if entry.entitas == 0 {
            &mut counts.tak_terbaca
        } else if matches!(rows.read(row, isian, other), Read::NoCounterpart) {
            &mut counts.baru
        } else {
            match (own(&own_rows, row, YearRef::Back(0)), own(rows, row, other)) {
                (Some(now), Some(before)) if now > before => &mut counts.naik,
                (Some(now), Some(before)) if now < before => &mut counts.turun,
                (Some(_), Some(_)) => &mut counts.tetap,
                _ => &mut counts.tak_terbaca,
            }
        };
        *group += 1;
    }
    let earlier_fields: BTreeSet<(&str, YearRef)> = beside.iter().flat_map(|part| fields(part)).collect();
    // Where the earlier table lacks a field of the other conditions, nobody can be told to be gone from them.
    if let Ok(earlier) = Rows::new(dataset, &of.sumber, tahun_lain, earlier_fields) {
        counts.hilang = (0..earlier.table.rows.len())
            .filter(|row| {
                let entity = earlier.table.rows[*row].entitas;
                entity != 0 && !rows.table.by_entity.contains(entity) && beside.iter().all(|part| earlier.holds(*row, part))
            })
            .count();
    }
    Some(counts)
}
