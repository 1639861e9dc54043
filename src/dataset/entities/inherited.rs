//! What a row that goes on with the one above it leaves blank, and has of that one: a koperasi's kecamatan stands beside its first unit.

use crate::dataset::{Column, Jenis, Table};
use std::ops::Range;

/// Texts that are the entity's own wherever they stand: where it is, how it is called. A unit, a kind or a product is its row's.
const OF_ENTITY: &[&str] = &[
    "kecamatan",
    "kelurahan",
    "desa",
    "kabupaten",
    "wilayah",
    "alamat",
    "status",
    "nomor",
    "nik",
    "nib",
    "npwp",
    "nama",
    "skala",
];

/// Whether every row of an entity has what one of them says.
fn is_of_entity(column: &Column) -> bool {
    match column.jenis {
        Jenis::Tanggal | Jenis::Tanda => true,
        Jenis::Teks => OF_ENTITY.iter().any(|lead| column.isian.starts_with(lead)),
        _ => false,
    }
}

/// Gives the rows of an entity the texts, dates and marks that they leave blank and all its others agree on. Amounts are a
/// row's own.
pub(crate) fn inherit(table: &mut Table) {
    let mut first = 0;
    while first < table.rows.len() {
        let further = table.rows[first + 1..].iter().take_while(|row| row.lanjutan).count();
        if further > 0 {
            (0..table.columns.len()).for_each(|column| share(table, column, first..first + 1 + further));
        }
        first += 1 + further;
    }
}

/// What the rows of one entity share in a column. A text or a date goes down from the row above it, a mark is the entity's
/// wherever it stands.
fn share(table: &mut Table, column: usize, rows: Range<usize>) {
    if !is_of_entity(&table.columns[column]) {
        return;
    }
    let isi = |table: &Table, row: usize| table.isi(&table.rows[row], column);
    let said: Vec<_> = rows.clone().map(|row| isi(table, row)).filter(|isi| !isi.is_empty()).collect();
    let Some(own) = said.first().filter(|first| said.iter().all(|isi| isi == *first)).cloned() else { return };
    let is_mark = table.columns[column].jenis == Jenis::Tanda;
    let from = rows.clone().find(|row| is_mark || !isi(table, *row).is_empty()).unwrap_or(rows.end);
    for row in from..rows.end {
        if isi(table, row).is_empty() {
            let slot = table.rows[row].slot as usize;
            table.columns[column].cells.set(slot, own.clone(), false);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::cell::isi_text;
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::profile::Dictionary;
    use crate::vocabulary::Year;

    #[test]
    fn a_further_row_has_its_entitys_place_and_its_own_amount() {
        let lines = "No;Nama Usaha;Kecamatan;Produk;Omset\n1;Omah A;Gadingrejo;Keripik;100000\n;;;Tempe;50000\n\
                     2;Omah B;;Tahu;70000\n3;Omah C;Purworejo;Roti;80000";
        let office = Office::new(Dictionary::Umkm, &["data/{tahun}.csv"], &[]).file("2021.csv", lines);
        let checked = office.needs(2021, &["omset", "kecamatan"]).read();
        assert!(checked.galat().is_empty(), "{:?}", checked.galat());
        let table = checked.value.table("s", Year(2021)).unwrap();
        let texts =
            |isian: &str| -> Vec<String> { table.values(table.column(isian).unwrap()).map(|isi| isi_text(&isi)).collect() };
        // Another business without a place has none.
        assert_eq!(texts("kecamatan"), ["Gadingrejo", "Gadingrejo", "", "Purworejo"]);
        assert_eq!(texts("omset"), ["100000", "50000", "70000", "80000"]);
    }
}
