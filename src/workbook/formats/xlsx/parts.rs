//! workbook.xml: which sheets there are, and what holds for all of them.

use super::links;
use super::rich_text::read_plain;
use crate::workbook::budget::Budget;
use crate::workbook::calculation::{Calculation, DefinedName};
use crate::workbook::failure::{Dibaca, Gagal};
use crate::workbook::formats::package::Package;
use crate::workbook::formats::relationships::{Relationship, relationships};
use crate::workbook::formats::xml::Token;
use crate::workbook::sheet::Visibility;
use std::collections::BTreeMap;

/// A sheet as workbook.xml names it.
pub(crate) struct SheetEntry {
    pub name: String,
    pub visibility: Visibility,
    pub part: String,
}

/// What workbook.xml says.
pub(crate) struct WorkbookPart {
    /// The worksheets in tab order; chart and dialog sheets hold no cells and are left out.
    pub sheets: Vec<SheetEntry>,
    pub date_1904: bool,
    pub calculation: Calculation,
    pub shared_strings: Option<String>,
    pub styles: Option<String>,
}

/// Reads workbook.xml, wherever the package keeps it.
pub(crate) fn workbook(package: &mut Package<'_>, budget: &mut Budget) -> Dibaca<WorkbookPart> {
    let root = relationships(package, "")?.into_iter().find(|relationship| relationship.kind == "officeDocument");
    let part = root.map_or_else(|| "xl/workbook.xml".to_owned(), |relationship| relationship.target);
    let related = relationships(package, &part)?;
    let target = |kind: &str| related.iter().find(|link| link.kind == kind).map(|link| link.target.clone());
    let mut workbook = WorkbookPart {
        sheets: Vec::new(),
        date_1904: false,
        calculation: Calculation::default(),
        shared_strings: target("sharedStrings").filter(|name| package.has(name)),
        styles: target("styles").filter(|name| package.has(name)),
    };
    let by_id: BTreeMap<&str, &Relationship> = related.iter().rev().map(|link| (link.id.as_str(), link)).collect();
    // The names of all sheets, those of charts too.
    let mut all: Vec<String> = Vec::new();
    let mut linked: Vec<Option<String>> = Vec::new();
    let mut xml = package.xml(&part)?;
    loop {
        match xml.next()? {
            Token::Open(tag) => match tag.local {
                b"workbook" | b"sheets" | b"definedNames" | b"externalReferences" => {}
                b"externalReference" => {
                    let id = tag.get_prefixed(b"id").map(String::from_utf8_lossy).unwrap_or_default();
                    budget.text(&id, 1)?;
                    linked.push(by_id.get(&*id).map(|link| link.target.clone()));
                }
                b"workbookPr" => workbook.date_1904 = tag.is_true(b"date1904"),
                b"calcPr" => {
                    workbook.calculation.on_opening = tag.is_true(b"fullCalcOnLoad");
                    workbook.calculation.manual = tag.get(b"calcMode") == Some(b"manual");
                    workbook.calculation.as_shown = matches!(tag.get(b"fullPrecision"), Some(b"0" | b"false" | b"off"));
                }
                b"definedName" => {
                    let sheet = tag.text(b"localSheetId")?.and_then(|id| all.get(id.parse::<usize>().ok()?).cloned());
                    let name = tag.text(b"name")?.unwrap_or_default();
                    let mut text = String::new();
                    read_plain(&mut xml, &mut text)?;
                    budget.text(&name, 1)?;
                    budget.text(&text, 1)?;
                    workbook.calculation.names.push(DefinedName { name, sheet, text });
                }
                b"sheet" => {
                    let (Some(name), Some(id)) = (tag.text(b"name")?, tag.get_prefixed(b"id")) else {
                        return Err(Gagal::rusak("daftar lembar tidak lengkap"));
                    };
                    budget.sheet()?;
                    budget.text(&name, 1)?;
                    let id = String::from_utf8_lossy(id);
                    all.push(name.clone());
                    let Some(link) = by_id.get(&*id) else {
                        return Err(Gagal::rusak(format!("lembar “{name}” tidak ada di dalam berkas")));
                    };
                    let visibility = match tag.get(b"state") {
                        Some(b"hidden") => Visibility::Hidden,
                        Some(b"veryHidden") => Visibility::VeryHidden,
                        _ => Visibility::Visible,
                    };
                    if link.kind == "worksheet" {
                        workbook.sheets.push(SheetEntry { name, visibility, part: link.target.clone() });
                    }
                }
                _ => xml.skip()?,
            },
            Token::End => break,
            _ => {}
        }
    }
    drop(xml);
    for part in linked {
        let name = part.map_or(Ok(None), |part| links::linked(package, &part))?.unwrap_or_default();
        budget.text(&name, 1)?;
        workbook.calculation.links.push(name);
    }
    Ok(workbook)
}
