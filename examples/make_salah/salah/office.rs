//! The clean offices that are spoilt, and the folder of one case.

use super::Failure;
use super::grid::{Grid, Sel, t, xlsx};

/// One spoilt office.
#[derive(Clone)]
pub struct Case {
    kode: &'static str,
    /// Where the finding is expected: `berkas!lembar!sel`, or as much of it as there is.
    di: String,
    profile: Profile,
    data: Vec<(String, Vec<u8>)>,
}

impl Case {
    /// A case on a koperasi office whose 2021 sheet is this one.
    pub fn koperasi(kode: &'static str, sel: &str, grid: Grid) -> Result<Self, Failure> {
        Self::of(kode, sel, Profile::koperasi(), &[koperasi(2020)], &[grid])
    }

    /// The same where businesses are joined between years.
    pub fn umkm(kode: &'static str, sel: &str, grid: Grid) -> Result<Self, Failure> {
        Self::of(kode, sel, Profile::umkm(), &[umkm(2020)], &[grid])
    }

    pub fn of(kode: &'static str, sel: &str, profile: Profile, first: &[Grid], second: &[Grid]) -> Result<Self, Failure> {
        let data = vec![("data/Data 2020.xlsx".to_owned(), xlsx(first)?), ("data/Data 2021.xlsx".to_owned(), xlsx(second)?)];
        let lembar = second.first().map_or("", |grid| &grid.lembar);
        let di = if sel.is_empty() { "data/Data 2021.xlsx".to_owned() } else { format!("data/Data 2021.xlsx!{lembar}!{sel}") };
        Ok(Self { kode, di, profile, data })
    }

    pub fn with_profile(mut self, change: impl FnOnce(Profile) -> Profile) -> Self {
        self.profile = change(self.profile);
        self
    }

    /// Another place than the 2021 file.
    pub fn at(mut self, di: &str) -> Self {
        di.clone_into(&mut self.di);
        self
    }

    /// Puts this file in the place of one of the office's.
    pub fn with_file(mut self, in_place_of: &str, name: &str, bytes: Vec<u8>) -> Self {
        self.data.retain(|(existing, _)| existing != in_place_of);
        if !name.is_empty() {
            self.data.push((name.to_owned(), bytes));
        }
        self
    }

    /// The bytes of one of the office's files.
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        self.data.iter().find(|(existing, _)| existing == name).map(|(_, bytes)| bytes.clone()).unwrap_or_default()
    }

    pub fn files(self) -> impl Iterator<Item = (String, Vec<u8>)> {
        let profile = format!("# temuan: {} di {}\n{}", self.kode, self.di, self.profile.toml());
        let kode = self.kode;
        let all = std::iter::once(("iku.toml".to_owned(), profile.into_bytes())).chain(self.data);
        all.map(move |(name, bytes)| (format!("{kode}/{name}"), bytes))
    }
}

/// The parts of a profile that cases change.
#[derive(Clone)]
pub struct Profile {
    pub bentuk: &'static str,
    pub berkas: &'static str,
    pub kunci: &'static str,
    /// More lines of `[sumber.data]`, and its sub-tables.
    pub sumber: &'static str,
    pub rumus: &'static str,
    /// More lines of `[ukuran.nilai]`.
    pub ukuran: &'static str,
    pub indikator: &'static str,
    pub tampil_tahun: u8,
    /// The day it is signed.
    pub tanggal: &'static str,
    /// The form's words of `[instansi]`.
    pub instansi: &'static str,
    /// Further tables.
    pub lain: &'static str,
}

pub const PERTUMBUHAN: &str = "(nilai[n] - nilai[n-1]) / nilai[n-1] * 100";

impl Profile {
    /// Sums volumes; nothing joins by key.
    pub fn koperasi() -> Self {
        Self {
            bentuk: "keragaan",
            berkas: "data/Data {tahun}.xlsx",
            kunci: r#"["nomor_bh"]"#,
            sumber: "",
            rumus: "SUM(data.volume_usaha)",
            ukuran: "",
            indikator: PERTUMBUHAN,
            tampil_tahun: 1,
            tanggal: "2022-01-24",
            instansi: "visi   = \"Visi contoh\"\nmisi   = \"Misi contoh\"\ntujuan = \"Tujuan contoh\"\ntugas  = \"Tugas contoh\"\nfungsi = [\"Fungsi contoh\"]\n",
            lain: "",
        }
    }

    /// Counts koperasi whose volume rose: joins by key.
    pub fn joined() -> Self {
        Self { rumus: "COUNT(data WHERE volume_usaha[n] > volume_usaha[n-1])", indikator: "nilai", ..Self::koperasi() }
    }

    /// Counts businesses whose turnover rose.
    pub fn umkm() -> Self {
        Self {
            bentuk: "umkm",
            kunci: r#"["nik", "nama_usaha"]"#,
            rumus: "COUNT(data WHERE omset[n] > omset[n-1])",
            indikator: "nilai",
            ..Self::koperasi()
        }
    }

    fn toml(&self) -> String {
        let Self { bentuk, berkas, kunci, sumber, rumus, ukuran, indikator, tampil_tahun, tanggal, instansi, lain } = self;
        let kunci = if kunci.is_empty() { String::new() } else { format!("kunci  = {kunci}\n") };
        // The profile's texts hold double quotes where formulas compare texts.
        format!(
            r#"
[instansi]
nama   = "Dinas Koperasi dan Usaha Mikro"
daerah = "Kota Contoh"
{instansi}
[laporan]
tahun        = 2021
tampil_tahun = {tampil_tahun}

[penandatangan]
tempat  = "Contoh"
tanggal = {tanggal}
jabatan = ["KEPALA DINAS"]
nama    = "NAMA CONTOH"
pangkat = "Pembina"
nip     = "19640505 199303 1 012"

[sumber.data]
nama   = "Data contoh"
bentuk = "{bentuk}"
berkas = "{berkas}"
{kunci}{sumber}
[ukuran.nilai]
rumus = '{rumus}'
{ukuran}
[[sasaran]]
uraian = "Sasaran contoh"

[[sasaran.indikator]]
nama  = "Indikator contoh"
rumus = '{indikator}'
penjelasan       = "Penjelasan contoh"
sumber_data      = "Data contoh"
penanggung_jawab = "Bidang contoh"
{lain}"#
        )
    }
}

const FIRST_YEAR_MONEY: [[i64; 3]; 6] = [
    [412_350_775, 210_400_120, 1_250_775_310],
    [98_220_405, 45_310_990, 310_220_415],
    [655_120_330, 388_900_210, 2_210_640_905],
    [150_775_600, 61_225_145, 480_115_730],
    [240_310_915, 130_660_275, 905_330_640],
    [71_905_220, 18_440_665, 188_765_425],
];

const NAMES: [(&str, &str); 6] = [
    ("KSP Sinar Contoh", "1201/BH/II/81"),
    ("KSU Mekar Contoh", "352/BH/KWK.13/V/1996"),
    ("KPRI Guyub Contoh", "518/14/BH/424.064/2003"),
    ("Kopwan Tunas Contoh", "P2T/21/09.02/01/VI/2012"),
    ("Kopkar Bahari Contoh", "518/77/BH/424.064/2008"),
    ("KSPPS Amanah Contoh", "AHU-0004417.AH.01.26.TAHUN 2018"),
];

/// A clean sheet of six koperasi: titles in rows 1 and 2, headings in row 4
/// (A No, B nama, C nomor badan hukum, D kecamatan, E modal sendiri, F modal
/// luar, G volume usaha, H aset), data in rows 5 to 10.
pub fn koperasi(year: u16) -> Grid {
    let mut rows = vec![vec![t("REKAPITULASI KERAGAAN KOPERASI")], vec![t(&format!("PER 31 DESEMBER {year}"))], vec![]];
    let headings = ["No", "Nama Koperasi", "Nomor Badan Hukum", "Kecamatan"];
    let money = ["Modal Sendiri (Rp)", "Modal Luar (Rp)", "Volume Usaha (Rp)", "Aset (Rp)"];
    rows.push(headings.into_iter().chain(money).map(t).collect());
    for (index, ((nama, nomor), money)) in NAMES.into_iter().zip(FIRST_YEAR_MONEY).enumerate() {
        // Each koperasi grows a little differently; whole rupiah.
        let growth = if year == 2020 { 0 } else { [61, 48, 93, -22, 75, 30][index] };
        let [sendiri, luar, volume] = money.map(|value| (value + value / 1000 * growth) as f64);
        let kecamatan = ["Utara", "Selatan"][index % 2];
        let mut row = vec![Sel::Angka(index as f64 + 1.0), t(nama), t(nomor), t(kecamatan)];
        row.extend([sendiri, luar, volume, sendiri + luar].map(Sel::Angka));
        rows.push(row);
    }
    Grid { lembar: "Sheet1".to_owned(), rows, hidden_row: None }
}

/// A clean sheet of six businesses: title in row 1, headings in row 3 (A No, B
/// NIK, C nama pemilik, D nama usaha, E omset), data in rows 4 to 9.
pub fn umkm(year: u16) -> Grid {
    const USAHA: [(&str, &str, i32); 6] = [
        ("Siti Contohwati", "Keripik Tempe Siti", 36_500_000),
        ("Slamet Contohadi", "Mebel Slamet Jaya", 210_000_000),
        ("Umi Contohnah", "Warung Nasi Umi", 84_000_000),
        ("Joko Contohwan", "Bengkel Las Joko", 125_500_000),
        ("Lilik Contohsari", "Bordir Lilik", 47_250_000),
        ("Hadi Contohyono", "Toko Hadi Rejeki", 98_000_000),
    ];
    let mut rows = vec![vec![t(&format!("DATA USAHA MIKRO TAHUN {year}"))], vec![]];
    rows.push(["No", "NIK", "Nama Pemilik", "Nama Usaha", "Omset per Tahun (Rp)"].map(t).to_vec());
    for (index, (pemilik, usaha, omset)) in USAHA.into_iter().enumerate() {
        let growth = if year == 2020 { 0 } else { [80, 40, -60, 120, 0, 30][index] };
        let nik = format!("99750104128{}{:04}", index + 1, 11 * (index + 1));
        let omset = f64::from(omset + omset / 1000 * growth);
        rows.push(vec![Sel::Angka(index as f64 + 1.0), t(&nik), t(pemilik), t(usaha), Sel::Angka(omset)]);
    }
    Grid { lembar: "Sheet1".to_owned(), rows, hidden_row: None }
}
