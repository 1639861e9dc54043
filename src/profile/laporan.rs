//! `[laporan]`: which year, which template, what page.

use super::error::{Expected, ProfileErrorKind};
use super::keys;
use super::path::PathKind;
use super::reading::{Item, Reading, Section};
use super::{Kop, Laporan, Margin, Orientasi};
use crate::vocabulary::Year;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Templates that the program brings along.
pub const BUILT_IN_TEMPLATES: [&str; 3] = ["iku", "iku-alasan", "iku-definisi"];

/// The report parts that built-in templates have, in their usual order.
pub const BAGIAN: [&str; 4] = ["iku", "capaian", "perhitungan", "catatan"];
/// What a report has on request.
pub const BAGIAN_PESANAN: [&str; 2] = ["bacaan", "pengesahan"];

const DEFAULT_JUDUL: &str = "INDIKATOR KINERJA UTAMA";
/// Portrait, mm. Folio and Legal are 8.5 x 13 and 8.5 x 14 in.
const PAPERS: [(&str, (f32, f32)); 4] =
    [("F4", (215.0, 330.0)), ("A4", (210.0, 297.0)), ("Folio", (215.9, 330.2)), ("Legal", (215.9, 355.6))];
const FACES: [(&str, &str); 3] =
    [("Arial", "Arial"), ("Times New Roman", "Times New Roman"), ("Bookman Old Style", "Bookman Old Style")];
const FONT_FILES: [&str; 3] = [".ttf", ".otf", ".ttc"];
/// No table of the form fits a page with less room than this, mm.
const LEAST_ROOM: f32 = 50.0;

impl<'a> Reading<'a> {
    pub(super) fn laporan(&mut self, root: &Section<'a>) -> Laporan {
        let section = self.required(root, "laporan").and_then(|item| self.section(&keys::LAPORAN, &item));
        let Some(section) = section else { return defaults() };
        let tahun = self.required(&section, "tahun").and_then(|item| self.year(&item));
        let templat = self.templat(&section);
        let bagian = self.bagian(&section, &templat);
        let laporan = Laporan {
            tahun: tahun.unwrap_or(Year(0)),
            judul: match section.get("judul") {
                Some(item) => self.filled(&item).unwrap_or_default(),
                None => DEFAULT_JUDUL.to_owned(),
            },
            templat,
            kertas: self.kertas(&section),
            orientasi: self.pick(
                &section,
                "orientasi",
                &[("lanskap", Orientasi::Lanskap), ("potret", Orientasi::Potret)],
                Orientasi::Lanskap,
            ),
            margin: self.margin(&section),
            huruf: self.huruf(&section),
            bagian,
            tampil_tahun: section
                .get("tampil_tahun")
                .and_then(|item| self.whole(&item, 1, 10))
                .and_then(|years| u32::try_from(years).ok())
                .unwrap_or(3),
            catatan_ringkas: self.pick(&section, "catatan", &[("lengkap", false), ("ringkas", true)], false),
            lampirkan: self.yes_no(&section, "lampirkan", false),
            data_ringkas: self.pick(&section, "lembar_data", &[("lengkap", false), ("ringkas", true)], false),
            kop: self.kop(&section),
        };
        self.check_room(&section, &laporan);
        laporan
    }

    fn pick<T: Clone>(&mut self, section: &Section<'a>, key: &'static str, choices: &[(&str, T)], default: T) -> T {
        section.get(key).and_then(|item| self.choice(&item, choices)).unwrap_or(default)
    }

    fn templat(&mut self, section: &Section<'a>) -> String {
        let Some(item) = section.get("templat") else { return BUILT_IN_TEMPLATES[0].to_owned() };
        let Some(text) = self.filled(&item) else { return String::new() };
        let Some(path) = self.path(&item, &text, PathKind::File) else { return String::new() };
        // The folder may be named with or without the `templat/` that it stands in.
        let name = path.strip_prefix("templat/").unwrap_or(&path).to_owned();
        if name.contains('/') {
            let trouble = super::error::PathTrouble::Slash;
            self.error(item.span, ProfileErrorKind::Path { kunci: item.kunci, found: text, trouble });
        }
        name
    }

    fn bagian(&mut self, section: &Section<'a>, templat: &str) -> Vec<String> {
        let Some(item) = section.get("bagian") else { return BAGIAN.map(str::to_owned).to_vec() };
        let parts = match item.value.as_array() {
            Some(array) if array.iter().next().is_some() => self.list(&item, Expected::List).unwrap_or_default(),
            Some(_) => {
                self.blank(&item);
                Vec::new()
            }
            None => {
                self.wrong_type(&item, Expected::List);
                Vec::new()
            }
        };
        let known: Vec<_> = BAGIAN.into_iter().chain(BAGIAN_PESANAN).map(|part| (part, part.to_owned())).collect();
        let mut seen: Vec<String> = Vec::new();
        // An office's own copy goes before the built-in template of the same name.
        let is_own = || self.folder.is_some_and(|folder| folder.join("templat").join(templat).is_dir());
        let is_built_in = BUILT_IN_TEMPLATES.contains(&templat) && !is_own();
        for part in parts {
            let name = match is_built_in {
                true => self.choice(&part, &known),
                false => self.filled(&part).map(|text| text.trim().to_owned()),
            };
            let Some(name) = name else { continue };
            if seen.contains(&name) {
                self.error(part.span, ProfileErrorKind::DuplicateItem { kunci: part.kunci, item: name });
            } else {
                seen.push(name);
            }
        }
        seen
    }

    fn kertas(&mut self, section: &Section<'a>) -> (f32, f32) {
        let Some(item) = section.get("kertas") else { return PAPERS[0].1 };
        if item.value.is_str() {
            return self.choice(&item, &PAPERS).unwrap_or(PAPERS[0].1);
        }
        let Some(sides) = self.list(&item, Expected::NameOrSize) else { return PAPERS[0].1 };
        let [width, height] = sides.as_slice() else {
            self.wrong_type(&item, Expected::NameOrSize);
            return PAPERS[0].1;
        };
        // From a small leaflet to A0.
        let width = self.millimetres(width, 100, 1500);
        let height = self.millimetres(height, 100, 1500);
        width.zip(height).unwrap_or(PAPERS[0].1)
    }

    pub(super) fn millimetres(&mut self, item: &Item<'a>, least: u32, most: u32) -> Option<f32> {
        let number = self.number(item)?;
        if number < Decimal::from(least) || number > Decimal::from(most) {
            self.out_of_range(item, format!("{least} mm"), format!("{most} mm"));
            return None;
        }
        number.to_f32()
    }

    fn margin(&mut self, section: &Section<'a>) -> Margin {
        let inner = section.get("margin").and_then(|item| self.section(&keys::MARGIN, &item));
        let Some(inner) = inner else { return Margin::DEFAULT };
        let mut side =
            |key: &'static str, default: f32| inner.get(key).and_then(|item| self.millimetres(&item, 0, 500)).unwrap_or(default);
        Margin {
            atas: side("atas", Margin::DEFAULT.atas),
            bawah: side("bawah", Margin::DEFAULT.bawah),
            kiri: side("kiri", Margin::DEFAULT.kiri),
            kanan: side("kanan", Margin::DEFAULT.kanan),
        }
    }

    fn huruf(&mut self, section: &Section<'a>) -> String {
        let Some(item) = section.get("huruf") else { return FACES[0].0.to_owned() };
        let Some(text) = self.filled(&item) else { return String::new() };
        let lower = text.trim().to_lowercase();
        if FONT_FILES.iter().any(|ending| lower.ends_with(ending)) {
            return self.path(&item, &text, PathKind::File).unwrap_or_default();
        }
        self.choice(&item, &FACES).unwrap_or(FACES[0].1).to_owned()
    }

    fn kop(&mut self, section: &Section<'a>) -> Option<Kop> {
        let item = section.get("kop")?;
        let inner = self.section(&keys::KOP, &item)?;
        let lambang = inner.get("lambang").and_then(|item| {
            let text = self.optional_text(&inner, "lambang")?;
            self.path(&item, &text, PathKind::File)
        });
        let baris = self.optional_texts(&inner, "baris");
        // A letterhead of nothing would still draw its rule.
        (lambang.is_some() || !baris.is_empty()).then_some(Kop { lambang, baris })
    }

    /// Whether the margins leave room on the page as it will lie.
    fn check_room(&mut self, section: &Section<'a>, laporan: &Laporan) {
        let (short, long) = (laporan.kertas.0.min(laporan.kertas.1), laporan.kertas.0.max(laporan.kertas.1));
        let (width, height) = match laporan.orientasi {
            Orientasi::Lanskap => (long, short),
            Orientasi::Potret => (short, long),
        };
        let margin = laporan.margin;
        if width - margin.kiri - margin.kanan < LEAST_ROOM || height - margin.atas - margin.bawah < LEAST_ROOM {
            let span = section.get("margin").or_else(|| section.get("kertas")).map_or(section.span.clone(), |item| item.span);
            self.error(span, ProfileErrorKind::MarginsLeaveNothing);
        }
    }
}

fn defaults() -> Laporan {
    Laporan {
        tahun: Year(0),
        judul: DEFAULT_JUDUL.to_owned(),
        templat: BUILT_IN_TEMPLATES[0].to_owned(),
        kertas: PAPERS[0].1,
        orientasi: Orientasi::Lanskap,
        margin: Margin::DEFAULT,
        huruf: FACES[0].1.to_owned(),
        bagian: BAGIAN.map(str::to_owned).to_vec(),
        tampil_tahun: 3,
        catatan_ringkas: false,
        lampirkan: false,
        data_ringkas: false,
        kop: None,
    }
}
