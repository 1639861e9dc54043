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

/// Of two versions of the same figures the one: as a label over rows, or in a file's name.
pub(crate) const ONE_OF_TWO: &[&str] = &["semula", "menjadi", "murni", "perubahan", "sebelum", "sesudah", "setelah", "awal"];

/// Those of them that a file's name ends in for no other reason.
pub(crate) const SURELY_OF_TWO: &[&str] = &["semula", "menjadi", "murni", "perubahan", "sebelum", "sesudah", "setelah"];

/// What may stand beside such a word: `SETELAH PERUBAHAN`, `APBD MURNI`, `Data Awal`.
pub(crate) const BESIDE_ONE_OF_TWO: &[&str] =
    &["data", "angka", "nilai", "tahun", "apbd", "laporan", "hasil", "versi", "pendataan"];

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

/// At the end of a title of data: what is wished for, not what is.
pub(crate) const WISHED: &[&str] = &["sasaran", "kebutuhan", "usulan", "cita", "impian", "optimal"];

/// A title of data begins so, or with a word of amounts.
pub(crate) const DATA_OF: &[&str] =
    &["data", "daftar", "rekap", "rekapitulasi", "laporan", "keragaan", "tabel", "perkembangan", "jumlah", "besaran"];

/// Figures of some that stand for all, or of a year of their own.
pub(crate) const SURVEYS: &[&str] = &["survei", "survey", "sensus", "sampling", "kuesioner", "listing"];

/// Words of amounts.
pub(crate) const AMOUNTS: &[&str] =
    &["omset", "volume", "penjualan", "pendapatan", "penerimaan", "aset", "modal", "shu", "laba", "produksi", "anggota", "nilai"];
