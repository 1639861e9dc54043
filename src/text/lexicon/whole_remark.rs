//! Words of remarks that say all by themselves that a row is not what the others are, and those that stand beside.

/// A remark of one of these alone.
pub(crate) const HALF_TOLD: &[&str] = &["salah", "tes", "test", "lebur", "dialihkan"];
/// Of two words that stand together.
pub(crate) const HALF_TOLD_BY_TWO: &[(&str, &str)] = &[
    ("hitung", "sendiri"),
    ("nihil", "kegiatan"),
    ("tanpa", "kegiatan"),
    ("tidak", "jelas"),
    ("izin", "dicabut"),
    ("belum", "audit"),
    ("belum", "terlaksana"),
    ("belum", "dilaksanakan"),
    ("tidak", "dilaksanakan"),
];
/// Beside words of a remark, and by themselves nothing.
pub(crate) const BESIDE_REMARKS: &[&str] = &[
    "rat", "koperasi", "kop", "kud", "ksp", "ksu", "umkm", "ukm", "nomor", "baris", "di", "ke", "dari", "dan", "dengan", "dgn",
    "pada", "sejak", "karena", "krn", "yang", "ini", "itu", "sudah", "telah", "masih", "hanya", "baru", "akan", "lagi", "sama",
    "hasil", "terakhir", "dlm", "dalam", "suri", "alamat", "warga", "kota", "mulai", "usaha", "kegiatan", "proses", "setengah",
    "ulang", "kenaikan", "atas", "x", "kali",
];

/// Where somebody moves to and stays in the town.
pub(crate) const NEAR_BY: &[&str] = &[
    "jl",
    "jln",
    "jalan",
    "pasar",
    "kantor",
    "gedung",
    "rumah",
    "ruko",
    "toko",
    "kios",
    "desa",
    "kelurahan",
    "kecamatan",
    "rt",
    "rw",
    "dusun",
    "depan",
    "belakang",
    "samping",
    "lantai",
    "lokasi",
    "tempat",
    "alamat",
    "nomor",
    "blok",
    "perum",
    "gang",
    "gg",
];
