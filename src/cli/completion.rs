//! `iku pelengkap`: completions for shells, from the command line's own definition.

use super::args::{Arguments, Pelengkap};
use super::commands::panduan;
use super::man_page;
use super::status::Status;
use super::terminal::print_text;
use crate::diagnostic::Kode;
use crate::profile::entries;
use clap::builder::PossibleValuesParser;
use clap::{Command, CommandFactory};
use clap_complete::{Shell, generate};

pub fn run(wanted: Pelengkap, json: bool) -> Status {
    let shell = match wanted {
        Pelengkap::Bash => Shell::Bash,
        Pelengkap::Zsh => Shell::Zsh,
        Pelengkap::Fish => Shell::Fish,
        Pelengkap::Powershell => Shell::PowerShell,
        Pelengkap::Man => {
            print_text(&man_page::text(&visible(Arguments::command())), json);
            return Status::Done;
        }
    };
    let mut bytes = Vec::new();
    generate(shell, &mut with_names(visible(Arguments::command())), "iku", &mut bytes);
    print_text(&String::from_utf8_lossy(&bytes), json);
    Status::Done
}

/// The command line without what is only for the program's own use.
fn visible(command: Command) -> Command {
    let shown: Vec<Command> = command.get_subcommands().filter(|one| !one.is_hide_set()).cloned().collect();
    let options: Vec<_> = command.get_arguments().cloned().collect();
    let about = command.get_about().cloned().unwrap_or_default();
    let usage = super::usage_id::PROGRAM_USAGE;
    let bare = Command::new("iku").version(env!("CARGO_PKG_VERSION")).about(about).override_usage(usage);
    let bare = bare.disable_help_flag(true).disable_version_flag(true).disable_help_subcommand(true);
    bare.args(options).subcommands(shown)
}

/// The same with the names that an argument may be, where the program knows them.
fn with_names(command: Command) -> Command {
    let indicators = PossibleValuesParser::new(entries().iter().map(|entry| entry.nama));
    let codes = PossibleValuesParser::new(Kode::ALL.iter().map(|kode| kode.text()));
    let pages = PossibleValuesParser::new(panduan::names());
    // What is changed goes behind the others, so that both places are said.
    let first = |one: Command, name: &'static str, values: PossibleValuesParser| {
        one.mut_arg(name, |arg| arg.index(1).value_parser(values)).mut_arg("folder", |arg| arg.index(2))
    };
    command
        .mut_subcommand("tambah", |one| first(one, "nama", indicators))
        .mut_subcommand("jelaskan", |one| first(one, "id", codes))
        .mut_subcommand("panduan", |one| one.mut_arg("halaman", |arg| arg.value_parser(pages)))
}
