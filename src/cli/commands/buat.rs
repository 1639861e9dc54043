//! `iku buat`: reads, computes, and writes the report.

use crate::cli::args::Buat;
use crate::cli::folders::{each_folder, own_program, read_office, report_folder};
use crate::cli::status::Status;
use crate::cli::temuan::{self, Shown};
use crate::cli::terminal::{print_json, shown_name, tell};
use crate::cli::trouble::tell_trouble;
use crate::cli::{revision_words_id as revision_words, words_id as words};
use crate::office::{self, Done, Order, Place, Written};
use crate::vocabulary::Year;
use std::path::{Path, PathBuf};

/// `iku buat`: with several folders their summaries are one array.
pub fn run(buat: &Buat) -> Status {
    if let (Some(dir), Some(name)) = (&buat.keluaran, same_name(&buat.folder)) {
        tell(&words::same_names(&name, dir));
        return Status::Usage;
    }
    let mut summaries = Vec::new();
    let status = each_folder(&buat.folder, |folder| make(buat, folder, &mut summaries));
    if buat.json {
        match summaries.as_slice() {
            [one] if buat.folder.len() == 1 => print_json(one),
            many if buat.folder.len() > 1 => print_json(&serde_json::json!(many)),
            _ => {}
        }
    }
    status
}

/// A name that two of the folders have.
fn same_name(folders: &[PathBuf]) -> Option<String> {
    let names: Vec<String> = folders.iter().map(|folder| shown_name(folder)).collect();
    let twice = names.iter().enumerate().find(|(index, name)| names[..*index].contains(name));
    twice.map(|(_, name)| name.clone())
}

fn make(buat: &Buat, folder: &Path, summaries: &mut Vec<serde_json::Value>) -> Status {
    let name = shown_name(folder);
    if let Some(revisi) = buat.revisi {
        return make_again(buat, folder, revisi, summaries);
    }
    let office = match read_office(folder, &name, buat.tahun) {
        Ok(office) => office,
        Err(status) => return status,
    };
    let found = temuan::show(&office.temuan, Shown::default());
    if !found.is_empty() {
        tell(&found);
    }
    let tally = temuan::tally(&office.temuan);
    let refused = office.has_galat();
    if refused && !buat.draf {
        summaries.push(office::summary(&name, &office, None));
        tell(&words::refused(&name, &tally));
        return Status::Galat;
    }
    let target = target_folder(buat, folder, &name, office.tahun());
    let alasan = buat.alasan.as_deref().map(str::trim).filter(|alasan| !alasan.is_empty());
    let done = match office.deliver(&target, Order { draf: buat.draf, alasan }) {
        Ok(done) => done,
        Err(error) => return tell_trouble(&name, error),
    };
    summaries.push(office::summary(&name, &office, Some((&target, &done))));
    if !buat.json {
        for (id, nama, shown) in office.headline() {
            tell(&words::figure(&id, &nama, &shown));
        }
    }
    let restated = office.restated();
    if !restated.is_empty() {
        tell(&revision_words::restated(&restated));
    }
    match &done {
        Done::Written(written) => tell_written(buat, &name, &target, written, &tally),
        Done::Unchanged if buat.draf => tell(&words::draft_written(&name, &target, &tally)),
        Done::Unchanged => tell(&words::unchanged(&name, &target)),
    }
    if refused { Status::Galat } else { Status::Done }
}

/// `--revisi N`: beside the report that stands, which is left alone.
fn make_again(buat: &Buat, folder: &Path, revisi: u32, summaries: &mut Vec<serde_json::Value>) -> Status {
    let name = shown_name(folder);
    let tahun = match buat.tahun.map_or_else(|| office::report_year(folder), |tahun| Ok(Year(tahun))) {
        Ok(tahun) => tahun,
        Err(trouble) => return tell_trouble(&name, trouble),
    };
    let report = report_folder(folder, tahun);
    let target = match &buat.keluaran {
        Some(_) => target_folder(buat, folder, &name, tahun),
        None => report.join(format!("rev-{revisi}-dibuat-ulang")),
    };
    if target.canonicalize().is_ok_and(|target| report.canonicalize().is_ok_and(|report| report == target)) {
        tell(&revision_words::remake_elsewhere(&name));
        return Status::Usage;
    }
    match office::remake(Place { report: &report, tahun }, revisi, &target, own_program()) {
        Ok(remade) => {
            summaries.push(serde_json::json!({
                "folder": name, "tahun": tahun.0, "revisi": revisi, "keluaran": target.display().to_string(),
                "program": remade.program, "berbeda": remade.other_bytes,
            }));
            tell(&revision_words::remade(&name, &target, &remade));
            Status::Done
        }
        Err(trouble) => tell_trouble(&name, trouble),
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

/// `keluaran/TAHUN`, or `--keluaran DIR`; with several folders `DIR/<folder name>`.
fn target_folder(buat: &Buat, folder: &Path, name: &str, tahun: Year) -> PathBuf {
    match &buat.keluaran {
        Some(dir) if buat.folder.len() > 1 => dir.join(name),
        Some(dir) => dir.clone(),
        None => report_folder(folder, tahun),
    }
}
