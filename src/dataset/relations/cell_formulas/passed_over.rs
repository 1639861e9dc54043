//! A sum of neighbouring columns that leaves out the one between them and itself: `=SUM(D2:E2)` in column G, with one more
//! summand in F.

use super::operand::is_of_another;
use super::{Asked, Own, neighbours};
use crate::dataset::columns::recalc::Term;
use crate::dataset::columns::total::says_percent;
use crate::dataset::counted::figure_of;
use crate::diagnostic::{Fakta, RumusMenyimpang, SebabMenyimpang};
use crate::table::LayoutColumn;
use crate::table::headings::words::is_running_number;
use crate::text::label::{spelt_words, words};
use crate::vocabulary::{CellAddress, mask_person};
use std::collections::BTreeSet;

/// So many columns at most are forgotten.
const MOST: usize = 3;
/// What stands beside summands and is none.
const NO_SUMMANDS: [&str; 40] = [
    "biaya",
    "beban",
    "hpp",
    "pengeluaran",
    "belanja",
    "pajak",
    "ppn",
    "pph",
    "retur",
    "potongan",
    "diskon",
    "rabat",
    "laba",
    "rugi",
    "shu",
    "untung",
    "keuntungan",
    "saldo",
    "kas",
    "piutang",
    "hutang",
    "utang",
    "pinjaman",
    "tunggakan",
    "simpanan",
    "modal",
    "aset",
    "asset",
    "target",
    "rencana",
    "anggaran",
    "rata",
    "persen",
    "jumlah",
    "total",
    "harga",
    "anggota",
    "orang",
    "unit",
    "kode",
];
/// Words that headings of whatever amounts have in common.
const COMMON: [&str; 6] = ["rp", "rupiah", "juta", "ribu", "nilai", "tahun"];

/// The first row whose formula, the custom of its column, passes over a summand, with what is told of it.
pub(super) fn passed_over(asked: &Asked, cells: &[Own]) -> Option<(usize, Fakta)> {
    let (_, model) = neighbours::custom(cells)?;
    let own = cells.iter().find(|own| own.at == model)?;
    let said = own.said.as_ref()?;
    let summed = summed(&said.terms, own)?;
    let (first, last) = (*summed.first()?, *summed.last()?);
    let between = if last < own.at.column { last + 1..own.at.column } else { own.at.column + 1..first };
    let is_run = summed.len() > 1 && (last - first) as usize + 1 == summed.len() && !summed.contains(&own.at.column);
    if !is_run || between.is_empty() || between.len() > MOST.min(summed.len()) {
        return None;
    }
    let heading = |column: u32| asked.on.layout.columns.iter().find(|heading| heading.column == column);
    let parts: Vec<&LayoutColumn> = summed.iter().map(|column| heading(*column)).collect::<Option<_>>()?;
    let passed: Vec<&LayoutColumn> = between.map(heading).collect::<Option<_>>()?;
    if !passed.iter().all(|column| is_another(column, &parts) && is_filled(asked, column.column)) {
        return None;
    }
    let kolom = passed.iter().map(|column| column.path.join(" / ")).collect();
    let isian = asked.on.source.fields[asked.used.field].isian.to_string();
    let sebab = SebabMenyimpang::KolomTerlewat(kolom);
    Some((own.index, RumusMenyimpang { isian, ditemukan: format!("={}", mask_person(&said.text)), sebab }.into()))
}

/// The columns of its own row that a formula adds up, where it does nothing else.
fn summed(terms: &[Term], own: &Own) -> Option<BTreeSet<u32>> {
    let is_plain = |term: &Term| {
        let is_other = term.is_negative || term.is_opaque || term.is_ratio || term.is_mean;
        !is_other && term.factors.is_empty() && term.reads.len() == 1
    };
    let is_here = |term: &Term| {
        term.reads.iter().all(|read| read.is_own_sheet && read.first.row == own.at.row && read.last.row == own.at.row)
    };
    let are_plain = !terms.is_empty() && terms.iter().all(|term| is_plain(term) && is_here(term));
    let reads = || terms.iter().flat_map(|term| &term.reads);
    are_plain.then(|| reads().flat_map(|read| read.first.column..=read.last.column).collect())
}

/// Whether a column's heading makes it one more of what is summed: under the same parent, by a word that all of them have,
/// or where none of them has a word of another's.
fn is_another(column: &LayoutColumn, parts: &[&LayoutColumn]) -> bool {
    let over = |column: &LayoutColumn| column.path[..column.path.len().saturating_sub(1)].to_vec();
    let leaf = |column: &LayoutColumn| -> BTreeSet<String> {
        let words = column.path.last().map(|leaf| spelt_words(leaf)).unwrap_or_default();
        words.into_iter().filter(|word| !COMMON.contains(&word.as_str())).collect()
    };
    let (Some((first, rest)), own) = (parts.split_first(), leaf(column)) else { return false };
    let shared = rest.iter().fold(leaf(first), |shared, part| shared.intersection(&leaf(part)).cloned().collect());
    let is_akin = !over(column).is_empty() || shared.is_empty() || own.intersection(&shared).next().is_some();
    let is_no_summand = |column: &LayoutColumn| {
        column.period.is_some()
            || says_percent(&column.path)
            || is_of_another(column, None)
            || leaf(column).iter().any(|word| NO_SUMMANDS.contains(&word.as_str()))
            || column.path.last().is_none_or(|leaf| words(leaf).is_empty() || is_running_number(&words(leaf)))
    };
    let all_alike = parts.iter().all(|part| over(part) == over(column) && part.isian.is_none() && !is_no_summand(part));
    column.isian.is_none() && is_akin && all_alike && !is_no_summand(column)
}

/// Whether nearly all rows have a number above nought there.
fn is_filled(asked: &Asked, column: u32) -> bool {
    let rows = asked.on.rows;
    let is_amount = |row: u32| {
        let cell = asked.on.sheet.cell(CellAddress::new(row, column));
        cell.is_some() && figure_of(cell.as_ref()).is_some_and(|value| value.is_sign_positive() && !value.is_zero())
    };
    rows.iter().filter(|row| is_amount(row.row)).count() * 5 >= rows.len() * 4
}
