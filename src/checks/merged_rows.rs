//! A koperasi that came of two others, beside them: its members and its business are theirs together, and counted twice.

use super::digits::digits;
use super::shared::resting_sums;
use super::told::tell;
use crate::dataset::accept::Findings;
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::{Banding, Salinan};
use crate::profile::Dictionary;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use std::collections::BTreeMap;

/// Amounts of fewer digits are two others' sum by chance.
const TELLING: u32 = 6;
/// With one column alone to show it, so many digits, and no more rows than this.
const TELLING_ALONE: u32 = 8;
const FEW: usize = 60;
/// Two amounts of which both are so many times one number at most are no odd ones.
const MULTIPLES: u128 = 1_000;
/// Beyond so many rows pairs are not sought.
const MOST: usize = 600;

/// Whether two amounts are no multiples of one another's part, as made-up ones are.
fn are_odd(one: Decimal, other: Decimal) -> bool {
    let (Some(mut large), Some(mut small)) = (one.to_u128(), other.to_u128()) else { return false };
    let least = large.min(small);
    while small > 0 {
        (large, small) = (small, large % small);
    }
    large.checked_mul(MULTIPLES).is_some_and(|most| most < least)
}

/// Tells the rows whose amounts are those of two others together, in all columns that add up.
pub(crate) fn merged_rows(source: &Source, table: &mut Table, findings: &mut Findings) {
    if source.sumber.bentuk != Dictionary::Keragaan {
        return;
    }
    let columns = resting_sums(source, table);
    let money = columns.iter().copied().find(|at| table.columns[*at].jenis == Jenis::Uang);
    let (Some(money), true) = (money, table.rows.len() <= MOST) else { return };
    let number = |row: usize, column: usize| match table.isi(&table.rows[row], column) {
        Isi::Angka(value) => value,
        _ => Decimal::ZERO,
    };
    let least = if columns.len() > 1 { TELLING } else { TELLING_ALONE };
    if columns.len() == 1 && table.rows.len() > FEW {
        return;
    }
    let own: Vec<(usize, Decimal)> = (0..table.rows.len())
        .map(|row| (row, number(row, money)))
        .filter(|(_, value)| *value > Decimal::ZERO && digits(*value) >= least)
        .collect();
    let rows: BTreeMap<Decimal, usize> = own.iter().map(|(row, value)| (value.normalize(), *row)).collect();
    let mut found = Vec::new();
    for (at, (one, first)) in own.iter().enumerate() {
        for (other, second) in &own[at + 1..] {
            if !are_odd(*first, *second) {
                continue;
            }
            let Some(whole) = first.checked_add(*second).and_then(|sum| rows.get(&sum.normalize())) else { continue };
            let adds_up =
                |column: &usize| number(*one, *column).checked_add(number(*other, *column)) == Some(number(*whole, *column));
            if columns.iter().all(adds_up) {
                found.push((*whole, *one, *other));
            }
        }
    }
    // Where more than one is others' sum, that is how the list is made.
    if found.len() > 1 {
        return;
    }
    for (whole, one, other) in found {
        // Perhaps it is a total, which is asked.
        if (0..table.columns.len()).any(|column| findings.stands_at(&table.at(&table.rows[whole], column))) {
            continue;
        }
        let name = |row: usize| table.rows[row].nama.to_string();
        let salinan = Salinan::Gabungan(name(one), name(other));
        tell(table, (whole, money), Banding::Salinan(salinan), findings);
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    /// The cells told of ten koperasi, of which one may be two others together.
    fn told(isian: &[&str], merged: Option<[u64; 3]>, remark: &str) -> Vec<String> {
        let amount = |at: u64| 131_415_927 + (at * at * 27_182_818 + at * 1_618_033) % 970_531_021;
        let members = |at: u64| 20 + at * at * 7 % 83;
        let line = |at: u64| {
            let of = |own: &dyn Fn(u64) -> u64| match merged {
                Some([whole, one, other]) if whole == at => own(one) + own(other),
                _ => own(at),
            };
            let remark = if merged.is_some_and(|[whole, ..]| whole == at) { remark } else { "" };
            format!("{};Koperasi {at};518/{at:02}/BH/1990;{};{};{remark}\n", at + 1, of(&members), of(&amount))
        };
        let heads = "No;Nama Koperasi;No Badan Hukum;Jumlah Anggota;Volume Usaha;Ket";
        let text = format!("{heads}\n{}", (0..10).map(line).collect::<String>());
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, isian).read();
        let told = read.has(Kode::NilaiSeperseribu);
        told.iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    #[test]
    fn one_that_came_of_two_others_is_told() {
        for isian in [&["volume_usaha"][..], &["anggota", "volume_usaha"]] {
            assert_eq!(told(isian, None, ""), [""; 0]);
            assert_eq!(told(isian, Some([7, 2, 5]), ""), ["E9"]);
            assert_eq!(told(isian, Some([1, 2, 5]), ""), ["E3"]);
        }
    }
}
