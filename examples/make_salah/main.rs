//! Makes `samples/salah/`: for each finding's code a small office with that
//! one fault: `cargo run --example make_salah`.
//!
//! The same bytes every time; `tests/salah.rs` holds the committed files to it.

mod salah;

use std::path::Path;

#[expect(
    clippy::disallowed_methods,
    reason = "a developer's generator writes its own sample files; it is no part of the program"
)]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/salah");
    for (name, bytes) in salah::files()? {
        let path = folder.join(&name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(&path, &bytes)?;
    }
    Ok(())
}
