//! Reading a file in a process of its own, under a memory limit and a clock:
//! what crashes or hangs there ends as a finding here.

use super::wire;
use crate::intake;
use crate::profile::Limits;
use crate::workbook::failure::{Batas, Dibaca, Gagal};
use crate::workbook::reader::{sha256, sheets_in_process};
use crate::workbook::sheet::Sheet;
use std::ffi::OsString;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

/// The hidden subcommand.
pub const SUBCOMMAND: &str = "__baca";
/// What the program itself has of the address space before a file is read, in MiB: its own
/// code, stacks, and what allocators reserve and do not touch.
const OWN_MEMORY_MIB: u64 = 320;
/// Told to the child's allocators: reserve 32 MiB (KiB here) at once, not a whole GiB, and nothing for
/// each thread. Where they lay it out is random, and what they reserve counts against the limit: a sound
/// file must not be refused by chance.
const SPARING: [(&str, &str); 2] = [("MIMALLOC_ARENA_RESERVE", "32768"), ("MALLOC_ARENA_MAX", "1")];

/// A file that is read apart.
pub(crate) struct Apart<'a> {
    /// This program itself.
    pub program: &'a Path,
    pub path: &'a Path,
    /// The hash of `bytes`, which the child must see too.
    pub hash: &'a str,
    pub bytes: &'a [u8],
    pub berkas: &'a Arc<str>,
}

/// One child at a time: two would hold twice what a run may.
static ONE: Mutex<()> = Mutex::new(());

/// Reads a file in a child process; in this one where none can be started.
pub(crate) fn read(apart: &Apart<'_>, limits: &Limits) -> Dibaca<Vec<Sheet>> {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let size = apart.bytes.len();
    let mut command = Command::new(apart.program);
    by_itself(&mut command);
    let started = command
        .arg(SUBCOMMAND)
        .arg(apart.path)
        .args([apart.hash, &Given::of(limits, size).text()])
        .envs(SPARING)
        // Held open while the child may live: its end tells the child that its parent is gone.
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = started else { return sheets_in_process(apart.bytes, apart.berkas, limits) };
    #[cfg(windows)]
    let _job = super::job::of(&child);
    let answer = answer(&mut child, apart.berkas, limits);
    // Whatever came, nothing of it stays behind; a child that has ended is only waited for.
    let killed = !matches!(answer, Answer::Read(_) | Answer::Ended(_)) && child.kill().is_ok();
    let status = child.wait().ok();
    match answer {
        Answer::Read(outcome) => outcome,
        Answer::Unheard => sheets_in_process(apart.bytes, apart.berkas, limits),
        Answer::TooSlow => Err(Gagal::TidakSelesai { detik: limits.detik }),
        Answer::Ended(complaint) => Err(ended(&complaint, status, size, limits)),
        Answer::Broken if killed => Err(Gagal::rusak("jawaban pembaca terpisah tidak dapat ditafsirkan")),
        Answer::Broken => Err(Gagal::rusak("pembaca terpisah berhenti")),
    }
}

/// Ctrl-C, which a terminal sends to a whole group of processes, is the parent's to
/// answer: the child is in a group of its own, and ends when its parent does.
fn by_itself(command: &mut Command) {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    #[cfg(windows)]
    {
        const CREATE_NEW_PROCESS_GROUP: u32 = 0x200;
        std::os::windows::process::CommandExt::creation_flags(command, CREATE_NEW_PROCESS_GROUP);
    }
}

enum Answer {
    Read(Dibaca<Vec<Sheet>>),
    TooSlow,
    /// Its output ended early; the last of what it said on standard error.
    Ended(String),
    Broken,
    /// No thread could be started to listen to it.
    Unheard,
}

fn answer(child: &mut Child, berkas: &Arc<str>, limits: &Limits) -> Answer {
    let (Some(stdout), Some(stderr)) = (child.stdout.take(), child.stderr.take()) else { return Answer::Broken };
    let (tell, told) = mpsc::channel();
    let (tell_complaint, complaint) = mpsc::channel();
    let name = berkas.clone();
    // Both pipes are drained at once, so that neither can stop the child.
    let listen = move || drop(tell.send(wire::read(&mut BufReader::with_capacity(1 << 16, stdout), &name)));
    let listening = thread::Builder::new().spawn(listen).is_ok()
        && thread::Builder::new().spawn(move || drop(tell_complaint.send(drain(stderr)))).is_ok();
    if !listening {
        return Answer::Unheard;
    }
    match told.recv_timeout(Duration::from_secs(limits.detik.max(1))) {
        Ok(Ok(outcome)) => Answer::Read(outcome),
        Ok(Err(error)) if error.kind() == io::ErrorKind::UnexpectedEof => {
            Answer::Ended(complaint.recv_timeout(Duration::from_secs(2)).unwrap_or_default())
        }
        Ok(Err(_)) | Err(mpsc::RecvTimeoutError::Disconnected) => Answer::Broken,
        Err(mpsc::RecvTimeoutError::Timeout) => Answer::TooSlow,
    }
}

/// The limits as a child is given them.
struct Given {
    limits: Limits,
    /// Seconds of processor time: a hundred times what a sound file of the size takes.
    cpu: u64,
}

impl Given {
    fn of(limits: &Limits, size: usize) -> Self {
        Self { limits: *limits, cpu: 2 + (size as u64 >> 20) }
    }

    fn text(&self) -> String {
        let Limits { memori_mib, sel, teks_mib, teks_sel, lembar, teks_sekitar, gaya, rasio, .. } = self.limits;
        [memori_mib, sel, teks_mib, teks_sel, lembar, teks_sekitar, gaya, rasio, self.cpu]
            .map(|number| number.to_string())
            .join(",")
    }

    fn parse(text: &str) -> Option<Self> {
        let numbers: Vec<u64> = text.split(',').map(|number| number.parse().ok()).collect::<Option<_>>()?;
        let [memori_mib, sel, teks_mib, teks_sel, lembar, teks_sekitar, gaya, rasio, cpu] = numbers[..] else { return None };
        Some(Self {
            limits: Limits { memori_mib, sel, teks_mib, teks_sel, lembar, teks_sekitar, gaya, rasio, ..Limits::default() },
            cpu,
        })
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
        None if is_out_of_time(status) => Gagal::rusak("isinya membuat pembaca tidak selesai"),
        None => {
            let how = status.map_or_else(String::new, |status| format!(" ({status})"));
            Gagal::rusak(format!("pembaca terpisah berhenti{how}"))
        }
    }
}

/// Ended by the limit of its processor time.
#[cfg(unix)]
fn is_out_of_time(status: Option<ExitStatus>) -> bool {
    use std::os::unix::process::ExitStatusExt as _;
    // SIGXCPU, and SIGKILL at the hard limit.
    matches!(status.and_then(|status| status.signal()), Some(24 | 9))
}

#[cfg(not(unix))]
fn is_out_of_time(_: Option<ExitStatus>) -> bool {
    false
}

/// What the hidden subcommand `iku __baca FILE HASH LIMITS` runs: reads one file
/// within its limits and writes it to `out`. `args` follow `__baca`. Ends when
/// standard input does: then its parent is gone. `bound` limits this process's memory
/// to so many bytes where the system has no limit to set.
///
/// # Errors
/// Only where `out` cannot be written or the arguments are not ours; what is
/// wrong with the file travels through `out`.
pub fn serve_child(args: &[OsString], out: &mut dyn Write, bound: fn(u64)) -> io::Result<()> {
    let [path, hash, limits] = args else { return Err(io::ErrorKind::InvalidInput.into()) };
    let given = limits.to_str().and_then(Given::parse).ok_or(io::ErrorKind::InvalidInput)?;
    // Begun before the limits, which leave no room for another thread's stack once the allocator has
    // reserved its own; without a thread to watch, the limits remain.
    let (begun, has_begun) = mpsc::channel();
    let watch = thread::Builder::new().spawn(move || {
        let mut taken = [0; 512];
        let mut input = io::stdin().lock();
        let _ = begun.send(());
        while matches!(input.read(&mut taken), Ok(read) if read > 0) {}
        std::process::exit(3);
    });
    if watch.is_ok() {
        let _ = has_begun.recv();
    }
    limit(&given, bound)?;
    let outcome = match intake::read(Path::new(path), given.limits.berkas_mib.saturating_mul(1 << 20)) {
        Ok(bytes) if *hash == *sha256(&bytes) => {
            // The parent puts its own name for the file in place.
            sheets_in_process(&bytes, &Arc::from(""), &given.limits)
        }
        Ok(_) => Err(Gagal::rusak("berkas berubah selagi dibaca")),
        Err(_) => Err(Gagal::rusak("tidak dapat dibaca")),
    };
    wire::write(&outcome, &mut io::BufWriter::with_capacity(1 << 16, out))
}

/// What this process may take of memory, in bytes.
fn most_memory(given: &Given) -> u64 {
    given.limits.memori_mib.saturating_add(OWN_MEMORY_MIB).saturating_mul(1 << 20)
}

#[cfg(unix)]
fn limit(given: &Given, _bound: fn(u64)) -> io::Result<()> {
    use rlimit::{Resource, getrlimit, setrlimit};
    let (_, hard) = getrlimit(Resource::AS)?;
    setrlimit(Resource::AS, most_memory(given).min(hard), hard)?;
    let (_, hard) = getrlimit(Resource::CPU)?;
    setrlimit(Resource::CPU, given.cpu.min(hard), hard)
}

/// A Windows process has no such limits of its own: the allocator counts the memory; the clock, the
/// parent's guard and its end, with which the job ends too, remain for the time.
#[cfg(not(unix))]
fn limit(given: &Given, bound: fn(u64)) -> io::Result<()> {
    bound(most_memory(given));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart<'a>(program: &'a Path, berkas: &'a Arc<str>) -> Apart<'a> {
        Apart { program, path: Path::new("/nowhere"), hash: "", bytes: &[0; 1000], berkas }
    }

    #[test]
    fn limits_travel_whole() {
        let own = Limits { sel: 7, teks_sel: 9, rasio: 11, ..Limits::default() };
        let back = Given::parse(&Given::of(&own, 5 << 20).text()).unwrap();
        assert_eq!((back.limits, back.cpu), (own, 7));
        assert!(Given::parse("1,2").is_none());
    }

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
        let run = |body: &str| read(&apart(&script(folder.path(), body), &berkas), &limits()).unwrap_err();
        assert!(matches!(run("exec sleep 30"), Gagal::TidakSelesai { detik: 1 }));
        let patient = Limits { detik: 60, ..limits() };
        let busy = script(folder.path(), "ulimit -t 1; while :; do :; done");
        let told = read(&apart(&busy, &berkas), &patient).unwrap_err();
        assert_eq!(told, Gagal::rusak("isinya membuat pembaca tidak selesai"));
        assert!(matches!(run("kill -SEGV $$"), Gagal::Rusak(_)));
        assert!(matches!(run("exit 3"), Gagal::Rusak(_)));
        assert!(matches!(run("yes | head -c 1000000"), Gagal::Rusak(_)));
        assert!(matches!(run("echo memory allocation of 300000000 bytes failed >&2; kill -ABRT $$"), Gagal::Rusak(_)));
        assert!(matches!(
            run("echo memory allocation of 90000 bytes failed >&2; kill -ABRT $$"),
            Gagal::TerlaluBesar { apa: Batas::Memori, .. }
        ));
        // Where none can be started, the file is read here.
        let missing = read(&apart(Path::new("/no/such/program"), &berkas), &limits());
        assert!(matches!(missing, Err(Gagal::Rusak(_) | Gagal::TidakDikenal(_))), "{missing:?}");
    }

    #[test]
    fn wrong_arguments_are_an_error_and_no_panic() {
        assert!(serve_child(&[], &mut Vec::new(), |_| {}).is_err());
        let args: Vec<OsString> = ["a", "b", "c", "d"].map(OsString::from).to_vec();
        assert!(serve_child(&args, &mut Vec::new(), |_| {}).is_err());
    }
}
