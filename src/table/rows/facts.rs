//! What can be said of one row below the headings by itself.

use super::total_look::may_be_total;
use crate::table::headings::window::Merges;
use crate::text::clean::is_blank_text;
use crate::text::clean::{clean, cleaned};
use crate::text::is_number_text;
use crate::text::label::{spelt_words, words};
use crate::text::lexicon::{EXAMPLE, SPELT_NUMBERS};
use crate::text::part::{PartLabel, part_label};
use crate::text::phrase::{TotalPhrase, is_foot, is_page_mark, total_phrase, trailing_total};
use crate::vocabulary::{CellAddress, Year};
use crate::workbook::{Cell, Formula, Value};
use std::collections::BTreeMap;

/// What the columns below the headings are for.
#[derive(Default)]
pub(crate) struct Roles {
    pub name: Option<u32>,
    /// The running number.
    pub number: Option<u32>,
    pub keys: Vec<u32>,
    /// Columns of figures, sorted; true where a wanted amount stands there.
    pub figures: BTreeMap<u32, bool>,
    /// Every column of the headings, with its labels run together.
    pub labels: BTreeMap<u32, Vec<String>>,
    /// The first column and the last, and what `figures` says of each between them.
    extent: Option<(u32, u32)>,
    by_column: Vec<Option<bool>>,
}

impl Roles {
    /// Whether a column is the table's: from its first heading to its last. What
    /// stands beside is a note's or another block's, and judges no row.
    pub fn is_inside(&self, column: u32) -> bool {
        self.extent.is_some_and(|(first, last)| (first..=last).contains(&column))
    }

    /// Whether a wanted amount stands in a column, where it is one of figures.
    pub fn figure(&self, column: u32) -> Option<bool> {
        let (first, _) = self.extent?;
        self.by_column.get(column.checked_sub(first)? as usize).copied().flatten()
    }

    /// No further column comes.
    pub fn closed(mut self) -> Self {
        self.extent = self.labels.first_key_value().zip(self.labels.last_key_value()).map(|(first, last)| (*first.0, *last.0));
        let columns = self.extent.into_iter().flat_map(|(first, last)| first..=last);
        self.by_column = columns.map(|column| self.figures.get(&column).copied()).collect();
        self
    }
}

/// What stands in a row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts<'a> {
    pub row: u32,
    /// The cell of the name column, if it holds words or a number.
    pub name: Option<String>,
    /// Whether the running number is a number.
    pub is_numbered: bool,
    /// That number, where it is a whole one.
    pub number: Option<u32>,
    /// Its running number is a part of another's: `1.1`, `2a`.
    pub is_sub_numbered: bool,
    /// A text in the running number's column.
    pub number_text: Option<&'a str>,
    /// `Contoh` stands there: the row shows how the others are filled in.
    pub is_example: bool,
    /// A key column other than the name's holds something with a digit in it.
    pub has_key: bool,
    /// A key column other than the name's holds words alone: a key, or a signature under it.
    pub has_worded_key: bool,
    /// Figures other than zero in wanted amounts, and in other columns of figures.
    pub amounts: usize,
    pub other_figures: usize,
    /// Cells of figure columns that hold anything, dashes too.
    pub figure_cells: usize,
    /// Texts outside name, number and figure columns.
    pub other_texts: usize,
    /// The first text of the row, and its column.
    pub first_text: Option<(u32, &'a str)>,
    /// All texts of the row that are words.
    pub texts: Vec<&'a str>,
    /// The first label that begins as a total does, at or before the name or where no name stands.
    pub total: Option<(TotalPhrase, String)>,
    /// A figure is the sum of cells above it in its own column.
    pub sums_down: bool,
    /// Its figures are the sums of the cells right below them, down to this row.
    pub sums_below: Option<u32>,
    /// The name's own cell counts the cells above it, as an Excel table's totals row does.
    pub counts_names: bool,
    /// The name says that the row is a part of the one above.
    pub part: Option<PartLabel>,
    /// Cells of figure columns that are formulas without a result.
    pub without_result: usize,
    /// A text that holds several columns' contents, separators and all.
    pub unsplit: Option<&'a str>,
    /// The workbook itself says that the row is the totals row of a table.
    pub is_declared_total: bool,
    /// Texts that are words, left or right of the table.
    pub beside: Vec<&'a str>,
    /// The first text is merged over three columns or more.
    pub is_wide: bool,
    /// Anything but blanks and dashes stands here.
    pub is_something: bool,
    /// So many cells inside the table hold anything.
    pub filled: usize,
    /// Something is told of whom it names: figures, a key, or further texts (one, where the table has no figures).
    pub is_told: bool,
    /// A year, alone in the row and in no column of figures.
    pub lone_year: Option<Year>,
}

/// Reads the facts of a row; `cells` are the row's.
pub(crate) fn facts<'a>(cells: &[Cell<'a>], roles: &Roles, merges: &Merges) -> Facts<'a> {
    let mut facts = Facts { row: cells.first().map_or(0, |cell| cell.at.row), ..Facts::default() };
    facts.lone_year = lone_year(cells, roles);
    let mut label = None;
    for cell in cells {
        let column = cell.at.column;
        let text = match &cell.value {
            Value::Text(text) if is_blank_text(text) => continue,
            Value::Text(text) => Some(*text),
            _ => None,
        };
        if !roles.is_inside(column) {
            facts.beside.extend(text.filter(|text| text.chars().any(char::is_alphabetic)));
            continue;
        }
        let is_dash = text.is_some_and(is_separator);
        facts.filled += 1;
        facts.is_something |= !is_dash;
        let has_words = text.is_some_and(|text| !is_dash && text.chars().any(char::is_alphabetic));
        if let Some(text) = text.filter(|_| has_words) {
            facts.texts.push(text);
            if facts.unsplit.is_none() && is_unsplit(text, roles.labels.len()) {
                facts.unsplit = Some(text);
            }
            if facts.first_text.is_none() {
                facts.first_text = Some((column, text));
                facts.is_wide = merges.starting_at(cell.at).is_some_and(|merge| merge.last.column >= column + 2);
            }
            // A slip of `Jumlah` elsewhere, Julah is a village behind a row's name.
            let is_village = || facts.name.is_some() && text.trim().eq_ignore_ascii_case("julah");
            if label.is_none() && may_be_total(text) && !is_village() {
                label = total_phrase(text).map(|phrase| (column, phrase, text));
                // `Gadingrejo Total` under another heading than the name's.
                if label.is_none() && roles.name != Some(column) && trailing_total(text) {
                    label = Some((column, TotalPhrase::Part, text));
                }
            }
        }
        if roles.name == Some(column) && counts_down(cell) {
            facts.counts_names = true;
        } else if roles.name == Some(column) {
            facts.part = text.and_then(part_label);
            facts.name = match (&cell.value, text) {
                (_, Some(text)) => (!is_dash && !is_nobody(text)).then(|| clean(text)),
                (Value::Number { value, .. }, _) => Some(value.normalize().to_string()),
                _ => Some(String::new()),
            };
        } else if roles.number == Some(column) {
            match text {
                Some(text) => {
                    let bare = clean(text);
                    let bare = bare.trim_end_matches(['.', ')']);
                    facts.is_numbered = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
                    facts.number = bare.parse().ok();
                    facts.number_text = (!facts.is_numbered && !is_dash).then_some(text);
                    facts.is_sub_numbered = is_sub_number(bare);
                    facts.is_example = facts.number_text.is_some_and(is_example);
                }
                None => {
                    // 1,1 and 1,2 under 1.
                    facts.is_sub_numbered = matches!(&cell.value, Value::Number { value, .. } if !value.fract().is_zero());
                    facts.is_numbered = matches!(cell.value, Value::Number { .. }) && !facts.is_sub_numbered;
                    facts.number = match &cell.value {
                        Value::Number { value, .. } if value.fract().is_zero() => u32::try_from(*value).ok(),
                        _ => None,
                    };
                }
            }
        } else if let Some(is_wanted) = roles.figure(column) {
            facts.figure_cells += 1;
            if is_figure(&cell.value) {
                *(if is_wanted { &mut facts.amounts } else { &mut facts.other_figures }) += 1;
            }
            match sums_below(cell).filter(|last| facts.sums_below.is_none_or(|own| own == *last)) {
                Some(last) => facts.sums_below = Some(last),
                None => facts.sums_down |= sums_down(cell),
            }
            facts.without_result += usize::from(matches!(cell.value, Value::NoResult));
        } else if !is_dash {
            facts.other_texts += 1;
        }
        // The name may be the key; a total's own label in a key column is no key.
        let is_label = label.is_some_and(|(at, ..)| at == column);
        if roles.keys.contains(&column) && roles.name != Some(column) && !is_dash && !is_label {
            let is_worded = text.is_some_and(|text| !text.chars().any(|c| c.is_ascii_digit()) || is_foot(text));
            *(if is_worded { &mut facts.has_worded_key } else { &mut facts.has_key }) = true;
        }
    }
    let fewest = if roles.figures.is_empty() { 1 } else { 2 };
    facts.is_told = facts.figure_cells > 0 || facts.has_key || facts.other_texts >= fewest;
    facts.total = label
        .filter(|(column, ..)| facts.name.is_none() || roles.name == Some(*column) || roles.number == Some(*column))
        .map(|(_, phrase, text)| (phrase, shown(text)));
    facts
}

impl Facts<'_> {
    /// Cells of the row besides its number and its name.
    pub fn beside(&self) -> usize {
        self.figure_cells + self.other_texts
    }
}

/// The year that is all a row says: `2020` over the rows of that year.
pub(crate) fn lone_year(cells: &[Cell], roles: &Roles) -> Option<Year> {
    let is_filled = |cell: &&Cell| !matches!(&cell.value, Value::Text(text) if is_blank_text(text));
    let mut filled = cells.iter().filter(is_filled);
    let (cell, None) = (filled.next()?, filled.next()) else { return None };
    let year = match &cell.value {
        Value::Text(text) => Year::parse(clean(text).trim()),
        Value::Number { value, .. } => Year::parse(&value.normalize().to_string()),
        _ => None,
    };
    let column = cell.at.column;
    // Left of the names stand running numbers, whatever else they look like.
    let is_before = roles.name.is_some_and(|name| column < name);
    let is_figure = roles.figures.get(&column).is_some_and(|is_wanted| *is_wanted || !is_before) || !roles.is_inside(column);
    year.filter(|year| !is_figure && (1990..=2099).contains(&year.0))
}

/// `1.1`, `2a`, `3.b`, `1.2.1`: a number within another.
fn is_sub_number(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (lead, rest) = text.split_at(digits);
    let step = rest.trim_start_matches(['.', '-', ',']);
    let is_step = |step: &str| (1..=2).contains(&step.len()) && step.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = step.len() == 1 && step.bytes().all(|byte| byte.is_ascii_lowercase());
    !lead.is_empty() && (is_letter || rest.len() > step.len() && step.split(['.', '-', ',']).all(is_step))
}

/// `4;KUD Makmur;12/BH;Gadingrejo;500` in one cell: a line of a table that did
/// not come apart, at least one of its fields a figure.
fn is_unsplit(text: &str, columns: usize) -> bool {
    let is_field =
        |field: &str| is_number_text(field.trim().trim_matches('"')) && field.bytes().any(|byte| byte.is_ascii_digit());
    let comes_apart = |separator: char, least: usize| {
        let fields = text.split(separator).count();
        fields >= least.max(3) && text.split(separator).any(is_field)
    };
    let bytes = text.as_bytes();
    if !bytes.iter().any(|byte| matches!(byte, b';' | b'\t' | b'|' | b',')) {
        return false;
    }
    // Commas stand in addresses, in numbers and in offices' names (`Sumber : Dinas Koperasi, UKM, …, 2021`): there it takes nearly
    // all columns.
    [';', '\t', '|'].iter().any(|separator| comes_apart(*separator, columns / 2))
        || comes_apart(',', columns.saturating_sub(1).max(4)) && !names_source(text)
}

/// `Sumber : Dinas Koperasi, …`; `Catatan: KSP Jaya,9/BH/…` is a row that did not come apart.
fn names_source(text: &str) -> bool {
    spelt_words(text).first().is_some_and(|first| first == "sumber")
}

/// A label as one line.
pub(crate) fn shown(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `NIHIL` where a name would stand: there is none to list.
fn is_nobody(text: &str) -> bool {
    let own = cleaned(text);
    match own.is_ascii() {
        true => ["nihil", "n/a", "t.a.d"].iter().any(|word| word.eq_ignore_ascii_case(&own)),
        false => matches!(own.to_lowercase().as_str(), "nihil" | "n/a" | "t.a.d"),
    }
}

/// Dashes, dots, rules: nothing to read.
fn is_separator(text: &str) -> bool {
    text.chars().all(|c| !c.is_alphanumeric() && !matches!(c, '✓' | '✔' | '√' | '☑'))
}

/// A figure that would count: not zero. A text counts by its digits, an error or
/// a formula without result always.
fn is_figure(value: &Value) -> bool {
    match value {
        Value::Text(text) => is_figure_text(text),
        Value::Number { value, .. } => !value.is_zero(),
        Value::Date { .. } | Value::Overflow(_) | Value::Error(_) | Value::NoResult => true,
        Value::Bool(_) => false,
    }
}

/// Digits with few words beside them: `± 3 jt` would be a figure, `Pasuruan, 31 Desember 2021` is none.
fn is_figure_text(text: &str) -> bool {
    let has_digit = text.chars().any(|c| matches!(c, '1'..='9' | '１'..='９'));
    let is_words = || words(text).len() > 6 || is_enumerated(text) || is_foot(text) || is_page_mark(text);
    has_digit && (!text.chars().any(char::is_alphabetic) || !is_words())
}

/// `1. Data diolah oleh Bidang Koperasi`, `2. Siti Khadijah`: a line of a list of notes or
/// of people; `1. lima juta` may be a figure.
fn is_enumerated(text: &str) -> bool {
    let text = text.trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (_, rest) = text.split_at(digits);
    let is_listed = (1..=2).contains(&digits) && rest.starts_with(['.', ')']) && !rest.contains(|c: char| c.is_ascii_digit());
    let mut words = rest.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
    is_listed && (words.clone().count() >= 3 || words.clone().count() == 2 && words.all(is_name_word))
}

/// A word as names have it: a capital first, and no word of an amount.
fn is_name_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    let lower = lower.trim_end_matches(['.', ',']);
    word.starts_with(char::is_uppercase)
        && !SPELT_NUMBERS.contains(&lower)
        && !["rp", "juta", "jt", "ribu", "rb", "miliar", "milyar", "triliun"].contains(&lower)
}

/// Functions that add up, as formulas begin with them.
const SUMS: [&str; 3] = ["SUM(", "SUBTOTAL(9,", "SUBTOTAL(109,"];

/// `SUM(F5:F19)` in column F, or `SUBTOTAL(109,[Volume])` of an Excel table: the sum of rows of its own column.
fn sums_down(cell: &Cell) -> bool {
    let Some(upper) = formula_of(cell) else { return false };
    let sum = SUMS.iter().find_map(|function| upper.strip_prefix(function));
    sum.is_some_and(|arguments| runs_down(arguments, cell))
}

/// `SUM(F3:F6)` in F2: the last row of the cells right below it that it sums.
fn sums_below(cell: &Cell) -> Option<u32> {
    let upper = formula_of(cell)?;
    let arguments = SUMS.iter().find_map(|function| upper.strip_prefix(function))?.strip_suffix(')')?;
    let (first, last) = arguments.split_once(':')?;
    let plain = |text: &str| CellAddress::parse(&text.replace('$', ""));
    let (first, last) = (plain(first)?, plain(last)?);
    let is_own = first.column == cell.at.column && last.column == first.column;
    (is_own && first.row == cell.at.row + 1 && last.row >= first.row).then_some(last.row)
}

/// `SUBTOTAL(103,B2:B9)`, `COUNTA(B2:B9)` in column B: how many names stand above.
fn counts_down(cell: &Cell) -> bool {
    let Some(upper) = formula_of(cell) else { return false };
    let functions = ["SUBTOTAL(103,", "SUBTOTAL(3,", "SUBTOTAL(102,", "SUBTOTAL(2,", "COUNTA(", "COUNT(", "ROWS("];
    functions.iter().find_map(|function| upper.strip_prefix(function)).is_some_and(|arguments| runs_down(arguments, cell))
}

fn formula_of(cell: &Cell) -> Option<String> {
    let Formula::Some(Some(formula)) = &cell.formula else { return None };
    let formula = formula.trim_start_matches('=').replace(' ', "").replace(';', ",").to_ascii_uppercase();
    // OpenDocument writes `[.F5:.F19]`.
    Some(if formula.contains("[.") { formula.replace("[.", "").replace(":.", ":").replace(']', "") } else { formula })
}

/// Whether a function's arguments are a range of rows of the cell's own column, or a table's column.
fn runs_down(arguments: &str, cell: &Cell) -> bool {
    // `[$DATA.F5:.F19]` is of another sheet, and no table's column.
    if arguments.contains("[$") {
        return false;
    }
    if arguments.contains('[') && arguments.ends_with(')') && !arguments.contains("[@") && !arguments.contains("THISROW") {
        return true;
    }
    let Some((first, rest)) = arguments.split_once(':') else { return false };
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '$').unwrap_or(rest.len());
    let plain = |text: &str| CellAddress::parse(&text.replace('$', ""));
    let (Some(first), Some(last)) = (plain(first), plain(&rest[..end])) else { return false };
    first.column == cell.at.column && last.column == first.column && last.row > first.row
}

/// How many of a row's cells repeat the heading over them, and how many do not;
/// a row whose first cell does not is not looked at further.
pub(crate) fn repeats(cells: &[Cell], roles: &Roles) -> (usize, usize) {
    let (mut same, mut other) = (0, 0);
    for cell in cells.iter().filter(|cell| roles.is_inside(cell.at.column)) {
        let Value::Text(text) = &cell.value else {
            other += 1;
            if same == 0 {
                break;
            }
            continue;
        };
        if is_blank_text(text) {
            continue;
        }
        let is_same = roles
            .labels
            .get(&cell.at.column)
            .is_some_and(|labels| text.len() <= 200 && !labels.is_empty() && labels.contains(&words(text).concat()));
        *(if is_same { &mut same } else { &mut other }) += 1;
        if same == 0 {
            break;
        }
    }
    (same, other)
}

/// `Contoh`, `Cth.`, `(contoh pengisian)`: what marks a row that only shows how others are filled in.
fn is_example(text: &str) -> bool {
    let words = spelt_words(text);
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [word] => EXAMPLE.contains(word),
        [word, of] => EXAMPLE.contains(word) && matches!(*of, "pengisian" | "isian" | "isi" | "data"),
        _ => false,
    }
}
