//! The values of .xls workbooks, through calamine. Its reader holds sheets as dense
//! ranges and may fail hard on damaged files: it runs in a child process.

use super::look::{Look, looks};
use crate::profile::Limits;
use crate::vocabulary::{Around, CellAddress};
use crate::workbook::budget::Budget;
use crate::workbook::cells::Builder;
use crate::workbook::failure::{Dibaca, Gagal};
use crate::workbook::formats::around::Gathered;
use crate::workbook::formats::cell_format::CellFormat;
use crate::workbook::formats::lexeme::{self, Origin};
use crate::workbook::sheet::{Cell, Formula, Hidden, Merge, NumberStyle, OddShow, Sheet, Value, Visibility};
use calamine::{CellErrorType, Data, Range, Reader as _, SheetType, SheetVisible, Xls, XlsError};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::sync::Arc;

/// Days from the 1900 system's zero to the 1904 system's.
const DAYS_1904: i64 = 1462;
/// A lone nought may well be one.
const FEWEST: usize = 3;

/// Reads every worksheet of the file.
pub(crate) fn read(bytes: &[u8], berkas: &Arc<str>, limits: &Limits) -> Dibaca<Vec<Sheet>> {
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(told)?;
    let date_1904 = workbook.has_1904_epoch();
    let mut budget = Budget::new(limits, bytes.len());
    let mut sheets = Vec::new();
    // Both list every sheet in the file's order; where they do not, nothing is known of the looks.
    let count = workbook.sheets_metadata().len();
    let mut looks: Vec<Option<Look>> = match looks(bytes) {
        Some(looks) if looks.len() == count => looks.into_iter().map(Some).collect(),
        _ => (0..count).map(|_| None).collect(),
    };
    let all = workbook.sheets_metadata().to_vec().into_iter().zip(&mut looks);
    for (entry, look) in all.filter(|(sheet, _)| sheet.typ == SheetType::WorkSheet) {
        let mut look = look.take();
        let values = workbook.worksheet_range(&entry.name).map_err(told)?;
        let formulas = workbook.worksheet_formula(&entry.name).map_err(told)?;
        let origin = formulas.start().unwrap_or_default();
        let mut texts: BTreeMap<CellAddress, &str> = BTreeMap::new();
        for (row, column, text) in formulas.used_cells() {
            texts.insert(address(origin, row, column)?, text);
        }
        let origin = values.start().unwrap_or_default();
        // A formula that further cells share has no text in them.
        let textless = look.as_mut().map(|look| std::mem::take(&mut look.formulas)).unwrap_or_default();
        let textless: BTreeMap<CellAddress, bool> = textless.into_iter().filter(|(at, _)| !texts.contains_key(at)).collect();
        let placeholders = placeholders(&values, &textless)?;
        let mut cells = Builder::new(Arc::default());
        budget.sheet()?;
        for (row, column, data) in values.used_cells() {
            let at = address(origin, row, column)?;
            let is_placeholder = placeholders.contains(&at.column) && textless.contains_key(&at);
            let unread = textless.get(&at).filter(|is_untestable| is_placeholder || **is_untestable).map(|_| "");
            let formula = texts.remove(&at).or(unread);
            let mut own = String::new();
            if let Some(mut cell) = cell(at, data, formula, date_1904, &mut own)? {
                if is_placeholder {
                    cell.value = Value::NoResult;
                }
                if let (Value::Text(_), Some(text)) = (cell.value, look.as_ref().and_then(|look| look.raised.get(&at))) {
                    cell.value = Value::Text(text);
                }
                if let (Some(look), Value::Number { .. }) = (&look, cell.value) {
                    cell.style = look.formats.get(&at).map_or(NumberStyle::General, |format| format.style(&cell.value));
                    if cell.style == NumberStyle::General && look.unseen.binary_search(&at).is_ok() {
                        cell.style = NumberStyle::Odd(OddShow::Unseen);
                    }
                }
                budget.cell(&cell, 1)?;
                cells.push(&cell)?;
            }
        }
        // A formula is listed, its value is not.
        for (at, text) in texts {
            let cell = Cell { at, value: Value::NoResult, formula: formula_of(text), style: NumberStyle::Unknown };
            budget.cell(&cell, 1)?;
            cells.push(&cell)?;
        }
        let (mut comments, mut around) = (Vec::new(), Gathered::default());
        if let Some(look) = &mut look {
            for (at, text) in std::mem::take(&mut look.comments) {
                budget.spend(1)?;
                budget.text(&text, 1)?;
                comments.push((at, text.into_boxed_str()));
            }
            look.pages.iter().try_for_each(|(place, coded)| around.add_page(*place, coded, &mut budget))?;
            look.drawn.iter().try_for_each(|text| around.add(Around::Shape, None, text, &mut budget))?;
            let mut prompts = look.prompts.iter();
            prompts.try_for_each(|(cells, text)| around.add(Around::Prompt, Some(*cells), text, &mut budget))?;
            budget.spend(look.veiled.len() as u64)?;
        }
        sheets.push(Sheet {
            berkas: berkas.clone(),
            name: Some(entry.name.as_str().into()),
            visibility: match entry.visible {
                SheetVisible::Visible => Visibility::Visible,
                SheetVisible::Hidden => Visibility::Hidden,
                SheetVisible::VeryHidden => Visibility::VeryHidden,
            },
            cells: cells.finish()?,
            merges: Some(merges(&workbook, &entry.name)?),
            hidden_rows: look.as_ref().map_or(Hidden::Unknown, Look::rows),
            hidden_columns: look.as_ref().map_or(Hidden::Unknown, Look::columns),
            veiled: look.as_mut().map(|look| std::mem::take(&mut look.veiled)).unwrap_or_default(),
            struck: look.map_or_else(Vec::new, |look| look.struck),
            comments,
            around: around.texts,
            total_rows: Vec::new(),
            shared_formulas: Vec::new(),
            array_formulas: Vec::new(),
            short_records: Vec::new(),
            is_text_only: false,
        });
    }
    Ok(sheets)
}

/// The columns in which every formula that has no text has 0 for its result: writers leave that where the result is a text
/// or was not worked out, and nothing tells.
fn placeholders(values: &Range<Data>, textless: &BTreeMap<CellAddress, bool>) -> Dibaca<BTreeSet<u32>> {
    let origin = values.start().unwrap_or_default();
    let (mut noughts, mut others): (BTreeMap<u32, usize>, BTreeSet<u32>) = (BTreeMap::new(), BTreeSet::new());
    for (row, column, data) in values.used_cells() {
        let at = address(origin, row, column)?;
        if !textless.contains_key(&at) {
            continue;
        }
        if matches!(data, Data::Float(0.0) | Data::Int(0)) {
            *noughts.entry(at.column).or_default() += 1;
        } else {
            others.insert(at.column);
        }
    }
    Ok(noughts
        .into_iter()
        .filter(|(column, count)| *count >= FEWEST && !others.contains(column))
        .map(|(column, _)| column)
        .collect())
}

fn told(error: XlsError) -> Gagal {
    match error {
        XlsError::Password => Gagal::Terkunci,
        other => Gagal::rusak(format!("berkas .xls tidak terbaca ({other})")),
    }
}

/// A range counts from its own first cell.
fn address(origin: (u32, u32), row: usize, column: usize) -> Dibaca<CellAddress> {
    let add = |first: u32, offset: usize| u32::try_from(offset).ok().and_then(|offset| first.checked_add(offset));
    match (add(origin.0, row), add(origin.1, column)) {
        (Some(row), Some(column)) if row < CellAddress::MAX_ROWS && column < CellAddress::MAX_COLUMNS => {
            Ok(CellAddress::new(row, column))
        }
        _ => Err(Gagal::rusak("alamat sel melampaui batas Excel")),
    }
}

fn merges(workbook: &Xls<Cursor<&[u8]>>, name: &str) -> Dibaca<Vec<Merge>> {
    let regions = workbook.merge_cells_by_sheet_name(name).map_err(told)?;
    let corner = |at: (u32, u32)| CellAddress::new(at.0, at.1);
    let merge = |region: &calamine::Dimensions| Merge { first: corner(region.start), last: corner(region.end) };
    let sound =
        |merge: &Merge| merge.first != merge.last && merge.first.row <= merge.last.row && merge.first.column <= merge.last.column;
    Ok(regions.iter().map(merge).filter(sound).collect())
}

fn formula_of(text: &str) -> Formula<'_> {
    Formula::Some((!text.is_empty()).then_some(text))
}

/// A cell; `own` is where a number that is too large is written out.
fn cell<'a>(
    at: CellAddress,
    data: &'a Data,
    formula: Option<&'a str>,
    date_1904: bool,
    own: &'a mut String,
) -> Dibaca<Option<Cell<'a>>> {
    let origin = if formula.is_some() { Origin::Computed } else { Origin::Literal };
    let mut style = NumberStyle::Unknown;
    let value = match data {
        Data::Empty if formula.is_some() => Value::NoResult,
        Data::Empty => return Ok(None),
        // Writers that cannot calculate leave an empty text as the result.
        Data::String(text) if text.is_empty() && formula.is_some() => Value::NoResult,
        Data::String(text) if text.is_empty() => return Ok(None),
        Data::String(text) => Value::Text(text),
        Data::Int(number) => {
            *own = number.to_string();
            lexeme::number(own, origin).unwrap_or(Value::NoResult)
        }
        Data::Float(number) => lexeme::from_binary(*number, origin, own),
        Data::Bool(value) => Value::Bool(*value),
        Data::Error(error) => Value::Error(error_text(error)),
        Data::DateTime(moment) => {
            let format = if moment.is_duration() { CellFormat::Elapsed } else { CellFormat::Date };
            style = NumberStyle::Date;
            match lexeme::from_binary(moment.as_f64(), Origin::Computed, own) {
                Value::Number { value, .. } => {
                    let shift = if date_1904 && format.is_calendar() { DAYS_1904 } else { 0 };
                    let serial = value.checked_add(Decimal::from(shift));
                    Value::Date { serial: serial.ok_or_else(|| Gagal::rusak(format!("sel {at}: tanggal tidak sah")))? }
                }
                other => other,
            }
        }
        Data::DateTimeIso(text) | Data::DurationIso(text) => Value::Text(text),
    };
    Ok(Some(Cell { at, value, formula: formula.map_or(Formula::None, formula_of), style }))
}

fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}
