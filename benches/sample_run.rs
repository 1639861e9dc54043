//! The sample office's whole run in one process: workbooks in, three files out.
#![expect(clippy::disallowed_methods, reason = "a bench measures time")]

use std::path::Path;
use std::time::{Duration, Instant};

const RUNS: usize = 15;

fn main() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kota-pasuruan");
    let target = tempfile::tempdir().expect("a scratch folder");
    let run = |index: usize| -> Duration {
        // A folder of its own each time: where nothing changed, nothing would be written.
        let folder = target.path().join(index.to_string());
        let arguments = ["iku".into(), "buat".into(), sample.clone().into_os_string(), "--keluaran".into(), folder.into()];
        let start = Instant::now();
        let status = iku::cli::run(arguments);
        let taken = start.elapsed();
        assert_eq!(status, 0, "the sample's report must be made");
        taken
    };
    let first = run(0);
    let peak = peak_mib();
    let mut times: Vec<Duration> = (1..=RUNS).map(run).collect();
    times.sort();
    println!("sample run: {:.1} ms the first time, {:.1} ms the median of {RUNS}", millis(first), millis(times[RUNS / 2]));
    match peak {
        Some(peak) => println!("sample run: {peak:.1} MiB at the peak of the first"),
        None => println!("sample run: this system does not tell the peak of memory"),
    }
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// The most memory this process held so far, as Linux tells it.
fn peak_mib() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: f64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kib / 1024.0)
}
