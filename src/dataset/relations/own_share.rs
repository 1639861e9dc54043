//! What the sheet itself says that a row's realisasi is of its target: `Target | Realisasi | Capaian (%)`. Where that is so in
//! nearly all rows, a row in which it is not puts its realisasi in doubt. None of this refuses.

use crate::dataset::Jenis;
use crate::dataset::accept::Findings;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::total::says_percent;
use crate::dataset::counted::{On, figure_of};
use crate::diagnostic::Banding;
use crate::table::LayoutColumn;
use crate::text::label::spelt_words;
use crate::vocabulary::{CellAddress, tampil};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// In so many rows at least it must hold, and so many times as often as it does not.
const FEW: usize = 4;
const HOLDS: usize = 4;
const REALISASI: &[&str] = &["realisasi", "capaian", "terealisasi", "realisasinya"];
const TARGET: &[&str] = &["target", "rencana", "sasaran", "pagu", "anggaran", "kebutuhan"];

/// Holds the rows' realisasi, on which figures rest, against their targets and the share that stands beside them.
pub(crate) fn check_shares(used: &mut [Used], on: &On, findings: &mut Findings) {
    let words = |column: &LayoutColumn| column.path.iter().flat_map(|label| spelt_words(label)).collect::<BTreeSet<String>>();
    let is_of = |words: &BTreeSet<String>, list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let rest = |words: &BTreeSet<String>, list: &[&str]| -> BTreeSet<String> {
        words.iter().filter(|word| !list.contains(&word.as_str())).cloned().collect()
    };
    let columns: Vec<(&LayoutColumn, BTreeSet<String>)> = on.layout.columns.iter().map(|own| (own, words(own))).collect();
    let shares: Vec<&LayoutColumn> = columns
        .iter()
        .filter(|(own, words)| own.isian.is_none() && (says_percent(&own.path) || is_of(words, &["persentase", "persen"])))
        .map(|(own, _)| *own)
        .collect();
    if shares.is_empty() {
        return;
    }
    for used in used {
        let heading = &on.layout.columns[used.index];
        let own = words(heading);
        let is_amount = matches!(on.source.fields[used.field].jenis, Jenis::Uang | Jenis::Angka);
        if used.rests.is_empty() || !is_amount || says_percent(&heading.path) || !is_of(&own, REALISASI) {
            continue;
        }
        let is_target = |other: &BTreeSet<String>| is_of(other, TARGET) && rest(other, TARGET) == rest(&own, REALISASI);
        let targets = columns.iter().filter(|(other, words)| other.column != heading.column && is_target(words));
        for target in targets.map(|(target, _)| *target).filter(|target| !says_percent(&target.path)) {
            for share in &shares {
                tell(used, on, (heading, target, share), findings);
            }
        }
    }
}

/// Tells the rows in which the share is another, where it is that in nearly all.
fn tell(used: &mut Used, on: &On, (own, target, share): (&LayoutColumn, &LayoutColumn, &LayoutColumn), findings: &mut Findings) {
    let amount = |row: u32, column: u32| {
        let cell = on.sheet.cell(CellAddress::new(row, column)).filter(|cell| !raw_text(&cell.value).trim().is_empty())?;
        figure_of(Some(&cell))
    };
    let of_row = |(index, row): (usize, u32)| {
        let (realised, planned, said) = (amount(row, own.column)?, amount(row, target.column)?, amount(row, share.column)?);
        let ratio = realised.checked_div(planned)?;
        let percent = ratio.checked_mul(Decimal::ONE_HUNDRED)?;
        Some((index, said, ratio, percent))
    };
    let rows: Vec<_> = on.rows.iter().map(|row| row.row).enumerate().filter_map(of_row).collect();
    // Half a unit of the last place that is written, and a little.
    let is_near = |said: Decimal, value: Decimal, places: u32| (said - value).abs() <= Decimal::new(6, places + 1);
    let places = |said: Decimal| said.normalize().scale();
    let as_percent = |(_, said, _, percent): &(usize, Decimal, Decimal, Decimal)| is_near(*said, *percent, places(*said).min(2));
    let as_share = |(_, said, ratio, _): &(usize, Decimal, Decimal, Decimal)| is_near(*said, *ratio, places(*said).clamp(2, 4));
    for holds in [&as_percent as &dyn Fn(&(usize, Decimal, Decimal, Decimal)) -> bool, &as_share] {
        let (held, broken): (Vec<_>, Vec<_>) = rows.iter().partition(|row| holds(row));
        if held.len() < FEW || held.len() < broken.len() * HOLDS {
            continue;
        }
        for (index, said, _, percent) in broken {
            let shown = |value: Decimal| tampil(value, value.normalize().scale()).into_boxed_str();
            let kolom = share.path.join(" / ").into_boxed_str();
            let banding = Banding::CapaianLain { kolom, tertulis: shown(said), terhitung: shown(percent.round_dp(2)) };
            used.doubt(on, index, banding, findings);
        }
        return;
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::{Dictionary, JenisIsian};

    const ROWS: [(u32, u32, &str); 6] =
        [(68, 59, "86,76"), (76, 68, "89,47"), (62, 48, "77,42"), (80, 70, "87,5"), (62, 59, "95,16"), (65, 56, "86,15")];

    fn told(heading: &str, row: impl Fn(usize) -> (u32, u32, String)) -> usize {
        let line = |at: usize| {
            let (target, realisasi, share) = row(at);
            format!("{};Kecamatan {};{target};{realisasi};{share}\n", at + 1, ["A", "B", "C", "D", "E", "F"][at])
        };
        let text = format!("No;Kecamatan;Target;Realisasi;{heading}\n{}", (0..6).map(line).collect::<String>());
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["nama"])
            .kolom("nama", "Kecamatan", Some(JenisIsian::Teks))
            .kolom("real", "Realisasi", Some(JenisIsian::Angka))
            .file("2021.csv", &text);
        office.needs(2021, &["real"]).read().has(Kode::NilaiSeperseribu).len()
    }

    #[test]
    fn the_sheets_own_share_of_a_target() {
        let plain = |at: usize| (ROWS[at].0, ROWS[at].1, ROWS[at].2.to_owned());
        assert_eq!(told("Capaian (%)", plain), 0);
        let odd = |at: usize| (ROWS[at].0, if at == 2 { 78 } else { ROWS[at].1 }, ROWS[at].2.to_owned());
        assert_eq!(told("Capaian (%)", odd), 1);
        // Of something else, and rounded.
        assert_eq!(told("Persentase Perempuan", |at| (ROWS[at].0, ROWS[at].1, (40 + at).to_string())), 0);
        assert_eq!(told("Capaian (%)", |at| (ROWS[at].0, ROWS[at].1, ["87", "89", "77", "88", "95", "86"][at].to_owned())), 0);
    }
}
