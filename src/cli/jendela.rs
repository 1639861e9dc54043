//! A small window of the cells around a finding, for a terminal. Personal data
//! in it are masked: a window shows neighbours that no finding speaks of.

use crate::diagnostic::{Temuan, Tingkat};
use crate::text::normalise_label;
use crate::vocabulary::{CellAddress, Sel, Tanggal, exact_text, mask_digits, mask_person, tampil};
use crate::workbook::{Cell, Formula, Sheet, Value, Workbook};
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

const ROWS: u32 = 1;
const COLUMNS: u32 = 2;
/// Letters of a cell.
const WIDTH: usize = 18;
/// Rows above a cell in which its column's headings are looked for.
const HEADINGS: usize = 40;
/// Words of headings over personal data; `nik` also of a koperasi: better one too many.
const PERSONAL: [&str; 22] = [
    "nik",
    "ktp",
    "kk",
    "npwp",
    "identitas",
    "kependudukan",
    "telepon",
    "telp",
    "tlp",
    "hp",
    "handphone",
    "ponsel",
    "seluler",
    "wa",
    "whatsapp",
    "kontak",
    "lahir",
    "ttl",
    "tgllahir",
    "nohp",
    "notelp",
    "nowa",
];

/// The workbooks that findings stand in.
pub struct Windows {
    workbooks: BTreeMap<Arc<str>, Workbook>,
}

impl Windows {
    /// Keeps the workbooks that `read` gives for the files with findings at cells.
    pub fn of(temuan: &[Temuan], read: impl Fn(&str) -> Option<Workbook>) -> Self {
        let mut workbooks = BTreeMap::new();
        for one in temuan.iter().filter(|one| one.tingkat() != Tingkat::Catatan && matches!(one.at.sel, Some(Sel::Cell(_)))) {
            let berkas = &one.at.berkas;
            if !workbooks.contains_key(berkas)
                && let Some(workbook) = read(berkas)
            {
                workbooks.insert(berkas.clone(), workbook);
            }
        }
        Self { workbooks }
    }

    /// The window around a finding at a cell.
    pub fn around(&self, temuan: &Temuan) -> Option<String> {
        let Some(Sel::Cell(at)) = temuan.at.sel else { return None };
        let workbook = self.workbooks.get(&temuan.at.berkas)?;
        let sheet = workbook.sheets.iter().find(|sheet| sheet.name == temuan.at.lembar)?;
        Some(window(sheet, at, temuan.ditemukan().as_deref()))
    }
}

/// Rows and columns around a cell; the cell itself, `found` as the finding shows it, between `»` and `«`.
fn window(sheet: &Sheet, at: CellAddress, found: Option<&str>) -> String {
    let (last_row, last_column) = sheet.extent().unwrap_or_default();
    let columns: Vec<u32> = (at.column.saturating_sub(COLUMNS)..=at.column.saturating_add(COLUMNS))
        .filter(|column| *column <= last_column.max(at.column))
        .collect();
    let personal: Vec<bool> = columns.iter().map(|column| is_personal(sheet, at.row, *column)).collect();
    let rows: Vec<u32> =
        (at.row.saturating_sub(ROWS)..=at.row.saturating_add(ROWS)).filter(|row| *row <= last_row.max(at.row)).collect();
    let mut table: Vec<Vec<String>> = Vec::new();
    for row in &rows {
        let cells = columns.iter().zip(&personal).map(|(column, personal)| {
            let here = CellAddress::new(*row, *column);
            let text = sheet.cell(here).map(|cell| shown(&cell, *personal)).unwrap_or_default();
            if here == at { format!("»{}«", short(found.unwrap_or(&text), WIDTH - 2)) } else { short(&text, WIDTH) }
        });
        table.push(cells.collect());
    }
    let letters: Vec<String> = columns.iter().map(|column| CellAddress::column_letters(*column)).collect();
    let widths: Vec<usize> = (0..columns.len())
        .map(|index| table.iter().map(|row| count(&row[index])).max().unwrap_or(0).max(count(&letters[index])).max(3))
        .collect();
    let mut text = String::new();
    let mut line = |head: &str, cells: &[String]| {
        // Writing to a String cannot fail.
        let _ = write!(text, "    {head:>8} │");
        for (cell, width) in cells.iter().zip(&widths) {
            let _ = write!(text, " {cell}{} │", " ".repeat(width - count(cell).min(*width)));
        }
        text.push('\n');
    };
    line("", &letters);
    for (row, cells) in rows.iter().zip(&table) {
        line(&(row + 1).to_string(), cells);
    }
    text
}

fn count(text: &str) -> usize {
    text.chars().count()
}

/// One line, cut where it is long; control characters never reach the terminal.
fn short(text: &str, width: usize) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    if count(&clean) <= width { clean } else { clean.chars().take(width - 1).chain(['…']).collect() }
}

/// Whether a heading over the column speaks of personal data.
fn is_personal(sheet: &Sheet, row: u32, column: u32) -> bool {
    let texts =
        sheet.cells.iter().filter(|cell| cell.at.column == column && cell.at.row < row).filter_map(|cell| match cell.value {
            Value::Text(text) => Some(text),
            _ => None,
        });
    texts.take(HEADINGS).any(|text| {
        let label = normalise_label(text);
        let words = label.split(|c: char| !c.is_alphanumeric());
        words.into_iter().any(|word| PERSONAL.contains(&word))
    })
}

fn shown(cell: &Cell, personal: bool) -> String {
    let text = match &cell.value {
        Value::Text(text) => text.to_string(),
        Value::Number { value, digits } if personal || *digits > 15 => exact_text(*value),
        Value::Number { value, .. } => tampil(*value, value.normalize().scale()),
        Value::Overflow(text) | Value::Error(text) => text.to_string(),
        Value::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        Value::Date { serial } => {
            let day = serial.trunc().to_i64().and_then(|day| Tanggal::from_serial(day, false));
            day.map_or_else(|| exact_text(*serial), |day| day.to_string())
        }
        Value::NoResult => match &cell.formula {
            Formula::Some(Some(formula)) => format!("={}", formula.trim_start_matches('=')),
            _ => "=…".to_owned(),
        },
    };
    if personal { mask_digits(&text) } else { mask_person(&text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Limits;
    use crate::workbook::Reader;

    fn sheet(text: &str) -> Sheet {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        #[expect(clippy::disallowed_methods, reason = "a test lays out its own folder")]
        std::fs::write(&path, text).unwrap();
        Reader::new(Limits::default()).read(&path, "a.csv").unwrap().sheets.remove(0)
    }

    #[test]
    fn the_neighbours_are_shown_and_personal_data_masked() {
        let sheet = sheet(
            "Nama;NIK;No. HP;Omset;Tgl Lahir\nToko A;3575010101010001;081234567890;1000;1980-05-17\nToko B;3575010101010002;081234567891;±3jt;1981-06-18\n",
        );
        let text = window(&sheet, CellAddress::new(2, 3), Some("±3jt"));
        assert!(text.contains("»±3jt«") && text.contains("1000"), "{text}");
        for hidden in ["3575010101010001", "081234567890", "1980", "1981"] {
            assert!(!text.contains(hidden), "{text}");
        }
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 3, "nothing stands below: {text}");
        assert!(lines[0].contains(" B ") && lines[0].contains(" E "), "{text}");
    }

    #[test]
    fn a_window_at_the_corner_holds_no_control_characters() {
        let text = window(&sheet("\"a\nb\";x\n"), CellAddress::new(0, 0), None);
        assert!(text.contains("»a b«"), "{text}");
        assert_eq!(short("a\u{1b}[31m\nb", 16), "a [31m b");
    }
}
