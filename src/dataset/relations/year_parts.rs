//! Columns that make up a year beside the column of the whole, though nothing but what they are called says so:
//! `Jan … Des | Omset`, `TW I … TW IV | Omset Setahun`, `1 … 12` under `Bulan`.

use crate::dataset::columns::column::Used;
use crate::dataset::columns::whole_year::is_stock;
use crate::dataset::counted::{On, figure_of};
use crate::dataset::{FieldInfo, Jenis};
use crate::table::{LayoutColumn, TableLayout};
use crate::text::label::{spelt_words, words};
use crate::text::period_named;
use crate::vocabulary::CellAddress;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// The columns that a whole year's figure is made up of.
#[derive(Default)]
pub(crate) struct YearParts {
    /// From 0, in their order through the year.
    pub columns: Vec<u32>,
    /// How many months they are of together.
    pub months: u8,
}

/// A column of a part of a year: which one, of how many months, and its other words.
struct Part<'a> {
    column: &'a LayoutColumn,
    months: u8,
    number: u8,
    others: Vec<String>,
}

/// Words over parts of a year that say nothing of what is in them.
const BESIDE: &[&str] =
    &["bulan", "bulanan", "per", "tiap", "setiap", "triwulan", "kuartal", "semester", "caturwulan", "realisasi", "tahun", "rp"];

/// The parts beside a column of a whole year: the columns before it, or those behind it where nothing stands on their other
/// side that might be their sum; from the first of the year on, one behind the other.
pub(crate) fn year_parts(layout: &TableLayout, whole: &LayoutColumn, field: &FieldInfo) -> Option<YearParts> {
    if whole.period.as_ref().is_some_and(crate::text::Period::is_part) {
        return None;
    }
    let mut columns: Vec<&LayoutColumn> = layout.columns.iter().collect();
    columns.sort_by_key(|column| column.column);
    let at = columns.iter().position(|column| column.column == whole.column)?;
    let before = run_of(columns[..at].iter().rev().copied(), true);
    let behind = || {
        let run: Vec<Part> = run_of(columns[at + 1..].iter().copied(), false);
        let next = columns.get(at + 1 + run.len());
        let is_sum = next.is_some_and(|next| next.isian.is_some() || is_of_sum(next));
        if is_sum { Vec::new() } else { run }
    };
    let parts = if before.is_empty() { behind() } else { before };
    let months = parts.iter().map(|part| part.months).sum::<u8>();
    let year = whole.period.as_ref().and_then(|period| period.year);
    let is_of_whole = |part: &Part| {
        let own = part.column.period.as_ref().and_then(|period| period.year);
        own.is_none_or(|own| year.is_none_or(|year| year == own)) && is_of_field(&part.others, whole, field)
    };
    let is_run = parts.len() > 1 && parts.iter().all(is_of_whole);
    is_run.then(|| YearParts { columns: parts.iter().map(|part| part.column.column).collect(), months })
}

/// Whether each amount that counts is, in every row, what its columns of so many parts of the year come to, which are all of
/// it: `TW I | TW II | TW III | TW IV | Jumlah`. What there is at a time, or grows from part to part, is no such amount.
pub(crate) fn are_of_parts(on: &On, used: &[Used], parts: usize) -> bool {
    let amounts = || {
        let rests = used.iter().filter(|own| !own.rests.is_empty());
        rests.filter(|own| matches!(on.source.fields[own.field].jenis, Jenis::Uang | Jenis::Angka))
    };
    let is_whole = |own: &Used| {
        let (field, whole) = (&on.source.fields[own.field], &on.layout.columns[own.index]);
        let Some(beside) = year_parts(on.layout, whole, field) else { return false };
        let is_all = beside.months == 12 && beside.columns.len() == parts && are_of_one_year(on.layout, &beside.columns);
        is_all && !is_stock(&field.isian) && adds_up(on, whole.column, &beside.columns)
    };
    amounts().next().is_some() && amounts().all(is_whole)
}

/// Whether the columns' headings state no two years.
fn are_of_one_year(layout: &TableLayout, parts: &[u32]) -> bool {
    let own = layout.columns.iter().filter(|column| parts.contains(&column.column));
    let years: BTreeSet<_> = own.filter_map(|column| column.period.as_ref()?.year).collect();
    years.len() < 2
}

/// Whether a column is in every row what the parts come to, and these do not grow in each of several rows.
fn adds_up(on: &On, whole: u32, parts: &[u32]) -> bool {
    let figure = |row: u32, column: u32| figure_of(on.sheet.cell(CellAddress::new(row, column)).as_ref());
    let of = |row: u32| parts.iter().map(|column| figure(row, *column)).collect::<Option<Vec<Decimal>>>();
    let holds = |row: u32| {
        let sum = of(row).and_then(|parts| parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part)));
        sum.is_some() && sum == figure(row, whole)
    };
    let grows =
        |row: u32| of(row).is_some_and(|parts| parts.windows(2).all(|two| two[0] <= two[1]) && parts[0] < parts[parts.len() - 1]);
    let grow = on.rows.iter().filter(|row| grows(row.row)).count();
    on.rows.iter().all(|row| holds(row.row)) && (grow < 2 || grow * 2 < on.rows.len())
}

/// Whether a title names nothing but what there is at a time: `JUMLAH KOPERASI PER TRIWULAN`, not `UMKM YANG DIFASILITASI PER TRIWULAN`.
pub(crate) fn is_of_stock(title: &str) -> bool {
    let words = spelt_words(title);
    let own = words.iter().take_while(|word| *word != "per");
    let is_beside = |word: &&String| {
        matches!(
            word.as_str(),
            "rekapitulasi" | "rekap" | "data" | "laporan" | "jumlah" | "daftar" | "perkembangan" | "banyaknya"
        )
    };
    let mut left = own.filter(|word| !is_beside(word)).peekable();
    let is_stock = |word: &String| {
        matches!(
            word.as_str(),
            "koperasi"
                | "anggota"
                | "umkm"
                | "ukm"
                | "usaha"
                | "mikro"
                | "tenaga"
                | "kerja"
                | "saldo"
                | "aset"
                | "aktif"
                | "karyawan"
                | "penduduk"
                | "dan"
        )
    };
    left.peek().is_some() && left.all(is_stock)
}

/// The parts of one length and one kind, each the next of the year: from the first one on or, where the columns come from
/// the right (`is_back`), down to it.
fn run_of<'a>(columns: impl Iterator<Item = &'a LayoutColumn>, is_back: bool) -> Vec<Part<'a>> {
    let mut run: Vec<Part> = Vec::new();
    for column in columns {
        let Some(part) = part_of(column, run.first()) else { break };
        let follows = match run.last() {
            None => is_back || part.number == 1,
            Some(last) if is_back => last.number == part.number + 1,
            Some(last) => last.number + 1 == part.number,
        };
        let is_alike = run.first().is_none_or(|first| first.months == part.months && first.others == part.others);
        if !follows || !is_alike {
            break;
        }
        run.push(part);
    }
    if is_back {
        run.reverse();
    }
    if run.first().is_some_and(|first| first.number == 1) { run } else { Vec::new() }
}

/// What part of a year a heading names: by its words, or as a number where `Bulan` stands beside or over it, or where the
/// numbers of twelve columns count the months.
fn part_of<'a>(column: &'a LayoutColumn, beside: Option<&Part>) -> Option<Part<'a>> {
    let (leaf, over) = column.path.split_last()?;
    let others = |left: Vec<String>| {
        let mut others: Vec<String> = over.iter().flat_map(|label| spelt_words(label)).chain(left).collect();
        others.retain(|word| !BESIDE.contains(&word.as_str()) && !word.bytes().all(|byte| byte.is_ascii_digit()));
        others
    };
    if let Some(number) = month_number(leaf) {
        let says_month = over.iter().flat_map(|label| words(label)).any(|word| matches!(word.as_str(), "bulan" | "bln"))
            || leaf.bytes().any(|byte| byte.is_ascii_alphabetic());
        // `12` alone in the last of the columns is told by those before it.
        let is_counted = says_month || number == 12 || beside.is_some_and(|part| part.months == 1);
        return is_counted.then(|| Part { column, months: 1, number, others: others(Vec::new()) });
    }
    // `I`, `II`, `III`, `IV` under `Triwulan`.
    let joined = || period_named(&format!("{} {leaf}", over.last().filter(|label| names_a_span(label))?));
    let (period, named) = period_named(leaf).or_else(joined)?;
    let until = period.until?;
    let months = period.months.filter(|months| matches!(months, 1 | 3 | 4 | 6))?;
    let named = words(&named);
    let left = spelt_words(leaf).into_iter().filter(|word| !named.contains(word)).collect();
    (period.day.is_none() && until % months == 0).then(|| Part { column, months, number: until / months, others: others(left) })
}

/// Whether a label over columns is what their numbers count: `Triwulan`, `Semester`.
fn names_a_span(label: &str) -> bool {
    matches!(&words(label)[..], [word] if matches!(word.as_str(), "triwulan" | "tw" | "trw" | "kuartal" | "semester" | "caturwulan"))
}

/// `1` to `12`, `Bulan 3`, `Bln 3`.
fn month_number(leaf: &str) -> Option<u8> {
    let words = words(leaf);
    let number = match &words[..] {
        [number] => number,
        [label, number] if matches!(label.as_str(), "bulan" | "bln" | "b") => number,
        _ => return None,
    };
    number.parse().ok().filter(|number| (1..=12).contains(number))
}

/// Whether words beside the parts' own say that they are of the whole's field, or say nothing.
fn is_of_field(others: &[String], whole: &LayoutColumn, field: &FieldInfo) -> bool {
    let own = || {
        let texts = whole.path.iter().map(String::as_str).chain(field.aliases.iter().map(String::as_str));
        texts.chain([&*field.isian]).flat_map(|text| spelt_words(&text.replace('_', " ")))
    };
    others.is_empty() || own().any(|word| others.contains(&word))
}

/// A heading of a sum: `Jumlah`, `Total`.
fn is_of_sum(column: &LayoutColumn) -> bool {
    column.path.last().is_some_and(|leaf| spelt_words(leaf).iter().any(|word| matches!(word.as_str(), "jumlah" | "total")))
}
