//! `iku rekap`: the records of many offices in one XLSX and PDF.

use crate::cli::args::Rekap;
use crate::cli::many::shown;
use crate::cli::status::Status;
use crate::cli::terminal::{print_json_of, tell};
use crate::cli::trouble::{tell_profile, tell_trouble};
use crate::cli::{places, rekap_words_id as words, words_id as common_words};
use crate::office::Step;
use crate::profile;
use crate::rekap::{self, Done};
use crate::vocabulary::Year;
use std::path::Path;

pub fn run(asked: &Rekap) -> Status {
    let target = asked.keluaran.as_deref().unwrap_or(Path::new("."));
    if places::is_any_offices(target) {
        tell(&common_words::report_elsewhere(target));
        return Status::Usage;
    }
    // A folder that is none, or a workbook in its place, is told as for every command; a profile need not be there.
    for folder in asked.folder.iter().filter(|folder| !folder.is_dir()) {
        if let Err(error) = profile::read_text(folder) {
            return tell_profile(folder, &[error], "");
        }
    }
    let gathered = match shown(words::COMMAND, |_| rekap::gather(&asked.folder, asked.tahun.map(Year))) {
        Ok(gathered) => gathered,
        Err(refusal) => {
            tell(&rekap::refusal(&refusal));
            return Status::Usage;
        }
    };
    let nama = asked.nama.as_deref().map(str::trim).filter(|nama| !nama.is_empty());
    let made = shown(words::COMMAND, |watch| {
        watch.begins(Step::Compute);
        rekap::build(&gathered, nama)
    });
    let made = match made {
        Ok(made) => made,
        Err(refusal) => {
            tell(&rekap::refusal(&refusal));
            return Status::Usage;
        }
    };
    let (date, unusable) = (gathered.tanggal, gathered.has_unusable());
    // What was read is not held while the pages are laid out.
    drop(gathered);
    for row in &made.kantor {
        for keadaan in &row.keadaan {
            tell(&words::keadaan(&row.folder, keadaan));
        }
    }
    let written = shown(words::COMMAND, |watch| {
        watch.begins(Step::Pages);
        rekap::write(made, date, target)
    });
    let (made, done) = match written {
        Ok(written) => written,
        Err(trouble) => return tell_trouble(words::COMMAND, trouble),
    };
    if let Done::Written { kept } = &done {
        kept.iter().for_each(|(name, to)| tell(&words::moved_aside(name, to)));
    }
    tell(&match done {
        Done::Unchanged => words::unchanged(target, made.jumlah_laporan, made.jumlah_kantor),
        Done::Written { .. } => words::written(target, made.jumlah_laporan, made.jumlah_kantor),
    });
    if asked.json {
        print_json_of(&made);
    }
    if unusable { Status::Galat } else { Status::Done }
}
