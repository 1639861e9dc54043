//! Colour for a terminal: levels, places and carets, on text whose control
//! characters are already written out.

use anstyle::{AnsiColor, Style};
use std::fmt::Write;

const GALAT: Style = AnsiColor::Red.on_default().bold();
const PERINGATAN: Style = AnsiColor::Yellow.on_default().bold();
const CATATAN: Style = AnsiColor::Cyan.on_default().bold();
const BOLD: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();

/// A message, painted line by line.
pub fn painted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let lines: Vec<&str> = text.split('\n').collect();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        let next_is_finding = lines.get(index + 1).is_some_and(|next| level(next).is_some());
        paint(line, next_is_finding, &mut out);
    }
    out
}

/// The level that a finding's first line begins with, and where its code ends.
fn level(line: &str) -> Option<(Style, usize)> {
    let rest = line.strip_prefix("  ")?;
    [("galat[", GALAT), ("peringatan[", PERINGATAN), ("catatan[", CATATAN)]
        .into_iter()
        .find(|(word, _)| rest.starts_with(word))
        .and_then(|(_, style)| Some((style, rest.find(']')? + 3)))
}

fn paint(line: &str, next_is_finding: bool, out: &mut String) {
    let mut put = |style: Style, text: &str| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{style}{text}{style:#}");
    };
    if let Some((style, end)) = level(line) {
        let (head, rest) = line.split_at(end);
        put(style, head);
        let place = rest.find(": `").unwrap_or(rest.len());
        put(BOLD, &rest[..place]);
        out.push_str(&rest[place..]);
    } else if let Some(marks) =
        line.strip_prefix("   | ").filter(|rest| !rest.is_empty() && rest.trim_start().bytes().all(|b| b == b'^'))
    {
        put(QUIET, "   | ");
        put(GALAT, marks);
    } else if let Some((place, rest)) =
        line.split_once(": ").filter(|(place, _)| line.starts_with("iku.toml") && !place.contains(' '))
    {
        put(BOLD, place);
        out.push_str(": ");
        out.push_str(rest);
    } else if let Some((before, rest)) = line.split_once('»')
        && let Some((marked, after)) = rest.split_once('«')
        && line.contains('│')
    {
        put(QUIET, before);
        put(GALAT, &format!("»{marked}«"));
        put(QUIET, after);
    } else if line.contains('│') {
        put(QUIET, line);
    } else if next_is_finding && !line.starts_with(' ') && !line.is_empty() {
        put(BOLD.underline(), line);
    } else {
        out.push_str(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_the_same_without_colour() {
        let text = "data/a.xlsx\n  galat[bukan-angka] Sheet1!F12 (KSP): `±3jt`\n    Isi.\n         5 │ a │ »±3jt« │ b │\niku.toml:3:1: x\n   | a = b\n   |     ^";
        let shown = painted(text);
        assert!(shown.contains("\u{1b}[1m\u{1b}[31m  galat[bukan-angka]"), "{shown:?}");
        assert_eq!(anstream::adapter::strip_str(&shown).to_string(), text);
    }
}
