//! What may be wrong with a template: facts and places; the words are elsewhere.

use super::words_id;
use std::fmt;

/// All that is wrong with one part of a template, in reading order; never empty.
#[derive(Clone, PartialEq, Debug)]
pub struct TemplateError {
    pub problems: Vec<Problem>,
}

/// One mistake and the template's line where it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Problem {
    /// The template's file: `iku.xml`.
    pub file: String,
    /// Counted from 1; 0 where no line can be named.
    pub line: usize,
    /// The template's own line, trimmed; empty where no line can be named.
    pub source: String,
    /// The characters of `source` that it is about: the first, from 0, and how many.
    pub mark: Option<(usize, usize)>,
    /// The line as it was after Tera filled it in, where that differs.
    pub rendered: Option<String>,
    pub fault: Fault,
}

/// The mistake itself.
#[derive(Clone, PartialEq, Debug)]
pub enum Fault {
    UnknownElement {
        name: String,
        nearest: Option<&'static str>,
    },
    /// A known element where it may not stand.
    MisplacedElement {
        name: String,
        parent: String,
        allowed: Vec<&'static str>,
    },
    UnknownAttribute {
        element: String,
        name: String,
        nearest: Option<&'static str>,
        allowed: Vec<&'static str>,
    },
    MissingAttribute {
        element: String,
        name: &'static str,
        expected: &'static str,
    },
    BadValue {
        element: String,
        attribute: String,
        value: String,
        expected: &'static str,
    },
    MissingElement {
        parent: String,
        name: &'static str,
    },
    RepeatedElement {
        parent: String,
        name: String,
    },
    /// More elements of one kind than may stand there.
    TooMany {
        parent: String,
        name: &'static str,
        most: usize,
    },
    /// A text that there is no room for, in characters.
    TooLong {
        element: String,
        most: usize,
    },
    /// Text where only elements may stand.
    StrayText {
        parent: String,
        text: String,
    },
    /// Something that must have content has none.
    Empty {
        element: String,
    },
    /// A figure's name that the report does not have.
    UnknownFigure {
        name: String,
        nearest: Option<String>,
    },
    /// Under a figure's name stands something else than the report shows under it.
    AnotherFigure {
        name: String,
        text: String,
        shown: String,
    },
    /// A row whose cells (with their spans) do not fill the table's columns exactly.
    RowWidth {
        columns: usize,
        found: usize,
    },
    /// A cell that reaches over cells of the rows above it or below the last row of its section.
    SpanBeyond {
        rows: usize,
        left: usize,
    },
    TooDeep,
    TooLarge,
    /// More of something than any report needs.
    Beyond(Bound),
    /// A statement of Tera that templates here do not have.
    UnknownStatement {
        name: String,
    },
    /// A link leads out of the office's folder.
    Outside,
    FileTooLarge {
        mebibytes: u64,
    },
    /// A file of an office's template whose name is nearly that of a built-in one.
    MisspeltFile {
        meant: String,
    },
    /// A picture that the template's folder does not hold.
    NoPicture {
        name: String,
        nearest: Option<String>,
        known: Vec<String>,
    },
    /// A picture that is no PNG or JPEG, or is damaged.
    BadPicture {
        name: String,
        trouble: PictureTrouble,
    },
    /// A picture without words for those who cannot see it.
    NoAlternative,
    /// Not well-formed: a tag left open, say.
    Xml(XmlFault),
    /// Tera's own words (English).
    Tera(String),
    UndefinedVariable {
        name: String,
        nearest: Option<String>,
    },
    NoTemplate {
        known: Vec<String>,
    },
    Unreadable(String),
    Context(String),
}

/// What there is too much of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bound {
    /// Turns of loops.
    Steps,
    /// The bytes of one variable, or of a filter's result.
    Variable,
    /// The bytes of the filled-in text.
    Output,
    /// `elif` in one `if`.
    Branches,
    /// `~` or `|` in one tag.
    Joined,
    /// Lists made of lists: `...`, and `for` inside an expression.
    Lists,
    /// Files that include files.
    Includes,
    /// Tags of all files.
    Tags,
    /// Files of the folder, or their bytes together.
    Files,
}

/// Why a picture cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PictureTrouble {
    Svg,
    Format,
    Damaged,
}

/// How the markup is not XML.
#[derive(Clone, PartialEq, Debug)]
pub enum XmlFault {
    WrongClosing { expected: String, found: String },
    Unclosed,
    RepeatedAttribute(String),
    UnknownEntity(String),
    Other(String),
}

impl TemplateError {
    pub(super) fn one(problem: Problem) -> Self {
        Self { problems: vec![problem] }
    }
}

impl Problem {
    /// A mistake of a file as a whole.
    pub(super) fn of_file(file: impl Into<String>, fault: Fault) -> Self {
        Self { file: file.into(), line: 0, source: String::new(), mark: None, rendered: None, fault }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words_id::problem(self))
    }
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for TemplateError {}
