//! Where an office's time goes, step by step: `cargo bench --bench tahap -- FOLDER` (the sample where none is named).
#![expect(clippy::disallowed_methods, reason = "a bench measures time")]

use iku::office::{Hands, Office, Order, Step, Watch};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Instant;

const TURNS: usize = 5;

fn main() {
    let sample = || Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kota-pasuruan");
    let named = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).map(PathBuf::from);
    let folder = named.unwrap_or_else(sample);
    let mut all: Vec<[f64; 4]> = (0..TURNS).map(|_| turn(&folder)).collect();
    all.sort_by(|left, right| left.iter().sum::<f64>().total_cmp(&right.iter().sum()));
    let median = all[TURNS / 2];
    let whole: f64 = median.iter().sum();
    for (name, seconds) in ["read and judged", "computed", "pages and sheets", "written"].iter().zip(median) {
        println!("tahap: {name:18} {:8.1} ms {:5.1} %", seconds * 1000.0, seconds / whole * 100.0);
    }
}

/// Seconds until the tables are judged, the figures computed, the files made, and written.
fn turn(folder: &Path) -> [f64; 4] {
    let target = tempfile::tempdir().expect("a scratch folder");
    let begun: Arc<Mutex<Vec<(Step, Instant)>>> = Arc::default();
    let heard = Arc::clone(&begun);
    let watch = Watch::new(move |step| heard.lock().expect("no step panics").push((step, Instant::now())));
    let start = Instant::now();
    let office = Office::read(folder, None, Hands { watch, ..Hands::default() }).ok().expect("an office's profile");
    office.deliver(target.path(), Order::default()).ok().expect("a report");
    let end = Instant::now();
    let begun = begun.lock().expect("no step panics");
    let at = |wanted: Step| begun.iter().find(|(step, _)| *step == wanted).map_or(end, |(_, at)| *at);
    let marks = [start, at(Step::Compute), at(Step::Pages), at(Step::Write), end];
    std::array::from_fn(|index| (marks[index + 1] - marks[index]).as_secs_f64())
}
