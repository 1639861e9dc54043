//! The summary's one document: its template filled, its page set up as a report's is where nobody says otherwise.

use super::model::Rekap;
use super::{pages, sheets};
use crate::document::{self, Document, Meta, PageSetup, SheetPlan, TemplateError, TemplateSet};
use crate::office::PROGRAM;
use crate::vocabulary::Tanggal;
use serde::Serialize;

/// The foot of its pages says nothing.
#[derive(Serialize)]
struct NoWords {}

/// F4, landscape, in millimetres.
const PAPER: (f32, f32) = (330.0, 215.0);

/// The document; the files bear this date.
pub fn document(rekap: &Rekap, date: Tanggal) -> Result<Document, TemplateError> {
    let template = TemplateSet::rekap();
    let parts = pages::parts(rekap)?;
    let foot = document::render_foot(&template, &NoWords {})?;
    let title = match &rekap.nama {
        Some(nama) => format!("{} {nama} {}", rekap.judul, rekap.tahun),
        None => format!("{} {}", rekap.judul, rekap.tahun),
    };
    let (data, figures) = sheets::sheets(rekap, &title);
    let sheets =
        (0..parts.len()).map(SheetPlan::Part).chain(data.into_iter().map(|sheet| SheetPlan::Data(sheet.masked()))).collect();
    let meta = Meta {
        title,
        author: rekap.nama.clone().unwrap_or_else(|| rekap.judul.to_owned()),
        subject: format!("{} {}", rekap.judul, rekap.tahun),
        date,
        program: PROGRAM.to_owned(),
        language: "id-ID".to_owned(),
    }
    .shown();
    let page = PageSetup::plain(PAPER.0, PAPER.1);
    Ok(Document { meta, page, parts, sheets, foot, figures, draf: false })
}
