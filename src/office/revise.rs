//! The report's files written as the next revision, unless the folder holds a
//! report that says the same. What they replace stays in the archive.

use super::names::Names;
use super::trouble::Trouble;
use super::{Edition, Made, Office, PROGRAM, moved, record};
use crate::deliver::{
    self, Change, Contents, Disk, KarenaRecord, Lock, LuaranRecord, Output, PerubahanRecord, Real, Record, Snapshot, Standing,
    State, sha256_hex,
};
use crate::diagnostic::Kode;
use crate::report::Built;
use crate::vocabulary::mask_in_text;
use crate::watch::Step;
use std::path::Path;

/// What is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Order<'a> {
    pub draf: bool,
    /// Why a revision is made.
    pub alasan: Option<&'a str>,
}

/// How it ended.
#[derive(Debug)]
pub enum Done {
    /// The report that stands says the same.
    Unchanged,
    Written(Written),
}

/// What was written.
#[derive(Debug, Default)]
pub struct Written {
    pub revisi: u32,
    /// What it changed in the revision before it.
    pub perubahan: Option<PerubahanRecord>,
    /// Where the files that stood there are kept now: name and new path.
    pub kept: Vec<(String, String)>,
    /// Those of them that `iku` did not write, or that were changed since.
    pub strange: Vec<String>,
    /// The same revision, some of whose files had been lost or touched.
    pub restored: bool,
    /// The path of the snapshot, where one was written.
    pub potret: Option<String>,
}

impl Office {
    /// Renders and writes the report, unless the folder holds one that says the same.
    pub fn deliver(&self, target: &Path, order: Order<'_>) -> Result<Done, Trouble> {
        let names = Names::of(self.tahun(), order.draf);
        Real.make_folder(target).map_err(|source| deliver::DeliverError { path: target.to_owned(), source })?;
        let lock = Lock::wait(target);
        if lock.is_ok() {
            deliver::recover(target)?;
        }
        let standing = Standing::of(target, &names.json)?;
        if let Some(standing) = &standing
            && order.alasan.is_none()
            && !order.draf
            && let Some(other) = self.other_office(&standing.record)
        {
            return Err(Trouble::OtherOffice(other));
        }
        self.watch.begins(Step::Pages);
        let built = self.report(order.draf);
        // A first report is compared with nothing: its digest is made beside the pages.
        let isi = standing.as_ref().map(|_| self.isi(&built.report, built.sheets())).transpose()?;
        let same = match (&standing, &isi) {
            (Some(standing), Some(isi)) => self.says_the_same(target, &standing.record, isi)?,
            _ => false,
        };
        if let (Some(standing), true) = (&standing, same)
            && standing.is_whole()
            && !(standing.record.program == PROGRAM && self.is_edited(standing, isi.as_deref()))
        {
            return Ok(Done::Unchanged);
        }
        // Where nobody may write, what stands may still be looked at.
        let _lock = lock?;
        let desk = Desk { office: self, target, names, order };
        if order.draf {
            return desk.draft(standing.as_ref(), built, isi);
        }
        match standing {
            Some(standing) if same => desk.restore(&standing, isi),
            standing => desk.revise(standing.as_ref(), built, isi),
        }
    }

    /// The office that a standing report is of, where it is another: `Dinas Koperasi Kabupaten Lain`. One that only
    /// has another name, and an indicator of its own still, is the same.
    fn other_office(&self, before: &Record) -> Option<String> {
        let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let instansi = &self.profile.instansi;
        let is_same = |one: &str, two: &str| folded(&mask_in_text(one)) == folded(two);
        let own = self.profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator);
        let shares = own.into_iter().any(|own| before.indikator.iter().any(|old| is_same(&own.nama, &old.nama)));
        let is_ours = is_same(&instansi.daerah, &before.daerah) && (is_same(&instansi.nama, &before.instansi) || shares);
        (!is_ours).then(|| format!("{} {}", before.instansi, before.daerah))
    }

    /// Whether a standing record of this program's, whose report says the same, was changed by hand: in what the
    /// report shows, whatever the workbooks' own bytes.
    fn is_edited(&self, standing: &Standing, isi: Option<&str>) -> bool {
        let Some(isi) = isi else { return false };
        let now = record::of_report(self, &Edition::of(&standing.record), isi, &[], &[]).handed_on();
        let said = |record: &Record| Record {
            masukan: Vec::new(),
            bacaan: Vec::new(),
            tanda_tangan: Vec::new(),
            disajikan_kembali: Vec::new(),
            luaran: None,
            ..record.clone()
        };
        said(&standing.record) != said(&now)
    }

    /// Whether the report of this record says what this one does. Where another
    /// version of the program made it, from the same files, figures and findings decide.
    fn says_the_same(&self, target: &Path, before: &Record, isi: &str) -> Result<bool, Trouble> {
        if before.isi.as_deref() == Some(isi) {
            return Ok(true);
        }
        if before.program == PROGRAM {
            return Ok(false);
        }
        let now = record::of_check(self).handed_on();
        let changed_reading = Kode::BacaanBerubah.text();
        let findings = |record: &Record| -> Vec<_> {
            let key = |one: &deliver::TemuanRecord| {
                (
                    one.kode.clone(),
                    one.tingkat.clone(),
                    one.berkas.clone(),
                    one.lembar.clone(),
                    one.sel.clone(),
                    one.diterima.clone(),
                )
            };
            record.temuan.iter().filter(|one| one.kode != changed_reading).map(key).collect()
        };
        let equal = before.indikator == now.indikator && before.ukuran == now.ukuran && findings(before) == findings(&now);
        Ok(equal && snapshot(target, before.revisi).is_some_and(|old| self.inputs().is_ok_and(|new| old == Contents::of(&new))))
    }
}

/// The files of a revision's snapshot, if it is there and whole.
fn snapshot(target: &Path, revisi: u32) -> Option<Contents> {
    Snapshot::open(&target.join(deliver::snapshot_path(revisi))).ok()?.contents().ok()
}

/// One report being written into its folder.
struct Desk<'a> {
    office: &'a Office,
    target: &'a Path,
    names: Names,
    order: Order<'a>,
}

impl Desk<'_> {
    /// A draft stands beside the revisions; the last one is not kept.
    fn draft(&self, standing: Option<&Standing>, built: Built, isi: Option<String>) -> Result<Done, Trouble> {
        let made = self.office.make(built, &Edition::draft(), isi)?;
        let strange = self.strangers(standing)?;
        let folder = deliver::strangers_folder(self.target)?;
        let kept: Vec<_> = strange.iter().map(|name| (name.clone(), format!("{folder}/{name}"))).collect();
        self.write(&made, None, &kept)?;
        Ok(Done::Written(Written { revisi: 1, kept, strange, ..Written::default() }))
    }

    /// The same revision's lost or touched files made again.
    fn restore(&self, standing: &Standing, isi: Option<String>) -> Result<Done, Trouble> {
        let edition = Edition::of(&standing.record);
        let made = self.office.make(self.office.report(false), &edition, isi.clone())?;
        let made_files: [(&str, &[u8]); 2] = [(&self.names.pdf, &made.pdf.bytes), (&self.names.xlsx, &made.xlsx)];
        let wanting = standing.files.iter().filter(|(_, state)| matches!(state, State::Missing | State::Touched));
        let mut change = Change::default();
        let folder = deliver::strangers_folder(self.target)?;
        for (name, state) in wanting {
            let recorded = standing.record.luaran.iter().flatten().find(|file| file.berkas == *name);
            let again = made_files
                .iter()
                .find(|(own, bytes)| own == name && recorded.is_some_and(|file| file.sha256 == sha256_hex(bytes)));
            // Another version of the program draws other bytes: then it is a revision.
            let Some((name, bytes)) = again else { return self.revise(Some(standing), self.office.report(false), isi) };
            change.new.push(Output { name, bytes });
            if *state == State::Touched {
                change.kept.push(((*name).to_owned(), format!("{folder}/{name}")));
            }
        }
        if self.office.is_edited(standing, isi.as_deref()) {
            let name = &self.names.json;
            change.new.push(Output { name, bytes: &made.record });
            change.kept.push((name.clone(), format!("{folder}/{name}")));
        }
        deliver::replace(&Real, self.target, &change)?;
        let strange = change.kept.iter().map(|(name, _)| name.clone()).collect();
        Ok(Done::Written(Written { revisi: edition.revisi, kept: change.kept, strange, restored: true, ..Written::default() }))
    }

    /// The next revision, or the first.
    fn revise(&self, standing: Option<&Standing>, built: Built, isi: Option<String>) -> Result<Done, Trouble> {
        let alasan = self.order.alasan.map(str::to_owned);
        if alasan.is_none() {
            self.refuse_signed(standing)?;
        }
        let archived = deliver::archived(self.target)?.last().copied().unwrap_or(0);
        let revisi = archived.max(standing.map_or(0, |standing| standing.record.revisi)) + 1;
        let inputs = self.office.inputs()?;
        let perubahan = standing.map(|standing| self.perubahan(&standing.record, revisi, &Contents::of(&inputs)));
        let potret = deliver::pack(&inputs).map_err(|error| Trouble::Write(error.to_string()))?;
        let potret_path = deliver::snapshot_path(revisi);
        let earlier = standing.map(|standing| standing.record.perubahan.clone()).unwrap_or_default();
        let edition = Edition {
            draf: false,
            revisi,
            alasan,
            perubahan: earlier.into_iter().chain(perubahan.clone()).collect(),
            potret: Some(LuaranRecord { berkas: potret_path.clone(), sha256: sha256_hex(&potret) }),
        };
        let made = self.office.make(built, &edition, isi)?;
        let strange = self.strangers(standing)?;
        let kept = self.kept(standing)?;
        self.write(&made, Some(Output { name: &potret_path, bytes: &potret }), &kept)?;
        Ok(Done::Written(Written { revisi, perubahan, kept, strange, restored: false, potret: Some(potret_path) }))
    }

    /// What this revision changes in the one before it.
    fn perubahan(&self, before: &Record, revisi: u32, inputs: &Contents) -> PerubahanRecord {
        let old = snapshot(self.target, before.revisi);
        let karena: Vec<KarenaRecord> = self.office.causes(before, old.as_ref(), inputs);
        let now = record::of_check(self.office).handed_on();
        PerubahanRecord {
            revisi,
            tanggal: now.tanggal.clone(),
            alasan: self.order.alasan.map(str::to_owned),
            karena,
            angka: moved(before, &now),
        }
    }

    /// A signed paper is replaced only with a reason.
    fn refuse_signed(&self, standing: Option<&Standing>) -> Result<(), Trouble> {
        let recorded = standing.is_some_and(Standing::is_signed);
        if recorded || deliver::bears_signature(self.target, &self.names.pdf) {
            return Err(Trouble::Signed(vec![self.names.pdf.clone()]));
        }
        Ok(())
    }

    fn all(&self) -> [&String; 3] {
        [&self.names.pdf, &self.names.xlsx, &self.names.json]
    }

    /// Those of the report's names that stand in a folder.
    fn there(&self, folder: &Path) -> Result<Vec<&String>, Trouble> {
        let mut there = Vec::new();
        for name in self.all() {
            if deliver::is_there(folder, name)? {
                there.push(name);
            }
        }
        Ok(there)
    }

    /// The files under the report's names that are not as a record says.
    fn strangers(&self, standing: Option<&Standing>) -> Result<Vec<String>, Trouble> {
        let known = |name: &String| {
            standing.is_some_and(|standing| {
                let state = standing.files.iter().find(|(own, _)| own == name).map(|(_, state)| state);
                *name == self.names.json || matches!(state, Some(State::Intact | State::Signed(_)))
            })
        };
        Ok(self.there(self.target)?.into_iter().filter(|name| !known(name)).cloned().collect())
    }

    /// Where what stands is kept: a revision whole in its own folder, also with
    /// files touched since; what belongs to no revision apart.
    fn kept(&self, standing: Option<&Standing>) -> Result<Vec<(String, String)>, Trouble> {
        let apart = deliver::strangers_folder(self.target)?;
        let own = standing.map(|standing| deliver::revision_folder(standing.record.revisi));
        // Somebody may have put an archived revision back by hand.
        let own = match own {
            Some(own) => self.there(&self.target.join(&own))?.is_empty().then_some(own),
            None => None,
        };
        let recorded = |name: &String| {
            *name == self.names.json || standing.is_some_and(|standing| standing.files.iter().any(|(own, _)| own == name))
        };
        let place = |name: &String| match &own {
            Some(own) if recorded(name) => format!("{own}/{name}"),
            _ => format!("{apart}/{name}"),
        };
        Ok(self.there(self.target)?.into_iter().map(|name| (name.clone(), place(name))).collect())
    }

    fn write(&self, made: &Made, more: Option<Output<'_>>, kept: &[(String, String)]) -> Result<(), Trouble> {
        let files: [(&str, &[u8]); 3] =
            [(&self.names.pdf, &made.pdf.bytes), (&self.names.xlsx, &made.xlsx), (&self.names.json, &made.record)];
        self.office.watch.begins(Step::Write);
        let new = files.into_iter().map(|(name, bytes)| Output { name, bytes }).chain(more).collect();
        Ok(deliver::replace(&Real, self.target, &Change { new, kept: kept.to_vec() })?)
    }
}
