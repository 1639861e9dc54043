//! `[[terima]]`: findings the office has looked at and accepts.
//!
//! An acceptance holds for one cell, or for at most `paling_banyak` cells of a
//! column, and only while the cell still holds what was `ditemukan`. What it
//! does is the finding's to say: a cell that could not be read counts as
//! `nilai`, or as missing without one; a doubtful row is left out, or counted
//! where `nilai` is `"data"`; a warning about a readable value is only noted.

use crate::diagnostic::{Fakta, Kode, NilaiKosong, Penerimaan, Temuan, TerimaGugur};
use crate::profile::Accept;
use crate::text::{NumberText, read_number};
use crate::vocabulary::{At, CellAddress, Sel, mask_digits, mask_person};
use std::collections::{BTreeMap, BTreeSet};

/// All findings of a run, and what of them is accepted.
pub(crate) struct Findings<'p> {
    pub(crate) temuan: Vec<Temuan>,
    accepts: Vec<Acceptance<'p>>,
    /// Indices into `accepts` by code and column.
    by_column: BTreeMap<(Kode, u32), Vec<usize>>,
    /// The cells that a finding stands at.
    cells: BTreeSet<At>,
}

struct Acceptance<'p> {
    accept: &'p Accept,
    kode: Option<Kode>,
    /// The file and sheet as written, `berkas` or `berkas!lembar`, and what of it.
    place: String,
    sel: Option<Sel>,
    /// The places it has accepted (the same cell may be read for two sources).
    used: BTreeSet<At>,
    /// What stood at its place instead of `ditemukan`.
    differs: Option<(At, String)>,
}

impl<'p> Findings<'p> {
    pub(crate) fn new(accepts: &'p [Accept]) -> Self {
        let accepts: Vec<Acceptance> = accepts.iter().map(Acceptance::new).collect();
        let mut by_column: BTreeMap<(Kode, u32), Vec<usize>> = BTreeMap::new();
        for (index, accept) in accepts.iter().enumerate() {
            if let (Some(kode), Some(sel)) = (accept.kode, accept.sel) {
                let column = match sel {
                    Sel::Cell(at) => at.column,
                    Sel::Column(column) => column,
                    Sel::Row(_) => continue,
                };
                by_column.entry((kode, column)).or_default().push(index);
            }
        }
        Self { temuan: Vec::new(), accepts, by_column, cells: BTreeSet::new() }
    }

    /// The same acceptances, nothing found yet: for a file read beside others.
    /// An acceptance is of one file, so what one file uses of it another does not.
    pub(crate) fn fork(&self) -> Self {
        let accepts = self.accepts.iter().map(|own| Acceptance::new(own.accept)).collect();
        Self { temuan: Vec::new(), accepts, by_column: self.by_column.clone(), cells: BTreeSet::new() }
    }

    /// Takes in what a fork found and accepted.
    pub(crate) fn absorb(&mut self, fork: Self) {
        self.temuan.extend(fork.temuan);
        self.cells.extend(fork.cells);
        for (own, other) in self.accepts.iter_mut().zip(fork.accepts) {
            own.used.extend(other.used);
            own.differs = own.differs.take().or(other.differs);
        }
    }

    /// A finding that nobody can accept (a missing file, say).
    pub(crate) fn add(&mut self, temuan: Temuan) {
        self.temuan.push(temuan);
    }

    /// A finding at a cell or column that holds `found`. Where the office
    /// accepts it, the acceptance is returned.
    pub(crate) fn raise(&mut self, mut temuan: Temuan, found: Option<&str>) -> Option<Penerimaan> {
        let granted = self.grant(&temuan, found);
        temuan.diterima = granted.clone();
        if matches!(temuan.at.sel, Some(Sel::Cell(_))) {
            self.cells.insert(temuan.at.clone());
        }
        self.temuan.push(temuan);
        granted
    }

    /// Takes the last acceptance back: its `nilai` says nothing that could count.
    pub(crate) fn take_back(&mut self) {
        if let Some(temuan) = self.temuan.last_mut() {
            temuan.diterima = None;
        }
    }

    /// A finding that stands only where the office accepts it at this very cell;
    /// otherwise it is told of the column as a whole.
    pub(crate) fn raise_if_accepted(&mut self, mut temuan: Temuan) -> Option<Penerimaan> {
        let kode = temuan.kode();
        if !self.accepts.iter().any(|accept| accept.kode == Some(kode) && accept.is_at_cell(&temuan.at)) {
            return None;
        }
        temuan.diterima = Some(self.grant(&temuan, Some(""))?);
        self.temuan.push(temuan);
        self.temuan.last()?.diterima.clone()
    }

    /// Whether something was found at this cell already, so that what follows
    /// from it (an empty key) need not be told again.
    pub(crate) fn stands_at(&self, at: &At) -> bool {
        self.cells.contains(at)
    }

    fn grant(&mut self, temuan: &Temuan, found: Option<&str>) -> Option<Penerimaan> {
        let kode = temuan.kode();
        let column = match temuan.at.sel? {
            Sel::Cell(at) => at.column,
            Sel::Column(column) => column,
            Sel::Row(_) => return None,
        };
        if !can_be_accepted(kode) {
            return None;
        }
        let weight = match temuan.fakta {
            Fakta::NilaiKosong(NilaiKosong { jumlah, .. }) => jumlah,
            _ => 1,
        };
        let candidates = self.by_column.get(&(kode, column))?;
        for index in candidates {
            let acceptance = &mut self.accepts[*index];
            if !acceptance.is_at(&temuan.at) {
                continue;
            }
            if !acceptance.says(found) {
                // The finding's own quotation is masked where its column is personal.
                let kini = temuan.fakta.ditemukan().unwrap_or_else(|| found.unwrap_or_default().trim().to_owned());
                acceptance.differs.get_or_insert_with(|| (temuan.at.clone(), kini));
                continue;
            }
            if !acceptance.has_room(&temuan.at, weight) {
                continue;
            }
            acceptance.used.insert(temuan.at.clone());
            let Accept { alasan, nilai, .. } = acceptance.accept;
            return Some(Penerimaan { alasan: alasan.clone(), nilai: nilai.clone() });
        }
        None
    }

    /// The places in a file that acceptances name.
    pub(crate) fn accepted_places(&self, berkas: &str) -> Vec<At> {
        self.accepts.iter().filter(|acceptance| acceptance.is_in_file(berkas)).map(|acceptance| acceptance.at(berkas)).collect()
    }

    /// Adds a finding for each acceptance that lapsed: its cell holds something
    /// else now, or the finding is gone. Only for files that were read, and for
    /// findings that this room makes. `now` tells what a cell holds.
    pub(crate) fn close(mut self, read: &BTreeSet<String>, now: &dyn Fn(&At) -> Option<String>) -> Vec<Temuan> {
        for acceptance in &self.accepts {
            let is_ours = acceptance.kode.is_none_or(is_made_here);
            let file = read.iter().find(|berkas| acceptance.is_in_file(berkas));
            let (true, Some(berkas)) = (is_ours, file) else { continue };
            if !acceptance.used.is_empty() && acceptance.differs.is_none() {
                continue;
            }
            let (at, kini) = match &acceptance.differs {
                Some((at, kini)) => (at.clone(), Some(kini.clone())),
                None => {
                    let at = acceptance.at(berkas);
                    let kini = now(&at);
                    (at, kini)
                }
            };
            let fakta = TerimaGugur {
                kode: acceptance.accept.kode.clone(),
                sel: acceptance.accept.sel.text.clone(),
                ditemukan_dulu: acceptance.accept.ditemukan.as_deref().map(mask_person).unwrap_or_default(),
                ditemukan_kini: kini.as_deref().map(mask_person),
            };
            self.temuan.push(Temuan::new(at, fakta));
        }
        self.temuan.sort_by(|a, b| (&a.at, a.kode()).cmp(&(&b.at, b.kode())));
        self.temuan.dedup();
        self.temuan
    }
}

impl<'p> Acceptance<'p> {
    fn new(accept: &'p Accept) -> Self {
        let text = accept.sel.text.trim();
        let (place, sel) = text.rsplit_once('!').unwrap_or((text, ""));
        let sel = CellAddress::parse(sel).map(Sel::Cell).or_else(|| {
            let letters = sel.trim().trim_start_matches('$');
            CellAddress::parse_column(letters).map(Sel::Column)
        });
        Self { accept, kode: Kode::parse(accept.kode.trim()), place: tidy(place), sel, used: BTreeSet::new(), differs: None }
    }

    fn is_at(&self, at: &At) -> bool {
        let sel_fits = match (self.sel, at.sel) {
            (Some(Sel::Column(own)), Some(Sel::Cell(cell))) => own == cell.column,
            (own, found) => own == found,
        };
        sel_fits && self.place == tidy(&At { sel: None, ..at.clone() }.to_string())
    }

    fn is_at_cell(&self, at: &At) -> bool {
        matches!(self.sel, Some(Sel::Cell(_))) && self.is_at(at)
    }

    fn is_in_file(&self, berkas: &str) -> bool {
        let berkas = tidy(berkas);
        self.place == berkas || self.place.strip_prefix(&berkas).is_some_and(|rest| rest.starts_with('!'))
    }

    fn says(&self, found: Option<&str>) -> bool {
        let Some(ditemukan) = self.accept.ditemukan.as_deref() else { return true };
        let found = found.unwrap_or_default();
        let same = |text: &str| squeezed(ditemukan) == squeezed(text);
        same(found) || same(&mask_digits(found)) || same(&mask_person(found)) || same_number(ditemukan, found)
    }

    fn has_room(&self, at: &At, weight: usize) -> bool {
        match self.sel {
            Some(Sel::Column(_)) => {
                let limit = self.accept.paling_banyak.unwrap_or(0);
                self.used.contains(at) || self.used.len().saturating_add(weight) <= limit
            }
            _ => true,
        }
    }

    fn at(&self, berkas: &str) -> At {
        let lembar = self.place.strip_prefix(&format!("{}!", tidy(berkas))).map(Into::into);
        At { sel: self.sel, ..At::sheet(berkas, lembar) }
    }
}

/// Without the quotes Excel puts round sheet names, with `/` between folders.
fn tidy(place: &str) -> String {
    place.replace('\\', "/").replace('\'', "").trim().trim_start_matches("./").to_owned()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `3.000.000` in the profile is the number 3000000 in a cell.
fn same_number(written: &str, found: &str) -> bool {
    match (read_number(written), read_number(found)) {
        (NumberText::Value(written), NumberText::Value(found)) => written.value == found.value,
        (NumberText::TwoWays { id, .. }, NumberText::Value(found)) => id.value == found.value,
        _ => false,
    }
}

/// Missing files, sheets, columns and years cannot be accepted, nor what makes
/// a whole file's scale or period unknown.
fn can_be_accepted(kode: Kode) -> bool {
    !matches!(
        kode,
        Kode::BerkasTidakAda
            | Kode::BerkasTerkunci
            | Kode::BerkasRusak
            | Kode::FormatTidakDikenal
            | Kode::BerkasTerlaluBesar
            | Kode::LembarTidakAda
            | Kode::LembarGanda
            | Kode::JudulTidakDitemukan
            | Kode::KolomTidakAda
            | Kode::KolomGanda
            | Kode::TahunTidakAda
            | Kode::SatuanBerselisih
    )
}

/// Codes of later rooms are theirs to match.
fn is_made_here(kode: Kode) -> bool {
    !matches!(kode, Kode::SkalaTidakDisaring | Kode::TetapanBerbeda | Kode::TerimaGugur)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{BukanAngka, BukanAngkaSebab, KolomGanda, Tingkat};
    use crate::profile::Written;

    fn accept(sel: &str, ditemukan: Option<&str>, paling_banyak: Option<usize>) -> Accept {
        Accept {
            kode: "bukan-angka".to_owned(),
            sel: Written { text: sel.to_owned(), line: 1, column: 1 },
            ditemukan: ditemukan.map(str::to_owned),
            nilai: Some("3.000.000".to_owned()),
            paling_banyak,
            alasan: "sudah ditanyakan".to_owned(),
            line: 1,
        }
    }

    fn finding(cell: &str, text: &str) -> Temuan {
        let at = At::sheet("data/a b.xlsx", Some("Sheet 1".into())).with(CellAddress::parse(cell).unwrap());
        Temuan::new(at, BukanAngka { ditemukan: text.to_owned(), sebab: BukanAngkaSebab::KiraKira })
    }

    fn closed(findings: Findings) -> Vec<Temuan> {
        findings.close(&BTreeSet::from(["data/a b.xlsx".to_owned()]), &|_| Some("kini".to_owned()))
    }

    #[test]
    fn a_cell_is_accepted_while_it_holds_what_was_found() {
        let accepts = [accept("data/a b.xlsx!Sheet 1!F12", Some(" ±3jt"), None)];
        let mut findings = Findings::new(&accepts);
        let granted = findings.raise(finding("F12", "±3jt "), Some("±3jt "));
        assert_eq!(granted.unwrap().nilai.as_deref(), Some("3.000.000"));
        assert!(findings.raise(finding("F13", "±3jt"), Some("±3jt")).is_none());
        let all = closed(findings);
        assert_eq!(all.iter().map(Temuan::tingkat).collect::<Vec<_>>(), [Tingkat::Catatan, Tingkat::Galat]);
    }

    #[test]
    fn another_text_lapses_it_and_a_finding_that_is_gone_too() {
        let accepts = [accept("data/a b.xlsx!Sheet 1!F12", Some("±3jt"), None), accept("data/a b.xlsx!Sheet 1!G1", None, None)];
        let mut findings = Findings::new(&accepts);
        assert!(findings.raise(finding("F12", "±5jt"), Some("±5jt")).is_none());
        let all = closed(findings);
        let lapsed: Vec<_> = all.iter().filter(|temuan| temuan.kode() == Kode::TerimaGugur).collect();
        assert_eq!(lapsed.len(), 2);
        assert!(
            matches!(&lapsed[1].fakta, Fakta::TerimaGugur(TerimaGugur { ditemukan_kini: Some(kini), .. }) if kini == "±5jt" || kini == "kini")
        );
        assert_eq!(all.iter().filter(|temuan| temuan.tingkat() == Tingkat::Galat).count(), 1);
    }

    #[test]
    fn a_column_takes_so_many_and_no_more() {
        let accepts = [accept("data/a b.xlsx!Sheet 1!F", None, Some(2))];
        let mut findings = Findings::new(&accepts);
        assert!(findings.raise(finding("F12", "a"), Some("a")).is_some());
        assert!(findings.raise(finding("F13", "b"), Some("b")).is_some());
        assert!(findings.raise(finding("F12", "a"), Some("a")).is_some());
        assert!(findings.raise(finding("F14", "c"), Some("c")).is_none());
        let bare = [accept("data/a b.xlsx!Sheet 1!F", None, None)];
        assert!(Findings::new(&bare).raise(finding("F12", "a"), Some("a")).is_none());
    }

    #[test]
    fn acceptances_for_files_that_were_not_read_rest() {
        let accepts = [accept("data/lain.xlsx!Sheet 1!F12", None, None)];
        assert!(closed(Findings::new(&accepts)).is_empty());
    }

    #[test]
    fn missing_things_are_never_accepted() {
        let mut accepts = [accept("data/a b.xlsx!Sheet 1!F", None, Some(9))];
        accepts[0].kode = "kolom-ganda".to_owned();
        let at = At::sheet("data/a b.xlsx", Some("Sheet 1".into())).with(Sel::Column(5));
        let fakta = KolomGanda { isian: "omset".to_owned(), kolom: Vec::new() };
        assert!(Findings::new(&accepts).raise(Temuan::new(at, fakta), None).is_none());
    }
}
