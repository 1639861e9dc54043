//! Faults of keys.

use super::Failure;
use super::grid::{Grid, Sel, t};
use super::office::{Case, Profile, koperasi, umkm};

pub fn all() -> Result<Vec<Case>, Failure> {
    // Another koperasi under the number of row 6.
    let twice = || koperasi(2021).with("C9", t("352/BH/KWK.13/V/1996"));
    let joined = |kode: &'static str, sel: &str, grid| Case::of(kode, sel, Profile::joined(), &[koperasi(2020)], &[grid]);
    let mistyped = koperasi(2021).with("C6", t("352/BH/KWK.13/V/1969")).with("C9", t("518/77/BH/424.064/2009"));
    let renumbered =
        (5..=10).fold(koperasi(2021), |grid, row| grid.with(&format!("C{row}"), t(&format!("AHU-0001{row:03}.AH.01.26"))));
    Ok(vec![
        joined("kunci-tidak-bertemu", "C", renumbered)?,
        joined("kunci-tertukar", "C", swapped())?,
        joined("kunci-ganda", "C9", twice())?,
        Case::koperasi("kunci-ganda-selembar", "C9", twice())?,
        Case::koperasi("entitas-kembar", "B11", renumbered_twin())?,
        Case::koperasi("cabang-terhitung", "B7", koperasi(2021).with("B7", t("Cabang Contoh")))?,
        Case::koperasi("sekunder-terhitung", "B7", koperasi(2021).with("B7", t("Puskud Contoh")))?,
        Case::koperasi("kunci-tidak-ada", "", koperasi(2021).with("C4", t("Registrasi")))?.at("data/Data 2021.xlsx!Sheet1"),
        joined("kunci-kosong", "C7", koperasi(2021).with("C7", Sel::Kosong))?,
        Case::umkm("kunci-hilang-digit", "B6", umkm(2021).with("B6", Sel::Angka(9_975_010_412_830_030.0)))?,
        joined("kunci-mirip", "", mistyped)?.at("data/Data 2021.xlsx!Sheet1"),
    ])
}

/// The numbers of the first two koperasi under each other's names.
fn swapped() -> Grid {
    let mut grid = koperasi(2021);
    let first = grid.rows[4][2].clone();
    grid.rows[4][2] = std::mem::replace(&mut grid.rows[5][2], first);
    grid
}

/// The first koperasi once more under another number.
fn renumbered_twin() -> Grid {
    let mut grid = koperasi(2021);
    let mut twin = grid.rows[4].clone();
    twin[0] = Sel::Angka(7.0);
    twin[2] = t("AHU-0001188.AH.01.26");
    grid.rows.insert(10, twin);
    grid
}
