//! How an error in the filled-in markup finds its line in the template: before
//! Tera renders, each `<` of the template's own text gets one private-use
//! character before it that stands for its place; afterwards they are taken out
//! and their places kept. One character, so that no filter can cut it in two;
//! directly before `<`, so that `{%-` and `-%}` trim as they would without it.

use crate::document::markup::Rendered;
use crate::document::problem::{Fault, Problem, TemplateError};
use crate::document::template::TemplateSet;
use crate::document::words_id;

/// Planes 15 and 16, which the context's texts are kept free of.
const FIRST: u32 = 0xf_0000;
const LAST: u32 = 0x10_fffd;

pub struct Marks<'a> {
    set: &'a TemplateSet,
    /// File, line (from 1) and byte within the line of each mark.
    places: Vec<(&'a str, usize, usize)>,
}

impl<'a> Marks<'a> {
    pub fn new(set: &'a TemplateSet) -> Self {
        Self { set, places: Vec::new() }
    }

    /// Every file with its marks. Fails where a file holds a character that only
    /// marks may be, or where there are more lines than marks.
    pub fn mark_all(&mut self) -> Result<Vec<(String, String)>, TemplateError> {
        let set = self.set;
        set.files.iter().map(|(name, text)| Ok((name.clone(), self.mark(name, text)?))).collect()
    }

    fn mark(&mut self, file: &'a str, text: &str) -> Result<String, TemplateError> {
        let mut marked = String::with_capacity(text.len() + text.len() / 8);
        let mut scanner = Scanner::default();
        for (index, line) in text.split_inclusive('\n').enumerate() {
            for (at, c) in line.char_indices() {
                if u32::from(c) >= FIRST || c.is_control() && !matches!(c, '\n' | '\r' | '\t') {
                    let fault = Fault::Unreadable(words_id::character(c));
                    return Err(TemplateError::one(Problem {
                        file: file.to_owned(),
                        line: index + 1,
                        source: line.trim().to_owned(),
                        mark: None,
                        rendered: None,
                        fault,
                    }));
                }
                let own_text = scanner.step(&line[at..]);
                if c == '<' && own_text && !line[at..].starts_with("<?") && !line[at..].starts_with("<!") {
                    let mark = self.new_mark(file, index + 1, at)?;
                    marked.push(mark);
                }
                marked.push(c);
            }
        }
        Ok(marked)
    }

    fn new_mark(&mut self, file: &'a str, line: usize, at: usize) -> Result<char, TemplateError> {
        let number =
            u32::try_from(self.places.len()).ok().and_then(|count| count.checked_add(FIRST)).filter(|code| *code <= LAST);
        // Plane 15's last two code points are noncharacters but still `char`s.
        let mark = number.and_then(char::from_u32).ok_or_else(|| TemplateError::one(Problem::of_file(file, Fault::TooLarge)))?;
        self.places.push((file, line, at));
        Ok(mark)
    }

    /// The rendered text without its marks, and where each stood.
    pub fn unmark(&self, rendered: &str, file: &str) -> Rendered {
        let mut text = String::with_capacity(rendered.len());
        let mut origins = Vec::new();
        for c in rendered.chars() {
            match u32::from(c).checked_sub(FIRST).filter(|index| (*index as usize) < self.places.len()) {
                Some(index) => origins.push((text.len(), index)),
                None => text.push(c),
            }
        }
        let place = |&(file, line, at): &(&str, usize, usize)| (file.to_owned(), line, at);
        // A place is told with its line only where something is wrong there.
        let lines = self.set.files.iter().map(|(name, text)| (name.clone(), text.lines().map(str::to_owned).collect())).collect();
        Rendered { file: file.to_owned(), text, origins, places: self.places.iter().map(place).collect(), lines }
    }
}

/// Tells a template's own text from Tera's tags.
#[derive(Default)]
struct Scanner {
    state: State,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum State {
    #[default]
    Text,
    /// Inside `{{ }}`, `{% %}` or `{# #}`, which ends with these two characters.
    Tag(&'static str),
    /// Inside a quoted text of a tag.
    Quoted(&'static str, char),
}

impl Scanner {
    /// Steps over the first character of `rest`; whether it stands in text.
    fn step(&mut self, rest: &str) -> bool {
        let first = rest.chars().next();
        match self.state {
            State::Text => {
                self.state = match rest.get(..2) {
                    Some("{{") => State::Tag("}}"),
                    Some("{%") => State::Tag("%}"),
                    Some("{#") => State::Tag("#}"),
                    _ => State::Text,
                };
                self.state == State::Text
            }
            State::Tag(end) => {
                if rest.starts_with(end) {
                    // Its second character is no `<`, so it may count as text.
                    self.state = State::Text;
                } else if let Some(quote @ ('"' | '\'' | '`')) = first
                    && end != "#}"
                {
                    self.state = State::Quoted(end, quote);
                }
                false
            }
            State::Quoted(end, quote) => {
                if first == Some(quote) {
                    self.state = State::Tag(end);
                }
                false
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str) -> TemplateSet {
        TemplateSet { files: [("a.xml".to_owned(), text.to_owned())].into(), ..TemplateSet::default() }
    }

    #[test]
    fn marks_stand_before_tags_of_the_text_alone_and_vanish_again() {
        let text = "<a>\n{% if x < 1 %}{# <b> #}{{ \"}}<c>\" }}<d/>\n<!-- <e> --><f/></a>";
        let set = set(text);
        let mut marks = Marks::new(&set);
        let marked = marks.mark_all().unwrap().remove(0).1;
        assert_eq!(marked.chars().filter(|c| u32::from(*c) >= FIRST).count(), 5);
        assert!(marked.contains("{% if x < 1 %}{# <b> #}{{ \"}}<c>\" }}\u{f0001}<d/>"));
        let rendered = marks.unmark(&marked, "a.xml");
        assert_eq!(rendered.text, text);
        let origin = rendered.origin(text.find("<d/>").unwrap());
        assert_eq!(origin.line, 2);
        assert!(origin.source[origin.start.unwrap()..].starts_with("<d/>"));
        assert_eq!(rendered.origin(text.find("</a>").unwrap()).line, 3);
    }

    #[test]
    fn a_mark_in_the_template_itself_is_refused() {
        let set = set("<a>\n\u{f0000}</a>");
        assert_eq!(Marks::new(&set).mark_all().unwrap_err().problems[0].line, 2);
    }
}
