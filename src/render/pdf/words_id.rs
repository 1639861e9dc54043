//! The Indonesian words that the PDF itself says.

/// Across every page of a draft.
pub const DRAF: &str = "DRAF";

/// A signature field as a screen reader names it.
pub fn field(name: &str) -> String {
    format!("Tanda tangan elektronik {name}")
}
