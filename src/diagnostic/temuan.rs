//! One finding.

use super::words_id;
use super::{Fakta, Kode, Tingkat};
use crate::vocabulary::{At, mask_person, visible};
use std::sync::Arc;

/// What is wrong or worth knowing, where, and at whose row. The words are made
/// from `fakta` when they are asked for, so a finding holds facts alone.
#[derive(Clone, PartialEq, Debug)]
pub struct Temuan {
    pub at: At,
    /// The row's own name (a koperasi, a business), where the place is a row or a cell.
    pub nama: Option<String>,
    pub fakta: Fakta,
    /// What stands in the cell, where the facts do not say it.
    isi: Option<String>,
    /// The source whose data it is of.
    pub sumber: Option<Arc<str>>,
    /// Set where `[[terima]]` accepts this finding.
    pub diterima: Option<Penerimaan>,
    /// The same kind of finding in further cells of its column.
    pub lagi: Vec<Temuan>,
}

/// The office's acceptance of a finding.
#[derive(Clone, PartialEq, Debug)]
pub struct Penerimaan {
    pub alasan: String,
    /// What counts instead, as the profile wrote it; without it the cell counts as missing.
    pub nilai: Option<String>,
    /// It is of the cell's whole column.
    pub sekolom: bool,
}

impl Penerimaan {
    /// Whether a doubtful row or sheet is said to be data (`nilai = "data"`).
    pub fn is_data(&self) -> bool {
        self.nilai.as_deref().is_some_and(|nilai| nilai.trim().eq_ignore_ascii_case("data"))
    }
}

impl Temuan {
    pub fn new(at: At, fakta: impl Into<Fakta>) -> Self {
        Self { at, nama: None, fakta: fakta.into(), isi: None, sumber: None, diterima: None, lagi: Vec::new() }
    }

    /// What follows from the office's acceptance: what counts instead, or that nothing does; personal data masked.
    pub fn akibat(&self) -> Option<String> {
        let accepted = self.diterima.as_ref()?;
        Some(words_id::akibat(self.kode().terima(), accepted))
    }

    /// The same finding at a row of this name.
    #[must_use]
    pub fn named(mut self, nama: impl Into<String>) -> Self {
        let nama = nama.into();
        self.nama = (!nama.trim().is_empty()).then(|| nama.trim().to_owned());
        self
    }

    pub fn kode(&self) -> Kode {
        self.fakta.kode()
    }

    /// The level; an accepted finding is a `catatan`.
    pub fn tingkat(&self) -> Tingkat {
        if self.diterima.is_some() { Tingkat::Catatan } else { self.kode().tingkat() }
    }

    /// Notes what stands in the cell, where the facts do not say it.
    pub fn hold(&mut self, isi: Option<&str>) {
        if self.fakta.ditemukan().is_none() {
            self.isi = isi.map(str::trim).filter(|isi| !isi.is_empty()).map(str::to_owned);
        }
    }

    /// The text that stands in the cell, masked where it is personal data.
    pub fn ditemukan(&self) -> Option<String> {
        self.fakta.ditemukan().or_else(|| self.isi.clone()).map(|text| visible(&mask_person(&text)).into_owned())
    }

    /// How many cells it tells of, its further ones included.
    pub fn jumlah_sel(&self) -> usize {
        let more: usize = self.lagi.iter().map(|one| one.fakta.jumlah_sel()).sum();
        self.fakta.jumlah_sel().saturating_add(more)
    }

    /// It and the same in further cells, one each.
    pub fn each(&self) -> impl Iterator<Item = &Temuan> {
        std::iter::once(self).chain(&self.lagi)
    }

    /// What was found, one Indonesian sentence, and another of its further cells.
    pub fn pesan(&self) -> String {
        let pesan = self.fakta.pesan();
        if self.lagi.is_empty() { pesan } else { format!("{pesan} {}", words_id::lagi(&self.lagi)) }
    }

    /// What to do about it, one Indonesian sentence.
    pub fn saran(&self) -> String {
        self.fakta.saran()
    }
}
