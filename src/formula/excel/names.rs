//! The defined names that live formulas are written over.

use crate::vocabulary::Year;

/// `umkm_2021_omset`: the cells of a field, one for each row of the table. A
/// table without rows has no such name, and no formula asks for it.
pub fn column_name(sumber: &str, tahun: Year, isian: &str) -> String {
    // `no` is the entity number's.
    let own = if isian.eq_ignore_ascii_case("no") { "_" } else { "" };
    defined(format!("{sumber}_{tahun}_{isian}{own}"))
}

/// `umkm_2021_no`: the entity numbers.
pub fn entity_name(sumber: &str, tahun: Year) -> String {
    defined(format!("{sumber}_{tahun}_no"))
}

/// `volume_usaha_2021`: a measure's cell.
pub fn measure_name(ukuran: &str, tahun: Year) -> String {
    defined(format!("{ukuran}_{tahun}"))
}

/// `iku_1_1_2021`: the cell of indicator `1.1`.
pub fn indicator_name(id: &str, tahun: Year) -> String {
    format!("iku_{}_{tahun}", id.replace('.', "_"))
}

/// Excel takes `r1…`, `c1…` and `rc1…` for cells, whatever follows.
fn defined(name: String) -> String {
    if like_a_cell(&name) { format!("_{name}") } else { name }
}

/// Whether a name begins like a cell in R1C1 style.
pub(in crate::formula) fn like_a_cell(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    ["rc", "r", "c"]
        .iter()
        .any(|start| lower.strip_prefix(start).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_excel_takes_for_cells_are_kept_apart() {
        assert_eq!(measure_name("c1", Year(2021)), "_c1_2021");
        assert_eq!(column_name("RC2", Year(2021), "omset"), "_RC2_2021_omset");
        assert_eq!(column_name("umkm", Year(2021), "no"), "umkm_2021_no_");
        for ukuran in ["c1", "R2", "rc3x", "volume_usaha", "_a", "ñ1"] {
            assert!(rust_xlsxwriter::utility::check_name(&measure_name(ukuran, Year(2021))).is_ok(), "{ukuran}");
        }
    }
}
