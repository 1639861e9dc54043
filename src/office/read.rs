//! One office's run, room after room: read, judge, compute, report.

use super::changed_reading::{changed_readings, raise_lapsed_keys};
use super::{form, restated, trouble::Trouble};
use crate::checks;
use crate::dataset::{Bacaan, Dataset, Jenis, Sources};
use crate::deliver;
use crate::diagnostic::{Kode, Temuan, Tingkat};
use crate::formula::Evaluator;
use crate::indicator::{self, Figures, Plan};
use crate::intake;
use crate::profile::{self, Profile};
use crate::report::{self, Built};
use crate::vocabulary::{At, Sel, Year};
use crate::watch::{Step, Watch};
use crate::workbook::{Reader, Workbook};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// An office's profile, data and figures, with everything that was found.
pub struct Office {
    folder: PathBuf,
    reader: Reader,
    /// With which risky files are read in a process apart.
    pub(super) program: Option<PathBuf>,
    pub(super) watch: Watch,
    /// `iku.toml` as it was read.
    pub(super) profile_text: String,
    pub profile: Profile,
    pub plan: Plan,
    pub dataset: Dataset,
    pub figures: Figures,
    /// What was found in the data, then what differs from the last report's reading.
    pub temuan: Vec<Temuan>,
    /// How many of `temuan` are of the data: they alone stand on the pages. That the
    /// reading changed is told once; on the pages it would make a revision of its own.
    of_data: usize,
    /// The records of the earlier years that the pages show.
    pub(super) published: Vec<deliver::Record>,
}

/// What a run is given beside the office's folder.
#[derive(Clone, Default)]
pub struct Hands {
    /// This program itself, with which risky files are read in a process apart.
    pub program: Option<PathBuf>,
    pub watch: Watch,
}

impl Office {
    /// Reads the profile, the data it needs, and computes the figures.
    ///
    /// # Errors
    /// The profile is wrong; findings in the data are none, they stand in `temuan`.
    pub fn read(folder: &Path, tahun: Option<Year>, hands: Hands) -> Result<Self, Trouble> {
        let Hands { program, watch } = hands;
        let profile_text = profile::read_text(folder).map_err(|error| Trouble::of_profile(folder, &[error], ""))?;
        let profile =
            profile::parse_in(&profile_text, folder).map_err(|errors| Trouble::of_profile(folder, &errors, &profile_text))?;
        let plan = indicator::plan(&profile, tahun.unwrap_or(profile.laporan.tahun))
            .map_err(|errors| Trouble::of_profile(folder, &errors, &profile_text))?;
        let published = restated::read(folder, &profile, &plan);
        let reader = Reader::new(profile.batas_baca).with_watch(watch.clone());
        let reader = program.clone().map_or_else(|| reader.clone(), |program| reader.clone().with_child(program));
        let sources = Sources { folder, profile: &profile, reader: &reader };
        let (dataset, mut findings) = checks::read_open(&sources, &plan.needs);
        watch.begins(Step::Compute);
        let evaluator = Evaluator::new(&dataset, &plan.measures);
        let figures = indicator::compute(&profile, &plan, &evaluator);
        figures.temuan.into_iter().for_each(|one| findings.add(one));
        form::incomplete(&profile).into_iter().for_each(|one| findings.add(one));
        let last = restated::last_reading(folder, plan.tahun, &published);
        changed_readings(&dataset.bacaan, &last).into_iter().for_each(|one| findings.add(one));
        raise_lapsed_keys(&mut findings, &dataset.bacaan, &last);
        let (figures, mut temuan) = (figures.value, findings.close());
        temuan.sort_by_key(|one| one.kode() == Kode::BacaanBerubah);
        let of_data = temuan.iter().filter(|one| one.kode() != Kode::BacaanBerubah).count();
        Ok(Self {
            folder: folder.to_owned(),
            reader,
            program,
            watch,
            profile_text,
            profile,
            plan,
            dataset,
            figures,
            temuan,
            of_data,
            published,
        })
    }

    /// One of the office's files, read once more; nothing where it cannot be read.
    pub fn workbook(&self, berkas: &str) -> Option<Workbook> {
        self.reader.read(&self.folder.join(berkas), berkas).ok()
    }

    /// The same with the bytes it was read from.
    pub fn workbook_and_bytes(&self, berkas: &str) -> Option<(Workbook, Vec<u8>)> {
        self.reader.read_with_bytes(&self.folder.join(berkas), berkas).ok()
    }

    /// What the column of a cell holds, where it is read.
    pub fn kind_at(&self, at: &At) -> Option<Jenis> {
        let Some(Sel::Cell(cell)) = at.sel else { return None };
        let is_there = |own: At| {
            own.berkas == at.berkas
                && own.lembar == at.lembar
                && matches!(own.sel, Some(Sel::Cell(own)) if own.column == cell.column)
        };
        self.dataset.tables.values().find_map(|table| {
            // The rows of a part have their columns in one place.
            let one_of_each = table.rows.chunk_by(|one, two| one.part == two.part).filter_map(|rows| rows.first());
            let places: Vec<_> = one_of_each.collect();
            table
                .columns
                .iter()
                .enumerate()
                .find_map(|(index, column)| places.iter().any(|row| is_there(table.at(row, index))).then_some(column.jenis))
        })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn tahun(&self) -> Year {
        self.plan.tahun
    }

    /// What was found in the data themselves.
    pub(super) fn temuan_of_data(&self) -> &[Temuan] {
        &self.temuan[..self.of_data]
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
        let mut built = report::build(&self.ingredients(&evaluator, draf));
        built.report.catatan.disajikan_kembali = self.restated_page();
        built
    }

    /// The measures and indicators that rest on a galat.
    pub fn doubtful(&self) -> report::Doubtful {
        let evaluator = Evaluator::new(&self.dataset, &self.plan.measures);
        report::doubtful(&self.ingredients(&evaluator, true))
    }

    /// A figure down to its cells; none where there is no such indicator.
    pub fn explain(&self, id: &str, all: bool) -> Option<report::explain::Explanation> {
        let evaluator = Evaluator::new(&self.dataset, &self.plan.measures);
        report::explain::explain(&self.ingredients(&evaluator, false), id, all)
    }

    /// How the sheets were read that an explained figure rests on.
    pub fn bacaan_of(&self, explanation: &report::explain::Explanation) -> Vec<&Bacaan> {
        let measures = explanation.ukuran.iter().flat_map(|measure| &measure.agregat);
        let rests: BTreeSet<(&str, i32)> =
            explanation.agregat.iter().chain(measures).map(|own| (own.sumber.as_str(), own.tahun)).collect();
        let is_meant = |one: &&Bacaan| {
            let nama = self.profile.sumber.get(&one.sumber).map_or("", |sumber| sumber.nama.as_str());
            rests.contains(&(one.sumber.as_str(), one.tahun.0)) || rests.contains(&(nama, one.tahun.0))
        };
        self.dataset.bacaan.iter().filter(is_meant).collect()
    }

    fn ingredients<'a>(&'a self, evaluator: &'a Evaluator<'a>, draf: bool) -> report::Inputs<'a> {
        report::Inputs {
            profile: &self.profile,
            plan: &self.plan,
            dataset: &self.dataset,
            evaluator,
            figures: &self.figures,
            temuan: self.temuan_of_data(),
            draf,
        }
    }
}

/// How many bytes of workbooks an office has: what its run takes of memory goes by it.
pub fn weight(folder: &Path) -> u64 {
    const LEVELS: u32 = 4;
    intake::size_below(&folder.join("data"), LEVELS)
}

/// The year that the office's profile reports on.
///
/// # Errors
/// The profile is wrong.
pub fn report_year(folder: &Path) -> Result<Year, Trouble> {
    let text = profile::read_text(folder).map_err(|error| Trouble::of_profile(folder, &[error], ""))?;
    profile::parse_in(&text, folder)
        .map(|profile| profile.laporan.tahun)
        .map_err(|errors| Trouble::of_profile(folder, &errors, &text))
}
