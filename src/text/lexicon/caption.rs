//! Words before a year that make it the year of something else than the table.

/// Rules and letters: `Nomor 25 Tahun 1992`.
pub(crate) const RULES: &[&str] = &[
    "nomor",
    "no",
    "nmr",
    "sk",
    "surat",
    "keputusan",
    "kepwal",
    "kepbup",
    "kepmen",
    "kepmenkop",
    "peraturan",
    "perda",
    "perwali",
    "perwal",
    "perbup",
    "pergub",
    "permen",
    "permenkop",
    "permendagri",
    "permenpan",
    "perpres",
    "inpres",
    "pp",
    "uu",
    "undang",
];

/// The data's own history: from that day on nothing was added.
pub(crate) const HISTORY: &[&str] = &[
    "cetak",
    "dicetak",
    "tercetak",
    "print",
    "printed",
    "update",
    "updated",
    "diperbarui",
    "diperbaharui",
    "pembaruan",
    "pemutakhiran",
    "dimutakhirkan",
    "unduh",
    "diunduh",
    "diolah",
    "diisi",
    "dihimpun",
    "direkap",
    "dikumpulkan",
    "dilaporkan",
    "diterima",
    "disampaikan",
    "diambil",
    "ditarik",
    "ekspor",
    "export",
    "dibuat",
    "disusun",
];

/// Where the data come from.
pub(crate) const SOURCES: &[&str] = &["sumber"];

/// The form that was filled in.
pub(crate) const FORMS: &[&str] = &[
    "revisi", "rev", "versi", "version", "ver", "modul", "aplikasi", "form", "formulir", "format", "templat", "template", "kode",
];

/// Plans and bases.
pub(crate) const BASES: &[&str] =
    &["target", "rencana", "renja", "rkpd", "proyeksi", "renstra", "rpjmd", "rpjpd", "sensus", "podes", "susenas"];

/// Beginnings: `sejak 2015`.
pub(crate) const BEGINNINGS: &[&str] = &["sejak", "berdiri", "didirikan", "dibentuk", "terbentuk", "disahkan", "pengesahan"];

/// Addresses: `Kode Pos 67126`.
pub(crate) const ADDRESSES: &[&str] = &["jalan", "jl", "jln", "telp", "telepon", "tel", "fax", "faks", "hp", "wa", "pos"];

/// All of them.
pub(crate) const OF_ELSE: &[&[&str]] = &[RULES, HISTORY, SOURCES, FORMS, BASES, BEGINNINGS, ADDRESSES];
