//! `[ukuran.NAMA]`: measures, by formula, by fixed value, or both.

use super::error::{Expected, ProfileErrorKind};
use super::keys;
use super::number::{NumberTrouble, parse_indonesian};
use super::reading::{Item, Reading, Section, UNFILLED};
use super::{Score, Ukuran, Written};
use crate::vocabulary::{Year, in_words};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use toml::de::DeValue;

impl<'a> Reading<'a> {
    /// The measures in the file's order, each with the place of its name.
    pub(super) fn ukuran(&mut self, root: &Section<'a>) -> Vec<(Item<'a>, Ukuran)> {
        let Some(item) = root.get("ukuran") else { return Vec::new() };
        let entries = self.entries(&item, Expected::Table);
        let mut measures = Vec::new();
        for entry in entries {
            self.check_name("ukuran", &entry.kunci, entry.key_span.clone());
            if let Some(section) = self.section(&keys::UKURAN, &entry) {
                let measure = self.measure(&entry, &section);
                measures.push((entry, measure));
            }
        }
        measures
    }

    fn measure(&mut self, entry: &Item<'a>, section: &Section<'a>) -> Ukuran {
        let (line, column) = self.source.locate(entry.key_span.start);
        let skor = self.skor(section);
        let tetapan = self.tetapan(section, &skor);
        let stated = section.get("tetapan").filter(|item| !is_empty_table(item));
        let asal = self.optional_text(section, "asal");
        if let Some(item) = &stated
            && asal.is_none()
        {
            self.error(item.key_span.clone(), ProfileErrorKind::AsalMissing { ukuran: entry.kunci.clone() });
        }
        if section.get("rumus").is_none() && stated.is_none() {
            self.error(entry.key_span.clone(), ProfileErrorKind::NoValue { ukuran: entry.kunci.clone() });
        }
        Ukuran {
            nama: Written { text: entry.kunci.clone(), line, column },
            rumus: section.get("rumus").and_then(|item| self.written(&item)),
            sebutan: self.optional_text(section, "sebutan").unwrap_or_else(|| in_words(&entry.kunci)),
            satuan: self.optional_text(section, "satuan"),
            tetapan,
            skor,
            asal,
            utamakan_tetapan: self.yes_no(section, "utamakan_tetapan", false),
        }
    }

    fn skor(&mut self, section: &Section<'a>) -> BTreeMap<String, Decimal> {
        let Some(item) = section.get("skor") else { return BTreeMap::new() };
        let mut scores = BTreeMap::new();
        for mut entry in self.entries(&item, Expected::Table) {
            entry.contoh = format!("{} = 90", entry.kunci);
            if let Some(score) = self.number(&entry) {
                scores.insert(entry.kunci.trim().to_owned(), score);
            }
        }
        scores
    }

    fn tetapan(&mut self, section: &Section<'a>, skor: &BTreeMap<String, Decimal>) -> BTreeMap<Year, Score> {
        let Some(item) = section.get("tetapan") else { return BTreeMap::new() };
        let mut values = BTreeMap::new();
        for mut entry in self.entries(&item, Expected::YearTable) {
            entry.contoh = format!("{} = 1250", entry.kunci);
            let year = self.year_key("tetapan", &entry);
            entry.kunci = format!("tetapan {}", entry.kunci);
            let score = match entry.value {
                DeValue::String(text) => self.fixed_text(&entry, text, section, skor),
                _ => self.number(&entry).map(Score::Number),
            };
            if let Some((year, score)) = year.zip(score) {
                values.insert(year, score);
            }
        }
        values
    }

    /// A predicate with its score, or an Indonesian number.
    fn fixed_text(
        &mut self,
        entry: &Item<'a>,
        text: &str,
        section: &Section<'a>,
        skor: &BTreeMap<String, Decimal>,
    ) -> Option<Score> {
        let text = text.trim();
        if let Some(score) = skor.get(text) {
            return Some(Score::Predicate { text: text.to_owned(), score: *score });
        }
        if text.is_empty() {
            self.blank(entry);
            return None;
        }
        if text.contains(UNFILLED) {
            self.unfilled(entry);
            return None;
        }
        match parse_indonesian(text) {
            Ok(number) => return Some(Score::Number(number)),
            Err(NumberTrouble::NotANumber) if !text.starts_with(|c: char| c.is_ascii_digit()) => {}
            Err(trouble) => {
                self.number_trouble(entry, trouble);
                return None;
            }
        }
        let predikat = text.to_owned();
        let kind = if section.get("skor").is_some() {
            let mirip = self.nearest(text, skor.keys().map(String::as_str)).map(str::to_owned);
            ProfileErrorKind::PredicateUnknown { predikat, mirip }
        } else {
            ProfileErrorKind::SkorMissing { predikat }
        };
        self.error(entry.span.clone(), kind);
        None
    }
}

fn is_empty_table(item: &Item<'_>) -> bool {
    item.value.as_table().is_some_and(|table| table.is_empty())
}
