//! `[capaian]`: how achievement is reckoned and named.

use super::error::{Expected, ProfileErrorKind};
use super::keys;
use super::reading::{Item, Reading, Section};
use super::{CapaianRule, Predikat, TurunRule};
use rust_decimal::Decimal;

/// The national scale, as the contract shows it.
const DEFAULT_PREDIKAT: [(&str, Option<i64>); 5] =
    [("Sangat Tinggi", Some(90)), ("Tinggi", Some(75)), ("Sedang", Some(65)), ("Rendah", Some(50)), ("Sangat Rendah", None)];

impl<'a> Reading<'a> {
    pub(super) fn capaian(&mut self, root: &Section<'a>) -> CapaianRule {
        let section = root.get("capaian").and_then(|item| self.section(&keys::CAPAIAN, &item));
        let Some(section) = section else { return default_rule() };
        let default = default_rule();
        CapaianRule {
            turun: section.get("turun").and_then(|item| self.turun(&item)).unwrap_or(default.turun),
            batas: section.get("batas").and_then(|item| self.batas(&item)),
            predikat: match section.get("predikat") {
                Some(item) => self.predikat(&item),
                None => default.predikat,
            },
        }
    }

    fn turun(&mut self, item: &Item<'a>) -> Option<TurunRule> {
        let text = self.filled(item)?;
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
        match plain.as_str() {
            "(2T-R)/T" => Some(TurunRule::TwiceTargetMinus),
            "T/R" => Some(TurunRule::TargetOverReal),
            _ => self.choice(item, &[("(2T-R)/T", TurunRule::TwiceTargetMinus), ("T/R", TurunRule::TargetOverReal)]),
        }
    }

    fn batas(&mut self, item: &Item<'a>) -> Option<(Decimal, Decimal)> {
        let ends = self.list(item, Expected::TwoNumbers)?;
        let [low, high] = ends.as_slice() else {
            self.wrong_type(item, Expected::TwoNumbers);
            return None;
        };
        let (low, high) = (self.number(low), self.number(high));
        let (low, high) = low.zip(high)?;
        if low >= high {
            self.error(item.span.clone(), ProfileErrorKind::BatasOrder);
            return None;
        }
        Some((low, high))
    }

    fn predikat(&mut self, item: &Item<'a>) -> Vec<Predikat> {
        let Some(entries) = self.list(item, Expected::PredikatList) else { return Vec::new() };
        let mut steps: Vec<Predikat> = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            let Some((label, cut)) = self.step(entry) else { continue };
            let is_last = index + 1 == entries.len();
            let above = cut.as_ref().and_then(|cut| self.number(cut));
            match (&cut, is_last) {
                (Some(cut), true) => self.error(cut.span.clone(), ProfileErrorKind::PredikatLastHasCut),
                (None, false) => {
                    self.error(entry.span.clone(), ProfileErrorKind::PredikatNeedsCut { label: label.clone() });
                }
                _ => {}
            }
            let before = steps.iter().rev().find_map(|step| step.above);
            if above.zip(before).is_some_and(|(above, before)| above >= before) && !is_last {
                self.error(entry.span.clone(), ProfileErrorKind::PredikatOrder { label: label.clone() });
            }
            steps.push(Predikat { label, above });
        }
        steps
    }

    /// `["Tinggi", 75]`, or `["Rendah"]`.
    fn step(&mut self, entry: &Item<'a>) -> Option<(String, Option<Item<'a>>)> {
        let parts = self.list(entry, Expected::PredikatList)?;
        let (label, cut) = match parts.as_slice() {
            [label] => (label, None),
            [label, cut] => (label, Some(cut.clone())),
            _ => {
                self.wrong_type(entry, Expected::PredikatList);
                return None;
            }
        };
        Some((self.filled(label)?, cut))
    }
}

fn default_rule() -> CapaianRule {
    let predikat = DEFAULT_PREDIKAT.map(|(label, above)| Predikat { label: label.to_owned(), above: above.map(Decimal::from) });
    CapaianRule { turun: TurunRule::TwiceTargetMinus, batas: None, predikat: predikat.to_vec() }
}
