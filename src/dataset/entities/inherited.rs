//! What a row that goes on with the one above it leaves blank, and has of that one: a koperasi's kecamatan stands beside its first unit.

use crate::dataset::{Column, Jenis, Table};

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

/// Gives further rows of an entity the texts, dates and marks of its first that they leave blank. Amounts are a row's own.
pub(crate) fn inherit(table: &mut Table) {
    let further: Vec<usize> = (1..table.rows.len()).filter(|row| table.rows[*row].lanjutan).collect();
    for row in further {
        for column in 0..table.columns.len() {
            if !is_of_entity(&table.columns[column]) || !table.isi(&table.rows[row], column).is_empty() {
                continue;
            }
            let rows = &table.rows;
            let first = (0..=row).rev().find(|above| !rows[*above].lanjutan).unwrap_or(row);
            let own: Vec<_> = (first..row).map(|above| table.isi(&rows[above], column)).filter(|isi| !isi.is_empty()).collect();
            let Some(above) = own.first().cloned() else { continue };
            let slot = table.rows[row].slot as usize;
            // Units in two kecamatan do not say where a third is.
            if own.iter().all(|other| *other == above) {
                table.columns[column].cells.set(slot, above, false);
            }
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
