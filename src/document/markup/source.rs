//! The filled-in text, and from which line of which template each place came.

use crate::document::problem::{Fault, Problem, TemplateError, XmlFault};
use roxmltree::{Document, Error, TextPos};

/// A line of a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    pub file: String,
    /// From 1; 0 where no line is known.
    pub line: usize,
    pub source: String,
}

/// What Tera made of a template.
pub struct Rendered {
    /// The part's own file.
    pub file: String,
    pub text: String,
    /// Byte offsets in `text`, rising, and the template's line from there on.
    pub origins: Vec<(usize, Origin)>,
}

/// Errors quote a line no longer than this many characters.
const QUOTED: usize = 160;

impl Rendered {
    /// The template's line of a byte offset.
    pub fn origin(&self, offset: usize) -> Origin {
        let after = self.origins.partition_point(|(start, _)| *start <= offset);
        match after.checked_sub(1).and_then(|index| self.origins.get(index)).or_else(|| self.origins.first()) {
            Some((_, origin)) => origin.clone(),
            None => Origin { file: self.file.clone(), line: 0, source: String::new() },
        }
    }

    /// A problem at a byte offset.
    pub fn problem(&self, offset: usize, fault: Fault) -> Problem {
        let Origin { file, line, source } = self.origin(offset);
        let rendered = self.line_at(offset);
        let rendered = (rendered != source && !rendered.is_empty()).then(|| shorten(&rendered));
        Problem { file, line, source: shorten(&source), rendered, fault }
    }

    fn line_at(&self, offset: usize) -> String {
        let offset = (0..=offset.min(self.text.len())).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        let (before, after) = self.text.split_at(offset);
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let end = after.find('\n').map_or(self.text.len(), |at| offset + at);
        self.text.get(start..end).unwrap_or_default().trim().to_owned()
    }

    fn offset(&self, position: TextPos) -> usize {
        let row = (position.row as usize).saturating_sub(1);
        let start: usize = self.text.split_inclusive('\n').take(row).map(str::len).sum();
        let line = self.text.get(start..).unwrap_or_default();
        let column = (position.col as usize).saturating_sub(1);
        start + line.char_indices().nth(column).map_or(line.trim_end().len(), |(at, _)| at)
    }
}

fn shorten(line: &str) -> String {
    if line.chars().count() <= QUOTED { line.to_owned() } else { line.chars().take(QUOTED).chain(['…']).collect() }
}

/// The XML tree; fails with one problem where the text is not well-formed.
pub fn tree(rendered: &Rendered) -> Result<Document<'_>, TemplateError> {
    Document::parse(&rendered.text).map_err(|error| {
        let end = rendered.text.trim_end().len();
        let offset = match &error {
            Error::UnclosedRootNode | Error::UnexpectedEndOfStream => end,
            other => rendered.offset(other.pos()),
        };
        let fault = match error {
            Error::UnexpectedCloseTag(expected, found, _) => XmlFault::WrongClosing { expected, found },
            Error::UnclosedRootNode | Error::UnexpectedEndOfStream => XmlFault::Unclosed,
            Error::DuplicatedAttribute(name, _) => XmlFault::RepeatedAttribute(name),
            Error::UnknownEntityReference(name, _) => XmlFault::UnknownEntity(name),
            other => XmlFault::Other(other.to_string()),
        };
        TemplateError::one(rendered.problem(offset, Fault::Xml(fault)))
    })
}
