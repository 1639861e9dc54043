//! An archived revision made again from its snapshot, or only its figures.

use super::names::Names;
use super::trouble::Trouble;
use super::{Edition, Hands, Office, PROGRAM, difference, record, words_id as words};
use crate::deliver::{
    self, Change, Disk, Lock, LuaranRecord, Output, Real, Record, Scratch, Shelf, Snapshot, Standing, State, Unusable, sha256_hex,
};
use crate::vocabulary::Year;
use serde_json::Value;
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

/// A revision made again and held against its record.
pub struct Again {
    pub angka: Recomputed,
    /// What else of the record is not as it comes out now: `daerah`, `indikator 1.1 tampil`, `luaran iku-2021.pdf`.
    pub catatan: Vec<String>,
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

impl Place<'_> {
    /// Where its revisions are kept.
    ///
    /// # Errors
    /// It cannot be told what the folder holds.
    pub fn shelf(self) -> Result<Shelf, Trouble> {
        Ok(Shelf::of(self.report, self.tahun)?)
    }
}

/// Every revision of a report that has a record, the earliest first.
///
/// # Errors
/// One of them cannot be looked at.
pub fn revisions(place: Place<'_>) -> Result<Vec<Standing>, Trouble> {
    Ok(deliver::revisions(&place.shelf()?, &Names::of(place.tahun, false).json)?)
}

/// The records of a report that are there and cannot be read, relative to its folder.
///
/// # Errors
/// One of them cannot be looked at.
pub fn broken_records(place: Place<'_>) -> Result<Vec<String>, Trouble> {
    Ok(deliver::broken_records(&place.shelf()?, &Names::of(place.tahun, false).json)?)
}

/// The snapshot of the report that stands, where it is not the recorded one: its path.
pub fn lost_snapshot(place: Place<'_>) -> Option<String> {
    let standing = Standing::of(place.report, &Names::of(place.tahun, false).json).ok()??;
    let potret = standing.record.potret?;
    // What only its owner may read is neither lost nor changed.
    let kept = place.shelf().ok()?.snapshot_state(standing.record.revisi, &potret.sha256);
    matches!(kept, State::Missing | State::Touched).then_some(potret.berkas)
}

/// A revision that is not where it must be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Missing {
    /// None of this number is left, though a later one is.
    Gone(u32),
    /// Two records bear this number.
    Twice(u32),
    /// The one that stands, though a later one was made.
    Behind { berlaku: u32, terakhir: u32 },
}

/// What is amiss with the numbers of a report's revisions; those whose records are broken are told apart.
///
/// # Errors
/// The archive cannot be looked at.
pub fn missing(place: Place<'_>, standings: &[Standing], broken: &[String]) -> Result<Vec<Missing>, Trouble> {
    let own = |folder: &Path| folder == place.report;
    let shelf = place.shelf()?;
    let last_kept = shelf.numbers()?.last().copied().unwrap_or(0);
    let last = standings.iter().map(|one| one.record.revisi).max().unwrap_or(0).max(last_kept);
    let in_archive = |number: u32| broken.iter().any(|name| name.starts_with(&format!("{}/", shelf.revision(number))));
    let stands_broken = broken.iter().any(|name| !name.contains('/'));
    let mut found = Vec::new();
    for number in 1..=last.min(MOST_REVISIONS) {
        match standings.iter().filter(|one| one.record.revisi == number).count() {
            0 if in_archive(number) || stands_broken && number == last => {}
            0 => found.push(Missing::Gone(number)),
            1 => {}
            _ => found.push(Missing::Twice(number)),
        }
    }
    let standing = standings.iter().find(|one| own(&one.folder)).map(|one| one.record.revisi);
    found.extend(standing.filter(|own| *own < last).map(|berlaku| Missing::Behind { berlaku, terakhir: last }));
    Ok(found)
}

/// So many are looked for one by one: a number that somebody typed into a record may be any.
const MOST_REVISIONS: u32 = 10_000;

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
    Real.make_folder(target).map_err(|error| deliver::DeliverError::unwritten(target, error))?;
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

/// Makes a revision again from its snapshot, in memory, and holds all of its record against it.
pub fn again(place: Place<'_>, standing: &Standing, program: Option<PathBuf>) -> Again {
    let before = &standing.record;
    let mut catatan = of_itself(place, before);
    let ((_scratch, office), _lock) = match read_again(place, before.revisi, program) {
        Ok(office) => office,
        Err(why) => return Again { angka: Recomputed::Impossible(why), catatan },
    };
    let now = record::of_check(&office).handed_on();
    let angka = figures(before, &now);
    if is_own(&before.program) {
        match office.make(office.report(false), &Edition::of(before), None) {
            Ok(made) => {
                let now: Value = serde_json::from_slice(&made.record).unwrap_or_default();
                let before: Value = serde_json::from_slice(&before.to_bytes()).unwrap_or_default();
                catatan.extend(difference::of(&before, &now));
            }
            // Nobody changed anything: it could not be looked at.
            Err(Trouble::NoThread(why)) => return Again { angka: Recomputed::Impossible(why), catatan },
            Err(_) => catatan.push(words::NO_LONGER_MADE.to_owned()),
        }
    } else {
        // Another version words and draws it otherwise; what it rests on is the same.
        let said = |record: &Record| {
            serde_json::json!({
                "tahun": record.tahun, "tanggal": record.tanggal, "instansi": record.instansi, "daerah": record.daerah,
                "masukan": record.masukan,
            })
        };
        catatan.extend(difference::of(&said(before), &said(&now)));
    }
    Again { angka, catatan }
}

/// What of a record is wrong by itself.
fn of_itself(place: Place<'_>, record: &Record) -> Vec<String> {
    let names = Names::of(place.tahun, false);
    let mut wrong = Vec::new();
    for name in [&names.pdf, &names.xlsx] {
        if !record.luaran.iter().flatten().any(|file| file.berkas == *name) {
            wrong.push(format!("luaran {name}"));
        }
    }
    let snapshot = place.shelf().map(|shelf| shelf.snapshot(record.revisi)).unwrap_or_default();
    if record.potret.as_ref().is_none_or(|potret| potret.berkas != snapshot) {
        wrong.push("potret".to_owned());
    }
    if record.tahun != place.tahun.0 {
        wrong.push("tahun".to_owned());
    }
    wrong
}

/// The office as a revision saw it, its folder and a lock on the report as long as they are held; or why it cannot be read.
fn read_again(place: Place<'_>, revisi: u32, program: Option<PathBuf>) -> Result<((Scratch, Office), Lock), String> {
    let office = Lock::wait(place.report).map_err(Trouble::from).and_then(|lock| {
        deliver::recover(place.report)?;
        Ok((laid_out(place, revisi, program)?, lock))
    });
    match office {
        Ok(office) => Ok(office),
        Err(Trouble::NoRevision(reason) | Trouble::Write(reason) | Trouble::Unread(reason) | Trouble::Busy(reason)) => {
            Err(reason)
        }
        Err(_) => Err(words::NO_LONGER_READ.to_owned()),
    }
}

/// The figures of a record and those computed again: none that is in one of them alone.
pub(super) fn figures(before: &Record, now: &Record) -> Recomputed {
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
    let lacks = |new: &&deliver::IndikatorRecord| !before.indikator.iter().any(|old| old.id == new.id);
    differ.extend(now.indikator.iter().filter(lacks).map(|new| new.id.clone()));
    let lacks = |new: &&deliver::UkuranRecord| !before.ukuran.iter().any(|old| (&old.nama, old.tahun) == (&new.nama, new.tahun));
    differ.extend(now.ukuran.iter().filter(lacks).map(|new| format!("{} {}", new.nama, new.tahun)));
    if differ.is_empty() { Recomputed::Same } else { Recomputed::Differ(differ) }
}

/// Whether the program that made a record is this one.
pub fn is_own(program: &str) -> bool {
    program == PROGRAM
}

/// The office as the revision saw it.
pub(super) fn laid_out(place: Place<'_>, revisi: u32, program: Option<PathBuf>) -> Result<(Scratch, Office), Trouble> {
    let path = place.shelf()?.snapshot(revisi);
    let told = |unusable: Unusable| match unusable {
        Unusable::Lost => Trouble::NoRevision(words::no_snapshot(revisi, &path)),
        Unusable::NotAllowed => Trouble::NoRevision(words::snapshot_not_allowed(revisi, &path)),
        Unusable::TooLarge(temuan) => Trouble::NoRevision(words::snapshot_too_large(revisi, &path, &temuan)),
        Unusable::Write(error) => error.into(),
    };
    let mut snapshot = Snapshot::open(&place.report.join(&path)).map_err(told)?;
    let scratch = Scratch::lay_out(place.report, &mut snapshot).map_err(told)?;
    let office = Office::read(scratch.path(), Some(place.tahun), Hands { program, ..Hands::default() })?;
    Ok((scratch, office))
}
