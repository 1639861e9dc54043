//! `iku buat`: reads, computes, and writes the report.

use crate::cli::args::Buat;
use crate::cli::folders::{own_program, read_watched, report_folder};
use crate::cli::many::{self, Asked, Came, hasil};
use crate::cli::status::Status;
use crate::cli::temuan::{self, Shown};
use crate::cli::terminal::tell;
use crate::cli::trouble::tell_trouble;
use crate::cli::{opened, places, revision_words_id as revision_words, revisions, words_id as words};
use crate::office::{self, Done, Office, Place, Watch, Written};
use crate::vocabulary::Year;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// `iku buat`: with several folders their summaries are one array.
pub fn run(buat: &Buat) -> Status {
    let asked = Asked::of(&buat.folder, buat.pekerjaan);
    if let (Some(dir), Some(name)) = (&buat.keluaran, asked.same_name()) {
        tell(&words::same_names(&name, dir));
        return Status::Usage;
    }
    if let Some(folder) = asked.same_folder() {
        tell(&words::same_folder(&folder));
        return Status::Usage;
    }
    let order = Order { buat, several: asked.several };
    let ended = many::run(&asked, |folder, name, watch| order.make(folder, name, watch));
    if buat.json {
        ended.print_json();
    }
    ended.status
}

/// What is asked for each of the offices.
struct Order<'a> {
    buat: &'a Buat,
    several: bool,
}

impl Order<'_> {
    fn make(&self, folder: &Path, name: &str, watch: Watch) -> Came {
        let buat = self.buat;
        if let Some(revisi) = buat.revisi {
            return self.make_again(folder, name, revisi);
        }
        let office = match read_watched(folder, name, buat.tahun, watch) {
            Ok(office) => office,
            Err(status) => return Came::nothing(status),
        };
        let refused = office.has_galat();
        // Of many offices those that need somebody are told in full; `iku periksa` tells the others.
        let found = if self.several && !refused { String::new() } else { temuan::show(&office.temuan, Shown::default()) };
        if !found.is_empty() {
            tell(&found);
        }
        let tally = temuan::tally(&office.temuan);
        if refused && !buat.draf {
            tell(&words::refused(name, &tally));
            let summary = if buat.json { office::summary(name, &office, None) } else { Value::Null };
            return Came::of(&office, Status::Galat, hasil::REFUSED.to_owned(), summary);
        }
        let target = self.target_folder(folder, name, office.tahun());
        if places::is_input(&office, &target) || places::is_any_offices(&target) {
            tell(&words::report_elsewhere(&target));
            return Came::nothing(Status::Usage);
        }
        // Before it is moved aside.
        if let Err(status) = revisions::tell_broken(name, &office, &target) {
            return Came::nothing(status);
        }
        let alasan = buat.alasan.as_deref().map(str::trim).filter(|alasan| !alasan.is_empty());
        let done = match office.deliver(&target, office::Order { draf: buat.draf, alasan }) {
            Ok(done) => done,
            Err(error) => return Came::nothing(tell_trouble(name, error)),
        };
        if !buat.json && !self.several {
            for (id, nama, shown) in office.headline() {
                tell(&words::figure(&id, &nama, &shown));
            }
        }
        let restated = office.restated();
        if !restated.is_empty() {
            tell(&revision_words::restated(&restated));
        }
        let hasil = match &done {
            Done::Written(written) => {
                tell_written(buat, name, &target, written, &tally);
                if buat.draf { hasil::DRAFT.to_owned() } else { hasil::written(written.revisi) }
            }
            Done::Unchanged if buat.draf => {
                tell(&words::draft_written(name, &target, &tally));
                hasil::DRAFT.to_owned()
            }
            Done::Unchanged => {
                tell(&words::unchanged(name, &target));
                hasil::UNCHANGED.to_owned()
            }
        };
        if !buat.draf {
            self.tell_lost_snapshot(name, &office, &target);
        }
        if buat.buka {
            opened::open(&target.join(office::Names::of(office.tahun(), buat.draf).pdf));
        }
        let status = if refused { Status::Galat } else { Status::Done };
        let summary = if buat.json { office::summary(name, &office, Some((&target, &done))) } else { Value::Null };
        Came::of(&office, status, hasil, summary)
    }

    /// A snapshot that is still lost: without it the revision cannot be made again.
    fn tell_lost_snapshot(&self, name: &str, office: &Office, target: &Path) {
        if let Some(path) = office::lost_snapshot(Place { report: target, tahun: office.tahun() }) {
            tell(&revision_words::snapshot_lost(name, &path));
        }
    }

    /// `--revisi N`: beside the report that stands, which is left alone.
    fn make_again(&self, folder: &Path, name: &str, revisi: u32) -> Came {
        let buat = self.buat;
        let tahun = match buat.tahun.map_or_else(|| office::report_year(folder), |tahun| Ok(Year(tahun))) {
            Ok(tahun) => tahun,
            Err(trouble) => return Came::nothing(tell_trouble(name, trouble)),
        };
        let report = report_folder(folder, tahun);
        let target = match &buat.keluaran {
            Some(_) => self.target_folder(folder, name, tahun),
            None => report.join(format!("rev-{revisi}-dibuat-ulang")),
        };
        if target.canonicalize().is_ok_and(|target| report.canonicalize().is_ok_and(|report| report == target)) {
            tell(&revision_words::remake_elsewhere(name));
            return Came::nothing(Status::Usage);
        }
        if places::is_any_offices(&target) {
            tell(&words::report_elsewhere(&target));
            return Came::nothing(Status::Usage);
        }
        match office::remake(Place { report: &report, tahun }, revisi, &target, own_program()) {
            Ok(remade) => {
                tell(&revision_words::remade(name, &target, &remade));
                for (file, kept) in &remade.kept {
                    tell(&revision_words::moved_aside(file, kept));
                }
                let summary = serde_json::json!({
                    "folder": name, "tahun": tahun.0, "revisi": revisi, "keluaran": target.display().to_string(),
                    "program": remade.program, "berbeda": remade.other_bytes,
                    "disimpan": remade.kept.iter().map(|(_, to)| to).collect::<Vec<_>>(),
                });
                Came { hasil: hasil::AGAIN.to_owned(), json: summary, ..Came::nothing(Status::Done) }
            }
            Err(trouble) => Came::nothing(tell_trouble(name, trouble)),
        }
    }

    /// `keluaran/TAHUN`, or `--keluaran DIR`; with several folders `DIR/<folder name>`.
    fn target_folder(&self, folder: &Path, name: &str, tahun: Year) -> PathBuf {
        match &self.buat.keluaran {
            Some(dir) if self.several => dir.join(name),
            Some(dir) => dir.clone(),
            None => report_folder(folder, tahun),
        }
    }
}

/// What was written, what was kept, and in three lines at most what changed.
fn tell_written(buat: &Buat, name: &str, target: &Path, written: &Written, tally: &str) {
    for strange in &written.strange {
        let kept = written.kept.iter().find(|(own, _)| own == strange).map_or("", |(_, to)| to.as_str());
        tell(&revision_words::moved_aside(strange, kept));
    }
    match &written.perubahan {
        _ if buat.draf => tell(&words::draft_written(name, target, tally)),
        _ if written.restored => tell(&revision_words::restored(name, target, written.revisi)),
        None if written.revisi == 1 => tell(&words::written(name, target)),
        None => tell(&revision_words::written_as(name, target, written.revisi)),
        Some(perubahan) => {
            tell(&revision_words::revised(name, target, written.revisi));
            tell(&revision_words::causes(&perubahan.karena));
            tell(&revision_words::figures_moved(&perubahan.angka));
        }
    }
    if let Some(potret) = &written.potret {
        tell(&revision_words::snapshot_written(potret));
    }
}
