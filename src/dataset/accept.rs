//! The findings of a run, and what of them the office accepts (`[[terima]]`).
//!
//! An acceptance holds at the place that the finding is told at: a cell, a
//! row, a sheet, a file, or at most `paling_banyak` cells of a column; and only
//! while what was `ditemukan` still stands there. What it does is the finding's
//! to say (`Kode::terima`), and whoever raises it does it.

use super::fold::in_columns;
use crate::diagnostic::{Kode, Penerimaan, SebabGugur, Temuan, Terima, TerimaGugur};
use crate::profile::Accept;
use crate::text::{NumberText, read_number};
use crate::vocabulary::{At, Sel, mask_digits, mask_person};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// All findings of a run, and what of them is accepted.
pub struct Findings<'p> {
    pub(crate) temuan: Vec<Temuan>,
    accepts: Vec<Acceptance<'p>>,
    /// Indices into `accepts` by code and place: several, each of what was found.
    by_place: BTreeMap<(Kode, String), Vec<usize>>,
    /// The cells that a finding stands at.
    cells: BTreeSet<At>,
    /// The source whose data is read or judged.
    sumber: Option<Arc<str>>,
    /// The files that were read.
    files: BTreeSet<String>,
    /// What stands in the cells that acceptances name.
    quoted: BTreeMap<At, String>,
}

struct Acceptance<'p> {
    accept: &'p Accept,
    /// The place that `sel` names, in all of its parts.
    at: Option<At>,
    /// The places it has accepted (the same cell may be read for two sources).
    used: BTreeSet<At>,
    /// What stood at its place instead of `ditemukan`.
    differs: Option<(At, String)>,
}

impl<'p> Findings<'p> {
    pub(crate) fn new(accepts: &'p [Accept]) -> Self {
        let mut by_place: BTreeMap<(Kode, String), Vec<usize>> = BTreeMap::new();
        for (index, accept) in accepts.iter().enumerate() {
            if let Some(kode) = Kode::parse(accept.kode.trim()) {
                by_place.entry((kode, folded(&accept.sel.text))).or_default().push(index);
            }
        }
        let accepts = accepts.iter().map(Acceptance::new).collect();
        let (temuan, cells, files, quoted) = (Vec::new(), BTreeSet::new(), BTreeSet::new(), BTreeMap::new());
        Self { temuan, accepts, by_place, cells, sumber: None, files, quoted }
    }

    /// The same acceptances, nothing found yet: for a file, or a column of it, read beside others.
    /// An acceptance is of one column at most, so what one uses of it another does not.
    pub(crate) fn fork(&self) -> Self {
        Self {
            temuan: Vec::new(),
            accepts: self.accepts.iter().map(|own| Acceptance::new(own.accept)).collect(),
            by_place: self.by_place.clone(),
            cells: BTreeSet::new(),
            sumber: self.sumber.clone(),
            files: BTreeSet::new(),
            quoted: BTreeMap::new(),
        }
    }

    /// Takes in what a fork found and accepted.
    pub(crate) fn absorb(&mut self, fork: Self) {
        self.temuan.extend(fork.temuan);
        self.cells.extend(fork.cells);
        self.files.extend(fork.files);
        self.quoted.extend(fork.quoted);
        for (own, other) in self.accepts.iter_mut().zip(fork.accepts) {
            own.used.extend(other.used);
            own.differs = own.differs.take().or(other.differs);
        }
    }

    /// What follows is found in this source's data.
    pub(crate) fn of_source(&mut self, sumber: &str) {
        self.sumber = Some(sumber.into());
    }

    /// A finding of which nothing follows where it is accepted: the figure stands, or it never can be.
    pub fn add(&mut self, temuan: Temuan) {
        self.raise(temuan, None);
    }

    /// A finding whose facts say what stands at its place.
    pub(crate) fn raise_found(&mut self, temuan: Temuan) {
        let found = temuan.fakta.ditemukan();
        self.raise(temuan, found.as_deref());
    }

    /// A finding at a place that holds `found` (else what the finding itself
    /// says of it). Where the office accepts it, the acceptance is returned.
    pub(crate) fn raise(&mut self, mut temuan: Temuan, found: Option<&str>) -> Option<Penerimaan> {
        temuan.hold(found);
        temuan.sumber = temuan.sumber.take().or_else(|| self.sumber.clone());
        temuan.diterima = self.grant(&temuan, found);
        let unused = temuan.diterima.as_ref().filter(|_| temuan.kode().terima() == Terima::Dicatat);
        let unused = unused.and_then(|granted| granted.nilai.as_deref()).map(|nilai| TerimaGugur {
            kode: temuan.kode().text().to_owned(),
            sel: temuan.at.to_string(),
            ditemukan_dulu: String::new(),
            sebab: SebabGugur::NilaiTakDipakai(mask_person(nilai)),
        });
        if let Some(fakta) = unused {
            self.temuan.push(Temuan::new(temuan.at.clone(), fakta));
        }
        if matches!(temuan.at.sel, Some(Sel::Cell(_))) {
            self.cells.insert(temuan.at.clone());
        }
        self.temuan.push(temuan);
        self.temuan.last()?.diterima.clone()
    }

    /// Takes the last acceptance back and tells it: its `nilai` says nothing that could count.
    pub(crate) fn take_back(&mut self) {
        let Some(temuan) = self.temuan.last_mut() else { return };
        let Some(Penerimaan { nilai: Some(nilai), .. }) = temuan.diterima.take() else { return };
        let fakta = TerimaGugur {
            kode: temuan.kode().text().to_owned(),
            sel: temuan.at.to_string(),
            ditemukan_dulu: String::new(),
            sebab: SebabGugur::NilaiKeliru(mask_person(&nilai)),
        };
        let at = temuan.at.clone();
        self.temuan.push(Temuan::new(at, fakta));
    }

    /// A finding that stands only where the office accepts it at this very cell;
    /// otherwise it is told of the column as a whole.
    pub fn raise_if_accepted(&mut self, mut temuan: Temuan) -> Option<Penerimaan> {
        if !self.by_place.contains_key(&(temuan.kode(), folded(&temuan.at.to_string()))) {
            return None;
        }
        temuan.diterima = Some(self.grant(&temuan, None)?);
        self.temuan.push(temuan);
        self.temuan.last()?.diterima.clone()
    }

    /// Whether something was found at this cell already, so that what follows
    /// from it (an empty key) need not be told again.
    pub(crate) fn stands_at(&self, at: &At) -> bool {
        self.cells.contains(at)
    }

    /// The office's acceptance of a finding: at its own place, or at the column over its cell.
    fn grant(&mut self, temuan: &Temuan, found: Option<&str>) -> Option<Penerimaan> {
        let kode = temuan.kode();
        if self.by_place.is_empty() || matches!(kode.terima(), Terima::Tidak(_)) {
            return None;
        }
        let over = match temuan.at.sel {
            Some(Sel::Cell(cell)) => Some(temuan.at.with(Sel::Column(cell.column))),
            _ => None,
        };
        for place in [Some(&temuan.at), over.as_ref()].into_iter().flatten() {
            let Some(indices) = self.by_place.get(&(kode, folded(&place.to_string()))) else { continue };
            let Some(index) = indices.iter().copied().find(|index| self.accepts[*index].says(temuan, found)) else {
                // The finding's own quotation is masked where its column is personal.
                let kini = temuan.ditemukan().unwrap_or_default();
                for index in indices {
                    self.accepts[*index].differs.get_or_insert_with(|| (temuan.at.clone(), kini.clone()));
                }
                continue;
            };
            let acceptance = &mut self.accepts[index];
            if acceptance.has_room(place, temuan) {
                acceptance.used.insert(temuan.at.clone());
                let Accept { alasan, nilai, .. } = acceptance.accept;
                let sekolom = over.as_ref() == Some(place);
                return Some(Penerimaan { alasan: alasan.clone(), nilai: nilai.clone(), sekolom });
            }
        }
        None
    }

    /// The cells in a file that acceptances name.
    pub(crate) fn accepted_cells(&self, berkas: &str) -> Vec<At> {
        let of_file = self.accepts.iter().filter_map(|acceptance| acceptance.at.clone()).filter(|at| *at.berkas == *berkas);
        of_file.filter(|at| matches!(at.sel, Some(Sel::Cell(_)))).collect()
    }

    /// A file was read: acceptances that name it and find nothing there lapse.
    pub(crate) fn has_read(&mut self, berkas: &str, quoted: BTreeMap<At, String>) {
        self.files.insert(berkas.to_owned());
        self.quoted.extend(quoted);
    }

    /// All findings, by file, sheet and cell, and one more for each acceptance
    /// that lapsed: something else stands there now, or the finding is gone.
    /// Only for files that were read.
    pub fn close(mut self) -> Vec<Temuan> {
        for acceptance in &self.accepts {
            let is_read = |at: &&At| self.files.contains(&*at.berkas);
            let (at, kini) = match (&acceptance.differs, acceptance.at.as_ref().filter(is_read)) {
                // Beside what it accepts another finding of the kind may stand at its place.
                (Some((at, kini)), _) if acceptance.used.is_empty() => (at.clone(), Some(kini.clone())),
                (None, Some(own)) if acceptance.used.is_empty() => (own.clone(), self.quoted.get(own).cloned()),
                _ => continue,
            };
            let fakta = TerimaGugur {
                kode: acceptance.accept.kode.clone(),
                sel: acceptance.accept.sel.text.clone(),
                ditemukan_dulu: acceptance.accept.ditemukan.as_deref().map(mask_person).unwrap_or_default(),
                sebab: kini.as_deref().map_or(SebabGugur::TidakAdaLagi, |kini| SebabGugur::IsiLain(mask_person(kini))),
            };
            self.temuan.push(Temuan::new(at, fakta));
        }
        self.temuan.sort_by(|a, b| (&a.at, a.kode()).cmp(&(&b.at, b.kode())));
        self.temuan.dedup();
        in_columns(self.temuan)
    }
}

impl<'p> Acceptance<'p> {
    fn new(accept: &'p Accept) -> Self {
        Self { accept, at: accept.at(), used: BTreeSet::new(), differs: None }
    }

    /// Whether `ditemukan` is what stands there: as it stands, as it is told, or as the same number.
    fn says(&self, temuan: &Temuan, found: Option<&str>) -> bool {
        // What is stated gives way to nothing but what quotes it.
        let is_stated = matches!(temuan.kode(), Kode::TahunBerselisih | Kode::ProfilGugur);
        let Some(ditemukan) = self.accept.ditemukan.as_deref() else { return !is_stated };
        let told = [found.map(str::to_owned), found.map(mask_digits), temuan.fakta.ditemukan(), temuan.ditemukan()];
        let mut told = told.into_iter().flatten();
        told.any(|text| squeezed(ditemukan) == squeezed(&text) || same_number(ditemukan, &text))
    }

    /// Whether a column still takes this many cells; other places take what is told at them.
    fn has_room(&self, place: &At, temuan: &Temuan) -> bool {
        let limit = self.accept.paling_banyak.unwrap_or(0);
        let is_column = matches!(place.sel, Some(Sel::Column(_)));
        !is_column || self.used.contains(&temuan.at) || self.used.len().saturating_add(temuan.fakta.jumlah_sel()) <= limit
    }
}

/// A place as places compare: Excel tells no sheets apart by case, and quotes their names.
fn folded(place: &str) -> String {
    place.replace('\'', "").trim().to_lowercase()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{BukanAngka, BukanAngkaSebab, Fakta, KolomGanda, KunciMirip, Tingkat};
    use crate::profile::Written;
    use crate::vocabulary::CellAddress;

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

    fn closed(mut findings: Findings) -> Vec<Temuan> {
        let gone = At::sheet("data/a b.xlsx", Some("Sheet 1".into())).with(CellAddress::parse("G1").unwrap());
        findings.has_read("data/a b.xlsx", BTreeMap::from([(gone, "kini".to_owned())]));
        findings.close()
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
    fn two_findings_of_a_kind_at_one_place_are_accepted_each() {
        let sel = "data/a b.xlsx!Sheet 1!F12";
        let accepts = [accept(sel, Some("±3jt"), None), accept(sel, Some("±5jt"), None)];
        let mut findings = Findings::new(&accepts);
        for text in ["±5jt", "±3jt"] {
            assert!(findings.raise(finding("F12", text), Some(text)).is_some(), "{text}");
        }
        assert!(findings.raise(finding("F12", "±7jt"), Some("±7jt")).is_none());
        let all = closed(findings);
        assert!(all.iter().all(|temuan| temuan.kode() != Kode::TerimaGugur));
        assert_eq!(all.iter().filter(|temuan| temuan.tingkat() == Tingkat::Galat).count(), 1);
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
            matches!(&lapsed[1].fakta, Fakta::TerimaGugur(TerimaGugur { sebab: SebabGugur::IsiLain(kini), .. }) if kini == "±5jt" || kini == "kini")
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

    #[test]
    fn a_sheet_a_file_and_a_row_are_accepted_where_they_are_told() {
        let fakta = || KunciMirip {
            tahun: crate::vocabulary::Year(2021),
            tahun_lalu: crate::vocabulary::Year(2020),
            baru: 1,
            hilang: 2,
            dari: 5,
            pasangan: Vec::new(),
        };
        let sheet = At::sheet("data/a b.xlsx", Some("Sheet 1".into()));
        for (sel, at) in [
            ("data/a b.xlsx!'sheet 1'", sheet.clone()),
            ("data/a b.xlsx", At::file("data/a b.xlsx")),
            ("data/a b.xlsx!Sheet 1!12", sheet.with(Sel::Row(11))),
        ] {
            let mut accepts = [accept(sel, Some("1 baru, 2 hilang"), None)];
            accepts[0].kode = "kunci-mirip".to_owned();
            let mut findings = Findings::new(&accepts);
            assert!(findings.raise(Temuan::new(at.clone(), fakta()), None).is_some(), "{sel}");
            assert!(findings.raise(Temuan::new(at.with(Sel::Column(3)), fakta()), None).is_none(), "{sel}");
            let mut more = Findings::new(&accepts);
            more.add(Temuan::new(at, KunciMirip { baru: 2, ..fakta() }));
            assert_eq!(closed(more).iter().filter(|temuan| temuan.kode() == Kode::TerimaGugur).count(), 1, "{sel}");
        }
    }
}
