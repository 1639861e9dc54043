//! Rows that stand against all the others together without being their sum: last
//! year's total, a target, a ceiling, the figure before verification, the province
//! below its kecamatan. Their words may be any, so their figures and their place tell.

use crate::dataset::columns::multiples::Figures;
use std::collections::BTreeSet;

/// Fewer other rows than these are outweighed by one of them every so often.
const FEW: usize = 3;

/// The rows (by index of the figures) that weigh as much as all the others.
/// `columns` are those whose rows add up; `bare` are the rows of a name and figures alone where
/// most say more, `all_bare` that most rows are.
pub(crate) fn near_totals(columns: &[Figures], bare: &[bool], all_bare: bool) -> BTreeSet<usize> {
    let count = bare.len();
    let mut found = BTreeSet::new();
    if count <= FEW {
        return found;
    }
    // Among rows that say more, one of a name and figures alone.
    let bare: BTreeSet<usize> = (0..count).filter(|row| bare[*row]).collect();
    if !bare.is_empty() && bare.len() + FEW <= count {
        let aside: Vec<i128> = columns.iter().map(|column| bare.iter().map(|row| column.value(*row)).sum()).collect();
        let outweighs = |row: &usize| {
            against(columns, *row, (&aside, true)).is_some_and(|ratios| ratios.iter().all(|(own, others)| own * 2 >= *others))
        };
        found.extend(bare.iter().copied().filter(outweighs));
    }
    // Among rows that all are a name and figures, the last or the first.
    if all_bare && count > FEW + 1 {
        let aside = vec![0; columns.len()];
        let alike = |row: &usize| {
            against(columns, *row, (&aside, false)).is_some_and(|ratios| {
                let (low, high) = if ratios.len() >= 2 { (8, 12) } else { (9, 11) };
                !ratios.is_empty() && ratios.iter().all(|(own, others)| own * 10 >= others * low && own * 10 <= others * high)
            })
        };
        found.extend([0, count - 1].into_iter().filter(alike));
    }
    found
}

/// A row's figure and that of all other rows that are not bare, in every column
/// where it has one; none where a column that figures rest on gives no answer.
/// `aside` is what the bare rows sum to, by column; `is_bare`, whether the row is one of them.
fn against(columns: &[Figures], row: usize, (aside, is_bare): (&[i128], bool)) -> Option<Vec<(i128, i128)>> {
    let mut ratios = Vec::new();
    for (column, aside) in columns.iter().zip(aside) {
        let own = column.value(row);
        // Its own figure is among theirs where it is bare itself.
        let others = column.total() - aside - if is_bare { 0 } else { own };
        if own > 0 && others > 0 {
            ratios.push((own, others));
        } else if column.rests && column.total() != 0 {
            return None;
        }
    }
    (!ratios.is_empty()).then_some(ratios)
}

#[cfg(test)]
mod tests {
    use crate::dataset::Dataset;
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::Checked;
    use crate::profile::Dictionary;

    const HEAD: &str = "No;Nama Koperasi;Nomor Badan Hukum;Kecamatan;Anggota;Volume Usaha";
    const ROWS: &str = "1;KUD Tirtha;518/BH/1990;Gadingrejo;40;1345678\n2;KSU Mekar;77/BH/1995;Gadingrejo;47;8000123\n\
        3;KPRI Bahari;12/BH/2001;Purworejo;54;25111222\n4;KSP Artha;33/BH/2012;Purworejo;61;47000321";

    fn galat(text: &str) -> Vec<String> {
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[]).file("2021.csv", text);
        codes(&office.needs(2021, &["volume_usaha", "anggota"]).read())
    }

    fn codes(read: &Checked<Dataset>) -> Vec<String> {
        read.galat().iter().map(|told| told.split('@').next().unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn a_row_of_a_name_and_figures_that_weighs_as_much_as_all_others() {
        for name in ["Pagu", "Kondisi Awal", "Bulan Ini", "Naik/Turun"] {
            for at in [0, 2, 4] {
                let mut rows: Vec<String> = ROWS.split('\n').map(str::trim).map(str::to_owned).collect();
                rows.insert(at, format!("5;{name};;;182;73313000"));
                assert_eq!(galat(&format!("{HEAD}\n{}", rows.join("\n"))), ["data-atau-jumlah"], "{name} {at}");
            }
        }
        // One that says who it is, and one among many, is a row as the others.
        for row in ["5;Kopwan Melati;9/BH/2010;Purworejo;182;73313000", "5;Kopwan Melati;;;20;4000123"] {
            assert!(galat(&format!("{HEAD}\n{ROWS}\n{row}")).is_empty(), "{row}");
        }
    }

    #[test]
    fn a_numbered_row_that_the_stated_total_counts_in() {
        let recap = "No;Kecamatan;Anggota;Volume Usaha\n1;Nguling;202;81456112\n2;Purworejo;47;8000123\n\
            3;Bugul Kidul;54;25111222\n4;Panggungrejo;61;47000321\n5;Grati;30;1345678\n";
        let galat = |text: &str| {
            let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["kecamatan"]).file("2021.csv", text);
            let office = office.source(|sumber| sumber.butir = Some("kecamatan".to_owned()));
            codes(&office.needs(2021, &["volume_usaha", "anggota"]).read())
        };
        assert!(galat(&format!("{recap};JUMLAH;394;162913456")).is_empty());
        // No total says so, or one that leaves it out; its name tells of others; no number of its own.
        assert_eq!(galat(recap), ["data-atau-jumlah"]);
        assert!(!galat(&format!("{recap};JUMLAH;192;81457344")).is_empty());
        for (own, other) in [("1;Nguling", "1;Target"), ("1;Nguling", "1;Tahun 2020"), ("1;Nguling", ";Nguling")] {
            let told = galat(&format!("{};JUMLAH;394;162913456", recap.replace(own, other)));
            assert!(!told.is_empty(), "{other}");
        }
    }

    #[test]
    fn a_row_with_a_key_is_no_total() {
        let head = "No;NIK;Nama Usaha;Omset;Ket\n";
        let rows = "1;3575040703800003;Gorengan Dua;6100000;pameran\n2;3575032011830003;Air Abadi;22000000;pameran\n\
            3;3575014208780003;Kopi Bubuk;41700000;pameran\n";
        let galat = |row: &str| {
            let office = Office::umkm().file("2021.csv", &format!("{head}{rows}{row}\n5;3575040801550007;Bandeng;10000000;baru"));
            codes(&office.needs(2021, &["omset"]).read())
        };
        assert!(galat("4;3575017006980007;Gorengan Tiga;47700000;").is_empty());
        assert!(!galat("4;;Gorengan Tiga;47700000;").is_empty());
    }

    #[test]
    fn a_part_of_the_year_among_names() {
        for name in ["Triwulan IV", "Semester I", "Desember", "Jan-Jun"] {
            assert_eq!(galat(&format!("{HEAD}\n{ROWS}\n5;{name};;;9;4000123")), ["data-atau-jumlah"], "{name}");
        }
        // A name as others are, of a woman born then.
        assert!(galat(&format!("{HEAD}\n{ROWS}\n5;Mei;9/BH/2010;Purworejo;9;4000123")).is_empty());
    }

    #[test]
    fn the_last_of_rows_that_are_a_name_and_figures_each() {
        let head = "No;Kecamatan;Anggota;Volume Usaha";
        let rows = "1;Gadingrejo;40;1345678\n2;Purworejo;47;8000123\n3;Bugul Kidul;54;25111222\n4;Panggungrejo;61;47000321";
        let galat = |text: String| {
            let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["kecamatan"]).file("2021.csv", &text);
            let office = office.source(|sumber| sumber.butir = Some("kecamatan".to_owned()));
            codes(&office.needs(2021, &["volume_usaha", "anggota"]).read())
        };
        assert_eq!(galat(format!("{head}\n{rows}\n5;Setelah Verifikasi;182;73313000")), ["data-atau-jumlah"]);
        assert!(galat(format!("{head}\n{rows}\n5;Bangil;100;60313000")).is_empty());
        assert!(galat(format!("{head}\n{rows}\n5;Bangil;20;73313000")).is_empty());
    }
}
