//! A table weighed against what a source wants, and what is said of what it lacks.

use crate::dataset::source::Source;
use crate::diagnostic::{ArtiSebab, ArtiTidakDikenal, Dekat, Fakta, JudulTidakDitemukan, KolomTidakAda, Temuan};
use crate::table::{Doubtful, TableLayout};
use crate::vocabulary::{At, Sel, Year, mask_person};
use crate::workbook::Sheet;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A table that a source reads.
pub(crate) struct Chosen<'w> {
    pub sheet: &'w Sheet,
    pub layout: TableLayout,
    /// The field that names its rows, where one does.
    pub name: Option<Arc<str>>,
    /// The year that `{tahun}` in `berkas` or `lembar` says.
    pub tahun: Option<Year>,
    /// The profile names the sheet itself.
    pub sheet_is_named: bool,
    /// Other sheets or tables fit as well: this one is its own year's.
    pub is_by_year: bool,
    /// No other sheet stands in its workbook.
    pub is_alone: bool,
}

impl Chosen<'_> {
    /// The same on another sheet, by another layout.
    pub(crate) fn on<'s>(&self, sheet: &'s Sheet, layout: TableLayout) -> Chosen<'s> {
        Chosen {
            sheet,
            layout,
            name: self.name.clone(),
            tahun: self.tahun,
            sheet_is_named: self.sheet_is_named,
            is_by_year: self.is_by_year,
            is_alone: self.is_alone,
        }
    }
}

/// A table on a sheet, weighed against what is wanted.
pub(crate) struct Fit {
    pub layout: TableLayout,
    pub name: Option<Arc<str>>,
    /// Fields that are wanted and not there.
    pub lacking: Vec<Arc<str>>,
    /// Those of them that every year may do without.
    pub dispensable: BTreeSet<Arc<str>>,
    pub found: usize,
    pub keys: usize,
    /// A recap by kecamatan beside the entities' own sheet.
    pub is_by_place: bool,
}

impl Fit {
    /// Whether a figure of the report year can be had from it.
    pub(crate) fn serves(&self) -> bool {
        self.lacking.len() == self.dispensable.len()
    }

    /// Whether nothing lacks but fields of the source's key.
    pub(crate) fn fits_but_for_keys(&self, source: &Source) -> bool {
        let is_key = |isian: &Arc<str>| source.sumber.kunci.iter().any(|key| key.text == **isian);
        let has_own = self.name.is_some() || source.names.is_empty() || source.sumber.butir.is_some();
        has_own && self.lacking.iter().all(|isian| is_key(isian) && self.name.as_ref() != Some(isian))
    }
}

/// The finding for a field without a column: a label over the one that would be it
/// whose meaning is not known, else what headings there are.
pub(crate) fn lacking_column(sumber: &str, at: &At, isian: &str, layout: &TableLayout, tahun: Option<Year>) -> Temuan {
    let is_of = |doubtful: &&Doubtful| {
        &*doubtful.isian == isian && (tahun.is_none() || doubtful.year.is_none() || doubtful.year == tahun)
    };
    match layout.doubtful.iter().find(is_of) {
        Some(Doubtful { text, at: cell, path, .. }) => {
            let sebab = ArtiSebab::Judul { isian: isian.to_owned(), judul: path.last().cloned().unwrap_or_default() };
            let fakta = ArtiTidakDikenal { sumber: sumber.to_owned(), teks: mask_person(text), sebab, baris: 0 };
            Temuan::new(at.with(Sel::Cell(*cell)), fakta)
        }
        None => Temuan::new(at.clone(), no_column(sumber, isian, layout)),
    }
}

/// What a field's name ends with where it is another amount of the same thing.
const NEAR: [&str; 4] = ["_bulanan", "_harian", "_lalu", "_rencana"];

/// A field without a column: the headings that may be meant first, and a known
/// column of near meaning (`omset_bulanan` where `omset` is sought).
pub(crate) fn no_column(sumber: &str, isian: &str, layout: &TableLayout) -> Fakta {
    let is_near = |other: &str| other.strip_prefix(isian).is_some_and(|rest| NEAR.contains(&rest));
    let near = layout.columns.iter().find(|column| column.isian.as_deref().is_some_and(is_near));
    let dekat = near.and_then(|column| {
        let isian = column.isian.as_deref()?.to_owned();
        Some(Box::new(Dekat { isian, sel: Sel::Column(column.column), judul: column.path.join(" / ") }))
    });
    let words: Vec<&str> = isian.split('_').collect();
    let likeness = |judul: &String| {
        let judul = judul.to_lowercase();
        words.iter().filter(|word| judul.contains(**word)).count()
    };
    let mut judul_ada = headings(layout);
    judul_ada.sort_by_key(|judul| std::cmp::Reverse(likeness(judul)));
    Fakta::KolomTidakAda(KolomTidakAda { sumber: sumber.to_owned(), dekat, isian: isian.to_owned(), judul_ada })
}

/// The headings that are there, as a person reads them.
pub(crate) fn headings(layout: &TableLayout) -> Vec<String> {
    layout.columns.iter().map(|column| column.path.join(" / ")).filter(|path| !path.trim().is_empty()).collect()
}

pub(crate) fn no_headings(source: &Source, years: &BTreeSet<Year>, at: At, lembar: Vec<String>) -> Temuan {
    let mut sought: BTreeSet<Arc<str>> = source.resting(years);
    sought.extend(source.names.first().cloned());
    let dicari = sought.iter().map(|isian| isian.to_string()).collect();
    Temuan::new(at, JudulTidakDitemukan { dicari, lembar })
}
