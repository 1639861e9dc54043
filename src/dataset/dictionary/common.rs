//! Fields that every kind of source knows: years, places, addresses.

use super::entry::{Entry, field, pribadi, ratio};
use crate::dataset::Jenis::{Angka, Teks};

/// The year column of long tables; every source knows it. A founding year is
/// a field of its own, so that it is never taken for this one.
pub(crate) const TAHUN: Entry = ratio(
    "tahun",
    &["tahun", "thn", "tahun data", "tahun laporan", "tahun_laporan", "tahun buku", "tahun anggaran", "tahun pelaporan"],
);

/// What every source without a dictionary knows besides, so that a founding
/// year is not taken for the year of the data.
pub(crate) const OWN: &[Entry] = &[
    field("tahun_berdiri", Angka, &["tahun berdiri", "tahun pendirian", "tahun mulai usaha"]),
    field("wilayah", Teks, WILAYAH),
    KECAMATAN,
    KELURAHAN,
];

/// Headings over kabupaten, kota and provinces.
pub(super) const WILAYAH: &[&str] = &[
    "wilayah",
    "kabupaten/kota",
    "kabupaten",
    "kota",
    "kab/kota",
    "nama wilayah",
    "daerah",
    "nama daerah",
    "nama kabupaten/kota",
    "nama kabupaten",
    "nama kota",
    "nama kab/kota",
    "provinsi",
    "nama provinsi",
];

pub(super) const KECAMATAN: Entry = field(
    "kecamatan",
    Teks,
    &[
        "kecamatan",
        "kec",
        "nama kecamatan",
        "wilayah kecamatan",
        "kecamatan usaha",
        "kecamatan lokasi usaha",
        "bps nama kecamatan",
        "kemendagri nama kecamatan",
        "kapanewon",
        "kemantren",
        "kapanewon/kemantren",
    ],
);
pub(super) const KELURAHAN: Entry = field(
    "kelurahan",
    Teks,
    &[
        "kelurahan",
        "desa",
        "kel/desa",
        "desa/kelurahan",
        "desa/kel",
        "kelurahan/desa",
        "kel",
        "nama desa",
        "nama kelurahan",
        "nama desa/kelurahan",
        "nama kelurahan/desa",
        "nama kel/desa",
        "bps nama desa kelurahan",
        "kemendagri nama desa kelurahan",
        "kalurahan",
        "nagari",
        "gampong",
        "desa/nagari",
        "desa/gampong",
    ],
);
pub(super) const ALAMAT: Entry =
    field("alamat", Teks, &["alamat", "alamat koperasi", "alamat usaha", "alamat lengkap", "alamat kantor"]);
pub(super) const TELEPON: Entry = pribadi(
    "telepon",
    Teks,
    &[
        "telepon",
        "telp",
        "no telp",
        "no telepon",
        "nomor telepon",
        "no hp",
        "nomor hp",
        "hp",
        "no wa",
        "whatsapp",
        "telp/hp",
        "kontak",
    ],
);

/// The name columns of recaps, tried after the `butir` itself.
pub(crate) const RECAP_NAMES: &[Entry] = &[
    field("kelompok", Teks, &["kelompok", "kelompok koperasi", "jenis koperasi", "kelompok usaha"]),
    field("wilayah", Teks, WILAYAH),
    field("triwulan", Teks, &["triwulan", "tw", "periode", "bulan"]),
];
