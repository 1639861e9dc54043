//! Which office, its report, what was found, and once more.

use super::{recent, words_id as words};
use crate::cli::args::{Arguments, Command, Kantor};
use crate::cli::ask::Asker;
use crate::cli::commands::siapkan::{last_year, prepare};
use crate::cli::commands::{buat, lihat, new_office, periksa};
use crate::cli::folders::report_folder;
use crate::cli::status::Status;
use crate::cli::terminal::tell;
use crate::cli::{opened, words_id};
use crate::intake;
use crate::office;
use crate::profile::{self, FILE_NAME};
use clap::Parser;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The whole conversation; `dropped` is what was dropped on the program.
pub fn run(dropped: &[PathBuf]) -> Status {
    let mut asker = Asker::standard();
    tell(words::WELCOME);
    if !dropped.is_empty() && dropped.iter().all(|path| path.is_file() && !is_profile(path)) {
        return look(dropped, &mut asker);
    }
    if dropped.len() > 1 {
        tell(words::ONE_FOLDER);
    }
    let Some(Chosen { office, is_new }) = chosen(dropped.first().map(PathBuf::as_path), &mut asker) else {
        asker.ask(words::CLOSE);
        return Status::Done;
    };
    // A new office is filled in first.
    if is_new && !goes_on(words::WHEN_FILLED, &mut asker) {
        return Status::Done;
    }
    loop {
        let status = work(&office, &mut asker);
        if !goes_on(words::AGAIN, &mut asker) {
            return status;
        }
    }
}

fn goes_on(question: &str, asker: &mut Asker) -> bool {
    asker.ask(question).is_some_and(|answer| !["k", "keluar"].contains(&answer.to_lowercase().as_str()))
}

/// The office to work on.
struct Chosen {
    office: PathBuf,
    is_new: bool,
}

impl Chosen {
    fn there(office: PathBuf) -> Self {
        Self { office, is_new: false }
    }
}

fn is_profile(path: &Path) -> bool {
    path.file_name() == Some(OsStr::new(FILE_NAME))
}

/// Workbooks that were dropped are shown, no more.
fn look(files: &[PathBuf], asker: &mut Asker) -> Status {
    let status = match command(std::iter::once(OsStr::new("lihat")).chain(files.iter().map(|file| file.as_os_str()))) {
        Some(Command::Lihat(asked)) => lihat::run(&asked),
        _ => Status::Fault,
    };
    tell(words::LOOKED);
    asker.ask(words::CLOSE);
    status
}

/// The office to work on: the dropped one, a recent one, one beside the program, a new one.
fn chosen(dropped: Option<&Path>, asker: &mut Asker) -> Option<Chosen> {
    if let Some(path) = dropped {
        let folder = if path.is_file() { path.parent().unwrap_or(path) } else { path };
        return an_office(folder, asker);
    }
    loop {
        let offices = known();
        let answer = asker.ask(&words::which(&offices))?;
        let typed = answer.trim_matches(['"', '\'', ' ']);
        match typed.to_lowercase().as_str() {
            "k" | "keluar" => return None,
            "b" | "baru" => {
                if let Some(office) = new_one(asker) {
                    return Some(office);
                }
            }
            "" if !offices.is_empty() => return offices.into_iter().next().map(Chosen::there),
            text => match numbered(text, &offices) {
                Some(office) => return Some(Chosen::there(office.clone())),
                None if !typed.is_empty() && Path::new(typed).exists() => {
                    if let Some(office) = an_office(Path::new(typed), asker) {
                        return Some(office);
                    }
                }
                None => tell(&words::not_understood(typed)),
            },
        }
    }
}

/// Offices used lately, then those in and beside the program's folder and the current one.
fn known() -> Vec<PathBuf> {
    let mut all = recent::offices();
    let own = std::env::current_exe().ok().and_then(|program| program.parent().map(Path::to_owned));
    for place in own.into_iter().chain([PathBuf::from(".")]) {
        let inside = place.join(FILE_NAME).is_file().then(|| place.clone());
        for near in inside.into_iter().chain(profile::offices_near(&place).into_iter().map(PathBuf::from)) {
            let near = intake::whole(&near);
            if !all.contains(&near) {
                all.push(near);
            }
        }
    }
    all
}

/// The folder itself where it is an office, else made into one where that is wanted.
fn an_office(folder: &Path, asker: &mut Asker) -> Option<Chosen> {
    let folder = if is_profile(folder) { folder.parent().unwrap_or(folder) } else { folder };
    if folder.join(FILE_NAME).is_file() {
        return Some(Chosen::there(folder.to_owned()));
    }
    let around = around(folder);
    if !around.is_empty() {
        tell(&words::offices_around(folder));
        return one_of(&around, asker).map(Chosen::there);
    }
    let yes = asker.ask(&words::no_office(folder)).is_some_and(|answer| ["y", "ya"].contains(&answer.to_lowercase().as_str()));
    if yes { made(folder, asker) } else { None }
}

/// Offices in a folder, as the unpacked archive has one; or the office that it lies in.
fn around(folder: &Path) -> Vec<PathBuf> {
    let own = intake::whole(folder);
    let near = profile::offices_near(folder).into_iter().map(|path| intake::whole(Path::new(&path)));
    near.filter(|path| path.starts_with(&own) || own.starts_with(path)).collect()
}

/// One of these offices, by its number.
fn one_of(offices: &[PathBuf], asker: &mut Asker) -> Option<PathBuf> {
    loop {
        let answer = asker.ask(&words::which_of(offices))?;
        match answer.to_lowercase().as_str() {
            "" => return offices.first().cloned(),
            "k" | "keluar" => return None,
            text => match numbered(text, offices) {
                Some(office) => return Some(office.clone()),
                None => tell(&words::no_number(text)),
            },
        }
    }
}

fn numbered<'a>(text: &str, offices: &'a [PathBuf]) -> Option<&'a PathBuf> {
    text.parse::<usize>().ok().and_then(|number| offices.get(number.checked_sub(1)?))
}

fn new_one(asker: &mut Asker) -> Option<Chosen> {
    let base = std::env::current_exe().ok().and_then(|program| program.parent().map(Path::to_owned));
    let usual = base.unwrap_or_else(|| PathBuf::from(".")).join(words::NEW_FOLDER);
    let answer = asker.ask(&words::new_where(&usual))?;
    let folder = if answer.is_empty() { usual } else { PathBuf::from(answer.trim_matches(['"', '\''])) };
    made(&folder, asker)
}

/// A new office: asked about, prepared, and opened to be filled in.
fn made(folder: &Path, asker: &mut Asker) -> Option<Chosen> {
    let asked = new_office::ask(&Kantor::default(), None, last_year(), asker);
    match asked.and_then(|(known, tahun)| prepare(folder, &known, tahun)) {
        Ok(_) => {
            recent::remember(folder);
            tell(&words::fill_in(folder));
            opened::open_text(&folder.join(FILE_NAME));
            opened::open(folder);
            Some(Chosen { office: folder.to_owned(), is_new: true })
        }
        Err(refusal) => {
            tell(&refusal.words());
            None
        }
    }
}

/// Makes the report; what stands in its way is shown and opened.
fn work(office: &Path, asker: &mut Asker) -> Status {
    recent::remember(office);
    tell(&words::working(office));
    let status = make(office, None);
    match status {
        Status::Galat => {
            mark(office);
            let now = asker.ask(words::ANSWER_NOW).is_some_and(|answer| ["y", "ya"].contains(&answer.to_lowercase().as_str()));
            if !now {
                return status;
            }
            match periksa::repair(office, None, asker) {
                Status::Done => make(office, None),
                other => other,
            }
        }
        Status::Usage if profile::load(office).is_err() => {
            tell(words::PROFILE_OPENED);
            opened::open_text(&office.join(FILE_NAME));
            status
        }
        Status::Usage if has_signed_report(office) => match asker.ask_text(words::REASON) {
            Some(reason) => make(office, Some(&reason)),
            None => status,
        },
        _ => status,
    }
}

/// Whether the report that would be replaced bears a signature.
fn has_signed_report(office: &Path) -> bool {
    let Ok(tahun) = office::report_year(office) else { return false };
    let report = report_folder(office, tahun);
    // The last of them is the one that stands.
    let standing = office::revisions(office::Place { report: &report, tahun }).ok().and_then(|mut all| all.pop());
    standing.is_some_and(|standing| standing.is_signed())
}

fn make(office: &Path, reason: Option<&str>) -> Status {
    let mut words: Vec<&OsStr> = vec!["buat".as_ref(), "--buka".as_ref(), office.as_os_str()];
    if let Some(reason) = reason {
        words.extend([OsStr::new("--alasan"), OsStr::new(reason)]);
    }
    match command(words) {
        Some(Command::Buat(asked)) => buat::run(&asked),
        _ => Status::Fault,
    }
}

/// Copies of the workbooks with the findings marked, in the office's own output folder.
fn mark(office: &Path) {
    let dir = office.join("keluaran").join(words_id::MARKED_FOLDER);
    if periksa::mark_only(office, &dir) {
        tell(words::MARKED);
        opened::open(&dir);
    }
}

/// A command as its words on a command line would be taken.
fn command<'a>(words: impl IntoIterator<Item = &'a OsStr>) -> Option<Command> {
    let words = std::iter::once(OsStr::new("iku")).chain(words);
    Arguments::try_parse_from(words).ok().map(|arguments| arguments.command)
}
