//! The committed sample workbooks are exactly what their generator makes.

#[path = "../examples/make_samples/office/mod.rs"]
mod office;

use std::path::Path;

#[test]
fn committed_samples_are_what_the_generator_makes() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let files = office::files().unwrap();
    assert_eq!(files.len(), 5);
    for (name, bytes) in files {
        let committed = std::fs::read(samples.join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(committed == bytes, "{name} differs: run `cargo run --example make_samples` and review the change");
        assert!(bytes.len() < 100_000, "{name} has grown to {} bytes", bytes.len());
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    assert!(office::files().unwrap() == office::files().unwrap());
}
