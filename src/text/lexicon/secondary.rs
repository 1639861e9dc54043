//! Koperasi whose members are koperasi (sekunder), and of whom.

/// The first words of their names.
pub(crate) const SECONDARY_RUNS: &[&[&str]] = &[
    &["pusat", "koperasi"],
    &["pusat", "kop"],
    &["induk", "koperasi"],
    &["induk", "kop"],
    &["gabungan", "koperasi"],
    &["gabungan", "kop"],
    &["koperasi", "sekunder"],
    &["koperasi", "pusat"],
    &["koperasi", "induk"],
    &["koperasi", "gabungan"],
];

/// Their first word, with the first words of its members' names.
pub(crate) const SECONDARY: &[(&str, &[&str])] = &[
    ("puskud", &["kud"]),
    ("inkud", &["kud", "puskud"]),
    ("puskopdit", &["kopdit", "cu", "ksp"]),
    ("inkopdit", &["kopdit", "puskopdit"]),
    ("pkpri", &["kpri", "kpn"]),
    ("gkpri", &["kpri", "kpn"]),
    ("ikpri", &["kpri", "pkpri"]),
    ("pkpn", &["kpn", "kpri"]),
    ("gkpn", &["kpn", "kpri"]),
    ("puskopkar", &["kopkar"]),
    ("inkopkar", &["kopkar", "puskopkar"]),
    ("puskowan", &["kopwan"]),
    ("puskopwan", &["kopwan"]),
    ("inkowan", &["kopwan", "puskowan"]),
    ("puskoppontren", &["koppontren", "kopontren"]),
    ("puskopontren", &["koppontren", "kopontren"]),
    ("inkopontren", &["koppontren", "kopontren"]),
    ("puskopti", &["kopti", "primkopti"]),
    ("inkopti", &["primkopti", "puskopti"]),
    ("puskopsyah", &["bmt", "kspps", "koppsyah"]),
    ("inkopsyah", &["bmt", "kspps"]),
    ("puskopad", &["primkopad"]),
    ("puskopal", &["primkopal"]),
    ("puskopau", &["primkopau"]),
    ("puskopol", &["primkopol"]),
    ("puskoppol", &["primkoppol"]),
    ("puskopolri", &["primkopol", "primkoppol"]),
    ("puskoppas", &["koppas"]),
    ("inkoppas", &["koppas", "puskoppas"]),
    ("puskopta", &["koptan"]),
    ("puskoveri", &["koveri", "primkoveri"]),
    ("inkopad", &["primkopad", "puskopad"]),
];

/// Of headings under which a cell says whether its koperasi is primer or sekunder.
pub(crate) const OF_LEVELS: &[&str] = &[
    "tingkat",
    "tingkatan",
    "jenis",
    "bentuk",
    "kelompok",
    "golongan",
    "kategori",
    "klasifikasi",
    "tipe",
    "sifat",
    "jenjang",
    "status",
    "primer",
    "sekunder",
];
