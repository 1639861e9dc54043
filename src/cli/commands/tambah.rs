//! `iku tambah NAMA [FOLDER]`: an indicator of the catalogue into the profile.

use crate::cli::args::Tambah;
use crate::cli::ask::{Asker, somebody};
use crate::cli::status::Status;
use crate::cli::terminal::{print_json, shown_name, tell};
use crate::cli::trouble::tell_profile;
use crate::cli::{catalog_words_id as words, words_id};
use crate::deliver::{self, Output};
use crate::profile::{self, AddError};
use crate::vocabulary::nearest;
use std::path::Path;

pub fn run(asked: &Tambah) -> Status {
    let Some(entry) = profile::entry(&asked.nama) else {
        let names = profile::entries().iter().map(|entry| entry.nama);
        tell(&words::unknown(&asked.nama, nearest(&asked.nama, names)));
        return Status::Usage;
    };
    let name = shown_name(&asked.folder);
    let text = match profile::read_text(&asked.folder) {
        Ok(text) => text,
        Err(error) => return tell_profile(&asked.folder, &[error], ""),
    };
    // A profile that is wrong is mended first: what is added to it would hide where. What it waits for (`…`) is no mistake.
    let waits = |error: &profile::ProfileError| {
        text.lines().nth((error.line as usize).saturating_sub(1)).is_some_and(|line| line.contains('\u{2026}'))
    };
    let read = profile::parse_in(&text, &asked.folder);
    let tahun = read.as_ref().ok().map(|profile| profile.laporan.tahun);
    let mut errors = read.err().unwrap_or_default();
    errors.retain(|error| !waits(error));
    if !errors.is_empty() {
        return tell_profile(&asked.folder, &errors, &text);
    }
    let goals = match profile::goals(&text) {
        Ok(goals) => goals.uraian,
        Err(error) => return refused(&asked.folder, &text, &error),
    };
    let sasaran = match asked.sasaran {
        Some(number) => usize::try_from(number).unwrap_or(usize::MAX),
        None if goals.len() <= 1 => 1,
        None if somebody() && !asked.json => match choose(&goals) {
            Some(number) => number,
            None => return Status::Usage,
        },
        None => {
            tell(&words::say_goal(&goals));
            return Status::Usage;
        }
    };
    // Of two at once the second adds to what the first wrote.
    let _lock = deliver::Lock::wait(&asked.folder).ok();
    let text = profile::read_text(&asked.folder).unwrap_or(text);
    let added = match profile::add(&text, &entry, sasaran) {
        Ok(added) => added,
        Err(error) => return refused(&asked.folder, &text, &error),
    };
    if let Err(error) = deliver::deliver(&asked.folder, &[Output { name: profile::FILE_NAME, bytes: added.text.as_bytes() }]) {
        tell(&words_id::cannot_write(words_id::PROFILE, &error.to_string()));
        return Status::Usage;
    }
    if asked.json {
        print_json(&serde_json::json!({
            "folder": name, "sasaran": sasaran, "indikator": added.indikator, "ukuran": added.ukuran, "sumber": added.sumber,
        }));
    }
    tell(&words::added((&name, &asked.folder), &added, sasaran, tahun));
    Status::Done
}

fn choose(goals: &[String]) -> Option<usize> {
    let mut asker = Asker::standard();
    loop {
        let answer = asker.ask(&words::which_goal(goals))?;
        match answer.parse() {
            Ok(number) if (1..=goals.len() + 1).contains(&number) => return Some(number),
            _ if answer.is_empty() => return Some(goals.len().max(1)),
            _ => tell(&words::no_number(&answer)),
        }
    }
}

fn refused(folder: &Path, text: &str, error: &AddError) -> Status {
    match error {
        AddError::Syntax => {
            let errors = profile::parse_in(text, folder).err().unwrap_or_default();
            return tell_profile(folder, &errors, text);
        }
        AddError::NoSuchGoal { ada } => tell(&words::no_such_goal(*ada)),
        AddError::There { nama } => tell(&words::there(nama)),
        AddError::Shape { bagian } => tell(&words::shape(bagian)),
    }
    Status::Usage
}
