//! The one document of a report: its template filled, its page set up.

use super::trouble::Trouble;
use super::words_id as words;
use super::{Office, PROGRAM};
use crate::document::{self, Document, Letterhead, Meta, PageSetup, SheetPlan, Shown, TemplateSet};
use crate::profile::Orientasi;
use crate::render::family::Family;
use crate::report::{self, Built, Report};
use crate::threads::in_two;
use crate::vocabulary::{for_page, nearest};

impl Office {
    /// The one document that both renderers take.
    pub(super) fn document(&self, built: Built) -> Result<(Report, Document), Trouble> {
        let draf = built.report.draf;
        let template = self.template()?;
        let parts = in_two(self.profile.laporan.bagian.iter().collect(), |part| {
            if !template.has_part(part) {
                return Err(Trouble::Template(words::part_missing(part, &self.profile.laporan.templat)));
            }
            document::render_part_of(&template, part, &built.report, &built.shown)
                .map_err(|error| Trouble::Template(error.to_string()))
        });
        let parts = parts.into_iter().collect::<Result<Vec<_>, Trouble>>()?;
        let foot = document::render_foot(&template, &built.report).map_err(|error| Trouble::Template(error.to_string()))?;
        let mut sheets = sheets(&self.profile.laporan.bagian, built.calculation, built.data);
        sheets.extend(built.reading.map(SheetPlan::Data));
        self.own_sheets(&template, (&built.report, &built.shown), &mut sheets)?;
        let (meta, page, figures) = (self.meta(draf), self.page()?, built.figures);
        Ok((built.report, Document { meta, page, parts, sheets, foot, figures, draf }))
    }

    /// Sheets that say more than their pages: the notes what the page leaves out and which of their words follow a
    /// change, as do the reading and who answers for the data; capaian what a change may bring out of its limits.
    fn own_sheets(
        &self,
        template: &TemplateSet,
        (report, shown): (&Report, &Shown),
        sheets: &mut Vec<SheetPlan>,
    ) -> Result<(), Trouble> {
        let mut whole = report.clone();
        whole.catatan.ringkas = false;
        whole.catatan.lembar = true;
        whole.capaian.lembar = true;
        report::living(&self.profile, &mut whole.capaian);
        let bagian = &self.profile.laporan.bagian;
        let is_paged = |name: &str| bagian.iter().any(|part| part == name);
        // Each with its place among the sheets; one that the pages do not have is on its sheet all the same.
        let mut own: Vec<(usize, Option<usize>, &str)> = Vec::new();
        for (at, sheet) in sheets.iter().enumerate() {
            let SheetPlan::Part(index) = sheet else { continue };
            let part = bagian.get(*index).map(String::as_str);
            own.extend(
                part.filter(|part| ["capaian", "catatan", "bacaan", "pengesahan"].contains(part))
                    .map(|part| (at, Some(*index), part)),
            );
        }
        let is_form =
            |sheet: &SheetPlan| matches!(sheet, SheetPlan::Part(index) if bagian.get(*index).is_some_and(|part| part == "iku"));
        let behind_form = sheets.iter().position(is_form).map_or(0, |at| at + 1);
        let notes = sheets.iter().rposition(|sheet| matches!(sheet, SheetPlan::Data(data) if !data.aside)).map_or(0, |at| at + 1);
        for (at, name) in [(0, "iku"), (behind_form, "capaian"), (notes, "catatan")] {
            if !is_paged(name) && template.has_part(name) {
                own.push((at, None, name));
            }
        }
        let made = in_two(own, |(at, of, part)| (at, of, document::render_part_of(template, part, &whole, shown)));
        let mut more = Vec::new();
        for (at, of, part) in made {
            let own = SheetPlan::Own { of, part: part.map_err(|error| Trouble::Template(error.to_string()))? };
            match (of, sheets.get_mut(at)) {
                (Some(_), Some(sheet)) => *sheet = own,
                _ => more.push((at, own)),
            }
        }
        // From the last on, so that those before keep their places.
        more.into_iter().rev().for_each(|(at, own)| sheets.insert(at, own));
        Ok(())
    }

    pub(super) fn template(&self) -> Result<TemplateSet, Trouble> {
        let name = &self.profile.laporan.templat;
        let folder = self.folder().join("templat").join(name);
        // An office's own copy goes before the built-in template of the same name.
        if folder.is_dir() {
            return TemplateSet::from_folder(self.folder(), &folder, self.profile.batas_baca.tautan)
                .map_err(|error| Trouble::Template(error.to_string()));
        }
        TemplateSet::builtin(name).ok_or_else(|| {
            let known: Vec<&str> = TemplateSet::builtin_names().collect();
            Trouble::Template(words::template_missing(name, &known, nearest(name, known.iter().copied())))
        })
    }

    /// Whether the pages can be set up at all: the template with the parts that are asked for, the emblem, the fonts.
    ///
    /// # Errors
    /// What of it is not there.
    pub fn check_pages(&self) -> Result<(), Trouble> {
        let template = self.template()?;
        let laporan = &self.profile.laporan;
        match laporan.bagian.iter().find(|part| !template.has_part(part)) {
            Some(part) => Err(Trouble::Template(words::part_missing(part, &laporan.templat))),
            None => self.page().map(drop),
        }
    }

    fn meta(&self, draf: bool) -> Meta {
        let profile = &self.profile;
        let title = format!("{} {} {}", profile.laporan.judul, profile.instansi.daerah, self.tahun());
        Meta {
            title: if draf { words::draft(&title) } else { title },
            author: format!("{} {}", profile.instansi.nama, profile.instansi.daerah),
            subject: format!("{} {}", profile.laporan.judul, self.tahun()),
            date: profile.tanggal(),
            program: PROGRAM.to_owned(),
            language: "id-ID".to_owned(),
        }
        .shown()
    }

    pub(super) fn page(&self) -> Result<PageSetup, Trouble> {
        let laporan = &self.profile.laporan;
        let links = self.profile.batas_baca.tautan;
        // However its sides are given: `orientasi` says how it lies.
        let (short, long) = (laporan.kertas.0.min(laporan.kertas.1), laporan.kertas.0.max(laporan.kertas.1));
        let (width, height) = match laporan.orientasi {
            Orientasi::Potret => (short, long),
            Orientasi::Lanskap => (long, short),
        };
        let letterhead = match &laporan.kop {
            None => None,
            Some(kop) => {
                let emblem = kop.lambang.as_ref().map(|lambang| document::read_emblem(self.folder(), lambang, links));
                Some(Letterhead { emblem: emblem.transpose()?, lines: kop.baris.iter().map(|line| for_page(line)).collect() })
            }
        };
        let font_files = match Family::built_in(&laporan.huruf) {
            Some(_) => Vec::new(),
            None => document::read_fonts(self.folder(), &laporan.huruf, links)?,
        };
        Ok(PageSetup {
            width,
            height,
            top: laporan.margin.atas,
            bottom: laporan.margin.bawah,
            left: laporan.margin.kiri,
            right: laporan.margin.kanan,
            font: laporan.huruf.clone(),
            font_files,
            letterhead,
        })
    }
}

/// The workbook's sheets: the form, capaian, the live calculation, the data, the notes.
fn sheets(bagian: &[String], calculation: report::DataSheet, data: Vec<report::DataSheet>) -> Vec<SheetPlan> {
    let part = |wanted: fn(&str) -> bool| {
        bagian.iter().enumerate().filter(move |(_, part)| wanted(part)).map(|(index, _)| SheetPlan::Part(index))
    };
    // The page part `perhitungan` is the PDF's; its sheet is the live calculation.
    let before = part(|part| part != "perhitungan" && part != "catatan");
    let live = std::iter::once(calculation).chain(data).map(SheetPlan::Data);
    before.chain(live).chain(part(|part| part == "catatan")).collect()
}
