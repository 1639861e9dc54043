//! The control totals over a data sheet's table: what the report counted beside
//! what the sheet holds now, red where they part.

use super::data_sheet::{Kind, Source, is_numeric};
use super::sheet::{Calculated, CellFormat, DataCell, DataRow, DataSheet, Mark, RowStyle};
use super::words_id as words;
use crate::dataset::{Isi, Jenis, Table};
use crate::formula::excel::{CellResult, HelperColumn, column_of};
use crate::vocabulary::CellAddress;
use rust_decimal::Decimal;

/// Where the words stand, in the column of the names.
const WORDS: usize = 1;
/// A formula longer than this says only that something differs.
const LONGEST: usize = 7_500;

/// The rows above the table, in order.
enum Line {
    Meaning,
    Reported,
    Now,
    MissingReported,
    MissingNow,
    Typed,
    Verdict,
}

impl Line {
    fn at(self) -> usize {
        self as usize
    }
}

const LINES: usize = 7;

/// Puts the control totals over the sheet's table, and marks what turns red.
pub(super) fn control(sheet: &mut DataSheet, source: &Source<'_>, kinds: &[Kind], checked: &[usize]) {
    let first = sheet.first_row_above();
    let mut lines = vec![vec![DataCell::Empty; kinds.len()]; LINES];
    for (line, words) in lines.iter_mut().zip(words::CONTROL) {
        line[WORDS] = DataCell::Text(words.to_owned());
    }
    let headings: Vec<&str> = sheet.columns.iter().map(|column| column.heading.as_str()).collect();
    let cells = |at: usize| column_of(&source.table_name, headings.get(at).copied().unwrap_or_default());
    let address = |line: usize, column: usize| CellAddress::new(first + line as u32, column as u32).to_string();
    // What differs: a condition, and the words for it.
    let mut differs: Vec<(String, String)> = Vec::new();
    let count = source.table.rows.len();
    lines[Line::Reported.at()][0] = whole(count);
    lines[Line::Now.at()][0] = counted(format!("ROWS({})", cells(0)), count);
    differs
        .push((format!("{}<>{}", address(Line::Now.at(), 0), address(Line::Reported.at(), 0)), words::CONTROL_ROWS.to_owned()));
    for (at, kind) in kinds.iter().enumerate() {
        lines[Line::Meaning.at()][at] = match kind {
            Kind::Used(index) | Kind::Further(index) => DataCell::Text(source.table.columns[*index].judul.clone()),
            Kind::Helper(helper) => DataCell::Text(source.helpers[*helper].meaning.clone()),
            Kind::Entity => DataCell::Text(words::MEANING_ENTITY.to_owned()),
            Kind::Check => DataCell::Text(words::MEANING_CHECK.to_owned()),
            Kind::Name => DataCell::Text(words::CONTROL[0].to_owned()),
            Kind::Origin => DataCell::Empty,
        };
        if let Kind::Helper(helper) = kind
            && let Some(sum) = source.helpers.get(*helper).and_then(added)
        {
            total(&mut lines, at, sum, &cells(at));
            differs.push(apart(&address(Line::Now.at(), at), &address(Line::Reported.at(), at), headings[at]));
        }
        let Kind::Used(index) = *kind else { continue };
        let missing = source.table.values(index).filter(Isi::is_empty).count();
        let number = is_numeric(*kind, source) || is_date(source.table, index);
        let present = if number { "COUNT" } else { "COUNTA" };
        lines[Line::MissingReported.at()][at] = whole(missing);
        lines[Line::MissingNow.at()][at] = counted(format!("ROWS({0})-{present}({0})", cells(at)), missing);
        differs.push((
            format!("{}<>{}", address(Line::MissingNow.at(), at), address(Line::MissingReported.at(), at)),
            words::control_missing(headings[at]),
        ));
        if !checked.contains(&at) {
            continue;
        }
        lines[Line::Typed.at()][at] = counted(format!("COUNTA({0})-COUNT({0})", cells(at)), 0);
        differs.push((format!("{}>0", address(Line::Typed.at(), at)), words::control_typed(headings[at])));
        let Some(sum) = sum(source.table, index).filter(|_| is_numeric(*kind, source)) else { continue };
        total(&mut lines, at, sum, &cells(at));
        differs.push(apart(&address(Line::Now.at(), at), &address(Line::Reported.at(), at), headings[at]));
    }
    // Who is whose counterpart decides over comparisons; without a row its number is gone as well, and that is told.
    let entities: u64 = source.table.rows.iter().map(|row| u64::from(row.entitas)).sum();
    let numbers =
        format!("AND({}={},SUM({})<>{entities})", address(Line::Now.at(), 0), address(Line::Reported.at(), 0), cells(0));
    differs.push((numbers, words::CONTROL_ENTITIES.to_owned()));
    lines[Line::Verdict.at()][WORDS] = DataCell::Formula {
        formula: verdict(&differs),
        result: Calculated::Text(words::CONTROL_SAME.to_owned()),
        format: CellFormat::AsIs,
    };
    marks(sheet, kinds.len(), checked, source.table.rows.len());
    sheet.above = lines
        .into_iter()
        .enumerate()
        .map(|(line, cells)| DataRow { style: if line == Line::Meaning.at() { RowStyle::Note } else { RowStyle::Plain }, cells })
        .collect();
}

/// A column's sum as the report has it, and as it is now.
fn total(lines: &mut [Vec<DataCell>], at: usize, sum: Decimal, cells: &str) {
    let format = CellFormat::AsIs;
    lines[Line::Reported.at()][at] = DataCell::Number { value: sum, format };
    lines[Line::Now.at()][at] = DataCell::Formula { formula: format!("SUM({cells})"), result: Calculated::Number(sum), format };
}

/// When two sums differ, and the words for it. Sums of many decimals differ by the order in which a program adds them.
fn apart(now: &str, reported: &str, heading: &str) -> (String, String) {
    (format!("ABS({now}-{reported})>ABS({reported})*1E-13"), words::control_sum(heading))
}

/// The sum of a helper column's numbers, where figures add it up; none beyond what a Decimal holds.
pub(super) fn added(helper: &HelperColumn) -> Option<Decimal> {
    if !helper.added_up {
        return None;
    }
    helper.results.iter().try_fold(Decimal::ZERO, |sum, result| match result {
        CellResult::Number(value) => sum.checked_add(*value),
        CellResult::Text(_) => Some(sum),
    })
}

/// `Sama dengan laporan`, or all that differs.
fn verdict(differs: &[(String, String)]) -> String {
    let conditions = |join: fn(&[&str]) -> String| {
        let parts: Vec<&str> = differs.iter().map(|(when, _)| when.as_str()).collect();
        let grouped: Vec<String> = parts.chunks(200).map(join).collect();
        join(&grouped.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let any = conditions(|parts| format!("OR({})", parts.join(",")));
    let said: Vec<String> = differs.iter().map(|(when, words)| format!("IF({when},\"{words}; \",\"\")")).collect();
    let (same, differ) = (words::CONTROL_SAME, words::CONTROL_DIFFERS);
    let full = format!("IF({any},\"{differ}: \"&{},\"{same}\")", said.join("&"));
    if full.len() <= LONGEST { full } else { format!("IF({any},\"{differ}\",\"{same}\")") }
}

/// What turns red: a total beside another, a number that is text, and the words that say so.
fn marks(sheet: &mut DataSheet, columns: usize, checked: &[usize], rows: usize) {
    let first = sheet.first_row_above();
    let row = |line: Line| first + line.at() as u32;
    let address = |row: u32, column: usize| CellAddress::new(row, column as u32).to_string();
    let last = (columns.max(1) - 1) as u16;
    let mut pair = |now: u32, reported: u32| {
        let (now_cell, reported_cell) = (address(now, 0), address(reported, 0));
        let when = format!("AND(ISNUMBER({reported_cell}),ABS({now_cell}-{reported_cell})>ABS({reported_cell})*1E-13)");
        sheet.marks.push(Mark { first: (now, 0), last: (now, last), when });
    };
    pair(row(Line::Now), row(Line::Reported));
    pair(row(Line::MissingNow), row(Line::MissingReported));
    let typed = row(Line::Typed);
    let when = format!("AND(ISNUMBER({0}),{0}>0)", address(typed, 0));
    sheet.marks.push(Mark { first: (typed, 0), last: (typed, last), when });
    let verdict = row(Line::Verdict);
    let when = format!("{}<>\"{}\"", address(verdict, WORDS), words::CONTROL_SAME);
    sheet.marks.push(Mark { first: (verdict, WORDS as u16), last: (verdict, WORDS as u16), when });
    let data = first + LINES as u32 + 1;
    for column in checked {
        let at = *column as u16;
        let last = data.saturating_add(rows.max(1) as u32 - 1);
        sheet.marks.push(Mark { first: (data, at), last: (last, at), when: format!("ISTEXT({})", address(data, *column)) });
    }
}

fn whole(count: usize) -> DataCell {
    DataCell::Number { value: Decimal::from(count), format: CellFormat::Decimals(0) }
}

fn counted(formula: String, count: usize) -> DataCell {
    DataCell::Formula { formula, result: Calculated::Number(Decimal::from(count)), format: CellFormat::Decimals(0) }
}

pub(super) fn is_date(table: &Table, index: usize) -> bool {
    table.columns[index].jenis == Jenis::Tanggal && !table.columns[index].pribadi
}

/// The column's sum as the sheet's cells hold it; none beyond what a Decimal holds.
fn sum(table: &Table, index: usize) -> Option<Decimal> {
    table.values(index).try_fold(Decimal::ZERO, |sum, isi| match isi {
        Isi::Angka(value) => sum.checked_add(value),
        Isi::Tanda(set) => sum.checked_add(Decimal::from(u8::from(set))),
        _ => Some(sum),
    })
}
