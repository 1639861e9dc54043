//! A report's files from its document, and the digest of what they say.

use super::names::Names;
use super::trouble::Trouble;
use super::{Edition, Office, record, words_id as words};
use crate::deliver;
use crate::document::{DataSheet, SaidRows, SheetPlan, TemplateSet};
use crate::render::{pdf, xlsx};
use crate::report::{Built, Report, Said};
use crate::threads::beside;

/// The report's files, not yet written.
pub struct Made {
    pub pdf: pdf::Pdf,
    pub xlsx: Vec<u8>,
    pub record: Vec<u8>,
}

impl Office {
    /// The digest of all that a report says: its words and cells, the template it
    /// fills if that is the office's own, and how the page is set up.
    pub fn isi<'s>(&self, report: &Report, sheets: impl Iterator<Item = &'s DataSheet>) -> Result<String, Trouble> {
        self.isi_of(&Said::new(report, sheets))
    }

    fn isi_of(&self, said: &Said<'_>) -> Result<String, Trouble> {
        let laporan = &self.profile.laporan;
        let own = self.template()?;
        let own = if TemplateSet::builtin(&laporan.templat).as_ref() == Some(&own) { TemplateSet::default() } else { own };
        let page = self.page()?;
        let pictures: Vec<_> = own.pictures.iter().map(|(name, bytes)| (name, deliver::sha256_hex(bytes))).collect();
        let (said, files) = (said.finish(), &own.files);
        let said = format!("{said} {files:?} {pictures:?} {page:?} {:?} {}", laporan.bagian, laporan.lampirkan);
        Ok(deliver::sha256_hex(said.as_bytes()))
    }

    /// Renders a report. With `lampirkan` the PDF holds the XLSX and the record:
    /// that record says all that the one on disk does but the PDF's own hash,
    /// which no file can hold of itself.
    /// `isi` is the digest of the report as [`Office::report`] gives it, where it is known already.
    pub fn make(&self, mut built: Built, edition: &Edition, isi: Option<String>) -> Result<Made, Trouble> {
        let names = &Names::of(self.tahun(), edition.draf);
        built.report.revisi = edition.page();
        built.lead_to_changes(&self.dataset);
        let (mut report, document) = self.document(built)?;
        // A revision's own number and history are no part of what it says.
        report.revisi = None;
        let sheets =
            || document.sheets.iter().filter_map(|sheet| if let SheetPlan::Data(data) = sheet { Some(data) } else { None });
        // The sheets are printed on as many pages as the PDF has.
        let composed = pdf::compose(&document).map_err(|error| Trouble::Page(error.to_string()))?;
        let filled = xlsx::fill(&document, composed.part_pages())?;
        // What is said is heard while the rows are written, so that each is made once.
        let said = isi.is_none().then(|| Said::new(&report, sheets()));
        let hears = |sheet: &DataSheet, first: usize, rows: SaidRows| {
            if let Some(said) = &said {
                said.rows(sheet, first, rows);
            }
        };
        // To compress the workbook takes one thread about as long as another takes for the pages.
        let made: Result<(pdf::Pdf, Vec<u8>, String), Trouble> = std::thread::scope(|scope| {
            let xlsx = beside(scope, || filled.save(said.as_ref().map(|_| &hears as xlsx::Hears<'_>)).map_err(Trouble::from));
            let isi =
                || isi.map_or_else(|| said.as_ref().map_or_else(|| self.isi(&report, sheets()), |said| self.isi_of(said)), Ok);
            let failed = |error: pdf::RenderError| Trouble::Page(error.to_string());
            if !self.profile.laporan.lampirkan {
                let pdf = composed.draw(&[]).map_err(failed)?;
                let xlsx = xlsx.result()?;
                return Ok((pdf, xlsx, isi()?));
            }
            let xlsx = xlsx.result()?;
            let isi = isi()?;
            let record = record::of_report(self, edition, &isi, composed.signatures(), &[(&names.xlsx, &xlsx)]).to_bytes();
            let pdf = composed.draw(&attachments(names, &xlsx, &record)).map_err(failed)?;
            Ok((pdf, xlsx, isi))
        });
        // Its many small pieces are given back while the files are written (without a thread, at once).
        let _ = std::thread::Builder::new().spawn(move || drop((report, document)));
        let (pdf, xlsx, isi) = made?;
        let files: [(&str, &[u8]); 2] = [(&names.pdf, &pdf.bytes), (&names.xlsx, &xlsx)];
        let record = record::of_report(self, edition, &isi, &pdf.signatures, &files).to_bytes();
        Ok(Made { pdf, xlsx, record })
    }
}

/// What goes into the PDF with `lampirkan`.
fn attachments<'a>(names: &'a Names, xlsx: &'a [u8], record: &'a [u8]) -> [pdf::Attachment<'a>; 2] {
    [
        pdf::Attachment {
            name: &names.xlsx,
            media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            relation: pdf::Relation::Data,
            description: words::ATTACHED_XLSX,
            bytes: xlsx,
        },
        pdf::Attachment {
            name: &names.json,
            media: "application/json",
            relation: pdf::Relation::Supplement,
            description: words::ATTACHED_RECORD,
            bytes: record,
        },
    ]
}
