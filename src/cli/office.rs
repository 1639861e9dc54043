//! One office's run, room after room.

use super::{record, words_id as words};
use crate::dataset::{self, Dataset, Sources};
use crate::deliver;
use crate::diagnostic::{Temuan, Tingkat};
use crate::document::{self, DataSheet, Document, Letterhead, Meta, PageSetup, SheetPlan, TemplateSet};
use crate::formula::Evaluator;
use crate::indicator::{self, Figures, PROFILE_FILE, Plan};
use crate::profile::{self, Orientasi, Profile};
use crate::render::family::Family;
use crate::render::{pdf, xlsx};
use crate::report::{self, Built, Report};
use crate::threads::in_two;
use crate::vocabulary::{Year, nearest};
use crate::workbook::Workbook;
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

/// The names of a report's three files.
pub struct Names {
    pub pdf: String,
    pub xlsx: String,
    pub json: String,
}

impl Names {
    /// `iku-2021.pdf`, of a draft `iku-2021-draf.pdf`, and so on.
    pub fn of(tahun: Year, draf: bool) -> Self {
        let name = |ending: &str| format!("iku-{tahun}{}.{ending}", if draf { "-draf" } else { "" });
        Self { pdf: name("pdf"), xlsx: name("xlsx"), json: name("json") }
    }
}

/// The report's files, not yet written.
pub struct Made {
    pub pdf: pdf::Pdf,
    pub xlsx: Vec<u8>,
    /// [`Office::isi`] of the report.
    pub isi: String,
}

/// Why there is nothing to show, apart from findings in the data.
pub enum Trouble {
    /// Each error of `iku.toml` as it is shown.
    Profile {
        shown: Vec<String>,
    },
    Template(String),
    Page(String),
    /// A file or folder that could not be written.
    Write(String),
}

impl From<deliver::DeliverError> for Trouble {
    fn from(error: deliver::DeliverError) -> Self {
        Trouble::Write(error.to_string())
    }
}

impl From<document::PageFileError> for Trouble {
    fn from(error: document::PageFileError) -> Self {
        Trouble::Page(error.to_string())
    }
}

impl Office {
    /// Reads the profile, the data it needs, and computes the figures.
    pub fn read(folder: &Path, tahun: Option<Year>) -> Result<Self, Trouble> {
        let profile = profile::load(folder).map_err(|errors| shown(folder, &errors))?;
        let plan = indicator::plan(&profile, tahun.unwrap_or(profile.laporan.tahun)).map_err(|errors| shown(folder, &errors))?;
        let reader = super::run::reader(profile.batas_baca);
        let mut temuan = Vec::new();
        let sources = Sources { folder, profile: &profile, reader: &reader };
        let dataset = dataset::read(&sources, &plan.needs).collect_into(&mut temuan);
        let evaluator = Evaluator::new(&dataset, &plan.measures);
        let figures = indicator::compute(&profile, &plan, &evaluator).collect_into(&mut temuan);
        Ok(Self { folder: folder.to_owned(), profile, plan, dataset, figures, temuan })
    }

    /// One of the office's files, read once more; nothing where it cannot be read.
    pub fn workbook(&self, berkas: &str) -> Option<Workbook> {
        super::run::reader(self.profile.batas_baca).read(&self.folder.join(berkas), berkas).ok()
    }

    /// The same with the bytes it was read from.
    pub fn workbook_and_bytes(&self, berkas: &str) -> Option<(Workbook, Vec<u8>)> {
        super::run::reader(self.profile.batas_baca).read_with_bytes(&self.folder.join(berkas), berkas).ok()
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn tahun(&self) -> Year {
        self.plan.tahun
    }

    pub fn has_galat(&self) -> bool {
        self.temuan.iter().any(|one| one.tingkat() == Tingkat::Galat)
    }

    /// Each indicator's id, name and figure as shown.
    pub fn headline(&self) -> Vec<(String, String, String)> {
        let indikator = self.profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator);
        let line = |(indikator, figure): (&profile::Indikator, &indicator::Figure)| {
            (indikator.id.clone(), indikator.nama.clone(), report::headline(indikator, figure))
        };
        indikator.zip(&self.figures.indikator).map(line).collect()
    }

    pub fn report(&self, draf: bool) -> Built {
        let evaluator = Evaluator::new(&self.dataset, &self.plan.measures);
        report::build(&self.inputs(&evaluator, draf))
    }

    /// A figure down to its cells; none where there is no such indicator.
    pub fn explain(&self, id: &str, all: bool) -> Option<report::explain::Explanation> {
        let evaluator = Evaluator::new(&self.dataset, &self.plan.measures);
        report::explain::explain(&self.inputs(&evaluator, false), id, all)
    }

    fn inputs<'a>(&'a self, evaluator: &'a Evaluator<'a>, draf: bool) -> report::Inputs<'a> {
        report::Inputs {
            profile: &self.profile,
            plan: &self.plan,
            dataset: &self.dataset,
            evaluator,
            figures: &self.figures,
            temuan: &self.temuan,
            draf,
        }
    }

    /// The digest of all that a report says: its words and cells, the template it
    /// fills if that is the office's own, and how the page is set up.
    pub fn isi<'s>(&self, report: &Report, sheets: impl Iterator<Item = &'s DataSheet>) -> Result<String, Trouble> {
        let laporan = &self.profile.laporan;
        let own = self.template()?;
        let own = if TemplateSet::builtin(&laporan.templat).as_ref() == Some(&own) { TemplateSet::default() } else { own };
        let page = self.page()?;
        let pictures: Vec<_> = own.pictures.iter().map(|(name, bytes)| (name, deliver::sha256_hex(bytes))).collect();
        let (said, files) = (report::digest(report, sheets), &own.files);
        let said = format!("{said} {files:?} {pictures:?} {page:?} {:?} {}", laporan.bagian, laporan.lampirkan);
        Ok(deliver::sha256_hex(said.as_bytes()))
    }

    /// Renders a report. With `lampirkan` the PDF holds the XLSX and the record:
    /// that record says all that the one on disk does but the PDF's own hash,
    /// which no file can hold of itself.
    pub fn make(&self, built: Built, names: &Names) -> Result<Made, Trouble> {
        let (report, document) = self.document(built)?;
        let draf = report.draf;
        let sheets =
            || document.sheets.iter().filter_map(|sheet| if let SheetPlan::Data(data) = sheet { Some(data) } else { None });
        let failed = |error: xlsx::RenderError| Trouble::Page(error.to_string());
        let filled = xlsx::fill(&document).map_err(failed)?;
        // To compress the workbook takes one thread about as long as another takes for the pages.
        let made = std::thread::scope(|scope| {
            let xlsx = scope.spawn(|| filled.save().map_err(failed));
            let xlsx = || xlsx.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            let failed = |error: pdf::RenderError| Trouble::Page(error.to_string());
            let composed = pdf::compose(&document).map_err(failed)?;
            if !self.profile.laporan.lampirkan {
                let pdf = composed.draw(&[]).map_err(failed)?;
                let isi = self.isi(&report, sheets())?;
                return Ok(Made { pdf, xlsx: xlsx()?, isi });
            }
            let isi = self.isi(&report, sheets())?;
            let xlsx = xlsx()?;
            let record = record::of_report(self, draf, &isi, composed.signatures(), &[(&names.xlsx, &xlsx)]).to_bytes();
            let pdf = composed.draw(&attachments(names, &xlsx, &record)).map_err(failed)?;
            Ok(Made { pdf, xlsx, isi })
        });
        // Its many small pieces are given back while the files are written (without a thread, at once).
        let _ = std::thread::Builder::new().spawn(move || drop((report, document)));
        made
    }

    /// The one document that both renderers take.
    fn document(&self, built: Built) -> Result<(Report, Document), Trouble> {
        let draf = built.report.draf;
        let template = self.template()?;
        let parts = in_two(self.profile.laporan.bagian.iter().collect(), |part| {
            if !template.has_part(part) {
                return Err(Trouble::Template(words::part_missing(part, &self.profile.laporan.templat)));
            }
            document::render_part(&template, part, &built.report).map_err(|error| Trouble::Template(error.to_string()))
        });
        let parts = parts.into_iter().collect::<Result<Vec<_>, Trouble>>()?;
        let foot = document::render_foot(&template, &built.report).map_err(|error| Trouble::Template(error.to_string()))?;
        let sheets = sheets(&self.profile.laporan.bagian, built.calculation, built.data);
        let (meta, page, figures) = (self.meta(), self.page()?, built.figures);
        Ok((built.report, Document { meta, page, parts, sheets, foot, figures, draf }))
    }

    fn template(&self) -> Result<TemplateSet, Trouble> {
        let name = &self.profile.laporan.templat;
        let folder = self.folder.join("templat").join(name);
        // An office's own copy goes before the built-in template of the same name.
        if folder.is_dir() {
            return TemplateSet::from_folder(&folder).map_err(|error| Trouble::Template(error.to_string()));
        }
        TemplateSet::builtin(name).ok_or_else(|| {
            let known: Vec<&str> = TemplateSet::builtin_names().collect();
            Trouble::Template(words::template_missing(name, &known, nearest(name, known.iter().copied())))
        })
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
                let emblem = kop.lambang.as_ref().map(|lambang| document::read_emblem(&self.folder, lambang));
                Some(Letterhead { emblem: emblem.transpose()?, lines: kop.baris.clone() })
            }
        };
        let font_files = match Family::built_in(&laporan.huruf) {
            Some(_) => Vec::new(),
            None => document::read_fonts(&self.folder, &laporan.huruf)?,
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

/// What goes into the PDF with `lampirkan`.
fn attachments<'a>(names: &'a Names, xlsx: &'a [u8], record: &'a [u8]) -> [pdf::Attachment<'a>; 2] {
    [
        pdf::Attachment {
            name: &names.xlsx,
            media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            relation: pdf::Relation::Data,
            description: words::ATTACHED_XLSX,
            bytes: xlsx,
        },
        pdf::Attachment {
            name: &names.json,
            media: "application/json",
            relation: pdf::Relation::Supplement,
            description: words::ATTACHED_RECORD,
            bytes: record,
        },
    ]
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
    let source = profile::read_text(folder).unwrap_or_default();
    Trouble::Profile { shown: errors.iter().map(|error| error.show(PROFILE_FILE, &source)).collect() }
}
