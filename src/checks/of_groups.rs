//! One of the rows of a group (a kelompok's quarter) so far above the group's others as none of another group is.

use super::told::{amounts_of, tell};
use crate::dataset::accept::Findings;
use crate::dataset::key::normal;
use crate::dataset::{Jenis, Table};
use crate::diagnostic::Banding;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Fewer rows of a group, or fewer groups, show nothing.
const FEW: usize = 3;
/// The greatest is so many times the next where it is odd, and no more than so many times where it is not.
const APART: Decimal = Decimal::from_parts(30, 0, 0, false, 0);
const BESIDE: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
/// Longer tables are no recaps.
const MOST: usize = 20_000;

pub(super) fn above_its_group(table: &mut Table, column: usize, findings: &mut Findings) {
    if table.rows.len() > MOST || !matches!(table.columns[column].jenis, Jenis::Uang | Jenis::Angka) {
        return;
    }
    let mut groups: BTreeMap<String, Vec<(Decimal, usize)>> = BTreeMap::new();
    for (row, value) in amounts_of(table, column) {
        groups.entry(normal(&table.rows[row].nama)).or_default().push((value, row));
    }
    groups.retain(|nama, own| !nama.is_empty() && own.len() >= FEW);
    let greatest = |own: &mut Vec<(Decimal, usize)>| {
        own.sort_unstable();
        let (second, (first, row)) = (own[own.len() - 2].0, own[own.len() - 1]);
        (second, first, row)
    };
    let greatest: Vec<(Decimal, Decimal, usize)> = groups.values_mut().map(greatest).collect();
    let is_times =
        |(second, first): (Decimal, Decimal), times: Decimal| second.checked_mul(times).is_some_and(|most| most <= first);
    let is_odd = |(second, first, _): &&(Decimal, Decimal, usize)| {
        *second >= Decimal::ONE && *first >= Decimal::ONE_THOUSAND && is_times((*second, *first), APART)
    };
    let is_usual = |(second, first, _): &&(Decimal, Decimal, usize)| !is_times((*second, *first), BESIDE);
    let usual = greatest.iter().filter(is_usual).count();
    let [(second, _, row)] = greatest.iter().filter(is_odd).collect::<Vec<_>>()[..] else { return };
    if greatest.len() >= FEW && usual + 1 == greatest.len() {
        tell(table, (*row, column), Banding::TerbesarLain(*second), findings);
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::{Dictionary, JenisIsian};

    /// The cells told of four groups of four quarters, of which one has this amount.
    fn told(amount: &str, other: &str) -> Vec<String> {
        let quarter = |group: u64, tw: u64| match (group, tw) {
            (1, 3) => amount.to_owned(),
            (2, 3) => other.to_owned(),
            _ => ((tw + 1) * (group * 37_123_457 + 49_186_169)).to_string(),
        };
        let line = |at: u64| {
            format!("Kelompok {};{};{}\n", ["KSP", "KSU", "KPRI", "KUD"][at as usize / 4], at % 4 + 1, quarter(at / 4, at % 4))
        };
        let list = format!("Kelompok;Triwulan;Volume Usaha\n{}", (0..16).map(line).collect::<String>());
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["kel", "tw"]).file("2021.csv", &list);
        let office = office.kolom("kel", "Kelompok", Some(JenisIsian::Teks)).kolom("tw", "Triwulan", Some(JenisIsian::Teks));
        let read = office.source(|sumber| sumber.butir = Some("kelompok".into())).needs(2021, &["volume_usaha", "tw"]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::NilaiSeperseribu).iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    #[test]
    fn a_quarter_far_above_its_groups_others() {
        assert!(told("345238504", "493732332").is_empty());
        assert_eq!(told("34523850400", "493732332"), ["C9"]);
        // Another group that grows as far is how groups grow.
        assert!(told("34523850400", "4937323320").is_empty() && told("3452385040", "493732332").is_empty());
    }
}
