//! Lists: labels with colons, letters, numbers, labels as given.

use super::blocks::flow;
use super::inline;
use super::reader::{Element, Reader};
use crate::document::words_id::expected;
use crate::document::{Align, Block, Inline, Text};

pub fn labels(reader: &mut Reader<'_>, element: Element<'_, '_>) -> Option<Block> {
    let rows: Vec<(Text, Vec<Block>)> = members(reader, element, "label")
        .into_iter()
        .map(|label| {
            let name = reader.required(label, "nama", expected::TEKS);
            (vec![Inline::plain(name)], flow(reader, label, Align::Left))
        })
        .collect();
    (!rows.is_empty()).then_some(Block::LabelList(rows))
}

pub fn letters(reader: &mut Reader<'_>, element: Element<'_, '_>) -> Option<Block> {
    counted(reader, element, 0, |index| format!("{}.", letter(index)))
}

pub fn numbers(reader: &mut Reader<'_>, element: Element<'_, '_>) -> Option<Block> {
    let first = reader.count(element, "mulai", expected::MULAI).unwrap_or(1);
    counted(reader, element, first, |number| format!("{number}."))
}

/// Items whose hanging labels the template gives.
pub fn given(reader: &mut Reader<'_>, element: Element<'_, '_>) -> Option<Block> {
    let items: Vec<(Text, Vec<Block>)> = members(reader, element, "butir")
        .into_iter()
        .map(|item| {
            let label = reader.required(item, "label", expected::TEKS);
            (vec![Inline::plain(label)], flow(reader, item, Align::Left))
        })
        .collect();
    (!items.is_empty()).then_some(Block::Items(items))
}

fn counted(reader: &mut Reader<'_>, element: Element<'_, '_>, first: usize, label: impl Fn(usize) -> String) -> Option<Block> {
    let mut items = Vec::new();
    for (index, item) in members(reader, element, "butir").into_iter().enumerate() {
        if item.attribute("label").is_some() {
            // The label would be lost without a word: it belongs to `daftar`.
            let fault = crate::document::Fault::UnknownAttribute {
                element: "butir".to_owned(),
                name: "label".to_owned(),
                nearest: None,
                allowed: Vec::new(),
            };
            reader.fault(item, fault);
        }
        items.push((vec![Inline::plain(label(first + index))], flow(reader, item, Align::Left)));
    }
    (!items.is_empty()).then_some(Block::Items(items))
}

/// The children of a list, all of one name.
fn members<'a, 'i>(reader: &mut Reader<'_>, list: Element<'a, 'i>, name: &'static str) -> Vec<Element<'a, 'i>> {
    let mut found = Vec::new();
    for child in reader.children(list) {
        if reader.name(child) != name {
            let parent = reader.name(list).to_owned();
            reader.refuse(child, &parent, &[name]);
        } else if reader.enter(child) {
            found.push(child);
        }
    }
    found
}

/// `a` … `z`, `aa`, `ab` …
fn letter(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        letters.push(char::from(b'a' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The plain text of a member, told where it is blank.
pub fn words(reader: &mut Reader<'_>, element: Element<'_, '_>) -> String {
    let text = inline::plain(reader, element);
    if text.is_empty() {
        let name = reader.name(element).to_owned();
        reader.fault(element, crate::document::Fault::Empty { element: name });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letter), ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
    }
}
