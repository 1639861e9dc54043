//! Tera's errors as problems of a template's line.

use crate::document::problem::{Fault, Problem, TemplateError};
use crate::document::template::TemplateSet;
use tera::ErrorKind;

/// Every mistake that one error of Tera tells of.
pub fn problems(error: &tera::Error, set: &TemplateSet, part_file: &str) -> TemplateError {
    let problem = |file: &str, line: usize, message: &str| {
        let file = if set.files.contains_key(file) { file } else { part_file };
        let source = set.files.get(file).and_then(|text| text.lines().nth(line.checked_sub(1)?)).unwrap_or_default();
        let fault = Fault::Tera(without_marks(message));
        Problem { file: file.to_owned(), line, source: source.trim().to_owned(), rendered: None, fault }
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            TemplateError::one(problem(report.filename(), report.span().start_line, report.message()))
        }
        // What is found when a set is put together comes as printed reports.
        other => {
            let text = other.to_string();
            let mut problems: Vec<Problem> = Vec::new();
            for report in format!("\n{text}").split("\nerror: ").map(str::trim).filter(|report| !report.is_empty()) {
                let message = report.lines().next().unwrap_or_default();
                let (file, line) = report.lines().nth(1).and_then(place).unwrap_or_default();
                problems.push(problem(&file, line, message));
            }
            TemplateError { problems }
        }
    }
}

/// Reads ` --> iku.xml:3:5`.
fn place(line: &str) -> Option<(String, usize)> {
    let mut parts = line.trim().strip_prefix("--> ")?.rsplitn(3, ':');
    let (_column, line, file) = (parts.next()?, parts.next()?, parts.next()?);
    Some((file.to_owned(), line.parse().ok()?))
}

fn without_marks(text: &str) -> String {
    text.chars().filter(|c| u32::from(*c) < 0xf_0000).collect()
}
