//! Faults of files, sheets, headings, years and units.

use super::Failure;
use super::grid::{Grid, Sel, t, xlsx};
use super::odd_files::{locked, older_workbook};
use super::office::{Case, Profile, koperasi};

const FIRST: &str = "data/Data 2020.xlsx";
const SECOND: &str = "data/Data 2021.xlsx";

pub fn all() -> Result<Vec<Case>, Failure> {
    let clean = |kode: &'static str| Case::koperasi(kode, "", koperasi(2021));
    let whole = clean("berkas-rusak")?.bytes(SECOND);
    let html = "<html><body><table><tr><th>Nama Koperasi</th><th>Volume Usaha</th></tr><tr><td>KSP Sinar Contoh</td><td>1250775310</td></tr></table></body></html>\n";
    Ok(vec![
        missing_file()?,
        clean("berkas-terkunci")?.with_file(SECOND, SECOND, locked()),
        clean("berkas-rusak")?.with_file(SECOND, SECOND, whole[..whole.len() * 2 / 3].to_vec()),
        clean("format-tidak-dikenal")?.with_file(SECOND, SECOND, html.as_bytes().to_vec()),
        too_large()?,
        Case::of("lembar-tidak-ada", "", named_sheet(), &[renamed(2020)], &[koperasi(2021)])?,
        two_sheets()?,
        one_sheet_blank()?,
        Case::koperasi("judul-tidak-ditemukan", "", without_headings())?,
        Case::koperasi("kolom-tidak-ada", "", koperasi(2021).without('G'))?.at("data/Data 2021.xlsx!Sheet1"),
        Case::koperasi("kolom-ganda", "G", two_volumes())?,
        one_year_only()?,
        Case::koperasi("satuan-berselisih", "G4", unlike_units())?,
        Case::koperasi("lompatan-satuan", "G", koperasi(2021).scaled('G', 0.001))?,
        unlike_periods()?,
        Case::koperasi("tahun-berselisih", "A2", koperasi(2021).with("A2", t("PER 31 DESEMBER 2020")))?,
        Case::koperasi("data-tahun-lalu", "G", koperasi(2020).with("A2", t("PER 31 DESEMBER 2021")))?,
        Case::of("angka-tetap", "G", Profile::koperasi(), &[many(2020)], &[begun()])?,
        restated()?,
        Case::koperasi("baris-timpang", "", many(2021))?.at("data/Data 2020.xlsx!Sheet1"),
        one_kecamatan_less()?,
        Case::koperasi("judul-membatasi", "A1", koperasi(2021).with("A1", t("RENCANA USAHA KOPERASI")))?,
        Case::of("tahun-kosong", "I", by_column(), &[dated(2020, |_| 2020)], &[blank_year()])?,
        Case::of("tahun-berdiri", "I", by_column(), &[dated(2020, |_| 2020)], &[dated(2021, |row| 1976 + 5 * row)])?,
        Case::koperasi("keterangan-membatasi", "I", koperasi(2021).with("I4", t("Keterangan")).with("I6", t("per bulan")))?,
        Case::koperasi("cacah-berbeda", "A3", koperasi(2021).with("A3", t("Jumlah koperasi: 7")))?,
        Case::koperasi("kolom-koreksi", "I", koperasi(2021).with("I4", t("Koreksi")).with("I6", Sel::Angka(1_000_000_000.0)))?,
        Case::koperasi("angka-di-samping", "J", beside())?,
        Case::koperasi("nilai-tak-tampak", "G", koperasi(2021).with("G7", Sel::Berformat(2416.0, ";;;")))?,
        Case::koperasi("format-berskala", "G7", koperasi(2021).with("G7", Sel::Berformat(2416.0, "#,##0\" juta\"")))?,
        clean("akhiran-keliru")?
            .with_profile(|profile| Profile { berkas: "data/Data {tahun}.*", ..profile })
            .with_file(SECOND, "data/Data 2021.xls", whole)
            .at("data/Data 2021.xls"),
        Case::koperasi("judul-mirip", "G", koperasi(2021).with("G4", t("Volume Usahaa (Rp)")))?,
        clean("tersembunyi-tidak-diketahui")?
            .with_profile(|profile| Profile { berkas: "data/Data {tahun}.*", ..profile })
            .with_file(SECOND, "data/Data 2021.xls", older_workbook())
            .at("data/Data 2021.xls!Sheet1"),
        clean("tahun-lalu-tidak-ada")?.with_profile(|profile| Profile { tampil_tahun: 2, ..profile }).at("data/Data 2019.xlsx"),
        Case::koperasi("kolom-lalu-tidak-ada", "", koperasi(2021))?
            .with_profile(|profile| Profile { tampil_tahun: 2, indikator: "nilai", ..profile })
            .with_file(FIRST, FIRST, xlsx(&[koperasi(2020).without('G')])?)
            .at("data/Data 2020.xlsx!Sheet1"),
        clean("formulir-belum-lengkap")?.with_profile(|profile| Profile { instansi: "", ..profile }).at("iku.toml"),
        clean("tetapan-berbeda")?
            .with_profile(|profile| Profile {
                ukuran: "tetapan = { 2020 = 5345000000 }\nasal = \"LKjIP 2020, Tabel 3.2\"\n",
                ..profile
            })
            .at("iku.toml"),
        clean("rumus-janggal")?
            .with_profile(|profile| Profile { indikator: "(nilai[n] - nilai[n-1]) / nilai[n] * 100", ..profile })
            .at("iku.toml"),
        clean("target-tahun-lain")?
            .with_profile(|profile| Profile { lain: "arah  = \"naik\"\ntarget = { 2019 = 5, 2020 = 7 }\n", ..profile })
            .at("iku.toml"),
        clean("tanggal-tahun-lain")?.with_profile(|profile| Profile { tanggal: "2021-01-24", ..profile }).at("iku.toml"),
    ])
}

/// One sheet for all of these years, told apart by a Tahun column.
fn long(years: &[u16]) -> Grid {
    let mut grid = koperasi(2020);
    grid.rows.truncate(4);
    *grid.at("A2") = t("KOTA CONTOH");
    *grid.at("I4") = t("Tahun");
    for &year in years {
        for mut row in koperasi(year).rows.split_off(4) {
            row.push(Sel::Angka(f64::from(year)));
            grid.rows.push(row);
        }
    }
    grid
}

/// More koperasi than the year before has.
fn many(year: u16) -> Grid {
    let mut grid = koperasi(year);
    for index in 7..=20u32 {
        let mut row = grid.rows[4 + (index as usize % 6)].clone();
        row[0] = Sel::Angka(f64::from(index));
        row[1] = t(&format!("KSU {} Contoh", ["Bina", "Karya", "Dana", "Warga", "Artha", "Budi", "Guyub"][index as usize % 7]));
        row[2] = t(&format!("{}/BH/KWK.13/{}", 600 + index * 7, 1980 + index));
        if index > 13 {
            row[1] =
                t(&format!("KSP {} Mulya", ["Bina", "Karya", "Dana", "Warga", "Artha", "Budi", "Guyub"][index as usize % 7]));
        }
        // Aset stays the sum of both modal.
        for (cell, times) in row[4..].iter_mut().zip([1.0, 1.0, 1.0, 2.0]) {
            if let Sel::Angka(value) = cell {
                *value += times * f64::from(index) * 1_017_000.0;
            }
        }
        grid.rows.push(row);
    }
    grid
}

/// Last year's file in which a few koperasi have been filled in.
fn begun() -> Grid {
    let grid = many(2020).with("A2", t("PER 31 DESEMBER 2021"));
    [("G6", 5_118_000_000.0), ("G9", 2_940_500_000.0), ("G15", 1_733_250_000.0)]
        .into_iter()
        .fold(grid, |grid, (at, value)| grid.with(at, Sel::Angka(value)))
}

/// Three kecamatan, and the year after it two.
fn one_kecamatan_less() -> Result<Case, Failure> {
    let mut before = many(2020);
    let last = before.rows.len() - 4;
    for row in &mut before.rows[last..] {
        row[3] = t("Timur");
    }
    let mut after = many(2021);
    after.rows.truncate(last);
    Ok(Case::of("tempat-tidak-ada", "", Profile::koperasi(), &[before], &[after])?.at("data/Data 2021.xlsx!Sheet1"))
}

/// The file of 2021 gives the volume of 2020 in a column of its own, for one koperasi another than the file of 2020.
fn restated() -> Result<Case, Failure> {
    let before = koperasi(2020);
    let mut after = koperasi(2021).with("I4", t("Volume Usaha 2020 (Rp)"));
    for row in 4..after.rows.len() {
        let volume = match before.rows[row][6] {
            Sel::Angka(volume) if row == 5 => volume + 47_000_000.0,
            Sel::Angka(volume) => volume,
            _ => continue,
        };
        after.rows[row].push(Sel::Angka(volume));
    }
    Case::of("angka-berselisih", "I6", Profile::joined(), &[before], &[after])
}

/// The workbook of all years has no row of the year before.
fn one_year_only() -> Result<Case, Failure> {
    let case = Case::koperasi("tahun-tidak-ada", "", koperasi(2021))?
        .with_profile(|profile| Profile { berkas: "data/Keragaan Koperasi.xlsx", sumber: "tahun  = \"kolom\"\n", ..profile })
        .with_file(FIRST, "", Vec::new())
        .with_file(SECOND, "data/Keragaan Koperasi.xlsx", xlsx(&[long(&[2021])])?);
    Ok(case.at("data/Keragaan Koperasi.xlsx"))
}

/// One workbook for all years; the profile misspells its name.
fn missing_file() -> Result<Case, Failure> {
    let case = Case::koperasi("berkas-tidak-ada", "", koperasi(2021))?
        .with_profile(|profile| Profile { berkas: "data/Keragaan Koperasi.xlsx", sumber: "tahun  = \"kolom\"\n", ..profile })
        .with_file(FIRST, "", Vec::new())
        .with_file(SECOND, "data/Keragaan Koprasi.xlsx", xlsx(&[long(&[2020, 2021])])?);
    Ok(case.at("data/Keragaan Koperasi.xlsx"))
}

/// The 2021 workbook holds many more cells than the limit allows.
fn too_large() -> Result<Case, Failure> {
    let mut grid = koperasi(2021);
    for row in 0..200 {
        grid.rows.push(vec![
            Sel::Angka(f64::from(row) + 7.0),
            t(&format!("KSP Contoh Nomor {row}")),
            t(&format!("{row}/BH/II/80")),
        ]);
    }
    Ok(Case::koperasi("berkas-terlalu-besar", "", grid)?
        .with_profile(|profile| Profile { lain: "\n[batas_baca]\nsel = 300\n", ..profile }))
}

fn named_sheet() -> Profile {
    Profile { sumber: "lembar = \"Rekap\"\n", ..Profile::koperasi() }
}

fn renamed(year: u16) -> Grid {
    Grid { lembar: "Rekap".to_owned(), ..koperasi(year) }
}

/// Half of the koperasi on each of two sheets: either could be meant.
fn two_sheets() -> Result<Case, Failure> {
    Ok(Case::of("lembar-ganda", "", Profile::koperasi(), &[koperasi(2020)], &parted(2021))?.at(SECOND))
}

fn parted(year: u16) -> [Grid; 2] {
    let (mut north, mut south) = (koperasi(year), koperasi(year));
    north.rows.drain(7..);
    south.rows.drain(4..7);
    north.lembar = "Wilayah A".to_owned();
    south.lembar = "Wilayah B".to_owned();
    [north, south]
}

/// A sheet a kecamatan, one of them not yet filled in.
fn one_sheet_blank() -> Result<Case, Failure> {
    let mut second = parted(2021);
    second[1].rows.truncate(4);
    let profile = Profile { sumber: "lembar = \"semua\"\n", ..Profile::koperasi() };
    Ok(Case::of("lembar-tanpa-baris", "", profile, &parted(2020), &second)?.at("data/Data 2021.xlsx!Wilayah B"))
}

/// The year stands in a column of its own.
fn by_column() -> Profile {
    Profile { sumber: "tahun = \"kolom\"\n", ..Profile::koperasi() }
}

/// With a column `Tahun` of these years, by the row's number.
fn dated(year: u16, of_row: impl Fn(u16) -> u16) -> Grid {
    let grid = koperasi(year).with("I4", t("Tahun"));
    (5..=10).fold(grid, |grid, row| grid.with(&format!("I{row}"), Sel::Angka(f64::from(of_row(row)))))
}

fn blank_year() -> Grid {
    dated(2021, |_| 2021).with("I7", t(""))
}

fn without_headings() -> Grid {
    let mut grid = koperasi(2021);
    grid.rows[3].clear();
    grid
}

fn two_volumes() -> Grid {
    let grid = koperasi(2021).with("I4", t("Volume Usaha (Rp)"));
    (5..=10).fold(grid, |mut grid, row| {
        let volume = grid.at(&format!("G{row}")).clone();
        grid.with(&format!("I{row}"), volume)
    })
}

/// The heading says thousands, the caption millions.
fn unlike_units() -> Grid {
    koperasi(2021).scaled('G', 0.001).with("A3", t("(dalam jutaan rupiah)")).with("G4", t("Volume Usaha (Rp ribu)"))
}

fn unlike_periods() -> Result<Case, Failure> {
    let titled = |year: u16, title: &str| koperasi(year).with("A2", t(title));
    let first = titled(2020, "PERIODE JANUARI - DESEMBER 2020");
    Case::of("periode-berbeda", "", Profile::koperasi(), &[first], &[titled(2021, "PERIODE JANUARI - SEPTEMBER 2021")])
        .map(|case| case.at("data/Data 2021.xlsx!Sheet1"))
}

/// Sums by kecamatan right of the list.
fn beside() -> Grid {
    let sums = [("Utara", 4_624_721_640.0), ("Selatan", 974_880_000.0)];
    let grid = koperasi(2021).with("J4", t("Wilayah")).with("K4", t("Jumlah"));
    sums.into_iter()
        .zip(5..)
        .fold(grid, |grid, ((name, sum), row)| grid.with(&format!("J{row}"), t(name)).with(&format!("K{row}"), Sel::Angka(sum)))
}
