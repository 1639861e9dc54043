//! A source as its profile and the formulas describe it, before any file is read.

use super::field::{fields_of, is_recap, name_fields};
use super::{FieldInfo, Need};
use crate::profile::{Dictionary, Instansi, Sumber};
use crate::table::Hints;
use crate::text::label::spelt_words;
use crate::text::region::{Region, regions};
use crate::vocabulary::Year;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(crate) struct Source<'a> {
    pub sumber: &'a Sumber,
    pub fields: Vec<FieldInfo>,
    /// The fields that may hold a row's name, the best first.
    pub names: Vec<Arc<str>>,
    pub recap: bool,
    /// Words of the profile's own texts: the office's name and place, what the source is called.
    pub own_words: BTreeSet<String>,
    /// What headings may say without taking a part of what is counted: what the rows
    /// are, and the office's own place.
    pub heading_words: BTreeSet<String>,
    /// The office's own kabupaten or kota, where the profile names one.
    pub region: Option<Region>,
    pub needs: BTreeMap<Year, Need>,
}

/// The words of texts that the profile holds.
fn own_words<'t>(texts: impl IntoIterator<Item = &'t String>) -> BTreeSet<String> {
    texts.into_iter().flat_map(|text| spelt_words(text)).collect()
}

/// What a dictionary's rows are, as headings say it.
pub(crate) fn subject(bentuk: Dictionary) -> &'static [&'static str] {
    match bentuk {
        Dictionary::Keragaan => &["koperasi"],
        Dictionary::Umkm => &["umkm", "ukm", "ikm", "usaha", "pelaku", "pemilik", "pengusaha"],
        Dictionary::None => &[],
    }
}

impl<'a> Source<'a> {
    /// The source with the words of the office's own texts, which are known to it.
    pub(crate) fn with_office(mut self, instansi: &Instansi) -> Self {
        self.own_words.append(&mut own_words([&instansi.nama, &instansi.daerah]));
        self.heading_words.append(&mut own_words([&instansi.daerah]));
        self.region = regions(&instansi.daerah).into_iter().next();
        self
    }

    /// Whether a label over rows names another kabupaten or kota than the office's own.
    pub(crate) fn names_another(&self, label: &str) -> bool {
        let own = self.region.as_ref();
        own.is_some_and(|own| regions(label).iter().any(|region| region.is_another(own)))
    }

    /// The source with what formulas want of it, each year once.
    pub(crate) fn new(sumber: &'a Sumber, needs: &[Need]) -> Self {
        let fields = fields_of(sumber);
        let names = name_fields(sumber, &fields);
        let mut by_year: BTreeMap<Year, Need> = BTreeMap::new();
        for need in needs.iter().filter(|need| need.sumber == sumber.id) {
            match by_year.get_mut(&need.tahun) {
                Some(merged) => {
                    merged.isian.extend(need.isian.iter().cloned());
                    merged.dihitung.extend(need.dihitung.iter().cloned());
                    merged.wajib.extend(need.wajib.iter().cloned());
                    merged.untuk.extend(need.untuk.iter().cloned());
                    merged.joined |= need.joined;
                    merged.required |= need.required;
                }
                None => {
                    by_year.insert(need.tahun, need.clone());
                }
            }
        }
        let heading_words = subject(sumber.bentuk).iter().map(|word| (*word).to_owned()).collect();
        let own_words = own_words([&sumber.nama]);
        Self { sumber, recap: is_recap(sumber), fields, names, own_words, heading_words, region: None, needs: by_year }
    }

    /// What the headings' finder is told before it looks.
    pub(crate) fn hints(&self) -> Hints {
        let Self { sumber, heading_words, .. } = self;
        Hints { header_rows: sumber.baris_judul, own_words: heading_words.clone(), arti: sumber.arti.clone() }
    }

    /// Whether every sheet that fits counts.
    pub(crate) fn counts_all_sheets(&self) -> bool {
        self.sumber.lembar.as_ref().is_some_and(|lembar| lembar.text == "semua")
    }

    /// Whether a year of it may be read from more than one file.
    pub(crate) fn has_several_files(&self) -> bool {
        let is_many = |pattern: &str| pattern.contains('*') || pattern.replace("{tahun}", "").contains('{');
        self.sumber.berkas.len() > 1 || self.sumber.berkas.iter().any(|berkas| is_many(&berkas.text))
    }

    /// Whether rows of this year are joined with another year's.
    pub(crate) fn joined(&self, tahun: Year) -> bool {
        let is_joined = |tahun: Year| self.needs.get(&tahun).is_some_and(|need| need.joined);
        // A later year that looks back joins this one too.
        is_joined(tahun) || self.needs.contains_key(&tahun) && is_joined(tahun + 1)
    }

    /// Whether a figure rests on this field in this year.
    pub(crate) fn rests(&self, field: &FieldInfo, tahun: Year) -> bool {
        let Some(need) = self.needs.get(&tahun) else { return false };
        need.isian.contains(&*field.isian) || field.is_key && self.joined(tahun)
    }

    /// Whether formulas count this field's filled cells or different values, or tell entities by it.
    pub(crate) fn identifies(&self, field: &FieldInfo) -> bool {
        field.is_key || self.counts(field)
    }

    /// Whether formulas count this field's filled cells or different values.
    pub(crate) fn counts(&self, field: &FieldInfo) -> bool {
        self.needs.values().any(|need| need.dihitung.contains(&*field.isian))
    }

    /// The fields that figures of these years rest on, known or not.
    pub(crate) fn resting(&self, years: &BTreeSet<Year>) -> BTreeSet<Arc<str>> {
        let mut resting = BTreeSet::new();
        for tahun in years {
            let Some(need) = self.needs.get(tahun) else { continue };
            resting.extend(need.isian.iter().map(|isian| Arc::from(isian.as_str())));
            if self.joined(*tahun) {
                resting.extend(self.sumber.kunci.iter().map(|key| Arc::from(key.text.as_str())));
            }
        }
        resting
    }

    /// Whether a year may do without this field: no figure of the report year reads it
    /// there. A key is such only where none reads the year at all.
    pub(crate) fn may_lack(&self, isian: &str, tahun: Year) -> bool {
        let Some(need) = self.needs.get(&tahun) else { return true };
        let is_key = self.joined(tahun) && self.sumber.kunci.iter().any(|key| key.text == isian);
        if is_key && need.required { false } else { !need.wajib.contains(isian) }
    }

    /// The key's fields that joining this year takes.
    pub(crate) fn joining_keys(&self, tahun: Year) -> impl Iterator<Item = &str> {
        let joined = self.joined(tahun);
        self.sumber.kunci.iter().map(|key| key.text.as_str()).filter(move |_| joined)
    }

    pub(crate) fn years(&self) -> BTreeSet<Year> {
        self.needs.keys().copied().collect()
    }

    pub(crate) fn field(&self, isian: &str) -> Option<usize> {
        self.fields.iter().position(|field| &*field.isian == isian)
    }
}
