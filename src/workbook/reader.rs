//! The front door: a path in, a workbook or one finding out.

use super::budget::{self, Budget, Cost, RunBudget};
use super::calculation::Contents;
use super::failure::{Batas, Dibaca, Gagal};
use super::formats::csv;
use super::formats::{ods, xls, xlsb, xlsx};
use super::found::nearest_file;
use super::isolation::child::{self, Apart};
use super::sheet::{Format, Hidden, Sheet, Visibility, Workbook};
use super::sniff::{self, Content, sniff};
use crate::diagnostic::{AkhiranKeliru, BerkasTidakAda, Dicari, Temuan};
use crate::intake::{self, Refused};
use crate::profile::Limits;
use crate::vocabulary::At;
use crate::watch::{Step, Watch};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a run ends with where the reading of a file apart did not end.
#[derive(Debug)]
pub struct SafetyStop {
    pub detik: u64,
}

/// Reads workbook files within limits.
#[derive(Clone, Debug)]
pub struct Reader {
    limits: Limits,
    /// This program itself, where it may be started to read a file apart.
    child: Option<PathBuf>,
    watch: Watch,
}

impl Reader {
    pub fn new(limits: Limits) -> Self {
        Self { limits, child: None, watch: Watch::default() }
    }

    /// Reads old .xls files in a process of its own, started from this program
    /// as `PROGRAM __baca …`: their reader may ask for any amount of memory or
    /// never end on a damaged file.
    #[must_use]
    pub fn with_child(self, program: PathBuf) -> Self {
        Self { child: Some(program), ..self }
    }

    /// Tells `watch` of each file that is read.
    #[must_use]
    pub fn with_watch(self, watch: Watch) -> Self {
        Self { watch, ..self }
    }

    /// Reads a file. `berkas` is its name relative to the office's folder, with
    /// `/`, which findings and places carry.
    ///
    /// # Errors
    /// One finding of level galat: no such file, locked, damaged, no workbook, too large.
    #[expect(clippy::result_large_err, reason = "a finding is what the caller collects; one a file")]
    pub fn read(&self, path: &Path, berkas: &str) -> Result<Workbook, Temuan> {
        self.read_with_bytes(path, berkas).map(|(workbook, _)| workbook)
    }

    /// Reads a file, and tells what that cost, however it ended.
    pub fn read_counted(&self, path: &Path, berkas: &str) -> (Result<Workbook, Temuan>, Cost) {
        budget::spent();
        let outcome = self.read(path, berkas);
        // What a process apart spent is not known here, but what came of it.
        let apart = match &outcome {
            Ok(workbook) if workbook.format == Format::Xls && self.child.is_some() => Budget::of_read(&workbook.sheets),
            _ => Cost::default(),
        };
        (outcome, budget::spent().and(apart))
    }

    /// What all files of a run, of so many bytes, may cost together.
    pub fn run_budget(&self, size: u64) -> RunBudget {
        RunBudget::new(&self.limits, size)
    }

    /// Reads a file, and gives the very bytes it was read from beside it.
    ///
    /// # Errors
    /// As [`Reader::read`].
    #[expect(clippy::result_large_err, reason = "a finding is what the caller collects; one a file")]
    pub fn read_with_bytes(&self, path: &Path, berkas: &str) -> Result<(Workbook, Vec<u8>), Temuan> {
        self.watch.begins(Step::Read(berkas.to_owned()));
        let bytes = match self.bytes(path) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Err(missing(path, berkas)),
            Err(gagal) => return Err(gagal.into_temuan(berkas)),
        };
        let workbook = self.workbook(path, berkas, &bytes).map_err(|gagal| gagal.into_temuan(berkas))?;
        Ok((workbook, bytes))
    }

    /// Reads a file whose bytes are at hand.
    ///
    /// # Errors
    /// As [`Reader::read`].
    #[expect(clippy::result_large_err, reason = "a finding is what the caller collects; one a file")]
    pub fn read_bytes(&self, berkas: &str, bytes: &[u8]) -> Result<Workbook, Temuan> {
        self.workbook(Path::new(berkas), berkas, bytes).map_err(|gagal| gagal.into_temuan(berkas))
    }

    /// The file's bytes; `None` where there is no such file.
    fn bytes(&self, path: &Path) -> Dibaca<Option<Vec<u8>>> {
        let batas = self.limits.berkas_mib;
        match intake::read(path, batas.saturating_mul(1 << 20)) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(Refused::Io(error)) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(Refused::Io(error)) => Err(Gagal::of(&error)),
            Err(Refused::Folder) => Err(Gagal::rusak("ini folder")),
            Err(Refused::NotRegular | Refused::Outside) => Err(Gagal::rusak("bukan berkas biasa")),
            Err(Refused::TooLarge { .. }) => {
                let size = std::fs::metadata(path).map_or(0, |known| known.len().div_ceil(1 << 20));
                Err(Gagal::TerlaluBesar { ukuran: size.max(batas + 1), batas, apa: Batas::Berkas })
            }
        }
    }

    fn workbook(&self, path: &Path, berkas: &str, bytes: &[u8]) -> Dibaca<Workbook> {
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let name: Arc<str> = berkas.into();
        let sha256 = sha256(bytes);
        let (format, contents) = guarded(|| {
            let content = sniff(bytes, &extension, &self.limits)?;
            let format = content.format();
            let contents = match (&self.child, format) {
                (Some(program), Format::Xls) => {
                    Contents::plain(child::read(&Apart { program, path, hash: &sha256, bytes, berkas: &name }, &self.limits)?)
                }
                _ => contents(content, bytes, &name, &self.limits)?,
            };
            check_names(&contents.sheets)?;
            Ok((format, contents))
        })
        .inspect_err(|gagal| {
            // The program's own fault, whatever else the run holds: no finding, and no further work.
            if let Gagal::TidakSelesai { detik } = gagal {
                std::panic::resume_unwind(Box::new(SafetyStop { detik: *detik }));
            }
        })?;
        let mut temuan = Vec::new();
        if !sniff::extensions(format).contains(&extension.as_str()) {
            let fakta = AkhiranKeliru { akhiran: extension, sebenarnya: format.name().to_owned() };
            temuan.push(Temuan::new(At::file(name.clone()), fakta));
        }
        let Contents { sheets, calculation } = contents;
        Ok(Workbook { berkas: name, sha256, format, sheets, calculation, temuan })
    }
}

/// Reads an .xls whose bytes are at hand, in this process.
pub(super) fn sheets_in_process(bytes: &[u8], berkas: &Arc<str>, limits: &Limits) -> Dibaca<Vec<Sheet>> {
    guarded(|| Ok(contents(sniff(bytes, "xls", limits)?, bytes, berkas, limits)?.sheets))
}

/// Readers of other hands may panic on damaged files: that is damage, no more.
fn guarded<T>(read: impl FnOnce() -> Dibaca<T>) -> Dibaca<T> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(Gagal::rusak("isinya tidak dapat ditafsirkan")))
}

fn contents(content: Content<'_>, bytes: &[u8], berkas: &Arc<str>, limits: &Limits) -> Dibaca<Contents> {
    match content {
        Content::Xlsx(mut package, _) => xlsx::read(&mut package, berkas, limits),
        Content::Xlsb(mut package) => xlsb::read(&mut package, berkas, limits).map(Contents::plain),
        Content::Ods(mut package) => ods::read(&mut package, berkas, limits),
        Content::Xls => xls::read(bytes, berkas, limits).map(Contents::plain),
        Content::Csv(text) => Ok(Contents::plain(vec![Sheet {
            berkas: berkas.clone(),
            name: None,
            visibility: Visibility::Visible,
            cells: csv::cells(&text, limits)?,
            merges: Some(Vec::new()),
            hidden_rows: Hidden::Known(Vec::new()),
            hidden_columns: Hidden::Known(Vec::new()),
            struck: Vec::new(),
            comments: Vec::new(),
            around: Vec::new(),
            veiled: Vec::new(),
            total_rows: Vec::new(),
            shared_formulas: Vec::new(),
            array_formulas: Vec::new(),
            short_records: csv::short_records(&text)?,
            is_text_only: true,
        }])),
    }
}

/// Places name a sheet: there must be one, and no two of a name.
fn check_names(sheets: &[Sheet]) -> Dibaca<()> {
    if sheets.is_empty() {
        return Err(Gagal::rusak("tanpa lembar kerja"));
    }
    let mut names = BTreeSet::new();
    let twice = sheets.iter().filter_map(|sheet| sheet.name.as_deref()).find(|name| !names.insert(name.to_lowercase()));
    twice.map_or(Ok(()), |name| Err(Gagal::rusak(format!("dua lembar bernama “{name}”"))))
}

fn missing(path: &Path, berkas: &str) -> Temuan {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mirip = path.parent().and_then(|folder| nearest_file(folder, &name, None));
    let mirip = mirip.map(|name| match berkas.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/{name}"),
        None => name,
    });
    Temuan::new(At::file(berkas), BerkasTidakAda { pola: berkas.to_owned(), mirip, dicari: Dicari::Perintah })
}

/// Lower-case hex.
pub(super) fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let mut text = String::with_capacity(64);
    for byte in digest.iter() {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
