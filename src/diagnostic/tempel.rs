//! What could be pasted into `iku.toml` to settle a finding.

use super::{Temuan, Terima, words_id};
use crate::vocabulary::{At, Sel, is_unseen, mask_in_text, mask_person};

/// Lines for one section of `iku.toml`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Tempel {
    /// The section as its heading is written: `[sumber.keragaan]`, `[[terima]]`.
    pub bagian: String,
    /// Lines of TOML, one key each; a comment where a key may be added.
    pub baris: Vec<String>,
}

impl Tempel {
    /// `kunci = "text"` under a section.
    pub fn text(bagian: impl Into<String>, kunci: &str, text: &str) -> Self {
        Self::line(bagian, kunci, &quoted(text))
    }

    /// `kunci = value` under a section, `value` as TOML.
    pub fn line(bagian: impl Into<String>, kunci: &str, value: &str) -> Self {
        Self { bagian: bagian.into(), baris: vec![format!("{kunci} = {value}")] }
    }

    /// Each of `texts` under a source's own section; none where the source is not known.
    pub fn of_source<'t>(sumber: Option<&str>, kunci: &str, texts: impl IntoIterator<Item = &'t str>) -> Vec<Self> {
        let each = |sumber: &str| texts.into_iter().map(|text| Self::text(format!("[sumber.{sumber}]"), kunci, text)).collect();
        sumber.map_or_else(Vec::new, each)
    }

    /// The heading of a field in `[sumber.….kolom]`; none where the source is not known.
    pub fn of_column<'t>(sumber: Option<&str>, isian: &str, judul: impl IntoIterator<Item = &'t str>) -> Vec<Self> {
        let each =
            |sumber: &str| judul.into_iter().map(|judul| Self::text(format!("[sumber.{sumber}.kolom]"), isian, judul)).collect();
        sumber.map_or_else(Vec::new, each)
    }

    /// Whether it accepts the finding as it is.
    pub fn is_terima(&self) -> bool {
        self.bagian == TERIMA
    }
}

const TERIMA: &str = "[[terima]]";

/// A text as a TOML basic string.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            // What is not seen, or turns what follows, is written out as TOML writes it.
            c if c.is_control() || is_unseen(c) => match u32::from(c) {
                code @ ..=0xffff => quoted.push_str(&format!("\\u{code:04X}")),
                code => quoted.push_str(&format!("\\U{code:08X}")),
            },
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

impl Temuan {
    /// What would settle it, each by itself: keys of the profile first, then the
    /// acceptance with its reason still to be written.
    pub fn tempel(&self) -> Vec<Tempel> {
        if self.diterima.is_some() {
            return Vec::new();
        }
        let mut all = self.fakta.tempel(&self.at, self.sumber.as_deref());
        // A heading or a mark with somebody's number in it is told masked, and such a line would meet nothing.
        all.retain(|one| one.baris.iter().all(|line| mask_person(line) == *line));
        all.extend(self.terima());
        all
    }

    fn terima(&self) -> Option<Tempel> {
        let terima = self.kode().terima();
        if matches!(terima, Terima::Tidak(_) | Terima::TidakPerlu) {
            return None;
        }
        let at = match self.at.sel {
            Some(Sel::Cell(cell)) if !self.lagi.is_empty() => self.at.with(Sel::Column(cell.column)),
            _ => self.at.clone(),
        };
        let place = At::to_string(&at);
        // A file's name with a NIK in it is told masked, and could not be found again.
        if mask_in_text(&place) != place {
            return None;
        }
        let mut baris = vec![format!("kode = {}", quoted(self.kode().text())), format!("sel = {}", quoted(&place))];
        if self.lagi.is_empty() {
            baris.extend(self.ditemukan().map(|ditemukan| format!("ditemukan = {}", quoted(&ditemukan))));
        }
        baris.extend(words_id::nilai(terima).filter(|_| at.sel == self.at.sel).map(str::to_owned));
        if matches!(at.sel, Some(Sel::Column(_))) {
            baris.push(format!("paling_banyak = {}", self.jumlah_sel()));
        }
        baris.push("alasan = \"…\"".to_owned());
        Some(Tempel { bagian: TERIMA.to_owned(), baris })
    }
}
