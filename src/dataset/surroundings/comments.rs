//! Comments on the cells that a figure rests on: nobody sees them on the page, and what they
//! say (`seharusnya 9.999.999`, `dalam ribuan`) the cell does not.

use crate::dataset::columns::column::Used;
use crate::dataset::counted::CountedRow;
use crate::dataset::source::Source;
use crate::diagnostic::{KomentarSel, Temuan};
use crate::table::TableLayout;
use crate::vocabulary::mask_person;
use crate::workbook::Sheet;

/// The comments above the table, on the headings of columns that figures rest on, and on
/// those columns' cells and names in counted rows.
pub(crate) fn comments(
    source: &Source,
    (sheet, layout): (&Sheet, &TableLayout),
    rows: &[CountedRow],
    used: &[Used],
) -> Vec<Temuan> {
    let resting = used.iter().filter(|used| !used.rests.is_empty());
    let columns: Vec<u32> = resting.map(|used| layout.columns[used.index].column).collect();
    if sheet.comments.is_empty() || columns.is_empty() {
        return Vec::new();
    }
    let is_name = |column: u32| {
        let heading = layout.columns.iter().find(|heading| heading.column == column);
        heading.and_then(|heading| heading.isian.as_ref()).is_some_and(|isian| source.names.contains(isian))
    };
    let (first, last) = layout.header;
    let told = |row: u32, column: u32| match row {
        row if row < first => true,
        row if row <= last => columns.contains(&column),
        row => (columns.contains(&column) || is_name(column)) && rows.binary_search_by_key(&row, |counted| counted.row).is_ok(),
    };
    let of_table = sheet.comments.iter().filter(|(at, text)| told(at.row, at.column) && !text.trim().is_empty());
    of_table
        .map(|(at, text)| {
            let teks = mask_person(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            let row = rows.binary_search_by_key(&at.row, |counted| counted.row).ok();
            let temuan = Temuan::new(sheet.at_cell(*at), KomentarSel { teks });
            row.and_then(|row| rows.get(row)).map_or(temuan.clone(), |row| temuan.named(&*row.nama))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::Kode;
    use crate::profile::Dictionary;
    use rust_xlsxwriter::Note;

    /// Where comments are told of a table with a comment at each of these cells.
    fn told(at: &[(u32, u16)]) -> Vec<String> {
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.xlsx"], &["nomor_bh"]).xlsx("2021.xlsx", |workbook| {
            let sheet = workbook.add_worksheet();
            sheet.write(0, 0, "DATA KOPERASI TAHUN 2021").unwrap();
            for (column, heading) in (0..).zip(["Nama Koperasi", "Nomor Badan Hukum", "Kecamatan", "Volume Usaha", "Keterangan"])
            {
                sheet.write(2, column, heading).unwrap();
            }
            for row in 3..6 {
                sheet.write(row, 0, format!("KUD {row}")).unwrap();
                sheet.write(row, 1, format!("{row}/BH/1990")).unwrap();
                sheet.write(row, 2, "Gadingrejo").unwrap();
                sheet.write(row, 3, 1_000_123 * row).unwrap();
            }
            sheet.write(6, 0, "JUMLAH").unwrap();
            sheet.write(6, 3, 1_000_123 * 12).unwrap();
            for (row, column) in at {
                sheet.insert_note(*row, *column, &Note::new("dalam ribuan").set_author("Bu Ani")).unwrap();
            }
        });
        let read = office.needs(2021, &["volume_usaha"]).read();
        assert_eq!(read.sum(2021, "volume_usaha"), Some((1_000_123 * 12).into()));
        read.has(Kode::KomentarSel).iter().filter_map(|temuan| Some(temuan.at.sel.as_ref()?.to_string())).collect()
    }

    #[test]
    fn comments_on_what_counts_are_told() {
        // The title, the column's heading, a name, a figure.
        assert_eq!(told(&[(0, 0), (2, 3), (3, 0), (4, 3)]), ["A1", "D3", "A4", "D5"]);
        // A column that no figure rests on, a sum, a cell below.
        assert!(told(&[(2, 2), (2, 4), (4, 2), (4, 4), (6, 3), (9, 3)]).is_empty());
    }
}
