//! Words behind a name that speak of the row or its figures, not of the bearer.

/// Another version of the figures, an instruction about the row, or a doubt.
pub(crate) const VERSIONS: &[&str] = &[
    "revisi",
    "rev",
    "perbaikan",
    "koreksi",
    "ralat",
    "pembetulan",
    "semula",
    "menjadi",
    "sebelum",
    "sebelumnya",
    "sesudah",
    "setelah",
    "lama",
    "baru",
    "versi",
    "ver",
    "salah",
    "keliru",
    "benar",
    "batal",
    "hapus",
    "abaikan",
    "diabaikan",
    "jangan",
    "cek",
    "dicek",
    "periksa",
    "konfirmasi",
    "diragukan",
    "ragu",
    "final",
    "fix",
    "asli",
    "copy",
    "salinan",
    "sda",
    "idem",
    "belum",
    "usd",
    "dolar",
    "dollar",
];

/// Words that may stand beside those.
pub(crate) const BESIDE_VERSIONS: &[&str] =
    &["data", "angka", "nilai", "no", "nomor", "ke", "tidak", "tdk", "dihitung", "lagi", "dulu", "dipakai", "ok", "oke", "us"];

/// Before a word of amounts, or alone as a title: what might be, not what is.
pub(crate) const MIGHT_BE: &[&str] = &[
    "potensi",
    "potensial",
    "prospek",
    "prediksi",
    "harapan",
    "plafon",
    "plafond",
    "asumsi",
    "taksiran",
    "kapasitas",
    "maksimal",
    "minimal",
    "ambang",
    "batas",
    "kisaran",
    "ideal",
    "idealnya",
];

/// Words of amounts.
pub(crate) const AMOUNTS: &[&str] =
    &["omset", "volume", "penjualan", "pendapatan", "penerimaan", "aset", "modal", "shu", "laba", "produksi", "anggota", "nilai"];
