//! `[[sasaran]]` and `[[sasaran.indikator]]`: what the form lists.

use super::error::{Expected, ProfileErrorKind};
use super::keys;
use super::reading::{Item, Reading, Section};
use super::{Arah, Indikator, Sasaran, Tercetak};
use crate::vocabulary::Year;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

impl<'a> Reading<'a> {
    pub(super) fn sasaran(&mut self, root: &Section<'a>) -> Vec<Sasaran> {
        let Some(item) = self.required(root, "sasaran") else { return Vec::new() };
        let mut goals = Vec::new();
        for (index, item) in self.tables_not_empty(&item).iter().enumerate() {
            let Some(section) = self.section(&keys::SASARAN, item) else { continue };
            let uraian = self.optional_text(&section, "uraian").unwrap_or_default();
            goals.push(Sasaran { uraian, indikator: self.indikator(&section, index + 1) });
        }
        goals
    }

    fn indikator(&mut self, section: &Section<'a>, sasaran: usize) -> Vec<Indikator> {
        let Some(item) = section.get("indikator") else {
            if !section.misspelt("indikator") {
                self.error(section.span.clone(), ProfileErrorKind::NoIndikator);
            }
            return Vec::new();
        };
        let mut indicators = Vec::new();
        for (index, item) in self.tables_not_empty(&item).iter().enumerate() {
            if let Some(section) = self.section(&keys::INDIKATOR, item) {
                indicators.push(self.indicator(&section, format!("{sasaran}.{}", index + 1)));
            }
        }
        indicators
    }

    fn indicator(&mut self, section: &Section<'a>, id: String) -> Indikator {
        let nama = self.required_text(section, "nama");
        let arah = section.get("arah").and_then(|item| self.choice(&item, &[("naik", Arah::Naik), ("turun", Arah::Turun)]));
        let target = self.targets(section, "target");
        let target_akhir = self.targets(section, "target_akhir");
        let stated = section.get("target").filter(|_| !target.is_empty());
        let stated = stated.or_else(|| section.get("target_akhir").filter(|_| !target_akhir.is_empty()));
        if let Some(item) = stated.filter(|_| section.get("arah").is_none()) {
            self.error(item.key_span, ProfileErrorKind::ArahMissing { nama: nama.clone() });
        }
        if let Some(item) = section.get("target_akhir").filter(|_| target_akhir.len() > 1) {
            self.error(item.key_span, ProfileErrorKind::SeveralFinalTargets { nama: nama.clone() });
        }
        let two = target_akhir.iter().find_map(|(year, last)| {
            let own = target.get(year).filter(|own| *own != last)?;
            Some((*year, *own, *last))
        });
        if let (Some((tahun, target, akhir)), Some(item)) = (two, section.get("target_akhir")) {
            self.error(item.key_span, ProfileErrorKind::TwoTargets { nama: nama.clone(), tahun, target, akhir });
        }
        Indikator {
            id,
            nama,
            penjelasan: self.optional_text(section, "penjelasan"),
            definisi_operasional: self.optional_text(section, "definisi_operasional"),
            alasan: self.optional_text(section, "alasan"),
            tipe_penghitungan: self.optional_text(section, "tipe_penghitungan"),
            rumus: self.required(section, "rumus").and_then(|item| self.written(&item)).unwrap_or_default(),
            satuan: self.optional_text(section, "satuan"),
            desimal: section
                .get("desimal")
                .and_then(|item| self.whole(&item, 0, 12))
                .and_then(|places| u32::try_from(places).ok())
                .unwrap_or(2),
            arah,
            target,
            target_akhir,
            sumber_data: self.optional_text(section, "sumber_data"),
            penanggung_jawab: self.optional_text(section, "penanggung_jawab"),
            tercetak: section.get("tercetak").and_then(|item| self.tercetak(&item)),
            line: self.line(&section.span),
        }
    }

    fn targets(&mut self, section: &Section<'a>, key: &'static str) -> BTreeMap<Year, Decimal> {
        let Some(item) = section.get(key) else { return BTreeMap::new() };
        let mut targets = BTreeMap::new();
        for mut entry in self.entries(&item, Expected::YearTable) {
            entry.contoh = format!("{key} = {{ 2021 = \"5,25\" }}");
            let year = self.year_key(key, &entry);
            entry.kunci = format!("{key} {}", entry.kunci);
            let number = self.number(&entry);
            if let Some((year, number)) = year.zip(number) {
                targets.insert(year, number);
            }
        }
        targets
    }

    fn tercetak(&mut self, item: &Item<'a>) -> Option<Tercetak> {
        let section = self.section(&keys::TERCETAK, item)?;
        Some(Tercetak {
            pembilang: self.required_text(&section, "pembilang"),
            penyebut: self.optional_text(&section, "penyebut"),
            pengali: self.optional_text(&section, "pengali"),
        })
    }
}
