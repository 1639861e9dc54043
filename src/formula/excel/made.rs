//! What a helper column is made of, and which values of a field its cells hold.

use super::CellResult;
use super::code::Code;
use crate::dataset::Isi;
use crate::formula::compare::clean_text;
use crate::formula::rows::Read;
use crate::formula::{Expr, Node};
use crate::vocabulary::{exact_text, mask_person};
use rust_decimal::Decimal;

/// Whether Excel and LibreOffice would take the text for a number, a truth value or an error.
pub(super) fn looks_typed(text: &str) -> bool {
    text.parse::<f64>().is_ok() || text.starts_with('#') || ["true", "false"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

pub(super) struct Made {
    /// The heading, and what the column decides.
    pub heading: [String; 2],
    pub formula: Option<Code>,
    pub results: Vec<CellResult>,
    /// The heading where another column has the first.
    pub closer: Option<String>,
}

impl Made {
    pub fn new(heading: [String; 2], formula: Option<Code>, results: Vec<CellResult>) -> Self {
        Self { heading, formula, results, closer: None }
    }

    pub fn or_called(self, closer: String) -> Self {
        Self { closer: Some(closer), ..self }
    }
}

/// Whether a condition looks into a field that is masked on the sheet, other than for being filled in its own year,
/// or names what would be masked there.
pub(super) fn masked_comparison(node: &Node, is_private: &dyn Fn(&str) -> bool) -> bool {
    match &node.expr {
        Expr::Text(text) => mask_person(text) != *text,
        Expr::Name { name, .. } => is_private(name),
        Expr::IsEmpty { value, .. } => match &value.expr {
            Expr::Name { name, year, .. } => !year.is_own() && is_private(name),
            _ => false,
        },
        _ => node.children().into_iter().any(|child| masked_comparison(child, is_private)),
    }
}

/// A field's value as its cell on a data sheet holds it.
pub(super) fn shown(read: &Read, textual: bool) -> CellResult {
    let Read::Value { isi, .. } = read else { return CellResult::Text(String::new()) };
    match isi {
        Isi::Kosong => CellResult::Text(String::new()),
        Isi::Angka(value) if textual => CellResult::Text(exact_text(*value)),
        Isi::Angka(value) => CellResult::Number(*value),
        Isi::Teks(text) => CellResult::Text(clean_text(text)),
        Isi::Tanggal(date) => CellResult::Number(Decimal::from(date.to_serial())),
        Isi::Tanda(set) => CellResult::Number(Decimal::from(u8::from(*set))),
    }
}
