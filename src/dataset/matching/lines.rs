//! Trees of data by years (`JENIS DATA | 2019 | 2020 | 2021`): each row is a line of
//! its own that a formula picks by its name, `Jumlah Koperasi` too.

use crate::dataset::cell::raw_text;
use crate::dataset::key::normal;
use crate::dataset::source::Source;
use crate::table::{LayoutRow, RowKind, TableLayout};
use crate::text::phrase::is_foot;
use crate::text::section::{SectionLabel, section_label};
use crate::vocabulary::CellAddress;
use crate::workbook::Sheet;
use std::collections::BTreeSet;

/// So far below a line the next one stands.
const NEAR: u32 = 2;

/// The layout in which rows that would be data or total are lines, where the profile
/// names a column for each year (`{tahun}`) and formulas of every year pick rows by
/// their name.
pub(crate) fn as_lines(source: &Source, (sheet, layout): (&Sheet, &TableLayout)) -> Option<TableLayout> {
    let is_tree = source.fields.iter().any(|field| field.declared && field.aliases.iter().any(|alias| alias.contains("{tahun}")));
    let name = source.names.first()?;
    let is_picked = !source.needs.is_empty() && source.needs.values().all(|need| need.isian.contains(&**name));
    if !is_tree || !is_picked {
        return None;
    }
    let mut layout = layout.clone();
    let is_line = |kind: &RowKind| {
        matches!(
            kind,
            RowKind::Data
                | RowKind::DataOrTotal { .. }
                | RowKind::DataUnlessSum { .. }
                | RowKind::Part { .. }
                | RowKind::Total { .. }
                | RowKind::Subtotal { .. }
                | RowKind::SumOver { .. }
        )
    };
    // Where each line's own name says what it is, a label over some of them says no more, unless it is a word of status.
    let column = layout.columns.iter().find(|column| column.isian.as_ref() == Some(name)).map(|column| column.column);
    let named = |row: LayoutRow| {
        let cell = sheet.cell(CellAddress::new(row.row, column?))?;
        (is_line(row.kind) || *row.kind == RowKind::DataBelowEnd).then(|| normal(&raw_text(&cell.value)))
    };
    let names: Vec<String> = layout.rows.iter().filter_map(named).collect();
    let are_told = names.iter().collect::<BTreeSet<_>>().len() == names.len();
    let is_plain = |text: &str| are_told && matches!(section_label(text, |_| false), SectionLabel::Plain | SectionLabel::Unknown);
    // No line ends the tree, though it is a total elsewhere: what follows goes on, up to the foot.
    let (mut before, mut labels): (Option<u32>, Vec<(usize, String)>) = (None, Vec::new());
    let mut rows: Vec<(u32, RowKind)> = layout.rows.iter().map(|listed| (listed.row, listed.kind.clone())).collect();
    for index in 0..rows.len() {
        let (row, kind) = &rows[index];
        let (row, goes_on) = (*row, before.is_some_and(|before| *row - before <= NEAR));
        if is_line(kind) || goes_on && are_told && *kind == RowKind::DataBelowEnd {
            rows[index].1 = RowKind::Data;
            for (label, text) in std::mem::take(&mut labels) {
                rows[label].1 = RowKind::GroupLabel(text);
            }
            before = Some(row);
        } else if *kind == RowKind::Footer {
            let text = sheet.row(row).iter().find_map(|cell| cell.value.text()).map(str::trim);
            let text = text.filter(|text| goes_on && !is_foot(text));
            before = text.map(|_| row);
            labels.extend(text.filter(|text| !is_plain(text)).map(|text| (index, text.to_owned())));
        } else if let RowKind::GroupLabel(text) = kind {
            before = before.map(|_| row).filter(|_| goes_on);
            // What the lines below it are of their own names say.
            if is_plain(text) {
                rows[index].1 = RowKind::Footer;
            }
        }
    }
    layout.rows = rows.into_iter().collect();
    Some(layout)
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::{Temuan, Tingkat};
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

    /// A tree without a dictionary's names, of which figures take the line of one value.
    fn picking(tree: &str, line: &str) -> Vec<String> {
        let mut office = Office::new(Dictionary::Keragaan, &["data/a.csv"], &["jenis"])
            .source(|sumber| sumber.butir = Some("jenis".to_owned()))
            .kolom("jenis", "JENIS DATA", Some(JenisIsian::Teks))
            .kolom("nilai", "{tahun}", Some(JenisIsian::Angka))
            .file("a.csv", tree)
            .needs(2020, &["nilai", "jenis"])
            .needs(2021, &["nilai", "jenis"]);
        for need in &mut office.needs {
            need.disaring.insert("jenis".to_owned(), [line.to_owned()].into());
        }
        let grave = |temuan: &Temuan| matches!(temuan.tingkat(), Tingkat::Galat | Tingkat::Peringatan);
        office.read().temuan.iter().filter(|temuan| grave(temuan)).map(|temuan| temuan.kode().text().to_owned()).collect()
    }

    const UNITS: &str = "JENIS DATA;SATUAN;2019;2020;2021\nKOPERASI;;;;\n  Jumlah Koperasi;Unit;300;310;320\n\
        Koperasi Aktif;Unit;200;210;215\nKoperasi Tidak Aktif;Unit;100;100;105\nJumlah Anggota;Orang;3000;3100;3200\n\
        USAHA MIKRO;;;;\nJumlah Usaha Mikro;Unit;100;200;300\nVolume Usaha;Juta Rp;5000;5100;5230";

    #[test]
    fn a_line_that_is_picked_is_of_its_own_unit() {
        for line in ["Jumlah Koperasi", "Jumlah Usaha Mikro", "Koperasi Tidak Aktif"] {
            assert_eq!(picking(UNITS, line), Vec::<String>::new(), "{line}");
        }
        // Millions of rupiah read as a bare number; a line below the foot; a word of purpose over lines.
        assert_eq!(picking(UNITS, "Volume Usaha"), ["satuan-berselisih"]);
        let far = UNITS.replace("USAHA MIKRO;;;;", "\n\n\nSumber: Dinas Koperasi;;;;");
        assert!(picking(&far, "Jumlah Koperasi").contains(&"data-di-bawah-tabel".to_owned()));
        // One line's name again under another label.
        let twice = UNITS.replace("Jumlah Usaha Mikro;", "Jumlah Koperasi;");
        assert!(picking(&twice, "Jumlah Koperasi").contains(&"data-di-bawah-tabel".to_owned()));
        let planned = UNITS.replace("USAHA MIKRO", "TARGET");
        assert!(picking(&planned, "Jumlah Koperasi").contains(&"arti-tidak-dikenal".to_owned()));
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
