//! How every named figure stands on the pages: what a template says under a name is held against it.

use crate::vocabulary::{for_page, mask_in_text};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The figures of a report by their names.
#[derive(Clone, Default, Debug)]
pub struct Shown(BTreeMap<String, ShownFigure>);

/// The texts under a name, and its exact number where it has one.
#[derive(Clone, Default, Debug)]
pub struct ShownFigure {
    texts: Vec<String>,
    pub value: Option<Decimal>,
}

impl Shown {
    /// Adds a text under which the name's figure may stand.
    pub fn add(&mut self, name: &str, text: &str, value: Option<Decimal>) {
        let figure = self.0.entry(name.to_owned()).or_default();
        figure.value = figure.value.or(value);
        if !figure.texts.iter().any(|known| known == text) {
            figure.texts.push(text.to_owned());
        }
    }

    pub fn of(&self, name: &str) -> Option<&ShownFigure> {
        self.0.get(name)
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

impl ShownFigure {
    /// Whether a page's text is the figure's: letter by letter but for blanks, or as personal data are masked.
    pub fn is(&self, text: &str) -> bool {
        let same = |one: &str| one.split_whitespace().eq(text.split_whitespace());
        self.texts.iter().any(|known| same(known) || same(&mask_in_text(&for_page(known))))
    }

    /// The text that the report itself gives first.
    pub fn first(&self) -> &str {
        self.texts.first().map_or("", String::as_str)
    }
}
