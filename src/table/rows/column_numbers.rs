//! Rows below the headings that number the columns.

use super::facts::Roles;
use crate::text::clean::{cleaned, is_blank_text};
use crate::workbook::{Cell, Value};

/// `1 2 3 …`, `(1) (2) …`, `Kol 1 Kol 2 …`, `1 2 3 4=2+3`, `3 4a 4b 5 (3+4)`: the columns' numbers. A
/// column may have none (`1 2 _ 4`), the first may be called the second.
pub(crate) fn is_column_numbers(cells: &[Cell], roles: &Roles) -> bool {
    let (mut last, mut last_column) = (0u32, 0u32);
    let mut count = 0;
    for cell in cells.iter().filter(|cell| roles.is_inside(cell.at.column)) {
        let numbered = match &cell.value {
            Value::Text(text) if is_blank_text(text) => continue,
            Value::Text(text) => column_number(&cleaned(text)),
            Value::Number { value, .. } => {
                // `(1)` typed into Excel is -1.
                let number = u32::try_from(value.abs()).ok().filter(|number| value.fract().is_zero() && *number < 1000);
                number.map(|number| (number, false))
            }
            _ => None,
        };
        let Some((number, is_lettered)) = numbered else { return false };
        let is_next = number == last + 1 || last == 0 && number == 0 || number == last && is_lettered && count > 0;
        let is_next = is_next || count == 0 && number == 2 && numbers_from_two(cells, roles);
        // Past three in a row any rise is a number left out; before, only as many as columns are blank.
        let is_later = count > 0 && number > last && (count >= 3 || number - last == cell.at.column - last_column);
        if !is_next && !is_later {
            return false;
        }
        (last, last_column) = (number, cell.at.column);
        count += 1;
    }
    count >= 3.min(roles.labels.len()) && count * 2 >= roles.labels.len() && count >= 2
}

/// Whether every column has its number, the first 2, of four columns or more.
fn numbers_from_two(cells: &[Cell], roles: &Roles) -> bool {
    let own = cells.iter().filter(|cell| roles.is_inside(cell.at.column));
    let numbers: Vec<Option<u32>> = own
        .map(|cell| match &cell.value {
            Value::Number { value, .. } if value.fract().is_zero() => u32::try_from(*value).ok(),
            Value::Text(text) => column_number(&cleaned(text)).map(|(number, _)| number),
            _ => None,
        })
        .collect();
    numbers.len() >= 4.max(roles.labels.len()) && numbers.iter().zip(2..).all(|(number, next)| *number == Some(next))
}

/// The number in a text like `(6)`, `-6-`, `6.`, `Kol. 6`, `6=4+5`, `6 (4+5)`, `(6)=(5)x2`, `4a`; and whether it is lettered.
fn column_number(text: &str) -> Option<(u32, bool)> {
    let lower = text.to_lowercase();
    let text = ["kolom", "kol"]
        .iter()
        .find_map(|lead| lower.strip_prefix(lead))
        .map_or(text, |rest| rest.trim_start_matches(['.', ' ', '-']));
    let inner = text.trim_start_matches(['(', '-']);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let (number, rest) = inner.split_at(digits);
    // Of columns before it: `(x 1000)` is a scale.
    let own = number.parse::<u32>().ok();
    let are_before = || {
        let mut numbers = rest.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
        !rest.contains(['.', ','])
            && numbers.all(|run| run.parse::<u32>().ok().is_some_and(|before| before > 0 && Some(before) < own))
    };
    let is_bracketed = || {
        rest.trim_start().starts_with('(') && rest.ends_with(')') && rest.contains(['+', '-', '*', ':', '/', 'x']) && are_before()
    };
    let has_formula = rest.contains('=') || is_bracketed();
    let is_formula = has_formula && rest.chars().all(|c| !c.is_alphabetic() || matches!(c, 'x' | 'X'));
    let lettered = rest.trim_end_matches([')', '.', '-', ' ']);
    let is_lettered = lettered.len() == 1 && lettered.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_plain = lettered.is_empty();
    (is_plain || is_formula || is_lettered).then(|| number.parse().ok().map(|number| (number, is_lettered)))?
}
