//! Trees of data by years (`JENIS DATA | 2019 | 2020 | 2021`): each row is a line of
//! its own that a formula picks by its name, `Jumlah Koperasi` too.

use super::source::Source;
use crate::table::{RowKind, TableLayout};

/// The layout in which rows that would be data or total are lines, where the profile
/// names a column for each year (`{tahun}`) and formulas of every year pick rows by
/// their name.
pub(crate) fn as_lines(source: &Source, layout: &TableLayout) -> Option<TableLayout> {
    let is_tree = source.fields.iter().any(|field| field.declared && field.aliases.iter().any(|alias| alias.contains("{tahun}")));
    let name = source.names.first()?;
    let is_picked = !source.needs.is_empty() && source.needs.values().all(|need| need.isian.contains(&**name));
    if !is_tree || !is_picked {
        return None;
    }
    let mut layout = layout.clone();
    for row in &mut layout.rows {
        let is_line = matches!(
            row.kind,
            RowKind::DataOrTotal { .. }
                | RowKind::DataUnlessSum { .. }
                | RowKind::Part { .. }
                | RowKind::Total { .. }
                | RowKind::Subtotal { .. }
        );
        if is_line {
            row.kind = RowKind::Data;
        }
    }
    Some(layout)
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::profile::{Dictionary, JenisIsian};

    const TREE: &str = "NO;JENIS DATA;SATUAN;2019;2020;2021\n1;Jumlah Koperasi;Unit;410;412;414\na;Koperasi Aktif;Unit;300;310;320\n\
                        b;Koperasi Tidak Aktif;Unit;110;102;94\n2;Volume Usaha;Rp;100;200;300";

    #[test]
    fn a_line_of_a_tree_is_a_row_of_its_year() {
        // With numbers before its lines and without.
        let bare = TREE.lines().map(|line| line.split_once(';').map_or(line, |(_, rest)| rest)).collect::<Vec<_>>().join("\n");
        lines_are_rows(TREE);
        lines_are_rows(&bare);
    }

    #[test]
    fn the_years_of_a_tree_in_other_words() {
        for heads in ["Tahun 2019;Tahun 2020;Tahun 2021", "Th. 19;Th. 20;Th. 21", "2019*);2020;2021"] {
            lines_are_rows(&TREE.replace("2019;2020;2021", heads));
        }
    }

    fn lines_are_rows(tree: &str) {
        let office = Office::new(Dictionary::None, &["data/a.csv"], &[])
            .source(|sumber| sumber.butir = Some("jenis data".to_owned()))
            .kolom("jenis_data", "JENIS DATA", Some(JenisIsian::Teks))
            .kolom("nilai", "{tahun}", Some(JenisIsian::Angka))
            .file("a.csv", tree)
            .needs(2020, &["nilai", "jenis_data"])
            .needs(2021, &["nilai", "jenis_data"]);
        let read = office.read();
        assert_eq!(read.galat(), Vec::<String>::new());
        // Every line is there; which of them counts the formula says.
        assert_eq!((read.sum(2021, "nilai"), read.sum(2020, "nilai")), (Some(1_128.into()), Some(1_024.into())));
    }
}
