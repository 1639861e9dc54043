//! What was changed in the workbook after the report was made: beside each value that may be typed over what the report
//! has, and one sentence that stands, as soon as something differs, above each sheet whose figures follow.

use super::calculation::{Line, Lines};
use super::differs_words_id as differs;
use super::sheet::{Calculated, CellFormat, DataCell, DataRow, DataSheet, FigureValue, Mark, NamedRange, RowStyle};
use super::words_id as words;
use crate::formula::excel::{CellResult, literal, quoted};
use crate::vocabulary::{CellAddress, exact_text};
use rust_decimal::Decimal;

/// The name of the sentence's cell, which no measure's can meet.
pub const DIFFERS_NAME: &str = "berbeda_dari_laporan";
/// What the names of the cells begin with that list what was changed.
const LIST_NAME: &str = "berbeda";
/// The longest formula, and how much of the list the sentence says, in letters.
const LONGEST: usize = 6_000;
const SAID: usize = 90;
const WORDS_COLUMN: u16 = 1;
const VALUE_COLUMN: usize = 3;

/// Why there is no figure, as a formula, and what it says now.
pub(super) type Sebab = Option<(String, &'static str)>;

/// Something that may be changed: how the list calls it, and when it is as in the report.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Kept {
    called: String,
    same: String,
}

/// A line's place of origin, which says what the report has where its value was changed; none where the value is no input.
pub(super) fn origin(name: &str, line: &Line<'_>, sumber: &str) -> Option<(DataCell, Kept)> {
    let (same, shown) = match &line.value {
        DataCell::Input { value: Calculated::Number(value), .. } => (same_number(name, *value), words::short(*value)),
        DataCell::Input { value: Calculated::Text(text), .. } | DataCell::Choice { text, .. } => {
            (format!("EXACT({name},{})", quoted(text)), text.clone())
        }
        _ => return None,
    };
    let formula = format!("IF({same},\"\",{})&{}", quoted(&differs::changed(&shown)), quoted(sumber));
    let cell = if formula.len() > LONGEST {
        DataCell::Text(sumber.to_owned())
    } else {
        DataCell::Formula { formula, result: Calculated::Text(sumber.to_owned()), format: CellFormat::AsIs }
    };
    let kinds = [words::TARGET_AKHIR, words::TARGET, words::PREDIKAT];
    let kind = kinds.into_iter().find(|kind| line.label.strip_prefix(kind).is_some_and(|rest| rest.starts_with(": ")));
    let tahun = line.tahun.map(|tahun| tahun.to_string()).unwrap_or_default();
    Some((cell, Kept { called: differs::input(kind, line.code, &tahun), same }))
}

/// A line's place of origin, before it why there is no figure where there is none.
pub(super) fn reasoned(name: &str, sebab: Sebab, sumber: String) -> DataCell {
    let plain = |sumber: String| if sumber.is_empty() { DataCell::Empty } else { DataCell::Text(sumber) };
    let Some((why, now)) = sebab else { return plain(sumber) };
    let none = words::TIDAK_DAPAT_DIHITUNG;
    let formula = format!("IF({name}=\"{none}\",{}&{why}&\". \",\"\")&{}", quoted(differs::REASON), quoted(&sumber));
    if formula.len() > LONGEST {
        return plain(sumber);
    }
    let shown = if now.is_empty() { sumber } else { format!("{}{now}. {sumber}", differs::REASON) };
    DataCell::Formula { formula, result: Calculated::Text(shown), format: CellFormat::AsIs }
}

/// Whether a cell holds the number, as far as Excel keeps its digits; a blank one holds none.
fn same_number(name: &str, value: Decimal) -> String {
    let exact = exact_text(value);
    let same = match literal(&CellResult::Number(value)).as_str() {
        "\"\"" => format!("ABS({name}-{exact})<=ABS({exact})*1E-14"),
        known => format!("{name}={known}"),
    };
    format!("IF(ISNUMBER({name}),{same},FALSE)")
}

/// What the sentence is to the pages: nothing, until something is changed.
pub(super) fn sentence() -> FigureValue {
    let longest = format!("{}{}{}", differs::DIFFERS, "x".repeat(SAID), differs::MORE);
    FigureValue { or: vec![longest], ..FigureValue::new(Calculated::Text(String::new()), CellFormat::AsIs) }
}

/// The sentence where it stands over the sheet.
pub(super) fn above() -> DataRow {
    DataRow { style: RowStyle::Section, cells: vec![text(DIFFERS_NAME.to_owned())] }
}

/// Lists what differs: the values typed over, and the sheets whose control totals say so.
pub(super) fn list(rows: &mut Lines, data: &[DataSheet]) {
    let kept = std::mem::take(&mut rows.kept);
    let inputs = kept.into_iter().map(|one| format!("IF({},\"\",{})", one.same, quoted(&format!("; {}", one.called))));
    let sheets = data.iter().filter_map(|sheet| {
        let verdict = sheet.verdict?;
        let at = format!("'{}'!{}", sheet.name.replace('\'', "''"), CellAddress::new(verdict.0, u32::from(verdict.1)));
        let called = quoted(&format!("; {}", differs::data(&sheet.name)));
        Some(format!("IF({at}={},\"\",{called})", quoted(words::CONTROL_SAME)))
    });
    let mut formulas: Vec<String> = Vec::new();
    for part in inputs.chain(sheets) {
        match formulas.last_mut().filter(|last| last.len() + part.len() < LONGEST) {
            Some(last) => *last = format!("{last}&{part}"),
            None => formulas.push(part),
        }
    }
    if formulas.is_empty() {
        formulas.push("\"\"".to_owned());
    }
    rows.section(differs::SECTION);
    let names: Vec<String> = (1..=formulas.len()).map(|number| format!("{LIST_NAME}_{number}")).collect();
    for (name, formula) in names.iter().zip(formulas) {
        put(rows, name.clone(), formula, differs::LISTED);
    }
    let all = names.join("&");
    let more = format!("IF(LEN({all})>{},{},\".\")", SAID + 2, quoted(differs::MORE));
    put(
        rows,
        DIFFERS_NAME.to_owned(),
        format!("IF({all}=\"\",\"\",{}&MID({all},3,{SAID})&{more})", quoted(differs::DIFFERS)),
        differs::SENTENCE,
    );
}

/// What turns red: the sentence over the sheet, and a changed value with where it comes from.
pub(super) fn changed_marks(sheet: &DataSheet) -> Vec<Mark> {
    let (over, first, last_column) =
        (sheet.first_row_above(), sheet.first_data_row(), words::CALCULATION_COLUMNS.len() as u16 - 1);
    let said = Mark { first: (over, 0), last: (over, last_column), when: format!("LEN({DIFFERS_NAME})>0") };
    let is_input = |row: &DataRow| matches!(row.cells.get(VALUE_COLUMN), Some(DataCell::Input { .. } | DataCell::Choice { .. }));
    let inputs = sheet.rows.iter().enumerate().filter(|(_, row)| is_input(row)).map(|(row, _)| first + row as u32);
    let changed = inputs.map(|row| {
        let origin = CellAddress::new(row, u32::from(last_column));
        let (column, number) = (CellAddress::column_letters(u32::from(last_column)), origin.row + 1);
        let when = format!("MID(${column}{number},1,{})=\"{}\"", differs::CHANGED.len(), differs::CHANGED);
        Mark { first: (row, VALUE_COLUMN as u16), last: (row, last_column), when }
    });
    std::iter::once(said).chain(changed).collect()
}

fn put(rows: &mut Lines, name: String, formula: String, said: &str) {
    let row = rows.rows.len() as u32;
    rows.names.push(NamedRange { name, first_row: row, last_row: row, first_column: WORDS_COLUMN, last_column: WORDS_COLUMN });
    let mut cells = vec![DataCell::Empty; words::CALCULATION_COLUMNS.len()];
    cells[usize::from(WORDS_COLUMN)] = text(formula);
    cells[words::CALCULATION_COLUMNS.len() - 1] = DataCell::Text(said.to_owned());
    rows.rows.push(DataRow { style: RowStyle::Plain, cells });
}

fn text(formula: String) -> DataCell {
    DataCell::Formula { formula, result: Calculated::Text(String::new()), format: CellFormat::AsIs }
}
