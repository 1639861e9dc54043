//! The sheets' names, and the names that figures stand under.

use crate::document::{Document, SheetPlan};
use crate::render::xlsx::error::RenderError;
use crate::vocabulary::CellAddress;
use std::collections::{BTreeMap, BTreeSet};

/// What Excel allows in a sheet's name.
const LONGEST: usize = 31;
const FORBIDDEN: &[char] = &['[', ']', ':', '*', '?', '/', '\\'];

/// One name for each sheet. Data sheets keep theirs, since formulas speak of
/// them, and fail where Excel refuses one; parts give way.
pub fn sheets(document: &Document) -> Result<Vec<String>, RenderError> {
    let mut taken = BTreeSet::new();
    for plan in &document.sheets {
        if let SheetPlan::Data(sheet) = plan {
            let refused = || RenderError::SheetName { sheet: sheet.name.clone() };
            if allowed(&sheet.name) != sheet.name || !taken.insert(sheet.name.to_lowercase()) {
                return Err(refused());
            }
        }
    }
    let mut names = Vec::new();
    for plan in &document.sheets {
        names.push(match plan {
            SheetPlan::Data(sheet) => sheet.name.clone(),
            SheetPlan::Own { part, .. } => free(&allowed(&part.name), &mut taken),
            SheetPlan::Part(index) => {
                let part = document.parts.get(*index).ok_or(RenderError::NoPart { index: *index })?;
                free(&allowed(&part.name), &mut taken)
            }
        });
    }
    Ok(names)
}

/// The name without what Excel refuses.
pub fn allowed(name: &str) -> String {
    let clean: String = name.chars().map(|c| if FORBIDDEN.contains(&c) || c.is_control() { ' ' } else { c }).collect();
    let clean = clean.trim().trim_matches('\'').trim();
    let name = cut(clean, LONGEST);
    // Excel keeps "History" for itself.
    if name.is_empty() || name.eq_ignore_ascii_case("history") { "Lembar".to_owned() } else { name.to_owned() }
}

/// The first characters that take at most `longest` UTF-16 units, as Excel counts.
fn cut(name: &str, longest: usize) -> &str {
    let mut units = 0;
    let end = name.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > longest
    });
    name.get(..end.map_or(name.len(), |(at, _)| at)).unwrap_or(name).trim_end_matches(['\'', ' '])
}

pub fn free(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut candidate = name.to_owned();
    let mut number = 2;
    while !taken.insert(candidate.to_lowercase()) {
        let suffix = format!(" {number}");
        candidate = format!("{}{suffix}", cut(name, LONGEST - suffix.len()));
        number += 1;
    }
    candidate
}

/// Every defined name with its formula, and whether it is one cell.
pub struct Defined {
    pub formula: String,
    pub name: String,
    pub single: bool,
}

/// The defined names by their lower case (Excel does not tell cases apart);
/// fails where two are the same.
pub fn defined(document: &Document, sheets: &[String]) -> Result<BTreeMap<String, Defined>, RenderError> {
    let mut names = BTreeMap::new();
    for (plan, sheet) in document.sheets.iter().zip(sheets) {
        let SheetPlan::Data(data) = plan else { continue };
        for range in &data.names {
            let refused = || RenderError::DefinedName { name: range.name.clone() };
            let rows = [range.first_row, range.last_row].map(|row| row.checked_add(data.first_data_row() + 1));
            let [Some(first), Some(last)] = rows else { return Err(refused()) };
            if first > last || range.first_column > range.last_column || last > CellAddress::MAX_ROWS {
                return Err(refused());
            }
            let [from, to] = [range.first_column, range.last_column].map(|column| CellAddress::column_letters(u32::from(column)));
            let single = first == last && range.first_column == range.last_column;
            let place = if single { format!("${from}${first}") } else { format!("${from}${first}:${to}${last}") };
            let formula = format!("='{}'!{place}", sheet.replace('\'', "''"));
            let entry = Defined { formula, name: range.name.clone(), single };
            if names.insert(range.name.to_lowercase(), entry).is_some() {
                return Err(refused());
            }
        }
    }
    Ok(names)
}

/// Where names, tables' columns and what findings speak of stand, for links.
#[derive(Default)]
pub struct Places {
    named: BTreeMap<String, String>,
    anchors: BTreeMap<String, String>,
    /// Where the notes speak of a place that a finding leads to.
    told: BTreeMap<String, String>,
}

impl Places {
    /// Every defined name, and every column of a table by its heading.
    pub fn of(document: &Document, sheets: &[String], defined: &BTreeMap<String, Defined>) -> Self {
        let single = defined.iter().filter(|(_, defined)| defined.single);
        let mut places = Self {
            named: single.map(|(name, one)| (name.clone(), one.formula.trim_start_matches('=').replace('$', ""))).collect(),
            ..Self::default()
        };
        for (plan, sheet) in document.sheets.iter().zip(sheets) {
            let SheetPlan::Data(data) = plan else { continue };
            let at =
                |row: u32, column: usize| format!("'{}'!{}", sheet.replace('\'', "''"), CellAddress::new(row, column as u32));
            for anchor in &data.anchors {
                places.anchors.entry(anchor.text.clone()).or_insert_with(|| at(anchor.row, usize::from(anchor.column)));
            }
            let Some(table) = &data.table else { continue };
            for (column, of) in data.columns.iter().enumerate() {
                places.named.insert(format!("{table}[{}]", of.heading).to_lowercase(), at(data.heading_row(), column));
            }
        }
        places
    }

    /// Notes where parts speak of places: the place, and the cell; the first counts.
    pub fn tell(&mut self, told: impl IntoIterator<Item = (String, String)>) {
        for (place, cell) in told {
            self.told.entry(place).or_insert(cell);
        }
    }

    /// The link to a name, a column or what is told of a place; none where no sheet holds it.
    pub fn link(&self, to: &str) -> Option<String> {
        let place = self.named.get(&to.to_lowercase()).or_else(|| self.told.get(to))?;
        Some(format!("internal:{place}"))
    }

    /// The place that a text begins with, or ends with in brackets, and the link to it; none where it is nothing on a sheet.
    pub fn lead(&self, text: &str) -> Option<(&str, String)> {
        self.place_before(text).or_else(|| self.place_behind(text))
    }

    /// `keragaan 2021, KUD Contoh: Aset 1 menjadi 2 (data/a.xlsx!S!J12)`
    fn place_behind(&self, text: &str) -> Option<(&str, String)> {
        let inside = text.strip_suffix(')')?;
        let starts = inside.rmatch_indices(" (").map(|(at, _)| at + 2).take_while(|at| inside.len() - at <= FARTHEST);
        let (told, place) = starts.into_iter().find_map(|at| self.anchors.get_key_value(&inside[at..]))?;
        Some((told, format!("internal:{place}")))
    }

    fn place_before(&self, text: &str) -> Option<(&str, String)> {
        // Of two that begin alike the longer one is meant.
        let ends = text.char_indices().map(|(at, _)| at).take(FARTHEST).filter(|at| after_place(&text[*at..]));
        let ends: Vec<usize> = ends.chain((text.len() <= FARTHEST).then_some(text.len())).collect();
        let (told, place) = ends.iter().rev().find_map(|end| self.anchors.get_key_value(&text[..*end]))?;
        Some((told, format!("internal:{place}")))
    }

    pub fn has_anchors(&self) -> bool {
        !self.anchors.is_empty()
    }
}

/// The place of a finding is no longer than this, in characters.
const FARTHEST: usize = 600;

/// What stands after the place of a finding: `: words`, ` (a row's name)`.
fn after_place(rest: &str) -> bool {
    rest.starts_with([':', ';', ',', '.']) || rest.starts_with(" (") || rest.starts_with(" -")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_leads_to_the_place_it_begins_with() {
        let named = |(text, place): (&str, &str)| (text.to_owned(), place.to_owned());
        let anchors = [("d/a.xlsx!S!J", "'x'!J1"), ("d/a.xlsx!S!J12", "'x'!J12"), ("d/a.xlsx!S", "'x'!A1")].map(named);
        let places = Places { anchors: anchors.into_iter().collect(), ..Places::default() };
        let lead = |text: &str| places.lead(text).map(|(_, link)| link);
        assert_eq!(lead("d/a.xlsx!S!J12 (KUD Contoh): salah").unwrap(), "internal:'x'!J12");
        assert_eq!(lead("d/a.xlsx!S!J: nilai: kosong").unwrap(), "internal:'x'!J1");
        assert_eq!(lead("d/a.xlsx!S: 6 baris").unwrap(), "internal:'x'!A1");
        assert_eq!(lead("d/a.xlsx!S!J13: salah"), None);
        assert_eq!(lead("d/a.xlsx!S 2: 6 baris"), None);
        assert_eq!(lead("Berubah: k 2021, KUD Contoh (lama): Aset 1 menjadi 2 (d/a.xlsx!S!J12)").unwrap(), "internal:'x'!J12");
        assert_eq!(lead("Berubah: k 2021, KUD Contoh: baris dihapus (d/a.xlsx!S!J13)"), None);
    }

    #[test]
    fn what_is_told_of_a_place_is_found_by_it() {
        let mut places = Places::default();
        places.tell([("d/a.xlsx!S!F4".to_owned(), "'Catatan'!A9".to_owned()), ("d/a.xlsx!S!F4".to_owned(), "'x'!A1".to_owned())]);
        assert_eq!(places.link("d/a.xlsx!S!F4").unwrap(), "internal:'Catatan'!A9");
        assert_eq!(places.link("d/a.xlsx!S!F5"), None);
    }

    #[test]
    fn names_fit_excel() {
        assert_eq!(allowed("Capaian [2021]: naik/turun"), "Capaian  2021   naik turun");
        assert_eq!(allowed("'x'"), "x");
        assert_eq!(allowed("  "), "Lembar");
        assert_eq!(allowed(&"a".repeat(40)).len(), 31);
        let mut taken = BTreeSet::from(["capaian".to_owned()]);
        assert_eq!(free("Capaian", &mut taken), "Capaian 2");
        let long = "b".repeat(31);
        assert_eq!(free(&long, &mut taken), long);
        assert_eq!(free(&long, &mut taken), format!("{} 2", "b".repeat(29)));
        assert_eq!(cut("😀😀", 3), "😀");
    }
}
