//! What an entity of several rows has at a time (its members, its assets), written again beside each of its units: added up it
//! is so many times too much.

use super::told::tell;
use crate::dataset::accept::Findings;
use crate::dataset::columns::whole_year::is_stock;
use crate::dataset::source::Source;
use crate::dataset::{Isi, Table};
use crate::diagnostic::Banding;

/// Tells of a column of such figures that further rows of an entity only repeat.
pub(crate) fn repeated_stock(source: &Source, table: &mut Table, findings: &mut Findings) {
    if !table.rows.iter().any(|row| row.lanjutan) {
        return;
    }
    for column in 0..table.columns.len() {
        let isian = table.columns[column].isian.clone();
        let field = source.field(&isian).map(|field| &source.fields[field]);
        if !is_stock(&isian) || !field.is_some_and(|field| source.rests(field, table.tahun)) {
            continue;
        }
        let value = |row: usize| match table.isi(&table.rows[row], column) {
            Isi::Angka(value) if !value.is_zero() => Some(value),
            _ => None,
        };
        let further = || (1..table.rows.len()).filter(|row| table.rows[*row].lanjutan && value(*row).is_some());
        let again: Vec<usize> = further().filter(|row| value(*row) == value(*row - 1)).collect();
        if let Some(first) = again.first().copied().filter(|_| again.len() * 2 > further().count()) {
            tell(table, (first, column), Banding::SamaSemua(again.len() + 1, table.rows.len()), findings);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    #[test]
    fn members_written_again_beside_each_unit_are_told() {
        let told = |second: &str| {
            let text = format!(
                "No;Nama Koperasi;Nomor BH;Unit;Anggota;Volume Usaha\n1;KSP A;1/BH/1990;Simpan Pinjam;25;7000000\n;;;Toko;{second};3100000\n\
                 2;KUD B;2/BH/1990;Toko;40;9000000\n3;KSU C;3/BH/1990;Toko;31;8000000\n"
            );
            let office = Office::keragaan().file("2021.csv", &text).needs(2021, &["anggota", "volume_usaha"]);
            office.read().has(Kode::NilaiSeperseribu).len()
        };
        assert_eq!(told("25"), 1);
        assert_eq!((told("12"), told("")), (0, 0));
    }
}
