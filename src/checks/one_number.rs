//! One number of identity on several unlike owners' rows, where filled cells are counted: it was filled down, and who has
//! none of his own is counted as having one.

use super::told::tell_text;
use crate::dataset::accept::Findings;
use crate::dataset::cell::isi_text;
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::{Banding, Salinan};
use std::collections::{BTreeMap, BTreeSet};

/// Two rows may be a husband's and a wife's.
const FEW: usize = 3;
/// Numbers of fewer digits are none of identity.
const DIGITS: usize = 8;
/// Longer lists are no office's own.
const MOST: usize = 200_000;

/// Tells the numbers that stand on three rows or more of different owners.
pub(super) fn one_number(source: &Source, table: &mut Table, findings: &mut Findings) {
    let keys: Vec<usize> = source.sumber.kunci.iter().filter_map(|key| table.column(&key.text)).collect();
    if keys.is_empty() || table.rows.len() > MOST {
        return;
    }
    for column in 0..table.columns.len() {
        let own = &table.columns[column];
        let field = source.field(&own.isian).map(|field| &source.fields[field]);
        let is_counted = field.is_some_and(|field| source.counts(field) && source.rests(field, table.tahun));
        if own.jenis != Jenis::Teks || !is_counted || keys.contains(&column) {
            continue;
        }
        let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (row, own) in table.rows.iter().enumerate().filter(|(_, own)| !own.lanjutan) {
            if let Isi::Teks(text) = table.isi(own, column)
                && text.bytes().filter(u8::is_ascii_digit).count() >= DIGITS
            {
                rows.entry(text.trim().to_owned()).or_default().push(row);
            }
        }
        let owner = |row: &usize| {
            let key: Vec<String> = keys.iter().map(|key| isi_text(&table.isi(&table.rows[*row], *key))).collect();
            key.join("\u{1f}")
        };
        let are_unlike = |rows: &Vec<usize>| {
            let of = |text: &dyn Fn(&usize) -> String| {
                rows.iter().map(text).filter(|text| !text.is_empty()).collect::<BTreeSet<String>>().len()
            };
            rows.len() >= FEW && of(&owner) == rows.len() && of(&|row| table.rows[*row].nama.to_string()) == rows.len()
        };
        let told: Vec<(usize, usize)> =
            rows.values().filter(|rows| are_unlike(rows)).filter_map(|rows| Some((*rows.get(1)?, rows.len()))).collect();
        for (row, baris) in told {
            tell_text(table, (row, column), Banding::Salinan(Salinan::NomorBersama(baris)), findings);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    fn told(number: impl Fn(u64) -> u64) -> Vec<String> {
        let line = |at: u64| format!("{};35750101018000{at:02};Usaha {at};91200000000{:02};5000000\n", at + 1, number(at));
        let text = format!("No;NIK;Nama Usaha;NIB;Omset\n{}", (0..9).map(line).collect::<String>());
        let mut office = Office::umkm().file("2021.csv", &text).needs(2021, &["nib"]);
        office.needs[0].dihitung.insert("nib".to_owned());
        let read = office.read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::NilaiSeperseribu).iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    #[test]
    fn one_number_on_unlike_owners_is_told_and_one_of_two_is_not() {
        assert_eq!(told(|at| at), [""; 0]);
        assert_eq!(told(|at| if at == 4 { 3 } else { at }), [""; 0]);
        assert_eq!(told(|at| if (3..7).contains(&at) { 3 } else { at }), ["D6"]);
    }
}
