//! Makes the workbooks of the sample offices: `cargo run --example make_samples`.
//!
//! The same bytes every time: fixed dates, one small random generator with a
//! fixed seed, no clock. `tests/samples.rs` holds the committed files to it.

mod office;

use std::path::Path;

#[expect(
    clippy::disallowed_methods,
    reason = "a developer's generator writes its own sample files; it is no part of the program"
)]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    for (name, bytes) in office::files()? {
        let path = samples.join(&name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(&path, &bytes)?;
        eprintln!("{name}: {} bytes", bytes.len());
    }
    Ok(())
}
