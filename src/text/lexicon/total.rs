//! Words of sums.

/// A label that begins with one of these is a total's.
pub(crate) const TOTALS: &[&str] = &["jumlah", "total", "subtotal", "subjumlah", "grandtotal", "jumlahtotal", "totaljumlah"];

/// A slip of the finger, or another word for the whole: a total, or somebody's name.
pub(crate) const STANDS_FOR: &[&str] = &[
    "jumlh",
    "jmlah",
    "jumla",
    "julah",
    "jumlha",
    "jumalh",
    "jmlh",
    "ttl",
    "tot",
    "totl",
    "toal",
    "semua",
    "seluruh",
    "seluruhnya",
    "keseluruhan",
    "rekap",
    "rekapitulasi",
    "akumulasi",
    "pindahan",
    "dipindahkan",
    "saldo",
    "σ",
    "agregat",
    "gabungan",
];

/// After `jumlah`: it sums the whole table.
pub(crate) const WHOLE: &[&str] = &["keseluruhan", "seluruh", "seluruhnya", "semua", "semuanya", "umum", "besar", "akhir"];

/// After `jumlah`: words that name nobody.
pub(crate) const PLAIN: &[&str] =
    &["jumlah", "total", "koperasi", "umkm", "ukm", "usaha", "data", "ini", "per", "dan", "rp", "halaman"];

/// At a label's end, as Excel's Subtotal writes them after the group's name.
pub(crate) const TRAILING: &[&str] = &["total", "subtotal", "jumlah", "count", "hitung", "cacah"];
