//! `[[terima]]`: findings that the office has looked at and accepts.

use super::error::{Expected, ProfileErrorKind};
use super::keys;
use super::reading::{Item, Reading, Section};
use super::{Accept, Written};
use crate::diagnostic::Kode;
use crate::vocabulary::{At, CellAddress, Sel};
use std::collections::BTreeMap;
use std::sync::Arc;
use toml::de::DeValue;

const ENDINGS: [&str; 6] = [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv"];

impl Accept {
    /// The place that `sel` names.
    pub fn at(&self) -> Option<At> {
        parse_sel(&self.sel.text)
    }
}

/// Reads `file!sheet!F12`, or `file.csv!F12`: a cell, a column (`F`) or a row
/// (`12`); `file!sheet`, or `file` alone. File and sheet names may themselves
/// hold `!`; the file then ends where a workbook's ending stands before one.
pub fn parse_sel(text: &str) -> Option<At> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let is_workbook = |end: usize| ENDINGS.iter().any(|ending| lower[..end].ends_with(ending));
    let mut ends = text.match_indices('!').map(|(at, _)| at);
    let (file, inside) = match ends.find(|at| is_workbook(*at)) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None if is_workbook(text.len()) => (text, None),
        None => text.split_once('!').map_or((text, None), |(file, inside)| (file, Some(inside))),
    };
    let is_file = |file: &str| file.contains(['/', '.']);
    let file = super::path::tidy(file, super::path::PathKind::File).ok().filter(|file| inside.is_some() || is_file(file))?;
    let Some(inside) = inside else { return Some(At::file(file)) };
    let (sheet, sel) = match inside.rsplit_once('!') {
        Some((sheet, sel)) if parse_reference(sel).is_some() => (Some(sheet), parse_reference(sel)),
        // A sheet named `2021` reads as its row 2021: one is written as the other, so either is the same place.
        None if parse_reference(inside).is_some() => (None, parse_reference(inside)),
        _ => (Some(inside), None),
    };
    // Excel quotes a sheet's name with blanks; a name itself has no ' at its ends.
    let sheet = sheet.map(|name| name.strip_prefix('\'').and_then(|name| name.strip_suffix('\'')).unwrap_or(name));
    let is_csv = file.to_ascii_lowercase().ends_with(".csv");
    if sheet.is_some_and(|name| name.trim().is_empty() || name.ends_with('!') || is_csv) {
        return None;
    }
    Some(At { sel, ..At::sheet(file, sheet.map(Arc::from)) })
}

fn parse_reference(text: &str) -> Option<Sel> {
    let text = text.trim();
    if let Some(address) = CellAddress::parse(text) {
        return Some(Sel::Cell(address));
    }
    let bare = text.strip_prefix('$').unwrap_or(text);
    if let Some(column) = CellAddress::parse_column(bare) {
        return Some(Sel::Column(column));
    }
    let digits = (1..=7).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit());
    let row: u32 = if digits { bare.parse().ok()? } else { return None };
    (1..=CellAddress::MAX_ROWS).contains(&row).then(|| Sel::Row(row - 1))
}

impl<'a> Reading<'a> {
    pub(super) fn terima(&mut self, root: &Section<'a>) -> Vec<Accept> {
        let Some(item) = root.get("terima") else { return Vec::new() };
        let mut accepted = Vec::new();
        // At one place several findings of a kind may stand, told apart by what was found.
        let mut first_lines: BTreeMap<(String, String, Option<String>), u32> = BTreeMap::new();
        for item in self.tables(&item) {
            let Some(section) = self.section(&keys::TERIMA, &item) else { continue };
            let accept = self.accept(&section);
            let place = (accept.kode.clone(), accept.sel.text.clone(), accept.ditemukan.clone());
            if accept.kode.is_empty() || accept.sel.text.is_empty() {
                continue;
            }
            if let Some(first_line) = first_lines.get(&place) {
                self.error(section.span, ProfileErrorKind::TerimaTwice { first_line: *first_line });
            } else {
                first_lines.insert(place, accept.line);
            }
            accepted.push(accept);
        }
        accepted
    }

    fn accept(&mut self, section: &Section<'a>) -> Accept {
        let (sel, is_column) = self.sel(section);
        Accept {
            kode: self.kode(section),
            sel,
            ditemukan: section.get("ditemukan").and_then(|item| self.text_or_number(&item)),
            nilai: section.get("nilai").and_then(|item| self.text_or_number(&item)),
            paling_banyak: self.paling_banyak(section, is_column),
            alasan: self.required_text(section, "alasan"),
            line: self.line(&section.span),
        }
    }

    fn kode(&mut self, section: &Section<'a>) -> String {
        let Some(item) = self.required(section, "kode") else { return String::new() };
        let Some(text) = self.filled(&item) else { return String::new() };
        let found = text.trim().to_lowercase();
        match Kode::parse(&found) {
            Some(kode) if kode.boleh_diterima() => found,
            Some(_) => {
                self.error(item.span, ProfileErrorKind::KodeNotAcceptable { kode: found });
                String::new()
            }
            None => {
                let known = || Kode::ALL.iter().filter(|kode| kode.boleh_diterima()).map(|kode| kode.text());
                let mirip = self.nearest(&found, known()).map(str::to_owned);
                let choices = known().map(str::to_owned).collect();
                self.error(item.span, ProfileErrorKind::UnknownChoice { kunci: item.kunci, found, mirip, choices });
                String::new()
            }
        }
    }

    /// The place in one spelling, and whether it is a column (`None` where that is not sure, or it is no place).
    fn sel(&mut self, section: &Section<'a>) -> (Written, Option<bool>) {
        let written = self.required(section, "sel").and_then(|item| self.written(&item).map(|written| (item, written)));
        let Some((item, written)) = written else { return (Written::default(), None) };
        let Some(at) = parse_sel(&written.text) else {
            self.error(item.span, ProfileErrorKind::SelUnreadable { found: written.text });
            return (Written::default(), None);
        };
        let may_be_a_sheet = at.lembar.is_none() && !at.berkas.to_ascii_lowercase().ends_with(".csv");
        let is_column = matches!(at.sel, Some(Sel::Column(_)));
        (Written { text: at.to_string(), ..written }, Some(is_column).filter(|is_column| !(*is_column && may_be_a_sheet)))
    }

    fn paling_banyak(&mut self, section: &Section<'a>, is_column: Option<bool>) -> Option<usize> {
        let item = section.get("paling_banyak");
        match (&item, is_column) {
            (Some(item), Some(false)) => {
                self.error(item.key_span.clone(), ProfileErrorKind::PalingBanyakOnCell);
                return None;
            }
            (None, Some(true)) => {
                let span = section.get("sel").map_or(section.span.clone(), |item| item.span);
                self.error(span, ProfileErrorKind::PalingBanyakMissing);
                return None;
            }
            _ => {}
        }
        let most = self.whole(&item?, 1, u64::from(CellAddress::MAX_ROWS))?;
        usize::try_from(most).ok()
    }

    /// A text as it stands there; a number as Indonesians write it.
    fn text_or_number(&mut self, item: &Item<'a>) -> Option<String> {
        match item.value {
            DeValue::String(text) if text.trim().is_empty() => None,
            DeValue::String(_) => self.text(item),
            DeValue::Integer(_) | DeValue::Float(_) => {
                let number = self.number(item)?;
                Some(crate::vocabulary::exact_text(number).replace('.', ","))
            }
            _ => {
                self.wrong_type(item, Expected::NumberOrText);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<(String, Option<String>, String)> {
        let at = parse_sel(text)?;
        let sel = at.sel.map(|sel| sel.to_string()).unwrap_or_default();
        Some((at.berkas.to_string(), at.lembar.map(|name| name.to_string()), sel))
    }

    fn place(file: &str, sheet: Option<&str>, sel: &str) -> Option<(String, Option<String>, String)> {
        Some((file.to_owned(), sheet.map(str::to_owned), sel.to_owned()))
    }

    #[test]
    fn places_with_and_without_sheets() {
        for (text, expected) in [
            ("data/Data UMKM 2021.xlsx!Sheet1!F12", place("data/Data UMKM 2021.xlsx", Some("Sheet1"), "F12")),
            ("./data/a.XLSX!'Data 2021'!$f$12", place("data/a.XLSX", Some("Data 2021"), "F12")),
            ("data/a.csv!f12", place("data/a.csv", None, "F12")),
            ("data/a.xlsx!Sheet1!F", place("data/a.xlsx", Some("Sheet1"), "F")),
            ("data/a.xlsx!Sheet1!12", place("data/a.xlsx", Some("Sheet1"), "12")),
            ("data/Awas! baru.xlsx!Data! 1!F12", place("data/Awas! baru.xlsx", Some("Data! 1"), "F12")),
            ("data/Awas! baru.csv!F12", place("data/Awas! baru.csv", None, "F12")),
            ("data/unduhan.dat!Sheet1!F12", place("data/unduhan.dat", Some("Sheet1"), "F12")),
            ("data/unduhan.dat!F12", place("data/unduhan.dat", None, "F12")),
            ("data/a.xlsx!Sheet1!12", place("data/a.xlsx", Some("Sheet1"), "12")),
            ("data/a.xlsx!Sheet 1", place("data/a.xlsx", Some("Sheet 1"), "")),
            ("data/a.xlsx!'Data 2021'", place("data/a.xlsx", Some("Data 2021"), "")),
            ("data/a.xlsx!F12:G14", place("data/a.xlsx", Some("F12:G14"), "")),
            ("data/a.xlsx", place("data/a.xlsx", None, "")),
            ("./data/unduhan.dat", place("data/unduhan.dat", None, "")),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_place() {
        for bad in [
            "",
            "F12",
            "a.csv!Sheet1",
            "a.csv!0",
            "data/a.xlsx!",
            "!F12",
            "data/a.xlsx!!F12",
            "../a.xlsx!S!F12",
            "/a.xlsx!S!F12",
            "data\\a.xlsx!S!F12",
        ] {
            assert_eq!(shown(bad), None, "{bad}");
        }
    }
}
