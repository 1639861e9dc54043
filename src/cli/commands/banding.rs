//! `iku banding`: semula/menjadi, cell by cell and figure by figure.

use crate::cli::args::Banding;
use crate::cli::folders::{own_program, read_office, report_folder};
use crate::cli::status::Status;
use crate::cli::terminal::{print, print_json, shown_name, tell};
use crate::cli::trouble::tell_trouble;
use crate::cli::{banding_words_id as words, places, revision_words_id as revision_words};
use crate::deliver::{self, Change, LuaranRecord, Output, Real};
use crate::office::{self, Office, Place, Trouble};
use std::path::{Path, PathBuf};

pub fn run(asked: &Banding) -> Status {
    match compared(asked) {
        Ok(status) | Err(status) => status,
    }
}

fn compared(asked: &Banding) -> Result<Status, Status> {
    let folder = &asked.folder[0];
    let name = shown_name(folder);
    let told = |trouble: Trouble| tell_trouble(&name, trouble);
    let mut is_sound = true;
    let (before, now, title) = match asked.folder.as_slice() {
        [_, other] if asked.dari.is_none() && asked.ke.is_none() => {
            let before = read_office(folder, &name, asked.tahun)?;
            let other_name = shown_name(other);
            (before, read_office(other, &other_name, asked.tahun)?, words::folders(&name, &other_name))
        }
        [_] => revisions(asked, folder, &name, &mut is_sound)?,
        _ => {
            tell(words::TOO_MANY);
            return Err(Status::Usage);
        }
    };
    let found = office::compare(&before, &now);
    if asked.json {
        print_json(&serde_json::json!({ "tentang": title, "tahun": now.tahun().0, "banding": found }));
    } else {
        print(&words::text(&title, &found));
    }
    for (which, office) in [(words::BEFORE, &before), (words::NOW, &now)] {
        if office.has_galat() {
            tell(&words::doubtful(&name, which));
        }
    }
    if let Some(file) = &asked.xlsx {
        if is_taken(file, &asked.folder) {
            tell(&words::no_place(&name, file));
            return Err(Status::Usage);
        }
        let bytes = office::comparison_workbook(&found, &now, &title).map_err(told)?;
        if let Some(kept) = write(file, &bytes).map_err(told)? {
            tell(&words::kept(&name, file, &kept));
        }
        tell(&words::written(&name, file));
    }
    Ok(if before.has_galat() || now.has_galat() || !is_sound { Status::Galat } else { Status::Done })
}

/// `--dari` and `--ke`; without them what stands, and the files as they are. `is_sound`: whether every record is there,
/// as it was made.
fn revisions(asked: &Banding, folder: &Path, name: &str, is_sound: &mut bool) -> Result<(Office, Office, String), Status> {
    let told = |trouble: Trouble| tell_trouble(name, trouble);
    let current = match asked.ke {
        Some(_) => None,
        None => Some(read_office(folder, name, asked.tahun)?),
    };
    let tahun = match (&current, asked.tahun) {
        (Some(office), _) => office.tahun(),
        (None, Some(tahun)) => crate::vocabulary::Year(tahun),
        (None, None) => office::report_year(folder).map_err(told)?,
    };
    let report = report_folder(folder, tahun);
    let place = Place { report: &report, tahun };
    let standings = office::revisions(place).map_err(told)?;
    let known: Vec<u32> = standings.iter().map(|standing| standing.record.revisi).collect();
    let broken = office::broken_records(place).map_err(told)?;
    let missing = office::missing(place, &standings, &broken).map_err(told)?;
    *is_sound = broken.is_empty() && missing.is_empty();
    let amiss = broken.iter().map(|record| revision_words::broken_record(record));
    for why in amiss.chain(missing.into_iter().map(|one| revision_words::missing(tahun.0, one))) {
        tell(&format!("{name}: {why}"));
    }
    let Some(last) = known.last().copied() else {
        tell(&revision_words::no_report_yet(name));
        return Err(Status::Usage);
    };
    let missing = [asked.dari, asked.ke].into_iter().flatten().find(|revisi| !known.contains(revisi));
    if let Some(missing) = missing {
        tell(&words::no_such_revision(name, missing));
        return Err(Status::Usage);
    }
    let mut open = |revisi| {
        let opened = office::open_revision(place, revisi, own_program()).map_err(told)?;
        if !opened.unlike.is_empty() {
            tell(&revision_words::unlike_record(name, revisi, &opened.unlike, opened.by_own));
            *is_sound &= !opened.by_own;
        }
        Ok(opened.office)
    };
    let (dari, ke) = match (asked.dari, asked.ke) {
        (None, Some(ke)) if ke > 1 => (ke - 1, Some(ke)),
        (dari, ke) => (dari.unwrap_or(last), ke),
    };
    let before = open(dari)?;
    let (now, title) = match (current, ke) {
        (Some(now), _) => (now, words::against_files(tahun.0, dari)),
        (None, ke) => {
            let ke = ke.unwrap_or(last);
            (open(ke)?, words::against(tahun.0, dari, ke))
        }
    };
    Ok((before, now, title))
}

/// Whether a comparison must not be written there: it is no workbook's name, the office's data
/// stand there, or a report goes by that name.
fn is_taken(file: &Path, folders: &[PathBuf]) -> bool {
    let is_workbook = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
    let name = file.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let is_report = ["iku-", "rekap-"].iter().any(|start| name.starts_with(start));
    let place = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let place = place.canonicalize().unwrap_or_else(|_| place.to_owned());
    let is_data = |folder: &PathBuf| folder.join("data").canonicalize().is_ok_and(|data| place.starts_with(data));
    !is_workbook || is_report || folders.iter().any(is_data) || places::is_any_offices(&place)
}

/// Writes the comparison; another file in its place is kept in the folder's archive, and where is given.
fn write(file: &Path, bytes: &[u8]) -> Result<Option<String>, Trouble> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
    let Some(name) = name else { return Err(Trouble::Write(file.display().to_string())) };
    let own = LuaranRecord { berkas: name.clone(), sha256: deliver::sha256_hex(bytes) };
    let is_other = folder.is_dir() && deliver::is_there(folder, &name)? && !deliver::is_as_recorded(folder, &own);
    if !is_other {
        deliver::deliver(folder, &[Output { name: &name, bytes }])?;
        return Ok(None);
    }
    deliver::recover(folder)?;
    let kept = format!("{}/{name}", deliver::strangers_folder(folder)?);
    let change = Change { new: vec![Output { name: &name, bytes }], kept: vec![(name.clone(), kept.clone())] };
    deliver::replace(&Real, folder, &change)?;
    Ok(Some(kept))
}
