//! Titles and sheet names that name another kabupaten or kota than the office's own.

use super::cell::raw_text;
use super::fit::Chosen;
use super::row_arti::arti_of;
use super::source::Source;
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::text::region::{regions, spanned};
use crate::vocabulary::At;

/// So many rows above the headings are titles.
const TITLES: u32 = 15;

/// The titles over a table, and its sheet's name, that name another kabupaten or kota.
pub(crate) fn foreign_places(source: &Source, chosen: &Chosen) -> Vec<Temuan> {
    let (sheet, first) = (chosen.sheet, chosen.layout.header.0);
    let Some(own) = &source.region else { return Vec::new() };
    // `Kota Kudus` names a kecamatan's sheet too.
    let name = sheet.name.iter().filter(|_| !chosen.sheet_is_named).map(|name| (sheet.at(), name.to_string()));
    let named = name.filter(|(_, name)| !regions(name).iter().any(|region| region.shares_its_name(own)));
    let titles = sheet.between(first.saturating_sub(TITLES), first).map(|cell| (sheet.at_cell(cell.at), raw_text(&cell.value)));
    // `SE-JAWA TIMUR` over the list of one kota.
    let is_wider = |text: &str| {
        spanned(text).is_some_and(|name| !name.iter().any(|word| own.name.contains(word) || source.own_words.contains(word)))
    };
    let is_foreign = |(_, text): &(At, String)| {
        (regions(text).iter().any(|region| region.is_another(own)) || is_wider(text)) && arti_of(source, text).is_none()
    };
    let told = named.chain(titles).filter(is_foreign);
    told.map(|(at, text)| Temuan::new(at, KeteranganMembatasi::of(text, 0))).collect()
}
