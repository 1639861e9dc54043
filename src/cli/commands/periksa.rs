//! `iku periksa`: reads and checks everything, writes no report.

use crate::cli::args::Periksa;
use crate::cli::folders::{each_folder, read_office};
use crate::cli::jendela::Windows;
use crate::cli::status::Status;
use crate::cli::tandai::{self, Tandai};
use crate::cli::temuan::{self, Shown};
use crate::cli::terminal::{print, print_json, shown_name, tell};
use crate::cli::words_id as words;
use crate::deliver::Record;
use crate::diagnostic::Tingkat;
use crate::office::{self, Office};
use std::io::{self, IsTerminal};
use std::path::Path;

/// `iku periksa`: with several folders their records are one array.
pub fn run(periksa: &Periksa) -> Status {
    let mut records: Vec<Record> = Vec::new();
    let status = each_folder(&periksa.folder, |folder| {
        let name = shown_name(folder);
        let office = match read_office(folder, &name, periksa.tahun) {
            Ok(office) => office,
            Err(status) => return status,
        };
        if periksa.json {
            records.push(office::of_check(&office));
        } else {
            show_findings(periksa, &office);
        }
        let marked = periksa.tandai.as_ref().map_or(Status::Done, |dir| mark(periksa, dir, &name, &office));
        tell(&words::checked(&name, &temuan::tally(&office.temuan)));
        marked.max(if office.has_galat() { Status::Galat } else { Status::Done })
    });
    if periksa.json {
        match records.as_slice() {
            [one] if periksa.folder.len() == 1 => print(&String::from_utf8_lossy(&one.to_bytes())),
            many if periksa.folder.len() > 1 => print_json(&serde_json::json!(many)),
            _ => {}
        }
    }
    status
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
fn mark(periksa: &Periksa, dir: &Path, name: &str, office: &Office) -> Status {
    let dir = if periksa.folder.len() > 1 { dir.join(name) } else { dir.to_owned() };
    match tandai::mark(office, &dir) {
        Ok(Tandai { files, values_only, failed }) => {
            for (berkas, reason) in &failed {
                tell(&words::not_marked(berkas, reason.as_deref()));
            }
            tell(&if files.is_empty() { words::nothing_to_mark(name) } else { words::marked(&files, &values_only, &dir) });
            Status::Done
        }
        Err(tandai::Trouble::AmongData) => {
            tell(&words::mark_elsewhere(&dir));
            Status::Usage
        }
        Err(tandai::Trouble::Write(error)) => {
            tell(&words::cannot_write(&error.to_string()));
            Status::Usage
        }
    }
}
