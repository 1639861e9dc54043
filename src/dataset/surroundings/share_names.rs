//! A part of the year in a sheet's or a file's name (`Juni`, `TW III 2021`) beside titles that state the year alone:
//! last quarter's workbook, or one that was filled in no further, looks like that.

use crate::dataset::Jenis;
use crate::dataset::body::row_arti::arti_of;
use crate::dataset::columns::part_period::flows;
use crate::dataset::matching::captured::taken;
use crate::dataset::matching::fit::Chosen;
use crate::dataset::source::Source;
use crate::diagnostic::{KeteranganMembatasi, Letak, PeriodeBerbeda, Temuan};
use crate::text::label::words;
use crate::text::lexicon::{DATA_OF, REMARKS};
use crate::text::period::{period_in, says_a_day};
use crate::text::spoken_name::named_periods;
use crate::text::{Period, period_alone};
use crate::vocabulary::{At, Year};
use crate::workbook::Value;

/// The names (a sheet's where the profile leaves it open) that state a part of the year `own` over which the titles pass.
pub(crate) fn of_shares(source: &Source, chosen: &Chosen, own: Option<Year>) -> Vec<Temuan> {
    let sheet = chosen.sheet;
    // Where no title states a period, a name decides it.
    let states_year = chosen.layout.period.as_ref().is_some_and(|period| !period.is_part());
    if !states_year {
        return of_december(source, chosen, own).into_iter().collect();
    }
    let is_share = |text: &String| {
        // What reaches December is the year's.
        let is_short = |until: u8| until < 12;
        let is_share = |period: Period| {
            period.is_part() && period.until.is_some_and(is_short) && period.year.is_none_or(|year| Some(year) == own)
        };
        let says = match period_alone(&day_in_digits(text)) {
            Some(period) => is_share(period),
            None => named_periods(text).any(|(period, _)| is_share(period)),
        };
        says && arti_of(source, text).is_none()
    };
    let of_sheet = sheet.name.iter().filter(|_| !chosen.sheet_is_named).map(|name| name.to_string());
    let of_sheet = of_sheet.filter(is_share).map(|name| (sheet.at(), name, Letak::NamaLembar));
    // What the profile leaves open of the file's name, else the whole of it, as the profile has it.
    let stem = sheet.berkas.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(stem, _)| stem.to_owned());
    let of_file = taken(source, &sheet.berkas).into_iter().chain(stem).find(is_share);
    let of_file = of_file.map(|text| (At::file(&*sheet.berkas), text, Letak::NamaBerkas));
    let told = of_sheet.chain(of_file);
    let told = told.map(|(at, text, letak)| match letak {
        // A sheet of June under a title of the year: each says something else of the same figures.
        Letak::NamaLembar => {
            let periode_lain = own.map_or_else(|| WHOLE_YEAR.to_owned(), |own| own.to_string());
            Temuan::new(at, PeriodeBerbeda { periode: text, periode_lain })
        }
        _ => Temuan::new(at, KeteranganMembatasi::of_name(text, letak)),
    });
    told.chain(of_december(source, chosen, own)).chain(over_headings(source, chosen, own)).collect()
}

/// A line right over the headings that stands over no amount, and states a part of the year: `Data s.d. Juni 2021` over
/// `Nama Koperasi`.
fn over_headings(source: &Source, chosen: &Chosen, own: Option<Year>) -> Option<Temuan> {
    let (sheet, layout) = (chosen.sheet, &chosen.layout);
    let (first, last) = layout.header;
    let [cell] = &sheet.row(first)[..] else { return None };
    let Value::Text(text) = &cell.value else { return None };
    let heading = layout.columns.iter().find(|heading| heading.column == cell.at.column)?;
    let field = source.fields.iter().find(|field| heading.isian.as_ref() == Some(&field.isian));
    let is_amount = field.is_none_or(|field| matches!(field.jenis, Jenis::Uang | Jenis::Angka));
    let (period, ..) = period_in(&words(text), text)?;
    let is_share =
        period.is_part() && period.until.is_some_and(|until| until < 12) && period.year.is_none_or(|year| Some(year) == own);
    let of_data = words(text)
        .first()
        .is_some_and(|first| DATA_OF.contains(&first.as_str()) || says_a_day(first) || first == "s" || first == "sd");
    (first < last && !is_amount && is_share && of_data && arti_of(source, text).is_none())
        .then(|| Temuan::new(sheet.at_cell(cell.at), KeteranganMembatasi::of(text.trim(), 0)))
}

/// How a whole year is called where nobody says which.
const WHOLE_YEAR: &str = "setahun";

/// `BULAN DESEMBER TAHUN 2021` over what flows in the course of a year: what there is at its end, or that month's alone.
fn of_december(source: &Source, chosen: &Chosen, own: Option<Year>) -> Option<Temuan> {
    let flow = own.is_some_and(|own| source.fields.iter().any(|field| source.rests(field, own) && flows(field)));
    let is_said = |text: &str| arti_of(source, text).is_some();
    let stated = chosen.layout.stated_years.iter().filter(|_| flow).find(|stated| is_month_of_december(&stated.text))?;
    let text = stated.at.told(&stated.text);
    (!is_said(&stated.text) && !is_said(&text)).then(|| Temuan::new(stated.at.on(chosen.sheet), KeteranganMembatasi::of(text, 0)))
}

/// `BULAN DESEMBER 2021`, and no word that it is reached: `Keadaan Bulan Desember`, `s.d. bulan Desember`.
fn is_month_of_december(text: &str) -> bool {
    const REACHED: &[&str] = &[
        "keadaan",
        "posisi",
        "kondisi",
        "situasi",
        "per",
        "akhir",
        "sd",
        "s",
        "sampai",
        "hingga",
        "tutup",
        "januari",
        "jan",
        "kumulatif",
    ];
    let words = words(text);
    let is_month = |pair: &[String]| {
        matches!(pair[0].as_str(), "bulan" | "bln" | "masa")
            && matches!(pair[1].as_str(), "desember" | "des" | "dec" | "december" | "xii")
    };
    words.windows(2).any(is_month) && !words.iter().any(|word| REACHED.contains(&word.as_str()))
}

/// `Catatan: data sampai dengan bulan Oktober`: the note, where it says of the figures of `own` that they end before its end.
pub(crate) fn share_noted(text: &str, own: Option<Year>) -> Option<String> {
    const OF_FIGURES: &[&str] =
        &["data", "angka", "nilai", "volume", "omset", "omzet", "realisasi", "posisi", "keadaan", "capaian", "kumulatif", "baru"];
    let words = words(text);
    let first = words.iter().find(|word| !REMARKS.contains(&word.as_str()))?;
    let reaches =
        words.iter().any(|word| matches!(word.as_str(), "sd" | "sampai" | "hingga")) || text.to_lowercase().contains("s/d");
    let (period, ..) = period_in(&words, text)?;
    let is_short = period.until.is_some_and(|until| until < 12) && period.year.is_none_or(|year| Some(year) == own);
    (own.is_some() && is_short && reaches && OF_FIGURES.contains(&first.as_str())).then(|| text.trim().to_owned())
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
        let (of_sheet, of_file) = (read.has(Kode::PeriodeBerbeda).len(), read.has(Kode::KeteranganMembatasi).len());
        assert_eq!(read.galat().len(), of_sheet, "{:?}", read.galat());
        // A sheet's name is as good as a title, a file's is not.
        of_sheet * 10 + of_file
    }

    #[test]
    fn a_part_of_the_year_in_a_name_is_told_beside_a_title_of_the_year() {
        for name in ["Juni 2021", "TW III 2021", "s.d. Juni 2021", "30-VI-2021", "smt 1", "9 bulan 2021", "Agst 2021"] {
            assert_eq!((told(name, "Data", "TAHUN 2021"), told("2021", name, "TAHUN 2021")), (1, 10), "{name}");
        }
        for name in ["202109", "20210930", "2021-09", "2021 contoh", "bubar 2021", "2021 (2)"] {
            assert_eq!(told(name, "Data", "TAHUN 2021"), 1, "{name}");
        }
        for name in ["2021", "Desember 2021", "TW IV 2021", "2021 final", "Per 31 Desember 2021", "31-XII-2021", "Juni 2022"] {
            assert_eq!((told(name, "Data", "TAHUN 2021"), told("2021", "Des", "TAHUN 2021")), (0, 0), "{name}");
        }
    }
}
