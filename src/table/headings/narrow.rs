//! A word or two right above the headings, each over one column alone: no title, since it stands in the middle of its row.

use super::field::Fields;
use super::window::{HeldCell, Window};
use crate::text::label::words;
use crate::text::lexicon::{ABOUT, BEYOND_A_YEAR, CORNERS, IN_TITLES};
use crate::text::phrase::{is_enumerator, is_foot, is_page_mark, is_place_label};
use crate::text::remark::tells_history;
use crate::text::{another_figure, limiting, period_alone, provisional};

/// More words than this are a title.
const SHORT: usize = 3;
/// And so many of them a row of labels of its own.
const FEW: usize = 3;

/// Labels in the row right above the headings `first..=last`, over one of the headings' columns `used` each and right of
/// the first of them, where that row holds nothing else.
pub(crate) fn narrow_above(window: &Window, fields: &Fields, (first, last): (u32, u32), used: &[usize]) -> Vec<u32> {
    let (Some(leftmost), Some(above)) = (used.first(), first.checked_sub(1).filter(|above| *above >= window.first)) else {
        return Vec::new();
    };
    let cells = window.row(above);
    // A title in the left corner makes another title of what stands in the right one.
    let begins_left = cells.iter().any(|cell| cell.at.column <= window.columns[*leftmost]);
    let is_plain_row = (1..=FEW).contains(&cells.len()) && !begins_left && !cells.iter().any(HeldCell::is_figure);
    if !is_plain_row {
        return Vec::new();
    }
    let heads = |used: usize| (first..=last).any(|row| window.over(row, used).is_some());
    let label = |used: &usize| {
        let id = window.over(above, *used)?;
        let cell = window.held(id);
        let text = cell.heading().filter(|_| cell.at.row == above && !cell.is_merged())?;
        let is_short = (1..=SHORT).contains(&words(&text.text).len()) && !text.words.is_empty();
        (is_short && heads(*used) && !fields.is_known(text) && !is_a_line(&text.text)).then_some(id)
    };
    used.iter().filter_map(label).collect()
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
    is_corner
        || words.iter().all(is_of_sheet)
        || text.contains([':', ','])
        || text.contains("....")
        || is_place_label(text)
        || is_page_mark(text)
        || is_foot(text)
        || tells_history(text)
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
            ";;;;;Arsip Bidang",
            "DATA KOPERASI;;;;Model K;",
            ";Bidang Koperasi;;;;",
        ] {
            assert_eq!(told(above), (Vec::new(), Some(Decimal::from(21_002_583))), "{above}");
        }
    }
}
