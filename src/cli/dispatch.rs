//! A command line in, its command run, an exit status out.

use super::args::{Arguments, Command, Warna};
use super::commands::{banding, buat, daftar, jelaskan, lihat, panduan, periksa, rekap, riwayat, siapkan, tambah, verifikasi};
use super::fault::tell_fault;
use super::status::Status;
use super::terminal::tell;
use super::{completion, klik, terminal, usage, usage_id, words_id as words};
use crate::vocabulary::nearest;
use crate::workbook;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

/// Runs one command line and gives the exit status. A panic is
/// the program's own fault: nothing is written, and the status says so.
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    run_bounded(args, |_| {})
}

/// The same where `bound` can limit this process's memory to so many bytes.
pub fn run_bounded(args: impl IntoIterator<Item = OsString>, bound: fn(u64)) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let wants_json = args.iter().skip(1).take_while(|word| *word != "--").any(|word| word == "--json");
    if wants_json {
        terminal::listen();
    }
    let status = std::panic::catch_unwind(|| dispatch(args, wants_json, bound)).unwrap_or_else(|panic| {
        tell_fault(&*panic);
        Status::Fault
    });
    // Whoever asked for JSON gets one value, whatever happened.
    if wants_json && !terminal::has_answered() {
        terminal::print_json(&serde_json::json!({ "status": status.code(), "kesalahan": terminal::heard() }));
    }
    // An answer that did not go out is no answer, whatever the work came to.
    match terminal::lost() {
        Some(reason) => {
            tell(&words::answer_lost(&reason));
            Status::Fault.code()
        }
        None => status.code(),
    }
}

fn dispatch(args: Vec<OsString>, wants_json: bool, bound: fn(u64)) -> Status {
    if let Some(dropped) = clicked(&args) {
        return klik::run(&dropped);
    }
    let args = in_lower_case(args);
    let command = args.get(1).and_then(command_named).map(|found| found.get_name().to_owned());
    let typed = args.get(1).cloned();
    let arguments = match Arguments::try_parse_from(args) {
        Ok(arguments) => arguments,
        // The help or the version, asked for.
        Err(error) if !error.use_stderr() => {
            terminal::print_text(&error.render().to_string(), wants_json);
            return Status::Done;
        }
        Err(error) if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            return Status::Usage;
        }
        Err(error) => {
            let given = typed.filter(|_| command.is_none()).and_then(|word| usage::given_path(Path::new(&word)));
            tell(&given.unwrap_or_else(|| usage::message(&error, command.as_deref())));
            return Status::Usage;
        }
    };
    let colour = match arguments.warna {
        Warna::Auto => anstream::ColorChoice::Auto,
        Warna::Selalu => anstream::ColorChoice::Always,
        Warna::Tidak => anstream::ColorChoice::Never,
    };
    colour.write_global();
    match arguments.command {
        Command::Buat(asked) => buat::run(&asked),
        Command::Periksa(asked) => periksa::run(&asked),
        Command::Lihat(asked) => lihat::run(&asked),
        Command::Jelaskan(asked) => jelaskan::run(&asked),
        Command::Siapkan(asked) => siapkan::run(&asked),
        Command::Banding(asked) => banding::run(&asked),
        Command::Riwayat(asked) => riwayat::run(&asked),
        Command::Verifikasi(asked) => verifikasi::run(&asked),
        Command::Rekap(asked) => rekap::run(&asked),
        Command::Tambah(asked) => tambah::run(&asked),
        Command::Daftar(asked) => daftar::run(&asked),
        Command::Panduan(asked) => panduan::run(&asked),
        Command::Bantuan { perintah, json } => help(perintah.as_deref(), json),
        Command::Pelengkap { shell, json } => completion::run(shell, json),
        Command::Klik { dijatuhkan } => klik::run(&dijatuhkan),
        Command::BacaAnak { args } => match workbook::serve_child(&args, &mut io::stdout().lock(), bound) {
            Ok(()) => Status::Done,
            Err(_) => Status::Fault,
        },
    }
}

/// What was dropped on the program, where a double click started it; else none.
fn clicked(args: &[OsString]) -> Option<Vec<PathBuf>> {
    let dropped = args.get(1..)?;
    let are_paths =
        dropped.first().is_none_or(|one| command_named(one).is_none()) && dropped.iter().all(|one| Path::new(one).exists());
    (are_paths && klik::is_double_click()).then(|| dropped.iter().map(PathBuf::from).collect())
}

fn command_named(word: &OsString) -> Option<clap::Command> {
    Arguments::command().find_subcommand(word.to_string_lossy().to_lowercase()).cloned()
}

/// A command is meant in any case: `iku BUAT`.
fn in_lower_case(mut args: Vec<OsString>) -> Vec<OsString> {
    if let Some(word) = args.get_mut(1)
        && let Some(found) = command_named(word)
    {
        *word = found.get_name().into();
    }
    args
}

/// `iku bantuan [PERINTAH]`.
fn help(wanted: Option<&str>, json: bool) -> Status {
    let mut all = Arguments::command();
    // Global options belong to every command once it is built.
    all.build();
    let mut command = match wanted {
        None => all,
        Some(name) => match all.find_subcommand(name.to_lowercase()) {
            Some(found) => found.clone(),
            None => {
                let names = all.get_subcommands().filter(|one| !one.is_hide_set()).map(|one| one.get_name().to_owned());
                let names: Vec<String> = names.collect();
                let near = nearest(name, names.iter().map(String::as_str)).map(str::to_owned);
                tell(&usage_id::refused(&usage_id::unknown_command(name, near.as_slice()), None));
                return Status::Usage;
            }
        },
    };
    terminal::print_text(&command.render_help().to_string(), json);
    Status::Done
}
