//! What the texts of a table's columns say, by their headings: values, remarks, how bearers stand.

use crate::dataset::Isi;
use crate::dataset::Jenis;
use crate::dataset::body::sections::Judged;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::part_period::is_of_event;
use crate::dataset::columns::row_periods::may_be_of_events;
use crate::dataset::counted::{CountedRow, figure_of};
use crate::dataset::source::Source;
use crate::profile::Dictionary;
use crate::table::LayoutColumn;
use crate::text::brief_remark::is_brief_profit;
use crate::text::figure_remark::speaks_of_figure;
use crate::text::identity::remarks_on_row;
use crate::text::label::{spelt_words, stated_year, words};
use crate::text::lexicon::{CORRECTED, REMARKS};
use crate::text::remark::says_ended;
use crate::text::row_word::{is_of_what_ends, takes_row_away};
use crate::text::status::is_idle;
use crate::text::whole_remark::is_whole_remark;
use crate::text::{is_nil_or_missing, is_number_text};
use crate::vocabulary::{CellAddress, Year};
use crate::workbook::Value;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What texts of a column say.
#[derive(Clone, Copy)]
pub(crate) enum Column {
    /// A figure rests on it: its texts are values.
    Used,
    Free {
        /// It tells when something happened.
        is_event: bool,
        is_remarks: bool,
        /// What ends in it is its rows' bearers, and no thing of theirs.
        hears_rows: bool,
        /// A year in it is no value of its own.
        hears_years: bool,
        /// It holds days, or marks.
        is_date: bool,
        /// Remarks in it that speak of a figure are few, and no values of their own.
        is_figured: bool,
        /// Few of its rows are called a profit, beside a turnover, and none a loss.
        is_profit: bool,
        /// Nearly all its cells are numbers: a text among them is a remark.
        is_numbers: bool,
        /// It says how the rows' bearers stand, and nothing else; and whether those not active are told by their figures.
        is_status: bool,
        knows_idle: bool,
    },
}

/// So many rows show what remarks a column holds.
const LEARNT: usize = 2_000;
/// Smaller numbers are no amounts.
const LEAST: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// What each column's texts say.
pub(crate) fn columns_said(source: &Source, of: &Judged, (rows, used): (&[CountedRow], &[Used])) -> BTreeMap<u32, Column> {
    let is_used = |column: u32| used.iter().any(|used| !used.rests.is_empty() && of.layout.columns[used.index].column == column);
    let said = of.layout.columns.iter().map(|heading| {
        let column = match is_used(heading.column) {
            true => Column::Used,
            false => Column::Free {
                is_event: is_of_event(heading) || may_be_of_events(source, heading),
                is_remarks: is_remarks(heading),
                hears_rows: !heading.path.last().is_some_and(|leaf| is_of_what_ends(leaf)),
                hears_years: !is_of_event(heading) && !holds_years(of, rows, heading.column),
                is_date: is_date(source, heading),
                // Amounts under `Koreksi` are told as such.
                is_figured: is_remarks(heading) && !is_corrected(heading) && is_figured(of, rows, heading.column),
                is_profit: source.sumber.bentuk == Dictionary::Umkm && is_remarks(heading) && is_profit(of, rows, heading.column),
                is_numbers: is_numbers(of, rows, heading.column),
                is_status: is_status(heading),
                knows_idle: source.sumber.bentuk == Dictionary::Keragaan
                    && (heading.isian.as_deref() == Some("status")
                        || is_status(heading)
                            && is_of_now(of, heading)
                            && holds_states(of, (rows, used), (source, heading.column))),
            },
        };
        (heading.column, column)
    });
    said.collect()
}

/// Whether so few of a column's cells speak of figures that they are remarks, and no column of amounts.
fn is_figured(of: &Judged, rows: &[CountedRow], column: u32) -> bool {
    let (mut seen, mut speaking) = (0usize, 0usize);
    for row in rows.iter().take(LEARNT) {
        seen += 1;
        let cell = of.sheet.cell(CellAddress::new(row.row, column));
        speaking += usize::from(cell.is_some_and(|cell| speaks_aside(&cell.value)));
    }
    speaking > 0 && speaking * 2 <= seen
}

/// Whether so few of a column's cells are called a profit that they are remarks: where some made a loss, or most a profit,
/// the column tells how each year ended.
fn is_profit(of: &Judged, rows: &[CountedRow], column: u32) -> bool {
    let (mut seen, mut profits) = (0usize, 0usize);
    for row in rows.iter().take(LEARNT) {
        seen += 1;
        let Some(cell) = of.sheet.cell(CellAddress::new(row.row, column)) else { continue };
        let Value::Text(text) = &cell.value else { continue };
        if spelt_words(text).iter().any(|word| word == "rugi" || word == "merugi") {
            return false;
        }
        profits += usize::from(is_brief_profit(text));
    }
    profits > 0 && profits * 3 <= seen
}

/// Whether a heading names no other year than the table's: `Keadaan Akhir 2020`.
fn is_of_now(of: &Judged, heading: &LayoutColumn) -> bool {
    let words = heading.path.iter().flat_map(|label| spelt_words(label));
    words.filter_map(|word| stated_year(&word)).all(|year| Some(year) == of.tahun)
}

/// Whether a column says of nearly every row that it lives or is idle, `Aktif`, `Tidak Aktif` under `Kondisi Koperasi`, and no
/// idle one has an amount that counts.
fn holds_states(of: &Judged, (rows, used): (&[CountedRow], &[Used]), (source, column): (&Source, u32)) -> bool {
    let is_state = |text: &str| is_idle(text) || spelt_words(text) == ["aktif"];
    let is_amount = |own: &&Used| !own.rests.is_empty() && source.fields[own.field].jenis == Jenis::Uang;
    let amounts: Vec<u32> = used.iter().filter(is_amount).map(|own| of.layout.columns[own.index].column).collect();
    let cell = |row: &CountedRow, column: u32| of.sheet.cell(CellAddress::new(row.row, column));
    let has_amount =
        |row: &CountedRow| amounts.iter().any(|own| figure_of(cell(row, *own).as_ref()).is_some_and(|amount| !amount.is_zero()));
    let is_idle_row =
        |row: &&CountedRow| cell(row, column).is_some_and(|cell| matches!(&cell.value, Value::Text(text) if is_idle(text)));
    if rows.iter().take(LEARNT).filter(is_idle_row).any(has_amount) {
        return false;
    }
    let cells = rows.iter().take(LEARNT).filter_map(|row| of.sheet.cell(CellAddress::new(row.row, column)));
    let states = cells.filter(|cell| matches!(&cell.value, Value::Text(text) if is_state(text))).count();
    states >= NUMBERS && states * 10 >= rows.len().min(LEARNT) * 9
}

/// Fewer numbers show nothing of their column.
const NUMBERS: usize = 4;

/// Whether so many of a column's cells are numbers that whatever else stands in it is none of its values.
fn is_numbers(of: &Judged, rows: &[CountedRow], column: u32) -> bool {
    let (mut numbers, mut texts) = (0usize, 0usize);
    for cell in rows.iter().take(LEARNT).filter_map(|row| of.sheet.cell(CellAddress::new(row.row, column))) {
        match &cell.value {
            Value::Text(text) if is_number_text(text) || is_nil_or_missing(text) => numbers += 1,
            Value::Text(_) => texts += 1,
            _ => numbers += 1,
        }
    }
    numbers >= NUMBERS && texts * 3 <= numbers
}

/// Whether a text among numbers says of its row what takes it, or its figure, from the others; not that there is none.
pub(crate) fn remarks_among_numbers(text: &str, own: Option<Year>) -> bool {
    let lacks = |word: &String| matches!(word.as_str(), "tidak" | "belum" | "ada" | "punya" | "sudah" | "proses");
    let is_said = || remarks_on_row(text, own) || takes_row_away(text) || is_whole_remark(text, own);
    text.chars().any(char::is_alphabetic)
        && !is_nil_or_missing(text)
        && !is_number_text(text)
        && !spelt_words(text).iter().all(lacks)
        && is_said()
}

/// Whether so many of a column's cells hold a year that years are its values.
fn holds_years(of: &Judged, rows: &[CountedRow], column: u32) -> bool {
    let cells = rows.iter().take(LEARNT).filter_map(|row| of.sheet.cell(CellAddress::new(row.row, column)));
    let has_year = |text: &str| text.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 4 && Year::parse(run).is_some());
    let (mut filled, mut dated) = (0usize, 0usize);
    for cell in cells {
        let is_dated = match &cell.value {
            Value::Text(text) if !text.chars().any(char::is_alphanumeric) => continue,
            Value::Text(text) => has_year(text),
            Value::Number { .. } => false,
            _ => true,
        };
        filled += 1;
        dated += usize::from(is_dated);
    }
    dated * 2 > filled
}

/// Whether a column is of a known field of days, or marks whose bearers met on one.
fn is_date(source: &Source, heading: &LayoutColumn) -> bool {
    let isian = heading.isian.as_deref();
    source.fields.iter().any(|field| Some(&*field.isian) == isian && matches!(field.jenis, Jenis::Tanggal | Jenis::Tanda))
}

/// The rows that conditions on these columns may choose: those with a no, with nothing, or with a status of those that
/// are no more are counted by none that asks for what lives.
pub(crate) fn may_be_chosen(rows: &[CountedRow], used: &[Used]) -> Vec<CountedRow> {
    let denies = |used: &Used, index: usize| match used.data.get(index) {
        Isi::Tanda(is_yes) => !is_yes,
        Isi::Kosong => true,
        Isi::Teks(text) => says_ended(&text),
        _ => false,
    };
    let resting: Vec<&Used> = used.iter().filter(|used| !used.rests.is_empty()).collect();
    let is_open = |index: usize| !resting.iter().any(|used| denies(used, index));
    rows.iter().enumerate().filter(|(index, _)| is_open(*index)).map(|(_, row)| row.clone()).collect()
}

/// Whether a cell of a column of remarks is an amount, or speaks of one.
pub(crate) fn speaks_aside(value: &Value) -> bool {
    match value {
        Value::Text(text) => speaks_of_figure(text),
        Value::Number { value, .. } => value.abs() >= LEAST,
        _ => false,
    }
}

/// What a heading of a status may say besides: whose, and as of when.
const BESIDE_STATUS: &[&str] = &[
    "koperasi",
    "usaha",
    "umkm",
    "ukm",
    "ikm",
    "kelembagaan",
    "lembaga",
    "operasional",
    "aktif",
    "saat",
    "ini",
    "terakhir",
    "tahun",
    "akhir",
    "per",
    "keterangan",
    "ket",
    "kategori",
    "nama",
    "kop",
];

/// A column that says how the rows' bearers stand, by its heading: `Status`, `Kondisi Koperasi`; not `Status Gedung`.
fn is_status(heading: &LayoutColumn) -> bool {
    let leaf = heading.path.last().map(|leaf| spelt_words(leaf)).unwrap_or_default();
    let is_core = |word: &String| matches!(word.as_str(), "status" | "keadaan" | "kondisi" | "keaktifan");
    let is_beside = |word: &String| BESIDE_STATUS.contains(&word.as_str()) || word.bytes().all(|byte| byte.is_ascii_digit());
    leaf.iter().any(is_core) && leaf.iter().all(|word| is_core(word) || is_beside(word))
}

/// Words of headings under which remarks on the row's figures stand.
const OF_THE_DATA: &[&str] = &[
    "data",
    "waktu",
    "periode",
    "penjelasan",
    "tambahan",
    "lain",
    "lainnya",
    "isian",
    "pengisian",
    "survei",
    "survey",
    "verifikasi",
    "monitoring",
    "kunjungan",
    "lapangan",
    "pemeriksaan",
    "evaluasi",
    "pendataan",
];

fn is_figure_word(word: &str) -> bool {
    matches!(word, "status" | "omset" | "volume" | "usaha" | "nilai" | "angka" | "dan" | "kondisi" | "hasil" | "sumber")
}

/// A column of corrections, by its heading: `Koreksi`, `Seharusnya`.
fn is_corrected(heading: &LayoutColumn) -> bool {
    let leaf = heading.path.last().map(|leaf| words(leaf)).unwrap_or_default();
    leaf.first().is_some_and(|first| CORRECTED.contains(&first.as_str()))
}

/// A column of remarks, by its heading; `Status Data`, `Waktu` and the like hold them too.
pub(crate) fn is_remarks(heading: &LayoutColumn) -> bool {
    let leaf = heading.path.last().map(|leaf| words(leaf)).unwrap_or_default();
    let is_of_data = |word: &String| OF_THE_DATA.contains(&word.as_str());
    leaf.first().is_none_or(|first| REMARKS.contains(&first.as_str()))
        || is_corrected(heading)
        || heading.isian.is_none()
            && leaf.iter().any(is_of_data)
            && leaf.iter().all(|word| is_of_data(word) || is_figure_word(word))
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    /// Whether remarks beside two of nine amounts, and beside the others, are told.
    fn told(is_business: bool, remark: &str, others: &str) -> bool {
        let row = |at: usize| {
            let own = if at % 4 == 3 { remark } else { others };
            match is_business {
                true => format!("{at};35750101018000{at:02};Ibu {at};Warung {at};{};{own}\n", 1_271_828 * at),
                false => format!("{at};KSP Mekar {at};5{at}/BH/1998;{};{own}\n", 1_271_828 * at),
            }
        };
        let rows: String = (1..10).map(row).collect();
        let (head, office, isian) = match is_business {
            true => ("No;NIK;Nama Pemilik;Nama Usaha;Omset", Office::umkm(), "omset"),
            false => ("No;Nama Koperasi;Nomor BH;Volume Usaha", Office::keragaan(), "volume_usaha"),
        };
        let text = format!("{head};Keterangan\n{rows}");
        let read = office.file("2021.csv", &text).needs(2021, &[isian]).read();
        !read.has(Kode::KeteranganMembatasi).is_empty()
    }

    #[test]
    fn what_a_few_words_say_of_an_amount() {
        for remark in ["buka 3 bln", "baru buka Juli", "tdk ada kegiatan", "minus pajak", "seingatnya", "macet"] {
            assert!(told(true, remark, "") && told(false, remark, ""), "{remark}");
        }
        for remark in
            ["buka 24 jam", "kontrak 6 bulan", "tidak ada karyawan", "kredit macet", "kurang modal", "ikut pelatihan Juni 2021"]
        {
            assert!(!told(true, remark, "") && !told(false, remark, ""), "{remark}");
        }
    }

    #[test]
    fn a_profit_beside_a_turnover_and_how_a_year_ended() {
        assert!(told(true, "laba", "") && told(true, "untung", "aktif"));
        assert!(!told(true, "laba", "rugi") && !told(true, "aktif", "laba") && !told(false, "laba", ""));
    }
}
