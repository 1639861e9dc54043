//! A sheet as rows of cells, easy to spoil in one place, and the workbook made of it.

use super::Failure;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Note, Workbook, Worksheet};
use std::io::{Read, Write};

/// What stands in a cell.
#[derive(Clone, PartialEq)]
pub enum Sel {
    Kosong,
    Teks(String),
    /// A text that is struck out.
    Dicoret(&'static str),
    Angka(f64),
    /// A number under a format of its own.
    Berformat(f64, &'static str),
    /// A number with a comment on its cell.
    Berkomentar(f64, &'static str),
    Tanggal(u16, u8, u8),
    /// A formula and its stored result; without one the file holds none.
    Rumus(&'static str, Option<&'static str>),
}

pub fn t(text: &str) -> Sel {
    Sel::Teks(text.to_owned())
}

#[derive(Clone)]
pub struct Grid {
    pub lembar: String,
    pub rows: Vec<Vec<Sel>>,
    pub hidden_row: Option<u32>,
}

impl Grid {
    /// The cell at an Excel address such as `I7`, made if it is not there.
    pub fn at(&mut self, address: &str) -> &mut Sel {
        let letters = address.trim_end_matches(|c: char| c.is_ascii_digit());
        let column = letters.bytes().fold(0, |sum, letter| sum * 26 + usize::from(letter - b'A') + 1) - 1;
        let row = address[letters.len()..].parse::<usize>().map_or(0, |row| row - 1);
        if self.rows.len() <= row {
            self.rows.resize(row + 1, Vec::new());
        }
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            cells.resize(column + 1, Sel::Kosong);
        }
        &mut cells[column]
    }

    pub fn with(mut self, address: &str, sel: Sel) -> Self {
        *self.at(address) = sel;
        self
    }

    /// Applies a change to the numbers of a column, from the first data row on.
    pub fn scaled(mut self, column: char, factor: f64) -> Self {
        let index = usize::from(column as u8 - b'A');
        for row in &mut self.rows {
            if let Some(Sel::Angka(value)) = row.get_mut(index) {
                *value *= factor;
            }
        }
        self
    }

    /// The sheet without this column.
    pub fn without(mut self, column: char) -> Self {
        let index = usize::from(column as u8 - b'A');
        for row in &mut self.rows {
            if index < row.len() {
                row.remove(index);
            }
        }
        self
    }
}

/// Stands for "no result" until the file is written; no sample uses this number.
const NO_RESULT: &str = "987654321.125";

/// An .xlsx of these sheets, dated on a fixed day.
pub fn xlsx(grids: &[Grid]) -> Result<Vec<u8>, Failure> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2022, 1, 14)?.and_hms(8, 0, 0)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    for grid in grids {
        write_sheet(workbook.add_worksheet(), grid)?;
    }
    without_results(workbook.save_to_buffer()?)
}

fn write_sheet(sheet: &mut Worksheet, grid: &Grid) -> Result<(), Failure> {
    sheet.set_name(&grid.lembar)?;
    let number = Format::new().set_num_format("#,##0.##");
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let struck = Format::new().set_font_strikethrough();
    for (row, cells) in (0..).zip(&grid.rows) {
        for (column, sel) in (0..).zip(cells) {
            match sel {
                Sel::Kosong => continue,
                Sel::Teks(text) => sheet.write_string(row, column, text)?,
                Sel::Dicoret(text) => sheet.write_string_with_format(row, column, *text, &struck)?,
                Sel::Angka(value) => sheet.write_number_with_format(row, column, *value, &number)?,
                Sel::Berformat(value, code) => {
                    sheet.write_number_with_format(row, column, *value, &Format::new().set_num_format(*code))?
                }
                Sel::Berkomentar(value, comment) => sheet.write_number_with_format(row, column, *value, &number)?.insert_note(
                    row,
                    column,
                    &Note::new(*comment).set_author("Bidang Koperasi"),
                )?,
                Sel::Tanggal(year, month, day) => {
                    sheet.write_datetime_with_format(row, column, ExcelDateTime::from_ymd(*year, *month, *day)?, &date)?
                }
                Sel::Rumus(formula, result) => {
                    let formula = Formula::new(*formula).set_result(result.unwrap_or(NO_RESULT));
                    sheet.write_formula_with_format(row, column, formula, &number)?
                }
            };
        }
    }
    if let Some(row) = grid.hidden_row {
        sheet.set_row_hidden(row)?;
    }
    Ok(())
}

/// Empties the results that are to be missing, as openpyxl leaves them.
fn without_results(book: Vec<u8>) -> Result<Vec<u8>, Failure> {
    let mut parts = Vec::new();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&book))?;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index)?;
        let mut data = Vec::new();
        part.read_to_end(&mut data)?;
        parts.push((part.name()?.into_owned(), data));
    }
    let marked = format!("<v>{NO_RESULT}</v>");
    let is_marked = |data: &[u8]| data.windows(marked.len()).any(|window| window == marked.as_bytes());
    if !parts.iter().any(|(_, data)| is_marked(data)) {
        return Ok(book);
    }
    for (_, data) in parts.iter_mut().filter(|(_, data)| is_marked(data)) {
        *data = String::from_utf8(std::mem::take(data))?.replace(&marked, "<v></v>").into_bytes();
    }
    zipped(&parts)
}

/// A zip of these parts, dated 1980-01-01.
pub fn zipped(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Failure> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, data) in parts {
        let method = if name == "mimetype" { zip::CompressionMethod::Stored } else { zip::CompressionMethod::Deflated };
        let options = zip::write::SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(zip::DateTime::default())
            .unix_permissions(0o644);
        writer.start_file(name, options)?;
        writer.write_all(data)?;
    }
    Ok(writer.finish()?.into_inner())
}
