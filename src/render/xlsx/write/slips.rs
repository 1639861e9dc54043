//! Against slips: a sheet of formulas is protected without a password.

use rust_xlsxwriter::{ProtectionOptions, Worksheet};

/// Protects all cells but those to be typed into; rows and columns may still be made
/// wider, hidden, formatted: slips in cells are what it is against.
pub fn protect(sheet: &mut Worksheet) {
    let options = ProtectionOptions { format_cells: true, format_columns: true, format_rows: true, ..ProtectionOptions::new() };
    sheet.protect_with_options(&options);
}
