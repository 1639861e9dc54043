//! `iku buat`: reads, computes, and writes the report.

use crate::cli::args::Buat;
use crate::cli::folders::{each_folder, read_office};
use crate::cli::status::Status;
use crate::cli::temuan::{self, Shown};
use crate::cli::terminal::{print_json, shown_name, tell};
use crate::cli::trouble::tell_trouble;
use crate::cli::words_id as words;
use crate::deliver::Delivered;
use crate::office;
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
    let delivered = match office.deliver(&target, buat.draf) {
        Ok(delivered) => delivered,
        Err(error) => return tell_trouble(&name, error),
    };
    summaries.push(office::summary(&name, &office, Some(&target)));
    if !buat.json {
        for (id, nama, shown) in office.headline() {
            tell(&words::figure(&id, &nama, &shown));
        }
    }
    match (buat.draf, delivered) {
        (true, _) => tell(&words::draft_written(&name, &target, &tally)),
        (false, Delivered::Written) => tell(&words::written(&name, &target)),
        (false, Delivered::Unchanged) => tell(&words::unchanged(&name, &target)),
    }
    if refused { Status::Galat } else { Status::Done }
}

/// `keluaran/TAHUN`, or `--keluaran DIR`; with several folders `DIR/<folder name>`.
fn target_folder(buat: &Buat, folder: &Path, name: &str, tahun: Year) -> PathBuf {
    match &buat.keluaran {
        Some(dir) if buat.folder.len() > 1 => dir.join(name),
        Some(dir) => dir.clone(),
        None => folder.join("keluaran").join(tahun.to_string()),
    }
}
