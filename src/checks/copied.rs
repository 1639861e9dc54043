//! Amounts that are to the rupiah those of an unlike column of their row, or of the row above: pasted into the wrong column,
//! or filled down. Amounts of seven digits and more are so by no chance.

use super::digits::digits;
use super::told::{amounts, amounts_of, tell};
use crate::dataset::accept::Findings;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::{Banding, Salinan};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// An amount of fewer digits, without the noughts at its end, may come again.
const TELLING: u32 = 7;
/// In a run of so many rows fewer digits tell, where so few others are alike.
const RUN: usize = 4;
const TELLING_IN_RUN: u32 = 5;
const ONE_IN: usize = 10;
/// So few cells may be copies in a short list.
const FEW_CELLS: usize = 2;
/// So many rows that are another column's, nearly all, show that it was pasted there.
const FEW: usize = 5;
/// What is had at the end of a year, not what came in or was made of it.
const HAD: [&str; 6] = ["aset", "modal", "simpanan", "pinjaman", "ekuitas", "kekayaan"];

/// Tells what a column of amounts has of others.
/// Of two columns that figures both rest on the business is told rather than what it is done with.
pub(super) fn copied(table: &mut Table, column: usize, resting: &[usize], findings: &mut Findings) {
    of_column(table, (column, resting), findings);
    of_above(table, column, findings);
}

fn is_had(isian: &str) -> bool {
    HAD.iter().any(|word| isian.split('_').any(|part| part == *word))
}

/// Business and what it is done with, or what is left of it: no two of these are one amount.
fn are_unlike(one: &str, other: &str) -> bool {
    let (one_had, other_had) = (is_had(one), is_had(other));
    one_had != other_had || !one_had && one != other && (one == "shu" || other == "shu")
}

fn of_column(table: &mut Table, (column, resting): (usize, &[usize]), findings: &mut Findings) {
    let isian = table.columns[column].isian.to_string();
    for other in 0..table.columns.len() {
        let lain = table.columns[other].isian.to_string();
        if other == column
            || table.columns[other].jenis != Jenis::Uang
            || !are_unlike(&isian, &lain)
            || is_had(&isian) && resting.contains(&other)
        {
            continue;
        }
        let (mut both, mut same) = (0, Vec::new());
        let mut different: BTreeSet<Decimal> = BTreeSet::new();
        for (row, value) in amounts_of(table, column) {
            match table.isi(&table.rows[row], other) {
                Isi::Angka(beside) if !beside.is_zero() => {
                    both += 1;
                    if beside == value {
                        same.push((row, value));
                    }
                }
                _ => {}
            }
        }
        same.iter().for_each(|(_, value)| {
            different.insert(*value);
        });
        let is_pasted = same.len() >= FEW && same.len() * 5 >= both * 4 && different.len() >= FEW;
        if let Some((first, _)) = same.first().filter(|_| is_pasted) {
            tell(table, (*first, column), Banding::Salinan(Salinan::Kolom { lain, baris: same.len() }), findings);
            continue;
        }
        // Where many are one amount, that is how the office has them.
        if same.len() > FEW_CELLS.max(both / ONE_IN) {
            continue;
        }
        let telling = same.into_iter().filter(|(_, value)| digits(*value) >= TELLING);
        for (row, _) in telling.collect::<Vec<_>>() {
            tell(table, (row, column), Banding::Salinan(Salinan::Kolom { lain: lain.clone(), baris: 1 }), findings);
        }
    }
}

fn of_above(table: &mut Table, column: usize, findings: &mut Findings) {
    let own = amounts(table, column);
    // A row that goes on with the one above, or stands there once more, is told as such.
    let is_another = |above: usize, below: usize| {
        let (above, below) = (&table.rows[above], &table.rows[below]);
        above.part == below.part && !below.lanjutan && (above.nama != below.nama || below.nama.is_empty())
    };
    let is_same =
        |pair: &[(usize, Decimal)]| pair[0].0 + 1 == pair[1].0 && pair[0].1 == pair[1].1 && is_another(pair[0].0, pair[1].0);
    let mut runs: Vec<(usize, usize, Decimal)> = Vec::new();
    let mut at = 0;
    while at < own.len() {
        let end = (at + 1..own.len()).find(|next| !is_same(&own[next - 1..=*next])).unwrap_or(own.len());
        if end - at > 1 {
            runs.push((own[at + 1].0, end - at, own[at].1));
        }
        at = end;
    }
    let alike: usize = runs.iter().map(|(_, count, _)| count - 1).sum();
    for (row, count, value) in runs {
        // Most of a column are told as such, and so is a formula that points below.
        let above = table.at(&table.rows[row - 1], column);
        if count * 3 >= own.len() && count > RUN || findings.stands_at(&above) {
            continue;
        }
        let is_run = count >= RUN && digits(value) >= TELLING_IN_RUN && (alike + 1 - count) * ONE_IN <= own.len();
        if is_run {
            tell(table, (row, column), Banding::SamaSemua(count, table.rows.len()), findings);
        } else if digits(value) >= TELLING && alike * ONE_IN <= own.len().max(ONE_IN * 2) {
            tell(table, (row, column), Banding::Salinan(Salinan::Atas), findings);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    fn some(at: u64, seed: u64) -> u64 {
        31_415_927 + (at * at * 2_718_281 + at * seed * 1_618_033) % 970_531_021
    }

    /// The cells told of twelve koperasi: capital of their own and of others, all they have, business, what was left.
    fn told(row: impl Fn(u64) -> [u64; 4]) -> Vec<String> {
        let line = |at: u64| {
            let [own, lent, business, left] = row(at);
            let all = own + lent;
            format!("{};Koperasi {at};518/{at:02}/BH/1990;{own};{lent};{all};{business};{left}\n", at + 1)
        };
        let heads = "No;Nama Koperasi;No Badan Hukum;Modal Sendiri;Modal Luar;Aset;Volume Usaha;SHU";
        let text = format!("{heads}\n{}", (0..12).map(line).collect::<String>());
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha", "shu", "aset"]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::NilaiSeperseribu).iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    fn usual(at: u64) -> [u64; 4] {
        [some(at + 1, 3), if at.is_multiple_of(3) { 0 } else { some(at + 1, 5) }, some(at + 1, 7), some(at + 1, 11) / 40]
    }

    #[test]
    fn another_columns_amounts_are_told() {
        assert_eq!(told(usual), [""; 0]);
        let all_at = |of: fn(u64) -> bool| {
            move |at: u64| {
                let [own, lent, business, left] = usual(at);
                [
                    own,
                    lent,
                    if at == 4 {
                        0
                    } else if of(at) {
                        own + lent
                    } else {
                        business
                    },
                    left,
                ]
            }
        };
        // All of the column, though a koperasi without business is left out; one row of it.
        assert_eq!(told(all_at(|_| true)).first().map(String::as_str), Some("G2"));
        assert_eq!(told(all_at(|at| at == 5)), ["G7"]);
        // Round amounts may be one.
        assert_eq!(
            told(|at| [
                50_000_000 + at * 1_000_000,
                7_123_000 + at * at * 10_000,
                50_000_000 + at % 3 * 1_000_000,
                1_000_000 + at * 10_000
            ]),
            [""; 0]
        );
    }

    #[test]
    fn the_row_aboves_amount_is_told() {
        let of = |rows: std::ops::Range<u64>, amount: u64| {
            move |at: u64| {
                let [own, lent, business, left] = usual(at);
                [own, lent, if rows.contains(&at) { amount } else { business }, left]
            }
        };
        assert_eq!(told(of(5..7, 195_318_029)), ["G8"]);
        assert_eq!(told(of(5..7, 195_000_000)), [""; 0]);
        assert_eq!(told(of(5..9, 214_040_000)), ["G8"]);
        assert_eq!(told(of(5..9, 200_000_000)), [""; 0]);
    }
}
