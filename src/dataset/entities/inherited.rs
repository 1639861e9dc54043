//! What a row that goes on with the one above it leaves blank, and has of that one: a koperasi's kecamatan stands beside its first unit.

use crate::dataset::{Jenis, Table};

/// Gives further rows of an entity the texts, dates and marks of its first that they leave blank. Amounts are a row's own.
pub(crate) fn inherit(table: &mut Table) {
    let further: Vec<usize> = (1..table.rows.len()).filter(|row| table.rows[*row].lanjutan).collect();
    for row in further {
        for column in 0..table.columns.len() {
            let is_whose = matches!(table.columns[column].jenis, Jenis::Teks | Jenis::Tanggal | Jenis::Tanda);
            if !is_whose || !table.isi(&table.rows[row], column).is_empty() {
                continue;
            }
            let above = table.isi(&table.rows[row - 1], column);
            let slot = table.rows[row].slot as usize;
            if !above.is_empty() {
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
