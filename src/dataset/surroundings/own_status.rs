//! Remarks that say of a row what its own columns say of it: `tidak aktif` beside `Tidak Aktif` under Status, `belum RAT`
//! beside an empty RAT.

use crate::dataset::cell::raw_text;
use crate::table::TableLayout;
use crate::text::label::spelt_words;
use crate::text::lexicon::NEGATED;
use crate::text::status::is_idle;
use crate::text::{MarkText, read_mark};
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Sheet, Value};

/// The columns of a table that say how its rows stand, each with the words of its heading.
pub(crate) struct OwnStatus<'s> {
    sheet: &'s Sheet,
    columns: Vec<(u32, Vec<String>)>,
}

impl<'s> OwnStatus<'s> {
    pub fn of(sheet: &'s Sheet, layout: &TableLayout) -> Self {
        let is_status = |words: &[String]| {
            let is = |word: &String| matches!(word.as_str(), "status" | "keadaan" | "aktif" | "keaktifan" | "nonaktif" | "rat");
            let beside =
                |word: &String| matches!(word.as_str(), "koperasi" | "usaha" | "tidak" | "non" | "belum" | "kelembagaan");
            words.iter().any(is) && words.iter().all(|word| is(word) || beside(word))
        };
        let columns = layout.columns.iter().map(|column| {
            let heading = column.path.last().map(|label| spelt_words(label)).unwrap_or_default();
            (column.column, heading)
        });
        Self { sheet, columns: columns.filter(|(_, heading)| heading.len() <= 3 && is_status(heading)).collect() }
    }

    /// Whether a remark says nothing but what another cell of its row says under such a heading.
    pub fn says(&self, remark: &Cell) -> bool {
        let Value::Text(text) = &remark.value else { return false };
        let words = spelt_words(text);
        let denied = words.split_first().filter(|(first, _)| NEGATED.contains(&first.as_str())).map(|(_, rest)| rest);
        let is_said = |(column, heading): &(u32, Vec<String>)| {
            let cell = self.sheet.cell(CellAddress::new(remark.at.row, *column));
            let own = cell.map(|cell| raw_text(&cell.value)).unwrap_or_default();
            let mark = read_mark(&own);
            let is_no = || matches!(mark, MarkText::No | MarkText::Missing);
            let of_idle = || {
                is_idle(text)
                    && (is_idle(&own)
                        || is_idle(&heading.join(" ")) && mark == MarkText::Yes
                        || heading == &["aktif"] && mark == MarkText::No)
            };
            of_idle() || denied.is_some_and(|rest| rest == heading.as_slice()) && is_no()
        };
        self.columns.iter().filter(|(column, _)| *column != remark.at.column).any(is_said)
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::Kode;

    fn told(headings: &str, own: &str, remark: &str) -> usize {
        let other: String = own.split(';').map(|text| if text == "-" { "v;" } else { "Aktif;" }).collect();
        let row = |at: usize| {
            let (own, remark) = if at == 4 { (format!("{own};"), remark) } else { (other.clone(), "") };
            format!("KSU Nama {at};{at}/BH/1998;{own}{};{remark}\n", 1_000_100 * at)
        };
        let rows: String = (1..=8).map(row).collect();
        let text = format!("Nama Koperasi;Nomor BH;{headings};Volume Usaha;Keterangan\n{rows}");
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        read.has(Kode::KeteranganMembatasi).len()
    }

    #[test]
    fn remarks_that_repeat_the_row_and_others() {
        for (headings, own, remark) in [
            ("Status", "Tidak Aktif", "tidak aktif"),
            ("Status", "Tidak Aktif", "Pasif"),
            ("RAT", "-", "belum RAT"),
            ("RAT", "-", "Tidak RAT"),
        ] {
            assert_eq!(told(headings, own, remark), 0, "{headings} {own} {remark}");
        }
        for (headings, own, remark) in [
            ("Status", "Aktif", "tidak aktif"),
            ("Alamat", "Jl. Melati", "tidak aktif"),
            ("Status", "Tidak Aktif", "dibubarkan"),
            ("Status", "Tidak Aktif", "volume tahun lalu"),
            ("RAT", "-", "belum lapor"),
        ] {
            assert!(told(headings, own, remark) > 0, "{headings} {own} {remark}");
        }
    }
}
