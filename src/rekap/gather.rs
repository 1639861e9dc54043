//! The offices of a summary, each with its report's record or why there is none.

use super::bounds::Bound;
use super::same;
use super::sound::contradictions;
use crate::deliver::{self, Found, Record, Shelf, State};
use crate::profile;
use crate::vocabulary::{Tanggal, Year};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// An office that was asked for.
pub struct Kantor {
    /// The folder's own name.
    pub folder: String,
    /// Its report of the year; none where it has none that can be taken.
    pub catatan: Option<Record>,
    /// What that rests on.
    pub sidik: BTreeSet<String>,
    pub keadaan: Vec<Keadaan>,
}

/// What a reader must know of an office's report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Keadaan {
    /// No report of the year; the last year that has one.
    BelumAda { terakhir: Option<i32> },
    /// The record is cut short or damaged.
    Rusak,
    /// Not a record of this program's.
    Asing { skema: Option<String> },
    /// Figures of the record contradict each other; the indicators.
    Bertentangan(Vec<String>),
    /// The record speaks of another year than its name.
    TahunLain(i32),
    /// The record is a draft's.
    Draf,
    /// A later revision than the first.
    Direvisi(u32),
    /// The archive holds a later revision than the one that stands.
    Mundur { revisi: u32, arsip: u32 },
    /// A workbook of it is another office's too; that one's folder.
    BerkasBersama(String),
    /// All of its measures are as another office's; that one's folder.
    AngkaSama(String),
    /// There is no profile, though workbooks are there.
    TanpaProfil,
    /// Findings of level galat: in a draft that was made since, or in the record itself.
    GalatTerbuka(usize),
    /// Files that are no longer as they were recorded.
    BerkasBerubah(Vec<String>),
    /// Files that could not be held against their record.
    BerkasTakTerbaca(Vec<String>),
}

impl Keadaan {
    /// Whether there is a record that cannot be used: somebody has to look at it.
    fn is_unusable(&self) -> bool {
        matches!(self, Self::Rusak | Self::Bertentangan(_) | Self::Asing { .. } | Self::TahunLain(_) | Self::Draf)
    }
}

/// The offices of a year.
pub struct Gathered {
    pub tahun: Year,
    /// The latest date of their reports.
    pub tanggal: Tanggal,
    pub kantor: Vec<Kantor>,
}

impl Gathered {
    /// Whether an office has a record that cannot be used.
    pub fn has_unusable(&self) -> bool {
        self.kantor.iter().any(|kantor| kantor.keadaan.iter().any(Keadaan::is_unusable))
    }
}

/// Why there is no summary.
#[derive(PartialEq, Eq, Debug)]
pub enum Refusal {
    /// No office has a report (of the year that was asked for).
    NoReport(Option<i32>),
    /// None that can be used, though one stands in these folders: it is damaged, or nobody may look at it.
    Unusable { folder: Vec<String> },
    /// Two folders hold reports of one office: it would count twice.
    Twice { kantor: String, folder: [String; 2] },
    /// Two folders' reports rest on the same workbooks and come to the same figures, whatever the offices are called.
    SameData { folder: [String; 2] },
    /// The reports of so many offices already hold more of something than a summary does.
    TooLarge { what: Bound, found: usize, kantor: usize },
}

/// The offices of these folders (a folder that is no office's stands for those
/// right below it), in the year, or else in the last that any of them reports on.
///
/// # Errors
/// No report at all, or one office twice.
pub fn gather(folders: &[PathBuf], tahun: Option<Year>) -> Result<Gathered, Refusal> {
    let offices: Vec<PathBuf> = folders.iter().flat_map(|folder| deliver::offices_or_own(folder)).collect();
    let last = || offices.iter().filter_map(|folder| deliver::years_with_report(folder).last().copied()).max();
    let Some(tahun) = tahun.or_else(last) else {
        let closed = |folder: &&PathBuf| deliver::report_years(&folder.join("keluaran")).is_err();
        let folder = offices.iter().filter(closed).map(|folder| folder.display().to_string()).collect();
        return Err(none_usable(folder, None));
    };
    let mut kantor = read(&offices, tahun)?;
    let dates = kantor.iter().filter_map(|kantor| Tanggal::parse_iso(&kantor.catatan.as_ref()?.tanggal));
    let Some(tanggal) = dates.max() else {
        let unusable = kantor.iter().filter(|kantor| kantor.keadaan.iter().any(Keadaan::is_unusable));
        return Err(none_usable(unusable.map(|kantor| kantor.folder.clone()).collect(), Some(tahun.0)));
    };
    same::told(&mut kantor)?;
    Ok(Gathered { tahun, tanggal, kantor })
}

fn none_usable(folder: Vec<String>, tahun: Option<i32>) -> Refusal {
    if folder.is_empty() { Refusal::NoReport(tahun) } else { Refusal::Unusable { folder } }
}

/// The offices one after the other, as long as a summary can hold what they have.
fn read(offices: &[PathBuf], tahun: Year) -> Result<Vec<Kantor>, Refusal> {
    if offices.len() > Bound::Offices.most() {
        return Err(Refusal::TooLarge { what: Bound::Offices, found: offices.len(), kantor: offices.len() });
    }
    let (mut figures, mut values) = (0, 0);
    let mut all: Vec<Kantor> = Vec::new();
    for folder in offices {
        let one = kantor(folder, tahun);
        figures += one.catatan.as_ref().map_or(0, |record| record.indikator.len());
        values += one.catatan.as_ref().map_or(0, |record| record.ukuran.len());
        all.push(one);
        for (what, found) in [(Bound::Figures, figures), (Bound::Values, values)] {
            if found > what.most() {
                return Err(Refusal::TooLarge { what, found, kantor: all.len() });
            }
        }
    }
    Ok(all)
}

/// What a summary takes of a record; the rest would be held for nothing.
fn taken(record: Record) -> Record {
    Record {
        masukan: Vec::new(),
        temuan: Vec::new(),
        bacaan: Vec::new(),
        tanda_tangan: Vec::new(),
        perubahan: Vec::new(),
        disajikan_kembali: Vec::new(),
        luaran: None,
        ..record
    }
}

/// Letters' case and blanks are no difference.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn kantor(folder: &Path, tahun: Year) -> Kantor {
    let name = crate::intake::real(folder).ok().and_then(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()));
    let mut keadaan = Vec::new();
    let standing = match deliver::find_report(folder, tahun) {
        // A report bears a date; a record without one was not written whole.
        Found::Report(standing) if Tanggal::parse_iso(&standing.record.tanggal).is_none() => {
            unusable(&mut keadaan, Keadaan::Rusak)
        }
        Found::Report(standing) => match contradictions(&standing.record) {
            none if none.is_empty() => Some(standing),
            which => unusable(&mut keadaan, Keadaan::Bertentangan(which)),
        },
        Found::Nothing => {
            let earlier = deliver::years_with_report(folder).into_iter().rfind(|year| *year < tahun);
            keadaan.push(Keadaan::BelumAda { terakhir: earlier.map(|year| year.0) });
            keadaan.extend(profile::is_without_profile(folder).then_some(Keadaan::TanpaProfil));
            None
        }
        Found::Torn => unusable(&mut keadaan, Keadaan::Rusak),
        Found::Foreign(skema) => unusable(&mut keadaan, Keadaan::Asing { skema }),
        Found::OtherYear(tahun) => unusable(&mut keadaan, Keadaan::TahunLain(tahun)),
        Found::Draft => unusable(&mut keadaan, Keadaan::Draf),
    };
    if let Some(standing) = &standing {
        let revisi = standing.record.revisi;
        if revisi > 1 {
            keadaan.push(Keadaan::Direvisi(revisi));
        }
        let kept = Shelf::of(&standing.folder, tahun).and_then(|shelf| shelf.numbers());
        let arsip = kept.ok().and_then(|all| all.last().copied()).unwrap_or(0);
        if arsip > revisi {
            keadaan.push(Keadaan::Mundur { revisi, arsip });
        }
        let is_touched = |state: &State| match state {
            State::Touched | State::Missing => true,
            State::Signed(signed) => !signed.is_whole(),
            State::Intact | State::Unreadable(_) => false,
        };
        let named = |is_meant: &dyn Fn(&State) -> bool| -> Vec<String> {
            standing.files.iter().filter(|(_, state)| is_meant(state)).map(|(name, _)| name.clone()).collect()
        };
        let touched = named(&is_touched);
        if !touched.is_empty() {
            keadaan.push(Keadaan::BerkasBerubah(touched));
        }
        let unread = named(&|state| matches!(state, State::Unreadable(_)));
        if !unread.is_empty() {
            keadaan.push(Keadaan::BerkasTakTerbaca(unread));
        }
    }
    let draft = deliver::find_draft(folder, tahun);
    let records = standing.iter().map(|standing| &standing.record).chain(&draft);
    let open = records.map(open_galat).max().unwrap_or(0);
    if open > 0 {
        keadaan.push(Keadaan::GalatTerbuka(open));
    }
    Kantor {
        folder: name.unwrap_or_else(|| folder.display().to_string()),
        sidik: standing.as_ref().map(|standing| same::fingerprint(&standing.record.masukan)).unwrap_or_default(),
        catatan: standing.map(|standing| taken(standing.record)),
        keadaan,
    }
}

fn unusable<T>(keadaan: &mut Vec<Keadaan>, why: Keadaan) -> Option<T> {
    keadaan.push(why);
    None
}

fn open_galat(record: &Record) -> usize {
    record.temuan.iter().filter(|one| one.tingkat == "galat" && one.diterima.is_none()).count()
}
