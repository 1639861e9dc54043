//! A year's column beside its parts: `TW I` to `TW IV` and `Jumlah`, twelve months and `Omset`. Where the
//! parts of a row do not make up what its year states, one of them is wrong; where a part holds nothing in any row,
//! or parts are named up to September alone, the year is not over.

use crate::dataset::accept::Findings;
use crate::dataset::body::continued::is_blank;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::{CountedRow, figure_of};
use crate::dataset::relations::year_parts::{YearParts, year_parts};
use crate::dataset::{FieldInfo, Jenis};
use crate::diagnostic::{JumlahTidakSama, NilaiKosong, PeriodeBerbeda, Temuan};
use crate::table::{LayoutColumn, TableLayout};
use crate::text::label::spelt_words;
use crate::vocabulary::{CellAddress, Sel, mask_person};
use crate::workbook::Sheet;
use rust_decimal::Decimal;

/// Holds each counted row's year against its parts, where figures rest on the year.
pub(crate) fn check_made_up(
    used: &[Used],
    fields: &[FieldInfo],
    (sheet, layout): (&Sheet, &TableLayout),
    rows: &[CountedRow],
    findings: &mut Findings,
) {
    for column in used.iter().filter(|column| !column.rests.is_empty()) {
        let whole = &layout.columns[column.index];
        let own = whole.column;
        let stated = layout.made_up.iter().find(|(column, _)| *column == own).map(|(_, parts)| parts.clone());
        let is_stated = stated.is_some();
        let parts = match stated {
            Some(parts) => YearParts { columns: parts, months: 12 },
            None if !matches!(fields[column.field].jenis, Jenis::Uang | Jenis::Angka) => continue,
            None => year_parts(layout, whole, &fields[column.field]).unwrap_or_default(),
        };
        if parts.columns.is_empty() {
            continue;
        }
        let sums = Sums { sheet, layout, whole, parts: &parts.columns };
        let of_parts = |column: &u32| layout.columns.iter().find(|own| own.column == *column).map(|own| own.path.join(" / "));
        let differ = |periode: String| PeriodeBerbeda { periode, periode_lain: whole.path.join(" / ") };
        if parts.months < 12 {
            // Of a year that is reported whole, its parts stand beside it as far as they are known.
            let held = rows.iter().filter(|row| sums.of(row.row).is_some_and(|sum| sum.holds())).count();
            if held >= FEWEST && held * 3 >= rows.len() * 2 {
                let ends = [parts.columns.first(), parts.columns.last()].into_iter().flatten().filter_map(of_parts);
                let periode = ends.collect::<Vec<_>>().join(" – ");
                findings.raise(Temuan::new(sheet.at().with(Sel::Column(own)), differ(periode)), None);
            }
            continue;
        }
        if !is_stated && fields[column.field].jenis == Jenis::Angka && !sums.add_up(rows) {
            continue;
        }
        // Members of four quarters are no members of a year.
        if stands(&fields[column.field], whole) && sums.add_up(rows) && sums.are_levels(rows) {
            let ends = [parts.columns.first(), parts.columns.last()].into_iter().flatten().filter_map(of_parts);
            let periode = format!("{} (dijumlahkan)", ends.collect::<Vec<_>>().join(" – "));
            findings.raise(Temuan::new(sheet.at().with(Sel::Column(own)), differ(periode)), None);
            continue;
        }
        if let Some(bare) = bare_part(sheet, &parts.columns, rows) {
            let periode = format!("{} (kosong)", of_parts(&bare).unwrap_or_default());
            findings.raise(Temuan::new(sheet.at().with(Sel::Column(bare)), differ(periode)), None);
        } else if fields[column.field].jenis == Jenis::Uang {
            for (part, rows) in sums.lacking(rows) {
                let contoh =
                    rows.iter().filter(|row| !row.nama.is_empty()).take(NAMED).map(|row| mask_person(&row.nama)).collect();
                let isian = of_parts(&part).unwrap_or_default();
                let fakta = NilaiKosong { isian, jumlah: rows.len(), contoh, tahun_lalu: None };
                findings.raise(Temuan::new(sheet.at().with(Sel::Column(part)), fakta), None);
            }
        }
        for row in rows {
            let Some(sum) = sums.of(row.row).filter(|sum| !sum.holds()) else { continue };
            let at = CellAddress::new(row.row, own);
            let ditemukan = sheet.cell(at).map(|cell| raw_text(&cell.value)).unwrap_or_default();
            let fakta = JumlahTidakSama {
                isian: fields[column.field].isian.to_string(),
                ditemukan: ditemukan.clone(),
                tertulis: sum.stated,
                terhitung: sum.counted,
                baris: 1,
                kolom: parts.columns.len(),
            };
            findings.raise(Temuan::new(sheet.at_cell(at), fakta).named(&*row.nama), Some(&ditemukan));
        }
    }
}

/// A column of whole years and those of its parts.
struct Sums<'a> {
    sheet: &'a Sheet,
    layout: &'a TableLayout,
    whole: &'a LayoutColumn,
    parts: &'a [u32],
}

/// What a row's year states and what its parts are together, in the unit of the whole.
struct Sum {
    stated: Decimal,
    counted: Decimal,
    /// So much may be lost where each is rounded by itself.
    slack: Decimal,
}

impl Sum {
    fn holds(&self) -> bool {
        self.stated.checked_sub(self.counted).is_some_and(|far| far.abs() <= self.slack)
    }
}

impl Sums<'_> {
    /// Whether numbers are summed: most rows are the sum of their parts, or of all but the last ones. Members at each month's
    /// end are not.
    fn add_up(&self, rows: &[CountedRow]) -> bool {
        let holds = |parts: &[u32]| {
            let sums = Sums { parts, ..*self };
            let held =
                rows.iter().filter(|row| sums.of(row.row).is_some_and(|sum| sum.holds() && !sum.counted.is_zero())).count();
            held >= FEWEST && held * 3 >= rows.len() * 2
        };
        (2..=self.parts.len()).rev().any(|length| holds(&self.parts[..length]))
    }

    /// Whether the parts of most rows are about alike, as what is there at the end of each is: 1000, 1003, 1005, 1009.
    fn are_levels(&self, rows: &[CountedRow]) -> bool {
        let is_level = |row: &&CountedRow| {
            let part = |column: &u32| figure_of(self.sheet.cell(CellAddress::new(row.row, *column)).as_ref());
            let Some(parts) = self.parts.iter().map(part).collect::<Option<Vec<Decimal>>>() else { return false };
            let ends = parts.iter().min().zip(parts.iter().max());
            ends.is_some_and(|(least, most)| *least > Decimal::ZERO && *most <= *least * Decimal::new(15, 1))
        };
        rows.iter().filter(is_level).count() * 3 >= rows.len() * 2
    }

    /// The quarters or halves that a few rows lack, with those whose year is the sum of the others: it is not over for them.
    fn lacking<'r>(&self, rows: &'r [CountedRow]) -> Vec<(u32, Vec<&'r CountedRow>)> {
        if self.parts.len() > QUARTERS {
            return Vec::new();
        }
        let is_blank = |row: u32, column: u32| self.sheet.cell(CellAddress::new(row, column)).is_none_or(|cell| is_blank(&cell));
        let is_sum = |row: &&CountedRow| self.of(row.row).is_some_and(|sum| sum.holds() && !sum.counted.is_zero());
        let of = |column: &u32| {
            let lacking: Vec<&CountedRow> = rows.iter().filter(|row| is_blank(row.row, *column)).filter(is_sum).collect();
            (!lacking.is_empty() && lacking.len() * FEW_LACK <= rows.len()).then_some((*column, lacking))
        };
        self.parts.iter().filter_map(of).collect()
    }

    /// None where the row has no year, none of its parts, or what is no number.
    fn of(&self, row: u32) -> Option<Sum> {
        let whole = self.sheet.cell(CellAddress::new(row, self.whole.column))?;
        let cells: Vec<_> = self.parts.iter().map(|column| self.sheet.cell(CellAddress::new(row, *column))).collect();
        // A year without any of its parts is reported as a whole.
        if cells.iter().all(Option::is_none) {
            return None;
        }
        let (stated, scale) = (figure_of(Some(&whole))?, self.scale(self.whole.column));
        let mut counted = Decimal::ZERO;
        let mut places = stated.normalize().scale();
        for (column, cell) in self.parts.iter().zip(&cells) {
            let figure = figure_of(cell.as_ref())?;
            places = places.max(figure.normalize().scale());
            counted = counted.checked_add(figure.checked_mul(self.scale(*column))?.checked_div(scale)?)?;
        }
        let is_rounded = places > 0 || scale > Decimal::ONE;
        let slack = Decimal::from(self.parts.len() as u64 + 1) / Decimal::TWO * Decimal::new(1, places.min(20));
        Some(Sum { stated, counted, slack: if is_rounded { slack } else { Decimal::ZERO } })
    }

    /// In what a column's heading says that its amounts are.
    fn scale(&self, column: u32) -> Decimal {
        let heading = self.layout.columns.iter().find(|own| own.column == column);
        heading.and_then(|heading| heading.unit.as_ref()).map_or(Decimal::ONE, |unit| Decimal::from(unit.factor.max(1)))
    }
}

/// Whether a field is of what is there at a time, by its name or its heading: members, assets; not who came in a quarter.
fn stands(field: &FieldInfo, whole: &LayoutColumn) -> bool {
    const THERE: [&str; 12] = [
        "anggota", "karyawan", "pegawai", "manajer", "pengurus", "pengawas", "koperasi", "aset", "modal", "simpanan", "piutang",
        "kekayaan",
    ];
    // `Jumlah Anggota Baru` come in the course of a year.
    const COMES: [&str; 9] = ["baru", "masuk", "keluar", "tambah", "naik", "turun", "volume", "dilatih", "dibina"];
    let said: Vec<String> = whole
        .path
        .iter()
        .map(String::as_str)
        .chain([&*field.isian])
        .flat_map(|text| spelt_words(&text.replace('_', " ")))
        .collect();
    let says = |list: &[&str]| said.iter().any(|word| list.contains(&word.as_str()));
    says(&THERE) && !says(&COMES)
}

/// Fewer rows show nothing.
const FEWEST: usize = 3;
/// Of months some are blank in any business.
const QUARTERS: usize = 4;
/// One row in so many at most lacks what all others have.
const FEW_LACK: usize = 4;
/// So many rows are named.
const NAMED: usize = 5;

/// The first of the parts that holds no figure in any row, or nought in all, though half of the rows or more have figures
/// in each part before it.
fn bare_part(sheet: &Sheet, parts: &[u32], rows: &[CountedRow]) -> Option<u32> {
    let figures = |column: u32| {
        let figure = |row: &&CountedRow| figure_of(sheet.cell(CellAddress::new(row.row, column)).as_ref());
        rows.iter().filter(|row| figure(row).is_some_and(|value| !value.is_zero())).count()
    };
    let counts: Vec<usize> = parts.iter().map(|column| figures(*column)).collect();
    let full = counts.iter().take_while(|count| **count > 0).count();
    let is_begun = full > 0 && counts[..full].iter().all(|count| count * 2 >= rows.len());
    let is_open = rows.len() >= FEWEST && is_begun && counts[full..].iter().all(|count| *count == 0);
    parts.get(full).copied().filter(|_| is_open)
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};

    const MONTHS: &str = "Jan;Feb;Mar;Apr;Mei;Jun;Jul;Agu;Sep;Okt;Nop;Des";
    const TURNOVER: [u64; 6] = [1_250_000, 4_100_300, 2_777_000, 9_000_450, 3_333_100, 6_050_000];

    /// What is told of businesses with so many parts beside their turnover of the year: `part` gives a part's figure of the
    /// month's, by row and part; `whole` the year's, of their sum.
    fn told(
        headings: &str,
        parts: usize,
        part: impl Fn(usize, usize, u64) -> String,
        whole: impl Fn(usize, u64) -> String,
    ) -> Vec<String> {
        let rows: Vec<String> = (0..TURNOVER.len())
            .map(|row| {
                let figures: Vec<u64> = (0..parts).map(|at| TURNOVER[(row + at) % 6] + at as u64).collect();
                let texts: Vec<String> = figures.iter().enumerate().map(|(at, figure)| part(row, at, *figure)).collect();
                let nik = format!("35750319119400{:02}", row + 11);
                format!("{};{nik};Usaha {row};{};{}", row + 1, texts.join(";"), whole(row, figures.iter().sum()))
            })
            .collect();
        let office = Office::umkm().file("2021.csv", &format!("No;NIK;Nama Usaha;{headings}\n{}", rows.join("\n")));
        office.needs(2021, &["omset"]).read().galat()
    }

    /// The galat of kecamatan with so many people trained in each quarter, and in the year.
    fn of_people(year: impl Fn(usize, &[u64; 4]) -> u64) -> Vec<String> {
        let rows = (0..6).map(|row| {
            let parts = [20 + row as u64, 31, 17 + row as u64 * 2, 25];
            let [one, two, three, four] = parts;
            format!(
                "{};Kecamatan {};{one};{two};{three};{four};{}",
                row + 1,
                ["A", "B", "C", "D", "E", "F"][row],
                year(row, &parts)
            )
        });
        let text = format!(
            "No;Kecamatan;TW I;TW II;TW III;TW IV;Peserta
{}",
            rows.collect::<Vec<_>>().join(
                "
"
            )
        );
        let office = Office::new(crate::profile::Dictionary::None, &["data/{tahun}.csv"], &["nama"])
            .kolom("nama", "Kecamatan", Some(crate::profile::JenisIsian::Teks))
            .kolom("p", "Peserta", Some(crate::profile::JenisIsian::Angka))
            .file("2021.csv", &text);
        office.needs(2021, &["p"]).read().galat()
    }

    /// The galat of koperasi with members at the end of each quarter, under headings of this name.
    fn of_members(name: &str, parts: impl Fn(u64) -> [u64; 4], year: impl Fn(&[u64; 4]) -> u64) -> Vec<String> {
        let row = |row: u64| {
            let parts = parts(row);
            let told = parts.map(|part| part.to_string()).join(";");
            format!("{row};KSP {row}A;{row}/BH/1990;{told};{}", year(&parts))
        };
        let heading = ["TW I", "TW II", "TW III", "TW IV", "Jumlah"].map(|part| format!("{name} {part}")).join(";");
        let text = format!("No;Nama Koperasi;Nomor Badan Hukum;{heading}\n{}", (1..7).map(row).collect::<Vec<_>>().join("\n"));
        let office = Office::keragaan().kolom("anggota", &format!("{name} Jumlah"), None);
        office.file("2021.csv", &text).needs(2021, &["anggota"]).read().galat()
    }

    #[test]
    fn members_of_four_quarters_are_none_of_a_year() {
        let sum = |parts: &[u64; 4]| parts.iter().sum::<u64>();
        let level = |row: u64| [row * 100, row * 100 + 3, row * 100 + 5, row * 100 + 9];
        let found = of_members("Anggota", level, sum);
        assert!(matches!(&found[..], [one] if one.starts_with("periode-berbeda")), "{found:?}");
        // Those of the year's end, and members who came in each quarter.
        let end = of_members("Anggota", level, |parts| parts[3]);
        assert!(end.iter().all(|one| !one.starts_with("periode-berbeda")), "{end:?}");
        assert_eq!(of_members("Anggota Baru", |row| [row + 20, 31, row * 2 + 17, 25], sum), Vec::<String>::new());
    }

    #[test]
    fn numbers_of_an_offices_own_column_that_are_summed() {
        let sum = |parts: &[u64; 4]| parts.iter().sum::<u64>();
        assert_eq!(of_people(|_, parts| sum(parts)), Vec::<String>::new());
        assert_eq!(of_people(|row, parts| sum(parts) + if row == 2 { 15 } else { 0 }), ["jumlah-tidak-sama@G4"]);
        assert!(!of_people(|_, parts| sum(parts) - parts[3]).is_empty());
        // Those at the year's end.
        assert_eq!(of_people(|_, parts| parts[3]), Vec::<String>::new());
    }

    fn plain(_: usize, _: usize, figure: u64) -> String {
        figure.to_string()
    }

    fn all(_: usize, sum: u64) -> String {
        sum.to_string()
    }

    #[test]
    fn months_and_quarters_that_make_up_their_year() {
        let numbers = (1..=12).map(|month| month.to_string()).collect::<Vec<_>>().join(";");
        for (headings, parts) in [
            (format!("{MONTHS};Omset"), 12),
            (format!("{numbers};Omset"), 12),
            ("TW I;TW II;TW III;TW IV;Omset Setahun".to_owned(), 4),
            ("Semester I;Semester II;Omset".to_owned(), 2),
        ] {
            assert_eq!(told(&headings, parts, plain, all), Vec::<String>::new(), "{headings}");
            let short = |row: usize, sum: u64| if row == 3 { (sum - 450).to_string() } else { sum.to_string() };
            let found = told(&headings, parts, plain, short);
            assert!(matches!(&found[..], [one] if one.starts_with("jumlah-tidak-sama")), "{headings}: {found:?}");
            let last = |row: usize, _: u64| (TURNOVER[(row + parts - 1) % 6] + parts as u64 - 1).to_string();
            assert!(told(&headings, parts, plain, last).iter().all(|one| one.starts_with("jumlah-tidak-sama")), "{headings}");
            assert!(!told(&headings, parts, plain, last).is_empty(), "{headings}");
        }
    }

    #[test]
    fn a_year_that_is_not_over() {
        let december = |_: usize, at: usize, figure: u64| if at == 11 { String::new() } else { figure.to_string() };
        let without = |row: usize, sum: u64| (sum - TURNOVER[(row + 11) % 6] - 11).to_string();
        let found = told(&format!("{MONTHS};Omset"), 12, december, without);
        assert!(matches!(&found[..], [one] if one.starts_with("periode-berbeda")), "{found:?}");
        let nine = MONTHS.split(';').take(9).collect::<Vec<_>>().join(";");
        let found = told(&format!("{nine};Omset"), 9, plain, all);
        assert!(matches!(&found[..], [one] if one.starts_with("periode-berbeda")), "{found:?}");
        // The year as it was reported, beside the months that are known.
        let other = |row: usize, sum: u64| (sum + TURNOVER[row]).to_string();
        assert_eq!(told(&format!("{nine};Omset"), 9, plain, other), Vec::<String>::new());
    }

    #[test]
    fn a_quarter_that_a_row_lacks() {
        let told = |blank: usize| {
            let row = |row: usize| {
                let parts: Vec<u64> = (0..4).map(|at| TURNOVER[(row + at) % 6] + at as u64).collect();
                let last = if row < blank { String::new() } else { parts[3].to_string() };
                let sum: u64 = parts.iter().sum::<u64>() - if row < blank { parts[3] } else { 0 };
                format!("{};35750319119400{};Usaha {row};{};{};{};{last};{sum}", row + 1, row + 11, parts[0], parts[1], parts[2])
            };
            let text =
                format!("No;NIK;Nama Usaha;TW I;TW II;TW III;TW IV;Omset\n{}", (0..6).map(row).collect::<Vec<_>>().join("\n"));
            Office::umkm().file("2021.csv", &text).needs(2021, &["omset"]).read().has(crate::diagnostic::Kode::NilaiKosong).len()
        };
        assert_eq!([told(0), told(1), told(3)], [0, 1, 0]);
    }

    #[test]
    fn amounts_that_are_rounded_each_by_itself_and_parts_of_something_else() {
        let juta = |figure: u64| format!("{},{}", figure / 1_000_000, figure % 1_000_000 / 100_000);
        let found = told(
            "TW I (Rp juta);TW II (Rp juta);TW III (Rp juta);TW IV (Rp juta);Omset (Rp juta)",
            4,
            |_, _, figure| juta(figure),
            |_, sum| juta(sum),
        );
        assert_eq!(found, Vec::<String>::new());
        let headings = MONTHS.split(';').map(|month| format!("Tabungan {month}")).collect::<Vec<_>>().join(";");
        let other = |_: usize, sum: u64| (sum * 3).to_string();
        assert_eq!(told(&format!("{headings};Omset"), 12, plain, other), Vec::<String>::new());
    }
}
