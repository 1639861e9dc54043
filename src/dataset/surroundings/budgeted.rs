//! Headings by which amounts are those of a budget, or what is left of one: `Anggaran 2021`, `SISA` over `Volume Usaha`.
//! `Tahun Anggaran 2021` is a year.

use crate::dataset::columns::column::Used;
use crate::dataset::source::Source;
use crate::diagnostic::{JudulMembatasi, Temuan};
use crate::table::TableLayout;
use crate::text::label::{spelt_words, stated_year};
use crate::text::period::is_whole_year;
use crate::vocabulary::Sel;
use crate::workbook::Sheet;

/// Such columns among those that figures rest on, unless they ask for a budget themselves.
pub(crate) fn budgeted(source: &Source, sheet: &Sheet, layout: &TableLayout, used: &[Used]) -> Vec<Temuan> {
    let of_column = |own: &Used| {
        let (heading, field) = (&layout.columns[own.index], &source.fields[own.field]);
        let is_asked = field.aliases.iter().any(|alias| spelt_words(alias).iter().any(|word| word == BUDGET));
        let of_budget =
            || heading.path.iter().filter(|_| !is_asked).find(|label| is_of_budget(label)).map(|label| (label, BUDGET));
        let parents = heading.path.split_last().map(|(_, parents)| parents).unwrap_or_default();
        let of_rest = || parents.iter().find(|label| is_of_the_rest(label)).map(|label| (label, REST));
        let (judul, kata) = of_budget().or_else(of_rest)?;
        let fakta = JudulMembatasi { judul: judul.clone(), kata: kata.to_owned() };
        Some(Temuan::new(sheet.at().with(Sel::Column(heading.column)), fakta))
    };
    used.iter().filter(|own| !own.rests.is_empty()).filter_map(of_column).collect()
}

const BUDGET: &str = "anggaran";
const REST: &str = "sisa";

/// `SISA`, `SISA 2021`, `Sisa Anggaran`: what is left of it, and nothing else. `Sisa Hasil Usaha` is an amount.
fn is_of_the_rest(label: &str) -> bool {
    let words = spelt_words(label);
    let is_beside =
        |word: &String| is_whole_year(word) || stated_year(word).is_some() || matches!(word.as_str(), BUDGET | "target" | "pagu");
    words.first().is_some_and(|first| first == REST) && words[1..].iter().all(is_beside)
}

/// Whether the budget stands before a year, and is not itself what kind of year it is.
fn is_of_budget(label: &str) -> bool {
    let words = spelt_words(label);
    let Some(at) = words.iter().position(|word| word == BUDGET) else { return false };
    let is_year = words[at + 1..].iter().find(|word| !is_whole_year(word)).is_some_and(|word| stated_year(word).is_some());
    is_year && at.checked_sub(1).is_none_or(|before| !is_whole_year(&words[before]))
}

#[cfg(test)]
mod tests {
    use super::is_of_budget;
    use crate::dataset::fixture::Office;
    use crate::diagnostic::Kode;

    #[test]
    fn a_budget_before_a_year() {
        for label in ["Anggaran 2021", "ANGGARAN TAHUN 2021", "Volume Usaha Anggaran 2021", "Volume Usaha (Anggaran Th. 2021)"] {
            assert!(is_of_budget(label), "{label}");
        }
        for label in ["Tahun Anggaran 2021", "TA 2021", "Anggaran", "Volume Usaha 2021", "Th. Anggaran 2021"] {
            assert!(!is_of_budget(label), "{label}");
        }
    }

    #[test]
    fn a_parent_of_a_budget_refuses() {
        let rows: String = (1..7).map(|at| format!("{at};KSP {at}A;{at}/BH/1990;{at}00123;{at}5123\n")).collect();
        let told = |parent: &str| {
            let text = format!("No;Nama Koperasi;Nomor BH;{parent};{parent}\n;;;Volume Usaha;SHU\n{rows}");
            let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
            read.temuan.iter().filter(|temuan| temuan.kode() == Kode::JudulMembatasi).count()
        };
        assert_eq!(told("Anggaran 2021"), 1);
        assert_eq!(told("SISA"), 1);
        assert_eq!(told("SISA 2021"), 1);
        assert_eq!(told("Sisa Hasil Usaha"), 0);
        assert_eq!(told("Tahun Anggaran 2021"), 0);
    }
}
