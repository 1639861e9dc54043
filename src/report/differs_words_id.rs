//! The Indonesian words about what was changed in the workbook.

pub const SECTION: &str = "BEDA DENGAN LAPORAN";
/// Beside the cells that list what was changed.
pub const LISTED: &str = "Yang diubah setelah laporan dibuat; kosong selama tidak ada.";
/// Beside the sentence made of them.
pub const SENTENCE: &str = "Kalimat di atas lembar ini dan lembar lain; kosong selama semuanya sama dengan laporan.";
/// Before what was changed, over the sheets whose figures follow it.
pub const DIFFERS: &str = "BERBEDA dari laporan: ";
/// Behind the beginning of a list that is longer.
pub const MORE: &str = " … (lembar Perhitungan)";
pub const CHANGED: &str = "DIUBAH";
/// Before why a figure cannot be had.
pub const REASON: &str = "Sebab: ";
const FIXED: &str = "tetapan";

/// Before where a value comes from that was changed: what the report has.
pub fn changed(shown: &str) -> String {
    format!("{CHANGED}, dalam laporan {shown}; ")
}

/// A value that may be changed, as the list names it: `target 1.1 2024`.
pub fn input(kind: Option<&str>, code: &str, tahun: &str) -> String {
    format!("{} {code} {tahun}", kind.map_or_else(|| FIXED.to_owned(), str::to_lowercase)).trim_end().to_owned()
}

/// A sheet of data as the list names it.
pub fn data(lembar: &str) -> String {
    format!("data {lembar}")
}
