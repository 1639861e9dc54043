//! Reads elements and attributes and collects what is wrong with them.

use super::names;
use super::shape::MAX_DEPTH;
use super::source::Rendered;
use crate::document::problem::{Fault, Problem};
use crate::document::words_id::expected;
use crate::document::{Shown, TemplateSet};
use crate::vocabulary::nearest;
use roxmltree::Node;
use rust_decimal::Decimal;

pub type Element<'a, 'i> = Node<'a, 'i>;

/// Behind a figure that rests on doubtful data.
const DOUBTFUL: &str = "(?)";

/// So many mistakes are told; a page of them is enough to begin with.
const MOST_PROBLEMS: usize = 100;

pub struct Reader<'r> {
    rendered: &'r Rendered,
    pub set: &'r TemplateSet,
    /// What the report shows under each name; none where any text may stand.
    figures: Option<&'r Shown>,
    pub problems: Vec<Problem>,
}

impl<'r> Reader<'r> {
    pub fn new(rendered: &'r Rendered, set: &'r TemplateSet, figures: Option<&'r Shown>) -> Self {
        Self { rendered, set, figures, problems: Vec::new() }
    }

    /// Says of a text under a figure's name that the report has no such figure, or another one.
    pub fn figure(&mut self, at: Element<'_, '_>, name: &str, text: &str) {
        let Some(figures) = self.figures.filter(|_| !name.is_empty() && !text.is_empty()) else { return };
        match figures.of(name) {
            None => {
                let nearest = nearest(name, figures.names()).map(str::to_owned);
                self.fault(at, Fault::UnknownFigure { name: name.to_owned(), nearest });
            }
            Some(figure) if !figure.is(text) => {
                let fault = Fault::AnotherFigure {
                    name: name.to_owned(),
                    text: text.chars().take(60).collect(),
                    shown: figure.first().to_owned(),
                };
                self.fault(at, fault);
            }
            Some(_) => {}
        }
    }

    /// The same of a chart's bar, whose text may say that it is doubtful and whose length is a number.
    pub fn drawn(&mut self, at: Element<'_, '_>, name: &str, (text, value): (&str, Option<Decimal>)) {
        let text = text.strip_suffix(DOUBTFUL).unwrap_or(text).trim_end();
        let known = self.figures.and_then(|figures| figures.of(name)).and_then(|figure| figure.value);
        match value.zip(known).filter(|(value, known)| value != known) {
            Some((value, known)) => {
                let fault = Fault::AnotherFigure { name: name.to_owned(), text: value.to_string(), shown: known.to_string() };
                self.fault(at, fault);
            }
            None => self.figure(at, name, text),
        }
    }

    pub fn fault(&mut self, at: Element<'_, '_>, fault: Fault) {
        self.fault_at(at.range().start, fault);
    }

    fn fault_at(&mut self, offset: usize, fault: Fault) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(self.rendered.problem(offset, fault));
        }
    }

    /// The name of an element; prefixes are no part of this markup, and are told as unknown.
    pub fn name<'i>(&self, element: Element<'_, 'i>) -> &'i str {
        element.tag_name().name()
    }

    /// Says of an element that it may not stand in its parent, or is not known at all.
    pub fn refuse(&mut self, element: Element<'_, '_>, parent: &str, allowed: &[&'static str]) {
        let name = self.name(element).to_owned();
        if names::attributes(&name).is_some() {
            self.fault(element, Fault::MisplacedElement { name, parent: parent.to_owned(), allowed: allowed.to_vec() });
        } else {
            // The likelier word is one that may stand here.
            let near = nearest(&name, allowed.iter().copied()).or_else(|| nearest(&name, names::element_names()));
            self.fault(element, Fault::UnknownElement { name, nearest: near });
        }
    }

    /// Checks attribute names and nesting; false where the element cannot be gone into.
    pub fn enter(&mut self, element: Element<'_, '_>) -> bool {
        let known = names::attributes(self.name(element)).unwrap_or_default();
        for attribute in element.attributes() {
            if attribute.namespace().is_some() || !known.contains(&attribute.name()) {
                let near = nearest(attribute.name(), known.iter().copied());
                let fault = Fault::UnknownAttribute {
                    element: self.name(element).to_owned(),
                    name: attribute.name().to_owned(),
                    nearest: near,
                    allowed: known.to_vec(),
                };
                self.fault(element, fault);
            }
        }
        if element.ancestors().take(MAX_DEPTH + 1).count() > MAX_DEPTH {
            self.fault(element, Fault::TooDeep);
            return false;
        }
        true
    }

    /// The child elements of one that holds no text.
    pub fn children<'a, 'i>(&mut self, parent: Element<'a, 'i>) -> Vec<Element<'a, 'i>> {
        let mut elements = Vec::new();
        for child in parent.children() {
            if child.is_element() {
                elements.push(child);
            } else if child.is_text() {
                self.blank(child, parent);
            }
        }
        elements
    }

    /// Says where text stands that may not.
    pub fn blank(&mut self, text: Element<'_, '_>, parent: Element<'_, '_>) {
        let found = text.text().unwrap_or_default();
        let shown = found.trim_matches(is_blank);
        if !shown.is_empty() {
            let shown = shown.chars().take(60).collect();
            let parent = self.name(parent).to_owned();
            // The text's own line: after the line breaks it begins with.
            let lead = found.len() - found.trim_start_matches(is_blank).len();
            self.fault_at(text.range().start + lead, Fault::StrayText { parent, text: shown });
        }
    }

    /// An element that holds nothing at all.
    pub fn nothing_inside(&mut self, element: Element<'_, '_>) {
        for child in self.children(element) {
            let parent = self.name(element).to_owned();
            self.refuse(child, &parent, &[]);
        }
    }

    /// An attribute's value, trimmed; told where it is missing or blank.
    pub fn required(&mut self, element: Element<'_, '_>, name: &'static str, expected: &'static str) -> String {
        match element.attribute(name).map(|value| value.trim_matches(is_blank)) {
            Some("") => {
                self.bad_value(element, name, "", expected);
                String::new()
            }
            Some(value) => value.to_owned(),
            None => {
                let fault = Fault::MissingAttribute { element: self.name(element).to_owned(), name, expected };
                self.fault(element, fault);
                String::new()
            }
        }
    }

    /// An attribute read by `read`; `None` where it is not given or is told as wrong.
    pub fn optional<T>(
        &mut self,
        element: Element<'_, '_>,
        name: &'static str,
        expected: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = element.attribute(name)?.trim_matches(is_blank);
        let found = read(value);
        if found.is_none() {
            self.bad_value(element, name, value, expected);
        }
        found
    }

    pub fn yes(&mut self, element: Element<'_, '_>, name: &'static str) -> Option<bool> {
        self.optional(element, name, expected::YA_TIDAK, |value| match value {
            "ya" => Some(true),
            "tidak" => Some(false),
            _ => None,
        })
    }

    /// A whole number from 1; at most Excel's row count, beyond which nothing can be meant.
    pub fn count(&mut self, element: Element<'_, '_>, name: &'static str, expected: &'static str) -> Option<usize> {
        self.optional(element, name, expected, |value| {
            let digits = value.bytes().all(|byte| byte.is_ascii_digit());
            value.parse().ok().filter(|count| digits && (1..=1_048_576).contains(count))
        })
    }

    pub fn bad_value(&mut self, element: Element<'_, '_>, attribute: &str, value: &str, expected: &'static str) {
        let fault = Fault::BadValue {
            element: self.name(element).to_owned(),
            attribute: attribute.to_owned(),
            value: value.chars().take(60).collect(),
            expected,
        };
        self.fault(element, fault);
    }
}

/// The characters that collapse; a no-break space does not.
pub fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// A number of a template, `2.5` or `2,5`, within bounds.
pub fn number(text: &str, from: f32, to: f32) -> Option<f32> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    let value: f32 = plain.then(|| text.replace(',', "."))?.parse().ok()?;
    (value.is_finite() && value >= from && value <= to).then_some(value)
}

/// Millimetres, `20mm` or `20 mm`, from 1 on.
pub fn millimetres(text: &str, most: f32) -> Option<f32> {
    number(text.strip_suffix("mm")?.trim_end_matches(' '), 1.0, most)
}
