//! Columns that say, heading and cell read together, that a row's amount is no year's, or another year's: `Per` and
//! `bulan`, `Laporan s/d Bulan` and `6`, `RAT Terakhir` and `2018`.

use crate::dataset::body::row_arti::arti_of;
use crate::dataset::body::sections::Judged;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::CountedRow;
use crate::dataset::source::Source;
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::profile::Dictionary;
use crate::table::LayoutColumn;
use crate::text::row_basis::{Basis, basis, is_a_span, is_of_a_year_before, is_stale, month_reached};
use crate::text::{DateText, read_date};
use crate::vocabulary::{CellAddress, Sel, Tanggal, Year, mask_person};
use crate::workbook::{Cell, Value};

/// So many of a column's texts are told.
const OTHERS: usize = 12;
/// Years that a cell may hold.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// What such columns say of the counted rows, where the figures are of one year.
pub(crate) fn row_basis(source: &Source, of: &Judged, rows: &[CountedRow], used: &[Used]) -> Vec<Temuan> {
    let Some(own) = of.tahun else { return Vec::new() };
    let is_used = |column: u32| used.iter().any(|used| !used.rests.is_empty() && of.layout.columns[used.index].column == column);
    let free = of.layout.columns.iter().filter(|heading| !is_used(heading.column));
    free.filter_map(|heading| told(source, of, rows, (heading, own))).collect()
}

fn told(source: &Source, of: &Judged, rows: &[CountedRow], (heading, own): (&LayoutColumn, Year)) -> Option<Temuan> {
    let leaf = heading.path.last()?;
    let basis = basis(leaf).filter(|basis| arti_of(source, leaf).is_none() && may_ask(source, *basis))?;
    let cells = || rows.iter().filter_map(|row| of.sheet.cell(CellAddress::new(row.row, heading.column)));
    // Other numbers, or words, are no months.
    let is_month = |cell: &Cell| month_reached(&shown(cell)).is_some() || !shown(cell).chars().any(char::is_alphanumeric);
    if basis == Basis::Months && !cells().all(|cell| is_month(&cell)) {
        return None;
    }
    let mut fakta: Option<KeteranganMembatasi> = None;
    for cell in cells().filter(|cell| is_said(cell, basis, own)) {
        let text = mask_person(shown(&cell).trim());
        if arti_of(source, &text).is_some() {
            continue;
        }
        let speaks = matches!(&cell.value, Value::Text(_)) && !matches!(basis, Basis::Months | Basis::Day { .. });
        let fakta = fakta.get_or_insert_with(|| {
            let teks = if speaks { text.clone() } else { leaf.clone() };
            KeteranganMembatasi::of(teks, 0)
        });
        fakta.jumlah += 1;
        if fakta.teks != text && !fakta.lain.contains(&text) && fakta.lain.len() < OTHERS {
            fakta.lain.push(text);
        }
    }
    Some(Temuan::new(of.sheet.at().with(Sel::Column(heading.column)), fakta?))
}

/// Lists of an office's own making have months and days of things that took place.
fn may_ask(source: &Source, basis: Basis) -> bool {
    source.sumber.bentuk != Dictionary::None || matches!(basis, Basis::Span { .. })
}

fn is_said(cell: &Cell, basis: Basis, own: Year) -> bool {
    let text = || shown(cell);
    match basis {
        Basis::Span { of_origin } => is_a_span(&text()) || of_origin && is_of_a_year_before(&text(), own),
        Basis::Months => month_reached(&text()).is_some_and(|month| month < 12),
        Basis::Day { at_last } => day_of(cell).is_some_and(|day| is_stale(day, own, at_last)),
    }
}

/// A cell as it reads, a day as `28/02/2021`.
fn shown(cell: &Cell) -> String {
    match &cell.value {
        Value::Date { .. } => {
            day_of(cell).map_or_else(String::new, |day| format!("{:02}/{:02}/{}", day.day, day.month, day.year))
        }
        Value::Number { value, .. } => value.normalize().to_string(),
        value => raw_text(value),
    }
}

/// The day that a cell is; a year alone is its last.
fn day_of(cell: &Cell) -> Option<Tanggal> {
    let of_year = |text: &str| {
        let year = Year::parse(text.trim()).filter(|year| YEARS.contains(&year.0))?;
        Some(Tanggal { year: year.0, month: 12, day: 31 })
    };
    match &cell.value {
        Value::Date { serial } => Tanggal::from_serial(i64::try_from(serial.trunc()).ok()?, false),
        Value::Number { value, .. } => of_year(&value.normalize().to_string()),
        Value::Text(text) => match read_date(text) {
            DateText::Date(day) => Some(day),
            DateText::Missing | DateText::NotADate => of_year(text),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    fn told(heading: &str, cells: [&str; 5]) -> usize {
        let rows: String = (1..)
            .zip(["KSU Rejeki", "KUD Makmur", "Kopwan Melati", "KPRI Sejahtera", "KSP Bina Artha"])
            .map(|(n, name)| format!("{n};{name};{n}/BH/199{n};{};{}\n", 1_000_123 * n, cells[n - 1]))
            .collect();
        let text = format!("KERAGAAN KOPERASI TAHUN 2021\n;;;;\nNo;Nama Koperasi;Nomor BH;Volume Usaha;{heading}\n{rows}");
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        read.has(Kode::KeteranganMembatasi).len()
    }

    #[test]
    fn a_cell_is_read_with_its_heading() {
        for (heading, plain, other) in [
            ("Per", "tahun", "bulan"),
            ("Frekuensi", "tahunan", "bulanan"),
            ("Basis", "tahun ini", "tahun lalu"),
            ("Jenis Data", "hasil RAT 2021", "hasil RAT 2020"),
            ("Asal Data", "2021", "2020"),
            ("Sifat", "tahunan", "harian"),
            ("Laporan s/d Bulan", "12", "6"),
            ("Jumlah Bulan", "12", "6"),
            ("Bulan Terakhir Lapor", "Desember", "Juni"),
            ("Per Tanggal", "31/12/2021", "28/02/2021"),
            ("Tahun RAT Terakhir", "2022", "2018"),
            ("RAT Terakhir", "2021", "2016"),
            ("Tgl Update", "05/01/2022", "03/04/2018"),
        ] {
            assert_eq!(told(heading, [plain, plain, other, plain, plain]), 1, "{heading} {other}");
            assert_eq!(told(heading, [plain; 5]), 0, "{heading} {plain}");
        }
    }

    #[test]
    fn cells_of_other_columns_say_nothing_of_the_amount() {
        for (heading, cells) in [
            ("Frekuensi Rapat", ["bulanan", "tahunan", "bulanan", "harian", "bulanan"]),
            ("Sumber Dana", ["APBD 2020", "APBD 2021", "DAK 2019", "Hibah 2018", "Sendiri"]),
            ("Lama Usaha (bulan)", ["6", "12", "48", "7", "9"]),
            ("Tahun Berdiri", ["1998", "2001", "2015", "2016", "2020"]),
            ("Jumlah Bulan", ["24", "12", "6", "36", "1"]),
            ("Pendidikan Terakhir", ["SMA", "S1", "SMP", "S1", "SMA"]),
            ("Periode Pengurus", ["2019-2022", "2020-2023", "2018-2021", "2019-2022", "2020-2023"]),
        ] {
            assert_eq!(told(heading, cells), 0, "{heading}");
        }
    }
}
