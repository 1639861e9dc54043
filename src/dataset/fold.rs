//! Findings of one kind in one column, told once with their count.

use crate::diagnostic::{Kode, Penerimaan, Temuan};
use crate::vocabulary::{At, Sel};
use std::collections::BTreeMap;

/// So many of a kind in a column are told one by one.
const FEW: usize = 5;

/// The column of a sheet, the kind, and the acceptance that the whole column has.
type Kind = (At, Kode, Option<(String, Option<String>)>);

/// More than a few findings of one kind at cells of one column become one, at
/// the first of them, which keeps the others; a cell that the office accepted
/// by itself stays by itself. Order is kept.
pub(crate) fn in_columns(temuan: Vec<Temuan>) -> Vec<Temuan> {
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for kind in temuan.iter().filter_map(kind_of) {
        *counts.entry(kind).or_default() += 1;
    }
    let mut first: BTreeMap<Kind, usize> = BTreeMap::new();
    let mut told: Vec<Temuan> = Vec::new();
    for one in temuan {
        let many = kind_of(&one).filter(|kind| counts.get(kind).is_some_and(|count| *count > FEW));
        let Some(kind) = many else {
            told.push(one);
            continue;
        };
        match first.get(&kind).and_then(|index| told.get_mut(*index)) {
            Some(own) => own.lagi.push(one),
            None => {
                first.insert(kind, told.len());
                told.push(one);
            }
        }
    }
    told
}

fn kind_of(temuan: &Temuan) -> Option<Kind> {
    let Some(Sel::Cell(cell)) = temuan.at.sel else { return None };
    let accepted = match &temuan.diterima {
        None => None,
        Some(Penerimaan { sekolom: false, .. }) => return None,
        Some(Penerimaan { alasan, nilai, .. }) => Some((alasan.clone(), nilai.clone())),
    };
    Some((temuan.at.with(Sel::Column(cell.column)), temuan.kode(), accepted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{BukanAngka, BukanAngkaSebab};
    use crate::vocabulary::CellAddress;

    fn at(row: u32, column: u32) -> Temuan {
        let at = At::sheet("data/a.xlsx", Some("Sheet1".into())).with(CellAddress::new(row, column));
        Temuan::new(at, BukanAngka { ditemukan: format!("±{row}jt"), sebab: BukanAngkaSebab::KiraKira })
    }

    #[test]
    fn many_of_a_kind_in_a_column_are_one_with_a_count() {
        let found: Vec<Temuan> =
            (0..900).flat_map(|row| [at(row, 5), at(row, 6)].into_iter().take(if row < 5 { 2 } else { 1 })).collect();
        let told = in_columns(found.clone());
        assert_eq!(told.len(), 6);
        assert_eq!((told[0].lagi.len(), told[0].jumlah_sel()), (899, 900));
        assert!(told[1..].iter().all(|one| one.lagi.is_empty()));
        assert!(told[0].pesan().ends_with("899 sel lain pada kolom ini, misalnya F2 (`±1jt`), F3 (`±2jt`), dan F4 (`±3jt`)."));
        assert_eq!(told.iter().flat_map(Temuan::each).count(), found.len());
    }

    #[test]
    fn a_cell_accepted_by_itself_stays_by_itself() {
        let mut found: Vec<Temuan> = (0..9).map(|row| at(row, 5)).collect();
        let accept = |sekolom| Some(Penerimaan { alasan: "sudah ditanyakan".to_owned(), nilai: None, sekolom });
        found[3].diterima = accept(false);
        let told = in_columns(found.clone());
        assert_eq!((told.len(), told[0].lagi.len()), (2, 7));
        found.iter_mut().for_each(|one| one.diterima = accept(true));
        assert_eq!(in_columns(found).len(), 1);
    }
}
