//! Words of a loss beside a profit: `Rugi` under `Keterangan`, `R` under `Laba/Rugi`, where the amount itself bears no sign.

use crate::dataset::Jenis;
use crate::dataset::body::row_arti::arti_of;
use crate::dataset::body::sections::Judged;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::total::amount;
use crate::dataset::counted::CountedRow;
use crate::dataset::source::Source;
use crate::dataset::surroundings::remark_columns::is_remarks;
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::table::LayoutColumn;
use crate::text::label::{one_of, spelt_words};
use crate::vocabulary::{CellAddress, Sel};
use crate::workbook::Value;
use rust_decimal::Decimal;

/// Words of amounts that may be below nought.
const PROFITS: &[&str] = &["shu", "laba", "rugi", "surplus", "untung", "keuntungan", "selisih"];
/// Words of a loss; and what stands beside them where nothing else is said.
const LOSSES: &[&str] = &["rugi", "merugi", "kerugian", "minus", "defisit", "negatif"];
const BESIDE: &[&str] = &["shu", "usaha", "tahun", "ini", "sisa", "hasil", "masih", "laba", "mengalami", "koperasi"];

/// The columns that say of some rows that they made a loss, where a counted profit of theirs is above nought.
pub(crate) fn row_signs(source: &Source, of: &Judged, rows: &[CountedRow], used: &[Used]) -> Vec<Temuan> {
    let is_profit = |used: &&Used| {
        let field = &source.fields[used.field];
        let of_heading = of.layout.columns[used.index].path.iter().flat_map(|label| spelt_words(label));
        let own = field.isian.split('_').map(str::to_owned).chain(of_heading).any(|word| one_of(PROFITS)(&word));
        !used.rests.is_empty() && field.jenis == Jenis::Uang && own
    };
    let Some(profit) = used.iter().find(is_profit) else { return Vec::new() };
    let is_above = |index: usize| amount(&profit.data.get(index)).is_some_and(|value| value > Decimal::ZERO);
    let is_used = |column: u32| used.iter().any(|used| of.layout.columns[used.index].column == column && !used.rests.is_empty());
    let free = of.layout.columns.iter().filter(|heading| !is_used(heading.column));
    let told = free.filter_map(|heading| {
        let of_sign = is_of_sign(heading);
        if !of_sign && !is_remarks(heading) {
            return None;
        }
        let (mut marked, mut first) = (0, None);
        for (index, row) in rows.iter().enumerate().filter(|(index, _)| is_above(*index)) {
            let Some(cell) = of.sheet.cell(CellAddress::new(row.row, heading.column)) else { continue };
            let Value::Text(text) = &cell.value else { continue };
            if says_loss(text, of_sign) && arti_of(source, text).is_none() {
                marked += 1;
                first.get_or_insert_with(|| (text.trim().to_owned(), index));
            }
        }
        let (text, index) = first?;
        let at = of.sheet.at().with(Sel::Column(heading.column));
        Some(Temuan::new(at, KeteranganMembatasi::of(text, marked)).named(&*rows[index].nama))
    });
    told.collect()
}

/// `Laba/Rugi`, `L/R`, `+/-`: its cells say the sign.
fn is_of_sign(heading: &LayoutColumn) -> bool {
    let leaf = heading.path.last().map(|leaf| spelt_words(leaf)).unwrap_or_default();
    let is = |word: &String| matches!(word.as_str(), "laba" | "rugi" | "untung" | "l" | "r" | "surplus" | "defisit");
    leaf.len() >= 2 && leaf.iter().any(|word| matches!(word.as_str(), "rugi" | "r" | "defisit")) && leaf.iter().all(is)
}

fn says_loss(text: &str, of_sign: bool) -> bool {
    let words = spelt_words(text);
    let is_loss = |word: &String| one_of(LOSSES)(word) || of_sign && word == "r";
    words.iter().any(is_loss) && words.iter().all(|word| is_loss(word) || one_of(BESIDE)(word)) || of_sign && text.trim() == "-"
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    fn told(heading: &str, amounts: [i64; 4], cells: [&str; 4]) -> usize {
        let rows: String =
            (0..4).map(|n| format!("{0};KSP Adil {0};518/{0}1/BH/1998;{1};{2}\n", n + 1, amounts[n], cells[n])).collect();
        let text = format!("No;Nama Koperasi;No Badan Hukum;SHU;{heading}\n{rows}");
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["shu"]).read();
        read.has(Kode::KeteranganMembatasi).len()
    }

    const GAINS: [i64; 4] = [1_820_347, 4_477_869, 3_801_987, 933_205];

    #[test]
    fn a_loss_in_words_beside_an_amount_above_nought() {
        for (heading, cells) in [
            ("Keterangan", ["", "Rugi", "", ""]),
            ("Ket", ["", "", "SHU minus", ""]),
            ("Laba/Rugi", ["L", "R", "L", "L"]),
            ("Laba / Rugi", ["Laba", "Rugi", "Laba", "Laba"]),
        ] {
            assert_eq!(told(heading, GAINS, cells), 1, "{heading}");
        }
        assert_eq!(told("Keterangan", [1_820_347, -4_477_869, 3_801_987, 933_205], ["", "Rugi", "", ""]), 0);
        for (heading, cells) in [
            ("Keterangan", ["laba", "untung", "", "ketua baru"]),
            ("Laba/Rugi", ["L", "L", "L", "L"]),
            ("Kelas", ["R", "R", "A", "B"]),
        ] {
            assert_eq!(told(heading, GAINS, cells), 0, "{heading}");
        }
    }
}
