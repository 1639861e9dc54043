//! The built-in field dictionaries: which headings mean which field. Data, no logic.

use super::Jenis::{self, Angka, Tanda, Tanggal, Teks, Uang};

/// One field that a dictionary knows.
pub(crate) struct Entry {
    pub isian: &'static str,
    pub jenis: Jenis,
    /// NIK, phone numbers, birth dates: never shown in full.
    pub pribadi: bool,
    /// A count or a volume: never below zero, and `1.234` in it is thousands.
    pub hitungan: bool,
    /// Headings, ` / ` between parent and leaf; case, blanks and punctuation do not matter.
    pub aliases: &'static [&'static str],
}

const fn field(isian: &'static str, jenis: Jenis, aliases: &'static [&'static str]) -> Entry {
    Entry { isian, jenis, pribadi: false, hitungan: matches!(jenis, Angka), aliases }
}

/// Money that cannot be below zero (SHU and modal sendiri can).
const fn volume(isian: &'static str, aliases: &'static [&'static str]) -> Entry {
    Entry { isian, jenis: Uang, pribadi: false, hitungan: true, aliases }
}

/// A share or another number that is no count.
const fn ratio(isian: &'static str, aliases: &'static [&'static str]) -> Entry {
    Entry { isian, jenis: Angka, pribadi: false, hitungan: false, aliases }
}

const fn pribadi(isian: &'static str, jenis: Jenis, aliases: &'static [&'static str]) -> Entry {
    Entry { isian, jenis, pribadi: true, hitungan: false, aliases }
}

/// The year column of long tables; every source knows it. A founding year is
/// a field of its own, so that it is never taken for this one.
pub(crate) const TAHUN: Entry = ratio(
    "tahun",
    &["tahun", "thn", "tahun data", "tahun laporan", "tahun_laporan", "tahun buku", "tahun anggaran", "tahun pelaporan"],
);

/// What every source without a dictionary knows besides, so that a founding
/// year is not taken for the year of the data.
pub(crate) const OWN: &[Entry] = &[
    field("tahun_berdiri", Angka, &["tahun berdiri", "tahun pendirian", "tahun mulai usaha"]),
    field("wilayah", Teks, WILAYAH),
    KECAMATAN,
    KELURAHAN,
];

/// Headings over kabupaten, kota and provinces.
const WILAYAH: &[&str] = &[
    "wilayah",
    "kabupaten/kota",
    "kabupaten",
    "kota",
    "kab/kota",
    "nama wilayah",
    "daerah",
    "nama daerah",
    "nama kabupaten/kota",
    "nama kabupaten",
    "nama kota",
    "nama kab/kota",
    "provinsi",
    "nama provinsi",
];

const KECAMATAN: Entry = field(
    "kecamatan",
    Teks,
    &["kecamatan", "kec", "nama kecamatan", "wilayah kecamatan", "bps nama kecamatan", "kemendagri nama kecamatan"],
);
const KELURAHAN: Entry = field(
    "kelurahan",
    Teks,
    &[
        "kelurahan",
        "desa",
        "kel/desa",
        "desa/kelurahan",
        "desa/kel",
        "kelurahan/desa",
        "kel",
        "nama desa",
        "nama kelurahan",
        "nama desa/kelurahan",
        "nama kelurahan/desa",
        "nama kel/desa",
        "bps nama desa kelurahan",
        "kemendagri nama desa kelurahan",
    ],
);
const ALAMAT: Entry = field("alamat", Teks, &["alamat", "alamat koperasi", "alamat usaha", "alamat lengkap", "alamat kantor"]);
const TELEPON: Entry = pribadi(
    "telepon",
    Teks,
    &[
        "telepon",
        "telp",
        "no telp",
        "no telepon",
        "nomor telepon",
        "no hp",
        "nomor hp",
        "hp",
        "no wa",
        "whatsapp",
        "telp/hp",
        "kontak",
    ],
);

/// `bentuk = "keragaan"`: Laporan Keragaan Koperasi, one row a koperasi.
pub(crate) const KERAGAAN: &[Entry] = &[
    field(
        "nama_koperasi",
        Teks,
        &[
            "nama koperasi",
            "nmkop",
            "nm koperasi",
            "koperasi",
            "nama kop",
            "nama lembaga koperasi",
            "nama koperasi/alamat",
            "nama dan alamat koperasi",
        ],
    ),
    field(
        "nik_koperasi",
        Teks,
        &["nik", "nik koperasi", "nikop", "no induk koperasi", "nomor induk koperasi", "no nik", "nomor induk koperasi (nik)"],
    ),
    field(
        "nomor_bh",
        Teks,
        &[
            "nobh",
            "no bh",
            "nomor bh",
            "no badan hukum",
            "nomor badan hukum",
            "badan hukum",
            "no. bh",
            "nomor dan tanggal badan hukum",
            "no dan tgl badan hukum",
            "no/tgl badan hukum",
            "no/tgl bh",
            "no & tgl bh",
            "no dan tgl bh",
            "nomor/tanggal bh",
            "nomor dan tanggal bh",
            "badan hukum / nomor dan tanggal",
            "badan hukum / no dan tgl",
            "badan hukum / no/tgl",
            "nomor induk badan hukum",
            "no bh/tgl bh",
            "no badan hukum dan tanggal",
            "badan hukum / nomor",
            "badan hukum / no",
            "nomor dan tanggal badan hukum / nomor",
            "nomor dan tanggal badan hukum / no",
            "nomor & tanggal badan hukum / nomor",
            "nomor & tanggal badan hukum / no",
            "no dan tgl badan hukum / nomor",
            "no dan tgl badan hukum / no",
            "no & tgl badan hukum / nomor",
            "no & tgl badan hukum / no",
            "nomor/tanggal badan hukum / nomor",
            "no/tgl badan hukum / no",
        ],
    ),
    field(
        "tanggal_bh",
        Tanggal,
        &[
            "tglbh",
            "tgl bh",
            "tanggal bh",
            "tgl badan hukum",
            "tanggal badan hukum",
            "badan hukum / tanggal",
            "badan hukum / tgl",
            "nomor dan tanggal badan hukum / tanggal",
            "nomor dan tanggal badan hukum / tgl",
            "nomor & tanggal badan hukum / tanggal",
            "nomor & tanggal badan hukum / tgl",
            "no dan tgl badan hukum / tanggal",
            "no dan tgl badan hukum / tgl",
            "no & tgl badan hukum / tanggal",
            "no & tgl badan hukum / tgl",
            "nomor/tanggal badan hukum / tanggal",
            "no/tgl badan hukum / tgl",
        ],
    ),
    KELURAHAN,
    KECAMATAN,
    ALAMAT,
    TELEPON,
    field("jenis_koperasi", Teks, &["jenis koperasi", "jenis kop", "jenis", "bidang usaha", "jenis usaha"]),
    field("kelompok_koperasi", Teks, &["kelompok koperasi", "kelompok", "bentuk koperasi", "pola koperasi"]),
    field("status", Teks, &["status", "status koperasi", "keaktifan", "status keaktifan", "keterangan aktif"]),
    field("aktif", Tanda, &["aktif", "akt", "koperasi aktif", "status / aktif", "koperasi / aktif"]),
    field(
        "tidak_aktif",
        Tanda,
        &[
            "tidak aktif",
            "tdkaktif",
            "tdk aktif",
            "pasif",
            "non aktif",
            "nonaktif",
            "nonakt",
            "koperasi tidak aktif",
            "status / tidak aktif",
            "koperasi / tidak aktif",
        ],
    ),
    field(
        "anggota_l",
        Angka,
        &[
            "ang_laki",
            "anggota pria",
            "anggota laki-laki",
            "anggota laki",
            "anggota l",
            "anggota / l",
            "anggota / pria",
            "anggota / laki-laki",
            "anggota / lk",
            "jumlah anggota / l",
            "jumlah anggota / laki-laki",
            "jumlah anggota / pria",
        ],
    ),
    field(
        "anggota_p",
        Angka,
        &[
            "ang_wanita",
            "anggota wanita",
            "anggota perempuan",
            "anggota p",
            "anggota / p",
            "anggota / wanita",
            "anggota / perempuan",
            "anggota / pr",
            "jumlah anggota / p",
            "jumlah anggota / perempuan",
            "jumlah anggota / wanita",
        ],
    ),
    field(
        "anggota",
        Angka,
        &[
            "anggota",
            "anggt",
            "jumlah anggota",
            "jml anggota",
            "anggota / jumlah",
            "anggota / jml",
            "anggota / total",
            "jumlah anggota / jumlah",
            "total anggota",
        ],
    ),
    field("rat", Tanda, &["rat", "rat unit", "melaksanakan rat", "koperasi rat", "rat / unit", "pelaksanaan rat", "sudah rat"]),
    ratio(
        "persen_rat",
        &[
            "%rat",
            "% rat",
            "persen rat",
            "persentase rat",
            "prosentase rat",
            "rat / %",
            "koperasi rat / %",
            "melaksanakan rat / %",
            "rat (%)",
        ],
    ),
    field(
        "tanggal_rat",
        Tanggal,
        &["tglrat", "tgl rat", "tanggal rat", "tanggal rat tahun buku", "tanggal pelaksanaan rat", "rat / tanggal"],
    ),
    field("manajer", Angka, &["manajer", "mngr", "manager", "jumlah manajer", "jumlah manager", "manajer / jumlah"]),
    field("karyawan", Angka, &["karyawan", "krywn", "jumlah karyawan", "jml karyawan", "karyawan / jumlah", "tenaga kerja"]),
    field(
        "modal_sendiri",
        Uang,
        &["modal sendiri", "modalsendiri", "ekuitas", "modal / sendiri", "jumlah modal sendiri", "mdl sendiri"],
    ),
    field(
        "modal_luar",
        Uang,
        &[
            "modal luar",
            "modalluar",
            "modal pinjaman",
            "kewajiban",
            "modal / luar",
            "jumlah modal luar",
            "mdl luar",
            "hutang",
            "total kewajiban",
        ],
    ),
    volume(
        "aset",
        &[
            "aset",
            "asset",
            "total aset",
            "total asset",
            "aktiva",
            "jumlah aset",
            "total aktiva",
            "asset koperasi",
            "aset koperasi",
        ],
    ),
    volume(
        "volume_usaha",
        &[
            "volume usaha",
            "volume",
            "volusaha",
            "vol usaha",
            "vol. usaha",
            "vol. ush",
            "vol ush",
            "valume usaha",
            "volume usaha koperasi",
            "jumlah volume usaha",
            "total volume usaha",
            "nilai volume usaha",
            "besar volume usaha",
            "realisasi volume usaha",
            "volume usaha realisasi",
            "volume usaha / realisasi",
            "volume usaha tahun ini",
            "volume usaha tahun berjalan",
            "volume usaha / tahun ini",
            "volume usaha / tahun berjalan",
            "volume usaha per tahun",
            "volume usaha/tahun",
            "volume usaha setahun",
            "volume usaha tahunan",
            "volume usaha tahun buku",
            "volume usaha/omset",
            "volume usaha (omset)",
            "omset/volume usaha",
            "omset",
            "omzet",
        ],
    ),
    field(
        "shu",
        Uang,
        &[
            "shu",
            "sisa hasil usaha",
            "selisih hasil usaha",
            "snu",
            "sisa hasil usaha (shu)",
            "shu tahun berjalan",
            "shu tahun ini",
            "realisasi shu",
            "shu / realisasi",
            "shu / tahun ini",
            "shu / tahun berjalan",
            "jumlah shu",
        ],
    ),
    // What stands beside them and must not be taken for them.
    field(
        "volume_usaha_lalu",
        Uang,
        &["volume usaha tahun lalu", "volume usaha th lalu", "volume usaha tahun sebelumnya", "volume usaha / tahun lalu"],
    ),
    field(
        "volume_usaha_rencana",
        Uang,
        &["rencana volume usaha", "target volume usaha", "volume usaha rencana", "volume usaha target"],
    ),
    field("shu_lalu", Uang, &["shu tahun lalu", "shu th lalu", "shu tahun sebelumnya", "shu / tahun lalu"]),
    field("shu_rencana", Uang, &["rencana shu", "target shu"]),
    field("aset_lalu", Uang, &["aset tahun lalu", "asset tahun lalu", "aset th lalu"]),
    field("simpan_pinjam", Tanda, &["simpan pinjam", "ksp/usp", "usp", "ksp"]),
    field("tingkat_kesehatan", Teks, &["tingkat kesehatan", "predikat kesehatan", "kesehatan", "hasil penilaian kesehatan"]),
    field("tahun_berdiri", Angka, &["tahun berdiri", "tahun pendirian", "thn berdiri"]),
];

/// What a recap over kecamatan, groups or quarters counts besides: there the
/// marks of single koperasi are counts.
pub(crate) const KERAGAAN_RECAP: &[Entry] = &[
    field(
        "jumlah_koperasi",
        Angka,
        &[
            "jumlah koperasi",
            "jml koperasi",
            "koperasi / jumlah",
            "koperasi / jml",
            "koperasi / total",
            "total koperasi",
            "jumlah koperasi / jumlah",
            "koperasi / unit",
            "koperasi (unit)",
        ],
    ),
    field(
        "aktif",
        Angka,
        &["aktif", "akt", "koperasi aktif", "koperasi / aktif", "jumlah koperasi / aktif", "jumlah koperasi aktif"],
    ),
    field(
        "tidak_aktif",
        Angka,
        &[
            "tidak aktif",
            "tdk aktif",
            "tdkaktif",
            "pasif",
            "non aktif",
            "nonaktif",
            "nonakt",
            "koperasi tidak aktif",
            "koperasi / tidak aktif",
            "jumlah koperasi / tidak aktif",
            "koperasi / pasif",
            "jumlah koperasi tidak aktif",
        ],
    ),
    field(
        "rat",
        Angka,
        &[
            "rat",
            "koperasi rat / unit",
            "koperasi rat / jumlah",
            "melaksanakan rat / unit",
            "melaksanakan rat / jumlah",
            "rat / koperasi",
            "koperasi melaksanakan rat",
            "koperasi yang melaksanakan rat",
            "rat unit",
            "koperasi rat",
            "rat / unit",
            "jumlah rat",
            "melaksanakan rat",
            "rat / jumlah",
        ],
    ),
];

/// `bentuk = "umkm"`: one row a business.
pub(crate) const UMKM: &[Entry] = &[
    pribadi(
        "nik",
        Teks,
        &[
            "nik",
            "nik pengusaha",
            "nik_pengusaha",
            "no ktp",
            "nomor ktp",
            "no nik",
            "nik pemilik",
            "nomor induk kependudukan",
            "nik/no ktp",
            "ktp",
        ],
    ),
    pribadi("no_kk", Teks, &["no kk", "nomor kk", "nomor kartu keluarga"]),
    field("nib", Teks, &["nib", "nib/oss", "no nib", "nomor nib", "nomor induk berusaha"]),
    field("npwp", Teks, &["npwp", "no npwp"]),
    field(
        "nama_usaha",
        Teks,
        &[
            "nama usaha",
            "nama_usaha",
            "nama umkm",
            "usaha",
            "nama badan usaha",
            "nama usaha/merek",
            "merek usaha",
            "nama ukm",
            "nama ikm",
            "nama usaha mikro",
        ],
    ),
    field(
        "nama_pemilik",
        Teks,
        &[
            "nama pemilik",
            "nama pengusaha",
            "nama_pengusaha",
            "pemilik",
            "nama pelaku usaha",
            "nama pemilik usaha",
            "pengusaha",
            "nama",
        ],
    ),
    field("jenis_kelamin", Teks, &["jenis kelamin", "jenis_kelamin", "l/p", "gender"]),
    pribadi(
        "tanggal_lahir",
        Tanggal,
        &["tanggal lahir", "tgl lahir", "tanggal_lahir", "tempat tanggal lahir", "tempat/tanggal lahir", "ttl"],
    ),
    TELEPON,
    ALAMAT,
    KELURAHAN,
    KECAMATAN,
    field(
        "jenis_usaha",
        Teks,
        &["jenis usaha", "bidang usaha", "kegiatan utama", "kegiatan_utama", "sektor", "sektor usaha", "jenis produk", "produk"],
    ),
    field("kategori_kbli", Teks, &["kategori kbli", "kategori_kbli"]),
    field("kbli", Teks, &["kode kbli", "kode_kbli", "kbli", "no kbli"]),
    field(
        "skala_usaha",
        Teks,
        &["skala", "skala usaha", "skala_usaha", "kategori", "kategori usaha", "klasifikasi usaha", "kriteria usaha"],
    ),
    field("status", Teks, &["status", "status usaha"]),
    volume(
        "omset",
        &[
            "omset",
            "omzet",
            "omzet per tahun",
            "omset per tahun",
            "omzet tahunan",
            "omset tahunan",
            "omzet_tahunan",
            "omset/tahun",
            "omzet/tahun",
            "jumlah omset",
            "jumlah omzet",
            "hasil penjualan",
            "hasil penjualan tahunan",
            "omset usaha",
            "omzet usaha",
            "omset setahun",
            "total omset",
        ],
    ),
    // A month's figure is never a year's.
    volume(
        "omset_bulanan",
        &[
            "omset per bulan",
            "omzet per bulan",
            "omset/bulan",
            "omzet/bulan",
            "omset bulanan",
            "omzet bulanan",
            "rata-rata omset per bulan",
            "rata-rata omzet per bulan",
            "omset sebulan",
            "penjualan per bulan",
            "omset/bln",
            "omzet/bln",
        ],
    ),
    volume("omset_harian", &["omset per hari", "omzet per hari", "omset/hari", "omzet/hari", "omset harian"]),
    volume(
        "omset_lalu",
        &[
            "omset tahun lalu",
            "omzet tahun lalu",
            "omset th lalu",
            "omset sebelumnya",
            "omset tahun sebelumnya",
            "omzet tahun sebelumnya",
        ],
    ),
    volume("omset_target", &["target omset", "target omzet", "rencana omset"]),
    volume("aset", &["aset", "asset", "jumlah aset", "total aset", "aset usaha", "nilai aset", "kekayaan bersih"]),
    volume("modal", &["modal", "modal usaha", "modal awal", "jumlah modal"]),
    field(
        "tenaga_kerja",
        Angka,
        &[
            "tenaga kerja",
            "jumlah karyawan",
            "tk",
            "jumlah tenaga kerja",
            "jml tenaga kerja",
            "karyawan",
            "jumlah tk",
            "tenaga kerja / jumlah",
        ],
    ),
    field("tahun_berdiri", Angka, &["tahun berdiri", "thn berdiri", "tahun mulai usaha", "tahun pendirian", "mulai usaha"]),
];

/// Recaps of businesses.
pub(crate) const UMKM_RECAP: &[Entry] = &[
    field(
        "jumlah_usaha",
        Angka,
        &[
            "jumlah usaha",
            "jumlah umkm",
            "jml umkm",
            "jumlah ukm",
            "umkm / jumlah",
            "jumlah pelaku usaha",
            "jumlah unit usaha",
            "unit usaha",
            "total umkm",
        ],
    ),
    field("usaha_mikro", Angka, &["mikro", "usaha mikro", "jumlah usaha mikro", "umkm / mikro", "skala / mikro"]),
    field("usaha_kecil", Angka, &["kecil", "usaha kecil", "jumlah usaha kecil", "umkm / kecil", "skala / kecil"]),
    field(
        "usaha_menengah",
        Angka,
        &["menengah", "usaha menengah", "jumlah usaha menengah", "umkm / menengah", "skala / menengah"],
    ),
];

/// The name columns of recaps, tried after the `butir` itself.
pub(crate) const RECAP_NAMES: &[Entry] = &[
    field("kelompok", Teks, &["kelompok", "kelompok koperasi", "jenis koperasi", "kelompok usaha"]),
    field("wilayah", Teks, WILAYAH),
    field("triwulan", Teks, &["triwulan", "tw", "periode", "bulan"]),
];
