//! Golden texts: committed files that a test's text must equal, rewritten by
//! one switch and reviewed in the diff.

use std::path::Path;

/// The switch that rewrites all golden files: `IKU_TULIS_GOLDEN=1 cargo test`.
pub const SWITCH: &str = "IKU_TULIS_GOLDEN";

/// What differs between `text` and the golden file `name` (from the
/// repository's root); nothing where they are equal or the switch rewrote it.
#[expect(clippy::disallowed_methods, reason = "the one switch of the golden files, which are no output of the program")]
pub fn difference(name: &str, text: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    if golden == text {
        return None;
    }
    if std::env::var(SWITCH).is_ok_and(|value| value == "1") {
        std::fs::write(&path, text).unwrap();
        return None;
    }
    let line = golden.lines().zip(text.lines()).position(|(old, new)| old != new);
    let line = line.unwrap_or_else(|| golden.lines().count().min(text.lines().count()));
    let nth = |text: &str| text.lines().nth(line).unwrap_or("(ends)").to_owned();
    Some(format!(
        "{name}:{}: golden `{}`, now `{}`; where the change is right, rewrite with {SWITCH}=1",
        line + 1,
        nth(&golden),
        nth(text)
    ))
}
