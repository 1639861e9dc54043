//! The report's files written as the next revision, unless the folder holds a
//! report that says the same. What they replace stays in the archive.

use super::causes::Before;
use super::names::Names;
use super::remake::{Place, laid_out};
use super::trouble::Trouble;
use super::{Edition, Made, Office, PROGRAM, moved, record};
use crate::deliver::{
    self, AngkaRecord, Change, Contents, Disk, Karena, KarenaRecord, Lock, LuaranRecord, Output, PerubahanRecord, Real, Record,
    Shelf, Snapshot, Standing, State, Tentang, sha256_hex,
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
        self.check_pages()?;
        let new: Vec<&Path> = target.ancestors().take_while(|folder| !folder.exists()).collect();
        let done = self.deliver_into(target, order);
        if done.is_err() {
            // Of what was to be written there is nothing: no folder for it either.
            new.into_iter().take_while(|folder| deliver::remove_empty_folder(folder)).for_each(drop);
        }
        done
    }

    fn deliver_into(&self, target: &Path, order: Order<'_>) -> Result<Done, Trouble> {
        let names = Names::of(self.tahun(), order.draf);
        Real.make_folder(target).map_err(|error| deliver::DeliverError::unwritten(target, error))?;
        let lock = Lock::wait(target);
        if lock.is_ok() {
            deliver::recover(target)?;
        }
        let shelf = Shelf::of(target, self.tahun())?;
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
            (Some(standing), Some(isi)) => self.says_the_same(&shelf, &standing.record, isi)?,
            _ => false,
        };
        let lost = match &standing {
            Some(standing) if same && !order.draf => self.lost_snapshot(&shelf, &standing.record)?,
            _ => None,
        };
        if let (Some(standing), true) = (&standing, same)
            && standing.is_whole()
            && !(standing.record.program == PROGRAM && self.is_edited(standing, isi.as_deref()))
            && lost.is_none()
        {
            let others = standing.replaced_by_signed();
            if others.is_empty() {
                return Ok(Done::Unchanged);
            }
            // Perhaps a signing service wrote it anew: it is put aside only where somebody says why.
            if order.alasan.is_none() {
                return Err(Trouble::OtherSigned(others.into_iter().cloned().collect()));
            }
        }
        // Where nobody may write, what stands may still be looked at.
        let _lock = lock?;
        let desk = Desk { office: self, target, shelf, names, order };
        if order.draf {
            return desk.draft(standing.as_ref(), built, isi);
        }
        match standing {
            Some(standing) if same => desk.restore(&standing, isi, lost),
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

    /// The snapshot of this record's revision, packed anew, where the one that was kept is lost or touched and the
    /// workbooks are still those it held.
    fn lost_snapshot(&self, shelf: &Shelf, record: &Record) -> Result<Option<Vec<u8>>, Trouble> {
        let Some(potret) = record.potret.as_ref().filter(|potret| potret.berkas == shelf.snapshot(record.revisi)) else {
            return Ok(None);
        };
        if !matches!(shelf.snapshot_state(record.revisi, &potret.sha256), State::Missing | State::Touched) {
            return Ok(None);
        }
        let packed = deliver::pack(&self.inputs()?).map_err(|error| Trouble::Write(error.to_string()))?;
        Ok((sha256_hex(&packed) == potret.sha256).then_some(packed))
    }

    /// Whether the report of this record says what this one does. Where another
    /// version of the program made it, from the same files, figures and findings decide.
    fn says_the_same(&self, shelf: &Shelf, before: &Record, isi: &str) -> Result<bool, Trouble> {
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
        Ok(equal && snapshot(shelf, before.revisi).is_some_and(|old| self.inputs().is_ok_and(|new| old == Contents::of(&new))))
    }
}

/// The files of a revision's snapshot, if it is there and whole.
fn snapshot(shelf: &Shelf, revisi: u32) -> Option<Contents> {
    Snapshot::open(&shelf.report().join(shelf.snapshot(revisi))).ok()?.contents().ok()
}

/// The office as it was is read once more, to name the cells that changed, while its workbooks weigh no more bytes.
const HEAVY: u64 = 32 << 20;

/// One report being written into its folder.
struct Desk<'a> {
    office: &'a Office,
    target: &'a Path,
    shelf: Shelf,
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

    /// The same revision's lost or touched files made again; `lost`: its snapshot, where that is lost.
    fn restore(&self, standing: &Standing, isi: Option<String>, lost: Option<Vec<u8>>) -> Result<Done, Trouble> {
        let edition = Edition::of(&standing.record);
        let made = self.office.make(self.office.report(false), &edition, isi.clone())?;
        let made_files: [(&str, &[u8]); 2] = [(&self.names.pdf, &made.pdf.bytes), (&self.names.xlsx, &made.xlsx)];
        let replaced = standing.replaced_by_signed();
        let is_wanting = |(name, state): &&(String, State)| {
            matches!(state, State::Missing | State::Touched | State::Unreadable(_))
                || self.order.alasan.is_some() && replaced.contains(&name)
        };
        let wanting = standing.files.iter().filter(is_wanting);
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
            if *state != State::Missing {
                change.kept.push(((*name).to_owned(), format!("{folder}/{name}")));
            }
        }
        if self.office.is_edited(standing, isi.as_deref()) {
            let name = &self.names.json;
            change.new.push(Output { name, bytes: &made.record });
            change.kept.push((name.clone(), format!("{folder}/{name}")));
        }
        let potret = lost.as_ref().map(|_| self.shelf.snapshot(edition.revisi));
        if let (Some(name), Some(bytes)) = (&potret, &lost) {
            change.new.push(Output { name, bytes });
            if deliver::is_there(self.target, name)? {
                change.kept.push((name.clone(), format!("{folder}/{}", deliver::SNAPSHOT)));
            }
        }
        deliver::replace(&Real, self.target, &change)?;
        let strange = change.kept.iter().map(|(name, _)| name.clone()).collect();
        Ok(Done::Written(Written { revisi: edition.revisi, kept: change.kept, strange, restored: true, potret, perubahan: None }))
    }

    /// The next revision, or the first.
    fn revise(&self, standing: Option<&Standing>, built: Built, isi: Option<String>) -> Result<Done, Trouble> {
        let alasan = self.order.alasan.map(str::to_owned);
        if alasan.is_none() {
            self.refuse_signed(standing)?;
        }
        let archived = self.shelf.numbers()?.last().copied().unwrap_or(0);
        let revisi = archived.max(standing.map_or(0, |standing| standing.record.revisi)) + 1;
        let inputs = self.office.inputs()?;
        let perubahan = match standing {
            Some(standing) => {
                let office = self.read_again(standing.record.revisi);
                Some(self.perubahan((Some(&standing.record), true), office, revisi, &Contents::of(&inputs)))
            }
            // Its record is gone; what it rested on may still be there.
            None if revisi > 1 => {
                let office = self.read_again(archived);
                let record = { &office }.as_ref();
                let record = record.map(|office| Record { revisi: archived, ..record::of_check(office).handed_on() });
                Some(self.perubahan((record.as_ref(), false), office, revisi, &Contents::of(&inputs)))
            }
            None => None,
        };
        let potret = deliver::pack(&inputs).map_err(|error| Trouble::Write(error.to_string()))?;
        let potret_path = self.shelf.snapshot(revisi);
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

    /// The office as a revision saw it, where it is not too much to be read once more.
    fn read_again(&self, revisi: u32) -> Option<Office> {
        if super::weight(self.office.folder()) > HEAVY {
            return None;
        }
        let place = Place { report: self.target, tahun: self.office.tahun() };
        laid_out(place, revisi, self.office.program.clone()).ok().map(|(_scratch, office)| office)
    }

    /// What this revision changes in the one before it, as far as that is known.
    /// `is_recorded`: by its own record, not by what its snapshot comes to.
    fn perubahan(
        &self,
        (before, is_recorded): (Option<&Record>, bool),
        office: Option<Office>,
        revisi: u32,
        inputs: &Contents,
    ) -> PerubahanRecord {
        let now = record::of_check(self.office).handed_on();
        let was_lost = KarenaRecord { apa: Karena::CatatanHilang, nama: (revisi - 1).to_string() };
        let mut karena = match before {
            Some(record) => {
                let before = Before { record, files: snapshot(&self.shelf, record.revisi), office };
                self.office.causes(&before, inputs)
            }
            None => Vec::new(),
        };
        // The same files, and no record to say what stood on the pages.
        if karena.is_empty() && !is_recorded {
            karena.push(was_lost);
        }
        let named = |one: AngkaRecord| {
            let own = self.office.profile.ukuran.iter().find(|own| one.tentang == Tentang::Ukuran && own.nama.text == one.id);
            AngkaRecord { nama: own.map_or(one.nama, |own| own.sebutan.clone()), ..one }
        };
        PerubahanRecord {
            revisi,
            tanggal: now.tanggal.clone(),
            alasan: self.order.alasan.map(str::to_owned),
            karena,
            angka: before.map(|before| moved(before, &now)).unwrap_or_default().into_iter().map(named).collect(),
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
        let own = standing.map(|standing| self.shelf.revision(standing.record.revisi));
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
