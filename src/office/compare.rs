//! Two states of an office compared: its files as they are, or a revision's snapshot.

use super::remake::{self, Place, Recomputed, laid_out};
use super::trouble::Trouble;
use super::{Office, PROGRAM, words_id as words};
use crate::banding::{self, Banding, Side};
use crate::deliver::{self, Lock, Record, State};
use crate::diagnostic::Temuan;
use crate::document::{Document, Meta, PageSetup, SheetPlan};
use crate::render::xlsx;
use crate::vocabulary::mask_in_text;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The office as a revision saw it.
///
/// # Errors
/// There is no such revision or two of them, its snapshot is lost, is not the recorded one, or can no longer be read.
pub fn open_revision(place: Place<'_>, revisi: u32, program: Option<PathBuf>) -> Result<Opened, Trouble> {
    let _lock = Lock::wait(place.report)?;
    deliver::recover(place.report)?;
    let record = recorded(place, revisi)?;
    let (_scratch, office) = laid_out(place, revisi, program)?;
    let unlike = match remake::figures(&record, &super::record::of_check(&office).handed_on()) {
        Recomputed::Differ(which) => which,
        Recomputed::Same | Recomputed::Impossible(_) => Vec::new(),
    };
    Ok(Opened { office, unlike, by_own: remake::is_own(&record.program) })
}

/// A revision as its snapshot shows it.
pub struct Opened {
    pub office: Office,
    /// The figures that its record holds otherwise than they come out now.
    pub unlike: Vec<String>,
    /// Whether a program of this version made it, so that somebody changed the record by hand.
    pub by_own: bool,
}

/// The one record of a revision, whose snapshot is as it was when it was made: another would be compared under its name.
fn recorded(place: Place<'_>, revisi: u32) -> Result<Record, Trouble> {
    let mut own = remake::revisions(place)?.into_iter().filter(|standing| standing.record.revisi == revisi);
    let (Some(standing), None) = (own.next(), own.next()) else {
        let twice = remake::revisions(place)?.iter().any(|standing| standing.record.revisi == revisi);
        return Err(Trouble::NoRevision(if twice { words::revision_twice(revisi) } else { words::no_revision(revisi) }));
    };
    let shelf = place.shelf()?;
    let path = shelf.snapshot(revisi);
    // Programs of old recorded none; that it is lost is told where it is opened.
    let is_other = standing
        .record
        .potret
        .as_ref()
        .is_some_and(|potret| potret.berkas != path || shelf.snapshot_state(revisi, &potret.sha256) == State::Touched);
    if is_other {
        return Err(Trouble::NoRevision(words::snapshot_other(revisi, &path)));
    }
    Ok(standing.record)
}

/// What differs.
pub fn compare(before: &Office, now: &Office) -> Banding {
    let mut found = banding::banding(&before.side(), &now.side());
    found.lain = findings(before, now);
    if found.is_empty() && !says_the_same(before, now) {
        found.lain.push(banding::PLACES.to_owned());
    }
    found
}

/// The findings of the data that one state alone has, each once for its place.
fn findings(before: &Office, now: &Office) -> Vec<String> {
    let all = |office: &Office| -> BTreeSet<(String, String, String)> {
        let one = |one: &Temuan| (mask_in_text(&one.at.to_string()), one.kode().text().to_owned(), one.pesan());
        office.temuan_of_data().iter().map(one).collect()
    };
    let (old, new) = (all(before), all(now));
    let gone = old.difference(&new).map(|(place, kode, _)| banding::finding(kode, place, false));
    let come = new.difference(&old).map(|(place, kode, _)| banding::finding(kode, place, true));
    let told: BTreeSet<String> = gone.chain(come).collect();
    told.into_iter().collect()
}

/// Whether the reports of both say the same in all that they show.
fn says_the_same(before: &Office, now: &Office) -> bool {
    let isi = |office: &Office| {
        let built = office.report(false);
        office.isi(&built.report, built.sheets()).ok()
    };
    isi(before) == isi(now)
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
    Ok(xlsx::render(&document)?)
}
