//! The names that live formulas are written over: cells of figures, and the
//! tables of the data sheets with their columns.

use crate::dataset::Table;
use crate::formula::words_id::heading::{CHECK, ENTITY, NAME, ORIGIN, titled};
use crate::vocabulary::Year;

/// The headings that every data sheet's table has beside its fields and helpers.
pub(super) const OWN: [&str; 4] = [ENTITY, NAME, ORIGIN, CHECK];

/// `umkm_2021`: the table of a source's year. A measure may be called like a
/// source (`is_measure`); its cell then has the plain name, the table one with a line more.
pub fn table_name(sumber: &str, tahun: Year, is_measure: bool) -> String {
    let like_a_figure = sumber.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("iku_"));
    let own = if like_a_figure || is_measure { "_" } else { "" };
    defined(format!("{sumber}{own}_{tahun}"))
}

/// `umkm_2021[Omset]`: all cells of a column, however many rows its table has.
pub fn column_of(table: &str, heading: &str) -> String {
    format!("{table}[{heading}]")
}

/// `umkm_2021[[#This Row],[Omset]]`: a column's cell in the formula's own row.
pub fn cell_of(table: &str, heading: &str) -> String {
    format!("{table}[[#This Row],[{heading}]]")
}

/// The heading of a field in its table: `Volume Usaha` for `volume_usaha`, apart
/// from every other heading there.
pub fn field_heading(table: Option<&Table>, isian: &str) -> String {
    let wanted = titled(isian);
    let fields: Vec<(&str, String)> = match table {
        Some(table) => table.columns.iter().map(|column| (&*column.isian, titled(&column.isian))).collect(),
        None => vec![(isian, wanted.clone())],
    };
    let is_like = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
    let is_own = |heading: &str| OWN.iter().any(|own| is_like(own, heading));
    if !is_own(&wanted) && fields.iter().filter(|(_, other)| is_like(other, &wanted)).count() < 2 {
        return wanted;
    }
    // In the columns' order the first of those that are called alike keeps its heading, unless it is the program's own.
    let mut given: Vec<String> = Vec::new();
    for (field, base) in &fields {
        let is_free = |heading: &str, before: usize| {
            !is_own(heading)
                && !given.iter().any(|given| is_like(given, heading))
                && (before == 0 || !fields.iter().any(|(_, base)| is_like(base, heading)))
        };
        let mut before = 0;
        while !is_free(&numbered(base, before), before) {
            before += 1;
        }
        given.push(numbered(base, before));
        if *field == isian {
            break;
        }
    }
    given.pop().unwrap_or(wanted)
}

/// The heading, or with a number where so many before it are called alike: `Naik 2`, `Omset 2020 ke 2`.
pub(super) fn numbered(base: &str, before: usize) -> String {
    match before {
        0 => base.to_owned(),
        _ if base.ends_with(|c: char| c.is_numeric()) => format!("{base} ke {}", before + 1),
        _ => format!("{base} {}", before + 1),
    }
}

/// `umkm_2020_nomor_terbesar`: the cell with the largest entity number of a table.
pub fn largest_name(table: &str) -> String {
    format!("{table}_nomor_terbesar")
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
        assert_eq!(table_name("RC2", Year(2021), false), "_RC2_2021");
        for ukuran in ["c1", "R2", "rc3x", "volume_usaha", "_a", "ñ1"] {
            assert!(rust_xlsxwriter::utility::check_name(&measure_name(ukuran, Year(2021))).is_ok(), "{ukuran}");
            assert!(rust_xlsxwriter::utility::check_name(&table_name(ukuran, Year(2021), false)).is_ok(), "{ukuran}");
        }
    }

    #[test]
    fn a_table_is_called_like_no_figure() {
        assert_eq!(table_name("umkm", Year(2021), false), "umkm_2021");
        assert_eq!(table_name("umkm", Year(2021), true), "umkm__2021");
        assert_eq!(table_name("iku_1_1", Year(2021), false), "iku_1_1__2021");
    }

    #[test]
    fn a_condition_without_a_name_is_called_for_what_it_decides() {
        use crate::formula::words_id::heading::deciding;
        for (words, wanted) in [
            ("status = \"aktif\"", "Status Aktif"),
            ("omset 2021 > omset 2020", "Omset 2021 Di Atas Omset 2020"),
            ("volume >= 1.000 dan jenis <> \"KSP\"", "Volume Paling Sedikit 1 000 Dan Jenis Bukan KSP"),
        ] {
            assert_eq!(deciding(words), wanted);
        }
        assert!(deciding(&"panjang".repeat(40)).chars().count() <= 55);
    }

    #[test]
    fn headings_hold_nothing_that_a_reference_would_have_to_escape() {
        assert_eq!(field_heading(None, "volume_usaha"), "Volume Usaha");
        assert_eq!(field_heading(None, "nama"), "Nama 2");
        let odd = field_heading(None, "a[b]#'c\"@d,é_2020");
        assert!(odd.chars().all(|c| c.is_alphanumeric() || c == ' '), "{odd}");
        assert!(field_heading(None, &"panjang_".repeat(60)).chars().count() <= 60);
    }
}
