//! Words of rows that tell of others: averages, shares, differences, another year's figures.

/// A row that begins so and says nothing else is a summary, whatever stands beside it.
pub(crate) const SUMMARIES: &[&str] =
    &["rata", "rerata", "ratarata", "average", "persentase", "prosentase", "persen", "selisih", "median"];

/// These may be somebody's name too (Kafe `Maksimal`): a summary only below the table's end.
pub(crate) const SUMMARY_NAMES: &[&str] = &["maksimum", "minimum", "maksimal", "minimal", "pertumbuhan", "kenaikan", "penurunan"];

/// What may follow them.
pub(crate) const SUMMARY_TAILS: &[&str] =
    &["rata", "persen", "jumlah", "total", "per", "koperasi", "kecamatan", "kelurahan", "usaha", "umkm"];

/// A label of nothing but these, a year and [`OF_A_YEAR`] compares: `Realisasi 2020`, `Tahun lalu`.
pub(crate) const COMPARED: &[&str] = &[
    "realisasi",
    "capaian",
    "target",
    "rencana",
    "proyeksi",
    "prognosa",
    "pertumbuhan",
    "perkembangan",
    "kenaikan",
    "penurunan",
    "peningkatan",
    "selisih",
    "naik",
    "turun",
    "lalu",
    "sebelumnya",
    "kemarin",
    "anggaran",
    "rkat",
    "rapb",
    "deviasi",
    "sisa",
    "tingkat",
    "rasio",
    "posisi",
    "keadaan",
];

/// What goes with them.
pub(crate) const OF_A_YEAR: &[&str] = &[
    "tahun",
    "dari",
    "terhadap",
    "dibanding",
    "dibandingkan",
    "dengan",
    "data",
    "per",
    "s",
    "d",
    "sd",
    "akhir",
    "awal",
    "jumlah",
    "total",
    "periode",
    "persen",
    "rp",
    "volume",
    "usaha",
    "omset",
    "nilai",
    "di",
    "pada",
];
