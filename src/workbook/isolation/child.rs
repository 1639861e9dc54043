//! Reading a file in a process of its own, under a memory limit and a clock:
//! what crashes or hangs there ends as a finding here.

use super::wire;
use crate::profile::Limits;
use crate::workbook::failure::{Batas, Dibaca, Gagal};
use crate::workbook::reader::{sha256, sheets_in_process};
use crate::workbook::sheet::Sheet;
use std::ffi::OsString;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, mpsc};
use std::time::Duration;

/// The hidden subcommand.
pub const SUBCOMMAND: &str = "__baca";
/// What the program itself takes before a file is read, in MiB.
const OWN_MEMORY_MIB: u64 = 64;

/// Reads `path` in a child process; its bytes must have the hash the caller saw.
pub(crate) fn read(
    program: &Path,
    path: &Path,
    hash: &str,
    size: usize,
    berkas: &Arc<str>,
    limits: &Limits,
) -> Dibaca<Vec<Sheet>> {
    let mut child = Command::new(program)
        .arg(SUBCOMMAND)
        .arg(path)
        .args([hash, &limits.memori_mib.to_string(), &limits.sel.to_string()])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| Gagal::rusak(format!("pembaca terpisah tidak dapat dijalankan ({error})")))?;
    let answer = answer(&mut child, berkas, limits);
    // Whatever came, nothing of it stays behind; a child that has ended is only waited for.
    let killed = matches!(answer, Answer::TooSlow | Answer::Broken) && child.kill().is_ok();
    let status = child.wait().ok();
    match answer {
        Answer::Read(outcome) => outcome,
        Answer::TooSlow => Err(Gagal::TerlaluBesar { ukuran: limits.detik, batas: limits.detik, apa: Batas::Detik }),
        Answer::Ended(complaint) => Err(ended(&complaint, status, size, limits)),
        Answer::Broken if killed => Err(Gagal::rusak("jawaban pembaca terpisah tidak dapat ditafsirkan")),
        Answer::Broken => Err(Gagal::rusak("pembaca terpisah berhenti")),
    }
}

enum Answer {
    Read(Dibaca<Vec<Sheet>>),
    TooSlow,
    /// Its output ended early; the last of what it said on standard error.
    Ended(String),
    Broken,
}

fn answer(child: &mut Child, berkas: &Arc<str>, limits: &Limits) -> Answer {
    let (Some(stdout), Some(stderr)) = (child.stdout.take(), child.stderr.take()) else { return Answer::Broken };
    let (tell, told) = mpsc::channel();
    let (tell_complaint, complaint) = mpsc::channel();
    let name = berkas.clone();
    // Both pipes are drained at once, so that neither can stop the child.
    std::thread::spawn(move || tell.send(wire::read(&mut BufReader::with_capacity(1 << 16, stdout), &name)));
    std::thread::spawn(move || tell_complaint.send(drain(stderr)));
    match told.recv_timeout(Duration::from_secs(limits.detik.max(1))) {
        Ok(Ok(outcome)) => Answer::Read(outcome),
        Ok(Err(error)) if error.kind() == io::ErrorKind::UnexpectedEof => {
            Answer::Ended(complaint.recv_timeout(Duration::from_secs(2)).unwrap_or_default())
        }
        Ok(Err(_)) | Err(mpsc::RecvTimeoutError::Disconnected) => Answer::Broken,
        Err(mpsc::RecvTimeoutError::Timeout) => Answer::TooSlow,
    }
}

/// The first few kilobytes of a stream that is read to its end.
fn drain(mut stream: impl Read) -> String {
    let mut kept = Vec::new();
    // A stream that fails has no more to say.
    let _ = stream.by_ref().take(8192).read_to_end(&mut kept);
    let _ = io::copy(&mut stream, &mut io::sink());
    String::from_utf8_lossy(&kept).into_owned()
}

/// A child that ended without an answer: out of memory, or killed by the damage it read.
fn ended(complaint: &str, status: Option<ExitStatus>, size: usize, limits: &Limits) -> Gagal {
    let asked = complaint.split_once("memory allocation of ").and_then(|(_, rest)| rest.split(' ').next()?.parse::<u64>().ok());
    match asked {
        // No honest file asks at once for a thousand times its own size and more than the limit.
        Some(bytes) if bytes / 1000 > size as u64 && bytes >> 20 > limits.memori_mib => {
            Gagal::rusak("isinya meminta memori yang tidak wajar")
        }
        Some(bytes) => {
            let ukuran = limits.memori_mib.saturating_add((bytes >> 20).max(1));
            Gagal::TerlaluBesar { ukuran, batas: limits.memori_mib, apa: Batas::Memori }
        }
        None => {
            let how = status.map_or_else(String::new, |status| format!(" ({status})"));
            Gagal::rusak(format!("pembaca terpisah berhenti{how}"))
        }
    }
}

/// What the hidden subcommand `iku __baca FILE HASH MEMORI_MIB SEL` runs: reads
/// one file within its limits and writes it to `out`. `args` follow `__baca`.
///
/// # Errors
/// Only where `out` cannot be written or the arguments are not ours; what is
/// wrong with the file travels through `out`.
pub fn serve_child(args: &[OsString], out: &mut dyn Write) -> io::Result<()> {
    let [path, hash, memory, cells] = args else { return Err(io::ErrorKind::InvalidInput.into()) };
    let number = |text: &OsString| text.to_str().and_then(|text| text.parse::<u64>().ok()).ok_or(io::ErrorKind::InvalidInput);
    let limits = Limits { memori_mib: number(memory)?, sel: number(cells)?, ..Limits::default() };
    limit_memory(limits.memori_mib)?;
    let outcome = match std::fs::read(path) {
        Ok(bytes) if *hash == *sha256(&bytes) => {
            // The parent puts its own name for the file in place.
            sheets_in_process(&bytes, &Arc::from(""), &limits)
        }
        Ok(_) => Err(Gagal::rusak("berkas berubah selagi dibaca")),
        Err(error) => Err(Gagal::rusak(format!("tidak dapat dibaca ({error})"))),
    };
    wire::write(&outcome, &mut io::BufWriter::with_capacity(1 << 16, out))
}

#[cfg(unix)]
fn limit_memory(mib: u64) -> io::Result<()> {
    let bytes = mib.saturating_add(OWN_MEMORY_MIB).saturating_mul(1 << 20);
    let (_, hard) = rlimit::getrlimit(rlimit::Resource::AS)?;
    rlimit::setrlimit(rlimit::Resource::AS, bytes.min(hard), hard)
}

/// Other systems have no such limit: the clock and the parent's guard remain.
#[cfg(not(unix))]
fn limit_memory(_: u64) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits() -> Limits {
        Limits { detik: 1, memori_mib: 256, ..Limits::default() }
    }

    #[cfg(unix)]
    #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
    fn script(folder: &Path, body: &str) -> std::path::PathBuf {
        use std::os::unix::fs::PermissionsExt as _;
        let path = folder.join("anak.sh");
        std::fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        path
    }

    #[cfg(unix)]
    #[test]
    fn crashes_hangs_and_strange_answers_are_findings() {
        let folder = tempfile::tempdir().unwrap();
        let berkas: Arc<str> = "a.xls".into();
        let run =
            |body: &str| read(&script(folder.path(), body), Path::new("/nowhere"), "", 1000, &berkas, &limits()).unwrap_err();
        assert!(matches!(run("exec sleep 30"), Gagal::TerlaluBesar { apa: Batas::Detik, .. }));
        assert!(matches!(run("kill -SEGV $$"), Gagal::Rusak(_)));
        assert!(matches!(run("exit 3"), Gagal::Rusak(_)));
        assert!(matches!(run("yes | head -c 1000000"), Gagal::Rusak(_)));
        assert!(matches!(run("echo memory allocation of 300000000 bytes failed >&2; kill -ABRT $$"), Gagal::Rusak(_)));
        assert!(matches!(
            run("echo memory allocation of 90000 bytes failed >&2; kill -ABRT $$"),
            Gagal::TerlaluBesar { apa: Batas::Memori, .. }
        ));
        let missing = read(Path::new("/no/such/program"), Path::new("/nowhere"), "", 1, &berkas, &limits());
        assert!(matches!(missing, Err(Gagal::Rusak(_))));
    }

    #[test]
    fn wrong_arguments_are_an_error_and_no_panic() {
        assert!(serve_child(&[], &mut Vec::new()).is_err());
        let args: Vec<OsString> = ["a", "b", "c", "d"].map(OsString::from).to_vec();
        assert!(serve_child(&args, &mut Vec::new()).is_err());
    }
}
