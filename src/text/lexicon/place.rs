//! Kinds of places, as they stand before a place's name.

/// A label that begins so names a place or a group.
pub(crate) const PLACES: &[&str] = &[
    "kecamatan",
    "kelurahan",
    "desa",
    "kota",
    "kabupaten",
    "kab",
    "provinsi",
    "prov",
    "wilayah",
    "kelompok",
    "dusun",
    "rw",
    "rt",
];

/// Of them, those whose sum is the whole table's.
pub(crate) const REGIONS: &[&str] = &["kota", "kabupaten", "kab", "provinsi", "prov"];
