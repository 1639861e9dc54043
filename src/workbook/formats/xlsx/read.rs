//! The package as a whole: strings, styles, then each sheet.

use super::cell::Context;
use super::comments::comments;
use super::drawings::drawn;
use super::parts::{self, SheetEntry};
use super::rich_text::shared_strings;
use super::sheet_part::{SheetScan, scan};
use super::styles::Styles;
use super::tables;
use crate::profile::Limits;
use crate::workbook::budget::Budget;
use crate::workbook::calculation::{Contents, DeclaredTable, Sharing};
use crate::workbook::cells::Texts;
use crate::workbook::failure::{Batas, Dibaca, Gagal};
use crate::workbook::formats::package::Package;
use crate::workbook::sheet::{Cell, Formula, Hidden, Sheet, Value};
use rust_decimal::Decimal;
use std::sync::Arc;

const MIB: u64 = 1 << 20;

/// Reads every worksheet of the package.
pub(crate) fn read(package: &mut Package<'_>, berkas: &Arc<str>, limits: &Limits) -> Dibaca<Contents> {
    let mut budget = Budget::new(limits, package.packed);
    let mut workbook = parts::workbook(package, &mut budget)?;
    let (strings, struck_texts) = match &workbook.shared_strings {
        Some(part) => {
            let size = package.size(part).unwrap_or(0);
            if size > limits.teks_bersama_mib.saturating_mul(MIB) {
                let ukuran = size.div_ceil(MIB);
                return Err(Gagal::TerlaluBesar { ukuran, batas: limits.teks_bersama_mib, apa: Batas::TeksBersama });
            }
            shared_strings(package.xml(part)?, size, &mut budget)?
        }
        None => (Texts::default(), Vec::new()),
    };
    let strings = Arc::new(strings);
    let styles = match &workbook.styles {
        Some(part) => Styles::read(package.xml(part)?, &mut budget)?,
        None => Styles::default(),
    };
    let mut sheets = Vec::with_capacity(workbook.sheets.len());
    for entry in &std::mem::take(&mut workbook.sheets) {
        let context = Context { strings: &strings, struck_texts: &struck_texts, styles: &styles, date_1904: workbook.date_1904 };
        let scanned = scan(package.xml(&entry.part)?, &context, &mut budget);
        let mut scanned = scanned.map_err(|gagal| gagal.on_sheet(&entry.name))?;
        drawn(package, &entry.part, &mut scanned.around, &mut budget).map_err(|gagal| gagal.on_sheet(&entry.name))?;
        let tables = tables::tables(package, entry, &mut budget)?;
        let total_rows = tables.iter().filter_map(DeclaredTable::totals).collect();
        workbook.calculation.tables.extend(tables);
        let comments = comments(package, &entry.part, &mut budget).map_err(|gagal| gagal.on_sheet(&entry.name))?;
        sheets.push(Sheet { total_rows, comments, ..sheet(entry, scanned, berkas) });
    }
    if workbook.calculation.on_opening {
        forget_placeholder_results(&mut sheets);
    }
    Ok(Contents { sheets, calculation: Arc::new(workbook.calculation) })
}

fn sheet(entry: &SheetEntry, scanned: SheetScan, berkas: &Arc<str>) -> Sheet {
    let (shared_formulas, array_formulas) =
        scanned.shared_formulas.into_iter().partition(|formula| formula.sharing == Sharing::Moved);
    Sheet {
        berkas: berkas.clone(),
        name: Some(entry.name.as_str().into()),
        visibility: entry.visibility,
        cells: scanned.cells,
        merges: Some(scanned.merges),
        hidden_rows: Hidden::Known(scanned.hidden_rows),
        hidden_columns: Hidden::Known(scanned.hidden_columns),
        struck: scanned.struck,
        comments: Vec::new(),
        around: scanned.around.texts,
        veiled: scanned.veiled,
        total_rows: Vec::new(),
        shared_formulas,
        array_formulas,
        short_records: Vec::new(),
        is_text_only: false,
    }
}

/// Libraries that cannot calculate write 0 as the result of every formula and
/// ask for a calculation on opening. Where that flag stands and no formula has
/// any other result, the zeros are no results.
fn forget_placeholder_results(sheets: &mut [Sheet]) {
    if !sheets.iter().any(|sheet| sheet.cells.hold_formulas()) {
        return;
    }
    let is_formula = |cell: &Cell<'_>| matches!(cell.formula, Formula::Some(_));
    let is_zero = |cell: &Cell<'_>| matches!(&cell.value, Value::Number { value, .. } if *value == Decimal::ZERO);
    let untouched = |cell: Cell<'_>| is_zero(&cell) || cell.value == Value::NoResult;
    if sheets.iter().flat_map(|sheet| sheet.cells.iter()).filter(is_formula).all(untouched) {
        for sheet in sheets {
            sheet.cells.forget_results();
        }
    }
}
