//! `iku lihat FILE`: what the program sees in a workbook.

use crate::cli::args::Lihat;
use crate::cli::bacaan;
use crate::cli::baris_sumber;
use crate::cli::folders::{own_program, read_office};
use crate::cli::look::look;
use crate::cli::look_words_id as words;
use crate::cli::many::shown;
use crate::cli::status::Status;
use crate::cli::temuan::{self, Shown};
use crate::cli::terminal::{heard, print, print_json, shown_name, tell};
use crate::cli::views_json;
use crate::diagnostic::{Temuan, Tingkat};
use crate::office::Step;
use crate::profile::Limits;
use crate::vocabulary::mask_person;
use crate::workbook::Reader;
use std::path::Path;

/// What is in each workbook; a file that cannot be read is told, and the others go on.
pub fn run(asked: &Lihat) -> Status {
    if let Some(folder) = &asked.profil {
        return with_profile(asked, folder);
    }
    let reader = own_program()
        .map_or_else(|| Reader::new(Limits::default()), |program| Reader::new(Limits::default()).with_child(program));
    let mut status = Status::Done;
    let mut all: Vec<serde_json::Value> = Vec::new();
    for path in &asked.berkas {
        if path.is_dir() {
            tell(&words::look_at_folder(&path.display().to_string()));
            status = status.max(Status::Usage);
            all.push(serde_json::json!({ "berkas": path.display().to_string(), "kesalahan": heard() }));
            continue;
        }
        let seen = shown(&path.display().to_string(), |watch| {
            watch.begins(Step::Read(path.display().to_string()));
            look(path, &reader)
        });
        match seen {
            Ok(seen) if asked.json => all.push(views_json::look(&seen)),
            Ok(seen) => print(&mask_person(&if asked.toml { baris_sumber::lines(&seen) } else { seen.text() })),
            Err(found) => {
                all.push(serde_json::json!({ "berkas": path.display().to_string(), "temuan": [views_json::finding(&found)] }));
                tell(&temuan::show(&[*found], Shown::default()));
                status = status.max(failed(path));
            }
        }
    }
    if asked.json {
        print_all(all);
    }
    status
}

/// A file that is not there was called wrongly; one that cannot be read has a fault.
fn failed(path: &Path) -> Status {
    if path.is_file() { Status::Galat } else { Status::Usage }
}

/// One object for one file, an array for several.
fn print_all(mut all: Vec<serde_json::Value>) {
    match all.len() {
        1 => print_json(&all.remove(0)),
        _ => print_json(&serde_json::json!(all)),
    }
}

/// `--profil FOLDER`: what that office's profile makes of each file.
fn with_profile(asked: &Lihat, folder: &Path) -> Status {
    let office = match read_office(folder, &shown_name(folder), None) {
        Ok(office) => office,
        Err(status) => return status,
    };
    let mut status = Status::Done;
    let mut all: Vec<serde_json::Value> = Vec::new();
    for path in &asked.berkas {
        let berkas = name_in(path, folder);
        let own: Vec<Temuan> = office.temuan.iter().filter(|one| *one.at.berkas == *berkas).cloned().collect();
        if !own.is_empty() {
            tell(&temuan::show(&own, Shown::default()));
        }
        let read: Vec<_> = office.dataset.bacaan.iter().filter(|one| *one.berkas == *berkas).collect();
        if read.is_empty() {
            tell(&words::bacaan::not_read(&berkas, &folder.display().to_string()));
            status = status.max(failed(path));
        }
        if own.iter().any(|one| one.tingkat() == Tingkat::Galat) {
            status = status.max(Status::Galat);
        }
        if asked.json {
            let own: Vec<_> = own.iter().map(views_json::finding).collect();
            all.push(serde_json::json!({ "berkas": berkas, "temuan": own, "bacaan": bacaan::text(read) }));
        } else {
            print(&bacaan::text(read));
        }
    }
    if asked.json {
        print_all(all);
    }
    status
}

/// A file's name as the office's profile would write it.
fn name_in(path: &Path, folder: &Path) -> String {
    let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let (path, folder) = (whole(path), whole(folder));
    let inside = path.strip_prefix(&folder).unwrap_or(&path);
    inside.display().to_string().replace('\\', "/")
}
