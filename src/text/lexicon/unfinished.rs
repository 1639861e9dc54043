//! Words of data that are not what they will be, or are kept and not meant.

/// Behind `belum`, `tidak`, `masih`, `dalam`.
pub(crate) const CUT_SHORT: &[&str] = &[
    "lengkap",
    "final",
    "fix",
    "selesai",
    "rampung",
    "valid",
    "terverifikasi",
    "diverifikasi",
    "divalidasi",
    "dipakai",
    "digunakan",
    "proses",
];

/// Of two words that stand together: the figures are not the last ones.
pub(crate) const MAY_CHANGE: &[(&str, &str)] = &[
    ("dapat", "berubah"),
    ("bisa", "berubah"),
    ("masih", "berubah"),
    ("akan", "berubah"),
    ("akan", "dilengkapi"),
    ("akan", "diperbarui"),
    ("akan", "diperbaiki"),
    ("menunggu", "verifikasi"),
    ("menunggu", "validasi"),
    ("menunggu", "konfirmasi"),
    ("menunggu", "laporan"),
    ("menunggu", "data"),
    ("menunggu", "hasil"),
    ("menunggu", "rat"),
    ("tahap", "verifikasi"),
    ("tahap", "validasi"),
    ("tahap", "pendataan"),
    ("proses", "verifikasi"),
    ("proses", "validasi"),
    ("proses", "pendataan"),
    ("proses", "audit"),
    ("belum", "dikurangi"),
];

/// By themselves.
pub(crate) const UNFINISHED: &[&str] =
    &["mentah", "skenario", "prediksi", "percobaan", "latihan", "smtr", "asem", "aram", "bermasalah", "sampah"];

/// First in a title, or right behind `data`: of what came and went, or asked to come, and not of those that are.
pub(crate) const OF_CHANGES: &[&str] = &["mutasi", "penambahan", "pertambahan", "pengurangan", "pendaftar"];

/// Before a number: a part of what a year has several of.
pub(crate) const TURNS: &[&str] = &["tahap", "gelombang", "termin", "batch", "periode", "angkatan"];

/// In a sheet's name.
pub(crate) const SET_ASIDE: &[&str] = &[
    "rkpd", "renstra", "renja", "rpjmd", "arsip", "raw", "lama", "old", "backup", "cadangan", "hapus", "batal", "salah",
    "sampah", "copy", "rk", "rkap", "plan", "forecast", "test", "tes", "error", "trash", "pending", "reject", "blanko", "temp",
    "tmp", "coba", "salinan", "latihan",
];
