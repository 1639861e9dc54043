//! An archived revision made again from its snapshot, or only its figures.

use super::names::Names;
use super::trouble::Trouble;
use super::{Edition, Hands, Office, PROGRAM, record, words_id as words};
use crate::deliver::{self, Change, Disk, Lock, LuaranRecord, Output, Real, Scratch, Snapshot, Standing, Unusable, sha256_hex};
use crate::vocabulary::Year;
use std::path::{Path, PathBuf};

/// A revision made again.
pub struct Remade {
    pub revisi: u32,
    /// The program that made it first.
    pub program: String,
    /// Those of its files whose bytes are not those recorded.
    pub other_bytes: Vec<String>,
    /// Where files that stood under their names are kept now: name and new path.
    pub kept: Vec<(String, String)>,
}

/// How a revision's figures came out when they were computed again.
pub enum Recomputed {
    Same,
    /// The indicators and measures whose figures differ.
    Differ(Vec<String>),
    /// Why they could not be computed.
    Impossible(String),
}

/// Where a report stands and which year's it is.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    pub report: &'a Path,
    pub tahun: Year,
}

/// Every revision of a report that has a record, the earliest first.
///
/// # Errors
/// One of them cannot be looked at.
pub fn revisions(place: Place<'_>) -> Result<Vec<Standing>, Trouble> {
    Ok(deliver::revisions(place.report, &Names::of(place.tahun, false).json)?)
}

/// The records of a report that are there and cannot be read, relative to its folder.
///
/// # Errors
/// One of them cannot be looked at.
pub fn broken_records(place: Place<'_>) -> Result<Vec<String>, Trouble> {
    Ok(deliver::broken_records(place.report, &Names::of(place.tahun, false).json)?)
}

/// Makes revision `revisi` again from its snapshot and writes it to `target`.
///
/// # Errors
/// There is no such revision, its snapshot is lost, or it can no longer be read.
pub fn remake(place: Place<'_>, revisi: u32, target: &Path, program: Option<PathBuf>) -> Result<Remade, Trouble> {
    let found = revisions(place)?.into_iter().find(|standing| standing.record.revisi == revisi);
    let Some(standing) = found else { return Err(Trouble::NoRevision(words::no_revision(revisi))) };
    let _lock = Lock::wait(place.report)?;
    deliver::recover(place.report)?;
    let (_scratch, office) = laid_out(place, revisi, program)?;
    let made = office.make(office.report(false), &Edition::of(&standing.record), None)?;
    let names = Names::of(place.tahun, false);
    let files: [(&String, &[u8]); 3] = [(&names.pdf, &made.pdf.bytes), (&names.xlsx, &made.xlsx), (&names.json, &made.record)];
    let kept = put(target, &files)?;
    let recorded = |name: &str| standing.record.luaran.iter().flatten().find(|file| file.berkas == name).map(|file| &file.sha256);
    let differs = |(name, bytes): &(&String, &[u8])| match recorded(name) {
        Some(sha256) => *sha256 != sha256_hex(bytes),
        None => *bytes != standing.record.to_bytes(),
    };
    let other_bytes = files.iter().filter(|file| differs(file)).map(|(name, _)| (*name).clone()).collect();
    Ok(Remade { revisi, program: standing.record.program, other_bytes, kept })
}

/// Puts the files in their place; what stands there under their names and says anything else (signed,
/// another report's, anybody's) is kept in the folder's archive: name and new path.
fn put(target: &Path, files: &[(&String, &[u8])]) -> Result<Vec<(String, String)>, Trouble> {
    Real.make_folder(target).map_err(|source| deliver::DeliverError { path: target.to_owned(), source })?;
    let _lock = Lock::wait(target)?;
    deliver::recover(target)?;
    let apart = deliver::strangers_folder(target)?;
    let mut change = Change::default();
    for (name, bytes) in files {
        let own = LuaranRecord { berkas: (*name).clone(), sha256: sha256_hex(bytes) };
        if deliver::is_as_recorded(target, &own) {
            continue;
        }
        if deliver::is_there(target, name)? {
            change.kept.push(((*name).clone(), format!("{apart}/{name}")));
        }
        change.new.push(Output { name, bytes });
    }
    if !change.new.is_empty() {
        deliver::replace(&Real, target, &change)?;
    }
    Ok(change.kept)
}

/// Computes a revision's figures again from its snapshot.
pub fn recompute(place: Place<'_>, standing: &Standing, program: Option<PathBuf>) -> Recomputed {
    let office = Lock::wait(place.report).map_err(Trouble::from).and_then(|lock| {
        deliver::recover(place.report)?;
        Ok((laid_out(place, standing.record.revisi, program)?, lock))
    });
    let ((_scratch, office), _lock) = match office {
        Ok(office) => office,
        Err(Trouble::NoRevision(reason) | Trouble::Write(reason) | Trouble::Busy(reason)) => {
            return Recomputed::Impossible(reason);
        }
        Err(_) => return Recomputed::Impossible(words::NO_LONGER_READ.to_owned()),
    };
    let (before, now) = (&standing.record, record::of_check(&office).handed_on());
    let mut differ: Vec<String> = Vec::new();
    for old in &before.indikator {
        let same = now.indikator.iter().any(|new| {
            new.id == old.id
                && new.status == old.status
                && new.nilai == old.nilai
                && new.capaian == old.capaian
                && new.lalu == old.lalu
        });
        differ.extend((!same).then(|| old.id.clone()));
    }
    for old in &before.ukuran {
        let same = |new: &deliver::UkuranRecord| {
            new.nama == old.nama && new.tahun == old.tahun && new.status == old.status && new.nilai == old.nilai
        };
        differ.extend((!now.ukuran.iter().any(same)).then(|| format!("{} {}", old.nama, old.tahun)));
    }
    if differ.is_empty() { Recomputed::Same } else { Recomputed::Differ(differ) }
}

/// Whether the program that made a record is this one.
pub fn is_own(program: &str) -> bool {
    program == PROGRAM
}

/// The office as the revision saw it.
pub(super) fn laid_out(place: Place<'_>, revisi: u32, program: Option<PathBuf>) -> Result<(Scratch, Office), Trouble> {
    let told = |unusable: Unusable| match unusable {
        Unusable::Lost => Trouble::NoRevision(words::no_snapshot(revisi)),
        Unusable::NotAllowed => Trouble::NoRevision(words::snapshot_not_allowed(revisi)),
        Unusable::TooLarge(temuan) => Trouble::NoRevision(words::snapshot_too_large(revisi, &temuan)),
        Unusable::Write(error) => error.into(),
    };
    let mut snapshot = Snapshot::open(&place.report.join(deliver::snapshot_path(revisi))).map_err(told)?;
    let scratch = Scratch::lay_out(place.report, &mut snapshot).map_err(told)?;
    let office = Office::read(scratch.path(), Some(place.tahun), Hands { program, ..Hands::default() })?;
    Ok((scratch, office))
}
