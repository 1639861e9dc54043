//! Remarks that say of a row what its own columns say of it: `tidak aktif` beside `Tidak Aktif` under Status, `belum RAT`
//! beside an empty RAT.

use crate::dataset::cell::raw_text;
use crate::dataset::matching::fit::Chosen;
use crate::table::{Limit, RowKind, TableLayout};
use crate::text::label::{spelt_words, stated_year};
use crate::text::lexicon::NEGATED;
use crate::text::period::is_whole_year;
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
            (column.column, if is_of_rat(&heading) { vec!["rat".to_owned()] } else { heading })
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

/// `Pelaksanaan RAT Tahun Buku`, `RAT (Tgl/Bln/Thn)`: where nothing stands there was none.
fn is_of_rat(heading: &[String]) -> bool {
    let beside = |word: &String| {
        matches!(
            word.as_str(),
            "tanggal"
                | "bulan"
                | "tahun"
                | "buku"
                | "pelaksanaan"
                | "hari"
                | "waktu"
                | "sudah"
                | "tgl"
                | "bln"
                | "thn"
                | "th"
                | "tb"
        )
    };
    heading.iter().any(|word| word == "rat") && heading.iter().all(|word| word == "rat" || beside(word))
}

/// Whether a title says that its koperasi are those that held their RAT, where the table's own column of it says that others
/// are there too.
pub(crate) fn lists_others_too(chosen: &Chosen, limit: &Limit) -> bool {
    let Chosen { sheet, layout, .. } = chosen;
    // `YANG MELAKSANAKAN RAT TEPAT WAKTU` are fewer still.
    let speaks_of_rat = || {
        let words = spelt_words(&limit.text);
        let at = words.iter().position(|word| word == "rat" || word == "rapat");
        let behind = at.map(|at| words[at + 1..].iter().skip_while(|word| matches!(word.as_str(), "anggota" | "tahunan")));
        behind.is_some_and(|mut behind| {
            behind.next().is_none_or(|next| {
                is_whole_year(next)
                    || stated_year(next).is_some()
                    || matches!(next.as_str(), "di" | "se" | "kota" | "kabupaten" | "kecamatan" | "per" | "sampai" | "pada")
            })
        })
    };
    if !limit.word.ends_with("yang melaksanakan") || !speaks_of_rat() {
        return false;
    }
    let is_rat = |path: &[String]| path.last().is_some_and(|label| is_of_rat(&spelt_words(label)));
    let mut columns = layout.columns.iter().filter(|column| is_rat(&column.path));
    columns.any(|column| {
        let says_none = |row: u32| {
            let own = sheet.cell(CellAddress::new(row, column.column)).map(|cell| raw_text(&cell.value)).unwrap_or_default();
            matches!(read_mark(&own), MarkText::No | MarkText::Missing)
        };
        let data = layout.rows.iter().filter(|row| matches!(row.kind, RowKind::Data)).take(SHOWN);
        let (without, with): (Vec<u32>, Vec<u32>) = data.map(|row| row.row).partition(|row| says_none(*row));
        !without.is_empty() && !with.is_empty()
    })
}

/// So many rows show who a list names.
const SHOWN: usize = 2_000;

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
    fn a_list_of_those_with_a_rat_that_names_others_too() {
        let told = |title: &str, days: [&str; 5]| {
            let rows: String = days
                .iter()
                .enumerate()
                .map(|(at, day)| format!("KSU Nama {at};{at}/BH/1998;{day};{}\n", 1_000_100 * (at + 1)))
                .collect();
            let text = format!("{title}\n\nNama Koperasi;Nomor BH;Tanggal RAT;Volume Usaha\n{rows}");
            let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
            read.has(Kode::KeteranganMembatasi).len()
        };
        let some = ["12/03/2022", "-", "", "20/02/2022", "14/04/2022"];
        let all = ["12/03/2022", "11/01/2022", "09/02/2022", "20/02/2022", "14/04/2022"];
        assert_eq!(told("DAFTAR KOPERASI YANG MELAKSANAKAN RAT TAHUN 2021", some), 0);
        assert_eq!(told("DAFTAR KOPERASI YANG MELAKSANAKAN RAT TAHUN 2021", all), 1);
        assert_eq!(told("DAFTAR KOPERASI YANG SUDAH BERSERTIFIKAT TAHUN 2021", some), 1);
    }

    #[test]
    fn remarks_that_repeat_the_row_and_others() {
        for (headings, own, remark) in [
            ("Status", "Tidak Aktif", "tidak aktif"),
            ("Status", "Tidak Aktif", "Pasif"),
            ("RAT", "-", "belum RAT"),
            ("RAT", "-", "Tidak RAT"),
            ("Pelaksanaan RAT Tahun Buku", "-", "Belum RAT"),
            ("Tgl RAT", "", "Belum RAT"),
        ] {
            assert_eq!(told(headings, own, remark), 0, "{headings} {own} {remark}");
        }
        for (headings, own, remark) in [
            ("Status", "Aktif", "tidak aktif"),
            ("Alamat", "Jl. Melati", "tidak aktif"),
            ("Status", "Tidak Aktif", "dibubarkan"),
            ("Status", "Tidak Aktif", "volume tahun lalu"),
            ("RAT", "-", "belum lapor"),
            ("Tanggal RAT", "12/03/2022", "Belum RAT"),
            ("Tempat RAT", "-", "Belum RAT"),
            ("Kondisi Gudang", "Tidak Aktif", "tidak aktif"),
            // Its amount counts.
            ("Kondisi Koperasi", "Tidak Aktif", ""),
        ] {
            assert!(told(headings, own, remark) > 0, "{headings} {own} {remark}");
        }
    }
}
