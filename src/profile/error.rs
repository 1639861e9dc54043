//! What may be wrong in `iku.toml`: facts and a place. The words are in
//! `words_id.rs`.

use super::Written;
use super::number::NumberTrouble;
use super::place::resolve;
use super::source::Source;
use super::words_id;
use crate::vocabulary::{NipError, Year, is_unseen, mask_in_text, visible};
use rust_decimal::Decimal;
use std::fmt;

/// What kind of value a key wants.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    Text,
    TextOrList,
    Number,
    NumberOrText,
    Whole,
    YesNo,
    Date,
    List,
    Table,
    TableList,
    YearTable,
    YearOrKolom,
    RowNumbers,
    NameOrSize,
    ColumnSpec,
    PredikatList,
    TwoNumbers,
}

/// Why a text is no path inside the office's folder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PathTrouble {
    Backslash,
    Absolute,
    ParentFolder,
    /// A line break or another control character, usually from `\n` in `"data\nama.xlsx"`.
    Control,
    /// `{` or `}` that is not `{tahun}`.
    Braces,
    /// A pattern where one file is meant.
    Pattern,
    /// A path where a single folder's name is meant.
    Slash,
    /// It names a folder, not a file.
    NoFile,
}

/// Why a text is no name of a source, a measure or a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NameTrouble {
    /// Other characters than letters, digits and `_`, or no letter first.
    Characters,
    /// A word that formulas use themselves.
    Reserved,
    /// It tells a person's number: it stands in formulas and sheets, where it could not be masked.
    Personal,
}

/// What TOML itself cannot read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Syntax {
    MissingQuotes,
    CurlyQuotes,
    UnclosedQuote,
    BackslashInQuotes,
    MissingValue,
    MissingEquals,
    UnclosedList,
    UnclosedHeading,
    UnclosedTable,
    MissingComma,
    DecimalComma,
    BadNumber,
    LeadingZero,
    BadDate,
    BadBoolean,
    TooMuchOnLine,
    BadKey,
    TooDeep,
    Other,
}

/// What was given in place of the office's folder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GivenFile {
    Workbook,
    Profile,
    Other,
}

/// The facts of an error.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ProfileErrorKind {
    /// The office's folder itself is not there; offices that are, near it.
    FolderMissing {
        dekat: Vec<String>,
    },
    /// A file where the office's folder belongs.
    NotFolder {
        berkas: GivenFile,
        folder: String,
    },
    /// No `iku.toml`; `mirip` is a file that was probably meant to be it.
    FileMissing {
        mirip: Option<String>,
        dekat: Vec<String>,
    },
    FileUnreadable {
        rincian: String,
    },
    /// Another encoding; `hampir` is the line as Windows-1252 reads it.
    NotUtf8 {
        hampir: String,
    },
    Syntax(Syntax),
    DuplicateKey {
        kunci: String,
        heading: bool,
    },
    /// A text that is printed still holds the `…` of a new profile.
    Unfilled {
        kunci: String,
    },
    /// `milik`: the table that knows this very key.
    UnknownKey {
        kunci: String,
        tabel: String,
        mirip: Option<String>,
        milik: Option<String>,
    },
    MissingKey {
        kunci: String,
        tabel: String,
        contoh: String,
    },
    WrongType {
        kunci: String,
        expected: Expected,
        found: &'static str,
        contoh: String,
    },
    Blank {
        kunci: String,
        contoh: String,
    },
    ControlCharacter {
        kunci: String,
    },
    /// More characters, or more entries, than a profile ever has.
    TooMuch {
        kunci: String,
        most: usize,
        characters: bool,
    },
    UnknownChoice {
        kunci: String,
        found: String,
        mirip: Option<String>,
        choices: Vec<String>,
    },
    DuplicateItem {
        kunci: String,
        item: String,
    },
    Number {
        kunci: String,
        found: String,
        trouble: NumberTrouble,
    },
    OutOfRange {
        kunci: String,
        found: String,
        least: String,
        most: String,
    },
    NotYear {
        kunci: String,
        found: String,
    },
    NotDate {
        kunci: String,
        found: String,
    },
    Path {
        kunci: String,
        found: String,
        trouble: PathTrouble,
    },
    Name {
        kunci: String,
        name: String,
        trouble: NameTrouble,
        suggestion: Option<String>,
    },
    /// A source and a measure, or two of either that differ in case alone.
    NameTwice {
        name: String,
        first_line: u32,
    },
    Nip(NipError),
    NotOneCharacter {
        kunci: String,
    },
    MarginsLeaveNothing,
    RowNumbers {
        found: String,
    },
    SkorMissing {
        predikat: String,
    },
    PredicateUnknown {
        predikat: String,
        mirip: Option<String>,
    },
    NoValue {
        ukuran: String,
    },
    AsalMissing {
        ukuran: String,
    },
    ArahMissing {
        nama: String,
    },
    /// A plan has one final target.
    SeveralFinalTargets {
        nama: String,
    },
    /// `target` and `target_akhir` give the same year two figures.
    TwoTargets {
        nama: String,
        tahun: Year,
        target: Decimal,
        akhir: Decimal,
    },
    NoIndikator,
    BatasOrder,
    /// The last predikat has a cut, another has none, or cuts do not descend.
    PredikatLastHasCut,
    PredikatNeedsCut {
        label: String,
    },
    PredikatOrder {
        label: String,
    },
    KodeNotAcceptable {
        kode: String,
    },
    SelUnreadable {
        found: String,
    },
    PalingBanyakMissing,
    PalingBanyakOnCell,
    TerimaTwice {
        first_line: u32,
    },
    /// A formula's own error, found by a later room; `offset` and `length` count
    /// bytes in `at.text`.
    Formula {
        at: Written,
        offset: usize,
        length: usize,
        pesan: String,
        saran: String,
    },
}

impl ProfileErrorKind {
    /// Whether there is no profile at all that could be wrong.
    pub fn is_no_profile(&self) -> bool {
        matches!(self, Self::FolderMissing { .. } | Self::NotFolder { .. } | Self::FileMissing { .. })
    }
}

/// One error and its place: line and column from 1, `length` in characters.
/// Line 0 means the file as a whole; length 0 that no line shows it (a missing part).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProfileError {
    pub line: u32,
    pub column: u32,
    pub length: u32,
    pub kind: ProfileErrorKind,
}

impl ProfileError {
    /// An error about the file as a whole.
    pub fn whole_file(kind: ProfileErrorKind) -> Self {
        Self { line: 0, column: 0, length: 0, kind }
    }

    /// An error inside a text of the profile (a formula), `offset` and `length`
    /// in bytes of that text. [`show`](Self::show) makes the place exact where
    /// the text was written with escapes or over several lines.
    pub fn formula(at: &Written, offset: usize, length: usize, pesan: impl Into<String>, saran: impl Into<String>) -> Self {
        let mut error = Self::at_written(at, String::new(), String::new());
        error.length = count(at.text.get(offset..offset.saturating_add(length)).unwrap_or("")).max(1);
        error.column = at.column.saturating_add(count(at.text.get(..offset).unwrap_or("")));
        error.kind = ProfileErrorKind::Formula { at: at.clone(), offset, length, pesan: pesan.into(), saran: saran.into() };
        error
    }

    /// An error about a text of the profile as a whole, found by a later room.
    pub fn at_written(at: &Written, pesan: impl Into<String>, saran: impl Into<String>) -> Self {
        let (pesan, saran) = (pesan.into(), saran.into());
        let length = at.text.len();
        let kind = ProfileErrorKind::Formula { at: at.clone(), offset: 0, length, pesan, saran };
        Self { line: at.line, column: at.column, length: count(&at.text).max(1), kind }
    }

    /// A field of `kunci` that the source knows no column for, found by a later
    /// room; `mirip` is the nearest field that it knows.
    pub fn unknown_key_field(at: &Written, sumber: &str, mirip: Option<&str>) -> Self {
        Self::at_written(
            at,
            words_id::unknown_key_field(&at.text, sumber),
            words_id::unknown_key_field_saran(&at.text, sumber, mirip),
        )
    }

    /// What is wrong, one Indonesian sentence.
    pub fn pesan(&self) -> String {
        visible(&mask_in_text(&words_id::pesan(&self.kind))).into_owned()
    }

    /// What to do about it, one Indonesian sentence.
    pub fn saran(&self) -> String {
        visible(&mask_in_text(&words_id::saran(&self.kind))).into_owned()
    }

    /// The error with its line underlined, as compilers show it:
    ///
    /// ```text
    /// iku.toml:12:3: kunci tidak dikenal di `[[sasaran]]`: `indiktor`
    ///    | [[sasaran.indiktor]]
    ///    |           ^^^^^^^^
    ///    mungkin maksudnya `indikator`
    /// ```
    pub fn show(&self, file_name: &str, source: &str) -> String {
        let source = Source::new(source);
        let (line, column, length) = self.exact_place(&source);
        let mut shown = match line {
            0 => format!("{file_name}: {}", self.pesan()),
            _ => format!("{file_name}:{line}:{column}: {}", self.pesan()),
        };
        if let Some(text) = source.line(line).filter(|_| length > 0) {
            let (excerpt, before, marked) = excerpt(text, column, length);
            shown.push_str(&format!("\n   | {excerpt}\n   | {}{}", " ".repeat(before), "^".repeat(marked)));
        }
        let saran = self.saran();
        if !saran.is_empty() {
            shown.push_str("\n   ");
            shown.push_str(&saran);
        }
        shown
    }

    fn exact_place(&self, source: &Source<'_>) -> (u32, u32, u32) {
        match &self.kind {
            ProfileErrorKind::Formula { at, offset, length, .. } => {
                resolve(source, at, *offset, *length).unwrap_or((self.line, self.column, self.length))
            }
            _ => (self.line, self.column, self.length),
        }
    }
}

impl fmt::Display for ProfileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "baris {}: {}", self.line, self.pesan())
    }
}

impl std::error::Error for ProfileError {}

fn count(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// As much of a line as fits a terminal, with the marked part in it, the number
/// of columns before the mark, and the mark's width.
fn excerpt(line: &str, column: u32, length: u32) -> (String, usize, usize) {
    const WIDTH: usize = 110;
    // An acceptance may quote a NIK; masking keeps every character's place.
    let characters: Vec<char> = mask_in_text(line).chars().map(|c| if c == '\t' || is_unseen(c) { ' ' } else { c }).collect();
    let start = usize::try_from(column.saturating_sub(1)).unwrap_or(0).min(characters.len());
    let first = if characters.len() > WIDTH { start.saturating_sub(40) } else { 0 };
    let last = characters.len().min(first + WIDTH);
    let marked = usize::try_from(length).unwrap_or(1).min(last.saturating_sub(start)).max(1);
    let mut shown: String = characters[first..last].iter().collect();
    let mut before = start - first;
    if first > 0 {
        shown.insert(0, '…');
        before += 1;
    }
    if last < characters.len() {
        shown.push('…');
    }
    (shown.trim_end().to_owned(), before, marked)
}
