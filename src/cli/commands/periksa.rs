//! `iku periksa`: reads and checks everything, writes no report.

use super::perbaiki;
use crate::cli::args::Periksa;
use crate::cli::ask::Asker;
use crate::cli::folders::{read_office, read_watched, report_folder};
use crate::cli::jendela::Windows;
use crate::cli::many::{self, Asked, Came, hasil};
use crate::cli::revisions;
use crate::cli::status::Status;
use crate::cli::tandai::{self, Tandai};
use crate::cli::temuan::{self, Shown};
use crate::cli::terminal::{print_json_of, shown_name, tell};
use crate::cli::trouble::tell_trouble;
use crate::cli::words_id as words;
use crate::deliver::Record;
use crate::diagnostic::Tingkat;
use crate::office::{self, Office, Watch};
use std::io::{self, IsTerminal};
use std::path::Path;
use std::sync::OnceLock;

/// `iku periksa`: with several folders their records are one array.
pub fn run(periksa: &Periksa) -> Status {
    let asked = Asked::of(&periksa.folder, periksa.pekerjaan);
    if let (Some(dir), Some(name)) = (&periksa.tandai, asked.same_name()) {
        tell(&words::same_names(&name, dir));
        return Status::Usage;
    }
    if periksa.perbaiki {
        let mut asker = Asker::standard();
        let each = periksa.folder.iter().map(|folder| repair(folder, periksa.tahun, &mut asker));
        return each.max().unwrap_or(Status::Done);
    }
    let alone = OnceLock::new();
    let ended = many::run(&asked, |folder, name, watch| {
        let (came, record) = check(periksa, asked.several, (folder, name), watch);
        let record = record.filter(|_| periksa.json);
        match record {
            // Of one office the record stands as `buat` writes it.
            Some(record) if !asked.several => drop(alone.set(record)),
            Some(record) => return Came { json: serde_json::json!(record), ..came },
            None => {}
        }
        came
    });
    match alone.get() {
        Some(record) => print_json_of(record),
        None if periksa.json => ended.print_json(),
        None => {}
    }
    ended.status
}

fn check(periksa: &Periksa, several: bool, (folder, name): (&Path, &str), watch: Watch) -> (Came, Option<Record>) {
    let office = match read_watched(folder, name, periksa.tahun, watch) {
        Ok(office) => office,
        Err(status) => return (Came::nothing(status), None),
    };
    if !periksa.json {
        show_findings(periksa, &office);
    }
    // What `buat` would refuse is refused here.
    if let Err(trouble) = office.check_pages() {
        return (Came::nothing(tell_trouble(name, trouble)), None);
    }
    if let Err(status) = revisions::tell_broken(name, &office, &report_folder(folder, office.tahun())) {
        return (Came::nothing(status), None);
    }
    let dir = periksa.tandai.as_ref().map(|dir| if several { dir.join(name) } else { dir.clone() });
    let marked = dir.map_or(Status::Done, |dir| mark(&dir, name, &office));
    tell(&words::checked(name, &temuan::tally(&office.temuan)));
    let status = marked.max(if office.has_galat() { Status::Galat } else { Status::Done });
    let came = Came::of(&office, status, hasil::CHECKED.to_owned(), serde_json::Value::Null);
    (came, periksa.json.then(|| office::of_check(&office)))
}

/// `--perbaiki`: shows, asks, writes, and looks again.
pub fn repair(folder: &Path, tahun: Option<i32>, asker: &mut Asker) -> Status {
    let name = &shown_name(folder);
    let office = match read_office(folder, name, tahun) {
        Ok(office) => office,
        Err(status) => return status,
    };
    let repaired = perbaiki::run(&office, folder, asker);
    if repaired.status != Status::Done {
        return repaired.status;
    }
    let again = if repaired.written == 0 { Ok(office) } else { read_office(folder, name, tahun) };
    match again {
        Ok(office) => {
            tell(&words::checked(name, &temuan::tally(&office.temuan)));
            if office.has_galat() { Status::Galat } else { Status::Done }
        }
        Err(status) => status,
    }
}

/// Marked copies of one office's workbooks and nothing else; whether there are any.
pub fn mark_only(folder: &Path, dir: &Path) -> bool {
    let name = shown_name(folder);
    read_office(folder, &name, None).is_ok_and(|office| mark(dir, &name, &office) == Status::Done && dir.is_dir())
}

/// The findings on standard error, with the cells around them where that is a terminal.
fn show_findings(periksa: &Periksa, office: &Office) {
    let windows = io::stderr().is_terminal().then(|| Windows::of(&office.temuan, |berkas| office.workbook(berkas)));
    let found = temuan::show(&office.temuan, Shown { catatan: periksa.catatan, windows: windows.as_ref() });
    if !found.is_empty() {
        tell(&found);
    }
    let notes = office.temuan.iter().filter(|one| one.tingkat() == Tingkat::Catatan).count();
    if notes > 0 && !periksa.catatan {
        tell(&words::notes_hidden(notes));
    }
}

/// `--tandai DIR`; with several folders `DIR/<folder name>`.
fn mark(dir: &Path, name: &str, office: &Office) -> Status {
    match tandai::mark(office, dir) {
        Ok(Tandai { files, values_only, failed, kept }) => {
            kept.iter().for_each(|(file, to)| tell(&words::copy_kept(file, to)));
            for (berkas, reason) in &failed {
                tell(&words::not_marked(berkas, reason.as_deref()));
            }
            if !files.is_empty() {
                tell(&words::marked(&files, &values_only, dir));
            } else if failed.is_empty() {
                tell(&words::nothing_to_mark(name));
            }
            // A workbook that cannot be read has its own finding.
            if failed.iter().all(|(_, reason)| reason.is_none()) { Status::Done } else { Status::Usage }
        }
        Err(tandai::Trouble::AmongData) => {
            tell(&words::mark_elsewhere(dir));
            Status::Usage
        }
        Err(tandai::Trouble::Write(error)) => {
            tell(&words::cannot_write(words::MARKED_COPIES, &error.to_string()));
            Status::Usage
        }
    }
}
