//! What TOML itself cannot read, told in the office's terms: toml's own words
//! are English and speak of its grammar.

use super::error::{ProfileErrorKind, Syntax};
use super::reading::Reading;
use std::ops::Range;

impl Reading<'_> {
    /// One error a line: what follows a first mistake is mostly its echo.
    pub(super) fn syntax_errors(&mut self, errors: &[toml::de::Error]) {
        let mut faults: Vec<(Range<usize>, &str)> =
            errors.iter().map(|error| (error.span().unwrap_or(0..0), error.message())).collect();
        // Of one line, the fault that tells most comes first.
        faults.sort_by_key(|(span, message)| (self.line(span), vague(message), span.start));
        let mut last_line = 0;
        for (span, message) in faults {
            let line = self.line(&span);
            if line != last_line {
                let kind = self.syntax_kind(&span, message);
                self.error(span, kind);
            }
            last_line = line;
        }
    }

    fn syntax_kind(&self, span: &Range<usize>, message: &str) -> ProfileErrorKind {
        let found = self.source.text.get(span.clone()).unwrap_or("").trim();
        let line = self.source.line(self.line(span)).unwrap_or("");
        if message.starts_with("duplicate key") {
            let heading = line.trim_start().starts_with('[');
            return ProfileErrorKind::DuplicateKey { kunci: found.to_owned(), heading };
        }
        ProfileErrorKind::Syntax(classify(message, found, line))
    }
}

/// Messages that only say that something is left over.
fn vague(message: &str) -> bool {
    message.starts_with("string values must be quoted") || message.starts_with("unexpected `=` in array")
}

fn classify(message: &str, found: &str, line: &str) -> Syntax {
    let says = |part: &str| message.contains(part);
    let value = line.split_once('=').map_or("", |(_, value)| value.trim());
    if line.contains(['“', '”', '‘', '’', '„']) && !value.starts_with(['"', '\'']) {
        return Syntax::CurlyQuotes;
    }
    if says("escape") || says("unicode value digits") || says("invalid unicode") {
        return Syntax::BackslashInQuotes;
    }
    if decimal_comma(line) {
        return Syntax::DecimalComma;
    }
    if message.starts_with("invalid basic") || message.starts_with("invalid literal") || says("invalid multi-line") {
        return Syntax::UnclosedQuote;
    }
    for (part, kind) in [
        ("recurs", Syntax::TooDeep),
        ("carriage return", Syntax::Other),
        ("comment character", Syntax::Other),
        ("key with no value", Syntax::MissingEquals),
        ("missing assignment", Syntax::MissingEquals),
        ("unclosed array table", Syntax::UnclosedHeading),
        ("unclosed table", Syntax::UnclosedHeading),
        ("unclosed array", Syntax::UnclosedList),
        ("unexpected `=` in array", Syntax::UnclosedList),
        ("unclosed inline table", Syntax::UnclosedTable),
        ("missing comma", Syntax::MissingComma),
        ("unquoted key", Syntax::BadKey),
        ("keys cannot be", Syntax::BadKey),
        ("unexpected key or value", Syntax::TooMuchOnLine),
        ("unexpected content", Syntax::TooMuchOnLine),
        ("extra", Syntax::TooMuchOnLine),
        ("leading zero", Syntax::LeadingZero),
        ("date", Syntax::BadDate),
        ("time", Syntax::BadDate),
        ("boolean", Syntax::BadBoolean),
    ] {
        if says(part) {
            return kind;
        }
    }
    if found.is_empty() && (says("missing value") || says("quoted")) {
        return Syntax::MissingValue;
    }
    if ["quoted", "float", "integer", "sign", "radix"].into_iter().any(says) {
        return unquoted(found, value);
    }
    Syntax::Other
}

/// What a value without quotes was most likely meant as.
fn unquoted(found: &str, value: &str) -> Syntax {
    let starts_as_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '+' | '-'));
    if !starts_as_number(found) {
        return Syntax::MissingQuotes;
    }
    let letters = found.chars().any(char::is_alphabetic);
    let date = found.contains('/') || MONTHS.iter().any(|month| found.to_lowercase().contains(month));
    match (date, found.contains(' ')) {
        (true, _) => Syntax::BadDate,
        (false, true) if !letters && value.starts_with('[') => Syntax::MissingComma,
        (false, true) => Syntax::TooMuchOnLine,
        (false, false) => Syntax::BadNumber,
    }
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];

/// Whether a value of this line is `5,25` outside quotes.
fn decimal_comma(line: &str) -> bool {
    line.split('=').skip(1).any(|value| {
        let value = value.trim_start().trim_start_matches('-');
        let end = value.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.'))).unwrap_or(value.len());
        value[..end].split_once(',').is_some_and(|(whole, rest)| {
            whole.ends_with(|c: char| c.is_ascii_digit()) && rest.starts_with(|c: char| c.is_ascii_digit())
        })
    })
}
