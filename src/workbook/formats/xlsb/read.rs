//! The package as a whole: texts, formats, then each sheet.

use super::cells::{Context, scan};
use super::{comments, parts};
use crate::profile::Limits;
use crate::vocabulary::CellAddress;
use crate::workbook::budget::Budget;
use crate::workbook::cells::Texts;
use crate::workbook::failure::{Batas, Dibaca, Gagal};
use crate::workbook::formats::package::Package;
use crate::workbook::formats::relationships::{Relationship, relationships};
use crate::workbook::formats::xlsx::comments::threads;
use crate::workbook::formats::xlsx::drawings::drawn;
use crate::workbook::sheet::{Hidden, Sheet};
use std::collections::BTreeMap;
use std::sync::Arc;

const MIB: u64 = 1 << 20;
/// A million rows of fourteen columns take 230.
const LARGEST_PART_MIB: u64 = 320;

/// Reads every worksheet of the package.
pub(crate) fn read(package: &mut Package<'_>, berkas: &Arc<str>, limits: &Limits) -> Dibaca<Vec<Sheet>> {
    // A part is held whole while it is read.
    let most = limits.ukuran_mib.min(LARGEST_PART_MIB).saturating_mul(MIB);
    let mut budget = Budget::new(limits, package.packed);
    let root = relationships(package, "")?.into_iter().find(|link| link.kind == "officeDocument");
    let part = root.map_or_else(|| "xl/workbook.bin".to_owned(), |link| link.target);
    let links = relationships(package, &part)?;
    let target = |kind: &str| links.iter().find(|link| link.kind == kind).map(|link| link.target.as_str());
    let (entries, date_1904) = parts::workbook(&package.bytes(&part, most)?, &mut budget)?;
    let (styles, fonts) = match target("styles").filter(|name| package.has(name)) {
        Some(name) => parts::styles(&package.bytes(name, most)?, &mut budget)?,
        None => (Vec::new(), Vec::new()),
    };
    let (strings, struck_texts) = match target("sharedStrings").filter(|name| package.has(name)) {
        Some(name) => {
            let size = package.size(name).unwrap_or(0);
            if size > limits.teks_bersama_mib.saturating_mul(MIB) {
                let ukuran = size.div_ceil(MIB);
                return Err(Gagal::TerlaluBesar { ukuran, batas: limits.teks_bersama_mib, apa: Batas::TeksBersama });
            }
            parts::shared_strings(&package.bytes(name, most)?, &fonts, &mut budget)?
        }
        None => (Texts::default(), Vec::new()),
    };
    let strings = Arc::new(strings);
    let by_id: BTreeMap<&str, &Relationship> = links.iter().rev().map(|link| (link.id.as_str(), link)).collect();
    let context = Context { strings: &strings, struck_texts: &struck_texts, fonts: &fonts, styles: &styles, date_1904 };
    let mut sheets = Vec::new();
    for entry in &entries {
        let Some(link) = by_id.get(entry.link.as_str()) else {
            return Err(Gagal::rusak(format!("lembar “{}” tidak ada di dalam berkas", entry.name)));
        };
        if link.kind != "worksheet" {
            continue;
        }
        let mut scanned =
            scan(&package.bytes(&link.target, most)?, &context, &mut budget).map_err(|gagal| gagal.on_sheet(&entry.name))?;
        let (comments, around) = (comments(package, &link.target, most, &mut budget), &mut scanned.around);
        let comments = comments.map_err(|gagal| gagal.on_sheet(&entry.name))?;
        drawn(package, &link.target, around, &mut budget).map_err(|gagal| gagal.on_sheet(&entry.name))?;
        sheets.push(Sheet {
            berkas: berkas.clone(),
            name: Some(entry.name.as_str().into()),
            visibility: entry.visibility,
            cells: scanned.cells,
            merges: Some(scanned.merges),
            hidden_rows: Hidden::Known(scanned.hidden_rows),
            hidden_columns: Hidden::Known(scanned.hidden_columns),
            struck: scanned.struck,
            comments,
            around: scanned.around.texts,
            veiled: Vec::new(),
            total_rows: Vec::new(),
            shared_formulas: Vec::new(),
            array_formulas: Vec::new(),
            short_records: Vec::new(),
            is_text_only: false,
        });
    }
    Ok(sheets)
}

/// The comments of a sheet, by cell; a thread stands for its note.
fn comments(package: &mut Package<'_>, sheet: &str, most: u64, budget: &mut Budget) -> Dibaca<Vec<(CellAddress, Box<str>)>> {
    let links = relationships(package, sheet)?;
    let mut found: BTreeMap<CellAddress, String> = BTreeMap::new();
    for link in links.iter().filter(|link| link.kind == "comments") {
        if package.has(&link.target) {
            comments::comments(&package.bytes(&link.target, most)?, budget, &mut found)?;
        }
    }
    found.extend(threads(package, &links, budget)?);
    Ok(found.into_iter().map(|(at, text)| (at, text.into_boxed_str())).collect())
}
