//! How sheets were read, decision by decision, as lines of text.

use super::look_words_id::bacaan as words;
use crate::dataset::{Bacaan, Karena, Keputusan};
use crate::table::Ground;
use crate::vocabulary::mask_in_text;
use std::fmt::Write;

/// How wide the names of decisions are.
const LABEL: usize = 12;
/// How many grounds of one decision are shown.
const GROUNDS: usize = 6;

/// Each sheet with its decisions, each line ended; personal data masked.
pub fn text<'b>(all: impl IntoIterator<Item = &'b Bacaan>) -> String {
    let mut text = String::new();
    for one in all {
        let place = one.lembar.as_ref().map_or_else(|| one.berkas.to_string(), |lembar| format!("{}!{lembar}", one.berkas));
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}", plain(&mask_in_text(&words::heading(&one.sumber, one.tahun.0, &place))));
        for keputusan in &one.keputusan {
            write_decision(&mut text, keputusan);
        }
    }
    text
}

fn write_decision(text: &mut String, keputusan: &Keputusan) {
    let isian = keputusan.isian.as_ref().map_or_else(String::new, |isian| format!("{isian} = "));
    let decided = mask_in_text(&format!("{isian}{}", keputusan.nilai));
    let _ = writeln!(text, "  {:LABEL$}{}", keputusan.tentang.text(), plain(&decided));
    for ground in lines(&keputusan.karena) {
        let _ = writeln!(text, "  {:LABEL$}  {ground}", "");
    }
}

/// What says so, a line each: the first few, and how many more.
pub fn lines(karena: &[Karena]) -> Vec<String> {
    let mut lines: Vec<String> = karena.iter().take(GROUNDS).map(ground).collect();
    if karena.len() > GROUNDS {
        lines.push(words::more(karena.len() - GROUNDS));
    }
    lines
}

/// One line: the place, what stands there, how strong it is.
pub fn ground(karena: &Karena) -> String {
    plain(&format!("{}: {} ({})", place(karena), mask_in_text(&karena.teks), karena.kekuatan.text()))
}

/// Where a ground stands.
pub fn place(karena: &Karena) -> String {
    match (&karena.tempat, karena.tempat.sel()) {
        (_, Some(sel)) => sel.to_string(),
        (Ground::Key(key), _) => key.clone(),
        // What holds the text is said before it.
        (Ground::Around(_), _) => words::ON_SHEET.to_owned(),
        (Ground::Sheet, _) => words::SHEET_NAME.to_owned(),
        (Ground::File, _) => words::FILE_NAME.to_owned(),
        _ => words::RULE.to_owned(),
    }
}

/// Texts of the workbook stay on their line.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
