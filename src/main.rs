//! `iku`: from the office's own workbooks to its signed-format report.

#![forbid(unsafe_code)]

use std::process::ExitCode;

/// Sheets and pages are made by several threads out of many small pieces; the
/// system's allocator takes a tenth longer for them (docs/benches.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(iku::cli::run(std::env::args_os()))
}
