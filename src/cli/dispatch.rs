//! A command line in, its command run, an exit status out.

use super::args::{Arguments, Command};
use super::commands::{banding, buat, jelaskan, lihat, periksa, rekap, riwayat, siapkan, verifikasi};
use super::fault::tell_fault;
use super::many;
use super::status::Status;
use super::terminal::tell;
use super::{terminal, usage, words_id as words};
use crate::workbook;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use std::ffi::OsString;
use std::io;

/// Runs one command line and gives the exit status. A panic is
/// the program's own fault: nothing is written, and the status says so.
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let status = std::panic::catch_unwind(|| dispatch(args)).unwrap_or_else(|panic| {
        tell_fault(&*panic);
        Status::Fault
    });
    // An answer that did not go out is no answer, whatever the work came to.
    match terminal::lost() {
        Some(reason) => {
            tell(&words::answer_lost(&reason));
            Status::Fault.code()
        }
        None => status.code(),
    }
}

fn dispatch(args: Vec<OsString>) -> Status {
    let command =
        args.get(1).and_then(|word| Arguments::command().find_subcommand(word).map(|found| found.get_name().to_owned()));
    let arguments = match Arguments::try_parse_from(args) {
        Ok(arguments) => arguments,
        Err(error) if !error.use_stderr() => {
            // A closed standard output ends quietly.
            let _ = error.print();
            return Status::Done;
        }
        Err(error) if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            return Status::Usage;
        }
        Err(error) => {
            tell(&usage::message(&error, command.as_deref()));
            return Status::Usage;
        }
    };
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
        Command::BacaAnak { args } => {
            many::leave_to_parent();
            match workbook::serve_child(&args, &mut io::stdout().lock()) {
                Ok(()) => Status::Done,
                Err(_) => Status::Fault,
            }
        }
    }
}
