//! `iku siapkan --tahun N` on an office's folder: the next year opened in it.

use crate::cli::status::Status;
use crate::cli::terminal::{shown_name, tell};
use crate::cli::trouble::tell_profile;
use crate::cli::{next_year_words_id as words, words_id};
use crate::deliver::{self, Output};
use crate::profile::{self, NextYearError};
use crate::vocabulary::Year;
use std::path::Path;

/// Moves `iku.toml` on to `tahun`; the reports that stand are left alone.
pub fn open(folder: &Path, tahun: Year) -> Status {
    let name = shown_name(folder);
    let shown = |errors: &[profile::ProfileError], source: &str| tell_profile(folder, errors, source);
    let text = match profile::read_text(folder) {
        Ok(text) => text,
        Err(error) => return shown(&[error], ""),
    };
    let next = match profile::next_year(&text, tahun) {
        Ok(next) => next,
        Err(NextYearError::Profile(errors)) => return shown(&errors, &text),
        Err(NextYearError::SameYear) => {
            tell(&words::same_year(&name, tahun));
            return Status::Usage;
        }
    };
    if let Err(error) = deliver::deliver(folder, &[Output { name: profile::FILE_NAME, bytes: next.text.as_bytes() }]) {
        tell(&words_id::cannot_write(&error.to_string()));
        return Status::Usage;
    }
    tell(&words::opened(&name, tahun));
    next.notes.iter().for_each(|note| tell(&words::note(note)));
    for (sumber, file) in expected(&next.text, tahun) {
        if !folder.join(&file).is_file() && !file.contains(['*', '{']) {
            tell(&words::awaited(&sumber, &file));
        }
    }
    tell(&words::then(folder));
    Status::Done
}

/// The files that the new year's sources will be looked for in.
fn expected(text: &str, tahun: Year) -> Vec<(String, String)> {
    // The targets still asked for are filled in only for this look.
    let filled = text.replace("\"\u{2026}\"", "0");
    let Ok(profile) = profile::parse(&filled) else { return Vec::new() };
    let of = |sumber: &profile::Sumber| {
        let name = sumber.nama.clone();
        let files = sumber.berkas.iter().filter(|berkas| berkas.text.contains("{tahun}"));
        files.map(|berkas| (name.clone(), berkas.text.replace("{tahun}", &tahun.to_string()))).collect::<Vec<_>>()
    };
    profile.sumber.values().flat_map(of).collect()
}
