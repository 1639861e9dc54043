//! `iku`: from the office's own workbooks to its signed-format report.

#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(iku::cli::run(std::env::args_os()))
}
