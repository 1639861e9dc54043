//! What the sheets that are not read say of the rows that are: corrections of them
//! (`Nama Koperasi | Semula | Menjadi`), lists of those that are no more.

use crate::dataset::cell::raw_text;
use crate::dataset::key::normal;
use crate::dataset::matching::fit::Chosen;
use crate::dataset::source::Source;
use crate::table::{LayoutRow, RowKind};
use crate::text::doubt::row_doubted;
use crate::text::is_number_text;
use crate::text::label::spelt_words;
use crate::text::lexicon::{AFTERWARDS, BEFOREHAND, CHECKED, CORRECTED, OF_A_CORRECTION};
use crate::text::remark::{corrects, says_ended};
use crate::text::section::{SectionLabel, section_label, sheet_status};
use crate::vocabulary::{CellAddress, Year, mask_person};
use crate::workbook::{Cell, Sheet, Value};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// So many texts of a sheet that is not read are looked for among the rows that are.
const MOST: usize = 20_000;
/// Titles and headings are shorter.
const LONGEST: usize = 90;
/// Numbers below this, and years, are no amounts.
const LEAST: Decimal = Decimal::ONE_THOUSAND;

/// Which rows of a sheet that is not read bear the name or the key of a counted row.
#[derive(Default)]
pub(crate) struct Mentions {
    rows: BTreeSet<u32>,
    /// The first such name.
    pub contoh: Option<String>,
}

impl Mentions {
    pub(crate) fn count(&self) -> usize {
        self.rows.len()
    }

    /// The first text beside a counted name that says of its bearer that it ended, or that its figure is in doubt.
    pub(crate) fn doubted(&self, sheet: &Sheet, own: Option<Year>) -> Option<String> {
        let texts = self.rows.iter().flat_map(|row| sheet.row(*row)).filter_map(|cell| text_of(&cell));
        let mut doubted = texts.filter(|text| says_ended(text) || row_doubted(text, own));
        doubted.next().map(|text| mask_person(&text))
    }
}

/// Of each sheet, the rows that tell of rows which are read.
pub(crate) fn mentions(source: &Source, chosen: &[Chosen], sheets: &[&Sheet]) -> Vec<Mentions> {
    let mut sought: BTreeMap<String, Vec<(usize, u32)>> = BTreeMap::new();
    for (index, sheet) in sheets.iter().enumerate() {
        let names = sheet.cells.iter().filter(|cell| is_telling(&cell.value)).take(MOST);
        names.for_each(|cell| sought.entry(normal(&raw_text(&cell.value))).or_default().push((index, cell.at.row)));
    }
    let mut found: Vec<Mentions> = sheets.iter().map(|_| Mentions::default()).collect();
    if sought.is_empty() {
        return found;
    }
    for Chosen { sheet, layout, name, .. } in chosen {
        let is_key = |isian: &str| source.sumber.kunci.iter().any(|key| key.text == isian);
        let tells = |isian: &std::sync::Arc<str>| name.as_ref() == Some(isian) || is_key(isian);
        let columns = layout.columns.iter().filter(|column| column.isian.as_ref().is_some_and(tells));
        let columns: Vec<u32> = columns.map(|column| column.column).collect();
        let is_data = |row: &LayoutRow| matches!(row.kind, RowKind::Data | RowKind::DataUnlessSum { .. });
        for row in layout.rows.iter().filter(is_data) {
            let cells = columns.iter().filter_map(|column| sheet.cell(CellAddress::new(row.row, *column)));
            for cell in cells.filter(|cell| is_telling(&cell.value)) {
                let text = raw_text(&cell.value);
                for (index, at) in sought.get(&normal(&text)).into_iter().flatten() {
                    let own = &mut found[*index];
                    own.rows.insert(*at);
                    own.contoh.get_or_insert_with(|| mask_person(text.trim()));
                }
            }
        }
    }
    found
}

/// A name, or a number long enough to be a key.
fn is_telling(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.len() <= LONGEST && text.chars().filter(|c| c.is_alphanumeric()).count() >= 4,
        Value::Number { value, .. } => *value >= Decimal::from(100_000_000) && value.fract().is_zero(),
        _ => false,
    }
}

/// What a sheet that is not read says of counted rows.
pub(crate) enum Says {
    /// Its rows hold other figures for them.
    OtherFigures(String),
    /// It speaks of corrections.
    Corrections(String),
    /// It names rows that are no more, or something else than the year's own.
    Status(String),
}

/// What a sheet says by its name, titles, headings and remarks.
pub(crate) fn says(chosen: &[Chosen], sheet: &Sheet, mentions: &Mentions) -> Option<Says> {
    let first = mentions.rows.first().copied();
    if let Some(label) = correction(chosen, sheet, first) {
        let has_amount = |row: &u32| sheet.row(*row).iter().any(is_amount);
        let label = mask_person(&label);
        let is_figured = mentions.rows.iter().any(has_amount);
        return Some(if is_figured { Says::OtherFigures(label) } else { Says::Corrections(label) });
    }
    if let Some(text) = sheet.cells.iter().find_map(|cell| text_of(&cell).filter(|text| corrects(text))) {
        return Some(Says::Corrections(mask_person(&text)));
    }
    let first = first?;
    let named = sheet.name.as_deref().filter(|name| sheet_status(name).is_some_and(|(_, is_sure)| is_sure));
    let is_status = |text: &String| matches!(section_label(text, |_| false), SectionLabel::Status(_));
    let titled = || titles(sheet, first).into_iter().find(is_status);
    named.map(str::to_owned).or_else(titled).map(|label| Says::Status(mask_person(&label)))
}

/// The name, title or headings by which a sheet holds corrections.
fn correction(chosen: &[Chosen], sheet: &Sheet, first: Option<u32>) -> Option<String> {
    let is_corrected = |word: &String| CORRECTED.contains(&word.as_str());
    // What was checked may be as it was.
    let is_sure = |word: &String| is_corrected(word) && !CHECKED.contains(&word.as_str());
    let speaks = |text: &str| spelt_words(text).iter().any(is_sure);
    let is_filled = || sheet.cells.iter().any(|cell| text_of(&cell).is_some());
    if let Some(name) = sheet.name.as_deref().filter(|name| speaks(name) && is_filled()) {
        return Some(name.to_owned());
    }
    let first = first?;
    if let Some(title) = titles(sheet, first).into_iter().find(|title| speaks(title)) {
        return Some(title);
    }
    let counted = chosen.iter().flat_map(|chosen| &chosen.layout.columns).filter(|column| column.isian.is_some());
    let own: BTreeSet<String> = counted.flat_map(|column| &column.path).flat_map(|label| spelt_words(label)).collect();
    let is_plain = |word: &String| is_corrected(word) || OF_A_CORRECTION.contains(&word.as_str()) || own.contains(word);
    let headings = headings(sheet, first);
    let corrected = headings.values().flatten().find(|text| {
        let words = spelt_words(text);
        words.iter().any(is_corrected) && words.iter().all(is_plain)
    });
    let is_of = |text: &String, list: &[&str]| spelt_words(text).iter().any(|word| list.contains(&word.as_str()));
    let pair = || {
        headings.values().find_map(|row| {
            let before = row.iter().find(|text| is_of(text, BEFOREHAND))?;
            let after = row.iter().find(|text| is_of(text, AFTERWARDS) && *text != before)?;
            Some(format!("{before} | {after}"))
        })
    };
    corrected.cloned().or_else(pair)
}

fn text_of(cell: &Cell) -> Option<String> {
    match &cell.value {
        Value::Text(text) if text.chars().any(char::is_alphabetic) => Some(text.trim().to_owned()),
        _ => None,
    }
}

/// The short texts of the rows above the first that is named, row by row.
fn headings(sheet: &Sheet, first: u32) -> BTreeMap<u32, Vec<String>> {
    let above = sheet.between(first.saturating_sub(20), first);
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for cell in above {
        if let Some(text) = text_of(&cell).filter(|text| text.len() <= LONGEST) {
            rows.entry(cell.at.row).or_default().push(text);
        }
    }
    rows
}

/// The texts that stand alone in a row above the first that is named.
fn titles(sheet: &Sheet, first: u32) -> Vec<String> {
    headings(sheet, first).into_values().filter(|row| row.len() == 1).flatten().collect()
}

/// Whether a cell holds an amount, and no year or numbering.
pub(crate) fn is_amount(cell: &Cell) -> bool {
    let amount = match &cell.value {
        Value::Number { value, .. } => Some(*value),
        // However it is read, it is some amount.
        Value::Text(text) if is_number_text(text) => (text.bytes().filter(u8::is_ascii_digit).count() >= 5).then_some(LEAST),
        _ => None,
    };
    let is_year = |value: &Decimal| value.fract().is_zero() && *value >= Decimal::from(1_900) && *value <= Decimal::from(2_100);
    amount.map(|value| value.abs()).is_some_and(|value| value >= LEAST && !is_year(&value))
}

/// Whether a sheet has two rows of a text and an amount, no numbering.
pub(crate) fn has_amounts(sheet: &Sheet) -> bool {
    let mut rows: BTreeMap<u32, (bool, bool)> = BTreeMap::new();
    for cell in sheet.cells.iter().take(MOST) {
        let own = rows.entry(cell.at.row).or_default();
        own.0 |= text_of(&cell).is_some();
        own.1 |= is_amount(&cell);
    }
    rows.values().filter(|(has_text, has_amount)| *has_text && *has_amount).count() >= 2
}

/// Whether two of a sheet's rows hold two cells or more: a list, whatever of.
pub(crate) fn has_list(sheet: &Sheet) -> bool {
    let mut rows: BTreeMap<u32, usize> = BTreeMap::new();
    for cell in sheet.cells.iter().take(MOST) {
        let is_blank = matches!(&cell.value, Value::Text(text) if text.trim().is_empty());
        *rows.entry(cell.at.row).or_default() += usize::from(!is_blank);
    }
    rows.values().filter(|cells| **cells >= 2).count() >= 2
}
