//! `<pecahan>` and `<rumus>`.

use super::inline::{self, spoken};
use super::reader::{Element, Reader};
use crate::document::problem::Fault;
use crate::document::{Block, Fraction, Text};
use crate::vocabulary;

const MEMBERS: &[&str] = &["sebelum", "pembilang", "penyebut", "sesudah"];

pub fn fraction(reader: &mut Reader<'_>, element: Element<'_, '_>) -> Fraction {
    let mut found: [Option<Text>; 4] = [const { None }; 4];
    for child in reader.children(element) {
        let name = reader.name(child);
        let Some(slot) = MEMBERS.iter().position(|member| *member == name) else {
            reader.refuse(child, "pecahan", MEMBERS);
            continue;
        };
        if !reader.enter(child) {
            continue;
        }
        let text = inline::text(reader, child);
        if found[slot].is_some() {
            reader.fault(child, Fault::RepeatedElement { parent: "pecahan".to_owned(), name: name.to_owned() });
        }
        if text.is_empty() && (1..=2).contains(&slot) {
            reader.fault(child, Fault::Empty { element: name.to_owned() });
        }
        found[slot] = Some(text);
    }
    for slot in [1, 2] {
        if found[slot].is_none() {
            reader.fault(element, Fault::MissingElement { parent: "pecahan".to_owned(), name: MEMBERS[slot] });
        }
    }
    let [before, numerator, denominator, after] = found;
    let (before, after) = (before.filter(|text| !text.is_empty()), after.filter(|text| !text.is_empty()));
    let (numerator, denominator) = (numerator.unwrap_or_default(), denominator.unwrap_or_default());
    let spoken_of = |text: &Option<Text>| text.as_ref().map(spoken).unwrap_or_default();
    let alternative = alternative(element).unwrap_or_else(|| {
        vocabulary::spoken_fraction(&spoken_of(&before), &spoken(&numerator), &spoken(&denominator), &spoken_of(&after))
    });
    Fraction { before, numerator, denominator, after, alternative }
}

/// A formula on one line; `None` where it says nothing.
pub fn formula(reader: &mut Reader<'_>, element: Element<'_, '_>) -> Option<Block> {
    let text = inline::text(reader, element);
    let alternative = alternative(element).unwrap_or_else(|| vocabulary::spoken(&spoken(&text)));
    (!text.is_empty()).then_some(Block::Formula { text, alternative })
}

/// The sentence that the template itself gives.
fn alternative(element: Element<'_, '_>) -> Option<String> {
    element.attribute("alternatif").map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}
