//! The workbook as a whole.

use super::data::print;
use super::data::sheet::{self, Manner};
use super::data::stream::{Hears, Stream};
use super::drawn::paint::Painter;
use super::names::{self, Places};
use super::patch::Patches;
use crate::document::{Document, SheetPlan};
use crate::render::xlsx::error::RenderError;
use crate::render::xlsx::look::DATA;
use crate::render::xlsx::number;
use crate::threads::{in_two, unless_refused};
use crate::vocabulary::CellAddress;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use std::collections::BTreeMap;

/// The XLSX of a document: the same document gives the same bytes. Fails where
/// Excel cannot hold what is asked: a text or formula too long, too many rows, a
/// name it refuses.
pub fn render(document: &Document) -> Result<Vec<u8>, RenderError> {
    fill(document, &[])?.save(None)
}

/// A workbook whose sheets are filled, not yet a file.
pub struct Filled<'a> {
    workbook: Workbook,
    /// The sheets that are pages' parts.
    parts: Vec<usize>,
    /// How many rows each table has under its headings, in the sheets' order.
    tables: Vec<u32>,
    /// Of each sheet, the areas of its print where they are many.
    areas: Vec<Option<String>>,
    /// Of the sheets whose rows are made, what makes them.
    streams: BTreeMap<usize, Stream<'a>>,
}

/// Fills the sheets, by two threads; the first half of [`render`]. `pages`: how many each part takes in the PDF, in the parts'
/// order; its print takes no more, with letters a little smaller if need be.
pub fn fill<'d>(document: &'d Document, pages: &[usize]) -> Result<Filled<'d>, RenderError> {
    let sheets = names::sheets(document)?;
    have_room(document, CellAddress::MAX_ROWS)?;
    let defined = names::defined(document, &sheets)?;
    let font = font(&document.page.font);
    let mut workbook = Workbook::new();
    // Programs count columns in digits of the workbook's own font. That is Arial 10
    // (a row of 17 pixels, digits of 7) whatever the pages are set in: the digits of
    // Times are narrower, and every column would be a tenth narrower than measured.
    workbook
        .set_default_format(&Format::new().set_font_name("Arial").set_font_size(DATA), 17, 64)
        .map_err(|error| RenderError::Writer(error.to_string()))?;

    let mut places = Places::of(document, &sheets, &defined);
    let mut parts = Vec::new();
    for (index, (plan, name)) in document.sheets.iter().zip(&sheets).enumerate() {
        workbook.add_worksheet().set_name(name).map_err(|_| RenderError::SheetName { sheet: name.clone() })?;
        if matches!(plan, SheetPlan::Part(_) | SheetPlan::Own { .. }) {
            parts.push(index);
        }
    }
    let plans = document.sheets.iter().enumerate().zip(workbook.worksheets_mut());
    let (data, pages_parts): (Vec<_>, Vec<_>) = plans.partition(|((_, plan), _)| matches!(plan, SheetPlan::Data(_)));
    // Data sheets lead to where the parts speak of them.
    let told = {
        let painter = Painter { document, defined: &defined, places: &places, font };
        in_two(pages_parts, |((index, plan), sheet)| {
            let (part, most) = match plan {
                SheetPlan::Part(number) => {
                    let part = document.parts.get(*number).ok_or(RenderError::NoPart { index: *number })?;
                    (part, pages.get(*number).copied())
                }
                SheetPlan::Own { of, part } => (part, of.and_then(|of| pages.get(of).copied())),
                SheetPlan::Data(_) => return Ok(Vec::new()),
            };
            painter.part(sheet, part, parts.first() == Some(&index), most)
        })
    };
    for told in told {
        places.tell(told?);
    }
    let manner = Manner { page: &document.page, font, draf: document.draf, places: &places };
    let filled = in_two(data, |((index, plan), sheet)| match plan {
        SheetPlan::Data(data) => sheet::write(sheet, data, manner).map(|stream| (index, stream)),
        SheetPlan::Part(_) | SheetPlan::Own { .. } => Ok((index, None)),
    });
    let filled = filled.into_iter().collect::<Result<Vec<(usize, Option<Stream<'_>>)>, RenderError>>()?;
    let streams = filled.into_iter().filter_map(|(sheet, stream)| Some((sheet, stream?))).collect();
    for defined in defined.values() {
        workbook
            .define_name(&defined.name, &defined.formula)
            .map_err(|_| RenderError::DefinedName { name: defined.name.clone() })?;
    }
    workbook.set_properties(&properties(document)?);
    let tables = document.sheets.iter().filter_map(|plan| match plan {
        SheetPlan::Data(data) if data.table.is_some() => Some(data.row_count() as u32),
        _ => None,
    });
    let tables = tables.collect();
    let areas = document.sheets.iter().zip(&sheets).map(|(plan, sheet)| match plan {
        SheetPlan::Data(data) => print::plan(data, &document.page).areas(data, sheet),
        _ => None,
    });
    let areas = areas.collect();
    Ok(Filled { workbook, parts, tables, areas, streams })
}

impl Filled<'_> {
    /// The file's bytes, compressed by all threads that are free. Whoever hears gets the rows that are made for it.
    pub fn save(mut self, hears: Option<Hears<'_>>) -> Result<Vec<u8>, RenderError> {
        // The parts are compressed anew when they are patched: the least that the writer offers.
        self.workbook.set_zip_compression_level(1);
        let bytes = saved(&mut self.workbook)?;
        // What the writer holds is given back before the rest is made.
        drop(self.workbook);
        // The report's first page alone has no header, as in the PDF.
        let first_pages = self.parts.get(..1).unwrap_or_default();
        let patches = Patches { first_pages, tables: &self.tables, areas: &self.areas, streams: self.streams };
        patches.on(bytes, hears)
    }
}

/// A workbook's bytes. Its writer makes every sheet on a thread of its own, all at once.
pub fn saved(workbook: &mut Workbook) -> Result<Vec<u8>, RenderError> {
    let bytes = unless_refused(|| workbook.save_to_buffer()).ok_or(RenderError::NoThread)?;
    bytes.map_err(|error| match error {
        XlsxError::NameError(name, _) | XlsxError::NameReused(name) => RenderError::DefinedName { name },
        XlsxError::SheetnameReused(sheet) => RenderError::SheetName { sheet },
        other => RenderError::Writer(other.to_string()),
    })
}

/// Fails where a data sheet has more rows than `most`, all that a sheet of Excel's can have.
fn have_room(document: &Document, most: u32) -> Result<(), RenderError> {
    for plan in &document.sheets {
        let SheetPlan::Data(data) = plan else { continue };
        let most = most.saturating_sub(data.first_data_row()) as usize;
        if data.row_count() > most {
            return Err(RenderError::TooManyRows { sheet: data.name.clone(), rows: data.row_count(), most });
        }
    }
    Ok(())
}

fn properties(document: &Document) -> Result<DocProperties, RenderError> {
    let meta = &document.meta;
    let date =
        u16::try_from(meta.date.year).ok().and_then(|year| ExcelDateTime::from_ymd(year, meta.date.month, meta.date.day).ok());
    let date = date.ok_or(RenderError::Date { sheet: String::new() })?;
    Ok(DocProperties::new()
        .set_title(number::clean(&meta.title))
        .set_subject(number::clean(&meta.subject))
        .set_author(number::clean(&meta.author))
        .set_company(number::clean(&meta.author))
        .set_comment(number::clean(&meta.program))
        .set_creation_datetime(&date))
}

/// The font by the name Excel knows it under; a font of the office's own is in its PDF alone.
fn font(name: &str) -> &'static str {
    match name {
        "Times New Roman" => "Times New Roman",
        "Bookman Old Style" => "Bookman Old Style",
        _ => "Arial",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::xlsx::sample;

    #[test]
    fn more_rows_than_a_sheet_holds_are_refused_with_words() {
        let mut document = sample::document(vec![sample::form()]);
        document.sheets.push(SheetPlan::Data(sample::keragaan()));
        let data = document.sheets.iter().filter_map(|plan| if let SheetPlan::Data(data) = plan { Some(data) } else { None });
        let rows_below = |data: &crate::document::DataSheet| data.first_data_row() + data.row_count() as u32;
        let most = data.map(rows_below).max().unwrap_or(0);
        assert!(most > 1);
        assert!(have_room(&document, most).is_ok());
        let refused = have_room(&document, most - 1).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(refused.contains("satu lembar Excel hanya memuat") && refused.contains("[sumber]"), "{refused}");
    }
}
