//! Against slips: a sheet of formulas is protected without a password; what may be typed over takes numbers, and shows
//! all of them.

use crate::document::NA;
use crate::render::xlsx::{number, words_id};
use crate::vocabulary::CellAddress;
use rust_xlsxwriter::{ConditionalFormatFormula, DataValidation, Format, Formula, ProtectionOptions, Worksheet, XlsxError};

/// The letters of a list that a cell offers, with the commas between.
const LONGEST_LIST: usize = 250;

/// Protects all cells but those to be typed into; rows and columns may still be made
/// wider, hidden, formatted: slips in cells are what it is against.
pub fn protect(sheet: &mut Worksheet) {
    // Charts may be copied into a letter.
    let options = ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        edit_objects: true,
        ..ProtectionOptions::new()
    };
    sheet.protect_with_options(&options);
}

/// Takes a number, `n/a`, or nothing: a number typed as a text would be no target, without a word.
pub fn number_or_none(at: CellAddress) -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_custom(Formula::new(format!("=OR(ISNUMBER({at}),{at}=\"{NA}\")")))
        .set_error_title(words_id::TYPED_TITLE)?
        .set_error_message(words_id::TARGET_REFUSED)
}

/// Takes one of these texts; none where Excel has no room for them all.
pub fn one_of(texts: &[String]) -> Result<Option<DataValidation>, XlsxError> {
    let letters: usize = texts.iter().map(|text| text.encode_utf16().count() + 1).sum();
    if letters > LONGEST_LIST || texts.iter().any(|text| text.contains(',')) {
        return Ok(None);
    }
    let rule = DataValidation::new().allow_list_strings(texts)?;
    Ok(Some(rule.set_error_title(words_id::TYPED_TITLE)?.set_error_message(words_id::CHOICE_REFUSED)?))
}

/// A number format without a sign for what rounds to nought: `-0,00` is none.
pub fn unsigned_nought(at: CellAddress, decimals: u32) -> ConditionalFormatFormula {
    let places = if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals as usize)) };
    let code = format!("[$-421]0{places};[$-421]0{places}");
    let rule = Formula::new(format!("=AND({at}<0,ROUND({at},{decimals})=0)"));
    ConditionalFormatFormula::new().set_rule(rule).set_format(Format::new().set_num_format(number::off_the_rule(&code)))
}

/// A number format for what has a fraction: as `#,##0` it would show another number.
pub fn fraction(at: CellAddress, code: &str) -> ConditionalFormatFormula {
    let rule = Formula::new(format!("=ROUND({at},0)<>{at}"));
    ConditionalFormatFormula::new().set_rule(rule).set_format(Format::new().set_num_format(code))
}
