//! Words by which a row says that it is a part of the row above it.

/// The first word.
pub(crate) const PART_LEADS: &[&str] =
    &["diantaranya", "antaranya", "termasuk", "meliputi", "dimana", "yaitu", "yakni", "terdiri", "rinciannya", "rincian"];

/// The first words.
pub(crate) const PART_RUNS: &[&[&str]] = &[
    &["di", "antaranya"],
    &["dari", "jumlah"],
    &["dari", "angka"],
    &["dari", "nilai"],
    &["dari", "total"],
    &["dari", "unit"],
    &["sebagian", "dari"],
    &["bagian", "dari"],
    &["dalam", "angka", "di", "atas"],
    &["sudah", "termasuk"],
    &["yang", "terdiri"],
    &["antara", "lain"],
    &["di", "dalamnya"],
    &["dr", "jumlah"],
    &["dari", "sini"],
];

/// The last words.
pub(crate) const PART_TAILS: &[&[&str]] =
    &[&["termasuk", "di", "atas"], &["sudah", "termasuk"], &["termasuk", "diatas"], &["dari", "atas"]];
