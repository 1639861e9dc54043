//! Words of remarks that speak of the figure in their row.

/// What a remark calls a figure.
pub(crate) const FIGURES: &[&str] =
    &["volume", "aset", "omset", "shu", "laba", "modal", "penjualan", "pendapatan", "nilai", "angka", "usaha", "data"];

/// With such a word: it may not be the row's own, or not all of it.
pub(crate) const TOUCHED: &[&str] = &[
    "tertukar",
    "terbalik",
    "ditukar",
    "cek",
    "dicek",
    "gabungan",
    "gabung",
    "digabung",
    "digabungkan",
    "dikali",
    "dikalikan",
    "dibagi",
    "dikurangi",
    "ditambah",
    "kelebihan",
    "kekurangan",
    "salah",
    "keliru",
    "beda",
    "berbeda",
    "selisih",
    "lama",
];

/// By themselves.
pub(crate) const TOUCHED_ALONE: &[&str] = &["tertukar", "terbalik", "pembulatan", "dibulatkan"];

/// Words of an amount.
pub(crate) const SCALES: &[&str] =
    &["rp", "rupiah", "rb", "ribu", "jt", "juta", "m", "milyar", "miliar", "t", "triliun", "kurang", "lebih", "sekitar", "tahun"];
