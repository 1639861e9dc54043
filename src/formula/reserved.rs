//! Names a measure cannot have: formulas or the workbook use them otherwise.

use super::AggregateFunction;
use super::call::SCALAR_FUNCTIONS;
use super::names::Names;
use super::parse::RESERVED;

/// Excel allows 255 characters; a year and an underscore are added.
const LONGEST: usize = 200;

/// Whether formulas could not call a measure by this name, or its cell's defined
/// name (`nama_2021`) would meet another one. Excel's names have no case.
pub(super) fn is_reserved(name: &str, names: &Names) -> bool {
    let lower = name.to_lowercase();
    let function = AggregateFunction::ALL.iter().map(|function| function.name()).chain(SCALAR_FUNCTIONS);
    let is_word = function.chain(RESERVED).any(|word| word.eq_ignore_ascii_case(name));
    let well_formed = name.chars().all(|c| c.is_alphanumeric() || c == '_')
        && name.chars().next().is_some_and(|first| first.is_alphabetic() || first == '_');
    let twin = names.has_twin(name);
    // `iku_1_1` with a year is an indicator's cell, `umkm_2021_…` a column of a data sheet.
    let indicator = lower.strip_prefix("iku_").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let column = names.sumber.keys().any(|sumber| {
        lower.strip_prefix(&format!("{}_", sumber.to_lowercase())).is_some_and(|rest| {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            digits == 4 && matches!(rest.as_bytes().get(4), None | Some(b'_'))
        })
    });
    // `c1` is written `_c1` there, because Excel takes `c1_2021` for a cell.
    let escaped = lower.strip_prefix('_').is_some_and(super::excel::like_a_cell);
    is_word || escaped || !well_formed || twin || indicator || column || name.len() > LONGEST
}
