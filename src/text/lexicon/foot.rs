//! Words of what stands below a table: notes, places and dates, offices, ranks.

/// A note begins so, with a colon or alone.
pub(crate) const NOTES: &[&str] = &["catatan", "keterangan", "ket", "note", "nb", "cat"];

/// `Dibuat oleh`, `Diperiksa:`.
pub(crate) const CREDITS: &[&str] =
    &["dibuat", "disusun", "diperiksa", "disetujui", "diketahui", "diverifikasi", "disahkan", "diinput", "dientri"];

/// Whom a signature names by office alone.
pub(crate) const SIGNERS: &[&str] = &["kabid", "kasi", "sekretaris", "pembina", "penata", "pengatur", "juru"];

/// After `Kepala`, `Ketua`, `Plt.` …: an office, not a name.
pub(crate) const OFFICES: &[&str] = &[
    "dinas",
    "bidang",
    "badan",
    "bagian",
    "seksi",
    "kantor",
    "sub",
    "subbag",
    "subbagian",
    "subkoordinator",
    "uptd",
    "upt",
    "satuan",
    "sekretariat",
    "cabang",
    "kepala",
    "sekretaris",
    "kabid",
    "kasi",
    "camat",
    "lurah",
    "walikota",
    "bupati",
];

/// Closing words.
pub(crate) const CLOSED_BY: &[&str] = &["mengetahui", "menyetujui", "mengesahkan", "hormat"];
