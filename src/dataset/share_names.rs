//! A part of the year in a sheet's or a file's name (`Juni`, `TW III 2021`) beside titles that state the year alone:
//! last quarter's workbook, or one that was filled in no further, looks like that.

use super::captured::taken;
use super::fit::Chosen;
use super::row_arti::arti_of;
use super::source::Source;
use crate::diagnostic::{KeteranganMembatasi, Letak, Temuan};
use crate::text::{period_alone, period_named};
use crate::vocabulary::{At, Year};

/// The names, where the profile leaves them open, that state a part of the year `own` over which the titles pass.
pub(crate) fn of_shares(source: &Source, chosen: &Chosen, own: Option<Year>) -> Vec<Temuan> {
    let sheet = chosen.sheet;
    // Where no title states a period, a name decides it.
    let states_year = chosen.layout.period.as_ref().is_some_and(|period| !period.is_part());
    if !states_year {
        return Vec::new();
    }
    let is_share = |text: &String| {
        let period = period_alone(&day_in_digits(text)).or_else(|| period_named(text).map(|(period, _)| period));
        // What reaches December is the year's.
        let is_short = |until: u8| until < 12;
        period.is_some_and(|period| {
            period.is_part() && period.until.is_some_and(is_short) && period.year.is_none_or(|year| Some(year) == own)
        }) && arti_of(source, text).is_none()
    };
    let of_sheet = sheet.name.iter().filter(|_| !chosen.sheet_is_named).map(|name| name.to_string());
    let of_sheet = of_sheet.filter(is_share).map(|name| (sheet.at(), name, Letak::NamaLembar));
    let of_file = taken(source, &sheet.berkas).filter(is_share).map(|text| (At::file(&*sheet.berkas), text, Letak::NamaBerkas));
    let told = of_sheet.chain(of_file);
    told.map(|(at, text, letak)| Temuan::new(at, KeteranganMembatasi::of_name(text, letak))).collect()
}

/// `20210930` as a day is written; any other text as it is.
fn day_in_digits(text: &str) -> String {
    let is_day = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_day { format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::Kode;
    use crate::profile::{Dictionary, SumberTahun};
    use crate::vocabulary::Year;

    fn told(file: &str, sheet: &str, title: &str) -> usize {
        let office = Office::new(Dictionary::Keragaan, &["data/Keragaan *.xlsx"], &["nomor_bh"]).xlsx(
            &format!("Keragaan {file}.xlsx"),
            |workbook| {
                let page = workbook.add_worksheet().set_name(sheet).unwrap();
                page.write(0, 0, title).unwrap();
                for (column, heading) in (0..).zip(["Nama Koperasi", "Nomor Badan Hukum", "Volume Usaha"]) {
                    page.write(2, column, heading).unwrap();
                }
                for (row, name) in (3..).zip(["KSU Rejeki", "KUD Makmur", "Kopwan Melati"]) {
                    page.write(row, 0, name).unwrap();
                    page.write(row, 1, format!("{row}/BH/199{row}")).unwrap();
                    page.write(row, 2, 1_000_123 * row).unwrap();
                }
            },
        );
        let office = office.source(|sumber| sumber.tahun = Some(SumberTahun::Tetap(Year(2021))));
        let read = office.needs(2021, &["volume_usaha"]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::KeteranganMembatasi).len()
    }

    #[test]
    fn a_part_of_the_year_in_a_name_is_told_beside_a_title_of_the_year() {
        for name in ["Juni 2021", "TW III 2021", "s.d. Juni 2021", "30-VI-2021", "smt 1", "9 bulan 2021", "Agst 2021"] {
            assert_eq!((told(name, "Data", "TAHUN 2021"), told("2021", name, "TAHUN 2021")), (1, 1), "{name}");
        }
        for name in ["202109", "20210930", "2021-09", "2021 contoh", "bubar 2021", "2021 (2)"] {
            assert_eq!(told(name, "Data", "TAHUN 2021"), 1, "{name}");
        }
        for name in ["2021", "Desember 2021", "TW IV 2021", "2021 final", "Per 31 Desember 2021", "31-XII-2021", "Juni 2022"] {
            assert_eq!((told(name, "Data", "TAHUN 2021"), told("2021", "Des", "TAHUN 2021")), (0, 0), "{name}");
        }
    }
}
