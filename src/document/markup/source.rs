//! The filled-in text, and from which line of which template each place came.

use super::shape;
use crate::document::problem::{Fault, Problem, TemplateError, XmlFault};
use roxmltree::{Document, Error, TextPos};
use std::collections::BTreeMap;

/// A line of a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    pub file: String,
    /// From 1; 0 where no line is known.
    pub line: usize,
    pub source: String,
    /// The byte in `source` where the element begins.
    pub start: Option<usize>,
}

/// What Tera made of a template.
pub struct Rendered {
    /// The part's own file.
    pub file: String,
    pub text: String,
    /// Byte offsets in `text`, rising, and the place among `places` from there on.
    pub origins: Vec<(usize, u32)>,
    /// File, line (from 1) and byte within the line.
    pub places: Vec<(String, usize, usize)>,
    /// The lines of each file.
    pub lines: BTreeMap<String, Vec<String>>,
}

/// Errors quote a line no longer than this many characters.
const QUOTED: usize = 160;

impl Rendered {
    /// The template's line of a byte offset.
    pub fn origin(&self, offset: usize) -> Origin {
        let after = self.origins.partition_point(|(start, _)| *start <= offset);
        let origin = after.checked_sub(1).and_then(|index| self.origins.get(index)).or_else(|| self.origins.first());
        let Some((file, line, at)) = origin.and_then(|(_, place)| self.places.get(*place as usize)) else {
            return Origin { file: self.file.clone(), line: 0, source: String::new(), start: None };
        };
        let source = self.lines.get(file).and_then(|lines| lines.get(line - 1)).map_or("", String::as_str);
        let indent = source.len() - source.trim_start().len();
        Origin { file: file.clone(), line: *line, source: source.trim().to_owned(), start: Some(at.saturating_sub(indent)) }
    }

    /// A problem at a byte offset.
    pub fn problem(&self, offset: usize, fault: Fault) -> Problem {
        let Origin { file, line, source, start } = self.origin(offset);
        let rendered = self.line_at(offset);
        let rendered = (rendered != source && !rendered.is_empty()).then(|| shorten(&rendered));
        let mark = start.and_then(|start| marked(&source, start, &fault)).filter(|(first, _)| *first < QUOTED);
        Problem { file, line, source: shorten(&source), mark, rendered, fault }
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

/// What of an element to point at: the attribute that is wrong, else its name.
fn marked(source: &str, start: usize, fault: &Fault) -> Option<(usize, usize)> {
    let (before, element) = source.split_at_checked(start)?;
    let tag = element.split_inclusive('>').next().unwrap_or(element);
    let attribute = match fault {
        Fault::UnknownAttribute { name, .. } => Some(name.as_str()),
        Fault::BadValue { attribute, .. } => Some(attribute.as_str()),
        Fault::NoPicture { .. } | Fault::BadPicture { .. } => Some("berkas"),
        _ => None,
    };
    let (at, length) = match (attribute.and_then(|name| attribute_in(tag, name)), fault) {
        (Some((at, bytes)), _) => (at, tag.get(at..at + bytes)?.chars().count()),
        // The words after the tag.
        (None, Fault::StrayText { text, .. }) => {
            let first = text.split_whitespace().next()?;
            let at = element.find(first)?;
            (at, first.chars().count())
        }
        _ => (
            0,
            tag.trim_start_matches(['<', '/'])
                .find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
                .map_or(tag.trim_end().len(), |end| end + 1 + usize::from(tag.starts_with("</"))),
        ),
    };
    Some((before.chars().count() + element.get(..at)?.chars().count(), length))
}

/// Where a tag's attribute stands, its value included.
fn attribute_in(tag: &str, name: &str) -> Option<(usize, usize)> {
    let at = tag
        .match_indices(name)
        .map(|(at, _)| at)
        .find(|&at| tag[..at].ends_with(|c: char| c.is_whitespace()) && tag[at + name.len()..].trim_start().starts_with('='))?;
    let rest = &tag[at..];
    let quote = rest.find(['"', '\''])?;
    let value = &rest[quote + 1..];
    let end = value.find(&rest[quote..=quote])?;
    Some((at, quote + 1 + end + 1))
}

fn shorten(line: &str) -> String {
    if line.chars().count() <= QUOTED { line.to_owned() } else { line.chars().take(QUOTED).chain(['…']).collect() }
}

/// The XML tree; fails with one problem where the text is not well-formed, or
/// is nested or crowded as no page is.
pub fn tree(rendered: &Rendered) -> Result<Document<'_>, TemplateError> {
    if let Some((offset, fault)) = shape::first_fault(&rendered.text) {
        return Err(TemplateError::one(rendered.problem(offset, fault)));
    }
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
