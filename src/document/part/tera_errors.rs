//! Tera's errors as problems of a template's line.

use super::meter::without_calls;
use crate::document::problem::{Fault, Problem, TemplateError};
use crate::document::template::TemplateSet;
use tera::ErrorKind;

/// A stretch of a marked line: its line from 1, its first character from 0, and
/// how many characters.
struct Place {
    line: usize,
    first: usize,
    length: usize,
}

/// Every mistake that one error of Tera tells of; `marked` are the files as Tera read them.
pub fn problems(error: &tera::Error, set: &TemplateSet, marked: &[(String, String)], part_file: &str) -> TemplateError {
    let problem = |file: &str, place: Place, message: &str| {
        let file = if set.files.contains_key(file) { file } else { part_file };
        let nth = |text: &str| text.lines().nth(place.line.checked_sub(1)?).map(str::to_owned);
        let source = set.files.get(file).and_then(|text| nth(text)).unwrap_or_default();
        let read = marked.iter().find(|(name, _)| name == file).and_then(|(_, text)| nth(text)).unwrap_or_default();
        Problem {
            file: file.to_owned(),
            line: place.line,
            mark: underline(&source, &read, &place),
            source: source.trim().to_owned(),
            rendered: None,
            fault: Fault::Tera(without_marks(message)),
        }
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            let length = if span.end_line == span.start_line { span.end_col.saturating_sub(span.start_col) } else { 1 };
            let place = Place { line: span.start_line, first: span.start_col, length };
            TemplateError::one(problem(report.filename(), place, report.message()))
        }
        // What is found when a set is put together comes as printed reports.
        other => {
            let text = other.to_string();
            let mut problems: Vec<Problem> = Vec::new();
            for report in format!("\n{text}").split("\nerror: ").map(str::trim).filter(|report| !report.is_empty()) {
                let mut lines = report.lines();
                let message = lines.next().unwrap_or_default();
                let (file, line, column) = lines.next().and_then(printed_place).unwrap_or_default();
                let length = lines.nth(2).map_or(1, |carets| carets.matches('^').count());
                problems.push(problem(&file, Place { line, first: column.saturating_sub(1), length }, message));
            }
            TemplateError { problems }
        }
    }
}

/// The stretch in the trimmed line, which has neither marks, calls nor indent.
fn underline(source: &str, read: &str, place: &Place) -> Option<(usize, usize)> {
    let own = |characters: usize| {
        let before: String = read.chars().take(characters).collect();
        without_calls(&before).chars().filter(|c| !is_mark(*c)).count()
    };
    let indent = source.chars().count() - source.trim_start().chars().count();
    let first = own(place.first);
    let length = own(place.first + place.length).saturating_sub(first).max(1);
    (place.line > 0 && first >= indent && !source.trim().is_empty()).then(|| (first - indent, length))
}

/// Reads ` --> iku.xml:3:5`.
fn printed_place(line: &str) -> Option<(String, usize, usize)> {
    let mut parts = line.trim().strip_prefix("--> ")?.rsplitn(3, ':');
    let (column, line, file) = (parts.next()?, parts.next()?, parts.next()?);
    Some((file.to_owned(), line.parse().ok()?, column.parse().ok()?))
}

fn is_mark(c: char) -> bool {
    u32::from(c) >= 0xf_0000
}

fn without_marks(text: &str) -> String {
    text.chars().filter(|c| !is_mark(*c)).collect()
}
