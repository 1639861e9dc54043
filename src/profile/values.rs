//! The kinds of values that every table of a profile is made of: texts, numbers, years, days, choices. What is of
//! another kind is an error and `None`.

use super::error::{Expected, NameTrouble, ProfileErrorKind};
use super::number::{NumberTrouble, parse_value};
use super::reading::{Item, Reading, Section, UNFILLED};
use super::{Written, names};
use crate::vocabulary::{Tanggal, Year, is_misleading};
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::ops::Range;
use toml::de::DeValue;

/// Keys whose texts the program prints or computes by.
const SHOWN: [&str; 7] = ["nama", "daerah", "judul", "rumus", "sebutan", "satuan", "uraian"];

impl<'a> Reading<'a> {
    /// A text as it stands there, control characters refused.
    pub(super) fn text(&mut self, item: &Item<'a>) -> Option<String> {
        let DeValue::String(text) = item.value else {
            self.wrong_type(item, Expected::Text);
            return None;
        };
        self.clean(item, text)
    }

    fn clean(&mut self, item: &Item<'_>, text: &str) -> Option<String> {
        let is_refused = |c: char| match c {
            '\n' | '\t' | '\r' => false,
            // A text that stands on pages and in formulas turns or hides nothing; what is to be found in a workbook may.
            c => c.is_control() || is_misleading(c) && SHOWN.contains(&item.kunci.rsplit('.').next().unwrap_or_default()),
        };
        if text.chars().any(is_refused) {
            self.error(item.span.clone(), ProfileErrorKind::ControlCharacter { kunci: item.kunci.clone() });
            return None;
        }
        Some(text.to_owned())
    }

    /// A text that is not blank.
    pub(super) fn filled(&mut self, item: &Item<'a>) -> Option<String> {
        let text = self.text(item)?;
        if text.trim().is_empty() {
            self.blank(item);
            return None;
        }
        Some(text)
    }

    pub(super) fn blank(&mut self, item: &Item<'_>) {
        let kind = ProfileErrorKind::Blank { kunci: item.kunci.clone(), contoh: item.contoh.clone() };
        self.error(item.span.clone(), kind);
    }

    /// A required text: missing and blank are errors; empty then.
    pub(super) fn required_text(&mut self, section: &Section<'a>, key: &'static str) -> String {
        self.required(section, key).and_then(|item| self.filled(&item)).unwrap_or_default()
    }

    /// A required text that stands over or under the report: `…`, as a new
    /// profile has it, is not filled in yet.
    pub(super) fn printed_text(&mut self, section: &Section<'a>, key: &'static str) -> String {
        let text = self.required_text(section, key);
        if let Some(item) = section.get(key).filter(|_| text.contains(UNFILLED)) {
            self.unfilled(&item);
        }
        text
    }

    pub(super) fn unfilled(&mut self, item: &Item<'a>) {
        let text = self.source.text.get(item.span.clone()).unwrap_or_default();
        let at = text.find(UNFILLED).map(|at| item.span.start + at);
        let span = at.map_or(item.span.clone(), |at| at..at + UNFILLED.len_utf8());
        self.error(span, ProfileErrorKind::Unfilled { kunci: item.kunci.clone() });
    }

    /// A text that may be left out or blank.
    pub(super) fn optional_text(&mut self, section: &Section<'a>, key: &'static str) -> Option<String> {
        let text = section.get(key).and_then(|item| self.text(&item))?;
        (!text.trim().is_empty()).then_some(text)
    }

    /// One text or a list of texts, none of them blank.
    pub(super) fn texts(&mut self, item: &Item<'a>) -> Vec<Written> {
        let items = match item.value {
            DeValue::String(_) => vec![item.clone()],
            _ => self.list(item, Expected::TextOrList).unwrap_or_default(),
        };
        if items.is_empty() && item.value.is_array() {
            self.blank(item);
        }
        items.iter().filter_map(|item| self.written(item)).collect()
    }

    /// Like [`texts`](Self::texts), but a blank text or an empty list is none.
    pub(super) fn optional_texts(&mut self, section: &Section<'a>, key: &'static str) -> Vec<String> {
        let Some(item) = section.get(key) else { return Vec::new() };
        let nothing = match item.value {
            DeValue::String(text) => text.trim().is_empty(),
            DeValue::Array(array) => array.is_empty(),
            _ => false,
        };
        if nothing { Vec::new() } else { self.texts(&item).into_iter().map(|written| written.text).collect() }
    }

    /// A filled text with the place of its first character.
    pub(super) fn written(&mut self, item: &Item<'a>) -> Option<Written> {
        let text = self.filled(item)?;
        let raw = self.source.text.get(item.span.clone()).unwrap_or("");
        let quotes = match raw {
            raw if raw.starts_with("\"\"\"") || raw.starts_with("'''") => {
                let inside = &raw[3..];
                // TOML drops a line break right after the opening quotes.
                3 + if inside.starts_with("\r\n") { 2 } else { usize::from(inside.starts_with('\n')) }
            }
            _ => 1,
        };
        let (line, column) = self.source.locate(item.span.start + quotes);
        Some(Written { text, line, column })
    }

    pub(super) fn yes_no(&mut self, section: &Section<'a>, key: &'static str, default: bool) -> bool {
        let Some(item) = section.get(key) else { return default };
        item.value.as_bool().unwrap_or_else(|| {
            self.wrong_type(&item, Expected::YesNo);
            default
        })
    }

    /// A number: TOML's or an Indonesian text.
    pub(super) fn number(&mut self, item: &Item<'a>) -> Option<Decimal> {
        match parse_value(item.value) {
            Some(Ok(number)) => Some(number),
            Some(Err(trouble)) => {
                self.number_trouble(item, trouble);
                None
            }
            None => {
                self.wrong_type(item, Expected::Number);
                None
            }
        }
    }

    pub(super) fn number_trouble(&mut self, item: &Item<'a>, trouble: NumberTrouble) {
        let found = self.source.text.get(item.span.clone()).unwrap_or("").to_owned();
        if found.contains(UNFILLED) {
            return self.unfilled(item);
        }
        self.error(item.span.clone(), ProfileErrorKind::Number { kunci: item.kunci.clone(), found, trouble });
    }

    pub(super) fn out_of_range(&mut self, item: &Item<'_>, least: impl ToString, most: impl ToString) {
        let found = self.source.text.get(item.span.clone()).unwrap_or("").to_owned();
        let (least, most) = (least.to_string(), most.to_string());
        self.error(item.span.clone(), ProfileErrorKind::OutOfRange { kunci: item.kunci.clone(), found, least, most });
    }

    /// A whole number within bounds, both included.
    pub(super) fn whole(&mut self, item: &Item<'a>, least: u64, most: u64) -> Option<u64> {
        let number = self.number(item)?;
        if !number.is_integer() {
            self.wrong_type(item, Expected::Whole);
            return None;
        }
        let whole = u64::try_from(number).ok().filter(|whole| (least..=most).contains(whole));
        if whole.is_none() {
            self.out_of_range(item, least, most);
        }
        whole
    }

    /// A year as a number or a text of four digits.
    pub(super) fn year(&mut self, item: &Item<'_>) -> Option<Year> {
        let found = match item.value {
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().to_owned(),
            DeValue::String(text) => text.to_string(),
            _ => {
                self.wrong_type(item, Expected::Whole);
                return None;
            }
        };
        let year = Year::parse(&found);
        if year.is_none() {
            self.error(item.span.clone(), ProfileErrorKind::NotYear { kunci: item.kunci.clone(), found });
        }
        year
    }

    /// The year that a key of a table such as `target` names.
    pub(super) fn year_key(&mut self, table: &str, entry: &Item<'_>) -> Option<Year> {
        // Blanks around the digits would let one year stand twice.
        let year = Year::parse(&entry.kunci).filter(|_| entry.kunci.len() == 4);
        if year.is_none() {
            let (kunci, found) = (table.to_owned(), entry.kunci.clone());
            self.error(entry.key_span.clone(), ProfileErrorKind::NotYear { kunci, found });
        }
        year
    }

    /// A date: TOML's own, without a time, or the same as a text.
    pub(super) fn date(&mut self, item: &Item<'_>) -> Option<Tanggal> {
        let text: Cow<'_, str> = match item.value {
            DeValue::Datetime(moment) if moment.time.is_none() && moment.offset.is_none() => moment.to_string().into(),
            DeValue::String(text) => text.as_ref().into(),
            _ => {
                self.wrong_type(item, Expected::Date);
                return None;
            }
        };
        let date = Tanggal::parse_iso(&text).filter(|date| (1900..=2999).contains(&date.year));
        if date.is_none() {
            let (kunci, found) = (item.kunci.clone(), text.into_owned());
            self.error(item.span.clone(), ProfileErrorKind::NotDate { kunci, found });
        }
        date
    }

    /// One of a few words, whatever their case.
    pub(super) fn choice<T: Clone>(&mut self, item: &Item<'a>, choices: &[(&str, T)]) -> Option<T> {
        let text = self.filled(item)?;
        let found = text.trim();
        if let Some((_, value)) = choices.iter().find(|(word, _)| word.eq_ignore_ascii_case(found)) {
            return Some(value.clone());
        }
        let words = || choices.iter().map(|(word, _)| *word).filter(|word| !word.is_empty());
        let kind = ProfileErrorKind::UnknownChoice {
            kunci: item.kunci.clone(),
            found: found.to_owned(),
            mirip: self.nearest(found, words()).map(str::to_owned),
            choices: words().map(str::to_owned).collect(),
        };
        self.error(item.span.clone(), kind);
        None
    }

    /// Whether a name can stand in a formula; the error points at `span`.
    pub(super) fn check_name(&mut self, kunci: &str, name: &str, span: Range<usize>) -> bool {
        let trouble = match names::check(name) {
            Ok(()) => return true,
            Err(trouble) => trouble,
        };
        let suggestion = (trouble == NameTrouble::Characters).then(|| names::tidy(name)).flatten();
        let (kunci, name) = (kunci.to_owned(), name.to_owned());
        self.error(span, ProfileErrorKind::Name { kunci, name, trouble, suggestion });
        false
    }
}
