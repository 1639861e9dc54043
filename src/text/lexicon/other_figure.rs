//! Words that make another figure of what they stand before, as a title or a name by themselves: one list with those that
//! qualify a heading.

/// Shares of a whole, and comparisons.
pub(crate) const RATIOS: &[&str] = &["rasio", "persen", "indeks", "kontribusi", "proporsi"];

/// Further figures that are none of the year's own.
pub(crate) const OTHER_FIGURES: &[&str] =
    &["rasio", "indeks", "kontribusi", "proporsi", "deviasi", "standar", "kuota", "komitmen", "permohonan", "ekspektasi"];

/// Plans, by the names of their papers.
pub(crate) const PLANNED_BY: &[&str] = &["rpjmd", "rpjpd", "renstra", "rkpd", "renja", "budget", "plan", "tgt", "indikatif"];
