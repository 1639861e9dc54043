//! The commands.

use super::args::{Arguments, Buat, Command, Jelaskan, Periksa, Siapkan};
use super::jendela::Windows;
use super::office::{self, Names, Office, Trouble};
use super::record;
use super::tandai::{self, Tandai};
use super::temuan::Shown;
use super::{explanation, jelaskan, lihat, siapkan, temuan, usage, words_id as words};
use crate::deliver::{self, Delivered, Output, Record};
use crate::diagnostic::Tingkat;
use crate::profile::Limits;
use crate::vocabulary::{Tanggal, Year};
use crate::workbook::{self, Reader};
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// The work was done; warnings are allowed.
const DONE: u8 = 0;
/// The data have findings of level galat.
const GALAT: u8 = 1;
/// Wrong usage or profile.
const USAGE: u8 = 2;
/// The program's own fault.
const FAULT: u8 = 3;

/// Runs one command line and gives the exit status. A panic is
/// the program's own fault: nothing is written, and the status says so.
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    std::panic::catch_unwind(|| dispatch(args)).unwrap_or_else(|_| {
        tell(words::OWN_FAULT);
        FAULT
    })
}

fn dispatch(args: Vec<OsString>) -> u8 {
    let command =
        args.get(1).and_then(|word| Arguments::command().find_subcommand(word).map(|found| found.get_name().to_owned()));
    let arguments = match Arguments::try_parse_from(args) {
        Ok(arguments) => arguments,
        Err(error) if !error.use_stderr() => {
            // A closed standard output ends quietly.
            let _ = error.print();
            return DONE;
        }
        Err(error) if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            return USAGE;
        }
        Err(error) => {
            tell(&usage::message(&error, command.as_deref()));
            return USAGE;
        }
    };
    match arguments.command {
        Command::Buat(buat) => make_all(&buat),
        Command::Periksa(periksa) => check(&periksa),
        Command::Lihat(lihat) => inspect(&lihat.berkas, lihat.toml),
        Command::Jelaskan(asked) if jelaskan::is_figure(&asked.id) => explain(&asked),
        Command::Jelaskan(asked) => match jelaskan::manual(&asked.id) {
            Ok(page) => {
                print(&page);
                DONE
            }
            Err(words) => {
                tell(&words);
                USAGE
            }
        },
        Command::Siapkan(siapkan) => set_up(&siapkan),
        Command::BacaAnak { args } => match workbook::serve_child(&args, &mut io::stdout().lock()) {
            Ok(()) => DONE,
            Err(_) => FAULT,
        },
    }
}

/// Does the work for each folder; the highest status counts.
fn each_folder(folders: &[PathBuf], mut work: impl FnMut(&Path) -> u8) -> u8 {
    folders.iter().map(|folder| work(folder)).max().unwrap_or(DONE)
}

fn print(text: &str) {
    // A reader that has gone away (`| head`) is no error of ours.
    let _ = io::stdout().lock().write_all(text.as_bytes());
}

fn tell(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// The folder's own name, for summary lines.
fn shown_name(folder: &Path) -> String {
    let own = folder.canonicalize().ok().and_then(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()));
    own.unwrap_or_else(|| folder.display().to_string())
}

fn trouble(name: &str, trouble: Trouble) -> u8 {
    match trouble {
        Trouble::Profile { shown } => {
            for error in &shown {
                tell(&format!("{error}\n"));
            }
            tell(&words::profile_wrong(name, shown.len()));
            USAGE
        }
        Trouble::Template(reason) => {
            tell(&words::template_wrong(&reason));
            USAGE
        }
        Trouble::Write(reason) => {
            tell(&words::cannot_write(&reason));
            USAGE
        }
        Trouble::Page(reason) => {
            tell(&words::page_impossible(&reason));
            USAGE
        }
    }
}

/// `iku buat`: with several folders their summaries are one array.
fn make_all(buat: &Buat) -> u8 {
    if let (Some(dir), Some(name)) = (&buat.keluaran, same_name(&buat.folder)) {
        tell(&words::same_names(&name, dir));
        return USAGE;
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

fn make(buat: &Buat, folder: &Path, summaries: &mut Vec<serde_json::Value>) -> u8 {
    let name = shown_name(folder);
    let office = match Office::read(folder, buat.tahun.map(Year)) {
        Ok(office) => office,
        Err(error) => return trouble(&name, error),
    };
    let found = temuan::show(&office.temuan, Shown::default());
    if !found.is_empty() {
        tell(&found);
    }
    let tally = temuan::tally(&office.temuan);
    let refused = office.has_galat();
    if refused && !buat.draf {
        summaries.push(record::summary(&name, &office, None));
        tell(&words::refused(&name, &tally));
        return GALAT;
    }
    let target = target_folder(buat, folder, &name, office.tahun());
    let delivered = match write(&target, &office, buat.draf) {
        Ok(delivered) => delivered,
        Err(error) => return trouble(&name, error),
    };
    summaries.push(record::summary(&name, &office, Some(&target)));
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
    if refused { GALAT } else { DONE }
}

/// `keluaran/TAHUN`, or `--keluaran DIR`; with several folders `DIR/<folder name>`.
fn target_folder(buat: &Buat, folder: &Path, name: &str, tahun: Year) -> PathBuf {
    match &buat.keluaran {
        Some(dir) if buat.folder.len() > 1 => dir.join(name),
        Some(dir) => dir.clone(),
        None => folder.join("keluaran").join(tahun.to_string()),
    }
}

/// Renders and writes the report, unless the folder holds one that says the same.
fn write(target: &Path, office: &Office, draf: bool) -> Result<Delivered, Trouble> {
    let names = Names::of(office.tahun(), draf);
    deliver::recover(target)?;
    let built = office.report(draf);
    // A first report is compared with nothing: its digest is made beside the pages.
    if deliver::has_record(target, &names.json)
        && deliver::is_current(target, &names.json, &office.isi(&built.report, built.sheets())?)
    {
        return Ok(Delivered::Unchanged);
    }
    let made = office.make(built, &names)?;
    let files: [(&str, &[u8]); 2] = [(&names.pdf, &made.pdf.bytes), (&names.xlsx, &made.xlsx)];
    let record = record::of_report(office, draf, &made.isi, &made.pdf.signatures, &files).to_bytes();
    let outputs = [files[0], files[1], (&names.json, &record)].map(|(name, bytes)| Output { name, bytes });
    Ok(deliver::deliver(target, &outputs)?)
}

fn check(periksa: &Periksa) -> u8 {
    let mut records: Vec<Record> = Vec::new();
    let status = each_folder(&periksa.folder, |folder| {
        let name = shown_name(folder);
        let office = match Office::read(folder, periksa.tahun.map(Year)) {
            Ok(office) => office,
            Err(error) => return trouble(&name, error),
        };
        if periksa.json {
            records.push(record::of_check(&office));
        } else {
            show_findings(periksa, &office);
        }
        let marked = periksa.tandai.as_ref().map_or(DONE, |dir| mark(periksa, dir, &name, &office));
        tell(&words::checked(&name, &temuan::tally(&office.temuan)));
        marked.max(if office.has_galat() { GALAT } else { DONE })
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

fn set_up(siapkan: &Siapkan) -> u8 {
    let result = match &siapkan.templat {
        Some(name) => siapkan::copy_template(&siapkan.dir, name),
        None => siapkan::prepare(&siapkan.dir, siapkan.tahun.map_or_else(last_year, Year)),
    };
    match result {
        Ok(made) => {
            tell(&words::prepared(&siapkan.dir, &made, siapkan.templat.is_none()));
            DONE
        }
        Err(refusal) => {
            tell(&refusal.words());
            USAGE
        }
    }
}

/// The year that ended last: the one an office reports on.
#[expect(clippy::disallowed_methods, reason = "a new profile's first year; no report depends on it")]
fn last_year() -> Year {
    let since_1970 = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |time| time.as_secs() / 86_400);
    let today = i64::try_from(since_1970).ok().and_then(|days| Tanggal::from_serial(days + 25_569, false));
    today.map_or(Year(2021), |today| Year(today.year - 1))
}

/// `iku jelaskan 1.1`: the figure on standard output, what is doubtful on standard error.
fn explain(asked: &Jelaskan) -> u8 {
    let name = shown_name(&asked.folder);
    let office = match Office::read(&asked.folder, asked.tahun.map(Year)) {
        Ok(office) => office,
        Err(error) => return trouble(&name, error),
    };
    let Some(explanation) = office.explain(asked.id.trim(), asked.semua) else {
        let ids: Vec<&str> = office.figures.indikator.iter().map(|figure| figure.id.as_str()).collect();
        tell(&words::unknown_indicator(asked.id.trim(), &ids));
        return USAGE;
    };
    print(&explanation::text(&explanation));
    if office.has_galat() {
        tell(&temuan::show(&office.temuan, Shown::default()));
        tell(&words::doubtful(&name, &temuan::tally(&office.temuan)));
        return GALAT;
    }
    DONE
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
fn mark(periksa: &Periksa, dir: &Path, name: &str, office: &Office) -> u8 {
    let dir = if periksa.folder.len() > 1 { dir.join(name) } else { dir.to_owned() };
    match tandai::mark(office, &dir) {
        Ok(Tandai { files, values_only, failed }) => {
            for (berkas, reason) in &failed {
                tell(&words::not_marked(berkas, reason.as_deref()));
            }
            tell(&if files.is_empty() { words::nothing_to_mark(name) } else { words::marked(&files, &values_only, &dir) });
            DONE
        }
        Err(tandai::Trouble::AmongData) => {
            tell(&words::mark_elsewhere(&dir));
            USAGE
        }
        Err(tandai::Trouble::Write(error)) => {
            tell(&words::cannot_write(&error.to_string()));
            FAULT
        }
    }
}

/// What is in each workbook; a file that cannot be read is told, and the others go on.
fn inspect(files: &[PathBuf], toml: bool) -> u8 {
    let mut status = DONE;
    for path in files {
        if path.is_dir() {
            tell(&words::look_at_folder(&path.display().to_string()));
            status = GALAT;
            continue;
        }
        match lihat::look(path, &reader(Limits::default())) {
            Ok(seen) => print(&if toml { seen.toml() } else { seen.text() }),
            Err(found) => {
                tell(&temuan::show(&[*found], Shown::default()));
                status = GALAT;
            }
        }
    }
    status
}

fn print_json(value: &serde_json::Value) {
    print(&format!("{value:#}\n"));
}

/// A reader that reads risky formats in a process of its own.
pub(super) fn reader(limits: Limits) -> Reader {
    match own_program() {
        Some(program) => Reader::new(limits).with_child(program),
        None => Reader::new(limits),
    }
}

/// This program's own path, with which it reads risky formats in a process apart.
fn own_program() -> Option<PathBuf> {
    std::env::current_exe().ok()
}

pub(super) use office::PROGRAM;
