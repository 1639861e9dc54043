//! A word or two right above the headings, each over one column of amounts alone: no title, since it stands in the middle
//! of its row, but that column's parent.

use crate::dataset::Jenis;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::sublabels::{judge, label_at};
use crate::dataset::source::Source;
use crate::diagnostic::Temuan;
use crate::profile::Arti;
use crate::table::TableLayout;
use crate::text::label::words;
use crate::text::lexicon::{ABOUT, BEYOND_A_YEAR, CORNERS, HISTORY, IN_TITLES};
use crate::text::phrase::{is_enumerator, is_foot, is_page_mark, is_place_label};
use crate::text::{another_figure, limiting, period_alone, provisional};
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Sheet, Value};
use std::collections::BTreeSet;

/// More words than this are a title.
const SHORT: usize = 3;
/// And so many of them a row of labels of its own.
const FEW: usize = 3;

/// What no one has settled of such words over amounts that count, once for each text.
pub(crate) fn overlabels(source: &Source, sheet: &Sheet, layout: &TableLayout, used: &[Used]) -> Vec<Temuan> {
    let Some(above) = layout.header.0.checked_sub(1) else { return Vec::new() };
    let is_filled = |cell: &Cell| !matches!(&cell.value, Value::Text(text) if text.trim().is_empty());
    let cells: Vec<Cell> = sheet.row(above).into_iter().filter(is_filled).collect();
    let leftmost = layout.columns.iter().map(|column| column.column).min().unwrap_or_default();
    // A title in the left corner makes another title of what stands in the right one.
    let is_label = |cell: &Cell| cell.at.column > leftmost && matches!(cell.value, Value::Text(_));
    if !(1..=FEW).contains(&cells.len()) || !cells.iter().all(is_label) {
        return Vec::new();
    }
    let counts = |used: &&Used| !used.rests.is_empty() && matches!(source.fields[used.field].jenis, Jenis::Uang | Jenis::Angka);
    let mut told: BTreeSet<String> = BTreeSet::new();
    let found = used.iter().filter(counts).filter_map(|own| {
        let (column, field) = (&layout.columns[own.index], &source.fields[own.field]);
        let at = CellAddress::new(above, column.column);
        let text = label_at(sheet, at).filter(|text| words(text).len() <= SHORT && !is_a_line(text))?;
        let fakta = judge(source, &text, (&field.isian, &column.path), (field.jenis == Jenis::Uang, false))?;
        told.insert(Arti::folded(&text)).then(|| Temuan::new(sheet.at_cell(at), fakta))
    });
    found.collect()
}

/// Whether a text speaks of the sheet, of its place or its day, or is heard as a title is.
fn is_a_line(text: &str) -> bool {
    let words = words(text);
    let is_of_sheet = |word: &String| {
        let lists: [&[&str]; 3] = [CORNERS, IN_TITLES, ABOUT];
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        is_number
            || is_enumerator(word)
            || !BEYOND_A_YEAR.contains(&word.as_str()) && lists.iter().any(|list| list.contains(&word.as_str()))
    };
    let is_corner = words.first().is_some_and(|first| CORNERS.contains(&first.as_str()));
    let is_of_paper = words.iter().any(|word| HISTORY.contains(&word.as_str()));
    is_corner
        || is_of_paper
        || words.iter().all(is_of_sheet)
        || text.contains([':', ','])
        || text.contains("....")
        || is_place_label(text)
        || is_page_mark(text)
        || is_foot(text)
        || period_alone(text).is_some()
        || limiting(text).is_some()
        || another_figure(text).is_some()
        || provisional(text).is_some()
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use rust_decimal::Decimal;

    fn told(above: &str) -> (Vec<String>, Option<Decimal>) {
        let rows: String = (1..)
            .zip(["KSU Rejeki", "KUD Makmur", "Kopwan Melati", "KPRI Sejahtera", "KSP Bina Artha", "Kopkar Tirta"])
            .map(|(n, name)| format!("{n};{name};518/{n}1/BH/199{n};{};{};{}\n", 20 + n, 1_000_123 * n, 51_234 * n))
            .collect();
        let text = format!("{above}\nNo;Nama Koperasi;No Badan Hukum;Jumlah Anggota;Volume Usaha;SHU\n{rows}");
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        (read.galat(), read.sum(2021, "volume_usaha"))
    }

    #[test]
    fn a_word_alone_over_a_used_column_is_asked_about() {
        for word in ["Kenaikan", "Non Anggota", "Sebelum", "Unit Simpan Pinjam", "Mutasi", "Saldo", "Bruto", "Versi ODS"] {
            assert_eq!(told(&format!(";;;;{word};")).0, ["arti-tidak-dikenal@E1"], "{word}");
        }
        assert_eq!(told(";;;;Non Anggota;Anggota").0, ["arti-tidak-dikenal@E1"]);
        assert_eq!(told(";;;;Anggota;Non Anggota").0, ["arti-tidak-dikenal@E1"]);
        assert_eq!(told(";;;;Cabang;Pusat").0, ["arti-tidak-dikenal@E1"]);
    }

    #[test]
    fn corners_titles_and_what_stands_over_other_columns_pass() {
        for above in [
            ";;;;Lampiran II;",
            ";;;;Tabel 3.2;",
            ";;;;Data Koperasi;",
            ";;;;Tahun 2021;",
            ";;;;(Rp);",
            ";;;;Kota Contoh;",
            ";;;;Halaman 1;",
            ";;;;Keuangan;",
            ";;;;LAPORAN KERAGAAN KOPERASI KOTA;",
            ";;;;;Mutasi",
            ";;;Mutasi;;",
            ";;;;Diisi oleh bidang;",
            ";;;;;Arsip Bidang",
            "DATA KOPERASI;;;;Model K;",
            ";Bidang Koperasi;;;;",
        ] {
            assert_eq!(told(above), (Vec::new(), Some(Decimal::from(21_002_583))), "{above}");
        }
    }
}
