//! One office's run, room after room.

use super::{font_files, words_id as words};
use crate::dataset::{self, Dataset, Sources};
use crate::diagnostic::{Temuan, Tingkat};
use crate::document::{self, Document, Letterhead, Meta, PageSetup, SheetPlan, TemplateSet};
use crate::formula::Evaluator;
use crate::indicator::{self, Figures, PROFILE_FILE, Plan};
use crate::profile::{self, Orientasi, Profile};
use crate::render::{pdf, xlsx};
use crate::report::{self, Built};
use crate::vocabulary::Year;
use crate::workbook::Reader;
use std::path::{Path, PathBuf};

/// What the files say made them.
pub const PROGRAM: &str = concat!("iku ", env!("CARGO_PKG_VERSION"));

/// An office's profile, data and figures, with everything that was found.
pub struct Office {
    folder: PathBuf,
    pub profile: Profile,
    pub plan: Plan,
    pub dataset: Dataset,
    pub figures: Figures,
    pub temuan: Vec<Temuan>,
}

/// The report's files, not yet written.
pub struct Made {
    pub pdf: pdf::Pdf,
    pub xlsx: Vec<u8>,
    pub draf: bool,
}

/// Why there is nothing to show, apart from findings in the data.
pub enum Trouble {
    /// Each error of `iku.toml` as it is shown.
    Profile {
        shown: Vec<String>,
    },
    Template(String),
    Page(String),
}

impl Office {
    /// Reads the profile, the data it needs, and computes the figures.
    pub fn read(folder: &Path, tahun: Option<Year>) -> Result<Self, Trouble> {
        let profile = profile::load(folder).map_err(|errors| shown(folder, &errors))?;
        let plan = indicator::plan(&profile, tahun.unwrap_or(profile.laporan.tahun)).map_err(|errors| shown(folder, &errors))?;
        let reader = Reader::new(profile.batas_baca);
        let reader = match super::run::own_program() {
            Some(program) => reader.with_child(program),
            None => reader,
        };
        let mut temuan = Vec::new();
        let sources = Sources { folder, profile: &profile, reader: &reader };
        let dataset = dataset::read(&sources, &plan.needs).collect_into(&mut temuan);
        let evaluator = Evaluator::new(&dataset, &plan.measures);
        let figures = indicator::compute(&profile, &plan, &evaluator).collect_into(&mut temuan);
        Ok(Self { folder: folder.to_owned(), profile, plan, dataset, figures, temuan })
    }

    pub fn tahun(&self) -> Year {
        self.plan.tahun
    }

    pub fn has_galat(&self) -> bool {
        self.temuan.iter().any(|one| one.tingkat() == Tingkat::Galat)
    }

    /// Each indicator's id, name and figure as shown.
    pub fn headline(&self) -> Vec<(String, String, String)> {
        let built = self.report(false);
        let row = |row: report::CapaianRow| {
            let satuan = if row.realisasi.nama.is_some() { row.satuan } else { String::new() };
            (row.id, row.nama, format!("{} {satuan}", row.realisasi.tampil).trim_end().to_owned())
        };
        built.report.capaian.baris.into_iter().map(row).collect()
    }

    pub fn report(&self, draf: bool) -> Built {
        let evaluator = Evaluator::new(&self.dataset, &self.plan.measures);
        report::build(&report::Inputs {
            profile: &self.profile,
            plan: &self.plan,
            dataset: &self.dataset,
            evaluator: &evaluator,
            figures: &self.figures,
            temuan: &self.temuan,
            draf,
        })
    }

    /// Renders the report.
    pub fn make(&self, draf: bool) -> Result<Made, Trouble> {
        let document = self.document(draf)?;
        let pdf = pdf::render(&document).map_err(|error| Trouble::Page(error.to_string()))?;
        let xlsx = xlsx::render(&document).map_err(|error| Trouble::Page(error.to_string()))?;
        Ok(Made { pdf, xlsx, draf })
    }

    /// The one document that both renderers take.
    pub fn document(&self, draf: bool) -> Result<Document, Trouble> {
        let built = self.report(draf);
        let template = self.template()?;
        let mut parts = Vec::new();
        for part in &self.profile.laporan.bagian {
            if !template.has_part(part) {
                return Err(Trouble::Template(words::part_missing(part, &self.profile.laporan.templat)));
            }
            let rendered =
                document::render_part(&template, part, &built.report).map_err(|error| Trouble::Template(error.to_string()))?;
            parts.push(rendered);
        }
        let sheets = sheets(&self.profile.laporan.bagian, built.calculation, built.data);
        Ok(Document { meta: self.meta(), page: self.page()?, parts, sheets, figures: built.figures, draf })
    }

    fn template(&self) -> Result<TemplateSet, Trouble> {
        let name = &self.profile.laporan.templat;
        if let Some(set) = TemplateSet::builtin(name) {
            return Ok(set);
        }
        let folder = self.folder.join("templat").join(name);
        if !folder.is_dir() {
            return Err(Trouble::Template(words::template_missing(name)));
        }
        TemplateSet::from_folder(&folder).map_err(|error| Trouble::Template(error.to_string()))
    }

    fn meta(&self) -> Meta {
        let profile = &self.profile;
        Meta {
            title: format!("{} {} {}", profile.laporan.judul, profile.instansi.daerah, self.tahun()),
            author: format!("{} {}", profile.instansi.nama, profile.instansi.daerah),
            subject: format!("{} {}", profile.laporan.judul, self.tahun()),
            date: profile.penandatangan[0].tanggal,
            program: PROGRAM.to_owned(),
            language: "id-ID".to_owned(),
        }
    }

    fn page(&self) -> Result<PageSetup, Trouble> {
        let laporan = &self.profile.laporan;
        let (short, long) = laporan.kertas;
        let (width, height) = match laporan.orientasi {
            Orientasi::Potret => (short, long),
            Orientasi::Lanskap => (long, short),
        };
        let letterhead = match &laporan.kop {
            None => None,
            Some(kop) => {
                let emblem = kop.lambang.as_ref().map(|lambang| {
                    std::fs::read(self.folder.join(lambang)).map_err(|error| Trouble::Page(format!("{lambang}: {error}")))
                });
                Some(Letterhead { emblem: emblem.transpose()?, lines: kop.baris.clone() })
            }
        };
        Ok(PageSetup {
            width,
            height,
            top: laporan.margin.atas,
            bottom: laporan.margin.bawah,
            left: laporan.margin.kiri,
            right: laporan.margin.kanan,
            font: laporan.huruf.clone(),
            font_files: font_files::read(&self.folder, &laporan.huruf)?,
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

fn shown(folder: &Path, errors: &[profile::ProfileError]) -> Trouble {
    let source = std::fs::read_to_string(folder.join(PROFILE_FILE)).unwrap_or_default();
    Trouble::Profile { shown: errors.iter().map(|error| error.show(PROFILE_FILE, &source)).collect() }
}
