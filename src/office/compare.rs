//! Two states of an office compared: its files as they are, or a revision's snapshot.

use super::remake::{Place, laid_out};
use super::trouble::Trouble;
use super::{Office, PROGRAM};
use crate::banding::{self, Banding, Side};
use crate::deliver::{self, Lock};
use crate::document::{Document, Meta, PageSetup, SheetPlan};
use crate::render::xlsx;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The office as a revision saw it.
///
/// # Errors
/// The snapshot is lost, or can no longer be read.
pub fn open_revision(place: Place<'_>, revisi: u32, program: Option<PathBuf>) -> Result<Office, Trouble> {
    let _lock = Lock::wait(place.report)?;
    deliver::recover(place.report)?;
    laid_out(place, revisi, program).map(|(_scratch, office)| office)
}

/// What differs.
pub fn compare(before: &Office, now: &Office) -> Banding {
    banding::banding(&before.side(), &now.side())
}

impl Office {
    fn side(&self) -> Side<'_> {
        Side {
            profile: &self.profile,
            profile_text: &self.profile_text,
            plan: &self.plan,
            dataset: &self.dataset,
            figures: &self.figures,
        }
    }
}

/// The comparison as a workbook that is ready to be printed: the bytes of an XLSX.
pub fn comparison_workbook(banding: &Banding, now: &Office, title: &str) -> Result<Vec<u8>, Trouble> {
    let profile = &now.profile;
    let heading = format!("{} {}: {title}", profile.instansi.nama, profile.instansi.daerah);
    let document = Document {
        meta: Meta {
            title: heading.clone(),
            author: format!("{} {}", profile.instansi.nama, profile.instansi.daerah),
            subject: title.to_owned(),
            date: profile.tanggal(),
            program: PROGRAM.to_owned(),
            language: "id-ID".to_owned(),
        }
        .shown(),
        page: PageSetup::plain(330.0, 215.0),
        parts: Vec::new(),
        sheets: banding::sheets(banding, &heading).into_iter().map(|sheet| SheetPlan::Data(sheet.masked())).collect(),
        foot: Vec::new(),
        figures: BTreeMap::new(),
        draf: false,
    };
    xlsx::render(&document).map_err(|error| Trouble::Page(error.to_string()))
}
