//! How an office types its figures: numbers, padded texts, "Rp" texts, dashes.

use super::koperasi::Day;
use super::random::Random;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

/// Excel's own accounting format without a currency sign.
pub const ACCOUNTING: &str = r#"_-* #,##0_-;\-* #,##0_-;_-* "-"_-;_-@_-"#;

/// A figure as it was typed.
pub enum Typed {
    Number(i64),
    Text(String),
}

/// `1.234.567`.
pub fn thousands(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// An amount of money of a report: mostly a number, now and then one of the
/// texts that come in with a copied column.
pub fn money(random: &mut Random, value: i64) -> Typed {
    if value == 0 {
        return Typed::Text(random.pick(&["-", "-", " - "]).to_owned());
    }
    let way = random.range(1, 100);
    let text = thousands(value);
    match (value < 0, way) {
        (true, ..=60) => Typed::Text(format!("({text})")),
        (true, ..=75) => Typed::Text(format!(" ({text}) ")),
        (false, ..=9) => Typed::Text(format!(" {text} ")),
        // A single separator may be read two ways by itself; an office's clerk types so too.
        (false, 10..=13) if value >= 1_000_000 => Typed::Text(format!("Rp {text},-")),
        (false, 14..=15) if value >= 1_000_000 => Typed::Text(format!("Rp{text},00")),
        (false, 16..=17) => Typed::Text(text),
        _ => Typed::Number(value),
    }
}

/// The formats of one workbook.
pub struct Formats {
    pub title: Format,
    pub heading: Format,
    pub text: Format,
    pub centre: Format,
    pub money: Format,
    pub count: Format,
    pub date: Format,
    pub total: Format,
    pub total_money: Format,
    pub plain: Format,
    pub signature: Format,
}

impl Formats {
    pub fn new() -> Self {
        let cell = Format::new().set_border(FormatBorder::Thin).set_font_size(10);
        Self {
            title: Format::new().set_bold().set_font_size(12).set_align(FormatAlign::Center),
            heading: cell
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color("D9E1F2"),
            text: cell.clone(),
            centre: cell.clone().set_align(FormatAlign::Center),
            money: cell.clone().set_num_format(ACCOUNTING),
            count: cell.clone().set_num_format("#,##0"),
            date: cell.clone().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Center),
            total: cell.clone().set_bold().set_align(FormatAlign::Center).set_num_format("#,##0"),
            total_money: cell.set_bold().set_num_format(ACCOUNTING),
            plain: Format::new().set_font_size(10),
            signature: Format::new().set_font_size(10).set_align(FormatAlign::Center),
        }
    }
}

pub fn write_typed(sheet: &mut Worksheet, row: u32, column: u16, typed: &Typed, format: &Format) -> Result<(), XlsxError> {
    match typed {
        Typed::Number(value) => sheet.write_number_with_format(row, column, *value as f64, format)?,
        Typed::Text(text) => sheet.write_string_with_format(row, column, text, format)?,
    };
    Ok(())
}

/// A count, nil as a dash.
pub fn write_count(sheet: &mut Worksheet, row: u32, column: u16, value: i64, formats: &Formats) -> Result<(), XlsxError> {
    match value {
        0 => sheet.write_string_with_format(row, column, "-", &formats.centre)?,
        _ => sheet.write_number_with_format(row, column, value as f64, &formats.count)?,
    };
    Ok(())
}

pub fn write_date(sheet: &mut Worksheet, row: u32, column: u16, day: Day, format: &Format) -> Result<(), XlsxError> {
    sheet.write_datetime_with_format(row, column, ExcelDateTime::from_ymd(day.0, day.1, day.2)?, format)?;
    Ok(())
}

/// Title lines, each merged over `columns` columns, from the first row on.
pub fn write_titles(sheet: &mut Worksheet, lines: &[&str], columns: u16, formats: &Formats) -> Result<(), XlsxError> {
    for (row, line) in (0..).zip(lines) {
        sheet.merge_range(row, 0, row, columns - 1, line, &formats.title)?;
    }
    Ok(())
}

/// The block under the table: place and date, office, name, NIP.
pub fn write_signature(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    lines: [&str; 4],
    formats: &Formats,
) -> Result<(), XlsxError> {
    let [place_and_date, jabatan, nama, nip] = lines;
    for (offset, line) in [(0, place_and_date), (1, jabatan), (5, nama), (6, nip)] {
        sheet.write_string_with_format(row + offset, column, line, &formats.signature)?;
    }
    Ok(())
}

/// A workbook that says it was made on a fixed day.
pub fn new_workbook(day: Day) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(day.0, day.1, day.2)?.and_hms(8, 0, 0)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    Ok(workbook)
}
