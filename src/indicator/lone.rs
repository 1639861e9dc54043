//! The one cell of a column that holds a text, where one alone does.

use crate::dataset::{Isi, Row, Table};
use crate::formula::clean_text;

/// The row of the one value that is told with its count; none of several, nor of blanks.
pub(super) fn lone_row<'t>(table: &'t Table, column: usize, told: &[(String, usize)]) -> Option<&'t Row> {
    let [(text, 1)] = told else { return None };
    table.rows.iter().find(|row| matches!(table.isi(row, column), Isi::Teks(own) if clean_text(&own) == *text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::fixture::Office;
    use crate::profile::{Dictionary, JenisIsian};
    use crate::vocabulary::Year;

    #[test]
    fn one_cell_is_named_and_of_several_none() {
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["kel"])
            .file("2021.csv", "No;Nama Kelompok;Skala\n1;Mawar;mikro\n2;Melati; M \n3;Dahlia;\n4;Anggrek;mikro\n")
            .kolom("kel", "Nama Kelompok", Some(JenisIsian::Teks))
            .kolom("skala", "Skala", Some(JenisIsian::Teks))
            .source(|sumber| sumber.butir = Some("kel".to_owned()))
            .needs(2021, &["kel", "skala"]);
        let read = office.read();
        let table = read.value.table("s", Year(2021)).unwrap();
        let column = table.column("skala").unwrap();
        let row = |told: &[(&str, usize)]| {
            let told: Vec<(String, usize)> = told.iter().map(|(text, count)| ((*text).to_owned(), *count)).collect();
            lone_row(table, column, &told).map(|row| row.row)
        };
        assert_eq!(row(&[("M", 1)]), Some(2));
        assert_eq!((row(&[("mikro", 2)]), row(&[("M", 1), ("mikro", 2)]), row(&[("(kosong)", 1)])), (None, None, None));
    }
}
