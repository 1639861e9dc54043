//! Words of remarks beside figures and of notes below them.

/// What a remark speaks of where it speaks of the figures themselves.
pub(crate) const OF_FIGURES: &[&str] =
    &["data", "angka", "nilai", "realisasi", "posisi", "keadaan", "kondisi", "volume", "omset", "capaian", "isian"];

/// The figures are planned, guessed or made up.
pub(crate) const PLANNED: &[&str] = &[
    "target",
    "rencana",
    "proyeksi",
    "prognosa",
    "prognosis",
    "estimasi",
    "perkiraan",
    "taksiran",
    "simulasi",
    "ramalan",
    "rapb",
    "pagu",
    "dummy",
    "contoh",
];

/// After `tahun`: another one.
pub(crate) const CARRIED: &[&str] = &["lalu", "sebelumnya", "kemarin", "terdahulu"];

/// Columns of remarks.
pub(crate) const REMARKS: &[&str] = &["keterangan", "ket", "catatan", "cat", "uraian", "info", "informasi", "remark", "note"];

/// A figure stands in the place of another.
pub(crate) const CORRECTED: &[&str] = &[
    "koreksi",
    "rev",
    "terkoreksi",
    "dikoreksi",
    "penyesuaian",
    "disesuaikan",
    "perbaikan",
    "diperbaiki",
    "revisi",
    "direvisi",
    "ralat",
    "pembetulan",
    "dibetulkan",
    "seharusnya",
    "harusnya",
    "sebenarnya",
    "adjustment",
    "auditan",
    "audited",
    "verifikasi",
    "verval",
    "validasi",
];

/// Beside such a word in a heading: it is still of the figures next to it.
pub(crate) const OF_A_CORRECTION: &[&str] = &[
    "hasil", "setelah", "sesudah", "data", "angka", "nilai", "jumlah", "kolom", "rp", "rupiah", "tahun", "yang", "menurut",
    "audit",
];

/// A heading of nothing but these and words of a correction, right beside figures: what stands below holds instead of them.
pub(crate) const INSTEAD: &[&str] = &["benar", "betul", "final", "baru", "audit", "diaudit", "realisasi", "fix", "akhir"];

/// A heading of such words speaks of another look at the figures beside it, where what stands below them is near those.
pub(crate) const ANOTHER_LOOK: &[&str] = &[
    "menjadi",
    "klarifikasi",
    "diklarifikasi",
    "rekonsiliasi",
    "rekon",
    "update",
    "updated",
    "pemutakhiran",
    "mutakhir",
    "terbaru",
    "cek",
    "crosscheck",
    "pengecekan",
    "lapangan",
    "konfirmasi",
    "dikonfirmasi",
    "versi",
    "perubahan",
    "survei",
    "monev",
    "petik",
];
/// Beside such a word: who looked.
pub(crate) const WHO_LOOKED: &[&str] = &["bidang", "dinas", "seksi", "petugas", "kecamatan", "inspektorat", "bpk", "uji", "di"];

/// The row stands in the list more than once.
pub(crate) const DOUBLED: &[&str] = &["duplikat", "dobel", "double", "ganda", "kembar", "rangkap"];

/// After `sudah`: in another row.
pub(crate) const COUNTED_BEFORE: &[&str] = &["ada", "masuk", "tercatat", "terdaftar", "dihitung", "terhitung", "termasuk"];

/// Of those words such as say that a figure was looked at: it may stand as it was.
pub(crate) const CHECKED: &[&str] = &["auditan", "audited", "verifikasi", "verval", "validasi"];

/// A heading of what was there before a correction, beside one of what holds now.
pub(crate) const BEFOREHAND: &[&str] =
    &["semula", "sebelum", "sebelumnya", "lama", "tertulis", "salah", "awal", "asal", "tercatat"];

/// A heading of what holds after a correction.
pub(crate) const AFTERWARDS: &[&str] =
    &["menjadi", "sesudah", "setelah", "baru", "seharusnya", "harusnya", "benar", "betul", "akhir", "sebenarnya"];
