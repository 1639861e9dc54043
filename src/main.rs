//! `iku`: from the office's own workbooks to its signed-format report.

#![forbid(unsafe_code)]

use std::process::ExitCode;

/// Sheets and pages are made by several threads out of many small pieces; the
/// system's allocator takes a tenth longer for them (docs/benches.md).
#[cfg(not(windows))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Windows limits no process's memory by itself: there the allocator counts, so
/// that the reading child ends where it takes more than it may.
#[cfg(windows)]
#[global_allocator]
static ALLOCATOR: cap::Cap<mimalloc::MiMalloc> = cap::Cap::new(mimalloc::MiMalloc, usize::MAX);

fn main() -> ExitCode {
    iku::cli::tell_panics();
    ExitCode::from(iku::cli::run_bounded(std::env::args_os(), bound))
}

#[cfg(not(windows))]
fn bound(_: u64) {}

#[cfg(windows)]
fn bound(bytes: u64) {
    // Only less than is taken already is refused, and then the next piece is.
    let _ = ALLOCATOR.set_limit(usize::try_from(bytes).unwrap_or(usize::MAX));
}
