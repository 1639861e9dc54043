//! The words of what stands in the way of writing.

/// A file is no longer what it was when the run looked at it.
pub const CHANGED_MEANWHILE: &str = "berkas ini berubah selagi laporan ditulis";
