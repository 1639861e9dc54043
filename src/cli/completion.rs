//! `iku pelengkap`: completions for shells and the man page, from the command line's own definition.

use super::args::{Arguments, Pelengkap};
use super::status::Status;
use super::terminal::print;
use clap::CommandFactory;
use clap_complete::{Shell, generate};

pub fn run(wanted: Pelengkap) -> Status {
    let mut command = Arguments::command();
    let mut bytes = Vec::new();
    let shell = match wanted {
        Pelengkap::Bash => Shell::Bash,
        Pelengkap::Zsh => Shell::Zsh,
        Pelengkap::Fish => Shell::Fish,
        Pelengkap::Powershell => Shell::PowerShell,
        Pelengkap::Man => {
            // Nothing but a Vec is written to, which cannot fail.
            let _ = clap_mangen::Man::new(command).render(&mut bytes);
            print(&String::from_utf8_lossy(&bytes));
            return Status::Done;
        }
    };
    generate(shell, &mut command, "iku", &mut bytes);
    print(&String::from_utf8_lossy(&bytes));
    Status::Done
}
