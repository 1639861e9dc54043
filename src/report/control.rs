//! The control totals over a data sheet's table: what the report counted beside
//! what the sheet holds now, red where they part.

use super::data_sheet::{Kind, Source, is_numeric};
use super::row_check::{Checked, odd_blanks};
use super::sheet::{Calculated, CellFormat, DataCell, DataRow, DataSheet, Mark, RowStyle};
use super::words_id as words;
use crate::dataset::{Isi, Jenis, Table};
use crate::formula::excel::{CellResult, HelperColumn, column_of};
use crate::vocabulary::CellAddress;
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::BTreeMap;

/// Where the words stand, in the column of the names.
const WORDS: usize = 1;
/// A formula longer than this only says where to look for what differs, as do words of more letters than a cell holds.
const LONGEST: usize = 7_500;
const MOST_WORDS: usize = 30_000;
/// In tables of more rows only what is typed below them is looked for among all numbers: that takes the square of the rows.
const FEW_ROWS: usize = 2_000;

/// The rows above the table, in order.
enum Line {
    Meaning,
    Reported,
    Now,
    MissingReported,
    MissingNow,
    Typed,
    Verdict,
    Details,
}

impl Line {
    fn at(self) -> usize {
        self as usize
    }
}

const LINES: usize = 8;

/// Puts the control totals over the sheet's table, and marks what turns red.
pub(super) fn control(sheet: &mut DataSheet, source: &Source<'_>, kinds: &[Kind], checked: &Checked) {
    let first = sheet.first_row_above();
    let mut lines = vec![vec![DataCell::Empty; kinds.len()]; LINES];
    for (line, words) in lines.iter_mut().zip(words::CONTROL) {
        line[WORDS] = DataCell::Text(words.to_owned());
    }
    let headings: Vec<&str> = sheet.columns.iter().map(|column| column.heading.as_str()).collect();
    let cells = |at: usize| column_of(&source.table_name, headings.get(at).copied().unwrap_or_default());
    let address = |line: usize, column: usize| CellAddress::new(first + line as u32, column as u32).to_string();
    // What differs in a column: conditions, and the words for them.
    let mut differs: Vec<Vec<(String, String)>> = vec![Vec::new(); kinds.len()];
    // Columns whose sums may differ by more than their own last digits.
    let mut slacks: BTreeMap<usize, Decimal> = BTreeMap::new();
    let count = source.table.rows.len();
    lines[Line::Reported.at()][0] = whole(count);
    lines[Line::Now.at()][0] = counted(format!("ROWS({})", cells(0)), count);
    let check = kinds.iter().position(|kind| matches!(kind, Kind::Check)).map(&cells);
    let counts = [Line::Reported, Line::Now].map(|line| address(line.at(), 0));
    differs[0] = entities(source.table, (&cells(0), check.as_deref()), counts);
    for (at, kind) in kinds.iter().enumerate() {
        let differs = &mut differs[at];
        lines[Line::Meaning.at()][at] = match kind {
            Kind::Used(index) | Kind::Further(index) => {
                let column = &source.table.columns[*index];
                DataCell::Text(words::origin_heading(&column.judul, column.skala))
            }
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
            let values = source.helpers[*helper].results.iter().filter_map(|result| match result {
                CellResult::Number(value) => Some(*value),
                CellResult::Text(_) => None,
            });
            let slack = slack(sum, values);
            differs.push(apart([Line::Now, Line::Reported].map(|line| address(line.at(), at)), headings[at], slack));
            slacks.extend(slack.map(|slack| (at, slack)));
        }
        if let Kind::Helper(helper) = kind
            && let Some(files) = source.helpers.get(*helper).and_then(|helper| helper.files)
        {
            lines[Line::MissingReported.at()][at] = whole(0);
            let known = format!("ROWS({0})-COUNTIFS({0},\">=1\",{0},\"<={files}\")", cells(at));
            lines[Line::MissingNow.at()][at] = counted(known, 0);
            differs.push((format!("{}>0", address(Line::MissingNow.at(), at)), words::CONTROL_NO_FILE.to_owned()));
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
        if checked.texts.contains(&at) {
            lines[Line::Typed.at()][at] = counted(odd_blanks(&[cells(at)]), 0);
            differs.push((format!("{}>0", address(Line::Typed.at(), at)), words::control_blank(headings[at])));
        }
        if !checked.is_number(at) {
            continue;
        }
        lines[Line::Typed.at()][at] = counted(format!("COUNTA({0})-COUNT({0})", cells(at)), 0);
        let typed = if checked.marks.contains(&at) { words::control_mark } else { words::control_typed };
        differs.push((format!("{}>0", address(Line::Typed.at(), at)), typed(headings[at])));
        let Some(sum) = sum(source.table, index).filter(|_| is_numeric(*kind, source)) else { continue };
        total(&mut lines, at, sum, &cells(at));
        let values = source.table.values(index).filter_map(|isi| if let Isi::Angka(value) = isi { Some(value) } else { None });
        let slack = slack(sum, values);
        differs.push(apart([Line::Now, Line::Reported].map(|line| address(line.at(), at)), headings[at], slack));
        slacks.extend(slack.map(|slack| (at, slack)));
    }
    let text = |formula: String, result: &str| DataCell::Formula {
        formula,
        result: Calculated::Text(result.to_owned()),
        format: CellFormat::AsIs,
    };
    for (at, differs) in differs.iter().enumerate().filter(|(_, differs)| !differs.is_empty()) {
        let said: Vec<String> = differs.iter().map(|(when, words)| format!("IF({when},\"{words}; \",\"\")")).collect();
        lines[Line::Details.at()][at] = text(said.join("&"), "");
    }
    lines[Line::Verdict.at()][WORDS] = text(verdict(&differs, &|at| address(Line::Details.at(), at)), words::CONTROL_SAME);
    marks(sheet, kinds.len(), checked, source.table.rows.len(), &slacks);
    sheet.verdict = Some((first + Line::Verdict.at() as u32, WORDS as u16));
    sheet.above = lines
        .into_iter()
        .enumerate()
        .map(|(line, cells)| DataRow {
            style: if line == Line::Meaning.at() { RowStyle::Note } else { RowStyle::Control },
            cells,
        })
        .collect();
}

/// A column's sum as the report has it, and as it is now.
fn total(lines: &mut [Vec<DataCell>], at: usize, sum: Decimal, cells: &str) {
    let format = CellFormat::AsIs;
    lines[Line::Reported.at()][at] = DataCell::Number { value: sum, format };
    lines[Line::Now.at()][at] = DataCell::Formula { formula: format!("SUM({cells})"), result: Calculated::Number(sum), format };
}

/// When two sums differ, and the words for it. Sums of many decimals differ by the order in which a program adds them.
fn apart([now, reported]: [String; 2], heading: &str, slack: Option<Decimal>) -> (String, String) {
    (unlike(&now, &reported, slack), words::control_sum(heading))
}

fn unlike(now: &str, reported: &str, slack: Option<Decimal>) -> String {
    let slack = slack.map(|slack| format!("+{slack}")).unwrap_or_default();
    format!("ABS({now}-{reported})>ABS({reported})*1E-13{slack}")
}

/// How much more than by its own last digits a sum may differ: where gains and losses leave little, by those of what was added up.
fn slack(sum: Decimal, values: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    let all = values.into_iter().try_fold(Decimal::ZERO, |all, value| all.checked_add(value.abs()))?;
    let (own, of_all) = (sum.abs() * Decimal::new(1, 13), all * Decimal::new(1, 15));
    (of_all > own).then(|| of_all.round_dp_with_strategy(6, RoundingStrategy::AwayFromZero).normalize())
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

/// What differs among the entities' numbers; `cells` are theirs, the others the rows reported and those there now. A new
/// entity's row needs none.
fn entities(table: &Table, (cells, check): (&str, Option<&str>), [reported, now]: [String; 2]) -> Vec<(String, String)> {
    let numbers = || table.rows.iter().map(|row| row.entitas);
    // Who is whose counterpart decides over comparisons; without a row its number is gone as well, and that is told.
    let sum: u64 = numbers().map(u64::from).sum();
    let mut times: BTreeMap<u32, usize> = BTreeMap::new();
    numbers().for_each(|number| *times.entry(number).or_default() += 1);
    let shared: usize = times.values().filter(|times| **times > 1).sum();
    let count = table.rows.len();
    let twice = if count <= FEW_ROWS {
        format!("SUMPRODUCT(--(COUNTIF({cells},{cells})>1))>{shared}")
    } else {
        let below = format!("INDEX({cells},{}):INDEX({cells},{now})", count + 1);
        format!("IF({now}>{count},SUMPRODUCT(--(COUNTIF({cells},{below})>1)),0)>0")
    };
    let changed = format!("AND({now}={reported},SUM({cells})<>{sum})");
    // Two numbers that were swapped leave the sum as it was: each row knows its own.
    let changed = check.map_or(changed.clone(), |check| format!("OR({changed},COUNTIF({check},\"{}*\")>0)", words::ENTITY_WAS));
    vec![
        (format!("{now}<>{reported}"), words::CONTROL_ROWS.to_owned()),
        (twice, words::CONTROL_TWICE.to_owned()),
        (changed, words::CONTROL_ENTITIES.to_owned()),
    ]
}

/// `Sama dengan laporan`, or all that differs, column by column; `address` is where a column says it.
fn verdict(differs: &[Vec<(String, String)>], address: &dyn Fn(usize) -> String) -> String {
    let columns = || (0..differs.len()).filter(|at| !differs[*at].is_empty());
    let all = columns().map(address).collect::<Vec<_>>().join("&");
    let letters: usize = differs.iter().flatten().map(|(_, words)| words.chars().count() + 2).sum();
    let (same, differ) = (words::CONTROL_SAME, words::CONTROL_DIFFERS);
    // An error in one cell of a column goes through its sum to here: it is said, and no error itself.
    let or_error = |formula: String| format!("IFERROR({formula},\"{differ}: {}\")", words::CONTROL_ERROR);
    if all.len() * 2 <= LONGEST && letters <= MOST_WORDS {
        return or_error(format!("IF({all}=\"\",\"{same}\",\"{differ}: \"&{all})"));
    }
    let (first, last) = (address(WORDS + 1), address(differs.len().max(WORDS + 2) - 1));
    let any = format!("LEN({})+SUMPRODUCT(LEN({first}:{last}))", address(0));
    or_error(format!("IF({any}=0,\"{same}\",\"{differ}: {}\")", words::CONTROL_SEE_ROW))
}

/// What turns red: a total beside another, a number that is text, and the words that say so.
fn marks(sheet: &mut DataSheet, columns: usize, checked: &Checked, rows: usize, slacks: &BTreeMap<usize, Decimal>) {
    let first = sheet.first_row_above();
    let row = |line: Line| first + line.at() as u32;
    let address = |row: u32, column: usize| CellAddress::new(row, column as u32).to_string();
    let last = (columns.max(1) - 1) as u16;
    let mut pair = |now: u32, reported: u32, (from, to): (u16, u16), slack: Option<Decimal>| {
        let [now_cell, reported_cell] = [now, reported].map(|row| address(row, usize::from(from)));
        let when = format!("AND(ISNUMBER({reported_cell}),{})", unlike(&now_cell, &reported_cell, slack));
        sheet.marks.push(Mark { first: (now, from), last: (now, to), when });
    };
    // Between the columns whose sums have a slack of their own.
    let mut from = 0;
    for (at, slack) in slacks {
        let at = *at as u16;
        if at > from {
            pair(row(Line::Now), row(Line::Reported), (from, at - 1), None);
        }
        pair(row(Line::Now), row(Line::Reported), (at, at), Some(*slack));
        from = at + 1;
    }
    if from <= last {
        pair(row(Line::Now), row(Line::Reported), (from, last), None);
    }
    pair(row(Line::MissingNow), row(Line::MissingReported), (0, last), None);
    let typed = row(Line::Typed);
    let when = format!("AND(ISNUMBER({0}),{0}>0)", address(typed, 0));
    sheet.marks.push(Mark { first: (typed, 0), last: (typed, last), when });
    let verdict = row(Line::Verdict);
    let when = format!("{}<>\"{}\"", address(verdict, WORDS), words::CONTROL_SAME);
    sheet.marks.push(Mark { first: (verdict, WORDS as u16), last: (verdict, WORDS as u16), when });
    for (from, to) in [(0, 0), (WORDS as u16 + 1, last)] {
        let details = row(Line::Details);
        let when = format!("LEN({})>0", address(details, usize::from(from)));
        sheet.marks.push(Mark { first: (details, from), last: (details, to.max(from)), when });
    }
    let data = first + LINES as u32 + 1;
    let last_row = data.saturating_add(rows.max(1) as u32 - 1);
    let mut turns_red = |column: usize, when: String| {
        sheet.marks.push(Mark { first: (data, column as u16), last: (last_row, column as u16), when });
    };
    for column in checked.numbers.iter().chain(&checked.marks) {
        turns_red(*column, format!("ISTEXT({})", address(data, *column)));
    }
    for column in &checked.texts {
        turns_red(*column, format!("{}>0", odd_blanks(&[address(data, *column)])));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_names_what_differs_in_any_number_of_columns() {
        let address = |at: usize| CellAddress::new(9, at as u32).to_string();
        let columns = |count: usize| -> Vec<Vec<(String, String)>> {
            let one =
                |at: usize| if at == WORDS { Vec::new() } else { vec![("A1<>A2".to_owned(), format!("jumlah Kolom {at}"))] };
            (0..count).map(one).collect()
        };
        let named = verdict(&columns(400), &address);
        assert!(named.len() <= LONGEST + 200 && named.contains(&format!("&{}", address(399))), "{named}");
        let pointed = verdict(&columns(4_000), &address);
        assert!(pointed.len() < 300 && pointed.contains(&format!("C10:{}", address(3_999))), "{pointed}");
        assert!(pointed.contains(words::CONTROL_SEE_ROW), "{pointed}");
    }
}
